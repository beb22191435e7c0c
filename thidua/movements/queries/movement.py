"""Movements an actor may see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from thidua.core.actor import Actor
from thidua.movements.models import Level, Movement
from thidua.movements.queries.plan import under
from thidua.organisation.rules import ADMIN, LEADER, STANDING, UPPER_VIEWER


def movements_for(actor: Actor) -> QuerySet[Movement]:
    """Movements of the agencies the actor works in or watches over, and the upper movements those carry out."""
    watched = actor.paths(STANDING, LEADER, ADMIN, UPPER_VIEWER)
    inside = [actor.unit_path, *(g.path for g in actor.grants)]
    above = Q(agency__path__in=[path[: i + 1] for path in inside for i, char in enumerate(path) if char == "/" and i])
    return (
        Movement.objects.filter(under("agency", watched) | above)
        .select_related("agency", "standing_unit", "document", "parent")
        .distinct()
    )


def own_movements(actor: Actor) -> QuerySet[Movement]:
    """Those of agencies, without the upper level's kept for reference."""
    return movements_for(actor).filter(level=Level.AGENCY)
