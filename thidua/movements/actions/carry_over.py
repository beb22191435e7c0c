"""A closed movement carried over to a new period in one action."""

from __future__ import annotations

from django.db import transaction

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.movements import rules
from thidua.movements.actions.movement import name_it, open_rounds, write_down
from thidua.movements.actions.task import make_tasks
from thidua.movements.models import LineKind, Movement, PlanItem, PlanLine, PlanVersion
from thidua.movements.queries.plan import lines_of
from thidua.movements.refs import years_said
from thidua.movements.workflow import MovementState, VersionState


@transaction.atomic
def carry_over(movement: Movement, *, actor: Actor, first_year: int, last_year: int) -> Movement:
    """Kế tục: a closed movement begins anew as a draft for another period: same lines, awards and recipients."""
    if not rules.drafts_movement(actor, movement):
        raise NotAllowed("Chỉ thường trực được lập phong trào kế tục.")
    if movement.state != MovementState.CLOSED:
        raise RuleBroken("Chỉ kế tục được phong trào đã kết thúc.")
    if first_year <= movement.last_year or last_year < first_year:
        raise RuleBroken(f"Giai đoạn mới phải sau năm {movement.last_year}.", field="first_year")
    if movement.carried_to.exists():
        raise RuleBroken("Phong trào này đã có phong trào kế tục.")
    current = movement.versions.get(state=VersionState.CURRENT)
    fresh = Movement(
        agency=movement.agency, standing_unit=movement.standing_unit, level=movement.level, carried_from=movement,
        first_year=first_year, last_year=last_year, created_at=clock.now(), created_by=actor.name,
    )  # fmt: skip
    name_it(fresh, movement.title)
    fresh.save(force_insert=True)
    version = _copy_version(current, fresh, actor)
    open_rounds(fresh)
    lines = lines_of(version)
    write_down(fresh, lines)
    make_tasks(fresh, lines)
    audit.record(actor, "lập phong trào kế tục", fresh, after=str(movement), years=fresh.years)
    return fresh


def _copy_version(version: PlanVersion, movement: Movement, actor: Actor) -> PlanVersion:
    """The plan of a new period begins as the old one's text and lines, its years moved on."""
    items, lines = list(version.items.all()), lines_of(version)
    old_first = version.movement.first_year if version.movement else movement.first_year
    shift = movement.first_year - old_first
    reading = dict(version.reading)
    reading["paper"] = dict(reading["paper"]) | {"number": None, "date": None, "date_partial": str(movement.first_year)}
    copy = PlanVersion.objects.create(
        agency=version.agency, movement=movement, title=version.title, search=version.search,
        file=version.file, source=version.source,
        reading=reading, state=VersionState.CURRENT, uploaded_at=clock.now(), uploaded_by=actor.name,
        account_id=actor.account_id, confirmed_at=clock.now(),
    )  # fmt: skip
    by_old: dict[int, PlanItem] = {}
    for item in items:
        old, item.pk, item.version = item.pk, None, copy
        item.parent = by_old.get(item.parent_id) if item.parent_id else None
        item.save(force_insert=True)
        by_old[old] = item
    for line in lines:
        line.pk, line.version, line.item = None, copy, by_old.get(line.item_id) if line.item_id else None
        if line.kind == LineKind.MOVEMENT:
            line.data |= {"first_year": movement.first_year, "last_year": movement.last_year}
            line.text = line.data["title"] + years_said(movement.first_year, movement.last_year)
        elif line.data.get("kind") == "fixed" and line.data.get("date"):
            year, rest = str(line.data["date"])[:4], str(line.data["date"])[4:]
            line.data["date"] = f"{int(year) + shift}{rest}"
    PlanLine.objects.bulk_create(lines)
    return copy
