"""The demo, built once by its command: units, people, logins, the plan, three years of work, an unbroken log."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from thidua.audit.models import Entry
from thidua.audit.queries import first_broken
from thidua.core import clock
from thidua.desk.demo import build
from thidua.desk.demo.logins import LOGINS, PASSWORD
from thidua.documents.models import IssuedDocument, StoredFile
from thidua.movements import timing
from thidua.movements.models import Assignment, LineKind, Movement, PlanLine, Task, Verdict
from thidua.movements.workflow import AssignmentState, MovementState
from thidua.notifications.models import Notice
from thidua.organisation import rules
from thidua.organisation.models import Account, Person, Post, Unit
from thidua.organisation.queries.accounts import actor_of
from thidua.organisation.queries.units import rooms_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY = dt.date(2025, 11, 12)


@dataclass(frozen=True)
class Demo:
    """What the command said, and where it put things."""

    said: list[str]
    var: Path
    mails: int


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demo]:
    """The demo in the test database, taken out again after this module."""
    var = tmp_path_factory.mktemp("var")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(django_settings, "VAR", var)
        patch.setattr(django_settings, "MEDIA_ROOT", var / "files")
        sent = len(mail.outbox)
        said = run_demo()
        yield Demo(said, var, len(mail.outbox) - sent)
        patch.setattr(django_settings, "MEDIA_ROOT", var / "files")
        build.empty()
        assert not Account.objects.exists()
        assert not (var / "files").exists()


def run_demo(*arguments: str) -> list[str]:
    """The lines the command prints."""
    out = io.StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue().splitlines()


def agency() -> Unit:
    return Unit.objects.get(code="VP")


def main_movement() -> Movement:
    return Movement.objects.get(agency=agency(), first_year=2023)


def test_it_says_what_it_does_and_what_to_try(demo: Demo) -> None:
    assert [line[:5] for line in demo.said[:8]] == [f"[{n}/8]" for n in range(1, 9)]
    assert "không gửi thư nào" in demo.said[8]
    assert demo.said[9] == "Đồng hồ của hệ thống đứng ở ngày 12/11/2025."
    for login in LOGINS:
        assert any(login.username in line for line in demo.said)
    assert PASSWORD in demo.said[-1]
    assert "không bao giờ đặt cho hệ thống thật" in demo.said[-1]


def test_the_servers_clock_stands_on_the_last_day_of_the_story(demo: Demo) -> None:
    assert (demo.var / "today").read_text() == "2025-11-12\n"


def test_twelve_units_today_thirteen_before_the_merger() -> None:
    assert rooms_of(agency(), TODAY).count() == 12
    assert rooms_of(agency(), dt.date(2025, 6, 30)).count() == 13
    merged = Unit.objects.get(code="NNMT")
    assert sorted(o.predecessor.code for o in merged.origins.all()) == ["NN", "TNMT"]
    renamed = Unit.objects.get(code="PVHCC")
    assert [era.name for era in renamed.eras.all()] == [
        "Trung tâm Hành chính công",
        "Trung tâm Phục vụ hành chính công",
    ]


def test_ninety_people_each_with_one_post_today() -> None:
    assert Person.objects.count() == 90
    assert Counter(Post.objects.on(TODAY).values_list("person_id", flat=True)).most_common(1)[0][1] == 1
    assert Post.objects.on(TODAY).count() == 90
    heads = Counter(Post.objects.on(TODAY).filter(position="head").values_list("unit__code", flat=True))
    assert set(heads.values()) == {1}
    assert len(heads) == 13  # twelve units and the Office itself


def test_every_role_has_a_login_that_signs_in() -> None:
    assert {login.role for login in LOGINS} == set(rules.ROLE_LABELS)
    for login in LOGINS:
        account = Account.objects.get(username=login.username)
        validate_password(PASSWORD, account)
        assert not account.must_change_password
        browser = Client()
        answer = browser.post(reverse("sign_in"), {"username": login.username, "password": PASSWORD})
        assert answer.status_code == 302
        assert browser.session["_auth_user_id"] == str(account.pk)
        with clock.standing_on(TODAY):
            assert actor_of(account).grants


def test_the_plan_was_read_and_every_line_settled() -> None:
    lines = PlanLine.objects.filter(version__movement=main_movement())
    assert lines.filter(verdict=Verdict.PROPOSED).count() == 0
    codes = [line.data["code"] for line in lines.filter(kind=LineKind.FINDING)]
    assert sorted(codes) == [
        "criteria_by_reference", "duplicate_numbering", "missing_date", "missing_number", "promised_section_absent",
        "same_day_deadlines",
    ]  # fmt: skip
    assert [form.name for form in main_movement().award_forms.all()] == [
        "Bằng khen của Thủ tướng Chính phủ",
        "Bằng khen của Chủ tịch UBND tỉnh",
        "Giấy khen của Chánh Văn phòng UBND tỉnh",
    ]
    assert main_movement().document_ref == "Quyết định số 182/QĐ-UBND ngày 06/02/2023"


def test_the_tasks_of_a_year_are_those_of_the_plan() -> None:
    tasks = Task.objects.filter(movement=main_movement(), round__year=2025).order_by("order")
    assert [(task.ref, task.title, task.due, task.internal_due, task.target) for task in tasks] == [
        ("II.1", "Lãnh đạo, hướng dẫn, kiểm tra công tác phòng, chống ma túy", None, None, 3),
        ("II.2", "Triển khai văn bản chỉ đạo về phòng, chống ma túy", dt.date(2025, 10, 31), None, None),
        ("II.3", "Phối hợp giữ vững, chuyển hóa địa bàn không có ma túy", None, None, 4),
        ("II.4", "Ký cam kết không vi phạm pháp luật về phòng, chống ma túy", dt.date(2025, 6, 30), None, None),
        ("II.4", "Tự chấm tiêu chuẩn “cơ quan không có ma túy”", None, dt.date(2025, 10, 31), None),
        ("II.5", "Phối hợp truyền thông, phổ biến pháp luật về ma túy", None, None, 4),
        ("II.6", "Tuyên truyền trên Cổng thông tin điện tử tỉnh", None, None, 48),
        ("IV.1", "Tổ chức đánh giá kết quả thực hiện Phong trào thi đua", None, dt.date(2025, 12, 12), None),
        ("IV.1", "Tổng kết Phong trào thi đua", None, None, None),
        ("IV.2.1", "Đề ra nội dung, hình thức thi đua của đơn vị", None, dt.date(2025, 5, 30), None),
        ("IV.2.1", "Báo cáo kết quả thực hiện phong trào thi đua", dt.date(2025, 11, 19), dt.date(2025, 11, 12), None),
        ("IV.2.2", "Đăng tải văn bản về phòng, chống tội phạm, ma túy", None, None, 24),
        ("IV.2.3", "Hướng dẫn và đôn đốc thực hiện Kế hoạch", None, None, None),
        ("IV.2.3", "Tham mưu tổng hợp, xây dựng báo cáo kết quả thực hiện phong trào thi đua", dt.date(2025, 11, 19),
         None, None),
    ]  # fmt: skip


def test_the_movements_stand_where_the_story_leaves_them() -> None:
    found = [(m.years, m.state, str(m.document or "")) for m in Movement.objects.filter(agency=agency()).order_by("id")]
    assert found == [
        ("2023 – 2025", MovementState.RUNNING, "Kế hoạch số 01/KH-VPUB"),
        ("2024", MovementState.CLOSED, "Kế hoạch số 02/KH-VPUB"),
        ("2026", MovementState.SUBMITTED, ""),
    ]
    assert list(IssuedDocument.objects.order_by("id").values_list("number", flat=True)) == [1, 2]


def standings(year: int, **conditions: object) -> dict[str, str]:
    """The code of each unit's standing with one duty of a year, on the last day of the story."""
    rows = Assignment.objects.filter(task__movement=main_movement(), task__round__year=year, **conditions)
    return {
        a.unit.code: timing.standing(a.state, a.task.due, a.task.internal_due, a.submitted_on, TODAY, a.returns).code
        for a in rows.select_related("task", "unit")
    }


def test_the_finished_years_are_finished() -> None:
    for year in (2023, 2024):
        states = Assignment.objects.filter(task__movement=main_movement(), task__round__year=year)
        assert set(states.values_list("state", flat=True)) <= {AssignmentState.DONE, AssignmentState.NONE}
    late = {code for code, standing in standings(2024, task__kind="unit_report").items() if standing == "done_late"}
    assert late == {"NK"}


def test_the_reports_of_the_running_year_are_a_lively_mixture() -> None:
    assert standings(2025, task__kind="unit_report") == {
        "TH": "done", "KT": "at_risk", "NC": "submitted", "KGVX": "submitted", "NNMT": "at_risk", "XDGT": "returned",
        "KSTT": "done", "TCHCQT": "done", "TCD": "submitted", "TTTT": "done", "PVHCC": "at_risk", "NK": "at_risk",
    }  # fmt: skip
    everything = Assignment.objects.filter(task__movement=main_movement(), task__round__year=2025)
    seen = {
        timing.standing(a.state, a.task.due, a.task.internal_due, a.submitted_on, TODAY, a.returns).code
        for a in everything.select_related("task")
    }
    assert seen == {
        "done", "done_late", "none", "submitted", "returned", "overdue", "past_mark", "at_risk", "doing", "open",
    }  # fmt: skip
    assert {a.state for a in everything} == set(AssignmentState.values)


def test_unfinished_work_went_to_the_merged_room() -> None:
    open_ = Assignment.objects.filter(unit__code__in=["NN", "TNMT"]).exclude(state__in=["done", "none"])
    assert not open_.exists()
    handed = Assignment.objects.filter(unit__code="NNMT", task__movement=main_movement())
    assert handed.count() == 3
    assert {u.what for a in handed for u in a.updates.all()} >= {"Nhận bàn giao"}


def test_the_log_is_unbroken_and_runs_forward() -> None:
    assert first_broken() is None
    moments = list(Entry.objects.order_by("sequence").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1].date() < TODAY


def test_every_file_is_on_the_disk(demo: Demo) -> None:
    for stored in StoredFile.objects.all():
        place = demo.var / "files" / stored.sha256[:2] / stored.sha256[2:4] / stored.sha256
        assert place.stat().st_size == stored.size
    endings = {name.rsplit(".", 1)[1] for name in StoredFile.objects.values_list("name", flat=True)}
    assert endings == {"docx", "pdf", "txt"}


def test_people_were_told_in_their_inbox_and_nobody_by_mail(demo: Demo) -> None:
    assert demo.mails == 0
    unread = Notice.objects.filter(read_at__isnull=True)
    assert unread.filter(account_id=Account.objects.get(username="lanh-dao").pk).exists()
    assert 0 < unread.count() < Notice.objects.count()


def test_a_second_run_changes_nothing(demo: Demo) -> None:
    before = Entry.objects.count()
    said = run_demo()
    assert Entry.objects.count() == before
    assert said[0] == "Dữ liệu mẫu đã có, không làm gì thêm. Để dựng lại từ đầu: manage.py demo --reset"
    assert said[1:] == demo.said[-len(said) + 1 :]
