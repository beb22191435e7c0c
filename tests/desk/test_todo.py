"""The lines of the desk from plain rows: words, order, what rests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from thidua.desk import todo
from thidua.desk.todo import AccountRow, Job, WorkRow
from thidua.movements.timing import DueMark
from thidua.movements.workflow import AssignmentState as A

TODAY = dt.date(2025, 11, 12)


def work(pk: int = 1, **changes: Any) -> WorkRow:
    given: dict[str, Any] = {
        "state": A.OPEN, "task_id": 1, "task": "Báo cáo năm", "short_title": "", "where": "", "unit_id": 1,
        "unit": "P. Tổng hợp", "movement_id": 1, "due": None, "internal_due": None, "submitted_on": None,
        "returns": 0, "return_reason": "", "returned_by": "", "reminders": 0, "reminded_on": None,
    }  # fmt: skip
    return WorkRow(pk=pk, **(given | changes))


def test_the_internal_day_presses_until_it_has_passed() -> None:
    due, mark = dt.date(2025, 11, 19), dt.date(2025, 11, 14)
    row = work(due=due, internal_due=mark, own=True)
    found = {day: todo.own_job(row, dt.date(2025, 11, day)).due for day in (12, 14, 17, 20)}
    assert found == {
        12: DueMark(mark, "wait", "còn 2 ngày làm việc"),
        14: DueMark(mark, "wait", "mốc hôm nay"),
        17: DueMark(due, "wait", "còn 2 ngày làm việc"),
        20: DueMark(due, "back", "quá hạn 1 ngày"),
    }


def test_what_a_passed_internal_day_says() -> None:
    row = work(due=dt.date(2025, 11, 19), internal_due=dt.date(2025, 11, 10), reminders=2, where="mục IV.2, dòng 40")
    assert todo.own_job(row, TODAY).why == (
        "Chưa bắt đầu. Đã quá mốc nội bộ 10/11. Đã được nhắc 2 lần. Theo kế hoạch, mục IV.2, dòng 40."
    )


def test_work_without_any_day_comes_last() -> None:
    rows = [work(1, own=True), work(2, own=True, due=dt.date(2025, 12, 1)), work(3, own=True, state=A.RETURNED)]
    found = todo.todo(rows, [], [], [], TODAY)
    assert [(job.args, job.main) for job in found] == [((3,), True), ((2,), False), ((1,), False)]


def test_handed_in_work_of_a_task_is_one_line() -> None:
    days = {1: 10, 2: 7, 3: 12, 4: 11}
    rows = [
        work(n, unit_id=n, unit=f"P. {n}", state=A.SUBMITTED, submitted_on=dt.date(2025, 11, d), accepts=True,
             returns=n % 2)
        for n, d in days.items()
    ]  # fmt: skip
    assert todo.accept_jobs(rows, TODAY) == [
        Job(
            "Duyệt báo cáo năm của 4 đơn vị",
            "P. 2 nộp 07/11; P. 1 nộp lại 10/11; P. 4 nộp 11/11 và 1 đơn vị khác.",
            "Xem và duyệt",
            page="task",
            args=(1,),
            due=DueMark(dt.date(2025, 11, 7), "wait", "chờ 3 ngày làm việc"),
            basis="since",
        )
    ]


def test_a_late_unit_is_one_line_whatever_it_owes() -> None:
    rows = [
        work(1, task_id=1, due=dt.date(2025, 11, 10), accepts=True, reminders=1, reminded_on=dt.date(2025, 11, 5)),
        work(2, task_id=2, task="Ký cam kết", internal_due=dt.date(2025, 11, 3), accepts=True),
        work(3, task_id=3, due=dt.date(2025, 11, 13), accepts=True),
        work(4, task_id=4, due=dt.date(2025, 11, 3), accepts=True, reminded_on=dt.date(2025, 11, 11)),
        work(5, task_id=5, due=dt.date(2025, 11, 3), own=True),
    ]
    assert todo.urge_jobs(rows, TODAY) == [
        Job(
            "Nhắc P. Tổng hợp: 1 việc quá hạn",
            "Ký cam kết (quá mốc 9 ngày); Báo cáo năm (quá hạn 2 ngày). Đã nhắc 1 lần.",
            "Nhắc",
            page="movement",
            args=(1,),
            due=DueMark(dt.date(2025, 11, 10), "back", "quá hạn 2 ngày"),
            post=True,
            post_args=(1, 1),
        )
    ]


def test_accounts_are_named_and_the_rest_counted() -> None:
    rows = [AccountRow(f"Người {n}", waiting=False, has_role=False) for n in range(5)]
    assert [(job.title, job.why) for job in todo.account_jobs(rows)] == [
        (
            "Giao vai trò cho 5 tài khoản",
            "Người 0; Người 1; Người 2 và 2 người khác đăng nhập được nhưng chưa có vai trò nào.",
        )
    ]


def test_a_title_inside_a_sentence() -> None:
    assert [todo.inside(t) for t in ("Báo cáo năm", "UBND tỉnh báo cáo", "A", "")] == [
        "báo cáo năm", "UBND tỉnh báo cáo", "A", "",
    ]  # fmt: skip


DAYS = st.none() | st.dates(dt.date(2025, 10, 20), dt.date(2025, 12, 5))


@given(
    st.lists(
        st.builds(
            work, pk=st.integers(1, 999), state=st.sampled_from([A.OPEN, A.DOING, A.RETURNED, A.SUBMITTED]),
            task_id=st.integers(1, 3), unit_id=st.integers(1, 3), due=DAYS, internal_due=DAYS, submitted_on=DAYS,
            reminded_on=DAYS, own=st.booleans(), accepts=st.booleans(),
        ),
        unique_by=lambda row: row.pk,
    )
)  # fmt: skip
def test_nothing_is_lost_and_nothing_said_twice(rows: list[WorkRow]) -> None:
    """Every row that waits for the actor is in exactly the lines it belongs to."""
    found = todo.todo(rows, [], [], [], TODAY)
    own = sorted(row.pk for row in rows if row.own and row.state != A.SUBMITTED)
    accept = {row.task_id for row in rows if row.accepts and row.state == A.SUBMITTED}
    late = {row.unit_id for row in rows if row.accepts and todo.is_late(row, TODAY) and not todo.is_resting(row, TODAY)}
    lines = {"own": 0, "accept": 0, "urge": 0}
    for job in found:
        lines["urge" if job.post else "accept" if job.verb == "Xem và duyệt" else "own"] += 1
    assert lines == {"own": len(own), "accept": len(accept), "urge": len(late)}
    assert [job.main for job in found] == [True, *[False] * (len(found) - 1)][: len(found)]
    places = [job.place for job in found]
    assert places == sorted(places)
