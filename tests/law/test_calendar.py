"""The working-day calendar: announced breaks day by day, swap days, and the same answers as a naive walk."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import calendar
from thidua.law.errors import LawDataError

DAY = dt.timedelta(days=1)
days = st.dates(dt.date(2015, 1, 1), dt.date(2040, 12, 31))


def day(text: str) -> dt.date:
    """Read "dd/mm/yyyy"."""
    return dt.datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007


def weekdays_off(year: int) -> list[str]:
    """Return the Mondays to Fridays of a year on which offices are closed."""
    first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    dates = map(dt.date.fromordinal, range(first, last + 1))
    return [f"{d:%d/%m}" for d in dates if d.weekday() < 5 and not calendar.is_working_day(d)]


def weekends_worked(year: int) -> list[str]:
    """Return the Saturdays and Sundays of a year on which offices work."""
    first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    dates = map(dt.date.fromordinal, range(first, last + 1))
    return [f"{d:%d/%m}" for d in dates if d.weekday() > 4 and calendar.is_working_day(d)]


@pytest.mark.parametrize(
    ("year", "off", "worked"),
    [
        (2023, "02/01 20/01 23/01 24/01 25/01 26/01 01/05 02/05 03/05 01/09 04/09", ""),
        (2024, "01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09", "04/05"),
        (2025, "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09", "26/04"),
        (
            2026,
            "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11",
            "10/01 22/08",
        ),
        (2027, "01/01 04/02 05/02 08/02 09/02 10/02 16/04 30/04 03/05 02/09 03/09 24/11", ""),
    ],
)
def test_every_closed_weekday_and_worked_weekend_of_the_announced_years(year: int, off: str, worked: str) -> None:
    assert (weekdays_off(year), weekends_worked(year)) == (off.split(), worked.split())


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2023, "20/01/2023", "26/01/2023"),
        (2024, "08/02/2024", "14/02/2024"),
        (2025, "25/01/2025", "02/02/2025"),
        (2026, "14/02/2026", "22/02/2026"),
        (2027, "04/02/2027", "10/02/2027"),
    ],
)
def test_tet_is_the_unbroken_break_that_was_announced(year: int, first: str, last: str) -> None:
    assert calendar.tet(year) == (day(first), day(last))


@pytest.mark.parametrize("year", range(2023, 2028))
def test_every_announced_break_is_what_the_calendar_gives(year: int) -> None:
    announced = calendar.announcement(year)
    assert announced
    assert announced.breaks
    found = [(b.name, *calendar.time_off_around(b.first)) for b in announced.breaks]
    assert found == [(b.name, b.first, b.last) for b in announced.breaks]


def test_time_off_is_asked_only_of_a_day_off() -> None:
    with pytest.raises(ValueError, match="20/11/2024 là ngày làm việc"):
        calendar.time_off_around(day("20/11/2024"))


def test_beyond_the_lunar_tables_tet_is_refused_and_weekends_still_count() -> None:
    with pytest.raises(LookupError, match="năm 2150"):
        calendar.tet(2150)
    assert calendar.add_working_days(dt.date(2150, 3, 6), 1) == dt.date(2150, 3, 9)


def test_a_posting_of_ten_working_days_counts_its_first_day_and_skips_national_day() -> None:
    assert calendar.add_working_days(day("20/08/2025"), 10, first_day_counts=True) == day("04/09/2025")
    assert calendar.add_working_days(day("20/08/2025"), 10) == day("05/09/2025")
    assert calendar.is_working_day(day("29/08/2025"))
    assert [calendar.is_working_day(day(f"0{n}/09/2025")) for n in (1, 2, 3)] == [False, False, True]


def test_a_first_day_off_does_not_count_as_day_one() -> None:
    saturday = day("16/11/2024")
    assert calendar.add_working_days(saturday, 1, first_day_counts=True) == day("18/11/2024")
    assert calendar.add_working_days(saturday, -1, first_day_counts=True) == day("15/11/2024")
    assert calendar.add_working_days(day("18/11/2024"), -1, first_day_counts=True) == day("18/11/2024")


@pytest.mark.parametrize(
    ("due", "latest"),
    [
        ("20/11/2024", "19/11/2024"),
        ("20/11/2023", "17/11/2023"),
        ("06/05/2024", "04/05/2024"),
        ("03/09/2025", "29/08/2025"),
    ],
)
def test_due_before_a_day_means_the_working_day_before_it(due: str, latest: str) -> None:
    assert calendar.latest_day_before(day(due)) == day(latest)


def test_on_or_before_keeps_a_working_day_and_steps_back_from_a_day_off() -> None:
    assert calendar.latest_day_on_or_before(day("20/11/2024")) == day("20/11/2024")
    assert calendar.latest_day_on_or_before(day("02/09/2025")) == day("29/08/2025")


def test_names_are_vietnamese() -> None:
    asked = ["01/01/2025", "29/01/2025", "07/04/2025", "02/05/2025", "26/04/2025", "24/11/2026", "20/11/2024"]
    assert [calendar.holiday_name(day(text)) for text in asked] == [
        "Tết Dương lịch",
        "Tết Nguyên Đán",
        "Ngày Giỗ Tổ Hùng Vương",
        "Nghỉ hoán đổi (làm bù ngày 26/04/2025)",
        None,
        "Ngày Văn hóa Việt Nam",
        None,
    ]


def test_a_datetime_is_taken_as_its_day() -> None:
    assert calendar.holiday_name(dt.datetime(2025, 1, 1, 8, tzinfo=dt.UTC)) == "Tết Dương lịch"


def test_announced_years_name_their_paper_and_others_say_so() -> None:
    found = [calendar.announcement(year) for year in range(2022, 2029)]
    assert [a and (a.year, a.grade, len(a.swaps)) for a in found] == [
        None,
        (2023, "B", 0),
        (2024, "B", 1),
        (2025, "B", 1),
        (2026, "C", 2),
        (2027, "C", 0),
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        '[[year]]\nyear=2024\narticle="x"\nsource="x"\ngrade="E"',
        '[[year]]\nyear=2024\nsource="x"\ngrade="B"',
        '[[year]]\nyear=2024\narticle="x"\nsource="x"\ngrade="B"\n'
        '[[year.swap]]\noff=2024-05-04\nworked=2024-04-29\nsource="x"',
        '[[year]]\nyear=2024\narticle="x"\nsource="x"\ngrade="B"\n'
        '[[year.swap]]\noff=2024-04-29\nworked=2025-04-26\nsource="x"',
    ],
)
def test_a_swap_file_that_cannot_be_true_is_refused(text: str) -> None:
    with pytest.raises(LawDataError, match=r"swap_days\.toml, năm 2024"):
        calendar.read_announcements(text)


@given(days, st.integers(-400, 400))
def test_adding_working_days_equals_walking_day_by_day(start: dt.date, n: int) -> None:
    walked, step, left = start, DAY if n > 0 else -DAY, abs(n)
    while left:
        walked += step
        left -= calendar.is_working_day(walked)
    assert calendar.add_working_days(start, n) == walked


@given(days, st.integers(0, 2000))
def test_counting_working_days_equals_walking_day_by_day(start: dt.date, length: int) -> None:
    end = start + length * DAY
    walked = sum(calendar.is_working_day(start + n * DAY) for n in range(1, length + 1))
    assert calendar.working_days_between(start, end) == walked
    assert calendar.working_days_between(end, start) == -walked


@given(days, st.integers(0, 500))
def test_adding_and_counting_are_inverse(start: dt.date, n: int) -> None:
    assert calendar.working_days_between(start, calendar.add_working_days(start, n)) == n


@given(days)
def test_neighbours_are_working_days_with_none_between(start: dt.date) -> None:
    before, after = calendar.previous_working_day(start), calendar.next_working_day(start)
    assert calendar.is_working_day(before)
    assert calendar.is_working_day(after)
    inside = [before + n * DAY for n in range(1, (after - before).days)]
    assert [d for d in inside if calendar.is_working_day(d)] == ([start] if calendar.is_working_day(start) else [])


@given(st.integers(1995, 2090))
def test_tet_holds_the_lunar_new_year_and_at_least_five_days(year: int) -> None:
    first, last = calendar.tet(year)
    names = [calendar.holiday_name(first + n * DAY) for n in range((last - first).days + 1)]
    assert names.count("Tết Nguyên Đán") == 1
    assert len(names) >= 4 + (year >= 2013)
