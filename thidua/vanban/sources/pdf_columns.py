"""Where an official document has two columns: its heading, and "Nơi nhận" beside the signature."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from statistics import median

from thidua.vanban.sources.pdf_glyphs import Glyph
from thidua.vanban.sources.pdf_rows import Row, Run, rows_of

# The right column is known by these words (state and Party documents); the tone may stand on either vowel.
_NATION = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM")
_DAY = re.compile(r"ngày.*tháng|tháng.*năm")
_NUMBER = re.compile(r"Số\s*:?\s|Số:|/[A-ZĐ]{2}")
_ABOUT = re.compile(r"V/v\b")
_RECIPIENTS = re.compile(r"(?:Nơi|NƠI) (?:nhận|NHẬN)\s*[:./]?")
_HEADING_HEIGHT = 115.0
_ABOUT_HEIGHT = 90.0
_SIGNATURE_LEAD = 1.6
_OFF_CENTRE = 25.0


@dataclass(slots=True)
class Block:
    """Two columns side by side: rows of two cells, standing between `top` and the rows below."""

    cells: list[list[str]]
    top: float


def split_heading(rows: list[Row]) -> tuple[Block | None, list[Row]]:
    """Take the two heading columns out of a first page; returns them and the rows that are left."""
    nation = next((run for row in rows for run in row.runs if _NATION.search(run.text)), None)
    if nation is None:
        return None, rows
    gutter = nation.x0 + _width_before_match(nation) - 2.0
    beside = (run for row in rows for run in row.runs if abs(run.y - nation.y) < 2.5 * nation.size)
    centre = (min(row.x0 for row in rows) + max(row.x1 for row in rows)) / 2
    if nation.middle - centre < _OFF_CENTRE and not any(run.x1 <= gutter for run in beside if run is not nation):
        # Centred one above the other, as in the papers of some offices: there is no column beside it.
        return None, rows
    # Number and date stand near the national name, a long "V/v" may reach further down.
    end_of_near = nation.y - _HEADING_HEIGHT
    near = [row for row in rows if row.y > end_of_near - _ABOUT_HEIGHT]
    sides = [_sides(row, gutter) for row in near]
    left_rows = rows_of([glyph for left, _right in sides for glyph in left])
    right_rows = rows_of([glyph for _left, right in sides for glyph in right])
    day = next((row for row in right_rows if end_of_near < row.y < nation.y - 2.0 and _DAY.search(row.text)), None)
    number = next((row for row in left_rows if end_of_near < row.y < nation.y + 2.0 and _NUMBER.match(row.text)), None)
    ends = [row.y for row in (day, number) if row is not None]
    if not ends:
        return None, rows
    middle = max(ends) + 0.5 * nation.size
    bottom = _end_of_about([row for row in left_rows if row.y < min(ends) - 1.0], near, min(ends))
    cells = [
        [_lines(left_rows, math.inf, middle), _lines(right_rows, math.inf, middle)],
        [_lines(left_rows, middle, bottom), _lines(right_rows, middle, bottom)],
    ]
    # What stands above the columns (an urgency stamp, a running title) stays above them.
    top = max(row.y for row in near if row.y < nation.y + 2.5 * nation.size) + 1.0
    above = [row for row in rows if row.y > top]
    return Block([row for row in cells if any(row)], top), above + [row for row in rows if row.y < bottom - 1.0]


def split_signature(rows: list[Row], left_edge: float, right_edge: float) -> tuple[Block | None, list[Row]]:
    """Take "Nơi nhận" and the signature to its right out of a page; returns them and the rows that are left."""
    width = right_edge - left_edge
    for number, row in enumerate(rows):
        anchor = row.runs[0]
        if not _RECIPIENTS.match(anchor.text) or anchor.x0 > left_edge + 0.25 * width:
            continue
        least = left_edge + 0.35 * width
        # The authority may be printed a little higher than "Nơi nhận".
        start = number
        while start and rows[start - 1].y - row.y < _SIGNATURE_LEAD * row.size and rows[start - 1].x0 > least:
            start -= 1
        divided = [_divided(other, least) for other in rows[start:]]
        starts = [right[0].x0 for _left, right in divided if right]
        if not starts:
            break
        # Text across both columns comes after the block: an appendix, or the signer's note.
        gutter = median(starts) + 6.0
        ends = (at for at, (left, _right) in enumerate(divided) if left and left[-1].x1 > gutter)
        stop = next(ends, len(divided))
        left_rows = rows_of([glyph for left, _right in divided[:stop] for run in left for glyph in run.glyphs])
        right_rows = rows_of([glyph for _left, right in divided[:stop] for run in right for glyph in run.glyphs])
        cells = [_items(left_rows), "\n".join(line.text for line in right_rows)]
        return Block([cells], rows[start].y + 0.5), rows[:start] + rows[start + stop :]
    return None, rows


def _width_before_match(run: Run) -> float:
    """How far the national name stands from the start of its run: narrow columns may touch."""
    match = _NATION.search(run.text)
    before = run.text[: match.start()].replace(" ", "") if match else ""
    skipped = 0
    for glyph in run.glyphs:
        if skipped >= len(before):
            return glyph.x0 - run.x0
        skipped += len(glyph.text)
    return 0.0


def _sides(row: Row, gutter: float) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs of a row left and right of the gutter; a run crossing it belongs where most of it stands."""
    left: list[Glyph] = []
    right: list[Glyph] = []
    for run in row.runs:
        if _NATION.search(run.text):
            left += [glyph for glyph in run.glyphs if glyph.x0 < gutter]
            right += [glyph for glyph in run.glyphs if glyph.x0 >= gutter]
        elif run.middle > gutter or right:
            right += run.glyphs
        else:
            left += run.glyphs
    return left, right


def _end_of_about(below: list[Row], rows: list[Row], bottom: float) -> float:
    """The last line of "V/v ..." under the number of an official letter: it goes on while lines are close."""
    if not below or not _ABOUT.match(below[0].text):
        return bottom
    last = below[0]
    for row in below[1:]:
        whole = next((other for other in rows if abs(other.y - row.y) < 2.0), row)
        if last.y - row.y > 1.8 * row.size or whole.x1 > row.x1 + 2.0:
            break
        last = row
    return last.y


def _lines(rows: list[Row], above: float, below: float) -> str:
    return "\n".join(row.text for row in rows if below - 1.0 <= row.y < above)


def _divided(row: Row, least: float) -> tuple[list[Run], list[Run]]:
    """The runs of a row left and right of the first clear gap behind `least`."""
    for index, run in enumerate(row.runs):
        if run.x0 > least and (index == 0 or run.x0 - row.runs[index - 1].x1 > 1.2 * run.size):
            return row.runs[:index], row.runs[index:]
    return row.runs, []


def _items(rows: list[Row]) -> str:
    """The recipients, one a line: what does not start with a dash goes on the line above."""
    lines: list[str] = []
    for row in rows:
        starts = row.text.startswith(("-", "–", "+", "•", "*")) or _RECIPIENTS.match(row.text)
        if starts or len(lines) < 2:
            lines.append(row.text)
        else:
            lines[-1] += f" {row.text}"
    return "\n".join(lines)
