"""The next dates across the top of the desk: deadlines, internal days, and the days on which offices are closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua.core.templatetags.td import ngay
from thidua.law import calendar
from thidua.movements.timing import RISK_DAYS, days_left, left_words

PLACES = 5
TET_AHEAD = 100  # days; from here on Tết stands on the strip whatever else is due
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """A task with its days and how many of its units have finished."""

    task_id: int
    title: str
    due: dt.date | None
    internal_due: dt.date | None
    settled: int
    total: int


@dataclass(frozen=True, slots=True)
class Closed:
    """An unbroken time off that begins on `first`."""

    name: str
    first: dt.date
    last: dt.date

    @property
    def is_tet(self) -> bool:
        """Whether it is the lunar new year."""
        return self.name == "Tết Nguyên đán"


@dataclass(frozen=True, slots=True)
class Step:
    """One date of the strip; `task_id` when exactly one task is due then, `closed` on a holiday."""

    date: dt.date
    title: str
    words: str
    tone: str = ""
    task_id: int | None = None
    closed: bool = False


def closed_days(today: dt.date, days: int = 300) -> list[Closed]:
    """The holidays of the next `days` days as the calendar has them, each with the weekend it joins."""
    found: list[Closed] = []
    day, end = today, today + dt.timedelta(days=days)
    while day <= end:
        if calendar.holiday_name(day) is None:
            day += _DAY
            continue
        first, last = calendar.time_off_around(day)
        found.append(Closed(_holiday(first, last), max(first, today), last))
        day = last + _DAY
    return found


def _holiday(first: dt.date, last: dt.date) -> str:
    days = (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
    names = [name.split(" (")[0] for day in days if (name := calendar.holiday_name(day))]
    if any("Tết Nguyên Đán" in name for name in names):
        return "Tết Nguyên đán"
    kept = list(dict.fromkeys(name for name in names if not name.startswith("Nghỉ hoán đổi")))
    return " và ".join(kept) or "ngày hoán đổi"


def strip(tasks: Iterable[Coming], closed: Sequence[Closed], today: dt.date) -> list[Step]:
    """At most five dates, the nearest first; nothing when nothing is due, for holidays alone are no news."""
    by_day: dict[dt.date, list[tuple[Coming, bool]]] = {}
    for task in tasks:
        if task.settled >= task.total:
            continue
        if task.internal_due and task.internal_due >= today and task.internal_due != task.due:
            by_day.setdefault(task.internal_due, []).append((task, True))
        if task.due and task.due >= today:
            by_day.setdefault(task.due, []).append((task, False))
    if not by_day:
        return []
    steps = [_due_step(day, due, today) for day, due in by_day.items()]
    steps += [_closed_step(one) for one in closed]
    steps.sort(key=lambda step: (step.date, step.tone == "tet"))
    tet = next((one for one in closed if one.is_tet and (one.first - today).days <= TET_AHEAD), None)
    shown = steps[:PLACES]
    if tet is not None and (last := _closed_step(tet)) not in shown:
        shown[-1:] = [last]
    return shown


def _due_step(day: dt.date, due: Sequence[tuple[Coming, bool]], today: dt.date) -> Step:
    """Everything due on one day; the plan's own deadlines are named first."""
    ordered = sorted(due, key=lambda pair: (pair[1], pair[0].task_id))
    task, internal = ordered[0]
    left = days_left(day, today)
    tone = "back" if left <= 0 and not internal else "wait" if left <= RISK_DAYS else ""
    words = left_words(day, today).replace("hạn hôm nay", "mốc hôm nay" if internal else "hạn hôm nay")
    title = f"Mốc nội bộ: {task.title}" if internal else task.title
    if len(due) > 1:
        return Step(day, f"{title} và {len(due) - 1} việc khác", f"{words[:1].upper()}{words[1:]}", tone)
    if task.total > 1:
        words = f"{task.settled}/{task.total} đơn vị đã xong, {words}"
    return Step(day, title, f"{words[:1].upper()}{words[1:]}", tone, task.task_id)


def _closed_step(one: Closed) -> Step:
    until = f" đến hết {ngay(one.last)}" if one.last > one.first else ""
    tone = "tet" if one.is_tet else ""
    return Step(one.first, f"Nghỉ {one.name}{until}", "Không tính vào ngày làm việc", tone, closed=True)
