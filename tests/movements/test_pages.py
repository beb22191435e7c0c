"""The pages: a happy path with what changed, a refusal, and the same number of queries for 1, 10 and 1,000 rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import make
from tests.conftest import Cast, Office
from tests.movements import plan_text
from thidua.core import clock
from thidua.core.actor import SYSTEM
from thidua.movements.models import Assignment, LineKind, Movement, PlanLine, PlanVersion, ProgressUpdate, Task, Verdict
from thidua.movements.workflow import AssignmentState, MovementState, VersionState
from thidua.organisation.actions import successions
from thidua.organisation.models import SuccessionKind, Unit

ClientOf = Callable[[Any], Client]
MOST = 15


def test_the_standing_office_uploads_a_plan_and_sees_it_read(cast: Cast, stand: None, client_of: ClientOf) -> None:
    browser = client_of(cast.standing)
    file = SimpleUploadedFile("ke-hoach.txt", plan_text.text().encode())
    answer = browser.post(reverse("plan_upload"), {"file": file})
    version = PlanVersion.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("plan", args=[version.pk]))
    page = browser.get(answer["Location"])
    assert page.context["open"] == version.lines.count()
    assert [p.number for p in page.context["paragraphs"]][:3] == [1, 2, 3]


def test_an_unreadable_upload_says_why_in_place(cast: Cast, client_of: ClientOf) -> None:
    answer = client_of(cast.standing).post(reverse("plan_upload"), {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")})
    assert answer.status_code == 422
    (error,) = answer.context["form"].errors["file"]
    assert error.endswith(".")
    assert PlanVersion.objects.count() == 0


def test_lines_are_confirmed_corrected_dropped_and_answered(
    cast: Cast, version: PlanVersion, client_of: ClientOf, office: Office
) -> None:
    browser = client_of(cast.standing)
    browser.post(reverse("plan_confirm_certain", args=[version.pk]))
    left = list(version.lines.filter(verdict=Verdict.PROPOSED))
    assert all(not line.certain for line in left)
    duty = next(line for line in left if line.kind == LineKind.TASK)
    form = {"viec": "sua", "kind": "task", "what": "Việc đã sửa", "unit": office.room_b.pk, "date": "30/06/2024"}
    browser.post(reverse("plan_line", args=[duty.pk]), form)
    duty.refresh_from_db()
    assert (duty.verdict, duty.text, duty.data["date"]) == (Verdict.CORRECTED, "Việc đã sửa", "2024-06-30")
    for line in left:
        if line.pk != duty.pk:
            key = "internal" if line.data.get("code") == "same_day_deadlines" else "dung"
            browser.post(reverse("plan_line", args=[line.pk]), {"viec": key})
    assert version.lines.filter(verdict=Verdict.PROPOSED).count() == 0
    answer = browser.post(reverse("plan_move", args=[version.pk, "confirm"]))
    movement = Movement.objects.get(level="agency")
    assert answer["Location"] == reverse("movement", args=[movement.pk])


def test_a_wrong_correction_keeps_what_was_typed(cast: Cast, version: PlanVersion, client_of: ClientOf) -> None:
    line = version.lines.filter(kind=LineKind.DEADLINE).first()
    form = {"viec": "sua", "kind": "deadline", "what": "Việc", "date": "45/99"}
    answer = client_of(cast.standing).post(reverse("plan_line", args=[line.pk]), form)
    assert answer.status_code == 422
    assert answer.context["form"]["date"].value() == "45/99"
    assert list(answer.context["form"].errors) == ["date"]


def test_a_leader_returns_with_a_reason_then_approves_and_issues(
    cast: Cast, movement: Movement, client_of: ClientOf
) -> None:
    standing, leader = client_of(cast.standing), client_of(cast.leader)
    standing.post(reverse("movement_move", args=[movement.pk, "submit"]))
    silent = leader.post(reverse("movement_move", args=[movement.pk, "send_back"]), {"note": " "})
    assert (silent.status_code, list(silent.context["form"].errors)) == (422, ["note"])
    leader.post(reverse("movement_move", args=[movement.pk, "send_back"]), {"note": "Ghi rõ đơn vị phối hợp."})
    page = standing.get(reverse("movement", args=[movement.pk]))
    assert page.context["returned"]["reason"] == "Ghi rõ đơn vị phối hợp."
    standing.post(reverse("movement_move", args=[movement.pk, "submit"]))
    leader.post(reverse("movement_move", args=[movement.pk, "approve"]))
    asked = leader.get(reverse("movement_move", args=[movement.pk, "issue"]))
    assert asked.context["confirm"]["action_label"] == "Ban hành"
    assert Movement.objects.get(pk=movement.pk).state == MovementState.APPROVED
    leader.post(reverse("movement_move", args=[movement.pk, "issue"]))
    movement.refresh_from_db()
    assert (movement.state, movement.document.number) == (MovementState.ISSUED, 1)
    file = leader.get(reverse("movement_file", args=[movement.pk]))
    assert b"".join(file.streaming_content).startswith(b"PK")
    assert file["Content-Disposition"].startswith('attachment; filename="01-kh-vpub.docx"')


def test_a_head_updates_with_evidence_and_hands_in(cast: Cast, issued: Movement, client_of: ClientOf) -> None:
    head = client_of(cast.head_b)
    work = Assignment.objects.get(task__movement=issued, task__kind="commitment", task__round__year=2024,
                                  unit__name="Phòng Nội chính")  # fmt: skip
    form = {"value": "9", "note": "Đã ký 9 người", "files": SimpleUploadedFile("ds.txt", "Danh sách ký".encode())}
    head.post(reverse("assignment", args=[work.pk]), form)
    work.refresh_from_db()
    update = ProgressUpdate.objects.get(assignment=work)
    assert (work.value, work.state, update.note) == (9, AssignmentState.DOING, "Đã ký 9 người")
    file = update.files.get()
    got = head.get(reverse("evidence", args=[work.pk, file.pk]))
    assert b"".join(got.streaming_content) == "Danh sách ký".encode()
    assert client_of(cast.head_a).get(reverse("evidence", args=[work.pk, file.pk])).status_code == 403
    empty = head.post(reverse("assignment", args=[work.pk]), {})
    assert (empty.status_code, list(empty.context["form"].errors)) == (422, ["note"])
    head.post(reverse("assignment_move", args=[work.pk, "submit"]))
    client_of(cast.standing).post(reverse("assignment_move", args=[work.pk, "send_back"]), {"note": "Thiếu chữ ký."})
    page = head.get(reverse("assignment", args=[work.pk]))
    assert page.context["returned"]["reason"] == "Thiếu chữ ký."
    head.post(reverse("assignment_move", args=[work.pk, "submit"]))
    client_of(cast.standing).post(reverse("assignment_move", args=[work.pk, "accept"]))
    work.refresh_from_db()
    assert (work.state, work.returns) == (AssignmentState.DONE, 1)


def test_a_task_is_adjusted_but_never_beyond_the_plans_day(
    cast: Cast, issued: Movement, client_of: ClientOf, office: Office
) -> None:
    task = Task.objects.get(movement=issued, kind="unit_report", round__year=2024)
    browser = client_of(cast.standing)
    late = browser.post(reverse("task", args=[task.pk]), {"internal_due": "25/11/2024"})
    assert (late.status_code, list(late.context["form"].errors)) == (422, ["internal_due"])
    form = {"internal_due": "08/11/2024", "target": "1", "measure": "báo cáo", "cooperating": [office.room_b.pk]}
    assert browser.post(reverse("task", args=[task.pk]), form).status_code == 302
    task.refresh_from_db()
    assert (f"{task.internal_due:%d/%m}", task.target, [u.pk for u in task.cooperating.all()]) == (
        "08/11", 1, [office.room_b.pk]
    )  # fmt: skip
    assert client_of(cast.head_b).post(reverse("task", args=[task.pk]), form).status_code == 403


def pages(movement: Movement) -> list[str]:
    """Every page of a movement that answers GET."""
    version, work = movement.versions.get(state=VersionState.CURRENT), Assignment.objects.first()
    return [
        reverse("movements"), reverse("movement", args=[movement.pk]), reverse("movement_tasks", args=[movement.pk]),
        reverse("movement_papers", args=[movement.pk]), reverse("assignments"), reverse("plan", args=[version.pk]),
        reverse("plan_difference", args=[version.pk]), reverse("task", args=[work.task_id]),
        reverse("assignment", args=[work.pk]), reverse("plans"),
    ]  # fmt: skip


def test_an_outsider_sees_nothing_of_another_agency(cast: Cast, issued: Movement, client_of: ClientOf) -> None:
    browser = client_of(cast.outsider)
    answers = {page: browser.get(page) for page in pages(issued)}
    assert [a.status_code for a in answers.values()] == [200, 403, 403, 403, 200, 403, 403, 403, 403, 403]
    assert answers[reverse("movements")].context["listing"].count == 1  # the province's, which all agencies carry out
    assert answers[reverse("assignments")].context["listing"].count == 0


def test_a_head_sees_only_the_own_unit_in_lists(
    cast: Cast, issued: Movement, client_of: ClientOf, office: Office
) -> None:
    listing = client_of(cast.head_b).get(reverse("assignments")).context["listing"]
    assert {row.object.unit_id for row in listing.rows} == {office.room_b.pk}


@pytest.mark.parametrize("kind", ["in", "word", "excel"])
def test_lists_are_exported(cast: Cast, issued: Movement, client_of: ClientOf, kind: str) -> None:
    browser = client_of(cast.standing)
    tasks = reverse("movement_tasks", args=[issued.pk])
    for page in (reverse("movements"), reverse("assignments"), reverse("plans"), tasks):
        answer = browser.get(page, {"xuat": kind})
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert (answer.status_code, body.strip()[:2]) == (200, b"<!" if kind == "in" else b"PK")


def grow(movement: Movement, agency: Unit, size: int) -> None:
    """`size` more units, tasks, assignments, lines, updates and movements, written in bulk."""
    units = Unit.objects.bulk_create(
        Unit(code=f"X{size}-{i}", kind="department", name=f"Phòng {size}.{i}", parent=agency, valid_from="2020-01-01",
             path="", search="phong", sort=f"{i:06}") for i in range(size)
    )  # fmt: skip
    for unit in units:
        unit.path = f"{agency.path}{unit.pk}/"
    Unit.objects.bulk_update(units, ["path"], batch_size=200)
    round_ = movement.rounds.get(year=2024, kind="annual")
    tasks = Task.objects.bulk_create(
        Task(movement=movement, round=round_, key=f"k{size}-{i}", title=f"Nhiệm vụ {i}", search="nhiem vu", ref="II.9",
             item=movement.tasks.first().item, due="2024-11-19", order=i) for i in range(size)
    )  # fmt: skip
    first = movement.tasks.filter(kind="unit_report").first()
    Assignment.objects.bulk_create([Assignment(task=first, unit=unit) for unit in units])
    works = Assignment.objects.bulk_create([Assignment(task=t, unit=u) for t, u in zip(tasks, units, strict=True)])
    seen = Assignment.objects.first()
    ProgressUpdate.objects.bulk_create(
        ProgressUpdate(assignment=seen, at="2024-02-01T00:00:00Z", who="A", what="B") for _ in works
    )
    version = movement.versions.get()
    start = version.lines.count()
    PlanLine.objects.bulk_create(
        PlanLine(version=version, position=start + i, kind="task", line=1, text="x", data={"unit_id": units[i].pk})
        for i in range(1, size)
    )
    times = {"created_at": "2024-02-01T00:00:00Z", "first_year": 2024, "last_year": 2025}
    Movement.objects.bulk_create(
        Movement(agency=agency, title="A", search="a", created_by="B", **times) for _ in range(size)
    )


def test_every_page_makes_a_constant_number_of_queries(
    cast: Cast, issued: Movement, client_of: ClientOf, office: Office
) -> None:
    browser, counts = client_of(cast.standing), {}
    browser.get(reverse("movements"))  # the first page of a visit also writes down when it began
    for size in (1, 10, 1000):
        grow(issued, office.agency, size)
        for page in pages(issued):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert browser.get(page).status_code == 200
            counts.setdefault(page, []).append(len(queries))
    assert {page: found for page, found in counts.items() if len(set(found)) > 1} == {}
    assert {page: found for page, found in counts.items() if max(found) > MOST} == {}


def test_work_of_an_ended_unit_is_handed_to_its_successor(
    cast: Cast, issued: Movement, client_of: ClientOf, office: Office
) -> None:
    heir = make.make_unit("Phòng Nội chính - Tổng hợp", parent=office.agency)
    day = dt.date(2024, 6, 1)
    successions.succeed([office.room_b], [heir], actor=SYSTEM, kind=SuccessionKind.MERGE, on=day)
    address = reverse("hand_over", args=[issued.pk, office.room_b.pk])
    with clock.standing_on(dt.date(2024, 6, 3)):
        assert client_of(cast.head_a).post(address).status_code == 403
        assert Assignment.objects.filter(unit=heir).count() == 0
        client_of(cast.standing).post(address)
    assert Assignment.objects.filter(unit=office.room_b).count() == 0
    assert Assignment.objects.filter(unit=heir).count() == 6


def test_an_upper_levels_movement_shows_who_carries_it_out(cast: Cast, office: Office, client_of: ClientOf) -> None:
    upper = make.make_movement(office.province)
    Movement.objects.filter(pk=upper.pk).update(level="province")
    own = make.make_movement(office.agency, "Cơ quan không có ma túy")
    Movement.objects.filter(pk=own.pk).update(parent=upper)
    page = client_of(cast.standing).get(reverse("movement", args=[upper.pk]))
    assert page.context["followers"] == [own]
    assert "Ai còn nợ gì" not in page.content.decode()


def test_a_year_counts_the_units_it_had(cast: Cast, office: Office, client_of: ClientOf) -> None:
    movement = make.make_movement(office.agency)
    make.make_unit("Phòng mới", parent=office.agency, on=dt.date(2025, 3, 1))
    browser = client_of(cast.standing)
    with clock.standing_on(dt.date(2025, 11, 12)):
        pages = [browser.get(reverse("movement", args=[movement.pk]), {"nam": year}) for year in (2024, 2025)]
    assert [page.context["rooms"] for page in pages] == [2, 3]
