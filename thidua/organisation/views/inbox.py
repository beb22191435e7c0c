"""Notices: the list, opening one, marking all as read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from thidua.core.filters import Choice
from thidua.core.listing import Cell, Column, Empty, Listing
from thidua.core.page import answer, page
from thidua.notifications.actions import mark_read
from thidua.notifications.models import Notice
from thidua.notifications.queries import inbox as notices_of
from thidua.notifications.queries import of_kind, unread_count
from thidua.organisation import rules


@page(rules.is_signed_in)
def inbox(request: Any) -> HttpResponseBase:
    """Thông báo của tôi, mới nhất trước."""
    unread = unread_count(request.actor.account_id)
    listing = Listing(
        request,
        notices_of(request.actor.account_id),
        title="Thông báo",
        columns=[
            Column("Nội dung", lambda notice: Cell(html_template="organisation/_notice.html"), css="wide"),
            Column("Lúc", "created_at", css="num nw sub"),
        ],
        order=("-created_at",),
        filters=[Choice("doc", "Tình trạng", [("chua", "Chưa đọc"), ("roi", "Đã đọc")], by=of_kind)],
        noun="thông báo",
        empty=Empty("Chưa có thông báo nào", "Khi có việc chờ đồng chí, thông báo sẽ hiện ở đây.", icon="bell",
                    action_label="Về bàn làm việc", action_url=reverse("desk")),
    )  # fmt: skip
    lead = f"{unread} thông báo chưa đọc." if unread else "Đã đọc hết."
    context = {"listing": listing, "filters": listing.filters, "title": "Thông báo", "lead": lead, "unread": unread}
    return answer(request, "organisation/inbox.html", context)


@page(rules.is_signed_in, methods=("POST",))
def notice_open(request: Any, pk: int) -> HttpResponse:
    """Mở một thông báo: marks it as read and goes to the page it is about."""
    notice = get_object_or_404(Notice, pk=pk, account_id=request.actor.account_id)
    mark_read(request.actor.account_id, notice.pk)
    inside = url_has_allowed_host_and_scheme(notice.url, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(notice.url) if notice.url and inside else redirect("inbox")


@page(rules.is_signed_in, methods=("POST",))
def notices_read(request: Any) -> HttpResponse:
    """Đánh dấu đã đọc tất cả."""
    count = mark_read(request.actor.account_id)
    messages.success(request, f"Đã đánh dấu {count} thông báo là đã đọc.")
    return redirect("inbox")
