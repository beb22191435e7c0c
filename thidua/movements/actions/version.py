"""A newer version of a running movement's plan: sent up, adopted or returned; finished work is kept."""

from __future__ import annotations

import difflib

from django.db import transaction
from django.urls import reverse

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.text import fold
from thidua.movements.actions.movement import must_be_settled
from thidua.movements.actions.task import assign_round, columns, drafts_of, make_tasks
from thidua.movements.models import Movement, PlanLine, PlanVersion, Task
from thidua.movements.queries.plan import lines_of
from thidua.movements.schedule import TaskDraft
from thidua.movements.workflow import VERSION, VersionState
from thidua.notifications.actions import notify
from thidua.organisation.queries.accounts import holders
from thidua.organisation.rules import LEADER, STANDING

_ALIKE = 0.75  # from this likeness of their words two tasks of one year are the same task, reworded


def _tell(version: PlanVersion, role: str, what: str) -> None:
    values = {"title": version.title, "what": what, "note": version.return_reason}
    notify(
        holders(role, version.agency.path),
        "movements/notices/version.txt",
        values,
        url=reverse("plan", args=[version.pk]),
    )


@transaction.atomic
def propose_version(version: PlanVersion, *, actor: Actor) -> PlanVersion:
    """Trình bản mới: every line has been settled."""
    must_be_settled(lines_of(version))
    VERSION.apply(version, "propose", actor=actor, confirmed_at=clock.now(), return_reason="")
    audit.record(actor, "trình bản kế hoạch mới", version)
    _tell(version, LEADER, "trình")
    return version


@transaction.atomic
def return_version(version: PlanVersion, *, actor: Actor, note: str) -> PlanVersion:
    """Trả lại bản mới kèm lý do."""
    VERSION.apply(version, "send_back", actor=actor, note=note, return_reason=note.strip())
    audit.record(actor, "trả lại bản kế hoạch mới", version, note=note)
    _tell(version, STANDING, "trả lại")
    return version


@transaction.atomic
def adopt_version(version: PlanVersion, *, actor: Actor) -> Movement:
    """Phê duyệt bản mới: the older one is superseded; tasks are joined to the new lines, new ones made and handed out,
    those the plan no longer asks for withdrawn, except where a unit has already finished: that stays."""
    movement = version.movement
    assert movement is not None
    movement.versions.filter(state=VersionState.CURRENT).update(state=VersionState.SUPERSEDED)
    VERSION.apply(version, "adopt", actor=actor)
    lines = lines_of(version)
    kept = _join(movement, lines)
    make_tasks(movement, lines)
    gone = _withdraw(movement, kept | set(_fresh(movement, lines)))
    for round_ in movement.rounds.filter(opened_on__isnull=False):
        assign_round(round_, actor=actor)
    audit.record(actor, "áp dụng bản kế hoạch mới", movement, version=version.number, withdrawn=gone)
    _tell(version, STANDING, "phê duyệt")
    return movement


def _fresh(movement: Movement, lines: list[PlanLine]) -> list[int]:
    """The tasks that bear a key of the new plan."""
    keys = {draft.key for draft in drafts_of(movement, lines)}
    return [pk for pk, key in movement.tasks.values_list("pk", "key") if key in keys]


def _join(movement: Movement, lines: list[PlanLine]) -> set[int]:
    """Gives each old task the words, item and days of its successor; gives the ids of those that have one."""
    drafts = drafts_of(movement, lines)
    by_round: dict[tuple[int, bool], list[TaskDraft]] = {}
    for draft in drafts:
        by_round.setdefault((draft.year, draft.final), []).append(draft)
    joined: list[Task] = []
    for task in movement.tasks.select_related("round"):
        choices = by_round.get((task.round.year, task.round.kind == "final"), [])
        heir = next((d for d in choices if d.key == task.key), None) or _likest(task, choices)
        if heir is None:
            continue
        choices.remove(heir)
        own_mark = task.internal_due if heir.internal_due is None else None
        for column, value in columns(heir).items():
            if (
                own_mark
                and column in ("internal_due", "internal_reason")
                and (heir.due is None or own_mark <= heir.due)
            ):
                continue  # a day the office set itself outlives a version of the plan that says nothing of it
            setattr(task, column, value)
        task.withdrawn = False
        joined.append(task)
    if joined:
        Task.objects.bulk_update(joined, ["withdrawn", *columns(drafts[0])], batch_size=100)
    return {task.pk for task in joined}


def _likest(task: Task, choices: list[TaskDraft]) -> TaskDraft | None:
    """The draft of the same kind whose words are closest, if close enough."""
    said = fold(task.title)
    scored = [(difflib.SequenceMatcher(None, said, fold(d.title)).ratio(), d) for d in choices if d.kind == task.kind]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= _ALIKE else None


def _withdraw(movement: Movement, kept: set[int]) -> int:
    """Marks the tasks without a successor; those with finished work keep it and stay in sight."""
    return (
        movement.tasks.exclude(pk__in=kept)
        .exclude(assignments__state__in=["done", "submitted"])
        .filter(withdrawn=False)
        .update(withdrawn=True)
    )
