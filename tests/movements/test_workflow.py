"""The full grid: every role, every state, every move of the three tables."""

from __future__ import annotations

import pytest

from tests import make
from tests.conftest import Cast
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.movements.models import Assignment, Movement, PlanVersion
from thidua.movements.workflow import ASSIGNMENT, MOVEMENT, VERSION, AssignmentState, MovementState, VersionState

STANDING, LEADER, BOTH = {"standing"}, {"leader"}, {"standing", "leader"}
MAY_MOVE_MOVEMENT = {
    "submit": STANDING, "recall": STANDING, "send_back": LEADER, "approve": LEADER, "issue": LEADER, "start": BOTH,
    "sum_up": BOTH, "close": LEADER,
}  # fmt: skip
MAY_MOVE_VERSION = {
    "confirm": STANDING, "propose": STANDING, "adopt": LEADER, "send_back": LEADER, "drop": STANDING
}  # fmt: skip
MAY_MOVE_ASSIGNMENT = {
    "start": {"head_b"}, "submit": {"head_b"}, "declare_none": {"head_b"}, "accept": BOTH, "send_back": BOTH,
    "record_paper": BOTH, "reopen": BOTH,
}  # fmt: skip


def grid(workflow, states, record, actors, allowed) -> None:  # type: ignore[no-untyped-def]
    """Tries everything; what must not go raises and leaves the state as it was."""
    model = type(record)
    for state in states:
        for move in workflow:
            for name, actor in actors.items():
                model.objects.filter(pk=record.pk).update(state=state)
                record.refresh_from_db()
                opens = move.name in [m.name for m in workflow.open_to(actor, record)]
                may, starts = name in allowed[move.name], state in move.sources
                assert opens == (may and starts), (state, move.name, name)
                if not may:
                    with pytest.raises(NotAllowed):
                        workflow.apply(record, move.name, actor=actor, note="Lý do")
                elif not starts:
                    with pytest.raises(RuleBroken):
                        workflow.apply(record, move.name, actor=actor, note="Lý do")
                else:
                    if move.needs_note:
                        with pytest.raises(RuleBroken):
                            workflow.apply(record, move.name, actor=actor, note="  ")
                    workflow.apply(record, move.name, actor=actor, note="Lý do")
                record.refresh_from_db()
                assert record.state == (move.target if may and starts else state)


def actors_of(cast: Cast) -> dict[str, object]:
    """The actor of each member of the cast."""
    return {name: make.actor(account) for name, account in cast.everyone().items()}


def test_movement_grid(movement: Movement, cast: Cast) -> None:
    grid(MOVEMENT, MovementState.values, movement, actors_of(cast), MAY_MOVE_MOVEMENT)


def test_version_grid(version: PlanVersion, cast: Cast) -> None:
    grid(VERSION, VersionState.values, version, actors_of(cast), MAY_MOVE_VERSION)


def test_assignment_grid(issued: Movement, cast: Cast) -> None:
    assignment = Assignment.objects.select_related("unit", "task__movement__agency").get(
        task__movement=issued, task__kind="unit_report", task__round__year=2024, unit__name="Phòng Nội chính"
    )
    grid(ASSIGNMENT, AssignmentState.values, assignment, actors_of(cast), MAY_MOVE_ASSIGNMENT)


def test_a_colleague_who_was_first_is_told(movement: Movement, cast: Cast) -> None:
    actor = make.actor(cast.standing)
    stale = Movement.objects.select_related("agency").get(pk=movement.pk)
    MOVEMENT.apply(movement, "submit", actor=actor)
    with pytest.raises(RuleBroken, match="Một đồng nghiệp vừa xử lý"):
        MOVEMENT.apply(stale, "submit", actor=actor)
