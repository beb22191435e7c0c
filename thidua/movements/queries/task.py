"""Tasks and assignments: lists, what a unit owes, the matrix."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from thidua.core.actor import Actor
from thidua.movements.models import Assignment, Movement, Task
from thidua.movements.queries.plan import under
from thidua.movements.workflow import AssignmentState, MovementState
from thidua.organisation.models import Unit
from thidua.organisation.rules import ADMIN, EDITOR, HEAD, LEADER, OFFICIAL, STANDING, UPPER_VIEWER

UNSETTLED = (AssignmentState.OPEN, AssignmentState.DOING, AssignmentState.RETURNED, AssignmentState.SUBMITTED)
LIVE = (MovementState.ISSUED, MovementState.RUNNING, MovementState.SUMMING_UP)


def _whole() -> QuerySet[Assignment]:
    return Assignment.objects.select_related(
        "task", "unit", "task__round", "task__movement", "task__movement__agency", "task__round__movement"
    )


def worked_for(actor: Actor) -> Q:
    """The assignments of the units the actor works for; the rule `works_for_unit` as a condition."""
    condition = under("unit", actor.paths(HEAD, OFFICIAL))
    return condition | Q(unit_id=actor.unit_id) if actor.holds(EDITOR) and actor.unit_id else condition


def assignments_for(actor: Actor) -> QuerySet[Assignment]:
    """Assignments the actor may see: those of the units worked for, and all of the agencies watched over."""
    mine = worked_for(actor)
    watched = under("task__movement__agency", actor.paths(STANDING, LEADER, ADMIN, UPPER_VIEWER))
    return _whole().filter(mine | watched, task__withdrawn=False)


def mine(actor: Actor) -> QuerySet[Assignment]:
    """What the actor's own units still owe in live movements, nearest deadline first."""
    return (
        _whole()
        .filter(worked_for(actor), state__in=UNSETTLED, task__withdrawn=False)
        .filter(task__movement__state__in=LIVE)
    )


def waiting_for_acceptance(actor: Actor) -> QuerySet[Assignment]:
    """What units have handed in and the actor may accept."""
    return (
        _whole()
        .filter(under("task__movement__agency", actor.paths(STANDING, LEADER)), state=AssignmentState.SUBMITTED)
        .filter(task__withdrawn=False)
    )


def owed_by(movement: Movement, unit: Unit) -> list[Assignment]:
    """What one unit has not finished in a movement."""
    return list(
        _whole()
        .filter(task__movement=movement, unit=unit, state__in=UNSETTLED, task__withdrawn=False)
        .order_by("task__due", "task__order")
    )


def tasks_of(movement: Movement, year: int) -> QuerySet[Task]:
    """The tasks of one year with their assignments, each of those with its unit; two queries."""
    assignments = Assignment.objects.select_related("unit").order_by("unit__order", "unit__sort", "unit_id")
    return (
        Task.objects.filter(movement=movement, withdrawn=False, round__year=year)
        .select_related("lead", "round", "item")
        .prefetch_related(Prefetch("assignments", assignments))
        .order_by("order", "id")
    )


def units_with_assignments(actor: Actor) -> list[tuple[str, str]]:
    """The units whose assignments the actor may see, for a filter; one query."""
    under_watch = actor.paths(STANDING, LEADER, ADMIN, UPPER_VIEWER)
    own = actor.paths(HEAD, OFFICIAL)
    condition = Q(pk=actor.unit_id) if actor.holds(EDITOR) and actor.unit_id else Q(pk__in=[])
    for path in (*under_watch, *own):
        condition |= Q(path__startswith=path)
    found = Unit.objects.filter(condition, assignments__isnull=False).distinct().order_by("order", "sort", "id")
    return [(str(pk), name) for pk, name in found.values_list("pk", "name")]


def task_with_assignments() -> QuerySet[Task]:
    """Tasks as their page shows them: source, movement and every unit's assignment."""
    assignments = Assignment.objects.select_related("unit").order_by("unit__order", "unit__sort", "unit_id")
    return Task.objects.select_related(
        "movement__agency", "movement__standing_unit", "round", "item__version", "lead"
    ).prefetch_related(Prefetch("assignments", assignments))
