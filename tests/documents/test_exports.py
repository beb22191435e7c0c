"""The same list on the screen, on paper, in Word and in Excel."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from typing import Any

import docx
import pytest
from django.http import HttpRequest, QueryDict
from python_calamine import CalamineWorkbook

from tests import make
from thidua.core import clock
from thidua.core.errors import RuleBroken
from thidua.core.listing import Badge, Cell, Column, Heading, Listing
from thidua.documents.actions import exports
from thidua.organisation.models import Person

HEADING = Heading("Ủy ban nhân dân tỉnh Sơn La", "Văn phòng", "Sơn La")
COLUMNS = [
    Column("Họ và tên", "full_name", sort=("sort",)),
    Column("Ngày sinh", "born_on"),
    Column("Điểm", lambda p: Decimal("9.5")),
    Column("Số việc", lambda p: 1200),
    Column("Tình trạng", lambda p: Badge("done", "Đã ký", date=dt.date(2024, 6, 3))),
    Column("Ghi chú", lambda p: Cell("=1+1")),
    Column("Chỉ trên màn hình", "id", export=False),
]


def listing(query: str = "", **changes: Any) -> Listing:
    request = HttpRequest()
    request.method, request.path, request.GET = "GET", "/nguoi/", QueryDict(query)
    given = {"title": "Danh sách cán bộ", "columns": COLUMNS, "order": ("sort",), "noun": "người"} | changes
    return Listing(request, Person.objects.all(), **given)


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture
def people(db: None) -> None:
    make.make_person("Sùng A Chua", born_on=dt.date(1980, 3, 9))
    make.make_person("Lò Thị Án", born_on=None)


def test_excel_has_title_heading_and_rows_where_offices_expect_them(people: None) -> None:
    response = exports.excel(listing())
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body(response))).get_sheet_by_index(0).to_python()
    assert rows == [
        ["Danh sách cán bộ", "", "", "", "", "", ""],
        ["", "", "", "", "", "", ""],
        ["STT", "Họ và tên", "Ngày sinh", "Điểm", "Số việc", "Tình trạng", "Ghi chú"],
        [1.0, "Lò Thị Án", "", 9.5, 1200.0, "Đã ký 03/06/2024", "=1+1"],
        [2.0, "Sùng A Chua", dt.date(1980, 3, 9), 9.5, 1200.0, "Đã ký 03/06/2024", "=1+1"],
    ]
    response.close()


@pytest.mark.parametrize("text", ["=HYPERLINK(0)", "+1", "-1", "@SUM(A1)", "\t=1", "http://vi.du"])
def test_excel_keeps_dangerous_text_as_text(db: None, text: str) -> None:
    make.make_person("Sùng A Chua")
    response = exports.excel(listing(columns=[Column("Ghi chú", lambda p: text)]))
    content = body(response)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[3] == [1.0, text]
    assert b"<f>" not in unpacked(content, "xl/worksheets/sheet1.xml")
    response.close()


def unpacked(content: bytes, member: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(member)


def test_excel_goes_by_order_and_name_of_the_list(people: None) -> None:
    response = exports.excel(listing("xep=-ho-va-ten"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body(response))).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[3:]] == ["Sùng A Chua", "Lò Thị Án"]
    assert response["Content-Disposition"] == (
        "attachment; filename=\"danh sach can bo.xlsx\"; filename*=UTF-8''Danh%20s%C3%A1ch%20c%C3%A1n%20b%E1%BB%99.xlsx"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    response.close()


def test_word_is_a_headed_document_with_the_table(people: None) -> None:
    with clock.standing_on(dt.date(2024, 11, 14)):
        response = exports.word(listing(), HEADING)
    document = docx.Document(io.BytesIO(body(response)))
    table = next(t for t in document.tables if t.cell(0, 0).text == "STT")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["STT", "Họ và tên", "Ngày sinh", "Điểm", "Số việc", "Tình trạng", "Ghi chú"],
        ["1", "Lò Thị Án", "", "9,5", "1.200", "Đã ký 03/06/2024", "=1+1"],
        ["2", "Sùng A Chua", "09/03/1980", "9,5", "1.200", "Đã ký 03/06/2024", "=1+1"],
    ]
    text = "\n".join(p.text for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs)
    assert "Sơn La, ngày 14 tháng 11 năm 2024" in text
    assert " ".join(text.split()).startswith(f"{HEADING.parent.upper()} {HEADING.office.upper()} ")
    assert [p.text for p in document.paragraphs if p.text][:2] == ["DANH SÁCH", "Cán bộ"]


def test_a_list_too_long_for_paper_says_what_to_do(people: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "PAPER_ROWS", 1)
    with pytest.raises(RuleBroken, match="Danh sách có 2 người, nhiều hơn 1 dòng của một bản in"):
        exports.word(listing(), HEADING)
