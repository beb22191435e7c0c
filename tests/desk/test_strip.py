"""The next dates of the desk."""

from __future__ import annotations

import datetime as dt

from thidua.desk.strip import Closed, Coming, Step, closed_days, strip

TODAY = dt.date(2025, 11, 12)
TET = Closed("Tết Nguyên đán", dt.date(2026, 2, 14), dt.date(2026, 2, 22))
NEW_YEAR = Closed("Tết Dương lịch", dt.date(2026, 1, 1), dt.date(2026, 1, 4))


def coming(number: int, due: dt.date | None, internal: dt.date | None = None, *, done: int = 0, of: int = 1) -> Coming:
    return Coming(number, f"Việc {number}", due, internal, done, of)


def test_holidays_come_from_the_calendar_each_with_its_weekend() -> None:
    assert closed_days(TODAY) == [
        NEW_YEAR,
        TET,
        Closed("Ngày Giỗ Tổ Hùng Vương", dt.date(2026, 4, 25), dt.date(2026, 4, 27)),
        Closed("Ngày Chiến thắng và Ngày Quốc tế Lao động", dt.date(2026, 4, 30), dt.date(2026, 5, 3)),
        Closed("Quốc khánh", dt.date(2026, 8, 29), dt.date(2026, 9, 2)),
    ]


def test_a_holiday_under_way_begins_today() -> None:
    assert closed_days(dt.date(2026, 2, 18), 10) == [Closed("Tết Nguyên đán", dt.date(2026, 2, 18), TET.last)]


def test_deadlines_internal_days_and_holidays_in_order() -> None:
    tasks = [
        coming(1, dt.date(2025, 11, 19), dt.date(2025, 11, 14), done=4, of=9),
        coming(2, TODAY),
        coming(3, dt.date(2025, 11, 19)),
        coming(4, dt.date(2025, 11, 11)),
        coming(5, dt.date(2025, 11, 28), done=2, of=2),
        coming(6, None, TODAY),
    ]
    assert strip(tasks, [NEW_YEAR], TODAY) == [
        Step(TODAY, "Việc 2 và 1 việc khác", "Hạn hôm nay", "back"),
        Step(dt.date(2025, 11, 14), "Mốc nội bộ: Việc 1", "4/9 đơn vị đã xong, còn 2 ngày làm việc", "wait", 1),
        Step(dt.date(2025, 11, 19), "Việc 1 và 1 việc khác", "Còn 5 ngày làm việc"),
        Step(NEW_YEAR.first, "Nghỉ Tết Dương lịch đến hết 04/01/2026", "Không tính vào ngày làm việc", closed=True),
    ]


def test_an_internal_day_today_is_no_deadline() -> None:
    assert strip([coming(1, None, TODAY)], [], TODAY) == [Step(TODAY, "Mốc nội bộ: Việc 1", "Mốc hôm nay", "wait", 1)]


def test_tet_is_always_in_sight_a_hundred_days_ahead() -> None:
    tasks = [coming(n, dt.date(2025, 11, 12 + n)) for n in range(1, 8)]
    assert [step.title for step in strip(tasks, [NEW_YEAR, TET], TODAY)] == [
        "Việc 1", "Việc 2", "Việc 3", "Việc 4", "Nghỉ Tết Nguyên đán đến hết 22/02/2026",
    ]  # fmt: skip
    early = dt.date(2025, 11, 5)
    assert [step.title for step in strip(tasks, [NEW_YEAR, TET], early)] == [f"Việc {n}" for n in range(1, 6)]


def test_holidays_alone_are_no_news() -> None:
    assert strip([coming(1, TODAY, done=1, of=1)], [NEW_YEAR, TET], TODAY) == []
