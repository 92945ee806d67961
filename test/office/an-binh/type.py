"""Types the year of the ten communes of An Bình (fictional), as ten officials would, into a folder that `start` made.

The forms and the workbook beside this file come from it: typed with openpyxl, calculated and saved by LibreOffice, so
that two other programs than this project's own wrote them. Run where both are installed:

    npx tsx src/bin.ts start test/office/an-binh/bo-tieu-chi.json units.csv /tmp/dot
    python3 test/office/an-binh/type.py /tmp/dot test/office/an-binh

`units.csv` lists the names below under the headings Tên and Nhóm. The ten mistakes stand at the end.
"""

import os
import subprocess
import sys

import openpyxl

start, here = sys.argv[1:3]
book, forms = os.path.join(here, "dot.xlsx"), os.path.join(here, "phieu")
COUNCIL = "Hội đồng thẩm định tỉnh"

# id: name; plan; reports I, half-year, III, year; tasks done of planned; articles; dossiers in time of all; % online;
# no apology, extra papers; days; fees paid online of all; day of handing in; points for digital transformation
UNITS = {
    "xa-phu-loc": ("Xã Phú Lộc", "thang-01", "xxxx", 19, 20, 8, 1190, 1200, 78.5, 1, 0, 7, 350, 420, "14/12/2026", "7,3"),
    "xa-thanh-my": ("Xã Thạnh Mỹ", "thang-01", "xxx-", 18, 20, 12, 1450, 1500, 82, 0, 1, 6.5, 200, 260, "08/12/2026", "6"),
    "xa-an-hoa": ("Xã An Hòa", "thang-02", "xxxx", 15, 16, 10, 880, 900, 66.4, 0, 0, 9, 120, 200, "09/12/2026", "7"),
    "xa-binh-thuan": ("Xã Bình Thuận", "thang-01", "x-xx", 22, 24, 5, 1010, 1100, 55, 3, 1, 12, 90, 140, "12/12/2026", "5,5"),
    "xa-long-dien": ("Xã Long Điền", "muon", "xx-x", 12, 16, 4, 640, 700, 39.9, 2, 2, 15, 0, 0, "13/12/2026", "4,2"),
    "xa-tan-phuoc": ("Xã Tân Phước", "thang-01", "xxxx", 20, 20, 10, 998, 1000, 91.2, 0, 0, 5, 410, 450, "15/12/2026", "8,8"),
    "phuong-trung-tam": ("Phường Trung Tâm", "thang-01", "xxxx", 30, 31, 15, 5120, 5150, 88.8, 0, 0, 6, 2100, 2200, "14/12/2026", "9,1"),
    "phuong-ben-cat-do": ("Phường Bến Cát Đỏ", "thang-02", "xxx-", 25, 28, 9, 3300, 3400, 71, 1, 1, 8.25, 1500, 1900, "10/12/2026", "8,2"),
    "phuong-vinh-phu": ("Phường Vĩnh Phú", "thang-01", "xxxx", 27, 30, 11, 2950, 3000, 76.3, 0, 1, 10, 900, 1300, "15/12/2026", "6,8"),
    "phuong-loc-son": ("Phường Lộc Sơn", "thang-01", "x-xx", 17, 20, 6, 2015, 2100, 60, 2, 0, 11, 700, 1200, "11/12/2026", "7,5"),
}
PARTS = ("quy-1", "sau-thang", "quy-3", "nam")


def row(sheet, code):
    return next(r for r in range(8, 42) if sheet.cell(r, 1).value == code)


def type_form(unit, sheet):
    name, plan, reports, done, planned, articles, timely, dossiers, online, no_apology, papers, days, paid, fees, *_ = UNITS[unit]

    def number(code, value):
        sheet.cell(row(sheet, code), 4).value = value

    def document(code, *papers):
        lines = [f"{kind} số {sign} ngày {day} của UBND {name[0].lower()}{name[1:]}" for kind, sign, day in papers]
        sheet.cell(row(sheet, code), 6).value = "\n".join(lines)

    number(f"1.1#{plan}", "x")
    document("1.1", ("Kế hoạch", "05/KH-UBND", "15/01/2026"))
    for part, mark in zip(PARTS, reports):
        number(f"1.2#{part}", "x" if mark == "x" else "không")
    document("1.2", ("Báo cáo", "20/BC-UBND", "14/03/2026"), ("Báo cáo", "58/BC-UBND", "12/06/2026"))
    number("1.3#numerator", done)
    number("1.3#denominator", planned)
    document("1.3", ("Báo cáo", "120/BC-UBND", "01/12/2026"))
    number("1.4#count", articles)
    sheet.cell(row(sheet, "1.4"), 7).value = "Đăng trên trang thông tin điện tử."
    number("2.1#numerator", timely)
    number("2.1#denominator", dossiers)
    document("2.1", ("Báo cáo", "121/BC-UBND", "02/12/2026"))
    number("2.2#percent", online)
    document("2.2", ("Báo cáo", "122/BC-UBND", "02/12/2026"))
    number("2.3#khong-xin-loi", no_apology)
    number("2.3#giay-to-thua", papers)
    sheet.cell(row(sheet, "2.3"), 7).value = "Theo sổ theo dõi của Trung tâm Phục vụ hành chính công."
    number("3.1#value", days)
    document("3.1", ("Báo cáo", "123/BC-UBND", "03/12/2026"))
    if fees == 0:
        number("3.3", "Không áp dụng")
        sheet.cell(row(sheet, "3.3"), 7).value = "Trong năm không phát sinh giao dịch nộp phí, lệ phí."
    else:
        number("3.3#numerator", paid)
        number("3.3#denominator", fees)
        document("3.3", ("Báo cáo", "124/BC-UBND", "03/12/2026"))


def type_book(it):
    for line in it["Đơn vị"].iter_rows(min_row=2):
        line[8].value, line[9].value = COUNCIL, UNITS[line[0].value][14]
        line[10].value, line[11].value = "Chủ tịch UBND", "08/12/2026"
    roles = (("to-cong-tac", "Tổ công tác", "lần 1"), ("chu-tich", "Chủ tịch", "kết luận"))
    for at, (code, role, stage) in enumerate(roles, 2):
        for column, value in ((1, "hd-tinh"), (2, COUNCIL), (4, code), (5, role), (8, stage)):
            it["Hội đồng"].cell(at, column).value = value
    opinions = (
        ("Xã Phú Lộc", "1.3", "điều chỉnh", "tử số: 18; mẫu số: 20", None, "Nhiệm vụ số 7 hoàn thành sau thời hạn."),
        ("Xã Thạch Mỹ", "1.4", "trả lại", None, None, "Chưa có đường dẫn tin, bài."),  # Xã Thạnh Mỹ: the sixth mistake
        ("Phường Trung Tâm", "2.3", "điều chỉnh", None, "8,5", "Có hồ sơ yêu cầu giấy tờ ngoài quy định."),
        ("Xã Long Điền", "3.3", "không áp dụng", None, None, "Đã đối chiếu, không phát sinh giao dịch."),
    )
    for at, (unit, item, kind, facts, points, reason) in enumerate(opinions, 2):
        values = (unit, item, "lần 1", "Tổ công tác", "05/01/2027", kind, facts, points, None, None, reason)
        for column, value in enumerate(values, 1):
            it["Ý kiến thẩm định"].cell(at, column).value = value
    for at, (name, *_, points) in enumerate(UNITS.values(), 2):
        for column, value in enumerate((name, "3.2", f"điểm: {points}", "Sở Khoa học và Công nghệ"), 1):
            it["Số liệu"].cell(at, column).value = value
    counts = (("Phiếu A (người dân)", 40, "a1"), ("Phiếu A (người dân)", None, "a2"), ("Phiếu B (tổ chức, doanh nghiệp)", 15, "b1"))
    lines = [(name, offset % 3, *line) for offset, (name, *_) in enumerate(UNITS.values()) for line in counts]
    for at, (name, less, questionnaire, valid, question) in enumerate(lines, 2):
        rest = 10 if question == "b1" else 35
        values = (name, questionnaire, valid, None, question, rest - less, less, 3, 1, 1)
        for column, value in enumerate(values, 1):
            it["Khảo sát"].cell(at, column).value = value


def save(unit, change, name=None):
    it = openpyxl.load_workbook(os.path.join(start, "phieu", f"{unit}.xlsx"))
    type_form(name or unit, it["Phiếu"])
    change(it["Phiếu"])
    it.save(os.path.join(forms, f"{name or unit}.xlsx"))


def put(code, value, number_format="General", column=4):
    def change(sheet):
        cell = sheet.cell(row(sheet, code), column)
        cell.value, cell.number_format = value, number_format

    return change


def deleted(code):
    return lambda sheet: sheet.delete_rows(row(sheet, code))


def sorted_by_name(sheet):
    lines = sorted(([cell.value for cell in sheet[r]] for r in range(8, 41)), key=lambda line: str(line[1]))
    for at, line in enumerate(lines, 8):
        for column, value in enumerate(line, 1):
            sheet.cell(at, column).value = None if column == 5 else value


def renamed(sheet):
    sheet.title = "Xã Tân Phước"
    put("2.3#khong-xin-loi", "Không phát sinh")(sheet)


os.makedirs(forms, exist_ok=True)
it = openpyxl.load_workbook(os.path.join(start, "dot.xlsx"))
type_book(it)
it.save(book)
dated = "Báo cáo số 20/BC-UBND ngày 31/02/2026 của UBND phường Trung Tâm"
save("xa-phu-loc", put("2.2#percent", 78.5, "0%"))  # 1: typed, then shown as a percentage: 7850 %
save("xa-an-hoa", lambda _: None)
os.rename(os.path.join(forms, "xa-an-hoa.xlsx"), os.path.join(forms, "xa-an-hoa (1).xlsx"))  # 2: sent twice
save("xa-an-hoa", put("1.4#count", 9))
save("xa-long-dien", lambda _: None)
save("xa-long-dien", lambda _: None, "xa-binh-thuan")  # 3: Bình Thuận's year on Long Điền's form
save("phuong-loc-son", deleted("1.3#numerator"))  # 4
save("phuong-trung-tam", put("1.2", dated, "@", 6))  # 5; 6 is in the workbook
save("phuong-ben-cat-do", put("2.1#denominator", 3.4))  # 7: 3.400 typed where the machine's point is decimal
save("xa-thanh-my", put("1.4#count", "1,5", "@"))  # 8
save("phuong-vinh-phu", lambda sheet: (put("1.3#numerator", "=27/0")(sheet), sorted_by_name(sheet)))  # 9
save("xa-tan-phuoc", renamed)  # no mistake; nor are the sorted rows
office = ["soffice", "--headless", "--convert-to"]
names = sorted(os.path.join(forms, name) for name in os.listdir(forms))
subprocess.run([*office, "xlsx:Calc MS Excel 2007 XML", "--outdir", os.path.join(start, "saved"), *names, book], check=True)
for name in names:
    os.replace(os.path.join(start, "saved", os.path.basename(name)), name)
os.replace(os.path.join(start, "saved", "dot.xlsx"), book)
subprocess.run([*office, "xls:MS Excel 97", "--outdir", start, os.path.join(forms, "xa-tan-phuoc.xlsx")], check=True)
os.replace(os.path.join(start, "xa-tan-phuoc.xls"), os.path.join(forms, "bo-sung.xlsx"))  # 10: .xls, renamed
