/**
 * The appraisal of the fictional departments: two councils in the make-up of Hà Nội's of 2021 (chair, deputy, members,
 * working group, secretary), findings of inspections, and what the chair decided last. All of it is invented.
 */
import type { Council, Finding } from "../../src/round.ts";
import { departments } from "./departments.ts";
import type { WrittenEntry } from "./make-unit.ts";

const role = (
  id: string,
  vi: string,
  en: string,
  decides: Council["roles"][number]["decides"],
  ...holders: string[]
) => ({ id, title: { vi, en }, holders, decides });

const members = [
  "Sở Nội vụ",
  "Sở Tài chính",
  "Sở Tư pháp",
  "Sở Khoa học và Công nghệ",
  "Sở Chuyển đổi số",
  "Thanh tra",
].map((vi) => `Thủ trưởng ${vi} tỉnh Hoa Lâm`);

/** A member who judges a field of their own at the end. */
const field = (
  id: string,
  vi: string,
  en: string,
  items: readonly string[],
  holder: string | undefined,
): Council["roles"][number] => ({
  ...role(id, vi, en, ["final"], ...(holder === undefined ? [] : [holder])),
  items,
});

const roles: Council["roles"] = [
  role(
    "chair",
    "Chủ tịch Hội đồng",
    "Chair of the council",
    ["final", "correction"],
    "Chủ tịch Ủy ban nhân dân tỉnh Hoa Lâm",
  ),
  role(
    "deputy",
    "Phó Chủ tịch Hội đồng",
    "Deputy chair of the council",
    ["second", "final"],
    "Giám đốc Sở Nội vụ tỉnh Hoa Lâm",
  ),
  role("member", "Ủy viên Hội đồng", "Member of the council", [], ...members),
  field("member-justice", "Ủy viên phụ trách thể chế", "Member for legislation", ["2"], members[2]),
  field(
    "member-finance",
    "Ủy viên phụ trách tài chính công",
    "Member for public finance",
    ["6", "9.1.3"],
    members[1],
  ),
  field(
    "member-digital",
    "Ủy viên phụ trách chính quyền số",
    "Member for digital government",
    ["7"],
    members[4],
  ),
  role(
    "working-group",
    "Tổ công tác giúp việc Hội đồng",
    "Working group of the council",
    ["first"],
    "Lãnh đạo Sở Nội vụ",
    "Trưởng phòng Cải cách hành chính",
  ),
  role(
    "secretary",
    "Thư ký Hội đồng",
    "Secretary of the council",
    [],
    "Phó Trưởng phòng Cải cách hành chính",
  ),
];

const idsOf = (group: string): readonly string[] =>
  departments.filter(({ unit }) => unit.group === group).map(({ unit }) => unit.id);

/** The councils and the units that each judges. */
export const councils: readonly Council[] = [
  {
    id: "general",
    title: { vi: "Hội đồng thẩm định các sở", en: "Appraisal council of the departments" },
    units: idsOf("general"),
    roles,
  },
  {
    id: "special",
    title: { vi: "Hội đồng thẩm định các cơ quan đặc thù", en: "Appraisal council of the special bodies" },
    units: idsOf("special"),
    roles,
  },
];

const inspection = "Đoàn kiểm tra cải cách hành chính tỉnh Hoa Lâm";
/** What inspections found in the year: addressed by an adjustment, put right in time, and still open. */
export const findings: readonly Finding[] = [
  {
    id: "kt-03-2026",
    unit: "hoa-lam-so-xay-dung",
    item: "3.4.1",
    what: "129 hồ sơ trễ hạn bị chuyển trạng thái trên hệ thống thành đúng hạn.",
    by: inspection,
    date: "2026-10-14",
  },
  {
    id: "kt-04-2026",
    unit: "hoa-lam-so-giao-thong",
    item: "3.2.2",
    what: "Danh mục thủ tục niêm yết tại nơi tiếp nhận đã hết hiệu lực.",
    by: inspection,
    date: "2026-08-20",
    remedied: "2026-09-05",
  },
  {
    id: "kt-05-2026",
    unit: "hoa-lam-so-y-te",
    item: "3.5.2",
    what: "Một số phản ánh, kiến nghị đã trả lời nhưng chưa công khai.",
    by: inspection,
    date: "2026-11-06",
  },
];

const decree = (unit: string, item: string, value: object, reason: string): WrittenEntry =>
  ({
    kind: "adjust",
    unit: `hoa-lam-${unit}`,
    item,
    stage: "final",
    by: "chair",
    date: "2027-02-10",
    ...value,
    reason,
  }) as WrittenEntry;

/** Bonus, penalty and the last word of the chair; one correction after the closing act. */
export const decrees: readonly WrittenEntry[] = [
  {
    kind: "uphold",
    unit: "hoa-lam-so-giao-thong",
    item: "3.2.2",
    stage: "first",
    by: "working-group",
    date: "2027-01-12",
    reason: "Đã khắc phục trước khi chốt kỳ đánh giá; giữ nguyên điểm.",
    findings: ["kt-04-2026"],
  },
  decree(
    "so-tai-chinh",
    "9.1.1",
    { facts: { count: 4 } },
    "Bốn mô hình được công nhận nhân rộng; tính theo mức trần của dòng.",
  ),
  decree(
    "so-tai-chinh",
    "9.1.2",
    { facts: { choice: "prime-minister" } },
    "Bằng khen của Thủ tướng Chính phủ số 77/QĐ-TTg (giả định).",
  ),
  decree(
    "so-tai-chinh",
    "9.1.3",
    {
      votes: [
        { by: "chair", points: "1" },
        { by: "member-finance", points: "0.5" },
      ],
      absent: ["deputy"],
    },
    "Hoàn thành vượt mức nhiệm vụ đột phá về quyết toán điện tử.",
  ),
  decree("so-noi-vu", "9.1.1", { facts: { count: 1 } }, "Một mô hình được công nhận nhân rộng."),
  decree(
    "so-chuyen-doi-so",
    "9.1.2",
    { facts: { choice: "ministry" } },
    "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh.",
  ),
  decree(
    "so-xay-dung",
    "9.2.2",
    { facts: { parts: ["false-report"] } },
    "Báo cáo số liệu hồ sơ không trung thực, theo kết luận kiểm tra KT-03/2026.",
  ),
  decree(
    "so-lao-dong-an-sinh",
    "6.3.1",
    { points: "0.6" },
    "Hội đồng thống nhất công nhận một phần: quy chế chi tiêu đã sửa đổi nhưng công khai muộn.",
  ),
  decree(
    "so-y-te",
    "9.2.1",
    { facts: { count: 2 } },
    "Hai văn bản phê bình của Chủ tịch Ủy ban nhân dân tỉnh về chậm báo cáo.",
  ),
  decree(
    "so-giao-thong",
    "9.2.2",
    { facts: { parts: ["extra-papers"] } },
    "Yêu cầu nộp giấy tờ ngoài quy định ở hai hồ sơ.",
  ),
  {
    kind: "uphold",
    unit: "hoa-lam-so-cong-thuong",
    item: "7.2.2",
    stage: "final",
    by: "member-digital",
    date: "2027-02-10",
    reason: "Thống nhất kết quả thẩm định lần hai.",
  },
  {
    kind: "adjust",
    unit: "hoa-lam-so-cong-thuong",
    item: "7.2.2",
    stage: "correction",
    by: "chair",
    date: "2027-02-26",
    facts: { numerator: 1997, denominator: 2560 },
    reason:
      "Số liệu trích xuất thiếu hồ sơ nộp qua Cổng dịch vụ công quốc gia; đính chính theo biên bản đối soát.",
    evidence: [
      {
        number: "31/BB-TTPVHCC",
        issuer: "Trung tâm Phục vụ hành chính công tỉnh Hoa Lâm",
        date: "2027-02-24",
        section: "Mục II",
        page: "2",
      },
    ],
    decision: { number: "498/QĐ-UBND", date: "2027-02-26" },
  } as WrittenEntry,
];
