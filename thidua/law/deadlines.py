"""Internal deadlines: an earlier day, proposed with its reason, so that an office can still report on time upward."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from thidua.law.calendar import add_working_days, latest_day_before, latest_day_on_or_before

DEFAULT_WORKING_DAYS_BEFORE = 5
"""Working days an office is given to put its units' reports together. A default of this program, not of any law."""

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class InternalDeadline(NamedTuple):
    """The proposed day and the Vietnamese sentence that explains it."""

    date: dt.date
    reason: str


def weekday_name(day: dt.date) -> str:
    """Return the Vietnamese name of the weekday: "thứ Ba"."""
    return _WEEKDAYS[day.weekday()]


def internal_deadline(
    upper_due: dt.date, working_days_before: int = DEFAULT_WORKING_DAYS_BEFORE, *, strictly_before: bool = True
) -> InternalDeadline:
    """Propose the day by which units should report, so that the office keeps `upper_due` to the level above.

    A plan may put the units' reports and the office's own report on the same day; then nobody is late and yet the
    office has no time. `strictly_before`: the plan says "trước ngày" (the last day is the working day before), not
    "chậm nhất ngày". Raises ValueError when `working_days_before` is negative.
    """
    if working_days_before < 0:
        raise ValueError("working_days_before phải từ 0 trở lên")
    last = latest_day_before(upper_due) if strictly_before else latest_day_on_or_before(upper_due)
    proposed = add_working_days(last, -working_days_before)
    due = f"trước ngày {upper_due:%d/%m/%Y}" if strictly_before else f"chậm nhất ngày {upper_due:%d/%m/%Y}"
    reason = (
        f"Cơ quan phải báo cáo cấp trên {due}, tức ngày làm việc cuối cùng là {weekday_name(last)} {last:%d/%m/%Y}. "
    )
    if working_days_before:
        reason += (
            f"Để có {working_days_before} ngày làm việc tổng hợp, các đơn vị gửi báo cáo chậm nhất "
            f"{weekday_name(proposed)} {proposed:%d/%m/%Y}. "
        )
    else:
        reason += "Các đơn vị gửi báo cáo trong chính ngày đó. "
    return InternalDeadline(proposed, reason + "Đây là mốc nội bộ do phần mềm đề xuất, cơ quan có thể đổi.")
