"""The movement from its plan to its end: what each move writes, numbers, notices, carrying over, newer versions."""

from __future__ import annotations

import datetime as dt

import pytest
from docx import Document

from tests import make
from tests.conftest import Cast, Office
from tests.movements import plan_text
from tests.movements.conftest import ISSUE_DAY, issue, make_version, settle
from thidua.audit.queries import first_broken
from thidua.core import clock
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.documents.actions.files import path_of
from thidua.movements.actions import carry_over as carry_over_actions
from thidua.movements.actions import movement as actions
from thidua.movements.actions import plan as plan_actions
from thidua.movements.actions import task as task_actions
from thidua.movements.actions import version as version_actions
from thidua.movements.models import Assignment, LineKind, Movement, Task
from thidua.movements.workflow import AssignmentState, MovementState, VersionState
from thidua.notifications.models import Notice


def tasks(movement: Movement, year: int = 2024) -> list[tuple[str, str, bool, str | None, str | None]]:
    """(ref, kind, for each unit, due, internal day) of a year's tasks."""
    return [
        (t.ref, t.kind, t.each_unit, t.due and t.due.isoformat(), t.internal_due and t.internal_due.isoformat())
        for t in movement.tasks.filter(round__year=year)
    ]


def test_the_plan_becomes_rounds_tasks_awards_recipients_and_a_parent(movement: Movement, office: Office) -> None:
    assert [(r.year, r.kind) for r in movement.rounds.all()] == [(2024, "annual"), (2025, "annual"), (2025, "final")]
    assert tasks(movement) == [
        ("II.1", "work", False, None, None),
        ("II.2", "commitment", True, None, None),
        ("II.2", "work", False, None, None),
        ("II.3", "communication", False, None, None),
        ("IV.2.1", "work", True, None, None),
        ("IV.2.1", "unit_report", True, "2024-11-19", "2024-11-12"),
        ("IV.2.2", "work", False, None, None),
        ("IV.2.2", "upward_report", False, "2024-11-19", None),
    ]
    assert [(t.ref, t.round.kind) for t in movement.tasks.filter(kind="summary")] == [("IV.1", "final")]
    assert [a.name for a in movement.award_forms.all()] == [
        "Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen của Chánh Văn phòng"
    ]  # fmt: skip
    assert [str(r) for r in movement.recipients.all()] == [
        "Sở Nội vụ (để báo cáo)", "Các phòng thuộc Văn phòng", "Lưu: VT, TH"
    ]  # fmt: skip
    assert movement.parent is not None
    assert (movement.parent.agency, movement.parent.document_ref) == (
        office.province, "Quyết định số 55/QĐ-UBND ngày 10/01/2024"
    )  # fmt: skip
    upward = movement.tasks.get(kind="upward_report", round__year=2024)
    assert (upward.lead, upward.sent_to, upward.sent_via) == (office.room_a, "UBND tỉnh", "Công an tỉnh, Sở Nội vụ")


def test_every_record_points_back_to_its_line(movement: Movement) -> None:
    version = movement.versions.get()
    source = version.source.split("\n")
    for task in movement.tasks.select_related("item"):
        assert task.item is not None
        assert task.item.ref == task.ref
        assert source[task.line - 1].strip() != ""


def test_the_way_of_a_movement_with_return_and_number(movement: Movement, cast: Cast) -> None:
    standing, leader = make.actor(cast.standing), make.actor(cast.leader)
    actions.make_move(movement, "submit", actor=standing)
    assert Notice.objects.filter(account_id=cast.leader.pk).count() == 1
    actions.make_move(movement, "send_back", actor=leader, note="Bổ sung thời hạn ký cam kết.")
    movement.refresh_from_db()
    assert (movement.state, movement.return_reason, movement.returned_by) == (
        MovementState.RETURNED, "Bổ sung thời hạn ký cam kết.", cast.leader.label
    )  # fmt: skip
    issue(movement, cast)
    movement.refresh_from_db()
    assert (movement.return_reason, movement.document.full_number, movement.document.issued_on) == (
        "", "01/KH-VPUB", ISSUE_DAY
    )  # fmt: skip
    words = "\n".join(c.text for t in Document(path_of(movement.document.file)).tables for c in t._cells)
    assert "01/KH-VPUB" in words
    for step, state in (("start", "running"), ("sum_up", "summing_up"), ("close", "closed")):
        actions.make_move(movement, step, actor=leader)
        assert movement.state == state
    assert first_broken() is None


def test_issuing_hands_out_the_duties_and_tells_the_heads(issued: Movement, cast: Cast, office: Office) -> None:
    owed = Assignment.objects.filter(task__movement=issued, task__round__year=2024)
    assert sorted(owed.filter(unit=office.room_b).values_list("task__kind", flat=True)) == [
        "commitment", "unit_report", "work"
    ]  # fmt: skip
    assert owed.filter(unit=office.room_a).count() == 8
    subjects = list(Notice.objects.filter(account_id=cast.head_b.pk).values_list("subject", flat=True))
    assert sorted(subjects) == [
        "Việc mới: 3 nhiệm vụ Năm 2024 của phong trào “Toàn dân phòng cháy, chữa cháy”",
        "Việc mới: 3 nhiệm vụ Năm 2025 của phong trào “Toàn dân phòng cháy, chữa cháy”",
    ]


def test_a_second_movement_takes_the_next_number(issued: Movement, office: Office, cast: Cast) -> None:
    version = make_version(office, cast)
    settle(version, cast)
    second = actions.make_movement(version, actor=make.actor(cast.standing), standing=office.room_a)
    issue(second, cast)
    assert (second.document.full_number, second.parent) == ("02/KH-VPUB", issued.parent)


def test_a_year_that_had_passed_is_opened_for_paper_records(office: Office, cast: Cast, version: object) -> None:
    with clock.standing_on(dt.date(2025, 3, 3)):
        late = make_version(office, cast)
        settle(late, cast)
        movement = actions.make_movement(late, actor=make.actor(cast.standing), standing=office.room_a)
        issue(movement, cast)
        past = movement.rounds.get(year=2024)
        assert Assignment.objects.filter(task__round=past).count() == 0
        with pytest.raises(NotAllowed):
            actions.open_past_round(past, actor=make.actor(cast.head_b))
        assert actions.open_past_round(past, actor=make.actor(cast.standing)) == 11
        report = Assignment.objects.get(task__round=past, task__kind="unit_report", unit=office.room_b)
        task_actions.make_move(
            report, "record_paper", actor=make.actor(cast.standing), note="Báo cáo số 12", on=dt.date(2024, 11, 15)
        )
        assert (report.state, report.submitted_on) == (AssignmentState.DONE, dt.date(2024, 11, 15))


def test_carrying_over_a_closed_movement(issued: Movement, cast: Cast) -> None:
    standing, leader = make.actor(cast.standing), make.actor(cast.leader)
    with pytest.raises(RuleBroken, match="đã kết thúc"):
        carry_over_actions.carry_over(issued, actor=standing, first_year=2026, last_year=2027)
    for step in ("start", "sum_up", "close"):
        actions.make_move(issued, step, actor=leader)
    with pytest.raises(RuleBroken, match="phải sau năm 2025"):
        carry_over_actions.carry_over(issued, actor=standing, first_year=2025, last_year=2027)
    fresh = carry_over_actions.carry_over(issued, actor=standing, first_year=2026, last_year=2027)
    assert (fresh.state, fresh.years, fresh.carried_from, fresh.document) == ("draft", "2026 – 2027", issued, None)
    old = [(ref, kind, each) for ref, kind, each, _, _ in tasks(issued, 2025)]
    assert [(ref, kind, each) for ref, kind, each, _, _ in tasks(fresh, 2027)] == old
    report = fresh.tasks.get(kind="unit_report", round__year=2026)
    assert (report.due, report.internal_due) == (dt.date(2026, 11, 19), dt.date(2026, 11, 12))
    with pytest.raises(RuleBroken, match="đã có phong trào kế tục"):
        carry_over_actions.carry_over(issued, actor=standing, first_year=2026, last_year=2027)


NEWER = (
    plan_text.CONTENT[0],
    plan_text.CONTENT[1],
    "Tổ chức hội thi tìm hiểu pháp luật về phòng cháy, chữa cháy cho toàn cơ quan.",
)


def test_a_newer_version_keeps_finished_work(issued: Movement, office: Office, cast: Cast) -> None:
    standing, leader, head = make.actor(cast.standing), make.actor(cast.leader), make.actor(cast.head_b)
    done = Assignment.objects.get(
        task__movement=issued, task__kind="commitment", task__round__year=2024, unit=office.room_b
    )
    task_actions.make_move(done, "submit", actor=head)
    task_actions.make_move(done, "accept", actor=standing)
    words = plan_text.text(NEWER, unit_day="10/11")
    newer = make_version(office, cast, words, movement=issued)
    with pytest.raises(RuleBroken):
        version_actions.propose_version(newer, actor=standing)
    settle(newer, cast)
    version_actions.propose_version(newer, actor=standing)
    version_actions.return_version(newer, actor=leader, note="Ghi rõ hơn.")
    assert (newer.state, newer.return_reason) == (VersionState.READING, "Ghi rõ hơn.")
    version_actions.propose_version(newer, actor=standing)
    version_actions.adopt_version(newer, actor=leader)
    done.refresh_from_db()
    assert (done.state, done.task.withdrawn) == (AssignmentState.DONE, False)
    report = issued.tasks.get(kind="unit_report", round__year=2024)
    assert (report.due, report.internal_due, report.item.version) == (dt.date(2024, 11, 8), None, newer)
    assert [t.ref for t in Task.objects.filter(movement=issued, withdrawn=True, round__year=2024)] == ["II.3"]
    fresh = issued.tasks.get(title__startswith="Tổ chức hội thi", round__year=2024)
    assert fresh.assignments.count() > 0
    assert sorted(issued.versions.values_list("number", "state")) == [(1, "superseded"), (2, "current")]


def test_an_internal_day_of_the_offices_own(office: Office, cast: Cast, version: object) -> None:
    from_own = make_version(office, cast)
    finding = from_own.lines.get(kind=LineKind.FINDING, data__code="same_day_deadlines")
    standing = make.actor(cast.standing)

    plan_actions.answer_finding(finding, actor=standing, key="own_date", date="05/11")
    settle(from_own, cast)
    movement = actions.make_movement(from_own, actor=standing, standing=office.room_a)
    assert movement.tasks.get(kind="unit_report", round__year=2025).internal_due == dt.date(2025, 11, 5)
