"""Units that come after others: sáp nhập, chia tách. Who succeeds whom stays on record, people can go along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from thidua.audit import actions as audit
from thidua.core.actor import Actor
from thidua.core.dated import holds_on
from thidua.core.errors import RuleBroken
from thidua.organisation.actions.units import ONE_DAY, check_may_change, close, establish
from thidua.organisation.models import Post, Succession, SuccessionKind, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be opened by a merger or a split; kind, place in the tree and order are those of the old one."""

    name: str
    code: str
    short_name: str = ""


@transaction.atomic
def succeed(
    predecessors: Sequence[Unit],
    successors: Sequence[Unit],
    *,
    actor: Actor,
    kind: SuccessionKind,
    on: dt.date,
    basis: str = "",
    with_people: bool = False,
) -> list[Succession]:
    """Work goes from the old units to the new ones from `on`; those not among the new end the day before.

    `with_people` opens for everyone in an old unit the same post in the new one; only with a single successor.
    """
    kept = {unit.pk for unit in successors}
    for unit in (*predecessors, *successors):
        check_may_change(actor, unit)
    for unit in successors:
        if not unit.holds(on):
            raise RuleBroken(f"{unit} không hoạt động vào ngày {on:%d/%m/%Y}.", field="on")
    ended = [unit for unit in predecessors if unit.pk not in kept]
    moving = [post for unit in ended for post in Post.objects.filter(holds_on(on), unit=unit).order_by("id")]
    for unit in ended:
        close(unit, on - ONE_DAY)
    if with_people and len(successors) == 1:
        _bring(moving, successors[0], on)
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


def _bring(posts: Sequence[Post], unit: Unit, on: dt.date) -> None:
    """The same posts in another unit, as far as each would have gone on."""
    already = set(Post.objects.filter(holds_on(on), unit=unit).values_list("person_id", flat=True))
    fresh = [post for post in posts if post.person_id not in already]
    Post.objects.bulk_create(
        Post(
            person_id=post.person_id, unit=unit, position=post.position, title=post.title,
            staff_group=post.staff_group, rank=post.rank, valid_from=on, valid_to=post.valid_to,
        )
        for post in {post.person_id: post for post in reversed(fresh)}.values()
    )  # fmt: skip


@transaction.atomic
def merge(
    units: Sequence[Unit],
    into: Unit | NewUnit,
    *,
    actor: Actor,
    on: dt.date,
    basis: str = "",
    with_people: bool = True,
) -> Unit:
    """Sáp nhập các đơn vị vào một đơn vị đang có, hoặc thành một đơn vị mới lập từ ngày đó."""
    first = units[0]
    if isinstance(into, NewUnit):
        if len(units) < 2:
            raise RuleBroken("Cần chọn ít nhất một đơn vị nữa để sáp nhập thành đơn vị mới.", field="others")
        target = _open(into, first, actor=actor, on=on, basis=basis)
    else:
        target = into
        if all(unit.pk == target.pk for unit in units):
            raise RuleBroken("Đơn vị tiếp nhận phải khác đơn vị được sáp nhập.", field="into")
    succeed(
        units, [target], actor=actor, kind=SuccessionKind.MERGE, on=on, basis=basis, with_people=with_people
    )  # fmt: skip
    return target


@transaction.atomic
def split(
    unit: Unit, parts: Sequence[NewUnit], *, actor: Actor, on: dt.date, basis: str = "", keep: bool = False
) -> list[Unit]:
    """Chia một đơn vị thành các đơn vị mới; with `keep` (tách) the old unit goes on beside them."""
    if len(parts) + keep < 2:
        raise RuleBroken("Cần ghi ít nhất hai đơn vị sau khi chia, hoặc một đơn vị mới khi đơn vị cũ còn hoạt động.")
    fresh = [_open(part, unit, actor=actor, on=on, basis=basis) for part in parts]
    kept = [unit] if keep else []
    succeed([unit], [*kept, *fresh], actor=actor, kind=SuccessionKind.SPLIT, on=on, basis=basis)
    return fresh


def _open(new: NewUnit, like: Unit, *, actor: Actor, on: dt.date, basis: str) -> Unit:
    return establish(
        new.name, actor=actor, code=new.code, kind=UnitKind(like.kind), on=on, parent=like.parent,
        short_name=new.short_name, place=like.place, order=like.order, basis=basis,
    )  # fmt: skip
