"""Who may do what in a movement: predicates that read as sentences."""

from __future__ import annotations

from typing import Any

from thidua.core.actor import Actor
from thidua.organisation.rules import ADMIN, EDITOR, HEAD, LEADER, OFFICIAL, STANDING, UPPER_VIEWER, is_signed_in


def sees_movements(actor: Actor, obj: Any = None) -> bool:
    """Whoever works here or watches from above; each list shows only what the roles cover."""
    return is_signed_in(actor)


def sees_movement(actor: Actor, movement: Any) -> bool:
    """People of the launching agency, its administrator, and viewers from the level above."""
    path = movement.agency.path
    if actor.unit_path.startswith(path) or actor.holds_any((LEADER, STANDING, ADMIN, UPPER_VIEWER), path):
        return True
    return any(g.path.startswith(path) for g in actor.grants) or actor.is_system


def uploads_plans(actor: Actor, obj: Any = None) -> bool:
    """The standing office reads plans in."""
    return actor.holds(STANDING)


def compares_plans(actor: Actor, obj: Any = None) -> bool:
    """The standing office compares a plan with its reading, a leader decides about newer versions."""
    return actor.holds_any((STANDING, LEADER))


def drafts_movement(actor: Actor, movement: Any) -> bool:
    """The standing office of the launching agency."""
    return actor.holds(STANDING, movement.agency.path)


def leads_office(actor: Actor, movement: Any) -> bool:
    """A leader of the launching agency."""
    return actor.holds(LEADER, movement.agency.path)


def runs_movement(actor: Actor, movement: Any) -> bool:
    """The standing office or a leader."""
    return actor.holds_any((STANDING, LEADER), movement.agency.path)


def drafts_plan(actor: Actor, version: Any) -> bool:
    """The standing office of the agency whose plan it is."""
    return actor.holds(STANDING, version.agency.path)


def decides_plan(actor: Actor, version: Any) -> bool:
    """A leader of the agency whose plan it is."""
    return actor.holds(LEADER, version.agency.path)


def works_for_unit(actor: Actor, assignment: Any) -> bool:
    """Whoever works in the unit that owes it. An editor publishes for the whole office but works for the own unit."""
    if actor.holds_any((HEAD, OFFICIAL), assignment.unit.path):
        return True
    return actor.holds(EDITOR, assignment.unit.path) and actor.unit_id == assignment.unit_id


def heads_unit(actor: Actor, assignment: Any) -> bool:
    """The head of the unit that owes it."""
    return actor.holds(HEAD, assignment.unit.path)


def accepts_work(actor: Actor, assignment: Any) -> bool:
    """The standing office accepts the units' work; a leader accepts anybody's."""
    return actor.holds_any((STANDING, LEADER), assignment.task.movement.agency.path)


def sees_assignment(actor: Actor, assignment: Any) -> bool:
    """The unit itself, the standing office, the leaders and the viewers from above."""
    path = assignment.task.movement.agency.path
    return works_for_unit(actor, assignment) or actor.holds_any((STANDING, LEADER, ADMIN, UPPER_VIEWER), path)


def sees_matrix(actor: Actor, obj: Any = None) -> bool:
    """The whole office as a matrix: standing office, leaders, viewers from above."""
    return actor.holds_any((STANDING, LEADER, UPPER_VIEWER))


def urges(actor: Actor, movement: Any) -> bool:
    """The standing office urges; so does a leader."""
    return runs_movement(actor, movement)
