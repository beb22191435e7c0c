"""Accounts and roles: who may open, grant, stop; and what nobody may."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests import make
from tests.conftest import Cast, Office
from thidua.audit.models import Entry
from thidua.core import clock
from thidua.core.actor import SYSTEM
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.notifications.actions import Recipient
from thidua.organisation import rules
from thidua.organisation.actions import accounts as actions
from thidua.organisation.models import Account, RoleAssignment, SignInTries
from thidua.organisation.queries.accounts import (
    actor_of,
    holders,
    holders_of_units,
    people_without_account,
    roles_of,
)

DAY = dt.date(2024, 7, 1)


def refused(act: Any) -> tuple[str, str | None]:
    with pytest.raises(RuleBroken) as caught:
        act()
    return str(caught.value), caught.value.field


def test_an_account_goes_by_its_person(office: Office) -> None:
    person = make.make_person("Cầm Thị Hương", email="huong@example.vn")
    account = actions.open_account(" HuongCT ", actor=SYSTEM, password="x", person=person, must_change=True)
    stored = Account.objects.get(pk=account.pk)
    assert (stored.username, stored.label, stored.email, stored.must_change_password) == (
        "huongct", "Cầm Thị Hương", "huong@example.vn", True,
    )  # fmt: skip
    assert (stored.search, stored.check_password("x")) == ("cam thi huong huongct", True)


def test_opening_is_refused_at_the_field(office: Office) -> None:
    person = make.make_person("Cầm Thị Hương")
    make.make_account("huongct", person=person)

    def open_as(name: str, **more: Any) -> Any:
        return refused(lambda: actions.open_account(name, actor=SYSTEM, password="x", **more))

    assert open_as("HUONGCT") == ("Tên đăng nhập “huongct” đã có người dùng. Mời chọn tên khác.", "username")
    assert open_as("huong2", person=person) == ("Cầm Thị Hương đã có tài khoản.", "person")
    assert {open_as(name)[1] for name in ("ab", "hương", "a b c", "-abc", "a" * 61, "")} == {"username"}


@pytest.mark.parametrize(
    ("name", "username"),
    [("Cầm Thị Hương", "huongct"), ("Đinh Quốc Ấn", "andq"), ("Páo", "pao"), ("A Y", "ya0"), ("李", "nguoidung")],
)
def test_a_free_user_name_is_made_of_ten_and_initials(db: None, name: str, username: str) -> None:
    assert actions.free_username(name) == username
    make.make_account(username)
    assert actions.free_username(name) == f"{username}2"
    make.make_account(f"{username}2")
    assert actions.free_username(name) == f"{username}3"


def test_one_time_passwords_are_long_and_never_the_same() -> None:
    words = {actions.one_time_password() for _ in range(200)}
    assert len(words) == 200
    assert {len(word) for word in words} == {14}
    assert not set("".join(words)) & set("ilo01ILO")


def test_a_role_covers_the_subtree_for_its_time(office: Office) -> None:
    account = make.make_account()
    role = actions.grant(account, rules.STANDING, office.agency, actor=SYSTEM, on=DAY, until=dt.date(2024, 12, 31))
    with clock.standing_on(DAY):
        actor = actor_of(account)
        assert [actor.holds(rules.STANDING, unit.path) for unit in (office.agency, office.room_a)] == [True, True]
        assert [actor.holds(rules.STANDING, unit.path) for unit in (office.province, office.other_room)] == [
            False,
            False,
        ]
        assert not actor.holds(rules.HEAD)
    for day in (dt.date(2024, 6, 30), dt.date(2025, 1, 1)):
        with clock.standing_on(day):
            assert actor_of(account).grants == ()
    assert str(role) == "Thường trực của Văn phòng Ủy ban nhân dân tỉnh"


def test_a_grant_is_refused_at_the_field(office: Office) -> None:
    account = make.make_account()
    make.make_role(account, rules.HEAD, office.room_a)

    def grant(role: str, on: dt.date = DAY, until: dt.date | None = None) -> str | None:
        return refused(lambda: actions.grant(account, role, office.room_a, actor=SYSTEM, on=on, until=until))[1]

    assert grant("king") == "role"
    assert grant(rules.HEAD) == "role"
    assert grant(rules.OFFICIAL, on=dt.date(2019, 1, 1)) == "unit"
    assert grant(rules.OFFICIAL, until=dt.date(2024, 6, 1)) == "until"


def test_the_same_role_may_follow_itself(office: Office) -> None:
    account = make.make_account()
    make.make_role(make.make_account("quantrigoc"), rules.ADMIN, office.province)
    first = make.make_role(account, rules.HEAD, office.room_a)
    actions.revoke(first, actor=SYSTEM, last_day=dt.date(2024, 6, 30))
    actions.grant(account, rules.HEAD, office.room_a, actor=SYSTEM, on=DAY)
    assert [(r.valid_from, r.valid_to) for r in roles_of(account)] == [
        (DAY, None), (make.LONG_AGO, dt.date(2024, 6, 30)),
    ]  # fmt: skip


def test_a_role_that_had_not_begun_is_taken_back_altogether(office: Office, cast: Cast) -> None:
    later = actions.grant(cast.official, rules.EDITOR, office.agency, actor=SYSTEM, on=clock.today())
    actions.revoke(later, actor=SYSTEM, last_day=clock.today() - dt.timedelta(days=1))
    assert not RoleAssignment.objects.filter(account=cast.official, role=rules.EDITOR).exists()
    entry = Entry.objects.order_by("-sequence")[0]
    assert (entry.verb, entry.data["role"], entry.subject) == ("thôi vai trò", "Biên tập", "Vì Văn Sơn")


def test_only_administrators_open_doors(office: Office, cast: Cast) -> None:
    target = cast.official
    role = target.roles.get()
    for name, account in cast.everyone().items():
        if name == "admin":
            continue
        actor = make.actor(account)
        for act in (
            lambda actor=actor: actions.open_account("abcdef", actor=actor, password="x"),
            lambda actor=actor: actions.grant(target, rules.HEAD, office.room_b, actor=actor, on=DAY),
            lambda actor=actor: actions.revoke(role, actor=actor, last_day=DAY),
            lambda actor=actor: actions.set_active(target, actor=actor, active=False),
            lambda actor=actor: actions.reset_password(target, actor=actor),
            lambda actor=actor: actions.unlock(target, actor=actor),
        ):
            with pytest.raises(NotAllowed):
                act()
    assert Account.objects.get(pk=target.pk).is_active


def test_nobody_administers_above_or_beside_themselves(office: Office, cast: Cast) -> None:
    local = make.make_member("Đinh Quốc Khánh", office.room_b, role=rules.ADMIN, over=office.agency, username="cucbo")
    actor = make.actor(local)
    for account in (cast.admin, cast.outsider):
        for act in (
            lambda account=account: actions.reset_password(account, actor=actor),
            lambda account=account: actions.set_active(account, actor=actor, active=False),
            lambda account=account: actions.grant(account, rules.OFFICIAL, office.room_a, actor=actor, on=DAY),
        ):
            with pytest.raises(NotAllowed, match="ngoài phạm vi quản trị"):
                act()
    with pytest.raises(NotAllowed, match="nằm ngoài phạm vi quản trị"):
        actions.grant(local, rules.ADMIN, office.province, actor=actor, on=DAY)
    actions.grant(cast.official, rules.HEAD, office.room_b, actor=actor, on=DAY)
    assert actions.reset_password(cast.official, actor=actor)


def test_the_last_administrator_stays(office: Office, cast: Cast) -> None:
    role = cast.admin.roles.get()
    today = clock.today()
    yesterday = today - dt.timedelta(days=1)
    assert "quản trị cuối cùng" in refused(lambda: actions.revoke(role, actor=SYSTEM, last_day=yesterday))[0]
    assert "quản trị cuối cùng" in refused(lambda: actions.set_active(cast.admin, actor=SYSTEM, active=False))[0]
    own = make.actor(cast.admin)
    assert "chính mình" in refused(lambda: actions.set_active(cast.admin, actor=own, active=False))[0]
    assert RoleAssignment.objects.get(pk=role.pk).valid_to is None
    make.make_role(cast.leader, rules.ADMIN, office.province)
    actions.revoke(role, actor=SYSTEM, last_day=yesterday)
    assert not make.actor(cast.admin).holds(rules.ADMIN)


def test_stopping_and_starting_again(office: Office, cast: Cast) -> None:
    actor = make.actor(cast.admin)
    actions.set_active(cast.official, actor=actor, active=False)
    assert Account.objects.get(pk=cast.official.pk).is_active is False
    actions.set_active(cast.official, actor=actor, active=True)
    assert Account.objects.get(pk=cast.official.pk).is_active is True
    verbs = list(Entry.objects.order_by("-sequence").values_list("verb", flat=True)[:2])
    assert verbs == ["cho sử dụng lại tài khoản", "ngừng tài khoản"]


def test_a_reset_password_must_be_changed_and_ends_the_wait(office: Office, cast: Cast) -> None:
    SignInTries.objects.create(username=cast.official.username, failures=9, last_at=clock.now())
    fresh = actions.reset_password(cast.official, actor=make.actor(cast.admin))
    stored = Account.objects.get(pk=cast.official.pk)
    assert (stored.check_password(fresh), stored.must_change_password) == (True, True)
    assert not SignInTries.objects.exists()
    assert fresh not in str(list(Entry.objects.values()))


def test_whom_to_tell(office: Office, cast: Cast) -> None:
    in_a = {r.account_id for r in holders(rules.HEAD, office.room_a.path)}
    assert in_a == {cast.head_a.pk}
    assert {r.account_id for r in holders(rules.STANDING, office.room_b.path)} == {cast.standing.pk}
    assert holders(rules.STANDING, office.other_room.path) == []
    email = "truongphonga@example.vn"
    assert holders_of_units(rules.HEAD, [office.room_a.pk, office.agency.pk]) == {
        office.room_a.pk: [Recipient(cast.head_a.pk, email)]
    }
    Account.objects.filter(pk=cast.head_a.pk).update(is_active=False)
    assert holders(rules.HEAD, office.room_a.path) == []


def test_for_whom_an_account_can_be_opened(office: Office, cast: Cast) -> None:
    at_work, idle = make.make_person("Lò Thị An"), make.make_person("Lò Thị Ba")
    make.make_post(at_work, office.room_a)
    assert idle not in people_without_account()
    assert list(people_without_account()) == [at_work]
