"""Units: list and tree of a day, and the page of one unit."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from thidua.audit.queries import steps_of
from thidua.core import clock
from thidua.core.filters import Choice, Day, Search
from thidua.core.listing import Cell, Column, Empty, Listing
from thidua.core.page import answer, page
from thidua.core.templatetags.td import ngay
from thidua.documents.actions.exports import respond
from thidua.organisation import rules
from thidua.organisation.models import Unit, UnitEra, UnitKind
from thidua.organisation.queries.people import reach_of, staff_of
from thidua.organisation.queries.units import (
    TOP_DOWN,
    eras_on,
    heading_of,
    predecessors_of,
    successors_of,
    tree_on,
    units_on,
)

# A unit with more people than this shows the first ones and a way to all of them.
_STAFF_SHOWN = 60


def _named(era: UnitEra) -> Cell:
    """The name of that day, and below it today's when it is another."""
    now = f"Nay là {era.unit.name}" if era.unit.name != era.name else ""
    ended = f"Hoạt động đến hết {ngay(era.unit.valid_to)}" if era.unit.valid_to else ""
    return Cell(era.name, url=reverse("unit", args=[era.unit_id]), sub=". ".join(filter(None, [now, ended])))


def _tabs(request: Any, current: str) -> list[dict[str, Any]]:
    day = request.GET.get("ngay")
    tail = f"?ngay={day}" if day else ""
    names = (("units", "Danh sách"), ("unit_tree", "Cơ cấu tổ chức"))
    return [{"label": label, "url": reverse(name) + tail, "active": name == current} for name, label in names]


@page(rules.sees_directory)
def units(request: Any) -> HttpResponseBase:
    """Danh sách đơn vị tại một ngày; tìm được cả theo tên cũ."""
    day = Day(clock.today())
    at = day.value(request.GET)
    manages = rules.manages_people(request.actor)
    listing = Listing(
        request,
        eras_on(at),
        title="Danh sách đơn vị",
        subtitle=f"Tại ngày {ngay(at)}",
        columns=[
            Column("Tên đơn vị", _named, sort=("unit__sort",), css="wide"),
            Column("Mã", "unit.code", sort=("unit__code",), css="nw"),
            Column("Loại", "unit.get_kind_display", css="sub"),
            Column("Trực thuộc", "parent.name", css="wide sub"),
            Column("Hoạt động từ", "unit.valid_from", sort=("unit__valid_from",), css="num nw"),
        ],
        order=TOP_DOWN,
        filters=[
            day,
            Choice("loai", "Loại", UnitKind.choices, by="unit__kind"),
            Search("Tìm theo tên, mã, cả tên cũ; không cần dấu", ("unit__search",), placeholder="Ví dụ: noi chinh"),
        ],
        noun="đơn vị",
        empty=Empty(
            f"Chưa có đơn vị nào vào ngày {ngay(at)}",
            "Danh mục đơn vị là nền của mọi danh sách khác. Mời lập cơ quan trước, rồi đến các phòng, đơn vị bên dưới.",
            "Lập đơn vị" if manages else "",
            reverse("unit_new") if manages else "",
        ),
    )
    context = {"tabs": _tabs(request, "units"), "manages": manages, "lead": f"Theo tên và vị trí của ngày {ngay(at)}."}
    return respond(request, listing, "organisation/units.html", context, heading=heading_of)


@page(rules.sees_directory)
def unit_tree(request: Any) -> HttpResponse:
    """Cơ cấu tổ chức tại một ngày."""
    day = Day(clock.today())
    at = day.value(request.GET)
    context = {
        "tree": tree_on(at),
        "day": at,
        "filters": [day.drawn(request.GET)],
        "tabs": _tabs(request, "unit_tree"),
        "manages": rules.manages_people(request.actor),
    }
    return answer(request, "organisation/unit_tree.html", context)


@page(rules.sees_directory)
def unit(request: Any, pk: int) -> HttpResponse:
    """Một đơn vị: tên qua các thời kỳ, tiền thân, đơn vị kế tục, người hiện nay."""
    found = get_object_or_404(Unit.objects.select_related("parent"), pk=pk)
    sees_people = rules.sees_people(request.actor) and found.path.startswith(reach_of(request.actor))
    staff = list(staff_of(found)[: _STAFF_SHOWN + 1]) if sees_people else []
    manages = rules.manages_unit(request.actor, found)
    context = {
        "unit": found,
        "eras": list(found.eras.select_related("parent").order_by("-valid_from")),
        "before": list(predecessors_of(found)),
        "after": list(successors_of(found)),
        "below": list(units_on().filter(parent=found)),
        "staff": staff[:_STAFF_SHOWN],
        "more_staff": len(staff) > _STAFF_SHOWN,
        "sees_people": sees_people,
        "open": found.valid_to is None,
        "manages": manages,
        "history": steps_of(found) if manages else [],
    }
    return answer(request, "organisation/unit.html", context)
