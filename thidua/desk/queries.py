"""What the desk reads across the areas: each function is one query, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, Subquery, When

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.dated import holds_on
from thidua.desk.todo import AccountRow, MovementRow, VersionRow, WorkRow
from thidua.movements.models import Assignment
from thidua.movements.queries.movement import own_movements
from thidua.movements.queries.plan import under, versions_for
from thidua.movements.queries.task import LIVE, UNSETTLED
from thidua.movements.workflow import AssignmentState, MovementState, VersionState
from thidua.organisation.models import Account, Person, RoleAssignment, SignInTries, Unit, UnitKind
from thidua.organisation.rules import ADMIN, EDITOR, HEAD, LEADER, OFFICIAL, STANDING

SHORT_UNIT = Case(When(unit__short_name="", then="unit__name"), default="unit__short_name")


@dataclass(frozen=True, slots=True)
class Places:
    """The names the frame shows: the agency, the person's unit, and whom to call."""

    office: str = ""
    unit: str = ""
    contact: dict[str, str] | None = None


def places_of(actor: Actor) -> Places:
    """The agency and unit of the actor; for a visitor the only agency there is, or nothing."""
    if actor.account_id is None:
        names = list(Unit.objects.on(clock.today()).filter(kind=UnitKind.AGENCY).values_list("name", flat=True)[:2])
        return Places(office=names[0]) if len(names) == 1 else Places()
    path = actor.unit_path or next((grant.path for grant in actor.grants), "")
    ids = [int(part) for part in path.strip("/").split("/") if part]
    day = clock.today()
    keeper = (
        Person.objects.exclude(phone="")
        .filter(holds_on(day, "account__roles__"), account__is_active=True)
        .filter(account__roles__role=ADMIN, account__roles__unit=OuterRef("pk"))
        .order_by("account__roles__id")
    )
    rows = {
        unit.pk: unit
        for unit in Unit.objects.filter(pk__in=ids).annotate(
            keeper=Subquery(keeper.values("full_name")[:1]), phone=Subquery(keeper.values("phone")[:1])
        )
    }
    upward = [rows[pk] for pk in reversed(ids) if pk in rows]
    agency = next((unit for unit in upward if unit.kind == UnitKind.AGENCY), None)
    contact = next(({"name": str(u.keeper), "phone": str(u.phone)} for u in upward if u.keeper), None)
    own = rows.get(actor.unit_id or 0)
    return Places(agency.name if agency else "", own.short if own else "", contact)


def work_rows(actor: Actor) -> list[WorkRow]:
    """What the actor's units have to do, and of the units they run the handed-in and the late; live movements only."""
    doing, running, today = actor.paths(HEAD, OFFICIAL, EDITOR), actor.paths(STANDING), clock.today()
    if not doing and not running:
        return []
    own = under("unit", doing) & ~Q(state=AssignmentState.SUBMITTED)
    late = Q(task__due__lt=today) | Q(task__internal_due__lt=today)
    run = under("task__movement__agency", running) & (Q(state=AssignmentState.SUBMITTED) | late)
    rows: Iterable[tuple[Any, ...]] = (
        Assignment.objects.filter(own | run, state__in=UNSETTLED)
        .filter(task__withdrawn=False, task__movement__state__in=LIVE)
        .annotate(short_unit=SHORT_UNIT)
        .order_by("task__due", "task__order", "pk")
        .values_list(
            "pk", "state", "task_id", "task__title", "task__short_title", "task__ref", "task__line", "unit_id",
            "short_unit", "task__movement_id", "task__due", "task__internal_due", "submitted_on", "returns",
            "return_reason", "returned_by", "reminders", "reminded_on", "unit__path", "task__movement__agency__path",
        )
    )  # fmt: skip
    return [
        WorkRow(
            *(*row[:5], _where(row[5], row[6]), *row[7:18]),
            own=actor.holds_any((HEAD, OFFICIAL, EDITOR), row[18]), heads=actor.holds(HEAD, row[18]),
            accepts=actor.holds(STANDING, row[19]),
        )
        for row in rows
    ]  # fmt: skip


def _where(ref: str, line: int) -> str:
    """ "mục IV.2.1, dòng 77"."""
    return ", ".join(filter(None, [f"mục {ref}" if ref else "", f"dòng {line}" if line else ""]))


def movement_rows(actor: Actor) -> list[MovementRow]:
    """Movements that may wait for the actor as standing office or leader."""
    if not actor.holds_any((STANDING, LEADER)):
        return []
    rows = (
        own_movements(actor)
        .filter(under("agency", actor.paths(STANDING, LEADER)))
        .exclude(state=MovementState.CLOSED)
        .order_by("-first_year", "-pk")
        .values_list("pk", "title", "state", "first_year", "last_year", "return_reason", "returned_by", "agency__path")
    )
    return [
        MovementRow(*row[:7], drafts=actor.holds(STANDING, row[7]), leads=actor.holds(LEADER, row[7])) for row in rows
    ]


def version_rows(actor: Actor) -> list[VersionRow]:
    """Plans on the table of the actor."""
    if not actor.holds_any((STANDING, LEADER)):
        return []
    rows: Iterable[Any] = versions_for(actor).filter(state__in=[VersionState.READING, VersionState.PROPOSED])
    return [
        VersionRow(
            row.pk, row.title, row.state, row.movement_id is not None, row.open_count, row.uploaded_by,
            row.return_reason, drafts=actor.holds(STANDING, row.agency.path),
            leads=actor.holds(LEADER, row.agency.path),
        )
        for row in rows
    ]  # fmt: skip


def account_rows(actor: Actor) -> list[AccountRow]:
    """Accounts in use that wait after wrong tries or hold no role, for an administrator."""
    if not actor.holds(ADMIN):
        return []
    now = clock.now()
    tries = SignInTries.objects.filter(username=OuterRef("username"), locked_until__gt=now)
    roles = RoleAssignment.objects.on(now.date()).filter(account=OuterRef("pk"))
    rows = (
        Account.objects.filter(is_active=True)
        .annotate(waiting=Exists(tries), has_role=Exists(roles))
        .filter(Q(waiting=True) | Q(has_role=False))
        .order_by("sort", "pk")
        .values_list("label", "waiting", "has_role")
    )
    return [AccountRow(*row) for row in rows]
