"""PDF files with a text layer as lines: heading columns and ruled tables as cells, wrapped lines as paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from thidua.vanban.sources.limits import ENCRYPTED
from thidua.vanban.sources.lines import row_line, text_lines
from thidua.vanban.sources.pdf_columns import Block, split_heading, split_signature
from thidua.vanban.sources.pdf_glyphs import Glyph, glyphs_of, rules_of
from thidua.vanban.sources.pdf_paragraphs import Page, joined, measure, measure_cell, paragraphs
from thidua.vanban.sources.pdf_rows import Row, rows_of
from thidua.vanban.sources.pdf_tables import Grid, grids_of
from thidua.vanban.structure import SourceLine, UnreadableDocument

PAGE_LIMIT = 300
GLYPH_LIMIT = 1_500_000

BROKEN = "Tệp PDF bị hỏng hoặc chưa tải về đủ nên không đọc được."
TOO_MANY_PAGES = f"Tệp PDF có hơn {PAGE_LIMIT} trang nên không đọc."
PICTURES = "Tệp PDF chỉ có ảnh chụp (bản quét), không có lớp chữ; hãy gửi bản .docx hoặc PDF xuất từ máy."
NO_LETTERS = "Chữ trong tệp PDF không kèm bảng mã nên không đọc được; hãy gửi bản .docx."

_PAGE_NUMBER = re.compile(r"[-–\s]*(?:[Tt]rang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*")
_MARGIN = 0.1
_FEW_GLYPHS = 10
# The right margin is 15-20 mm of 210 (Nghị định 30/2020, Phụ lục I): text reaching less far has no full line.
_LEAST_RIGHT = 0.84
_CELL_PADDING = 5.0
_FOOTNOTE_SIZE = 0.87


@dataclass(slots=True)
class _Drawn:
    """One page as drawn."""

    glyphs: list[Glyph]
    grids: list[Grid]
    width: float
    height: float


@dataclass(slots=True)
class _Sheet:
    """One page taken apart: rows of plain text, and beside them what has its own place, by the height it begins at."""

    width: float
    rows: list[Row]
    placed: list[tuple[float, list[SourceLine]]] = field(default_factory=list)


def load_pdf(path: Path) -> list[SourceLine]:
    """Read the text layer of a PDF into lines; page numbers and running titles are left out."""
    drawn = _drawn(path)
    _check_letters([page.glyphs for page in drawn])
    sheets = [_sheet(page, first=number == 0) for number, page in enumerate(drawn)]
    _drop_running_titles(sheets)
    for sheet, page in _measured(sheets):
        block, sheet.rows = split_signature(sheet.rows, page.left, page.right)
        _place(sheet, block)
        _set_footnotes_aside(sheet, page)
    return _lines(sheets)


def _measured(sheets: list[_Sheet]) -> list[tuple[_Sheet, Page]]:
    """Every sheet with the measures of all sheets as wide as it: an appendix may lie across."""
    by_width: dict[int, list[list[Row]]] = {}
    for sheet in sheets:
        by_width.setdefault(round(sheet.width), []).append(sheet.rows)
    pages = {width: measure(rows, _LEAST_RIGHT * width) for width, rows in by_width.items()}
    return [(sheet, pages[round(sheet.width)]) for sheet in sheets]


def _drawn(path: Path) -> list[_Drawn]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableDocument(ENCRYPTED if encrypted else BROKEN) from error
    drawn: list[_Drawn] = []
    try:
        if len(document) > PAGE_LIMIT:
            raise UnreadableDocument(TOO_MANY_PAGES)
        for page in document:
            page.set_rotation(0)
            drawn.append(_Drawn(glyphs_of(page), grids_of(rules_of(page)), *page.get_size()))
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(BROKEN) from error
    finally:
        document.close()
    return drawn


def _check_letters(pages: list[list[Glyph]]) -> None:
    """Refuse pages of pictures, and fonts that do not say which letters their shapes are."""
    count = sum(map(len, pages))
    if count < _FEW_GLYPHS:
        raise UnreadableDocument(PICTURES)
    unknown = sum(
        1 for glyphs in pages for glyph in glyphs if glyph.text == "\ufffd" or "\ue000" <= glyph.text <= "\uf8ff"
    )
    if unknown > 0.3 * count:
        raise UnreadableDocument(NO_LETTERS)


def _sheet(page: _Drawn, *, first: bool) -> _Sheet:
    glyphs = page.glyphs
    tables: list[tuple[float, list[SourceLine]]] = []
    for grid in page.grids:
        inside = [glyph for glyph in glyphs if grid.holds(glyph)]
        if inside:
            taken = set(map(id, inside))
            glyphs = [glyph for glyph in glyphs if id(glyph) not in taken]
            tables.append((grid.top, _table_lines(grid, inside)))
    rows = [row for row in rows_of(glyphs) if not _is_page_number(row, page.height)]
    sheet = _Sheet(page.width, rows, tables)
    if first:
        block, sheet.rows = split_heading(rows)
        _place(sheet, block)
    return sheet


def _place(sheet: _Sheet, block: Block | None) -> None:
    if block is not None:
        sheet.placed.append((block.top, [row_line(cells) for cells in block.cells]))


def _table_lines(grid: Grid, glyphs: list[Glyph]) -> list[SourceLine]:
    """The rows of a table; inside a cell wrapped lines are joined like any paragraph."""
    lines = []
    for cells in grid.cells(glyphs):
        texts = []
        for rows in cells:
            if not rows:
                texts.append("")
                continue
            left = max((x for x in grid.columns if x < rows[0].x0 + _CELL_PADDING), default=grid.columns[0])
            right = min((x for x in grid.columns if x > rows[0].x1 - _CELL_PADDING), default=grid.columns[-1])
            page = measure_cell(rows, left + _CELL_PADDING, right - _CELL_PADDING)
            starting = paragraphs([(rows, page)])[0]
            texts.append("\n".join(joined(part) for part in starting))
        if any(texts):
            lines.append(row_line(texts))
    return lines


def _is_page_number(row: Row, height: float) -> bool:
    in_margin = row.y > height * (1 - _MARGIN) or row.y < height * _MARGIN
    return in_margin and _PAGE_NUMBER.fullmatch(row.text) is not None


def _drop_running_titles(sheets: list[_Sheet]) -> None:
    """Drop a first or last row that most pages repeat at the same height."""
    for end in (0, -1):
        seen = Counter(_where(sheet.rows[end]) for sheet in sheets if sheet.rows)
        repeated = {place for place, count in seen.items() if count >= 3 and 2 * count > len(sheets)}
        for sheet in sheets:
            if sheet.rows and _where(sheet.rows[end]) in repeated:
                del sheet.rows[end]


def _where(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", row.text), round(row.y / 3)


def _set_footnotes_aside(sheet: _Sheet, page: Page) -> None:
    """Small print below the last line of body text on a page is a footnote when it begins with its number."""
    start = len(sheet.rows)
    while start and sheet.rows[start - 1].size < _FOOTNOTE_SIZE * page.size:
        start -= 1
    notes = sheet.rows[start:]
    if start and notes and re.match(r"[\[(]?\d{1,2}\D", notes[0].text):
        sheet.rows = sheet.rows[:start]
        sheet.placed.append((notes[0].y, [SourceLine(row.text, hint="footnote") for row in notes]))


def _lines(sheets: list[_Sheet]) -> list[SourceLine]:
    """Everything in reading order: paragraphs, tables and blocks of a page by the height they begin at."""
    lines: list[SourceLine] = []
    measured = [(sheet.rows, page) for sheet, page in _measured(sheets)]
    for sheet, starting in zip(sheets, paragraphs(measured), strict=True):
        pieces = [(rows[0].y, _paragraph_lines(rows)) for rows in starting]
        for _height, piece in sorted([*pieces, *sheet.placed], key=lambda item: -item[0]):
            lines += piece
    return lines


def _paragraph_lines(rows: list[Row]) -> list[SourceLine]:
    columns = rows[0].columns()
    return [row_line(columns)] if len(rows) == 1 and len(columns) > 1 else text_lines(joined(rows))
