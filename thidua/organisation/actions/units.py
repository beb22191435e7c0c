"""Units: lập, đính chính, đổi tên, chuyển cơ quan chủ quản, giải thể. Each change has its day and legal basis."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.text import fold, nfc, sort_key
from thidua.organisation import rules
from thidua.organisation.models import Post, RoleAssignment, Unit, UnitEra, UnitKind

ONE_DAY = dt.timedelta(days=1)


def check_may_change(actor: Actor, unit: Unit | None) -> None:
    """Raises unless the actor keeps the list of units there; without a unit, at the root."""
    if not (rules.manages_unit(actor, unit) if unit else rules.founds_trees(actor)):
        raise NotAllowed("Chỉ quản trị hoặc thường trực của cơ quan được sửa danh mục đơn vị ở đây.")


def _keys(unit: Unit) -> None:
    """Search and sort columns; old names stay findable."""
    old = [name for era in unit.eras.values_list("name", "short_name") for name in era] if unit.pk else []
    unit.search = fold(" ".join(dict.fromkeys([unit.name, unit.short_name, unit.code, *old])))[:600]
    unit.sort = sort_key(unit.name)[:600]


@transaction.atomic
def establish(
    name: str,
    *,
    actor: Actor,
    code: str,
    kind: UnitKind,
    on: dt.date,
    parent: Unit | None = None,
    short_name: str = "",
    symbol: str = "",
    place: str = "",
    order: int = 0,
    basis: str = "",
) -> Unit:
    """Lập đơn vị: opens a unit and its first era."""
    check_may_change(actor, parent)
    if Unit.objects.filter(code=code, valid_from=on).exists():
        raise RuleBroken(f"Đã có đơn vị mang mã {code} từ ngày {on:%d/%m/%Y}. Mời chọn mã khác.", field="code")
    if parent and not parent.holds(on):
        raise RuleBroken(f"{parent} không hoạt động vào ngày {on:%d/%m/%Y}, nên không thể là cấp trên.", field="parent")
    unit = Unit(
        code=code, kind=kind, name=nfc(name), short_name=nfc(short_name), symbol=symbol, place=place,
        parent=parent, order=order, valid_from=on,
    )  # fmt: skip
    _keys(unit)
    unit.save(force_insert=True)
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    _open_era(unit, on, basis)
    audit.record(actor, "lập đơn vị", unit, basis=basis, on=on.isoformat())
    return unit


@transaction.atomic
def correct(
    unit: Unit, *, actor: Actor, code: str, kind: UnitKind, symbol: str, place: str, order: int, short_name: str
) -> Unit:
    """Đính chính what has no history: code, kind, symbol, place, order, short name."""
    check_may_change(actor, unit)
    if Unit.objects.filter(code=code, valid_from=unit.valid_from).exclude(pk=unit.pk).exists():
        raise RuleBroken(f"Mã {code} đã có đơn vị khác dùng từ cùng ngày. Mời chọn mã khác.", field="code")
    unit.code, unit.kind, unit.symbol, unit.place, unit.order = code, kind, nfc(symbol), nfc(place), order
    unit.short_name = nfc(short_name)
    _keys(unit)
    unit.save(update_fields=["code", "kind", "symbol", "place", "order", "short_name", "search", "sort"])
    audit.record(actor, "đính chính đơn vị", unit, code=code)
    return unit


def _open_era(unit: Unit, on: dt.date, basis: str) -> None:
    """Closes the running era the day before and opens the one that holds from `on`."""
    unit.eras.filter(valid_to__isnull=True).update(valid_to=on - ONE_DAY)
    UnitEra.objects.create(
        unit=unit, name=unit.name, short_name=unit.short_name, parent=unit.parent, path=unit.path,
        valid_from=on, basis=basis,
    )  # fmt: skip


def _must_be_open(unit: Unit, on: dt.date) -> None:
    """A change may neither come before an earlier recorded one, nor be recorded before its day has come."""
    if unit.valid_to is not None:
        raise RuleBroken(f"{unit} đã kết thúc hoạt động, hết ngày {unit.valid_to:%d/%m/%Y}.")
    if unit.eras.filter(valid_from__gte=on).exists():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} không hợp lệ: {unit} đã có thay đổi từ ngày đó hoặc sau đó.", field="on")
    if on > clock.today():
        raise RuleBroken(
            f"Chưa đến ngày {on:%d/%m/%Y}. Mời ghi nhận khi quyết định có hiệu lực, để tên hiện nay luôn đúng.",
            field="on",
        )


@transaction.atomic
def rename(unit: Unit, *, actor: Actor, name: str, on: dt.date, short_name: str = "", basis: str = "") -> Unit:
    """Đổi tên từ một ngày; tên cũ vẫn tìm được."""
    check_may_change(actor, unit)
    _must_be_open(unit, on)
    before = unit.name
    if nfc(name) == before:
        raise RuleBroken("Tên mới giống tên hiện nay.", field="name")
    unit.name, unit.short_name = nfc(name), nfc(short_name)
    _keys(unit)
    unit.save(update_fields=["name", "short_name", "search", "sort"])
    _open_era(unit, on, basis)
    audit.record(actor, "đổi tên đơn vị", unit, before=before, on=on.isoformat(), basis=basis)
    return unit


@transaction.atomic
def move_under(unit: Unit, *, actor: Actor, parent: Unit, on: dt.date, basis: str = "") -> Unit:
    """Chuyển cơ quan chủ quản: everything open below goes along; what has ended keeps the place it ended at."""
    check_may_change(actor, unit)
    check_may_change(actor, parent)
    if parent.path.startswith(unit.path):
        raise RuleBroken("Không thể chuyển một đơn vị vào dưới chính nó.", field="parent")
    if parent.pk == unit.parent_id:
        raise RuleBroken(f"{unit} đang trực thuộc {parent}.", field="parent")
    if not parent.holds(on):
        raise RuleBroken(f"{parent} không hoạt động vào ngày {on:%d/%m/%Y}, nên không thể là cấp trên.", field="parent")
    old_path, new_path = unit.path, f"{parent.path}{unit.pk}/"
    for member in Unit.objects.filter(path__startswith=old_path, valid_to__isnull=True).order_by("path"):
        _must_be_open(member, on)
        if member.pk == unit.pk:
            member.parent = parent
        member.path = new_path + member.path[len(old_path) :]
        member.save(update_fields=["parent", "path"])
        _open_era(member, on, basis)
    unit.refresh_from_db()
    audit.record(actor, "chuyển cơ quan chủ quản", unit, parent=str(parent), on=on.isoformat(), basis=basis)
    return unit


def close(unit: Unit, last_day: dt.date) -> None:
    """Ends a unit with its posts and the roles held on it; called by the actions that check and record."""
    if unit.valid_to is not None:
        raise RuleBroken(f"{unit} đã kết thúc hoạt động, hết ngày {unit.valid_to:%d/%m/%Y}.")
    if unit.eras.filter(valid_from__gt=last_day).exists():
        raise RuleBroken(f"{unit} còn có thay đổi sau ngày {last_day:%d/%m/%Y}. Mời xem lại ngày.", field="on")
    later = Q(valid_to__isnull=True) | Q(valid_to__gt=last_day)
    if Unit.objects.filter(later, parent=unit).exists():
        raise RuleBroken(f"{unit} còn đơn vị cấp dưới đang hoạt động. Mời chuyển hoặc giải thể các đơn vị đó trước.")
    unit.valid_to = last_day
    unit.save(update_fields=["valid_to"])
    unit.eras.filter(valid_to__isnull=True).update(valid_to=last_day)
    begun = later & Q(valid_from__lte=last_day)
    Post.objects.filter(begun, unit=unit).update(valid_to=last_day)
    RoleAssignment.objects.filter(begun, unit=unit).update(valid_to=last_day)


@transaction.atomic
def dissolve(unit: Unit, *, actor: Actor, on: dt.date, basis: str = "") -> Unit:
    """Giải thể: the unit's last day is the day before `on`; posts and roles in it end with it."""
    check_may_change(actor, unit)
    close(unit, on - ONE_DAY)
    audit.record(actor, "giải thể đơn vị", unit, on=on.isoformat(), basis=basis)
    return unit
