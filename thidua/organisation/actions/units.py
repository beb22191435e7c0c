"""Units: lập, đổi tên, chuyển cơ quan chủ quản, sáp nhập, chia tách, giải thể. Each has its day and legal basis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from thidua.audit import actions as audit
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.text import fold, nfc, sort_key
from thidua.organisation import rules
from thidua.organisation.models import Succession, SuccessionKind, Unit, UnitEra, UnitKind

ONE_DAY = dt.timedelta(days=1)


def _check(actor: Actor) -> None:
    if not rules.manages_people(actor):
        raise NotAllowed("Chỉ quản trị hoặc thường trực được sửa danh mục đơn vị.")


def _keys(unit: Unit) -> None:
    """Search and sort columns; old names stay findable."""
    old = unit.eras.values_list("name", flat=True) if unit.pk else []
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
    _check(actor)
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


def _open_era(unit: Unit, on: dt.date, basis: str) -> None:
    """Closes the running era the day before and opens the one that holds from `on`."""
    unit.eras.filter(valid_to__isnull=True).update(valid_to=on - ONE_DAY)
    UnitEra.objects.create(
        unit=unit, name=unit.name, short_name=unit.short_name, parent=unit.parent, path=unit.path,
        valid_from=on, basis=basis,
    )  # fmt: skip


def _must_be_open(unit: Unit, on: dt.date) -> None:
    last = unit.eras.order_by("-valid_from").first()
    if unit.valid_to is not None or last is None or last.valid_from >= on:
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} không hợp lệ: {unit} đã có thay đổi từ ngày đó hoặc sau đó.", field="on")


@transaction.atomic
def rename(unit: Unit, *, actor: Actor, name: str, on: dt.date, short_name: str = "", basis: str = "") -> Unit:
    """Đổi tên từ một ngày; tên cũ vẫn tìm được."""
    _check(actor)
    _must_be_open(unit, on)
    before = unit.name
    unit.name, unit.short_name = nfc(name), nfc(short_name)
    _keys(unit)
    unit.save(update_fields=["name", "short_name", "search", "sort"])
    _open_era(unit, on, basis)
    audit.record(actor, "đổi tên đơn vị", unit, before=before, on=on.isoformat(), basis=basis)
    return unit


@transaction.atomic
def move_under(unit: Unit, *, actor: Actor, parent: Unit, on: dt.date, basis: str = "") -> Unit:
    """Chuyển cơ quan chủ quản: the whole subtree goes along."""
    _check(actor)
    _must_be_open(unit, on)
    if parent.path.startswith(unit.path):
        raise RuleBroken("Không thể chuyển một đơn vị vào dưới chính nó.", field="parent")
    old_path, new_path = unit.path, f"{parent.path}{unit.pk}/"
    for member in Unit.objects.filter(path__startswith=old_path).order_by("path"):
        if member.pk == unit.pk:
            member.parent = parent
        member.path = new_path + member.path[len(old_path) :]
        member.save(update_fields=["parent", "path"])
        if member.valid_to is None:
            _open_era(member, on, basis)
    unit.refresh_from_db()
    audit.record(actor, "chuyển cơ quan chủ quản", unit, parent=str(parent), on=on.isoformat(), basis=basis)
    return unit


def _close(unit: Unit, last_day: dt.date) -> None:
    if unit.valid_to is not None:
        raise RuleBroken(f"{unit} đã kết thúc hoạt động từ ngày {unit.valid_to:%d/%m/%Y}.")
    if Unit.objects.filter(parent=unit, valid_to__isnull=True).exists():
        raise RuleBroken(f"{unit} còn đơn vị cấp dưới đang hoạt động. Mời chuyển hoặc giải thể các đơn vị đó trước.")
    unit.valid_to = last_day
    unit.save(update_fields=["valid_to"])
    unit.eras.filter(valid_to__isnull=True).update(valid_to=last_day)


@transaction.atomic
def dissolve(unit: Unit, *, actor: Actor, on: dt.date, basis: str = "") -> Unit:
    """Giải thể: the unit's last day is the day before `on`."""
    _check(actor)
    _close(unit, on - ONE_DAY)
    audit.record(actor, "giải thể đơn vị", unit, on=on.isoformat(), basis=basis)
    return unit


@transaction.atomic
def succeed(
    predecessors: Sequence[Unit],
    successors: Sequence[Unit],
    *,
    actor: Actor,
    kind: SuccessionKind,
    on: dt.date,
    basis: str = "",
) -> list[Succession]:
    """Sáp nhập hoặc chia tách: work goes from the old units to the new from `on`; those not among the new end."""
    _check(actor)
    kept = {unit.pk for unit in successors}
    for unit in predecessors:
        if unit.pk not in kept:
            _close(unit, on - ONE_DAY)
    links = [
        Succession.objects.create(predecessor=old, successor=new, kind=kind, on=on, basis=basis)
        for old in predecessors
        for new in successors
        if old.pk != new.pk
    ]
    for unit in successors:
        audit.record(
            actor, SuccessionKind(kind).label.lower(), unit, of=[str(u) for u in predecessors], on=on.isoformat(),
            basis=basis,
        )  # fmt: skip
    return links
