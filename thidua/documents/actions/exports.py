"""A list on paper, in Word and in Excel: the same columns, order and filters as on the screen, all of its rows."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import RuleBroken
from thidua.core.listing import Column, Heading, Listing, shown
from thidua.core.page import answer
from thidua.core.text import fold
from thidua.documents.actions.responses import DOCX, XLSX, attachment
from thidua.vanban.structure import Block, Paper
from thidua.vanban.writing import write_docx

PAPER_ROWS = 5_000  # about 200 pages; beyond that a reader wants a sheet
SHEET_ROWS = 1_048_576 - 4
_FIRST_ROW = 3  # title in row 1, row 2 empty, heading in row 3, data from row 4


def respond(
    request: Any,
    listing: Listing,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    heading: Callable[[Actor], Heading] | None = None,
) -> HttpResponse | FileResponse:
    """The list page; with `?xuat=in|word|excel` the whole list on paper, in Word or in Excel.

    `heading` says for an actor which agency's name stands on the paper. RuleBroken when a list is too long for paper.
    """
    if not listing.export:
        lists = {"listing": listing, "filters": listing.filters, "title": listing.title}
        return answer(request, template, lists | (context or {}))
    if listing.export == "excel":
        return excel(listing)
    office = heading(request.actor) if heading else Heading()
    return word(listing, office) if listing.export == "word" else printed(request, listing, office)


def _for_paper(listing: Listing) -> list[list[str]]:
    """All rows as text, STT first."""
    if listing.count > PAPER_ROWS:
        raise RuleBroken(
            f"Danh sách có {shown(listing.count)} {listing.noun}, nhiều hơn {shown(PAPER_ROWS)} dòng của một bản in. "
            "Mời lọc bớt, hoặc xuất ra Excel."
        )
    columns = listing.exported
    return [
        [str(number), *(shown(column.plain(row)) for column in columns)]
        for number, row in enumerate(listing.whole(), start=1)
    ]


def _print_css(column: Column) -> str:
    """Of a column's classes those that mean something on paper: numbers, right-aligned, unbroken."""
    return " ".join(name for name in column.css.split() if name in {"num", "r"})


def printed(request: Any, listing: Listing, office: Heading) -> HttpResponse:
    """A page to print, A4 landscape when there are many columns."""
    columns = [{"label": "STT", "css": "num"}, *({"label": c.label, "css": _print_css(c)} for c in listing.exported)]
    sheet = {
        "parent": office.parent,
        "office": office.office,
        "place": office.place,
        "date": clock.today(),
        "title": listing.title,
        "subtitle": listing.subtitle,
        "columns": columns,
        "rows": _for_paper(listing),
        "portrait": len(columns) <= 5,
        "back_url": listing.address(),
    }
    return render(request, "core/export_print.html", {"sheet": sheet})


def word(listing: Listing, office: Heading) -> HttpResponse:
    """A Word document headed per Nghị định 30/2020, number and signature left to be filled in."""
    rows = [["STT", *(column.label for column in listing.exported)], *_for_paper(listing)]
    paper = Paper(
        doc_type="DANH SÁCH",
        parent_agency=office.parent.upper() or None,
        issuing_agency=office.office.upper() or None,
        place=office.place or None,
        date=clock.today(),
        title=_without_kind(listing.title),
        opening=[listing.subtitle] if listing.subtitle else [],
        blocks=[Block("table", rows=rows)],
    )
    response = HttpResponse(write_docx(paper), content_type=DOCX)
    return attachment(response, f"{listing.title}.docx")


def _without_kind(title: str) -> str:
    """The title below the words DANH SÁCH: "Danh sách cán bộ" is "Cán bộ"."""
    rest = title[len("Danh sách") :].strip() if fold(title).startswith("danh sach ") else title
    return rest[:1].upper() + rest[1:]


def excel(listing: Listing) -> FileResponse:
    """A workbook written row by row: title in A1, heading in row 3, data from row 4, STT in column A.

    Text is always written as text, so a cell that begins with "=", "+", "-" or "@" is never a formula.
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115  # the response closes it
    _write_sheet(file, listing)
    file.seek(0)
    return attachment(FileResponse(file, content_type=XLSX), f"{listing.title}.xlsx")


def _write_sheet(file: Any, listing: Listing) -> None:
    columns = listing.exported
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Danh sách")
        font = {"font_name": "Times New Roman", "font_size": 12}
        title = book.add_format(font | {"bold": True, "font_size": 14})
        grid = font | {"border": 1, "valign": "top", "text_wrap": True}
        head = book.add_format(grid | {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#EDEFF2"})
        formats = {
            "text": book.add_format(grid),
            "int": book.add_format(grid | {"num_format": "#,##0"}),
            "number": book.add_format(grid | {"num_format": "#,##0.##"}),
            "date": book.add_format(grid | {"num_format": "dd/mm/yyyy"}),
            "moment": book.add_format(grid | {"num_format": "hh:mm dd/mm/yyyy"}),
        }
        sheet.set_column(0, 0, 6)
        widths = [column.width or max(14, min(40, len(column.label) + 6)) for column in columns]
        for place, width in enumerate(widths, start=1):
            sheet.set_column(place, place, width)
        lines = max((-(-len(c.label) * 5 // (w * 4)) for c, w in zip(columns, widths, strict=True)), default=1)
        sheet.set_row(_FIRST_ROW - 1, 17 * lines + 4)  # bold letters are a quarter wider than the plain ones of a width
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_FIRST_ROW - 1)
        sheet.freeze_panes(_FIRST_ROW, 0)
        sheet.merge_range(0, 0, 0, len(columns), "", title)
        sheet.write_string(0, 0, listing.title, title)
        sheet.write_string(_FIRST_ROW - 1, 0, "STT", head)
        for place, column in enumerate(columns, start=1):
            sheet.write_string(_FIRST_ROW - 1, place, column.label, head)
        for number, row in enumerate(listing.whole(), start=1):
            if number > SHEET_ROWS:
                raise RuleBroken("Danh sách dài hơn một bảng tính Excel. Mời lọc bớt.")
            line = _FIRST_ROW + number - 1
            sheet.write_number(line, 0, number, formats["int"])
            for place, column in enumerate(columns, start=1):
                _write_cell(sheet, line, place, column, row, formats)


def _write_cell(sheet: Any, line: int, place: int, column: Column, row: Any, formats: dict[str, Any]) -> None:
    """One value by its kind; whatever is no number and no date is text."""
    value = column.plain(row)
    if isinstance(value, bool) or value is None or isinstance(value, str):
        sheet.write_string(line, place, shown(value)[:32_767], formats["text"])
    elif isinstance(value, int):
        sheet.write_number(line, place, value, formats["int"])
    elif isinstance(value, float | Decimal):
        sheet.write_number(line, place, float(value), formats["number"])
    elif isinstance(value, dt.datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        sheet.write_datetime(line, place, local.replace(tzinfo=None), formats["moment"])
    elif isinstance(value, dt.date) and value.year >= 1900:
        sheet.write_datetime(line, place, dt.datetime.combine(value, dt.time()), formats["date"])
    else:
        sheet.write_string(line, place, shown(value)[:32_767], formats["text"])
