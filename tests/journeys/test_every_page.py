"""Every page of the demo, for every role: it answers, speaks Vietnamese, fits the window and hinders nobody."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from playwright.sync_api import Page

from tests.journeys.axe import violations
from tests.journeys.conftest import Watch
from thidua.desk.demo.logins import LOGINS
from thidua.organisation.models import Account

NewPage = Callable[..., Page]
pytestmark = pytest.mark.journey

ROLES = [login.username for login in LOGINS if login.hint and login.username != "pho-van-phong"]
DESKTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
ALIKE = 2  # pages of one kind that are opened for one role
DOWNLOADS = {"evidence", "plan_file", "movement_file"}
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
HIDDEN = re.compile(r"<(script|svg|head)\b.*?</\1>|<[^>]+>", re.DOTALL)
CODES = re.compile(
    r"\b(?:None|True|False|NaN|undefined|null)\b|\{\{|\{%|\{#|<bound |&lt;\w+: "
    r"|\b[a-z]+_[a-z_]+\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b(?:This field|Select|Choose|Submit|Save|Cancel|Delete|Required|Enter a|Login|Logout|Page|of the)\b"
)


@dataclass(frozen=True)
class Demo:
    """Where the demo is served, and the pages each role found from its desk: kind of page and year to one address."""

    url: str
    cookies: dict[str, str]
    pages: dict[str, dict[str, str]]
    broken: set[str]


def browser_of(username: str) -> Client:
    """Somebody signed in."""
    client = Client(raise_request_exception=False)
    client.force_login(Account.objects.get(username=username))
    return client


def plain_addresses() -> Iterator[str]:
    """Every address of the table that has no number in it."""

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, prefix + str(pattern.pattern))
            else:
                yield prefix + str(pattern.pattern)

    return (address for address in walk(get_resolver().url_patterns, "/") if "<" not in address)


def complaints(name: str, status: int, text: str) -> set[str]:
    """What is wrong with an answer, before a browser has looked at it."""
    if status != 200:
        return {f"{name}: {status}"}
    return {f"{name}: {found}" for found in CODES.findall(HIDDEN.sub(" ", text))}


def walk(client: Client) -> tuple[dict[str, str], set[str]]:
    """Follows every link from the desk. Gives one address per kind of page, and what was wrong on the way.

    A page linked to must open; an address of the table nobody links to may refuse, not break."""
    pages: dict[str, str] = {}
    wrong: set[str] = set()
    seen: set[str] = set()
    alike: dict[tuple[str, ...], int] = {}
    waiting = [(reverse("desk"), True), *((address, False) for address in plain_addresses())]
    while waiting:
        address, linked = waiting.pop(0)
        parts = urlsplit(address)
        name = resolve(parts.path).url_name or ""
        kind = (name, *sorted(key for key, _ in parse_qsl(parts.query)))
        if address in seen or name in DOWNLOADS or "xuat=" in parts.query or alike.get(kind, 0) >= ALIKE:
            continue
        seen.add(address)
        alike[kind] = alike.get(kind, 0) + 1
        answer = client.get(address)
        if not linked and answer.status_code in (302, 403, 405):
            continue
        text = answer.content.decode()
        wrong |= complaints(name, answer.status_code, text)
        pages.setdefault(f"{name} {dict(parse_qsl(parts.query)).get('nam', '')}", address)
        for link in map(html.unescape, LINK.findall(text)):
            if link.startswith(("/", "?")) and not link.startswith("/static"):
                waiting.append((urljoin(address, link).split("#")[0], True))
    return pages, wrong


@pytest.fixture
def demo(live: str, settings: LazySettings, tmp_path: Path) -> Demo:
    """The demo in the test's database, served, and every page walked by every role without a browser."""
    settings.VAR = tmp_path
    call_command("demo", verbosity=0, stdout=io.StringIO())
    settings.TODAY = dt.date(2025, 11, 12)
    cookies: dict[str, str] = {}
    pages: dict[str, dict[str, str]] = {}
    broken: set[str] = set()
    for username in ROLES:
        client = browser_of(username)
        pages[username], wrong = walk(client)
        cookies[username] = client.cookies[settings.SESSION_COOKIE_NAME].value
        broken |= {f"{username} {line}" for line in wrong}
    return Demo(live, cookies, pages, broken)


def looked_at(page: Page, watch: Watch, address: str) -> list[str]:
    """Opens a page in the browser; gives what hinders people on it."""
    page.goto(address)
    wrong = [*violations(page), *watch.complaints]
    watch.complaints.clear()
    if not page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
        wrong.append("wider than the window")
    return [f"{address}: {line}" for line in wrong]


def look(demo: Demo, new_page: NewPage, watch: Watch, *, roles: list[str], phone: bool) -> list[str]:
    """Each kind of page once, as the first of the roles that found it sees it: on a desk by day, a phone by night."""
    wrong: list[str] = []
    seen: set[str] = set()
    for username in roles:
        fresh = {name: address for name, address in demo.pages[username].items() if name not in seen}
        seen.update(fresh)
        if not fresh:
            continue
        page = new_page(viewport=PHONE if phone else DESKTOP)
        session = {"name": "sessionid", "value": demo.cookies[username], "url": demo.url}
        page.context.add_cookies([session])  # type: ignore[list-item]  # a dictionary with these keys
        if phone:
            page.goto(reverse("desk"))
            page.locator("header details.menu summary").click()
            page.get_by_role("button", name="Tối").click()
            page.locator("html[data-bs-theme=dark]").wait_for()
        for address in fresh.values():
            wrong += [f"{username} {line}" for line in looked_at(page, watch, address)]
    assert len(seen) > 35
    return wrong


@pytest.mark.timeout(400)
def test_every_page_opens_and_hinders_nobody(demo: Demo, new_page: NewPage, watch: Watch) -> None:
    """One test, because the demo takes its time to build."""
    assert {username: len(pages) > 10 for username, pages in demo.pages.items()} == dict.fromkeys(ROLES, True)
    assert demo.broken == set()
    assert look(demo, new_page, watch, roles=ROLES, phone=False) == []
    assert look(demo, new_page, watch, roles=ROLES[::-1], phone=True) == []
