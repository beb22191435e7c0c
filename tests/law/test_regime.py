"""The regime of a day, and legal bases that were cited after their end."""

import datetime as dt

import pytest

from thidua.law import regime


def day(text: str) -> dt.date:
    """Read an ISO date."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "numbers"),
    [
        ("2022-12-31", ()),
        ("2023-02-06", ("15/2003/QH11", "91/2017/NĐ-CP", "12/2019/TT-BNV")),
        ("2023-12-31", ("15/2003/QH11", "91/2017/NĐ-CP", "12/2019/TT-BNV")),
        ("2024-01-01", ("06/2022/QH15", "98/2023/NĐ-CP")),
        ("2024-04-15", ("06/2022/QH15", "98/2023/NĐ-CP", "01/2024/TT-BNV")),
        ("2025-06-30", ("06/2022/QH15", "98/2023/NĐ-CP", "01/2024/TT-BNV")),
        ("2025-07-01", ("06/2022/QH15", "152/2025/NĐ-CP", "01/2024/TT-BNV")),
        ("2025-08-04", ("06/2022/QH15", "152/2025/NĐ-CP", "01/2024/TT-BNV")),
        ("2025-08-05", ("06/2022/QH15", "152/2025/NĐ-CP", "15/2025/TT-BNV")),
        ("2026-10-01", ("06/2022/QH15", "06/2026/QH16", "152/2025/NĐ-CP", "15/2025/TT-BNV")),
        ("2027-03-02", ("06/2022/QH15", "06/2026/QH16", "15/2025/TT-BNV")),
    ],
)
def test_the_texts_of_a_day(on: str, numbers: tuple[str, ...]) -> None:
    assert tuple(text.number for text in regime.on(day(on)).texts) == numbers


@pytest.mark.parametrize(
    ("on", "warnings"),
    [
        ("2023-06-01", ()),
        ("2024-02-01", ("Không có thông tư nào được ghi là có hiệu lực ngày 01/02/2024.",)),
        (
            "2025-07-15",
            (
                "Nghị định 152/2025/NĐ-CP: thời hạn hiệu lực theo nguồn gián tiếp hoặc địa phương khác. Ngày hết hiệu "
                "lực 01/03/2027 chỉ theo bản ghi trên vbpl.vn. Chưa biết có sửa đổi sau 01/10/2026 hay không.",
                "Thông tư 01/2024/TT-BNV: thời hạn hiệu lực chưa kiểm chứng. Ngày bắt đầu ghi theo ngày ký.",
                "Nghị định 152/2025/NĐ-CP đang đi cùng Thông tư 01/2024/TT-BNV ban hành trước nó: thông tư hướng dẫn "
                "mới chưa có hiệu lực.",
            ),
        ),
        (
            "2026-11-23",
            (
                "Luật 06/2026/QH16: theo nguồn gián tiếp hoặc địa phương khác; cần đối chiếu trước khi áp dụng.",
                "Nghị định 152/2025/NĐ-CP: thời hạn hiệu lực theo nguồn gián tiếp hoặc địa phương khác. Ngày hết hiệu "
                "lực 01/03/2027 chỉ theo bản ghi trên vbpl.vn. Chưa biết có sửa đổi sau 01/10/2026 hay không.",
            ),
        ),
    ],
)
def test_doubts_are_said(on: str, warnings: tuple[str, ...]) -> None:
    assert regime.on(day(on)).warnings == warnings


@pytest.mark.parametrize(
    ("basis", "on", "found"),
    [
        ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023", "2024-04-15", [("98/2023/NĐ-CP", "in_force")]),
        ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023", "2025-07-01", [("98/2023/NĐ-CP", "expired")]),
        ("Căn cứ Nghị định số 152/2025/NĐ-CP", "2025-06-30", [("152/2025/NĐ-CP", "not_yet")]),
        ("Căn cứ Thông tư số 1/2024/TT-BNV", "2025-08-05", [("1/2024/TT-BNV", "expired")]),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "2026-11-23", [("06/2022/QH15", "in_force")]),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "2024-01-01", [("15/2003/QH11", "expired")]),
        ("Căn cứ Luật Phòng, chống ma túy năm 2021", "2026-07-01", [("73/2021/QH14", "expired")]),
        ("Căn cứ Luật Phòng chống ma tuý ngày 30/3/2021", "2026-06-30", [("73/2021/QH14", "in_force")]),
        ("Căn cứ Luật Thi đua - Khen thưởng năm 2022", "2023-12-31", [("06/2022/QH15", "not_yet")]),
        ("Căn cứ Luật Thi đua, khen thưởng", "2024-01-01", []),
        ("Căn cứ Nghị định 11/2011/NĐ-CP", "2024-01-01", [("11/2011/NĐ-CP", "unknown")]),
        (
            "Căn cứ Luật số 06/2022/QH15; Nghị định số 91/2017/NĐ-CP và lại 91/2017/NĐ-CP",
            "2024-04-15",
            [("06/2022/QH15", "in_force"), ("91/2017/NĐ-CP", "expired")],
        ),
        ("Căn cứ Quyết định số 182/QĐ-UBND ngày 06/02/2023", "2024-04-15", []),
    ],
)
def test_a_cited_text_is_checked_against_the_draft_day(basis: str, on: str, found: list[tuple[str, str]]) -> None:
    assert [(check.number, check.status) for check in regime.check_basis(basis, day(on))] == found


def test_messages_name_what_to_cite_instead() -> None:
    cited = "Nghị định 98/2023/NĐ-CP, Thông tư 01/2024/TT-BNV, Nghị định 152/2025/NĐ-CP, Quyết định 36/2017/QĐ-UBND"
    assert [check.message for check in regime.check_basis(cited, day("2025-12-15"))] == [
        "Nghị định 98/2023/NĐ-CP đã hết hiệu lực từ 01/07/2025. Văn bản thay thế: 152/2025/NĐ-CP.",
        "Thông tư 01/2024/TT-BNV đã hết hiệu lực từ 05/08/2025. Văn bản thay thế: 15/2025/TT-BNV. "
        "Thời hạn ghi ở đây chưa kiểm chứng. Ngày bắt đầu ghi theo ngày ký.",
        "",
        "Quyết định 36/2017/QĐ-UBND: chưa kiểm chứng.",
    ]
    assert [check.message for check in regime.check_basis("Luật 06/2026/QH16", day("2026-09-30"))] == [
        "Luật 06/2026/QH16 chỉ có hiệu lực từ 01/10/2026."
    ]


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    decomposed = "Nghị định 98/2023/NĐ-CP".replace("ị", "i\u0323")
    assert regime.find("98/2023/nđ-cp") is regime.check_basis(decomposed, day("2025-01-01"))[0].text
