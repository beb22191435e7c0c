"""A plan read, a movement made of it and one that has been issued, by the actions of the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from tests import make
from tests.conftest import Cast, Office
from tests.movements import plan_text
from thidua.core import clock
from thidua.movements.actions import movement as movement_actions
from thidua.movements.actions import plan as plan_actions
from thidua.movements.models import Movement, PlanVersion, Verdict

ISSUE_DAY = dt.date(2024, 2, 1)


@pytest.fixture
def stand() -> Iterator[None]:
    """The clock stands on the day the plan is issued."""
    with clock.standing_on(ISSUE_DAY):
        yield


@pytest.fixture
def version(office: Office, cast: Cast, stand: None) -> PlanVersion:
    """The plan, read and laid out, nothing settled."""
    return make_version(office, cast)


@pytest.fixture
def movement(office: Office, cast: Cast, version: PlanVersion) -> Movement:
    """The movement made of the plan, a draft."""
    settle(version, cast)
    return movement_actions.make_movement(version, actor=make.actor(cast.standing), standing=office.room_a)


@pytest.fixture
def issued(movement: Movement, cast: Cast) -> Movement:
    """The movement issued, its duties handed out."""
    issue(movement, cast)
    return movement


def make_version(office: Office, cast: Cast, words: str = "", movement: Movement | None = None) -> PlanVersion:
    """A plan laid out for the standing office."""
    return plan_actions.lay_out(
        plan_text.reading(words), None, actor=make.actor(cast.standing), agency=office.agency, standing=office.room_a,
        movement=movement,
    )  # fmt: skip


def settle(version: PlanVersion, cast: Cast) -> None:
    """Every line confirmed as proposed."""
    standing = make.actor(cast.standing)
    plan_actions.confirm_certain(version, actor=standing)
    for line in version.lines.filter(verdict=Verdict.PROPOSED):
        plan_actions.confirm_line(line, actor=standing)


def issue(movement: Movement, cast: Cast) -> None:
    """Trình, phê duyệt, ban hành."""
    movement_actions.make_move(movement, "submit", actor=make.actor(cast.standing))
    for step in ("approve", "issue"):
        movement_actions.make_move(movement, step, actor=make.actor(cast.leader))
