/**
 * The words of the table of a criteria set, in both languages: headings, and what each declared policy means, so that a
 * jurist reads the decision's consequences and not a code.
 */
import type { CriteriaSet, EvidenceNeed, Policies, Source } from "../criteria-set.ts";
import type { Language } from "../rule.ts";

type OfRounding<K extends keyof Policies["rounding"]> = Policies["rounding"][K];

/** The words of one language. */
export interface TableWords {
  readonly headings: Readonly<Record<Heading, string>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly status: Readonly<Record<CriteriaSet["status"], string>>;
  readonly sources: Readonly<Record<Source["kind"], string>>;
  readonly evidence: Readonly<Record<EvidenceNeed, string>>;
  readonly modes: Readonly<Record<OfRounding<"mode">, string>>;
  readonly unanswered: Readonly<Record<Policies["unanswered"], string>>;
  readonly silence: Readonly<Record<Policies["silence"], string>>;
  readonly missing: Readonly<Record<Policies["missing"], string>>;
  readonly openFindings: Readonly<Record<Policies["openFindings"], string>>;
  readonly rankedOn: Readonly<Record<CriteriaSet["ranking"]["on"], string>>;
  readonly ties: Readonly<Record<CriteriaSet["ranking"]["ties"], string>>;
  readonly emptyGroup: Readonly<Record<"pending" | "redistribute", string>>;
  readonly belowLeast: Readonly<Record<"pending" | "zero", string>>;
  readonly notHeld: Readonly<Record<"rescale" | "zero" | "pending", string>>;
  readonly editions: Readonly<Record<"issued" | "corrected", string>>;
}

type Heading =
  | "set"
  | "decisions"
  | "sources"
  | "groups"
  | "tree"
  | "survey"
  | "respondents"
  | "scales"
  | "questions"
  | "bonus"
  | "penalty"
  | "policies"
  | "grades"
  | "calendar"
  | "exemptions";

type Label =
  | "what"
  | "content"
  | "id"
  | "number"
  | "document"
  | "title"
  | "points"
  | "rule"
  | "name"
  | "day"
  | "issuer"
  | "kind"
  | "leaves"
  | "edition"
  | "status"
  | "level"
  | "period"
  | "levels"
  | "maximum"
  | "framework"
  | "changes"
  | "isFramework"
  | "source"
  | "evidence"
  | "appraiser"
  | "mayNotApply"
  | "example"
  | "citation"
  | "replaces"
  | "weight"
  | "percent"
  | "noOpinion"
  | "question"
  | "scale"
  | "item"
  | "judges"
  | "leastForms"
  | "cap"
  | "capAll"
  | "rounding"
  | "places"
  | "eachItem"
  | "once"
  | "notApplicable"
  | "unanswered"
  | "silence"
  | "missing"
  | "late"
  | "openFindings"
  | "limits"
  | "noLimit"
  | "ranking"
  | "ties"
  | "tieBreakers"
  | "exact"
  | "combine"
  | "emptyGroup"
  | "belowLeast"
  | "notHeld"
  | "grade"
  | "rest"
  | "group"
  | "unitKind"
  | "items";

/** The words, by language. */
export const tableWords: Readonly<Record<Language, TableWords>> = {
  vi: {
    headings: {
      set: "Bộ tiêu chí",
      decisions: "Căn cứ",
      sources: "Nguồn điểm",
      groups: "Nhóm xếp hạng và loại đơn vị",
      tree: "Bảng tiêu chí",
      survey: "Điều tra xã hội học",
      respondents: "Nhóm đối tượng khảo sát",
      scales: "Thang trả lời",
      questions: "Phiếu khảo sát",
      bonus: "Điểm thưởng",
      penalty: "Điểm phạt",
      policies: "Quy định chung",
      grades: "Xếp loại",
      calendar: "Thời hạn",
      exemptions: "Danh mục không áp dụng",
    },
    labels: {
      what: "Mục",
      content: "Nội dung",
      id: "Mã",
      number: "STT",
      document: "Số, ký hiệu",
      title: "Tiêu chí",
      points: "Điểm",
      rule: "Cách chấm",
      name: "Tên",
      day: "Ngày",
      issuer: "Cơ quan ban hành",
      kind: "Loại",
      leaves: "Số mục",
      edition: "Lần ban hành",
      status: "Tình trạng",
      level: "Cấp",
      period: "Kỳ đánh giá",
      levels: "Các cấp của bảng",
      maximum: "Thang điểm",
      framework: "Theo khung",
      changes: "Nội dung thay đổi",
      isFramework: "Đây là khung, chưa có cách chấm",
      source: "Nguồn",
      evidence: "Tài liệu kiểm chứng",
      appraiser: "cơ quan thẩm định chấm, đơn vị không tự chấm",
      mayNotApply: "Có thể không áp dụng",
      example: "Ví dụ",
      citation: "Căn cứ",
      replaces: "Thay cho",
      weight: "Trọng số",
      percent: "Tỷ lệ",
      noOpinion: "không có ý kiến, không tính",
      question: "Câu hỏi",
      scale: "Thang",
      item: "Tiêu chí",
      judges: "Đánh giá",
      leastForms: "Số phiếu hợp lệ tối thiểu",
      cap: "Tối đa",
      capAll: "Tối đa cho tất cả",
      rounding: "Làm tròn",
      places: "chữ số thập phân",
      eachItem: "làm tròn từng mục rồi mới cộng",
      once: "chỉ làm tròn một lần, khi công bố",
      notApplicable: "Mục không áp dụng",
      unanswered: "Mục không tự chấm, thiếu tài liệu",
      silence: "Mục Hội đồng không xem xét",
      missing: "Đơn vị không gửi báo cáo",
      late: "Báo cáo gửi chậm",
      openFindings: "Kết luận kiểm tra chưa xem xét",
      limits: "Giới hạn của Chỉ số",
      noLimit: "không giới hạn",
      ranking: "Xếp hạng theo",
      ties: "Bằng nhau",
      tieBreakers: "Xét thêm khi bằng nhau",
      exact: "giá trị chưa làm tròn",
      combine: "Cộng các nhóm đối tượng",
      emptyGroup: "Nhóm không có ý kiến hợp lệ",
      belowLeast: "Không đủ số phiếu tối thiểu",
      notHeld: "Không tổ chức khảo sát",
      grade: "Mức xếp loại",
      rest: "còn lại",
      group: "Nhóm xếp hạng",
      unitKind: "Loại đơn vị",
      items: "Các mục không áp dụng",
    },
    status: {
      official: "chép từ phụ lục của quyết định",
      summary: "tóm tắt: chỉ có điểm đã công bố",
      illustrative: "minh họa: điểm số không lấy từ quyết định nào",
    },
    sources: {
      appraisal: "tự chấm, thẩm định",
      survey: "điều tra xã hội học",
      statistic: "số liệu của bên thứ ba",
    },
    evidence: { required: "bắt buộc", "or-explanation": "tài liệu hoặc giải trình", none: "không cần" },
    modes: {
      "half-up": "từ 5 trở lên làm tròn lên",
      "half-even": "nửa đơn vị làm tròn về số chẵn",
      down: "bỏ phần lẻ",
      up: "có phần lẻ là làm tròn lên",
    },
    unanswered: { zero: "tính 0 điểm, vẫn nằm trong điểm tối đa", refused: "báo cáo tự chấm bị từ chối" },
    silence: { accept: "công nhận điểm tự chấm", pending: "chờ Hội đồng" },
    missing: {
      unranked: "không xếp hạng",
      unanswered: "các mục tự chấm coi như không trả lời, vẫn xếp hạng",
    },
    openFindings: { warn: "cảnh báo", block: "không được kết thúc bước thẩm định" },
    rankedOn: { published: "Chỉ số đã làm tròn", exact: "Chỉ số chưa làm tròn" },
    ties: {
      skip: "đồng hạng, bỏ qua các hạng tiếp theo (1, 2, 2, 4)",
      dense: "đồng hạng, hạng tiếp theo liền kề (1, 2, 2, 3)",
    },
    emptyGroup: { pending: "chờ", redistribute: "chia trọng số cho các nhóm còn lại" },
    belowLeast: { pending: "chờ", zero: "tính 0 điểm" },
    notHeld: {
      rescale: "bỏ điểm khảo sát khỏi điểm tối đa, phần còn lại quy về 100",
      zero: "tính 0 điểm",
      pending: "chờ",
    },
    editions: { issued: "ban hành mới", corrected: "đính chính bản trước" },
  },
  en: {
    headings: {
      set: "Criteria set",
      decisions: "Decisions",
      sources: "Sources of points",
      groups: "Groups that are ranked, and kinds of unit",
      tree: "Criteria",
      survey: "Survey",
      respondents: "Respondent groups",
      scales: "Answer scales",
      questions: "Questionnaires",
      bonus: "Bonus",
      penalty: "Penalty",
      policies: "Policies",
      grades: "Grades",
      calendar: "Deadlines",
      exemptions: "Register of exemptions",
    },
    labels: {
      what: "What",
      content: "Content",
      id: "Id",
      number: "No.",
      document: "Number",
      title: "Criterion",
      points: "Points",
      rule: "Rule",
      name: "Name",
      day: "Day",
      issuer: "Issuer",
      kind: "Kind",
      leaves: "Items",
      edition: "Edition",
      status: "Status",
      level: "Level of unit",
      period: "Period",
      levels: "Levels of the table",
      maximum: "Maximum",
      framework: "Fills the framework",
      changes: "Changes",
      isFramework: "A framework, without rules yet",
      source: "Source",
      evidence: "Evidence",
      appraiser: "scored by the appraiser, not by the unit",
      mayNotApply: "May not apply",
      example: "Example",
      citation: "Basis",
      replaces: "Replaces",
      weight: "Weight",
      percent: "Worth",
      noOpinion: "no opinion, not counted",
      question: "Question",
      scale: "Scale",
      item: "Criterion",
      judges: "Judges",
      leastForms: "Least number of valid forms",
      cap: "At most",
      capAll: "At most for all",
      rounding: "Rounding",
      places: "decimals",
      eachItem: "each item is rounded before the sum",
      once: "rounded once, at publication",
      notApplicable: "Items that do not apply",
      unanswered: "Items without an answer or evidence",
      silence: "Items that the council did not touch",
      missing: "A unit without a self-assessment",
      late: "A late self-assessment",
      openFindings: "Findings that nobody addressed",
      limits: "Limits of the index",
      noLimit: "none",
      ranking: "Ranked on",
      ties: "Ties",
      tieBreakers: "Tie-breakers",
      exact: "unrounded",
      combine: "Respondent groups",
      emptyGroup: "A group without valid answers",
      belowLeast: "Fewer forms than required",
      notHeld: "No survey held",
      grade: "Grade",
      rest: "the rest",
      group: "Ranked group",
      unitKind: "Kind of unit",
      items: "Items that do not apply",
    },
    status: {
      official: "transcribed from the annex of the decision",
      summary: "summary: published points only",
      illustrative: "illustrative: its points are not from any decision",
    },
    sources: {
      appraisal: "self-assessed, then appraised",
      survey: "survey",
      statistic: "figure of a third party",
    },
    evidence: { required: "required", "or-explanation": "a document or an explanation", none: "not needed" },
    modes: {
      "half-up": "halves away from zero",
      "half-even": "halves to the even digit",
      down: "towards zero",
      up: "away from zero",
    },
    unanswered: { zero: "0 points, within the maximum", refused: "the self-assessment is refused" },
    silence: { accept: "the self-score stands", pending: "they wait for the council" },
    missing: { unranked: "is not ranked", unanswered: "its own items count as unanswered, and it is ranked" },
    openFindings: { warn: "a warning", block: "the stage cannot be closed" },
    rankedOn: { published: "the published index", exact: "the unrounded index" },
    ties: {
      skip: "share the place, the next are skipped (1, 2, 2, 4)",
      dense: "share the place, none is skipped (1, 2, 2, 3)",
    },
    emptyGroup: { pending: "the item waits", redistribute: "its weight goes to the others" },
    belowLeast: { pending: "the items wait", zero: "0 points" },
    notHeld: {
      rescale: "survey points leave the maximum, the rest is brought to 100",
      zero: "0 points",
      pending: "the items wait",
    },
    editions: { issued: "issued anew", corrected: "corrects the one before" },
  },
};
