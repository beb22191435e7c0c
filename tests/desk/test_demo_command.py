"""The demo's command where it refuses or tells less, and the form of what the story is written in."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests import make
from thidua.audit.models import Entry
from thidua.desk.demo import build, office, years
from thidua.desk.demo.logins import LOGINS
from thidua.law import calendar
from thidua.movements.models import Movement
from thidua.organisation.models import Account


def run(**options: Any) -> str:
    out = io.StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_a_database_in_use_is_left_alone() -> None:
    make.make_account("nguoidung")
    assert run() == "Cơ sở dữ liệu đã có tài khoản nên không dựng dữ liệu mẫu.\n"
    with pytest.raises(CommandError, match="không do lệnh demo dựng"):
        run(reset=True)
    assert Account.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_reset_empties_and_builds_anew(settings: Any, tmp_path: Path) -> None:
    """Whoever played with the demo may reset it; what the demo did not make goes only with --yes."""
    settings.VAR = tmp_path
    make.make_account("nguoidung")
    run(reset=True, yes=True, today=office.FIRST_DAY)
    first = sorted(Account.objects.values_list("pk", "username"))
    assert [name for _, name in first if name == "nguoidung"] == []
    make.make_account("khach-xem")
    stray = Path(settings.MEDIA_ROOT, "ab", "cd", "abcd")
    stray.parent.mkdir(parents=True)
    stray.write_text("một tệp")
    assert run(reset=True, today=office.FIRST_DAY).startswith("Xóa dữ liệu và tệp hiện có…\n[1/8]")
    assert sorted(Account.objects.values_list("pk", "username")) == first
    assert not stray.exists()


@pytest.mark.django_db
def test_an_earlier_day_tells_the_story_up_to_it(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    day = dt.date(2024, 4, 16)
    run(today=day)
    assert (tmp_path / "today").read_text() == "2024-04-16\n"
    assert [m.state for m in Movement.objects.filter(first_year=2023, level="agency")] == ["submitted"]
    assert Entry.objects.latest("sequence").at.date() <= day


@pytest.mark.parametrize("day", ["hom-nay", "2025-13-01", "2024-03-31"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(CommandError):
        call_command("demo", "--today", day)


def test_the_true_day_is_written_as_such(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    build.stand_on(None)
    assert (tmp_path / "today").read_text() == "real\n"


def test_a_step_is_read_into_its_parts() -> None:
    assert years.steps(2024, "12/06 làm 1 kèm: Có biên bản.; 18/11 nộp; 19/11 trả: Thiếu số liệu.") == [
        years.Step(dt.date(2024, 6, 12), "làm", 1, True, "Có biên bản."),
        years.Step(dt.date(2024, 11, 18), "nộp", None, False, ""),
        years.Step(dt.date(2024, 11, 19), "trả", None, False, "Thiếu số liệu."),
    ]
    with pytest.raises(ValueError, match="không hiểu bước “18/11 gửi”"):
        years.steps(2024, "18/11 gửi")


def test_the_office_works_on_working_days_only() -> None:
    days = {
        step.day
        for year in (2024, 2025)
        for units in years.courses(year).values()
        for line in units.values()
        for step in years.steps(year, line)
    }
    assert [day for day in sorted(days) if not calendar.is_working_day(day)] == []


def test_ninety_different_invented_people_for_twenty_logins() -> None:
    names = [row["name"] for row in office.rows("people.csv")]
    assert len(names) == len(set(names)) == 90
    assert {login.person for login in LOGINS if login.person} <= set(names)
    assert {row["name"] for row in office.rows("transfers.csv")} <= set(names)
