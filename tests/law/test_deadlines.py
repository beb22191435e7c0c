"""Internal deadlines: earlier than the level above asks, by working days, and saying why."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import calendar
from thidua.law.deadlines import internal_deadline


def test_the_plan_that_puts_both_reports_on_the_same_day() -> None:
    date, reason = internal_deadline(dt.date(2024, 11, 20))
    assert date == dt.date(2024, 11, 12)
    assert reason == (
        "Cơ quan phải báo cáo cấp trên trước ngày 20/11/2024, tức ngày làm việc cuối cùng là thứ Ba 19/11/2024. "
        "Để có 5 ngày làm việc tổng hợp, các đơn vị gửi báo cáo chậm nhất thứ Ba 12/11/2024. "
        "Đây là mốc nội bộ do phần mềm đề xuất, cơ quan có thể đổi."
    )


def test_due_on_a_day_keeps_that_day_and_zero_days_say_so() -> None:
    date, reason = internal_deadline(dt.date(2024, 11, 20), 0, strictly_before=False)
    assert date == dt.date(2024, 11, 20)
    assert reason == (
        "Cơ quan phải báo cáo cấp trên chậm nhất ngày 20/11/2024, tức ngày làm việc cuối cùng là thứ Tư 20/11/2024. "
        "Các đơn vị gửi báo cáo trong chính ngày đó. "
        "Đây là mốc nội bộ do phần mềm đề xuất, cơ quan có thể đổi."
    )


def test_a_negative_lead_is_refused() -> None:
    with pytest.raises(ValueError, match="working_days_before"):
        internal_deadline(dt.date(2024, 11, 20), -1)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31)), st.integers(0, 60), st.booleans())
def test_the_proposal_is_a_working_day_exactly_that_much_earlier(due: dt.date, lead: int, strict: bool) -> None:
    date, _ = internal_deadline(due, lead, strictly_before=strict)
    last = due - dt.timedelta(days=1) if strict else due
    assert calendar.is_working_day(date)
    assert calendar.working_days_between(date, last) == lead
