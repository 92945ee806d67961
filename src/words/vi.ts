/**
 * All Vietnamese words of the library, section by section, as an official writes them: to be read from top to bottom.
 * What `{name}` and its marks mean is said in `words.ts`.
 */

import type { AppWords, Words } from "./words.ts";

/** How numbers, days and lists are written. */
export const viStyle = {
  language: "vi",
  decimal: ",",
  group: ".",
  minus: "−",
  percent: "{#number} %",
  day: "{day}/{month}/{year}",
  comma: ", ",
  colon: ": ",
  one: "1",
  semicolon: "; ",
} as const;

/** The words of codes that results hold. */
export const viTerms = {
  // Why an item is not plainly scored
  "reason.claim": "chờ Hội đồng xem xét đề nghị không áp dụng",
  "reason.return": "Hội đồng đã trả lại để đơn vị giải trình và chưa quyết định",
  "reason.silence": "chờ Hội đồng thẩm định",
  "reason.appraiser": "chờ cơ quan thẩm định chấm điểm",
  "reason.draft": "phiếu đang ghi, mục này chưa ghi xong hoặc còn lỗi",
  "reason.survey": "chờ kết quả điều tra xã hội học",
  "reason.statistic": "chờ số liệu do cơ quan khác cung cấp",
  "reason.relative": "chờ số liệu của các đơn vị cùng nhóm",
  "reason.no-answer": "đơn vị chưa kê khai",
  "reason.no-evidence": "đơn vị không có tài liệu kiểm chứng",
  "reason.council": "theo quyết định của Hội đồng",
  "reason.register": "theo danh mục không áp dụng của bộ tiêu chí",
  "reason.published": "theo kết quả đã công bố",
  "reason.survey-not-held": "không tổ chức điều tra xã hội học",
  "reason.below-least": "số phiếu hợp lệ ít hơn mức tối thiểu",
  "reason.gated": "chưa đạt điều kiện để được chấm",
  "reason.gate": "chờ biết có đạt điều kiện để được chấm hay không",
  // Why a survey item is as it is
  "survey.survey-not-held": "không tổ chức điều tra xã hội học cho nhóm đơn vị này",
  "survey.no-question": "không có câu hỏi nào dành cho nhóm đơn vị này",
  "survey.no-valid-answer": "có câu hỏi không có ý kiến hợp lệ nào",
  "survey.empty-group": "có nhóm đối tượng không có ý kiến hợp lệ",
  "survey.below-least": "số phiếu hợp lệ ít hơn mức tối thiểu",
  "survey.redistributed": "trọng số của nhóm không có ý kiến hợp lệ được chia cho các nhóm còn lại",
  // What not applicable does to an item
  "consequence.rescale": "trừ khỏi điểm tối đa, kết quả tính trên phần còn lại",
  "consequence.rescale-source": "điểm của nguồn được quy đổi trên các mục còn lại",
  "consequence.full": "tính điểm tối đa",
  "consequence.zero": "tính 0 điểm",
  // The state of an item, of a unit's result; the lines between the sum of the items and the result
  "state.scored": "đã có điểm",
  "state.unanswered": "chưa kê khai",
  "state.pending": "chờ kết quả",
  "state.not-applicable": "không áp dụng",
  "result.complete": "đã đủ điểm",
  "result.uncertain": "chưa chắc chắn: đợt đánh giá có số liệu không rõ của đơn vị nào",
  "result.provisional": "tạm tính",
  "result.refused": "báo cáo bị từ chối",
  "result.not-applicable": "không có mục nào áp dụng",
  "line.conversion": "quy đổi điểm của các mục không áp dụng",
  "line.bonus": "điểm thưởng",
  "line.penalty": "điểm trừ",
  "line.late": "điểm trừ do nộp báo cáo chậm",
  "line.cap": "phần vượt mức điểm tối đa",
  // The stages
  "stage.self": "tự đánh giá",
  "stage.first": "thẩm định lần 1",
  "stage.second": "thẩm định lần 2",
  "stage.final": "kết luận thẩm định",
  "stage.correction": "đính chính sau công bố",
  // Why a unit has no place
  "unranked.no-self-assessment": "không có báo cáo tự đánh giá",
  "unranked.late": "báo cáo tự đánh giá nộp chậm nên không được nhận",
  "unranked.provisional": "còn mục chưa có điểm",
  "unranked.refused": "còn mục chưa kê khai nên báo cáo bị từ chối",
  "unranked.not-applicable": "không có mục nào áp dụng",
  "unranked.exempt": "đơn vị được miễn xếp hạng",
  "unranked.replaced": "đã có đơn vị khác thay thế",
  "unranked.not-yet": "chỉ thay thế đơn vị cũ từ sau kỳ đánh giá",
  "unranked.error": "dữ liệu của đơn vị có lỗi",
  // Who owes what is open, and what that is where it is no item
  "owing.unit": "đơn vị",
  "owing.council": "Hội đồng",
  "owing.survey": "điều tra xã hội học",
  "owing.statistic": "cơ quan cung cấp số liệu",
  "owed.self-assessment": "chưa gửi báo cáo tự đánh giá",
  "owed.final-act": "chưa có quyết định kết luận thẩm định",
  // What an entry does, to follow who made it
  "entry.self": "tự chấm",
  "entry.register": "được miễn",
  "entry.accept": "công nhận",
  "entry.uphold": "giữ nguyên",
  "entry.adjust": "điều chỉnh",
  "entry.not-applicable": "quyết định không áp dụng",
  "entry.return": "trả lại, yêu cầu giải trình",
  "entry.explain": "giải trình",
  // Why the points of an item are held
  "held.survey": "điểm điều tra xã hội học, giữ nguyên",
  "held.relative": "điểm tính theo các đơn vị khác, giữ nguyên",
  "held.not-applicable": "không áp dụng, giữ nguyên",
  // What became of a visit, and how it is made
  "visit.counted": "đã kiểm tra",
  "visit.planned": "theo lịch",
  "visit.postponed": "hoãn",
  "visit.cancelled": "hủy",
  "visit.refused": "không được tính",
  "mode.direct": "trực tiếp",
  "mode.online": "trực tuyến",
  "mode.unannounced": "đột xuất, không báo trước",
  // What became of a target, and why one cannot be judged
  "target.met": "đạt",
  "target.missed": "chưa đạt",
  "target.open": "đang thực hiện",
  "target.not-measurable": "chưa đo được",
  "unmeasured.no-result": "chưa có kết quả",
  "unmeasured.not-measured": "kết quả ghi rõ lý do chưa đo được",
  "unmeasured.nothing-counted": "mẫu số bằng 0: không có gì để tính",
  "unmeasured.result-wrong": "kết quả có lỗi, xem danh sách lỗi",
  "held.gate": "chưa đạt điều kiện để được chấm, giữ nguyên; đạt điều kiện thì có thể tăng",
  // How groups of respondents combine
  "combine.weights": "các nhóm đối tượng cộng theo trọng số",
  "combine.pooled": "ý kiến của các nhóm đối tượng cộng chung",
  // What decided between two units that print the same index
  "decided.exact-index": "Chỉ số chưa làm tròn",
  "decided.item": "điểm của tiêu chí phụ",
  "decided.source": "điểm của nguồn xét thêm",
  // What a limit was put on
  "cap.line": "mức tối đa của khoản",
  "cap.bonus": "mức tối đa của tổng điểm thưởng",
  "cap.penalty": "mức tối đa của tổng điểm trừ",
  "cap.max": "mức cao nhất của Chỉ số",
  "cap.min": "mức thấp nhất của Chỉ số",
  // What an index is the sum of, beside the lines
  "term.points": "điểm của các mục",
  "term.bonus": "điểm thưởng",
  "term.penalty": "điểm trừ",
  "term.late": "điểm trừ do nộp báo cáo chậm",
  "term.cap": "phần vượt mức điểm tối đa",
  // What a set, or the data of a round, is
  "status.official": "chép từ phụ lục của quyết định",
  "status.summary": "chỉ có số tổng đã công bố",
  "status.illustrative": "minh họa",
  "status.real": "số liệu thật",
  // Where points come from, who scores an item first, the evidence that it needs
  "source.appraisal": "tự đánh giá và thẩm định",
  "source.survey": "điều tra xã hội học",
  "source.statistic": "số liệu do cơ quan khác cung cấp",
  "scorer.unit": "đơn vị tự chấm",
  "scorer.appraiser": "cơ quan thẩm định chấm",
  "evidence.required": "phải có tài liệu kiểm chứng",
  "evidence.or-explanation": "phải có tài liệu kiểm chứng hoặc giải trình",
  "evidence.none": "không cần tài liệu kiểm chứng",
  // The kinds of rule
  "rule.choice": "chọn một phương án",
  "rule.checklist": "cộng điểm các nội dung đạt",
  "rule.ratio": "theo tỷ lệ giữa hai số lượng",
  "rule.percent": "theo tỷ lệ phần trăm",
  "rule.bands": "theo khoảng",
  "rule.count": "theo số lượng",
  "rule.deduction": "trừ điểm theo số lần vi phạm",
  "rule.direct": "cho điểm trực tiếp",
  "rule.survey": "theo kết quả điều tra xã hội học",
  "rule.stretched": "nội suy tuyến tính giữa hai mức",
  "rule.relative": "so sánh trong nhóm",
  // How serious an issue is
  "severity.error": "lỗi",
  "severity.warning": "cảnh báo",
  // Why a response of a survey does not count
  "fault.malformed-response": "phiếu không đúng cấu trúc (cần mã đơn vị, mã phiếu và danh sách câu trả lời)",
  "fault.unknown-questionnaire": "mẫu phiếu không có trong bộ tiêu chí",
  "fault.malformed-unit": "mã đơn vị không đúng cách viết",
  "fault.malformed-answer": "câu trả lời không đúng cấu trúc (cần mã câu hỏi và mã phương án)",
  "fault.unknown-question": "câu hỏi không có trong mẫu phiếu",
  "fault.unknown-option": "phương án không có trong thang trả lời của câu hỏi",
  "fault.question-answered-twice": "một câu hỏi được trả lời nhiều lần trong một phiếu, không tính lần nào",
  "fault.empty-form": "phiếu không có câu trả lời hợp lệ nào",
  "fault.key-not-read":
    "phiếu có thông tin không được dùng (như trọng số, người trả lời); vẫn tính là một phiếu",
  // A unit in two rankings
  "moved.both": "có trong cả hai bảng",
  "moved.new": "chỉ có trong bảng sau",
  "moved.gone": "chỉ có trong bảng trước",
} as const;

/** Rules, the facts of an answer, the case that applied and its arithmetic. */
export const viRules = {
  // What another item must reach so that an item is scored
  gateFrom: "mục {item} đạt từ {%bound} trở lên",
  gateAbove: "mục {item} đạt trên {%bound}",
  gates: "Chỉ chấm khi: {;gates}",
  // Points and arithmetic
  points: "{#points} điểm",
  taken: "trừ {#points} điểm",
  equation:
    "{left} = {#result}{?maximum:, tính bằng điểm tối đa {#maximum}}{?floor:, tính bằng mức thấp nhất {#floor}}",
  list: "{;parts}",
  // What is measured
  shareOf: "Tỷ lệ {part} trên {whole}",
  percentOf: "Tỷ lệ phần trăm {what}",
  byNumber: "Theo {what}",
  measured: "{name}: {#value}{?unit: {unit}}",
  counted: "{#count} {what}",
  counts: "{#counts}{?unit: {unit}} ({part}/{whole})",
  countsOfWhole: "{done} {#counts}{?unit: {unit}} {whole}{?part:}",
  "empty.full": "trong năm không phát sinh: điểm tối đa",
  "empty.zero": "trong năm không phát sinh: 0 điểm",
  "empty.not-applicable": "trong năm không phát sinh: đề nghị không áp dụng",
  wholeAtMost: "vượt 100 % chỉ tính 100 %",
  inProportion: "tính theo tỷ lệ",
  reached: "đạt {share}",
  // Thresholds of ratios and percentages
  belowGivesZero: "dưới {%low} được 0 điểm",
  rangeInProportion: "{range} tính theo tỷ lệ",
  fromGivesMaximum: "từ {%high} trở lên được điểm tối đa",
  reachedBelow: "đạt {share}, dưới {%threshold}: 0 điểm",
  reachedWhole: "đạt {share}, chỉ tính đến 100 %: điểm tối đa",
  reachedFrom: "đạt {share}, từ {%threshold} trở lên: điểm tối đa",
  // Bands
  percentPlaces: "làm tròn tỷ lệ đến {places} chữ số thập phân trước khi xét",
  // Straight lines between two ends
  endGives: "{range} được {gives}",
  stretched: "{head}; {;ends}; giữa hai mức tính nội suy tuyến tính{?cap:; {cap}}{?empty:; {empty}}",
  rangeGives: "{?share:đạt {share}, }{range}: {gives}",
  reachedBetween: "{?share:đạt {share}, }giữa {low} và {high}: nội suy tuyến tính",
  // Options and parts
  choice: "Chọn một phương án: {;options}",
  option: "{title}: {gives}",
  chosen: "phương án “{title}”: {gives}",
  checklist: "{head}{?most:, tối đa {#most} điểm}: {;parts}",
  partsAddUp: "Cộng điểm các nội dung đạt",
  partsTaken: "Trừ điểm cho mỗi vi phạm",
  noPart: "không có nội dung nào đạt",
  noBreachOfParts: "không có vi phạm nào",
  partsCapped: "các nội dung đạt cộng lại được {#points} điểm, tính bằng điểm tối đa",
  // Counts
  count: "{each}{?most:, tối đa {#most} điểm}{?what:}",
  each: "mỗi {what} được {#points} điểm",
  eachTaken: "mỗi {what} trừ {#points} điểm",
  countCapped: "{each}, cộng lại {#points} điểm, tính bằng điểm tối đa",
  // Deductions
  deduction: "Từ {most}, trừ cho mỗi lần vi phạm ({;costs}), thấp nhất {#floor} điểm",
  maximum: "điểm tối đa",
  breaches: "{#count} lần {_breach}",
  noBreach: "không có vi phạm",
  deducted: "điểm tối đa trừ điểm vi phạm",
  floored: "sau khi trừ còn {#points} điểm, tính bằng mức thấp nhất {#floor} điểm",
  // Points given directly
  direct: "{given} {range}{?step:, là bội số của {#step} điểm}",
  pointsFrom: "từ {#floor} điểm trở lên{?most:}",
  pointsFromTo: "từ {#floor} đến {#most} điểm",
  directGiven: "cho điểm trực tiếp",
  directTaken: "trừ điểm trực tiếp",
  // Surveys
  survey: "Điều tra xã hội học: điểm tối đa nhân với tỷ lệ đạt được qua khảo sát",
  surveyed: "khảo sát đạt {share}",
  // Comparison within the group
  relative:
    "So sánh trong nhóm về {what}; {;clauses}; đơn vị không có chỉ tiêu so với đơn vị có kết quả cao nhất trong số đó",
  "below-target": "dưới chỉ tiêu: {%percent} điểm tối đa nhân với mức đạt chỉ tiêu",
  "at-target": "đạt đúng chỉ tiêu: {%percent} điểm tối đa",
  leader: "kết quả cao nhất nhóm: {%percent} điểm tối đa",
  between:
    "vượt chỉ tiêu: từ {%percent} đến {%upTo} điểm tối đa, theo mức vượt so với đơn vị có kết quả cao nhất",
  bestIsZero: "kết quả cao nhất nhóm là 0: 0 điểm",
  ofBest: "bằng {share} kết quả cao nhất",
  ofTarget: "đạt {share} chỉ tiêu, {clause}",
  // What a form asks for
  "asks.numerator": "Tử số: {what}",
  "asks.denominator": "Mẫu số: {what}",
  "asks.percent": "Tỷ lệ (%): {what}",
  "asks.value": "Con số: {what}",
  "asks.count": "Số lượng: {what}",
  "asks.option": "Phương án (đánh dấu x): {title}, {#points} điểm",
  "asks.part": "Nội dung đạt (đánh dấu x): {title}, {#points} điểm",
  "asks.breach": "Số lần: {title} (trừ {#points} điểm/lần)",
  "asks.points": "Điểm tự chấm",
  "asks.choice": "phương án",
  "asks.parts": "các nội dung đạt",
  "asks.breaches": "Số lần vi phạm của từng loại",
} as const;

/** The explanation of a score. */
export const viExplanation = {
  // Amounts
  points: "{#points}/{#max} điểm",
  series: "{;about}",
  label: "{?level:{level} }{number}",
  leaf: "({title}): {points}{?self:; {self}}",
  pointsBetween: "từ {#low} đến {#high} trên {#max} điểm",
  pointsFrom: "từ {#low} đến {#high} điểm",
  // The head
  illustrativeData: "số liệu minh họa",
  untilStage: "kết quả tính đến hết bước {stage}",
  untilDay: "kết quả tính đến ngày {@day}",
  illustrative: "bộ tiêu chí minh họa: điểm số không lấy từ quyết định nào",
  // The unit
  result: "Kết quả",
  unitComplete: "Chỉ số {%index}",
  unitProvisional: "chưa có Chỉ số, còn mục chưa có điểm; Chỉ số tạm tính từ {%low} đến {%high}",
  notApproved: "kết quả chưa được phê duyệt",
  unitRefused: "không có Chỉ số, báo cáo bị từ chối vì còn mục chưa kê khai",
  unitNotApplicable: "không có Chỉ số, không có mục nào áp dụng",
  unscored: "không chấm điểm, {reason}",
  replacedBy: "{name} từ {@since}",
  errors: "Lỗi",
  warnings: "Lưu ý",
  lateBy: "nộp chậm {#days} ngày",
  total: "tổng {#points}",
  claimedTotal: "đơn vị tự chấm {#points} điểm",
  sources: "Theo nguồn điểm",
  byLevel: "Theo {_level}",
  lines: "Các khoản cộng, trừ",
  open: "Chưa có điểm, {reason}: {items}",
  // Nodes and leaves
  component: "đạt {%percent}",
  componentIndex: "Chỉ số thành phần: {%index}",
  node: "({title}): {parts}{?at: ({at})}",
  basisFull: "{at}, văn bản {name} ngày {@date} của {issuer}",
  basisWhole: "văn bản {name} ngày {@date} của {issuer}",
  basis: "Căn cứ: {basis}",
  aside: "{text} ({aside})",
  notApplicable: "không áp dụng, {reason}: {consequence}",
  pending: "chưa có điểm, {reason} →{?bounds: {bounds}}{?at: ({at})}",
  reachedPoints: "{?reached:{reached}{?points: → }}{?points:{points}}{?at: ({at})}",
  parts: "{parts}",
  decidedPoints: "Hội đồng cho điểm",
  decision: "{did}{?because: {because}}{?findings: ({findings})}",
  takenPoints: "Hội đồng trừ điểm",
  claimed: "tự chấm {#points}",
  rule: "Cách chấm: {rule}",
  formula: "Cách tính: {working}{?about: ≈ {#about}}",
  formulaTaken: "Cách tính mức trừ: {working}",
  exact: "Giá trị chính xác: {#exact}",
  unrounded: "Làm tròn từng mục: {#exact} thành {#rounded}",
  reference: "Nguồn số liệu: {reference}",
  publishedReason: "Lý do không áp dụng: {reference}",
  notHeld: "Không tổ chức điều tra xã hội học, theo đợt đánh giá: {reason}",
  openFinding: "Kết quả kiểm tra chưa được Hội đồng xem xét: {finding}",
  target: "Chỉ tiêu của đơn vị: {facts}",
  leader: "Mức đạt chỉ tiêu cao nhất trong nhóm: {#value} lần chỉ tiêu",
  best: "Kết quả cao nhất trong các đơn vị không có chỉ tiêu: {#value}",
  // Survey
  survey: "Điều tra xã hội học, {how}",
  question: "Câu hỏi “{text}”: {reached}",
  reached: "đạt {share}",
  noShare: "không có ý kiến hợp lệ",
  answers: "{?weight:trọng số {#weight}, }{#valid} ý kiến hợp lệ, {#none} không có ý kiến, {reached}",
  options: "{;options}",
  option: "“{title}”{?percent: ({%percent})}: {#count}",
  forms: "{#forms} phiếu hợp lệ",
  shortForm: "“{title}”: {#forms} phiếu hợp lệ, ít hơn mức tối thiểu {#least} phiếu",
  // Lines
  conversion: "Quy đổi",
  conversionOf:
    "{source}, {#left} điểm không áp dụng được tính theo tỷ lệ đạt của các mục còn lại: {#points} ÷ {#applicable} × {#left}",
  conversionOpen:
    "{source}, {#left} điểm không áp dụng được tính theo tỷ lệ đạt trên {#applicable} điểm còn lại",
  conversionIdle: "{source}: không phát sinh",
  bonus: "Điểm thưởng {number}",
  penalty: "Điểm trừ {number}",
  late: "Nộp báo cáo chậm",
  lateDays: "chậm {#days} ngày (nộp ngày {@submitted}, hạn {deadline})",
  onTime: "không chậm",
  lateFlag: "chỉ ghi nhận, không trừ điểm",
  lateRefuse: "không nhận báo cáo nộp chậm",
  lateFlat: "trừ {#points} điểm",
  latePerDay: "mỗi ngày trừ {#points} điểm",
  lateCapped: "mỗi ngày trừ {#points} điểm, tối đa {#cap} điểm",
  before: "trước ngày {@date}",
  by: "chậm nhất ngày {@date}",
  extension: "được gia hạn, chậm nhất ngày {@date}: {reason}",
  cap: "Mức trần",
  capped: "{whose}: {what}",
  capLine: "của dòng “{title}”",
  capBonus: "của tổng điểm thưởng",
  capPenalty: "của tổng điểm trừ",
  capMax: "của Chỉ số",
  capMin: "thấp nhất của Chỉ số",
  capBites: "{before} tính thành {cap}",
  capIdle: "không phải áp dụng",
  undecided: "Hội đồng không quyết định điểm",
  decided: "({title}): {what}",
  // Index, grade, place
  index: "Chỉ số",
  indexTerm: "{#points} ÷ {#max} × 100",
  indexBetween: "từ {low} đến {high}",
  indexNone: "chưa có",
  grade: "Xếp loại",
  gradeNone: "chưa xếp loại",
  gradeUndeclared: "bộ tiêu chí không quy định xếp loại",
  gradeBand: "{%index}{?band:, thuộc mức {band}}",
  gradeMissed: "Chỉ số đạt loại “{title}” nhưng chưa đủ điều kiện",
  conditionHolds: "đạt",
  conditionFails: "chưa đạt",
  conditionLate: "không bị trừ điểm nộp chậm",
  conditionLine: "không bị trừ điểm ở mục {number} ({title})",
  conditionShare: "{?number:mục {number} }({title}) {?from:từ {%from} trở lên}{?above:trên {%above}}",
  conditionChecked: "Điều kiện: {condition}{?index:, đơn vị có {%index}} – {verdict}",
  gradeFrom: "Chỉ số từ {%from} trở lên",
  gradeBelow: "Chỉ số dưới {%below}",
  gradeRange: "Chỉ số từ {%from} đến dưới {%below}",
  place: "Xếp hạng",
  placeOf: "thứ {#place} trong {#of} đơn vị được xếp hạng, nhóm “{group}”",
  placeNone: "không xếp hạng, {reason}",
  placeExempt: "không xếp hạng vì {_reason}",
  placeIncomplete: "bảng xếp hạng chưa đầy đủ, còn {#count} đơn vị chưa có thứ hạng",
  placeShared: "đồng hạng với {;units}",
  placeBefore: "Xếp ngay trên: {unit}, thứ {#place}, Chỉ số {%index}",
  placeAfter: "Xếp ngay dưới: {unit}, thứ {#place}, Chỉ số {%index}",
  placeExempted: "{#count} đơn vị được miễn xếp hạng",
  decidedAbove: "cùng Chỉ số công bố với {unit}, xếp trên do {what} cao hơn: {value} so với {other}",
  decidedBelow: "cùng Chỉ số công bố với {unit}, xếp dưới do {what} thấp hơn: {value} so với {other}",
  exactIndex: "Chỉ số chưa làm tròn",
  decidingItem: "“{?number:{number} }{title}”",
  onPublished: "xếp theo Chỉ số công bố {%index}",
  onExact: "xếp theo Chỉ số chưa làm tròn, công bố {%index}",
} as const;

/** The history of an item or line. */
export const viHistory = {
  gateClosed:
    "không chấm vì mục {number} chưa đạt {?from:từ {%from} trở lên}{?above:trên {%above}}{?open:; nếu được chấm: {#open} điểm}",
  gateOpen: "chỉ chấm nếu mục {number} đạt {?from:từ {%from} trở lên}{?above:trên {%above}}",
  pointsAlone: "{#points} điểm",
  pointsTaken: "trừ {#points} điểm",
  title: "({title})",
  claimedNotApplicable: "đơn vị đề nghị không áp dụng",
  finding: "{what} ({by}, {@date}){?remedied:, đã khắc phục từ {@remedied}}",
  did: "{who} {what}",
  scores: "chấm điểm",
  event: "{what}{?because:, vì {_because}}{?proofs:; {;proofs}}",
  because: "vì {_because}",
  on: "{@date}",
  when: "{when}",
  finds: "kết quả kiểm tra: {;findings}",
  council: "Hội đồng",
  unit: "Đơn vị",
  changed: "từ mức {before} thành mức {after}",
  replaced: "thay cho: {before}",
  raised: "tăng {#points} điểm",
  lowered: "giảm {#points} điểm",
  takenMore: "trừ thêm {#points} điểm",
  takenLess: "giảm mức trừ {#points} điểm",
  proposed: "đề nghị {value}",
  proposedValue: "đề nghị ghi nhận {value}",
  votes: "phiếu chấm điểm của các thành viên: {;votes}",
  vote: "{member} {#points} điểm",
  absent: "vắng mặt: {;members}",
  evidence: "tài liệu: {;documents}",
  document: "{title} {name} ngày {@date} của {issuer}{?places:, {places}}",
  documentTitle: "văn bản",
  numbered: "số {number}",
  entitled: "“{title}”",
  section: "mục {section}",
  page: "trang {page}",
  approved: "{role} phê duyệt ngày {@date}",
  decision: "theo văn bản {name} ngày {@date}",
  exemption: "đơn vị thuộc loại “{kind}”{?at: ({at})}",
  notApplicableValue: "không áp dụng",
  history: "{unit}, mục {number}",
  noHistory: "Chưa có diễn biến nào",
  closing: "kết thúc theo văn bản {name} ngày {@date}",
} as const;

/** Where a unit lost points, and what would lift it to its goal. */
export const viGains = {
  notScored: "{name}: chưa có Chỉ số ({reason}), nên chưa tính được.",
  head: "{name}: Chỉ số {%index}, mất {#lost} điểm ở các mục{?taken:; các khoản cộng, trừ (thưởng, trừ, nộp chậm, mức trần, mức sàn) làm Chỉ số giảm thêm {#taken} điểm phần trăm}{?given:; các khoản cộng, trừ (thưởng, trừ, nộp chậm, mức trần, mức sàn) làm Chỉ số tăng {#given} điểm phần trăm}.",
  nothingLost: "Không mất điểm ở mục nào.",
  loss: "- Mục {number} ({title}): {#points}/{#max} điểm, mất {#lost} ({%share} số điểm bị mất){?held:; {held}}",
  // The goal
  grade: "đạt loại “{title}”",
  index: "đạt Chỉ số {%index}",
  place: "đứng từ hạng {place} trở lên",
  // The answer
  reached: "Mục tiêu {goal}: đã đạt ({result}).",
  reachable: "Mục tiêu {goal}: cần ít nhất {count} mục đạt điểm tối đa ({items}), khi đó {result}.",
  unreachable: "Mục tiêu {goal}: không đạt được, kể cả khi toàn bộ {count} mục đạt điểm tối đa ({result}).",
  unranked: "Mục tiêu {goal}: đơn vị không được xếp hạng ({reason}).",
  result: "Chỉ số {%index}{?place:, hạng {place}}",
  // Its proof
  without: "Chứng minh: không nâng mục nào thì chưa đạt ({result}).",
  proven:
    "Chứng minh: {count|riêng mục tăng nhiều nhất|{count} mục tăng nhiều nhất cộng lại} vẫn chưa đủ ({result}).",
  cap: "Chưa chứng minh được là ít nhất: Chỉ số bị giới hạn bởi mức trần hoặc mức sàn nên các mức tăng không cộng dồn.",
  conditions: "Chưa chứng minh được là ít nhất: điều kiện của loại quyết định, không riêng Chỉ số.",
  "tie-breakers": "Chưa chứng minh được là ít nhất: thứ hạng do tiêu chí phụ quyết định.",
} as const;

/** Targets of a plan against what was reached. */
export const viTargets = {
  head: "{title}{?on:, tính đến {@on}}",
  sum: "{#all} chỉ tiêu: {parts}.",
  "sum.met": "{#count} đạt",
  "sum.missed": "{#count} chưa đạt",
  "sum.open": "{#count} đang thực hiện",
  "sum.not-measurable": "{#count} chưa đo được",
  row: "{title}{?unit: ({unit})}: {state}{?facts:; {;facts}}.",
  "reached.place": "xếp thứ {#reached}",
  "reached.index": "{%reached}",
  "reached.share": "{%reached}",
  "reached.frequency": "{#reached} lần",
  places: "kém {#amount} bậc",
  points: "còn thiếu {#amount} điểm phần trăm",
  count: "thêm {#count} nữa thì đạt",
  gap: "hạn {@due}, chậm {#days} ngày",
  due: "lần tiếp theo chậm nhất ngày {@due}",
} as const;

/** Inspections: the year's report, its counts, and the conclusion of one visit. */
export const viInspection = {
  // The year
  head: "{title}{?on:, tính đến {@on}}",
  coverage: "{what}: đã kiểm tra {#covered}/{#required}{?missing:, còn thiếu {#missing}{?left: ({left})}}.",
  list: "{names}{?more: và {#more} đơn vị khác}",
  unchecked: "Mã đơn vị lấy theo các cuộc kiểm tra, chưa đối chiếu với danh sách đơn vị.",
  self: "Tự kiểm tra: {#done} đơn vị đã thực hiện{?missing:, {#missing} chưa thực hiện ({left})}.",
  "line.quarter": "Quý {name}: {parts}.",
  "line.team": "{name}: {parts}.",
  "line.mode": "Hình thức {name}: {parts}.",
  "line.unitKind": "Loại đơn vị “{name}”: {parts}.",
  "count.counted": "{#count} đã kiểm tra",
  "count.planned": "{#count} theo lịch",
  "count.postponed": "{#count} hoãn",
  "count.cancelled": "{#count} hủy",
  "count.refused": "{#count} không được tính",
  "count.none": "chưa có cuộc nào",
  "by.quarter": "Quý",
  "by.team": "Đoàn",
  "by.mode": "Hình thức",
  "by.unitKind": "Loại đơn vị",
  quarterOf: "{quarter}/{year}",
  teamOf: "Đoàn “{id}”",
  cell: "{value}",
  conclusions: "Kết luận kiểm tra: {parts}.",
  "conclusion.issued": "{#count} đã ban hành",
  "conclusion.late": "{#count} ban hành chậm",
  "conclusion.missing": "{#count} chưa ban hành",
  "conclusion.awaited": "{#count} chưa đến hạn",
  planned:
    "{visit}, {units}: dự kiến ngày {@from}{?decision:; quyết định chậm nhất {@decision}}{?notice:; thông báo chậm nhất {@notice}}{?conclusion:; kết luận chậm nhất {@conclusion}}.",
  postponed: "{visit}, {units}: hoãn{?from:, lịch cũ {@from}}{?reason: ({_reason})}.",
  cancelled: "{visit}, {units}: hủy{?from:, lịch cũ {@from}}{?reason: ({_reason})}.",
  findings:
    "Tồn tại, hạn chế: {#all} phát hiện; đã khắc phục {#remedied}, chưa khắc phục {#open}{?overdue:, trong đó quá hạn {#overdue}}.",
  open: "{finding}{?self: (tự kiểm tra)}, {unit}{?item:, mục {item}}: {what}{?remedy:; phải khắc phục: {_remedy}}{?due:, hạn {@due}}; chưa khắc phục{?days:, quá hạn {#days} ngày}.",
  // The conclusion of one visit
  conclusion: "KẾT LUẬN KIỂM TRA số {number} ngày {?date:{@date}}{?blank:{blank}}",
  ofPlan: "Thực hiện {title} của {issuer}.",
  ofUnits: "Đơn vị được kiểm tra: {units}.{?places: Địa điểm: {places}.}",
  made: "Hình thức: {mode}. Thời gian: {@from}{?to: – {@to}}.{?teams: Đoàn kiểm tra: {teams}.}",
  basis: "Căn cứ: {;documents}.",
  document: "{title}{?number: số {number}}",
  result: "Kết quả: {result}",
  nothingFound: "Không phát hiện tồn tại, hạn chế.",
  nothingMore: "Không phát hiện thêm tồn tại, hạn chế.",
  found: "Tồn tại, hạn chế:",
  finding:
    "{number}. {what} ({id}{?unit:, {unit}}{?item:, mục {item}}){?remedy:. Phải khắc phục: {_remedy}}{?due:, hạn {@due}}{?remedied:. Đã khắc phục từ {@remedied}}.",
  seenRemedied: "Phúc tra {finding}{?what: ({_what})}: đã khắc phục{?outcome:; {_outcome}}.",
  seenOpen: "Phúc tra {finding}{?what: ({_what})}: chưa khắc phục{?outcome:; {_outcome}}.",
  use: "{use}.",
  signed: "{issuer}",
};

/** Two rankings side by side. */
export const viMovement = {
  head: "Trước: {before} đơn vị có hạng{?old:, trung bình {%old}}; sau: {after} đơn vị có hạng{?now:, trung bình {%now}}.",
  both: "{name}{?former: (thay cho {former})}: hạng {before} → {after}{?up:, tăng {up} bậc}{?down:, giảm {down} bậc}; Chỉ số {%old} → {%now}{?gained: ({#gained})}.",
  new: "{name}: mới có trong bảng sau{?from:, thay cho {from}}{?place:, hạng {place}}{?index:, Chỉ số {%index}}{?reason: ({reason})}.",
  gone: "{name}: không còn trong bảng sau{?into:, nay là {into}}; trước đó{?place: hạng {place}}{?index:, Chỉ số {%index}}{?reason: ({reason})}.",
  apart: "{name}{?former: (thay cho {former})}: trước {from}; sau {to}.",
  standing: "{?place:hạng {place}}{?reason:không có hạng ({reason})}{?index:, Chỉ số {%index}}",
  stayed: "{count} đơn vị không thay đổi thứ hạng và Chỉ số.",
} as const;

/** Between which places units lie. */
export const viIntervals = {
  head: "Nhóm {group}: thứ hạng khi thay đổi {what}{?drawn: ({drawn})}.",
  drawn: "{#runs} lần lấy mẫu ngẫu nhiên, số khởi tạo {seed}",
  "vary.rounding": "cách làm tròn",
  "vary.precision": "số chữ số thập phân",
  "vary.items": "từng mục được bỏ ra",
  "vary.surveys": "mẫu khảo sát",
  "vary.weights": "trọng số các lĩnh vực trong ±{percent} %",
  settled: "{unit}: hạng {place}, không thay đổi.",
  moves: "{unit}: hạng {place}, có thể từ hạng {best} đến {worst}: {;reason}.",
  byMode: "{mode}: hạng {place}",
  "mode.half-up": "5 làm tròn lên",
  "mode.half-even": "5 làm tròn về số chẵn",
  "mode.down": "làm tròn xuống",
  "mode.up": "làm tròn lên",
  byPlaces: "{places} chữ số thập phân: hạng {place}",
  byExact: "giá trị chưa làm tròn: hạng {place}",
  byItem: "không có mục {item}: hạng {place}",
  middle: "90 % số lần lấy mẫu: hạng {from}{?to: đến {to}}",
} as const;

/** What the council changed for one unit. */
export const viDecided = {
  none: "{name}: Hội đồng không thay đổi điểm nào.",
  head: "{name}: Hội đồng thay đổi điểm ở {count} mục, tính chung {#net} điểm.",
  item: "{number} ({?line:{line}: }{title}): {?claimed:tự chấm {#claimed}; }trước thẩm định {#before}, sau cùng {#final}{?net: ({#net})}: {;stages}.",
  stage: "{stage} ({by}): {#points}",
  noPoints: "chưa có điểm",
  bonus: "điểm thưởng",
  penalty: "điểm trừ",
} as const;

/** Two indexes compared: of one unit at two times, or of two units. */
export const viDifference = {
  // One unit at two times
  up: "{name}{?earlier: ({then}: {earlier})}: Chỉ số tăng {#points} điểm phần trăm, từ {%beforeIndex} ({then}) lên {%afterIndex} ({now}).",
  down: "{name}{?earlier: ({then}: {earlier})}: Chỉ số giảm {#points} điểm phần trăm, từ {%beforeIndex} ({then}) xuống {%afterIndex} ({now}).",
  same: "{name}{?earlier: ({then}: {earlier})}: Chỉ số không thay đổi, {%beforeIndex} ({then}) và {%afterIndex} ({now}).",
  earlier: "lần trước",
  rest: "- {count} khoản còn lại, cộng lại: {#change} điểm phần trăm",
  later: "lần sau",
  // Two units
  besideAbove:
    "{after}{?to: ({to})}: Chỉ số {%afterIndex}, cao hơn {#points} điểm phần trăm so với {before} ({?from:{from}, }{%beforeIndex}).",
  besideBelow:
    "{after}{?to: ({to})}: Chỉ số {%afterIndex}, thấp hơn {#points} điểm phần trăm so với {before} ({?from:{from}, }{%beforeIndex}).",
  besideSame: "{after}{?to: ({to})}: Chỉ số {%afterIndex}, bằng {before} ({?from:{from}, }{%beforeIndex}).",
  // What tells the two apart
  years: "giai đoạn {years}",
  year: "năm {years}",
  edition: "lần ban hành {edition}",
  quoted: "“{name}”",
  day: "chậm nhất ngày {@until}",
  latest: "kết quả mới nhất",
  "side.before": "bên trước",
  "side.after": "bên sau",
  // The parts
  sums: "Trong đó{?sides:, {sides}} (các phần cộng lại đúng bằng mức chênh lệch):",
  nothing: "Không có phần nào khác nhau.",
  line: "- {about}",
  item: "{items}{?numbers:, trong bộ tiêu chí {set} là mục {numbers}}: {course}: {#change}{?split: ({split})}",
  itemName: "Mục {number} ({title})",
  split: "tự chấm {#self}{?adjustment:, thẩm định {#adjustment}}{?gate:, điều kiện để được chấm {#gate}}",
  only: "{points}, chỉ có trong bộ tiêu chí {set}",
  course: "{before} → {after}",
  points: "{#points}/{#max}",
  left: "không áp dụng",
  lineChange: "{line}: {#before} → {#after}: {#change}",
  rounding: "{line}: {#change}",
  "line.applicable-maximum": "Điểm tối đa áp dụng",
  "line.conversion": "Điểm quy đổi",
  "line.bonus": "Điểm thưởng",
  "line.penalty": "Điểm trừ",
  "line.late": "Trừ điểm nộp chậm",
  "line.cap": "Giới hạn mức trần, mức sàn",
  "line.rounding": "Làm tròn Chỉ số",
  // Where there is nothing to compare
  notComparable: "Không so sánh được:",
  reason: "- {side}, {name}: {reason}",
  severalUnits: "sau sắp xếp tương ứng với nhiều đơn vị ({;units}), hãy so sánh với từng đơn vị",
} as const;

/** The answer to whether a sealed record holds. */
export const viVerification = {
  // What was checked, and what came out
  "digests.hold": "Mã xác thực: khớp với nội dung",
  "digests.differ": "Mã xác thực: KHÔNG khớp với nội dung",
  "digests.unreadable": "Không phải bản kết quả có mã xác thực đúng định dạng",
  "against.record": "Mã xác thực ghi trong bản kết quả: {digest}",
  "against.builtIn": "Đối chiếu với bộ tiêu chí có sẵn {id}, lần ban hành {edition}, mã xác thực {digest}",
  "against.set":
    "Đối chiếu với bộ tiêu chí {id}, lần ban hành {edition}, do người kiểm tra đưa vào (không phải bộ có sẵn), mã xác thực {digest}",
  "against.round": "Đối chiếu với đợt đánh giá có mã xác thực {digest}",
  "against.digest": "Đối chiếu với mã xác thực đã công bố {digest}",
  "against.root": "Đối chiếu với mã xác thực gốc đã công bố {digest}",
  "recomputation.agrees": "Tính lại từ số liệu gốc: khớp",
  "recomputation.differs": "Tính lại từ số liệu gốc: KHÔNG khớp",
  "recomputation.not-done": "Chưa tính lại từ số liệu gốc",
  "sums.agree": "Các tổng trong bản kết quả có mã xác thực: khớp",
  "sums.differ": "Các tổng trong bản kết quả có mã xác thực: KHÔNG khớp",
  "sums.not-done": "Chưa cộng lại các tổng",
  "round.same": "Đợt đánh giá: đúng là đợt đã dùng để lập bản kết quả",
  "round.differs": "Đợt đánh giá: có chỗ khác với đợt đã dùng để lập bản kết quả",
  "published.same": "Đúng là bản đã công bố",
  "published.differs": "KHÔNG phải bản đã công bố",
  "inclusion.holds": "Thuộc kết quả của nhóm: đúng",
  "inclusion.unproven": "Thuộc kết quả của nhóm: chưa kết luận được, vì thiếu mã xác thực gốc đã công bố",
  "inclusion.differs": "Thuộc kết quả của nhóm: KHÔNG đúng",
  // What could not be checked
  "unchecked.set": "bộ tiêu chí",
  "unchecked.round": "đợt đánh giá",
  "unchecked.group": "nhóm",
  "unchecked.place": "thứ hạng",
  "unchecked.texts": "các văn bản đứng sau mã xác thực",
  "unchecked.root": "mã xác thực gốc đã công bố",
  "unchecked.proof": "việc thuộc kết quả của nhóm (thiếu bằng chứng)",
  // What follows
  "conclusion.unreadable": "không kiểm chứng được",
  "conclusion.unpublished": "đây không phải bản kết quả đã công bố",
  "conclusion.changed": "bản kết quả có mã xác thực đã bị sửa sau khi lập",
  "conclusion.set": "bộ tiêu chí được đưa vào không phải là bộ đã dùng để lập bản kết quả",
  "conclusion.round":
    "bản kết quả có mã xác thực và tệp đợt đánh giá không khớp nhau; cần đối chiếu với hồ sơ gốc để biết bên nào đúng",
  "conclusion.wrong": "kết quả đã ghi không đúng với số liệu gốc",
  "conclusion.stranger": "bản kết quả có mã xác thực không thuộc kết quả của nhóm",
  "conclusion.partly": "đúng trong phạm vi đã kiểm tra; chưa đối chiếu: {parts}",
  "conclusion.right":
    "đã đối chiếu với bộ tiêu chí và đợt đánh giá nêu trên, tính lại ra đúng kết quả đã ghi",
  // The lines of the answer
  unchecked: "Chưa kiểm tra được: {parts}",
  conclusion: "Kết luận: {conclusion}",
  sealed: "Bản kết quả có mã xác thực: {facts}",
  outcome: "Kết quả đã ghi: {facts}",
  fact: "{name} {value}",
  first: "Khác biệt đầu tiên: {step}: {what}",
  // What is found at the first difference, and what should be there
  wrong: "ghi {found}, đúng ra là {expected}",
  "apart.published": "bản kết quả có mã xác thực ghi {found}; mã đã công bố là {expected}",
  "apart.set": "bản kết quả có mã xác thực ghi {found}; bộ tiêu chí được đưa vào ghi {expected}",
  "apart.round": "bản kết quả có mã xác thực ghi {found}; tệp đợt đánh giá ghi {expected}",
  "apart.computed": "bản kết quả có mã xác thực ghi {found}; tính từ tệp đợt đánh giá ra {expected}",
  "lacks.record": "bản kết quả có mã xác thực thiếu {what}",
  "lacks.round": "tệp đợt đánh giá thiếu {what}",
  "lacks.excess": "bản kết quả có mã xác thực ghi thừa {what}",
  part: "phần này",
  entry: "ý kiến của {by} về mục {item} ngày {@day}",
  explained: "giải trình của đơn vị về mục {item} ngày {@day}",
  changed:
    "phần này hoặc mã xác thực của phần này đã bị sửa{?round:; cần tệp đợt đánh giá để chỉ rõ chỗ nào}",
  // Steps that are followed by the id of what they are about
  "step.leaf": "tiêu chí {id}",
  "step.node": "tổng điểm mục {id}",
  "step.source": "nguồn điểm {id}",
  "step.relative": "số liệu của nhóm cho tiêu chí {id}",
  "step.place of": "thứ hạng của {id}",
  "step.line conversion": "quy đổi nguồn điểm {id}",
  "step.line bonus": "điểm thưởng {id}",
  "step.line penalty": "điểm trừ {id}",
  "step.line late": "trừ điểm {id}",
  "step.line cap": "mức trần: {id}",
  // Parts of the record and of the round: the record
  "name.record": "bản kết quả có mã xác thực",
  "name.head": "thông tin chung của bản kết quả có mã xác thực",
  "name.format": "định dạng",
  "name.kind": "loại",
  "name.set": "bộ tiêu chí",
  "name.id": "mã",
  "name.edition": "lần ban hành",
  "name.round": "đợt đánh giá",
  "name.unit": "đơn vị",
  "name.units": "các đơn vị",
  "name.group": "nhóm đơn vị",
  "name.until": "thời điểm tính kết quả",
  "name.texts": "cách ghi văn bản",
  "name.digest": "mã xác thực",
  "name.digests": "các mã xác thực",
  "name.root": "mã xác thực gốc của nhóm",
  "name.proof": "bằng chứng thuộc nhóm",
  "name.path": "đường dẫn",
  // Inputs
  "name.inputs": "số liệu gốc",
  "name.inputs.head": "thông tin chung của đợt đánh giá",
  "name.selfAssessments": "báo cáo tự đánh giá",
  "name.ledger": "sổ theo dõi thẩm định",
  "name.statistics": "số liệu do cơ quan khác cung cấp",
  "name.targets": "chỉ tiêu",
  "name.findings": "kết quả kiểm tra",
  "name.extensions": "gia hạn",
  "name.acts": "quyết định kết thúc bước thẩm định",
  "name.councils": "Hội đồng thẩm định",
  "name.tally": "tổng hợp phiếu",
  "name.surveyNotHeld": "không tổ chức khảo sát",
  "name.title": "tên",
  "name.name": "tên",
  "name.vi": "tiếng Việt",
  "name.en": "tiếng Anh",
  "name.status": "tính chất dữ liệu",
  "name.kinds": "loại đơn vị",
  "name.parent": "đơn vị cấp trên",
  "name.replaces": "thay thế đơn vị",
  "name.since": "từ ngày",
  "name.exempt": "lý do miễn xếp hạng",
  "name.roles": "vai trò",
  "name.holders": "người đảm nhiệm",
  "name.decides": "các bước được quyết định",
  "name.council": "Hội đồng thẩm định",
  "name.item": "tiêu chí",
  "name.stage": "bước thẩm định",
  "name.submitted": "ngày gửi",
  "name.approved": "phê duyệt",
  "name.role": "chức vụ",
  "name.facts": "số liệu kê khai",
  "name.choice": "phương án",
  "name.parts": "nội dung đạt",
  "name.numerator": "tử số",
  "name.denominator": "mẫu số",
  "name.percent": "tỷ lệ phần trăm",
  "name.value": "giá trị",
  "name.count": "số lượng",
  "name.breaches": "vi phạm",
  "name.points": "điểm",
  "name.notApplicable": "không áp dụng",
  "name.explanation": "giải trình",
  "name.explain": "giải trình",
  "name.evidence": "tài liệu kiểm chứng",
  "name.number": "số hiệu",
  "name.issuer": "cơ quan ban hành",
  "name.date": "ngày",
  "name.section": "mục",
  "name.page": "trang",
  "name.reason": "lý do",
  "name.by": "người thực hiện",
  "name.decision": "quyết định",
  "name.reference": "nguồn số liệu",
  "name.what": "nội dung",
  "name.remedied": "ngày khắc phục",
  "name.batches": "lô phiếu đã nhập",
  "name.counts": "mẫu phiếu",
  "name.forms": "số phiếu hợp lệ",
  "name.invalid": "không hợp lệ",
  "name.questions": "câu hỏi",
  "name.options": "phương án",
  // What the set declares
  "name.declared": "quy định của bộ tiêu chí",
  "name.policies": "quy định chung",
  "name.rounding": "làm tròn",
  "name.grades": "các mức xếp loại",
  "name.bonusCap": "mức trần điểm thưởng",
  "name.penaltyCap": "mức trần điểm trừ",
  // Steps and results
  "name.steps": "các bước tính",
  "name.leaves": "tổng điểm các tiêu chí",
  "name.nodes": "tổng điểm các mục",
  "name.sources": "các nguồn điểm",
  "name.total": "giá trị chính xác",
  "name.low": "mức thấp nhất",
  "name.high": "mức cao nhất",
  "name.lines": "các dòng cộng, trừ",
  "name.limit": "giới hạn của Chỉ số",
  "name.late": "nộp chậm",
  "name.bonus": "tổng điểm thưởng",
  "name.penalty": "tổng điểm trừ",
  "name.max": "Chỉ số cao nhất",
  "name.min": "Chỉ số thấp nhất",
  "name.maxPoints": "điểm tối đa",
  "name.index": "Chỉ số",
  "name.result": "kết quả",
  "name.state": "tình trạng",
  "name.bounds": "khoảng tạm tính",
  "name.grade": "xếp loại",
  "name.claimed": "điểm tự chấm",
  "name.relative": "số liệu của nhóm",
  "name.place": "thứ hạng",
  "name.tied": "đồng hạng",
  "name.ranked": "số đơn vị được xếp hạng",
  "name.complete": "bảng xếp hạng đầy đủ",
  "name.unranked": "không xếp hạng",
  "name.ranking": "xếp hạng",
  "name.mean": "điểm trung bình của nhóm",
  "name.meanOf": "số đơn vị tính trung bình",
  // What stands at a step, or should
  "value.the record as readRecord gives it from this text":
    "bản kết quả có mã xác thực đã đọc từ văn bản này bằng readRecord",
  "value.what the format has there": "giá trị đúng định dạng ở chỗ này",
  "value.the record of a unit": "bản kết quả của một đơn vị",
  "value.plain data": "dữ liệu JSON thuần",
  "value.an object": "các trường JSON trong ngoặc nhọn",
  "value.a whole number": "số nguyên",
  "value.unit or group": "unit hoặc group",
  "value.a group of the set": "một nhóm của bộ tiêu chí",
  "value.a unit of the group in the round": "một đơn vị của nhóm trong đợt đánh giá",
  "value.inputs without error": "số liệu gốc không có lỗi",
  "value.what a group can have given": "số liệu mà nhóm có thể có",
  "value.a proof of inclusion": "bằng chứng thuộc nhóm",
  "value.position, size and a list of hashes": "vị trí, số lượng và danh sách mã xác thực",
  "value.a path of the length for position and size": "đường dẫn có độ dài đúng với vị trí và số lượng",
  "value.true": "có",
  "value.false": "không",
  "value.complete": "đã đủ điểm",
  "value.provisional": "tạm tính",
  "value.refused": "bị từ chối",
  "value.unscored": "không chấm điểm",
  "value.scored": "đã có điểm",
  "value.unanswered": "chưa kê khai",
  "value.pending": "chờ kết quả",
  "value.not-applicable": "không áp dụng",
} as const;

/** What is still open in a round, and who owes it. */
export const viOutstanding = {
  nothing: "Không đơn vị nào còn việc chưa xong.",
  head: "{count|Còn 1 đơn vị có việc chưa xong|Còn {#count} đơn vị có việc chưa xong}.",
  unit: "{?reason:{reason}; }còn chờ",
  owed: "{what}{?items: ({items})}.",
} as const;

/** The printed table of a criteria set, to be proof-read against the annex of the decision. */
export const viTable = {
  gradeCondition: "Điều kiện: {condition}",
  gradeQuota: "Không quá {%percent} số đơn vị được xếp hạng của nhóm",
  // The headings of its parts
  "heading.set": "Bộ tiêu chí",
  "heading.decisions": "Căn cứ",
  "heading.sources": "Nguồn điểm",
  "heading.groups": "Nhóm xếp hạng và loại đơn vị",
  "heading.other": "Các quy định khác",
  "heading.tree": "Bảng tiêu chí",
  "heading.survey": "Điều tra xã hội học",
  "heading.respondents": "Nhóm đối tượng khảo sát",
  "heading.scales": "Thang trả lời",
  "heading.questions": "Phiếu khảo sát",
  "heading.bonus": "Điểm thưởng",
  "heading.penalty": "Điểm trừ",
  "heading.policies": "Quy định chung",
  "heading.grades": "Xếp loại",
  "heading.calendar": "Thời hạn",
  "heading.exemptions": "Danh mục không áp dụng",
  // Labels of columns and rows
  "label.set": "Bộ tiêu chí",
  "label.what": "Mục",
  "label.content": "Nội dung",
  "label.id": "Mã",
  "label.number": "STT",
  "label.document": "Số, ký hiệu",
  "label.title": "Tiêu chí",
  "label.points": "Điểm",
  "label.rule": "Cách chấm",
  "label.name": "Tên",
  "label.day": "Ngày",
  "label.issuer": "Cơ quan ban hành",
  "label.kind": "Loại",
  "label.leaves": "Số mục",
  "label.edition": "Lần ban hành",
  "label.status": "Tình trạng",
  "label.level": "Cấp",
  "label.period": "Kỳ đánh giá",
  "label.levels": "Các cấp của bảng",
  "label.total": "Tổng cộng",
  "label.maximum": "Thang điểm",
  "label.framework": "Theo khung",
  "label.changes": "Nội dung thay đổi",
  "label.isFramework": "Đây là khung, chưa có cách chấm",
  "label.source": "Nguồn",
  "label.citation": "Căn cứ",
  "label.weight": "Trọng số",
  "label.percent": "Tỷ lệ",
  "label.noOpinion": "không có ý kiến, không tính",
  "label.question": "Câu hỏi",
  "label.scale": "Thang",
  "label.item": "Tiêu chí",
  "label.cap": "Tối đa",
  "label.rounding": "Làm tròn",
  "label.notApplicable": "Mục không áp dụng",
  "label.unanswered": "Mục chưa kê khai, thiếu tài liệu",
  "label.silence": "Mục Hội đồng không xem xét",
  "label.missing": "Đơn vị không gửi báo cáo",
  "label.late": "Báo cáo gửi chậm",
  "label.openFindings": "Kết quả kiểm tra chưa xem xét",
  "label.limits": "Giới hạn của Chỉ số",
  "label.noLimit": "không giới hạn",
  "label.ranking": "Xếp hạng theo",
  "label.ties": "Bằng nhau",
  "label.tieBreakers": "Tiêu chí phụ khi bằng nhau",
  "label.combine": "Cộng các nhóm đối tượng",
  "label.emptyGroup": "Nhóm không có ý kiến hợp lệ",
  "label.belowLeast": "Không đủ số phiếu tối thiểu",
  "label.notHeld": "Không tổ chức khảo sát",
  "label.grade": "Mức xếp loại",
  "label.rest": "còn lại",
  "label.group": "Nhóm xếp hạng",
  "label.unitKind": "Loại đơn vị",
  "label.items": "Các mục không áp dụng",
  // What its values mean: where its points are from
  "status.official": "chép từ phụ lục của quyết định",
  "status.summary": "tóm tắt: chỉ có điểm đã công bố",
  "status.illustrative": "minh họa: điểm số không lấy từ quyết định nào",
  // Kinds of source
  "source.appraisal": "tự chấm, thẩm định",
  "source.survey": "điều tra xã hội học",
  "source.statistic": "số liệu do cơ quan khác cung cấp",
  // Evidence
  "evidence.required": "bắt buộc",
  "evidence.or-explanation": "tài liệu hoặc giải trình",
  "evidence.none": "không cần",
  // How the index is rounded
  "mode.half-up": "từ 5 trở lên làm tròn lên",
  "mode.half-even": "nửa đơn vị làm tròn về số chẵn",
  "mode.down": "bỏ phần lẻ",
  "mode.up": "có phần lẻ là làm tròn lên",
  // What becomes of items without an answer
  "unanswered.zero": "tính 0 điểm, vẫn nằm trong điểm tối đa",
  "unanswered.refused": "báo cáo tự đánh giá bị từ chối",
  // … of those that the council did not touch
  "silence.accept": "công nhận điểm tự chấm",
  "silence.pending": "chờ Hội đồng",
  // … of a unit that sends nothing
  "missing.unranked": "không xếp hạng",
  "missing.unanswered": "các mục tự chấm coi như chưa kê khai, vẫn xếp hạng",
  // … of findings that nobody addressed
  "openFindings.warn": "cảnh báo",
  "openFindings.block": "không được kết thúc bước thẩm định",
  // What the ranking is by
  "rankedOn.published": "Chỉ số đã làm tròn",
  "rankedOn.exact": "Chỉ số chưa làm tròn",
  // Ties
  "ties.skip": "đồng hạng, bỏ qua các hạng tiếp theo (1, 2, 2, 4)",
  "ties.dense": "đồng hạng, hạng tiếp theo liền kề (1, 2, 2, 3)",
  // A survey with a group that gave no valid answer
  "emptyGroup.pending": "chờ",
  "emptyGroup.redistribute": "chia trọng số cho các nhóm còn lại",
  // … with fewer forms than required
  "belowLeast.pending": "chờ",
  "belowLeast.zero": "tính 0 điểm",
  // … that was not held
  "notHeld.rescale": "trừ điểm khảo sát khỏi điểm tối đa, kết quả tính trên phần còn lại",
  "notHeld.zero": "tính 0 điểm",
  "notHeld.pending": "chờ",
  // Kinds of edition
  "edition.issued": "ban hành mới",
  "edition.corrected": "ban hành đính chính",
  // What stands in a cell
  example: "Ví dụ: {facts} → {gives}",
  ofSource: "Nguồn: {source}{?by: ({by})}",
  appraiser: "cơ quan thẩm định chấm, đơn vị không tự chấm",
  evidence: "Tài liệu kiểm chứng: {need}",
  mayNotApply: "Có thể không áp dụng: {consequence}",
  ownId: "Mã: {id}",
  replaces: "Thay cho: {items}",
  basis: "Căn cứ: {basis}",
  cited: "{document}, {at}",
  framework: "{set}, {edition}",
  period: "{@from} – {@to}",
  edition: "{what}, {@from}",
  levelCount: "{level}: {#count}",
  rounding: "{places} chữ số thập phân; {mode}; {when}",
  eachItem: "làm tròn từng mục rồi mới cộng",
  once: "chỉ làm tròn một lần, khi công bố",
  breakerItem: "Tiêu chí {item}{?exact: ({exact})}",
  breakerSource: "Nguồn: {source}{?exact: ({exact})}",
  exact: "giá trị chưa làm tròn",
  limits: "{min} – {max}",
  limit: "{%limit}",
  // Between a heading and its table
  judges: "Đánh giá: {groups}",
  respondents: "Nhóm đối tượng khảo sát: {group}",
  leastForms: "Số phiếu hợp lệ tối thiểu: {#forms}",
  capAll: "Tối đa cho tất cả: {#cap}",
  questionnaire: "{title} ({id})",
} as const;

/** What differs between two criteria sets. */
export const viChanges = {
  head: "So sánh: {set}, lần ban hành {edition} – {?laterSet:{laterSet}, }lần ban hành {laterEdition}",
  none: "Hai bộ tiêu chí không khác nhau",
  // A row of the table beside the tree
  part: "{heading}, {name}",
  recited: "Căn cứ của {count} tiêu chí, ở cùng vị trí: {before} → {after}",
  // What was and what is, in one line or beneath each other
  changed: "{of}: {before} → {after}",
  changedHead: "{of}:",
  was: "trước: {before}",
  is: "sau: {after}",
  added: "Thêm: {heading}, {name}: {content}",
  removed: "Bỏ: {heading}, {name}: {content}",
  // Items
  title: "{number} “{title}”",
  full: "{item}, {points}",
  itemAdded: "Thêm: {item}",
  itemRemoved: "Bỏ: {item}",
  itemMoved: "Chuyển: {item} từ {from} sang {to}",
  top: "cấp cao nhất",
  itemRenumbered: "Đổi số: {number} thành {item}",
  itemSplit: "Tách: {item} thành {;items}",
  itemMerged: "Gộp: {;items} thành {item}",
  item: "Tiêu chí {number}, {field}",
  // The fields of an item
  "field.title": "tên",
  "field.maxPoints": "điểm tối đa",
  "field.source": "nguồn điểm",
  "field.rule": "cách chấm",
  "field.examples": "ví dụ",
  "field.scoredBy": "người chấm",
  "field.evidence": "tài liệu kiểm chứng",
  "field.notApplicable": "khi không áp dụng",
  "field.citation": "căn cứ",
  "field.requires": "điều kiện để được chấm",
  "field.replaces": "thay cho",
} as const;

/** Issues of a file, listed with their lines. */
export const viListing = {
  error: "lỗi",
  warning: "cảnh báo",
  none: "{file}: không có lỗi",
  sums: "{file}: {sums}",
  errors: "{#count} lỗi",
  warnings: "{#count} cảnh báo",
} as const;

/** The page of results and the score sheet. */
export const viReport = {
  passedQuota:
    "Loại “{grade}”: {count} đơn vị, nhiều hơn tỷ lệ tối đa {%percent} ({allowed} đơn vị). Đơn vị ở mức giáp ranh: {edge}. Hội đồng quyết định.",
  set: "Bộ tiêu chí",
  edition: "lần ban hành {edition}",
  decision: "Căn cứ",
  document: "văn bản số {number} ngày {@date} của {issuer}",
  until: "Thời điểm",
  latest: "Kết quả mới nhất",
  onDay: "Tính đến ngày {@day}",
  data: "Số liệu",
  illustrative: "Số liệu minh họa, đơn vị hư cấu",
  digests: "Mã xác thực",
  roundDigest: "đợt đánh giá: {digest}",
  setDigest: "bộ tiêu chí: {digest}",
  digestUse:
    "Ai có tệp đợt đánh giá và tệp bộ tiêu chí đều tính lại được hai mã này; mã trùng với mã in trong văn bản công bố kết quả thì số liệu đúng là số liệu đã dùng.",
  groupHead: "Nhóm “{group}”",
  notApproved: "CHƯA PHÊ DUYỆT",
  summary:
    "{ranked} đơn vị được xếp hạng{?best:; cao nhất {%best}}{?mean:; trung bình của {meanOf} đơn vị là {%mean}}.",
  incomplete: "Bảng xếp hạng chưa đầy đủ.",
  placeColumn: "Hạng",
  unit: "Đơn vị",
  indexColumn: "Chỉ số",
  grade: "Xếp loại",
  withheld: "Chỉ số đạt mức của loại “{grade}” nhưng chưa đủ điều kiện của loại này",
  change: "So với trước",
  rankingCaption: "Xếp hạng nhóm “{group}”{?mean:; vạch đen: trung bình {%mean}}",
  tied: "đồng hạng",
  exactIndex: "Chỉ số chưa làm tròn",
  decided: "bằng Chỉ số, xét thêm {by}: {#value}",
  new: "mới",
  moved: "{?up:▲ {up}}{?down:▼ {down}}{?same:=}{?gained: ({#gained})}",
  apart: "Đơn vị không có hạng",
  apartUnit: "{unit}: {reason}{?index:, Chỉ số {%index}}{?low:, Chỉ số từ {%low} đến {%high}}",
  heatHead: "Kết quả theo lĩnh vực",
  heatCaption:
    "Nhóm “{group}”: Chỉ số thành phần của từng lĩnh vực (%) và hạng theo lĩnh vực đó; ô càng đậm thì kết quả càng thấp",
  domain: "Lĩnh vực {number}",
  mean: "Trung bình",
  best: "Cao nhất",
  atPlace: "hạng {place}",
  changeHead: "Thay đổi so với kết quả trước",
  sheet: "Phiếu điểm: {name}",
  group: "Nhóm",
  round: "Đợt đánh giá",
  place: "Xếp hạng",
  placeOf: "hạng {place} trong {of} đơn vị{?tied: (đồng hạng)}",
  noPlace: "không có hạng: {reason}",
  items: "Điểm từng mục của {name}",
  number: "Số",
  content: "Nội dung",
  max: "Điểm tối đa",
  claimed: "Tự chấm",
  appraised: "Điểm đạt",
  basis: "Căn cứ chấm điểm",
  total: "Tổng cộng",
  notApplicable: "không áp dụng",
  reached: "đạt {%percent}",
  open: "từ {#low} đến {#high} điểm",
  applicable: "điểm tối đa quy định {#max}",
  decimals:
    "Điểm không viết được hết ghi đến sáu chữ số thập phân. Tổng tính từ giá trị chính xác; Chỉ số làm tròn một lần.",
  indexHead: "Cách tính Chỉ số",
  points: "điểm các mục",
  term: "{of}{?id: ({id})}: {#points} ÷ {#max} × 100 = {#percent}",
  sum: "Cộng: {#sum}; làm tròn một lần: {%index}",
  index: "Chỉ số: {%index}",
  provisional: "Tạm tính: còn mục chưa có điểm, Chỉ số từ {%low} đến {%high}.",
  signUnit: "Thủ trưởng đơn vị",
  signCouncil: "Hội đồng thẩm định",
} as const;

/** The workbook of results. */
export const viWorkbook = {
  about: "Giới thiệu",
  group: "Nhóm {number}",
  place: "Hạng",
  id: "Mã đơn vị",
  unit: "Đơn vị",
  index: "Chỉ số (%)",
  grade: "Xếp loại",
  note: "Ghi chú",
  total: "Tổng điểm các mục",
  applicable: "Điểm tối đa áp dụng",
  between: "từ {%low} đến {%high}",
  inputs: "Ô nền vàng",
  inputsMean:
    "Điểm của từng mục sau thẩm định, khảo sát và thống kê: số liệu đầu vào, có thể thay đổi để tính thử.",
  formulas: "Ô nền trắng",
  formulasMean: "Công thức: bảng tính tự tính lại tổng điểm, Chỉ số, xếp loại và thứ hạng từ các ô nền vàng.",
  marked: "Ô nền cam",
  markedMean:
    "Giá trị do hệ thống ghi, không tính lại: kết quả mà công thức bảng tính không diễn đạt được (làm tròn nửa về số chẵn, thứ hạng quyết định bằng tiêu chí phụ, xếp loại còn phụ thuộc điều kiện khác).",
} as const;

/** The command: how it is called, and what is said to whoever called it wrongly. */
export const viCommand = {
  usage: `Cách dùng:
  par-index check TỆP…                    kiểm tra tệp bộ tiêu chí
  par-index check --table TỆP…            in bộ tiêu chí thành bảng để rà soát với phụ lục
      --to BẢNG.html, --to BẢNG.xlsx  ghi bảng thành trang để in hoặc thành bảng tính
  par-index check --framework KHUNG TỆP…  kiểm tra tệp có đúng với khung không
  par-index check --set BỘ ĐỢT…           kiểm tra tệp đợt đánh giá theo bộ tiêu chí
  par-index score BỘ ĐỢT [ĐƠN_VỊ]         chấm điểm, xếp hạng; hoặc phiếu điểm của một đơn vị
  par-index explain BỘ ĐỢT ĐƠN_VỊ [MỤC]   diễn giải điểm của đơn vị, hoặc của một mục
  par-index report BỘ ĐỢT [ĐƠN_VỊ…]       ghi trang kết quả, phiếu điểm, bảng tính vào ket-qua
      --to THƯ-MỤC  ghi vào thư mục khác   --public  bản công khai
      --before ĐỢT  so với kết quả trước   --before-set BỘ  khi kết quả trước theo bộ khác
  par-index outstanding BỘ ĐỢT            những việc còn thiếu, theo đơn vị và theo bên phải làm
  par-index seal BỘ ĐỢT ĐƠN_VỊ            in bản kết quả có mã xác thực của đơn vị
  par-index seal --group NHÓM BỘ ĐỢT      ghi vào ban-ghi: bản của cả nhóm, bản của từng đơn vị kèm
                                          bằng chứng; in các mã xác thực để công bố
      --to THƯ-MỤC  ghi vào thư mục khác
  par-index compare BỘ ĐỢT ĐƠN_VỊ ĐƠN_VỊ  vì sao đơn vị thứ nhất xếp trên hoặc dưới đơn vị thứ hai
      --before ĐỢT [--before-set BỘ] [ĐƠN_VỊ]  hai năm cạnh nhau: mọi đơn vị, hoặc một đơn vị
      --without VĂN_BẢN [ĐƠN_VỊ]  kết quả nếu không có văn bản đính chính đó
  par-index changes BỘ ĐỢT ĐƠN_VỊ         mọi thay đổi của Hội đồng đối với đơn vị
  par-index intervals BỘ ĐỢT              thứ hạng phụ thuộc cách làm tròn và mẫu khảo sát đến đâu
  par-index audit BỘ BẢNG                 soát một bảng kết quả đã công bố
  par-index diff TRƯỚC SAU                so sánh hai bộ tiêu chí
  par-index verify [--digest MÃ] [--root MÃ] [--proof BẰNG_CHỨNG] BẢN [BỘ] [ĐỢT]
                                          kiểm chứng bản có mã xác thực; kết thúc bằng 0 khi đúng
                                          và đã đối chiếu đủ, 3 khi đúng mà chưa đủ, 1 khi sai
  par-index start BỘ [DANH-SÁCH.xlsx] THƯ-MỤC  tạo thư mục của đợt: sổ và phiếu của từng đơn vị
  par-index gather THƯ-MỤC                đọc sổ và phiếu, ghi đợt đánh giá, nêu lỗi, việc còn thiếu
  par-index import THƯ-MỤC TỆP…           nhập kết quả khảo sát (.csv, .xlsx)
  par-index repl [BỘ ĐỢT]                 mở cửa sổ lệnh với số liệu minh họa, hoặc với đợt đã nêu
Sau gather, THƯ-MỤC của đợt thay được cho BỘ ĐỢT: par-index report THƯ-MỤC.
BỘ là tệp bộ tiêu chí, hoặc mã có sẵn: {sets}.
Lệnh kết thúc bằng 0; bằng 1 khi có lỗi; bằng 2 khi gọi lệnh sai.
Thêm --en để in bằng tiếng Anh; thêm --help sau một lệnh để xem cách dùng của lệnh đó.`,
  // The parts of a call, as the usage names them
  "part.COMMAND": "LỆNH",
  "part.FILE": "TỆP",
  "part.FRAMEWORK": "KHUNG",
  "part.SET": "BỘ",
  "part.ROUND": "ĐỢT",
  "part.UNIT": "ĐƠN_VỊ",
  "part.GROUP": "NHÓM",
  "part.RECORD": "BẢN",
  "part.FOLDER": "THƯ-MỤC",
  "part.BEFORE": "TRƯỚC",
  "part.AFTER": "SAU",
  "part.DECISION": "VĂN_BẢN",
  "part.DIGEST": "MÃ",
  "part.PROOF": "BẰNG_CHỨNG",
  "part.TABLE": "BẢNG",
  // Wrong calls
  missing: "thiếu {parts}",
  tooMuch: "thừa “{more}”",
  "unknown.command": "không có lệnh “{name}”{?meant:; {meant}}",
  "unknown.option": "không có tùy chọn “{name}”{?meant:; {meant}}",
  "unknown.set": "không có bộ tiêu chí “{name}”{?meant:; {meant}}",
  "unknown.unit": "không có đơn vị “{name}”{?meant:; {meant}}",
  "unknown.group": "không có nhóm đơn vị “{name}”{?meant:; {meant}}",
  drawn: "Đã lấy mẫu {#drawn}/{#of} lần",
  "unknown.decision": "không có đính chính nào theo văn bản “{name}”{?meant:; {meant}}",
  "unknown.item": "không có mục “{name}”{?meant:; {meant}}",
  askable: "Có thể hỏi: {names}.",
  notGathered: "{folder} chưa có đợt đánh giá; chạy trước: par-index gather {folder}",
  tableKind: "bảng chỉ ghi được thành .html hoặc .xlsx, không ghi được “{file}”",
  noDigest: "mã xác thực phải gồm 64 chữ số thập lục phân viết thường",
  meant: "có phải “{first}”{?second: hay “{second}”}{?third: hay “{third}”}?",
  // Files that cannot be read
  unreadable: "không mở được tệp “{file}”: {reason}{?meant:; {meant}}",
  "unreadable.ENOENT": "không có tệp này",
  "unreadable.EISDIR": "đây là thư mục",
  "unreadable.EACCES": "không có quyền đọc",
  // While files are written
  sheetOf: "phiếu điểm {at}/{of}: {unit}",
  recordOf: "bản kết quả {at}/{of}: {unit}",
  sealed:
    "Đã ghi vào {folder}: bản của nhóm nhom.json, {count} bản của đơn vị, mỗi bản kèm bằng chứng .bang-chung.json.\nMã xác thực của đợt đánh giá: {round}\nMã xác thực của bộ tiêu chí: {set}\nMã xác thực gốc: {root}",
  tableWritten: "Đã ghi bảng tiêu chí vào {file}.",
  written:
    "Đã ghi vào {folder}: trang kết quả ket-qua.html, bảng tính ket-qua.xlsx, bảng xếp hạng .csv, kết quả ket-qua.json và {count} phiếu điểm trong phieu-diem.",
  // After a result
  notApproved: "Kết quả chưa được phê duyệt.",
  warnings: "{round}: cảnh báo: {count}; xem: par-index check --set {set} {round}",
  // The REPL opens
  replLanguage: "par-index: không có ngôn ngữ này; đặt language là một trong: {languages}.",
  replNames: "par-index: có sẵn mọi tên của sáu lối vào, và {names}.",
  replExample: `par-index: có sẵn mọi tên của sáu lối vào; số liệu minh họa của một tỉnh giả định ở
set, round, result, unit, record, communeSet, communeRound; một bảng thật năm 2023 ở publishedTable.
open("…") đọc một tệp JSON; language = "en" trả lời bằng tiếng Anh. Hãy thử: result.scores[0]`,
} as const;

/** The folder of a round: what is said of its files. */
export const viOffice = {
  "old-format":
    "tệp Excel đời cũ (.xls), không đọc được. Mở bằng Excel rồi lưu lại thành “Excel Workbook (.xlsx)”.",
  "open-document":
    "tệp OpenDocument (.ods), không đọc được. Mở bằng LibreOffice rồi lưu lại thành “Excel 2007–365 (.xlsx)”.",
  "binary-workbook": "tệp Excel nhị phân (.xlsb), không đọc được. Lưu lại thành “Excel Workbook (.xlsx)”.",
  password:
    "tệp có mật khẩu, không đọc được. Gỡ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi lưu lại.",
  entities:
    "tệp chứa khai báo thực thể XML, không do phần mềm bảng tính ghi ra; không mở. Xin lại tệp từ người gửi.",
  "too-large": "tệp quá lớn, hoặc giải nén ra quá lớn; không mở. Kiểm tra lại tệp, bỏ ảnh và các dòng thừa.",
  "not-a-workbook": "không phải tệp bảng tính .xlsx, hoặc tệp hỏng. Mở bằng Excel rồi lưu lại.",
  "not-utf8":
    "tệp không ở bảng mã UTF-8 nên chữ có dấu bị hỏng. Trong Excel chọn Lưu thành “CSV UTF-8”, hoặc lưu thành .xlsx.",
  lock: "tệp tạm của Excel, bỏ qua: bảng tính đang mở trên máy nào đó. Lưu và đóng bảng tính rồi chạy lại.",
  otherKind: "không phải bảng tính, bỏ qua.",
  noForm:
    "không có trang nào là phiếu (không thấy dòng tiêu đề có cột “Mã”). Chép lại dòng tiêu đề từ phiếu gốc.",
  refused: "không đọc hoặc ghi được ({code}). Đóng tệp đang mở, kiểm tra quyền và dung lượng ổ đĩa.",
  noFolder:
    "{folder}: thiếu tệp “{file}”. Tạo thư mục của đợt bằng: par-index start BỘ DANH-SÁCH.xlsx {folder}",
  otherSet: "{folder}: tệp “{file}” đã có và khác bộ tiêu chí này; không ghi đè. Dùng thư mục khác.",
  noSheet: "không có trang “{name}”; coi như trang trống. Nếu trang bị đổi tên thì đặt lại tên này.",
  subfolder: "thư mục con, không đọc. Chép phiếu trong đó ra {folder}/.",
  moreForms:
    "có nhiều trang là phiếu: đã đọc trang “{name}”, không đọc {others}. Xóa trang thừa để khỏi nhầm.",
  notReal:
    "trang “Đợt” ghi số liệu “thật”, nhưng bộ tiêu chí ghi là minh họa (“illustrative”). Sửa “Tính chất số liệu” thành “minh họa”, hoặc dùng bộ tiêu chí chính thức.",
  invalid: "không tính: {;parts}.",
  gatherAgain:
    "{round}: {#count} lỗi. Chạy par-index gather {folder} để xem từng lỗi theo tệp, trang, ô; sửa rồi chấm lại.",
  unreadForms: "Đã có tệp nhưng chưa đọc được phiếu của {#count} đơn vị: {names}.",
  changedSheets: "- Sổ của đợt: đổi các trang {sheets}",
  "changed.lost": "không còn phiếu đọc được",
  noRound: "Chưa lập được đợt: sửa các lỗi trên rồi chạy lại.",
  started:
    "Đã tạo {folder}: sổ của đợt ({book}) và {#made} phiếu mới trong {forms}/ (tất cả {#count} đơn vị). Điền hội đồng vào {book}, gửi phiếu cho các đơn vị, rồi chạy: par-index gather {folder}",
  startedEmpty:
    "Đã tạo {folder}: sổ của đợt ({book}), chưa có đơn vị nào. Điền trang “Đơn vị” rồi chạy lại par-index start để có phiếu của từng đơn vị.",
  progress: "{#at}/{#of}: {file}",
  rows: "{file}: đã đọc {#rows} dòng",
  gathered:
    "{#units} đơn vị, {#forms} phiếu đã nhận; {#errors} lỗi, {#warnings} cảnh báo (ghi đủ ở {standing}). {?round:Đã ghi {round}}{?kept:Không ghi lại {kept}}; phản hồi gửi từng đơn vị ở {notes}/.",
  alike: "… và {#count} chỗ khác cùng loại; xem {file}.",
  allIssues: "Lỗi và cảnh báo:",
  waiting: "{#count} ý kiến “công nhận” chờ phiếu của: {names}. Nhận phiếu rồi chạy lại, chưa phải sửa gì.",
  noForms: "Chưa nhận được phiếu của {#count} đơn vị: {names}.",
  noValid:
    "không có phiếu trả lời hợp lệ nào, nên không ghi gì. Kiểm tra dòng tiêu đề: mỗi câu hỏi phải đúng nguyên văn hoặc là mã câu hỏi.",
  longRow:
    "Dòng {row} có {#found} ô, dòng tiêu đề có {#expected}: có dấu phân cách thừa. Trong Excel lưu lại thành “CSV UTF-8” hoặc .xlsx.",
  unknownColumns: "các cột không dùng: {columns}. Nếu có câu hỏi trong đó thì sửa lại đúng nguyên văn.",
  notThere: "không có tệp này. Kiểm tra lại tên và đường dẫn.",
  note: "Phản hồi về phiếu tự chấm điểm: {name}",
  noteNone: "Phiếu không có lỗi.",
  noteIssues: "Đề nghị sửa hoặc xem lại:",
  explanations: "{#count} phiếu giải trình mới trong {folder}/.",
  kept: "{file}: có người đã sửa tệp này nên giữ nguyên, không ghi đè. Muốn có bản mới thì đổi tên tệp rồi chạy lại.",
  changes: "Thay đổi so với lần tổng hợp trước:",
  unchanged: "Không có thay đổi so với lần tổng hợp trước.",
  changed: "- {name}: {;parts}",
  "changed.form": "nộp phiếu ({#count} mục)",
  "changed.items": "đổi các mục {items}",
  "changed.more": "thêm {#count} ý kiến, giải trình",
  "changed.fewer": "bớt {#count} ý kiến, giải trình",
  importedBefore: "đã nhập trước đây ({target}); không tính hai lần. Muốn nhập lại thì xóa {target}.",
  noUnitColumn: "không thấy cột “Đơn vị”. Các cột của tệp: {columns}. Đặt tên cột đơn vị là “Đơn vị”.",
  noQuestions:
    "không nhận ra câu hỏi của phiếu nào trong: {forms}. Tiêu đề mỗi cột phải là nguyên văn câu hỏi, hoặc mã câu hỏi.",
  formOpen:
    "các cột không rõ là phiếu nào: {forms}. Thêm cột “Phiếu”, mỗi dòng ghi tên hoặc mã phiếu; hoặc nhập mỗi phiếu một tệp có câu hỏi mà chỉ phiếu đó hỏi.",
  formUnknown:
    "Dòng {row}, cột “{column}”: không có phiếu “{found}”{?near:; có phải “{near}”?} Dòng này không tính; cột ghi việc khác thì đổi tên cột.",
  otherForm: "Dòng {row}, cột “{column}”: câu hỏi này không thuộc “{form}”; không tính.",
  unitUnknown: "Dòng {row}, cột “{column}”: không có đơn vị “{found}”{?near:; có phải “{near}”?}",
  optionUnknown:
    "Dòng {row}, cột “{column}”: “{found}” không phải phương án trả lời của câu hỏi này; không tính.",
  moreWrong: "{file}: và {#count} chỗ khác như vậy.",
  imported: "{file}: {#rows} dòng, {#valid} phiếu hợp lệ của “{form}”; đã ghi {target}.",
  importedCounts: "{file}: {#rows} dòng số lượng; đã ghi {target}. Kiểm tra bằng par-index gather.",
  "help-start": `par-index start BỘ [DANH-SÁCH.xlsx] THƯ-MỤC
Tạo thư mục của một đợt: tệp bộ tiêu chí (bo-tieu-chi.json), sổ của đợt (dot.xlsx) và phiếu tự chấm của từng đơn vị (phieu/).
DANH-SÁCH.xlsx là danh sách đơn vị, có cột “Tên”; có thể thêm “Mã”, “Nhóm”, “Loại”. Không có danh sách thì điền trang
“Đơn vị” của dot.xlsx rồi chạy lại. Chạy lại thì thêm phiếu còn thiếu và ghi lại phiếu chưa ai điền; tệp có người đã sửa thì giữ nguyên.`,
  "help-gather": `par-index gather THƯ-MỤC
Đọc sổ của đợt, mọi phiếu trong phieu/ và giai-trinh/, số phiếu khảo sát trong khao-sat/; ghi round.json; nêu từng lỗi kèm tệp,
trang, ô; nêu việc còn thiếu của từng đơn vị (tinh-hinh.txt); ghi phản hồi cho từng đơn vị (ghi-chu/). Sau khi có quyết định
của lần 1, ghi phiếu giải trình (giai-trinh/). Không ghi đè tệp nào đã có người sửa. Kết thúc bằng 0, hoặc 1 khi có lỗi hay round.json giữ nguyên.`,
  "help-import": `par-index import THƯ-MỤC TỆP…
Nhập kết quả khảo sát: tệp .csv hoặc .xlsx mà dịch vụ biểu mẫu xuất ra (mỗi dòng một phiếu trả lời, mỗi cột một câu hỏi, có
cột “Đơn vị”), hoặc bảng tổng hợp số lượng như trang “Khảo sát”. Mỗi tệp chỉ nhập một lần.`,
} as const;

/** What the words of issues name. */
export const viNamed = {
  "syntax.key": "cần một tên trường trong dấu ngoặc kép",
  "syntax.value": "cần một giá trị",
  "syntax.colon": "cần dấu hai chấm",
  "syntax.comma": "cần dấu phẩy",
  "syntax.brace": "cần dấu } đóng",
  "syntax.bracket": "cần dấu ] đóng",
  "syntax.number": "số viết không đúng",
  "syntax.quote": "đoạn chữ chưa đóng dấu ngoặc kép",
  "syntax.number-end": "số viết dở dang",
  "syntax.unicode": "mã Unicode không hợp lệ",
  "syntax.escape": "ký tự sau dấu \\ không hợp lệ",
  "syntax.control": "ký tự điều khiển trong đoạn chữ",
  "syntax.unclear": "ký hiệu không hiểu được",
  "type.string": "một đoạn chữ trong dấu ngoặc kép",
  "type.number": "một số",
  "type.int": "một số nguyên",
  "type.boolean": "true hoặc false",
  "type.array": "một danh sách",
  "type.object": "các trường trong ngoặc nhọn",
  "type.null": "chỗ để trống",
  "facts.choice": "mã của một phương án (choice)",
  "facts.parts": "danh sách mã các nội dung đạt (parts)",
  "facts.counts": "hai số lượng: tử số (numerator) và mẫu số (denominator)",
  "facts.percent": "tỷ lệ phần trăm như đã in (percent)",
  "facts.value": "một con số (value)",
  "facts.count": "một số lượng (count)",
  "facts.breaches": "số lần vi phạm của từng loại (breaches)",
  "facts.points": "số điểm (points)",
  "facts.none": "để trống: điểm của mục này lấy từ kết quả khảo sát",
  "range.number": "{#value}",
  "range.percent": "{%value}",
  "range.any-on": "mọi giá trị",
  "range.any-upTo": "từ {high} trở xuống",
  "range.any-below": "dưới {high}",
  "range.from-on": "từ {low} trở lên",
  "range.from-upTo": "từ {low} đến {high}",
  "range.from-below": "từ {low} đến dưới {high}",
  "range.above-on": "trên {low}",
  "range.above-upTo": "trên {low} đến {high}",
  "range.above-below": "trên {low} đến dưới {high}",
  "off.short": "thiếu",
  "off.over": "thừa",
  "level.numbered": "Cấp {at}",
  "level.item": "Mục",
  "level.children": "mục con",
  "cited.item": "Mục {number}",
  "cited.line": "Dòng {number}",
  "cited.deadline": "Thời hạn “{title}”",
  "cited.exemption": "Dòng không áp dụng cho loại “{kind}”",
  visit: "Cuộc “{visit}”: {sentence}",
  "cell.at": "{?cell:Ô {cell}}{?row:Dòng {row}}: {sentence}",
  "cell.column": "cột “{column}”",
  "cell.sameRow": "cột “{column}” của cùng dòng này",
  "cell.columnOf": "cột “{column}” của dòng có mã {id}",
  "cell.rowsBelow": "các dòng số liệu bên dưới (mã {code} …)",
} as const;

/** The sheets of a round. */
export const viSheets = {
  frame: "Đợt",
  units: "Đơn vị",
  councils: "Hội đồng",
  ledger: "Ý kiến thẩm định",
  acts: "Quyết định",
  statistics: "Số liệu",
  targets: "Chỉ tiêu",
  findings: "Kết quả kiểm tra",
  extensions: "Gia hạn",
  surveyNotHeld: "Không khảo sát",
  survey: "Khảo sát",
  // The frame
  "frame.set": "Bộ tiêu chí",
  "frame.edition": "Lần ban hành",
  "frame.title.vi": "Tên đợt",
  "frame.title.en": "Tên tiếng Anh",
  "frame.status": "Tính chất số liệu",
  "frame.batches": "Lô phiếu đã nhập",
  "frame.invalid": "Phiếu không rõ đơn vị",
  real: "thật",
  illustrative: "minh họa",
  // Headings of columns, by the part that they hold
  id: "Mã",
  "name.vi": "Tên",
  "name.en": "Tên tiếng Anh",
  group: "Nhóm",
  kinds: "Loại",
  parent: "Thuộc",
  replaces: "Thay thế (mã: ngày)",
  exempt: "Không xếp hạng vì",
  council: "Hội đồng",
  submitted: "Ngày nộp",
  "approved.role": "Người phê duyệt",
  "approved.date": "Ngày phê duyệt",
  "title.vi": "Tên",
  "title.en": "Tên tiếng Anh",
  "role.id": "Mã vai trò",
  "role.title.vi": "Vai trò",
  "role.title.en": "Vai trò (tiếng Anh)",
  "role.holders": "Người đảm nhiệm",
  "role.decides": "Quyết định ở",
  "role.items": "Chỉ xem xét mục",
  votes: "Phiếu (vai trò: điểm)",
  absent: "Vắng mặt",
  unit: "Đơn vị",
  item: "Mục",
  stage: "Lần thẩm định",
  by: "Người quyết định",
  date: "Ngày",
  kind: "Ý kiến",
  facts: "Số liệu",
  points: "Điểm",
  reason: "Lý do",
  evidence: "Tài liệu kiểm chứng",
  "ledger.findings": "Kết quả kiểm tra",
  "decision.number": "Quyết định đính chính",
  "decision.date": "Ngày quyết định đính chính",
  number: "Số",
  reference: "Nguồn",
  maxPoints: "Điểm tối đa của đơn vị",
  what: "Nội dung",
  "findings.by": "Cơ quan kiểm tra",
  remedied: "Ngày khắc phục",
  deadline: "Thời hạn",
  "extensions.by": "Được đến ngày",
  questionnaire: "Phiếu",
  forms: "Số phiếu hợp lệ",
  invalid: "Không hợp lệ (mã: số)",
  question: "Câu hỏi",
  // What a cell says
  first: "lần 1",
  second: "lần 2",
  final: "kết luận",
  correction: "đính chính",
  accept: "công nhận",
  uphold: "giữ nguyên",
  adjust: "điều chỉnh",
  "not-applicable": "không áp dụng",
  return: "trả lại",
  explain: "giải trình",
  unitRole: "đơn vị",
  claim: "Không áp dụng",
  "fact.numerator": "tử số",
  "fact.denominator": "mẫu số",
  "fact.percent": "tỷ lệ",
  "fact.value": "con số",
  "fact.count": "số lượng",
  "fact.points": "điểm",
  noPart: "không có nội dung nào",
  "fault.malformed-response": "phiếu sai cấu trúc",
  "fault.unknown-questionnaire": "không rõ mẫu phiếu",
  "fault.malformed-unit": "không rõ đơn vị",
  "fault.malformed-answer": "câu trả lời sai cấu trúc",
  "fault.unknown-question": "không rõ câu hỏi",
  "fault.unknown-option": "không rõ phương án",
  "fault.question-answered-twice": "một câu hỏi trả lời hai lần",
  "fault.empty-form": "phiếu không có câu trả lời hợp lệ",
  "fault.key-not-read": "có thông tin không dùng",
  // Inspections and targets
  visits: "Cuộc kiểm tra",
  visitUnits: "Đơn vị cùng kiểm tra",
  visitFindings: "Phát hiện qua kiểm tra",
  follows: "Phúc tra",
  visitDocuments: "Tài liệu kiểm tra",
  results: "Kết quả chỉ tiêu",
  visit: "Cuộc kiểm tra",
  unitKind: "Loại đơn vị",
  places: "Nơi kiểm tra",
  mode: "Hình thức",
  team: "Đoàn kiểm tra",
  jointTeams: "Đoàn phối hợp",
  self: "Tự kiểm tra",
  to: "Đến ngày",
  "postponed.reason": "Hoãn vì",
  "postponed.newDate": "Ngày kiểm tra mới",
  "cancelled.reason": "Hủy vì",
  noticed: "Ngày thông báo",
  noticeTo: "Thông báo cho",
  proposedBy: "Người đề nghị",
  decidedBy: "Người quyết định",
  "visits.reason": "Lý do kiểm tra đột xuất",
  result: "Kết quả",
  "conclusion.number": "Số kết luận",
  "conclusion.date": "Ngày kết luận",
  "conclusion.by": "Người ký kết luận",
  "visitFindings.id": "Mã phát hiện",
  remedy: "Yêu cầu khắc phục",
  due: "Hạn khắc phục",
  outcome: "Kết quả khắc phục",
  finding: "Mã phát hiện",
  "follows.remedied": "Đã khắc phục",
  part: "Loại tài liệu",
  title: "Tên tài liệu",
  "visitDocuments.by": "Cơ quan, người gửi",
  selfPlan: "kế hoạch tự kiểm tra",
  feedback: "phản ánh, kiến nghị",
  reports: "báo cáo",
  target: "Chỉ tiêu",
  place: "Thứ hạng",
  index: "Chỉ số (%)",
  numerator: "Tử số",
  denominator: "Mẫu số",
  dates: "Các ngày thực hiện",
  notMeasured: "Chưa đo được vì",
  noDay: "không có",
  marked: "{name}: x",
  "cited.section": "mục {section}",
  "cited.page": "trang {page}",
} as const;

/** Rankings and score sheets as rows of a spreadsheet: headings, notes, and lines beside the items. */
export const viRows = {
  place: "Hạng",
  unitId: "Mã đơn vị",
  unit: "Đơn vị",
  index: "Chỉ số (%)",
  grade: "Xếp loại",
  note: "Ghi chú",
  id: "Mã",
  title: "Tên tiêu chí",
  maximum: "Điểm tối đa",
  claimed: "Điểm tự chấm",
  points: "Điểm đạt",
  componentIndex: "Chỉ số thành phần (%)",
  unranked: "Không xếp hạng: {reason}{?between:; {between}}",
  mean: "Trung bình của các đơn vị ({#count})",
  exactIndex: "Chỉ số chưa làm tròn: {#value}",
  decidedBy: "Bằng Chỉ số, xét thêm {what}: {#value}",
  notApplicable: "Không áp dụng",
  pending: "Chưa có điểm",
  result: "Kết quả",
  notApproved: "Chưa phê duyệt",
  noted: "{;parts}",
  between: "từ {#low} đến {#high} điểm",
  indexBetween: "Chỉ số từ {%low} đến {%high}",
  conversion: "Quy đổi: {source}",
  late: "Nộp báo cáo chậm",
  capOfLine: "Mức trần: {title}",
  capOfBonus: "Mức trần của tổng điểm thưởng",
  capOfPenalty: "Mức trần của tổng điểm trừ",
  most: "Mức trần của Chỉ số",
  least: "Mức thấp nhất của Chỉ số",
} as const;

/** The form in which a unit scores itself. */
export const viForm = {
  // The headings of its columns, by which it is read back; in the form of an explanation the points are proposed
  "column.code": "Mã",
  "column.title": "Tên tiêu chí",
  "column.maximum": "Điểm tối đa",
  "column.figures": "Số liệu",
  "column.points": "Điểm tự chấm",
  "column.proposed": "Điểm đề nghị",
  "column.evidence": "Tài liệu kiểm chứng",
  "column.explanation": "Giải trình",
  // What the form says of itself, above its heading row
  set: "Bộ tiêu chí",
  round: "Đợt",
  unit: "Đơn vị",
  mark: "Mã số",
  // How a leaf is scored
  how: "Cách chấm điểm",
  byHand: "Phiếu không tự tính được điểm của mục này; có thể để trống ô điểm.",
  notAsked: "{title} (đơn vị không tự chấm{?source:; điểm lấy từ: {source}})",
  // The sheet on paper
  explained: "Ngày giải trình",
  title: "PHIẾU TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH",
  explanationTitle: "PHIẾU GIẢI TRÌNH KẾT QUẢ THẨM ĐỊNH LẦN 1",
  sheet: "Phiếu",
  guide:
    "Chỉ ghi vào các ô nền vàng. Ô có mũi tên: chọn trong danh sách. Mỗi tài liệu kiểm chứng ghi một dòng (xuống dòng trong ô bằng Alt+Enter), ví dụ: Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã. Mục không áp dụng với đơn vị: chọn “Không áp dụng” và nêu lý do ở cột “Giải trình”.",
  explanationGuide:
    "Mỗi mục dưới đây đã bị trả lại hoặc điều chỉnh. Ghi ngày giải trình ở trên; ghi số liệu hoặc điểm đề nghị, tài liệu bổ sung và lời giải trình vào các ô nền vàng. Mục không giải trình: để trống.",
  council: "Ý kiến của Hội đồng",
  decided: "{kind}{?stands:, {#stands} điểm}{?claimed: (tự chấm {#claimed})}{?reason:; {reason}}",
  total: "Tổng cộng",
  author: "Người lập phiếu (ký, ghi rõ họ tên)",
  head: "Thủ trưởng đơn vị (ký tên, đóng dấu)",
  yes: "x",
  no: "không",
  checkOption: "Chọn một phương án trong danh sách, hoặc để trống.",
  checkMark: "Chọn “x” nếu có, “không” nếu không; hoặc để trống.",
  checkClaim: "Chỉ ghi “Không áp dụng”, hoặc để trống. Số liệu ghi ở các dòng bên dưới.",
  checkCount: "Ở đây cần một số lượng, từ 0 trở lên.",
  checkPercent: "Ở đây cần một tỷ lệ phần trăm, ví dụ 98,7%.",
  checkPoints: "Điểm từ 0 đến điểm tối đa của mục.",
  checkList: "Chọn trong danh sách.",
  lists: "Danh mục",
} as const;

/**
 * What is wrong with data, or worth a second look, and how to mend it: the words of each code of an issue. Beside the
 * values of its own each text has `{item}`, the number as printed, and `{unit}`.
 */
export const viIssues = {
  // Plain data
  "text-too-long": "Nội dung dài {#found} ký tự, tối đa {#expected}. Rút gọn lại.",
  "text-not-unicode": "Nội dung có ký tự Unicode hỏng. Nhập lại đoạn văn bản này.",
  "text-with-control":
    "“{found}” có ký tự điều khiển không hiển thị được (ký tự thoát hoặc ký tự đổi chiều chữ). Gõ lại đoạn văn bản này.",
  "text-not-nfc":
    "“{found}” không ở dạng chuẩn Unicode NFC (dựng sẵn). Gõ lại dòng này bằng bộ gõ Unicode dựng sẵn, hoặc chuyển cả tệp sang Unicode dựng sẵn.",
  "text-normalised": "“{found}” được đưa về dạng chuẩn Unicode NFC. Nên dùng Unicode dựng sẵn ngay từ nguồn.",
  "value-in-cycle": "Giá trị chứa chính nó. Bỏ vòng lặp.",
  "nested-too-deep": "Dữ liệu lồng sâu quá {#expected} tầng. Kiểm tra lại cấu trúc.",
  "not-plain-data":
    "Giá trị này ({found}) không phải dữ liệu JSON thuần. Chỉ dùng chữ, số, true/false, danh sách và các trường; ngày ghi bằng chữ như “2026-12-18”.",
  "json-text":
    "Đây mới là văn bản JSON của tệp, chưa phải dữ liệu. Đọc văn bản bằng JSON.parse (bộ tiêu chí: parseCriteriaSet) rồi dùng kết quả đọc được.",
  "number-not-finite":
    "Ở đây chưa có con số đọc được{?item: (mục {item}{?what:, “{what}”})}: nội dung gõ dở, hoặc không phải là số. Ghi con số, ví dụ 12 hoặc 98,5.",
  "too-many-values": "Dữ liệu có quá {#expected} giá trị. Tách thành nhiều tệp hoặc kiểm tra lại.",
  "too-many-issues": "Dừng sau {expected} lỗi. Sửa các lỗi này rồi kiểm tra lại.",
  "key-not-allowed": "Không dùng được tên trường “{found}”. Xóa hoặc đổi tên trường.",
  // Shape
  "missing-key": "Thiếu trường “{expected}”. Bổ sung trường này.",
  "missing-empty":
    '{?item:Mục {item}: }thiếu “empty”, tức kết quả khi mẫu số bằng 0 (trong năm không phát sinh việc). Ghi một trong ba: "full" (đạt điểm tối đa, Hội đồng xem lại), "zero" (0 điểm), "not-applicable" (coi như đề nghị không áp dụng, Hội đồng quyết định).',
  "text-without-language":
    'Nội dung này ghi theo từng ngôn ngữ. Viết thành { "vi": "{found}" }, có bản tiếng Anh thì thêm "en".',
  "unknown-key":
    "Trường “{found}” không có trong định dạng{?expected:; các trường được dùng: {expected}}. Xóa hoặc sửa lại.",
  "displaced-key":
    "Trường “{found}” không có ở đây, trong khi lại thiếu “{expected}”. Nếu ghi “{expected}” dưới tên đó thì đổi tên trường; nếu không, xóa “{found}” và bổ sung “{expected}”.",
  "misspelt-key": "Tên trường “{found}” có lẽ viết sai của “{expected}”. Sửa lại tên trường.",
  "wrong-type": "Ở đây cần {expected}, nhưng gặp {found}. Sửa lại giá trị.",
  "wrong-value": "“{found}” không phải giá trị được phép; chọn một trong: {expected}.",
  "out-of-range":
    "Giá trị {found}{?what: của “{what}” (mục {item})} nằm ngoài khoảng cho phép ({expected}). Sửa lại giá trị.",
  "empty-text": "Chỗ này để trống. Ghi nội dung.",
  "empty-list": "Danh sách để trống. Bổ sung ít nhất một mục.",
  "not-a-decimal":
    '{?item:Mục {item}{?what:, “{what}”}: }“{found}” chưa phải là một con số. Ghi con số, ví dụ 12 hoặc 98,5 (trong tệp dữ liệu: "98.5", tối đa 30 ký tự, không số mũ).',
  "decimal-comma":
    "{?what:Mục {item}, “{what}”: }“{found}” dùng dấu phẩy thập phân; trong dữ liệu viết “{expected}”. Thay dấu phẩy bằng dấu chấm.",
  "number-not-exact": 'Số {found} có hơn 15 chữ số có nghĩa. Viết trong dấu ngoặc kép, ví dụ "{found}".',
  "not-a-count":
    "{?item:Mục {item}{?what:, “{what}”}: }“{found}” không phải là số lượng. Ghi số nguyên từ 0, chỉ gồm chữ số, ví dụ 12{?digits: (trong tệp dữ liệu không đặt trong dấu ngoặc kép: {digits})}.",
  "not-a-date":
    "“{found}” không phải ngày có thật dạng năm-tháng-ngày (ví dụ 2026-12-22). Viết lại ngày{?expected:: {expected}}.",
  "not-an-id":
    "“{found}” không dùng làm mã được (chữ thường không dấu, số, các dấu . - _ / ; tối đa 100 ký tự). Đặt lại mã.",
  // Inspection plans and targets
  "plan-id-form": "Mã kế hoạch “{found}” không theo đường dẫn của tệp. Đặt mã dạng “{expected}”.",
  "plan-window-reversed":
    "Ngày kết thúc {@found} đứng trước ngày bắt đầu {@expected}. Kiểm tra lại hai ngày.",
  "plan-duplicate": "“{found}” được ghi hai lần trong danh sách. Giữ lại một lần.",
  "plan-mode-unused":
    "Kế hoạch quy định về hình thức “{found}” nhưng các hình thức được phép chỉ có: {expected}. Bổ sung hình thức hoặc bỏ quy định.",
  "plan-holidays-missing":
    "Kế hoạch tính theo ngày làm việc nhưng không có danh sách ngày nghỉ lễ; chỉ trừ thứ Bảy và Chủ nhật. Bổ sung “holidays” (để trống nếu không có ngày nào).",
  "plan-day-both":
    "Ngày {@found} vừa là ngày nghỉ vừa là ngày làm bù; đang tính là ngày nghỉ. Giữ lại ở một danh sách.",
  "plan-make-up-weekday":
    "Ngày làm bù {@found} là ngày trong tuần làm việc, không phải thứ Bảy hoặc Chủ nhật. Kiểm tra lại ngày.",
  "plan-repeated": "“{found}” được ghi hai lần. Giữ lại một lần.",
  "plan-edition-incomplete":
    "Kế hoạch sửa đổi (lần {found}) chưa ghi “{expected}”. Ghi ngày có hiệu lực (“inForce”) và nội dung sửa đổi (“editionNote”).",
  "plan-refers-to-nothing": "Không có mã “{found}” (các mã: {expected}). Sửa lại mã.",
  // The register beside visits, and the numbers of the plan
  "register-parent-unknown":
    "Đơn vị cấp trên “{found}” của “{unit}” không có trong danh sách đơn vị{?expected: (có thể là: {expected}?)}. Sửa lại mã hoặc bổ sung đơn vị.",
  "coverage-unit-unknown":
    "Kế hoạch yêu cầu kiểm tra “{found}”, danh sách đơn vị không có{?expected: (có thể là: {expected}?)}. Sửa lại mã ở kế hoạch hoặc danh sách.",
  "coverage-number-differs":
    "Kế hoạch nêu {#expected} đơn vị loại “{kind}”, danh sách đơn vị có {#found}. Đối chiếu kế hoạch với danh sách.",
  "coverage-beyond-number":
    "Các cuộc kiểm tra ghi {#found} đơn vị loại “{kind}” ({ids}), kế hoạch chỉ có {#expected}. Tìm mã bị ghi sai, hoặc kiểm tra theo danh sách đơn vị.",
  // Inspection visits
  "visit-duplicate":
    "Mã cuộc kiểm tra “{found}” đã dùng cho một cuộc trước. Đặt mã khác hoặc xóa dòng trùng.",
  "visit-dates-reversed":
    "Cuộc kiểm tra kết thúc ngày {@found}, trước ngày bắt đầu {@expected}. Kiểm tra lại hai ngày.",
  "visit-outside-window":
    "Cuộc kiểm tra ngày {@found} nằm ngoài thời gian của kế hoạch ({@from} – {@to}), nên không được tính{?likely:; nếu ngày và tháng bị ghi ngược thì là {@likely}}. Kiểm tra lại ngày hoặc bổ sung kế hoạch.",
  "visit-day-off":
    "Cuộc kiểm tra vào ngày nghỉ {@found}{?likely:; nếu ngày và tháng bị ghi ngược thì là {@likely}}. Kiểm tra lại ngày.",
  "visit-team-missing":
    "Cuộc kiểm tra không ghi đoàn kiểm tra. Ghi một trong các đoàn của kế hoạch: {expected}.",
  "visit-team-unknown": "Kế hoạch không có đoàn kiểm tra “{found}”; các đoàn: {expected}. Sửa lại mã đoàn.",
  "visit-team-twice": "Đoàn “{found}” được ghi hai lần. Giữ lại một lần.",
  "visit-team-elsewhere":
    "Ngày {@day} đoàn “{found}” đã có cuộc kiểm tra “{expected}” ở nơi khác. Kiểm tra lại ngày và đoàn.",
  "visit-unit-twice": "Đơn vị “{found}” được ghi hai lần trong một cuộc kiểm tra. Giữ lại một lần.",
  "visit-document-after":
    "“{title}” đề ngày {@found}, sau ngày {@expected}, nên không thể là căn cứ. Kiểm tra lại hai ngày.",
  "visit-mode-not-allowed":
    "Kế hoạch không cho phép hình thức kiểm tra “{found}”; các hình thức được phép: {expected}. Sửa lại hình thức.",
  "visit-self-not-planned":
    "Kế hoạch không giao tự kiểm tra cho loại đơn vị “{found}” (được giao: {expected}). Sửa lại hoặc bỏ dòng này.",
  "visit-self-plan-missing":
    "Đơn vị tự kiểm tra nhưng chưa ghi kế hoạch tự kiểm tra. Bổ sung “selfPlan” (số, ngày của kế hoạch).",
  "visit-reports-missing": "Kiểm tra trực tuyến mà chưa ghi báo cáo làm căn cứ kết luận. Bổ sung “reports”.",
  "visit-feedback-missing": "Kiểm tra theo phản ánh mà chưa ghi phản ánh nào. Bổ sung “feedback”.",
  "visit-notice-missing":
    "Chưa ghi ngày thông báo; kế hoạch yêu cầu báo trước ít nhất {#expected} ngày làm việc. Ghi ngày thông báo.",
  "visit-notice-too-short":
    "Báo trước {#found} ngày làm việc, kế hoạch yêu cầu ít nhất {#expected}. Kiểm tra lại ngày thông báo; nếu đúng, nêu lý do trong hồ sơ.",
  "visit-notice-after": "Ngày thông báo {@found} sau ngày kiểm tra {@expected}. Kiểm tra lại hai ngày.",
  "visit-notice-recipient-missing":
    "Chưa ghi đã thông báo cho: {expected}; kế hoạch yêu cầu. Bổ sung “noticeTo”.",
  "visit-notice-given":
    "Kiểm tra đột xuất nhưng có ngày thông báo {@found}. Bỏ ngày thông báo hoặc sửa lại hình thức.",
  "visit-decision-missing":
    "Chưa ghi người quyết định cuộc kiểm tra, nên không được tính; kế hoạch giao cho: {expected}. Bổ sung “decidedBy”.",
  "visit-decision-wrong":
    "Cuộc kiểm tra do “{found}” quyết định, kế hoạch giao cho: {expected}; không được tính. Kiểm tra lại người quyết định.",
  "visit-proposal-missing":
    "Chưa ghi nơi đề xuất cuộc kiểm tra; kế hoạch giao cho: {expected}. Bổ sung “proposedBy”.",
  "visit-proposal-wrong":
    "Cuộc kiểm tra do “{found}” đề xuất, kế hoạch giao cho: {expected}. Kiểm tra lại nơi đề xuất.",
  "visit-reason-missing":
    "Kiểm tra đột xuất chưa ghi lý do; các lý do trong kế hoạch: {expected}. Bổ sung “reason”.",
  "visit-reason-unknown": "Lý do “{found}” không có trong kế hoạch (các lý do: {expected}). Sửa lại lý do.",
  "visit-conclusion-missing":
    "Chưa có kết luận kiểm tra của cuộc kiểm tra kết thúc ngày {@found}. Ban hành kết luận, ghi số và ngày.",
  "visit-conclusion-overdue":
    "Chưa có kết luận kiểm tra, hạn là ngày {@expected}. Ban hành kết luận, ghi số và ngày.",
  "visit-conclusion-late":
    "Kết luận kiểm tra ngày {@found}, hạn là ngày {@expected}: chậm {#days} ngày. Nêu lý do trong hồ sơ.",
  "visit-conclusion-early":
    "Kết luận kiểm tra ngày {@found}, trước khi cuộc kiểm tra kết thúc ngày {@expected}. Kiểm tra lại ngày.",
  "visit-conclusion-issuer":
    "Kết luận kiểm tra do “{found}” ban hành, kế hoạch giao cho: {expected}. Kiểm tra lại người ban hành.",
  "visit-unit-unknown":
    "Đơn vị “{found}” không có trong danh sách đơn vị{?expected: (có thể là: {expected}?)}, nên cuộc kiểm tra không được tính. Sửa lại mã đơn vị.",
  "visit-unit-replaced":
    "Ngày {@day} đơn vị “{found}” đã được “{expected}” thay thế, nên cuộc kiểm tra không được tính. Ghi mã “{expected}”, hoặc sửa lại ngày.",
  "visit-unit-not-yet":
    "Ngày {@day} chưa có đơn vị “{found}”, nên cuộc kiểm tra không được tính. Ghi mã đơn vị khi đó ({expected}), hoặc sửa lại ngày.",
  "visit-unit-differs":
    "Cuộc kiểm tra ghi “{found}”, danh sách đơn vị ghi “{expected}”. Sửa cho khớp với danh sách.",
  "visit-parent-unlisted":
    "Cuộc kiểm tra ghi đơn vị cấp trên “{found}”, danh sách đơn vị không ghi. Bổ sung vào danh sách, hoặc bỏ “parent”.",
  "visit-unit-alike":
    "Mã đơn vị “{found}” chỉ khác “{expected}” ở dấu; đang tính là một đơn vị. Sửa cho thống nhất, hoặc kiểm tra theo danh sách đơn vị.",
  "visit-unit-otherwise":
    "Cuộc kiểm tra ghi “{found}”, các cuộc khác của cùng đơn vị ghi “{expected}”. Sửa cho thống nhất.",
  "visit-kind-missing":
    "Chưa biết loại của đơn vị “{found}”, nên không được tính cho yêu cầu nào của kế hoạch. Bổ sung “unitKind” (các loại: {expected}), hoặc kiểm tra theo danh sách đơn vị.",
  "visit-kind-unknown":
    "Kế hoạch không nói đến loại đơn vị “{found}” (có thể là: {expected}?), nên không được tính cho yêu cầu nào. Kiểm tra lại loại đơn vị.",
  "visit-parent-kind":
    "Đơn vị cấp trên thuộc loại “{found}”, kế hoạch tính theo “{expected}”; không được tính. Kiểm tra lại “parent”.",
  "visit-dropped-with-result":
    "Cuộc kiểm tra đã hủy hoặc hoãn nhưng có kết luận hoặc phát hiện. Bỏ phần đó, hoặc bỏ “cancelled”, “postponed”.",
  "visit-parent-missing":
    "Chưa ghi đơn vị cấp trên của “{found}”, nên cuộc kiểm tra không được tính cho yêu cầu “{expected}”. Bổ sung “parent”.",
  "visit-finding-unknown":
    "Không có cuộc kiểm tra nào ghi phát hiện “{found}”. Sửa lại mã, hoặc ghi phát hiện ở cuộc kiểm tra đã nêu ra.",
  "visit-finding-other-unit": "Phát hiện “{found}” thuộc đơn vị khác ({expected}). Sửa lại mã phát hiện.",
  "visit-finding-unit-missing":
    "Cuộc kiểm tra có nhiều đơn vị ({expected}) nhưng phát hiện “{found}” chưa ghi đơn vị. Bổ sung “unit”.",
  "visit-finding-due-early": "Hạn khắc phục {@found} trước ngày kiểm tra {@expected}. Kiểm tra lại ngày.",
  "visit-finding-remedied-early":
    "Ngày khắc phục xong {@found} trước ngày kiểm tra {@expected}. Kiểm tra lại ngày.",
  "visit-follow-itself":
    "Cuộc kiểm tra phúc tra phát hiện “{found}” của chính nó. Ghi ngày khắc phục (“remedied”) ở phát hiện, hoặc sửa lại mã.",
  "visit-follow-twice": "Cuộc kiểm tra ghi phúc tra phát hiện “{found}” hai lần. Giữ lại một lần.",
  "visit-follow-early": "Phúc tra phát hiện “{found}” trước ngày phát hiện {@expected}. Kiểm tra lại ngày.",
  // Results of targets
  "result-target-unknown": "Không có chỉ tiêu “{found}”; các chỉ tiêu: {expected}. Sửa lại mã chỉ tiêu.",
  "result-duplicate": "Kết quả của chỉ tiêu “{found}” được ghi hai lần. Giữ lại một kết quả.",
  "result-unit-missing":
    "Chỉ tiêu “{found}” tính cho từng đơn vị nhưng kết quả không ghi đơn vị. Bổ sung “unit”.",
  "result-unit-unasked":
    "Chỉ tiêu “{found}” tính chung, không tính cho từng đơn vị, nhưng kết quả ghi đơn vị. Bỏ “unit”, ghi kết quả chung.",
  "result-unit-unknown":
    "Đơn vị “{found}” không có trong danh sách đơn vị{?expected: (có thể là: {expected}?)}. Sửa lại mã đơn vị.",
  "result-above-whole": "Tử số {#found} lớn hơn mẫu số {#expected}. Kiểm tra lại tử số và mẫu số.",
  "result-date-outside":
    "Ngày {@found} nằm ngoài thời gian của chỉ tiêu ({@from} – {@to}), nên không được tính. Kiểm tra lại ngày.",
  // Rounds: the frame, units, councils
  "record-not-of-format":
    "Chỗ “{expected}” không đúng định dạng của bản kết quả có mã xác thực (ghi {found}). Lấy lại bản gốc; bản này không được sửa tay.",
  "round-of-other-set":
    "Đợt đánh giá ghi bộ tiêu chí “{found}”, nhưng đang đọc theo bộ “{expected}”. Chọn đúng bộ tiêu chí hoặc sửa lại mã.",
  "round-of-other-edition":
    "Đợt đánh giá ghi lần ban hành {found} của bộ tiêu chí, nhưng đang đọc theo lần {expected}. Chọn đúng lần ban hành.",
  "listed-twice": "“{found}” được ghi hai lần trong cùng danh sách. Giữ lại một lần.",
  "unit-twice": "Đơn vị “{found}” được khai hai lần. Giữ lại một lần.",
  "name-in-place-of-id": "“{found}” không phải là mã; có phải “{expected}”? Ở đây ghi mã, không ghi tên.",
  "unknown-unit":
    "Không có đơn vị “{found}” trong đợt đánh giá{?expected: (có phải: {expected}?)}. Sửa lại mã hoặc bổ sung đơn vị.",
  "unknown-group":
    "Bộ tiêu chí không có nhóm đơn vị “{found}”{?expected: (có phải: {expected}?)}. Sửa lại mã nhóm.",
  "unknown-kind":
    "Bộ tiêu chí không có loại đơn vị “{found}”{?expected: (có phải: {expected}?)}. Sửa lại mã loại.",
  "unit-replaces-itself": "Đơn vị “{found}” ghi thay thế chính nó. Ghi mã đơn vị cũ hoặc bỏ dòng này.",
  "units-replace-each-other":
    "Các đơn vị ghi thay thế lẫn nhau: {units}. Chỉ đơn vị mới ghi thay thế đơn vị cũ; bỏ dòng ngược lại.",
  "replaced-unit-unknown":
    "Danh sách không có đơn vị cũ “{found}”, nhưng có “{expected}”. Nếu là đơn vị này thì sửa mã; nếu đơn vị cũ không có trong đợt thì để nguyên.",
  "council-twice": "Hội đồng “{found}” được khai hai lần. Giữ lại một lần hoặc đặt mã khác.",
  "role-reserved": "Mã vai trò “unit” dành cho đơn vị được đánh giá. Đặt mã khác cho vai trò trong Hội đồng.",
  "unit-with-two-councils":
    "Đơn vị “{found}” đã thuộc Hội đồng “{expected}”; mỗi đơn vị chỉ do một Hội đồng thẩm định. Bỏ khỏi một trong hai.",
  // Answers
  "unknown-item": "Bộ tiêu chí không có mục “{found}”{?expected: (có phải: {expected}?)}. Sửa lại mã mục.",
  "item-not-a-leaf":
    "Mục {item} không chấm điểm trực tiếp; điểm nằm ở các mục con ({expected}). Ghi theo từng mục con.",
  "self-assessment-twice": "Đơn vị “{found}” có hai báo cáo tự đánh giá. Giữ lại một báo cáo.",
  "answer-twice": "Mục {item} được tự chấm hai lần. Giữ lại một câu trả lời.",
  "answer-on-survey-item":
    "Mục {item} chấm bằng điều tra xã hội học, đơn vị không tự chấm. Xóa câu trả lời này.",
  "answer-on-statistic":
    "Mục {item} lấy số liệu do cơ quan khác cung cấp, đơn vị không tự chấm. Xóa câu trả lời; số liệu ghi ở trang “Số liệu” (trong tệp: “statistics”).",
  "answer-on-appraiser-item":
    "Mục {item} do cơ quan thẩm định chấm, đơn vị không tự chấm. Xóa câu trả lời này.",
  "answer-on-line": "Mục {item} là điểm thưởng hoặc điểm trừ, chỉ Hội đồng quyết định. Xóa câu trả lời này.",
  "answer-on-exempt-item":
    "Mục {item} không áp dụng cho loại đơn vị này theo quy định của bộ tiêu chí; câu trả lời không được tính. Nên xóa.",
  "answer-with-both": "Mục {item} vừa khai số liệu vừa đề nghị không áp dụng. Chỉ giữ lại một.",
  "answer-with-neither":
    "Mục {item} không có số liệu và không đề nghị “không áp dụng”. Ghi “facts” hoặc “notApplicable”, hoặc xóa câu trả lời.",
  "not-applicable-not-allowed":
    "Mục {item} luôn áp dụng; bộ tiêu chí không cho phép “không áp dụng”. Trả lời theo số liệu.",
  "evidence-missing":
    "Mục {item} chưa có tài liệu kiểm chứng; coi như chưa kê khai, trừ khi Hội đồng quyết định. Bổ sung tài liệu (số, cơ quan ban hành, ngày).",
  "evidence-or-explanation-missing":
    "Mục {item} chưa có tài liệu kiểm chứng và chưa giải trình; coi như chưa kê khai, trừ khi Hội đồng quyết định. Bổ sung một trong hai.",
  "stated-points-differ":
    "Mục {item}: đơn vị ghi {#found} điểm, tính theo số liệu được {#expected} điểm. Kiểm tra lại số liệu hoặc điểm đã ghi; điểm tính theo số liệu.",
  "full-claim-against-finding":
    "Mục {item} tự chấm điểm tối đa, nhưng kết quả kiểm tra “{found}” chưa khắc phục đến ngày {@expected}. Hội đồng cần xem xét.",
  "approved-after-submission":
    "Báo cáo gửi ngày {@expected} nhưng thủ trưởng phê duyệt ngày {@found}. Kiểm tra lại hai ngày.",
  "evidence-after-submission":
    "Tài liệu kiểm chứng của mục {item} ghi ngày {@found}, sau ngày gửi báo cáo {@expected}. Kiểm tra lại ngày của tài liệu.",
  "not-submitted":
    "Báo cáo tự đánh giá của đơn vị “{unit}” chưa ghi ngày gửi, nên không biết có đúng hạn không. Ghi ngày ở cột “Ngày nộp” của trang “Đơn vị” (trong tệp: “submitted”).",
  "late-submission":
    "Báo cáo gửi ngày {@found}, hạn cuối là ngày {@expected}: chậm {#days} ngày. Xử lý theo quy định của bộ tiêu chí, hoặc ghi gia hạn kèm lý do.",
  // The ledger
  "entry-by-unit":
    "Mục {item}: đơn vị chỉ được giải trình (“explain”), không được “{found}”. Sửa lại người ghi hoặc loại ý kiến.",
  "explanation-by-council":
    "Mục {item}: giải trình là của đơn vị, nhưng người ghi là “{found}”. Ghi “by”: “unit” hoặc đổi loại ý kiến.",
  "explanation-at-wrong-stage":
    "Mục {item}: giải trình thuộc bước thẩm định lần 1 (“first”), không phải “{found}”. Sửa lại bước.",
  "unit-without-council":
    "Đơn vị “{unit}” chưa thuộc Hội đồng nào, nên không ai được ghi ý kiến. Bổ sung đơn vị vào một Hội đồng.",
  "unknown-role":
    "Hội đồng của đơn vị không có vai trò “{found}”{?expected: (có phải: {expected}?)}. Sửa lại vai trò.",
  "role-without-right":
    "Vai trò “{found}” không có quyền ghi ý kiến ở bước “{expected}”. Sửa lại người ghi, hoặc giao quyền ở “decides”.",
  "role-beyond-scope":
    "Vai trò “{found}” chỉ được xem xét {expected}, không xem xét mục {item}. Sửa lại vai trò, hoặc phạm vi ở “items”.",
  "item-without-role":
    "Ở bước “{stage}”, không vai trò nào của Hội đồng được xem xét {found}. Mở rộng phạm vi (“items”) của một vai trò.",
  "entry-value-missing":
    "Mục {item}: điều chỉnh phải ghi số liệu (“facts”), điểm (“points”) hoặc phiếu chấm điểm của các thành viên (“votes”). Bổ sung một giá trị.",
  "votes-missing":
    "Mục {item}: không có phiếu nào. Ghi phiếu của ít nhất một thành viên ở “votes”, hoặc bỏ “votes” và “absent”.",
  "voter-twice": "Mục {item}: vai trò “{found}” được ghi hai lần ở phần phiếu và vắng mặt. Giữ lại một lần.",
  "vote-missing":
    "Mục {item}: thiếu phiếu của {found}. Ghi phiếu, hoặc ghi vai trò đó vào “absent” nếu vắng mặt.",
  "entry-value-twice": "Mục {item}: ghi nhiều giá trị cùng lúc ({found}). Chỉ giữ lại một.",
  "reason-missing": "Mục {item}: ý kiến làm thay đổi kết quả phải có lý do. Bổ sung “reason”.",
  "relative-by-points":
    "Mục {item} chấm so với các đơn vị khác, chỉ điều chỉnh bằng số liệu. Ghi “facts”, không ghi điểm.",
  "survey-item-not-decided":
    "Mục {item} chấm bằng điều tra xã hội học; Hội đồng không quyết định ở đây ({found}). Xóa ý kiến này; sai sót sửa ở kết quả khảo sát.",
  "statistic-not-decided":
    "Mục {item} lấy số liệu do cơ quan khác cung cấp; Hội đồng không điều chỉnh ở đây ({found}). Xóa ý kiến này và sửa ở trang “Số liệu” (trong tệp: “statistics”).",
  "line-only-adjusted":
    "Mục {item} là điểm thưởng hoặc điểm trừ, chỉ được điều chỉnh hoặc giữ nguyên, không được “{found}”. Sửa lại loại ý kiến.",
  "nothing-to-accept":
    "Mục {item}: đơn vị không đề nghị giá trị nào để công nhận. Điều chỉnh (“adjust”) kèm lý do thay cho “accept”.",
  "entry-twice":
    "Mục {item} đã có ý kiến ở bước “{found}”. Mỗi bước chỉ một ý kiến cho mỗi mục: giữ lại một.",
  "explanation-twice": "Mục {item} đã được giải trình. Mỗi mục chỉ giải trình một lần: gộp lại hoặc bỏ bớt.",
  "explanation-before-first":
    "Mục {item}: giải trình ngày {@found} trước khi có kết quả thẩm định lần 1. Kiểm tra lại ngày.",
  "explanation-after-second":
    "Mục {item}: giải trình ngày {@found} sau kết quả thẩm định lần 2 ngày {@expected}. Kiểm tra lại ngày; giải trình quá hạn không được tính.",
  "entry-before-earlier-stage":
    "Mục {item}: ý kiến ngày {@found} đứng trước bước thẩm định trước đó, ngày {@expected}. Kiểm tra lại ngày hoặc bước.",
  "entry-before-submission":
    "Mục {item}: ý kiến ngày {@found} trước khi đơn vị gửi báo cáo ngày {@expected}. Kiểm tra lại hai ngày.",
  "entry-after-closing":
    "Mục {item}: ý kiến ngày {@found} sau quyết định kết thúc bước ngày {@expected}. Chỉ còn được đính chính (“correction”) kèm quyết định.",
  "correction-before-closing":
    "Mục {item}: đính chính ngày {@found} khi chưa có quyết định kết luận thẩm định. Ghi ý kiến vào bước đang mở, hoặc bổ sung quyết định.",
  "correction-without-decision":
    "Mục {item}: đính chính phải ghi quyết định riêng (số, ngày). Bổ sung “decision”.",
  "decision-without-correction":
    "Mục {item}: chỉ đính chính mới ghi quyết định riêng. Bỏ “decision” hoặc đổi bước thành “correction”.",
  "unknown-finding":
    "Không có kết quả kiểm tra “{found}” trong đợt đánh giá{?expected: (có phải: {expected}?)}. Sửa lại mã.",
  "finding-of-other": "Kết quả kiểm tra “{found}” thuộc đơn vị hoặc mục khác ({expected}). Sửa lại mã.",
  // Closing acts and findings
  "unknown-council":
    "Không có Hội đồng “{found}” trong đợt đánh giá{?expected: (có phải: {expected}?)}. Sửa lại mã.",
  "act-twice": "Bước “{found}” của Hội đồng “{expected}” đã có quyết định kết thúc. Giữ lại một quyết định.",
  "act-before-earlier-act":
    "Quyết định kết thúc bước ngày {@found} đứng trước quyết định của bước trước đó, ngày {@expected}. Kiểm tra lại ngày.",
  "closed-over-return":
    "Mục {item} đang trả lại để giải trình nhưng bước này đã kết thúc theo quyết định {found} ngày {@expected}. Hội đồng cần quyết định mục này trước khi kết thúc.",
  "finding-twice": "Mã kết quả kiểm tra “{found}” được dùng hai lần. Đặt mã khác hoặc bỏ dòng trùng.",
  "finding-remedied-before-found":
    "Ngày khắc phục {@found} đứng trước ngày phát hiện {@expected}. Kiểm tra lại hai ngày.",
  "finding-unaddressed":
    "Chưa có ý kiến nào của Hội đồng xử lý kết quả kiểm tra “{found}”{?item: ở mục {item}}. Dẫn mã này ở cột “Kết quả kiểm tra” (“findings”) của một ý kiến.",
  "finding-blocks-closing":
    "Bước thẩm định kết thúc ngày {@expected} khi kết quả kiểm tra “{found}”{?item: ở mục {item}} chưa được xử lý. Hội đồng cần có ý kiến dẫn mã này trước khi kết thúc.",
  // Survey counts
  "self-assessment-empty":
    "Báo cáo tự đánh giá của đơn vị “{unit}” chưa có câu trả lời nào, cả {#count} tiêu chí đơn vị tự chấm đều không được điểm. Kê khai, hoặc xem lại tệp có bị mất nội dung không.",
  "decision-behind-gate":
    "Mục {item}: điểm Hội đồng cho không được tính, vì mục {gate} chưa đạt {?from:từ {%from} trở lên}{?above:trên {%above}}. Kiểm tra lại điểm của hai mục.",
  "item-unanswered":
    "Tiêu chí {item}: đơn vị “{unit}” chưa kê khai, nên không được điểm. Kê khai; nếu không thực hiện được thì ghi rõ.",
  "statistic-missing":
    "Tiêu chí {item}: chưa có số liệu do cơ quan khác cung cấp của đơn vị “{unit}”, nên còn chờ kết quả. Ghi số liệu ở trang “Số liệu” (trong tệp: “statistics”).",
  "relative-alone":
    "Mục {item}: trong nhóm “{group}” chỉ một mình đơn vị này có số liệu, mà điểm tính theo so sánh giữa các đơn vị. Kiểm tra xem đợt đánh giá có đủ các đơn vị của nhóm không.",
  "counts-missing":
    "Chưa có số phiếu “{questionnaire}” của đơn vị “{unit}”. Ghi ở trang “Khảo sát” (trong tệp: “counts”); nếu cả nhóm không khảo sát thì ghi ở trang “Không khảo sát” (“surveyNotHeld”) kèm lý do.",
  "question-without-answers":
    "Tiêu chí {item}: không có ý kiến nào cho câu hỏi “{found}” về đơn vị “{unit}”. Xem lại số phiếu đã nhập, hoặc bảng tổng hợp bị thiếu câu này.",
  "forms-below-least":
    "Phiếu “{questionnaire}” về đơn vị “{unit}” có {#found} phiếu hợp lệ, ít hơn mức tối thiểu {#expected}. Khảo sát bổ sung, hoặc xem lại số phiếu đã nhập.",
  "questionnaire-judges-nobody":
    "Phiếu “{questionnaire}” đánh giá những nhóm mà đợt này không có đơn vị nào. Xem lại nhóm của các đơn vị, hoặc danh sách đơn vị bị thiếu.",
  "part-for-reading-anew":
    "“{found}” thuộc phần cố định của đợt đánh giá, không cập nhật từng phần được. Sửa tệp của đợt rồi đọc lại toàn bộ.",
  "part-not-there":
    "Không có phần nào của đợt mang mã “{found}” để bỏ ra. Kiểm tra lại mã, hoặc bỏ dòng này khỏi “remove”.",
  "batch-missing":
    "Số phiếu thêm vào chưa ghi mã lô phiếu (“batches”). Ghi mã cho từng lần nhập, để một lần nhập không bị cộng hai lần.",
  "batch-twice":
    "Lô phiếu “{found}” được ghi hai lần, số phiếu có thể bị tính trùng. Kiểm tra và tổng hợp lại.",
  "counts-twice": "Kết quả phiếu “{found}” của đơn vị “{unit}” được ghi hai lần. Cộng gộp hoặc bỏ một.",
  "unknown-questionnaire":
    "Bộ tiêu chí không có mẫu phiếu “{found}”{?expected: (có phải: {expected}?)}. Sửa lại mã.",
  "questionnaire-of-other-group":
    "Phiếu “{found}” không đánh giá nhóm đơn vị “{expected}”. Kiểm tra lại phiếu hoặc nhóm của đơn vị.",
  "unknown-question": "Mẫu phiếu không có câu hỏi “{found}”{?expected: (có phải: {expected}?)}. Sửa lại mã.",
  "unknown-answer-option":
    "Thang trả lời của câu hỏi không có phương án “{found}”{?expected: (có phải: {expected}?)}. Sửa lại mã.",
  "more-answers-than-forms":
    "Câu hỏi có {#found} lượt trả lời, nhiều hơn {#expected} phiếu hợp lệ. Kiểm tra lại các số lượng.",
  "fewer-answers-than-forms":
    "Có {#expected} phiếu hợp lệ nhưng chỉ {#found} lượt trả lời; mỗi phiếu hợp lệ có ít nhất một câu trả lời. Kiểm tra lại các số lượng.",
  "survey-held-after-all":
    "Nhóm “{found}” được ghi là không khảo sát, nhưng đã có kết quả phiếu. Bỏ một trong hai.",
  // Statistics, targets, extensions
  "not-a-statistic":
    "Mục {item} không lấy số liệu do cơ quan khác cung cấp. Ghi vào báo cáo tự đánh giá hoặc ý kiến của Hội đồng.",
  "statistic-of-summary":
    "Mục {item}: “{found}” chỉ dùng cho bộ tiêu chí tóm tắt, để ghi lại kết quả đã công bố. Bỏ “{found}”.",
  "own-maximum-without-points":
    "Mục {item} không chấm bằng điểm ghi trực tiếp ({found}) nên không có điểm tối đa riêng cho từng đơn vị. Bỏ “maxPoints”.",
  "own-maximum-above-declared":
    "Mục {item} có tối đa {#expected} điểm, nhưng điểm tối đa áp dụng cho đơn vị “{unit}” ghi {#found}. Sửa lại cho đúng bảng đã công bố.",
  "points-above-own-maximum":
    "Mục {item}: đơn vị “{unit}” được {#found} điểm trên tối đa {#expected} điểm áp dụng cho đơn vị. Sửa lại cho đúng bảng đã công bố.",
  "statistic-twice": "Số liệu của mục {item} cho đơn vị “{unit}” được ghi hai lần. Giữ lại một.",
  "target-without-relative": "Mục {item} không chấm so với chỉ tiêu, nên không có chỉ tiêu. Bỏ dòng này.",
  "target-twice": "Chỉ tiêu của mục {item} cho đơn vị “{unit}” được ghi hai lần. Giữ lại một.",
  "target-zero":
    "Chỉ tiêu của mục {item} bằng 0. Chỉ tiêu phải lớn hơn 0; đơn vị không có chỉ tiêu thì bỏ dòng này.",
  "unknown-deadline":
    "Lịch của bộ tiêu chí không có thời hạn “{found}”{?expected: (có phải: {expected}?)}. Sửa lại mã.",
  "extension-twice": "Thời hạn “{found}” của đơn vị “{unit}” được gia hạn hai lần. Giữ lại một.",
  "extension-not-later":
    "Gia hạn đến ngày {@found} không muộn hơn thời hạn chung ({@expected}). Kiểm tra lại ngày.",
  // Rules: the rule of a leaf
  "option-id-repeated": "Mã “{found}” đã dùng ở dòng {first} của danh sách. Đặt mã khác.",
  "option-title-repeated":
    "Nội dung “{found}” trùng với dòng {first} của danh sách. Đối chiếu lại với phụ lục.",
  "option-above-maximum":
    "“{title}” ghi {#found} điểm, cao hơn mức cho phép {#expected} điểm của mục. Sửa số điểm hoặc điểm tối đa.",
  "options-below-maximum":
    "Phương án cao nhất chỉ được {#found} điểm, điểm tối đa của mục là {#expected}. Sửa điểm phương án hoặc điểm tối đa.",
  "choice-without-alternative":
    "Chỉ có một phương án nên câu trả lời nào cũng như nhau. Bổ sung các phương án còn lại.",
  "parts-below-maximum":
    "Các nội dung cộng lại được {#found} điểm, thấp hơn điểm tối đa {#expected}. Sửa điểm các nội dung hoặc điểm tối đa.",
  "parts-above-maximum":
    'Các nội dung cộng lại được {#found} điểm, cao hơn điểm tối đa {#expected} nên bị giới hạn. Sửa lại, hoặc ghi "cap": true nếu phụ lục quy định như vậy.',
  "threshold-above-hundred": "Ngưỡng {#found} % vượt quá 100 %. Sửa lại ngưỡng.",
  "threshold-without-effect":
    "Ngưỡng {#found} % không có tác dụng vì tỷ lệ nào cũng đạt. Sửa lại hoặc bỏ ngưỡng.",
  "thresholds-crossed":
    "Ngưỡng 0 điểm ({#found} %) cao hơn ngưỡng điểm tối đa ({#expected} %). Kiểm tra lại hai ngưỡng.",
  "thresholds-equal":
    "Mức 0 điểm và mức điểm tối đa cùng là {#found}, nên không có khoảng nào để tính nội suy. Sửa lại một trong hai mức.",
  "cap-below-threshold":
    'Ghi "cap": true thì tỷ lệ trên 100 % được tính là 100 %, không bao giờ đạt đến mức {#found} %. Bỏ "cap" hoặc sửa lại mức này.',
  "most-differs":
    "Ghi tối đa {#found} × {#each} = {#points} điểm, không khớp điểm tối đa {#expected} của mục. Kiểm tra lại số lượng, số điểm mỗi đơn vị tính và điểm tối đa.",
  "most-without-maximum":
    "Ghi số lượng tối đa {#found} nhưng mục không có điểm tối đa. Ghi điểm trần vào “cap” của dòng.",
  "floor-not-below-maximum":
    "Mức thấp nhất {#found} không thấp hơn điểm tối đa {#expected}. Sửa lại “floor”.",
  "floor-off-step":
    "Mức thấp nhất {#found} không phải bội số của bước điểm {#expected}. Kiểm tra lại hai số.",
  "step-not-dividing-maximum":
    "Bước điểm {#found} không chia hết điểm tối đa {#expected}, nên không thể chấm điểm tối đa. Sửa bước điểm hoặc điểm tối đa.",
  "band-bound-twice": "Khoảng ghi hai cận cùng phía ({found}). Giữ lại một cận.",
  "band-gives-unclear":
    'Mỗi khoảng ghi một trong hai: “points” (số điểm) hoặc "share": true (theo tỷ lệ){?found:; ở đây: {found}}. Sửa lại khoảng.',
  "band-share-of-number": "Khoảng của một con số không tính theo tỷ lệ được. Ghi “points”.",
  "band-empty": "Khoảng {band} ({range}) không chứa giá trị nào. Kiểm tra lại hai cận.",
  "bands-overlap":
    "Khoảng {band} ({range}) chồng lên khoảng {other} ({otherRange}). Sửa cận để mỗi giá trị chỉ thuộc một khoảng.",
  "bands-gap":
    "Giữa khoảng {other} ({otherRange}) và khoảng {band} ({range}) có giá trị không thuộc khoảng nào. Sửa cận để hai khoảng liền nhau.",
  "bands-incomplete":
    "Không khoảng nào chứa giá trị {expected} %; khoảng ngoài cùng: {range}. Mở rộng khoảng hoặc bổ sung khoảng còn thiếu.",
  "bands-end-above-hundred":
    "Khoảng cao nhất dừng ở {expected} %, trên 100 %: tỷ lệ cao hơn nữa không thuộc khoảng nào ({range}). Sửa cận trên, hoặc bỏ trống.",
  "bands-out-of-order": "Các khoảng không xếp theo thứ tự tăng hoặc giảm. Đối chiếu lại với phụ lục.",
  "band-unreachable":
    "Không tỷ lệ nào rơi vào khoảng {band} ({range}). Kiểm tra lại hai cận và cách làm tròn.",
  "band-above-maximum":
    "Khoảng {band} ({range}) cho tới {#found} điểm, cao hơn điểm tối đa {#expected}. Sửa điểm của khoảng hoặc điểm tối đa.",
  "better-answer-lowers-points":
    "Ở khoảng {band} ({range}) kết quả tốt hơn lại được ít điểm hơn. Kiểm tra lại điểm các khoảng và chiều đánh giá (“better”).",
  "maximum-unreachable":
    "Không câu trả lời nào đạt điểm tối đa: cao nhất {#found}, điểm tối đa {#expected}. Đối chiếu lại với phụ lục.",
  "clause-repeated": "Trường hợp “{found}” được quy định hai lần. Giữ lại một lần.",
  "clause-unreachable":
    "Trường hợp “{found}” không bao giờ được dùng vì đứng sau trường hợp bao trùm nó. Xếp lại theo thứ tự: {expected}.",
  "missing-clause": "Thiếu quy định cho trường hợp “{expected}”. Bổ sung trường hợp này.",
  "better-result-lowers-points":
    "Trường hợp tốt hơn chỉ được {#found} %, thấp hơn {#expected} % của trường hợp kém hơn. Kiểm tra lại các tỷ lệ.",
  // Rules: the facts of an answer
  "answer-of-wrong-kind": "Tiêu chí {item}: câu trả lời thuộc loại khác ({found}). Ở đây cần {expected}.",
  "unknown-option": "Tiêu chí {item}: không có phương án “{found}”. Chọn một trong: {expected}.",
  "unknown-part": "Tiêu chí {item}: không có nội dung “{found}”. Chọn trong: {expected}.",
  "part-repeated": "Tiêu chí {item}: nội dung “{found}” được ghi hai lần. Giữ lại một lần.",
  "numerator-above-denominator":
    "Tiêu chí {item}: tử số {#found} lớn hơn mẫu số {#expected}. Kiểm tra lại tử số và mẫu số.",
  "numerator-over-zero": "Tiêu chí {item}: tử số {#found} trong khi mẫu số là 0. Kiểm tra lại hai số.",
  "empty-counted-full":
    "Tiêu chí {item}: trong năm không phát sinh (0/0) và quy định cho điểm tối đa. Đề nghị Hội đồng xem xét.",
  "denominator-zero":
    "Tiêu chí {item}: mẫu số là 0 nên không so sánh được. Ghi mẫu số từ 1 trở lên hoặc đề nghị không áp dụng.",
  "percent-above-hundred": "Tiêu chí {item}: tỷ lệ {#found} % vượt quá 100 %. Kiểm tra lại tỷ lệ.",
  "percent-straddles-threshold":
    "Tiêu chí {item}: {#found} % là số đã làm tròn, giá trị thật có thể ở hai phía của ngưỡng {#threshold} %: phía dưới {#below} điểm, phía trên {#from} điểm. Ghi thêm chữ số thập phân hoặc ghi tử số và mẫu số.",
  "value-outside-bands":
    "Tiêu chí {item}: {#found} nằm ngoài các khoảng của quy định ({;expected}). Kiểm tra lại số liệu.",
  "unknown-breach": "Tiêu chí {item}: không có loại vi phạm “{found}”. Các loại: {expected}.",
  "breach-repeated": "Tiêu chí {item}: loại vi phạm “{found}” được ghi hai lần. Gộp lại thành một.",
  "figure-empty":
    "Tiêu chí {item}: chưa ghi “{what}”. Ghi vào ô này{?zero:, kể cả bằng {zero}}, hoặc xóa cả câu trả lời.",
  "missing-breach": "Tiêu chí {item}: chưa ghi số lần vi phạm loại “{expected}”. Ghi số lần, kể cả bằng 0.",
  "points-above-maximum":
    "Tiêu chí {item}: {#found} điểm, cao hơn điểm tối đa {#expected} điểm. Giảm điểm hoặc kiểm tra lại số tiêu chí.",
  "points-below-floor":
    "Tiêu chí {item}: {#found} điểm, thấp hơn mức thấp nhất {#expected} điểm. Sửa lại số điểm.",
  "points-off-step":
    "Tiêu chí {item}: {#found} điểm không phải bội số của bước điểm {#expected}. Chấm theo bước điểm.",
  "points-too-fine":
    "Tiêu chí {item}: {#found} điểm có quá {expected} chữ số thập phân. Làm tròn theo quy định.",
  // Criteria sets: the head
  "set-id-form":
    "Mã bộ tiêu chí “{found}” không theo dạng đơn-vị-ban-hành/cấp/kỳ (ví dụ hoa-lam/department/2026). Đặt lại mã.",
  "set-id-level-differs":
    "Mã bộ tiêu chí ghi cấp “{found}”, còn “level” ghi “{expected}”. Sửa cho thống nhất.",
  "set-id-period-form":
    "Kỳ “{found}” trong mã không đúng dạng. Ghi năm (2026), nhiều năm (2025-2026), nửa năm (2026-h1), quý (2026-q1) hoặc tháng (2026-03).",
  "period-days-differ":
    "Kỳ “{id}” theo lịch là từ {@from} đến {@to}, nhưng “period” ghi từ {@found} đến {@until}. Kiểm tra lại ngày hoặc mã.",
  "set-id-period-differs":
    "Mã bộ tiêu chí ghi kỳ “{found}”, còn “period” là kỳ “{expected}”. Sửa mã hoặc ngày của kỳ.",
  "period-reversed": "Ngày cuối kỳ {@found} đứng trước ngày đầu kỳ {@from}. Kiểm tra lại hai ngày.",
  "decision-after-period":
    "Quyết định {number} ký ngày {@found}, sau ngày cuối kỳ {@expected}. Kiểm tra lại ngày ký hoặc kỳ đánh giá.",
  "official-without-decision":
    "Bộ tiêu chí ghi “official” nhưng không có quyết định nào. Bổ sung “decisions”, hoặc đổi “status”.",
  "summary-without-decision": "Bộ tiêu chí tóm tắt không nêu văn bản nguồn. Bổ sung vào “decisions”.",
  "citations-without-decisions":
    "Các mục có căn cứ nhưng “decisions” để trống. Khai các quyết định mà căn cứ dẫn đến.",
  "missing-citation":
    "{what} của bộ tiêu chí chính thức chưa có căn cứ. Bổ sung “citation” (quyết định, vị trí trong phụ lục).",
  "unknown-decision":
    "Căn cứ dẫn quyết định “{found}” không có trong “decisions”{?expected: (có phải: {expected}?)}. Sửa mã hoặc bổ sung quyết định.",
  "edition-note-missing":
    "Lần ban hành {@found} phải ghi “editionNote”: loại, ngày áp dụng, nội dung thay đổi. Bổ sung.",
  "edition-note-on-first":
    "Lần ban hành đầu tiên không có nội dung thay đổi. Bỏ “editionNote” hoặc sửa “edition”.",
  "edition-after-period":
    "Lần ban hành này áp dụng từ {@found}, sau ngày cuối kỳ {@expected}. Kiểm tra lại ngày.",
  "framework-of-framework":
    "Một khung tiêu chí không cụ thể hóa khung khác. Bỏ “framework” hoặc “isFramework”.",
  "framework-is-itself": "Bộ tiêu chí “{found}” không thể là khung của chính nó. Ghi mã của khung.",
  // Criteria sets: names
  "duplicate-id": "Mã “{found}” được dùng hai lần trong cùng danh sách. Đặt mã khác hoặc bỏ mục trùng.",
  "title-repeats-in-list":
    "Tên “{found}” trùng với một mục phía trên trong cùng danh sách. Kiểm tra lại, có thể chép nhầm.",
  "unknown-source":
    "Bộ tiêu chí không có nguồn điểm “{found}”{?expected: (có phải: {expected}?)}. Sửa mã hoặc khai thêm trong “sources”.",
  "sources-missing":
    "Bộ tiêu chí chưa khai nguồn điểm nào. Bổ sung “sources” (điểm thẩm định, khảo sát, thống kê).",
  "unknown-scale":
    "Không có thang trả lời “{found}”{?expected: (có phải: {expected}?)}. Sửa mã hoặc khai thêm trong “scales”.",
  "unknown-respondents":
    "Không có nhóm đối tượng khảo sát “{found}”{?expected: (có phải: {expected}?)}. Sửa mã hoặc khai thêm trong “respondents”.",
  // Criteria sets: the tree
  "sum-differs":
    "{node} {item}: các {parts} cộng lại {#found}, điểm tối đa ghi {#expected}: {off} {#difference}. Đối chiếu phụ lục và sửa con số sai.",
  "maximum-differs":
    "Mục {item}: điểm tối đa ghi {#found}, nhưng tổng điểm, cách chấm và ví dụ đều khớp với {#expected}. Đối chiếu phụ lục và sửa điểm tối đa.",
  "item-misplaced":
    "Mục {item} đứng dưới mục “{found}”, nhưng theo số thứ tự và tổng điểm thì thuộc mục “{expected}”. Đưa dòng về đúng chỗ.",
  "set-sum-differs":
    "Cả bộ: các {parts} cộng lại {#found}, tổng điểm tối đa ghi {#expected}: {off} {#difference}. Đối chiếu phụ lục và sửa con số sai.",
  "count-differs":
    "{level}: tệp có {#found} mục, “totals” ghi {#expected}. Kiểm tra xem có thiếu, thừa dòng nào không.",
  "counts-differ-from-levels":
    "“counts” có {#found} số nhưng cây có {#expected} cấp. Ghi một số cho mỗi cấp.",
  "leaves-differ":
    "Tệp có {#found} mục chấm điểm, “totals” ghi {#expected}. Kiểm tra xem có thiếu, thừa dòng nào không.",
  "source-total-differs":
    "Nguồn “{source}”: các mục cộng lại {#found} điểm, tổng ghi {#expected}: {off} {#difference}. Kiểm tra nguồn của từng mục hoặc sửa tổng.",
  "source-leaves-differ":
    "Nguồn “{source}”: có {#found} mục chấm điểm, khai {#expected}. Kiểm tra nguồn của từng mục hoặc sửa số đã khai.",
  "sources-exchanged":
    "Nguồn “{found}” thừa {#difference} điểm, nguồn “{expected}” thiếu đúng chừng ấy: có mục ghi nhầm nguồn. Tìm mục đó và sửa “source”.",
  "duplicate-number":
    "Số thứ tự “{found}” đã dùng cho một mục cùng cấp phía trên. Sửa số hoặc bỏ dòng trùng.",
  "duplicate-item-id": "Mã “{found}” đã dùng cho mục {other}. Đặt mã khác.",
  "number-not-an-id":
    "Số thứ tự “{found}” không dùng làm mã được (chỉ chữ không dấu, số và . - _ /). Bổ sung “id” cho mục này.",
  "number-not-under-parent":
    "Số thứ tự “{found}” không nằm dưới mục cấp trên ({expected}). Kiểm tra xem dòng có đặt nhầm chỗ không.",
  "number-out-of-sequence":
    "Số thứ tự “{found}” không liên tiếp, theo thứ tự phải là “{expected}”. Kiểm tra xem có thiếu hoặc đảo dòng không.",
  "title-repeats": "Tên “{found}” trùng với mục {other} cùng cấp. Kiểm tra lại, có thể chép nhầm dòng.",
  "deeper-than-levels":
    "Mục {item} nằm ở cấp {found} nhưng “levels” chỉ khai {expected} cấp. Bổ sung tên cấp hoặc đưa mục về đúng cấp.",
  "level-unused":
    "Không có mục nào ở cấp “{found}”. Bỏ tên cấp này, hoặc kiểm tra xem có thiếu các mục con không.",
  // Criteria sets: leaves
  "leaf-without-source":
    "Mục {item} được chấm điểm nhưng chưa ghi nguồn điểm. Bổ sung “source” (một trong: {expected}).",
  "leaf-without-rule":
    "Mục {item} được chấm điểm nhưng chưa có cách chấm. Bổ sung “rule”, hoặc “items” nếu mục có các mục con.",
  "rule-on-inner-node":
    "Mục {item} có các mục con nên không chấm trực tiếp, nhưng lại ghi: {found}. Chuyển xuống mục con hoặc bỏ.",
  "rule-in-framework":
    "Khung tiêu chí chưa có cách chấm, nhưng mục {item} ghi: {found}. Bỏ, hoặc bỏ “isFramework”.",
  "source-kind-unfit":
    "Nguồn “{source}” khai loại “{found}” nhưng không mục nào của nguồn có cách chấm phù hợp (cách chấm “survey” chỉ đi với nguồn loại “survey”). Sửa “kind”.",
  "survey-source-without-survey-rule":
    "Mục {item} lấy điểm từ điều tra xã hội học nhưng cách chấm là “{found}”. Dùng cách chấm “{expected}” hoặc sửa nguồn.",
  "survey-rule-without-survey-source":
    "Mục {item} chấm theo điều tra xã hội học nhưng nguồn “{found}” không phải nguồn khảo sát. Sửa nguồn hoặc cách chấm.",
  "summary-with-rule":
    "Bộ tiêu chí tóm tắt chỉ có điểm hoặc tỷ lệ đã công bố, nhưng mục {item} có cách chấm “{found}”. Dùng một trong: {expected}.",
  "scored-by-without-appraisal":
    "Mục {item} thuộc nguồn loại “{kind}”, không tự chấm cũng không thẩm định. Bỏ “scoredBy”.",
  "evidence-of-nobody": "Đơn vị không tự chấm mục {item} nên không nộp tài liệu kiểm chứng. Bỏ “evidence”.",
  "missing-consequence":
    "Mục {item} ghi “notApplicable: true” nhưng bộ tiêu chí chưa nêu hệ quả chung. Bổ sung “policies.notApplicable”, hoặc ghi hệ quả ngay tại mục.",
  "empty-claim-not-allowed":
    "Mục {item}: mẫu số 0 được coi là đề nghị không áp dụng, nhưng mục không cho phép “không áp dụng”. Bổ sung “notApplicable” hoặc sửa “empty”.",
  "example-not-possible":
    "Mục {item} có cách chấm “{found}”, điểm không tính từ riêng số liệu của một đơn vị. Bỏ “examples”.",
  "example-differs":
    "Mục {item}: ví dụ ghi {#found} điểm, tính theo cách chấm được {#expected}. Kiểm tra lại cách chấm hoặc ví dụ.",
  // Criteria sets: the survey
  "survey-missing":
    "Các mục lấy điểm từ khảo sát ({found}) nhưng bộ tiêu chí chưa có phần “survey”. Bổ sung nhóm đối tượng khảo sát, thang và phiếu.",
  "survey-without-leaf":
    "Có phần “survey” nhưng không mục nào lấy điểm từ khảo sát. Bỏ “survey” hoặc sửa nguồn của các mục.",
  "survey-leaf-without-question":
    "Mục {item} lấy điểm từ khảo sát nhưng không câu hỏi nào dành cho mục này. Bổ sung câu hỏi.",
  "question-without-survey-leaf":
    "Câu hỏi dành cho mục {item}, nhưng mục này không lấy điểm từ khảo sát. Sửa “item” của câu hỏi hoặc nguồn của mục.",
  "group-without-question":
    "Không phiếu nào hỏi về nhóm đơn vị “{found}” ở các mục lấy điểm từ khảo sát: {items}. Bổ sung nhóm vào “judges” của một phiếu.",
  "missing-weight": "Các nhóm kết hợp theo trọng số nhưng nhóm “{title}” chưa có. Bổ sung “weight”.",
  "weight-without-use":
    "Kết quả các nhóm được gộp chung nên trọng số {#found} của nhóm “{title}” không có tác dụng. Bỏ, hoặc đổi “combine”.",
  "weights-not-whole":
    "Trọng số của các nhóm được khảo sát cộng lại là {#found}, không phải {#expected}. Đối chiếu với quyết định; kết quả vẫn chia theo tỷ lệ của các trọng số.",
  "citation-of-other-item":
    "Mục {expected} lại dẫn “mục {found}”. Đối chiếu với phụ lục rồi sửa số mục trong “at”.",
  "text-odd-space":
    "“{found}” có khoảng trắng thừa hoặc không nhìn thấy (␣ thừa, ⍽ không ngắt dòng, · không có độ rộng). Gõ lại bằng một dấu cách thường.",
  "text-look-alike":
    "“{text}” có chữ “{found}” trông giống “{expected}” nhưng là chữ khác. Gõ lại bằng bàn phím tiếng Việt.",
  "percent-as-share":
    "Mức {#found} ở đây là {#found} %. Nếu quyết định ghi {#expected} % thì viết {#expected}.",
  "threshold-as-share":
    "Tiêu chí {item}: ngưỡng {#found} là {#found} %. Nếu quyết định ghi {#expected} % thì viết {#expected}.",
  "respondents-not-asked": "Không phiếu nào hỏi nhóm đối tượng khảo sát “{title}”. Thêm phiếu hoặc bỏ nhóm.",
  "scale-not-used": "Không câu hỏi nào dùng thang “{found}”. Bỏ thang hoặc kiểm tra lại câu hỏi.",
  "scale-without-percent":
    "Không phương án nào của thang “{found}” có giá trị phần trăm. Bổ sung “percent”; chỉ phương án “không có ý kiến” mới bỏ trống.",
  "scale-without-choice":
    "Thang “{found}” chỉ có một phương án, người trả lời không có lựa chọn. Kiểm tra lại phiếu.",
  "scale-below-hundred":
    "Phương án tốt nhất của thang “{found}” dưới 100 %, nên không đơn vị nào đạt điểm tối đa. Kiểm tra lại giá trị.",
  "questions-differ":
    "Số câu hỏi của mục điều tra xã hội học khác số đã khai ở “questions” (thực có/đã khai): {items}. Kiểm tra “item” của từng câu hỏi.",
  "questions-not-shared":
    "Mục {item}: các nhóm đối tượng khảo sát ({found}) được hỏi những câu khác nhau, nên trọng số hoặc việc gộp phiếu chỉ có tác dụng ở câu hỏi chung. Đặt cùng một mã cho câu hỏi giống nhau, hoặc tách thành các mục riêng.",
  // Criteria sets: policies
  "limits-reversed":
    "Giới hạn dưới {#found} không nhỏ hơn giới hạn trên ({expected}). Kiểm tra lại hai giới hạn.",
  "late-cap-below-day":
    "Mức trần trừ điểm nộp chậm {#found} thấp hơn mức trừ một ngày ({expected}). Kiểm tra lại.",
  "late-without-deadline":
    "Có quy định về nộp chậm (“{found}”) nhưng lịch không có thời hạn “self-assessment”. Bổ sung vào “calendar”.",
  "grade-without-bound": "Loại “{title}” chưa có cận dưới; chỉ loại cuối cùng được bỏ trống. Bổ sung “from”.",
  "grade-out-of-order":
    "Loại “{title}” từ {#found} nhưng phải thấp hơn loại đứng trên ({expected}). Xếp từ loại tốt nhất xuống, kiểm tra lại cận dưới.",
  "grade-gap":
    "Loại “{title}” đến dưới {#found}, còn loại đứng trên bắt đầu từ {#expected}. Sửa cho hai cận khớp nhau.",
  "grades-do-not-cover":
    "Các loại không bao hết chỉ số có thể có: loại “{title}” dừng ở {#found}, cần {expected}. Sửa cận, hoặc bỏ cận ở loại ngoài cùng.",
  "grade-above-limit":
    "Loại “{title}” từ {#found}, cao hơn mức chỉ số có thể đạt ({expected}). Sửa cận dưới hoặc giới hạn.",
  "index-joins-totals":
    "Thang {#max} điểm, Chỉ số làm tròn {#places} chữ số: hai tổng điểm khác nhau {#step} có thể cùng một Chỉ số, cùng thứ hạng. Công bố ít nhất {#expected} chữ số, hoặc xếp hạng theo giá trị chưa làm tròn (“on”: “exact”).",
  "tie-breaker-repeated": "Tiêu chí phụ “{found}” được ghi hai lần, lần sau không có tác dụng. Bỏ một.",
  "deadline-twice": "Thời hạn “{title}” ghi cả “before” (trước ngày) và “by” (chậm nhất ngày). Chỉ giữ một.",
  "deadline-without-day":
    "Thời hạn “{title}” chưa có ngày. Ghi “before” (trước ngày) hoặc “by” (chậm nhất ngày).",
  "deadline-before-period":
    "Thời hạn “{title}” ngày {@found} đứng trước ngày đầu kỳ ({@expected}). Kiểm tra lại ngày.",
  "exemption-repeated": "Mục {item} đã ghi không áp dụng cho loại đơn vị này ở trên. Bỏ dòng trùng.",
  "exemption-of-inner-node":
    "Mục {item} có các mục con; danh mục không áp dụng ghi từng mục chấm điểm. Ghi mã các mục con.",
  "exemption-not-allowed":
    "Mục {item} có trong danh mục không áp dụng nhưng bộ tiêu chí không cho phép. Bổ sung “notApplicable” cho mục, hoặc bỏ khỏi danh mục.",
  "line-id-is-item-id": "Mã “{found}” của dòng điểm thưởng, điểm trừ trùng với mã một mục. Đặt mã khác.",
  "line-id-differs": "Dòng mang số thứ tự “{found}” nhưng mã là “{expected}”. Ghi mã và số thứ tự như nhau.",
  "line-rule-not-allowed":
    "Dòng {item} có cách chấm “{found}”; điểm thưởng, điểm trừ chỉ dùng: {expected}. Đổi cách chấm.",
  "line-without-cap":
    "Dòng {item} không có mức trần, cả tổng cũng không: điểm không có giới hạn. Bổ sung “cap” theo quyết định.",
  "cap-above-sum-cap":
    "Mức trần {#found} của dòng {item} cao hơn mức trần của tổng ({expected}). Kiểm tra lại hai mức.",
  "cap-not-reached":
    "Mức trần {#found} không bao giờ đạt tới ({expected}). Kiểm tra lại mức trần hoặc cách chấm.",
  // Criteria sets: conditions
  "condition-without-bound":
    "Điều kiện về “{target}” chưa ghi mức. Ghi “from” (từ mức này trở lên) hoặc “above” (trên mức này), tính bằng %.",
  "condition-bound-twice": "Điều kiện về “{target}” ghi cả “from” lẫn “above”. Giữ lại một.",
  "condition-beyond-hundred": "Mức {%found} của điều kiện không thể đạt được (phải {expected}). Sửa lại mức.",
  "condition-repeated": "Điều kiện về “{target}” được ghi hai lần. Giữ lại một, với mức cao hơn.",
  "condition-without-effect":
    "Đơn vị nào cũng đạt điều kiện về “{target}”. Kiểm tra lại mức, hoặc bỏ điều kiện.",
  "gate-on-itself":
    "Mục {item} đặt điều kiện về chính nó, mục cấp trên hoặc mục con của nó (“{found}”). Chọn mục khác.",
  "gate-in-circle": "Các mục đặt điều kiện vòng tròn: {items}. Bỏ một trong các điều kiện.",
  "gate-on-relative":
    "Mục “{found}” chấm theo kết quả của các đơn vị khác nên không thể làm điều kiện. Chọn mục khác.",
  "relative-behind-gate":
    "Mục {item} không thể có điều kiện, vì mục {found} chấm theo kết quả của các đơn vị khác. Bỏ “requires”.",
  "gate-without-rules":
    "Bộ tiêu chí loại “{found}” không có cách chấm từng mục nên không thể đặt điều kiện. Bỏ “requires”.",
  "condition-without-target":
    "Loại “{title}” có một điều kiện không nói về gì. Ghi “item”, “source” hoặc “unused”.",
  "condition-target-twice":
    "Một điều kiện của loại “{title}” nói về nhiều thứ ({found}). Tách thành nhiều điều kiện.",
  "condition-bound-without-use": "Điều kiện “unused” không có mức. Bỏ “{found}”.",
  "unknown-line":
    "Không có dòng điểm trừ “{found}”{?expected: (có phải: {expected}?)}. Sửa mã, hoặc ghi “late”.",
  "condition-on-bonus": "“{found}” là dòng điểm thưởng; “unused” chỉ dùng cho dòng điểm trừ. Sửa mã.",
  "line-id-reserved": "Mã “{found}” dành cho khoản trừ nộp chậm. Đặt mã khác cho dòng này.",
  "condition-on-last-grade":
    "Loại cuối “{title}” nhận mọi đơn vị còn lại nên không có điều kiện. Bỏ “requires”.",
  "quota-on-last-grade": "Loại cuối “{title}” nhận mọi đơn vị còn lại nên không có tỷ lệ tối đa. Bỏ “quota”.",
  "quota-above-hundred": "Tỷ lệ tối đa {%found} lớn hơn 100 %. Sửa lại.",
  "quota-without-effect": "Tỷ lệ tối đa 100 % của loại “{title}” không có tác dụng. Kiểm tra lại.",
  // Criteria sets: the linter
  "source-not-used": "Không mục nào thuộc nguồn “{found}”. Bỏ nguồn hoặc kiểm tra nguồn của các mục.",
  "source-without-totals":
    "Nguồn “{source}” chưa khai tổng điểm và số mục nên không đối chiếu được. Bổ sung “maxPoints” và “leaves” theo phụ lục.",
  "no-declared-totals":
    "“totals” thiếu {found} nên không phát hiện được dòng bị sót. Ghi số mục ở mỗi cấp và số mục chấm điểm theo phụ lục.",
  "no-examples":
    "Không mục nào có ví dụ tính điểm. Bổ sung “examples” cho các cách chấm phức tạp để tệp tự kiểm tra được.",
  "grade-without-below":
    "Loại “{title}” chưa ghi cận trên như quyết định in, nên không đối chiếu được. Bổ sung “below”.",
  "consequence-without-use":
    "Có hệ quả chung “{found}” cho trường hợp không áp dụng nhưng không mục nào ghi “notApplicable: true”. Bỏ, hoặc kiểm tra lại các mục.",
  "kind-not-used":
    "Loại đơn vị “{found}” không có trong danh mục không áp dụng nào. Bỏ loại này, hoặc bổ sung “exemptions”.",
  // Criteria sets: frameworks
  "framework-other":
    "Bộ tiêu chí ghi khung “{found}”, còn khung được đưa ra là “{expected}”. Chọn đúng khung và lần ban hành.",
  "framework-not-one": "“{found}” không phải khung tiêu chí (“isFramework”). Chọn đúng khung.",
  "framework-item-missing": "Thiếu mục {expected} của khung (“{title}”). Bổ sung mục này.",
  "framework-item-added":
    "Khung không có mục {item} ở vị trí này; chỉ được chia nhỏ các mục cuối của khung. Bỏ hoặc đưa xuống dưới một mục của khung.",
  "framework-maximum-differs":
    "Mục {item}: khung ấn định {#expected} điểm, tệp ghi {#found}. Ghi đúng điểm tối đa của khung.",
  "framework-title-differs": "Mục {item}: khung ghi tên “{expected}”, tệp ghi “{found}”. Kiểm tra lại tên.",
  // Texts of files
  "byte-order-mark": "Tệp bắt đầu bằng dấu BOM (U+FEFF). Lưu lại dạng “UTF-8” không BOM.",
  "file-is-archive":
    "Đây là tệp bảng tính hoặc tệp nén (.xlsx, .zip), không phải JSON. Chọn tệp .json; biểu mẫu bảng tính thì nhập bằng chức năng đọc bảng.",
  "file-in-wide-letters":
    "Tệp lưu ở dạng UTF-16 (Notepad gọi là “Unicode”). Mở tệp, chọn Lưu thành (Save as), mã hóa UTF-8.",
  "file-with-broken-letters":
    "Tệp không phải UTF-8: có chữ bị hỏng, thường do bảng mã tiếng Việt cũ (1258, TCVN3, VNI). Mở tệp bằng đúng bảng mã rồi lưu lại dạng UTF-8; phần sau chưa được xét.",
  "round-not-criteria":
    "Đây là dữ liệu một đợt đánh giá, không phải bộ tiêu chí. Kiểm tra cùng bộ tiêu chí: par-index check --set <bộ tiêu chí> <tệp này>.",
  "curly-quotes":
    'Dấu ngoặc kép cong ({found}) không dùng làm dấu của JSON. Thay bằng dấu ngoặc kép thẳng ("), tắt tự sửa dấu ngoặc của trình soạn thảo; phần sau chưa được xét.',
  "quotes-in-text":
    'Trong đoạn chữ có dấu ngoặc kép thẳng trước “{found}”, nên đoạn bị coi là đã hết. Thay bằng “ ” hoặc \\"; phần sau chưa được xét.',
  "comma-in-number":
    '{found} là số viết với dấu phẩy. Trong JSON viết dấu chấm: "{expected}"; phần sau chưa được xét.',
  "file-cut-off":
    "Tệp kết thúc khi còn thiếu dấu đóng “{expected}”. Tệp có thể bị cắt cụt: lấy lại bản đủ, hoặc thêm dấu đóng đúng chỗ.",
  "empty-file": "Tệp trống. Ghi nội dung JSON.",
  "syntax-error":
    "Sai cú pháp JSON tại “{found}”: {expected}. Sửa chỗ này rồi kiểm tra lại; phần sau chưa được xét.",
  "trailing-comma": "Thừa dấu phẩy trước “{found}”. Xóa dấu phẩy; phần sau chưa được xét.",
  "comment-in-json":
    "Tệp JSON không có chú thích, nhưng gặp “{found}”. Xóa chú thích; phần sau chưa được xét.",
  "trailing-text": "Sau phần JSON còn “{found}”. Xóa phần thừa hoặc kiểm tra dấu ngoặc đóng.",
  "duplicate-key": "Tên trường “{found}” được ghi hai lần (lần đầu ở dòng {first}). Giữ lại một.",
  "number-with-exponent": "Số “{found}” viết dạng số mũ. Viết đủ các chữ số.",
  // Published tables
  "table-of-other-set":
    "Bảng thuộc bộ tiêu chí {found}, không phải {expected}. Chọn đúng bộ tiêu chí và lần ban hành.",
  "table-part-unknown":
    "Cột “{found}” không phải tiêu chí hay nguồn điểm của bộ tiêu chí ({expected}). Sửa lại mã cột.",
  "table-part-twice": "Cột “{found}” có hai lần. Giữ lại một cột, hoặc ghi rõ loại cột.",
  "table-parts-exchanged":
    "Cột “{found}” và cột “{expected}” bị ghi nhầm đầu cột của nhau. Đổi lại đầu hai cột.",
  "table-part-maximum-differs":
    "Điểm tối đa của cột ghi {#found}, bộ tiêu chí ghi {#expected}. Đối chiếu lại với quyết định.",
  "table-parts-incomplete":
    "Điểm tối đa các cột cộng lại {#found}, toàn bộ là {#expected}, nên chưa thể đối chiếu tổng điểm. Nếu bảng in đủ các cột thì chép thêm cột còn thiếu.",
  "table-parts-differ": "{unit}: có {found} điểm thành phần, bảng có {expected} cột. Ghi đủ mỗi cột một số.",
  "table-part-above-maximum":
    "{unit}: điểm thành phần {#found} cao hơn điểm tối đa {#expected}. Kiểm tra lại con số.",
  "table-part-below-minimum":
    "{unit}: điểm thành phần {#found} thấp hơn mức thấp nhất có thể {#expected}. Kiểm tra lại con số.",
  "table-figures-differ":
    "{unit}: mục {part} có hai cột, ghi {#found} và {#expected}, không khớp nhau. Kiểm tra lại hai con số.",
  "table-subtotal-impossible":
    "{unit}: mục {part} ghi {#found}, các mục thành phần cộng lại {#sum}; do làm tròn chỉ có thể là {#expected}. Kiểm tra lại các con số.",
  "table-total-above-maximum":
    "{unit}: tổng điểm {#found} cao hơn điểm tối đa {#expected}. Nếu đây là chỉ số (%) thì ghi vào “index”; nếu không thì kiểm tra lại con số.",
  "table-index-impossible":
    "{unit}: chỉ số ghi {#found}; tính từ điểm được {#sum}, do làm tròn chỉ có thể là {#expected}. Kiểm tra lại chỉ số, điểm và điểm tối đa áp dụng.",
  "table-total-impossible":
    "{unit}: tổng điểm ghi {#found}, các phần cộng lại {#sum}; do làm tròn chỉ có thể là {#expected}. Kiểm tra lại tổng và các phần.",
  "table-unit-twice": "Đơn vị “{found}” có hai dòng. Bỏ dòng thừa hoặc sửa lại mã đơn vị.",
  "table-count-differs":
    'Bảng ghi {#found} đơn vị nhưng có {#expected} dòng. Bổ sung dòng thiếu hoặc sửa lại số đơn vị; nếu chỉ chép một phần bảng thì ghi "excerpt": true.',
  "table-place-wrong":
    "{unit}: ghi hạng {found}{?part: ở mục {part}}; theo kết quả {#total} phải là hạng {expected}. Sửa lại thứ hạng.",
  "table-place-missing":
    "{unit}: ghi hạng {found}, nhưng không đơn vị nào có hạng {expected}. Bổ sung dòng còn thiếu hoặc sửa lại thứ hạng.",
  "table-tie-parted":
    "{unit}: ghi hạng {found}{?part: ở mục {part}}, phải là {expected}: cùng kết quả với “{other}” ({#total}) nên đồng hạng. Sửa lại thứ hạng.",
  "table-tie-false":
    "{unit}: ghi đồng hạng {found}{?part: ở mục {part}} với “{other}” nhưng kết quả khác nhau ({#total}){?expected:; phải là hạng {expected}}. Sửa lại thứ hạng.",
  "table-mean-impossible":
    "Trung bình ghi {#found}; từ kết quả đã công bố chỉ có thể là {#expected}. Tính lại trung bình.",
  "table-grade-unknown":
    "Bộ tiêu chí không có mức xếp loại “{found}” (có: {expected}). Sửa lại mức xếp loại.",
  "table-grade-wrong":
    "{unit}: ghi xếp loại “{found}”; với kết quả {#total} phải là “{expected}”. Sửa lại mức xếp loại.",
  "table-grade-order":
    "{unit}: ghi xếp loại “{found}” với kết quả {#total}, cao hơn “{other}” được xếp loại “{expected}”. Kiểm tra lại hai mức xếp loại.",
  "table-grades-sum":
    "Số đơn vị của các mức xếp loại cộng lại {#found}, bảng có {#expected} đơn vị. Đếm lại.",
  "table-grade-percent-wrong":
    "Xếp loại “{grade}”: {#units} đơn vị ghi là {%found}, tính ra {%expected}. Tính lại tỷ lệ.",
  "table-quota-passed":
    "{#found} đơn vị xếp loại “{grade}”, tỷ lệ tối đa {%percent} là {#expected} đơn vị. Xem lại với quyết định.",
  "table-grade-count-differs": "Bảng ghi {#found} đơn vị xếp loại “{grade}”, đếm được {#expected}. Đếm lại.",
  // Rows of a spreadsheet
  "rows-without-header":
    "Không tìm thấy dòng tiêu đề có cột “{expected}”. Giữ nguyên dòng tiêu đề của phiếu.",
  "form-of-other-unit":
    "Phiếu này là của “{found}”, không phải của {expected}. Dùng đúng phiếu của đơn vị, không sửa tên đơn vị trong phiếu.",
  "form-of-other-set":
    "Phiếu này theo bộ tiêu chí {found}, đợt đánh giá dùng {expected}. Điền vào phiếu của đúng bộ tiêu chí.",
  "form-of-other-round":
    "Phiếu ghi đợt “{found}”, đợt này là “{expected}”. Phiếu vẫn được đọc; nếu là của đợt khác thì bỏ ra khỏi thư mục.",
  "name-unknown":
    "Không tìm thấy “{found}”{?expected:. Có phải: {expected}}? Ghi đúng tên hoặc mã; nếu chưa có trong sổ thì bổ sung ở trang của nó.",
  "facts-unclear": "Không hiểu số liệu “{found}”. Ghi theo mẫu: {;expected}.",
  "cell-not-a-day": "“{found}” không phải là ngày. Ghi ngày/tháng/năm, ví dụ 22/12/2026.",
  "form-unit-unknown":
    "Phiếu này không nêu đơn vị có trong danh sách{?found: (ghi “{found}”)}{?expected:; có phải {expected}?}. Dùng phiếu đã gửi cho đơn vị.",
  "form-twice":
    "Phiếu này ghi đơn vị “{found}”, {expected} cũng vậy{?taken:; đã đọc {taken}, không đọc tệp này}. Kiểm tra tên đơn vị ở đầu mỗi phiếu và giữ lại một.",
  "form-names-two-units":
    "Phiếu ghi tên “{found}” nhưng mã là của “{expected}”, nên không được đọc. Dùng phiếu gửi cho đúng đơn vị.",
  "sheet-missing":
    "Không có trang “{expected}”, nên không đọc được những gì dẫn tên ở trang ấy. Nếu trang bị đổi tên thì đặt lại tên này.",
  "column-missing": "Dòng tiêu đề thiếu cột “{expected}”. Ghi lại tên cột như trong phiếu.",
  "column-twice": "Cột “{found}” có hai lần trong dòng tiêu đề. Bỏ bớt một cột.",
  "row-code-unknown":
    "Bộ tiêu chí không có mã “{found}”{?expected: (có phải: {expected}?)}. Sửa lại mã theo phiếu.",
  "row-without-code": "Dòng này có số liệu nhưng không có mã. Ghi mã theo phiếu, hoặc xóa dòng.",
  "row-code-twice": "Mã “{found}” đã có ở dòng {first}. Giữ lại một dòng.",
  "row-on-title":
    "Mục “{found}” là dòng đề mục, không tự chấm. Chuyển nội dung này xuống dòng của tiêu chí được chấm điểm.",
  "cell-misplaced": "Không ghi “{found}” ở ô này. Chuyển sang {expected}.",
  "cell-not-readable":
    "Ô này không phải là chữ hay số (có thể bảng tính đã đổi thành ngày tháng hoặc báo lỗi công thức). Định dạng ô là văn bản rồi ghi lại.",
  "cell-not-a-count":
    "“{found}” không phải là số lượng: chỉ ghi số nguyên, dấu chấm chỉ để phân nhóm hàng nghìn (1.184). Sửa lại.",
  "cell-not-a-number":
    "“{found}” không phải là số viết đúng cách: dấu phẩy là dấu thập phân (98,5), không dùng dấu chấm, không ghi đơn vị. Sửa lại.",
  "cell-digits-rounded":
    "Ô lưu số {found}, bảng tính hiển thị {expected}; đọc theo số hiển thị. Kiểm tra lại công thức, nên ghi số liệu gốc.",
  "cell-percent-as-share":
    "Ô lưu số {#found}, đọc là {#found} %. Nếu ô định dạng phần trăm thì đổi sang định dạng số và ghi {#expected}.",
  "cell-percent-unformatted":
    "Ô lưu số {#found} mà không cho biết định dạng. Nếu là {#expected} % thì ghi “{#expected} %”; nếu đúng là {#found} % thì ghi “{#found} %”.",
  "cell-count-with-decimals":
    "Ô lưu số {#found}, không phải số nguyên.{?meant: Nếu là {#meant} thì ghi lại là {meant}, không dùng dấu chấm.} Số lượng chỉ ghi số nguyên.",
  "cell-nothing-arose":
    "Ô này cần một con số, không ghi 0 thay cho “không phát sinh”. Nếu trong năm không phát sinh và tiêu chí cho phép thì ghi “Không áp dụng” ở dòng của tiêu chí và nêu lý do ở cột “Giải trình”.",
  "cell-is-percent": "Ô này hiển thị {found}, trong khi ở đây không hỏi tỷ lệ phần trăm. Ghi số liệu gốc.",
  "cell-is-day": "Bảng tính đã hiểu ô này là ngày {found}. Định dạng ô là văn bản (hoặc là số) rồi ghi lại.",
  "cell-error": "Công thức ở ô này báo lỗi {found}. Sửa công thức, hoặc xóa công thức và ghi thẳng số liệu.",
  "cell-uncalculated":
    "Công thức ở ô này chưa được tính. Mở tệp bằng chương trình bảng tính và lưu lại, hoặc ghi thẳng số liệu.",
  "cell-merged": "Ô này bị gộp vào ô khác nên không có số liệu. Bỏ gộp ô rồi ghi đủ từng dòng.",
  "claim-in-figure":
    "Không ghi “{found}” ở dòng số liệu. Ghi “Không áp dụng” ở dòng có mã {expected}, cột “Số liệu”, và nêu lý do ở cột “Giải trình”.",
  "cell-mark-unclear":
    "“{found}” không phải là dấu chọn. Ghi x, có hoặc đạt; nếu không thì để trống, hoặc ghi không.",
  "options-marked-twice": "Đã đánh dấu nhiều phương án ({;found}). Chỉ đánh dấu một phương án.",
  "option-unmarked": "Chưa đánh dấu phương án nào. Đánh dấu x vào phương án đúng, hoặc để trống cả tiêu chí.",
  "figure-missing":
    "Thiếu số liệu ở ô này, trong khi các số liệu khác của tiêu chí đã ghi. Bổ sung số liệu (ghi 0 nếu không phát sinh).",
  "row-missing": "Thiếu dòng số liệu có mã {expected}. Chép lại dòng này từ phiếu.",
  "explanation-day-missing":
    "Phiếu giải trình chưa ghi ngày giải trình{?found: (“{found}” không phải là ngày)}. Ghi ngày ở ô “Ngày giải trình” phía trên bảng, ví dụ 20/01/2027.",
  "claim-without-reason": "Đề nghị không áp dụng mà chưa nêu lý do. Ghi lý do ở cột “{expected}”.",
  "evidence-unclear":
    "Không đọc được tài liệu “{found}”. Mỗi tài liệu ghi một dòng, đủ số, ngày và cơ quan: “Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã”, hoặc: số; cơ quan ban hành; ngày/tháng/năm; mục …; trang … (mục, trang không bắt buộc).",
  // Score vectors (audit/vector.ts)
  "vector-unreadable":
    "“{found}” không phải là dãy mã điểm: dãy mã bắt đầu bằng “{expected}” và có 9 phần cách nhau bằng dấu chấm phẩy. Chép lại cả dòng.",
  "vector-of-other-set":
    "Dãy mã điểm thuộc bộ tiêu chí “{found}”, không phải “{expected}”. Dùng đúng bộ tiêu chí và lần ban hành.",
  "vector-length-differs": "Dãy mã điểm có {found} mục, bộ tiêu chí có {expected}. Chép lại cả dòng.",
  "vector-part-wrong": "Phần “{found}” của dãy mã điểm không đọc được (cần: {expected}). Chép lại phần này.",
  "vector-mark-wrong":
    "Mục {item}: mã “{found}” trong dãy mã điểm không đọc được (cần: {expected}). Chép lại mã này.",
  "vector-check-differs":
    "Mã kiểm tra “{found}” không khớp (phải là “{expected}”): dãy mã chép sai ở đâu đó, hoặc bộ tiêu chí đã bị sửa. Đối chiếu lại với bản in.",
};

/** What stands in a sheet: in place of the texts of the same codes in `issues`, which name the keys of data. */
export const viOnSheets = {
  "missing-key": "Chưa ghi “{expected}”. Bổ sung.",
  "unknown-key": "Không hiểu “{found}” ở ô này{?expected:; các số liệu được dùng: {expected}}. Sửa lại.",
  "wrong-type": "Nội dung ở đây không đúng loại ({found}). Ghi lại theo ví dụ của cột.",
  "empty-text": "Ô này để trống. Ghi nội dung.",
  "empty-list": "Chưa ghi nội dung nào. Bổ sung.",
  "not-a-decimal": "“{found}” không phải là số viết đúng cách (ví dụ 98,5). Ghi lại.",
  "not-a-date": "“{@found}” không phải ngày có thật. Viết lại theo ngày/tháng/năm, ví dụ 22/12/2026.",
  "round-of-other-set":
    "Trang “Đợt” ghi bộ tiêu chí “{found}”, thư mục này dùng “{expected}”. Dùng đúng sổ của đợt.",
  "round-of-other-edition":
    "Trang “Đợt” ghi lần ban hành {found}, bộ tiêu chí của thư mục là lần {expected}. Dùng đúng sổ của đợt.",
  "answer-on-statistic":
    "Mục {item} lấy số liệu do cơ quan khác cung cấp, đơn vị không tự chấm. Xóa ở phiếu; số liệu ghi ở trang “Số liệu” trong sổ của đợt.",
  "answer-with-neither":
    "Mục {item} chưa có số liệu và không đề nghị “Không áp dụng”. Ghi số liệu ở các dòng bên dưới của mục, hoặc chọn “Không áp dụng” ở cột “Số liệu”; không tự chấm mục này thì xóa những gì đã ghi.",
  "not-submitted":
    "Chưa ghi ngày nộp phiếu của “{unit}”, nên không biết có đúng hạn không. Ghi ở cột “Ngày nộp” của trang “Đơn vị”.",
  "late-submission":
    "Báo cáo gửi ngày {@found}, hạn cuối là ngày {@expected}: chậm {#days} ngày. Bộ tiêu chí quy định trừ điểm thì điểm trừ được tính tự động; đơn vị được gia hạn thì ghi ở trang “Gia hạn”.",
  "entry-by-unit":
    "Mục {item}: đơn vị chỉ được giải trình, không được “{found}”. Sửa cột “Người quyết định” hoặc cột “Ý kiến”.",
  "explanation-by-council":
    "Mục {item}: giải trình là của đơn vị, nhưng người ghi là “{found}”. Ghi “đơn vị” ở cột “Người quyết định”, hoặc sửa cột “Ý kiến”.",
  "explanation-at-wrong-stage":
    "Mục {item}: giải trình thuộc “lần 1”, không thuộc “{found}”. Sửa cột “Lần thẩm định”.",
  "unit-without-council":
    "“{unit}” chưa thuộc Hội đồng nào, nên không ai được ghi ý kiến. Ghi ở cột “Hội đồng” của trang “Đơn vị”.",
  "role-without-right":
    "“{found}” không quyết định ở “{expected}”. Sửa cột “Người quyết định”, hoặc ghi thêm “{expected}” vào cột “Quyết định ở” của trang “Hội đồng”.",
  "role-beyond-scope":
    "“{found}” chỉ được xem xét {expected}, không xem xét mục {item}. Sửa cột “Người quyết định”, hoặc cột “Chỉ xem xét mục” của trang “Hội đồng”.",
  "item-without-role":
    "{stage}: không vai trò nào của Hội đồng được xem xét {found}. Bổ sung ở cột “Chỉ xem xét mục” của trang “Hội đồng”.",
  "entry-value-missing":
    "Mục {item}: điều chỉnh thì phải ghi cột “Số liệu”, “Điểm” hoặc “Phiếu (vai trò: điểm)”. Ghi một trong ba.",
  "votes-missing":
    "Mục {item}: chưa có phiếu chấm điểm nào. Ghi ở cột “Phiếu (vai trò: điểm)”, hoặc bỏ trống cột “Vắng mặt”.",
  "vote-missing":
    "Mục {item}: thiếu phiếu chấm điểm của {found}. Ghi phiếu; vắng mặt thì ghi ở cột “Vắng mặt”.",
  "reason-missing": "Mục {item}: ý kiến làm thay đổi kết quả phải có lý do. Ghi ở cột “Lý do”.",
  "relative-by-points":
    "Mục {item} chấm so với các đơn vị khác, chỉ điều chỉnh bằng số liệu. Ghi ở cột “Số liệu”, không ghi điểm.",
  "statistic-not-decided":
    "Mục {item} lấy số liệu do cơ quan khác cung cấp; Hội đồng không điều chỉnh ở đây ({found}). Xóa ý kiến này và sửa ở trang “Số liệu”.",
  "nothing-to-accept":
    "Mục {item}: đơn vị không đề nghị giá trị nào để công nhận. Ghi “điều chỉnh” kèm số liệu và lý do.",
  "entry-twice":
    "Mục {item} đã có ý kiến ở “{found}”{?row: (dòng {row})}. Mỗi lần thẩm định chỉ một ý kiến cho mỗi mục: giữ lại một.",
  "explanation-before-first":
    "Mục {item}: giải trình ngày {@found} trước khi có kết quả thẩm định lần 1. Kiểm tra lại ngày, cả ở trang “Quyết định”.",
  "explanation-after-second":
    "Mục {item}: giải trình ngày {@found} sau kết quả thẩm định lần 2 ngày {@expected}. Kiểm tra lại ngày; giải trình quá hạn không được tính.",
  "entry-before-earlier-stage":
    "Mục {item}: ý kiến ngày {@found} đứng trước lần thẩm định trước đó, ngày {@expected}. Kiểm tra lại ngày ở đây, của các ý kiến lần trước và ở trang “Quyết định” (Excel có thể đã đổi chỗ ngày với tháng).",
  "entry-after-closing":
    "Mục {item}: ý kiến ngày {@found} sau quyết định kết thúc lần thẩm định ngày {@expected}. Kiểm tra lại hai ngày, cả ở trang “Quyết định”; đã kết thúc thì chỉ còn được “đính chính” kèm quyết định riêng.",
  "correction-before-closing":
    "Mục {item}: đính chính ngày {@found} khi chưa có quyết định kết luận thẩm định. Ghi ý kiến vào lần đang thẩm định, hoặc bổ sung quyết định ở trang “Quyết định”.",
  "correction-without-decision":
    "Mục {item}: đính chính phải có quyết định riêng. Ghi cột “Quyết định đính chính” và “Ngày quyết định đính chính”.",
  "decision-without-correction":
    "Mục {item}: chỉ đính chính mới có quyết định riêng. Bỏ trống cột “Quyết định đính chính”, hoặc ghi “đính chính” ở cột “Lần thẩm định”.",
  "act-twice": "“{found}” của “{expected}” đã có quyết định kết thúc. Giữ lại một quyết định.",
  "act-before-earlier-act":
    "Quyết định kết thúc ngày {@found} đứng trước quyết định của lần thẩm định trước đó, ngày {@expected}. Kiểm tra lại cả hai ngày (Excel có thể đã đổi chỗ ngày với tháng).",
  "finding-unaddressed":
    "Chưa có ý kiến nào của Hội đồng xử lý kết quả kiểm tra “{found}”{?item: ở mục {item}}. Ghi mã này ở cột “Kết quả kiểm tra” của một ý kiến.",
  "statistic-missing":
    "Tiêu chí {item}: chưa có số liệu của “{unit}”, nên còn chờ kết quả. Ghi ở trang “Số liệu”.",
  "counts-missing":
    "Chưa có số phiếu “{questionnaire}” của “{unit}”. Nhập bằng lệnh import, hoặc ghi ở trang “Khảo sát”; cả nhóm không khảo sát thì ghi ở trang “Không khảo sát” kèm lý do.",
  "batch-missing":
    "Có số phiếu khảo sát mà chưa ghi “Lô phiếu đã nhập” ở trang “Đợt”. Ghi tên cho từng lần nhập, để một lần nhập không bị cộng hai lần.",
  "percent-above-hundred":
    "Tiêu chí {item}: tỷ lệ {#found} % vượt quá 100 %. Kiểm tra lại tỷ lệ; ô định dạng phần trăm thì gõ cả dấu, ví dụ 78,5%.",
  "column-missing": "Dòng tiêu đề thiếu cột “{expected}”. Ghi lại đúng tên cột.",
} as const;

const sections = {
  style: viStyle,
  terms: viTerms,
  rules: viRules,
  explanation: viExplanation,
  history: viHistory,
  gains: viGains,
  targets: viTargets,
  inspection: viInspection,
  decided: viDecided,
  intervals: viIntervals,
  difference: viDifference,
  movement: viMovement,
  outstanding: viOutstanding,
  report: viReport,
  workbook: viWorkbook,
  verification: viVerification,
  table: viTable,
  changes: viChanges,
  listing: viListing,
  command: viCommand,
  office: viOffice,
  named: viNamed,
  issues: viIssues,
  onSheets: viOnSheets,
  rows: viRows,
  form: viForm,
  sheets: viSheets,
} as const;

/** The Vietnamese texts by section and key, to the letter: whoever says one is held to the names in it. */
export type VietnameseTexts = typeof sections;

/** All Vietnamese words. */
export const viWords: Words = sections;

/** The Vietnamese words of what an app shows: results, explanations, histories, issues. Those of other entries are with them. */
export const vi: AppWords = {
  style: viStyle,
  terms: viTerms,
  rules: viRules,
  explanation: viExplanation,
  history: viHistory,
  movement: viMovement,
  outstanding: viOutstanding,
  named: viNamed,
  issues: viIssues,
};
