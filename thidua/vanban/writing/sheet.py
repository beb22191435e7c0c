"""A paper as it will be printed: every line worded, every heading given its look; what both writers lay out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from thidua.vanban.structure import Appendix, Block, Paper
from thidua.vanban.writing import dimensions as dim
from thidua.vanban.writing import wording
from thidua.vanban.writing.font_widths import MM_PER_POINT, text_width
from thidua.vanban.writing.labels import Label, is_division, parse, printed
from thidua.vanban.writing.line_breaks import balanced, column_widths, heading_columns, rule_width

LINE_HEIGHT = 1.149  # of Times New Roman, in parts of the type size
Look = Literal["division", "part", "article", "clause", "point", "paragraph", "bullet", "table"]


@dataclass(slots=True)
class Line:
    """One block as printed. `look` picks the style; `titled`: the text is a title (bold, kept with the next)."""

    look: Look
    text: str = ""
    label: Label | None = None
    mark: str = ""
    level: int = 0
    titled: bool = False
    rows: list[list[str]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)

    def is_tall(self, row: list[str]) -> bool:
        """Say whether a table row takes more than half a page: only such a row may break over two pages."""
        size = dim.table_size(len(self.widths))
        line = size * LINE_HEIGHT * MM_PER_POINT
        longest = max(
            (
                text_width(cell, size) / max(width - 2 * dim.CELL_PADDING, 1)
                for cell, width in zip(row, self.widths, strict=False)
            ),
            default=0.0,
        )
        return longest * line > dim.TEXT_HEIGHT / 2

    def is_short(self, column: int) -> bool:
        """Say whether a table column holds only short entries (numbers, dates), which are centred."""
        return all(len(row[column]) <= 10 for row in self.rows[1:] if column < len(row))


@dataclass(slots=True)
class AppendixSheet:
    """An appendix as printed."""

    label: str
    title: list[str]
    attached: str
    attached_size: float
    attached_rule: float
    lines: list[Line]
    landscape: bool


@dataclass(slots=True)
class Sheet:
    """A whole document as printed; lists of lines are already broken where the heading columns need it."""

    name: str
    columns: tuple[float, float]
    parent: list[str]
    agency: list[str]
    agency_rule: float
    number: str
    subject: list[str]
    date: str
    doc_type: str
    title: list[str]
    title_rule: float
    decided_by: str
    addressees: list[str]
    bases: list[str]
    opening: list[str]
    decision: str
    lines: list[Line]
    recipients: list[str]
    authority: list[str]
    position: list[str]
    signer: str
    appendices: list[AppendixSheet]


def lay_out(paper: Paper) -> Sheet:
    """Word a paper for printing."""
    date = wording.date_line(paper)
    columns = heading_columns(date)
    left = columns[0] - 2
    parent = balanced(wording.clean(paper.parent_agency or ""), left, dim.AGENCY_SIZE)
    agency = balanced(wording.clean(paper.issuing_agency or ""), left, dim.AGENCY_SIZE, bold=True)
    title = _title(paper.title) if paper.doc_type else []
    lines = lines_of(paper.blocks)
    opening = [text for text in map(wording.clean, paper.opening) if text]
    if lines and lines[-1].look != "table":
        lines[-1].text = wording.ended(lines[-1].text)
    elif opening and not lines:
        opening[-1] = wording.ended(opening[-1])
    return Sheet(
        name=document_name(paper),
        columns=columns,
        parent=parent,
        agency=agency,
        agency_rule=rule_width(agency, left, dim.AGENCY_SIZE),
        number=wording.number_line(paper),
        subject=balanced(wording.subject_line(paper), left - 2 * dim.SUBJECT_INDENT, dim.SUBJECT_SIZE),
        date=date,
        doc_type=wording.clean(paper.doc_type),
        title=title,
        title_rule=rule_width(title or [paper.doc_type], dim.TEXT_WIDTH, dim.TITLE_SIZE),
        decided_by=wording.clean(paper.enacted_by or ""),
        addressees=wording.addressees(paper),
        bases=wording.bases(paper),
        opening=opening,
        decision=wording.decision_line(paper),
        lines=lines,
        recipients=wording.recipients(paper),
        authority=wording.signature_lines(paper.signer.authority),
        position=wording.signature_lines(paper.signer.position),
        signer=wording.clean(paper.signer.name or ""),
        appendices=[_appendix(paper, appendix) for appendix in paper.appendices],
    )


def _appendix(paper: Paper, appendix: Appendix) -> AppendixSheet:
    attached = wording.attached_line(paper, appendix.label)
    # 13-14 pt: the smaller one when the line would break.
    sizes = (dim.BODY_SIZE, dim.ATTACHED_LEAST_SIZE)
    lengths = [text_width(attached, size, italic=True) for size in sizes]
    choice = 0 if lengths[0] < dim.TEXT_WIDTH - 2 else 1
    width = dim.TEXT_WIDTH + (dim.PAGE_HEIGHT - dim.PAGE_WIDTH) * appendix.landscape
    return AppendixSheet(
        label=wording.clean(appendix.label),
        title=_title(appendix.title),
        attached=attached,
        attached_size=sizes[choice],
        attached_rule=min(lengths[choice], dim.TEXT_WIDTH) * dim.RULE_PART,
        lines=lines_of(appendix.blocks, width),
        landscape=appendix.landscape,
    )


def _title(text: str) -> list[str]:
    return balanced(wording.clean(text), dim.TEXT_WIDTH - 6, dim.TITLE_SIZE, bold=True)


def document_name(paper: Paper) -> str:
    """Return the document's title for its properties: "Kế hoạch 05/KH-VPUB: Triển khai ..."."""
    head = f"{wording.name_of_type(paper)} {wording.number_words(paper)}".strip()
    return f"{head}: {wording.clean(paper.title)}" if paper.title else head


def lines_of(blocks: list[Block], width: float = dim.TEXT_WIDTH) -> list[Line]:
    """Return the blocks of a body as printed lines; `width` in millimetres is what tables fill."""
    lines = []
    for index, block in enumerate(blocks):
        text = wording.clean(block.text)
        if block.kind == "table":
            rows = [[wording.clean(cell) for cell in row] or [""] for row in block.rows]
            columns = max(map(len, rows), default=0)
            if columns:
                lines.append(Line("table", rows=rows, widths=column_widths(rows, width)))
        elif block.kind == "heading" and (text or block.label):
            label = parse(wording.clean(block.label))
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            line = Line(_look(label), text, label, printed(label), max(block.level, 1))
            line.titled = _is_title(line, following)
            lines.append(line)
        elif block.kind == "bullet" and text:
            lines.append(Line("bullet", text, mark="+" if block.label == "+" else "-"))
        elif text:
            lines.append(Line("paragraph", text))
    return lines


def _look(label: Label) -> Look:
    if is_division(label):
        return "division"
    if label.kind == "article":
        return "article"
    if label.kind in ("roman", "capital"):
        return "part"
    if label.kind in ("decimal", "dotted"):
        return "clause"
    return "point"


def _is_title(line: Line, following: Block | None) -> bool:
    """Say whether a heading's text is a title: no sentence, and something stands under it (or it is a part)."""
    if line.look == "division":
        return True
    if line.look == "point" or not line.text or len(line.text) > 220 or line.text[-1] in ".;,/":
        return False
    if line.look == "part":
        return True
    if following is None or (following.kind == "heading" and following.level <= line.level):
        return False
    # "... theo quy định tại:" opens a list; a title may end in ":" only when it is short and no article.
    return line.text[-1] != ":" or (len(line.text) <= 60 and line.look != "article")
