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
} as const satisfies Record<string, Words>;

/** The stable codes of all issues. */
export type IssueCode = keyof typeof issueWords;
