"""The pages of people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from tests import make
from tests.conftest import Cast, Office
from thidua.organisation import rules
from thidua.organisation.models import Account, Person, Position, Post, StaffGroup

Browser = Callable[[Account], Client]


@pytest.fixture
def keeper(cast: Cast, client_of: Browser) -> Client:
    return client_of(cast.standing)


def names(response: Any) -> list[str]:
    return [row.cells[0].text for row in response.context["listing"].rows]


def said(response: Any) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_people_come_by_ten(cast: Cast, keeper: Client) -> None:
    assert names(keeper.get("/nguoi/")) == [
        "Sùng A Chua", "Hà Minh Đức", "Cầm Thị Hương", "Hoàng Quang Khuê", "Lường Văn Quản", "Vì Văn Sơn",
        "Bùi Thị Thu Trang",
    ]  # fmt: skip


def test_people_are_filtered_searched_and_sorted_by_unit(office: Office, cast: Cast, keeper: Client) -> None:
    make.make_person("Lò Thị Nghỉ")
    assert names(keeper.get(f"/nguoi/?don-vi={office.room_b.pk}")) == ["Hà Minh Đức"]
    assert names(keeper.get(f"/nguoi/?don-vi={office.other_agency.pk}")) == []
    assert names(keeper.get("/nguoi/?q=ha+duc")) == ["Hà Minh Đức"]
    assert names(keeper.get("/nguoi/?cong-tac=khong")) == ["Lò Thị Nghỉ"]
    assert names(keeper.get("/nguoi/?nhom=worker")) == []
    by_unit = keeper.get("/nguoi/?xep=don-vi").context["listing"].rows
    assert [(row.cells[3].text, row.cells[0].text) for row in by_unit][:3] == [
        ("Văn phòng Ủy ban nhân dân tỉnh", "Hoàng Quang Khuê"),
        ("Phòng Tổng hợp", "Sùng A Chua"),
        ("Phòng Tổng hợp", "Cầm Thị Hương"),
    ]


def test_who_holds_two_posts_stands_once_with_both(office: Office, cast: Cast, keeper: Client) -> None:
    make.make_post(cast.official.person, office.room_b, title="Kế toán", rank=200)
    (row,) = keeper.get("/nguoi/?q=vi+van+son").context["listing"].rows
    assert (row.cells[2].text, row.cells[2].sub) == ("Chuyên viên", "Kiêm Kế toán P. Nội chính")


def test_the_page_of_a_person(office: Office, cast: Cast, keeper: Client, client_of: Browser) -> None:
    person = cast.official.person
    assert person is not None
    place = reverse("person", args=[person.pk])
    shown = keeper.get(place).context
    assert [str(post) for post in shown["posts"]] == ["Chuyên viên, Phòng Tổng hợp"]
    assert ([step.what for step in shown["history"]], shown["account"]) == (["Bố trí vào đơn vị", "Thêm người"], None)
    assert client_of(cast.admin).get(place).context["account"] == cast.official
    assert client_of(cast.head_b).get(place).context["history"] == []


PERSON = {"full_name": "Lò Thị An", "sex": "f", "born_on": "09/03/1990", "phone": "0912 345 678", "email": ""}
POST = {"title": "Chuyên viên", "position": "official", "staff_group": "civil_servant", "on": "01/07/2024"}


def test_a_person_is_added_with_the_first_post(office: Office, keeper: Client) -> None:
    done = keeper.post("/nguoi/them/", {**PERSON, **POST, "unit": office.room_b.pk})
    person = Person.objects.get(full_name="Lò Thị An")
    assert (done["Location"], said(done)) == (reverse("person", args=[person.pk]), ["Đã thêm Lò Thị An."])
    assert (person.born_on, person.phone) == (dt.date(1990, 3, 9), "0912 345 678")
    post = person.posts.get()
    assert (post.unit, post.title, post.valid_from) == (office.room_b, "Chuyên viên", dt.date(2024, 7, 1))


def test_a_person_is_added_without_a_post(keeper: Client) -> None:
    keeper.post("/nguoi/them/", {**PERSON, **POST, "unit": ""})
    assert Person.objects.get(full_name="Lò Thị An").posts.count() == 0


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"full_name": "An"}, ["full_name"]),
        ({"sex": "x"}, ["sex"]),
        ({"born_on": "31/02/1990"}, ["born_on"]),
        ({"born_on": "01/01/1850"}, ["born_on"]),
        ({"email": "an@"}, ["email"]),
        ({"on": "01/01/2019"}, ["unit"]),
        ({"on": ""}, ["on"]),
    ],
)
def test_a_refused_person_is_not_added_and_nothing_typed_is_lost(
    office: Office, keeper: Client, changes: dict[str, str], wrong: list[str]
) -> None:
    before = Person.objects.count()
    typed = {**PERSON, **POST, "unit": str(office.room_b.pk), **changes}
    shown = keeper.post("/nguoi/them/", typed)
    form = shown.context["form"]
    assert (shown.status_code, list(form.errors), Person.objects.count()) == (422, wrong, before)
    assert {name: form[name].value() for name in typed} == typed


def test_a_person_is_corrected(cast: Cast, keeper: Client) -> None:
    place = reverse("person_edit", args=[cast.official.person_id])
    assert keeper.get(place).context["form"]["full_name"].value() == "Vì Văn Sơn"
    done = keeper.post(place, {**PERSON, "sex": "m"})
    assert done["Location"] == reverse("person", args=[cast.official.person_id])
    assert str(Account.objects.get(pk=cast.official.pk)) == "Lò Thị An"
    shown = keeper.post(place, {**PERSON, "full_name": "An"})
    assert (shown.status_code, list(shown.context["form"].errors)) == (422, ["full_name"])
    stranger = reverse("person_edit", args=[cast.outsider.person_id])
    assert keeper.post(stranger, PERSON).status_code == 404


def test_a_person_is_appointed(office: Office, cast: Cast, keeper: Client) -> None:
    place = reverse("person_appoint", args=[cast.official.person_id])
    typed = {**POST, "unit": office.room_b.pk, "position": "deputy", "title": "Phó Trưởng phòng", "rank": "2"}
    done = keeper.post(place, typed)
    post = Post.objects.get(unit=office.room_b, person=cast.official.person)
    assert said(done) == ["Đã bố trí Vì Văn Sơn: Phó Trưởng phòng, Phòng Nội chính."]
    assert (post.position, post.rank, post.staff_group) == (Position.DEPUTY, 2, StaffGroup.CIVIL_SERVANT)
    again = keeper.post(place, typed)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["unit"])


def test_a_post_is_ended(cast: Cast, keeper: Client) -> None:
    post = Post.objects.get(person=cast.official.person)
    place = reverse("post_end", args=[post.pk])
    early = keeper.post(place, {"last_day": "01/01/2019"})
    assert (early.status_code, list(early.context["form"].errors)) == (422, ["last_day"])
    done = keeper.post(place, {"last_day": "30/06/2024", "reason": "Nghỉ hưu"})
    assert done["Location"] == reverse("person", args=[cast.official.person_id])
    assert Post.objects.get(pk=post.pk).valid_to == dt.date(2024, 6, 30)


def test_the_next_page_goes_on_where_the_first_ended(office: Office, keeper: Client) -> None:
    for number in range(60):
        make.make_post(make.make_person(f"Lò Văn Dân {number:02d}"), office.room_a)
    first = keeper.get("/nguoi/?q=dan").context["listing"]
    second = keeper.get(first.pager["next_url"])
    assert len(first.rows) == 50
    assert names(second) == [f"Lò Văn Dân {number:02d}" for number in range(50, 60)]
    assert "Dòng 51 đến 60 trong 60 người" in second.content.decode()


def test_people_of_another_agency_are_that_agencys_business(
    cast: Cast, office: Office, client_of: Callable[[Account], Client]
) -> None:
    outside = client_of(cast.outsider)
    make.make_role(cast.outsider, rules.OFFICIAL, office.other_room)
    listing = outside.get(reverse("people")).context["listing"]
    assert [row.object.pk for row in listing.rows] == [cast.outsider.person_id]
    assert outside.get(reverse("person", args=[cast.head_a.person_id])).status_code == 404
    assert outside.get(reverse("unit", args=[office.room_a.pk])).context["staff"] == []
    inside = client_of(cast.official)
    assert inside.get(reverse("person", args=[cast.head_b.person_id])).status_code == 200
    assert inside.get(reverse("person", args=[cast.outsider.person_id])).status_code == 404
