"""People and their posts."""

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
from thidua.organisation.actions import people as actions
from thidua.organisation.models import Account, Person, Position, Post, Sex, StaffGroup
from thidua.organisation.queries.people import at_work, in_group, in_unit, people_with_posts, posts_of, staff_of

DAY = dt.date(2024, 7, 1)


def refused(act: Any) -> tuple[str, str | None]:
    with pytest.raises(RuleBroken) as caught:
        act()
    return str(caught.value), caught.value.field


def add(name: str, born_on: dt.date | None = None) -> Person:
    return actions.add_person(name, actor=SYSTEM, sex=Sex.MALE, born_on=born_on)


def test_a_name_is_kept_composed_with_its_keys(db: None) -> None:
    person = add("  Ha\u0300   Minh Đư\u0301c ")
    assert (person.full_name, person.search) == ("Hà Minh Đức", "ha minh duc")
    assert Entry.objects.get().verb == "thêm người"


def test_what_cannot_be_is_refused_at_its_field(db: None) -> None:
    today = clock.today()
    assert refused(lambda: add("Páo")) == ("Cần ghi đủ họ và tên.", "full_name")
    assert refused(lambda: add("Sùng A Páo", dt.date(1899, 1, 1)))[1] == "born_on"
    assert refused(lambda: add("Sùng A Páo", today))[1] == "born_on"
    assert Person.objects.count() == 0


def test_the_account_goes_by_the_corrected_name(office: Office) -> None:
    account = make.make_member("Cầm Thị Hường", office.room_a, username="huong")
    person = account.person
    assert person is not None
    actions.correct_person(
        person, actor=SYSTEM, full_name="Cầm Thị Hương", sex=Sex.FEMALE, born_on=None, email="h@x.vn", phone="0912"
    )
    stored = Account.objects.get(pk=account.pk)
    assert (stored.label, stored.search, str(stored.person)) == (
        "Cầm Thị Hương",
        "cam thi huong huong",
        "Cầm Thị Hương",
    )
    assert refused(
        lambda: actions.correct_person(
            person, actor=SYSTEM, full_name="Hương", sex=Sex.FEMALE, born_on=None, email="", phone=""
        )
    ) == ("Cần ghi đủ họ và tên.", "full_name")


def test_a_post_needs_a_unit_that_is_open_and_no_other_post_there(office: Office) -> None:
    person = make.make_person("Hà Minh Đức")
    early = refused(lambda: make.make_post(person, office.room_a, on=dt.date(2019, 1, 1)))
    assert early == ("Phòng Tổng hợp không hoạt động vào ngày 01/01/2019.", "unit")
    post = make.make_post(person, office.room_a)
    assert refused(lambda: make.make_post(person, office.room_a, on=DAY))[1] == "unit"
    make.make_post(person, office.room_b, title="Kiêm nhiệm")
    actions.end_post(post, actor=SYSTEM, last_day=DAY - dt.timedelta(days=1), reason="Bổ nhiệm")
    make.make_post(person, office.room_a, on=DAY, title="Phó Trưởng phòng", position=Position.DEPUTY)
    assert [(str(p), p.valid_to) for p in posts_of(person)] == [
        ("Phó Trưởng phòng, Phòng Tổng hợp", None),
        ("Kiêm nhiệm, Phòng Nội chính", None),
        ("Chuyên viên, Phòng Tổng hợp", dt.date(2024, 6, 30)),
    ]
    assert Entry.objects.filter(verb="kết thúc chức vụ").get().note == "Bổ nhiệm"


def test_a_post_ends_once_and_not_before_it_begins(office: Office) -> None:
    post = make.make_post(make.make_person(), office.room_a, on=DAY)
    words, field = refused(lambda: actions.end_post(post, actor=SYSTEM, last_day=DAY - dt.timedelta(days=1)))
    assert (words, field) == ("Ngày kết thúc sớm hơn ngày bắt đầu (01/07/2024).", "last_day")
    actions.end_post(post, actor=SYSTEM, last_day=dt.date(2024, 12, 31))
    assert refused(lambda: actions.end_post(post, actor=SYSTEM, last_day=dt.date(2025, 1, 1)))[1] == "last_day"
    actions.end_post(post, actor=SYSTEM, last_day=dt.date(2024, 11, 30))
    assert Post.objects.get(pk=post.pk).valid_to == dt.date(2024, 11, 30)


def test_keepers_change_people_of_their_own_units_only(office: Office, cast: Cast) -> None:
    standing, head = make.actor(cast.standing), make.actor(cast.head_a)
    stranger = cast.outsider.person
    assert stranger is not None
    with pytest.raises(NotAllowed):
        actions.add_person("Lò Thị An", actor=head, sex=Sex.FEMALE)
    fresh = actions.add_person("Lò Thị An", actor=standing, sex=Sex.FEMALE)
    same: dict[str, Any] = {"sex": Sex.FEMALE, "born_on": None, "email": "", "phone": ""}
    with pytest.raises(NotAllowed):
        actions.correct_person(stranger, actor=standing, full_name="Tên Khác", **same)
    with pytest.raises(NotAllowed):
        actions.end_post(stranger.posts.get(), actor=standing, last_day=DAY)
    post: dict[str, Any] = {"position": Position.OFFICIAL, "title": "x", "staff_group": StaffGroup.WORKER, "on": DAY}
    with pytest.raises(NotAllowed):
        actions.appoint(fresh, office.other_room, actor=standing, **post)
    actions.appoint(fresh, office.room_a, actor=standing, **post)
    actions.correct_person(fresh, actor=standing, full_name="Lò Thị Anh", **same)
    assert Person.objects.get(pk=fresh.pk).full_name == "Lò Thị Anh"


def test_who_works_where_today(office: Office) -> None:
    in_a, in_b, gone = (make.make_person(name) for name in ("Lò Thị An", "Hà Minh Đức", "Cầm Thị Hương"))
    make.make_post(in_a, office.room_a, title="Phó phòng", rank=2, staff_group=StaffGroup.CADRE)
    make.make_post(in_a, office.room_b, title="Kiêm nhiệm", rank=50)
    make.make_post(in_b, office.room_b)
    actions.end_post(make.make_post(gone, office.room_b), actor=SYSTEM, last_day=DAY)
    rows = people_with_posts()
    assert {p.full_name: [post.title for post in p.posts_now] for p in rows} == {
        "Lò Thị An": ["Phó phòng", "Kiêm nhiệm"], "Hà Minh Đức": ["Chuyên viên"], "Cầm Thị Hương": [],
    }  # fmt: skip
    assert list(at_work(rows, "khong")) == [gone]
    assert set(at_work(rows, "co")) == {in_a, in_b}
    assert set(in_unit(rows, str(office.agency.pk))) == {in_a, in_b}
    assert set(in_unit(rows, str(office.room_a.pk))) == {in_a}
    assert list(in_unit(rows, "0")) == []
    assert list(in_group(rows, StaffGroup.CADRE)) == [in_a]
    assert [p.person for p in staff_of(office.room_b)] == [in_a, in_b]
