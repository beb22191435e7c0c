"""Nhật ký: who did what to which record, for administrators, and the proof that nobody changed it afterwards."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from thidua.audit.models import Entry
from thidua.audit.queries import first_broken
from thidua.core import clock
from thidua.core.filters import Choice, Day
from thidua.core.listing import Cell, Column, Empty, Listing, shown
from thidua.core.page import page
from thidua.desk.queries import account_options, entries_until
from thidua.documents.actions.exports import respond
from thidua.organisation.queries.units import heading_of
from thidua.organisation.rules import is_admin

# What an entry is about: its kind in words and, where it has one, the page of the record.
KINDS = {
    "movements.assignment": ("Việc của đơn vị", "assignment"),
    "movements.movement": ("Phong trào", "movement"),
    "movements.planversion": ("Bản kế hoạch", "plan"),
    "movements.task": ("Nhiệm vụ", "task"),
    "organisation.account": ("Tài khoản", "account"),
    "organisation.person": ("Người", "person"),
    "organisation.unit": ("Đơn vị", "unit"),
}


@page(is_admin)
def log(request: Any) -> HttpResponseBase:
    """Nhật ký, mới nhất trước."""
    until = Day(clock.today(), label="Đến hết ngày")
    listing = Listing(
        request,
        entries_until(until.value(request.GET) + dt.timedelta(days=1)),
        title="Nhật ký hệ thống",
        columns=[
            Column("Số", lambda entry: str(entry.sequence), css="nw hide-sm", width=8),
            Column("Lúc", lambda entry: shown(entry.at), css="nw", width=18),
            Column("Người làm", "who", css="nw", width=26),
            Column("Việc làm", lambda entry: entry.verb[:1].upper() + entry.verb[1:], width=26),
            Column("Đối tượng", _subject, css="wide", width=50),
            Column("Ghi chú", "note", css="wide sub", width=50),
        ],
        order=("-sequence",),
        filters=[
            until,
            Choice("nguoi", "Người làm", account_options(), by="account_id"),
            Choice("loai", "Đối tượng", [(kind, words) for kind, (words, _) in KINDS.items()], by="subject_type"),
        ],
        noun="mục",
        empty=Empty("Chưa có mục nào", "Mỗi việc làm trong phần mềm được ghi ở đây, không ai sửa hay xóa được."),
    )
    lead = "Mỗi việc làm được ghi một mục, nối với mục trước bằng mã băm nên không ai sửa hay xóa được mà không lộ."
    return respond(request, listing, "desk/log.html", {"lead": lead}, heading=heading_of)


def _subject(entry: Entry) -> Cell:
    words, name = KINDS.get(entry.subject_type, ("", ""))
    url = reverse(name, args=[entry.subject_id]) if name else ""
    return Cell(entry.subject, url=url, sub=words)


@page(is_admin, methods=("POST",))
def log_check(request: Any) -> HttpResponse:
    """Kiểm tra nhật ký: every hash once more, from the first entry to the last."""
    broken = first_broken()
    if broken is None:
        count = Entry.objects.count()
        messages.success(request, f"Đã kiểm tra cả {shown(count)} mục: nhật ký còn nguyên vẹn.")
    else:
        messages.error(
            request,
            f"Nhật ký không còn nguyên vẹn từ mục số {broken.sequence}, ghi {shown(broken.at)}. "
            "Mời báo ngay lãnh đạo, giữ nguyên máy chủ và bản sao lưu gần nhất.",
        )
    return redirect("log")
