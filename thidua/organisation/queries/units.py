"""Units today and on any other day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.listing import Heading
from thidua.organisation.models import Unit, UnitEra, UnitKind


def units_on(day: dt.date | None = None) -> QuerySet[Unit]:
    """Units that exist on a day, in protocol order."""
    return Unit.objects.on(day or clock.today()).order_by("order", "sort", "id")


def rooms_of(agency: Unit, day: dt.date | None = None) -> QuerySet[Unit]:
    """The rooms, sections and service units directly below an agency on a day: those who owe its duties."""
    return units_on(day).filter(parent=agency).exclude(kind=UnitKind.AGENCY)


def subtree(unit: Unit, day: dt.date | None = None) -> QuerySet[Unit]:
    """The unit and everything below it."""
    return units_on(day).filter(path__startswith=unit.path)


def agency_of(unit: Unit | Any) -> Unit:
    """The agency a unit belongs to: the nearest agency on its path, itself included."""
    ids = [int(part) for part in unit.path.strip("/").split("/")]
    return Unit.objects.filter(pk__in=ids, kind=UnitKind.AGENCY).order_by("-path").first() or unit


def heading_of(actor: Actor) -> Heading:
    """Whose name stands on what the actor prints: the agency of their unit, and the level above it. One query."""
    path = actor.unit_path or next((g.path for g in actor.grants), "")
    ids = [int(part) for part in path.strip("/").split("/") if part]
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=ids)}
    agency = next((u for pk in reversed(ids) if (u := units.get(pk)) and u.kind == UnitKind.AGENCY), None)
    if agency is None:
        return Heading()
    above = units.get(agency.parent_id or 0)
    return Heading(above.name if above else "", agency.name, agency.place)


def eras_on(day: dt.date) -> QuerySet[UnitEra]:
    """The names and places in force on a day, for a tree "tại ngày"."""
    return UnitEra.objects.on(day).select_related("unit").order_by("unit__order", "unit__sort", "unit_id")
