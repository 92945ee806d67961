/**
 * The words of every issue, as data: code, severity, Vietnamese, English. `{name}` is a fact as it stands, `{#name}` a
 * number printed in the style of the language. Each says what is wrong and how to mend it.
 */
interface Wording {
  readonly severity: "error" | "warning";
  readonly vi: string;
  readonly en: string;
}

const error = (vi: string, en: string): Wording => ({ severity: "error", vi, en });
const warning = (vi: string, en: string): Wording => ({ severity: "warning", vi, en });

// Made by a call that is marked pure, so that a bundler drops it for an app that judges no data.
export const issueWords = /* @__PURE__ */ (() => ({
  // Plain data
  "text-too-long": error(
    "Chuỗi dài {#found} ký tự, tối đa {#expected}. Rút gọn nội dung.",
    "The text has {#found} characters; at most {#expected} are read. Shorten it.",
  ),
  "text-not-unicode": error(
    "Chuỗi có ký tự Unicode hỏng (surrogate đơn lẻ). Nhập lại đoạn văn bản này.",
    "The text has a broken Unicode character (a lone surrogate). Type it again.",
  ),
  "text-not-nfc": error(
    "“{found}” không ở dạng chuẩn Unicode NFC (dựng sẵn). Lưu lại tệp với bộ gõ Unicode dựng sẵn.",
    "“{found}” is not in Unicode form NFC. Save the file with precomposed characters.",
  ),
  "text-normalised": warning(
    "“{found}” được đưa về dạng chuẩn Unicode NFC. Nên dùng Unicode dựng sẵn ngay từ nguồn.",
    "“{found}” was brought to Unicode form NFC. Use precomposed characters at the source.",
  ),
  "value-in-cycle": error(
    "Giá trị chứa chính nó. Bỏ vòng lặp.",
    "The value contains itself. Remove the cycle.",
  ),
  "nested-too-deep": error(
    "Dữ liệu lồng sâu quá {#expected} tầng. Kiểm tra lại cấu trúc.",
    "The data is nested deeper than {#expected} levels. Check its structure.",
  ),
  "not-plain-data": error(
    "Giá trị này ({found}) không phải dữ liệu JSON thuần. Chỉ dùng đối tượng, danh sách, chuỗi, số, true/false.",
    "This value ({found}) is not plain JSON data. Use only objects, lists, texts, numbers, true and false.",
  ),
  "number-not-finite": error(
    "{found} không phải là một số hữu hạn. Ghi con số thật.",
    "{found} is not a finite number. Write the real figure.",
  ),
  "too-many-values": error(
    "Dữ liệu có quá {#expected} giá trị. Tách thành nhiều tệp hoặc kiểm tra lại.",
    "The data holds more than {#expected} values. Split it, or check it.",
  ),
  "too-many-issues": error(
    "Dừng sau {expected} lỗi. Sửa các lỗi này rồi kiểm tra lại.",
    "Stopped after {expected} issues. Mend these and check again.",
  ),
  "key-not-allowed": error(
    "Không dùng được khóa “{found}”. Xóa hoặc đổi tên khóa.",
    "The key “{found}” is not allowed. Remove or rename it.",
  ),
  // Shape
  "missing-key": error("Thiếu “{expected}”. Bổ sung khóa này.", "“{expected}” is missing. Add this key."),
  "unknown-key": error(
    "Khóa “{found}” không có trong định dạng; các khóa được dùng: {expected}. Xóa hoặc sửa lại.",
    "The key “{found}” is not part of the format; known here: {expected}. Remove or correct it.",
  ),
  "misspelt-key": error(
    "Khóa “{found}” có lẽ viết sai của “{expected}”. Sửa lại tên khóa.",
    "The key “{found}” is probably a misspelling of “{expected}”. Correct it.",
  ),
  "wrong-type": error(
    "Ở đây cần {expectedVi}, nhưng gặp {found}. Sửa lại giá trị.",
    "Expected {expected} here, but found {found}. Correct the value.",
  ),
  "wrong-value": error(
    "“{found}” không phải giá trị được phép; chọn một trong: {expected}.",
    "“{found}” is not an allowed value; use one of: {expected}.",
  ),
  "out-of-range": error(
    "Giá trị {found} nằm ngoài khoảng cho phép ({expected}). Sửa lại giá trị.",
    "The value {found} is outside the allowed range ({expected}). Correct it.",
  ),
  "empty-text": error("Chuỗi để trống. Ghi nội dung.", "The text is empty. Fill it in."),
  "empty-list": error(
    "Danh sách để trống. Bổ sung ít nhất một mục.",
    "The list is empty. Add at least one entry.",
  ),
  "not-a-decimal": error(
    '“{found}” không phải số thập phân đúng cách viết (ví dụ "0.5": dấu chấm thập phân, tối đa 30 ký tự, không số mũ). Viết lại.',
    '“{found}” is not a decimal as data writes it (for example "0.5": decimal point, at most 30 characters, no exponent). Write it again.',
  ),
  "decimal-comma": error(
    "“{found}” dùng dấu phẩy thập phân; trong dữ liệu viết “{expected}”. Thay dấu phẩy bằng dấu chấm.",
    "“{found}” has a decimal comma; in data it is written “{expected}”. Replace the comma by a point.",
  ),
  "number-not-exact": error(
    'Số {found} có hơn 15 chữ số có nghĩa. Viết dưới dạng chuỗi, ví dụ "{found}".',
    'The number {found} has more than 15 significant digits. Write it as a text, for example "{found}".',
  ),
  "not-a-count": error(
    "“{found}” không phải số đếm (số nguyên từ 0). Ghi số nguyên không âm.",
    "“{found}” is not a count (an integer from 0). Write a whole number, 0 or more.",
  ),
  "not-a-date": error(
    "“{found}” không phải ngày có thật dạng năm-tháng-ngày (ví dụ 2026-12-22). Viết lại ngày.",
    "“{found}” is not a real day written year-month-day (for example 2026-12-22). Write it again.",
  ),
  "not-an-id": error(
    "“{found}” không dùng làm mã được (chữ thường không dấu, số, các dấu . - _ / ; tối đa 100 ký tự). Đặt lại mã.",
    "“{found}” cannot be an id (lower-case ASCII letters, digits and . - _ / ; at most 100 characters). Choose another.",
  ),
  // Inspection plans and targets
  "plan-id-form": error(
    "Mã kế hoạch “{found}” không theo đường dẫn của tệp. Đặt mã dạng “{expected}”.",
    "The plan's id “{found}” is not the path of its file. Give it the form “{expected}”.",
  ),
  "plan-window-reversed": error(
    "Ngày kết thúc {found} đứng trước ngày bắt đầu {expected}. Kiểm tra lại hai ngày.",
    "The last day {found} comes before the first day {expected}. Check both days.",
  ),
  "plan-duplicate": error(
    "“{found}” được ghi hai lần trong danh sách. Giữ lại một lần.",
    "“{found}” stands twice in the list. Keep one of them.",
  ),
  "plan-mode-unused": error(
    "Kế hoạch quy định về hình thức “{found}” nhưng các hình thức được phép chỉ có: {expected}. Bổ sung hình thức hoặc bỏ quy định.",
    "The plan rules on “{found}” visits, but allows only: {expected}. Add the mode, or remove the rule.",
  ),
  "plan-holidays-missing": warning(
    "Kế hoạch tính theo ngày làm việc nhưng không có danh sách ngày nghỉ lễ; chỉ trừ thứ Bảy và Chủ nhật. Bổ sung “holidays” (để trống nếu không có ngày nào).",
    "The plan counts in working days and lists no public holidays, so only Saturdays and Sundays are left out. Add “holidays” (empty if there is none).",
  ),
  // Inspection visits
  "visit-duplicate": error(
    "Mã cuộc kiểm tra “{found}” đã dùng cho một cuộc trước. Đặt mã khác hoặc xóa dòng trùng.",
    "The visit id “{found}” was used before. Choose another, or remove the repeated visit.",
  ),
  "visit-dates-reversed": error(
    "Cuộc kiểm tra kết thúc ngày {found}, trước ngày bắt đầu {expected}. Kiểm tra lại hai ngày.",
    "The visit ends on {found}, before its first day {expected}. Check both days.",
  ),
  "visit-outside-window": error(
    "Cuộc kiểm tra ngày {found} nằm ngoài thời gian của kế hoạch ({expected}), nên không được tính. Kiểm tra lại ngày hoặc bổ sung kế hoạch.",
    "The visit on {found} lies outside the plan's window ({expected}) and does not count. Check the date, or extend the plan.",
  ),
  "visit-team-missing": error(
    "Cuộc kiểm tra không ghi đoàn kiểm tra. Ghi một trong các đoàn của kế hoạch: {expected}.",
    "The visit names no team. Name one of the plan's teams: {expected}.",
  ),
  "visit-team-unknown": error(
    "Kế hoạch không có đoàn kiểm tra “{found}”; các đoàn: {expected}. Sửa lại mã đoàn.",
    "The plan has no team “{found}”; its teams are: {expected}. Correct the team.",
  ),
  "visit-mode-not-allowed": error(
    "Kế hoạch không cho phép hình thức kiểm tra “{found}”; các hình thức được phép: {expected}. Sửa lại hình thức.",
    "The plan does not allow a visit in the mode “{found}”; it allows: {expected}. Correct the mode.",
  ),
  "visit-self-not-planned": error(
    "Kế hoạch không giao tự kiểm tra cho loại đơn vị “{found}” (được giao: {expected}). Sửa lại hoặc bỏ dòng này.",
    "The plan asks for no self-inspection of the kind of unit “{found}” (it asks: {expected}). Correct or remove the visit.",
  ),
  "visit-notice-missing": warning(
    "Chưa ghi ngày thông báo; kế hoạch yêu cầu báo trước ít nhất {#expected} ngày làm việc. Ghi ngày thông báo.",
    "No day of notice is given; the plan asks for at least {#expected} working days' notice. Write down the day.",
  ),
  "visit-notice-too-short": warning(
    "Báo trước {#found} ngày làm việc, kế hoạch yêu cầu ít nhất {#expected}. Kiểm tra lại ngày thông báo; nếu đúng, nêu lý do trong hồ sơ.",
    "Notice of {#found} working days was given; the plan asks for at least {#expected}. Check the day of notice; if it is right, put the reason on file.",
  ),
  "visit-notice-given": warning(
    "Kiểm tra đột xuất nhưng có ngày thông báo {found}. Bỏ ngày thông báo hoặc sửa lại hình thức.",
    "An unannounced visit has a day of notice, {found}. Remove it, or correct the mode.",
  ),
  "visit-decision-missing": error(
    "Chưa ghi người quyết định cuộc kiểm tra, nên không được tính; kế hoạch giao cho: {expected}. Bổ sung “decidedBy”.",
    "Nobody is named who decided the visit, so it does not count; the plan leaves it to: {expected}. Add “decidedBy”.",
  ),
  "visit-decision-wrong": error(
    "Cuộc kiểm tra do “{found}” quyết định, kế hoạch giao cho: {expected}; không được tính. Kiểm tra lại người quyết định.",
    "The visit was decided by “{found}”, the plan leaves it to: {expected}; it does not count. Check who decided.",
  ),
  "visit-proposal-missing": warning(
    "Chưa ghi nơi đề xuất cuộc kiểm tra; kế hoạch giao cho: {expected}. Bổ sung “proposedBy”.",
    "Nobody is named who proposed the visit; the plan leaves it to: {expected}. Add “proposedBy”.",
  ),
  "visit-proposal-wrong": warning(
    "Cuộc kiểm tra do “{found}” đề xuất, kế hoạch giao cho: {expected}. Kiểm tra lại nơi đề xuất.",
    "The visit was proposed by “{found}”, the plan leaves it to: {expected}. Check who proposed it.",
  ),
  "visit-reason-missing": warning(
    "Kiểm tra đột xuất chưa ghi lý do; các lý do trong kế hoạch: {expected}. Bổ sung “reason”.",
    "The unannounced visit gives no reason; the plan's reasons are: {expected}. Add “reason”.",
  ),
  "visit-reason-unknown": warning(
    "Lý do “{found}” không có trong kế hoạch (các lý do: {expected}). Sửa lại lý do.",
    "The reason “{found}” is not one of the plan's ({expected}). Correct it.",
  ),
  "visit-conclusion-missing": warning(
    "Chưa có kết luận kiểm tra của cuộc kiểm tra kết thúc ngày {found}. Ban hành kết luận, ghi số và ngày.",
    "The visit that ended on {found} has no conclusion. Issue it and write down its number and day.",
  ),
  "visit-conclusion-overdue": warning(
    "Chưa có kết luận kiểm tra, hạn là ngày {expected}. Ban hành kết luận, ghi số và ngày.",
    "The conclusion is missing; it was due by {expected}. Issue it and write down its number and day.",
  ),
  "visit-conclusion-late": warning(
    "Kết luận kiểm tra ngày {found}, hạn là ngày {expected}: chậm {#days} ngày. Nêu lý do trong hồ sơ.",
    "The conclusion is of {found}, due by {expected}: {#days} days late. Put the reason on file.",
  ),
  "visit-conclusion-early": warning(
    "Kết luận kiểm tra ngày {found}, trước khi cuộc kiểm tra kết thúc ngày {expected}. Kiểm tra lại ngày.",
    "The conclusion is of {found}, before the visit ended on {expected}. Check the days.",
  ),
  "visit-conclusion-issuer": warning(
    "Kết luận kiểm tra do “{found}” ban hành, kế hoạch giao cho: {expected}. Kiểm tra lại người ban hành.",
    "The conclusion was issued by “{found}”, the plan leaves it to: {expected}. Check who issued it.",
  ),
  "visit-unit-unknown": error(
    "Đơn vị “{found}” không có trong danh sách đơn vị, nên cuộc kiểm tra không được tính. Sửa lại mã đơn vị.",
    "The unit “{found}” is not in the register of units, so the visit does not count. Correct the unit's id.",
  ),
  "visit-unit-differs": error(
    "Cuộc kiểm tra ghi “{found}”, danh sách đơn vị ghi “{expected}”. Sửa cho khớp với danh sách.",
    "The visit says “{found}”, the register of units says “{expected}”. Bring the visit into line with the register.",
  ),
  "visit-parent-missing": warning(
    "Chưa ghi đơn vị cấp trên của “{found}”, nên cuộc kiểm tra không được tính cho yêu cầu “{expected}”. Bổ sung “parent”.",
    "The unit “{found}” has no parent unit, so the visit does not count for “{expected}”. Add “parent”.",
  ),
  "visit-finding-unknown": warning(
    "Phát hiện “{found}” không có trong đợt đánh giá. Bổ sung phát hiện hoặc sửa lại mã.",
    "The finding “{found}” is not in the round. Add it there, or correct the id.",
  ),
  "visit-finding-other-unit": warning(
    "Phát hiện “{found}” thuộc đơn vị khác ({expected}). Sửa lại mã phát hiện.",
    "The finding “{found}” is about another unit ({expected}). Correct the id.",
  ),
  // Results of targets
  "result-target-unknown": error(
    "Không có chỉ tiêu “{found}”; các chỉ tiêu: {expected}. Sửa lại mã chỉ tiêu.",
    "There is no target “{found}”; the targets are: {expected}. Correct the target.",
  ),
  "result-duplicate": error(
    "Kết quả của chỉ tiêu “{found}” được ghi hai lần. Giữ lại một kết quả.",
    "The result of the target “{found}” is given twice. Keep one of them.",
  ),
  "result-unit-missing": error(
    "Chỉ tiêu “{found}” tính cho từng đơn vị nhưng kết quả không ghi đơn vị. Bổ sung “unit”.",
    "The target “{found}” is judged for each unit, but the result names none. Add “unit”.",
  ),
  "result-above-whole": error(
    "Tử số {#found} lớn hơn mẫu số {#expected}. Kiểm tra lại hai số đếm.",
    "The numerator {#found} is above the denominator {#expected}. Check both counts.",
  ),
  "result-date-outside": warning(
    "Ngày {found} nằm ngoài thời gian của chỉ tiêu ({expected}), nên không được tính. Kiểm tra lại ngày.",
    "The day {found} lies outside the period of the target ({expected}) and does not count. Check it.",
  ),
  // Rounds: the frame, units, councils
  "round-of-other-set": error(
    "Đợt đánh giá ghi bộ tiêu chí “{found}”, nhưng đang đọc theo bộ “{expected}”. Chọn đúng bộ tiêu chí hoặc sửa lại mã.",
    "The round is of the criteria set “{found}”, but is read with “{expected}”. Take the right set, or correct the id.",
  ),
  "round-of-other-edition": error(
    "Đợt đánh giá ghi lần ban hành {found} của bộ tiêu chí, nhưng đang đọc theo lần {expected}. Chọn đúng lần ban hành.",
    "The round is of edition {found} of the criteria set, but is read with edition {expected}. Take the right edition.",
  ),
  "listed-twice": error(
    "“{found}” được ghi hai lần trong cùng danh sách. Giữ lại một lần.",
    "“{found}” stands twice in the same list. Keep one of them.",
  ),
  "unit-twice": error(
    "Đơn vị “{found}” được khai hai lần. Giữ lại một lần.",
    "The unit “{found}” is listed twice. Keep one of them.",
  ),
  "unknown-unit": error(
    "Không có đơn vị “{found}” trong đợt đánh giá (có phải: {expected}?). Sửa lại mã hoặc khai thêm đơn vị.",
    "The round has no unit “{found}” (perhaps: {expected}?). Correct the id, or add the unit.",
  ),
  "unknown-group": error(
    "Bộ tiêu chí không có nhóm đơn vị “{found}” (có phải: {expected}?). Sửa lại mã nhóm.",
    "The criteria set has no group of units “{found}” (perhaps: {expected}?). Correct the group.",
  ),
  "unknown-kind": error(
    "Bộ tiêu chí không có loại đơn vị “{found}” (có phải: {expected}?). Sửa lại mã loại.",
    "The criteria set has no kind of unit “{found}” (perhaps: {expected}?). Correct the kind.",
  ),
  "unit-replaces-itself": error(
    "Đơn vị “{found}” ghi thay thế chính nó. Ghi mã đơn vị cũ hoặc bỏ dòng này.",
    "The unit “{found}” is said to replace itself. Name the former unit, or remove the line.",
  ),
  "council-twice": error(
    "Hội đồng “{found}” được khai hai lần. Giữ lại một lần hoặc đặt mã khác.",
    "The council “{found}” is listed twice. Keep one of them, or choose another id.",
  ),
  "role-reserved": error(
    "Mã vai trò “unit” dành cho đơn vị được đánh giá. Đặt mã khác cho vai trò trong Hội đồng.",
    "The role id “unit” belongs to the assessed unit. Give the council's role another id.",
  ),
  "unit-with-two-councils": error(
    "Đơn vị “{found}” đã thuộc Hội đồng “{expected}”; mỗi đơn vị chỉ do một Hội đồng thẩm định. Bỏ khỏi một trong hai.",
    "The unit “{found}” already belongs to the council “{expected}”; a unit has one council. Remove it from one of them.",
  ),
  // Answers
  "unknown-item": error(
    "Bộ tiêu chí không có mục “{found}” (có phải: {expected}?). Sửa lại mã mục.",
    "The criteria set has no item “{found}” (perhaps: {expected}?). Correct the item.",
  ),
  "item-not-a-leaf": error(
    "Mục {item} không chấm điểm trực tiếp; điểm nằm ở các mục con ({expected}). Ghi theo từng mục con.",
    "Item {item} is not scored itself; its points stand in the items below it ({expected}). Give each of these.",
  ),
  "self-assessment-twice": error(
    "Đơn vị “{found}” có hai báo cáo tự chấm. Giữ lại một báo cáo.",
    "The unit “{found}” has two self-assessments. Keep one of them.",
  ),
  "answer-twice": error(
    "Mục {item} được tự chấm hai lần. Giữ lại một câu trả lời.",
    "Item {item} is answered twice. Keep one answer.",
  ),
  "answer-on-survey-item": error(
    "Mục {item} chấm bằng điều tra xã hội học, đơn vị không tự chấm. Xóa câu trả lời này.",
    "Item {item} is scored by the survey; the unit does not score it. Remove this answer.",
  ),
  "answer-on-statistic": error(
    "Mục {item} lấy số liệu của bên thứ ba, đơn vị không tự chấm. Xóa câu trả lời; số liệu ghi ở “statistics”.",
    "Item {item} takes a figure from a third party; the unit does not score it. Remove this answer; figures go to “statistics”.",
  ),
  "answer-on-appraiser-item": error(
    "Mục {item} do cơ quan thẩm định chấm, đơn vị không tự chấm. Xóa câu trả lời này.",
    "Item {item} is scored by the appraiser alone; the unit does not score it. Remove this answer.",
  ),
  "answer-on-line": error(
    "Mục {item} là điểm thưởng hoặc điểm phạt, chỉ Hội đồng quyết định. Xóa câu trả lời này.",
    "Item {item} is a bonus or penalty, which the council alone decides. Remove this answer.",
  ),
  "answer-on-exempt-item": warning(
    "Mục {item} không áp dụng cho loại đơn vị này theo quy định của bộ tiêu chí; câu trả lời không được tính. Nên xóa.",
    "The set's register exempts this kind of unit from item {item}; the answer does not count. Better remove it.",
  ),
  "answer-with-both": error(
    "Mục {item} vừa khai số liệu vừa đề nghị không áp dụng. Chỉ giữ lại một.",
    "Item {item} has facts and also claims not to apply. Keep one of the two.",
  ),
  "answer-with-neither": error(
    "Mục {item} không có số liệu và không đề nghị “không áp dụng”. Ghi “facts” hoặc “notApplicable”, hoặc xóa câu trả lời.",
    "Item {item} has neither facts nor a claim that it does not apply. Give “facts” or “notApplicable”, or remove the answer.",
  ),
  "not-applicable-not-allowed": error(
    "Mục {item} luôn áp dụng; bộ tiêu chí không cho phép “không áp dụng”. Trả lời theo số liệu.",
    "Item {item} always applies; the set does not allow “not applicable” here. Answer it with facts.",
  ),
  "evidence-missing": warning(
    "Mục {item} chưa có tài liệu kiểm chứng; coi như chưa trả lời, trừ khi Hội đồng quyết định. Bổ sung tài liệu (số, cơ quan ban hành, ngày).",
    "Item {item} has no evidence; it counts as unanswered unless the council decides it. Add a document (number, issuer, date).",
  ),
  "evidence-or-explanation-missing": warning(
    "Mục {item} chưa có tài liệu kiểm chứng và chưa giải trình; coi như chưa trả lời, trừ khi Hội đồng quyết định. Bổ sung một trong hai.",
    "Item {item} has neither evidence nor an explanation; it counts as unanswered unless the council decides it. Add one of them.",
  ),
  "stated-points-differ": warning(
    "Mục {item}: đơn vị ghi {#found} điểm, số liệu cho {#expected} điểm. Kiểm tra lại số liệu hoặc điểm đã ghi; điểm tính theo số liệu.",
    "Item {item}: the unit wrote {#found} points, its facts give {#expected}. Check the facts or the points; the facts count.",
  ),
  "full-claim-against-finding": warning(
    "Mục {item} tự chấm điểm tối đa, nhưng kết quả kiểm tra “{found}” chưa khắc phục đến ngày {expected}. Hội đồng cần xem xét.",
    "Item {item} claims full points, but the finding “{found}” was not put right by {expected}. The council should look at it.",
  ),
  "approved-after-submission": warning(
    "Báo cáo gửi ngày {expected} nhưng thủ trưởng phê duyệt ngày {found}. Kiểm tra lại hai ngày.",
    "The report was sent on {expected} but approved by the head on {found}. Check both days.",
  ),
  "evidence-after-submission": warning(
    "Tài liệu kiểm chứng của mục {item} ghi ngày {found}, sau ngày gửi báo cáo {expected}. Kiểm tra lại ngày của tài liệu.",
    "The evidence for item {item} is dated {found}, after the report was sent on {expected}. Check the day of the document.",
  ),
  "not-submitted": warning(
    "Báo cáo tự chấm của đơn vị “{unit}” chưa ghi ngày gửi, nên không biết có đúng hạn không. Ghi “submitted”.",
    "The self-assessment of “{unit}” has no day of submission, so nobody can tell whether it was in time. Add “submitted”.",
  ),
  "late-submission": warning(
    "Báo cáo gửi ngày {found}, hạn cuối là ngày {expected}: muộn {#days} ngày. Xử lý theo quy định của bộ tiêu chí, hoặc ghi gia hạn kèm lý do.",
    "The report was sent on {found}, due by {expected}: {#days} days late. The set's rule on lateness applies, unless an extension is recorded with its reason.",
  ),
  // The ledger
  "entry-by-unit": error(
    "Mục {item}: đơn vị chỉ được giải trình (“explain”), không được “{found}”. Sửa lại người ghi hoặc loại ý kiến.",
    "Item {item}: the unit may only explain, not “{found}”. Correct who made the entry, or its kind.",
  ),
  "explanation-by-council": error(
    "Mục {item}: giải trình là của đơn vị, nhưng người ghi là “{found}”. Ghi “by”: “unit” hoặc đổi loại ý kiến.",
    "Item {item}: an explanation is the unit's, but “{found}” made it. Write “by”: “unit”, or change the kind.",
  ),
  "explanation-at-wrong-stage": error(
    "Mục {item}: giải trình thuộc vòng thẩm định lần đầu (“first”), không phải “{found}”. Sửa lại vòng.",
    "Item {item}: an explanation answers the first appraisal and carries the stage “first”, not “{found}”. Correct the stage.",
  ),
  "unit-without-council": error(
    "Đơn vị “{unit}” chưa thuộc Hội đồng nào, nên không ai được ghi ý kiến. Bổ sung đơn vị vào một Hội đồng.",
    "The unit “{unit}” belongs to no council, so nobody may decide on it. Add the unit to a council.",
  ),
  "unknown-role": error(
    "Hội đồng của đơn vị không có vai trò “{found}” (có phải: {expected}?). Sửa lại vai trò.",
    "The unit's council has no role “{found}” (perhaps: {expected}?). Correct the role.",
  ),
  "role-without-right": error(
    "Vai trò “{found}” không có quyền ghi ý kiến ở vòng “{expected}”. Sửa lại người ghi, hoặc giao quyền ở “decides”.",
    "The role “{found}” has no right to decide at the stage “{expected}”. Correct the role, or give it the right in “decides”.",
  ),
  "entry-value-missing": error(
    "Mục {item}: điều chỉnh phải ghi số liệu (“facts”) hoặc điểm (“points”). Bổ sung một trong hai.",
    "Item {item}: an adjustment needs facts or points. Give one of the two.",
  ),
  "entry-value-twice": error(
    "Mục {item}: ghi nhiều giá trị cùng lúc ({found}). Chỉ giữ lại một.",
    "Item {item}: several values are given at once ({found}). Keep one.",
  ),
  "reason-missing": error(
    "Mục {item}: ý kiến làm thay đổi kết quả phải có lý do. Bổ sung “reason”.",
    "Item {item}: an entry that changes something needs its reason. Add “reason”.",
  ),
  "relative-by-points": error(
    "Mục {item} chấm so với các đơn vị khác, chỉ điều chỉnh bằng số liệu. Ghi “facts” thay cho “points”.",
    "Item {item} depends on the other units and is adjusted by facts alone. Give “facts” instead of “points”.",
  ),
  "survey-item-not-decided": error(
    "Mục {item} chấm bằng điều tra xã hội học; Hội đồng không quyết định ở đây ({found}). Xóa ý kiến này; sai sót sửa ở kết quả khảo sát.",
    "Item {item} is scored by the survey; the council does not decide it ({found}). Remove this entry; mistakes are mended in the tallies.",
  ),
  "statistic-not-decided": error(
    "Mục {item} lấy số liệu của bên thứ ba; Hội đồng không điều chỉnh ở đây ({found}). Xóa ý kiến này và sửa số liệu ở “statistics”.",
    "Item {item} takes a third party's figure; the council does not change it here ({found}). Remove this entry and correct the figure in “statistics”.",
  ),
  "line-only-adjusted": error(
    "Mục {item} là điểm thưởng hoặc điểm phạt, chỉ được điều chỉnh hoặc giữ nguyên, không được “{found}”. Sửa lại loại ý kiến.",
    "Item {item} is a bonus or penalty: the council adjusts or upholds it, and no “{found}”. Correct the kind of the entry.",
  ),
  "nothing-to-accept": error(
    "Mục {item}: đơn vị không đề nghị giá trị nào để công nhận. Điều chỉnh (“adjust”) kèm lý do thay cho “accept”.",
    "Item {item}: the unit claims nothing that could be accepted. Use “adjust” with its reason instead of “accept”.",
  ),
  "entry-twice": error(
    "Mục {item} đã có ý kiến ở vòng “{found}”. Mỗi vòng chỉ một ý kiến cho mỗi mục: giữ lại một.",
    "Item {item} already has an entry at the stage “{found}”. A stage decides an item once: keep one.",
  ),
  "explanation-twice": error(
    "Mục {item} đã được giải trình. Mỗi mục chỉ giải trình một lần: gộp lại hoặc bỏ bớt.",
    "Item {item} was explained before. There is one explanation for each item: join them, or remove one.",
  ),
  "explanation-before-first": error(
    "Mục {item}: giải trình ngày {found} trước khi có kết quả thẩm định lần đầu. Kiểm tra lại ngày.",
    "Item {item}: the explanation of {found} comes before the first appraisal. Check the day.",
  ),
  "explanation-after-second": error(
    "Mục {item}: giải trình ngày {found} sau kết quả thẩm định lần hai ngày {expected}. Kiểm tra lại ngày; giải trình muộn không được tính.",
    "Item {item}: the explanation of {found} comes after the second appraisal of {expected}. Check the day; a later explanation does not count.",
  ),
  "entry-before-earlier-stage": error(
    "Mục {item}: ý kiến ngày {found} đứng trước vòng thẩm định trước đó, ngày {expected}. Kiểm tra lại ngày hoặc vòng.",
    "Item {item}: the entry of {found} comes before an earlier stage, of {expected}. Check the day or the stage.",
  ),
  "entry-before-submission": warning(
    "Mục {item}: ý kiến ngày {found} trước khi đơn vị gửi báo cáo ngày {expected}. Kiểm tra lại hai ngày.",
    "Item {item}: the entry of {found} comes before the report was sent on {expected}. Check both days.",
  ),
  "entry-after-closing": error(
    "Mục {item}: ý kiến ngày {found} sau quyết định kết thúc vòng ngày {expected}. Chỉ còn được đính chính (“correction”) kèm quyết định.",
    "Item {item}: the entry of {found} comes after its stage was closed on {expected}. Only a “correction” with its own decision may follow.",
  ),
  "correction-before-closing": error(
    "Mục {item}: đính chính ngày {found} khi chưa có quyết định công nhận kết quả cuối cùng. Ghi ý kiến vào vòng đang mở, hoặc bổ sung quyết định.",
    "Item {item}: a correction of {found} stands before the act that closes the final stage. Make it an entry of the open stage, or add the act.",
  ),
  "correction-without-decision": error(
    "Mục {item}: đính chính phải ghi quyết định riêng (số, ngày). Bổ sung “decision”.",
    "Item {item}: a correction names its own decision (number, date). Add “decision”.",
  ),
  "decision-without-correction": error(
    "Mục {item}: chỉ đính chính mới ghi quyết định riêng. Bỏ “decision” hoặc đổi vòng thành “correction”.",
    "Item {item}: only a correction names a decision of its own. Remove “decision”, or make the stage “correction”.",
  ),
  "unknown-finding": error(
    "Không có kết quả kiểm tra “{found}” trong đợt đánh giá (có phải: {expected}?). Sửa lại mã.",
    "The round has no finding “{found}” (perhaps: {expected}?). Correct the id.",
  ),
  "finding-of-other": error(
    "Kết quả kiểm tra “{found}” thuộc đơn vị hoặc mục khác ({expected}). Sửa lại mã.",
    "The finding “{found}” is about another unit or item ({expected}). Correct the id.",
  ),
  // Closing acts and findings
  "unknown-council": error(
    "Không có Hội đồng “{found}” trong đợt đánh giá (có phải: {expected}?). Sửa lại mã.",
    "The round has no council “{found}” (perhaps: {expected}?). Correct the id.",
  ),
  "act-twice": error(
    "Vòng “{found}” của Hội đồng “{expected}” đã có quyết định kết thúc. Giữ lại một quyết định.",
    "The stage “{found}” of the council “{expected}” is closed twice. Keep one act.",
  ),
  "act-before-earlier-act": error(
    "Quyết định kết thúc vòng ngày {found} đứng trước quyết định của vòng trước đó, ngày {expected}. Kiểm tra lại ngày.",
    "The act of {found} comes before the act of an earlier stage, of {expected}. Check the days.",
  ),
  "closed-over-return": error(
    "Mục {item} đang trả lại để giải trình nhưng vòng đã kết thúc theo quyết định {found} ngày {expected}. Hội đồng cần quyết định mục này trước khi kết thúc.",
    "Item {item} was returned and is still open, but the act {found} of {expected} closes over it. The council must decide the item first.",
  ),
  "finding-twice": error(
    "Mã kết quả kiểm tra “{found}” được dùng hai lần. Đặt mã khác hoặc bỏ dòng trùng.",
    "The finding id “{found}” is used twice. Choose another, or remove the repeated one.",
  ),
  "finding-remedied-before-found": error(
    "Ngày khắc phục {found} đứng trước ngày phát hiện {expected}. Kiểm tra lại hai ngày.",
    "It was put right on {found}, before it was found on {expected}. Check both days.",
  ),
  "finding-unaddressed": warning(
    "Chưa có ý kiến nào của Hội đồng xử lý kết quả kiểm tra “{found}” ở mục {item}. Dẫn mã này trong “findings” của một ý kiến.",
    "No entry of the council addresses the finding “{found}” on item {item}. Cite its id in the “findings” of an entry.",
  ),
  "finding-blocks-closing": error(
    "Vòng thẩm định kết thúc ngày {expected} khi kết quả kiểm tra “{found}” ở mục {item} chưa được xử lý. Hội đồng cần có ý kiến dẫn mã này trước khi kết thúc.",
    "The stage was closed on {expected} while no entry addresses the finding “{found}” on item {item}. The council must address it first.",
  ),
  // Survey counts
  "batch-twice": error(
    "Đợt nhập phiếu “{found}” được ghi hai lần, số phiếu có thể bị tính trùng. Kiểm tra và tổng hợp lại.",
    "The batch “{found}” is listed twice, so forms may be counted twice. Check it and count again.",
  ),
  "counts-twice": error(
    "Kết quả phiếu “{found}” của đơn vị “{unit}” được ghi hai lần. Cộng gộp hoặc bỏ một.",
    "The counts of “{found}” for the unit “{unit}” stand twice. Merge them, or remove one.",
  ),
  "unknown-questionnaire": error(
    "Bộ tiêu chí không có mẫu phiếu “{found}” (có phải: {expected}?). Sửa lại mã.",
    "The criteria set has no questionnaire “{found}” (perhaps: {expected}?). Correct the id.",
  ),
  "questionnaire-of-other-group": error(
    "Phiếu “{found}” không đánh giá nhóm đơn vị “{expected}”. Kiểm tra lại phiếu hoặc nhóm của đơn vị.",
    "The questionnaire “{found}” does not judge units of the group “{expected}”. Check the questionnaire, or the unit's group.",
  ),
  "unknown-question": error(
    "Mẫu phiếu không có câu hỏi “{found}” (có phải: {expected}?). Sửa lại mã.",
    "The questionnaire has no question “{found}” (perhaps: {expected}?). Correct the id.",
  ),
  "unknown-answer-option": error(
    "Thang trả lời của câu hỏi không có phương án “{found}” (có phải: {expected}?). Sửa lại mã.",
    "The question's scale has no option “{found}” (perhaps: {expected}?). Correct the id.",
  ),
  "more-answers-than-forms": error(
    "Câu hỏi có {#found} lượt trả lời, nhiều hơn {#expected} phiếu hợp lệ. Kiểm tra lại số đếm.",
    "The question has {#found} answers, more than the {#expected} valid forms. Check the counts.",
  ),
  "fewer-answers-than-forms": error(
    "Có {#expected} phiếu hợp lệ nhưng chỉ {#found} lượt trả lời; mỗi phiếu hợp lệ có ít nhất một câu trả lời. Kiểm tra lại số đếm.",
    "There are {#expected} valid forms but only {#found} answers; a valid form answers at least one question. Check the counts.",
  ),
  "survey-held-after-all": error(
    "Nhóm “{found}” được ghi là không khảo sát, nhưng đã có kết quả phiếu. Bỏ một trong hai.",
    "The group “{found}” is said not to have been surveyed, but there are tallies of it. Remove one of the two.",
  ),
  // Statistics, targets, extensions
  "not-a-statistic": error(
    "Mục {item} không lấy số liệu của bên thứ ba. Ghi vào báo cáo tự chấm hoặc ý kiến của Hội đồng.",
    "Item {item} does not take a third party's figure. Give it in the self-assessment or the ledger.",
  ),
  "statistic-twice": error(
    "Số liệu của mục {item} cho đơn vị “{unit}” được ghi hai lần. Giữ lại một.",
    "The figure of item {item} for the unit “{unit}” stands twice. Keep one.",
  ),
  "target-without-relative": error(
    "Mục {item} không chấm so với chỉ tiêu, nên không có chỉ tiêu. Bỏ dòng này.",
    "Item {item} is not scored against targets of the units. Remove this target.",
  ),
  "target-twice": error(
    "Chỉ tiêu của mục {item} cho đơn vị “{unit}” được ghi hai lần. Giữ lại một.",
    "The target of item {item} for the unit “{unit}” stands twice. Keep one.",
  ),
  "target-zero": error(
    "Chỉ tiêu của mục {item} bằng 0. Chỉ tiêu phải lớn hơn 0; đơn vị không có chỉ tiêu thì bỏ dòng này.",
    "The target of item {item} is 0. A target is above 0; for a unit without one, remove the line.",
  ),
  "unknown-deadline": error(
    "Lịch của bộ tiêu chí không có thời hạn “{found}” (có phải: {expected}?). Sửa lại mã.",
    "The set's calendar has no deadline “{found}” (perhaps: {expected}?). Correct the id.",
  ),
  "extension-twice": error(
    "Thời hạn “{found}” của đơn vị “{unit}” được gia hạn hai lần. Giữ lại một.",
    "The deadline “{found}” of the unit “{unit}” is extended twice. Keep one.",
  ),
  "extension-not-later": error(
    "Gia hạn đến ngày {found} không muộn hơn thời hạn chung ({expected}). Kiểm tra lại ngày.",
    "The extension to {found} is not later than the common deadline ({expected}). Check the day.",
  ),
  // Rules: the rule of a leaf
  "option-id-repeated": error(
    "Mã “{found}” đã dùng ở dòng {first} của danh sách. Đặt mã khác.",
    "The id “{found}” was used in row {first} of the list. Choose another.",
  ),
  "option-title-repeated": warning(
    "Nội dung “{found}” trùng với dòng {first} của danh sách. Đối chiếu lại với phụ lục.",
    "The words “{found}” repeat row {first} of the list. Compare with the annex.",
  ),
  "option-above-maximum": error(
    "“{title}” ghi {#found} điểm, cao hơn mức cho phép {#expected} điểm của mục. Sửa số điểm hoặc điểm tối đa.",
    "“{title}” is worth {#found} points, more than the {#expected} that the item allows. Correct the points or the maximum.",
  ),
  "options-below-maximum": error(
    "Phương án cao nhất chỉ được {#found} điểm, điểm tối đa của mục là {#expected}. Sửa điểm phương án hoặc điểm tối đa.",
    "The best option gives {#found} points only, the maximum of the item is {#expected}. Correct the points or the maximum.",
  ),
  "choice-without-alternative": warning(
    "Chỉ có một phương án nên câu trả lời nào cũng như nhau. Bổ sung các phương án còn lại.",
    "There is one option only, so every answer is the same. Add the other options.",
  ),
  "parts-below-maximum": error(
    "Các nội dung cộng lại được {#found} điểm, thấp hơn điểm tối đa {#expected}. Sửa điểm các nội dung hoặc điểm tối đa.",
    "The parts add up to {#found} points, less than the maximum of {#expected}. Correct the points or the maximum.",
  ),
  "parts-above-maximum": warning(
    'Các nội dung cộng lại được {#found} điểm, cao hơn điểm tối đa {#expected} nên bị giới hạn. Sửa lại, hoặc ghi "cap": true nếu phụ lục quy định như vậy.',
    'The parts add up to {#found} points, more than the maximum of {#expected}, which caps them. Correct them, or write "cap": true if the annex says so.',
  ),
  "threshold-above-hundred": error(
    "Ngưỡng {#found} % vượt quá 100 %. Sửa lại ngưỡng.",
    "The threshold of {#found}% is above 100%. Correct it.",
  ),
  "threshold-without-effect": warning(
    "Ngưỡng {#found} % không có tác dụng vì tỷ lệ nào cũng đạt. Sửa lại hoặc bỏ ngưỡng.",
    "The threshold of {#found}% has no effect, since every share reaches it. Correct or remove it.",
  ),
  "thresholds-crossed": error(
    "Ngưỡng 0 điểm ({#found} %) cao hơn ngưỡng điểm tối đa ({#expected} %). Kiểm tra lại hai ngưỡng.",
    "The threshold of 0 points ({#found}%) is above that of the maximum ({#expected}%). Check both thresholds.",
  ),
  "most-differs": error(
    "Ghi tối đa {#found} × {#each} = {#points} điểm, không khớp điểm tối đa {#expected} của mục. Kiểm tra lại số lượng, số điểm mỗi đơn vị tính và điểm tối đa.",
    "At most {#found} × {#each} = {#points} points does not fit the maximum of {#expected}. Check the number, the points for each and the maximum.",
  ),
  "most-without-maximum": error(
    "Ghi số lượng tối đa {#found} nhưng mục không có điểm tối đa. Ghi điểm trần vào “cap” của dòng.",
    "A largest number of {#found} is given, but there is no maximum. Write the most points as the line's “cap”.",
  ),
  "floor-not-below-maximum": error(
    "Mức thấp nhất {#found} không thấp hơn điểm tối đa {#expected}. Sửa lại “floor”.",
    "The floor of {#found} is not below the maximum of {#expected}. Correct “floor”.",
  ),
  "floor-off-step": warning(
    "Mức thấp nhất {#found} không phải bội số của bước điểm {#expected}. Kiểm tra lại hai số.",
    "The floor of {#found} is not a multiple of the step of {#expected}. Check both.",
  ),
  "step-not-dividing-maximum": warning(
    "Bước điểm {#found} không chia hết điểm tối đa {#expected}, nên không thể chấm điểm tối đa. Sửa bước điểm hoặc điểm tối đa.",
    "The step of {#found} does not divide the maximum of {#expected}, so that nobody can be given it. Correct the step or the maximum.",
  ),
  "band-bound-twice": error(
    "Dải ghi hai cận cùng phía ({found}). Giữ lại một cận.",
    "The band states two bounds on one side ({found}). Keep one of them.",
  ),
  "band-gives-unclear": error(
    'Mỗi dải ghi một trong hai: “points” (số điểm) hoặc "share": true (theo tỷ lệ); ở đây: {found}. Sửa lại dải.',
    'Each band states either “points” or "share": true; here: {found}. Correct the band.',
  ),
  "band-share-of-number": error(
    "Dải của một con số không tính theo tỷ lệ được. Ghi “points”.",
    "A band of a plain number cannot give a share. Write “points”.",
  ),
  "band-empty": error(
    "Dải {band} ({bandVi}) không chứa giá trị nào. Kiểm tra lại hai cận.",
    "Band {band} ({bandEn}) holds no value. Check its two bounds.",
  ),
  "bands-overlap": error(
    "Dải {band} ({bandVi}) chồng lên dải {other} ({otherVi}). Sửa cận để mỗi giá trị chỉ thuộc một dải.",
    "Band {band} ({bandEn}) overlaps band {other} ({otherEn}). Correct a bound, so that each value falls into one band.",
  ),
  "bands-gap": error(
    "Giữa dải {other} ({otherVi}) và dải {band} ({bandVi}) còn khoảng trống. Sửa cận để hai dải liền nhau.",
    "Between band {other} ({otherEn}) and band {band} ({bandEn}) there is a gap. Correct a bound, so that they meet.",
  ),
  "bands-incomplete": error(
    "Không dải nào chứa giá trị {expected} %; dải ngoài cùng: {bandVi}. Mở rộng dải hoặc bổ sung dải còn thiếu.",
    "No band holds {expected}%; the outermost is: {bandEn}. Widen it, or add the missing band.",
  ),
  "bands-end-above-hundred": warning(
    "Dải cao nhất dừng ở {expected} %, trên 100 %: tỷ lệ cao hơn nữa không thuộc dải nào ({bandVi}). Sửa cận trên, hoặc bỏ trống.",
    "The highest band ends at {expected}%, above 100%: a higher share falls into none ({bandEn}). Correct the upper bound, or leave it open.",
  ),
  "bands-out-of-order": warning(
    "Các dải không xếp theo thứ tự tăng hoặc giảm. Đối chiếu lại với phụ lục.",
    "The bands are neither in ascending nor in descending order. Compare with the annex.",
  ),
  "band-unreachable": error(
    "Không tỷ lệ nào rơi vào dải {band} ({bandVi}). Kiểm tra lại hai cận và cách làm tròn.",
    "No percentage can fall into band {band} ({bandEn}). Check its bounds and the rounding.",
  ),
  "band-above-maximum": error(
    "Dải {band} ({bandVi}) cho tới {#found} điểm, cao hơn điểm tối đa {#expected}. Sửa điểm của dải hoặc điểm tối đa.",
    "Band {band} ({bandEn}) gives up to {#found} points, more than the maximum of {#expected}. Correct the band or the maximum.",
  ),
  "better-answer-lowers-points": warning(
    "Ở dải {band} ({bandVi}) kết quả tốt hơn lại được ít điểm hơn. Kiểm tra lại điểm các dải và chiều đánh giá (“better”).",
    "In band {band} ({bandEn}) a better result gets fewer points. Check the points of the bands and the direction (“better”).",
  ),
  "maximum-unreachable": warning(
    "Không câu trả lời nào đạt điểm tối đa: cao nhất {#found}, điểm tối đa {#expected}. Đối chiếu lại với phụ lục.",
    "No answer reaches the maximum: at most {#found} of {#expected}. Compare with the annex.",
  ),
  "clause-repeated": error(
    "Trường hợp “{found}” được quy định hai lần. Giữ lại một lần.",
    "The case “{found}” is ruled on twice. Keep one of them.",
  ),
  "clause-unreachable": error(
    "Trường hợp “{found}” không bao giờ được dùng vì đứng sau trường hợp bao trùm nó. Xếp lại theo thứ tự: {expected}.",
    "The case “{found}” is never used, since it stands after one that covers it. Put them in this order: {expected}.",
  ),
  "missing-clause": error(
    "Thiếu quy định cho trường hợp “{expected}”. Bổ sung trường hợp này.",
    "The case “{expected}” is not ruled on. Add it.",
  ),
  "better-result-lowers-points": warning(
    "Trường hợp tốt hơn chỉ được {#found} %, thấp hơn {#expected} % của trường hợp kém hơn. Kiểm tra lại các tỷ lệ.",
    "The better case gives {#found}%, less than the {#expected}% of a worse one. Check the percentages.",
  ),
  // Rules: the facts of an answer
  "answer-of-wrong-kind": error(
    "Tiêu chí {item}: câu trả lời thuộc loại khác ({found}). Ở đây cần {expectedVi}.",
    "Item {item}: the answer is of another kind ({found}). Give {expected}.",
  ),
  "unknown-option": error(
    "Tiêu chí {item}: không có phương án “{found}”. Chọn một trong: {expected}.",
    "Item {item}: there is no option “{found}”. Use one of: {expected}.",
  ),
  "unknown-part": error(
    "Tiêu chí {item}: không có nội dung “{found}”. Chọn trong: {expected}.",
    "Item {item}: there is no part “{found}”. Choose from: {expected}.",
  ),
  "part-repeated": error(
    "Tiêu chí {item}: nội dung “{found}” được ghi hai lần. Giữ lại một lần.",
    "Item {item}: the part “{found}” is given twice. Keep one of them.",
  ),
  "numerator-above-denominator": error(
    "Tiêu chí {item}: tử số {#found} lớn hơn mẫu số {#expected}. Kiểm tra lại hai số đếm.",
    "Item {item}: the numerator {#found} is above the denominator {#expected}. Check both counts.",
  ),
  "numerator-over-zero": error(
    "Tiêu chí {item}: tử số {#found} trong khi mẫu số là 0. Kiểm tra lại hai số đếm.",
    "Item {item}: the numerator is {#found} while the denominator is 0. Check both counts.",
  ),
  "empty-counted-full": warning(
    "Tiêu chí {item}: trong năm không phát sinh (0/0) và quy định cho điểm tối đa. Đề nghị Hội đồng xem xét.",
    "Item {item}: there was nothing to do this year (0/0), and the rule gives the maximum. The council should look at it.",
  ),
  "denominator-zero": error(
    "Tiêu chí {item}: mẫu số là 0 nên không so sánh được. Ghi mẫu số từ 1 trở lên hoặc đề nghị không áp dụng.",
    "Item {item}: the denominator is 0, so nothing can be compared. Give one of 1 or more, or claim that the item does not apply.",
  ),
  "percent-above-hundred": error(
    "Tiêu chí {item}: tỷ lệ {#found} % vượt quá 100 %. Kiểm tra lại tỷ lệ.",
    "Item {item}: {#found}% is above 100%. Check the percentage.",
  ),
  "percent-straddles-threshold": warning(
    "Tiêu chí {item}: {#found} % là số đã làm tròn, giá trị thật có thể ở hai phía của ngưỡng {#threshold} %: phía dưới {#below} điểm, phía trên {#from} điểm. Ghi thêm chữ số thập phân hoặc hai số đếm.",
    "Item {item}: {#found}% was rounded, and the true value may lie on either side of the threshold of {#threshold}%: {#below} points below it, {#from} above. Give more decimals, or the two counts.",
  ),
  "value-outside-bands": error(
    "Tiêu chí {item}: {#found} nằm ngoài các dải của quy định ({expected}). Kiểm tra lại số liệu.",
    "Item {item}: {#found} lies outside the bands of the rule ({expectedEn}). Check the figure.",
  ),
  "unknown-breach": error(
    "Tiêu chí {item}: không có loại vi phạm “{found}”. Các loại: {expected}.",
    "Item {item}: there is no kind of breach “{found}”. The kinds are: {expected}.",
  ),
  "breach-repeated": error(
    "Tiêu chí {item}: loại vi phạm “{found}” được ghi hai lần. Gộp lại thành một.",
    "Item {item}: the kind of breach “{found}” is given twice. Join them into one.",
  ),
  "missing-breach": error(
    "Tiêu chí {item}: chưa ghi số lần vi phạm loại “{expected}”. Ghi số lần, kể cả bằng 0.",
    "Item {item}: the count of the breach “{expected}” is missing. State it, 0 too.",
  ),
  "points-above-maximum": error(
    "Tiêu chí {item}: {#found} điểm, cao hơn điểm tối đa {#expected} điểm. Giảm điểm hoặc kiểm tra lại số tiêu chí.",
    "Item {item}: {#found} points, more than the maximum of {#expected}. Lower them, or check the item's number.",
  ),
  "points-below-floor": error(
    "Tiêu chí {item}: {#found} điểm, thấp hơn mức thấp nhất {#expected} điểm. Sửa lại số điểm.",
    "Item {item}: {#found} points, less than the floor of {#expected}. Correct them.",
  ),
  "points-off-step": error(
    "Tiêu chí {item}: {#found} điểm không phải bội số của bước điểm {#expected}. Chấm theo bước điểm.",
    "Item {item}: {#found} points are not a multiple of the step of {#expected}. Use the step.",
  ),
  "points-too-fine": error(
    "Tiêu chí {item}: {#found} điểm có quá {expected} chữ số thập phân. Làm tròn theo quy định.",
    "Item {item}: {#found} points have more than {expected} decimals. Give fewer.",
  ),
  // Criteria sets: the head
  "set-id-form": error(
    "Mã bộ tiêu chí “{found}” không theo dạng đơn-vị-ban-hành/cấp/kỳ (ví dụ hoa-lam/department/2026). Đặt lại mã.",
    "The set's id “{found}” is not of the form issuer/level/period (for example hoa-lam/department/2026). Change it.",
  ),
  "set-id-level-differs": error(
    "Mã bộ tiêu chí ghi cấp “{found}”, còn “level” ghi “{expected}”. Sửa cho thống nhất.",
    "The set's id names the level “{found}”, but “level” says “{expected}”. Bring them into line.",
  ),
  "set-id-period-differs": error(
    "Mã bộ tiêu chí ghi kỳ “{found}”, còn “period” là kỳ “{expected}”. Sửa mã hoặc ngày của kỳ.",
    "The set's id names the period “{found}”, but “period” makes it “{expected}”. Correct the id or the days.",
  ),
  "period-reversed": error(
    "Ngày cuối kỳ {found} đứng trước ngày đầu kỳ {from}. Kiểm tra lại hai ngày.",
    "The period's last day {found} comes before its first day {from}. Check both days.",
  ),
  "decision-after-period": warning(
    "Quyết định {number} ký ngày {found}, sau ngày cuối kỳ {expected}. Kiểm tra lại ngày ký hoặc kỳ đánh giá.",
    "The decision {number} is dated {found}, after the period's last day {expected}. Check the date or the period.",
  ),
  "official-without-decision": error(
    "Bộ tiêu chí ghi “official” nhưng không có quyết định nào. Bổ sung “decisions”, hoặc đổi “status”.",
    "The set says “official” but lists no decision. Add “decisions”, or change “status”.",
  ),
  "summary-without-decision": warning(
    "Bộ tiêu chí tóm tắt không nêu văn bản nguồn. Bổ sung vào “decisions”.",
    "The summary set names no document that it rests on. Add it to “decisions”.",
  ),
  "citations-without-decisions": error(
    "Các mục có căn cứ nhưng “decisions” để trống. Khai các quyết định mà căn cứ dẫn đến.",
    "There are citations, but “decisions” is empty. List the decisions that they name.",
  ),
  "missing-citation": error(
    "{whatVi} của bộ tiêu chí chính thức chưa có căn cứ. Bổ sung “citation” (quyết định, vị trí trong phụ lục).",
    "{whatEn} of an official set has no citation. Add “citation” (the decision and the place in its annex).",
  ),
  "unknown-decision": error(
    "Căn cứ dẫn quyết định “{found}” không có trong “decisions” (có phải: {expected}?). Sửa mã hoặc bổ sung quyết định.",
    "The citation names the decision “{found}”, which “decisions” does not list (perhaps: {expected}?). Correct it, or add the decision.",
  ),
  "edition-note-missing": error(
    "Lần ban hành {found} phải ghi “editionNote”: loại, ngày áp dụng, nội dung thay đổi. Bổ sung.",
    "Edition {found} needs an “editionNote”: its kind, from when it is in force, what changed. Add it.",
  ),
  "edition-note-on-first": error(
    "Lần ban hành đầu tiên không có nội dung thay đổi. Bỏ “editionNote” hoặc sửa “edition”.",
    "The first edition changes nothing. Remove “editionNote”, or correct “edition”.",
  ),
  "edition-after-period": warning(
    "Lần ban hành này áp dụng từ {found}, sau ngày cuối kỳ {expected}. Kiểm tra lại ngày.",
    "This edition is in force from {found}, after the period's last day {expected}. Check the day.",
  ),
  "framework-of-framework": error(
    "Một khung tiêu chí không cụ thể hóa khung khác. Bỏ “framework” hoặc “isFramework”.",
    "A framework does not fill another one. Remove “framework” or “isFramework”.",
  ),
  "framework-is-itself": error(
    "Bộ tiêu chí “{found}” không thể là khung của chính nó. Ghi mã của khung.",
    "The set “{found}” cannot be its own framework. Give the framework's id.",
  ),
  // Criteria sets: names
  "duplicate-id": error(
    "Mã “{found}” được dùng hai lần trong cùng danh sách. Đặt mã khác hoặc bỏ mục trùng.",
    "The id “{found}” is used twice in the same list. Choose another, or remove the repeated entry.",
  ),
  "title-repeats-in-list": warning(
    "Tên “{found}” trùng với một mục phía trên trong cùng danh sách. Kiểm tra lại, có thể chép nhầm.",
    "The title “{found}” repeats one above in the same list. Check it: it may have been copied by mistake.",
  ),
  "unknown-source": error(
    "Bộ tiêu chí không có nguồn điểm “{found}” (có phải: {expected}?). Sửa mã hoặc khai thêm trong “sources”.",
    "The set has no source “{found}” (perhaps: {expected}?). Correct it, or add it to “sources”.",
  ),
  "sources-missing": error(
    "Bộ tiêu chí chưa khai nguồn điểm nào. Bổ sung “sources” (điểm thẩm định, khảo sát, thống kê).",
    "The set declares no source of points. Add “sources” (appraisal, survey, statistic).",
  ),
  "unknown-scale": error(
    "Không có thang trả lời “{found}” (có phải: {expected}?). Sửa mã hoặc khai thêm trong “scales”.",
    "There is no scale “{found}” (perhaps: {expected}?). Correct it, or add it to “scales”.",
  ),
  "unknown-respondents": error(
    "Không có nhóm người trả lời “{found}” (có phải: {expected}?). Sửa mã hoặc khai thêm trong “respondents”.",
    "There is no respondent group “{found}” (perhaps: {expected}?). Correct it, or add it to “respondents”.",
  ),
  // Criteria sets: the tree
  "sum-differs": error(
    "{nodeVi} {item}: các {partsVi} cộng lại {#found}, điểm tối đa ghi {#expected}: {offVi} {#difference}. Đối chiếu phụ lục và sửa con số sai.",
    "{nodeEn} {item}: its parts ({partsEn}) add up to {#found}, its maximum says {#expected}: {offEn} {#difference}. Compare with the annex and correct the wrong figure.",
  ),
  "maximum-differs": error(
    "Mục {item}: điểm tối đa ghi {#found}, nhưng tổng điểm, quy tắc và ví dụ đều khớp với {#expected}. Đối chiếu phụ lục và sửa điểm tối đa.",
    "Item {item}: its maximum says {#found}, but the sum, the rule and the examples agree on {#expected}. Compare with the annex and correct the maximum.",
  ),
  "item-misplaced": error(
    "Mục {item} đứng dưới mục “{found}”, nhưng theo số thứ tự và tổng điểm thì thuộc mục “{expected}”. Đưa dòng về đúng chỗ.",
    "Item {item} stands under “{found}”, but its number and the sums place it under “{expected}”. Move the row.",
  ),
  "set-sum-differs": error(
    "Cả bộ: các {partsVi} cộng lại {#found}, tổng điểm tối đa ghi {#expected}: {offVi} {#difference}. Đối chiếu phụ lục và sửa con số sai.",
    "The whole set: its parts ({partsEn}) add up to {#found}, its maximum says {#expected}: {offEn} {#difference}. Compare with the annex and correct the wrong figure.",
  ),
  "count-differs": error(
    "{levelVi}: tệp có {#found} mục, “totals” ghi {#expected}. Kiểm tra xem có thiếu, thừa dòng nào không.",
    "{levelEn}: the file has {#found} of them, “totals” says {#expected}. Check for a missing or extra row.",
  ),
  "counts-differ-from-levels": error(
    "“counts” có {#found} số nhưng cây có {#expected} cấp. Ghi một số cho mỗi cấp.",
    "“counts” has {#found} numbers, but the tree has {#expected} levels. Give one number for each level.",
  ),
  "leaves-differ": error(
    "Tệp có {#found} mục chấm điểm, “totals” ghi {#expected}. Kiểm tra xem có thiếu, thừa dòng nào không.",
    "The file has {#found} scored items, “totals” says {#expected}. Check for a missing or extra row.",
  ),
  "source-total-differs": error(
    "Nguồn “{source}”: các mục cộng lại {#found} điểm, tổng ghi {#expected}: {offVi} {#difference}. Kiểm tra nguồn của từng mục hoặc sửa tổng.",
    "Source “{source}”: its items add up to {#found} points, its total says {#expected}: {offEn} {#difference}. Check each item's source, or correct the total.",
  ),
  "source-leaves-differ": error(
    "Nguồn “{source}”: có {#found} mục chấm điểm, khai {#expected}. Kiểm tra nguồn của từng mục hoặc sửa số đã khai.",
    "Source “{source}” has {#found} scored items, {#expected} are declared. Check each item's source, or correct the figure.",
  ),
  "sources-exchanged": error(
    "Nguồn “{found}” thừa {#difference} điểm, nguồn “{expected}” thiếu đúng chừng ấy: có mục ghi nhầm nguồn. Tìm mục đó và sửa “source”.",
    "Source “{found}” is over by {#difference} points and source “{expected}” short by as much: an item names the wrong source. Find it and correct its “source”.",
  ),
  "duplicate-number": error(
    "Số thứ tự “{found}” đã dùng cho một mục cùng cấp phía trên. Sửa số hoặc bỏ dòng trùng.",
    "The number “{found}” is used by a sibling above. Correct it, or remove the repeated row.",
  ),
  "duplicate-item-id": error(
    "Mã “{found}” đã dùng cho mục {other}. Đặt mã khác.",
    "The id “{found}” is already that of item {other}. Choose another.",
  ),
  "number-not-an-id": error(
    "Số thứ tự “{found}” không dùng làm mã được (chỉ chữ không dấu, số và . - _ /). Bổ sung “id” cho mục này.",
    "The number “{found}” cannot serve as an id (only ASCII letters, digits and . - _ /). Give this item an “id”.",
  ),
  "number-not-under-parent": warning(
    "Số thứ tự “{found}” không nằm dưới mục mẹ ({expected}). Kiểm tra xem dòng có đặt nhầm chỗ không.",
    "The number “{found}” does not continue its parent's ({expected}). Check whether the row stands in the wrong place.",
  ),
  "number-out-of-sequence": warning(
    "Số thứ tự “{found}” không liên tiếp, theo thứ tự phải là “{expected}”. Kiểm tra xem có thiếu hoặc đảo dòng không.",
    "The number “{found}” is out of sequence; “{expected}” would follow. Check for a missing row or exchanged ones.",
  ),
  "title-repeats": warning(
    "Tên “{found}” trùng với mục {other} cùng cấp. Kiểm tra lại, có thể chép nhầm dòng.",
    "The title “{found}” repeats that of its sibling {other}. Check it: a row may have been copied by mistake.",
  ),
  "deeper-than-levels": error(
    "Mục {item} nằm ở cấp {found} nhưng “levels” chỉ khai {expected} cấp. Bổ sung tên cấp hoặc đưa mục về đúng cấp.",
    "Item {item} stands at level {found}, but “levels” names only {expected}. Name the level, or move the item.",
  ),
  "level-unused": warning(
    "Không có mục nào ở cấp “{found}”. Bỏ tên cấp này, hoặc kiểm tra xem có thiếu các mục con không.",
    "No item stands at the level “{found}”. Remove its name, or check for missing sub-items.",
  ),
  // Criteria sets: leaves
  "leaf-without-source": error(
    "Mục {item} được chấm điểm nhưng chưa ghi nguồn điểm. Bổ sung “source” (một trong: {expected}).",
    "Item {item} is scored but names no source. Add “source” (one of: {expected}).",
  ),
  "leaf-without-rule": error(
    "Mục {item} được chấm điểm nhưng chưa có quy tắc. Bổ sung “rule”, hoặc “items” nếu mục có các mục con.",
    "Item {item} is scored but has no rule. Add “rule”, or “items” if it has sub-items.",
  ),
  "rule-on-inner-node": error(
    "Mục {item} có các mục con nên không chấm trực tiếp, nhưng lại ghi: {found}. Chuyển xuống mục con hoặc bỏ.",
    "Item {item} has sub-items and is not scored itself, but writes: {found}. Move this to a sub-item, or remove it.",
  ),
  "rule-in-framework": error(
    "Khung tiêu chí chưa có quy tắc chấm, nhưng mục {item} ghi: {found}. Bỏ, hoặc bỏ “isFramework”.",
    "A framework has no rules yet, but item {item} writes: {found}. Remove this, or “isFramework”.",
  ),
  "source-kind-unfit": error(
    "Nguồn “{source}” khai loại “{found}” nhưng không mục nào của nguồn có quy tắc phù hợp (quy tắc “survey” chỉ đi với nguồn loại “survey”). Sửa “kind”.",
    "Source “{source}” is of kind “{found}”, but none of its items has a rule that fits (a “survey” rule goes with a “survey” source only). Correct “kind”.",
  ),
  "survey-source-without-survey-rule": error(
    "Mục {item} lấy điểm từ điều tra xã hội học nhưng quy tắc là “{found}”. Dùng quy tắc “{expected}” hoặc sửa nguồn.",
    "Item {item} takes its points from the survey, but its rule is “{found}”. Use the rule “{expected}”, or correct the source.",
  ),
  "survey-rule-without-survey-source": error(
    "Mục {item} có quy tắc điều tra xã hội học nhưng nguồn “{found}” không phải nguồn khảo sát. Sửa nguồn hoặc quy tắc.",
    "Item {item} has the survey rule, but its source “{found}” is no survey. Correct the source or the rule.",
  ),
  "summary-with-rule": error(
    "Bộ tiêu chí tóm tắt chỉ có điểm đã công bố, nhưng mục {item} có quy tắc “{found}”. Dùng “{expected}”.",
    "A summary set has published points only, but item {item} has the rule “{found}”. Use “{expected}”.",
  ),
  "scored-by-without-appraisal": error(
    "Mục {item} thuộc nguồn loại “{kind}”, không tự chấm cũng không thẩm định. Bỏ “scoredBy”.",
    "Item {item} is of a source of kind “{kind}”: nobody scores it by hand. Remove “scoredBy”.",
  ),
  "evidence-of-nobody": error(
    "Đơn vị không tự chấm mục {item} nên không nộp tài liệu kiểm chứng. Bỏ “evidence”.",
    "The unit does not score item {item} itself and gives no evidence. Remove “evidence”.",
  ),
  "missing-consequence": error(
    "Mục {item} ghi “notApplicable: true” nhưng bộ tiêu chí chưa nêu hệ quả chung. Bổ sung “policies.notApplicable”, hoặc ghi hệ quả ngay tại mục.",
    "Item {item} writes “notApplicable: true”, but the set declares no consequence. Add “policies.notApplicable”, or write the consequence here.",
  ),
  "empty-claim-not-allowed": error(
    "Mục {item}: mẫu số 0 được coi là đề nghị không áp dụng, nhưng mục không cho phép “không áp dụng”. Bổ sung “notApplicable” hoặc sửa “empty”.",
    "Item {item}: a denominator of 0 claims that it does not apply, but the item does not allow that. Add “notApplicable”, or change “empty”.",
  ),
  "example-not-possible": error(
    "Mục {item} có quy tắc “{found}”, điểm không tính từ riêng số liệu của một đơn vị. Bỏ “examples”.",
    "Item {item} has the rule “{found}”, whose points do not come from one unit's facts. Remove “examples”.",
  ),
  "example-differs": error(
    "Mục {item}: ví dụ ghi {#found} điểm, quy tắc cho {#expected}. Kiểm tra lại quy tắc hoặc ví dụ.",
    "Item {item}: the example says {#found} points, the rule gives {#expected}. Check the rule or the example.",
  ),
  // Criteria sets: the survey
  "survey-missing": error(
    "Các mục lấy điểm từ khảo sát ({found}) nhưng bộ tiêu chí chưa có phần “survey”. Bổ sung nhóm trả lời, thang và phiếu.",
    "Items take their points from a survey ({found}), but the set has no “survey”. Add respondents, scales and questionnaires.",
  ),
  "survey-without-leaf": error(
    "Có phần “survey” nhưng không mục nào lấy điểm từ khảo sát. Bỏ “survey” hoặc sửa nguồn của các mục.",
    "There is a “survey”, but no item takes its points from one. Remove it, or correct the items' sources.",
  ),
  "survey-leaf-without-question": error(
    "Mục {item} lấy điểm từ khảo sát nhưng không câu hỏi nào dành cho mục này. Bổ sung câu hỏi.",
    "Item {item} takes its points from the survey, but no question feeds it. Add a question.",
  ),
  "question-without-survey-leaf": error(
    "Câu hỏi dành cho mục {item}, nhưng mục này không lấy điểm từ khảo sát. Sửa “item” của câu hỏi hoặc nguồn của mục.",
    "The question feeds item {item}, which does not take its points from the survey. Correct the question's “item”, or the item's source.",
  ),
  "group-without-question": error(
    "Không phiếu nào hỏi về nhóm đơn vị “{found}” ở các mục lấy điểm từ khảo sát: {items}. Bổ sung nhóm vào “judges” của một phiếu.",
    "No questionnaire asks about the group of units “{found}” on the items that the survey scores: {items}. Add the group to the “judges” of one.",
  ),
  "missing-weight": error(
    "Các nhóm trả lời kết hợp theo trọng số nhưng nhóm “{title}” chưa có. Bổ sung “weight”.",
    "The respondent groups combine by weights, but “{title}” has none. Add “weight”.",
  ),
  "weight-without-use": warning(
    "Kết quả các nhóm được gộp chung nên trọng số {#found} của nhóm “{title}” không có tác dụng. Bỏ, hoặc đổi “combine”.",
    "The groups' answers are pooled, so the weight {#found} of “{title}” has no effect. Remove it, or change “combine”.",
  ),
  "respondents-not-asked": error(
    "Không phiếu nào dành cho nhóm trả lời “{title}”. Bổ sung phiếu hoặc bỏ nhóm.",
    "No questionnaire is for the respondent group “{title}”. Add one, or remove the group.",
  ),
  "scale-not-used": warning(
    "Không câu hỏi nào dùng thang “{found}”. Bỏ thang hoặc kiểm tra lại câu hỏi.",
    "No question uses the scale “{found}”. Remove it, or check the questions.",
  ),
  "scale-without-percent": error(
    "Không phương án nào của thang “{found}” có giá trị phần trăm. Bổ sung “percent”; chỉ phương án “không có ý kiến” mới bỏ trống.",
    "No option of the scale “{found}” is worth a percentage. Add “percent”; only “no opinion” goes without.",
  ),
  "scale-without-choice": warning(
    "Thang “{found}” chỉ có một phương án, người trả lời không có lựa chọn. Kiểm tra lại phiếu.",
    "The scale “{found}” has a single option, so respondents have no choice. Check the form.",
  ),
  "scale-below-hundred": warning(
    "Phương án tốt nhất của thang “{found}” dưới 100 %, nên không đơn vị nào đạt điểm tối đa. Kiểm tra lại giá trị.",
    "The best option of the scale “{found}” is worth less than 100%, so no unit can reach the maximum. Check the values.",
  ),
  "questions-differ": error(
    "Số câu hỏi của mục điều tra xã hội học khác số đã khai ở “questions” (thực có/đã khai): {items}. Kiểm tra “item” của từng câu hỏi.",
    "The questions that feed these items are not as many as declared in “questions” (found/declared): {items}. Check the “item” of each question.",
  ),
  "questions-not-shared": warning(
    "Mục {item}: các nhóm trả lời ({found}) được hỏi những câu khác nhau, nên trọng số hoặc việc gộp phiếu chỉ có tác dụng ở câu hỏi chung. Đặt cùng một mã cho câu hỏi giống nhau, hoặc tách thành các mục riêng.",
    "Item {item}: its respondent groups ({found}) are asked different questions, so weights or pooling work only on those that they share. Give the same question the same id, or part the item.",
  ),
  // Criteria sets: policies
  "limits-reversed": error(
    "Giới hạn dưới {#found} không nhỏ hơn giới hạn trên ({expected}). Kiểm tra lại hai giới hạn.",
    "The lower limit {#found} is not below the upper one ({expected}). Check both.",
  ),
  "late-cap-below-day": warning(
    "Mức trần trừ điểm nộp muộn {#found} thấp hơn mức trừ một ngày ({expected}). Kiểm tra lại.",
    "The cap of the late charge, {#found}, is below the charge for one day ({expected}). Check it.",
  ),
  "late-without-deadline": error(
    "Có quy định về nộp muộn (“{found}”) nhưng lịch không có thời hạn “self-assessment”. Bổ sung vào “calendar”.",
    "There is a rule for late self-assessments (“{found}”), but the calendar has no deadline “self-assessment”. Add it.",
  ),
  "grade-without-bound": error(
    "Loại “{title}” chưa có cận dưới; chỉ loại cuối cùng được bỏ trống. Bổ sung “from”.",
    "The grade “{title}” has no lower bound; only the last may go without. Add “from”.",
  ),
  "grade-out-of-order": error(
    "Loại “{title}” từ {#found} nhưng phải thấp hơn loại đứng trên ({expected}). Xếp từ loại tốt nhất xuống, kiểm tra lại cận dưới.",
    "The grade “{title}” begins at {#found}, but must be below the one above it ({expected}). List the best first and check the bounds.",
  ),
  "grade-gap": error(
    "Loại “{title}” đến dưới {#found}, còn loại đứng trên bắt đầu từ {#expected}. Sửa cho hai cận khớp nhau.",
    "The grade “{title}” ends below {#found}, but the next better one begins at {#expected}. Make the two bounds meet.",
  ),
  "grades-do-not-cover": error(
    "Các loại không bao hết chỉ số có thể có: loại “{title}” dừng ở {#found}, cần {expected}. Sửa cận, hoặc bỏ cận ở loại ngoài cùng.",
    "The grades do not cover every possible index: “{title}” stops at {#found}, needed is {expected}. Correct the bound, or leave the outermost one open.",
  ),
  "grade-above-limit": error(
    "Loại “{title}” từ {#found}, cao hơn mức chỉ số có thể đạt ({expected}). Sửa cận dưới hoặc giới hạn.",
    "The grade “{title}” begins at {#found}, above any index there can be ({expected}). Correct the bound or the limit.",
  ),
  "tie-breaker-repeated": warning(
    "Tiêu chí phụ “{found}” được ghi hai lần, lần sau không có tác dụng. Bỏ một.",
    "The tie-breaker “{found}” stands twice; the second has no effect. Remove one.",
  ),
  "deadline-twice": error(
    "Thời hạn “{title}” ghi cả “before” (trước ngày) và “by” (đến hết ngày). Chỉ giữ một.",
    "The deadline “{title}” has both “before” and “by”. Keep one of them.",
  ),
  "deadline-without-day": error(
    "Thời hạn “{title}” chưa có ngày. Ghi “before” (trước ngày) hoặc “by” (đến hết ngày).",
    "The deadline “{title}” has no day. Give “before” (the first late day) or “by” (the last good day).",
  ),
  "deadline-before-period": warning(
    "Thời hạn “{title}” ngày {found} đứng trước ngày đầu kỳ ({expected}). Kiểm tra lại ngày.",
    "The deadline “{title}” of {found} comes before the period's first day ({expected}). Check the day.",
  ),
  "exemption-repeated": error(
    "Mục {item} đã được miễn cho loại đơn vị này ở trên. Bỏ dòng trùng.",
    "Item {item} is already exempt for this kind of unit. Remove the repetition.",
  ),
  "exemption-of-inner-node": error(
    "Mục {item} có các mục con; miễn ghi cho từng mục chấm điểm. Ghi mã các mục con.",
    "Item {item} has sub-items; exemptions name scored items. List those below it.",
  ),
  "exemption-not-allowed": error(
    "Mục {item} được miễn nhưng không cho phép “không áp dụng”. Bổ sung “notApplicable” cho mục, hoặc bỏ miễn.",
    "Item {item} is exempt but does not allow “not applicable”. Add “notApplicable” to it, or remove the exemption.",
  ),
  "line-id-is-item-id": error(
    "Mã “{found}” của dòng thưởng, phạt trùng với mã một mục. Đặt mã khác.",
    "The id “{found}” of this line is also that of an item. Choose another.",
  ),
  "line-id-differs": warning(
    "Dòng mang số thứ tự “{found}” nhưng mã là “{expected}”. Ghi mã và số thứ tự như nhau.",
    "The line has the number “{found}” but the id “{expected}”. Write both alike.",
  ),
  "line-rule-not-allowed": error(
    "Dòng {item} có quy tắc “{found}”; điểm thưởng, phạt chỉ dùng: {expected}. Đổi quy tắc.",
    "Line {item} has the rule “{found}”; bonus and penalty lines use only: {expected}. Change the rule.",
  ),
  "line-without-cap": warning(
    "Dòng {item} không có mức trần, cả tổng cũng không: điểm không có giới hạn. Bổ sung “cap” theo quyết định.",
    "Line {item} has no cap, and neither has the sum: its points know no limit. Add “cap” as the decision says.",
  ),
  "cap-above-sum-cap": warning(
    "Mức trần {#found} của dòng {item} cao hơn mức trần của tổng ({expected}). Kiểm tra lại hai mức.",
    "The cap {#found} of line {item} is above that of the sum ({expected}). Check both.",
  ),
  "cap-not-reached": warning(
    "Mức trần {#found} không bao giờ đạt tới ({expected}). Kiểm tra lại mức trần hoặc quy tắc.",
    "The cap {#found} can never be reached ({expected}). Check the cap or the rule.",
  ),
  // Criteria sets: the linter
  "source-not-used": warning(
    "Không mục nào thuộc nguồn “{found}”. Bỏ nguồn hoặc kiểm tra nguồn của các mục.",
    "No item is of the source “{found}”. Remove it, or check the items' sources.",
  ),
  "source-without-totals": warning(
    "Nguồn “{source}” chưa khai tổng điểm và số mục nên không đối chiếu được. Bổ sung “maxPoints” và “leaves” theo phụ lục.",
    "Source “{source}” declares no total or no number of items, so slips go unseen. Add “maxPoints” and “leaves” from the annex.",
  ),
  "no-declared-totals": warning(
    "“totals” thiếu {found} nên không phát hiện được dòng bị sót. Ghi số mục ở mỗi cấp và số mục chấm điểm theo phụ lục.",
    "“totals” lacks {found}, so a missing row goes unseen. Give the numbers of items at each level and of scored items.",
  ),
  "no-examples": warning(
    "Không mục nào có ví dụ tính điểm. Bổ sung “examples” cho các quy tắc phức tạp để tệp tự kiểm tra được.",
    "No item has an example. Add “examples” to the more intricate rules, so that the file can be checked against itself.",
  ),
  "grade-without-below": warning(
    "Loại “{title}” chưa ghi cận trên như quyết định in, nên không đối chiếu được. Bổ sung “below”.",
    "The grade “{title}” does not repeat its printed upper bound, so slips go unseen. Add “below”.",
  ),
  "consequence-without-use": warning(
    "Có hệ quả chung “{found}” cho trường hợp không áp dụng nhưng không mục nào ghi “notApplicable: true”. Bỏ, hoặc kiểm tra lại các mục.",
    "The common consequence “{found}” is declared, but no item writes “notApplicable: true”. Remove it, or check the items.",
  ),
  "kind-not-used": warning(
    "Loại đơn vị “{found}” không dùng trong sổ miễn nào. Bỏ hoặc bổ sung “exemptions”.",
    "The kind of unit “{found}” is used by no exemption. Remove it, or add the exemption.",
  ),
  // Criteria sets: frameworks
  "framework-other": error(
    "Bộ tiêu chí ghi khung “{found}”, còn khung được đưa ra là “{expected}”. Chọn đúng khung và lần ban hành.",
    "The set names the framework “{found}”, but was given “{expected}”. Take the right framework and edition.",
  ),
  "framework-not-one": error(
    "“{found}” không phải khung tiêu chí (“isFramework”). Chọn đúng khung.",
    "“{found}” is not a framework (“isFramework”). Take the right set.",
  ),
  "framework-item-missing": error(
    "Thiếu mục {expected} của khung (“{title}”). Bổ sung mục này.",
    "Item {expected} of the framework (“{title}”) is missing. Add it.",
  ),
  "framework-item-added": error(
    "Khung không có mục {item} ở vị trí này; chỉ được chia nhỏ các mục cuối của khung. Bỏ hoặc đưa xuống dưới một mục của khung.",
    "The framework has no item {item} here; only its last items may be divided. Remove it, or move it below one of them.",
  ),
  "framework-maximum-differs": error(
    "Mục {item}: khung ấn định {#expected} điểm, tệp ghi {#found}. Ghi đúng điểm tối đa của khung.",
    "Item {item}: the framework fixes {#expected} points, the file says {#found}. Write the framework's maximum.",
  ),
  "framework-title-differs": warning(
    "Mục {item}: khung ghi tên “{expected}”, tệp ghi “{found}”. Kiểm tra lại tên.",
    "Item {item}: the framework's title is “{expected}”, the file's “{found}”. Check the title.",
  ),
  // Texts of files
  "byte-order-mark": error(
    "Tệp bắt đầu bằng dấu BOM (U+FEFF). Lưu lại dạng “UTF-8” không BOM.",
    "The file begins with a byte order mark (U+FEFF). Save it as UTF-8 without one.",
  ),
  "empty-file": error("Tệp trống. Ghi nội dung JSON.", "The file is empty. Write its JSON."),
  "syntax-error": error(
    "Sai cú pháp JSON tại “{found}”: {expectedVi}. Sửa chỗ này rồi kiểm tra lại; phần sau chưa được xét.",
    "Not JSON at “{found}”: {expected}. Mend this and check again; what follows was not looked at.",
  ),
  "trailing-comma": error(
    "Thừa dấu phẩy trước “{found}”. Xóa dấu phẩy; phần sau chưa được xét.",
    "There is a comma too many before “{found}”. Remove it; what follows was not looked at.",
  ),
  "comment-in-json": error(
    "Tệp JSON không có chú thích, nhưng gặp “{found}”. Xóa chú thích; phần sau chưa được xét.",
    "JSON has no comments, but there is one: “{found}”. Remove it; what follows was not looked at.",
  ),
  "trailing-text": error(
    "Sau phần JSON còn “{found}”. Xóa phần thừa hoặc kiểm tra dấu ngoặc đóng.",
    "After the end of the JSON there is “{found}”. Remove it, or check the closing brackets.",
  ),
  "duplicate-key": error(
    "Khóa “{found}” được ghi hai lần (lần đầu ở dòng {first}). Giữ lại một.",
    "The key “{found}” stands twice (first in line {first}). Keep one of them.",
  ),
  "number-with-exponent": error(
    "Số “{found}” viết dạng số mũ. Viết đủ các chữ số.",
    "The number “{found}” has an exponent. Write its digits in full.",
  ),
  // Published tables
  "table-of-other-set": error(
    "Bảng thuộc bộ tiêu chí {found}, không phải {expected}. Chọn đúng bộ tiêu chí và lần ban hành.",
    "The table is of the criteria set {found}, not of {expected}. Take the right set and edition.",
  ),
  "table-part-unknown": error(
    "Cột “{found}” không phải tiêu chí hay nguồn điểm của bộ tiêu chí ({expected}). Sửa lại mã cột.",
    "The column “{found}” is neither an item nor a source of the criteria set ({expected}). Correct its id.",
  ),
  "table-part-twice": error(
    "Cột “{found}” có hai lần. Giữ lại một cột.",
    "The column “{found}” stands twice. Keep one of them.",
  ),
  "table-parts-exchanged": error(
    "Cột “{found}” và cột “{expected}” bị ghi nhầm đầu cột của nhau. Đổi lại đầu hai cột.",
    "The columns “{found}” and “{expected}” stand under each other's heading. Exchange the two headings.",
  ),
  "table-part-maximum-differs": error(
    "Điểm tối đa của cột ghi {#found}, bộ tiêu chí ghi {#expected}. Đối chiếu lại với quyết định.",
    "The maximum of the column is printed as {#found}, the criteria set says {#expected}. Compare both with the decision.",
  ),
  "table-parts-incomplete": error(
    "Điểm tối đa các cột cộng lại {#found}, toàn bộ là {#expected}. Bổ sung cột còn thiếu; chưa thể đối chiếu tổng điểm.",
    "The maxima of the columns sum to {#found}, the whole is {#expected}. Add the missing columns; until then totals cannot be compared.",
  ),
  "table-parts-differ": error(
    "{unit}: có {found} điểm thành phần, bảng có {expected} cột. Ghi đủ mỗi cột một số.",
    "{unit}: {found} parts are printed, the table has {expected} columns. Write one figure for each column.",
  ),
  "table-part-above-maximum": error(
    "{unit}: điểm thành phần {#found} cao hơn điểm tối đa {#expected}. Kiểm tra lại con số.",
    "{unit}: the part {#found} is above its maximum {#expected}. Check the figure.",
  ),
  "table-total-impossible": error(
    "{unit}: tổng điểm ghi {#found}, các phần cộng lại {#sum}; do làm tròn chỉ có thể là {#expected}. Kiểm tra lại tổng và các phần.",
    "{unit}: the total is printed as {#found}, the parts sum to {#sum}; rounding allows only {#expected}. Check the total and its parts.",
  ),
  "table-unit-twice": error(
    "Đơn vị “{found}” có hai dòng. Bỏ dòng thừa hoặc sửa lại mã đơn vị.",
    "The unit “{found}” has two lines. Remove one, or correct its id.",
  ),
  "table-count-differs": error(
    "Bảng ghi {#found} đơn vị nhưng có {#expected} dòng. Bổ sung dòng thiếu hoặc sửa lại số đơn vị.",
    "The table says {#found} units and has {#expected} lines. Add the missing lines, or correct the number.",
  ),
  "table-place-wrong": error(
    "{unit}: ghi hạng {found}; theo tổng điểm {#total} phải là hạng {expected}. Sửa lại thứ hạng.",
    "{unit}: the place is printed as {found}; by the total {#total} it is {expected}. Correct the place.",
  ),
  "table-place-missing": error(
    "{unit}: ghi hạng {found}, nhưng không đơn vị nào có hạng {expected}. Bổ sung dòng còn thiếu hoặc sửa lại thứ hạng.",
    "{unit}: the place is printed as {found}, and no unit has place {expected}. Add the missing line, or correct the places.",
  ),
  "table-tie-parted": error(
    "{unit}: ghi hạng {found}, phải là {expected}: bằng điểm với “{other}” ({#total}) nên đồng hạng. Sửa lại thứ hạng.",
    "{unit}: the place is printed as {found}, it is {expected}: the total {#total} is that of “{other}”, so they share a place. Correct it.",
  ),
  "table-tie-false": error(
    "{unit}: ghi đồng hạng {found} với “{other}” nhưng tổng điểm khác nhau; phải là hạng {expected}. Sửa lại thứ hạng.",
    "{unit}: printed as sharing place {found} with “{other}”, though their totals differ; the place is {expected}. Correct it.",
  ),
  "table-mean-impossible": error(
    "Điểm trung bình ghi {#found}; từ tổng điểm đã công bố chỉ có thể là {#expected}. Tính lại trung bình.",
    "The mean is printed as {#found}; the printed totals allow only {#expected}. Compute it again.",
  ),
  "table-grade-unknown": error(
    "Bộ tiêu chí không có mức xếp loại “{found}” (có: {expected}). Sửa lại mức xếp loại.",
    "The criteria set has no grade “{found}” (it has: {expected}). Correct the grade.",
  ),
  "table-grade-wrong": error(
    "{unit}: ghi xếp loại “{found}”; với {#total} điểm phải là “{expected}”. Sửa lại mức xếp loại.",
    "{unit}: the grade is printed as “{found}”; {#total} gives “{expected}”. Correct the grade.",
  ),
  "table-grade-count-differs": error(
    "Bảng ghi {#found} đơn vị xếp loại “{grade}”, đếm được {#expected}. Đếm lại.",
    "The table says {#found} units with the grade “{grade}”, the lines give {#expected}. Count again.",
  ),
  // Rows of a spreadsheet
  "rows-without-header": error(
    "Không tìm thấy dòng tiêu đề có cột “{expected}”. Giữ nguyên dòng tiêu đề của biểu mẫu.",
    "No heading row with a column “{expected}” was found. Keep the heading row of the template.",
  ),
  "column-missing": error(
    "Dòng tiêu đề thiếu cột “{expected}”. Ghi lại tên cột như trong biểu mẫu.",
    "The heading row lacks the column “{expected}”. Name the column as the template does.",
  ),
  "column-twice": error(
    "Cột “{found}” có hai lần trong dòng tiêu đề. Bỏ bớt một cột.",
    "The column “{found}” stands twice in the heading row. Remove one.",
  ),
  "row-code-unknown": error(
    "Bộ tiêu chí không có mã “{found}”; có phải là: {expected}? Sửa lại mã theo biểu mẫu.",
    "The criteria set has no code “{found}”; perhaps: {expected}. Correct it by the template.",
  ),
  "row-without-code": error(
    "Dòng này có số liệu nhưng không có mã. Ghi mã theo biểu mẫu, hoặc xóa dòng.",
    "This row has data but no code. Give the code of the template, or remove the row.",
  ),
  "row-code-twice": error(
    "Mã “{found}” đã có ở dòng {first}. Giữ lại một dòng.",
    "The code “{found}” already stands in row {first}. Keep one of the rows.",
  ),
  "row-on-title": error(
    "Mục “{found}” là dòng đề mục, không tự chấm. Chuyển nội dung này xuống dòng của tiêu chí được chấm điểm.",
    "“{found}” is a title row and is not scored itself. Move this to the row of an item that is scored.",
  ),
  "cell-misplaced": error(
    "Không ghi “{found}” ở ô này. Chuyển sang {expectedVi}.",
    "“{found}” does not belong in this cell. Move it to {expected}.",
  ),
  "cell-not-readable": error(
    "Ô này không phải là chữ hay số (có thể bảng tính đã đổi thành ngày tháng hoặc báo lỗi công thức). Định dạng ô là văn bản rồi ghi lại.",
    "This cell is neither text nor number (the spreadsheet may have made it a date, or shows an error). Format it as text and write it again.",
  ),
  "cell-not-a-count": error(
    "“{found}” không phải là số lượng: chỉ ghi số nguyên, dấu chấm chỉ để phân nhóm hàng nghìn (1.184). Sửa lại.",
    "“{found}” is not a count: write a whole number; a point only groups thousands (1.184). Correct it.",
  ),
  "cell-not-a-number": error(
    "“{found}” không phải là số viết đúng cách: dấu phẩy là dấu thập phân (98,5), không dùng dấu chấm, không ghi đơn vị hay ký hiệu %. Sửa lại.",
    "“{found}” is not a number as these rows are written: a comma is the decimal sign (98,5); no point, no unit and no % sign. Correct it.",
  ),
  "cell-digits-rounded": warning(
    "Ô lưu số {found}, bảng tính hiển thị {expected}; đọc theo số hiển thị. Kiểm tra lại công thức, nên ghi số liệu gốc.",
    "The cell holds {found} and the spreadsheet shows {expected}, which was read. Check the formula, and write the figures themselves where you can.",
  ),
  "cell-percent-as-share": warning(
    "Ô lưu số {#found}, đọc là {#found} %. Nếu ô định dạng phần trăm thì đổi sang định dạng số và ghi {#expected}.",
    "The cell holds {#found}, which was read as {#found}%. If it is formatted as a percentage, format it as a number and write {#expected}.",
  ),
  "cell-mark-unclear": error(
    "“{found}” không phải là dấu chọn. Ghi x (có) hoặc để trống, hoặc ghi không.",
    "“{found}” is not a mark. Write x for yes; leave the cell empty, or write không, for no.",
  ),
  "options-marked-twice": error(
    "Đã đánh dấu nhiều phương án ({found}). Chỉ đánh dấu một phương án.",
    "Several options are marked ({found}). Mark just one.",
  ),
  "option-unmarked": error(
    "Chưa đánh dấu phương án nào. Đánh dấu x vào phương án đúng, hoặc để trống cả tiêu chí.",
    "No option is marked. Mark the one that holds with x, or leave the whole item empty.",
  ),
  "figure-missing": error(
    "Thiếu số liệu ở ô này, trong khi các số liệu khác của tiêu chí đã ghi. Bổ sung số liệu (ghi 0 nếu không phát sinh).",
    "This figure is missing, while others of the same item are there. Add it (0 where there was none).",
  ),
  "row-missing": error(
    "Thiếu dòng số liệu có mã {expected}. Chép lại dòng này từ biểu mẫu.",
    "The row of figures with the code {expected} is missing. Copy it from the template.",
  ),
  "claim-without-reason": error(
    "Đề nghị không áp dụng mà chưa nêu lý do. Ghi lý do ở cột “{expected}”.",
    "The claim of not applicable has no reason. Give it in the column “{expected}”.",
  ),
  "evidence-unclear": error(
    "Không đọc được tài liệu “{found}”. Mỗi tài liệu ghi một dòng: số, ký hiệu; cơ quan ban hành; ngày/tháng/năm; mục …; trang … (mục, trang không bắt buộc).",
    "The document “{found}” cannot be read. Write one line for each: number; issuing body; day/month/year; “mục …; trang …” (section and page may be left out).",
  ),
  // Score vectors (audit/vector.ts)
  "vector-unreadable": error(
    "“{found}” không phải là dãy mã điểm: dãy mã bắt đầu bằng “{expected}” và có 9 phần cách nhau bằng dấu chấm phẩy. Chép lại cả dòng.",
    "“{found}” is no score vector: one begins with “{expected}” and has 9 sections parted by semicolons. Copy the whole line again.",
  ),
  "vector-of-other-set": error(
    "Dãy mã điểm thuộc bộ tiêu chí “{found}”, không phải “{expected}”. Dùng đúng bộ tiêu chí và lần ban hành.",
    "The vector is of the criteria set “{found}”, not of “{expected}”. Use that very set and edition.",
  ),
  "vector-length-differs": error(
    "Dãy mã điểm có {found} mục, bộ tiêu chí có {expected}. Chép lại cả dòng.",
    "The vector has {found} items here, the criteria set has {expected}. Copy the whole line again.",
  ),
  "vector-part-wrong": error(
    "Phần “{found}” của dãy mã điểm không đọc được (cần: {expected}). Chép lại phần này.",
    "The section “{found}” of the vector cannot be read (expected: {expected}). Copy it again.",
  ),
  "vector-mark-wrong": error(
    "Mục {item}: mã “{found}” trong dãy mã điểm không đọc được (cần: {expected}). Chép lại mã này.",
    "Item {item}: the mark “{found}” in the vector cannot be read (expected: {expected}). Copy it again.",
  ),
  "vector-check-differs": error(
    "Mã kiểm tra “{found}” không khớp (phải là “{expected}”): dãy mã chép sai ở đâu đó, hoặc bộ tiêu chí đã bị sửa. Đối chiếu lại với bản in.",
    "The check code “{found}” does not fit (it would be “{expected}”): something was copied wrongly, or the criteria set was changed. Compare with the print.",
  ),
}))() satisfies Readonly<Record<string, Wording>>;

/** The stable codes of all issues. */
export type IssueCode = keyof typeof issueWords;
