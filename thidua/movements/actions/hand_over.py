"""When units merge or end, what they still owe goes to the unit that comes after them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.movements import rules
from thidua.movements.models import Assignment, Movement, ProgressUpdate
from thidua.movements.queries.task import UNSETTLED
from thidua.movements.workflow import AssignmentState
from thidua.organisation.models import Unit

# The further one of two came, the rather it goes on as the successor's.
_FURTHEST = (AssignmentState.SUBMITTED, AssignmentState.RETURNED, AssignmentState.DOING, AssignmentState.OPEN)


@transaction.atomic
def hand_over(movement: Movement, old: Sequence[Unit], new: Unit, *, actor: Actor) -> int:
    """Bàn giao việc: unfinished work of units that have ended goes to `new` with its history; gives how many things.

    What was finished stays with the unit that did it. When two old units owed the same task it becomes one, and the
    history of both goes along.
    """
    if not rules.runs_movement(actor, movement):
        raise NotAllowed("Chỉ thường trực hoặc lãnh đạo được bàn giao việc giữa các đơn vị.")
    today = clock.today()
    if still := next((unit for unit in old if unit.holds(today)), None):
        raise RuleBroken(f"{still} còn hoạt động nên tự làm tiếp việc của mình.")
    if not new.holds(today):
        raise RuleBroken(f"{new} không hoạt động vào ngày {today:%d/%m/%Y}.")
    owed = list(
        Assignment.objects.select_for_update()
        .filter(task__movement=movement, task__withdrawn=False, unit__in=[*old, new])
        .filter(state__in=UNSETTLED)
    )
    owed.sort(key=lambda a: (_FURTHEST.index(AssignmentState(a.state)), a.pk))
    names = {unit.pk: unit.name for unit in old}
    kept = {a.task_id: a for a in owed if a.unit_id == new.pk}
    done = set(Assignment.objects.filter(task__movement=movement, unit=new).values_list("task_id", flat=True))
    count = 0
    for assignment in (a for a in owed if a.unit_id != new.pk):
        before = names[assignment.unit_id]
        target = kept.get(assignment.task_id)
        if target is not None:
            assignment.updates.update(assignment=target)
            assignment.delete()
        elif assignment.task_id in done:
            continue  # the successor has settled it already; what the old unit left open stays on record
        else:
            assignment.unit = new
            assignment.save(update_fields=["unit"])
            kept[assignment.task_id] = target = assignment
            count += 1
        ProgressUpdate.objects.create(
            assignment=target, at=clock.now(), account_id=actor.account_id, who=actor.name, what="Nhận bàn giao",
            note=f"Từ {before}.",
        )  # fmt: skip
    movement.tasks.filter(lead__in=old, round__year__gte=today.year).update(lead=new)
    audit.record(actor, "bàn giao việc", movement, of=list(names.values()), to=new.name, count=count)
    return count
