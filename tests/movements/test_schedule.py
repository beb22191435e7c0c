"""Deadlines become days of the calendar: exclusive "trước ngày", months, quarters, internal days."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import calendar
from thidua.movements.models import LineKind, TaskKind
from thidua.movements.schedule import drafts, end_of, last_day_on_time, occurrences, strictly_before, task_kind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("trước ngày 20/11 hàng năm", True),
        ("Trước 17 giờ 00 ngày 05/6/2026", True),
        ("chậm nhất ngày 20/11", False),
        ("đến hết ngày 30/9", False),
        ("trong và trước ngày 30/9", False),
        ("hoàn thành trong tháng 6/2025", False),
    ],
)
def test_only_before_excludes_its_day(words: str, expected: bool) -> None:
    assert strictly_before(words) is expected


def test_the_plan_of_the_office_is_due_on_the_working_day_before() -> None:
    assert [last_day_on_time(dt.date(y, 11, 20), "trước ngày 20/11 hàng năm") for y in (2023, 2024, 2025)] == [
        dt.date(2023, 11, 17), dt.date(2024, 11, 19), dt.date(2025, 11, 19)
    ]  # fmt: skip


@given(st.dates(dt.date(2023, 1, 2), dt.date(2026, 12, 31)), st.booleans())
def test_the_last_day_is_a_working_day_not_after_the_named_one(day: dt.date, before: bool) -> None:
    last = last_day_on_time(day, f"trước ngày {day:%d/%m}" if before else f"chậm nhất {day:%d/%m}")
    between = [last + dt.timedelta(days=n) for n in range(1, (day - last).days + (0 if before else 1))]
    assert calendar.is_working_day(last)
    assert not any(calendar.is_working_day(d) for d in between)
    assert last < day or (last == day and not before)


def test_occurrences_by_kind() -> None:
    def days(kind: str | None, date: str | None) -> list[Any]:
        return [(o.year, o.date and o.date.isoformat(), o.suffix) for o in occurrences(kind, date, 2024, 2025)]

    assert days("annual", "11-20") == [(2024, "2024-11-20", ""), (2025, "2025-11-20", "")]
    assert days("annual", None) == [(2024, None, ""), (2025, None, "")]
    assert days("fixed", "2025-06-30") == [(2025, "2025-06-30", "")]
    assert days("fixed", "2025-Q2") == [(2025, "2025-06-30", "")]
    assert days("fixed", "2025") == [(2025, None, "")]
    assert days("fixed", "2031-01-01") == []
    assert days("relative", None) == []
    assert [d for _, d, _ in days("quarterly", "25")][:4] == ["2024-03-25", "2024-06-25", "2024-09-25", "2024-12-25"]
    assert [d for _, d, _ in days("monthly", "31")][:3] == ["2024-01-31", "2024-02-29", "2024-03-31"]
    assert len(days("monthly", "20")) == 24


def test_the_end_of_what_a_date_names() -> None:
    assert [end_of(d) for d in ("2025-02-03", "2024-02", "2025-Q4", "2025", "xx")] == [
        dt.date(2025, 2, 3), dt.date(2024, 2, 29), dt.date(2025, 12, 31), dt.date(2025, 12, 31), None
    ]  # fmt: skip


def line(what: str, **data: Any) -> Any:
    """A settled deadline line."""
    base = {"what": what, "kind": "annual", "date": "11-20", "words": "trước ngày 20/11 hàng năm", "each_unit": False}
    return SimpleNamespace(kind=LineKind.DEADLINE, ref="IV", line=1, item_id=None, data=base | data)


UNITS = line("Báo cáo kết quả của đơn vị", each_unit=True)
UPWARD = line("Báo cáo kết quả với UBND tỉnh", to="UBND tỉnh")


def internal_days(internal: dict[str, str] | None, *lines: Any) -> list[dt.date | None]:
    """The internal days of the units' reports."""
    return [d.internal_due for d in drafts(lines, 2024, 2025, internal) if d.kind == TaskKind.UNIT_REPORT]


def test_an_internal_day_is_set_only_when_wanted_and_needed() -> None:
    early = line("Báo cáo của đơn vị", each_unit=True, date="10-31", words="trước ngày 31/10")
    assert internal_days({}, UNITS, UPWARD) == [dt.date(2024, 11, 12), dt.date(2025, 11, 12)]
    assert internal_days({"date": "11-05"}, UNITS, UPWARD) == [dt.date(2024, 11, 5), dt.date(2025, 11, 5)]
    assert internal_days(None, UNITS, UPWARD) == [None, None]
    assert internal_days({}, early, UPWARD) == [None, None]
    assert internal_days({}, UNITS) == [None, None]


def test_the_reason_of_an_internal_day_is_said() -> None:
    (first, _) = [d for d in drafts([UNITS, UPWARD], 2024, 2025, {}) if d.kind == TaskKind.UNIT_REPORT]
    assert first.due == dt.date(2024, 11, 19)
    assert first.internal_reason.startswith("Cơ quan phải báo cáo cấp trên trước ngày 20/11/2024")


@pytest.mark.parametrize(
    ("kind", "what", "each", "expected"),
    [
        (LineKind.DEADLINE, "Báo cáo kết quả", True, TaskKind.UNIT_REPORT),
        (LineKind.DEADLINE, "Xây dựng báo cáo kết quả", False, TaskKind.UPWARD_REPORT),
        (LineKind.YEARLY, "Ký cam kết không vi phạm", True, TaskKind.COMMITMENT),
        (LineKind.YEARLY, "Đánh giá việc triển khai", False, TaskKind.REVIEW),
        (LineKind.DEADLINE, "Tổng kết phong trào", False, TaskKind.SUMMARY),
        (LineKind.TASK, "Đẩy mạnh tuyên truyền", False, TaskKind.COMMUNICATION),
        (LineKind.TASK, "Tăng cường chỉ đạo", False, TaskKind.WORK),
    ],
)
def test_the_kind_of_a_task(kind: LineKind, what: str, each: bool, expected: TaskKind) -> None:
    assert task_kind(kind, what, each_unit=each) == expected
