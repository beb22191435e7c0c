"""A browser, a live server and a page that fails its test when the console complains or the CSP is broken."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

# The browser's driver keeps an event loop in this thread; Django would refuse to query beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

SHOTS = Path(__file__).parent / "shots"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SignIn = Callable[[Page, str, str], None]


class Watch:
    """What a page complained about; a test says beforehand which complaints belong to its story."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.expected: list[str] = []

    def expect(self, text: str) -> None:
        """From here on a complaint with `text` in it is part of the story (say, a 403 asked for on purpose)."""
        self.expected.append(text)

    def note(self, text: str) -> None:
        """Keeps a complaint unless it was expected."""
        if not any(e in text for e in self.expected):
            self.complaints.append(text)

    def console(self, message: ConsoleMessage) -> None:
        """A line on the console: errors count, and so does whatever mentions the content security policy."""
        if message.type == "error" or "Content Security Policy" in message.text:
            self.note(f"{message.text} [{message.location.get('url', '')}]")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, once per run; CHROMIUM names another. Left out when there is none, except under CI."""
    names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    path = next((p for p in map(shutil.which, filter(None, names)) if p), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def live(transactional_db: None, live_server: Any) -> str:
    """The address of the application, served by threads of this process from the test's database."""
    return str(live_server.url)


@pytest.fixture
def watch() -> Watch:
    """What the pages of this test complain about."""
    return Watch()


@pytest.fixture
def new_page(
    browser: Browser, live: str, watch: Watch, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser context of its own: one call per person in the story. Options go to the context."""
    contexts = []

    def opened(**options: Any) -> Page:
        size = {"width": 1366, "height": 800}
        context = browser.new_context(base_url=live, locale="vi-VN", viewport=options.pop("viewport", size), **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", watch.console)
        page.on("pageerror", lambda error: watch.note(f"pageerror: {error}"))
        return page

    yield opened
    failed = getattr(request.node, "failed_in_call", False)
    for number, context in enumerate(contexts):
        for page in context.pages:
            if failed or watch.complaints:
                SHOTS.mkdir(exist_ok=True)
                page.screenshot(path=SHOTS / f"{request.node.name}-{number}.png", full_page=True)
        context.close()
    assert watch.complaints == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One page for a story with one person."""
    return new_page()


@pytest.fixture
def sign_in() -> SignIn:
    """Signs somebody in through the form, as people do, and waits for the page behind it."""

    def through_the_form(page: Page, username: str, password: str) -> None:
        page.goto(reverse("sign_in"))
        page.locator("input[name=username]").fill(username)
        page.locator("input[name=password]").fill(password)
        page.locator("form:has(input[name=password]) button.btn-primary").click()
        page.wait_for_url(lambda url: reverse("sign_in") not in url)

    return through_the_form


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remembers on the test whether its call failed, so that the page can be photographed before it closes."""
    report: Any = yield
    if report.when == "call":
        item.failed_in_call = report.failed  # type: ignore[attr-defined]
    return report
