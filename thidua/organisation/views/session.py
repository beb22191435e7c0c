"""Signing in and out, and the choice of light or dark."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import login, logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from thidua.core.errors import RuleBroken
from thidua.core.page import back, page, public, typed
from thidua.organisation import rules
from thidua.organisation.actions import sign_in as sign_in_actions
from thidua.organisation.forms.session import SignInForm


@public
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: Any) -> HttpResponse:
    """Đăng nhập."""
    form = SignInForm(typed(request))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            account = sign_in_actions.check_credentials(
                values["username"], values["password"], address=request.META.get("REMOTE_ADDR") or ""
            )
        except RuleBroken as broken:
            form.add_error(None, str(broken))
        else:
            login(request, account, backend="django.contrib.auth.backends.ModelBackend")
            return back(request, "desk")
    elif request.user.is_authenticated:
        return redirect("desk")
    idle = request.session.pop("idle", False) if request.method == "GET" else False
    next_url = request.POST.get("next") or request.GET.get("next", "")
    return render(request, "organisation/sign_in.html", {"form": form, "idle": idle, "next": next_url})


@page(rules.is_signed_in, methods=("POST",))
def sign_out(request: Any) -> HttpResponse:
    """Đăng xuất."""
    logout(request)
    return redirect("sign_in")


@page(rules.is_signed_in, methods=("POST",))
def theme(request: Any) -> HttpResponse:
    """Đổi giao diện sáng, tối."""
    sign_in_actions.choose_theme(request.user, theme=request.POST.get("theme", ""))
    return back(request, "desk")
