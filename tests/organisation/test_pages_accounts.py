"""The pages of accounts, for administrators; my account; my notices."""

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
from thidua.notifications.models import Notice
from thidua.organisation import rules
from thidua.organisation.models import Account, RoleAssignment, SignInTries

Browser = Callable[[Account], Client]


@pytest.fixture
def admin(cast: Cast, client_of: Browser) -> Client:
    return client_of(cast.admin)


def said(response: Any) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def lock(account: Account) -> None:
    now = clock.now()
    SignInTries.objects.create(
        username=account.username, failures=7, last_at=now, locked_until=now + dt.timedelta(minutes=5)
    )


def test_the_list_tells_roles_and_condition(cast: Cast, admin: Client) -> None:
    lock(cast.official)
    Account.objects.filter(pk=cast.editor.pk).update(is_active=False)
    Account.objects.filter(pk=cast.head_b.pk).update(must_change_password=True)

    def rows(query: str) -> dict[str, tuple[str, str]]:
        listing = admin.get(f"/tai-khoan/?{query}").context["listing"]
        return {row.object.username: (row.cells[2].text, row.cells[3].badge.words) for row in listing.rows}

    found = rows("")
    assert found["chuyenvien"] == ("Chuyên viên, P. Tổng hợp", "Tạm khóa")
    assert found["bientap"] == ("Biên tập, Văn phòng Ủy ban nhân dân tỉnh", "Ngừng sử dụng")
    assert found["truongphongb"] == ("Trưởng đơn vị, P. Nội chính", "Chờ đổi mật khẩu")
    assert found["nguoingoai"] == ("Chưa có", "Đang sử dụng")
    assert set(rows("tinh-trang=khoa")) == {"chuyenvien"}
    assert set(rows("tinh-trang=ngung")) == {"bientap"}
    assert set(rows("tinh-trang=dung")) == set(found) - {"bientap"}
    assert set(rows("vai-tro=head")) == {"truongphonga", "truongphongb"}
    assert set(rows("q=cam+huong")) == {"thuongtruc"}
    assert set(rows("q=captren")) == {"captren"}


def test_an_account_is_opened_with_a_role_and_a_password_shown_once(office: Office, cast: Cast, admin: Client) -> None:
    person = make.make_person("Đinh Quốc Khánh")
    make.make_post(person, office.room_b)
    typed = {"person": person.pk, "username": "", "role": rules.OFFICIAL, "unit": office.room_b.pk}
    shown = admin.post("/tai-khoan/them/", typed)
    account = Account.objects.get(person=person)
    password = shown.context["password"]
    assert (shown.status_code, account.username, account.must_change_password) == (200, "khanhdq", True)
    assert account.check_password(password)
    assert password in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert str(account.roles.get()) == "Chuyên viên của Phòng Nội chính"
    assert password not in admin.get(reverse("account", args=[account.pk])).content.decode()


def test_an_account_without_a_person(cast: Cast, admin: Client) -> None:
    admin.post("/tai-khoan/them/", {"label": "Ban Thi đua trung ương", "username": "bantdtw"})
    account = Account.objects.get(username="bantdtw")
    assert (account.label, account.person) == ("Ban Thi đua trung ương", None)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, ["label"]),
        ({"label": "Người mới", "username": "quantri"}, ["username"]),
        ({"label": "Người mới", "username": "có dấu"}, ["username"]),
        ({"label": "Người mới", "role": "official"}, ["unit"]),
        ({"label": "Người mới", "person": "999999"}, ["person"]),
    ],
)
def test_a_refused_account_is_not_opened(cast: Cast, admin: Client, typed: dict[str, str], wrong: list[str]) -> None:
    before = Account.objects.count()
    shown = admin.post("/tai-khoan/them/", typed)
    assert (shown.status_code, list(shown.context["form"].errors), Account.objects.count()) == (422, wrong, before)


def test_a_role_is_granted_and_revoked(office: Office, cast: Cast, admin: Client) -> None:
    place = reverse("role_grant", args=[cast.outsider.pk])
    typed = {"role": rules.EDITOR, "unit": office.agency.pk, "on": "01/07/2024", "until": ""}
    done = admin.post(place, typed)
    role = cast.outsider.roles.get()
    assert said(done) == ["Đã giao vai trò Biên tập của Văn phòng Ủy ban nhân dân tỉnh."]
    assert (role.valid_from, role.valid_to) == (dt.date(2024, 7, 1), None)
    again = admin.post(place, typed)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["role"])
    gone = admin.post(reverse("role_revoke", args=[role.pk]), {"last_day": "31/12/2024"})
    assert gone["Location"] == reverse("account", args=[cast.outsider.pk])
    assert RoleAssignment.objects.get(pk=role.pk).valid_to == dt.date(2024, 12, 31)


def test_the_last_administrator_cannot_be_revoked_from_the_page(cast: Cast, admin: Client) -> None:
    role = cast.admin.roles.get()
    shown = admin.post(reverse("role_revoke", args=[role.pk]), {"last_day": "01/07/2024"})
    assert shown.status_code == 422
    assert "quản trị cuối cùng" in shown.context["form"].non_field_errors()[0]
    assert RoleAssignment.objects.get(pk=role.pk).valid_to is None


def test_a_password_is_reset_after_asking(cast: Cast, admin: Client) -> None:
    place = reverse("password_reset", args=[cast.official.pk])
    assert admin.get(place).context["confirm"]["title"] == "Cấp lại mật khẩu cho Vì Văn Sơn?"
    assert Account.objects.get(pk=cast.official.pk).check_password(make.PASSWORD)
    shown = admin.post(place)
    assert Account.objects.get(pk=cast.official.pk).check_password(shown.context["password"])
    assert "no-store" in shown["Cache-Control"]


def test_an_account_is_stopped_after_asking_and_started_again(cast: Cast, admin: Client) -> None:
    place = reverse("account_stop", args=[cast.official.pk])
    assert admin.get(place).context["confirm"]["title"] == "Ngừng tài khoản của Vì Văn Sơn?"
    assert said(admin.post(place)) == ["Đã ngừng tài khoản của Vì Văn Sơn."]
    assert not Account.objects.get(pk=cast.official.pk).is_active
    assert said(admin.post(reverse("account_resume", args=[cast.official.pk])))[-1] == "Vì Văn Sơn đăng nhập lại được."
    assert Account.objects.get(pk=cast.official.pk).is_active
    own = admin.post(reverse("account_stop", args=[cast.admin.pk]))
    assert said(own)[-1] == "Đồng chí không thể ngừng tài khoản của chính mình."


def test_an_account_that_waits_is_unlocked(cast: Cast, admin: Client) -> None:
    lock(cast.official)
    place = reverse("account", args=[cast.official.pk])
    assert "Mở khóa ngay" in admin.get(place).content.decode()
    admin.post(reverse("account_unlock", args=[cast.official.pk]))
    assert not SignInTries.objects.exists()
    shown = admin.get(place)
    assert "Mở khóa ngay" not in shown.content.decode()
    assert shown.context["history"][0].what == "Mở khóa tài khoản"


def test_my_account_tells_posts_and_roles_of_today(office: Office, cast: Cast, client_of: Browser) -> None:
    shown = client_of(cast.head_a).get("/ca-nhan/").context
    assert [str(post) for post in shown["posts"]] == ["Trưởng phòng, Phòng Tổng hợp"]
    assert shown["roles"] == [{"label": "Trưởng đơn vị", "unit": office.room_a, "until": None}]
    nobody = client_of(cast.upper_viewer).get("/ca-nhan/").context
    assert (nobody["posts"], [role["label"] for role in nobody["roles"]]) == ([], ["Người xem cấp trên"])


@pytest.fixture
def notices(cast: Cast) -> list[Notice]:
    """Three for the official, one of them about a page outside; one for somebody else."""
    return [
        Notice.objects.create(account_id=who.pk, subject=f"Tin {n}", url=url, created_at=clock.now())
        for n, (who, url) in enumerate(
            [(cast.official, "/don-vi/"), (cast.official, "https://xau.vn/"), (cast.official, ""), (cast.editor, "/")]
        )
    ]


def test_the_inbox_shows_ones_own_notices(cast: Cast, client_of: Browser, notices: list[Notice]) -> None:
    browser = client_of(cast.official)
    shown = browser.get("/thong-bao/")
    assert [row.object.subject for row in shown.context["listing"].rows] == ["Tin 2", "Tin 1", "Tin 0"]
    assert shown.context["lead"] == "3 thông báo chưa đọc."
    browser.post(reverse("notice_open", args=[notices[2].pk]))
    unread = browser.get("/thong-bao/?doc=chua").context["listing"].rows
    assert [row.object.subject for row in unread] == ["Tin 1", "Tin 0"]


@pytest.mark.parametrize(("number", "place"), [(0, "/don-vi/"), (1, "/thong-bao/"), (2, "/thong-bao/")])
def test_opening_a_notice_marks_it_and_goes_to_its_page(
    cast: Cast, client_of: Browser, notices: list[Notice], number: int, place: str
) -> None:
    done = client_of(cast.official).post(reverse("notice_open", args=[notices[number].pk]))
    assert done["Location"] == place
    assert Notice.objects.get(pk=notices[number].pk).read_at is not None


def test_nobody_opens_anothers_notice(cast: Cast, client_of: Browser, notices: list[Notice]) -> None:
    assert client_of(cast.official).post(reverse("notice_open", args=[notices[3].pk])).status_code == 404
    assert Notice.objects.get(pk=notices[3].pk).read_at is None


def test_all_are_marked_as_read(cast: Cast, client_of: Browser, notices: list[Notice]) -> None:
    browser = client_of(cast.official)
    done = browser.post("/thong-bao/da-doc/")
    assert said(done) == ["Đã đánh dấu 3 thông báo là đã đọc."]
    assert browser.get("/thong-bao/").context["lead"] == "Đã đọc hết."


def test_an_empty_inbox_says_so(cast: Cast, client_of: Browser) -> None:
    assert "Chưa có thông báo nào" in client_of(cast.editor).get("/thong-bao/").content.decode()
