"""What the desk reads across the areas: each function is one query, whatever the number of rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone

from thidua.audit.models import Entry
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.dated import holds_on
from thidua.desk.matrix import Owed
from thidua.desk.models import ErrorReport
from thidua.desk.strip import Coming
from thidua.desk.todo import AccountRow, MovementRow, VersionRow, WorkRow
from thidua.movements.models import Assignment, Level, Movement, Round, RoundKind, Task
from thidua.movements.queries.movement import own_movements
from thidua.movements.queries.plan import under, versions_for
from thidua.movements.queries.task import LIVE, UNSETTLED, worked_for
from thidua.movements.workflow import AssignmentState, MovementState, VersionState
from thidua.organisation.models import Account, Person, RoleAssignment, SignInTries, Unit, UnitKind
from thidua.organisation.rules import ADMIN, EDITOR, HEAD, LEADER, OFFICIAL, STANDING, UPPER_VIEWER

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
    running, today = actor.paths(STANDING), clock.today()
    if not running and not actor.holds_any((HEAD, OFFICIAL, EDITOR)):
        return []
    own = worked_for(actor) & ~Q(state=AssignmentState.SUBMITTED)
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
            *(
                *row[:5],
                _where(row[5], row[6]),
                *row[7:18],
                _works_for(actor, row[7], row[18]),
                actor.holds(HEAD, row[18]),
                actor.holds(STANDING, row[19]),
            )
        )
        for row in rows
    ]


def _works_for(actor: Actor, unit_id: int, path: str) -> bool:
    """The rule `works_for_unit`, asked of a row: an editor works for the own unit only."""
    return actor.holds_any((HEAD, OFFICIAL), path) or (actor.holds(EDITOR, path) and actor.unit_id == unit_id)


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
    on_table = (VersionState.READING, VersionState.PROPOSED)
    rows: Iterable[Any] = versions_for(actor).filter(state__in=on_table).order_by("-pk")
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


def coming_rows(actor: Actor) -> list[Coming]:
    """Tasks not past in live movements, of which the actor's units owe something or which the actor watches over."""
    doing, watching = actor.paths(HEAD, OFFICIAL), actor.paths(STANDING, LEADER, UPPER_VIEWER)
    own = actor.unit_id if actor.holds(EDITOR) else None
    if not doing and not watching and own is None:
        return []
    today = clock.today()
    seen = under("assignments__unit", doing) | under("movement__agency", watching)
    if own is not None:
        seen |= Q(assignments__unit_id=own)
    rows: Iterable[tuple[Any, ...]] = (
        Task.objects.filter(Q(due__gte=today) | Q(internal_due__gte=today), withdrawn=False)
        .filter(seen, movement__state__in=LIVE)
        .annotate(
            settled=Count("assignments", filter=~Q(assignments__state__in=UNSETTLED), distinct=True),
            total=Count("assignments", distinct=True),
        )
        .order_by("due", "order", "pk")
        .values_list("pk", "title", "due", "internal_due", "settled", "total")[:100]
    )
    return [Coming(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class YearOf:
    """One year of a movement whose matrix the actor may open."""

    movement_id: int
    title: str
    agency: str
    live: bool
    year: int
    handed_out: bool


def matrix_years(actor: Actor) -> list[YearOf]:
    """Every year of every issued movement the actor watches over as a whole, the newest movement first."""
    watching = actor.paths(STANDING, LEADER, UPPER_VIEWER)
    if not watching:
        return []
    rows: Iterable[tuple[Any, ...]] = (
        Round.objects.filter(under("movement__agency", watching), movement__level=Level.AGENCY)
        .filter(movement__state__in=(*LIVE, MovementState.CLOSED))
        .order_by("-movement__first_year", "-movement_id", "year", "kind")
        .values_list("movement_id", "movement__title", "movement__agency__name", "movement__state", "year", "opened_on")
    )
    found: dict[tuple[int, int], YearOf] = {}
    for movement_id, title, agency, state, year, opened_on in rows:
        before = found.get((movement_id, year))
        opened = opened_on is not None or bool(before and before.handed_out)
        found[movement_id, year] = YearOf(movement_id, title, agency, state in LIVE, year, opened)
    return list(found.values())


def owed_in(movement_id: int, year: int) -> list[Owed]:
    """Every assignment of a movement's year, units in protocol order."""
    rows: Iterable[tuple[Any, ...]] = (
        Assignment.objects.filter(task__movement_id=movement_id, task__round__year=year, task__withdrawn=False)
        .annotate(short_unit=SHORT_UNIT)
        .order_by("unit__order", "unit__sort", "unit_id", "task__order", "task_id")
        .values_list(
            "pk", "unit_id", "short_unit", "unit__name", "task_id", "task__short_title", "task__title",
            "task__each_unit", "task__round__kind", "state", "task__due", "task__internal_due", "submitted_on",
            "returns",
        )
    )  # fmt: skip
    return [Owed(*(*row[:5], row[5] or row[6], row[7], row[8] == RoundKind.FINAL, *row[9:])) for row in rows]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one movement is this year: its units' duties settled, of how many, and how many are past the plan."""

    movement_id: int
    title: str
    agency: str
    state: str
    settled: int
    total: int
    late: int

    @property
    def late_words(self) -> str:
        """ "3 việc"."""
        return f"{self.late} việc"


def progress_rows(actor: Actor) -> list[Progress]:
    """The movements of the agencies below a viewer from the upper level, with this year's progress."""
    watching = actor.paths(UPPER_VIEWER)
    if not watching:
        return []
    today = clock.today()
    this_year = Q(tasks__round__year=today.year, tasks__withdrawn=False)
    unsettled = Q(tasks__assignments__state__in=UNSETTLED)
    owing = unsettled & ~Q(tasks__assignments__state=AssignmentState.SUBMITTED)
    rows = (
        Movement.objects.filter(under("agency", watching), level=Level.AGENCY, state__in=LIVE)
        .annotate(
            total=Count("tasks__assignments", filter=this_year),
            settled=Count("tasks__assignments", filter=this_year & ~unsettled),
            late=Count("tasks__assignments", filter=this_year & owing & Q(tasks__due__lt=today)),
        )
        .order_by("agency__order", "agency__sort", "-first_year", "pk")
        .select_related("agency")
    )
    return [
        Progress(row.pk, row.title, row.agency.name, row.get_state_display(), row.settled, row.total, row.late)
        for row in rows
    ]


def error_reports() -> QuerySet[ErrorReport]:
    """Failures of the program, each with the name of the account (`who`)."""
    label = Account.objects.filter(pk=OuterRef("account_id")).values("label")[:1]
    return ErrorReport.objects.annotate(who=Subquery(label))


def entries_until(day: dt.date) -> QuerySet[Entry]:
    """The log before the beginning of a day in the office's time zone."""
    return Entry.objects.filter(at__lt=timezone.make_aware(dt.datetime.combine(day, dt.time())))


def account_options() -> list[tuple[str, str]]:
    """Every account by name, for a select."""
    return [(str(pk), label) for pk, label in Account.objects.order_by("sort", "pk").values_list("pk", "label")]
