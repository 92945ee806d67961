/**
 * The 30 communes and wards of the fictional province Hoa Lâm in 2026, with the stories that their round tells, the three
 * councils that judge them, findings, and what the chairs decided last. There have been no districts since July 2025, so
 * that some units replace former ones. All names and figures are invented.
 */
import type { Council, Finding, Unit } from "../../src/round.ts";
import type { Story, UnitPlan, WrittenEntry } from "./make-unit.ts";

type Kind = "commune" | "ward" | "upland";
type Row = readonly [
  name: string,
  en: string,
  kind: Kind,
  council: 1 | 2 | 3,
  quality: number,
  submitted?: string,
];

const rows: readonly Row[] = [
  ["Suối Vàng", "Suoi Vang", "commune", 1, 88, "2026-12-10"],
  ["Đồi Thông", "Doi Thong", "commune", 1, 81, "2026-12-12"],
  ["Bình Lâm", "Binh Lam", "commune", 1, 84, "2026-12-09"],
  ["Tân Khê", "Tan Khe", "commune", 1, 77, "2026-12-15"],
  ["Hòa Trạch", "Hoa Trach", "commune", 1, 92, "2026-12-08"],
  ["Phú Nguyên", "Phu Nguyen", "commune", 2, 73, "2026-12-14"],
  ["Cẩm Sơn", "Cam Son", "commune", 2, 86, "2026-12-11"],
  ["Vĩnh Điền", "Vinh Dien", "commune", 2, 69, "2026-12-18"],
  ["An Thủy", "An Thuy", "commune", 2, 79, "2026-12-15"],
  ["Yên Lãng", "Yen Lang", "commune", 2, 66],
  ["Đông Hà Lâm", "Dong Ha Lam", "commune", 2, 83, "2026-12-13"],
  ["Trường Xuân", "Truong Xuan", "commune", 3, 75, "2026-12-15"],
  ["Minh Khương", "Minh Khuong", "commune", 3, 90, "2026-12-07"],
  ["Thạch Lâm", "Thach Lam", "commune", 3, 71, "2026-12-22"],
  ["Quế Phong Hạ", "Que Phong Ha", "commune", 3, 80, "2026-12-12"],
  ["Hoa Đông", "Hoa Dong", "ward", 1, 93, "2026-12-08"],
  ["Hoa Tây", "Hoa Tay", "ward", 1, 87, "2026-12-10"],
  ["Bến Gỗ", "Ben Go", "ward", 1, 82, "2026-12-15"],
  ["Lâm Giang", "Lam Giang", "ward", 2, 89, "2026-12-11"],
  ["Thống Nhất", "Thong Nhat", "ward", 2, 78, "2026-12-14"],
  ["Ngọc Hồi Lâm", "Ngoc Hoi Lam", "ward", 2, 74, "2026-12-15"],
  ["Tây Sơn Hạ", "Tay Son Ha", "ward", 3, 85, "2026-12-10"],
  ["Cửa Nam Lâm", "Cua Nam Lam", "ward", 3, 91, "2026-12-09"],
  ["Đồng Tiến", "Dong Tien", "ward", 3, 60, "2026-12-15"],
  ["Mường Lâm", "Muong Lam", "upland", 3, 76, "2026-12-15"],
  ["Nậm Khao", "Nam Khao", "upland", 3, 68, "2026-12-14"],
  ["Pu Sao", "Pu Sao", "upland", 3, 63, "2026-12-15"],
  ["Tà Lèng", "Ta Leng", "upland", 3, 72, "2026-12-13"],
  ["Bản Vược", "Ban Vuoc", "upland", 3, 80, "2026-12-12"],
  ["Sín Thầu Lâm", "Sin Thau Lam", "upland", 3, 74, "2026-12-14"],
];

const slug = (en: string): string => en.toLowerCase().replaceAll(" ", "-");
const idOf = ([, en, kind]: Row): string => `hoa-lam-${kind === "ward" ? "phuong" : "xa"}-${slug(en)}`;

/** Since 1 July 2025: units that took the place of two former ones, and a ward that was a township. */
const merged: Readonly<Record<string, readonly string[]>> = {
  "hoa-lam-phuong-hoa-dong": ["hoa-lam-xa-hoa-dong-cu", "hoa-lam-thi-tran-hoa-lam"],
  "hoa-lam-phuong-lam-giang": ["hoa-lam-thi-tran-lam-giang"],
  "hoa-lam-xa-suoi-vang": ["hoa-lam-xa-suoi-vang-cu", "hoa-lam-xa-khe-bac"],
  "hoa-lam-xa-pu-sao": ["hoa-lam-xa-pu-sao-cu", "hoa-lam-xa-nam-ty"],
};
/** The commune that took the place of two within the year, on 1 July 2026: the register still has them. */
const mergedLast = "hoa-lam-xa-binh-lam";
/** The two communes that it replaced. */
export const replacedUnits: readonly Unit[] = [
  ["binh-an", "Xã Bình An", "Binh An commune"] as const,
  ["lam-thuong", "Xã Lâm Thượng", "Lam Thuong commune"] as const,
].map(([id, vi, en]) => ({
  id: `hoa-lam-xa-${id}`,
  name: { vi, en },
  group: "commune",
  kinds: [],
  parent: "hoa-lam",
}));
const replacedBy = (id: string): Pick<Unit, "replaces"> => {
  if (id === mergedLast)
    return { replaces: replacedUnits.map((it) => ({ unit: it.id, since: "2026-07-01" })) };
  return merged[id] === undefined
    ? {}
    : { replaces: merged[id].map((unit) => ({ unit, since: "2025-07-01" })) };
};
const kinds: Readonly<Record<string, readonly string[]>> = {
  "hoa-lam-xa-pu-sao": ["no-cash-fee", "no-investment"],
  "hoa-lam-xa-nam-khao": ["no-investment"],
};

const noPetitions = "Trong năm không tiếp nhận đơn khiếu nại, tố cáo thuộc thẩm quyền.";
const stories: Readonly<Record<string, Readonly<Record<string, Story>>>> = {
  "hoa-lam-xa-tan-khe": {
    "2.3": { kind: "claim", reason: noPetitions, decided: "council" },
    "3.5": { kind: "unanswered" },
  },
  "hoa-lam-xa-vinh-dien": {
    "5.4": {
      kind: "claim",
      reason: "Trong năm không có kiến nghị của thanh tra, kiểm toán.",
      decided: "accepted",
    },
    "3.2": {
      kind: "adjusted",
      claimed: { numerator: 1180, denominator: 1200 },
      facts: { numerator: 1104, denominator: 1200 },
      reason: "Biên bản kiểm tra KTX-02/2026: 76 hồ sơ quá hạn chưa được ghi nhận.",
      finding: "ktx-02-2026",
    },
  },
  "hoa-lam-phuong-ben-go": { "2.3": { kind: "claim", reason: noPetitions, decided: "refused" } },
  "hoa-lam-phuong-dong-tien": { "4.4": { kind: "no-evidence" }, "5.1": { kind: "unanswered" } },
  "hoa-lam-xa-thach-lam": {
    "3.4": { kind: "given", facts: { numerator: 0, denominator: 0 } },
    "2.3": { kind: "claim", reason: noPetitions, decided: "council" },
  },
  "hoa-lam-xa-pu-sao": {
    "5.4": { kind: "claim", reason: "Không có kiến nghị phải thực hiện.", decided: "council" },
  },
  "hoa-lam-xa-ta-leng": {
    "3.1": { kind: "returned", reason: "Ảnh chụp bảng niêm yết không rõ ngày; đề nghị giải trình." },
  },
};

const planOf = (row: Row): UnitPlan => {
  const [vi, en, kind, , quality, submitted] = row;
  const id = idOf(row);
  const ward = kind === "ward";
  return {
    unit: {
      id,
      name: { vi: `${ward ? "Phường" : "Xã"} ${vi}`, en: `${en} ${ward ? "ward" : "commune"}` },
      group: kind,
      kinds: kinds[id] ?? [],
      parent: "hoa-lam",
      ...replacedBy(id),
    },
    sign: "UBND",
    head: "Chủ tịch Ủy ban nhân dân",
    quality,
    stories: stories[id] ?? {},
    ...(submitted === undefined ? {} : { submitted }),
  };
};

/** The units, as the generator takes them. */
export const communes: readonly UnitPlan[] = rows.map(planOf);

const role = (
  id: string,
  vi: string,
  en: string,
  decides: Council["roles"][number]["decides"],
  ...holders: string[]
) => ({ id, title: { vi, en }, holders, decides });
const chairs = ["Giám đốc Sở Nội vụ", "Giám đốc Sở Tư pháp", "Giám đốc Sở Dân tộc và Tôn giáo"];
const council = (number: 1 | 2 | 3): Council => ({
  id: `council-${number}`,
  title: { vi: `Hội đồng thẩm định số ${number}`, en: `Appraisal council No. ${number}` },
  units: rows.filter((row) => row[3] === number).map(idOf),
  roles: [
    role(
      "chair",
      "Chủ tịch Hội đồng",
      "Chair of the council",
      ["final", "correction"],
      `${chairs[number - 1]} tỉnh Hoa Lâm`,
    ),
    role(
      "deputy",
      "Phó Chủ tịch Hội đồng",
      "Deputy chair",
      ["second", "final"],
      "Phó Giám đốc Sở Nội vụ tỉnh Hoa Lâm",
    ),
    role(
      "member",
      "Ủy viên Hội đồng",
      "Member",
      [],
      "Đại diện Văn phòng Ủy ban nhân dân tỉnh",
      "Đại diện Thanh tra tỉnh",
    ),
    role("working-group", "Tổ công tác", "Working group", ["first"], `Tổ công tác số ${number}`),
    role("secretary", "Thư ký", "Secretary", [], "Chuyên viên Phòng Cải cách hành chính"),
  ],
});

/** The three councils and the units that each judges. */
export const councils: readonly Council[] = [council(1), council(2), council(3)];

/** What inspections found in the year. */
export const findings: readonly Finding[] = [
  {
    id: "ktx-02-2026",
    unit: "hoa-lam-xa-vinh-dien",
    item: "3.2",
    what: "76 hồ sơ quá hạn chưa được ghi nhận trên hệ thống.",
    by: "Đoàn kiểm tra cải cách hành chính tỉnh Hoa Lâm",
    date: "2026-09-24",
  },
  {
    id: "ktx-05-2026",
    unit: "hoa-lam-phuong-thong-nhat",
    item: "4.1",
    what: "Quy chế làm việc chưa cập nhật theo mô hình chính quyền hai cấp.",
    by: "Đoàn kiểm tra cải cách hành chính tỉnh Hoa Lâm",
    date: "2026-06-12",
    remedied: "2026-07-03",
  },
];

const decree = (unit: string, item: string, value: object, reason: string): WrittenEntry =>
  ({
    kind: "adjust",
    unit: `hoa-lam-${unit}`,
    item,
    stage: "final",
    by: "chair",
    date: "2027-02-18",
    ...value,
    reason,
  }) as WrittenEntry;

/** Bonus and penalty. */
export const decrees: readonly WrittenEntry[] = [
  decree(
    "phuong-hoa-dong",
    "8.1",
    { facts: { count: 3 } },
    "Ba mô hình được công nhận; tính theo mức trần của dòng.",
  ),
  decree(
    "phuong-hoa-dong",
    "8.2",
    { facts: { points: "1" } },
    "Thí điểm tiếp nhận hồ sơ tại nhà theo kế hoạch của tỉnh.",
  ),
  decree("xa-hoa-trach", "8.1", { facts: { count: 1 } }, "Một mô hình được công nhận."),
  decree("xa-vinh-dien", "8.3", { facts: { count: 1 } }, "Một kết luận kiểm tra về báo cáo số liệu hồ sơ."),
  decree(
    "phuong-dong-tien",
    "8.4",
    { facts: { parts: ["no-reception"] } },
    "Hai tháng không tổ chức tiếp công dân định kỳ.",
  ),
];
