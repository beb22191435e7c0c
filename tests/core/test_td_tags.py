"""Tags and filters of every template: Vietnamese dates and numbers, badges, deadlines, fields tied to their errors."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

from thidua.core.templatetags import fields, td

PACKAGE = Path(__file__).resolve().parents[2] / "thidua"
SPRITE = (td.VENDOR.parent / td.vendor_path("sprite.svg")).read_text(encoding="utf-8")
DAY = dt.date(2024, 11, 19)
MOMENT = dt.datetime(2024, 11, 14, 3, 15, tzinfo=dt.UTC)


def rendered(source: str, **context: Any) -> str:
    """A template as text, without icons and with single spaces."""
    scope = RequestContext(context["request"], context) if "request" in context else Context(context)
    html = Template(source).render(scope)
    return re.sub(r"\s+", " ", re.sub(r"<svg.*?</svg>", "", html)).strip()


@pytest.mark.parametrize(
    ("value", "text"),
    [(DAY, "19/11/2024"), (MOMENT, "14/11/2024"), (dt.date(987, 1, 2), "02/01/0987"), (None, ""), ("quý IV", "quý IV")],
)
def test_ngay(value: Any, text: str) -> None:
    assert td.ngay(value) == text


def test_ngay_is_the_day_in_the_office_not_in_london() -> None:
    assert td.ngay(dt.datetime(2024, 11, 14, 18, 30, tzinfo=dt.UTC)) == "15/11/2024"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (MOMENT, "lúc\u00a010:15 ngày\u00a014/11/2024"),
        (dt.datetime(2024, 11, 14, 8, 0), "lúc\u00a008:00 ngày\u00a014/11/2024"),  # noqa: DTZ001  # naive on purpose
        (dt.time(16, 5), "16:05"),
        (DAY, "19/11/2024"),
        (None, ""),
    ],
)
def test_gio(value: Any, text: str) -> None:
    assert td.gio(value) == text


def test_thu_names_every_day_of_the_week() -> None:
    monday = dt.date(2024, 11, 18)
    words = [td.thu(monday + dt.timedelta(days=n)).replace("\u00a0", " ") for n in range(7)]
    assert words == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
    assert td.thu(None) == ""


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1234.5, None, "1.234,5"),
        (1234567, None, "1.234.567"),
        (100, None, "100"),
        (0, None, "0"),
        (-1234.567, None, "-1.234,57"),
        (Decimal("97.50"), None, "97,5"),
        (2.5, 0, "3"),
        (1234, 1, "1.234,0"),
        ("12000", None, "12.000"),
        ("chưa có", None, "chưa có"),
        (None, None, ""),
        ("", None, ""),
    ],
)
def test_so(value: Any, places: int | None, text: str) -> None:
    assert td.so(value, places) == text


@pytest.mark.parametrize(
    ("value", "total", "text"),
    [(0.975, 1, "97,5%"), (115, 118, "97,5%"), (9, 9, "100%"), (0, 9, "0%"), (3, 0, ""), (None, 9, "")],
)
def test_phan_tram(value: Any, total: Any, text: str) -> None:
    assert td.phan_tram(value, total) == text


def test_ho_ten_never_breaks() -> None:
    assert td.ho_ten("  Nguyễn Thị  Thanh Huyền ") == "Nguyễn\u00a0Thị\u00a0Thanh\u00a0Huyền"
    assert td.ho_ten(None) == ""


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ('{% status "wait" "Chờ duyệt" %}', '<span class="st wait">Chờ duyệt</span>'),
        (
            '{% status "done" "Đã ký" date=day note="tại phòng" %}',
            '<span class="st done">Đã ký <span class="num">19/11/2024</span></span>'
            '<span class="st-note">tại phòng</span>',
        ),
        (
            '{% status "back" words date=day note="lần 1" %}',
            '<span class="st back">&lt;b&gt;</span><span class="st-note">19/11/2024, lần 1</span>',
        ),
    ],
)
def test_status(source: str, html: str) -> None:
    assert rendered(source, day=DAY, words="<b>") == html


def test_status_draws_the_icon_of_its_tone_or_the_one_asked_for() -> None:
    drawn = re.findall(
        r"#i-([a-z-]+)", Template('{% status "wait" "a" %}{% status "wait" "a" icon="flag" %}').render(Context())
    )
    assert drawn == ["clock", "flag"]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            "{% due x today=today %}",
            '<span class="due wait"><time datetime="2024-11-19">Thứ Ba, 19/11</time>'
            "<small>còn 3 ngày làm việc</small></span>",
        ),
        (
            "{% due x %}",
            '<span class="due wait"><time datetime="2024-11-19">Thứ Ba, 19/11/2024</time>'
            "<small>còn 3 ngày làm việc</small></span>",
        ),
        (
            "{% due x.date left=-2 %}",
            '<span class="due back"><time datetime="2024-11-19">Thứ Ba, 19/11/2024</time>'
            "<small>quá hạn 2 ngày</small></span>",
        ),
        ("{% due day today=today %}", '<span class="due"><time datetime="2024-11-19">Thứ Ba, 19/11</time></span>'),
        (
            "{% due moment today=today %}",
            '<span class="due"><time datetime="2024-11-14T10:15:00+07:00">10:15 Thứ Năm, 14/11</time></span>',
        ),
        ("{% due None %}", '<span class="dim">Không có hạn</span>'),
    ],
)
def test_due(source: str, html: str) -> None:
    deadline = SimpleNamespace(date=DAY, words="còn 3 ngày làm việc", tone="wait")
    context = {"x": deadline, "day": DAY, "moment": MOMENT, "today": dt.date(2024, 11, 14)}
    assert rendered(source, **context) == html


@pytest.mark.parametrize(
    ("left", "tone", "words"),
    [
        (4, "", "còn 4 ngày làm việc"),
        (3, "wait", "còn 3 ngày làm việc"),
        (1, "wait", "còn 1 ngày làm việc"),
        (0, "back", "hạn hôm nay"),
        (-1, "back", "quá hạn 1 ngày"),
    ],
)
def test_what_is_left_of_a_deadline(left: int, tone: str, words: str) -> None:
    assert (td.left_tone(left), td.left_words(left)) == (tone, words)


class Duty(forms.Form):
    """A form with one field of each kind."""

    ten = forms.CharField(label="Tên", help_text="Như trong kế hoạch.")
    han = forms.DateField(label="Hạn", required=False)
    loai = forms.ChoiceField(label="Loại", choices=[("a", "Một lần"), ("b", "Hằng năm")], widget=forms.RadioSelect)
    mo = forms.BooleanField(label="Công bố", required=False)
    ma = forms.CharField(widget=forms.HiddenInput, required=False)


def test_field_ties_help_and_error_to_the_control() -> None:
    assert rendered("{% field form.ten %}", form=Duty({})) == (
        '<div class="field "> <label class="form-label" for="id_ten">Tên'
        ' <span class="req" aria-hidden="true">*</span></label>'
        ' <input type="text" name="ten" class="form-control is-invalid" aria-describedby="id_ten_help id_ten_error"'
        ' aria-invalid="true" required id="id_ten">'
        ' <div class="invalid-feedback" id="id_ten_error"> Trường này là bắt buộc.</div>'
        ' <div class="form-text" id="id_ten_help">Như trong kế hoạch.</div> </div>'
    )


def test_field_without_error_has_no_mark_of_one() -> None:
    assert rendered("{% field form.mo %}", form=Duty()) == (
        '<div class="field "> <div class="form-check">'
        '<input type="checkbox" name="mo" class="form-check-input" id="id_mo">'
        '<label class="form-check-label" for="id_mo">Công bố</label></div> </div>'
    )


def test_date_is_shown_as_officials_write_it() -> None:
    control = fields.field(Duty(initial={"han": DAY})["han"])["control"]
    assert re.findall(r'(value|placeholder|inputmode|class)="([^"]*)"', control) == [
        ("value", "19/11/2024"),
        ("placeholder", "dd/mm/yyyy"),
        ("inputmode", "numeric"),
        ("class", "form-control num date"),
    ]


def test_group_of_choices_is_a_fieldset_with_a_legend() -> None:
    html = rendered("{% field form.loai %}", form=Duty({}))
    assert re.findall(r"<(fieldset|legend|label|input)\b", html) == ["fieldset", "legend", *["input", "label"] * 2]
    assert re.findall(r'aria-describedby="([^"]*)"', html) == ["id_loai_error"]
    assert re.findall(r'for="([^"]*)"', html) == ["id_loai_0", "id_loai_1"]


def test_hidden_field_is_only_its_control() -> None:
    assert (
        rendered("{% field form.ma %}", form=Duty())
        == '<input type="hidden" name="ma" class="form-control" id="id_ma">'
    )


def test_form_errors_counts_wrong_fields_and_links_to_them() -> None:
    html = rendered("{% form_errors form %}", form=Duty({"ma": "1"}))
    assert re.findall(r"<b>(.*?)</b>", html) == ["Còn 2 ô cần sửa"]
    assert re.findall(r'href="(.*?)">(.*?)</a>', html) == [("#id_ten", "Tên"), ("#id_loai", "Loại")]


def test_form_without_errors_says_nothing() -> None:
    assert rendered("{% form_errors form %}", form=Duty({"ten": "a", "loai": "a"})) == ""


class Narrow(forms.Form):
    """A filter bar."""

    nam = forms.ChoiceField(label="Năm", choices=[("2024", "2024")])
    don_vi = forms.ChoiceField(label="Đơn vị", choices=[("", "Tất cả"), ("7", "Phòng Kinh tế")])
    tu_ngay = forms.DateField(label="Từ ngày")
    cu = forms.BooleanField(label="Cả đơn vị cũ")
    q = forms.CharField(label="Tìm")
    an = forms.CharField(widget=forms.HiddenInput)


def test_filter_bar_keeps_the_rest_of_the_address_but_not_the_page() -> None:
    request = RequestFactory().get(
        "/", {"nam": "2024", "xem": "<tat-ca>", "trang": "3", "xuat": "in", "sap": ["a", "b"]}
    )
    form = Narrow(request.GET)
    assert [fields.filter_kind(bound) for bound in form] == ["year", "select", "date", "check", "search", "hidden"]
    assert fields.kept_query(Context({"request": request}), form) == (
        '<input type="hidden" name="xem" value="&lt;tat-ca&gt;">'
        '<input type="hidden" name="sap" value="a"><input type="hidden" name="sap" value="b">'
    )


def test_exports_keep_the_filters_but_not_the_page() -> None:
    request = RequestFactory().get("/", {"nam": "2024", "trang": "3", "sau": "x", "truoc": "y", "q": "a b"})
    hrefs = re.findall(r'href="(.*?)"', rendered('{% include "core/_exports.html" %}', request=request))
    assert hrefs == [f"?nam=2024&amp;q=a+b&amp;xuat={kind}" for kind in ("in", "word", "excel")]
    only = rendered('{% include "core/_exports.html" with exports="excel" %}', request=request)
    assert re.findall(r">(\w+)</a>", only) == ["Excel"]


def test_filter_that_is_no_form_field() -> None:
    years = {"name": "nam", "label": "Năm", "value": 2024, "options": [(2023, "2023"), (2024, "2024")]}
    assert fields.filter_field(years) == (
        '<label for="loc-nam">Năm</label><select class="form-select" id="loc-nam" name="nam">'
        '<option value="2023">2023</option><option value="2024" selected>2024</option></select>'
    )
    assert fields.filter_field({"name": "q", "label": "Tìm", "value": "a&b"}) == (
        '<label for="loc-q">Tìm</label>'
        '<input class="form-control" type="search" id="loc-q" name="q" value="a&amp;b" placeholder="">'
    )
    assert fields.has_search([years]) is False


def test_title_is_written_once_and_stands_twice() -> None:
    page = Template('{% extends "core/plain.html" %}{% block title %}Trang {{ n }}{% endblock %}')
    html = page.render(Context({"n": 7}))
    assert re.findall(r"<(title|h1)>(.*?)<", html) == [("title", "Trang 7 · Thi Đua"), ("h1", "Trang 7")]


def test_menu_opens_the_branch_of_the_page() -> None:
    closed = {"active": False, "children": [{"active": False}]}
    opened = {"active": False, "children": [SimpleNamespace(active=True)]}
    alone = SimpleNamespace(active=True)
    assert [td.branch_open(item) for item in (closed, opened, alone)] == [False, True, True]
    assert [td.child_active(item) for item in (closed, opened, alone)] == [False, True, False]


def test_stt_goes_on_from_page_to_page() -> None:
    assert [td.number_at({"start": 1001}, 0), td.number_at({}, 4)] == ["1.001", "5"]
    assert [td.at([7, 8], 1), td.at([7, 8], 2), td.at(None, 0)] == [8, None, None]


def test_every_icon_named_anywhere_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'<symbol id="i-([a-z0-9-]+)"', SPRITE))
    named = {
        name
        for path in PACKAGE.glob("*/templates/**/*.html")
        for name in re.findall(r'{% icon "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    named |= {
        name
        for path in PACKAGE.rglob("*.py")
        for name in re.findall(r"\bicon(?:=|\": )\"([a-z0-9-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    assert sorted((named | set(td.TONE_ICONS.values())) - drawn) == []


def test_icon_is_silent_unless_it_is_given_words() -> None:
    quiet, spoken = td.draw("bell"), td.draw("bell", "Nhắc")
    assert re.findall(r"(aria-\w+)=\"(\w+)\"", quiet) == [("aria-hidden", "true")]
    assert re.findall(r"(role|aria-\w+)=\"(\w+)\"", spoken) == [("role", "img"), ("aria-label", "Nhắc")]
