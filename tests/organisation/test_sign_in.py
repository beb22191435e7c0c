"""Signing in: one answer for every wrong try, waits that grow, names that are never given away."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, MD5PasswordHasher

from tests import make
from thidua.audit.models import Entry
from thidua.core import clock
from thidua.core.errors import RuleBroken
from thidua.organisation.actions.sign_in import (
    FREE_TRIES,
    change_password,
    check_credentials,
    choose_theme,
    wait_after,
)
from thidua.organisation.models import Account, SignInTries
from thidua.settings import PASSWORD_HASHERS

NOON = dt.datetime(2024, 11, 14, 5, tzinfo=dt.UTC)
WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng. Mời kiểm tra lại, chú ý chữ hoa và bộ gõ."


class CountingHasher(MD5PasswordHasher):
    """Counts how often a password is hashed: that is what takes time."""

    calls = 0

    def encode(self, password: str, salt: str) -> str:
        CountingHasher.calls += 1
        return super().encode(password, salt)


@pytest.fixture
def account(db: None) -> Account:
    return make.make_account("huongct", label="Cầm Thị Hương")


def refusal(username: str, password: str = "sai") -> str:
    with pytest.raises(RuleBroken) as caught:
        check_credentials(username, password, address="10.0.0.5")
    return str(caught.value)


def verbs() -> list[str]:
    return list(Entry.objects.order_by("sequence").values_list("verb", flat=True))


def test_a_right_password_opens_the_door(account: Account) -> None:
    assert check_credentials("  HuongCT ", make.PASSWORD, address="10.0.0.5") == account
    entry = Entry.objects.order_by("-sequence")[0]
    assert (entry.verb, entry.who, entry.address) == ("đăng nhập", "Cầm Thị Hương", "10.0.0.5")
    assert not SignInTries.objects.exists()


def test_wrong_password_unknown_name_and_stopped_account_sound_alike(account: Account) -> None:
    stopped = make.make_account("nghiviec")
    Account.objects.filter(pk=stopped.pk).update(is_active=False)
    answers = {refusal("huongct"), refusal("khongco"), refusal("nghiviec", make.PASSWORD), refusal("", "")}
    assert answers == {WRONG}
    assert verbs()[-1] == "đăng nhập không thành công"


@pytest.mark.parametrize("name", ["huongct", "khongco", "nghiviec"])
def test_every_refusal_costs_one_hash(account: Account, settings: Any, name: str) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    stopped = make.make_account("nghiviec")
    Account.objects.filter(pk=stopped.pk).update(is_active=False)
    CountingHasher.calls = 0
    refusal(name)
    assert CountingHasher.calls == 1


@pytest.mark.parametrize("name", ["huongct", "khongco"])
def test_the_wait_doubles_up_to_a_quarter_of_an_hour_known_name_or_not(account: Account, name: str) -> None:
    now, waits = NOON, []
    for _ in range(11):
        with clock.standing_on(now):
            assert refusal(name) == WRONG
            until = SignInTries.objects.get(username=name).locked_until
            waits.append(int((until - now).total_seconds() // 60) if until else 0)
            now = until or now
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15]
    assert [int(wait_after(n).total_seconds() // 60) for n in range(1, 12)] == waits
    assert wait_after(100) == dt.timedelta(minutes=15)


@pytest.mark.parametrize("name", ["huongct", "khongco"])
def test_while_waiting_even_the_right_password_is_refused(account: Account, name: str) -> None:
    with clock.standing_on(NOON):
        for _ in range(FREE_TRIES):
            refusal(name)
        assert refusal(name, make.PASSWORD) == "Đã nhập sai nhiều lần. Mời thử lại sau 2 phút, hoặc báo quản trị."
    with clock.standing_on(NOON + dt.timedelta(seconds=59)):
        assert refusal(name, make.PASSWORD) == "Đã nhập sai nhiều lần. Mời thử lại sau 1 phút, hoặc báo quản trị."
    assert SignInTries.objects.get().failures == FREE_TRIES


def test_after_the_wait_the_right_password_opens_and_clears_the_count(account: Account) -> None:
    with clock.standing_on(NOON):
        for _ in range(FREE_TRIES):
            refusal("huongct")
    with clock.standing_on(NOON + dt.timedelta(minutes=1)):
        assert check_credentials("huongct", make.PASSWORD) == account
        assert refusal("huongct") == WRONG
    assert SignInTries.objects.get().failures == 1


def test_a_day_of_rest_forgets_every_name(account: Account) -> None:
    with clock.standing_on(NOON):
        for name in ("huongct", "khongco", "ai do"):
            refusal(name)
    with clock.standing_on(NOON + dt.timedelta(days=1, seconds=1)):
        refusal("huongct")
    assert list(SignInTries.objects.values_list("username", "failures")) == [("huongct", 1)]


def test_a_name_longer_than_any_is_only_a_wrong_name(db: None) -> None:
    assert refusal("a" * 5000) == WRONG


def test_what_was_typed_as_password_is_nowhere_kept(account: Account) -> None:
    refusal("huongct", "mat-khau-go-nham")
    refusal("khongco", "mat-khau-go-nham")
    assert "mat-khau-go-nham" not in str([*Entry.objects.values(), *SignInTries.objects.values()])


def test_ones_own_password_is_changed_by_who_knows_it(account: Account) -> None:
    actor = make.actor(account)
    account.must_change_password = True
    change_password(account, actor=actor, old=make.PASSWORD, new="suoi-reu-nang-vang")
    stored = Account.objects.get(pk=account.pk)
    assert (stored.check_password("suoi-reu-nang-vang"), stored.must_change_password) == (True, False)
    assert verbs()[-1] == "đổi mật khẩu"


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("sai", "suoi-reu-nang-vang", "old", "Mật khẩu hiện tại chưa đúng."),
        (make.PASSWORD, make.PASSWORD, "new", "Mật khẩu mới phải khác mật khẩu hiện tại."),
        (make.PASSWORD, "ngan", "new", "Mật khẩu cần ít nhất 10 ký tự."),
        (make.PASSWORD, "93847562019384", "new", "Mật khẩu không được chỉ gồm chữ số."),
        (make.PASSWORD, "huongct-2024", "new", "Mật khẩu quá giống tên đăng nhập hoặc tên của đồng chí."),
        (make.PASSWORD, "password1234", "new", "Mật khẩu này nhiều người dùng nên dễ đoán."),
    ],
)
def test_a_weak_password_is_refused_in_vietnamese(account: Account, old: str, new: str, field: str, words: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        change_password(account, actor=make.actor(account), old=old, new=new)
    assert (str(caught.value), caught.value.field) == (words, field)
    assert Account.objects.get(pk=account.pk).check_password(make.PASSWORD)


def test_passwords_are_kept_with_argon2(settings: Any, db: None) -> None:
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    account = make.make_account("argon")
    assert account.password.startswith("argon2$argon2id$")
    assert Argon2PasswordHasher().verify(make.PASSWORD, account.password)


def test_themes(account: Account) -> None:
    for theme in ("dark", "auto", "light"):
        choose_theme(account, theme=theme)
        assert Account.objects.get(pk=account.pk).theme == theme
    with pytest.raises(RuleBroken):
        choose_theme(account, theme="neon")
