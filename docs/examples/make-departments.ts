/**
 * The round of the 22 departments of the fictional province Hoa Lâm in 2026: 18 in the group `general`, 4 in the group
 * `special`. All names, documents and figures are invented.
 */
import type { CriteriaSet, Item } from "../../src/criteria-set.ts";
import type { Council, Finding, Round } from "../../src/round.ts";
import { type Dice, diceOf, hundredths, leavesOf, type Sizes } from "./make-facts.ts";
import { doubledForms, drawForms } from "./make-survey.ts";
import {
  type Drawing,
  drawUnit,
  type Story,
  twinOf,
  type UnitPlan,
  type UnitRecord,
  type WrittenEntry,
} from "./make-unit.ts";

const on = "2027-01-12";
const days = { first: on, explained: "2027-01-22", second: "2027-02-03" };

/** How large the figures of each leaf are; tenths where they are decimals. */
const sizes: Sizes = {
  "1.1.2": [24, 60],
  "1.3.1": [6, 14],
  "1.5": [1, 9],
  "1.6.2": [80, 240],
  "2.1.1": [3, 9],
  "2.3.1": [12, 45],
  "3.1.2": [2, 6],
  "3.2.1": [20, 70],
  "3.3.1": [40, 130],
  "3.3.3": [400, 1000],
  "3.4.1": [400, 9000],
  "3.4.3": [400, 9000],
  "3.5.1": [4, 60],
  "4.2.2": [10, 90],
  "5.1.2": [45, 190],
  "5.4.1": [60, 260],
  "5.5": [600, 1000],
  "6.1.1": [4000, 90000],
  "6.3.2": [4, 16],
  "6.3.3": [1, 6],
  "7.1.2": [1500, 7000],
  "7.1.3": [2, 6],
  "7.2.1": [20, 110],
  "7.2.2": [400, 9000],
  "7.2.3": [250, 900],
  "7.2.4": [550, 1000],
  "7.3.3": [12, 60],
};

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
      "7.2.2": { kind: "given", facts: { numerator: 1741, denominator: 2560 } },
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

const councils: readonly Council[] = [
  {
    id: "general",
    title: { vi: "Hội đồng thẩm định các sở", en: "Appraisal council of the departments" },
    units: rows.filter((row) => !row.special).map(idOf),
    roles,
  },
  {
    id: "special",
    title: { vi: "Hội đồng thẩm định các cơ quan đặc thù", en: "Appraisal council of the special bodies" },
    units: rows.filter((row) => row.special).map(idOf),
    roles,
  },
];

const inspection = "Đoàn kiểm tra cải cách hành chính tỉnh Hoa Lâm";
const findings: readonly Finding[] = [
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
const decrees: readonly WrittenEntry[] = [
  {
    kind: "uphold",
    unit: "hoa-lam-so-giao-thong",
    item: "3.2.2",
    stage: "first",
    by: "working-group",
    date: on,
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
    { facts: { points: "0.75" } },
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

/** Draws the round. */
export function departmentsRound(set: CriteriaSet): object {
  const dice = diceOf(20260722);
  const leaves = leavesOf(set.items as readonly Item[]);
  const registered = (kind: string, leaf: string): boolean =>
    set.exemptions.some((it) => it.kind === kind && it.items.includes(leaf));
  const drawing: Drawing = { leaves, sizes, exempt: registered, everyItem: false, days };
  const plans = rows.map(planOf);
  const records = new Map(plans.map((plan) => [plan.unit.id, drawUnit(plan, drawing, dice)]));
  const counts = drawSurvey(set, plans, dice);
  const statistics = plans.flatMap((plan) => drawStatistics(plan, registered, dice));
  tie(plans, records, counts, statistics);
  const own = [...records.values()];
  return {
    format: 1,
    set: set.id,
    edition: 1,
    title: {
      vi: "Đợt đánh giá minh họa: các sở, cơ quan ngang sở tỉnh Hoa Lâm (giả định), năm 2026",
      en: "Illustrative round: departments of the fictional province Hoa Lâm, 2026",
    },
    status: "illustrative",
    units: plans.map(({ unit }) => unit),
    councils,
    selfAssessments: own.flatMap(({ selfAssessment }) => selfAssessment ?? []),
    ledger: [...own.flatMap(({ entries }) => entries), ...decrees],
    acts: [
      { stage: "first", council: "general", number: "15/TB-HĐTĐ", date: "2027-01-18" },
      { stage: "second", council: "general", number: "21/TB-HĐTĐ", date: "2027-02-05" },
      { stage: "final", council: "general", number: "412/QĐ-UBND", date: "2027-02-15" },
      { stage: "first", council: "special", number: "16/TB-HĐTĐ", date: "2027-01-18" },
    ],
    tally: {
      batches: ["2026-11-leaders", "2026-12-citizens"],
      counts: [...counts.values()],
      invalid: [{ code: "unknown-questionnaire", count: 2 }],
    },
    statistics: statistics.map(({ target: _, ...it }) => it),
    targets: statistics.flatMap(({ unit, item, target }) =>
      target === undefined ? [] : [{ unit, item, facts: { count: target } }],
    ),
    findings,
    extensions: [
      {
        unit: "hoa-lam-so-du-lich",
        deadline: "self-assessment",
        by: "2026-12-28",
        reason: "Phục vụ Tuần lễ Du lịch tỉnh theo phân công của Chủ tịch Ủy ban nhân dân tỉnh.",
      },
    ],
  };
}

type Counts = Map<string, Round["tally"]["counts"][number]>;

function drawSurvey(set: CriteriaSet, plans: readonly UnitPlan[], dice: Dice): Counts {
  const counts: Counts = new Map();
  for (const form of set.survey?.questionnaires ?? []) {
    for (const { unit, quality } of plans) {
      const many = form.id === "leaders" ? dice.between(74, 132) : dice.between(140, 420);
      // Few people have business there: fewer forms than the set asks for.
      const forms = form.id === "citizens" && unit.id === "hoa-lam-so-ngoai-vu" ? 87 : many;
      counts.set(`${form.id} ${unit.id}`, drawForms(form, unit.id, quality - 3, forms, dice));
    }
  }
  return counts;
}

interface Figure {
  readonly unit: string;
  readonly item: string;
  readonly facts: object;
  readonly reference: string;
  readonly target?: number;
}

function drawStatistics(
  { unit, quality }: UnitPlan,
  exempt: (kind: string, leaf: string) => boolean,
  dice: Dice,
): readonly Figure[] {
  const satisfied = hundredths(Math.min(9650, quality * 100 + dice.between(-500, 500)));
  const target = dice.between(8, 60) * 10;
  const done = target * (dice.chance(20) ? 100 : dice.between(quality, 128));
  const sipas = {
    unit: unit.id,
    item: "8.2.1",
    facts: { percent: satisfied },
    reference: "Báo cáo 12/BC-SNV về Chỉ số hài lòng năm 2026 (giả định)",
  };
  const economy = {
    unit: unit.id,
    item: "8.2.2",
    facts: { count: (done - (done % 100)) / 100 },
    target,
    reference: "Báo cáo 305/BC-UBND về kinh tế - xã hội năm 2026 (giả định)",
  };
  return [...(unit.kinds.some((kind) => exempt(kind, "8.2.1")) ? [] : [sipas]), economy];
}

/**
 * Two departments with the same published index, so that the tie-breaker decides: the second has the answers of the
 * first but one, which costs it 0.25 of the appraised points, and a satisfaction index higher by as much.
 */
function tie(
  plans: readonly UnitPlan[],
  records: Map<string, UnitRecord>,
  counts: Counts,
  statistics: Figure[],
): void {
  const [model, copy] = ["hoa-lam-so-giao-duc-va-dao-tao", "hoa-lam-so-khoa-hoc-va-cong-nghe"] as const;
  const plan = plans.find(({ unit }) => unit.id === copy) as UnitPlan;
  const twin = twinOf(records.get(model) as UnitRecord, plan);
  const leaders = { parts: ["leaders", "staff"] };
  const withTraining = (record: UnitRecord, facts: { parts: readonly string[] }): UnitRecord => ({
    entries: record.entries.filter(({ item }) => item !== "5.4.2"),
    selfAssessment: record.selfAssessment && {
      ...record.selfAssessment,
      answers: record.selfAssessment.answers.map((answer) =>
        answer.item === "5.4.2" ? { ...answer, facts } : answer,
      ),
    },
  });
  records.set(model, withTraining(records.get(model) as UnitRecord, leaders));
  records.set(copy, withTraining(twin, { parts: ["staff"] }));
  for (const form of ["leaders", "citizens"]) {
    const known = counts.get(`${form} ${model}`);
    if (known !== undefined) counts.set(`${form} ${copy}`, doubledForms(known, copy));
  }
  const replace = (item: string, change: (figure: Figure) => Figure): void => {
    const from = statistics.find((it) => it.unit === model && it.item === item) as Figure;
    statistics[statistics.findIndex((it) => it.unit === copy && it.item === item)] = {
      ...change(from),
      unit: copy,
    };
  };
  replace("8.2.1", (it) => {
    const model = statistics.indexOf(it);
    statistics[model] = { ...it, facts: { percent: "84.10" } };
    return { ...it, facts: { percent: "91.24" } };
  });
  replace("8.2.2", (it) => it);
}
