"""Accounts: mở, giao vai trò, thôi vai trò, ngừng, cho sử dụng lại, cấp lại mật khẩu, mở khóa."""

from __future__ import annotations

import datetime as dt
import re
import secrets

from django.db import transaction
from django.db.models import Q

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.dated import holds_on
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.text import fold, name_key, nfc
from thidua.organisation import rules
from thidua.organisation.models import Account, Person, Post, RoleAssignment, SignInTries, Unit

# Without letters and digits that are mistaken for each other when read out or copied by hand.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def _check(actor: Actor) -> None:
    if not rules.is_admin(actor):
        raise NotAllowed("Chỉ quản trị được mở tài khoản và giao vai trò.")


def _check_over(actor: Actor, account: Account) -> None:
    """Only who administers every place of the account; else a lower administrator could take over a higher one."""
    day = clock.today()
    held = RoleAssignment.objects.filter(account=account).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    paths = set(held.values_list("unit__path", flat=True))
    if account.person_id:
        paths |= set(Post.objects.on(day).filter(person_id=account.person_id).values_list("unit__path", flat=True))
    if not rules.administers(actor, paths):
        raise NotAllowed("Tài khoản này thuộc đơn vị ngoài phạm vi quản trị của đồng chí.")


def _keep_an_administrator() -> None:
    """Refuses to leave the house without anyone who can open the door."""
    if not Account.objects.filter(holds_on(clock.today(), "roles__"), roles__role=rules.ADMIN, is_active=True).exists():
        raise RuleBroken("Đây là quản trị cuối cùng còn sử dụng. Mời giao vai trò quản trị cho người khác trước.")


def one_time_password() -> str:
    """A first password to be read out and changed at once: about 59 bits, in groups of four."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))


def free_username(full_name: str) -> str:
    """A user name nobody has: tên and the initials before it ("Cầm Thị Hương" is "huongct"), numbered when taken."""
    parts = [re.sub(r"[^a-z0-9]", "", part) for part in fold(full_name).split()]
    parts = [part for part in parts if part] or ["nguoidung"]
    base = (parts[-1] + "".join(part[0] for part in parts[:-1]))[:50].ljust(3, "0")
    taken = set(Account.objects.filter(username__startswith=base).values_list("username", flat=True))
    return next(name for name in (base, *(f"{base}{n}" for n in range(2, len(taken) + 3))) if name not in taken)


def name_account(account: Account, label: str) -> None:
    """The name shown, and its search and sort columns."""
    account.label = nfc(label)
    account.search = fold(f"{account.label} {account.username}")
    account.sort = name_key(account.label)


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
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{2,59}", name):
        raise RuleBroken(
            "Tên đăng nhập có từ 3 chữ cái không dấu hoặc chữ số, có thể có dấu chấm, gạch ngang.", field="username"
        )
    if Account.objects.filter(username=name).exists():
        raise RuleBroken(f"Tên đăng nhập “{name}” đã có người dùng. Mời chọn tên khác.", field="username")
    if person and Account.objects.filter(person=person).exists():
        raise RuleBroken(f"{person} đã có tài khoản.", field="person")
    account = Account(
        username=name, person=person, email=email or (person.email if person else ""), must_change_password=must_change
    )
    name_account(account, person.full_name if person else label or name)
    account.set_password(password)
    account.save(force_insert=True)
    audit.record(actor, "mở tài khoản", account, username=name)
    return account


@transaction.atomic
def grant(
    account: Account, role: str, unit: Unit, *, actor: Actor, on: dt.date, until: dt.date | None = None
) -> RoleAssignment:
    """Giao vai trò trên một đơn vị và các đơn vị bên dưới; an administrator gives only what lies below them."""
    _check(actor)
    _check_over(actor, account)
    if role not in rules.ROLE_LABELS:
        raise RuleBroken("Vai trò này không có trong danh mục.", field="role")
    if not rules.administers(actor, [unit.path]):
        raise NotAllowed(f"{unit} nằm ngoài phạm vi quản trị của đồng chí.")
    if not unit.holds(on):
        raise RuleBroken(f"{unit} không hoạt động vào ngày {on:%d/%m/%Y}.", field="unit")
    if until and until < on:
        raise RuleBroken("Ngày kết thúc sớm hơn ngày bắt đầu.", field="until")
    same = RoleAssignment.objects.filter(account=account, role=role, unit=unit)
    later = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    if same.filter(later & (Q(valid_from__lte=until) if until else Q())).exists():
        raise RuleBroken(f"{account} đã giữ vai trò này ở {unit} trong thời gian đó.", field="role")
    assignment = RoleAssignment.objects.create(account=account, role=role, unit=unit, valid_from=on, valid_to=until)
    audit.record(actor, "giao vai trò", account, role=rules.ROLE_LABELS[role], unit=str(unit), on=on.isoformat())
    return assignment


@transaction.atomic
def revoke(assignment: RoleAssignment, *, actor: Actor, last_day: dt.date) -> RoleAssignment:
    """Thôi vai trò sau ngày `last_day`; one that has not begun, or begins after that day, is taken back altogether."""
    _check(actor)
    _check_over(actor, assignment.account)
    if last_day < assignment.valid_from:
        assignment.delete()
    else:
        assignment.valid_to = last_day
        assignment.save(update_fields=["valid_to"])
    _keep_an_administrator()
    audit.record(
        actor, "thôi vai trò", assignment.account, role=rules.ROLE_LABELS[assignment.role], on=last_day.isoformat()
    )
    return assignment


@transaction.atomic
def set_active(account: Account, *, actor: Actor, active: bool) -> Account:
    """Ngừng hoặc cho sử dụng lại một tài khoản; nobody closes their own. An account closed is signed out at once."""
    _check(actor)
    _check_over(actor, account)
    if account.pk == actor.account_id:
        raise RuleBroken("Đồng chí không thể ngừng tài khoản của chính mình.")
    account.is_active = active
    account.save(update_fields=["is_active"])
    _keep_an_administrator()
    audit.record(actor, "cho sử dụng lại tài khoản" if active else "ngừng tài khoản", account)
    return account


@transaction.atomic
def reset_password(account: Account, *, actor: Actor) -> str:
    """Cấp lại mật khẩu: gives a password to be shown once; its owner must change it. Ends the account's sessions."""
    _check(actor)
    _check_over(actor, account)
    fresh = one_time_password()
    account.set_password(fresh)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    SignInTries.objects.filter(username=account.username).delete()
    audit.record(actor, "cấp lại mật khẩu", account)
    return fresh


@transaction.atomic
def unlock(account: Account, *, actor: Actor) -> Account:
    """Mở khóa một tài khoản đang phải chờ vì nhập sai nhiều lần."""
    _check(actor)
    _check_over(actor, account)
    SignInTries.objects.filter(username=account.username).delete()
    audit.record(actor, "mở khóa tài khoản", account)
    return account
