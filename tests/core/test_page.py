"""How a view is opened and answered."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.forms import CharField, Form
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from thidua.core.actor import NOBODY, Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.page import allow, answer, attempt, back, fulfil, page, public

ME = Actor(account_id=1, name="Cầm Thị Hương")


def request(path: str = "/x/?a=1", *, actor: Actor = ME, method: str = "get", **data: str) -> Any:
    made: Any = getattr(RequestFactory(), method)(path, data)
    made.actor, made.user = actor, SimpleNamespace(is_authenticated=False, theme="light")
    made._messages = CookieStorage(made)
    return made


@page(lambda actor: actor.account_id == 1)
def hello(request: HttpRequest) -> HttpResponse:
    """Chào."""
    return HttpResponse("chào")


def test_whom_the_rule_lets_in_sees_the_page() -> None:
    assert hello(request()).content.decode() == "chào"


def test_a_visitor_is_sent_to_sign_in_and_comes_back_here() -> None:
    response = hello(request(actor=NOBODY))
    assert (response.status_code, response["Location"]) == (302, "/dang-nhap/?next=%2Fx%2F%3Fa%3D1")


def test_who_may_not_is_refused() -> None:
    with pytest.raises(NotAllowed, match="không có quyền xem trang này"):
        hello(request(actor=Actor(account_id=2, name="B")))


def test_another_method_is_refused_before_anything() -> None:
    assert hello(request(method="post", actor=NOBODY)).status_code == 405


def test_every_view_says_who_may() -> None:
    assert callable(hello.access)  # type: ignore[attr-defined]
    assert public(lambda request: HttpResponse()).access == "public"  # type: ignore[attr-defined]


def test_allow() -> None:
    allow(True)
    with pytest.raises(NotAllowed, match="Đồng chí không có quyền với việc này."):
        allow(False)


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        ("/nguoi/?q=a", "/nguoi/?q=a"),
        ("https://xau.vn/", "/"),
        ("//xau.vn", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_back_goes_only_to_our_own_addresses(wanted: str, place: str) -> None:
    assert back(request(method="post", next=wanted), "desk")["Location"] == place


def test_attempt_turns_a_broken_rule_into_a_message() -> None:
    asked = request()

    def broken() -> None:
        raise RuleBroken("Sai rồi.", article="Điều 5")

    assert attempt(asked, broken) == (False, None)
    assert attempt(asked, lambda: 7, done="Xong.") == (True, 7)
    assert [str(m) for m in get_messages(asked)] == ["Sai rồi. (Căn cứ: Điều 5)", "Xong."]


def test_fulfil_writes_a_broken_rule_at_its_field() -> None:
    class Box(Form):
        name = CharField()

    def broken(field: str | None) -> Any:
        form = Box({"name": "a"})
        form.is_valid()

        def act() -> None:
            raise RuleBroken("Trùng tên.", field=field)

        assert fulfil(form, act) == (False, None)
        return form.errors

    assert broken("name") == {"name": ["Trùng tên."]}
    assert broken(None) == {"__all__": ["Trùng tên."]}
    assert broken("unknown") == {"__all__": ["Trùng tên."]}
    assert fulfil(Box({}), lambda: 7) == (True, 7)


def test_htmx_gets_the_fragment_and_everyone_else_the_page(db: None) -> None:
    asked = request()
    asked.htmx = False
    context = {"confirm": {"title": "Đồng ý?", "url": "/x/", "cancel_url": "/"}}
    assert b"<html" in answer(asked, "core/confirm.html", context).content
    asked.htmx = SimpleNamespace(boosted=False)
    fragment = answer(asked, "core/confirm.html", context, status=422)
    assert (b"<html" in fragment.content, b"<form" in fragment.content, fragment.status_code) == (False, True, 422)
    asked.htmx = SimpleNamespace(boosted=True)
    assert b"<html" in answer(asked, "core/confirm.html", context).content
