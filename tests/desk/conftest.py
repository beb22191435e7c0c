"""The day the desk's tests stand on, and one movement with duties in every condition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests import make
from tests.conftest import Cast, Office
from thidua.core import clock
from thidua.movements.models import Assignment, Movement, Task
from thidua.movements.workflow import AssignmentState as A

TODAY = dt.date(2025, 11, 12)  # a Wednesday


def day(number: int, month: int = 11) -> dt.date:
    """A day of the year the tests stand in."""
    return dt.date(2025, month, number)


@pytest.fixture
def stand() -> Iterator[None]:
    """The desk on 12/11/2025."""
    with clock.standing_on(TODAY):
        yield


@dataclass(frozen=True)
class Play:
    """One movement, its tasks and what two rooms owe of them."""

    movement: Movement
    pledge: Task
    report: Task
    review: Task
    single: Task
    owed: dict[str, Assignment]


@pytest.fixture
def play(office: Office, cast: Cast, stand: None) -> Play:
    """Room A: pledge done, report handed in, review open beyond its internal day, a task of its own under way.
    Room B: pledge overdue, report returned, review declared void."""
    movement = make.make_movement(office.agency)
    pledge = make.make_task(movement, "Ký cam kết không vi phạm", short_title="Ký cam kết", due=day(30, 6), ref="II.3")
    report = make.make_task(movement, short_title="Báo cáo năm", due=day(19), internal_due=day(14), ref="IV.2", line=40)
    review = make.make_task(movement, "Tự chấm tiêu chuẩn", internal_due=day(31, 10))
    single = make.make_task(movement, "Đăng tin trên Cổng thông tin", each_unit=False, due=day(12, 12))
    a, b, put = office.room_a, office.room_b, make.make_assignment
    owed = {
        "pledge_a": put(pledge, a, state=A.DONE, submitted_on=day(11, 6)),
        "report_a": put(report, a, state=A.SUBMITTED, submitted_on=day(10)),
        "review_a": put(review, a),
        "single_a": put(single, a, state=A.DOING),
        "pledge_b": put(pledge, b),
        "report_b": put(
            report, b, state=A.RETURNED, returns=1, return_reason="Thiếu số tin, bài.", returned_by="Cầm Thị Hương"
        ),
        "review_b": put(review, b, state=A.NONE),
    }
    return Play(movement, pledge, report, review, single, owed)
