"""Signing in: each wrong try beyond the free ones makes the next wait longer; a good one clears the count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import RuleBroken
from thidua.organisation.models import THEMES, Account, SignInTries

FREE_TRIES = 5
FIRST_WAIT = dt.timedelta(minutes=1)
LONGEST_WAIT = dt.timedelta(minutes=15)
REST = dt.timedelta(days=1)
_UNUSABLE = "!"  # no hash: checking it costs one hash and always fails
_WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng. Mời kiểm tra lại, chú ý chữ hoa và bộ gõ."


def _weak(given: Any) -> str:
    """For a check that an office added itself."""
    return "Mật khẩu chưa đủ mạnh. Mời chọn mật khẩu dài hơn."


# What the password checks of the settings answer, in our words.
_WEAK: dict[Any, Callable[[Any], str]] = {
    "password_too_short": lambda given: f"Mật khẩu cần ít nhất {given['min_length']} ký tự.",
    "password_too_similar": lambda given: "Mật khẩu quá giống tên đăng nhập hoặc tên của đồng chí.",
    "password_too_common": lambda given: "Mật khẩu này nhiều người dùng nên dễ đoán.",
    "password_entirely_numeric": lambda given: "Mật khẩu không được chỉ gồm chữ số.",
}


def wait_after(failures: int) -> dt.timedelta:
    """How long a user name waits after `failures` wrong passwords in a row; doubles up to a quarter of an hour."""
    if failures < FREE_TRIES:
        return dt.timedelta(0)
    return min(FIRST_WAIT * 2 ** min(failures - FREE_TRIES, 10), LONGEST_WAIT)


def check_credentials(username: str, password: str, *, address: str = "") -> Account:
    """The account of a correct user name and password, or RuleBroken with one sentence.

    A try is counted before the password is looked at, so many guesses at once gain nothing. An unknown name is
    counted, waits and takes as long to refuse as a known one, so a guesser learns nothing about which names exist.
    """
    name = username.strip().lower()[:60]
    tries = _count_try(name)
    account = Account.objects.filter(username=name, is_active=True).first()
    right = account.check_password(password) if account else check_password(password, _UNUSABLE)
    if account is None:
        raise RuleBroken(_WRONG)
    actor = Actor(account_id=account.pk, name=account.label, address=address)
    with transaction.atomic():
        if right:
            SignInTries.objects.filter(pk=tries.pk).delete()
        verb = "đăng nhập" if right else "đăng nhập không thành công"
        audit.record(actor, verb, account, failures=0 if right else tries.failures)
    if not right:
        raise RuleBroken(_WRONG)
    return account


@transaction.atomic
def _count_try(name: str) -> SignInTries:
    """Counts one more wrong try for a name, to be cleared if it proves right; RuleBroken while the name waits."""
    now = clock.now()
    SignInTries.objects.filter(last_at__lt=now - REST).delete()
    tries, _ = SignInTries.objects.select_for_update().get_or_create(username=name, defaults={"last_at": now})
    if tries.locked_until and tries.locked_until > now:
        minutes = int((tries.locked_until - now).total_seconds() // 60) + 1
        raise RuleBroken(f"Đã nhập sai nhiều lần. Mời thử lại sau {minutes} phút, hoặc báo quản trị.")
    tries.failures = min(tries.failures + 1, 100)
    wait = wait_after(tries.failures)
    tries.last_at, tries.locked_until = now, now + wait if wait else None
    tries.save(update_fields=["failures", "last_at", "locked_until"])
    return tries


@transaction.atomic
def change_password(account: Account, *, actor: Actor, old: str, new: str) -> Account:
    """Đổi mật khẩu của chính mình: the present password is asked again, the new one must be strong and new."""
    if not account.check_password(old):
        raise RuleBroken("Mật khẩu hiện tại chưa đúng.", field="old")
    if old == new:
        raise RuleBroken("Mật khẩu mới phải khác mật khẩu hiện tại.", field="new")
    try:
        validate_password(new, account)
    except ValidationError as weak:
        words = " ".join(_WEAK.get(one.code, _weak)(one.params or {}) for one in weak.error_list)
        raise RuleBroken(words, field="new") from weak
    account.set_password(new)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    audit.record(actor, "đổi mật khẩu", account)
    return account


@transaction.atomic
def choose_theme(account: Account, *, theme: str) -> Account:
    """Chọn giao diện sáng, tối hoặc theo máy; a private choice, so it is not in the log."""
    if theme not in dict(THEMES):
        raise RuleBroken("Giao diện này không có.")
    account.theme = theme
    account.save(update_fields=["theme"])
    return account
