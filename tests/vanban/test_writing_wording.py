"""The printed wording: leading zeros, blanks, closing marks (Nghị định 30/2020, Phụ lục I)."""

from __future__ import annotations

import datetime as dt

import pytest

from thidua.vanban.structure import Appendix, Block, Paper, Recipient
from thidua.vanban.writing import wording
from thidua.vanban.writing.sheet import lay_out

BLANK = "\u2003"


@pytest.mark.parametrize(
    ("number", "symbol", "printed"),
    [
        ("5", "KH-VPUB", "Số: 05/KH-VPUB"),
        ("05", "KH-VPUB", "Số: 05/KH-VPUB"),
        ("12", "KH-VPUB", "Số: 12/KH-VPUB"),
        ("0130", "KH-UBND", "Số: 0130/KH-UBND"),
        (None, "KH-VPUB", f"Số: {BLANK * 3}/KH-VPUB"),
        ("172", None, "Số: 172"),
    ],
)
def test_number_line(number: str | None, symbol: str | None, printed: str) -> None:
    assert wording.number_line(Paper(number=number, symbol=symbol)) == printed


@pytest.mark.parametrize(
    ("date", "partial", "printed"),
    [
        (dt.date(2024, 1, 5), None, "Sơn La, ngày 05 tháng 01 năm 2024"),
        (dt.date(2024, 2, 29), None, "Sơn La, ngày 29 tháng 02 năm 2024"),
        (dt.date(2024, 3, 9), None, "Sơn La, ngày 09 tháng 3 năm 2024"),
        (dt.date(2024, 12, 31), None, "Sơn La, ngày 31 tháng 12 năm 2024"),
        (None, "2024-04", f"Sơn La, ngày {BLANK * 2} tháng 4 năm 2024"),
        (None, "2024", f"Sơn La, ngày {BLANK * 2} tháng {BLANK * 2} năm 2024"),
    ],
)
def test_date_line(date: dt.date | None, partial: str | None, printed: str) -> None:
    assert wording.date_line(Paper(place="Sơn La", date=date, date_partial=partial)) == printed


def test_bases_end_with_semicolons_and_a_full_stop() -> None:
    assert wording.bases(Paper(bases=["Căn cứ A", "Căn cứ B;", "Căn cứ C."])) == ["Căn cứ A;", "Căn cứ B;", "Căn cứ C."]


@pytest.mark.parametrize(
    ("text", "printed"),
    [("Hết.", "Hết./."), ("Hết", "Hết./."), ("Hết./.", "Hết./."), ("Hết;", "Hết./."), ("“Hết”.", "“Hết”./.")],
)
def test_the_end_mark_is_printed_once(text: str, printed: str) -> None:
    paper = Paper(doc_type="KẾ HOẠCH", blocks=[Block("paragraph", "Đầu."), Block("paragraph", text)])
    assert [line.text for line in lay_out(paper).lines] == ["Đầu.", printed]


def test_a_paper_without_blocks_ends_in_its_opening() -> None:
    assert lay_out(Paper(opening=["Một.", "Hai."])).opening == ["Một.", "Hai./."]


def test_recipients_carry_purpose_and_marks() -> None:
    paper = Paper(
        recipients=[Recipient("Sở Nội vụ", "để báo cáo"), Recipient("Công an tỉnh;"), Recipient("Lưu: VT, NC.")]
    )
    assert wording.recipients(paper) == ["- Sở Nội vụ (để báo cáo);", "- Công an tỉnh;", "- Lưu: VT, NC."]


def test_one_addressee_stands_bare_several_are_listed() -> None:
    assert wording.addressees(Paper(addressees=["Sở Nội vụ"])) == ["Sở Nội vụ"]
    assert wording.addressees(Paper(addressees=["A", "B;", "C."])) == ["- A;", "- B;", "- C."]


@pytest.mark.parametrize("title", ["báo cáo kết quả", "V/v báo cáo kết quả"])
def test_a_letter_has_its_subject_under_the_number(title: str) -> None:
    assert wording.subject_line(Paper(title=title)) == "V/v báo cáo kết quả"
    assert wording.subject_line(Paper(doc_type="KẾ HOẠCH", title=title)) == ""


def test_the_attached_line_stays_one_line_when_number_and_day_are_open() -> None:
    paper = Paper(doc_type="KẾ HOẠCH", symbol="KH-VPUB", date_partial="2024-04", appendices=[Appendix("Phụ lục")])
    assert lay_out(paper).appendices[0].attached == "(Kèm theo Kế hoạch số …/KH-VPUB ngày … tháng 4 năm 2024)"


def test_long_agency_names_break_before_the_place() -> None:
    paper = Paper(issuing_agency="ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", place="Sơn La")
    assert lay_out(paper).agency == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"]


def test_no_title_line_begins_with_a_dash() -> None:
    title = "Triển khai phong trào thi đua toàn dân tham gia phòng, chống ma túy trong cán bộ giai đoạn 2023 - 2025"
    assert lay_out(Paper(doc_type="KẾ HOẠCH", title=title)).title == [
        "Triển khai phong trào thi đua toàn dân tham gia phòng,",
        "chống ma túy trong cán bộ giai đoạn 2023 - 2025",
    ]


def test_text_is_cleaned_for_print() -> None:
    assert wording.clean("Sơn\u00a0La \n Tha\u0301ng\x00 \u200b4") == "Sơn La Tháng 4"
