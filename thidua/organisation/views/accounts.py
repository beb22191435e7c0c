"""Accounts, for administrators: the list, one account, opening, roles, passwords, stopping."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from thidua.audit.queries import steps_of
from thidua.core import clock
from thidua.core.filters import Choice, Search
from thidua.core.listing import Badge, Cell, Column, Empty, Listing
from thidua.core.page import answer, attempt, fulfil, page, typed
from thidua.documents.actions.exports import respond
from thidua.organisation import rules
from thidua.organisation.actions import accounts as actions
from thidua.organisation.forms.accounts import AccountForm, RevokeForm, RoleForm
from thidua.organisation.models import Account, RoleAssignment
from thidua.organisation.queries.accounts import (
    accounts_with_roles,
    in_condition,
    roles_of,
    waits_until,
    with_role,
)
from thidua.organisation.queries.units import heading_of
from thidua.organisation.views.form_page import FormPage, form_page

_BOTH = ("GET", "HEAD", "POST")


def _condition(account: Any) -> Badge:
    """Whether the account can sign in now."""
    if not account.is_active:
        return Badge("none", "Ngừng sử dụng")
    if account.waiting:
        return Badge("wait", "Tạm khóa", note="Nhập sai nhiều lần", icon="lock")
    if account.must_change_password:
        return Badge("work", "Chờ đổi mật khẩu")
    return Badge("done", "Đang sử dụng")


def _roles(account: Any) -> Cell:
    """Roles of today in words."""
    return Cell("; ".join(f"{rules.ROLE_LABELS[r.role]}, {r.unit.short}" for r in account.roles_now) or "Chưa có")


@page(rules.is_admin)
def accounts(request: Any) -> HttpResponseBase:
    """Danh sách tài khoản."""
    listing = Listing(
        request,
        accounts_with_roles(),
        title="Danh sách tài khoản",
        columns=[
            Column("Người dùng", "label", sort=("sort",), css="wide nw", width=28),
            Column("Tên đăng nhập", "username", sort=("username",), css="nw"),
            Column("Vai trò", _roles, css="wide sub", width=44),
            Column("Tình trạng", _condition),
            Column("Đăng nhập gần nhất", "last_login", sort=("last_login",), css="num hide-sm"),
        ],
        order=("sort",),
        filters=[
            Choice("vai-tro", "Vai trò", list(rules.ROLE_LABELS.items()), by=with_role),
            Choice("tinh-trang", "Tình trạng",
                   [("dung", "Đang sử dụng"), ("ngung", "Ngừng sử dụng"), ("khoa", "Tạm khóa")], by=in_condition),
            Search("Tìm theo tên, tên đăng nhập; không cần dấu"),
        ],
        noun="tài khoản",
        empty=Empty("Chưa có tài khoản nào", "Mời mở cho từng người.", "Mở tài khoản", reverse("account_new")),
        url=lambda account: reverse("account", args=[account.pk]),
    )  # fmt: skip
    return respond(request, listing, "organisation/accounts.html", heading=heading_of)


@page(rules.is_admin)
def account(request: Any, pk: int) -> HttpResponse:
    """Một tài khoản: vai trò, tình trạng, nhật ký."""
    found = get_object_or_404(Account.objects.select_related("person"), pk=pk)
    today = clock.today()
    roles = [
        {"assignment": role, "label": rules.ROLE_LABELS[role.role], "now": role.holds(today),
         "over": role.valid_to is not None and role.valid_to < today}
        for role in roles_of(found)
    ]  # fmt: skip
    context = {
        "account": found,
        "roles": roles,
        "waits_until": waits_until(found),
        "mine": found.pk == request.actor.account_id,
        "history": steps_of(found),
    }
    return answer(request, "organisation/account.html", context)


def _show_once(request: Any, account: Account, password: str, *, fresh: bool) -> HttpResponse:
    """The page that shows a first password, this once."""
    context = {"account": account, "password": password, "fresh": fresh}
    return answer(request, "organisation/one_time_password.html", context)


@page(rules.is_admin, methods=_BOTH)
@never_cache
def account_new(request: Any) -> HttpResponse:
    """Mở tài khoản; mật khẩu ban đầu hiện một lần."""
    form = AccountForm(typed(request), initial={"person": request.GET.get("nguoi", "")})
    if request.method == "POST" and form.is_valid():
        password = actions.one_time_password()
        went_well, opened = fulfil(form, lambda: _open(request, form.cleaned_data, password))
        if went_well:
            return _show_once(request, opened, password, fresh=True)
    around = FormPage("Mở tài khoản", "Mở tài khoản", reverse("accounts"), "Tài khoản", notes=(
        "Mỗi người một tài khoản: phiếu bầu, chữ ký và nhật ký đều ghi theo người.",
        "Mật khẩu ban đầu chỉ hiện một lần. Người dùng phải đổi ngay khi đăng nhập lần đầu.",
    ))  # fmt: skip
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, "organisation/form.html", {"form": form, "page": around}, status=status)


@transaction.atomic
def _open(request: Any, values: dict[str, Any], password: str) -> Account:
    person = values["person"]
    username = values["username"] or actions.free_username(person.full_name if person else values["label"])
    opened = actions.open_account(
        username, actor=request.actor, password=password, person=person, label=values["label"],
        email=values["email"], must_change=True,
    )  # fmt: skip
    if values["role"]:
        actions.grant(opened, values["role"], values["unit"], actor=request.actor, on=clock.today())
    return opened


@page(rules.is_admin, methods=_BOTH)
def role_grant(request: Any, pk: int) -> HttpResponse:
    """Giao vai trò."""
    found = get_object_or_404(Account, pk=pk)
    return form_page(
        request,
        RoleForm(typed(request)),
        FormPage("Giao vai trò", "Giao vai trò", reverse("account", args=[pk]), found.label),
        lambda values: actions.grant(
            found, values["role"], values["unit"], actor=request.actor, on=values["on"], until=values["until"]
        ),
        done=lambda role: f"Đã giao vai trò {role}.",
        then=lambda role: reverse("account", args=[pk]),
    )


@page(rules.is_admin, methods=_BOTH)
def role_revoke(request: Any, pk: int) -> HttpResponse:
    """Thôi vai trò."""
    found = get_object_or_404(RoleAssignment.objects.select_related("account", "unit"), pk=pk)
    back_to = reverse("account", args=[found.account_id])
    yesterday = clock.today() - dt.timedelta(days=1)
    return form_page(
        request,
        RevokeForm(typed(request), initial={"last_day": yesterday}),
        FormPage("Thôi vai trò", "Thôi vai trò", back_to, found.account.label, lead=f"{found}."),
        lambda values: actions.revoke(found, actor=request.actor, **values),
        done="Đã ghi việc thôi vai trò.",
        then=lambda role: back_to,
    )


@page(rules.is_admin, methods=_BOTH)
@never_cache
def password_reset(request: Any, pk: int) -> HttpResponse:
    """Cấp lại mật khẩu, sau khi hỏi lại; mật khẩu mới hiện một lần."""
    found = get_object_or_404(Account, pk=pk)
    if request.method == "POST":
        return _show_once(request, found, actions.reset_password(found, actor=request.actor), fresh=False)
    confirm = {
        "title": f"Cấp lại mật khẩu cho {found}?",
        "body": "Mật khẩu cũ không dùng được nữa và các phiên đang mở kết thúc. Mật khẩu mới hiện một lần để đồng chí "
        "báo cho người dùng; người dùng phải đổi khi đăng nhập.",
        "action_label": "Cấp lại mật khẩu",
        "icon": "lock",
        "url": request.path,
        "cancel_url": reverse("account", args=[pk]),
    }
    return answer(request, "core/confirm.html", {"confirm": confirm})


@page(rules.is_admin, methods=_BOTH)
def account_stop(request: Any, pk: int) -> HttpResponse:
    """Ngừng sử dụng, sau khi hỏi lại."""
    found = get_object_or_404(Account, pk=pk)
    if request.method == "POST":
        attempt(
            request,
            lambda: actions.set_active(found, actor=request.actor, active=False),
            done=f"Đã ngừng tài khoản của {found}.",
        )
        return redirect("account", pk=pk)
    confirm = {
        "title": f"Ngừng tài khoản của {found}?",
        "body": "Người dùng bị đăng xuất ngay và không đăng nhập được nữa. Những gì đã làm vẫn còn trong hồ sơ và nhật "
        "ký. Có thể cho sử dụng lại bất cứ lúc nào.",
        "action_label": "Ngừng sử dụng",
        "icon": "lock",
        "url": request.path,
        "cancel_url": reverse("account", args=[pk]),
    }
    return answer(request, "core/confirm.html", {"confirm": confirm})


@page(rules.is_admin, methods=("POST",))
def account_resume(request: Any, pk: int) -> HttpResponse:
    """Cho sử dụng lại."""
    found = get_object_or_404(Account, pk=pk)
    actions.set_active(found, actor=request.actor, active=True)
    messages.success(request, f"{found} đăng nhập lại được.")
    return redirect("account", pk=pk)


@page(rules.is_admin, methods=("POST",))
def account_unlock(request: Any, pk: int) -> HttpResponse:
    """Mở khóa sau nhiều lần nhập sai."""
    found = get_object_or_404(Account, pk=pk)
    actions.unlock(found, actor=request.actor)
    messages.success(request, f"Đã mở khóa. {found} đăng nhập được ngay.")
    return redirect("account", pk=pk)
