"""The Office: units, 90 people, their posts and transfers, the accounts, and the merger of July 2025."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from functools import partial
from pathlib import Path
from typing import Any

from thidua.audit import actions as audit
from thidua.core.actor import SYSTEM
from thidua.core.text import fold
from thidua.desk.demo.logins import LOGINS, PASSWORD, Login
from thidua.desk.demo.story import Stage, Story
from thidua.movements.actions.hand_over import hand_over
from thidua.organisation import rules
from thidua.organisation.actions import accounts, people, successions, units
from thidua.organisation.models import Person, Position, Post, Sex, StaffGroup, Unit, UnitKind

DATA = Path(__file__).parent / "data"
FOUNDED = dt.date(2020, 1, 1)
FIRST_DAY = dt.date(2024, 4, 1)  # the day the Office began to use the program
MERGER = dt.date(2025, 7, 1)
MARK = "dựng dữ liệu mẫu"  # the entry of the log that tells a demo database from a real one
_BASIS = "Quyết định về sắp xếp tổ chức bộ máy của Văn phòng (dữ liệu mẫu)"


def tell(story: Story) -> None:
    """Writes down every scene about units, people and accounts."""
    story.chapter(FIRST_DAY, "Lập đơn vị, danh sách 90 người và tài khoản…")
    story.at(FIRST_DAY, "08:00", _found)
    people_ = rows("people.csv")
    for number, row in enumerate(people_, start=1):
        joined = dt.date.fromisoformat(row["since"])
        story.at(max(joined, FIRST_DAY), "08:20", partial(_join, row=row, number=number))
    story.at(FIRST_DAY, "08:40", _open_accounts)
    for row in rows("transfers.csv"):
        story.at(dt.date.fromisoformat(row["on"]), "08:10", partial(_transfer, row=row))
    story.at(MERGER, "08:05", _merge)
    story.at(MERGER, "08:10", _rename)


def rows(name: str) -> list[dict[str, str]]:
    """A table of the story."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def unit_table() -> list[dict[str, Any]]:
    """The units in protocol order."""
    found: list[dict[str, Any]] = tomllib.loads((DATA / "units.toml").read_text(encoding="utf-8"))["unit"]
    return found


def _found(stage: Stage) -> None:
    """The program opens the first two units and the administrator's account; the administrator does the rest."""
    province = units.establish(
        "Ủy ban nhân dân tỉnh Sơn La", actor=SYSTEM, code="SL", kind=UnitKind.PROVINCE, on=FOUNDED, place="Sơn La",
        short_name="UBND tỉnh",
    )  # fmt: skip
    agency = units.establish(
        "Văn phòng UBND tỉnh", actor=SYSTEM, code="VP", kind=UnitKind.AGENCY, on=FOUNDED, parent=province,
        short_name="Văn phòng", symbol="VPUB", place="Sơn La",
    )  # fmt: skip
    audit.record(SYSTEM, MARK, agency)
    stage.units |= {"SL": province, "VP": agency}
    admin = next(login for login in LOGINS if login.role == rules.ADMIN)
    row = next(row for row in rows("people.csv") if row["name"] == admin.person)
    person = _add_person(row, 0, actor=SYSTEM)
    stage.accounts[admin.username] = accounts.open_account(
        admin.username, actor=SYSTEM, password=PASSWORD, person=person
    )
    accounts.grant(stage.accounts[admin.username], admin.role, province, actor=SYSTEM, on=FIRST_DAY)
    actor = stage.actor(admin.username)
    for order, unit in enumerate(unit_table(), start=1):
        stage.units[unit["code"]] = units.establish(
            unit["name"], actor=actor, code=unit["code"], kind=UnitKind(unit["kind"]), on=FOUNDED, parent=agency,
            short_name=unit["short_name"], order=order,
        )  # fmt: skip


def _add_person(row: dict[str, str], number: int, **who: Any) -> Person:
    words = fold(row["name"]).split(" ")
    return people.add_person(
        row["name"], sex=Sex(row["sex"]), born_on=dt.date.fromisoformat(row["born"]),
        email=f"{words[-1]}.{''.join(word[0] for word in words[:-1])}@vpub.example",
        phone=f"0212 000 {100 + number}", **who,
    )  # fmt: skip


def _join(stage: Stage, row: dict[str, str], number: int) -> None:
    """A person comes to the Office; the administrator's own person is there already."""
    actor = stage.actor("quan-tri")
    person = Person.objects.filter(full_name=row["name"]).first() or _add_person(row, number, actor=actor)
    rank = {"head": 1, "deputy": 10}.get(row["position"], 20 + number)
    people.appoint(
        person, stage.units[row["unit"]], actor=actor, position=Position(row["position"]), title=row["title"],
        staff_group=StaffGroup(row["group"]), on=dt.date.fromisoformat(row["since"]), rank=rank,
    )  # fmt: skip


def _open_accounts(stage: Stage) -> None:
    """An account for each role and one for the head of each unit: each of them has something to hand in."""
    actor = stage.actor("quan-tri")
    for login in LOGINS:
        if login.username not in stage.accounts:
            person = Person.objects.get(full_name=login.person) if login.person else None
            account = accounts.open_account(
                login.username, actor=actor, password=PASSWORD, person=person, label=login.label
            )
            accounts.grant(account, login.role, stage.units[login.over], actor=actor, on=FIRST_DAY)
            stage.accounts[login.username] = account
        if login.role == rules.HEAD:
            stage.heads[login.over] = login.username
    stage.forget_actors()


def _post_of(name: str) -> Post:
    return Post.objects.select_related("person", "unit").get(person__full_name=name, valid_to__isnull=True)


def _transfer(stage: Stage, row: dict[str, str]) -> None:
    """Điều động: one post ends the day before the next begins."""
    actor, day = stage.actor("quan-tri"), dt.date.fromisoformat(row["on"])
    post = _post_of(row["name"])
    people.end_post(post, actor=actor, last_day=day - dt.timedelta(days=1), reason="Điều động theo quyết định")
    people.appoint(
        post.person, stage.units[row["unit"]], actor=actor, position=Position(row["position"]), title=row["title"],
        staff_group=StaffGroup(row["group"]), on=day, rank=int(row["rank"]),
    )  # fmt: skip


def _merge(stage: Stage) -> None:
    """Two rooms become one; the second head becomes a deputy; what both still owed goes to the new room."""
    actor = stage.actor("quan-tri")
    old = [stage.units["NN"], stage.units["TNMT"]]
    second = _post_of(_login("truong-tai-nguyen").person)
    people.end_post(second, actor=actor, last_day=MERGER - dt.timedelta(days=1), reason="Sáp nhập hai phòng")
    new = successions.merge(
        old, successions.NewUnit("Phòng Nông nghiệp - Môi trường", "NNMT", "P. Nông nghiệp - MT"), actor=actor,
        on=MERGER, basis=_BASIS,
    )  # fmt: skip
    people.appoint(
        second.person, new, actor=actor, position=Position.DEPUTY, title="Phó Trưởng phòng",
        staff_group=StaffGroup.CIVIL_SERVANT, on=MERGER, rank=10,
    )  # fmt: skip
    for username, role in (("truong-nong-nghiep", rules.HEAD), ("truong-tai-nguyen", rules.OFFICIAL)):
        accounts.grant(stage.accounts[username], role, new, actor=actor, on=MERGER)
    stage.units["NNMT"], stage.heads["NNMT"] = new, "truong-nong-nghiep"
    stage.forget_actors()
    ended = [Unit.objects.get(pk=unit.pk) for unit in old]
    hand_over(stage.movements["main"], ended, new, actor=stage.actor("thuong-truc"))


def _rename(stage: Stage) -> None:
    """Đổi tên một đơn vị; the old name stays findable."""
    units.rename(
        stage.units["PVHCC"], actor=stage.actor("quan-tri"), name="Trung tâm Phục vụ hành chính công",
        short_name="TT Phục vụ HCC", on=MERGER, basis=_BASIS,
    )  # fmt: skip


def _login(username: str) -> Login:
    return next(login for login in LOGINS if login.username == username)
