/**
 * The answer of `verify` in words, a line for each thing that was checked, so that somebody without the code can read
 * what holds, what differs first, and what could not be checked. The step of a difference is told in the words of the
 * field: `inputs.selfAssessments 1.1.2 facts.numerator` is “báo cáo tự đánh giá, tiêu chí 1.1.2, số liệu kê khai, tử số”.
 */

import type { LeafState } from "../evaluation.ts";
import { type Voice, voiceOf } from "../explain/words/voice.ts";
import type { Language } from "../rule.ts";
import { noValue, type StepDifference, type Wanted } from "./record-check.ts";
import type { RecordResult } from "./record-shape.ts";
import type { Unchecked, Verification, VerifiedRecord } from "./verify.ts";

interface VerificationWords {
  readonly digests: Readonly<Record<Verification["digests"], string>>;
  readonly recomputation: Readonly<Record<Verification["recomputation"], string>>;
  readonly sums: Readonly<Record<Verification["sums"], string>>;
  readonly round: Readonly<Record<Exclude<Verification["round"], "not-done">, string>>;
  readonly inclusion: Readonly<Record<NonNullable<Verification["inclusion"]>, string>>;
  readonly unchecked: Readonly<Record<Unchecked, string>>;
  readonly not: string;
  readonly sealed: string;
  readonly outcome: string;
  readonly first: string;
  readonly wrong: (found: string, expected: string) => string;
  readonly apart: Readonly<Record<"set" | "round" | "computed", (found: string, given: string) => string>>;
  readonly lacks: Readonly<Record<"record" | "round" | "excess", string>>;
  readonly part: string;
  readonly entry: (by: string, item: string, day: string) => string;
  readonly explained: (item: string, day: string) => string;
  readonly changed: string;
  readonly roundTells: string;
  readonly conclusion: string;
  readonly conclusions: Readonly<Record<Conclusion, string>>;
}

/** What follows from a verification. */
type Conclusion = "unreadable" | "changed" | "set" | "round" | "wrong" | "stranger" | "partly" | "right";

const verificationWords: Readonly<Record<Language, VerificationWords>> = {
  vi: {
    digests: {
      hold: "Mã băm: khớp với nội dung",
      differ: "Mã băm: KHÔNG khớp với nội dung",
      unreadable: "Không đọc được bản kết quả niêm phong",
    },
    recomputation: {
      agrees: "Tính lại từ số liệu gốc: khớp",
      differs: "Tính lại từ số liệu gốc: KHÔNG khớp",
      "not-done": "Chưa tính lại từ số liệu gốc",
    },
    sums: {
      agree: "Các tổng trong bản kết quả niêm phong: khớp",
      differ: "Các tổng trong bản kết quả niêm phong: KHÔNG khớp",
      "not-done": "Chưa cộng lại các tổng",
    },
    round: {
      same: "Đợt đánh giá: đúng là đợt đã niêm phong",
      differs: "Đợt đánh giá: có chỗ khác với đợt đã niêm phong",
    },
    inclusion: { holds: "Thuộc kết quả của nhóm: đúng", differs: "Thuộc kết quả của nhóm: KHÔNG đúng" },
    unchecked: {
      set: "bộ tiêu chí",
      round: "đợt đánh giá",
      group: "nhóm",
      place: "thứ hạng",
      texts: "các văn bản đứng sau mã băm",
      root: "mã băm gốc đã công bố",
    },
    not: "Chưa kiểm tra được",
    sealed: "Bản kết quả niêm phong",
    outcome: "Kết quả đã niêm phong",
    first: "Khác biệt đầu tiên",
    wrong: (found, expected) => `ghi ${found}, đúng ra là ${expected}`,
    apart: {
      round: (found, given) => `bản kết quả niêm phong ghi ${found}; tệp đợt đánh giá ghi ${given}`,
      computed: (found, given) => `bản kết quả niêm phong ghi ${found}; tính từ tệp đợt đánh giá ra ${given}`,
      set: (found, given) => `bản kết quả niêm phong ghi ${found}; bộ tiêu chí được đưa vào ghi ${given}`,
    },
    lacks: {
      record: "bản kết quả niêm phong thiếu",
      round: "tệp đợt đánh giá thiếu",
      excess: "bản kết quả niêm phong ghi thừa",
    },
    part: "phần này",
    entry: (by, item, day) => `ý kiến của ${by} về mục ${item} ngày ${day}`,
    explained: (item, day) => `giải trình của đơn vị về mục ${item} ngày ${day}`,
    changed: "phần này hoặc mã băm của phần này đã bị sửa",
    roundTells: "; cần tệp đợt đánh giá để chỉ rõ chỗ nào",
    conclusion: "Kết luận",
    conclusions: {
      unreadable: "không kiểm chứng được",
      changed: "bản kết quả niêm phong đã bị sửa sau khi niêm phong",
      set: "bộ tiêu chí được đưa vào không phải là bộ đã dùng để niêm phong",
      round:
        "bản kết quả niêm phong và tệp đợt đánh giá không khớp nhau; cần đối chiếu với hồ sơ gốc để biết bên nào đúng",
      wrong: "kết quả đã ghi không đúng với số liệu gốc",
      stranger: "bản kết quả niêm phong không thuộc kết quả của nhóm",
      partly: "những gì kiểm tra được đều đúng",
      right: "tính lại ra đúng kết quả đã niêm phong",
    },
  },
  en: {
    digests: {
      hold: "Digests: those of what stands there",
      differ: "Digests: NOT those of what stands there",
      unreadable: "The record cannot be read",
    },
    recomputation: {
      agrees: "Computed again from the inputs: agrees",
      differs: "Computed again from the inputs: DIFFERS",
      "not-done": "Not computed again from the inputs",
    },
    sums: {
      agree: "Sums within the record: agree",
      differ: "Sums within the record: DIFFER",
      "not-done": "Sums were not added again",
    },
    round: {
      same: "Round: the one that was sealed",
      differs: "Round: differs somewhere from the one that was sealed",
    },
    inclusion: {
      holds: "Belongs to the result of the group",
      differs: "Does NOT belong to the result of the group",
    },
    unchecked: {
      set: "the criteria set",
      round: "the round",
      group: "the group",
      place: "the place",
      texts: "the texts behind digests",
      root: "the published root",
    },
    not: "Not checked",
    sealed: "Sealed record",
    outcome: "Sealed result",
    first: "First difference",
    wrong: (found, expected) => `found ${found}, expected ${expected}`,
    apart: {
      round: (found, given) => `the record says ${found}; the round says ${given}`,
      computed: (found, given) => `the record says ${found}; computed from the round it is ${given}`,
      set: (found, given) => `the record says ${found}; the set given says ${given}`,
    },
    lacks: {
      record: "the record lacks",
      round: "the round lacks",
      excess: "the record has in excess",
    },
    part: "this part",
    entry: (by, item, day) => `the entry of ${by} on item ${item} of ${day}`,
    explained: (item, day) => `the unit's explanation on item ${item} of ${day}`,
    changed: "this part or its digest was changed",
    roundTells: "; the round is needed to tell where",
    conclusion: "Conclusion",
    conclusions: {
      unreadable: "it cannot be verified",
      changed: "the record was changed after it was sealed",
      set: "the set given is not the one that was sealed with",
      round: "the record and the round do not agree; only the original files tell which of them is right",
      wrong: "the result that is recorded does not follow from the inputs",
      stranger: "the record does not belong to the result of the group",
      partly: "what could be checked is right",
      right: "the sealed result comes out again",
    },
  },
};

/**
 * Words a verification.
 *
 * @param verification What `verify` gave.
 * @param language `"vi"` or `"en"`.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws RangeError if the language is none of those.
 *
 * @example
 * ```ts
 * import { verificationText, verify } from "par-index/audit";
 * verificationText(verify({}), "en").split("\n")[0]; // => 'The record cannot be read'
 * ```
 */
export function verificationText(verification: Verification, language: Language): string {
  const voice = voiceOf(language, "verificationText");
  const word = verificationWords[language];
  const { record, digests, recomputation, sums, round, inclusion, unchecked, firstDifference } = verification;
  const lines = [
    ...(record === undefined ? [] : verifiedLines(record, voice)),
    word.digests[digests],
    ...(digests === "unreadable" ? [] : [word.recomputation[recomputation], word.sums[sums]]),
    ...(round === "not-done" ? [] : [word.round[round]]),
    ...(inclusion === undefined ? [] : [word.inclusion[inclusion]]),
    ...(firstDifference === undefined ? [] : [firstText(firstDifference, round, voice)]),
    ...(unchecked.length === 0
      ? []
      : [`${word.not}: ${unchecked.map((it) => word.unchecked[it]).join(", ")}`]),
    `${word.conclusion}: ${word.conclusions[conclusionFrom(verification)]}`,
  ];
  // What a forged record says cannot pass for a line of the answer.
  return lines.map((line) => line.replace(/[\r\n\u2028\u2029]+/g, " ")).join("\n");
}

/** The unit or else the group, and its set; then what the record says of it. */
function verifiedLines(
  { unit, group, set, edition, index, place }: VerifiedRecord,
  voice: Voice,
): readonly string[] {
  const { sealed, outcome } = verificationWords[voice.language];
  const told = (facts: Readonly<Record<string, string | undefined>>): string =>
    Object.entries(facts)
      .flatMap(([key, it]) => (it === undefined ? [] : [`${differingStep(key, voice)} ${it}`]))
      .join(", ");
  const of = unit === undefined ? { group, set, edition } : { unit, set, edition };
  const result = told({ index: index === undefined ? undefined : voice.percent(index), place });
  return [`${sealed}: ${told(of)}`, ...(result === "" ? [] : [`${outcome}: ${result}`])];
}

function firstText(first: StepDifference, round: Verification["round"], voice: Voice): string {
  const word = verificationWords[voice.language];
  const { step, found, expected, from } = first;
  const value = (text: string): string => valueText(text, step, voice);
  const line = (about: string, text: string): string =>
    `${word.first}: ${differingStep(about, voice)}: ${text}`;
  if (from === "digest") {
    const isTold = round === "not-done" && /^(?:unit \S+: )?(?:inputs|relative)/.test(step);
    return line(step, `${word.changed}${isTold ? word.roundTells : ""}`);
  }
  const lack = from === "round" ? lackOf(first, round, voice) : undefined;
  if (lack !== undefined) return line(lack.about, lack.text);
  return line(step, sideWords(first, round, word)(value(found), value(expected)));
}

/** A value is called wrong where it is computed from the same inputs, or the round is the one that was sealed. */
function sideWords({ step, from }: StepDifference, round: Verification["round"], word: VerificationWords) {
  if (from === "set") return word.apart.set;
  if (from !== "round" || round !== "differs") return word.wrong;
  return step.includes("inputs") ? word.apart.round : word.apart.computed;
}

/** What is said of an element that only one side has: an entry by who made it and when, any other as the part it is. */
function lackOf(
  { step, found, expected }: StepDifference,
  round: Verification["round"],
  voice: Voice,
): { readonly about: string; readonly text: string } | undefined {
  if (found !== noValue && expected !== noValue) return undefined;
  const word = verificationWords[voice.language];
  const isExtra = expected === noValue;
  const lacks = word.lacks[!isExtra ? "record" : round === "same" ? "excess" : "round"];
  const there = isExtra ? found : expected;
  const [, ledger, item = "", kind] =
    /^((?:unit \S+: )?inputs\.ledger) (\S+) (\S+)(?: \d+)?$/.exec(step) ?? [];
  const [, by = "", date] = /^(\S+) (\d{4}-\d\d-\d\d)$/.exec(there) ?? [];
  if (ledger !== undefined && date !== undefined) {
    const day = voice.day(date);
    const entry = kind === "explain" ? word.explained(item, day) : word.entry(by, item, day);
    return { about: ledger, text: `${lacks} ${entry}` };
  }
  return /^[{[]/.test(there) ? { about: step, text: `${lacks} ${word.part}` } : undefined;
}

function conclusionFrom(verification: Verification): Conclusion {
  const { digests, recomputation, sums, round, inclusion, unchecked, firstDifference } = verification;
  if (digests === "unreadable") return "unreadable";
  if (digests === "differ") return "changed";
  if (firstDifference?.from === "set") return "set";
  if (sums !== "differ" && round === "differs" && firstDifference?.from === "round") return "round";
  if (recomputation === "differs" || sums === "differ") return "wrong";
  if (inclusion === "differs") return "stranger";
  return recomputation === "agrees" && unchecked.length === 0 ? "right" : "partly";
}

/** Tells whether the record is as it should be; that a round differs where it concerns others says nothing against it. */
export const isSound = ({ digests, recomputation, sums, inclusion }: Verification): boolean =>
  digests === "hold" && recomputation !== "differs" && sums !== "differ" && inclusion !== "differs";

/** The words for one name, by language; a name that has none stays as the record has it. */
type NameWords = Readonly<Record<Language, string>>;

/** Steps that are followed by the id of what they are about. */
const stepKindWords: Readonly<Record<string, NameWords>> = {
  leaf: { vi: "tiêu chí", en: "item" },
  node: { vi: "tổng điểm mục", en: "sum of item" },
  source: { vi: "nguồn điểm", en: "source of points" },
  relative: { vi: "số liệu của nhóm cho tiêu chí", en: "what the group gave to item" },
  "place of": { vi: "thứ hạng của", en: "place of" },
  "line conversion": { vi: "quy đổi nguồn điểm", en: "conversion of source" },
  "line bonus": { vi: "điểm thưởng", en: "bonus" },
  "line penalty": { vi: "điểm trừ", en: "penalty" },
  "line late": { vi: "trừ điểm", en: "charge:" },
  "line cap": { vi: "mức trần:", en: "cap:" },
};

/** Lists of the inputs whose elements are named by an item before anything else. */
const byItem = ["selfAssessments", "ledger", "statistics", "targets"].map((list) => `inputs.${list}`);

/** Parts of which the key alone is told: “Chỉ số”, not “kết quả, Chỉ số”. */
const untold = ["inputs", "result", "place"];

const terms: Readonly<Record<string, NameWords>> = {
  // The record
  record: { vi: "bản kết quả niêm phong", en: "record" },
  head: { vi: "thông tin chung của bản kết quả niêm phong", en: "head of the record" },
  format: { vi: "định dạng", en: "format" },
  kind: { vi: "loại", en: "kind" },
  set: { vi: "bộ tiêu chí", en: "criteria set" },
  id: { vi: "mã", en: "id" },
  edition: { vi: "lần ban hành", en: "edition" },
  round: { vi: "đợt đánh giá", en: "round" },
  unit: { vi: "đơn vị", en: "unit" },
  units: { vi: "các đơn vị", en: "units" },
  group: { vi: "nhóm đơn vị", en: "group" },
  until: { vi: "thời điểm tính kết quả", en: "point in the process" },
  texts: { vi: "cách ghi văn bản", en: "texts" },
  digest: { vi: "mã băm", en: "digest" },
  digests: { vi: "các mã băm", en: "digests" },
  root: { vi: "mã băm gốc của nhóm", en: "root of the group" },
  proof: { vi: "bằng chứng thuộc nhóm", en: "proof of inclusion" },
  path: { vi: "đường dẫn", en: "path" },
  // Inputs
  inputs: { vi: "số liệu gốc", en: "inputs" },
  "inputs.head": { vi: "thông tin chung của đợt đánh giá", en: "head of the round" },
  selfAssessments: { vi: "báo cáo tự đánh giá", en: "self-assessment" },
  ledger: { vi: "sổ theo dõi thẩm định", en: "ledger" },
  statistics: { vi: "số liệu thống kê", en: "statistics" },
  targets: { vi: "chỉ tiêu", en: "targets" },
  findings: { vi: "kết quả kiểm tra", en: "findings" },
  extensions: { vi: "gia hạn", en: "extensions" },
  acts: { vi: "quyết định kết thúc bước thẩm định", en: "closing acts" },
  councils: { vi: "Hội đồng thẩm định", en: "council" },
  tally: { vi: "tổng hợp phiếu", en: "tally" },
  surveyNotHeld: { vi: "không tổ chức khảo sát", en: "no survey held" },
  title: { vi: "tên", en: "title" },
  name: { vi: "tên", en: "name" },
  vi: { vi: "tiếng Việt", en: "Vietnamese" },
  en: { vi: "tiếng Anh", en: "English" },
  status: { vi: "tính chất dữ liệu", en: "status" },
  kinds: { vi: "loại đơn vị", en: "kinds" },
  parent: { vi: "đơn vị cấp trên", en: "parent" },
  replaces: { vi: "thay thế đơn vị", en: "replaces" },
  since: { vi: "từ ngày", en: "since" },
  exempt: { vi: "lý do miễn xếp hạng", en: "reason of the exemption" },
  roles: { vi: "vai trò", en: "role" },
  holders: { vi: "người đảm nhiệm", en: "holder" },
  decides: { vi: "các bước được quyết định", en: "stages of decision" },
  council: { vi: "Hội đồng thẩm định", en: "council" },
  item: { vi: "tiêu chí", en: "item" },
  stage: { vi: "bước thẩm định", en: "stage" },
  submitted: { vi: "ngày gửi", en: "day of submission" },
  approved: { vi: "phê duyệt", en: "approval" },
  role: { vi: "chức vụ", en: "role" },
  facts: { vi: "số liệu kê khai", en: "facts" },
  choice: { vi: "phương án", en: "option" },
  parts: { vi: "nội dung đạt được", en: "part" },
  numerator: { vi: "tử số", en: "numerator" },
  denominator: { vi: "mẫu số", en: "denominator" },
  percent: { vi: "tỷ lệ phần trăm", en: "percentage" },
  value: { vi: "giá trị", en: "value" },
  count: { vi: "số lượng", en: "count" },
  breaches: { vi: "vi phạm", en: "breach" },
  points: { vi: "điểm", en: "points" },
  notApplicable: { vi: "không áp dụng", en: "not applicable" },
  explanation: { vi: "giải trình", en: "explanation" },
  explain: { vi: "giải trình", en: "explanation" },
  evidence: { vi: "tài liệu kiểm chứng", en: "evidence" },
  number: { vi: "số hiệu", en: "number" },
  issuer: { vi: "cơ quan ban hành", en: "issuer" },
  date: { vi: "ngày", en: "date" },
  section: { vi: "mục", en: "section" },
  page: { vi: "trang", en: "page" },
  reason: { vi: "lý do", en: "reason" },
  by: { vi: "người thực hiện", en: "by" },
  decision: { vi: "quyết định", en: "decision" },
  reference: { vi: "nguồn số liệu", en: "reference" },
  what: { vi: "nội dung", en: "what was found" },
  remedied: { vi: "ngày khắc phục", en: "remedied" },
  batches: { vi: "đợt nhập phiếu", en: "batches" },
  counts: { vi: "mẫu phiếu", en: "questionnaire" },
  forms: { vi: "số phiếu hợp lệ", en: "valid forms" },
  invalid: { vi: "không hợp lệ", en: "invalid" },
  questions: { vi: "câu hỏi", en: "question" },
  options: { vi: "phương án", en: "option" },
  // What the set declares
  declared: { vi: "quy định của bộ tiêu chí", en: "declared by the set" },
  policies: { vi: "quy định chung", en: "policies" },
  rounding: { vi: "làm tròn", en: "rounding" },
  grades: { vi: "các mức xếp loại", en: "grades" },
  bonusCap: { vi: "mức trần điểm thưởng", en: "cap of bonus lines" },
  penaltyCap: { vi: "mức trần điểm trừ", en: "cap of penalty lines" },
  // Steps and results
  steps: { vi: "các bước tính", en: "steps" },
  leaves: { vi: "tổng điểm các tiêu chí", en: "sum of the items" },
  nodes: { vi: "tổng điểm các mục", en: "sums" },
  sources: { vi: "các nguồn điểm", en: "sources of points" },
  total: { vi: "giá trị chính xác", en: "exact value" },
  low: { vi: "mức thấp nhất", en: "lowest" },
  high: { vi: "mức cao nhất", en: "highest" },
  lines: { vi: "các dòng cộng, trừ", en: "lines" },
  limit: { vi: "giới hạn của Chỉ số", en: "limit of the index" },
  late: { vi: "nộp muộn", en: "late" },
  bonus: { vi: "tổng điểm thưởng", en: "all bonus lines" },
  penalty: { vi: "tổng điểm trừ", en: "all penalty lines" },
  max: { vi: "Chỉ số cao nhất", en: "greatest index" },
  min: { vi: "Chỉ số thấp nhất", en: "least index" },
  maxPoints: { vi: "điểm tối đa", en: "maximum points" },
  index: { vi: "Chỉ số", en: "index" },
  result: { vi: "kết quả", en: "result" },
  state: { vi: "tình trạng", en: "state" },
  why: { vi: "lý do", en: "reason" },
  bounds: { vi: "khoảng tạm tính", en: "bounds" },
  grade: { vi: "xếp loại", en: "grade" },
  claimed: { vi: "điểm tự chấm", en: "claimed points" },
  relative: { vi: "số liệu của nhóm", en: "what the group gave" },
  place: { vi: "thứ hạng", en: "place" },
  tied: { vi: "đồng hạng", en: "tied" },
  of: { vi: "số đơn vị được xếp hạng", en: "number of ranked units" },
  complete: { vi: "bảng xếp hạng đầy đủ", en: "complete ranking" },
  unranked: { vi: "chưa xếp hạng", en: "unranked" },
  ranking: { vi: "xếp hạng", en: "ranking" },
  mean: { vi: "điểm trung bình của nhóm", en: "mean of the group" },
  meanOf: { vi: "số đơn vị tính trung bình", en: "number of units in the mean" },
};

/** What can be said of a step that is neither number nor day; in English it is said as it stands. */
type Saying = Wanted | LeafState | RecordResult["state"] | "true" | "false";

const sayings: Readonly<Record<Language, Readonly<Partial<Record<Saying, string>>>>> = {
  en: {},
  vi: {
    "the record as JSON.parse gives it from this text":
      "bản kết quả niêm phong đã đọc từ văn bản này bằng JSON.parse",
    "plain data": "dữ liệu JSON thuần",
    "an object": "một đối tượng JSON",
    "a whole number": "số nguyên",
    "unit or group": "unit hoặc group",
    "a group of the set": "một nhóm của bộ tiêu chí",
    "full or digest": "full hoặc digest",
    "a stage or a day": "một bước thẩm định hoặc một ngày",
    "a unit of the group in the round": "một đơn vị của nhóm trong đợt đánh giá",
    "inputs without error": "số liệu gốc không có lỗi",
    "a list of leaves with what the group gave": "danh sách tiêu chí kèm số liệu của nhóm",
    "what a group can have given": "số liệu mà nhóm có thể có",
    "records of units": "các bản kết quả niêm phong của đơn vị",
    "a readable part": "phần đọc được",
    "a proof of inclusion": "bằng chứng thuộc nhóm",
    "position, size and a list of hashes": "vị trí, số lượng và danh sách mã băm",
    "a path of the length for position and size": "đường dẫn có độ dài đúng với vị trí và số lượng",
    true: "có",
    false: "không",
    complete: "đã có kết quả",
    provisional: "tạm tính",
    refused: "bị từ chối",
    unscored: "không chấm điểm",
    scored: "đã chấm điểm",
    unanswered: "chưa trả lời",
    pending: "chờ",
    "not-applicable": "không áp dụng",
  },
};

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** A step in words. */
function differingStep(step: string, voice: Voice): string {
  const [, unit, rest = ""] = /^(?:unit (\S+): )?([\s\S]*)$/.exec(step) ?? [];
  const text = withinUnit(rest, voice);
  return unit === undefined ? text : `${keysText("unit", voice)} ${unit}, ${text}`;
}

function withinUnit(step: string, voice: Voice): string {
  const [, kind = "", id = ""] = /^(place of|line \w+|\w+) ([\s\S]+)$/.exec(step) ?? [];
  const words = own(stepKindWords, kind);
  // What is late or capped is no id that somebody chose.
  if (words !== undefined)
    return `${words[voice.language]} ${/^line (?:late|cap)$/.test(kind) ? keysText(id, voice) : id}`;
  const [first = "", ...rest] = step.split(" ");
  const told = rest.map((name, at) =>
    at === 0 && byItem.includes(first) ? withinUnit(`leaf ${name}`, voice) : keysText(name, voice),
  );
  return [keysText(first, voice), ...told].join(", ").replace(/, (\d+)(?=,|$)/g, " $1");
}

/** Keys with points between them; a name that somebody chose stays as it is. */
function keysText(path: string, voice: Voice): string {
  const word = (name: string): string | undefined =>
    own(terms, name)?.[voice.language] ?? own(voice.wording.stages, name);
  const [first = "", ...rest] = path.split(".");
  const whole = word(path);
  if (whole !== undefined || word(first) === undefined) return whole ?? path;
  const told = untold.includes(first) ? rest : [first, ...rest];
  return told.map((key) => word(key) ?? key).join(", ");
}

/** What stands at a step, or should, in the style of the language. */
function valueText(value: string, step: string, voice: Voice): string {
  const said = own(sayings[voice.language], value);
  if (said !== undefined) return said;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return voice.day(value);
  return isFigure(step) && /^-?\d+(\.\d+)?(\/\d+)?$/.test(value) ? voice.number(value) : value;
}

/** Documents, sections and pages have numbers too, which are no figures. */
const isFigure = (step: string): boolean =>
  !step.includes("inputs.") || /[. ](?:numerator|denominator|percent|value|count|points|forms)$/.test(step);
