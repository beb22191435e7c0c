"""Working days of Vietnam: weekends, statutory holidays, Tết, and the swap days decided year by year."""

from __future__ import annotations

import datetime as dt
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import holidays

from thidua.law.errors import LawDataError
from thidua.law.loader import DATA
from thidua.law.rule import GRADES, Grade

_DAY = dt.timedelta(days=1)
_LUNAR_NEW_YEAR = "Tết Nguyên Đán"


@dataclass(frozen=True, slots=True)
class Swap:
    """A working day given off (`off`) in exchange for a Saturday worked (`worked`), and the paper that says so."""

    off: dt.date
    worked: dt.date
    article: str
    source: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Break:
    """An unbroken time off as it was announced, weekends included."""

    name: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Announcement:
    """What was announced for one year's holidays: the papers, their source and trust grade, breaks and swaps."""

    year: int
    article: str
    source: str
    grade: Grade
    note: str
    breaks: tuple[Break, ...]
    swaps: tuple[Swap, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    names: Mapping[dt.date, str]
    working: tuple[int, ...]
    working_set: frozenset[int]


def is_working_day(day: dt.date) -> bool:
    """Say whether offices work on `day` (Monday to Friday, no holiday, or a Saturday worked in exchange)."""
    return day.toordinal() in _year(day.year).working_set


def holiday_name(day: dt.date) -> str | None:
    """Return the Vietnamese name of the holiday or exchanged day off; None on any other day, weekends included."""
    return _year(day.year).names.get(dt.date(day.year, day.month, day.day))


def add_working_days(day: dt.date, n: int, *, first_day_counts: bool = False) -> dt.date:
    """Return the n-th working day after `day` (before it when n is negative); `day` itself when n is 0.

    The start is not counted, unless `first_day_counts`: then it is day 1 if it is a working day, as when a list is
    posted "10 ngày làm việc" from the morning of the first day.
    """
    if n == 0:
        return day
    if first_day_counts:
        day = day - _DAY if n > 0 else day + _DAY
    year, ordinal = day.year, day.toordinal()
    if n > 0:
        rest = n + bisect_right(_year(year).working, ordinal)
        while rest > (size := len(_year(year).working)):
            rest, year = rest - size, year + 1
        return dt.date.fromordinal(_year(year).working[rest - 1])
    index = bisect_left(_year(year).working, ordinal) + n
    while index < 0:
        year -= 1
        index += len(_year(year).working)
    return dt.date.fromordinal(_year(year).working[index])


def working_days_between(a: dt.date, b: dt.date) -> int:
    """Return how many working days lie after `a` up to and including `b`; negative when `b` comes first.

    The counterpart of `add_working_days`: working_days_between(d, add_working_days(d, n)) == n for n >= 0.
    """
    if b < a:
        return -working_days_between(b, a)
    whole = sum(len(_year(year).working) for year in range(a.year, b.year))
    return (
        whole + bisect_right(_year(b.year).working, b.toordinal()) - bisect_right(_year(a.year).working, a.toordinal())
    )


def previous_working_day(day: dt.date) -> dt.date:
    """Return the last working day strictly before `day`."""
    return add_working_days(day, -1)


def next_working_day(day: dt.date) -> dt.date:
    """Return the first working day strictly after `day`."""
    return add_working_days(day, 1)


def latest_day_before(day: dt.date) -> dt.date:
    """Return the last working day on which something due "trước ngày <day>" is still in time."""
    return previous_working_day(day)


def latest_day_on_or_before(day: dt.date) -> dt.date:
    """Return `day` if it is a working day, else the working day before it ("chậm nhất ngày <day>", cautiously)."""
    return day if is_working_day(day) else previous_working_day(day)


def tet(year: int) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the unbroken Tết break of `year`, adjoining weekends included.

    Raises LookupError for a year beyond the lunar tables (1901 to 2100).
    """
    new_year = next((day for day, name in _year(year).names.items() if name == _LUNAR_NEW_YEAR), None)
    if new_year is None:
        raise LookupError(f"Không tính được Tết Nguyên đán năm {year}.")
    return time_off_around(new_year)


def time_off_around(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the unbroken time off that holds `day`; raise ValueError on a working day."""
    if is_working_day(day):
        raise ValueError(f"{day:%d/%m/%Y} là ngày làm việc")
    return previous_working_day(day) + _DAY, next_working_day(day) - _DAY


def announcement(year: int) -> Announcement | None:
    """Return what was announced for the holidays of `year`; None when it is only computed from the statute."""
    return _announcements().get(year)


@cache
def _announcements() -> Mapping[int, Announcement]:
    return read_announcements((DATA / "swap_days.toml").read_text(encoding="utf-8"))


def read_announcements(text: str) -> dict[int, Announcement]:
    """Return the announced years of a swap-day file by year; raise LawDataError for days that cannot be a swap."""
    found: dict[int, Announcement] = {}
    for entry in tomllib.loads(text)["year"]:
        year, grade = entry["year"], entry["grade"]
        if grade not in GRADES or not entry.get("article") or not entry.get("source") or year in found:
            raise LawDataError(f"swap_days.toml, năm {year}: cần đúng một mục có văn bản, nguồn và mức tin cậy A-D.")
        swaps = tuple(
            Swap(s["off"], s["worked"], s.get("article", entry["article"]), s["source"], s.get("grade", grade))
            for s in entry.get("swap", [])
        )
        for swap in swaps:
            if swap.off.weekday() > 4 or swap.worked.weekday() < 5 or {swap.off.year, swap.worked.year} != {year}:
                raise LawDataError(
                    f"swap_days.toml, năm {year}: {swap.off} phải là ngày trong tuần và {swap.worked} phải là ngày "
                    "nghỉ hằng tuần của chính năm đó."
                )
        breaks = tuple(Break(**item) for item in entry.get("breaks", []))
        found[year] = Announcement(year, entry["article"], entry["source"], grade, entry.get("note", ""), breaks, swaps)
    return found


@cache
def _year(year: int) -> _Year:
    """Return the calendar of one year: names of days off, and working days as sorted ordinals."""
    library = holidays.country_holidays("VN", years=year, language="vi", expand=False)
    names = {day: str(name) for day, name in sorted(library.items()) if day.year == year}
    worked = {day for day in library.weekend_workdays if day.year == year}
    announced = announcement(year)
    for swap in announced.swaps if announced else ():
        names[swap.off] = f"Nghỉ hoán đổi (làm bù ngày {swap.worked:%d/%m/%Y})"
        worked.add(swap.worked)
    first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    days = map(dt.date.fromordinal, range(first, last + 1))
    working = tuple(day.toordinal() for day in days if day in worked or (day.weekday() < 5 and day not in names))
    return _Year(names, working, frozenset(working))
