"""When the tasks of a plan fall due: from the words of a deadline to days, year by year. Pure values."""

from __future__ import annotations

import calendar as months
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thidua.core.text import fold
from thidua.law import calendar
from thidua.law.deadlines import internal_deadline
from thidua.movements.models import LineKind, TaskKind

_BEFORE = re.compile(r"\btruoc (ngay|thang|nam|\d)|\btruoc \d{1,2} (gio|h)\b")
_OR_BEFORE = re.compile(r"truoc (hoac|va trong)|trong va truoc")
_WORDS: tuple[tuple[re.Pattern[str], TaskKind], ...] = (
    (re.compile(r"\bky (ban )?cam ket|\bcam ket khong"), TaskKind.COMMITMENT),
    (re.compile(r"\btong ket phong trao|^tong ket\b"), TaskKind.SUMMARY),
    (re.compile(r"^(to chuc )?(danh gia|so ket)\b"), TaskKind.REVIEW),
    (re.compile(r"\b(tuyen truyen|truyen thong|dang tai|pho bien)\b"), TaskKind.COMMUNICATION),
)
SHORT_TITLES = {
    TaskKind.COMMITMENT: "Ký cam kết",
    TaskKind.UNIT_REPORT: "Báo cáo năm",
    TaskKind.UPWARD_REPORT: "Báo cáo cấp trên",
    TaskKind.REVIEW: "Đánh giá năm",
    TaskKind.SUMMARY: "Tổng kết",
}
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a duty falls due: the round it belongs to and the date the plan names, if it names one."""

    year: int
    date: dt.date | None
    suffix: str = ""
    final: bool = False


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task to be made: everything but database rows. Unit and item are ids."""

    key: str
    year: int
    final: bool
    kind: TaskKind
    title: str
    short_title: str
    ref: str
    line: int
    item_id: int | None
    lead_id: int | None
    each_unit: bool
    plan_date: str
    due: dt.date | None
    internal_due: dt.date | None
    internal_reason: str
    sent_to: str
    sent_via: str


def strictly_before(words: str) -> bool:
    """Whether a deadline excludes its date: "trước ngày 20/11" does, "chậm nhất ngày 20/11" does not."""
    said = fold(words)
    return bool(_BEFORE.search(said)) and not _OR_BEFORE.search(said)


def last_day_on_time(date: dt.date, words: str) -> dt.date:
    """The last working day on which something is still on time."""
    return calendar.latest_day_before(date) if strictly_before(words) else calendar.latest_day_on_or_before(date)


def occurrences(kind: str | None, date: str | None, first_year: int, last_year: int) -> Iterator[Occurrence]:
    """The times a duty falls due within the period. `kind` and `date` are as the reading writes them: "annual" with
    "11-20", "monthly" with "20", "fixed" with an ISO date, "2025-Q4", "2025-06" or "2025". Relative duties have none.
    """
    if kind in ("relative", "daily"):
        return
    if kind == "fixed":
        day = end_of(date or "")
        if day and first_year <= day.year <= last_year + 1:
            yield Occurrence(min(day.year, last_year), day if date and len(date) > 4 else None)
        return
    for year in range(first_year, last_year + 1):
        for month, suffix in _months_of(kind):
            yield Occurrence(year, _day_in(year, month, date), suffix)


def _months_of(kind: str | None) -> list[tuple[int | None, str]]:
    if kind == "monthly":
        return [(month, f"tháng {month}") for month in range(1, 13)]
    if kind == "quarterly":
        return [(month, f"quý {('I', 'II', 'III', 'IV')[month // 3 - 1]}") for month in (3, 6, 9, 12)]
    return [(None, "")]


def _day_in(year: int, month: int | None, date: str | None) -> dt.date | None:
    """The date of one occurrence: "MM-DD" or "MM" of a year, "DD" of a given month; clipped to the month's end."""
    if not date or not re.fullmatch(r"\d{1,2}(-\d{1,2})?", date):
        return None
    parts = [int(part) for part in date.split("-")]
    if month is None:
        month, day = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 31)
    else:
        day = parts[-1]
    if not 1 <= month <= 12 or day < 1:
        return None
    return dt.date(year, month, min(day, months.monthrange(year, month)[1]))


def end_of(date: str) -> dt.date | None:
    """The last day of what a date names: a day, a month, a quarter or a year."""
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", date):
        return dt.date(*(int(part) for part in found.groups()))
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", date):
        year, month = int(found[1]), int(found[2]) * 3
        return dt.date(year, month, months.monthrange(year, month)[1])
    if found := re.fullmatch(r"(\d{4})-(\d{2})", date):
        return dt.date(int(found[1]), int(found[2]), months.monthrange(int(found[1]), int(found[2]))[1])
    return dt.date(int(date), 12, 31) if re.fullmatch(r"\d{4}", date) else None


def task_kind(line_kind: str, what: str, *, each_unit: bool) -> TaskKind:
    """What sort of work a line asks for, by its words."""
    said = fold(what)
    if line_kind == LineKind.DEADLINE and "bao cao" in said:
        return TaskKind.UNIT_REPORT if each_unit else TaskKind.UPWARD_REPORT
    return next((kind for pattern, kind in _WORDS if pattern.search(said)), TaskKind.WORK)


def key_of(ref: str, what: str, suffix: str = "") -> str:
    """What joins a task to the same task of another version of the plan."""
    return f"{ref}|{fold(what)[:50]}|{fold(suffix)}"[:80]


def drafts(
    lines: Sequence[Any], first_year: int, last_year: int, internal: Mapping[str, str] | None
) -> list[TaskDraft]:
    """The tasks of a plan from its settled lines (objects with kind, ref, line, item_id and data).

    `internal` is how the shared day of the units' and the upper report was settled: {} for the program's proposal,
    {"date": "11-10"} for a day of the office's own, None for no internal day.
    """
    upward = [
        (line, o)
        for line in lines
        for o in _of_line(line, first_year, last_year)
        if _kind_of(line) == TaskKind.UPWARD_REPORT
    ]
    upper_dates = {o.year: (o.date, line.data.get("words", "")) for line, o in upward if o.date}
    found: list[TaskDraft] = []
    for line in lines:
        if line.kind not in (LineKind.TASK, LineKind.YEARLY, LineKind.DEADLINE):
            continue
        kind, data = _kind_of(line), line.data
        for occurrence in _of_line(line, first_year, last_year):
            words = data.get("words") or ""
            due = last_day_on_time(occurrence.date, words) if occurrence.date else None
            early, reason = None, ""
            if kind == TaskKind.UNIT_REPORT and due and internal is not None and occurrence.year in upper_dates:
                early, reason = _internal(due, *upper_dates[occurrence.year], occurrence.year, internal)
            title = data["what"] + (f", {occurrence.suffix}" if occurrence.suffix else "")
            found.append(
                TaskDraft(
                    key=key_of(line.ref, data["what"], occurrence.suffix), year=occurrence.year,
                    final=kind == TaskKind.SUMMARY, kind=kind, title=title, short_title=SHORT_TITLES.get(kind, ""),
                    ref=line.ref, line=line.line, item_id=line.item_id, lead_id=data.get("unit_id"),
                    each_unit=bool(data.get("each_unit")), plan_date=words if occurrence.date else "",
                    due=due, internal_due=early, internal_reason=reason,
                    sent_to=data.get("to") or "", sent_via=", ".join(data.get("via") or []),
                )
            )  # fmt: skip
    return found


def _kind_of(line: Any) -> TaskKind:
    return task_kind(line.kind, line.data.get("what", ""), each_unit=bool(line.data.get("each_unit")))


def _of_line(line: Any, first_year: int, last_year: int) -> list[Occurrence]:
    data = line.data
    if line.kind not in (LineKind.TASK, LineKind.YEARLY, LineKind.DEADLINE):
        return []
    if _kind_of(line) == TaskKind.SUMMARY and data.get("kind") != "fixed":
        return [Occurrence(last_year, None, final=True)]
    return list(occurrences(data.get("kind"), data.get("date"), first_year, last_year))


def _internal(
    due: dt.date, upper: dt.date, words: str, year: int, internal: Mapping[str, str]
) -> tuple[dt.date | None, str]:
    """The internal day of the units' reports and why: only needed when their day leaves no time before the upper."""
    if own := internal.get("date"):
        day = _day_in(year, None, own)
        return (day, f"Văn phòng chọn mốc nội bộ {day:%d/%m/%Y} để có thời gian tổng hợp.") if day else (None, "")
    if due < last_day_on_time(upper, words):
        return None, ""
    proposed = internal_deadline(upper, strictly_before=strictly_before(words))
    return proposed.date, proposed.reason
