"""Accounts and the actor each one is today."""

from __future__ import annotations

from typing import Any

from thidua.core import clock
from thidua.core.actor import Actor, Grant
from thidua.core.dated import holds_on
from thidua.notifications.actions import Recipient
from thidua.organisation.models import Account, Post, RoleAssignment


def actor_of(account: Any, *, address: str = "") -> Actor:
    """The actor an account is today: its roles and the unit of its person's post. Two queries."""
    day = clock.today()
    held = RoleAssignment.objects.on(day).filter(account_id=account.pk).values_list("role", "unit_id", "unit__path")
    post = (
        Post.objects.on(day)
        .filter(person_id=account.person_id)
        .order_by("rank", "id")
        .values_list("unit_id", "unit__path")[:1]
        .first()
        if account.person_id
        else None
    ) or (None, "")
    return Actor(
        account_id=account.pk,
        name=account.label,
        person_id=account.person_id,
        unit_id=post[0],
        unit_path=post[1],
        grants=tuple(Grant(*row) for row in held),
        address=address,
    )


def holders(role: str, path: str) -> list[Recipient]:
    """Whom to tell when something waits for `role` over the unit at `path`: those whose subtree covers it."""
    prefixes = [path[: i + 1] for i, char in enumerate(path) if char == "/" and i]
    rows = (
        Account.objects.filter(holds_on(clock.today(), "roles__"), is_active=True)
        .filter(roles__role=role, roles__unit__path__in=prefixes)
        .values_list("pk", "email")
        .distinct()
    )
    return [Recipient(pk, email) for pk, email in rows]


def holders_of_units(role: str, unit_ids: list[int]) -> dict[int, list[Recipient]]:
    """For each unit, the accounts that hold `role` on exactly that unit; one query for any number of units."""
    rows = (
        RoleAssignment.objects.on(clock.today())
        .filter(role=role, unit_id__in=unit_ids, account__is_active=True)
        .values_list("unit_id", "account_id", "account__email")
    )
    found: dict[int, list[Recipient]] = {}
    for unit_id, account_id, email in rows:
        found.setdefault(unit_id, []).append(Recipient(account_id, email))
    return found
