"""What the movement page shows of one year: its timeline, how far each line of the plan is, who owes what. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from thidua.law import calendar
from thidua.movements.timing import RISK_DAYS, DueMark, Standing, days_left, due_mark, left_words, standing
from thidua.movements.workflow import AssignmentState


@dataclass(slots=True)
class Event:
    """A mark on the timeline of the year; `until` makes it a stretch of days, `words` stand for the date."""

    date: dt.date
    title: str
    tone: str = ""
    until: dt.date | None = None
    url: str = ""
    words: str = ""


@dataclass(slots=True)
class TaskRow:
    """How far one task is: units done of units owing, or a figure of a target."""

    task: Any
    done: int
    total: int
    value: int
    target: int | None
    who: str
    due: DueMark | None
    internal: DueMark | None
    late: int = 0

    @property
    def top(self) -> int:
        """What the progress bar counts to."""
        return self.target or self.total or 1

    @property
    def reached(self) -> int:
        """What it has reached; never beyond its end."""
        return min(self.value if self.target else self.done, self.top)

    @property
    def words(self) -> str:
        """ "41/48 tin, bài" or "7/9 đơn vị xong"."""
        if self.target:
            return f"{self.value}/{self.target} {self.task.measure}".strip()
        if self.total == 0:
            return "Chưa giao"
        return f"{self.done}/{self.total} đơn vị xong" if self.total > 1 else ("Đã xong" if self.done else "Chưa xong")


@dataclass(slots=True)
class Debt:
    """What one unit still owes, worst first."""

    unit: Any
    owed: list[tuple[Any, Standing, str]] = field(default_factory=list)

    @property
    def pressing(self) -> bool:
        """Whether there is something to remind of."""
        return any(s.code in {"overdue", "past_mark", "at_risk", "returned"} for _, s, _ in self.owed)


_SETTLED = (AssignmentState.DONE, AssignmentState.NONE)
_WORST = ("overdue", "returned", "past_mark", "at_risk", "submitted", "doing", "open")


def standing_of(assignment: Any, today: dt.date) -> Standing:
    """How an assignment (with its task) stands."""
    task = assignment.task
    return standing(assignment.state, task.due, task.internal_due, assignment.submitted_on, today, assignment.returns)


def task_rows(tasks: Iterable[Any], today: dt.date) -> list[TaskRow]:
    """The lines of a year with their progress; `tasks` have their assignments and units loaded."""
    rows = []
    for task in tasks:
        assigned = list(task.assignments.all())
        done = sum(a.state in _SETTLED for a in assigned)
        names = [a.unit.short for a in assigned]
        who = f"{len(names)} đơn vị" if len(names) > 1 else (names[0] if names else _lead(task))
        settled = bool(assigned) and done == len(assigned)
        rows.append(
            TaskRow(
                task, done, len(assigned), sum(a.value for a in assigned), task.target, who,
                due_mark(task.due, today, settled=settled),
                due_mark(task.internal_due, today, settled=settled, internal=True),
                sum(standing(a.state, task.due, None, a.submitted_on, today).late for a in assigned),
            )
        )  # fmt: skip
    return rows


def _lead(task: Any) -> str:
    if task.each_unit:
        return "Mọi đơn vị"
    return task.lead.short if task.lead else ""


def debts(tasks: Iterable[Any], today: dt.date) -> list[Debt]:
    """Who owes what, units in their order; not what is open without a deadline. `tasks` as for `task_rows`."""
    found: dict[int, Debt] = {}
    assigned = [assignment for task in tasks for assignment in task.assignments.all()]
    for assignment in sorted(assigned, key=lambda a: (a.unit.order, a.unit.sort, a.unit_id)):
        state = standing_of(assignment, today)
        if state.settled or (state.code == "open" and assignment.task.due is None):
            continue
        debt = found.setdefault(assignment.unit_id, Debt(assignment.unit))
        debt.owed.append((assignment, state, _debt_words(assignment, state, today)))
    for debt in found.values():
        debt.owed.sort(key=lambda row: _WORST.index(row[1].code))
    return list(found.values())


def _debt_words(assignment: Any, state: Standing, today: dt.date) -> str:
    """ "quá mốc nội bộ 2 ngày, đã nhắc 2 lần"."""
    task = assignment.task
    if state.code == "past_mark":
        words = f"quá mốc nội bộ {(today - task.internal_due).days} ngày"
    elif state.code == "returned":
        words = f"trả lại lần {max(assignment.returns, 1)}"
        if state.late and task.due:
            words += f", {left_words(task.due, today)}"
    elif state.code == "submitted":
        words = "chờ duyệt"
    elif state.code == "at_risk" and task.internal_due:
        words = "mốc nội bộ hôm nay" if task.internal_due == today else f"mốc nội bộ {task.internal_due:%d/%m}"
    elif task.due:
        words = left_words(task.due, today)
    else:
        words = assignment.get_state_display().lower()
    return f"{words}, đã nhắc {assignment.reminders} lần" if assignment.reminders else words


def events(rows: Sequence[TaskRow], year: int, today: dt.date, issued: dt.date | None) -> list[Event]:
    """The year's dates: Tết, the issue, deadlines and internal days; tasks of one day share a mark."""
    first, last = calendar.tet(year)
    found = [Event(first, "Nghỉ Tết Nguyên đán", "tet", until=last)]
    if issued and issued.year == year:
        found.append(Event(issued, "Ban hành kế hoạch", "done"))
    by_day: dict[tuple[dt.date, str], list[TaskRow]] = {}
    for row in rows:
        for day, label in ((row.task.due, "Hạn"), (row.task.internal_due, "Mốc nội bộ")):
            if day and day.year == year:
                by_day.setdefault((day, label), []).append(row)
    for (day, label), due in sorted(by_day.items()):
        title = due[0].task.column if len(due) == 1 else f"{len(due)} nhiệm vụ"
        found.append(Event(day, title, _tone(due, day, today), words=f"{label} {day:%d/%m}"))
    return found


def _tone(rows: Sequence[TaskRow], day: dt.date, today: dt.date) -> str:
    if all(row.total and row.done == row.total for row in rows):
        return "done"
    if day <= today:
        return "back"
    return "wait" if days_left(day, today) <= RISK_DAYS else ""
