"""The way in and out in a browser: sign-in page, rotation, idle and daily limits, first password."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests import make
from tests.conftest import Cast
from thidua.audit.models import Entry
from thidua.core import clock
from thidua.organisation.actions import accounts
from thidua.organisation.models import Account

MORNING = dt.datetime(2024, 11, 14, 1, tzinfo=dt.UTC)
PROFILE = "/ca-nhan/"


def sign_in(browser: Client, username: str, password: str = make.PASSWORD, **more: str) -> Any:
    return browser.post("/dang-nhap/", {"username": username, "password": password, **more})


@pytest.fixture
def browser() -> Client:
    return Client()


def test_signing_in_goes_where_one_wanted(cast: Cast, browser: Client) -> None:
    asked = browser.get("/nguoi/?q=an")
    assert (asked.status_code, asked["Location"]) == (302, "/dang-nhap/?next=%2Fnguoi%2F%3Fq%3Dan")
    shown = browser.get(asked["Location"])
    assert shown.context["next"] == "/nguoi/?q=an"
    done = sign_in(browser, "chuyenvien", next="/nguoi/?q=an")
    assert (done.status_code, done["Location"]) == (302, "/nguoi/?q=an")
    assert browser.get(PROFILE).status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://xau.vn/", "//xau.vn/", "javascript:alert(1)"])
def test_signing_in_never_leads_out_of_the_house(cast: Cast, browser: Client, elsewhere: str) -> None:
    assert sign_in(browser, "chuyenvien", next=elsewhere)["Location"] == "/"


def test_a_wrong_password_keeps_the_name_and_says_why(cast: Cast, browser: Client) -> None:
    shown = sign_in(browser, "chuyenvien", "sai", next="/nguoi/")
    assert shown.context["form"].non_field_errors() == [
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Mời kiểm tra lại, chú ý chữ hoa và bộ gõ."
    ]
    assert (shown.context["form"]["username"].value(), shown.context["next"]) == ("chuyenvien", "/nguoi/")
    assert 'value="chuyenvien"' in shown.content.decode()
    assert 'value="sai"' not in shown.content.decode()
    assert browser.get(PROFILE).status_code == 302


def test_a_stopped_account_is_out_at_once_and_cannot_come_back(
    cast: Cast, client_of: Callable[[Account], Client]
) -> None:
    browser = client_of(cast.official)
    assert browser.get(PROFILE).status_code == 200
    accounts.set_active(cast.official, actor=make.actor(cast.admin), active=False)
    assert browser.get(PROFILE)["Location"] == "/dang-nhap/?next=%2Fca-nhan%2F"
    assert sign_in(browser, "chuyenvien").status_code == 200


def test_the_session_key_changes_at_the_door(cast: Cast, browser: Client) -> None:
    session = browser.session
    session["seen"] = True
    session.save()
    before = session.session_key
    browser.cookies["sessionid"] = str(before)
    sign_in(browser, "chuyenvien")
    after = browser.session.session_key
    assert after != before
    assert not Session.objects.filter(session_key=before).exists()


def test_signing_out_ends_the_session_everywhere(cast: Cast, browser: Client) -> None:
    sign_in(browser, "chuyenvien")
    key = browser.session.session_key
    assert browser.get("/dang-xuat/").status_code == 405
    assert browser.post("/dang-xuat/")["Location"] == "/dang-nhap/"
    assert not Session.objects.filter(session_key=key).exists()
    assert browser.get(PROFILE).status_code == 302


def test_who_is_signed_in_does_not_sign_in_again(cast: Cast, browser: Client) -> None:
    sign_in(browser, "chuyenvien")
    assert browser.get("/dang-nhap/")["Location"] == "/"


def test_a_session_ends_when_nothing_was_done(cast: Cast, browser: Client, settings: Any) -> None:
    idle = dt.timedelta(seconds=settings.SESSION_IDLE_SECONDS)
    with clock.standing_on(MORNING):
        sign_in(browser, "chuyenvien")
        assert browser.get(PROFILE).status_code == 200
    with clock.standing_on(MORNING + idle):
        assert browser.get(PROFILE).status_code == 200
    with clock.standing_on(MORNING + idle + idle + dt.timedelta(seconds=1)):
        assert browser.get(PROFILE).status_code == 302
        said = browser.get("/dang-nhap/")
        assert said.context["idle"] is True
        assert "Phiên làm việc đã kết thúc" in said.content.decode()
        assert browser.get("/dang-nhap/").context["idle"] is False


def test_a_session_ends_after_a_working_day_however_busy(cast: Cast, browser: Client, settings: Any) -> None:
    now, end = MORNING, MORNING + dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    with clock.standing_on(now):
        sign_in(browser, "chuyenvien")
        browser.get(PROFILE)
    while now + dt.timedelta(minutes=20) <= end:
        now += dt.timedelta(minutes=20)
        with clock.standing_on(now):
            assert browser.get(PROFILE).status_code == 200
    with clock.standing_on(end + dt.timedelta(seconds=1)):
        assert browser.get(PROFILE).status_code == 302


def test_reading_pages_within_a_minute_writes_no_session(
    cast: Cast, client_of: Callable[[Account], Client], django_assert_max_num_queries: Any
) -> None:
    browser = client_of(cast.official)
    with clock.standing_on(MORNING):
        browser.get(PROFILE)
        seen = dict(browser.session.items())
    with clock.standing_on(MORNING + dt.timedelta(seconds=59)):
        browser.get(PROFILE)
        assert dict(browser.session.items()) == seen
    with clock.standing_on(MORNING + dt.timedelta(seconds=60)):
        browser.get(PROFILE)
        assert browser.session["last_seen"] == seen["last_seen"] + 60


def test_who_was_given_a_password_chooses_an_own_one_first(cast: Cast, browser: Client) -> None:
    given = accounts.reset_password(cast.official, actor=make.actor(cast.admin))
    sign_in(browser, "chuyenvien", given)
    assert browser.get("/nguoi/")["Location"] == "/ca-nhan/mat-khau/"
    assert browser.post("/giao-dien/", {"theme": "dark"}).status_code == 302
    shown = browser.get("/ca-nhan/mat-khau/")
    assert shown.context["first"] is True
    typed = {"old": given, "new": "suoi-reu-nang-vang", "again": "suoi-reu-nang-vang"}
    assert browser.post("/ca-nhan/mat-khau/", typed)["Location"] == "/"
    assert browser.get("/nguoi/").status_code == 200


def test_a_changed_password_ends_the_other_sessions_only(
    cast: Cast, client_of: Callable[[Account], Client], browser: Client
) -> None:
    sign_in(browser, "chuyenvien")
    elsewhere = client_of(cast.official)
    assert elsewhere.get(PROFILE).status_code == 200
    typed = {"old": make.PASSWORD, "new": "suoi-reu-nang-vang", "again": "suoi-reu-nang-vang"}
    assert browser.post("/ca-nhan/mat-khau/", typed)["Location"] == PROFILE
    assert (browser.get(PROFILE).status_code, elsewhere.get(PROFILE).status_code) == (200, 302)


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({}, {"old": 1, "new": 1, "again": 1}),
        ({"old": make.PASSWORD, "new": "suoi-reu-nang-vang", "again": "khac"}, {"again": 1}),
        ({"old": "sai", "new": "suoi-reu-nang-vang", "again": "suoi-reu-nang-vang"}, {"old": 1}),
        ({"old": make.PASSWORD, "new": "ngan", "again": "ngan"}, {"new": 1}),
    ],
)
def test_a_refused_password_is_said_at_its_field(
    cast: Cast, client_of: Callable[[Account], Client], typed: dict[str, str], errors: dict[str, int]
) -> None:
    shown = client_of(cast.official).post("/ca-nhan/mat-khau/", typed)
    assert shown.status_code == 422
    assert {name: len(found) for name, found in shown.context["form"].errors.items()} == errors
    assert Account.objects.get(pk=cast.official.pk).check_password(make.PASSWORD)


def test_the_theme_is_kept_and_used(cast: Cast, client_of: Callable[[Account], Client]) -> None:
    browser = client_of(cast.official)
    done = browser.post(reverse("theme"), {"theme": "dark", "next": PROFILE})
    assert done["Location"] == PROFILE
    assert 'data-bs-theme="dark"' in browser.get(PROFILE).content.decode()
    before = Entry.objects.count()
    browser.post(reverse("theme"), {"theme": "neon"})
    assert (Account.objects.get(pk=cast.official.pk).theme, Entry.objects.count()) == ("dark", before)
