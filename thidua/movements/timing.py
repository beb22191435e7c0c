"""Done, late or at risk by the working-day calendar: how an assignment stands today, in words. Pure values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from thidua.law import calendar
from thidua.movements.workflow import AssignmentState

Tone = Literal["wait", "work", "done", "back", "none"]
RISK_DAYS = 3  # working days left from which an unfinished assignment is called at risk; a habit of offices, not law
State = AssignmentState


@dataclass(frozen=True, slots=True)
class Standing:
    """How something stands: a stable code for counting, a tone and words for people, whether it was late."""

    code: str
    tone: Tone
    words: str
    late: bool = False
    icon: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing more is owed."""
        return self.code in {"done", "done_late", "none"}


@dataclass(frozen=True, slots=True)
class DueMark:
    """A deadline as a chip shows it."""

    date: dt.date
    tone: str
    words: str


def days_left(day: dt.date, today: dt.date) -> int:
    """Working days from tomorrow to `day`, both counted; negative calendar days when it has passed."""
    if day < today:
        return -(today - day).days
    return calendar.working_days_between(today, day)


def left_words(day: dt.date, today: dt.date, *, internal: bool = False) -> str:
    """ "còn 3 ngày làm việc", "hạn hôm nay", "quá hạn 2 ngày"; of an internal day "quá mốc 2 ngày"."""
    name = "mốc" if internal else "hạn"
    if day == today:
        return f"{name} hôm nay"
    left = days_left(day, today)
    return f"quá {name} {-left} ngày" if left < 0 else f"còn {left} ngày làm việc"


def due_mark(due: dt.date | None, today: dt.date, *, settled: bool = False, internal: bool = False) -> DueMark | None:
    """The chip of a deadline, or of an internal day; quiet when the work is settled."""
    if due is None:
        return None
    if settled:
        return DueMark(due, "", "")
    left = days_left(due, today)
    tone = "back" if due <= today else "wait" if left <= RISK_DAYS else ""
    return DueMark(due, tone, left_words(due, today, internal=internal))


def standing(
    state: str,
    due: dt.date | None,
    internal_due: dt.date | None,
    submitted_on: dt.date | None,
    today: dt.date,
    returns: int = 0,
) -> Standing:
    """How one assignment stands. Being on time is judged by the plan's deadline and the day it was handed in;
    passing the internal day is "quá mốc", never "quá hạn"."""
    late_days = (submitted_on - due).days if submitted_on and due else 0
    if state == State.NONE:
        return Standing("none", "none", "Không phát sinh", icon="minus")
    if state == State.DONE:
        if late_days > 0:
            return Standing("done_late", "done", f"Trễ {late_days} ngày", late=True)
        return Standing("done", "done", f"{submitted_on:%d/%m}" if submitted_on else "Đã xong")
    if state == State.SUBMITTED:
        words = f"Nộp {submitted_on:%d/%m}" if submitted_on else "Chờ duyệt"
        return Standing("submitted", "wait", words, late=late_days > 0, icon="clock")
    overdue = due is not None and due < today
    if state == State.RETURNED:
        return Standing("returned", "back", f"Trả lại lần {max(returns, 1)}", late=overdue, icon="arrow-back-up")
    if due is not None and overdue:
        return Standing("overdue", "back", f"Quá hạn {(today - due).days} ngày", late=True, icon="alert-circle")
    if internal_due is not None and internal_due < today:
        return Standing("past_mark", "back", f"Quá mốc {(today - internal_due).days} ngày", icon="alert-circle")
    nearest = internal_due or due
    if nearest is not None and days_left(nearest, today) <= RISK_DAYS:
        label = "Mốc" if internal_due else "Hạn"
        return Standing("at_risk", "wait", f"{label} {nearest:%d/%m}", icon="clock")
    if state == State.DOING:
        return Standing("doing", "work", "Đang làm", icon="pencil")
    return Standing("open", "none", f"{nearest:%d/%m}" if nearest else "Chưa làm", icon="circle-dashed")
