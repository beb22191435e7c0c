"""How a view is opened and answered: `@page(rule)` or `@public`, full page or fragment, refusals in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_http_methods

from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken

View = Callable[..., HttpResponseBase]
PageRule = Callable[[Actor], bool]


class PageRequest(HttpRequest):
    """A request after the middleware: it carries the actor. For type checkers only."""

    actor: Actor
    htmx: Any


def page(rule: PageRule, *, methods: tuple[str, ...] = ("GET", "HEAD")) -> Callable[[View], View]:
    """Opens a view to signed-in people for whom `rule(actor)` holds; everyone else is sent to sign in or refused."""

    def wrap(view: View) -> View:
        @require_http_methods(list(methods))
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor: Actor = request.actor
            if actor.account_id is None:
                return redirect(f"{reverse('sign_in')}?{urlencode({'next': request.get_full_path()})}")
            if not rule(actor):
                raise NotAllowed("Đồng chí không có quyền xem trang này.")
            return view(request, *args, **kwargs)

        guarded.access = rule  # type: ignore[attr-defined]  # read by the test that walks the URL table
        return guarded

    return wrap


def public(view: View) -> View:
    """Marks a view as open to anyone, on purpose."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def allow(verdict: bool, sentence: str = "Đồng chí không có quyền với việc này.") -> None:
    """Raises NotAllowed unless `verdict`: the object's rule, asked inside a view after the object is fetched."""
    if not verdict:
        raise NotAllowed(sentence)


def answer(request: Any, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The full page, or for HTMX its fragment: same name with an underscore before it ("a/_list.html")."""
    if getattr(request, "htmx", False) and not request.htmx.boosted:
        folder, _, name = template.rpartition("/")
        return render(request, f"{folder}/_{name}" if not name.startswith("_") else template, context, status=status)
    return render(request, template, context, status=status)


def back(request: Any, fallback: str, *args: Any) -> HttpResponseRedirect:
    """A redirect to the safe address in `next`, else to the named page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return HttpResponseRedirect(wanted)
    return HttpResponseRedirect(reverse(fallback, args=args))


def attempt(request: Any, act: Callable[[], Any], *, done: str = "") -> tuple[bool, Any]:
    """Runs one action; a broken rule becomes a message on the next page. Gives (went well, result)."""
    try:
        result = act()
    except RuleBroken as broken:
        messages.error(request, str(broken))
        return False, None
    if done:
        messages.success(request, done)
    return True, result


def fulfil(form: Any, act: Callable[[], Any]) -> tuple[bool, Any]:
    """Runs one action on what a form read; a broken rule is written at its field, so nothing typed is lost."""
    try:
        return True, act()
    except RuleBroken as broken:
        form.add_error(broken.field if broken.field in form.fields else None, str(broken))
        return False, None


def typed(request: Any) -> Any:
    """What a form is bound to: the data of a POST, even an empty one, else nothing."""
    return request.POST if request.method == "POST" else None
