"""Units today and on any other day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Length, Replace

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.listing import Heading
from thidua.organisation.models import Succession, Unit, UnitEra, UnitKind


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


def agency_id_of(actor: Actor) -> int | None:
    """The agency the actor works in, or the first of their roles lies in; None for one who belongs nowhere."""
    path = actor.unit_path or next((g.path for g in actor.grants), "")
    ids = [int(part) for part in path.strip("/").split("/") if part]
    nearest = Unit.objects.filter(pk__in=ids, kind=UnitKind.AGENCY).order_by("-path")
    return nearest.values_list("pk", flat=True).first()


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
    """The names and places in force on a day, for a list or tree "tại ngày": one row for each unit of that day.

    In protocol order; `depth` is the level in the tree, so a list can go from the top down.
    """
    slashes = Length("path") - Length(Replace("path", Value("/"), Value("")))
    rows = UnitEra.objects.on(day).select_related("unit", "parent").annotate(depth=slashes)
    return rows.order_by("unit__order", "unit__sort", "unit_id")


# From the top down, the units of one agency together.
TOP_DOWN = ("depth", "parent__order", "parent__sort", "unit__order", "unit__sort")


@dataclass(slots=True)
class Branch:
    """A unit in the tree of a day, with the name it had then and what stood below it."""

    era: UnitEra
    below: list[Branch] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many units there are below it."""
        return sum(1 + branch.size for branch in self.below)


def tree_on(day: dt.date) -> list[Branch]:
    """The whole tree of a day in protocol order. One query."""
    branches = {era.unit_id: Branch(era) for era in eras_on(day)}
    roots: list[Branch] = []
    for branch in branches.values():
        above = branches.get(branch.era.parent_id or 0)
        (above.below if above else roots).append(branch)
    return roots


def unit_options(day: dt.date | None = None) -> list[tuple[int, str]]:
    """The units of a day for a select, in the order of the tree, what is below set in. One query."""

    def walk(branches: list[Branch], depth: int) -> Iterator[tuple[int, str]]:
        for branch in branches:
            yield branch.era.unit_id, "\u2003" * depth + branch.era.name
            yield from walk(branch.below, depth + 1)

    return list(walk(tree_on(day or clock.today()), 0))


def predecessors_of(unit: Unit) -> QuerySet[Succession]:
    """The units whose work this one took over."""
    return Succession.objects.filter(successor=unit).select_related("predecessor").order_by("on", "id")


def successors_of(unit: Unit) -> QuerySet[Succession]:
    """The units that took over this one's work."""
    return Succession.objects.filter(predecessor=unit).select_related("successor").order_by("on", "id")
