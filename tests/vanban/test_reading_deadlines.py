"""Deadlines in the many ways official prose writes them; and dates that are no deadlines."""

import datetime as dt

import pytest

from thidua.vanban.reading import understand
from thidua.vanban.reading.duedates import Frame, find
from thidua.vanban.sources.txt import lines_of

FRAME = Frame("KẾ HOẠCH", dt.date(2025, 5, 10), 2025)
REPORT = Frame("BÁO CÁO", dt.date(2025, 5, 10), 2025)

DUE = [
    ("Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 16 tháng 12 năm 2025.", [("fixed", "2025-12-16")]),
    ("Gửi kết quả về Văn phòng trước 17 giờ 00 ngày 5/6/2026 để tổng hợp.", [("fixed", "2026-06-05")]),
    ("Gửi kết quả trước 17h00, ngày 05/6/2026.", [("fixed", "2026-06-05")]),
    ("Nộp hồ sơ chậm nhất ngày 20 hàng tháng.", [("monthly", "20")]),
    ("Báo cáo kết quả trước ngày 25 hằng tháng về UBND xã.", [("monthly", "25")]),
    ("Báo cáo kết quả trước ngày 15/12 hằng năm.", [("annual", "12-15")]),
    ("Báo cáo trước ngày 30 tháng 11 hằng năm.", [("annual", "11-30")]),
    ("Hằng năm, trước ngày 15/11, các phòng gửi báo cáo về Văn phòng.", [("annual", "11-15")]),
    ("Định kỳ hằng năm (trước ngày 10/12) báo cáo kết quả thực hiện.", [("annual", "12-10")]),
    (
        "Định kỳ 06 tháng một lần: gửi báo cáo trước ngày 15/6 và 15/12.",
        [("semiannual", "06-15"), ("semiannual", "12-15")],
    ),
    ("Định kỳ 6 tháng, năm báo cáo kết quả trước ngày 15/6 và 15/12.", [("semiannual", "06-15"), ("annual", "12-15")]),
    (
        "Báo cáo 6 tháng gửi trước ngày 10/6, báo cáo năm gửi trước ngày 10/12 hằng năm.",
        [("semiannual", "06-10"), ("annual", "12-10")],
    ),
    ("Báo cáo quý gửi trước ngày 20 của tháng cuối quý.", [("quarterly", "20")]),
    ("Hằng quý, trước ngày 25 tháng cuối quý, gửi báo cáo về Phòng Nội vụ.", [("quarterly", "25")]),
    ("Hoàn thành trong tháng 6/2025.", [("fixed", "2025-06")]),
    ("Hoàn thành việc rà soát trong quý IV/2025.", [("fixed", "2025-Q4")]),
    ("Hoàn thành trước ngày 30.6.2025.", [("fixed", "2025-06-30")]),
    ("Hoàn thành chậm nhất là ngày 15-8-2025.", [("fixed", "2025-08-15")]),
    ("Xây dựng kế hoạch, hoàn thành trước tháng 6 năm 2025.", [("fixed", "2025-06")]),
    ("Thời gian hoàn thành: Quý III năm 2025.", [("fixed", "2025-Q3")]),
    ("Thời gian hoàn thành: Trước ngày 31/5/2026.", [("fixed", "2026-05-31")]),
    ("Thời hạn gửi báo cáo: chậm nhất ngày 25/11/2025.", [("fixed", "2025-11-25")]),
    ("Tổ chức triển khai trong 30 ngày kể từ ngày Kế hoạch được ban hành.", [("relative", "P30D")]),
    ("Trong thời hạn 05 ngày làm việc, kể từ ngày nhận được hồ sơ, Sở Nội vụ thẩm định.", [("relative", "P5D")]),
    ("Báo cáo chậm nhất sau 03 ngày kể từ khi kết thúc đợt thi đua.", [("relative", "P3D")]),
    ("Xử lý trong vòng 24 giờ kể từ khi tiếp nhận tin báo.", [("relative", "PT24H")]),
    ("Gửi dự thảo trước khi họp ít nhất 05 ngày.", [("relative", "P5D")]),
    ("Lễ phát động tổ chức vào ngày 20/8/2025 tại hội trường.", [("fixed", "2025-08-20")]),
    ("Tổ chức hội nghị sơ kết trong tháng 7 năm 2025.", [("fixed", "2025-07")]),
    ("Tháng 9/2025: Tổ chức lễ phát động.", [("fixed", "2025-09")]),
    ("Gửi đăng ký về Hội đồng trước ngày 20/9.", [("fixed", "2025-09-20")]),
    ("Các lớp nộp bài dự thi chậm nhất đến hết ngày 15/11/2025.", [("fixed", "2025-11-15")]),
    ("Đề nghị các cơ quan gửi văn bản góp ý (qua Sở Nội vụ) trước ngày 01/8/2025.", [("fixed", "2025-08-01")]),
    ("Thời gian nhận bài: từ ngày 01/6/2025 đến hết ngày 30/9/2025.", []),
    ("Thời hạn nhận bài: Đến hết ngày 30/9/2025.", [("fixed", "2025-09-30")]),
    ("Báo cáo năm: gửi trước ngày 15 tháng 12.", [("annual", "12-15")]),
    (
        "Chế độ báo cáo: trước ngày 15 tháng 6 (đối với báo cáo 6 tháng) và ngày 15 tháng 12 (đối với báo cáo năm).",
        [("semiannual", "06-15"), ("annual", "12-15")],
    ),
    (
        "Báo cáo định kỳ 6 tháng (trước ngày 05/6), năm (trước ngày 05/12) về Thường trực Hội đồng.",
        [("semiannual", "06-05"), ("annual", "12-05")],
    ),
    (
        "Gửi trước ngày 05 tháng 6 (báo cáo 6 tháng) và ngày 05 tháng 12 (báo cáo năm).",
        [("semiannual", "06-05"), ("annual", "12-05")],
    ),
    ("Gửi báo cáo trước ngày 20 của tháng cuối mỗi quý.", [("quarterly", "20")]),
    ("Tổng hợp số liệu vào ngày 25 hằng tháng.", [("monthly", "25")]),
    ("Báo cáo kết quả năm trước ngày 15/01 năm sau.", [("annual", "01-15")]),
    ("Báo cáo chậm nhất ngày 31 tháng 01 của năm kế tiếp.", [("annual", "01-31")]),
    ("Báo cáo nhanh trước 15h00 hàng ngày về Thường trực Ban Chỉ đạo.", [("daily", "15:00")]),
    (
        "Báo cáo sơ kết trước ngày 10/6/2025 và báo cáo tổng kết trước ngày 10/12/2025.",
        [("fixed", "2025-06-10"), ("fixed", "2025-12-10")],
    ),
    ("Sơ kết vào quý III/2025, tổng kết vào quý IV/2026.", [("fixed", "2025-Q3"), ("fixed", "2026-Q4")]),
    ("Ngày 30/6/2025: Hoàn thành việc ký cam kết.", [("fixed", "2025-06-30")]),
    ("Hoàn thành xong trước ngày 10 tháng 6.", [("fixed", "2025-06-10")]),
    (
        "Thời gian gửi báo cáo: Báo cáo 6 tháng trước ngày 10/6; báo cáo năm trước ngày 01/12.",
        [("semiannual", "06-10"), ("annual", "12-01")],
    ),
    ("Gửi báo cáo (trước ngày 20 hàng tháng) về UBND phường.", [("monthly", "20")]),
    ("Nộp báo cáo trong vòng 10 ngày sau khi kết thúc đợt thi đua.", [("relative", "P10D")]),
    ("Báo cáo kết quả chậm nhất 10 ngày sau khi kết thúc phong trào.", [("relative", "P10D")]),
    ("Gửi báo cáo trước 30/11 hằng năm.", [("annual", "11-30")]),
    ("Gửi báo cáo ngày 15 hằng tháng về Công an xã.", [("monthly", "15")]),
    ("Gửi báo cáo trước ngày mùng 5 hằng tháng.", [("monthly", "05")]),
    ("Gửi báo cáo chậm nhất ngày 05 tháng sau.", [("monthly", "05")]),
    ("Các trường hoàn thành việc đăng ký (trước ngày 30/9/2025) và gửi danh sách về Sở.", [("fixed", "2025-09-30")]),
    (
        "Báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 25/11 để tổng hợp báo cáo UBND xã.",
        [("fixed", "2025-11-25")],
    ),
    ("Thời gian thực hiện: Xong trước 15/6/2025.", [("fixed", "2025-06-15")]),
    ("Thời gian: Trong tháng 8/2025.", [("fixed", "2025-08")]),
    ("Tổ chức ký cam kết trong tháng 01 hằng năm.", [("annual", "01")]),
    (
        "Gửi hồ sơ đề nghị khen thưởng về Sở Nội vụ trước ngày 31 tháng 10 năm 2025 (qua đường văn thư).",
        [("fixed", "2025-10-31")],
    ),
]

NONE = [
    "Căn cứ Quyết định số 182/QĐ-UBND ngày 06/02/2023 của Chủ tịch UBND tỉnh.",
    "Quyết định này có hiệu lực từ ngày 01/7/2025.",
    "Nhiệm kỳ 2020 - 2025, Đại hội đã bầu Ban Chấp hành gồm 15 đồng chí.",
    "Phấn đấu đến năm 2030 đạt 100% xã không có ma túy.",
    "Tính đến ngày 30/4/2025, toàn tỉnh có 75 xã, phường.",
    "Đã hoàn thành việc rà soát trước ngày 30/3/2025.",
    "Các hồ sơ tiếp nhận trước ngày 01/7/2025 thực hiện theo quy định cũ.",
    "Kỷ niệm 80 năm Ngày truyền thống (28/8/1945 - 28/8/2025).",
    "Trẻ em từ 06 tháng đến 36 tháng tuổi được hỗ trợ.",
    "Tỷ lệ hộ nghèo giảm còn 2,5% vào năm 2025.",
    "Kinh phí bố trí trong dự toán năm 2025 của các đơn vị.",
    "Trong 02 năm liên tục không báo cáo về tổ chức, hoạt động.",
    "Kế hoạch số 15/KH-UBND ngày 10/01/2025 của UBND xã.",
    "Phong trào được triển khai từ năm 2023 đến năm 2025.",
    "Họp định kỳ hàng tháng, đột xuất khi cần.",
    "Thực hiện thường xuyên, liên tục trong năm.",
    "Số liệu báo cáo năm tính từ ngày 15/12 năm trước đến ngày 14/12 của năm báo cáo.",
    "Thời gian tổ chức đại hội không quá 02 ngày.",
    "Mỗi đơn vị tổ chức tối thiểu 02 lần/năm.",
    "Hoàn thành trước Tết Nguyên đán.",
    "Người sinh từ ngày 01/01/2007 đến ngày 31/12/2012.",
    "Luật Phòng, chống ma túy được thông qua ngày 30/3/2021, có hiệu lực từ ngày 01/01/2022.",
    "Giữ vững kết quả đạt được từ năm 2023 đến nay.",
    "Công văn số 12/UBND-NC ngày 05/5/2025 về việc báo cáo trước ngày 10/5/2025 đã được triển khai.",
    "Phấn đấu trên 90% đơn vị đạt tiêu chuẩn trong giai đoạn 2026 - 2030.",
]


@pytest.mark.parametrize(("sentence", "expected"), DUE)
def test_due(sentence, expected):
    assert [(d.kind, d.date) for d in find(sentence, FRAME) if d.strength == "hard"] == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_deadline_is_invented(sentence):
    assert [(d.kind, d.date) for d in find(sentence, FRAME) if d.strength == "hard"] == []


def test_a_report_tells_of_the_past():
    text = "Trong tháng 4/2025 đã tổ chức hội nghị; ngày 20/4/2025 tổ chức lễ phát động."
    assert find(text, REPORT) == []


def test_a_table_of_tasks_in_the_body():
    text = """\
KẾ HOẠCH
Thi đua năm 2025
I. NHIỆM VỤ
| TT | Nội dung công việc | Đơn vị chủ trì | Thời gian hoàn thành |
| 1 | Ký cam kết | Văn phòng | Trước ngày 30/3/2025 |
| 2 | Tuyên truyền | Các phòng | Thường xuyên |
| 3 | Báo cáo | Phòng Tổng hợp | Trước ngày 20/11 hằng năm |
II. BẢNG ĐIỂM
| TT | Tên xã | Số hộ |
| 1 | Chiềng Mai | 12/3/2025 |
"""
    found = understand(lines_of(text)).deadlines
    assert [(one.kind, one.date, one.strength, one.what, one.unit, one.line) for one in found] == [
        ("fixed", "2025-03-30", "hard", "Ký cam kết", "Văn phòng", 5),
        ("annual", "11-20", "hard", "Báo cáo", "Phòng Tổng hợp", 7),
    ]
