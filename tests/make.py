"""Plain functions that make what a test needs, by the same actions the office uses; every argument has a default."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from thidua.core import clock
from thidua.core.actor import SYSTEM, Actor
from thidua.core.text import fold
from thidua.movements.actions.movement import name_it
from thidua.movements.models import Assignment, Movement, Round, Task
from thidua.movements.workflow import AssignmentState, MovementState
from thidua.organisation.actions import accounts, people, units
from thidua.organisation.models import (
    Account,
    Person,
    Position,
    Post,
    RoleAssignment,
    Sex,
    StaffGroup,
    Unit,
    UnitKind,
)
from thidua.organisation.queries.accounts import actor_of

LONG_AGO = dt.date(2020, 1, 1)
PASSWORD = "rung-xanh-suoi-trong"

_numbers = count(1)


def make_unit(
    name: str = "",
    *,
    parent: Unit | None = None,
    kind: UnitKind = UnitKind.DEPARTMENT,
    code: str = "",
    on: dt.date = LONG_AGO,
    short_name: str = "",
    symbol: str = "",
    place: str = "",
    order: int = 0,
) -> Unit:
    """A unit; without a name "Phòng số n"."""
    number = next(_numbers)
    return units.establish(
        name or f"Phòng số {number}", actor=SYSTEM, code=code or f"DV{number}", kind=kind, on=on, parent=parent,
        short_name=short_name, symbol=symbol, place=place, order=order,
    )  # fmt: skip


def make_agency(name: str = "Văn phòng Ủy ban nhân dân tỉnh", *, parent: Unit | None = None) -> Unit:
    """An agency that issues documents."""
    return make_unit(name, parent=parent, kind=UnitKind.AGENCY, symbol="VPUB", place="Sơn La")


def make_person(
    full_name: str = "",
    *,
    sex: Sex = Sex.FEMALE,
    born_on: dt.date | None = dt.date(1985, 5, 20),
    email: str = "",
    phone: str = "",
) -> Person:
    """A person; without a name "Lò Thị Số n" (the number in the name keeps them apart)."""
    name = full_name or f"Lò Thị Người {next(_numbers)}"
    return people.add_person(name, actor=SYSTEM, sex=sex, born_on=born_on, email=email, phone=phone)


def make_post(
    person: Person | None = None,
    unit: Unit | None = None,
    *,
    position: Position = Position.OFFICIAL,
    title: str = "Chuyên viên",
    staff_group: StaffGroup = StaffGroup.CIVIL_SERVANT,
    on: dt.date = LONG_AGO,
    rank: int = 100,
) -> Post:
    """A person's place in a unit."""
    return people.appoint(
        person or make_person(), unit or make_unit(), actor=SYSTEM, position=position, title=title,
        staff_group=staff_group, on=on, rank=rank,
    )  # fmt: skip


def make_account(
    username: str = "", *, person: Person | None = None, label: str = "", email: str = "", password: str = PASSWORD
) -> Account:
    """An account that may sign in at once with PASSWORD."""
    return accounts.open_account(
        username or f"nguoi{next(_numbers)}", actor=SYSTEM, password=password, person=person, label=label, email=email
    )


def make_role(account: Account, role: str, unit: Unit, *, on: dt.date = LONG_AGO) -> RoleAssignment:
    """A role over the unit and everything below it."""
    return accounts.grant(account, role, unit, actor=SYSTEM, on=on)


def make_member(
    full_name: str,
    unit: Unit,
    *,
    role: str = "",
    over: Unit | None = None,
    position: Position = Position.OFFICIAL,
    title: str = "Chuyên viên",
    username: str = "",
) -> Account:
    """Person, post and account in one, with `role` over `over` (else over the unit) when one is named."""
    person = make_person(full_name)
    make_post(person, unit, position=position, title=title)
    account = make_account(username, person=person, email=f"{username}@example.vn" if username else "")
    if role:
        make_role(account, role, over or unit)
    return account


def actor(account: Account) -> Actor:
    """Who the account is today."""
    return actor_of(account)


def make_movement(
    agency: Unit,
    title: str = "Toàn dân tham gia phòng, chống ma túy",
    *,
    state: MovementState = MovementState.RUNNING,
    first_year: int = 2024,
    last_year: int = 2025,
) -> Movement:
    """A movement in the wanted state with its yearly rounds, without the long way of reading its plan."""
    movement = Movement(
        agency=agency, first_year=first_year, last_year=last_year, state=state, created_at=clock.now(),
        created_by="Cầm Thị Hương",
    )  # fmt: skip
    name_it(movement, title)
    movement.save()
    Round.objects.bulk_create(
        Round(movement=movement, year=year, opened_on=dt.date(year, 1, 5)) for year in range(first_year, last_year + 1)
    )
    return movement


def make_task(
    movement: Movement,
    title: str = "Báo cáo kết quả thực hiện phong trào thi đua",
    *,
    year: int = 2025,
    short_title: str = "",
    each_unit: bool = True,
    due: dt.date | None = None,
    internal_due: dt.date | None = None,
    ref: str = "",
    line: int = 0,
) -> Task:
    """A task of one of the movement's years."""
    number = next(_numbers)
    return Task.objects.create(
        movement=movement, round=movement.rounds.get(year=year), key=f"viec-{number}", title=title,
        short_title=short_title, search=fold(f"{ref} {title}"), each_unit=each_unit, due=due,
        internal_due=internal_due, ref=ref, line=line, order=number,
    )  # fmt: skip


def make_assignment(
    task: Task, unit: Unit, *, state: AssignmentState = AssignmentState.OPEN, **columns: Any
) -> Assignment:
    """What a unit owes of a task."""
    return Assignment.objects.create(task=task, unit=unit, state=state, **columns)
