"""A newer version of a plan: what was decided about the same words stands, a moved date is looked at again."""

from __future__ import annotations

from tests import make
from tests.conftest import Cast, Office
from tests.movements import plan_text
from tests.movements.conftest import issue, make_version, settle
from thidua.movements.actions import movement as movement_actions
from thidua.movements.actions import plan as plan_actions
from thidua.movements.actions import version as version_actions
from thidua.movements.models import LineKind, Movement, PlanVersion, Verdict


def corrected(version: PlanVersion, cast: Cast, office: Office) -> Movement:
    """The movement of a plan in which one task and the units' report were reworded, and issued."""
    standing = make.actor(cast.standing)
    for kind, ref, what in (
        (LineKind.TASK, "II.1", "Kiểm tra bình chữa cháy"),
        (LineKind.DEADLINE, "IV.2.1", "Báo cáo năm"),
    ):
        line = version.lines.get(kind=kind, ref=ref)
        values = {"kind": kind, "what": what, "unit": None, "each_unit": True, "to": "Lãnh đạo Văn phòng", "via": "",
                  "date": plan_actions.shown_date(line.data)}  # fmt: skip
        plan_actions.correct_line(line, actor=standing, values=values)
    settle(version, cast)
    movement = movement_actions.make_movement(version, actor=standing, standing=office.room_a)
    issue(movement, cast)
    return movement


def test_decisions_go_over_to_the_next_version(version: PlanVersion, office: Office, cast: Cast) -> None:
    movement = corrected(version, cast, office)
    newer = make_version(office, cast, plan_text.text(unit_day="10/11"), movement=movement)
    by_ref = {(line.ref, line.read_as["kind"]): line for line in newer.lines.all()}
    task, report = by_ref["II.1", "task"], by_ref["IV.2.1", "deadline"]
    assert (task.verdict, task.text) == (Verdict.CORRECTED, "Kiểm tra bình chữa cháy")
    assert (report.verdict, report.text, report.data["date"]) == (Verdict.PROPOSED, "Báo cáo năm", "11-10")
    # looked at again: the movement's own line, and what the new day changed
    open_lines = [(line.kind, line.ref) for line in newer.lines.filter(verdict=Verdict.PROPOSED)]
    assert sorted(open_lines) == [("deadline", "IV.2.1"), ("movement", "")]


def test_an_unchanged_plan_changes_no_task(version: PlanVersion, office: Office, cast: Cast) -> None:
    movement = corrected(version, cast, office)

    def tasks() -> list[tuple[object, ...]]:
        return sorted(
            movement.tasks.values_list("pk", "title", "due", "internal_due", "lead", "each_unit", "withdrawn")
        )

    before = tasks()
    newer = make_version(office, cast, movement=movement)
    settle(newer, cast)
    version_actions.propose_version(newer, actor=make.actor(cast.standing))
    version_actions.adopt_version(newer, actor=make.actor(cast.leader))
    assert tasks() == before
