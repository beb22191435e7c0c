"""Signing in: each failed try beyond the free ones makes the next wait longer; a good one clears the count."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import RuleBroken
from thidua.organisation.models import Account

FREE_TRIES = 5
FIRST_WAIT = dt.timedelta(minutes=1)
LONGEST_WAIT = dt.timedelta(minutes=15)
# Checked for an unknown user name, so that the time of the answer does not tell which names exist.
_NOBODYS_PASSWORD = make_password(None)
_WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng. Mời kiểm tra lại, chú ý chữ hoa và bộ gõ."


def wait_after(failures: int) -> dt.timedelta:
    """How long the account waits after `failures` wrong passwords in a row; doubles up to a quarter of an hour."""
    if failures < FREE_TRIES:
        return dt.timedelta(0)
    return min(FIRST_WAIT * 2 ** (failures - FREE_TRIES), LONGEST_WAIT)


def check_credentials(username: str, password: str, *, address: str = "") -> Account:
    """The account of a correct user name and password, or RuleBroken with one sentence.

    While an account waits, even the correct password is refused, so a guesser learns nothing.
    """
    account = Account.objects.filter(username=username.strip().lower(), is_active=True).first()
    if account is None:
        check_password(password, _NOBODYS_PASSWORD)
        raise RuleBroken(_WRONG)
    now = clock.now()
    if account.locked_until and account.locked_until > now:
        minutes = int((account.locked_until - now).total_seconds() // 60) + 1
        raise RuleBroken(f"Đã nhập sai nhiều lần. Mời thử lại sau {minutes} phút, hoặc báo quản trị.")
    right = account.check_password(password)
    with transaction.atomic():
        fresh = Account.objects.select_for_update().get(pk=account.pk)
        actor = Actor(account_id=fresh.pk, name=fresh.label, address=address)
        if right:
            fresh.failures, fresh.locked_until = 0, None
            verb = "đăng nhập"
        else:
            fresh.failures = min(fresh.failures + 1, 100)
            wait = wait_after(fresh.failures)
            fresh.locked_until = now + wait if wait else None
            verb = "đăng nhập không thành công"
        fresh.save(update_fields=["failures", "locked_until"])
        audit.record(actor, verb, fresh, failures=fresh.failures)
    if not right:
        raise RuleBroken(_WRONG)
    return fresh


@transaction.atomic
def change_password(account: Account, *, actor: Actor, password: str) -> Account:
    """Đổi mật khẩu."""
    account.set_password(password)
    account.save(update_fields=["password"])
    audit.record(actor, "đổi mật khẩu", account)
    return account


@transaction.atomic
def choose_theme(account: Account, *, theme: str) -> Account:
    """Chọn giao diện sáng hoặc tối; a private choice, so it is not in the log."""
    if theme not in {"light", "dark"}:
        raise RuleBroken("Giao diện này không có.")
    account.theme = theme
    account.save(update_fields=["theme"])
    return account
