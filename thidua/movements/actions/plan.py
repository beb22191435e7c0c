"""The plan as a document: upload and read, confirm or correct line by line, and settle what was found odd."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from thidua.audit import actions as audit
from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.text import fold, nfc
from thidua.documents.actions import files
from thidua.movements import answers, proposal, rules
from thidua.movements.inheritance import inherit
from thidua.movements.models import LineKind, Movement, PlanItem, PlanLine, PlanVersion, Verdict
from thidua.movements.queries.plan import known_units
from thidua.movements.refs import refs, years_said
from thidua.movements.workflow import VERSION, VersionState
from thidua.organisation.models import Unit
from thidua.vanban.guard import read_guarded
from thidua.vanban.jsonform import reading_to_json
from thidua.vanban.structure import Reading, UnreadableDocument

PLAN_KINDS = ("docx", "odt", "pdf", "txt", "doc")
_DAY_MONTH = re.compile(r"^(0?[1-9]|[12]\d|3[01])[/-](0?[1-9]|1[0-2])$")


def upload_plan(
    file: UploadedFile, *, actor: Actor, agency: Unit, standing: Unit | None, movement: Movement | None = None
) -> PlanVersion:
    """Keeps the file, reads it in a guarded process and lays out what was understood, to be confirmed line by line.

    `movement` when this is a newer version of its plan. Raises RuleBroken with the reader's sentence when the file is
    no readable official document; nothing is kept then.
    """
    if not rules.uploads_plans(actor):
        raise NotAllowed("Chỉ thường trực được tải kế hoạch lên.")
    if (
        movement
        and PlanVersion.objects.filter(
            movement=movement, state__in=[VersionState.READING, VersionState.PROPOSED]
        ).exists()
    ):
        raise RuleBroken("Đang có một bản kế hoạch mới chờ xử lý. Mời xử lý xong bản đó trước.")
    with transaction.atomic():
        stored = files.keep_file(file, actor=actor, allowed=PLAN_KINDS)
        try:
            reading = read_guarded(files.path_of(stored))
        except UnreadableDocument as refusal:
            raise RuleBroken(str(refusal), field="file")
        return lay_out(reading, stored, actor=actor, agency=agency, standing=standing, movement=movement)


@transaction.atomic
def lay_out(
    reading: Reading, stored: Any, *, actor: Actor, agency: Unit, standing: Unit | None, movement: Movement | None
) -> PlanVersion:
    """Stores a reading as a version with its items and proposed lines."""
    title = nfc(reading.paper.title.replace("*", ""))[:1000]
    number = movement.versions.exclude(state=VersionState.DROPPED).count() + 1 if movement else 1
    version = PlanVersion.objects.create(
        agency=agency, movement=movement, number=number, title=title, search=fold(title)[:1400],
        file=stored, source=reading.source, reading=reading_to_json(reading), uploaded_at=clock.now(),
        uploaded_by=actor.name, account_id=actor.account_id,
    )  # fmt: skip
    items = _store_items(version, reading)
    units = known_units(agency)
    main = next((u for u in units if standing and u.id == standing.pk), None)
    lines = [
        PlanLine(
            version=version, position=position, kind=p.kind, ref=p.ref, line=p.line, start=p.start, end=p.end,
            item=items[p.item] if p.item is not None else None, text=p.text, data=p.data, certain=p.certain,
            read_as={"kind": p.kind.value, "text": p.text, "data": dict(p.data)},
        )
        for position, p in enumerate(proposal.propose(reading, units, main), start=1)
    ]  # fmt: skip
    if movement:
        inherit(lines, list(PlanLine.objects.filter(version__movement=movement, version__state=VersionState.CURRENT)))
    PlanLine.objects.bulk_create(lines)
    audit.record(actor, "tải lên và đọc kế hoạch", version, lines=version.lines.count())
    return version


def _store_items(version: PlanVersion, reading: Reading) -> list[PlanItem]:
    """The outline as rows, parents before children, so that each insert knows its parent."""
    cited = refs(reading.outline)
    items: list[PlanItem] = []
    for position, item in enumerate(reading.outline):
        items.append(
            PlanItem(
                version=version, position=position, ref=cited[position][:60], label=item.label[:40], level=item.level,
                title=nfc(item.title.replace("*", ""))[:300], text=item.text, line=item.line,
            )
        )  # fmt: skip
    PlanItem.objects.bulk_create(items)
    for row, read in zip(items, reading.outline, strict=True):
        row.parent = items[read.parent] if read.parent is not None else None
    PlanItem.objects.bulk_update(items, ["parent"])
    return items


def _open(version: PlanVersion, actor: Actor) -> None:
    if not rules.drafts_plan(actor, version):
        raise NotAllowed("Chỉ thường trực được xác nhận kế hoạch.")
    if version.state != VersionState.READING:
        raise RuleBroken("Bản kế hoạch này đã được xác nhận, không sửa từng dòng được nữa.")


def _decide(line: PlanLine, verdict: Verdict, actor: Actor) -> None:
    line.verdict, line.decided_by, line.decided_at = verdict, actor.name, clock.now()
    line.save()


@transaction.atomic
def confirm_line(line: PlanLine, *, actor: Actor) -> PlanLine:
    """ "Đúng": the line stands as understood. A finding is confirmed by its proposed answer."""
    _open(line.version, actor)
    if line.kind == LineKind.FINDING and not line.data.get("answer"):
        line.data["answer"] = answers.answers_to(line.data.get("code", ""))[0].key
    _decide(line, Verdict.CONFIRMED, actor)
    audit.record(actor, "xác nhận dòng kế hoạch", line.version, line=line.position, text=line.text[:200])
    return line


@transaction.atomic
def drop_line(line: PlanLine, *, actor: Actor) -> PlanLine:
    """ "Không dùng": nothing will be made of the line; the document keeps it."""
    _open(line.version, actor)
    if line.kind == LineKind.MOVEMENT:
        raise RuleBroken("Không thể bỏ dòng tên phong trào. Mời sửa lại nếu chưa đúng.")
    _decide(line, Verdict.DROPPED, actor)
    audit.record(actor, "bỏ dòng kế hoạch", line.version, line=line.position, text=line.text[:200])
    return line


@transaction.atomic
def reopen_line(line: PlanLine, *, actor: Actor) -> PlanLine:
    """Takes a decision back, so that the line can be looked at again."""
    _open(line.version, actor)
    _decide(line, Verdict.PROPOSED, actor)
    audit.record(actor, "xem lại dòng kế hoạch", line.version, line=line.position)
    return line


@transaction.atomic
def confirm_certain(version: PlanVersion, *, actor: Actor) -> int:
    """Confirms at once all lines the program is sure of; gives how many."""
    _open(version, actor)
    count = version.lines.filter(verdict=Verdict.PROPOSED, certain=True).update(
        verdict=Verdict.CONFIRMED, decided_by=actor.name, decided_at=clock.now()
    )
    if count:
        audit.record(actor, "xác nhận các dòng chắc chắn", version, count=count)
    return count


@transaction.atomic
def answer_finding(line: PlanLine, *, actor: Actor, key: str, date: str = "") -> PlanLine:
    """Settles a finding by one of its answers; `date` (dd/mm) with the answer that asks for one."""
    _open(line.version, actor)
    chosen = answers.answer(line.data.get("code", ""), key)
    if line.kind != LineKind.FINDING or chosen is None:
        raise RuleBroken("Câu trả lời này không dùng được cho dòng đang chọn.")
    line.data["internal_date"] = as_month_day(date) if chosen.asks_date else ""
    line.data["answer"] = key
    _decide(line, Verdict.CONFIRMED, actor)
    audit.record(actor, "trả lời điểm cần quyết định", line.version, line=line.position, answer=chosen.label)
    return line


@transaction.atomic
def correct_line(line: PlanLine, *, actor: Actor, values: Mapping[str, Any]) -> PlanLine:
    """Saves an official's correction. `values` by kind of line: text; title, first_year, last_year; or for tasks
    kind, what, unit (a Unit or None), each_unit, date (dd/mm or dd/mm/yyyy), to, via."""
    _open(line.version, actor)
    before = {"kind": line.kind, "text": line.text, "data": dict(line.data)}
    if line.kind == LineKind.MOVEMENT:
        _correct_movement(line, values)
    elif line.kind in (LineKind.TASK, LineKind.YEARLY, LineKind.DEADLINE):
        _correct_duty(line, values)
    elif line.kind == LineKind.AWARD:
        forms = [nfc(form) for form in re.split(r"[;\n]", values["text"]) if form.strip()]
        line.data["forms"], line.text = forms, "; ".join(forms)
    elif line.kind != LineKind.FINDING:
        line.text = nfc(values["text"])
        if values.get("kind"):
            line.kind = values["kind"]
    _decide(line, Verdict.CORRECTED, actor)
    audit.record(actor, "sửa dòng kế hoạch", line.version, line=line.position, before=before)
    return line


def _correct_movement(line: PlanLine, values: Mapping[str, Any]) -> None:
    first, last = values["first_year"], values["last_year"]
    if last < first:
        raise RuleBroken("Năm kết thúc phải từ năm bắt đầu trở đi.", field="last_year")
    line.data |= {"title": nfc(values["title"]), "first_year": first, "last_year": last}
    line.text = line.data["title"] + years_said(first, last)


def _correct_duty(line: PlanLine, values: Mapping[str, Any]) -> None:
    unit = values.get("unit")
    date = (values.get("date") or "").strip()
    line.kind = values.get("kind") or line.kind
    line.data |= {
        "what": nfc(values["what"]), "unit_id": unit.pk if unit else None, "each_unit": bool(values.get("each_unit")),
        "to": nfc(values.get("to") or ""),
        "via": [nfc(v) for v in re.split(r"[;,]", values.get("via") or "") if v.strip()],
    }  # fmt: skip
    if date != shown_date(line.data):
        line.data["date"], line.data["kind"] = _read_date(date, line.data.get("kind"))
        line.data["words"] = f"trước ngày {date}" if date else ""
    line.text = line.data["what"]


def _read_date(date: str, kind: str | None) -> tuple[str | None, str | None]:
    """(date as the reading writes it, kind of deadline) of what was typed."""
    if not date:
        return None, kind if kind == "annual" else None
    if _DAY_MONTH.match(date):
        return as_month_day(date), "annual"
    found = re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", date)
    if not found or not _DAY_MONTH.match(f"{found[1]}/{found[2]}"):
        raise RuleBroken(f"Ngày “{date}” chưa đúng. Mời ghi như 20/11 (hằng năm) hoặc 20/11/2025.", field="date")
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}", "fixed"


def as_month_day(date: str) -> str:
    """ "20/11" as "11-20"."""
    found = _DAY_MONTH.match(date.strip())
    if not found:
        raise RuleBroken(f"Ngày “{date}” chưa đúng. Mời ghi ngày và tháng như 12/11.", field="date")
    return f"{int(found[2]):02d}-{int(found[1]):02d}"


def shown_date(data: Mapping[str, Any]) -> str:
    """A line's date as officials write it: dd/mm for yearly ones, dd/mm/yyyy for fixed ones."""
    return "/".join(reversed(str(data["date"]).split("-"))) if data.get("date") else ""


@transaction.atomic
def drop_version(version: PlanVersion, *, actor: Actor) -> PlanVersion:
    """Bỏ bản đang đối chiếu; the file and what was decided stay in the log."""
    VERSION.apply(version, "drop", actor=actor)
    audit.record(actor, "bỏ bản kế hoạch đang đối chiếu", version)
    return version
