"""Where an official document has two columns: its heading, and "Nơi nhận" beside the signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua.vanban.sources.pdf_glyphs import Glyph
from thidua.vanban.sources.pdf_rows import Row, Run, rows_of, run_of

# The right column is known by these words (state and Party documents); the tone may stand on either vowel.
_NATION = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM")
_DAY = re.compile(r"ngày.*tháng|tháng.*năm")
_NUMBER = re.compile(r"Số\s*:?\s|Số:|/[A-ZĐ]{2}")
_ABOUT = re.compile(r"V/v\b")
_RECIPIENTS = re.compile(r"(?:Nơi|NƠI) (?:nhận|NHẬN)\s*[:./]?")
_HEADING_HEIGHT = 115.0
_SIGNATURE_LEAD = 1.6


@dataclass(slots=True)
class Block:
    """Two columns side by side: rows of two cells, standing between `top` and the rows below."""

    cells: list[list[str]]
    top: float


def split_heading(glyphs: list[Glyph], rows: list[Row]) -> tuple[Block | None, list[Glyph]]:
    """Take the two heading columns out of a first page; returns them and the glyphs that are left."""
    nation = next((run for row in rows for run in row.runs if _NATION.search(run.text)), None)
    if nation is None:
        return None, glyphs
    nation = _from_match(nation)
    gutter = nation.x0 - 2.0
    floor = nation.y - _HEADING_HEIGHT
    right, left = _sides(glyphs, gutter, floor)
    right_rows, left_rows = rows_of(right), rows_of(left)
    day = next((row for row in right_rows if row.y < nation.y and _DAY.search(row.text)), None)
    number = next((row for row in left_rows if row.y < nation.y + 2 and _NUMBER.match(row.text)), None)
    if day is not None and _reaches_left(left_rows, day):
        # A long place name pushes the date line over the gutter: it is cut where its row has its widest gap.
        left, right, left_rows, right_rows, number, day = _recut(glyphs, gutter, floor, day)
    ends = [row.y for row in (day, number) if row is not None]
    if not ends:
        return None, glyphs
    bottom = min(ends)
    about = [row for row in left_rows if row.y < bottom]
    if about and _ABOUT.match(about[0].text):
        bottom = _end_of_about(about, rows)
    middle = max(ends) + 0.5 * nation.size
    cells = [
        [_lines(left_rows, 1e6, middle), _lines(right_rows, 1e6, middle)],
        [_lines(left_rows, middle, bottom), _lines(right_rows, middle, bottom)],
    ]
    rest = [glyph for glyph in glyphs if glyph.y < bottom - 1.0]
    return Block([row for row in cells if any(row)], max(glyph.y for glyph in glyphs) + 1.0), rest


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
        gutter = min((run.x0 for other in rows[start:] for run in other.runs if run.x0 > least), default=right_edge)
        stop = next((at for at in range(number + 1, len(rows)) if _crosses(rows[at], gutter)), len(rows))
        taken = [glyph for other in rows[start:stop] for run in other.runs for glyph in run.glyphs]
        left = rows_of([glyph for glyph in taken if glyph.x0 < gutter - 1.0])
        right = rows_of([glyph for glyph in taken if glyph.x0 >= gutter - 1.0])
        cells = [_items(left), "\n".join(line.text for line in right)]
        return Block([cells], rows[start].y + 0.5), rows[:start] + rows[stop:]
    return None, rows


def _from_match(run: Run) -> Run:
    """The part of a run from the national name on: narrow columns may touch."""
    match = _NATION.search(run.text)
    before = run.text[: match.start()].replace(" ", "") if match else ""
    skipped, index = 0, 0
    while skipped < len(before) and index < len(run.glyphs):
        skipped += len(run.glyphs[index].text)
        index += 1
    return run_of(run.glyphs[index:]) if index else run


def _sides(glyphs: list[Glyph], gutter: float, floor: float) -> tuple[list[Glyph], list[Glyph]]:
    right = [glyph for glyph in glyphs if glyph.x0 >= gutter and glyph.y > floor]
    left = [glyph for glyph in glyphs if glyph.x0 < gutter and glyph.y > floor]
    return right, left


def _reaches_left(left_rows: list[Row], day: Row) -> bool:
    """Whether words stand directly before the date line, left of the gutter."""
    return any(abs(row.y - day.y) < 2.0 and day.x0 - row.x1 < 0.75 * day.size for row in left_rows)


def _recut(
    glyphs: list[Glyph], gutter: float, floor: float, day: Row
) -> tuple[list[Glyph], list[Glyph], list[Row], list[Row], Row | None, Row | None]:
    line = [glyph for glyph in glyphs if abs(glyph.y - day.y) < 2.0 and glyph.y > floor]
    start = max((run.x0 for row in rows_of(line) for run in row.runs if run.x0 < gutter), default=gutter)
    near = {id(glyph) for glyph in line if glyph.x0 >= start}
    right = [g for g in glyphs if g.y > floor and (g.x0 >= gutter or id(g) in near)]
    left = [g for g in glyphs if g.y > floor and g.x0 < gutter and id(g) not in near]
    right_rows, left_rows = rows_of(right), rows_of(left)
    number = next((row for row in left_rows if _NUMBER.match(row.text)), None)
    return left, right, left_rows, right_rows, number, next((r for r in right_rows if _DAY.search(r.text)), None)


def _end_of_about(about: list[Row], rows: list[Row]) -> float:
    """The last line of "V/v ..." under the number of an official letter: it goes on while lines are close."""
    last = about[0]
    for row in about[1:]:
        beside = [other for other in rows if abs(other.y - row.y) < 2.0]
        if last.y - row.y > 1.8 * row.size or not beside or beside[0].x1 > row.x1 + 20.0:
            break
        last = row
    return last.y


def _lines(rows: list[Row], above: float, below: float) -> str:
    return "\n".join(row.text for row in rows if below - 1.0 <= row.y < above)


def _crosses(row: Row, gutter: float) -> bool:
    return any(run.x0 < gutter - 2.0 < gutter + 6.0 < run.x1 for run in row.runs)


def _items(rows: list[Row]) -> str:
    """The recipients, one a line: what does not start with a dash goes on the line above."""
    lines: list[str] = []
    for row in rows:
        starts = row.text.lstrip().startswith(("-", "–", "+", "•", "*")) or _RECIPIENTS.match(row.text)
        if starts or not lines or len(lines) == 1:
            lines.append(row.text)
        else:
            lines[-1] += f" {row.text}"
    return "\n".join(lines)
