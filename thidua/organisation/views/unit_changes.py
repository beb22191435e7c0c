"""What happens to units: lập, đính chính, đổi tên, chuyển, sáp nhập, chia tách, giải thể."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from thidua.core.page import allow, page, typed
from thidua.organisation import rules
from thidua.organisation.actions import successions
from thidua.organisation.actions import units as unit_actions
from thidua.organisation.forms.units import (
    CorrectUnitForm,
    DissolveForm,
    MergeForm,
    MoveForm,
    RenameForm,
    SplitForm,
    UnitForm,
)
from thidua.organisation.models import Unit
from thidua.organisation.queries.units import agency_id_of, units_on
from thidua.organisation.views.form_page import FormPage, form_page

_BOTH = ("GET", "HEAD", "POST")
_OLD_STAYS = "Tên cũ vẫn tìm được, và các danh sách của ngày trước đó vẫn ghi tên cũ."


def _unit_of(request: Any, pk: int) -> Unit:
    """The unit to change, when the actor may."""
    found = get_object_or_404(Unit.objects.select_related("parent"), pk=pk)
    allow(rules.manages_unit(request.actor, found), "Đồng chí không có quyền sửa đơn vị này.")
    return found


def _page(unit: Unit, title: str, submit: str, *notes: str, lead: str = "") -> FormPage:
    return FormPage(title, submit, reverse("unit", args=[unit.pk]), unit.name, lead, notes)


def _to(unit: Unit) -> str:
    return reverse("unit", args=[unit.pk])


@page(rules.manages_people, methods=_BOTH)
def unit_new(request: Any) -> HttpResponse:
    """Lập đơn vị."""
    form = UnitForm(typed(request), initial={"parent": request.GET.get("thuoc") or agency_id_of(request.actor)})
    form.fields["parent"].required = not rules.founds_trees(request.actor)
    around = FormPage("Lập đơn vị", "Lập đơn vị", reverse("units"), "Đơn vị", save_new=True, notes=(
        "Một đơn vị được lập một lần và giữ mãi. Khi đổi tên, sáp nhập hay giải thể, mời dùng đúng việc đó trên trang "
        "của đơn vị, để số liệu các năm trước không mất.",
    ))  # fmt: skip
    return form_page(
        request,
        form,
        around,
        lambda values: unit_actions.establish(actor=request.actor, **values),
        done=lambda fresh: f"Đã lập {fresh}.",
        then=_to,
    )


@page(rules.manages_people, methods=_BOTH)
def unit_correct(request: Any, pk: int) -> HttpResponse:
    """Đính chính."""
    unit = _unit_of(request, pk)
    names = ("short_name", "code", "kind", "symbol", "place", "order")
    form = CorrectUnitForm(typed(request), initial={name: getattr(unit, name) for name in names})
    around = _page(unit, "Đính chính thông tin đơn vị", "Lưu", "Tên đơn vị được sửa ở việc “Đổi tên”.")
    return form_page(
        request,
        form,
        around,
        lambda values: unit_actions.correct(unit, actor=request.actor, **values),
        done="Đã lưu thông tin đơn vị.",
        then=_to,
    )


@page(rules.manages_people, methods=_BOTH)
def unit_rename(request: Any, pk: int) -> HttpResponse:
    """Đổi tên."""
    unit = _unit_of(request, pk)
    form = RenameForm(typed(request), initial={"name": unit.name, "short_name": unit.short_name})
    return form_page(
        request,
        form,
        _page(unit, "Đổi tên đơn vị", "Đổi tên", _OLD_STAYS, lead=f"Tên hiện nay: {unit.name}."),
        lambda values: unit_actions.rename(unit, actor=request.actor, **values),
        done=lambda renamed: f"Đã đổi tên thành {renamed}.",
        then=_to,
    )


@page(rules.manages_people, methods=_BOTH)
def unit_move(request: Any, pk: int) -> HttpResponse:
    """Chuyển cơ quan chủ quản."""
    unit = _unit_of(request, pk)
    now = f"Hiện nay trực thuộc {unit.parent}." if unit.parent else "Hiện nay không trực thuộc đơn vị nào."
    form = MoveForm(typed(request))
    return form_page(
        request,
        form,
        _page(unit, "Chuyển cơ quan chủ quản", "Chuyển", "Các đơn vị bên dưới cùng được chuyển theo.", lead=now),
        lambda values: unit_actions.move_under(unit, actor=request.actor, **values),
        done=lambda moved: f"Đã chuyển {moved} về {moved.parent}.",
        then=_to,
    )


@page(rules.manages_people, methods=_BOTH)
def unit_merge(request: Any, pk: int) -> HttpResponse:
    """Sáp nhập."""
    unit = _unit_of(request, pk)
    form = MergeForm(typed(request))
    siblings = units_on().filter(parent_id=unit.parent_id, valid_to__isnull=True).exclude(pk=unit.pk)
    form.fields["others"].queryset = siblings  # type: ignore[attr-defined]  # a ModelMultipleChoiceField
    return form_page(
        request,
        form,
        _page(unit, "Sáp nhập đơn vị", "Sáp nhập",
              "Đơn vị không còn hoạt động sau sáp nhập sẽ kết thúc; chức vụ và vai trò trong đó kết thúc theo.",
              "Ai kế tục ai được ghi lại, nên số liệu các năm trước vẫn tra được theo tên cũ.",
              lead=f"Sáp nhập {unit}."),
        lambda values: successions.merge(
            [unit, *values["others"]], form.target(), actor=request.actor, on=values["on"], basis=values["basis"],
            with_people=values["with_people"],
        ),
        done=lambda target: f"Đã sáp nhập vào {target}.",
        then=_to,
    )  # fmt: skip


@page(rules.manages_people, methods=_BOTH)
def unit_split(request: Any, pk: int) -> HttpResponse:
    """Chia, tách."""
    unit = _unit_of(request, pk)
    form = SplitForm(typed(request))
    return form_page(
        request,
        form,
        _page(unit, "Chia, tách đơn vị", "Chia, tách",
              "Khi đơn vị cũ kết thúc, chức vụ của mọi người trong đó kết thúc theo; mời bố trí lại vào đơn vị mới.",
              "Đơn vị mới cùng loại, cùng cơ quan chủ quản với đơn vị cũ.", lead=f"Chia, tách {unit}."),
        lambda values: successions.split(
            unit, form.parts(), actor=request.actor, on=values["on"], basis=values["basis"], keep=values["keep"]
        ),
        done=lambda fresh: "Đã lập " + ", ".join(str(part) for part in fresh) + ".",
        then=lambda fresh: _to(unit),
    )  # fmt: skip


@page(rules.manages_people, methods=_BOTH)
def unit_dissolve(request: Any, pk: int) -> HttpResponse:
    """Giải thể."""
    unit = _unit_of(request, pk)
    form = DissolveForm(typed(request))
    return form_page(
        request,
        form,
        _page(unit, "Giải thể đơn vị", "Giải thể",
              "Chức vụ và vai trò trong đơn vị kết thúc theo. Đơn vị vẫn còn trong các danh sách của ngày trước đó.",
              "Nếu công việc được giao cho đơn vị khác, mời dùng “Sáp nhập” để ghi lại ai kế tục.",
              lead=f"Giải thể {unit}."),
        lambda values: unit_actions.dissolve(unit, actor=request.actor, **values),
        done=f"Đã ghi việc giải thể {unit}.",
        then=_to,
    )  # fmt: skip
