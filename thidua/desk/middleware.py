"""Turns a broken rule or a missing right, wherever it was raised, into an answer in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.core.errors import NotAllowed, RuleBroken

Handler = Callable[[Any], HttpResponse]


class RefusalMiddleware:
    """RuleBroken: 422 for HTMX, else the sentence on the page the person came from. NotAllowed: page 403."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: Any, error: Exception) -> HttpResponse | None:
        """Called by Django when a view raises."""
        if isinstance(error, NotAllowed):
            return render(request, "403.html", {"sentence": str(error)}, status=403)
        if isinstance(error, RuleBroken):
            if getattr(request, "htmx", False):
                return HttpResponse(str(error), status=422, content_type="text/plain; charset=utf-8")
            if request.method == "POST":
                messages.error(request, str(error))
                return redirect(request.path if _answers_get(request) else "desk")
            return render(request, "403.html", {"sentence": str(error)}, status=422)
        return None


def _answers_get(request: Any) -> bool:
    """Whether the address of a refused POST also has a page to show."""
    view = request.resolver_match.func if request.resolver_match else None
    return bool(getattr(view, "answers_get", True))
