"""Who is acting: a plain value that rules read, with the roles held today and the subtree each covers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held over the subtree of one unit; `path` is the unit's place in the tree ("/1/7/")."""

    role: str
    unit_id: int
    path: str


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the keyboard, or the program itself (`SYSTEM`). Holds values only, so rules touch no database."""

    account_id: int | None
    name: str
    person_id: int | None = None
    unit_id: int | None = None
    unit_path: str = ""
    grants: tuple[Grant, ...] = ()
    address: str = ""
    is_system: bool = False

    def holds(self, role: str, path: str | None = None) -> bool:
        """Whether the actor holds `role` over the unit at `path` (over anything, when no path is given)."""
        return self.is_system or any(g.role == role and (path is None or path.startswith(g.path)) for g in self.grants)

    def holds_any(self, roles: tuple[str, ...], path: str | None = None) -> bool:
        """Whether one of `roles` is held over the unit at `path`."""
        return any(self.holds(role, path) for role in roles)

    def paths(self, *roles: str) -> tuple[str, ...]:
        """The subtrees over which one of `roles` is held, without those inside another."""
        found = sorted({g.path for g in self.grants if g.role in roles})
        return tuple(p for p in found if not any(p != q and p.startswith(q) for q in found))


# The program itself may do everything: it acts only where code says so, never for a request.
SYSTEM = Actor(account_id=None, name="Hệ thống", is_system=True)
NOBODY = Actor(account_id=None, name="")
