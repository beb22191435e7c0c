"""The standing cast and the stage: one office with two rooms, one account per role, clients that are signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.test import Client

from tests import make
from thidua.organisation import rules
from thidua.organisation.models import Account, Position, Unit, UnitKind


def pytest_configure() -> None:
    """A quick password hash: the slow one is tested where it matters. No stopwatch on generated examples: on a busy
    machine the first, which loads tables, takes its time and would fail the test for that."""
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    hypothesis.settings.register_profile("calm", deadline=None)
    hypothesis.settings.load_profile("calm")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite is tested as it runs: a file in WAL mode that many connections may share. Only the wait for the disk is
    left out, as on PostgreSQL, where the runner asks for it."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        database["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"


@pytest.fixture(autouse=True)
def files_folder(settings: Any, tmp_path: Path) -> Path:
    """Uploaded files of one test, in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@dataclass(frozen=True)
class Office:
    """The units every test may count on: a province, its Office, two rooms; and another agency outside."""

    province: Unit
    agency: Unit
    room_a: Unit
    room_b: Unit
    other_agency: Unit
    other_room: Unit


@pytest.fixture
def office(db: None) -> Office:
    """The tree of units."""
    province = make.make_unit("Ủy ban nhân dân tỉnh Sơn La", kind=UnitKind.PROVINCE, code="SL")
    agency = make.make_agency(parent=province)
    other = make.make_unit("Sở Nội vụ", parent=province, kind=UnitKind.AGENCY, order=9)
    return Office(
        province=province,
        agency=agency,
        room_a=make.make_unit("Phòng Tổng hợp", parent=agency, short_name="P. Tổng hợp", order=1),
        room_b=make.make_unit("Phòng Nội chính", parent=agency, short_name="P. Nội chính", order=2),
        other_agency=other,
        other_room=make.make_unit("Phòng Cải cách hành chính", parent=other, order=3),
    )


@dataclass(frozen=True)
class Cast:
    """One account per role. `outsider` works in another agency and holds no role here."""

    admin: Account
    leader: Account
    standing: Account
    head_a: Account
    head_b: Account
    official: Account
    editor: Account
    upper_viewer: Account
    outsider: Account

    def everyone(self) -> dict[str, Account]:
        """By their name in the play, for tests over all roles."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@pytest.fixture
def cast(office: Office) -> Cast:
    """The people of the office, signed up."""
    a, b, whole = office.room_a, office.room_b, office.agency
    head = Position.HEAD
    upper = make.make_account("captren", label="Người xem cấp trên")
    make.make_role(upper, rules.UPPER_VIEWER, whole)
    member = make.make_member
    return Cast(
        admin=member("Lường Văn Quản", a, role=rules.ADMIN, over=office.province, username="quantri"),
        leader=member("Hoàng Quang Khuê", whole, role=rules.LEADER, position=head, username="lanhdao"),
        standing=member("Cầm Thị Hương", a, role=rules.STANDING, over=whole, username="thuongtruc"),
        head_a=member("Sùng A Chua", a, role=rules.HEAD, position=head, title="Trưởng phòng", username="truongphonga"),
        head_b=member("Hà Minh Đức", b, role=rules.HEAD, position=head, title="Trưởng phòng", username="truongphongb"),
        official=member("Vì Văn Sơn", a, role=rules.OFFICIAL, username="chuyenvien"),
        editor=member("Bùi Thị Thu Trang", a, role=rules.EDITOR, over=whole, username="bientap"),
        upper_viewer=upper,
        outsider=member("Tòng Thị Phương", office.other_room, username="nguoingoai"),
    )


@pytest.fixture
def client_of() -> Callable[[Account], Client]:
    """A browser in which the account is signed in; each call gives another browser."""

    def signed_in(account: Account) -> Client:
        browser = Client()
        browser.force_login(account)
        return browser

    return signed_in
