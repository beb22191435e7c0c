"""A failure has a number; nothing of what was typed is kept; only administrators read it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import path

from tests.conftest import Cast
from tests.desk.test_desk_page import opened, text
from thidua import urls as real
from thidua.core.page import page
from thidua.desk.actions import keep_error
from thidua.desk.models import ErrorReport
from thidua.organisation.rules import is_signed_in

pytestmark = pytest.mark.django_db
SECRET = "mat-khau-cua-toi"


@page(is_signed_in, methods=("GET", "POST"))
def breaks(request: Any) -> Any:
    """A page with a mistake in it."""
    return int(request.POST.get("bi_mat", "chữ"))


urlpatterns = [*real.urlpatterns, path("hong/", breaks)]
handler500 = real.handler500


@pytest.fixture
def broken(cast: Cast, settings: Any) -> Client:
    """A browser of somebody signed in, on a site with a page that fails."""
    settings.ROOT_URLCONF = __name__
    browser = Client(raise_request_exception=False)
    browser.force_login(cast.head_a)
    return browser


def test_the_page_of_a_failure_shows_the_number_it_was_kept_under(broken: Client, cast: Cast) -> None:
    answer = broken.post("/hong/?q=x", {"bi_mat": SECRET})
    report = ErrorReport.objects.get()
    assert (answer.status_code, re.findall(r'<b class="nw">(\d+)</b>', answer.content.decode())) == (
        500,
        [str(report.pk)],
    )
    assert (report.method, report.path, report.account_id, report.kind) == (
        "POST", "/hong/", cast.head_a.pk, "builtins.ValueError",
    )  # fmt: skip


def test_neither_values_nor_what_was_sent_is_kept(broken: Client) -> None:
    broken.post("/hong/", {"bi_mat": SECRET})
    kept = " ".join(str(value) for value in ErrorReport.objects.values().get().values())
    assert [SECRET in kept, "int(request.POST.get" in kept] == [False, True]


def test_a_visitor_who_meets_a_failure(settings: Any, db: None) -> None:
    request = RequestFactory().get("/")
    number = keep_error(ValueError("x"), request)
    report = ErrorReport.objects.get()
    assert (report.pk, report.account_id, report.place, report.trace) == (number, None, "", "")


@pytest.mark.django_db(transaction=True)
def test_a_database_that_takes_nothing_does_not_make_it_worse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE desk_errorreport RENAME TO desk_errorreport_away")
    try:
        assert keep_error(ValueError("x"), RequestFactory().get("/")) is None
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE desk_errorreport_away RENAME TO desk_errorreport")


def test_administrators_read_what_was_kept(broken: Client, cast: Cast, client_of: Any) -> None:
    broken.get("/hong/")
    report = ErrorReport.objects.get()
    page_ = opened(client_of, cast.admin, "/loi/")
    (row,) = re.findall(r"<tbody>\s*<tr.*?</tr>", page_, re.S)
    cells = [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)]
    assert [cells[1], *cells[3:6]] == [str(report.pk), "/hong/", "GET", "Sùng A Chua"]
    detail = opened(client_of, cast.admin, f"/loi/{report.pk}/")
    assert re.findall(r"<h1>(.*?)</h1>", detail) == [f"Lỗi số {report.pk}"]
    assert re.findall(r"<dt>Loại lỗi</dt><dd>(.*?)</dd>", detail) == ["builtins.ValueError"]


def test_nobody_else_does(cast: Cast, client_of: Any) -> None:
    others = {name: account for name, account in cast.everyone().items() if name != "admin"}
    found = {name: client_of(account).get("/loi/").status_code for name, account in others.items()}
    assert found == dict.fromkeys(others, 403)
    assert client_of(cast.admin).get("/loi/99/").status_code == 404
