"""The whole office at a glance: units against the duties all of them share. Values in, values out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua.movements.timing import Standing, standing

# What calls for attention first when several single duties share one cell.
_URGENCY = ("overdue", "returned", "past_mark", "at_risk", "submitted", "doing", "open", "done_late", "done", "none")


@dataclass(frozen=True, slots=True)
class Owed:
    """What one unit owes of one task, with what the matrix needs of both. `unit` is its short name on the screen,
    `unit_name` the one for paper. `final`: of the closing round."""

    pk: int
    unit_id: int
    unit: str
    unit_name: str
    task_id: int
    duty: str
    each_unit: bool
    final: bool
    state: str
    due: dt.date | None
    internal_due: dt.date | None
    submitted_on: dt.date | None
    returns: int

    def on(self, today: dt.date) -> Standing:
        """How it stands on a day."""
        return standing(self.state, self.due, self.internal_due, self.submitted_on, today, self.returns)


@dataclass(frozen=True, slots=True)
class Duty:
    """A column: a task that every unit has."""

    task_id: int
    label: str
    due: dt.date | None
    internal_due: dt.date | None
    final: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit and one duty: the assignment it leads to and how that stands."""

    pk: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Single:
    """The duties only this unit has: how many are settled, of how many, and how the most pressing one stands."""

    settled: int
    total: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Row:
    """One unit: a cell for each column (None: not given this duty), its own duties, handed in on time of how many."""

    unit_id: int
    unit: str
    unit_name: str
    cells: tuple[Cell | None, ...]
    single: Single | None
    on_time: int
    judged: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns by deadline, rows in the order in which the units came."""

    duties: tuple[Duty, ...]
    rows: tuple[Row, ...]

    @property
    def has_single(self) -> bool:
        """Whether any unit has duties of its own."""
        return any(row.single for row in self.rows)


def matrix(owed: Sequence[Owed], today: dt.date) -> Matrix:
    """The matrix of one year, from every assignment of it."""
    first = {row.task_id: row for row in reversed(owed) if row.each_unit}
    duties = sorted(
        (Duty(row.task_id, row.duty, row.due, row.internal_due, row.final) for row in first.values()),
        key=lambda duty: (duty.due or duty.internal_due or dt.date.max, duty.task_id),
    )
    by_unit: dict[int, list[Owed]] = {}
    for row in owed:
        by_unit.setdefault(row.unit_id, []).append(row)
    return Matrix(tuple(duties), tuple(_row(rows, duties, today) for rows in by_unit.values()))


def _row(rows: Sequence[Owed], duties: Iterable[Duty], today: dt.date) -> Row:
    shared = {row.task_id: Cell(row.pk, row.on(today)) for row in rows if row.each_unit}
    on_time, judged = punctuality(rows, today)
    return Row(
        unit_id=rows[0].unit_id,
        unit=rows[0].unit,
        unit_name=rows[0].unit_name,
        cells=tuple(shared.get(duty.task_id) for duty in duties),
        single=_single([row.on(today) for row in rows if not row.each_unit]),
        on_time=on_time,
        judged=judged,
    )


def _single(standings: Sequence[Standing]) -> Single | None:
    if not standings:
        return None
    worst = min(standings, key=lambda one: _URGENCY.index(one.code))
    return Single(sum(one.settled for one in standings), len(standings), worst)


def punctuality(rows: Iterable[Owed], today: dt.date) -> tuple[int, int]:
    """(handed in on time, judged): what has been handed in, and what has not although the plan's day has passed.

    Only deadlines of the plan count; an internal day is the office's own, and "không phát sinh" is judged by nobody.
    """
    on_time = judged = 0
    for row in rows:
        if row.due is None or row.state == "none":
            continue
        if row.submitted_on is not None:
            judged += 1
            on_time += row.submitted_on <= row.due
        elif row.due < today:
            judged += row.state != "done"
    return on_time, judged
