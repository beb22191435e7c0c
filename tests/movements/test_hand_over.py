"""Unfinished work goes to the unit that comes after; finished work stays where it was done."""

from __future__ import annotations

import datetime as dt

import pytest

from tests import make
from tests.conftest import Cast, Office
from thidua.audit.models import Entry
from thidua.core import clock
from thidua.core.actor import SYSTEM
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.movements.actions import task as task_actions
from thidua.movements.actions.hand_over import hand_over
from thidua.movements.models import Assignment, Movement, ProgressUpdate
from thidua.organisation.actions.successions import NewUnit, merge
from thidua.organisation.models import Unit

pytestmark = pytest.mark.django_db

MERGER = dt.date(2024, 7, 1)


def merged(office: Office) -> tuple[list[Unit], Unit]:
    """The two rooms of the office become one."""
    rooms = [office.room_a, office.room_b]
    new = merge(rooms, NewUnit("Phòng Tổng hợp - Nội chính", "THNC"), actor=SYSTEM, on=MERGER)
    return [Unit.objects.get(pk=room.pk) for room in rooms], new


def owed_by_each(movement: Movement, unit: Unit, year: int = 2024) -> list[Assignment]:
    """What a unit got of the tasks that are every unit's."""
    rows = Assignment.objects.filter(task__movement=movement, task__round__year=year, task__each_unit=True, unit=unit)
    return list(rows.select_related("task__movement__agency", "task__round", "unit").order_by("task_id"))


def test_one_of_two_open_duties_goes_on_with_both_histories(office: Office, cast: Cast, issued: Movement) -> None:
    mine, theirs = owed_by_each(issued, office.room_a), owed_by_each(issued, office.room_b)
    task_actions.report_progress(mine[0], actor=make.actor(cast.head_a), note="Đã làm một nửa.")
    task_actions.report_progress(theirs[0], actor=make.actor(cast.head_b), note="Mới bắt đầu.")
    standing = make.actor(cast.standing)
    with clock.standing_on(MERGER):
        old, new = merged(office)
        hand_over(issued, old, new, actor=standing)
    kept = Assignment.objects.get(unit=new, task=mine[0].task)
    assert kept.state == "doing"
    assert sorted(kept.updates.values_list("note", flat=True)) == [
        "Mới bắt đầu.",
        "Từ Phòng Nội chính.",
        "Từ Phòng Tổng hợp.",
        "Đã làm một nửa.",
    ]
    left = Assignment.objects.filter(task__movement=issued, unit__in=old).exclude(state__in=["done", "none"])
    assert not left.exists()
    assert ProgressUpdate.objects.filter(assignment=kept).count() == 4
    assert Entry.objects.latest("sequence").verb == "bàn giao việc"


def test_finished_work_stays_with_the_unit_that_did_it(office: Office, cast: Cast, issued: Movement) -> None:
    mine, theirs = owed_by_each(issued, office.room_a), owed_by_each(issued, office.room_b)
    for assignment, head in ((mine[0], cast.head_a), (theirs[0], cast.head_b)):
        task_actions.make_move(assignment, "submit", actor=make.actor(head))
        task_actions.make_move(assignment, "accept", actor=make.actor(cast.standing))
    standing = make.actor(cast.standing)
    with clock.standing_on(MERGER):
        old, new = merged(office)
        hand_over(issued, old, new, actor=standing)
    assert sorted(Assignment.objects.filter(task=mine[0].task).values_list("unit_id", flat=True)) == sorted(
        unit.pk for unit in old
    )
    assert not issued.tasks.filter(lead__in=old, round__year__gte=2024).exists()


def test_units_that_go_on_keep_their_work(office: Office, cast: Cast, issued: Movement) -> None:
    with pytest.raises(RuleBroken, match="còn hoạt động"):
        hand_over(issued, [office.room_a], office.room_b, actor=make.actor(cast.standing))


def test_only_who_runs_the_movement_hands_over(office: Office, cast: Cast, issued: Movement) -> None:
    for account in (cast.head_a, cast.official, cast.admin, cast.upper_viewer, cast.outsider):
        with pytest.raises(NotAllowed):
            hand_over(issued, [office.room_a], office.room_b, actor=make.actor(account))
