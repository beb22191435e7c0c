"""Mergers and splits: who succeeds whom, what ends, who goes along."""

from __future__ import annotations

import datetime as dt

import pytest

from tests import make
from tests.conftest import Office
from thidua.audit.models import Entry
from thidua.core.actor import SYSTEM
from thidua.core.errors import RuleBroken
from thidua.organisation.actions.successions import NewUnit, merge, split
from thidua.organisation.models import Position, Post, Succession, Unit
from thidua.organisation.queries.people import staff_of
from thidua.organisation.queries.units import predecessors_of, successors_of

DAY = dt.date(2025, 3, 1)
EVE = dt.date(2025, 2, 28)


def links() -> list[tuple[str, str, str]]:
    return [(s.predecessor.name, s.successor.name, s.get_kind_display()) for s in Succession.objects.order_by("id")]


def test_two_rooms_become_one_new_room(office: Office) -> None:
    fresh = merge(
        [office.room_a, office.room_b], NewUnit("Phòng Tổng hợp - Nội chính", "THNC", "P. TH-NC"), actor=SYSTEM, on=DAY,
        basis="Quyết định 15/QĐ-UBND",
    )  # fmt: skip
    assert (fresh.code, fresh.short_name, fresh.parent, fresh.valid_from, fresh.order) == (
        "THNC", "P. TH-NC", office.agency, DAY, office.room_a.order,
    )  # fmt: skip
    ends = set(Unit.objects.filter(pk__in=[office.room_a.pk, office.room_b.pk]).values_list("valid_to", flat=True))
    assert ends == {EVE}
    assert links() == [
        ("Phòng Tổng hợp", fresh.name, "Sáp nhập"), ("Phòng Nội chính", fresh.name, "Sáp nhập"),
    ]  # fmt: skip
    assert [s.predecessor for s in predecessors_of(fresh)] == [office.room_a, office.room_b]
    assert [s.successor for s in successors_of(office.room_a)] == [fresh]
    entry = Entry.objects.order_by("-sequence")[0]
    assert (entry.verb, entry.data["of"], entry.data["basis"]) == (
        "sáp nhập", ["Phòng Tổng hợp", "Phòng Nội chính"], "Quyết định 15/QĐ-UBND",
    )  # fmt: skip


def test_people_go_along_with_their_posts(office: Office) -> None:
    head = make.make_post(
        make.make_person("Hà Minh Đức"), office.room_b, position=Position.HEAD, title="Trưởng phòng", rank=1
    )
    merge([office.room_b], office.room_a, actor=SYSTEM, on=DAY, with_people=True)
    old, new = Post.objects.filter(person=head.person).order_by("valid_from")
    assert (old.unit, old.valid_to) == (office.room_b, EVE)
    assert (new.unit, new.title, new.position, new.rank, new.valid_from, new.valid_to) == (
        office.room_a, "Trưởng phòng", Position.HEAD, 1, DAY, None,
    )  # fmt: skip
    assert [p.person.full_name for p in staff_of(office.room_a, DAY)] == ["Hà Minh Đức"]


def test_people_stay_behind_when_asked(office: Office) -> None:
    make.make_post(make.make_person(), office.room_b)
    merge([office.room_b], office.room_a, actor=SYSTEM, on=DAY, with_people=False)
    assert [(p.unit, p.valid_to) for p in Post.objects.all()] == [(office.room_b, EVE)]


def test_who_works_in_both_gets_no_second_post(office: Office) -> None:
    person = make.make_person()
    make.make_post(person, office.room_a)
    make.make_post(person, office.room_b)
    merge([office.room_b], office.room_a, actor=SYSTEM, on=DAY, with_people=True)
    assert [(p.unit, p.valid_to) for p in Post.objects.order_by("id")] == [(office.room_a, None), (office.room_b, EVE)]


def test_a_unit_may_take_in_others_and_go_on(office: Office) -> None:
    merge([office.room_a, office.room_b], office.room_a, actor=SYSTEM, on=DAY)
    assert Unit.objects.get(pk=office.room_a.pk).valid_to is None
    assert links() == [("Phòng Nội chính", "Phòng Tổng hợp", "Sáp nhập")]


def test_one_room_becomes_two(office: Office) -> None:
    fresh = split(office.room_a, [NewUnit("Phòng Một", "M1"), NewUnit("Phòng Hai", "M2")], actor=SYSTEM, on=DAY)
    assert [u.name for u in fresh] == ["Phòng Một", "Phòng Hai"]
    assert Unit.objects.get(pk=office.room_a.pk).valid_to == EVE
    assert links() == [
        ("Phòng Tổng hợp", "Phòng Một", "Chia tách"), ("Phòng Tổng hợp", "Phòng Hai", "Chia tách"),
    ]  # fmt: skip


def test_a_part_is_taken_off_and_the_old_room_goes_on(office: Office) -> None:
    split(office.room_a, [NewUnit("Phòng Một", "M1")], actor=SYSTEM, on=DAY, keep=True)
    assert Unit.objects.get(pk=office.room_a.pk).valid_to is None
    assert links() == [("Phòng Tổng hợp", "Phòng Một", "Chia tách")]


def test_refusals_undo_everything(office: Office) -> None:
    before = Unit.objects.count(), Entry.objects.count()
    child = make.make_unit("Tổ Một", parent=office.room_b)
    asked = {
        "alone": lambda: merge([office.room_a], NewUnit("Mới", "M"), actor=SYSTEM, on=DAY),
        "into itself": lambda: merge([office.room_a], office.room_a, actor=SYSTEM, on=DAY),
        "has rooms below": lambda: merge([office.room_a, office.room_b], NewUnit("Mới", "M"), actor=SYSTEM, on=DAY),
        "one part": lambda: split(office.room_a, [NewUnit("Một", "M1")], actor=SYSTEM, on=DAY),
        "code twice": lambda: split(office.room_a, [NewUnit("Một", "M1"), NewUnit("Hai", "M1")], actor=SYSTEM, on=DAY),
        "not open yet": lambda: merge([office.room_a], child, actor=SYSTEM, on=dt.date(2019, 1, 1)),
    }
    fields = {}
    for name, act in asked.items():
        with pytest.raises(RuleBroken) as caught:
            act()
        fields[name] = caught.value.field
    assert fields == {
        "alone": "others", "into itself": "into", "has rooms below": None, "one part": None, "code twice": "code",
        "not open yet": "on",
    }  # fmt: skip
    assert (Unit.objects.count() - 1, Entry.objects.count() - 1, Succession.objects.count()) == (*before, 0)
