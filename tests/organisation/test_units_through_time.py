"""Units through time against a naive model: on every day the name, the parent and the path of that day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make
from tests.conftest import Cast, Office
from thidua.audit.models import Entry
from thidua.core import clock
from thidua.core.actor import SYSTEM
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.organisation.actions import units as actions
from thidua.organisation.models import Post, RoleAssignment, Unit, UnitEra, UnitKind
from thidua.organisation.queries.units import (
    agency_of,
    eras_on,
    heading_of,
    rooms_of,
    subtree,
    tree_on,
    unit_options,
    units_on,
)

FIRST = dt.date(2024, 1, 1)
STEPS = st.lists(
    st.tuples(st.sampled_from(["establish", "rename", "move", "dissolve"]), st.integers(0, 20), st.integers(0, 20)),
    max_size=12,
)


@dataclass(frozen=True)
class State:
    """What the naive model knows of a unit on one day."""

    name: str
    parent: int | None


def path_in(world: dict[int, State], pk: int) -> str:
    """The path by walking up."""
    above = world[pk].parent
    return f"{path_in(world, above) if above else '/'}{pk}/"


def below(world: dict[int, State], pk: int) -> set[int]:
    """The unit and everything under it."""
    return {other for other in world if f"/{pk}/" in path_in(world, other)}


def act(world: dict[int, State], step: tuple[str, int, int], day: dt.date) -> dict[int, State]:
    """Does one thing to the naive model and to the database; what the model forbids the action must refuse."""
    verb, one, other = step
    ids = sorted(world)
    pk, target = (ids[one % len(ids)], ids[other % len(ids)]) if ids else (0, 0)
    after = dict(world)
    if verb == "establish" or not ids:
        parent = Unit.objects.get(pk=target) if ids and other % 3 else None
        unit = make.make_unit(f"Đơn vị {day:%d%m}", parent=parent, on=day)
        after[unit.pk] = State(unit.name, parent.pk if parent else None)
        return after
    unit = Unit.objects.get(pk=pk)
    if verb == "rename":
        after[pk] = State(f"Tên mới {day:%d%m}", world[pk].parent)
        actions.rename(unit, actor=SYSTEM, name=after[pk].name, on=day)
    elif verb == "move":
        parent = Unit.objects.get(pk=target)
        if target in below(world, pk) or world[pk].parent == target:
            with pytest.raises(RuleBroken):
                actions.move_under(unit, actor=SYSTEM, parent=parent, on=day)
            return world
        after[pk] = State(world[pk].name, target)
        actions.move_under(unit, actor=SYSTEM, parent=parent, on=day)
    else:
        if below(world, pk) != {pk}:
            with pytest.raises(RuleBroken, match="còn đơn vị cấp dưới"):
                actions.dissolve(unit, actor=SYSTEM, on=day)
            return world
        del after[pk]
        actions.dissolve(unit, actor=SYSTEM, on=day)
    return after


@given(steps=STEPS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_day_is_as_the_naive_model_remembers_it(db: None, steps: list[tuple[str, int, int]]) -> None:
    UnitEra.objects.all().delete()
    Unit.objects.update(parent=None)
    Unit.objects.all().delete()
    world: dict[int, State] = {}
    days: dict[dt.date, dict[int, State]] = {}
    for number, step in enumerate(steps):
        day = FIRST + dt.timedelta(days=2 * number)
        with clock.standing_on(day):
            world = act(world, step, day)
        days[day] = days[day + dt.timedelta(days=1)] = world
    for day, then in days.items():
        found = {era.unit_id: (era.name, era.parent_id, era.path) for era in eras_on(day)}
        assert found == {pk: (s.name, s.parent, path_in(then, pk)) for pk, s in then.items()}
        assert {unit.pk for unit in units_on(day)} == set(then)
        flat = [pk for branch in tree_on(day) for pk in pre_order(branch)]
        assert sorted(flat) == sorted(then)
    today = {unit.pk: (unit.name, unit.parent_id, unit.path) for unit in Unit.objects.filter(valid_to__isnull=True)}
    assert today == {pk: (s.name, s.parent, path_in(world, pk)) for pk, s in world.items()}


def pre_order(branch: Any) -> list[int]:
    return [branch.era.unit_id, *(pk for child in branch.below for pk in pre_order(child))]


def test_old_and_short_names_stay_findable(office: Office) -> None:
    actions.rename(office.room_b, actor=SYSTEM, name="Phòng Pháp chế", on=dt.date(2024, 7, 1), short_name="P. PC")
    actions.rename(office.room_b, actor=SYSTEM, name="Phòng Nội chính - Pháp chế", on=dt.date(2025, 7, 1))
    room = Unit.objects.get(pk=office.room_b.pk)
    assert all(words in room.search for words in ("phong phap che", "p. pc", "p. noi chinh", room.code.lower()))


@pytest.fixture
def day() -> dt.date:
    return dt.date(2024, 7, 1)


def sentence(act: Any) -> tuple[str, str | None]:
    with pytest.raises(RuleBroken) as caught:
        act()
    return str(caught.value), caught.value.field


def test_a_change_before_an_earlier_one_is_refused(office: Office, day: dt.date) -> None:
    actions.rename(office.room_a, actor=SYSTEM, name="Phòng Một", on=day)
    for early in (day, day - dt.timedelta(days=30)):
        words, field = sentence(lambda early=early: actions.rename(office.room_a, actor=SYSTEM, name="Hai", on=early))
        assert (words.endswith("Phòng Một đã có thay đổi từ ngày đó hoặc sau đó."), field) == (True, "on")


def test_a_change_whose_day_has_not_come_is_refused(office: Office) -> None:
    tomorrow = clock.today() + dt.timedelta(days=1)
    words, field = sentence(lambda: actions.rename(office.room_a, actor=SYSTEM, name="Hai", on=tomorrow))
    assert (words.split(".")[0], field) == (f"Chưa đến ngày {tomorrow:%d/%m/%Y}", "on")


def test_refusals_name_the_field(office: Office, day: dt.date) -> None:
    a, outside = office.room_a, office.other_room
    actions.dissolve(outside, actor=SYSTEM, on=day)
    gone = dt.date(2025, 1, 1)
    asked = {
        "same name": lambda: actions.rename(a, actor=SYSTEM, name=" Phòng  Tổng hợp ", on=day),
        "same parent": lambda: actions.move_under(a, actor=SYSTEM, parent=office.agency, on=day),
        "below itself": lambda: actions.move_under(office.agency, actor=SYSTEM, parent=a, on=day),
        "ended parent": lambda: actions.move_under(a, actor=SYSTEM, parent=outside, on=gone),
        "ended": lambda: actions.rename(outside, actor=SYSTEM, name="Khác", on=gone),
        "code": lambda: make.make_unit("Khác", code=a.code),
        "parent not yet": lambda: make.make_unit("Khác", parent=a, on=dt.date(2019, 1, 1)),
        "not empty": lambda: actions.dissolve(office.agency, actor=SYSTEM, on=day),
        "code taken": lambda: actions.correct(
            office.room_b, actor=SYSTEM, code=a.code, kind=UnitKind.CENTRE, symbol="", place="", order=1, short_name=""
        ),
        "too early": lambda: actions.dissolve(a, actor=SYSTEM, on=make.LONG_AGO),
        "twice": lambda: actions.dissolve(outside, actor=SYSTEM, on=gone),
    }
    fields = {name: sentence(act)[1] for name, act in asked.items()}
    assert fields == {
        "same name": "name", "same parent": "parent", "below itself": "parent", "ended parent": "parent", "ended": None,
        "code": "code", "parent not yet": "parent", "not empty": None, "code taken": "code", "too early": "on",
        "twice": None,
    }  # fmt: skip


def test_a_move_takes_along_what_is_open_and_leaves_what_has_ended(office: Office, day: dt.date) -> None:
    kept = make.make_unit("Tổ Một", parent=office.room_a)
    ended = make.make_unit("Tổ Hai", parent=office.room_a)
    actions.dissolve(ended, actor=SYSTEM, on=dt.date(2023, 1, 1))
    old_path = Unit.objects.get(pk=ended.pk).path
    actions.move_under(office.room_a, actor=SYSTEM, parent=office.other_agency, on=day)
    paths = {unit.name: unit.path for unit in Unit.objects.filter(pk__in=[office.room_a.pk, kept.pk, ended.pk])}
    new = f"{office.other_agency.path}{office.room_a.pk}/"
    assert paths == {"Phòng Tổng hợp": new, "Tổ Một": f"{new}{kept.pk}/", "Tổ Hai": old_path}


def test_the_end_of_a_unit_ends_posts_and_roles_in_it(office: Office, cast: Cast, day: dt.date) -> None:
    actions.dissolve(office.room_b, actor=SYSTEM, on=day)
    last = day - dt.timedelta(days=1)
    assert set(Post.objects.filter(unit=office.room_b).values_list("valid_to", flat=True)) == {last}
    assert set(RoleAssignment.objects.filter(unit=office.room_b).values_list("valid_to", flat=True)) == {last}
    assert Entry.objects.order_by("-sequence")[0].verb == "giải thể đơn vị"


def test_keepers_change_what_is_below_them_and_nothing_else(office: Office, cast: Cast, day: dt.date) -> None:
    standing, outsider = make.actor(cast.standing), make.actor(cast.head_a)
    actions.rename(office.room_a, actor=standing, name="Phòng Một", on=day)
    for actor, unit in [(standing, office.other_room), (outsider, office.room_a), (standing, office.province)]:
        with pytest.raises(NotAllowed):
            actions.rename(unit, actor=actor, name="Phòng Hai", on=day)
    with pytest.raises(NotAllowed):
        actions.move_under(office.room_b, actor=standing, parent=office.other_agency, on=day)
    with pytest.raises(NotAllowed):
        actions.establish("Gốc khác", actor=standing, code="X", kind=UnitKind.AGENCY, on=day)
    fresh = actions.establish("Gốc khác", actor=make.actor(cast.admin), code="X", kind=UnitKind.AGENCY, on=day)
    assert fresh.path == f"/{fresh.pk}/"


def test_a_correction_changes_what_has_no_history(office: Office) -> None:
    actions.correct(
        office.room_a, actor=SYSTEM, code="TH", kind=UnitKind.CENTRE, symbol="TTTH", place="Mai Sơn", order=7,
        short_name="TT. TH",
    )  # fmt: skip
    room = Unit.objects.get(pk=office.room_a.pk)
    assert (room.code, room.kind, room.symbol, room.place, room.order, room.short) == (
        "TH", UnitKind.CENTRE, "TTTH", "Mai Sơn", 7, "TT. TH",
    )  # fmt: skip
    assert "tt. th" in room.search


def test_which_units(office: Office) -> None:
    assert [u.pk for u in rooms_of(office.agency)] == [office.room_a.pk, office.room_b.pk]
    assert {u.pk for u in subtree(office.agency)} == {office.agency.pk, office.room_a.pk, office.room_b.pk}
    assert agency_of(office.room_a) == agency_of(office.agency) == office.agency
    assert unit_options() == [
        (office.province.pk, "Ủy ban nhân dân tỉnh Sơn La"),
        (office.agency.pk, "\u2003Văn phòng Ủy ban nhân dân tỉnh"),
        (office.room_a.pk, "\u2003\u2003Phòng Tổng hợp"),
        (office.room_b.pk, "\u2003\u2003Phòng Nội chính"),
        (office.other_agency.pk, "\u2003Sở Nội vụ"),
        (office.other_room.pk, "\u2003\u2003Phòng Cải cách hành chính"),
    ]


def test_whose_name_stands_on_paper(office: Office, cast: Cast) -> None:
    heading = heading_of(make.actor(cast.official))
    assert (heading.parent, heading.office, heading.place) == (
        "Ủy ban nhân dân tỉnh Sơn La", "Văn phòng Ủy ban nhân dân tỉnh", "Sơn La",
    )  # fmt: skip
    assert heading_of(make.actor(cast.upper_viewer)) == heading
    assert heading_of(SYSTEM).office == ""
