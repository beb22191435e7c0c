"""Puts the actor on every request and ends sessions that have stood idle."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse

from thidua.core.actor import NOBODY
from thidua.organisation.queries.accounts import actor_of

Handler = Callable[[Any], HttpResponse]
_LAST = "last_seen"
# The time is written at most this often, so that reading a page does not cost a write each time.
_STEP_SECONDS = 60


class SessionLimitMiddleware:
    """Signs out a session in which nothing was done for SESSION_IDLE_SECONDS."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.user.is_authenticated:
            now, last = int(time.time()), request.session.get(_LAST)
            if last is not None and now - last > settings.SESSION_IDLE_SECONDS:
                logout(request)
                request.session["idle"] = True  # the sign-in page says why
            elif last is None or now - last >= _STEP_SECONDS:
                request.session[_LAST] = now
        return self.get_response(request)


class ActorMiddleware:
    """`request.actor`: who is acting, with the roles held today. NOBODY for a visitor."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        address = request.META.get("REMOTE_ADDR") or ""
        request.actor = actor_of(request.user, address=address) if request.user.is_authenticated else NOBODY
        return self.get_response(request)
