"""Deadlines in a table of tasks: a column says what, one who, one by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua.vanban.reading.duedates import Frame, find
from thidua.vanban.reading.paragraphs import Paragraph
from thidua.vanban.structure import Deadline

WHEN = re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành", re.IGNORECASE)
WHAT = re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|tên", re.IGNORECASE)
WHO = re.compile(r"chủ trì|thực hiện|phụ trách|đơn vị|cơ quan|phân công", re.IGNORECASE)
LABEL = "Thời gian hoàn thành: "


@dataclass(slots=True, frozen=True)
class Columns:
    """Which column of a table of tasks holds the date, the task and the unit."""

    when: int
    what: int
    who: int | None


def columns_of(heading: list[str]) -> Columns | None:
    """Recognise a table of tasks by its heading row: it must name both the task and the time."""
    when = next((place for place, cell in enumerate(heading) if WHEN.search(cell)), None)
    what = next((place for place, cell in enumerate(heading) if WHAT.search(cell) and place != when), None)
    if when is None or what is None:
        return None
    taken = (when, what)
    who = next((place for place, cell in enumerate(heading) if WHO.search(cell) and place not in taken), None)
    return Columns(when, what, who)


def table_deadlines(rows: list[Paragraph], frame: Frame, item: int | None) -> list[Deadline]:
    """Return the deadlines of one table, a row each; rows of other tables give none."""
    columns = columns_of(rows[0].cells or []) if rows else None
    if columns is None:
        return []
    deadlines = []
    for row in rows[1:]:
        cells = row.cells or []
        if len(cells) <= max(columns.when, columns.what) or not cells[columns.when]:
            continue
        for found in find(LABEL + cells[columns.when], frame):
            deadlines.append(
                Deadline(
                    text=cells[columns.when],
                    kind=found.kind,
                    date=found.date,
                    strength=found.strength,
                    what=cells[columns.what] or None,
                    unit=(cells[columns.who] or None) if columns.who is not None and columns.who < len(cells) else None,
                    line=row.number,
                    start=row.start,
                    end=row.end,
                    item=item,
                )
            )
    return deadlines
