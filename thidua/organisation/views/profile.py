"""My account: who I am here, my password, light or dark."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters

from thidua.core import clock
from thidua.core.page import answer, fulfil, page, typed
from thidua.organisation import rules
from thidua.organisation.actions import sign_in as actions
from thidua.organisation.forms.session import PasswordForm
from thidua.organisation.models import THEMES
from thidua.organisation.queries.accounts import roles_of
from thidua.organisation.queries.people import posts_of


@page(rules.is_signed_in)
def profile(request: Any) -> HttpResponse:
    """Tài khoản của tôi."""
    today = clock.today()
    person = request.user.person
    context = {
        "account": request.user,
        "roles": [
            {"label": rules.ROLE_LABELS[role.role], "unit": role.unit, "until": role.valid_to}
            for role in roles_of(request.user).filter(valid_from__lte=today)
            if role.holds(today)
        ],
        "posts": [post for post in posts_of(person) if post.holds(today)] if person else [],
        "themes": THEMES,
    }
    return answer(request, "organisation/profile.html", context)


@page(rules.is_signed_in, methods=("GET", "HEAD", "POST"))
@sensitive_post_parameters()
def password(request: Any) -> HttpResponse:
    """Đổi mật khẩu; this session goes on, all others of the account end."""
    form = PasswordForm(typed(request))
    first = request.user.must_change_password
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        went_well, _ = fulfil(
            form,
            lambda: actions.change_password(request.user, actor=request.actor, old=values["old"], new=values["new"]),
        )
        if went_well:
            update_session_auth_hash(request, request.user)
            messages.success(request, "Đã đổi mật khẩu. Các máy khác đang đăng nhập bằng mật khẩu cũ đã bị đăng xuất.")
            return redirect("desk" if first else "profile")
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, "organisation/password.html", {"form": form, "first": first}, status=status)
