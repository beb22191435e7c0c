"""Writes a paper as PDF (PDF/A-2a and PDF/UA-1: tagged, searchable, fonts inside) laid out per Nghị định 30/2020."""

from __future__ import annotations

import datetime as dt
import json
import re
import threading
from functools import cache
from pathlib import Path
from typing import Any

import typst

from thidua.vanban.structure import Paper
from thidua.vanban.writing import dimensions as dim
from thidua.vanban.writing import wording
from thidua.vanban.writing.font_widths import FONT_FOLDER, drawable, text_width
from thidua.vanban.writing.sheet import AppendixSheet, Line, Sheet, lay_out

TEMPLATE = Path(__file__).with_name("official.typ")
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_LONG_WORD = 40
_WORDS = re.compile(rf"\S{{{_LONG_WORD},}}")
_local = threading.local()


def write_pdf(paper: Paper) -> bytes:
    """Lay a paper out as an accessible archive PDF; equal dated papers give equal bytes."""
    inputs = {"sheet": json.dumps(_data(lay_out(paper)), ensure_ascii=False), "dimensions": _dimensions()}
    pdf = _compiler().compile(sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=_moment(paper))
    assert isinstance(pdf, bytes)
    return pdf


def _moment(paper: Paper) -> dt.datetime:
    """Return the date PDF/A asks for: the document's own, as far as it is known; only an undated draft gets today's."""
    day, month, year = wording.date_parts(paper)
    return (
        dt.datetime(year, month or 1, day or 1, tzinfo=dt.UTC)
        if year
        else dt.datetime.now(dt.UTC).replace(microsecond=0)
    )


def _compiler() -> typst.Compiler:
    """Return this thread's compiler: starting one reads the fonts, and one cannot serve two threads at once."""
    if not hasattr(_local, "compiler"):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)])
        _local.compiler = typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=fonts)
    compiler: typst.Compiler = _local.compiler
    return compiler


@cache
def _dimensions() -> str:
    return json.dumps({name: value for name, value in vars(dim).items() if name.isupper() and name != "FONT"})


def _data(sheet: Sheet) -> Any:
    """Return the sheet as plain data for the template."""
    titled = bool(sheet.doc_type)
    data = {name: getattr(sheet, name) for name in Sheet.__slots__}
    data |= {
        "nation": wording.NATION,
        "motto": wording.MOTTO,
        "motto_rule": text_width(wording.MOTTO, dim.MOTTO_SIZE, bold=True),
        "lines": _lines(sheet.lines, 1 if titled else 0),
        "appendices": [_appendix(appendix) for appendix in sheet.appendices],
    }
    return _drawable(data)


def _appendix(appendix: AppendixSheet) -> dict[str, Any]:
    data = {name: getattr(appendix, name) for name in AppendixSheet.__slots__}
    return data | {"lines": _lines(appendix.lines, 1)}


def _lines(lines: list[Line], above: int) -> list[dict[str, Any]]:
    """Return the lines as plain data; `tag` is the heading level in the PDF, which must not skip one (PDF/UA)."""
    out: list[dict[str, Any]] = []
    depth = above
    for line in lines:
        if line.titled:
            depth = min(above + line.level, depth + 1)
        out.append(
            {
                "look": line.look,
                "text": line.text,
                "mark": line.mark,
                "titled": line.titled,
                "tag": max(depth, 1),
                "rows": line.rows,
                "widths": line.widths,
                "tall": [line.is_tall(row) for row in line.rows],
                "short": [line.is_short(column) for column in range(len(line.widths))],
                "size": dim.table_size(len(line.widths)),
            }
        )
    return out


def _drawable(value: Any) -> Any:
    """Make all texts drawable: PDF/A forbids characters no font has, and one emoji must not stop a document."""
    if isinstance(value, str):
        if not drawable().issuperset(value):
            value = "".join(char if char in drawable() else "□" for char in value)
        return value if len(value) < _LONG_WORD else _WORDS.sub(_breakable, value)
    if isinstance(value, dict):
        return {key: _drawable(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_drawable(inner) for inner in value]
    return value


def _breakable(word: re.Match[str]) -> str:
    """A word wider than the page (a web address) may break anywhere rather than leave it."""
    text = word.group()
    if text_width(text, dim.BODY_SIZE) < dim.TEXT_WIDTH - dim.FIRST_LINE:
        return text
    return "\u200b".join(text[start : start + _LONG_WORD // 2] for start in range(0, len(text), _LONG_WORD // 2))
