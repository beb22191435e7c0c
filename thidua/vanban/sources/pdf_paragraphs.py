"""Printed rows joined into the paragraphs they were broken from, by margins, indents and spacing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median

from thidua.vanban.sources.pdf_rows import Row

_INDENT = 6.0
_LABEL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]{1,2}\)|[IVXL]{1,6}\.|\(\d{1,2}\)|[-–+•*]|Điều \d+)\s")
_ATTACHED = re.compile(r"\((?:Ban hành )?kèm theo\b", re.IGNORECASE)
_SENTENCE_END = (".", ";", ":", "./.", "!", "?")
# "2328/SNV-" + "TCCC", "vị trí/" + "ao": broken inside a code or after a slash.
_TIGHT_END = re.compile(r"\w/$|://\S*[.?=&-]$|[A-ZĐ0-9]-$")
_TIGHT_START = re.compile(r"\w")
_USUAL = 0.08


@dataclass(slots=True)
class Page:
    """How a document sets its text: margins, the usual distance of lines, the size of the body."""

    left: float
    right: float
    pitch: float
    size: float
    in_cell: bool = False


def measure(pages: list[list[Row]], least_right: float) -> Page:
    """Measure margins and spacing over the rows of all pages; where no line is full, the right margin is assumed."""
    rows = [row for page in pages for row in page]
    size = median(row.size for row in rows) if rows else 13.0
    right = max(_usual_most([row.x1 for row in rows], largest=True), least_right)
    left = _usual_most([row.x0 for row in rows], largest=False)
    gaps = [
        above.y - row.y
        for page in pages
        for above, row in zip(page, page[1:], strict=False)
        if abs(above.size - row.size) < 1.0 and 0.8 * row.size < above.y - row.y < 2.6 * row.size
    ]
    return Page(left, right, _usual_most(gaps, largest=False) if gaps else 1.2 * size, size)


def measure_cell(rows: list[Row], left: float, right: float) -> Page:
    """Measure a table cell between its borders: there text is centred, indented and broken as it fits."""
    page = measure([rows], right)
    return Page(left, right, page.pitch, page.size, in_cell=True)


def paragraphs(pages: list[tuple[list[Row], Page]]) -> list[list[list[Row]]]:
    """Join rows into paragraphs, also over a page break; per page, the paragraphs that begin there."""
    made: list[list[list[Row]]] = []
    current: list[Row] = []
    for rows, page in pages:
        starting: list[list[Row]] = []
        for index, row in enumerate(rows):
            if current and _goes_on(current, row, page, same_page=index > 0):
                current.append(row)
            else:
                current = [row]
                starting.append(current)
        made.append(starting)
    return made


def joined(rows: list[Row]) -> str:
    """The text of a paragraph; a number broken after its hyphen or slash is put together without a blank."""
    text = rows[0].text
    for row in rows[1:]:
        text += row.text if _TIGHT_END.search(text) and _TIGHT_START.match(row.text) else f" {row.text}"
    return text


def _goes_on(current: list[Row], row: Row, page: Page, *, same_page: bool) -> bool:
    """Whether `row` carries on the paragraph `current`: its last line was full, and nothing marks a new start."""
    above = current[-1]
    if abs(above.size - row.size) > 1.2 or len(above.columns()) > 1 or len(row.columns()) > 1:
        return False
    if same_page and above.y - row.y > page.pitch + 0.22 * row.size:
        return False
    if _ATTACHED.match(row.text) and (row.text.endswith(")") or _is_centred(row, page)):
        return False  # "(Kèm theo ...)" under a title is a line of its own
    if page.in_cell:
        return _is_full(above, row, page, centred=True) and not _LABEL.match(row.text)
    centred = _is_centred(above, page) and _is_centred(row, page)
    if not _is_full(above, row, page, centred=centred):
        return False
    if centred:
        return same_page  # a title does not run over a page
    if _LABEL.match(row.text) and above.text.endswith(_SENTENCE_END):
        return False
    if row.x0 <= page.left + _INDENT:
        return True
    if len(current) > 1:
        return abs(row.x0 - above.x0) < 3.0
    # The second line of a hanging item stands under its text, not under its label.
    return bool(_LABEL.match(above.text)) and row.x0 > above.x0 + 3.0


def _is_full(above: Row, row: Row, page: Page, *, centred: bool) -> bool:
    """Whether the first word of `row` would not have fitted at the end of the line above."""
    blank = 0.25 * row.size
    if centred:
        return (above.x1 - above.x0) + blank + row.runs[0].first_word > 0.97 * (page.right - page.left)
    return above.x1 + blank + row.runs[0].first_word > page.right - 1.5


def _is_centred(row: Row, page: Page) -> bool:
    before, after = row.x0 - page.left, page.right - row.x1
    return before > 2.0 and after > 2.0 and abs(before - after) < 6.0


def _usual_most(values: list[float], *, largest: bool) -> float:
    """The largest (or smallest) value that many rows share; single rows may stick out of the margins."""
    if not values:
        return 0.0
    counted = Counter(round(value) for value in values)
    needed = max(2, round(_USUAL * len(values)))
    shared = [value for value, count in counted.items() if count >= needed] or list(counted)
    chosen = max(shared) if largest else min(shared)
    near = [value for value in values if round(value) == chosen]
    return sum(near) / len(near)
