"""Who may open which page: the whole grid of roles and pages, and the cost of each page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import make
from tests.conftest import Cast, Office
from thidua.core import clock
from thidua.core.actor import SYSTEM
from thidua.notifications.models import Notice
from thidua.organisation import rules
from thidua.organisation.actions import units
from thidua.organisation.models import Account, Post, RoleAssignment

EVERYONE = {"admin", "leader", "standing", "head_a", "head_b", "official", "editor", "upper_viewer", "outsider"}
INSIDE = EVERYONE - {"upper_viewer", "outsider"}
KEEPERS = {"admin", "standing"}
ADMIN = {"admin"}

PAGES: dict[str, tuple[str, set[str]]] = {
    "profile": ("", EVERYONE),
    "password": ("", EVERYONE),
    "inbox": ("", EVERYONE),
    "units": ("", EVERYONE),
    "unit_tree": ("", EVERYONE),
    "unit": ("room", EVERYONE),
    "unit_new": ("", KEEPERS),
    "unit_correct": ("room", KEEPERS),
    "unit_rename": ("room", KEEPERS),
    "unit_move": ("room", KEEPERS),
    "unit_merge": ("room", KEEPERS),
    "unit_split": ("room", KEEPERS),
    "unit_dissolve": ("room", KEEPERS),
    "people": ("", INSIDE),
    "person": ("person", INSIDE),
    "person_new": ("", KEEPERS),
    "person_edit": ("person", KEEPERS),
    "person_appoint": ("person", KEEPERS),
    "post_end": ("post", KEEPERS),
    "accounts": ("", ADMIN),
    "account": ("account", ADMIN),
    "account_new": ("", ADMIN),
    "role_grant": ("account", ADMIN),
    "role_revoke": ("role", ADMIN),
    "password_reset": ("account", ADMIN),
    "account_stop": ("account", ADMIN),
}


def address(name: str, office: Office, cast: Cast) -> str:
    """The page's address, about the official in room A."""
    person = cast.official.person
    assert person is not None
    about: dict[str, Callable[[], int]] = {
        "room": lambda: office.room_a.pk,
        "person": lambda: person.pk,
        "post": lambda: Post.objects.get(person=person).pk,
        "account": lambda: cast.official.pk,
        "role": lambda: RoleAssignment.objects.get(account=cast.official).pk,
    }
    thing = PAGES[name][0]
    return reverse(name, args=[about[thing]()] if thing else [])


def test_a_page_opens_for_its_roles_and_for_nobody_else(
    office: Office, cast: Cast, client_of: Callable[[Account], Client]
) -> None:
    places = {name: address(name, office, cast) for name in PAGES}
    opened: dict[str, set[str]] = {name: set() for name in PAGES}
    for who, account in cast.everyone().items():
        browser = client_of(account)
        for name, place in places.items():
            answer = browser.get(place).status_code
            assert answer in {200, 403}
            if answer == 200:
                opened[name].add(who)
    assert opened == {name: roles for name, (_, roles) in PAGES.items()}
    visitor = Client()
    assert {visitor.get(place)["Location"].partition("?")[0] for place in places.values()} == {"/dang-nhap/"}


LISTS = ("units", "people", "accounts")
POSTS = ["account_resume", "account_unlock", "notices_read"]


@pytest.mark.parametrize("name", POSTS)
def test_what_only_acts_has_no_page(cast: Cast, client_of: Callable[[Account], Client], name: str) -> None:
    place = reverse(name, args=[cast.official.pk] if name != "notices_read" else [])
    assert client_of(cast.admin).get(place).status_code == 405
    if name != "notices_read":
        assert client_of(cast.standing).post(place).status_code == 403


def test_a_keeper_of_one_agency_sees_another_but_changes_nothing_there(
    office: Office, cast: Cast, client_of: Callable[[Account], Client]
) -> None:
    browser = client_of(cast.standing)
    assert browser.get(reverse("unit", args=[office.other_room.pk])).context["manages"] is False
    names = ("unit_correct", "unit_rename", "unit_move", "unit_merge", "unit_split", "unit_dissolve")
    assert {browser.get(reverse(name, args=[office.other_room.pk])).status_code for name in names} == {403}
    post = Post.objects.get(person=cast.outsider.person)
    assert browser.get(reverse("post_end", args=[post.pk])).status_code == 403


def test_the_upper_level_sees_units_without_people(
    office: Office, cast: Cast, client_of: Callable[[Account], Client]
) -> None:
    shown = client_of(cast.upper_viewer).get(reverse("unit", args=[office.room_a.pk])).content.decode()
    assert "Phòng Tổng hợp" in shown
    assert "Vì Văn Sơn" not in shown


@pytest.mark.parametrize("name", [name for name, (thing, _) in PAGES.items() if thing])
def test_what_does_not_exist_is_not_found(cast: Cast, client_of: Callable[[Account], Client], name: str) -> None:
    assert client_of(cast.admin).get(reverse(name, args=[999_999])).status_code == 404


# The same number of queries for one row, for ten and for more than a page ------------------------------------------


def fill(office: Office, cast: Cast, number: int) -> None:
    """So many people with posts, accounts, roles; units; notices; entries about the room."""
    for index in range(number):
        account = make.make_member(f"Lò Văn Người {index}", office.room_a, role=rules.OFFICIAL)
        make.make_post(account.person, office.room_b, title="Kiêm nhiệm", rank=200)
        child = make.make_unit(parent=office.room_b)
        units.rename(child, actor=SYSTEM, name=f"Tổ {index}", on=dt.date(2024, 1, 1))
        Notice.objects.create(account_id=cast.admin.pk, subject=f"Tin {index}", created_at=clock.now())
        make.make_role(cast.official, rules.EDITOR, child)


def cost(browser: Client, place: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as counted:
        response = browser.get(place)
        if response.streaming:
            b"".join(response.streaming_content)  # type: ignore[arg-type]
    assert response.status_code == 200
    return len(counted)


def test_every_page_costs_the_same_for_one_row_for_ten_and_for_more_than_a_page(
    office: Office, cast: Cast, client_of: Callable[[Account], Client]
) -> None:
    browser = client_of(cast.admin)
    places = {name: address(name, office, cast) for name in PAGES}
    places |= {f"{n} {kind}": f"{reverse(n)}?xuat={kind}" for n in LISTS for kind in ("in", "word", "excel")}
    browser.get("/ca-nhan/")  # from here on the session is not written
    costs: list[dict[str, int]] = []
    for more in (1, 9, 45):
        fill(office, cast, more)
        costs.append({name: cost(browser, place) for name, place in places.items()})
    assert costs[0] == costs[1] == costs[2]
    assert {name: number for name, number in costs[0].items() if number > 15} == {}
