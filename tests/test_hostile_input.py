"""What strangers type into addresses and forms: never an error of ours, never somebody else's markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import make
from tests.conftest import Cast, Office
from tests.movements import plan_text
from thidua.audit.models import Entry
from thidua.movements.models import PlanLine, PlanVersion, ProgressUpdate, Task
from thidua.notifications.models import Notice
from thidua.organisation import rules
from thidua.organisation.models import Account, Person

ClientOf = Callable[[Account], Client]
LONG = "9" * 5000  # longer than Python reads as a number
MARKUP = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
RIGHT_TO_LEFT = "\u202egnod gnohp\u202c 😀 Ầ"

PARAMETERS = ("nam", "don-vi", "trang-thai", "q", "sau", "truoc", "xep", "xuat", "sua", "next", "ngay", "thoi-ky")
VALUES = ("99999", "²", LONG, "%00", "%F0%9F%98%80%E2%80%AE", "31/12/9999")

FIELDS = [
    "title", "name", "short_name", "code", "symbol", "place", "note", "reason", "value", "text", "what", "kind",
    "unit", "units", "date", "on", "valid_from", "viec", "ngay", "to", "via", "first_year", "last_year", "target",
    "measure", "internal_due", "cooperating", "full_name", "born_on", "sex", "email", "phone", "position", "rank",
    "staff_group", "username", "label", "role", "person", "parent", "order", "successor", "next", "theme",
    "xac_nhan", "chon", "basis", "number",
]  # fmt: skip


def addresses(patterns: list[Any], prefix: str = "/") -> Iterator[str]:
    """Every address of the URL table, its parts still in brackets."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern)


def filled(address: str, number: str, word: str) -> str:
    """The address with a number and a word in place of its parts."""
    return re.sub(r"<str:\w+>", word, re.sub(r"<int:\w+>", number, address))


TABLE = sorted(set(addresses(get_resolver().url_patterns)))


def failures(browser: Client, urls: list[str], data: dict[str, Any] | None = None) -> list[str]:
    """The addresses that answered with an error of ours."""
    found = []
    for url in urls:
        answer = browser.get(url) if data is None else browser.post(url, data)
        answer.getvalue()  # a download is read to its end, which closes its file
        found += [url[:120]] if answer.status_code >= 500 else []
    return found


def answers(browser: Client, url: str) -> bool:
    """Whether there is a page."""
    answer = browser.get(url)
    answer.getvalue()
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


@pytest.fixture
def stage(office: Office, cast: Cast, client_of: ClientOf) -> Task:
    """A movement, an assignment and an uploaded plan, so that the addresses with number 1 lead somewhere."""
    movement = make.make_movement(office.agency)
    task = make.make_task(movement)
    make.make_assignment(task, office.room_a)
    plan = SimpleUploadedFile("ke-hoach.txt", plan_text.text().encode())
    client_of(cast.standing).post(reverse("plan_upload"), {"file": plan})
    assert PlanVersion.objects.count() == 1
    return task


def known(task: Task) -> list[str]:
    """Every address with the numbers of things that are there."""
    version, line = PlanVersion.objects.get(), PlanLine.objects.order_by("pk").first()
    assert line is not None
    assignment, movement = task.assignments.get(), task.movement
    own = {
        "/phong-trao/ke-hoach/dong/": line.pk, "/phong-trao/ke-hoach/": version.pk, "/phong-trao/viec/": assignment.pk,
        "/phong-trao/nhiem-vu/": task.pk, "/phong-trao/": movement.pk, "/don-vi/": assignment.unit_id,
        "/tai-khoan/": Account.objects.order_by("pk").values_list("pk", flat=True).first(),
        "/nguoi/": Person.objects.order_by("pk").values_list("pk", flat=True).first(),
    }  # fmt: skip
    return [filled(a, str(next((pk for start, pk in own.items() if a.startswith(start)), 1)), "zz") for a in TABLE]


@pytest.mark.parametrize("name", ["admin", "standing", "head_a", "outsider"])
def test_no_address_breaks_on_a_number_nobody_knows(stage: Task, cast: Cast, client_of: ClientOf, name: str) -> None:
    browser = client_of(cast.everyone()[name])
    browser.raise_request_exception = False
    strange = {filled(address, number, "zz") for address in TABLE for number in ("0", "99999999999999999999")}
    assert failures(browser, [*known(stage), *sorted(strange)]) == []


def test_no_page_breaks_on_what_stands_behind_the_question_mark(stage: Task, cast: Cast, client_of: ClientOf) -> None:
    queries = ["&".join(f"{parameter}={value}" for parameter in PARAMETERS) for value in VALUES]
    walked: set[str] = set()
    for account in (cast.standing, cast.admin):
        browser = client_of(account)
        browser.raise_request_exception = False
        pages = [url for url in known(stage) if url not in walked and answers(browser, url)]
        walked.update(pages)
        assert failures(browser, [f"{page}?{query}" for page in pages for query in queries]) == []
    assert len(walked) > 30


@pytest.mark.parametrize("name", ["admin", "standing"])
@pytest.mark.parametrize("text", ["\0", LONG, MARKUP + RIGHT_TO_LEFT + "😀" * 3000], ids=["nul", "digits", "markup"])
def test_no_form_breaks_on_what_is_typed(stage: Task, cast: Cast, client_of: ClientOf, name: str, text: str) -> None:
    browser = client_of(cast.everyone()[name])
    browser.raise_request_exception = False
    urls = [url for url in known(stage) if "dang-xuat" not in url and "mat-khau" not in url]
    assert failures(browser, urls, dict.fromkeys(FIELDS, text)) == []


def test_markup_in_names_and_notes_stays_text(stage: Task, office: Office, cast: Cast, client_of: ClientOf) -> None:
    browser, found = client_of(cast.head_a), stage.assignments.get()
    Task.objects.filter(pk=stage.pk).update(title=MARKUP)
    office.room_a.name = MARKUP
    office.room_a.save()
    evidence = SimpleUploadedFile("<img src=x onerror=alert(1)>.txt", b"minh chung")
    answered = browser.post(reverse("assignment", args=[found.pk]), {"note": MARKUP, "files": evidence})
    assert answered.status_code == 302
    update = ProgressUpdate.objects.get()
    file = browser.get(reverse("evidence", args=[found.pk, update.files.get().pk]))
    assert file.getvalue() == b"minh chung"
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Content-Disposition"].startswith("attachment")
    browser.post(reverse("assignment_move", args=[found.pk, "submit"]))
    assert Notice.objects.exists()
    watcher = client_of(cast.standing)
    pages = ["desk", "matrix", "assignments", "inbox", "units", "unit_tree", "search", "movements"]
    shown = [watcher.get(reverse(name), {"q": MARKUP} if name == "search" else {}).content.decode() for name in pages]
    shown += [watcher.get(reverse("assignment", args=[found.pk])).content.decode()]
    shown += [watcher.get(reverse("assignments"), {"xuat": "in", "trang-thai": ""}).content.decode()]
    assert [page for page in shown if "<img src=x" in page or "<script>alert" in page] == []
    assert sum("&lt;img src=x" in page for page in shown) > 4


def test_next_never_leads_to_another_site(cast: Cast, client_of: ClientOf) -> None:
    for wanted in (
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\0//evil.example",
    ):
        fresh = Client()
        signed = fresh.post(
            f"{reverse('sign_in')}", {"username": "thuongtruc", "password": make.PASSWORD, "next": wanted}
        )
        assert (signed.status_code, signed.headers["Location"]) == (302, reverse("desk"))
        turned = client_of(cast.standing).post(reverse("theme"), {"theme": "dark", "next": wanted})
        assert (turned.status_code, turned.headers["Location"]) == (302, reverse("desk"))


def test_a_post_without_its_token_is_refused_in_vietnamese(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.standing)
    for name in ("notices_read", "theme", "sign_out", "plan_upload", "unit_new", "person_new"):
        answer = browser.post(reverse(name), {})
        assert (name, answer.status_code) == (name, 403)
    assert browser.get(reverse("desk")).status_code == 200


@pytest.mark.parametrize("role", [rules.ADMIN, rules.STANDING, rules.LEADER, rules.HEAD, rules.OFFICIAL])
def test_roles_in_another_agency_change_nothing_here(
    stage: Task, office: Office, cast: Cast, client_of: ClientOf, role: str
) -> None:
    make.make_role(cast.outsider, role, office.other_agency)
    browser, found = client_of(cast.outsider), stage.assignments.get()
    line = PlanLine.objects.order_by("pk").first()
    assert line is not None
    before = Entry.objects.count()
    posts: list[tuple[str, list[Any], dict[str, Any]]] = [
        ("assignment", [found.pk], {"note": "x"}),
        ("assignment_move", [found.pk, "submit"], {}),
        ("movement_move", [stage.movement_id, "sum_up"], {}),
        ("urge", [stage.movement_id, found.unit_id], {}),
        ("task", [stage.pk], {"target": "5"}),
        ("plan_line", [line.pk], {"viec": "dung"}),
        ("plan_confirm_certain", [line.version_id], {}),
        ("unit_rename", [found.unit_id], {"name": "Khác", "on": "12/11/2025"}),
        ("unit_dissolve", [found.unit_id], {"on": "12/11/2025"}),
        ("person_edit", [cast.head_a.person_id], {"full_name": "Lò Thị Khác", "sex": "female"}),
        ("account_stop", [cast.head_a.pk], {}),
        ("password_reset", [cast.head_a.pk], {}),
        ("role_grant", [cast.outsider.pk], {"role": rules.ADMIN, "unit": office.province.pk, "on": "12/11/2025"}),
    ]
    codes = {name: browser.post(reverse(name, args=args), data).status_code for name, args, data in posts}
    # a person of another agency is not even there (404); all the rest is refused to one's face
    assert {name: code for name, code in codes.items() if code not in (403, 422)} == (
        {"person_edit": 404} if role in (rules.ADMIN, rules.STANDING) else {}
    )
    assert Entry.objects.count() == before
    assert browser.get(reverse("movement", args=[stage.movement_id])).status_code == 403
    assert browser.get(reverse("assignment", args=[found.pk])).status_code == 403
