"""The movement: made from its confirmed plan, then through its workflow up to the issue and beyond."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.text import fold, sort_key
from thidua.core.workflow import Move
from thidua.documents.actions import files, numbers
from thidua.movements import rules
from thidua.movements.actions.task import assign_round, make_tasks
from thidua.movements.models import (
    AwardForm,
    Level,
    LineKind,
    Movement,
    PlanLine,
    PlanRecipient,
    PlanVersion,
    Round,
    RoundKind,
    Verdict,
)
from thidua.movements.queries.plan import lines_of
from thidua.movements.workflow import MOVEMENT, VERSION, MovementState, VersionState
from thidua.notifications.actions import notify
from thidua.organisation.models import Unit
from thidua.organisation.queries.accounts import holders
from thidua.organisation.rules import LEADER, STANDING
from thidua.vanban.jsonform import paper_from_json
from thidua.vanban.structure import Paper
from thidua.vanban.writing import write_docx


def name_it(movement: Movement, title: str) -> None:
    """Sets the title with its search and sort columns."""
    movement.title, movement.search, movement.sort = title[:500], fold(title)[:700], sort_key(title)[:400]


@transaction.atomic
def make_movement(version: PlanVersion, *, actor: Actor, standing: Unit | None) -> Movement:
    """Makes the movement of a plan whose every line has been settled: rounds, tasks, award forms, recipients, parent.

    Source: Luật Thi đua, khen thưởng 2022 Điều 17 (what a plan fixes). Raises RuleBroken while a line is open.
    """
    lines = lines_of(version)
    must_be_settled(lines)
    head = next((line for line in lines if line.kind == LineKind.MOVEMENT), None)
    if head is None or not head.data.get("first_year"):
        raise RuleBroken("Chưa rõ phong trào kéo dài từ năm nào đến năm nào. Mời sửa dòng “Phong trào”.")
    VERSION.apply(version, "confirm", actor=actor, confirmed_at=clock.now())
    movement = Movement(
        agency=version.agency, standing_unit=standing, first_year=head.data["first_year"],
        last_year=head.data["last_year"], created_at=clock.now(), created_by=actor.name,
    )  # fmt: skip
    name_it(movement, head.data["title"])
    movement.parent, movement.document_ref = _parent(version.agency, head.data, lines)
    movement.save(force_insert=True)
    version.movement = movement
    version.save(update_fields=["movement"])
    open_rounds(movement)
    write_down(movement, lines)
    make_tasks(movement, lines)
    audit.record(actor, "lập phong trào từ kế hoạch", movement, version=version.number)
    return movement


def must_be_settled(lines: list[PlanLine]) -> None:
    """Raises RuleBroken with the count while a line of the plan is undecided."""
    left = sum(not line.settled for line in lines)
    if left:
        raise RuleBroken(
            f"Còn {left} dòng chưa xác nhận. Mời xác nhận, sửa hoặc bỏ từng dòng trước khi lập phong trào."
        )


def open_rounds(movement: Movement) -> None:
    """One round for each year and one for the final summary."""
    years = range(movement.first_year, movement.last_year + 1)
    Round.objects.bulk_create(
        [Round(movement=movement, year=year) for year in years]
        + [Round(movement=movement, year=movement.last_year, kind=RoundKind.FINAL)]
    )


def write_down(movement: Movement, lines: list[PlanLine]) -> None:
    """Award forms and recipients as the plan names them."""
    kept = [line for line in lines if line.verdict != Verdict.DROPPED]
    forms = [(form, line.line) for line in kept if line.kind == LineKind.AWARD for form in line.data.get("forms", [])]
    AwardForm.objects.bulk_create(
        AwardForm(movement=movement, position=i, name=form[:300], line=at) for i, (form, at) in enumerate(forms, 1)
    )
    places = [
        (name, (line.data.get("purposes") or {}).get(name) or "")
        for line in kept
        if line.kind == LineKind.RECIPIENTS
        for name in line.data.get("names", [])
    ]
    PlanRecipient.objects.bulk_create(
        PlanRecipient(movement=movement, position=i, name=name[:300], purpose=purpose[:200])
        for i, (name, purpose) in enumerate(places, 1)
    )


def _parent(agency: Unit, head: dict[str, Any], lines: list[PlanLine]) -> tuple[Movement | None, str]:
    """The upper level's movement that this plan carries out, found by its decision's number or written down now."""
    basis = next(
        (
            line
            for line in lines
            if line.kind == LineKind.BASIS and line.data.get("id") and line.verdict != Verdict.DROPPED
        ),
        None,
    )
    if basis is None:
        return None, ""
    found = Movement.objects.filter(agency=agency.parent, document_ref=basis.text).first() if agency.parent else None
    if found is None and agency.parent:
        found = Movement(
            agency=agency.parent, level=Level.PROVINCE, first_year=head["first_year"], last_year=head["last_year"],
            document_ref=basis.text[:300], state=MovementState.RUNNING, created_at=clock.now(),
            created_by="Ghi theo căn cứ của kế hoạch",
        )  # fmt: skip
        name_it(found, head["title"])
        found.save(force_insert=True)
    return found, basis.text[:300]


def make_move(movement: Movement, name: str, *, actor: Actor, note: str = "") -> Move:
    """One move of the movement's workflow with everything that follows from it."""
    if name == "issue":
        return issue(movement, actor=actor)
    with transaction.atomic():
        changes: dict[str, Any] = {}
        if name == "send_back":
            changes = {"return_reason": note.strip(), "returned_by": actor.name, "returned_at": clock.now()}
        if name == "submit":
            changes = {"return_reason": "", "returned_by": "", "returned_at": None}
        move = MOVEMENT.apply(movement, name, actor=actor, note=note, **changes)
        audit.record(actor, move.label.lower(), movement, note=note)
        _tell(movement, name, actor=actor, note=note)
    return move


def _tell(movement: Movement, name: str, *, actor: Actor, note: str = "") -> None:
    """Tells those who now have something to do or to know."""
    role = {"submit": LEADER, "send_back": STANDING, "approve": STANDING, "issue": STANDING}.get(name)
    if role:
        values = {"movement": movement.title, "move": name, "who": actor.name, "note": note}
        url = reverse("movement", args=[movement.pk])
        notify(holders(role, movement.agency.path), "movements/notices/moved.txt", values, url=url)


@transaction.atomic
def issue(movement: Movement, *, actor: Actor) -> Move:
    """Ban hành: takes the next number of the book, writes the paper with it, and gives the units their duties.

    Rounds of years before the issue are not handed out: their days have passed; `open_past_round` records them.
    """
    version = movement.versions.select_for_update().get(state=VersionState.CURRENT)
    today = clock.today()
    paper = paper_from_json(version.reading["paper"])
    move = MOVEMENT.apply(movement, "issue", actor=actor)
    symbol = paper.symbol or f"KH-{movement.agency.symbol}"
    document = numbers.issue_number(
        agency_id=movement.agency_id, doc_type=paper.doc_type or "KẾ HOẠCH", symbol=symbol,
        title=version.title, issued_on=today, signer=paper.signer.name or "",
        signer_position=paper.signer.position or "",
    )  # fmt: skip
    document.file = files.keep_file(
        ContentFile(
            _issued_docx(paper, document.number, today, movement.agency), name=f"{document.number:02d}-{symbol}.docx"
        ),
        actor=actor,
    )
    document.save(update_fields=["file"])
    movement.document = document
    movement.save(update_fields=["document"])
    for round_ in movement.rounds.filter(year__gte=today.year):
        assign_round(round_, actor=actor)
    audit.record(actor, "ban hành", movement, number=document.full_number)
    _tell(movement, "issue", actor=actor)
    return move


def _issued_docx(paper: Paper, number: int, day: dt.date, agency: Unit) -> bytes:
    """The plan as issued: the paper that was read, with its number, date and the heads it left out."""
    above = agency.parent.name if agency.parent else None
    return write_docx(
        replace(
            paper, number=str(number), date=day, date_partial=None, issuing_agency=paper.issuing_agency or agency.name,
            parent_agency=paper.parent_agency or above, place=paper.place or agency.place or None,
        )
    )  # fmt: skip


@transaction.atomic
def open_past_round(round_: Round, *, actor: Actor) -> int:
    """Hands out a year that had passed when the plan was issued, so that its work can be recorded from paper."""
    if not rules.runs_movement(actor, round_.movement):
        raise NotAllowed("Chỉ thường trực hoặc lãnh đạo được mở lại năm trước.")
    if round_.opened_on:
        raise RuleBroken(f"{round_} đã được giao việc.")
    if round_.movement.document_id is None:
        raise RuleBroken("Phong trào chưa ban hành nên chưa giao việc được.")
    return assign_round(round_, actor=actor, quiet=True)
