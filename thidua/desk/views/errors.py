"""The page of a failure with its number, and for administrators the failures kept."""

from __future__ import annotations

import sys
from typing import Any

from django.http import HttpResponse, HttpResponseServerError
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template import loader
from django.urls import reverse

from thidua.core.filters import Choice
from thidua.core.listing import Act, Column, Empty, Listing
from thidua.core.page import answer, page
from thidua.desk.actions import keep_error
from thidua.desk.models import ErrorReport
from thidua.desk.queries import error_reports
from thidua.documents.actions.exports import respond
from thidua.organisation.queries.units import heading_of
from thidua.organisation.rules import is_admin


def server_error(request: Any) -> HttpResponse:
    """What Django calls when nothing else caught an exception: keeps it and shows its number."""
    error = sys.exc_info()[1]
    number = keep_error(error, request) if error else None
    return HttpResponseServerError(loader.get_template("500.html").render({"number": number}))


@page(is_admin)
def errors(request: Any) -> HttpResponseBase:
    """Lỗi đã ghi."""
    listing = Listing(
        request,
        error_reports(),
        title="Lỗi đã ghi",
        columns=[
            Column("Số", lambda one: str(one.pk), sort=("id",), css="nw", width=8),
            Column("Lúc", "at", sort=("at",), css="nw", width=18),
            Column("Trang", "path", css="wide", width=40),
            Column("Cách gọi", "method", css="hide-sm", width=10),
            Column("Người dùng", "who", width=26),
            Column("Chỗ xảy ra", "place", css="hide-sm", width=60),
        ],
        order=("-id",),
        filters=[Choice("cach-goi", "Cách gọi", [("GET", "Mở trang"), ("POST", "Gửi đi")], by="method")],
        noun="lỗi",
        empty=Empty("Chưa ghi lỗi nào", "Khi máy chủ gặp lỗi, lỗi được ghi ở đây với số mà người dùng nhìn thấy."),
        url=_url,
        name=lambda one: f"Lỗi số {one.pk}",
        acts=lambda one: [Act("Xem lỗi", _url(one))],
    )
    return respond(request, listing, "core/list.html", {"lead": LEAD}, heading=heading_of)


LEAD = "Mỗi lỗi có số người dùng nhìn thấy; nội dung đã nhập không được lưu, chi tiết nằm trong nhật ký máy chủ."


def _url(one: ErrorReport) -> str:
    return reverse("error", args=[one.pk])


@page(is_admin)
def error(request: Any, pk: int) -> HttpResponse:
    """Một lỗi."""
    return answer(request, "desk/error.html", {"error": get_object_or_404(error_reports(), pk=pk)})
