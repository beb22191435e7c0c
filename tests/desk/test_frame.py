"""The frame of every page: menu by role, person, office, notices; pages nobody may be shut out of."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import RequestFactory

from tests import make
from tests.conftest import Cast, Office
from thidua.core.actor import NOBODY
from thidua.desk.context import Shell
from thidua.notifications.models import Notice
from thidua.organisation.models import Account

pytestmark = pytest.mark.django_db


def shell(account: Account | None = None, path: str = "/", url_name: str = "desk") -> Shell:
    request = RequestFactory().get(path)
    request.actor = make.actor(account) if account else NOBODY  # type: ignore[attr-defined]
    request.user = account  # type: ignore[assignment]
    request.resolver_match = type("Match", (), {"url_name": url_name})()
    return Shell(request)


def menu(account: Account) -> list[str]:
    found = []
    for entry in shell(account).menu:
        found += [entry["label"], *(f"– {child['label']}" for child in entry["children"])]
    return found


COMMON = [
    "Bàn làm việc", "Phong trào thi đua", "– Việc của đơn vị", "Người và đơn vị", "– Đơn vị", "– Người",
    "Quy định pháp luật",
]  # fmt: skip
RUNNING = COMMON[:3] + ["Văn bản, kế hoạch"] + COMMON[3:]


def test_the_menu_shows_what_the_roles_open(cast: Cast) -> None:
    no_people = [label for label in COMMON if label != "– Người"]
    assert {name: menu(account) for name, account in cast.everyone().items()} == {
        "admin": [*COMMON, "Hệ thống", "– Tài khoản", "– Nhật ký", "– Lỗi đã ghi"],
        "leader": COMMON,
        "standing": RUNNING,
        "head_a": COMMON,
        "head_b": COMMON,
        "official": COMMON,
        "editor": COMMON,
        "upper_viewer": no_people,
        "outsider": no_people,
    }


def test_every_entry_of_the_menu_opens(cast: Cast, client_of: Any) -> None:
    found = {}
    for name, account in cast.everyone().items():
        browser = client_of(account)
        urls = {e["url"] for entry in shell(account).menu for e in [entry, *entry["children"]]}
        found[name] = sorted({browser.get(url).status_code for url in urls})
    assert found == dict.fromkeys(cast.everyone(), [200])


def test_the_person_and_the_office_stand_in_the_frame(cast: Cast, office: Office) -> None:
    found = shell(cast.head_a)
    assert (found.office_name, found.me) == (
        "Văn phòng Ủy ban nhân dân tỉnh",
        {"name": "Sùng A Chua", "initials": "SC", "unit": "P. Tổng hợp", "roles": ["Trưởng đơn vị"]},
    )


def test_who_has_no_post_is_named_by_the_role(cast: Cast) -> None:
    found = shell(cast.upper_viewer)
    assert (found.office_name, found.me) == (
        "Văn phòng Ủy ban nhân dân tỉnh",
        {"name": "Người xem cấp trên", "initials": "NT", "unit": "Người xem cấp trên", "roles": []},
    )


def test_whom_to_call_is_the_nearest_administrator_with_a_telephone(cast: Cast) -> None:
    assert shell(cast.head_a).help_contact is None
    person = cast.admin.person
    assert person is not None
    person.phone = "0212 385 000"
    person.save()
    assert shell(cast.head_a).help_contact == {"name": "Lường Văn Quản", "phone": "0212 385 000"}


def test_a_visitor_is_told_nothing(cast: Cast) -> None:
    found = shell()
    assert (found.menu, found.tabs, found.me, found.unread, found.waiting) == ([], [], None, 0, 0)
    assert (found.theme, found.office_name, found.help_contact, found.search_url) == ("light", "", None, "")


def test_a_visitor_of_the_only_agency_reads_its_name(db: None) -> None:
    make.make_agency()
    assert shell().office_name == "Văn phòng Ủy ban nhân dân tỉnh"


def test_the_place_in_the_menu_follows_the_page(cast: Cast) -> None:
    def active(url_name: str) -> list[str]:
        found = shell(cast.standing, url_name=url_name).menu
        return [e["label"] for entry in found for e in [entry, *entry["children"]] if e["active"]]

    names = ("desk", "movement_tasks", "assignment_move", "plan_upload", "unit_rename", "person_new", "law_rules")
    assert [active(name) for name in names] == [
        ["Bàn làm việc"], ["Phong trào thi đua"], ["Việc của đơn vị"], ["Văn bản, kế hoạch"], ["Đơn vị"], ["Người"],
        ["Quy định pháp luật"],
    ]  # fmt: skip


def test_unread_notices_are_counted(cast: Cast) -> None:
    Notice.objects.create(account_id=cast.head_a.pk, subject="Việc mới", created_at=dt.datetime.now(dt.UTC))
    assert (shell(cast.head_a).unread, shell(cast.head_b).unread) == (1, 0)


def test_a_clock_that_stands_says_so_on_every_page(cast: Cast, client_of: Any, settings: Any) -> None:
    settings.TODAY = dt.date(2025, 11, 12)
    page = client_of(cast.head_a).get("/").content.decode()
    notes = re.findall(r'<p class="side-foot side-notice">(.*?)</p>', page)
    assert notes == ["Bản trình diễn: đồng hồ đứng ở ngày 12/11/2025."]


def test_the_theme_of_the_account_is_worn(cast: Cast, client_of: Any) -> None:
    cast.head_a.theme = "dark"
    cast.head_a.save()
    page = client_of(cast.head_a).get("/").content.decode()
    assert re.findall(r'<html lang="vi" data-bs-theme="(\w+)">', page) == ["dark"]


def test_an_address_where_nothing_is(cast: Cast, client_of: Any) -> None:
    found = client_of(cast.head_a).get("/khong-co/")
    assert (found.status_code, [t.name for t in found.templates][0]) == (404, "404.html")
