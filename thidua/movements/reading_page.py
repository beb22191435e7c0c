"""What the reading page shows: the paper's paragraphs with marks on the left, the lines understood on the right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.law.deadlines import internal_deadline
from thidua.movements import rules
from thidua.movements.actions.plan import shown_date
from thidua.movements.answers import INTERNAL, SAME_DAY, Answer, answer, answers_to
from thidua.movements.models import LineKind, PlanLine, PlanVersion
from thidua.movements.queries.plan import lines_of
from thidua.movements.schedule import last_day_on_time, occurrences
from thidua.movements.workflow import VERSION, VersionState
from thidua.organisation.models import Unit

ICONS = {
    LineKind.MOVEMENT: "flag", LineKind.BASIS: "gavel", LineKind.GOAL: "flag", LineKind.REQUIREMENT: "list-check",
    LineKind.SCOPE: "users", LineKind.TASK: "list-check", LineKind.YEARLY: "repeat", LineKind.DEADLINE: "calendar-due",
    LineKind.RULE: "gavel", LineKind.AWARD: "award", LineKind.PERIOD: "calendar-due", LineKind.RECIPIENTS: "send",
    LineKind.FINDING: "alert-circle",
}  # fmt: skip


@dataclass(slots=True)
class Understood:
    """One line on the right: the record and what the page says beside it."""

    line: PlanLine
    icon: str
    number: int = 0
    where: str = ""
    who: str = ""
    when: str = ""
    settled: str = ""
    answers: list[tuple[Answer, str]] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """One line of the document on the left; `refs` are the numbers of findings on it, `marked` whether it was used."""

    number: int
    text: str
    bold: bool = False
    refs: list[Understood] = field(default_factory=list)
    marked: str = ""
    cells: list[str] = field(default_factory=list)


def reading_page(version: PlanVersion, actor: Actor, *, edited: int | None = None) -> dict[str, Any]:
    """The context of the reading page; `edited` is the position of the line whose form is open."""
    lines = lines_of(version)
    for line in lines:
        line.version = version
    units = dict(Unit.objects.filter(pk__in=_unit_ids(lines)).values_list("pk", "name"))
    open_lines = [line for line in lines if not line.settled]
    may_edit = rules.drafts_plan(actor, version) and version.state == VersionState.READING
    shown = [_understood(line, units, number) for line, number in _numbered(lines)]
    here = next((line for line in lines if line.position == edited), None)
    return {
        "version": version,
        "paragraphs": _paragraphs(version, shown),
        "lines": shown,
        "asks": [u for u in shown if u.number],
        "open": len(open_lines),
        "open_findings": sum(line.kind == LineKind.FINDING for line in open_lines),
        "certain": sum(line.certain for line in open_lines),
        "done": len(lines) - len(open_lines),
        "may_edit": may_edit,
        "edited": here if may_edit else None,
        "moves": _moves(version, actor),
    }


def _moves(version: PlanVersion, actor: Actor) -> list[Any]:
    """The first version is confirmed into a movement; a later one is proposed and adopted."""
    hidden = "propose" if version.movement_id is None else "confirm"
    return [m for m in VERSION.open_to(actor, version) if m.name != hidden]


def _unit_ids(lines: list[PlanLine]) -> set[int]:
    return {line.data["unit_id"] for line in lines if line.data.get("unit_id")}


def _numbered(lines: list[PlanLine]) -> list[tuple[PlanLine, int]]:
    """Each line with its number among the findings, 0 for the others."""
    count, found = 0, []
    for line in lines:
        count += line.kind == LineKind.FINDING
        found.append((line, count if line.kind == LineKind.FINDING else 0))
    return found


def _understood(line: PlanLine, units: dict[int, str], number: int) -> Understood:
    data = line.data
    where = ", ".join(filter(None, [f"mục {line.ref}" if line.ref else "", f"dòng {line.line}"]))
    shown = Understood(line, ICONS[LineKind(line.kind)], number, where[:1].upper() + where[1:])
    if line.kind in (LineKind.TASK, LineKind.YEARLY, LineKind.DEADLINE):
        shown.who = "Mọi phòng, ban, đơn vị" if data.get("each_unit") else units.get(data.get("unit_id") or 0, "")
        shown.when = _when(data)
    if line.kind == LineKind.FINDING:
        chosen = answer(data.get("code", ""), data.get("answer", ""))
        shown.settled = chosen.settled if chosen and line.settled else ""
        if chosen and chosen.asks_date and data.get("internal_date"):
            shown.settled += f" Mốc nội bộ: {shown_date({'date': data['internal_date']})} hằng năm."
        shown.answers = [(a, _proposed(line) if a.key == INTERNAL else "") for a in answers_to(data.get("code", ""))]
    return shown


def _when(data: dict[str, Any]) -> str:
    """When it falls due: the plan's words and this year's last day on time."""
    if not data.get("date"):
        return "Kế hoạch không nêu hạn." if data.get("kind") != "relative" else ""
    year = clock.today().year
    dates = [o.date for o in occurrences(data.get("kind"), data["date"], year, year) if o.date]
    words = f"Trước ngày {shown_date(data)}" if data.get("kind") == "annual" else f"Hạn {shown_date(data)}"
    if not dates:
        return f"{words}."
    last = last_day_on_time(dates[0], data.get("words") or "")
    return f"{words}. Năm {year}: chậm nhất hết ngày {last:%d/%m/%Y}."


def _proposed(line: PlanLine) -> str:
    """Why and for when an internal day is proposed, for the year the plan is being read."""
    if line.data.get("code") != SAME_DAY:
        return ""
    year = clock.today().year
    other = line.version.lines.filter(kind=LineKind.DEADLINE, data__each_unit=False).exclude(data__to="").first()
    date = next(
        (o.date for o in occurrences("annual", (other.data.get("date") if other else "") or "", year, year)), None
    )
    return internal_deadline(date).reason if date else ""


def _paragraphs(version: PlanVersion, shown: list[Understood]) -> list[Paragraph]:
    by_line: dict[int, list[Understood]] = {}
    for understood in shown:
        lines = understood.line.data.get("lines") or [understood.line.line]
        for number in lines if understood.number else [understood.line.line]:
            by_line.setdefault(number, []).append(understood)
    found = []
    for number, text in enumerate(version.source.split("\n"), start=1):
        plain = text.replace("*", "").strip()
        if not plain:
            continue
        here = by_line.get(number, [])
        cells = [c.strip() for c in plain.strip("|").split("|")] if plain.startswith("|") else []
        paragraph = Paragraph(number, plain, plain.isupper(), [u for u in here if u.number], cells=cells)
        if any(u.line.kind in (LineKind.DEADLINE, LineKind.YEARLY, LineKind.TASK) for u in here):
            paragraph.marked = "work"
        if paragraph.refs:
            paragraph.marked = "wait"
        found.append(paragraph)
    return found
