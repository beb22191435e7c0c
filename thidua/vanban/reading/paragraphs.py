"""Printed lines joined into paragraphs: a sentence broken over lines or pages becomes one text again."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from thidua.vanban.reading.labels import Label, label_of
from thidua.vanban.reading.lines import Line, is_capitals, is_rule, raw_index

BULLET = re.compile(r"[-–—+•▪●○‣➢✓\uf0b7\uf02d]\s*(?=[^\W_]|[\"“(\[])|\*\s+(?=\S)")
ENDS = re.compile(r"[.;:!?…][\"”’)\]]*$|/\.$|[.;:][\"”]?\s*\d{1,2}$")
OPEN_END = re.compile(
    r"(?:,|\b(?:và|của|về|các|với|cho|tại|theo|trong|từ|đến|để|do|là|có|những|hoặc|số|ngày|tháng|năm|"
    r"Hội Liên hiệp|Ủy ban|Hội đồng))$"
)
CUT_NUMBER = re.compile(r"[A-ZĐ0-9][-–]$")
ABOVE_TITLE = ("phần", "chương", "mục", "tiểu")  # "Chương I" stands on a line of its own above its title
HEADING_KINDS = (*ABOVE_TITLE, "roman", "capital")
FULL = 0.82  # a line this much of the usual width was broken by the margin, not by the writer
MAX_WIDTH = 132  # wider "lines" are whole paragraphs


@dataclass(slots=True)
class Paragraph:
    """A whole paragraph: its text, its lines with where each begins in the text, its label or bullet, its cells."""

    text: str
    lines: list[Line]
    starts: list[int] = field(default_factory=lambda: [0])
    label: Label | None = None
    bullet: str = ""
    cells: list[str] | None = None
    quoted: bool = False
    annex: int | None = None

    @property
    def number(self) -> int:
        """The number of the first line."""
        return self.lines[0].number

    @property
    def body(self) -> str:
        """The text without label or bullet."""
        if self.label is not None:
            return self.text[self.label.end :].strip()
        return self.text[len(self.bullet) :].strip() if self.bullet else self.text

    def line_at(self, index: int) -> int:
        """Return the number of the line that holds text[index]."""
        return self.lines[bisect_right(self.starts, index) - 1].number

    def source_at(self, index: int) -> int:
        """Return the offset in the source of text[index]."""
        place = bisect_right(self.starts, index) - 1
        line = self.lines[place]
        return line.offset + raw_index(line.raw, index - self.starts[place])

    @property
    def start(self) -> int:
        """Offset of the first character in the source."""
        return self.lines[0].offset + raw_index(self.lines[0].raw, 0)

    @property
    def end(self) -> int:
        """Offset behind the last character in the source."""
        return self.lines[-1].offset + len(self.lines[-1].raw.rstrip())


@dataclass(slots=True)
class Layout:
    """How the lines of one document are set: broken at a margin or not, first lines indented or not."""

    width: int
    wrapped: bool
    indented: bool


def layout_of(lines: list[Line]) -> Layout:
    """Measure how paragraphs are printed: one per line, or broken at a margin, with or without an indent."""
    texts = [line for line in lines if line.cells is None and "\t" not in line.raw]
    if len(texts) < 6:
        return Layout(10**6, False, False)
    lengths = sorted(len(line.raw.rstrip()) for line in texts)
    width = lengths[int(len(lengths) * 0.9)]
    if width > MAX_WIDTH:
        return Layout(10**6, False, False)
    full = [line for line in texts if len(line.raw.rstrip()) >= FULL * width]
    broken = sum(not ENDS.search(line.text) for line in full)
    wrapped = len(full) >= 4 and broken >= 0.4 * len(full)
    flush = sum(line.indent <= 1 for line in full)
    deep = sum(2 <= line.indent <= 14 for line in texts)
    return Layout(width, wrapped, wrapped and flush >= 0.3 * len(full) and deep >= 3)


def paragraphs_of(lines: list[Line], layout: Layout | None = None) -> list[Paragraph]:
    """Join lines into paragraphs and mark their labels and bullets."""
    layout = layout or layout_of(lines)
    paragraphs: list[Paragraph] = []
    open_labels: dict[str, Label] = {}
    for line in lines:
        if is_rule(line.text) and line.cells is None:
            continue
        cells = row_of(line)
        if cells is not None:
            paragraphs.append(Paragraph(line.text, [line], cells=cells))
            continue
        last = paragraphs[-1] if paragraphs else None
        if last is not None and last.cells is None and _goes_on(last, line, layout, open_labels):
            _append(last, line)
        else:
            paragraphs.append(_begin(line))
            label = paragraphs[-1].label
            if label is not None:
                open_labels[label.kind] = label
    mark_quoted(paragraphs)
    return paragraphs


def row_of(line: Line) -> list[str] | None:
    """Return the cells of a table row: given by the format, divided by tabs, or set in columns by wide gaps."""
    if line.cells is not None:
        return [" ".join(cell.split()) for cell in line.cells] if len(line.cells) > 1 else None
    if "\t" in line.raw.strip():
        return [" ".join(cell.split()) for cell in line.raw.strip("\n").split("\t")]
    if "   " in line.raw.strip():
        parts = re.split(r" {3,}", line.raw.strip())
        if len(parts) >= 3:
            return [" ".join(part.split()) for part in parts]
    return None


def _begin(line: Line) -> Paragraph:
    paragraph = Paragraph(line.text, [line], label=label_of(line.text))
    if paragraph.label is None:
        match = BULLET.match(line.text)
        paragraph.bullet = match.group() if match else ""
    return paragraph


def _append(paragraph: Paragraph, line: Line) -> None:
    glue = "" if CUT_NUMBER.search(paragraph.text) and line.text[:1].isupper() else " "
    paragraph.starts.append(len(paragraph.text) + len(glue))
    paragraph.text = f"{paragraph.text}{glue}{line.text}"
    paragraph.lines.append(line)


def _goes_on(last: Paragraph, line: Line, layout: Layout, open_labels: dict[str, Label]) -> bool:
    """Decide whether the line carries on the paragraph before it."""
    before, text = last.lines[-1], line.text
    ended = bool(ENDS.search(before.text))
    full = layout.wrapped and len(before.raw.rstrip()) >= FULL * layout.width
    label = label_of(text)
    if label is None and last.label is not None and last.label.kind in ABOVE_TITLE and not last.body:
        return not BULLET.match(text)
    if label is not None and (
        (label.kind in open_labels and label.follows(open_labels[label.kind]))
        or not _false_start(label, text, full, ended, line, layout)
    ):
        return False
    if label is None and BULLET.match(text):
        return full and not ended and text[1:3].strip()[:1].isdigit() and line.indent <= 1
    if is_capitals(text) != is_capitals(before.text) and is_capitals(text) and not full:
        return False
    if _heading_goes_on(last, line, ended):
        return True
    if layout.indented:
        if line.indent <= 1 and not (line.after_blank and ended):
            return full or not ended
        return not ended and text[:1].islower()
    if layout.wrapped:
        if full and not ended:
            return True
        return not ended and (text[:1].islower() or bool(OPEN_END.search(before.text)))
    return _broken_sentence(before.text, text, ended)


def _heading_goes_on(last: Paragraph, line: Line, ended: bool) -> bool:
    """A heading in capitals broken over lines: what follows is in capitals, carries no label and is no new part."""
    return (
        last.label is not None
        and last.label.kind in HEADING_KINDS
        and not ended
        and not line.after_blank
        and bool(last.body)
        and is_capitals(last.body)
        and is_capitals(line.text)
        and label_of(line.text) is None
        and not line.text.startswith(("PHẦN", "CHƯƠNG", "STT", "TT ", "BẢNG", "BIỂU", "PHỤ LỤC", "DANH "))
        and any(char.isalpha() for char in line.text[:2])
    )


def _broken_sentence(before: str, text: str, ended: bool) -> bool:
    """Say whether one sentence was split over two lines of a document that keeps a paragraph on a line."""
    if ended and not before.endswith("…"):
        return False
    if is_capitals(before) and is_capitals(text) and len(before) > 25:
        return label_of(before) is not None and not text.startswith(("PHẦN", "CHƯƠNG"))
    return text[:1].islower() or text[:1] == "(" or bool(OPEN_END.search(before))


def _false_start(label: Label, text: str, full: bool, ended: bool, line: Line, layout: Layout) -> bool:
    """Say whether what looks like a label is a number or letter that fell at a line's head by wrapping."""
    if not full or ended:
        return False
    if layout.indented and line.indent >= 2:
        return False
    after = text[label.end : label.end + 1]
    return label.value > 1 and (after.islower() or label.kind in ("number", "dot2", "dot3"))


def mark_quoted(paragraphs: list[Paragraph]) -> None:
    """Mark paragraphs that stand inside a quotation running over several paragraphs: their labels are not ours."""
    index = 0
    while index < len(paragraphs):
        text = paragraphs[index].text
        opened = text.rfind("“")
        if opened < 0 or opened < text.rfind("”"):
            index += 1
            continue
        close = _closing_paragraph(paragraphs, index)
        if close is None:
            index += 1
            continue
        for inner in range(index + 1, close + 1):
            paragraphs[inner].quoted = True
        if opened == 0:
            paragraphs[index].quoted = True
        index = close + (0 if paragraphs[close].text.rfind("“") > paragraphs[close].text.rfind("”") else 1)


def _closing_paragraph(paragraphs: list[Paragraph], index: int) -> int | None:
    for later in range(index + 1, min(len(paragraphs), index + 60)):
        text = paragraphs[later].text
        first_close, first_open = text.find("”"), text.find("“")
        if first_close >= 0 and (first_open < 0 or first_close < first_open):
            return later
        if first_open >= 0 and text.rfind("“") > text.rfind("”"):
            return None
    return None
