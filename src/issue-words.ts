/**
 * The words of every issue, as data: code, severity, Vietnamese, English. `{name}` is a fact as it stands, `{#name}` a
 * number printed in the style of the language. Each says what is wrong and how to mend it.
 */
interface Words {
  readonly severity: "error" | "warning";
  readonly vi: string;
  readonly en: string;
}

const error = (vi: string, en: string): Words => ({ severity: "error", vi, en });
const warning = (vi: string, en: string): Words => ({ severity: "warning", vi, en });

export const issueWords = {
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
  "value-in-cycle": error("Giá trị chứa chính nó. Bỏ vòng lặp.", "The value contains itself. Remove the cycle."),
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
  "empty-list": error("Danh sách để trống. Bổ sung ít nhất một mục.", "The list is empty. Add at least one entry."),
  "not-a-decimal": error(
    "“{found}” không phải số thập phân đúng cách viết (ví dụ \"0.5\": dấu chấm thập phân, tối đa 30 ký tự, không số mũ). Viết lại.",
    "“{found}” is not a decimal as data writes it (for example \"0.5\": decimal point, at most 30 characters, no exponent). Write it again.",
  ),
  "decimal-comma": error(
    "“{found}” dùng dấu phẩy thập phân; trong dữ liệu viết “{expected}”. Thay dấu phẩy bằng dấu chấm.",
    "“{found}” has a decimal comma; in data it is written “{expected}”. Replace the comma by a point.",
  ),
  "number-not-exact": error(
    "Số {found} có hơn 15 chữ số có nghĩa. Viết dưới dạng chuỗi, ví dụ \"{found}\".",
    "The number {found} has more than 15 significant digits. Write it as a text, for example \"{found}\".",
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
} as const satisfies Record<string, Words>;

/** The stable codes of all issues. */
export type IssueCode = keyof typeof issueWords;
