"""People and posts: thêm người, bổ nhiệm, kết thúc chức vụ."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from thidua.audit import actions as audit
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.text import fold, name_key, nfc
from thidua.organisation import rules
from thidua.organisation.models import Person, Position, Post, Sex, StaffGroup, Unit


def _check(actor: Actor) -> None:
    if not rules.manages_people(actor):
        raise NotAllowed("Chỉ quản trị hoặc thường trực được sửa danh sách người.")


@transaction.atomic
def add_person(
    full_name: str, *, actor: Actor, sex: Sex, born_on: dt.date | None = None, email: str = "", phone: str = ""
) -> Person:
    """Thêm một người; chức vụ được ghi riêng bằng `appoint`."""
    _check(actor)
    name = nfc(full_name)
    if len(name.split(" ")) < 2:
        raise RuleBroken("Cần ghi đủ họ và tên.", field="full_name")
    person = Person.objects.create(
        full_name=name, sex=sex, born_on=born_on, email=email, phone=phone, search=fold(name), sort=name_key(name)
    )
    audit.record(actor, "thêm người", person)
    return person


@transaction.atomic
def correct_person(
    person: Person, *, actor: Actor, full_name: str, sex: Sex, born_on: dt.date | None, email: str, phone: str
) -> Person:
    """Sửa thông tin một người."""
    _check(actor)
    name = nfc(full_name)
    if len(name.split(" ")) < 2:
        raise RuleBroken("Cần ghi đủ họ và tên.", field="full_name")
    person.full_name, person.sex, person.born_on, person.email, person.phone = name, sex, born_on, email, phone
    person.search, person.sort = fold(name), name_key(name)
    person.save()
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
    _check(actor)
    if not unit.holds(on):
        raise RuleBroken(f"{unit} không hoạt động vào ngày {on:%d/%m/%Y}.", field="unit")
    post = Post.objects.create(
        person=person, unit=unit, position=position, title=nfc(title), staff_group=staff_group, valid_from=on, rank=rank
    )
    audit.record(actor, "bố trí vào đơn vị", person, unit=str(unit), title=post.title, on=on.isoformat())
    return post


@transaction.atomic
def end_post(post: Post, *, actor: Actor, last_day: dt.date, reason: str = "") -> Post:
    """Kết thúc một chức vụ sau ngày `last_day`."""
    _check(actor)
    if last_day < post.valid_from:
        raise RuleBroken("Ngày kết thúc sớm hơn ngày bắt đầu.", field="last_day")
    post.valid_to = last_day
    post.save(update_fields=["valid_to"])
    audit.record(actor, "kết thúc chức vụ", post.person, note=reason, post=str(post), on=last_day.isoformat())
    return post
