"""Addresses used by tests only: pages that show every component of the shared front end, with invented people."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.urls import path

from thidua.core.page import public

HERE = Path(__file__).parent
TODAY = dt.date(2024, 11, 14)
NOON = dt.datetime(2024, 11, 14, 3, 15, tzinfo=dt.UTC)
UNITS = [("", "Tất cả"), ("1", "Phòng Tổng hợp"), ("2", "Trung tâm Phục vụ hành chính công tỉnh Sơn La")]
STATES = [("", "Tất cả"), ("da-ky", "Đã ký"), ("chua-ky", "Chưa ký")]


class ListFilter(forms.Form):
    """The filter every list has: year, unit, state, words."""

    nam = forms.ChoiceField(label="Năm", choices=[("2024", "2024"), ("2023", "2023")], required=False)
    don_vi = forms.ChoiceField(label="Đơn vị", choices=UNITS, required=False)
    trang_thai = forms.ChoiceField(label="Trạng thái", choices=STATES, required=False)
    q = forms.CharField(
        label="Tìm theo tên, không cần dấu",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Ví dụ: nguyen thi huyen"}),
    )


class EveryField(forms.Form):
    """One field of every kind."""

    ten = forms.CharField(label="Tên nhiệm vụ", help_text="Ghi đúng như trong kế hoạch.")
    han = forms.DateField(label="Hạn hoàn thành", initial=TODAY)
    so_luong = forms.IntegerField(label="Số pa nô, khẩu hiệu đang treo")
    noi_dung = forms.CharField(label="Địa điểm và tình trạng", widget=forms.Textarea(attrs={"rows": 3}))
    don_vi = forms.ChoiceField(label="Đơn vị chủ trì", choices=UNITS)
    hinh_thuc = forms.ChoiceField(
        label="Hình thức", choices=[("a", "Điện tử"), ("b", "Bản giấy")], widget=forms.RadioSelect
    )
    pham_vi = forms.MultipleChoiceField(
        label="Phạm vi", choices=UNITS[1:], widget=forms.CheckboxSelectMultiple, required=False
    )
    cong_bo = forms.BooleanField(label="Công bố trên cổng thông tin", required=False)
    dung = forms.BooleanField(
        label="Đang sử dụng", required=False, widget=forms.CheckboxInput(attrs={"role": "switch"})
    )
    tep = forms.FileField(label="Ảnh hoặc tệp kèm theo", required=False, help_text="Mỗi tệp không quá 20 MB.")
    ma = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """A rule of the whole form, broken on purpose."""
        raise forms.ValidationError("Kế hoạch này đã kết thúc, không thể thêm nhiệm vụ.")


class SignIn(forms.Form):
    """User name and password."""

    username = forms.CharField(label="Tên đăng nhập", widget=forms.TextInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))


def shell(request: HttpRequest) -> dict[str, Any]:
    """What the lead's context processor gives, for an invented person."""
    children = [
        {"label": "Nhiệm vụ và hạn", "url": "#", "count": 0, "active": False},
        {"label": "Ký cam kết", "url": "#", "count": 3, "active": True},
        {"label": "Báo cáo", "url": "#", "count": 2, "active": False},
    ]
    movement = {"label": "Phong trào thi đua", "url": "#", "icon": "flag", "active": True, "children": children}
    plain = [("Khen thưởng", "award"), ("Văn bản, kế hoạch", "file-text"), ("Người và đơn vị", "users")]
    return {
        "menu": [
            {"label": "Bàn làm việc", "url": "/", "icon": "inbox", "count": 5, "active": False, "children": []},
            movement,
            *({"label": label, "url": "#", "icon": icon, "active": False} for label, icon in plain),
        ],
        "tabs": [
            {"label": "Việc của tôi", "url": "/", "icon": "inbox", "count": 5, "active": False},
            {"label": "Phong trào", "url": "#", "icon": "flag", "active": True},
            {"label": "Báo cáo", "url": "#", "icon": "clipboard-list", "active": False},
        ],
        "office_name": "Văn phòng UBND tỉnh Sơn La",
        "help_contact": {"name": "Cầm Thị Hương", "phone": "0212 000 385"},
        "unread": 4,
        "me": {
            "name": "Nguyễn Thị Thanh Huyền",
            "initials": "NH",
            "unit": "Trung tâm Phục vụ hành chính công tỉnh Sơn La",
            "roles": ["Thường trực thi đua", "Trưởng đơn vị"],
        },
        "theme": request.GET.get("giao_dien", "light"),
        "search_url": "/",
        "inbox_url": "#",
        "profile_url": "#",
        "sign_out_url": "/",
        "theme_url": "/",
        "today": TODAY,
        "notice": "Bản trình diễn: đồng hồ đứng ở ngày 14/11/2024.",
    }


def row(number: int, name: str, title: str, unit: str, badge: dict[str, Any]) -> dict[str, Any]:
    """One person of the list of commitments."""
    return {
        "id": 1000 + number,
        "name": name,
        "url": "#",
        "cells": [
            {"text": name},
            {"text": title},
            {"text": unit, "url": "#" if number == 1 else ""},
            {"badge": badge},
            {"text": "1.234,5" if number == 1 else "12"},
        ],
        "acts": [
            {"label": "Xem bản cam kết", "url": "#", "icon": "eye"},
            {"label": "Nhắc ký", "url": "#", "icon": "bell", "post": True},
        ],
    }


def listing(*, bulk: bool = True, rows: bool = True) -> dict[str, Any]:
    """A list of five people, one in each state."""
    center = "Trung tâm Phục vụ hành chính công tỉnh Sơn La"
    people = [
        row(1, "Sùng A Chua", "Trưởng phòng", "Phòng Tổng hợp", {"tone": "done", "words": "Đã ký", "date": TODAY}),
        row(2, "Đinh Quốc Khánh", "Nhân viên lái xe", center, {"tone": "back", "words": "Chưa ký", "note": "Mới đến"}),
        row(3, "Quàng Thị Nga", "Chuyên viên", center, {"tone": "wait", "words": "Chờ duyệt", "date": TODAY}),
        row(4, "Nguyễn Thị Thanh Huyền", "Chuyên viên chính", center, {"tone": "work", "words": "Đang soạn"}),
        row(5, "Vì Văn Sơn", "Phó Trưởng phòng phụ trách", center, {"tone": "none", "words": "Chưa đến hạn"}),
    ]
    return {
        "columns": [
            {"label": "Họ và tên", "css": "wide nw", "sort_url": "?sap=ten", "sorted": "asc"},
            {"label": "Chức vụ", "css": "wide sub", "sort_url": "?sap=chuc-vu", "sorted": ""},
            {"label": "Đơn vị", "css": "wide sub"},
            {"label": "Trạng thái"},
            {"label": "Số tin, bài", "css": "num r lab"},
        ],
        "rows": people if rows else [],
        "start": 11,
        "bulk": {"url": "#", "noun": "người", "actions": [{"value": "nhac", "label": "Nhắc ký", "icon": "bell"}]}
        if bulk
        else None,
        "pager": {
            "prev_url": "?trang=1",
            "next_url": "?trang=3",
            "count": 1118,
            "first": 11,
            "last": 15,
            "noun": "người",
        },
        "empty": {
            "title": "Phòng Nội chính không còn ai chưa ký",
            "body": "Cả 9 người của Phòng Nội chính đã ký cam kết năm 2024.",
            "action_label": "Xem 9 người đã ký",
            "action_url": "#",
            "other_label": "Bỏ bộ lọc",
            "other_url": "#",
        },
    }


TABS = [
    {"label": "Của tôi", "url": "#", "count": 1, "active": False},
    {"label": "Chờ xử lý", "url": "#", "count": 3, "active": False},
    {"label": "Tất cả", "url": "#", "count": 118, "active": True},
]
CONFIRM = {
    "title": "Công bố kết quả thi đua năm 2024",
    "body": "Sau khi công bố, kết quả không sửa được nữa. Những việc sau sẽ xảy ra:",
    "points": ["9 đơn vị và 118 người nhận thông báo.", "Kết quả hiện trên cổng thông tin."],
    "word": "CÔNG BỐ",
    "error": "Chữ đã gõ chưa đúng. Mời gõ CÔNG BỐ bằng chữ in hoa.",
    "url": "/",
    "hidden": [("ma", 1234)],
    "action_label": "Công bố",
    "icon": "speakerphone",
    "cancel_url": "#",
}
SHEET = {
    "parent": "Ủy ban nhân dân tỉnh Sơn La",
    "office": "Văn phòng",
    "place": "Sơn La",
    "date": TODAY,
    "title": "Danh sách ký cam kết năm 2024",
    "subtitle": "Kèm theo Báo cáo số 12/BC-VPUB ngày 14/11/2024",
    "columns": [{"label": "STT", "css": "c"}, {"label": "Họ và tên"}, {"label": "Đơn vị"}, {"label": "Số", "css": "r"}],
    "letters": ["A", "B", "C", "1"],
    "rows": [[1, "Sùng A Chua", "Phòng Tổng hợp", "1.234,5"], [2, "Quàng Thị Nga", "Phòng Kinh tế", None]],
    "total": ["", "Cộng", "", "1.234,5"],
    "signs": [
        {"title": "Người lập biểu", "note": "ký, họ tên"},
        {"title": "Thủ trưởng đơn vị", "note": "ký, đóng dấu, họ tên", "name": "Hoàng Ngọc Lan"},
    ],
    "back_url": "/danh-sach/",
}


STRIP = [
    {
        "date": NOON,
        "title": "Báo cáo đột xuất về pa nô tuyên truyền",
        "url": "#",
        "words": "5/9 đã gửi",
        "tone": "back",
    },
    {"date": dt.date(2024, 11, 19), "title": "Báo cáo năm gửi UBND tỉnh", "url": "#", "words": "Gấp", "tone": "wait"},
    {"date": dt.date(2024, 11, 29), "title": "Tự chấm tiêu chuẩn “cơ quan không ma túy”", "url": "#"},
    {"date": dt.date(2024, 12, 13), "title": "Hội đồng thi đua, khen thưởng Văn phòng họp", "words": "Còn 21 ngày"},
    {"date": dt.date(2025, 1, 25), "title": "Nghỉ Tết Ất Tỵ đến hết 02/02/2025", "tone": "tet"},
]
TODO = [
    {
        "title": "Đôn đốc 2 đơn vị chưa nộp báo cáo năm 2024",
        "url": "#",
        "why": "Phòng Kinh tế và Nhà khách tỉnh đã quá mốc nội bộ 12/11, đã nhắc 2 lần.",
        "due": {"date": TODAY, "words": "trước 17:00", "tone": "back"},
        "verb": "Soạn công văn",
    },
    {"title": "Mời ký cam kết", "why": "3 người chưa ký.", "due": dt.date(2024, 11, 22), "verb": "Xem danh sách"},
]
MATRIX = {
    "columns": [
        {"label": "Quán triệt kế hoạch", "notes": ["hạn 31/05"]},
        {"label": "Báo cáo năm", "notes": ["mốc 12/11", "hạn 19/11"]},
        {"label": "Tin, bài tuyên truyền", "notes": ["hạn 31/10"]},
        {"label": "Báo cáo đột xuất"},
    ],
    "sum_label": "Đúng hạn",
    "rows": [
        {
            "name": "Trung tâm Phục vụ hành chính công",
            "url": "#",
            "sum": "2/3",
            "cells": [
                {"tone": "done", "words": "29/05", "url": "#"},
                {"tone": "back", "words": "Quá mốc 2 ngày", "url": "#"},
                {"tone": "done", "late": True, "words": "Trễ 4 ngày", "url": "#"},
                {"tone": "none", "icon": "minus", "words": "Không phát sinh"},
            ],
        },
        {
            "name": "Phòng Kinh tế",
            "sum": "1/1",
            "cells": [
                None,
                {"tone": "wait", "words": "Chờ duyệt", "url": "#"},
                {"tone": "work", "words": "Đang soạn"},
                None,
            ],
        },
    ],
    "legend": [{"tone": "done", "words": "Xong"}, {"tone": "back", "icon": "arrow-back-up", "words": "Trả lại"}],
}
EVENTS = [
    {"date": dt.date(2024, 2, 8), "until": dt.date(2024, 2, 14), "title": "Nghỉ Tết Giáp Thìn", "tone": "tet"},
    {"date": dt.date(2024, 4, 1), "title": "Ban hành kế hoạch", "words": "Tháng 4"},
    {"date": dt.date(2024, 5, 31), "title": "Quán triệt xong 9/9", "tone": "done"},
    {"date": dt.date(2024, 6, 26), "title": "Ngày toàn dân phòng, chống ma túy", "url": "#"},
    {"date": dt.date(2024, 6, 30), "title": "Ký cam kết 115/118", "tone": "work"},
    {"date": dt.date(2024, 7, 5), "title": "Sơ kết sáu tháng"},
    {"date": dt.date(2024, 11, 12), "title": "Đơn vị nộp báo cáo 7/9", "tone": "wait"},
    {"date": dt.date(2024, 11, 19), "title": "Báo cáo năm gửi UBND tỉnh", "tone": "wait"},
    {"date": dt.date(2024, 12, 13), "title": "Hội đồng họp xét"},
]
OWE = [
    {
        "name": "Nhà khách tỉnh",
        "contact": "Lường Văn Hùng, 0912 000 114",
        "url": "#",
        "lines": [
            {"tone": "back", "words": "Báo cáo năm, quá mốc nội bộ 2 ngày"},
            {"tone": "work", "words": "Đang soạn"},
        ],
    },
    {"name": "Phòng TCHCQT", "lines": [{"tone": "wait", "words": "Ký cam kết, còn 2 người mới tiếp nhận"}]},
]


@public
def components(request: HttpRequest) -> HttpResponse:
    """Every component on one page of the frame."""
    messages.success(request, "Đã gửi lời mời ký cam kết cho 3 người.")
    messages.error(request, "Không thể trình vì báo cáo còn thiếu mục II.")
    page = engines["django"].from_string((HERE / "components.html").read_text(encoding="utf-8"))
    wrong = EveryField({"ten": "", "noi_dung": "4 pa nô tại sảnh tầng 1 còn tốt.", "hinh_thuc": "x"})
    context = {
        "shell": shell(request),
        "filters": ListFilter({"nam": "2024"}, auto_id="loc-%s"),
        "few": [{"name": "nam", "label": "Năm", "value": 2024, "options": [(2024, "2024"), (2023, "2023")]}],
        "tabs": TABS,
        "form": EveryField(auto_id="moi-%s"),
        "wrong": wrong,
        "listing": listing(bulk=False),
        "empty": listing(rows=False),
        "deadlines": [
            {"date": TODAY, "words": "hôm nay, trước 17:00", "tone": "back"},
            {"date": dt.date(2024, 11, 19), "words": "còn 3 ngày làm việc", "tone": "wait"},
            {"date": dt.date(2025, 1, 25), "words": "còn 49 ngày làm việc", "tone": ""},
        ],
        "strip": STRIP,
        "todo": TODO,
        "matrix": MATRIX,
        "events": EVENTS,
        "owe": OWE,
        "moment": NOON,
        "number": 1234567.5,
        "returned": {
            "title": "Trả lại lần 1: sửa ô 2 rồi gửi lại trước 16:00",
            "reason": "Chưa ghi địa điểm treo của 2 pa nô mới.",
            "who": "Cầm Thị Hương, Phòng TCHCQT",
            "at": NOON,
            "note": "Các ô khác đã được chấp nhận.",
        },
        "history": [
            {"at": NOON, "who": "Cầm Thị Hương", "what": "Trả lại", "note": "Thiếu số tin, bài.", "tone": "back"},
            {"at": NOON, "who": "Hoàng Ngọc Lan", "what": "Trình", "icon": "send"},
        ],
    }
    return HttpResponse(page.render(context, request))


@public
def listed(request: HttpRequest) -> HttpResponse:
    """The general list page."""
    context = {
        "shell": shell(request),
        "title": "Danh sách ký cam kết năm 2024",
        "lead": "115 trên 118 người đã ký, đạt 97,5%; còn 3 người ký bổ sung trước 22/11/2024.",
        "tabs": TABS,
        "filters": ListFilter(request.GET or {"nam": "2024"}),
        "listing": listing(rows="trong" not in request.GET),
    }
    return render(request, "core/list.html", context)


@public
def confirmed(request: HttpRequest) -> HttpResponse:
    """The question before what cannot be undone."""
    return render(request, "core/confirm.html", {"shell": shell(request), "confirm": CONFIRM})


@public
def printed(request: HttpRequest) -> HttpResponse:
    """A list on paper."""
    return render(request, "core/export_print.html", {"sheet": SHEET})


@public
def signed_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page, filled in wrongly."""
    context = {"form": SignIn({"username": "huong"}), "shell": {**shell(request), "me": None}}
    return render(request, "core/sign_in.html", context)


@public
def failed(request: HttpRequest, code: int) -> HttpResponse:
    """The pages of refusals and failures."""
    return render(request, f"{code}.html", {"number": "241114-0007"})


@public
def in_place(request: HttpRequest) -> HttpResponse:
    """Buttons of htmx, each with another answer."""
    page = engines["django"].from_string((HERE / "in_place.html").read_text(encoding="utf-8"))
    return HttpResponse(page.render({"shell": shell(request)}, request))


@public
def answered(request: HttpRequest, code: int) -> HttpResponse:
    """A fragment, a broken rule in words, a refusal or a failure."""
    words = {200: "Đã nhận.", 422: "Kế hoạch đã kết thúc."}.get(code, "Trang lỗi")
    kind = "text/plain; charset=utf-8" if code == 422 else "text/html; charset=utf-8"
    return HttpResponse(words, status=code, content_type=kind)


urlpatterns = [
    path("tai-cho/", in_place),
    path("tra-loi/<int:code>/", answered),
    path("", components),
    path("danh-sach/", listed),
    path("xac-nhan/", confirmed),
    path("in/", printed),
    path("dang-nhap/", signed_in),
    path("loi/<int:code>/", failed),
]
