"""Tasks: made from the plan's lines, handed to the units, carried on with figures and evidence, urged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F
from django.urls import reverse

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.text import fold, nfc
from thidua.core.workflow import Move
from thidua.documents.actions import files as document_files
from thidua.movements import rules, schedule, timing
from thidua.movements.answers import NO_INTERNAL, OWN_DATE, SAME_DAY
from thidua.movements.models import Assignment, LineKind, Movement, PlanLine, ProgressUpdate, Round, Task, Verdict
from thidua.movements.models.movement import RoundKind
from thidua.movements.queries.task import owed_by
from thidua.movements.workflow import ASSIGNMENT, AssignmentState
from thidua.notifications.actions import Recipient, notify
from thidua.organisation.models import Unit
from thidua.organisation.queries.accounts import holders, holders_of_units
from thidua.organisation.queries.units import rooms_of
from thidua.organisation.rules import HEAD, STANDING

State = AssignmentState


def internal_choice(lines: Iterable[PlanLine]) -> dict[str, str] | None:
    """How the shared reporting day was settled: see `schedule.drafts`."""
    finding = next((x for x in lines if x.kind == LineKind.FINDING and x.data.get("code") == SAME_DAY), None)
    if finding is None or finding.verdict == Verdict.DROPPED or finding.data.get("answer") == NO_INTERNAL:
        return None
    if finding.data.get("answer") == OWN_DATE:
        return {"date": finding.data.get("internal_date", "")}
    return {}


def drafts_of(movement: Movement, lines: Sequence[PlanLine]) -> list[schedule.TaskDraft]:
    """The tasks the plan's kept lines ask for, over the movement's years."""
    kept = [line for line in lines if line.verdict != Verdict.DROPPED]
    return schedule.drafts(kept, movement.first_year, movement.last_year, internal_choice(lines))


def make_tasks(movement: Movement, lines: Sequence[PlanLine]) -> list[Task]:
    """Rows for the drafts that have none yet; several lines giving the same task give it once."""
    rounds = {(r.year, r.kind): r for r in movement.rounds.all()}
    known = set(movement.tasks.values_list("round_id", "key"))
    fresh: dict[tuple[int, str], Task] = {}
    for order, draft in enumerate(drafts_of(movement, lines), start=1):
        round_ = rounds[(draft.year, RoundKind.FINAL if draft.final else RoundKind.ANNUAL)]
        place = (round_.pk, draft.key)
        if place not in known and place not in fresh:
            fresh[place] = Task(movement=movement, round=round_, order=order, **columns(draft))
    return Task.objects.bulk_create(fresh.values())


def columns(draft: schedule.TaskDraft) -> dict[str, Any]:
    """A draft as the columns of a task."""
    return {
        "key": draft.key, "item_id": draft.item_id, "ref": draft.ref, "line": draft.line, "kind": draft.kind,
        "title": draft.title[:500], "short_title": draft.short_title,
        "search": fold(f"{draft.ref} {draft.title}")[:700],
        "lead_id": draft.lead_id, "each_unit": draft.each_unit, "plan_date": draft.plan_date[:200], "due": draft.due,
        "internal_due": draft.internal_due, "internal_reason": draft.internal_reason[:500],
        "sent_to": draft.sent_to[:200], "sent_via": draft.sent_via[:300],
    }  # fmt: skip


def assign_round(round_: Round, *, actor: Actor, quiet: bool = False) -> int:
    """Giao việc: each unit of the agency gets what it owes in a round; heads are told once each, with the count.

    Runs inside the caller's transaction; can be repeated when a unit or a task is new. Gives how many were made.
    """
    movement = round_.movement
    rooms = list(rooms_of(movement.agency))
    existing = set(Assignment.objects.filter(task__round=round_).values_list("task_id", "unit_id"))
    fresh = [
        Assignment(task=task, unit_id=unit_id, target=task.target)
        for task in round_.tasks.filter(withdrawn=False)
        for unit_id in ([room.pk for room in rooms] if task.each_unit else [task.lead_id or movement.standing_unit_id])
        if unit_id and (task.pk, unit_id) not in existing
    ]
    Assignment.objects.bulk_create(fresh)
    if round_.opened_on is None:
        round_.opened_on = clock.today()
        round_.save(update_fields=["opened_on"])
    audit.record(actor, "giao việc", movement, round=str(round_), count=len(fresh))
    if not quiet:
        _tell_heads(movement, round_, fresh)
    return len(fresh)


def _tell_heads(movement: Movement, round_: Round, fresh: list[Assignment]) -> None:
    counts: dict[int, int] = {}
    for assignment in fresh:
        counts[assignment.unit_id] = counts.get(assignment.unit_id, 0) + 1
    by_count: dict[int, list[Recipient]] = {}
    for unit_id, heads in holders_of_units(HEAD, list(counts)).items():
        by_count.setdefault(counts[unit_id], []).extend(heads)
    for count, heads in by_count.items():
        values = {"movement": movement.title, "round": str(round_), "count": count}
        notify(heads, "movements/notices/assigned.txt", values, url=reverse("assignments"))


def _note_down(
    assignment: Assignment,
    actor: Actor,
    what: str,
    *,
    note: str = "",
    value: int | None = None,
    files: Sequence[Any] = (),
) -> ProgressUpdate:
    update = ProgressUpdate.objects.create(
        assignment=assignment, at=clock.now(), account_id=actor.account_id, who=actor.name, what=what, note=nfc(note),
        value=value,
    )  # fmt: skip
    if files:
        update.files.set([document_files.keep_file(file, actor=actor) for file in files])
    return update


@transaction.atomic
def report_progress(
    assignment: Assignment,
    *,
    actor: Actor,
    value: int | None = None,
    note: str = "",
    files: Sequence[UploadedFile] = (),
) -> ProgressUpdate:
    """Cập nhật tiến độ: a figure, a sentence, evidence files. Work not yet begun counts as begun."""
    if not rules.works_for_unit(actor, assignment):
        raise NotAllowed("Chỉ người của đơn vị được giao mới cập nhật được tiến độ.")
    if assignment.state not in (State.OPEN, State.DOING, State.RETURNED):
        raise RuleBroken(f"Việc này {assignment.get_state_display().lower()}, không cập nhật thêm được.")
    if value is None and not note.strip() and not files:
        raise RuleBroken("Mời ghi số đã đạt, nội dung hoặc kèm tệp minh chứng.", field="note")
    if assignment.state != State.DOING:
        ASSIGNMENT.apply(assignment, "start", actor=actor, updated_at=clock.now())
    if value is not None:
        assignment.value = value
    assignment.updated_at = clock.now()
    assignment.save(update_fields=["value", "updated_at"])
    update = _note_down(assignment, actor, "Cập nhật tiến độ", note=note, value=value, files=files)
    audit.record(actor, "cập nhật tiến độ", assignment, value=value, files=len(files))
    return update


@transaction.atomic
def make_move(
    assignment: Assignment,
    name: str,
    *,
    actor: Actor,
    note: str = "",
    on: Any = None,
    files: Sequence[UploadedFile] = (),
) -> Move:
    """One move of an assignment. `on`: the true day of work recorded from paper; else today counts."""
    today = clock.today()
    changes: dict[str, Any] = {"updated_at": clock.now()}
    if name == "submit":
        changes |= {"submitted_on": today, "return_reason": "", "returned_by": "", "returned_at": None}
    elif name == "record_paper":
        if on and on > today:
            raise RuleBroken("Ngày trên hồ sơ giấy không thể sau hôm nay.", field="on")
        changes |= {"submitted_on": on or today, "return_reason": ""}
    elif name == "send_back":
        changes |= {"return_reason": note.strip(), "returned_by": actor.name, "returned_at": clock.now(),
                    "returns": F("returns") + 1, "submitted_on": None}  # fmt: skip
    elif name == "reopen":
        changes |= {"submitted_on": None}
    move = ASSIGNMENT.apply(assignment, name, actor=actor, note=note, **changes)
    assignment.refresh_from_db(fields=["returns"])
    _note_down(assignment, actor, move.label, note=note, files=files)
    audit.record(actor, move.label.lower(), assignment, note=note)
    _tell(assignment, name, actor=actor, note=note)
    return move


def _tell(assignment: Assignment, name: str, *, actor: Actor, note: str) -> None:
    values = {
        "task": assignment.task.title,
        "unit": assignment.unit.name,
        "move": name,
        "note": note,
        "who": actor.name,
    }
    url = reverse("assignment", args=[assignment.pk])
    if name == "submit":
        people = holders(STANDING, assignment.task.movement.agency.path)
    elif name in ("send_back", "accept", "reopen"):
        people = holders_of_units(HEAD, [assignment.unit_id]).get(assignment.unit_id, [])
    else:
        return
    notify([p for p in people if p.account_id != actor.account_id], "movements/notices/work.txt", values, url=url)


@transaction.atomic
def urge(movement: Movement, unit: Unit, *, actor: Actor) -> int:
    """Nhắc: tells a unit's heads what is late or at risk, counts the reminder on each; gives how many things."""
    if not rules.urges(actor, movement):
        raise NotAllowed("Chỉ thường trực hoặc lãnh đạo được nhắc các đơn vị.")
    today = clock.today()
    owed = [
        a for a in owed_by(movement, unit)
        if timing.standing(a.state, a.task.due, a.task.internal_due, a.submitted_on, today).code
        in {"overdue", "past_mark", "at_risk", "returned"}
    ]  # fmt: skip
    if not owed:
        raise RuleBroken(f"{unit} không còn việc nào sắp đến hạn hoặc quá hạn.")
    Assignment.objects.filter(pk__in=[a.pk for a in owed]).update(reminders=F("reminders") + 1, reminded_on=today)
    for assignment in owed:
        _note_down(assignment, actor, "Nhắc", note="")
    heads = holders_of_units(HEAD, [unit.pk]).get(unit.pk, [])
    values = {"unit": unit.name, "tasks": [a.task.title for a in owed], "who": actor.name}
    notify(heads, "movements/notices/urged.txt", values, url=reverse("assignments"))
    audit.record(actor, "nhắc đơn vị", unit, movement=movement.pk, count=len(owed))
    return len(owed)


@transaction.atomic
def adjust_task(
    task: Task, *, actor: Actor, internal_due: Any, target: int | None, measure: str, cooperating: Sequence[Unit]
) -> Task:
    """Sửa nhiệm vụ: an internal day, a target and cooperating units; the plan's own deadline is never changed here."""
    if not rules.runs_movement(actor, task.movement):
        raise NotAllowed("Chỉ thường trực hoặc lãnh đạo được sửa nhiệm vụ.")
    if internal_due and task.due and internal_due > task.due:
        raise RuleBroken("Mốc nội bộ phải sớm hơn hoặc đúng hạn của kế hoạch.", field="internal_due")
    if internal_due != task.internal_due:
        task.internal_reason = "Văn phòng tự đặt mốc nội bộ." if internal_due else ""
    task.internal_due, task.target, task.measure = internal_due, target, nfc(measure)
    task.save(update_fields=["internal_due", "internal_reason", "target", "measure"])
    task.cooperating.set(cooperating)
    task.assignments.exclude(state__in=[State.DONE, State.NONE]).update(target=target)
    audit.record(actor, "sửa nhiệm vụ", task, target=target)
    return task
