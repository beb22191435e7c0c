"""Accounts and the actor each one is today."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from thidua.core import clock
from thidua.core.actor import Actor, Grant
from thidua.core.dated import holds_on
from thidua.notifications.actions import Recipient
from thidua.organisation.models import Account, Person, Post, RoleAssignment, SignInTries


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


def accounts_with_roles() -> QuerySet[Account]:
    """Every account with `roles_now` and whether it must wait after wrong tries (`waiting`)."""
    now = clock.now()
    roles = RoleAssignment.objects.on(now.date()).select_related("unit").order_by("id")
    tries = SignInTries.objects.filter(username=OuterRef("username"), locked_until__gt=now)
    return Account.objects.annotate(waiting=Exists(tries)).prefetch_related(
        Prefetch("roles", queryset=roles, to_attr="roles_now")
    )


def with_role(rows: QuerySet[Account], role: str) -> QuerySet[Account]:
    """Those who hold a role today."""
    return rows.filter(Exists(RoleAssignment.objects.on(clock.today()).filter(account=OuterRef("pk"), role=role)))


def in_condition(rows: QuerySet[Any], value: str) -> QuerySet[Account]:
    """Accounts in use, stopped, or waiting after wrong tries."""
    if value == "khoa":
        return rows.filter(waiting=True)
    return rows.filter(is_active=value == "dung")


def waits_until(account: Account) -> dt.datetime | None:
    """Until when an account must wait after wrong tries; None when it need not."""
    found = SignInTries.objects.filter(username=account.username, locked_until__gt=clock.now()).first()
    return found.locked_until if found else None


def roles_of(account: Account) -> QuerySet[RoleAssignment]:
    """All roles an account holds, held or will hold; the newest first."""
    return RoleAssignment.objects.filter(account=account).select_related("unit").order_by("-valid_from", "-id")


def people_without_account() -> QuerySet[Person]:
    """Those an account could be opened for: at work today and without one."""
    held = Exists(Post.objects.on(clock.today()).filter(person=OuterRef("pk")))
    return Person.objects.filter(held, account__isnull=True).order_by("sort", "id")
