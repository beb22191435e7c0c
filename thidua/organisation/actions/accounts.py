"""Accounts: mở, giao vai trò, thôi vai trò, khóa."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from thidua.audit import actions as audit
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.organisation import rules
from thidua.organisation.models import Account, Person, RoleAssignment, Unit


def _check(actor: Actor) -> None:
    if not rules.is_admin(actor):
        raise NotAllowed("Chỉ quản trị được mở tài khoản và giao vai trò.")


@transaction.atomic
def open_account(
    username: str,
    *,
    actor: Actor,
    password: str,
    person: Person | None = None,
    label: str = "",
    email: str = "",
    must_change: bool = False,
) -> Account:
    """Mở tài khoản; the name shown is the person's, or `label` for one without a person.

    `must_change` asks for a new password at the first sign-in: whoever opened the account knows the first one.
    """
    _check(actor)
    name = username.strip().lower()
    if Account.objects.filter(username=name).exists():
        raise RuleBroken(f"Tên đăng nhập “{name}” đã có người dùng. Mời chọn tên khác.", field="username")
    account = Account(
        username=name, person=person, label=person.full_name if person else label or name,
        email=email or (person.email if person else ""), must_change_password=must_change,
    )  # fmt: skip
    account.set_password(password)
    account.save(force_insert=True)
    audit.record(actor, "mở tài khoản", account, username=name)
    return account


@transaction.atomic
def grant(
    account: Account, role: str, unit: Unit, *, actor: Actor, on: dt.date, until: dt.date | None = None
) -> RoleAssignment:
    """Giao vai trò trên một đơn vị và các đơn vị bên dưới."""
    _check(actor)
    if role not in rules.ROLE_LABELS:
        raise RuleBroken("Vai trò này không có trong danh mục.", field="role")
    assignment = RoleAssignment.objects.create(account=account, role=role, unit=unit, valid_from=on, valid_to=until)
    audit.record(actor, "giao vai trò", account, role=rules.ROLE_LABELS[role], unit=str(unit), on=on.isoformat())
    return assignment


@transaction.atomic
def revoke(assignment: RoleAssignment, *, actor: Actor, last_day: dt.date) -> RoleAssignment:
    """Thôi vai trò sau ngày `last_day`."""
    _check(actor)
    assignment.valid_to = max(last_day, assignment.valid_from)
    assignment.save(update_fields=["valid_to"])
    audit.record(actor, "thôi vai trò", assignment.account, role=rules.ROLE_LABELS[assignment.role])
    return assignment


@transaction.atomic
def set_active(account: Account, *, actor: Actor, active: bool) -> Account:
    """Ngừng hoặc cho sử dụng lại một tài khoản; nobody closes their own."""
    _check(actor)
    if account.pk == actor.account_id:
        raise RuleBroken("Đồng chí không thể ngừng tài khoản của chính mình.")
    account.is_active = active
    account.save(update_fields=["is_active"])
    audit.record(actor, "cho sử dụng lại tài khoản" if active else "ngừng tài khoản", account)
    return account
