"""A small second movement: one year, closed at its end, and carried over to a new year that waits for approval."""

from __future__ import annotations

import datetime as dt
from functools import partial

from thidua.desk.demo.plan import make, move, settle, upload
from thidua.desk.demo.story import Stage, Story
from thidua.movements.actions import task as tasks
from thidua.movements.actions.carry_over import carry_over
from thidua.movements.models import Assignment, Movement

FILE = "ke-hoach-van-phong-xanh.docx"
NAME = "green"


def tell(story: Story) -> None:
    """Writes down its scenes."""
    story.at(dt.date(2024, 5, 6), "09:00", lambda stage: upload(stage, FILE))
    story.at(dt.date(2024, 5, 6), "09:40", lambda stage: settle(stage, ()))
    story.at(dt.date(2024, 5, 6), "10:00", lambda stage: make(stage, NAME))
    for day, time, step, who in (
        ((5, 7), "08:30", "submit", "thuong-truc"),
        ((5, 9), "15:00", "approve", "lanh-dao"),
        ((5, 10), "09:00", "issue", "lanh-dao"),
        ((5, 10), "09:30", "start", "thuong-truc"),
        ((12, 16), "09:00", "sum_up", "thuong-truc"),
        ((12, 27), "10:00", "close", "lanh-dao"),
    ):
        story.at(dt.date(2024, *day), time, partial(move, name=NAME, step=step, username=who))
    story.at(dt.date(2024, 12, 3), "10:00", _all_hand_in)
    story.at(dt.date(2024, 12, 9), "15:30", _all_accepted)
    story.at(dt.date(2025, 11, 10), "14:00", _carry_over)
    story.at(dt.date(2025, 11, 11), "09:00", lambda stage: move(stage, "greener", "submit"))


def _owed(stage: Stage, state: str) -> list[Assignment]:
    found = Assignment.objects.filter(task__movement=stage.movements[NAME], state=state)
    return list(found.select_related("unit", "task__movement__agency").order_by("task__order", "unit__order"))


def _all_hand_in(stage: Stage) -> None:
    """Each unit reports its part done."""
    codes = {unit.pk: code for code, unit in stage.units.items()}
    for assignment in _owed(stage, "open"):
        actor = stage.head_of(codes[assignment.unit_id])
        tasks.make_move(assignment, "submit", actor=actor, note="Đã hoàn thành trong năm.")


def _all_accepted(stage: Stage) -> None:
    """The standing office accepts what came in."""
    for assignment in _owed(stage, "submitted"):
        tasks.make_move(assignment, "accept", actor=stage.actor("thuong-truc"))


def _carry_over(stage: Stage) -> None:
    """Kế tục for the next year; its leader finds it on the desk."""
    movement = Movement.objects.select_related("agency").get(pk=stage.movements[NAME].pk)
    stage.movements["greener"] = carry_over(movement, actor=stage.actor("thuong-truc"), first_year=2026, last_year=2026)
