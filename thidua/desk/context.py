"""What the frame of every page shows: menu, person, notices, office. Each part is asked for only when it is drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from thidua.core import clock
from thidua.core.actor import NOBODY, Actor
from thidua.core.templatetags.td import ngay
from thidua.core.text import initials
from thidua.desk import queries
from thidua.desk.todo import Job, todo
from thidua.movements import rules as movement_rules
from thidua.notifications.queries import unread_count
from thidua.organisation import rules
from thidua.organisation.rules import ROLE_LABELS


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the menu: `name` is its address, `covers` the beginnings of the address names it stands for."""

    label: str
    name: str
    icon: str
    rule: Callable[[Actor], bool]
    covers: tuple[str, ...]
    children: tuple[Entry, ...] = ()


_SIGNED_IN, _ADMIN = rules.is_signed_in, rules.is_admin
DESK = Entry("Bàn làm việc", "desk", "inbox", _SIGNED_IN, ("desk", "matrix"))
WORK = Entry("Việc của đơn vị", "assignments", "clipboard-list", _SIGNED_IN, ("assignment", "evidence"))
MOVEMENTS = Entry(
    "Phong trào thi đua", "movements", "flag", movement_rules.sees_movements,
    ("movement", "task", "urge", "open_round", "carry_over"), (WORK,),
)  # fmt: skip
PLANS = Entry("Văn bản, kế hoạch", "plans", "file-text", movement_rules.uploads_plans, ("plan",))
UNITS = Entry("Đơn vị", "units", "sitemap", rules.sees_directory, ("unit",))
PEOPLE = Entry("Người", "people", "users", rules.sees_people, ("people", "person"))
DIRECTORY = Entry("Người và đơn vị", "units", "users", rules.sees_directory, (), (UNITS, PEOPLE))
LAW = Entry("Quy định pháp luật", "law_rules", "scale", _SIGNED_IN, ("law_",))
ACCOUNTS = Entry("Tài khoản", "accounts", "key", _ADMIN, ("account", "role"))
LOG = Entry("Nhật ký", "log", "history", _ADMIN, ("log",))
ERRORS = Entry("Lỗi đã ghi", "errors", "alert-triangle", _ADMIN, ("error",))
SYSTEM = Entry("Hệ thống", "accounts", "settings", _ADMIN, (), (ACCOUNTS, LOG, ERRORS))
MENU = (DESK, MOVEMENTS, PLANS, DIRECTORY, LAW, SYSTEM)
TABS = ((DESK, "Việc của tôi"), (MOVEMENTS, "Phong trào"), (WORK, "Việc đơn vị"))


class Shell:
    """The `shell` variable of the base templates; a part that is not drawn costs nothing."""

    def __init__(self, request: Any) -> None:
        self._request = request
        self._actor: Actor = getattr(request, "actor", NOBODY)
        match = getattr(request, "resolver_match", None)
        self._page = (match.url_name or "") if match else ""

    @property
    def signed_in(self) -> bool:
        """Whether somebody is at the keyboard."""
        return self._actor.account_id is not None

    @cached_property
    def today(self) -> dt.date:
        """The day the page speaks of."""
        return clock.today()

    @property
    def notice(self) -> str:
        """Said on every page while the clock stands still."""
        return f"Bản trình diễn: đồng hồ đứng ở ngày {ngay(settings.TODAY)}." if settings.TODAY else ""

    @property
    def theme(self) -> str:
        """Light, dark or as the machine has it."""
        return self._request.user.theme if self.signed_in else "light"

    @cached_property
    def _places(self) -> queries.Places:
        return queries.places_of(self._actor)

    @property
    def office_name(self) -> str:
        """The agency of the person; before signing in the only agency there is."""
        return self._places.office

    @property
    def help_contact(self) -> dict[str, str] | None:
        """Whom to call: the administrator of the place."""
        return self._places.contact if self.signed_in else None

    @cached_property
    def me(self) -> dict[str, Any] | None:
        """The person signed in."""
        if not self.signed_in:
            return None
        roles = list(dict.fromkeys(ROLE_LABELS[grant.role] for grant in self._actor.grants))
        unit = self._places.unit or ", ".join(roles)
        return {
            "name": self._actor.name,
            "initials": initials(self._actor.name),
            "unit": unit,
            "roles": roles if self._places.unit else [],
        }

    @cached_property
    def unread(self) -> int:
        """Notices not read yet."""
        return unread_count(self._actor.account_id) if self._actor.account_id is not None else 0

    @cached_property
    def waiting(self) -> int:
        """How many things wait for this person."""
        return len(jobs_of(self._request)) if self.signed_in else 0

    @cached_property
    def menu(self) -> list[dict[str, Any]]:
        """The side menu, by what the roles open."""
        return list(self._drawn(MENU)) if self.signed_in else []

    def _drawn(self, entries: tuple[Entry, ...]) -> Iterator[dict[str, Any]]:
        for entry in entries:
            url = address(entry.name)
            if not url or not entry.rule(self._actor):
                continue
            children = list(self._drawn(entry.children))
            yield {
                "label": entry.label,
                "icon": entry.icon,
                "url": url,
                "count": self.waiting if entry is DESK else 0,
                "active": self._covers(entry),
                "children": children,
            }

    def _covers(self, entry: Entry) -> bool:
        return any(self._page.startswith(beginning) for beginning in entry.covers)

    @cached_property
    def tabs(self) -> list[dict[str, Any]]:
        """The bar at the foot of a phone."""
        if not self.signed_in:
            return []
        entries = ((label, next(self._drawn((entry,)), None)) for entry, label in TABS)
        return [drawn | {"label": label} for label, drawn in entries if drawn]

    @property
    def search_url(self) -> str:
        """Where the box at the top sends its words."""
        return address("search") if self.signed_in else ""

    @property
    def search_words(self) -> str:
        """What was looked for on this page."""
        return self._request.GET.get("q", "") if self._page == "search" else ""

    @property
    def inbox_url(self) -> str:
        """The notices."""
        return address("inbox") if self.signed_in else ""

    @property
    def profile_url(self) -> str:
        """One's own account."""
        return address("profile") if self.signed_in else ""

    @property
    def theme_url(self) -> str:
        """Where the choice of light or dark is sent."""
        return address("theme")

    @property
    def sign_out_url(self) -> str:
        """Where signing out is sent."""
        return address("sign_out")


def jobs_of(request: Any) -> list[Job]:
    """What waits for the person of this request, worked out once for menu and desk; at most four queries."""
    if not hasattr(request, "jobs"):
        actor: Actor = request.actor
        request.jobs = todo(
            queries.work_rows(actor),
            queries.movement_rows(actor),
            queries.version_rows(actor),
            queries.account_rows(actor),
            clock.today(),
        )
    jobs: list[Job] = request.jobs
    return jobs


def address(name: str) -> str:
    """The address of a named page; "" where the address table at hand has none, so that a frame is always drawn."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def shell(request: Any) -> dict[str, Any]:
    """The context processor."""
    return {"shell": Shell(request)}
