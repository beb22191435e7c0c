"""What a PDF page draws, as far as text goes: glyphs with their places, and the straight rules of tables."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_MAX_GLYPHS = 60_000
_MAX_PATHS = 20_000
_MAX_SEGMENTS = 2_000
_STRAIGHT = 0.8
_SHORTEST_RULE = 3.0
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
# PDFium's own signs for a hyphen at a line end.
_LINE_END_HYPHENS = (0x02, 0xFFFE)


@dataclass(slots=True)
class Glyph:
    """One printed character: its baseline `y` and extent `x0`-`x1` in points from the lower left, its type size.

    `spaced`: the file has a blank before it. Not every producer writes blanks, so gaps count too.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    spaced: bool = False


@dataclass(slots=True)
class Rule:
    """A straight horizontal or vertical stroke: from (x0, y0) to (x1, y1), x0 <= x1 and y0 <= y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def upright(self) -> bool:
        """Whether it runs up rather than across."""
        return self.y1 - self.y0 > self.x1 - self.x0


def glyphs_of(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return the glyphs of a page in drawing order, blanks left out: gaps between glyphs tell words apart."""
    text_page = page.get_textpage()
    found: list[Glyph] = []
    spaced = False
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    try:
        for index in range(min(text_page.count_chars(), _MAX_GLYPHS)):
            code = pdfium.FPDFText_GetUnicode(text_page, index)
            char = "-" if code in _LINE_END_HYPHENS else chr(code)
            if char == " " and not pdfium.FPDFText_IsGenerated(text_page, index):
                spaced = True
            if code == 0 or char.isspace() or not pdfium.FPDFText_GetLooseCharBox(text_page, index, box):
                continue
            if found and unicodedata.combining(char):
                found[-1].text += char
                continue
            pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
            # Some producers set type of size 1 and enlarge it by the matrix.
            pdfium.FPDFText_GetMatrix(text_page, index, matrix)
            size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
            found.append(Glyph(_LIGATURES.get(char, char), box.left, box.right, y.value, size, spaced))
            spaced = False
    finally:
        text_page.close()
    return found


def rules_of(page: pypdfium2.PdfPage) -> list[Rule]:
    """Return the straight strokes and thin filled bars of a page, which is what table borders are drawn with."""
    found: list[Rule] = []
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4)
    for number, path in enumerate(paths):
        if number >= _MAX_PATHS:
            break
        found += _rules_of_path(path)
    return found


def _rules_of_path(path: pypdfium2.PdfObject) -> list[Rule]:
    matrix = path.get_matrix()
    count = pdfium.FPDFPath_CountSegments(path)
    found: list[Rule] = []
    first = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(count, _MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        else:
            _add_rule(found, last, point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            _add_rule(found, point, first)
        last = point
    return found


def _add_rule(found: list[Rule], start: tuple[float, float], end: tuple[float, float]) -> None:
    across, up = abs(start[0] - end[0]), abs(start[1] - end[1])
    if min(across, up) <= _STRAIGHT and max(across, up) >= _SHORTEST_RULE:
        found.append(Rule(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])))
