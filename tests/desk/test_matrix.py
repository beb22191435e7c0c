"""The matrix against a naive model of it, and its words on screen and paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from thidua.desk import matrix_page
from thidua.desk.matrix import Owed, matrix, punctuality
from thidua.desk.queries import YearOf
from thidua.movements.timing import standing
from thidua.movements.workflow import AssignmentState

TODAY = dt.date(2025, 11, 12)
DAYS = st.dates(dt.date(2025, 10, 1), dt.date(2025, 12, 31))
TASKS = st.tuples(st.booleans(), st.booleans(), st.none() | DAYS, st.none() | DAYS)
HELD = st.tuples(st.sampled_from(AssignmentState.values), st.none() | DAYS, st.integers(0, 3))


@st.composite
def years(draw: st.DrawFn) -> list[Owed]:
    """Every assignment of a year as the database gives it: units in order, some without some of the tasks."""
    tasks = draw(st.lists(TASKS, max_size=6))
    found: list[Owed] = []
    for unit in range(draw(st.integers(0, 5))):
        for number, (each, final, due, internal) in enumerate(tasks):
            if draw(st.booleans()):
                state, submitted, returns = draw(HELD)
                found.append(
                    Owed(len(found) + 1, unit, f"P. {unit}", f"Phòng {unit}", number, f"Việc {number}", each, final,
                         state, due, internal, submitted, returns)
                )  # fmt: skip
    return found


def how(row: Owed) -> str:
    return standing(row.state, row.due, row.internal_due, row.submitted_on, TODAY, row.returns).code


@given(years())
def test_every_cell_is_the_one_a_naive_reading_finds(owed: list[Owed]) -> None:
    shared = {row.task_id for row in owed if row.each_unit}
    days = {row.task_id: row.due or row.internal_due or dt.date.max for row in owed}
    columns = sorted(shared, key=lambda task: (days[task], task))
    units = sorted({row.unit_id for row in owed})
    expected = []
    for unit in units:
        mine = [row for row in owed if row.unit_id == unit]
        cells = []
        for task in columns:
            one = [row for row in mine if row.task_id == task]
            cells.append((one[0].pk, how(one[0])) if one else None)
        own = [row for row in mine if not row.each_unit]
        settled = [row for row in own if how(row) in ("done", "done_late", "none")]
        expected.append((unit, cells, (len(settled), len(own)) if own else None))
    found = matrix(owed, TODAY)
    assert [duty.task_id for duty in found.duties] == columns
    assert [
        (
            row.unit_id,
            [(cell.pk, cell.standing.code) if cell else None for cell in row.cells],
            (row.single.settled, row.single.total) if row.single else None,
        )
        for row in found.rows
    ] == expected


@given(years())
def test_on_time_counts_plan_deadlines_only(owed: list[Owed]) -> None:
    judged = [
        row
        for row in owed
        if row.due and row.state != "none" and (row.submitted_on or (row.due < TODAY and row.state != "done"))
    ]
    on_time = [row for row in judged if row.submitted_on and row.due and row.submitted_on <= row.due]
    assert punctuality(owed, TODAY) == (len(on_time), len(judged))
    found = matrix(owed, TODAY)
    assert (sum(row.on_time for row in found.rows), sum(row.judged for row in found.rows)) == (
        len(on_time),
        len(judged),
    )


@given(years())
def test_the_cell_of_single_duties_shows_the_most_pressing(owed: list[Owed]) -> None:
    order = ["overdue", "returned", "past_mark", "at_risk", "submitted", "doing", "open", "done_late", "done", "none"]
    for row in matrix(owed, TODAY).rows:
        own = [how(one) for one in owed if one.unit_id == row.unit_id and not one.each_unit]
        assert (row.single.standing.code if row.single else None) == next((c for c in order if c in own), None)


def row_of(pk: int, unit: int, task: int, state: str, **changes: Any) -> Owed:
    given: dict[str, Any] = {
        "each_unit": True, "final": False, "due": None, "internal_due": None, "submitted_on": None, "returns": 0,
    }  # fmt: skip
    return Owed(pk, unit, f"P. {unit}", f"Phòng số {unit}", task, f"Việc {task}", state=state, **(given | changes))


SMALL = [
    row_of(1, 1, 1, "done", due=dt.date(2025, 6, 30), submitted_on=dt.date(2025, 6, 11)),
    row_of(2, 1, 2, "doing", due=dt.date(2025, 12, 19), internal_due=dt.date(2025, 12, 1)),
    row_of(3, 1, 3, "open", each_unit=False),
    row_of(4, 2, 1, "done", due=dt.date(2025, 6, 30), submitted_on=dt.date(2025, 7, 4)),
]


def test_the_matrix_as_drawn() -> None:
    drawn = matrix_page.drawn(matrix(SMALL, TODAY), 2025)
    done = {"tone": "done", "words": "11/06", "icon": "", "late": False, "url": "/phong-trao/viec/1/"}
    doing = {"tone": "work", "words": "Đang làm", "icon": "pencil", "late": False, "url": "/phong-trao/viec/2/"}
    late = {"tone": "done", "words": "Trễ 4 ngày", "icon": "", "late": True, "url": "/phong-trao/viec/4/"}
    single = {
        "tone": "none", "words": "0/1", "icon": "circle-dashed", "late": False,
        "url": "/phong-trao/viec/?nam=2025&don-vi=1",
    }  # fmt: skip
    assert (drawn["columns"], drawn["rows"]) == (
        [
            {"label": "Việc 1", "notes": ["hạn 30/06"]},
            {"label": "Việc 2", "notes": ["mốc 01/12", "hạn 19/12"]},
            {"label": "Việc riêng", "notes": ["đã xong/được giao"]},
        ],
        [
            {"name": "P. 1", "sum": "1/1", "cells": [done, doing, single]},
            {"name": "P. 2", "sum": "0/1", "cells": [late, None, None]},
        ],
    )


def test_the_matrix_on_paper() -> None:
    found = matrix(SMALL, TODAY)
    columns = matrix_page.listed(found)
    assert [column.label for column in columns] == [
        "Đơn vị", "Việc 1 (hạn 30/06)", "Việc 2 (mốc 01/12, hạn 19/12)", "Việc riêng", "Đúng hạn",
    ]  # fmt: skip
    assert [[column.plain(row) for column in columns] for row in found.rows] == [
        ["Phòng số 1", "Xong 11/06", "Đang làm", "0/1", "1/1"],
        ["Phòng số 2", "Xong, trễ 4 ngày", "–", "", "0/1"],
    ]


def year_of(movement: int, year: int, *, live: bool = True, out: bool = True, agency: str = "Văn phòng") -> YearOf:
    return YearOf(movement, f"Phong trào {movement}", agency, live, year, out)


def test_the_year_shown_is_this_one_of_the_newest_live_movement() -> None:
    options = [
        year_of(3, 2026, out=False), year_of(2, 2024), year_of(2, 2025), year_of(1, 2021, live=False),
    ]  # fmt: skip

    def shown(movement: str = "", year: str = "") -> tuple[int, int] | None:
        found = matrix_page.choose(options, movement, year, 2025)
        return (found.chosen.movement_id, found.chosen.year) if found else None

    assert [shown(), shown("2", "2024"), shown("3"), shown("1", "1999"), shown("x", "y")] == [
        (2, 2025), (2, 2024), (3, 2026), (1, 2021), (2, 2025),
    ]  # fmt: skip
    assert matrix_page.choose([], "", "", 2025) is None


def test_movements_of_several_agencies_are_named_with_theirs() -> None:
    found = matrix_page.choose([year_of(2, 2025), year_of(1, 2025, agency="Sở Nội vụ")], "", "", 2025)
    assert found is not None
    assert found.movements == [
        {"label": "Văn phòng: Phong trào 2", "query": "phong-trao=2", "active": True},
        {"label": "Sở Nội vụ: Phong trào 1", "query": "phong-trao=1", "active": False},
    ]
    assert found.years == [{"label": "2025", "query": "phong-trao=2&nam=2025", "active": True}]
