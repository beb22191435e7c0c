"""Puts the actor on every request, ends sessions that stood idle or lasted a day, asks for a new first password."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect

from thidua.core import clock
from thidua.core.actor import NOBODY
from thidua.organisation.queries.accounts import actor_of

Handler = Callable[[Any], HttpResponse]
_BEGAN, _LAST = "began", "last_seen"
# The time is written at most this often, so that reading a page does not cost a write each time.
_STEP_SECONDS = 60
# What one whose password was set by another may still do before choosing a new one.
_BEFORE_PASSWORD = {"password", "sign_out", "theme"}


class SessionLimitMiddleware:
    """Signs out a session in which nothing was done for SESSION_IDLE_SECONDS, or older than SESSION_COOKIE_AGE."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.user.is_authenticated:
            now, session = int(clock.now().timestamp()), request.session
            began, last = session.setdefault(_BEGAN, now), session.get(_LAST, now)
            if now - last > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_COOKIE_AGE:
                logout(request)
                request.session["idle"] = True  # the sign-in page says why
            elif _LAST not in session or abs(now - last) >= _STEP_SECONDS:
                session[_LAST] = now
        return self.get_response(request)


class ActorMiddleware:
    """`request.actor`: who is acting, with the roles held today. NOBODY for a visitor."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        address = request.META.get("REMOTE_ADDR") or ""
        request.actor = actor_of(request.user, address=address) if request.user.is_authenticated else NOBODY
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Sends one whose password was set by another to choose a new one first."""
        waiting = request.user.is_authenticated and request.user.must_change_password
        return redirect("password") if waiting and request.resolver_match.url_name not in _BEFORE_PASSWORD else None
