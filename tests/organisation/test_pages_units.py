"""The pages of units: what is shown, what is changed, what is refused in place."""

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
from thidua.core import clock
from thidua.core.actor import SYSTEM
from thidua.organisation.actions import units as actions
from thidua.organisation.actions.successions import NewUnit, merge
from thidua.organisation.models import Account, Unit, UnitKind

DAY = dt.date(2024, 7, 1)
Browser = Callable[[Account], Client]


@pytest.fixture
def keeper(cast: Cast, client_of: Browser) -> Client:
    return client_of(cast.standing)


def names(response: Any) -> list[str]:
    return [row.cells[0].text for row in response.context["listing"].rows]


def said(response: Any) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_the_list_goes_from_the_top_down(keeper: Client) -> None:
    assert names(keeper.get("/don-vi/")) == [
        "Ủy ban nhân dân tỉnh Sơn La", "Văn phòng Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Phòng Tổng hợp",
        "Phòng Nội chính", "Phòng Cải cách hành chính",
    ]  # fmt: skip


def test_the_list_of_a_day_has_the_names_of_that_day(office: Office, keeper: Client) -> None:
    actions.rename(office.room_b, actor=SYSTEM, name="Phòng Pháp chế", on=DAY)
    merge([office.room_a], office.room_b, actor=SYSTEM, on=dt.date(2025, 3, 1))
    before = keeper.get("/don-vi/?ngay=30/06/2024&q=noi+chinh")
    assert names(before) == ["Phòng Nội chính"]
    assert before.context["listing"].rows[0].cells[0].sub == "Nay là Phòng Pháp chế"
    assert names(keeper.get("/don-vi/?q=noi+chinh")) == ["Phòng Pháp chế"]
    assert names(keeper.get("/don-vi/?q=tong+hop&ngay=28/02/2025")) == ["Phòng Tổng hợp"]
    assert names(keeper.get("/don-vi/?q=tong+hop")) == []
    assert names(keeper.get("/don-vi/?loai=agency")) == ["Văn phòng Ủy ban nhân dân tỉnh", "Sở Nội vụ"]


def test_a_day_before_everything_says_what_to_do(keeper: Client) -> None:
    shown = keeper.get("/don-vi/?ngay=01/01/1999").content.decode()
    assert "Không có đơn vị nào khớp với bộ lọc" in shown


def test_the_tree_of_a_day(office: Office, keeper: Client) -> None:
    actions.move_under(office.room_b, actor=SYSTEM, parent=office.other_agency, on=DAY)

    def below(response: Any) -> dict[str, list[str]]:
        (root,) = response.context["tree"]
        return {branch.era.name: [child.era.name for child in branch.below] for branch in root.below}

    assert below(keeper.get("/don-vi/co-cau/?ngay=30/06/2024")) == {
        "Văn phòng Ủy ban nhân dân tỉnh": ["Phòng Tổng hợp", "Phòng Nội chính"],
        "Sở Nội vụ": ["Phòng Cải cách hành chính"],
    }
    assert below(keeper.get("/don-vi/co-cau/")) == {
        "Văn phòng Ủy ban nhân dân tỉnh": ["Phòng Tổng hợp"],
        "Sở Nội vụ": ["Phòng Nội chính", "Phòng Cải cách hành chính"],
    }


def test_the_page_of_a_unit_tells_its_life(office: Office, cast: Cast, keeper: Client) -> None:
    actions.rename(office.room_a, actor=SYSTEM, name="Phòng Tổng hợp - Thi đua", on=DAY, basis="QĐ 12/QĐ-UBND")
    merge([office.room_b], office.room_a, actor=SYSTEM, on=dt.date(2025, 3, 1))
    shown = keeper.get(reverse("unit", args=[office.room_a.pk])).context
    assert [era.name for era in shown["eras"]] == ["Phòng Tổng hợp - Thi đua", "Phòng Tổng hợp"]
    assert [link.predecessor.name for link in shown["before"]] == ["Phòng Nội chính"]
    assert "Hà Minh Đức" in [post.person.full_name for post in shown["staff"]]
    assert [(step.what, step.note) for step in shown["history"]][:2] == [
        ("Sáp nhập", ""), ("Đổi tên đơn vị", "QĐ 12/QĐ-UBND"),
    ]  # fmt: skip
    old = keeper.get(reverse("unit", args=[office.room_b.pk])).context
    assert ([link.successor.name for link in old["after"]], old["open"]) == (["Phòng Tổng hợp - Thi đua"], False)


def test_a_unit_is_established(office: Office, keeper: Client) -> None:
    typed = {
        "name": "Phòng Khoa giáo", "code": "KG", "kind": "department", "parent": office.agency.pk, "order": 3,
        "on": "01/07/2024", "basis": "QĐ 1", "short_name": "P. KG", "symbol": "", "place": "",
    }  # fmt: skip
    done = keeper.post("/don-vi/them/", typed)
    fresh = Unit.objects.get(code="KG")
    assert (done["Location"], said(done)) == (f"/don-vi/{fresh.pk}/", ["Đã lập Phòng Khoa giáo."])
    assert (fresh.parent, fresh.kind, fresh.valid_from, fresh.short_name) == (
        office.agency, UnitKind.DEPARTMENT, DAY, "P. KG",
    )  # fmt: skip
    again = keeper.post("/don-vi/them/", {**typed, "save_new": "1", "code": "KG2"})
    assert again["Location"] == "/don-vi/them/"


def test_what_was_typed_stays_when_it_is_refused(office: Office, keeper: Client) -> None:
    typed = {
        "name": "Phòng Khoa giáo", "code": office.room_a.code, "kind": "department", "parent": office.agency.pk,
        "order": 3, "on": "01/01/2020", "basis": "QĐ 1",
    }  # fmt: skip
    shown = keeper.post("/don-vi/them/", typed)
    form = shown.context["form"]
    assert (shown.status_code, list(form.errors)) == (422, ["code"])
    assert {name: str(form[name].value()) for name in typed} == {name: str(value) for name, value in typed.items()}
    assert "Mời chọn mã khác." in shown.content.decode()


def test_a_keeper_opens_units_within_reach_only_and_loses_nothing_typed(
    office: Office, cast: Cast, client_of: Browser
) -> None:
    keeper = client_of(cast.standing)
    typed = {"name": "Phòng Khoa giáo", "code": "KG", "kind": "department", "order": 3, "on": "01/01/2020"}
    assert keeper.get("/don-vi/them/").context["form"]["parent"].value() == office.agency.pk
    assert keeper.get(f"/don-vi/them/?thuoc={office.room_a.pk}").context["form"]["parent"].value() == str(
        office.room_a.pk
    )
    root = keeper.post("/don-vi/them/", {**typed, "parent": ""})
    assert (root.status_code, list(root.context["form"].errors)) == (422, ["parent"])
    beyond = keeper.post("/don-vi/them/", {**typed, "parent": office.other_agency.pk})
    assert (beyond.status_code, beyond.context["form"]["name"].value()) == (403, "Phòng Khoa giáo")
    assert "Chỉ quản trị hoặc thường trực của cơ quan được sửa danh mục đơn vị ở đây." in beyond.content.decode()
    assert not Unit.objects.filter(code="KG").exists()
    done = client_of(cast.admin).post("/don-vi/them/", {**typed, "parent": ""})
    assert (done.status_code, Unit.objects.get(code="KG").parent) == (302, None)


Typed = dict[str, Any]


@pytest.mark.parametrize(
    ("name", "typed", "check"),
    [
        ("unit_correct", {"code": "TH", "kind": "centre", "order": "4", "place": "Mai Sơn"},
         lambda u: (u.code, u.kind, u.order, u.place) == ("TH", "centre", 4, "Mai Sơn")),
        ("unit_rename", {"name": "Phòng Một", "short_name": "P. 1", "on": "01/07/2024", "basis": "QĐ 1"},
         lambda u: (u.name, u.short_name) == ("Phòng Một", "P. 1")),
        ("unit_dissolve", {"on": "01/07/2024", "basis": "QĐ 1"}, lambda u: u.valid_to == dt.date(2024, 6, 30)),
        ("unit_split", {"name_1": "Phòng Một", "code_1": "M1", "name_2": "Phòng Hai", "code_2": "M2",
          "on": "01/07/2024"},
         lambda u: u.valid_to == dt.date(2024, 6, 30) and Unit.objects.filter(code__in=["M1", "M2"]).count() == 2),
        ("unit_split", {"name_1": "Phòng Một", "code_1": "M1", "keep": "on", "on": "01/07/2024"},
         lambda u: u.valid_to is None and Unit.objects.filter(code="M1").exists()),
    ],
)  # fmt: skip
def test_a_unit_is_changed(
    office: Office, keeper: Client, name: str, typed: Typed, check: Callable[[Unit], bool]
) -> None:
    done = keeper.post(reverse(name, args=[office.room_a.pk]), typed)
    assert (done.status_code, done["Location"]) == (302, reverse("unit", args=[office.room_a.pk]))
    assert check(Unit.objects.get(pk=office.room_a.pk))
    assert len(said(done)) == 1


def test_a_unit_is_moved_within_reach(office: Office, cast: Cast, client_of: Browser) -> None:
    place = reverse("unit_move", args=[office.room_a.pk])
    typed = {"parent": office.other_agency.pk, "on": "01/07/2024"}
    assert client_of(cast.standing).post(place, typed).status_code == 403
    done = client_of(cast.admin).post(place, typed)
    assert said(done) == ["Đã chuyển Phòng Tổng hợp về Sở Nội vụ."]
    assert Unit.objects.get(pk=office.room_a.pk).parent == office.other_agency


def test_rooms_are_merged_into_a_new_one_or_one_that_exists(office: Office, keeper: Client) -> None:
    third = make.make_unit("Phòng Ba", parent=office.agency)
    place = reverse("unit_merge", args=[office.room_a.pk])
    offered = list(keeper.get(place).context["form"].fields["others"].queryset)
    assert offered == [third, office.room_b]
    typed: Typed = {"others": [office.room_b.pk], "name": "Phòng Mới", "code": "PM", "on": "01/07/2024", "into": ""}
    done = keeper.post(place, typed)
    fresh = Unit.objects.get(code="PM")
    assert (done["Location"], said(done)) == (reverse("unit", args=[fresh.pk]), ["Đã sáp nhập vào Phòng Mới."])
    into = keeper.post(reverse("unit_merge", args=[third.pk]), {"into": fresh.pk, "on": "01/08/2024"})
    assert into["Location"] == reverse("unit", args=[fresh.pk])
    assert Unit.objects.get(pk=third.pk).valid_to == dt.date(2024, 7, 31)


@pytest.mark.parametrize(
    ("name", "typed", "wrong"),
    [
        ("unit_correct", {}, ["code", "kind", "order"]),
        ("unit_rename", {"name": "Phòng Tổng hợp", "on": "01/07/2024"}, ["name"]),
        ("unit_rename", {"name": "Khác", "on": "31/02/2024"}, ["on"]),
        ("unit_rename", {"name": "Khác", "on": "01/01/2999"}, ["on"]),
        ("unit_move", {"parent": "", "on": "01/07/2024"}, ["parent"]),
        ("unit_move", {"parent": "999999", "on": "01/07/2024"}, ["parent"]),
        ("unit_dissolve", {"on": "01/01/2019"}, ["on"]),
        ("unit_split", {"name_1": "Một", "code_1": "M1", "name_2": "Hai", "on": "01/07/2024"}, ["code_2"]),
        ("unit_split", {"name_1": "Một", "code_1": "M1", "code_2": "M2", "on": "01/07/2024"}, ["name_2"]),
        ("unit_split", {"name_1": "Một", "code_1": "M1", "on": "01/07/2024"}, ["__all__"]),
        ("unit_merge", {"on": "01/07/2024"}, ["name"]),
        ("unit_merge", {"on": "01/07/2024", "name": "Mới"}, ["code"]),
        ("unit_merge", {"on": "01/07/2024", "name": "Mới", "code": "M"}, ["others"]),
    ],
)  # fmt: skip
def test_a_refusal_stands_at_its_field_and_changes_nothing(
    office: Office, keeper: Client, name: str, typed: Typed, wrong: list[str]
) -> None:
    before = list(Unit.objects.order_by("id").values())
    shown = keeper.post(reverse(name, args=[office.room_a.pk]), typed)
    assert (shown.status_code, list(shown.context["form"].errors)) == (422, wrong)
    assert list(Unit.objects.order_by("id").values()) == before


def test_an_ended_unit_offers_no_changes(office: Office, keeper: Client) -> None:
    actions.dissolve(office.room_b, actor=SYSTEM, on=DAY)
    shown = keeper.get(reverse("unit", args=[office.room_b.pk])).content.decode()
    assert "Thay đổi tổ chức" not in shown
    assert "Đã kết thúc hoạt động, hết ngày 30/06/2024." in shown


def test_the_list_on_paper_names_the_agency_and_the_day(office: Office, keeper: Client) -> None:
    with clock.standing_on(dt.date(2024, 11, 14)):
        sheet = keeper.get("/don-vi/?xuat=in&ngay=01/07/2024").context["sheet"]
    assert (sheet["office"], sheet["place"], sheet["subtitle"], sheet["date"]) == (
        "Văn phòng Ủy ban nhân dân tỉnh", "Sơn La", "Tại ngày 01/07/2024", dt.date(2024, 11, 14),
    )  # fmt: skip
    assert sheet["rows"][0] == ["1", "Ủy ban nhân dân tỉnh Sơn La", "SL", "Ủy ban nhân dân tỉnh", "", "01/01/2020"]


def test_names_are_never_read_as_markup(office: Office, keeper: Client) -> None:
    merge([office.room_a, office.room_b], NewUnit("<script>alert(1)</script>", "XSS"), actor=SYSTEM, on=DAY)
    for place in ("/don-vi/", "/don-vi/co-cau/", reverse("unit", args=[Unit.objects.get(code="XSS").pk])):
        assert "<script>alert" not in keeper.get(place).content.decode()
