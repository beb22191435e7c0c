"""People and posts: thêm người, bổ nhiệm, kết thúc chức vụ."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.text import fold, name_key, nfc
from thidua.organisation import rules
from thidua.organisation.actions.accounts import name_account
from thidua.organisation.models import Account, Person, Position, Post, Sex, StaffGroup, Unit


def _check(actor: Actor) -> None:
    if not rules.manages_people(actor):
        raise NotAllowed("Chỉ quản trị hoặc thường trực được sửa danh sách người.")


def _check_unit(actor: Actor, unit: Unit) -> None:
    if not rules.manages_unit(actor, unit):
        raise NotAllowed(f"{unit} nằm ngoài phạm vi đồng chí được sửa danh sách người.")


def _check_person(actor: Actor, person: Person) -> None:
    """One who works nowhere may be corrected by any keeper of the list, others by the keeper of a unit of theirs."""
    _check(actor)
    units = [post.unit for post in Post.objects.on(clock.today()).filter(person=person).select_related("unit")]
    if units and not any(rules.manages_unit(actor, unit) for unit in units):
        raise NotAllowed(f"{person} công tác ở đơn vị ngoài phạm vi của đồng chí.")


def _full_name(text: str) -> str:
    name = nfc(text)
    if len(name.split(" ")) < 2:
        raise RuleBroken("Cần ghi đủ họ và tên.", field="full_name")
    return name


def _check_birth(born_on: dt.date | None) -> None:
    if born_on and not dt.date(1900, 1, 1) <= born_on < clock.today():
        raise RuleBroken("Ngày sinh chưa hợp lý. Mời kiểm tra lại năm sinh.", field="born_on")


@transaction.atomic
def add_person(
    full_name: str, *, actor: Actor, sex: Sex, born_on: dt.date | None = None, email: str = "", phone: str = ""
) -> Person:
    """Thêm một người; chức vụ được ghi riêng bằng `appoint`."""
    _check(actor)
    name = _full_name(full_name)
    _check_birth(born_on)
    person = Person.objects.create(
        full_name=name, sex=sex, born_on=born_on, email=email, phone=phone, search=fold(name), sort=name_key(name)
    )
    audit.record(actor, "thêm người", person)
    return person


@transaction.atomic
def correct_person(
    person: Person, *, actor: Actor, full_name: str, sex: Sex, born_on: dt.date | None, email: str, phone: str
) -> Person:
    """Sửa thông tin một người; the account goes by the new name too."""
    _check_person(actor, person)
    name = _full_name(full_name)
    _check_birth(born_on)
    person.full_name, person.sex, person.born_on, person.email, person.phone = name, sex, born_on, email, phone
    person.search, person.sort = fold(name), name_key(name)
    person.save()
    if account := Account.objects.filter(person=person).first():
        name_account(account, name)
        account.save(update_fields=["label", "search", "sort"])
    audit.record(actor, "sửa thông tin người", person)
    return person


@transaction.atomic
def appoint(
    person: Person,
    unit: Unit,
    *,
    actor: Actor,
    position: Position,
    title: str,
    staff_group: StaffGroup,
    on: dt.date,
    rank: int = 100,
) -> Post:
    """Bổ nhiệm hoặc bố trí một người vào đơn vị từ một ngày."""
    _check_unit(actor, unit)
    if not unit.holds(on):
        raise RuleBroken(f"{unit} không hoạt động vào ngày {on:%d/%m/%Y}.", field="unit")
    if Post.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), person=person, unit=unit).exists():
        raise RuleBroken(
            f"{person} đang có chức vụ ở {unit}. Mời kết thúc chức vụ đó trước, rồi bố trí chức vụ mới.", field="unit"
        )
    post = Post.objects.create(
        person=person, unit=unit, position=position, title=nfc(title), staff_group=staff_group, valid_from=on, rank=rank
    )
    audit.record(actor, "bố trí vào đơn vị", person, unit=str(unit), title=post.title, on=on.isoformat())
    return post


@transaction.atomic
def end_post(post: Post, *, actor: Actor, last_day: dt.date, reason: str = "") -> Post:
    """Kết thúc một chức vụ sau ngày `last_day`."""
    _check_unit(actor, post.unit)
    if last_day < post.valid_from:
        raise RuleBroken(f"Ngày kết thúc sớm hơn ngày bắt đầu ({post.valid_from:%d/%m/%Y}).", field="last_day")
    if post.valid_to and post.valid_to < last_day:
        raise RuleBroken(f"Chức vụ này đã kết thúc, hết ngày {post.valid_to:%d/%m/%Y}.", field="last_day")
    post.valid_to = last_day
    post.save(update_fields=["valid_to"])
    audit.record(actor, "kết thúc chức vụ", post.person, note=reason, post=str(post), on=last_day.isoformat())
    return post
