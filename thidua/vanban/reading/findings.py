"""Oddities of a document, each with a stable code, its line and one Vietnamese sentence for the official."""

from __future__ import annotations

import datetime as dt
import re

from thidua.vanban.reading.bases import citations
from thidua.vanban.reading.elements import element_findings, promise_findings
from thidua.vanban.reading.lines import is_capitals
from thidua.vanban.reading.numbering import numbering_findings
from thidua.vanban.reading.outline import Outline
from thidua.vanban.reading.paragraphs import Layout, Paragraph
from thidua.vanban.reading.spelling import misspellings
from thidua.vanban.reading.validity import out_of_force
from thidua.vanban.structure import Deadline, Finding, Paper, Reading

REFERENCE = re.compile(
    r"(?:Tiêu chí|Tiêu chuẩn)[^:.]{0,60}[:.]?\s*\n?\s*(?:(?:Được )?[Tt]hực hiện theo|[Tt]heo|"
    r"[Áá]p dụng)\s+(?:quy định|nội dung|hướng dẫn)?",
    re.IGNORECASE,
)
SEVERAL = 20  # more misspellings than this are not listed one by one


def findings_of(
    reading: Reading, outline: Outline, paragraphs: list[Paragraph], layout: Layout, head_line: int
) -> list[Finding]:
    """Return all findings of a document, by line."""
    paper = reading.paper
    findings = [
        *_blank_findings(paper, head_line),
        *numbering_findings(outline),
        *promise_findings(outline),
        *element_findings(paper, reading.period, outline, paragraphs),
        *_basis_findings(reading),
        *_same_day_findings(reading.deadlines),
        *_late_findings(reading.deadlines, paper),
        *_reference_findings(outline),
        *_broken_findings(paragraphs, layout),
        *_spelling_findings(paragraphs),
    ]
    return sorted(findings, key=lambda finding: finding.line)


def _blank_findings(paper: Paper, line: int) -> list[Finding]:
    findings = []
    if paper.number is None:
        findings.append(Finding("missing_number", line, "Văn bản chưa ghi số."))
    if paper.date is None:
        blank = "chưa ghi ngày" if (paper.date_partial or "").count("-") == 1 else "chưa ghi đủ ngày, tháng, năm"
        findings.append(Finding("missing_date", line, f"Văn bản {blank} ban hành."))
    return findings


def _basis_findings(reading: Reading) -> list[Finding]:
    written = reading.paper.date
    if written is None and reading.paper.date_partial and reading.paper.date_partial.count("-") == 1:
        year, month = reading.paper.date_partial.split("-")
        written = dt.date(int(year), int(month), 1)
    if written is None:
        return []
    findings = []
    for basis in reading.legal_bases:
        text = out_of_force(basis, written)
        if text is None:
            continue
        if text.valid_to and written > text.valid_to:
            state = f"hết hiệu lực từ sau ngày {text.valid_to:%d/%m/%Y}"
        else:
            state = f"đến ngày {text.valid_from:%d/%m/%Y} mới có hiệu lực"
        instead = f", thay bằng {text.replaced_by}" if text.replaced_by else ""
        message = f"Căn cứ {basis.id or basis.name} {state}{instead} (mức tin cậy {text.grade}: {text.source})."
        findings.append(Finding("basis_not_in_force", basis.line, message))
    return findings


def _same_day_findings(deadlines: list[Deadline]) -> list[Finding]:
    """Report units that must report by the very day on which their reports are due higher up."""
    hard = [deadline for deadline in deadlines if deadline.strength == "hard" and deadline.date]
    findings = []
    for place, one in enumerate(hard):
        for other in hard[place + 1 :]:
            lower, upper = (one, other) if _passes_on(one, other) else (other, one)
            if one.date == other.date and one.kind == other.kind and _passes_on(lower, upper):
                message = (
                    f"Hạn của đơn vị (dòng {lower.line}) và hạn báo cáo cấp trên (dòng {upper.line}) "
                    f"cùng một ngày {_spoken(one.date or '')}: không còn thời gian tổng hợp."
                )
                findings.append(Finding("same_day_deadlines", upper.line, message, [lower.line, upper.line]))
    return findings


def _passes_on(lower: Deadline, upper: Deadline) -> bool:
    """Say whether what `lower` asks for goes through the unit that owes `upper`."""
    if not lower.unit or not upper.unit or lower.unit.casefold() == upper.unit.casefold():
        return False
    holder = upper.unit.casefold()
    through = [*lower.via, lower.to or ""]
    if any(name and (name.casefold() in holder or holder in name.casefold()) for name in through):
        return True
    return bool(
        lower.to
        and upper.to
        and lower.to != upper.to
        and re.search(r"tổng hợp", upper.what or upper.text, re.IGNORECASE)
    )


def _spoken(date: str) -> str:
    return "/".join(reversed(date.split("-")))


def _late_findings(deadlines: list[Deadline], paper: Paper) -> list[Finding]:
    """Report due dates that had passed when the document was signed."""
    findings: dict[str, Finding] = {}
    for deadline in deadlines:
        if paper.date is None or deadline.strength != "hard" or deadline.kind != "fixed":
            continue
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", deadline.date or "") or (deadline.date or "") >= paper.date.isoformat():
            continue
        known = findings.get(deadline.date or "")
        if known:
            known.lines.append(deadline.line)
            continue
        signed = f"{paper.date:%d/%m/%Y}"
        due = _spoken(deadline.date or "")
        message = f"Hạn {due} (dòng {deadline.line}) sớm hơn ngày ban hành văn bản {signed}."
        findings[deadline.date or ""] = Finding("deadline_before_document", deadline.line, message, [deadline.line])
    return list(findings.values())


def _reference_findings(outline: Outline) -> list[Finding]:
    """Report criteria and standards that are only a pointer to another document."""
    by_document: dict[str, list[tuple[int, str]]] = {}
    for index, item in enumerate(outline.items):
        if not REFERENCE.match(item.text) or outline.children(index):
            continue
        cited = citations(item.text)
        if cited:
            by_document.setdefault(f"{cited[0].type} {cited[0].id}", []).append((item.line, item.title))
    findings = []
    for document, places in by_document.items():
        names = " và ".join(
            dict.fromkeys(title.split(":")[0].split(".")[0].strip().lower()[:40] for _, title in places)
        )
        message = (
            f"{names[:1].upper()}{names[1:]} chỉ dẫn chiếu {document}, không nêu nội dung; cần có văn bản này kèm theo."
        )
        lines = [line for line, _ in places]
        findings.append(Finding("criteria_by_reference", lines[0], message, lines))
    return findings


def _broken_findings(paragraphs: list[Paragraph], layout: Layout) -> list[Finding]:
    """Report sentences split over lines in a document that otherwise keeps a paragraph on one line."""
    if layout.wrapped:
        return []
    findings = []
    longest = max((len(line.text) for paragraph in paragraphs for line in paragraph.lines), default=0)
    for paragraph in paragraphs:
        if len(paragraph.lines[0].text) > 0.7 * longest:
            continue  # broken by the margin: the page was not wider
        if len(paragraph.lines) < 2 or is_capitals(paragraph.text) or paragraph.lines[1].text.startswith("("):
            continue
        lines = [line.number for line in paragraph.lines]
        name = f"mục {paragraph.label.printed}" if paragraph.label else "câu"
        message = f"Một {name} bị ngắt thành nhiều dòng ({', '.join(str(line) for line in lines)})."
        if paragraph.label:
            message = f"Câu ở {name} bị ngắt thành nhiều dòng (dòng {', '.join(str(line) for line in lines)})."
        findings.append(Finding("broken_sentence", lines[0], message, lines))
    return findings


def _spelling_findings(paragraphs: list[Paragraph]) -> list[Finding]:
    findings = []
    for slip, lines in misspellings(paragraphs)[:SEVERAL]:
        where = ", ".join(str(line) for line in lines)
        message = f'Có thể sai chính tả ở dòng {where}: "{slip.written}", có lẽ là "{slip.meant}".'
        findings.append(Finding("probable_misspelling", lines[0], message, lines))
    return findings
