/**
 * The 22 departments of the fictional province Hoa Lâm in 2026, 18 in the group `general` and 4 in the group `special`,
 * with the stories that their round tells. All names, documents and figures are invented.
 */
import type { Story, UnitPlan } from "./make-unit.ts";

interface Row {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly sign: string;
  readonly quality: number;
  readonly submitted?: string;
  readonly kinds?: readonly string[];
  readonly special?: true;
  readonly exempt?: string;
  readonly replaces?: readonly (readonly [unit: string, since: string])[];
  readonly stories?: Readonly<Record<string, Story>>;
}

const noDrafting = "Trong năm không được giao chủ trì soạn thảo văn bản quy phạm pháp luật.";
const noPremises = "Không được giao quản lý cơ sở nhà, đất ngoài trụ sở làm việc.";
const noSystem = "Không vận hành hệ thống thông tin riêng; dùng nền tảng chung của tỉnh.";
const claim = (reason: string, decided: "accepted" | "council" | "refused" | "open"): Story => ({
  kind: "claim",
  reason,
  decided,
});

const rows: readonly Row[] = [
  {
    id: "so-noi-vu",
    vi: "Sở Nội vụ",
    en: "Department of Home Affairs",
    sign: "SNV",
    quality: 92,
    submitted: "2026-12-16",
  },
  {
    id: "so-tai-chinh",
    vi: "Sở Tài chính",
    en: "Department of Finance",
    sign: "STC",
    quality: 95,
    submitted: "2026-12-15",
    replaces: [
      ["hoa-lam-so-ke-hoach-va-dau-tu", "2025-03-01"],
      ["hoa-lam-so-tai-chinh-cu", "2025-03-01"],
    ],
  },
  {
    id: "so-tu-phap",
    vi: "Sở Tư pháp",
    en: "Department of Justice",
    sign: "STP",
    quality: 90,
    submitted: "2026-12-18",
    kinds: ["no-investment"],
    stories: { "6.2.2": { kind: "waived", reason: noPremises } },
  },
  {
    id: "so-cong-thuong",
    vi: "Sở Công Thương",
    en: "Department of Industry and Trade",
    sign: "SCT",
    quality: 84,
    submitted: "2026-12-21",
    stories: {
      "6.2.2": claim(noPremises, "council"),
      "7.2.2": {
        kind: "contested",
        claimed: { numerator: 1741, denominator: 2560 },
        returned: "Số liệu thấp hơn báo cáo của Trung tâm Phục vụ hành chính công tỉnh; đề nghị giải trình.",
        proposed: { numerator: 1812, denominator: 2560 },
        explained: "Bổ sung 71 hồ sơ nộp trực tuyến của bốn chi nhánh chưa tổng hợp.",
        number: "201/GT-SCT",
        accepted: "Biên bản làm việc đã xác nhận 71 hồ sơ.",
      },
    },
  },
  {
    id: "so-xay-dung",
    vi: "Sở Xây dựng",
    en: "Department of Construction",
    sign: "SXD",
    quality: 72,
    submitted: "2026-12-19",
    stories: {
      "3.4.1": {
        kind: "adjusted",
        claimed: { numerator: 3412, denominator: 3420 },
        facts: { numerator: 3283, denominator: 3420 },
        reason:
          "Kết luận kiểm tra KT-03/2026: 129 hồ sơ trễ hạn được chuyển trạng thái trên hệ thống trước khi chốt số liệu.",
        finding: "kt-03-2026",
      },
    },
  },
  {
    id: "so-nong-nghiep-va-moi-truong",
    vi: "Sở Nông nghiệp và Môi trường",
    en: "Department of Agriculture and Environment",
    sign: "SNNMT",
    quality: 78,
    submitted: "2026-12-21",
    replaces: [
      ["hoa-lam-so-nong-nghiep-va-phat-trien-nong-thon", "2025-07-01"],
      ["hoa-lam-so-tai-nguyen-va-moi-truong", "2025-07-01"],
    ],
  },
  {
    id: "so-khoa-hoc-va-cong-nghe",
    vi: "Sở Khoa học và Công nghệ",
    en: "Department of Science and Technology",
    sign: "SKHCN",
    quality: 88,
    submitted: "2026-12-17",
  },
  {
    id: "so-van-hoa-the-thao",
    vi: "Sở Văn hóa và Thể thao",
    en: "Department of Culture and Sports",
    sign: "SVHTT",
    quality: 80,
    submitted: "2026-12-24",
  },
  {
    id: "so-giao-duc-va-dao-tao",
    vi: "Sở Giáo dục và Đào tạo",
    en: "Department of Education and Training",
    sign: "SGDĐT",
    quality: 86,
    submitted: "2026-12-20",
  },
  {
    id: "so-y-te",
    vi: "Sở Y tế",
    en: "Department of Health",
    sign: "SYT",
    quality: 60,
    submitted: "2026-12-30",
    stories: {
      "2.2.1": { kind: "unanswered" },
      "3.5.2": { kind: "given", facts: { choice: "all" } },
      "7.1.1": { kind: "no-evidence" },
    },
  },
  {
    id: "so-dan-toc-va-ton-giao",
    vi: "Sở Dân tộc và Tôn giáo",
    en: "Department of Ethnic and Religious Affairs",
    sign: "SDTTG",
    quality: 76,
    submitted: "2026-12-18",
    kinds: ["no-subordinates"],
    stories: {
      "2.1.1": claim(noDrafting, "accepted"),
      "2.1.2": claim(noDrafting, "council"),
      "7.1.3": claim(noSystem, "refused"),
    },
  },
  {
    id: "so-ngoai-vu",
    vi: "Sở Ngoại vụ",
    en: "Department of Foreign Affairs",
    sign: "SNgV",
    quality: 82,
    submitted: "2026-12-17",
    kinds: ["no-subordinates", "no-investment"],
    stories: { "2.1.1": claim(noDrafting, "council") },
  },
  {
    id: "so-du-lich",
    vi: "Sở Du lịch",
    en: "Department of Tourism",
    sign: "SDL",
    quality: 83,
    submitted: "2026-12-27",
  },
  {
    id: "so-lao-dong-an-sinh",
    vi: "Sở Lao động và An sinh xã hội",
    en: "Department of Labour and Social Security",
    sign: "SLĐ",
    quality: 74,
    submitted: "2026-12-21",
    stories: {
      "2.2.2": {
        kind: "claim",
        reason: "Trong năm không phát hiện vấn đề qua theo dõi thi hành pháp luật.",
        decided: "council",
      },
    },
  },
  {
    id: "so-chuyen-doi-so",
    vi: "Sở Chuyển đổi số",
    en: "Department of Digital Transformation",
    sign: "SCĐS",
    quality: 91,
    submitted: "2026-12-14",
    stories: { "3.4.1": { kind: "given", facts: { numerator: 612, denominator: 615 } } },
  },
  {
    id: "so-giao-thong",
    vi: "Sở Giao thông",
    en: "Department of Transport",
    sign: "SGT",
    quality: 70,
    submitted: "2026-12-21",
    stories: { "3.2.2": { kind: "given", facts: { parts: ["office", "portal"] } } },
  },
  {
    id: "so-quy-hoach-kien-truc",
    vi: "Sở Quy hoạch - Kiến trúc",
    en: "Department of Planning and Architecture",
    sign: "SQHKT",
    quality: 68,
  },
  {
    id: "so-an-toan-thuc-pham",
    vi: "Sở An toàn thực phẩm",
    en: "Department of Food Safety",
    sign: "SATTP",
    quality: 79,
    submitted: "2026-12-20",
    kinds: ["no-investment"],
    exempt: "Thành lập từ ngày 01/10/2026; chấm điểm để theo dõi, chưa xếp hạng.",
  },
  {
    id: "van-phong-uy-ban-nhan-dan",
    vi: "Văn phòng Ủy ban nhân dân",
    en: "Office of the People's Committee",
    sign: "VP",
    quality: 89,
    submitted: "2026-12-18",
    special: true,
    kinds: ["no-procedures"],
  },
  {
    id: "thanh-tra-tinh",
    vi: "Thanh tra",
    en: "Inspectorate",
    sign: "TTr",
    quality: 81,
    submitted: "2026-12-19",
    special: true,
    kinds: ["no-procedures", "no-subordinates", "no-investment"],
  },
  {
    id: "ban-quan-ly-khu-cong-nghiep",
    vi: "Ban Quản lý các khu công nghiệp",
    en: "Industrial Zones Authority",
    sign: "BQLKCN",
    quality: 77,
    submitted: "2026-12-21",
    special: true,
    stories: {
      "6.1.2": {
        kind: "returned",
        reason: "Chưa thấy quyết định công khai quyết toán; đề nghị giải trình và bổ sung tài liệu.",
      },
      "2.1.1": claim(noDrafting, "open"),
    },
  },
  {
    id: "ban-quan-ly-khu-kinh-te",
    vi: "Ban Quản lý khu kinh tế cửa khẩu",
    en: "Border Economic Zone Authority",
    sign: "BQLKKT",
    quality: 73,
    submitted: "2026-12-20",
    special: true,
    kinds: ["no-subordinates"],
  },
];

const idOf = ({ id }: Row): string => `hoa-lam-${id}`;

const planOf = (row: Row): UnitPlan => ({
  unit: {
    id: idOf(row),
    name: { vi: `${row.vi} tỉnh Hoa Lâm`, en: `${row.en} of Hoa Lâm` },
    group: row.special ? "special" : "general",
    kinds: row.kinds ?? [],
    ...(row.replaces === undefined
      ? {}
      : { replaces: row.replaces.map(([unit, since]) => ({ unit, since })) }),
    ...(row.exempt === undefined ? {} : { exempt: row.exempt }),
  },
  sign: row.sign,
  head: row.special ? "Thủ trưởng cơ quan" : "Giám đốc Sở",
  quality: row.quality,
  stories: row.stories ?? {},
  ...(row.submitted === undefined ? {} : { submitted: row.submitted }),
});

/** The departments, as the generator takes them. */
export const departments: readonly UnitPlan[] = rows.map(planOf);
