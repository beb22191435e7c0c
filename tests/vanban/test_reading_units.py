"""Who is charged with duties: lists of units, conclusions of a meeting, members who are no addressees of duties."""

from __future__ import annotations

import pytest

from thidua.vanban.reading import understand
from thidua.vanban.reading.period import period_of
from thidua.vanban.reading.unitnames import units_in
from thidua.vanban.sources.txt import lines_of

TOP = """ỦY BAN NHÂN DÂN
TỈNH LÂM SƠN
Số: 12/{symbol}
Lâm Sơn, ngày 11 tháng 3 năm 2025
{kind}
Về công tác chuẩn bị Hội nghị điển hình tiên tiến
"""


def units(kind, symbol, body):
    return understand(lines_of(TOP.format(kind=kind, symbol=symbol) + body)).responsible_units


def test_a_conclusion_charges_the_units_its_items_begin_with():
    body = """Sau khi nghe báo cáo, Phó Chủ tịch UBND tỉnh kết luận như sau:
1. Ghi nhận kết quả bước đầu.
2. Yêu cầu các cơ quan, đơn vị tập trung thực hiện các nhiệm vụ sau:
2.1. Sở Nội vụ
- Trình Kế hoạch trước ngày 20/3/2025.
2.2. Sở Văn hóa, Thể thao và Du lịch chủ trì xây dựng kịch bản.
2.3. Công an tỉnh bảo đảm an ninh, trật tự.
3. Giao UBND các xã, phường lập danh sách gửi Sở Nội vụ.
"""
    assert units("THÔNG BÁO", "TB-UBND", body) == [
        "Sở Nội vụ",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Công an tỉnh",
        "UBND các xã, phường",
    ]


def test_members_of_a_council_are_not_charged():
    body = """Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022,
QUYẾT ĐỊNH:
Điều 1. Thành lập Hội đồng gồm các thành viên sau đây:
1. Chủ tịch Hội đồng: Phó Chủ tịch tỉnh.
2. Phó Chủ tịch Hội đồng: Giám đốc Sở Nội vụ.
3. Các ủy viên: đại diện các sở.
Điều 2. Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này./.
"""
    assert units("QUYẾT ĐỊNH", "QĐ-UBND", body) == ["Giám đốc Sở Nội vụ"]


def test_units_parted_by_semicolons_before_a_long_duty():
    text = (
        "Các sở, ban, ngành; Ủy ban nhân dân các xã, phường căn cứ chức năng, nhiệm vụ được giao chủ động xây dựng kế "
        "hoạch thực hiện; định kỳ báo cáo kết quả về Sở Nội vụ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy định."
    )
    assert units_in(text) == ["Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"]


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Kết quả công tác thi đua năm 2023; phương hướng, nhiệm vụ năm 2024", [2023, 2023]),
        ("Tổng kết công tác năm 2023 và phương hướng nhiệm vụ năm 2024", [2023, 2023]),
        ("Phát động thi đua năm 2024", [2024, 2024]),
    ],
)
def test_a_report_covers_the_year_it_reports_on(title, years):
    assert period_of(title, 2023, []) == years


def test_a_clause_of_an_article_names_who_carries_the_decision_out():
    body = """Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022,
QUYẾT ĐỊNH:
Điều 1. Công nhận kết quả.
Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực kể từ ngày ký.
2. Chánh Văn phòng, Vụ trưởng Vụ Pháp chế chịu trách nhiệm thi hành Quyết định này./.
"""
    assert units("QUYẾT ĐỊNH", "QĐ-BVC", body) == ["Chánh Văn phòng", "Vụ trưởng Vụ Pháp chế"]
