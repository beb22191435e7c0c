"""Plan versions, their lines, and the units a plan may mean."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from thidua.core.actor import Actor
from thidua.movements.models import Movement, PlanLine, PlanVersion, Verdict
from thidua.movements.unit_names import KnownUnit
from thidua.movements.workflow import VersionState
from thidua.organisation.models import Unit
from thidua.organisation.queries.units import rooms_of
from thidua.organisation.rules import LEADER, STANDING


def known_units(agency: Unit) -> list[KnownUnit]:
    """The agency's rooms as the proposal needs them."""
    return [KnownUnit(u.pk, u.name, u.short_name) for u in rooms_of(agency)]


def under(field: str, paths: tuple[str, ...]) -> Q:
    """ "The unit of `field` lies under one of the paths"; nothing for no paths."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__path__startswith": path})
    return condition


def versions_for(actor: Actor) -> QuerySet[PlanVersion]:
    """Plans the actor may compare or decide, newest first, with how many lines are settled."""
    return (
        PlanVersion.objects.filter(under("agency", actor.paths(STANDING, LEADER)))
        .exclude(state=VersionState.DROPPED)
        .select_related("agency", "movement")
        .defer("source", "reading")
        .annotate(line_count=Count("lines"), open_count=Count("lines", filter=Q(lines__verdict=Verdict.PROPOSED)))
    )


def lines_of(version: PlanVersion) -> list[PlanLine]:
    """The version's lines in the order of the document."""
    return list(version.lines.order_by("position"))


def versions_of(movement: Movement) -> list[PlanVersion]:
    """All versions of a movement's plan, newest first, without their long texts."""
    return list(
        movement.versions.exclude(state=VersionState.DROPPED)
        .select_related("file")
        .defer("source", "reading")
        .order_by("-number")
    )
