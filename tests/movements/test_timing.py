"""Done, late, at risk: the words of an assignment's standing against a naive model."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import calendar
from thidua.movements.timing import days_left, due_mark, left_words, standing
from thidua.movements.workflow import AssignmentState

DAY = dt.timedelta(days=1)
days = st.dates(dt.date(2024, 1, 1), dt.date(2025, 12, 31))


@given(days, days)
def test_days_left_are_counted_one_by_one(day: dt.date, today: dt.date) -> None:
    naive = 0
    if day < today:
        naive = -(today - day).days
    else:
        step = today
        while step < day:
            step += DAY
            naive += calendar.is_working_day(step)
    assert days_left(day, today) == naive


@pytest.mark.parametrize(
    ("today", "words", "tone"),
    [
        (dt.date(2024, 11, 1), "còn 12 ngày làm việc", ""),
        (dt.date(2024, 11, 14), "còn 3 ngày làm việc", "wait"),
        (dt.date(2024, 11, 19), "hạn hôm nay", "back"),
        (dt.date(2024, 11, 21), "quá hạn 2 ngày", "back"),
    ],
)
def test_a_deadline_in_words(today: dt.date, words: str, tone: str) -> None:
    due = dt.date(2024, 11, 19)
    mark = due_mark(due, today)
    assert mark is not None
    assert (left_words(due, today), mark.words, mark.tone) == (words, words, tone)
    settled = due_mark(due, today, settled=True)
    assert settled is not None
    assert (settled.words, settled.tone) == ("", "")


def test_an_internal_day_is_passed_but_never_overdue() -> None:
    day = dt.date(2024, 11, 12)
    marks = [due_mark(day, day + DAY * late, internal=True) for late in (0, 2)]
    assert [mark.words for mark in marks if mark] == ["mốc hôm nay", "quá mốc 2 ngày"]


DUE, INTERNAL = dt.date(2024, 11, 19), dt.date(2024, 11, 12)
S = AssignmentState


@pytest.mark.parametrize(
    ("state", "submitted", "today", "code", "words"),
    [
        (S.DONE, dt.date(2024, 11, 8), dt.date(2024, 12, 1), "done", "08/11"),
        (S.DONE, dt.date(2024, 11, 23), dt.date(2024, 12, 1), "done_late", "Trễ 4 ngày"),
        (S.DONE, None, dt.date(2024, 12, 1), "done", "Đã xong"),
        (S.NONE, None, dt.date(2024, 12, 1), "none", "Không phát sinh"),
        (S.SUBMITTED, dt.date(2024, 11, 13), dt.date(2024, 11, 14), "submitted", "Nộp 13/11"),
        (S.RETURNED, None, dt.date(2024, 11, 14), "returned", "Trả lại lần 2"),
        (S.OPEN, None, dt.date(2024, 11, 22), "overdue", "Quá hạn 3 ngày"),
        (S.DOING, None, dt.date(2024, 11, 14), "past_mark", "Quá mốc 2 ngày"),
        (S.OPEN, None, dt.date(2024, 11, 11), "at_risk", "Mốc 12/11"),
        (S.DOING, None, dt.date(2024, 10, 1), "doing", "Đang làm"),
        (S.OPEN, None, dt.date(2024, 10, 1), "open", "12/11"),
    ],
)
def test_how_an_assignment_stands(
    state: AssignmentState, submitted: dt.date | None, today: dt.date, code: str, words: str
) -> None:
    found = standing(state, DUE, INTERNAL, submitted, today, returns=2)
    assert (found.code, found.words) == (code, words)
    assert found.settled == (code in {"done", "done_late", "none"})


@given(st.sampled_from(S.values), st.one_of(st.none(), days), days)
def test_work_without_a_deadline_is_never_late(state: str, submitted: dt.date | None, today: dt.date) -> None:
    found = standing(state, None, None, submitted, today)
    assert (found.late, found.code in {"overdue", "past_mark", "at_risk", "done_late"}) == (False, False)
