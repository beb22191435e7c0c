"""Cited documents in the forms they are cited in: kinds, numbers of State and Party, laws by name, dates."""

import pytest

from thidua.vanban.reading.bases import citations
from thidua.vanban.reading.period import period_of

GOVERNMENT = "Luật Tổ chức Chính phủ"
LOCAL = "Luật Tổ chức chính quyền địa phương"

CITED = [
    (
        f"Căn cứ {GOVERNMENT} ngày 19/6/2015 và {LOCAL} ngày 19/6/2015; "
        f"Luật sửa đổi, bổ sung một số điều của {GOVERNMENT} và {LOCAL} ngày 22/11/2019;",
        [
            (GOVERNMENT, None, "2015-06-19"),
            (LOCAL, None, "2015-06-19"),
            (f"Luật sửa đổi, bổ sung một số điều của {GOVERNMENT} và {LOCAL}", None, "2019-11-22"),
        ],
    ),
    (
        "Căn cứ Luật tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        [("Luật tổ chức chính quyền địa phương", None, "2015-06-19")],
    ),
    (
        "Căn cứ Luật Thi đua, Khen thưởng và Nghị định 121/2005/NĐ-CP ngày 30/9/2005 của Chính phủ;",
        [("Luật Thi đua, Khen thưởng", None, None), ("Nghị định", "121/2005/NĐ-CP", "2005-09-30")],
    ),
    (
        "Căn cứ Nghị định số 23/2006/NĐ-CP ngày 03/3/2006 của Chính phủ về thi hành Luật Bảo vệ và phát triển rừng;",
        [("Nghị định", "23/2006/NĐ-CP", "2006-03-03")],
    ),
    ("Căn cứ hướng dẫn số 56/HD-BTĐKT ngày 12/01/2006;", [("Hướng dẫn", "56/HD-BTĐKT", "2006-01-12")]),
    ("Căn cứ vào kế hoạch 22/KH –UBND ngày 13/11/2014;", [("Kế hoạch", "22/KH-UBND", "2014-11-13")]),
    ("tại Tờ trình số 47/TTr - SNN ngày 21/5/2007", [("Tờ trình", "47/TTr-SNN", "2007-05-21")]),
    ("Thực hiện Luật Hộ tịch năm 2014, các cơ quan", [("Luật Hộ tịch", None, None)]),
    ("Căn cứ Luật Thi đua, khen thưởng năm 2022;", [("Luật Thi đua, khen thưởng", None, None)]),
    ("Căn cứ Luật Phòng, chống ma túy số 73/2021/QH14 ngày 30/3/2021;", [("Luật", "73/2021/QH14", "2021-03-30")]),
    ("Thực hiện Kết luận số 83-KL/TW ngày 21/6/2024;", [("Kết luận", "83-KL/TW", "2024-06-21")]),
    ("Thực hiện Kế hoạch số 12 -KH/TU, ngày 05/11/2025;", [("Kế hoạch", "12-KH/TU", "2025-11-05")]),
    ("Theo Kế hoạch 223/KH- UBND ngày 24/10/2025 của UBND tỉnh", [("Kế hoạch", "223/KH-UBND", "2025-10-24")]),
    (
        "Căn cứ Quyết định số 1234/QĐ-UBND, số 1235/QĐ-UBND ngày 05/5/2025;",
        [("Quyết định", "1234/QĐ-UBND", None), ("Quyết định", "1235/QĐ-UBND", "2025-05-05")],
    ),
    (
        "Căn cứ các Nghị định: Số 98/2023/NĐ-CP ngày 31/12/2023; số 152/2025/NĐ-CP ngày 14/6/2025;",
        [("Nghị định", "98/2023/NĐ-CP", "2023-12-31"), ("Nghị định", "152/2025/NĐ-CP", "2025-06-14")],
    ),
    (
        "theo quy định tại Kế hoạch ban hành theo Quyết định số 182/QĐ-UBND ngày 06/02/2023",
        [("Quyết định", "182/QĐ-UBND", "2023-02-06")],
    ),
    (
        "Ngày 24/7/2024, Chủ tịch Ủy ban nhân dân tỉnh có Công văn số 2769/UBND-NCKSTTHC về việc tổ chức đại hội",
        [("Công văn", "2769/UBND-NCKSTTHC", "2024-07-24")],
    ),
    ("Thực hiện Đề án 06 và Nghị quyết Đại hội nhiệm kỳ 2020 - 2025;", []),
    ("Thực hiện nhiệm vụ năm 2025, số 12 đường Tô Hiệu;", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CITED)
def test_citations(sentence, expected):
    assert [(basis.type, basis.id, basis.date) for basis in citations(sentence)] == expected


@pytest.mark.parametrize(
    ("title", "written", "expected"),
    [
        ("Triển khai phong trào thi đua giai đoạn 2023 - 2025", 2024, [2023, 2025]),
        ("Thực hiện Chương trình giai đoạn 2025-2035, định hướng đến năm 2045", 2025, [2025, 2035]),
        ("Thực hiện Kế hoạch giai đoạn 2021 - 2025 năm 2024", 2024, [2024, 2024]),
        ("Nhiệm vụ trọng tâm cuối năm 2025", 2025, [2025, 2025]),
        ("Giá thị trường tháng 7 năm 2024", 2024, [2024, 2024]),
        ("Kế hoạch năm học 2025-2026", 2025, [2025, 2026]),
        ("Đề án tìm kiếm từ nay đến năm 2020 và những năm tiếp theo", 2013, [2013, 2020]),
        ("Thực hiện Chỉ thị số 27/CT-TTg ngày 15 tháng 8 năm 2024 của Thủ tướng", 2025, None),
        ("Kiểm kê tài sản công thời điểm 0h00 ngày 01 tháng 01 năm 2026", 2025, None),
        ("Triển khai thi hành Luật Việc làm", 2025, None),
    ],
)
def test_periods(title, written, expected):
    assert period_of(title, written, []) == expected
