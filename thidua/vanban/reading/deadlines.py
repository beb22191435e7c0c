"""Deadlines of a document: what is due, from whom, to whom and through whom, with the words it was read from."""

from __future__ import annotations

import datetime as dt
import re

from thidua.vanban.reading.clauses import ACTION, Clause, receiver, through
from thidua.vanban.reading.duedates import Frame, find
from thidua.vanban.reading.openended import LABELLED, Found
from thidua.vanban.reading.outline import Outline
from thidua.vanban.reading.paragraphs import Paragraph
from thidua.vanban.reading.tasktables import table_deadlines
from thidua.vanban.reading.unitnames import unit_at
from thidua.vanban.reading.units import unit_for
from thidua.vanban.structure import Deadline, Paper

PLAIN = re.compile(r"(?:(?:hoàn thành|thực hiện|triển khai|tổ chức|tiến hành)[\s,và]*)+")
# Lines beside the time of a task that say who and how, not what.
FIELD = re.compile(
    r"(?:Cơ quan|Đơn vị|Bộ phận|Chủ trì|Phối hợp|Sản phẩm|Kết quả|Phân công|Hình thức|Địa điểm|Thành phần|Kinh phí|"
    r"Đối tượng|Lãnh đạo phụ trách|Người)\b[^:]{0,40}:"
)
AT_FIRST = re.compile(
    r"(?:(?:Định kỳ\s*)?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần|ngày)(?:\s*\([^)]*\))?|Định kỳ[^,]{0,24}|"
    r"(?:Trước|Chậm nhất|Muộn nhất|Vào|Trong|Đến)\b[^,]{3,60}),\s+",
    re.IGNORECASE,
)
# A paragraph without a digit or one of these words holds no date: most paragraphs are left after one search.
WORTH = re.compile(
    r"\d|hàng (?:năm|quý|tháng|ngày|tuần)|hằng (?:năm|quý|tháng|ngày|tuần)|khi có yêu cầu|ngay (?:khi|"
    r"sau khi)|định kỳ|tuần (?:đầu|cuối)",
    re.IGNORECASE,
)


def frame_of(paper: Paper, period: list[int] | None) -> Frame:
    """Return the time frame of a document from its head and the years its title names."""
    written = paper.date
    if written is None and paper.date_partial:
        year, _, month = paper.date_partial.partition("-")
        written = dt.date(int(year), int(month or 1), 1)
    single = period[0] if period and period[0] == period[1] else None
    return Frame(paper.doc_type, written, single)


def deadlines_of(outline: Outline, paragraphs: list[Paragraph], frame: Frame) -> list[Deadline]:
    """Return all deadlines of the counted paragraphs, in order."""
    place = {id(paragraph): index for index, owned in enumerate(outline.owned) for paragraph in owned}
    deadlines: list[Deadline] = []
    before: Paragraph | None = None
    for table in _tables(paragraphs):
        deadlines.extend(table_deadlines(table, frame, place.get(id(table[0]))))
    for paragraph in paragraphs:
        if paragraph.quoted or paragraph.cells is not None or not WORTH.search(paragraph.text):
            before = paragraph
            continue
        for found in find(paragraph.body, frame):
            deadline = _described(found, paragraph, before, place.get(id(paragraph)), outline)
            if deadline.strength != "target" or not any(_repeats(deadline, old) for old in deadlines):
                deadlines.append(deadline)
        before = paragraph
    return sorted(deadlines, key=lambda deadline: deadline.line)


def _tables(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """Return the runs of table rows."""
    tables: list[list[Paragraph]] = []
    last: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.cells is not None:
            if last is None or last.cells is None:
                tables.append([])
            tables[-1].append(paragraph)
        last = paragraph
    return tables


def _repeats(deadline: Deadline, old: Deadline) -> bool:
    """A goal for the same date again is the same goal."""
    return old.strength == "target" and old.date == deadline.date


def _described(
    found: Found, paragraph: Paragraph, before: Paragraph | None, item: int | None, outline: Outline
) -> Deadline:
    clause, text = found.clause, paragraph.body
    shift = len(paragraph.text) - len(text)
    duty, named = _duty(found, paragraph, before, item, outline)
    end = found.end
    if not found.labelled:
        tail = re.match(r"\s*\([^()]*\)", text[end:])
        end += tail.end() if tail and "qua" in tail.group() else 0
    start = found.start
    while start < end and text[start] in "-–+ •":
        start += 1
    return Deadline(
        text=text[start:end].strip(),
        kind=found.kind,
        date=found.date,
        strength=found.strength,
        what=named or _what(duty, found),
        unit=_unit(clause, duty, item, outline),
        to=receiver(duty) or _carried(clause, found),
        via=through(duty) or through(clause.text),
        line=paragraph.line_at(shift + (start if found.labelled else max(start, found.end - 1))),
        start=paragraph.source_at(shift + start),
        end=paragraph.source_at(shift + max(end - 1, start)) + 1,
        item=item,
    )


def _duty(
    found: Found, paragraph: Paragraph, before: Paragraph | None, item: int | None, outline: Outline
) -> tuple[str, str | None]:
    """Return the words that hold the task, and the task itself where a label names it ("Thời gian gửi hồ sơ: ...")."""
    if not found.labelled:
        return found.clause.text, None
    text = paragraph.body
    own = text[: found.start].strip(" -–+.;:")
    if len(own) >= 12:
        return own, None
    label = LABELLED.match(text[found.start :])
    action = ACTION.search(label.group("label")) if label else None
    if label and action and not PLAIN.fullmatch(label.group("label")[action.start() :]):
        return text, label.group("label")[action.start() :]
    if paragraph.label is not None and item is not None:
        parent = outline.items[item].parent
        return (text if parent is None else outline.items[parent].title), None
    if before is None or before.cells is not None:
        return text, None
    if FIELD.match(before.body) and item is not None:
        return outline.items[item].title, None
    return before.body, None


def _carried(clause: Clause, found: Found) -> str | None:
    """A later clause of a sentence on reports goes to the receiver the sentence named first."""
    if clause.start == clause.sentence_start or found.kind == "relative" or "báo cáo" not in clause.text:
        return None
    return receiver(clause.sentence[: clause.start - clause.sentence_start])


def _what(duty: str, found: Found) -> str | None:
    """Return the task itself: from its verb up to the receiver, the way or the date."""
    text = duty if found.labelled else duty[: max(0, found.end - found.clause.start)]
    subject = unit_at(text.lstrip("-–+• "))
    match = ACTION.search(text, len(text) - len(text.lstrip("-–+• ")) + subject[1] if subject else 0) or ACTION.search(
        text
    )
    task = text[match.start() :] if match else text
    cut = re.search(
        r"\s*\(|\s*,?\s*\b(?:trước ngày|trước|chậm nhất|muộn nhất|vào ngày|vào|trong tháng|định kỳ)\b|"
        r"[;.]|,?\s+(?:với|gửi về|về) (?=[A-ZĐỦ])",
        task,
    )
    task = task[: cut.start()] if cut and cut.start() > 6 else task
    return task.strip(" ,.;:-–") or None


def _unit(clause: Clause, duty: str, item: int | None, outline: Outline) -> str | None:
    """The unit is the subject of the sentence, else the unit whose item this is."""
    for text in (clause.text, clause.sentence, duty):
        text = text.lstrip("-–+• ")
        found = unit_at(text)
        when = AT_FIRST.match(text) if found is None else None
        if when:
            found = unit_at(text[when.end() :])
        if found and len(found[0]) < 160:
            return found[0]
    return unit_for(outline, item)
