/**
 * A difference in words: `inputs.selfAssessments 1.1.2 facts.numerator` is “báo cáo tự đánh giá, tiêu chí 1.1.2, số liệu
 * kê khai, tử số”. A name that has no words stays as the record has it.
 */
import type { Voice } from "../explain/words/voice.ts";
import type { LeafState } from "../result.ts";
import type { Language } from "../rule.ts";
import type { Wanted } from "./record-difference.ts";
import type { RecordResult } from "./record-shape.ts";

type Words = Readonly<Record<Language, string>>;

/** Steps that are followed by the id of what they are about. */
const kinds: Readonly<Record<string, Words>> = {
  leaf: { vi: "tiêu chí", en: "item" },
  node: { vi: "tổng điểm mục", en: "sum of item" },
  source: { vi: "nguồn điểm", en: "source of points" },
  relative: { vi: "số liệu của nhóm cho tiêu chí", en: "what the group gave to item" },
  "place of": { vi: "thứ hạng của", en: "place of" },
  "line conversion": { vi: "quy đổi nguồn điểm", en: "conversion of source" },
  "line bonus": { vi: "điểm thưởng", en: "bonus" },
  "line penalty": { vi: "điểm phạt", en: "penalty" },
  "line late": { vi: "trừ điểm", en: "charge:" },
  "line cap": { vi: "mức trần:", en: "cap:" },
};

/** Lists of the inputs whose elements are named by an item before anything else. */
const byItem = ["selfAssessments", "ledger", "statistics", "targets"].map((list) => `inputs.${list}`);

/** Parts of which the key alone is told: “Chỉ số”, not “kết quả, Chỉ số”. */
const silent = ["inputs", "result", "place"];

const terms: Readonly<Record<string, Words>> = {
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
  penaltyCap: { vi: "mức trần điểm phạt", en: "cap of penalty lines" },
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
  penalty: { vi: "tổng điểm phạt", en: "all penalty lines" },
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

const sayings: Readonly<Record<Exclude<Language, "en">, Readonly<Record<Saying, string>>>> = {
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
export function stepText(step: string, voice: Voice): string {
  const [, unit, rest = ""] = /^(?:unit (\S+): )?([\s\S]*)$/.exec(step) ?? [];
  const text = withinUnit(rest, voice);
  return unit === undefined ? text : `${pathText("unit", voice)} ${unit}, ${text}`;
}

function withinUnit(step: string, voice: Voice): string {
  const [, kind = "", id = ""] = /^(place of|line \w+|\w+) ([\s\S]+)$/.exec(step) ?? [];
  const words = own(kinds, kind);
  // What is late or capped is no id that somebody chose.
  if (words !== undefined)
    return `${words[voice.language]} ${/^line (?:late|cap)$/.test(kind) ? pathText(id, voice) : id}`;
  const [first = "", ...rest] = step.split(" ");
  const told = rest.map((name, at) =>
    at === 0 && byItem.includes(first) ? withinUnit(`leaf ${name}`, voice) : pathText(name, voice),
  );
  return [pathText(first, voice), ...told].join(", ").replace(/, (\d+)(?=,|$)/g, " $1");
}

/** Keys with points between them; a name that somebody chose stays as it is. */
function pathText(path: string, voice: Voice): string {
  const word = (name: string): string | undefined =>
    own(terms, name)?.[voice.language] ?? own(voice.wording.stages, name);
  const [first = "", ...rest] = path.split(".");
  const whole = word(path);
  if (whole !== undefined || word(first) === undefined) return whole ?? path;
  const told = silent.includes(first) ? rest : [first, ...rest];
  return told.map((key) => word(key) ?? key).join(", ");
}

/** What stands at a step, or should, in the style of the language. */
export function valueText(value: string, step: string, voice: Voice): string {
  const { language } = voice;
  const said = language === "en" ? undefined : own(sayings[language], value);
  if (said !== undefined) return said;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return voice.day(value);
  return isFigure(step) && /^-?\d+(\.\d+)?(\/\d+)?$/.test(value) ? voice.number(value) : value;
}

/** Documents, sections and pages have numbers too, which are no figures. */
const isFigure = (step: string): boolean =>
  !step.includes("inputs.") || /[. ](?:numerator|denominator|percent|value|count|points|forms)$/.test(step);
