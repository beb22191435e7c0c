"""Who may do what in the organisation: roles and predicates that read as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from thidua.core.actor import Actor

ADMIN = "admin"
LEADER = "leader"
STANDING = "standing"
HEAD = "head"
OFFICIAL = "official"
EDITOR = "editor"
UPPER_VIEWER = "upper_viewer"

ROLE_LABELS = {
    ADMIN: "Quản trị",
    LEADER: "Lãnh đạo Văn phòng",
    STANDING: "Thường trực",
    HEAD: "Trưởng đơn vị",
    OFFICIAL: "Chuyên viên",
    EDITOR: "Biên tập",
    UPPER_VIEWER: "Người xem cấp trên",
}


def is_signed_in(actor: Actor) -> bool:
    """Anyone who has signed in."""
    return actor.account_id is not None


def is_admin(actor: Actor, obj: Any = None) -> bool:
    """The administrator: accounts, roles, the tree of units."""
    return actor.holds(ADMIN)


def manages_people(actor: Actor, obj: Any = None) -> bool:
    """Keeps the lists of units and people: the administrator and the standing office."""
    return actor.holds_any((ADMIN, STANDING))


def manages_unit(actor: Actor, unit: Any) -> bool:
    """Changes this unit, what is below it and who works there."""
    return actor.holds_any((ADMIN, STANDING), unit.path)


def founds_trees(actor: Actor, obj: Any = None) -> bool:
    """Opens a unit that stands under no other: only who administers a whole tree from its root."""
    return actor.is_system or any(g.role == ADMIN and g.path.count("/") == 2 for g in actor.grants)


def administers(actor: Actor, paths: Iterable[str]) -> bool:
    """Administers every place at which an account works or holds a role, so nobody rises above themselves."""
    return actor.holds(ADMIN) and all(actor.holds(ADMIN, path) for path in paths)


def sees_directory(actor: Actor, obj: Any = None) -> bool:
    """The directory is open to everyone inside; a viewer from the upper level sees units, not people's details."""
    return is_signed_in(actor)


def sees_people(actor: Actor, obj: Any = None) -> bool:
    """People's details are for those who work here."""
    return actor.holds_any((ADMIN, LEADER, STANDING, HEAD, OFFICIAL, EDITOR))


def leads_unit(actor: Actor, unit: Any) -> bool:
    """Head of the unit, or of one above it."""
    return actor.holds(HEAD, unit.path)
