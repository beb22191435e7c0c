"""The plan document: upload, line by line, findings, and what is refused."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make
from tests.conftest import Cast, Office
from tests.movements import plan_text
from tests.movements.conftest import settle
from thidua.audit.models import Entry
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.movements.actions import movement as movement_actions
from thidua.movements.actions import plan as actions
from thidua.movements.models import LineKind, PlanLine, PlanVersion, Verdict
from thidua.movements.workflow import VersionState


def upload(office: Office, cast: Cast, content: bytes, name: str = "ke-hoach.txt") -> PlanVersion:
    """An upload by the standing office."""
    return actions.upload_plan(
        SimpleUploadedFile(name, content), actor=make.actor(cast.standing), agency=office.agency, standing=office.room_a
    )


def test_an_upload_keeps_the_file_and_lays_out_the_lines(office: Office, cast: Cast) -> None:
    version = upload(office, cast, plan_text.text().encode())
    assert (version.file.name, version.state, version.number) == ("ke-hoach.txt", VersionState.READING, 1)
    assert version.source == plan_text.text()
    assert list(version.items.filter(parent=None).values_list("ref", flat=True)) == ["I", "II", "III", "IV"]
    assert version.lines.filter(verdict=Verdict.PROPOSED).count() == version.lines.count()
    assert Entry.objects.latest("sequence").verb == "tải lên và đọc kế hoạch"


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"Ngay xua co mot con meo. " * 40, b"PK\x03\x04hong"])
def test_what_is_no_plan_is_refused_with_a_sentence_and_nothing_is_kept(
    office: Office, cast: Cast, content: bytes
) -> None:
    with pytest.raises(RuleBroken) as refusal:
        upload(office, cast, content)
    assert refusal.value.sentence.endswith(".")
    assert PlanVersion.objects.count() == 0


def test_only_the_standing_office_uploads_and_decides(office: Office, cast: Cast, version: PlanVersion) -> None:
    line = version.lines.first()
    for name, account in cast.everyone().items():
        if name == "standing":
            continue
        with pytest.raises(NotAllowed):
            actions.upload_plan(
                SimpleUploadedFile("a.txt", b"x"), actor=make.actor(account), agency=office.agency, standing=None
            )
        with pytest.raises(NotAllowed):
            actions.confirm_line(line, actor=make.actor(account))


def line_of(version: PlanVersion, kind: LineKind, words: str = "") -> PlanLine:
    """The first line of a kind whose text holds the words."""
    return version.lines.filter(kind=kind, text__contains=words).first()


def test_a_duty_is_corrected(office: Office, cast: Cast, version: PlanVersion) -> None:
    line = line_of(version, LineKind.YEARLY, "Ký cam kết")
    values = {"kind": LineKind.YEARLY, "what": "Ký cam kết an toàn", "unit": office.room_b, "each_unit": False,
              "date": "30/6", "to": "", "via": ""}  # fmt: skip
    actions.correct_line(line, actor=make.actor(cast.standing), values=values)
    line.refresh_from_db()
    assert (line.verdict, line.text) == (Verdict.CORRECTED, "Ký cam kết an toàn")
    assert (line.data["date"], line.data["kind"], line.data["unit_id"]) == ("06-30", "annual", office.room_b.pk)
    assert actions.shown_date(line.data) == "30/06"


@pytest.mark.parametrize("date", ["31/13", "mai", "32/1", "1/2/25"])
def test_a_wrong_date_is_refused_and_nothing_changes(version: PlanVersion, cast: Cast, date: str) -> None:
    line = line_of(version, LineKind.DEADLINE)
    before = dict(line.data)
    values = {"kind": line.kind, "what": line.data["what"], "unit": None, "each_unit": True, "date": date}
    with pytest.raises(RuleBroken, match="chưa đúng"):
        actions.correct_line(line, actor=make.actor(cast.standing), values=values)
    line.refresh_from_db()
    assert (line.data, line.verdict) == (before, Verdict.PROPOSED)


def test_a_line_can_be_dropped_and_taken_back_but_not_the_movement(version: PlanVersion, cast: Cast) -> None:
    standing = make.actor(cast.standing)
    line = line_of(version, LineKind.TASK)
    assert actions.drop_line(line, actor=standing).verdict == Verdict.DROPPED
    assert actions.reopen_line(line, actor=standing).verdict == Verdict.PROPOSED
    with pytest.raises(RuleBroken):
        actions.drop_line(line_of(version, LineKind.MOVEMENT), actor=standing)


def test_a_finding_takes_only_its_own_answers(version: PlanVersion, cast: Cast) -> None:
    standing = make.actor(cast.standing)
    finding = version.lines.get(kind=LineKind.FINDING, data__code="same_day_deadlines")
    with pytest.raises(RuleBroken):
        actions.answer_finding(finding, actor=standing, key="noted")
    with pytest.raises(RuleBroken):
        actions.answer_finding(finding, actor=standing, key="own_date", date="")
    actions.answer_finding(finding, actor=standing, key="own_date", date="05/11")
    assert (finding.data["answer"], finding.data["internal_date"]) == ("own_date", "11-05")


def test_no_movement_while_a_line_is_open(version: PlanVersion, cast: Cast, office: Office) -> None:
    standing = make.actor(cast.standing)
    with pytest.raises(RuleBroken, match="dòng chưa xác nhận"):
        movement_actions.make_movement(version, actor=standing, standing=office.room_a)
    settle(version, cast)
    movement = movement_actions.make_movement(version, actor=standing, standing=office.room_a)
    assert (movement.title, movement.years) == ("Toàn dân phòng cháy, chữa cháy", "2024 – 2025")
    with pytest.raises(RuleBroken):
        actions.confirm_line(version.lines.first(), actor=standing)
    with pytest.raises(RuleBroken):
        movement_actions.make_movement(version, actor=standing, standing=office.room_a)
