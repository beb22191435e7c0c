"""Source lines made ready for reading: emphasis marks dropped, page furniture and footnotes set aside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from thidua.vanban.structure import SourceLine

PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
RULE = re.compile(r"[-–—_=*~.\s]{1,80}")
GAP = re.compile(r"\t+| {3,}")
INLINE_NOTE = re.compile(r"\[\d{1,2}\]")

FOOTNOTE_LIMIT = 15  # a footnote block longer than this many lines is text between two page numbers


@dataclass(slots=True)
class Line:
    """One printed line: clean `text`, the `raw` text it came from, its number and its offset in the source."""

    text: str
    raw: str
    number: int
    offset: int
    cells: list[str] | None = None
    label: str | None = None
    hint: str | None = None
    after_blank: bool = False
    indent: int = field(default=0)

    def columns(self) -> list[str]:
        """Split the line where a table cell, a tab or a wide gap divides it."""
        if self.cells is not None:
            return [part for cell in self.cells for part in (clean(piece) for piece in cell.split("\n")) if part]
        return [part for part in (clean(piece) for piece in GAP.split(self.raw)) if part]


def clean(raw: str) -> str:
    """Drop emphasis asterisks and double spaces; a leading "* " stays, it is a bullet."""
    if "*" in raw:
        stripped = raw.lstrip()
        if stripped.startswith("* "):
            return "* " + " ".join(stripped[2:].replace("*", "").split())
        raw = raw.replace("*", "")
    return " ".join(raw.split())


def prepare(lines: list[SourceLine]) -> tuple[list[Line], str]:
    """Return the lines worth reading, in order, and the source text their offsets refer to."""
    texts = [unicodedata.normalize("NFC", line.text.replace("\u00a0", " ")) for line in lines]
    source = "\n".join(texts)
    prepared: list[Line] = []
    offset, blank = 0, False
    for position, (line, raw) in enumerate(zip(lines, texts, strict=True), 1):
        text = clean(raw)
        cells = None if line.cells is None else [unicodedata.normalize("NFC", cell) for cell in line.cells]
        if text or (cells and any(cells)):
            indent = len(raw) - len(raw.lstrip())
            if line.hint not in ("footnote", "textbox"):
                prepared.append(
                    Line(text, raw, line.number or position, offset, cells, line.label, line.hint, blank, indent)
                )
            blank = False
        else:
            blank = True
        offset += len(raw) + 1
    return _without_furniture(prepared), source


def _without_furniture(lines: list[Line]) -> list[Line]:
    """Drop lone page numbers and the footnote blocks standing above them."""
    lone = {}
    for index, line in enumerate(lines):
        if len(line.text) < 16 and line.cells is None:
            match = PAGE_NUMBER.fullmatch(line.text)
            if match:
                lone[index] = int(match.group(1))
    if not lone:
        return lines
    dropped: set[int] = set()
    page, note = 1, 1
    order = sorted(lone)
    for position, index in enumerate(order):
        if index in dropped:
            continue
        value = lone[index]
        following = order[position + 1] if position + 1 < len(order) else len(lines)
        notes = value == note and value != page + 1 and _ends_a_page(lone, following, page) and index > 8
        if notes and following - index <= FOOTNOTE_LIMIT:
            dropped.update(range(index, following))
            note += 1
            continue
        dropped.add(index)
        page = value
    kept = []
    for index, line in enumerate(lines):
        if index in dropped:
            continue
        if index - 1 in dropped:
            line.after_blank = True
        kept.append(line)
    return kept


def _ends_a_page(lone: dict[int, int], index: int, page: int) -> bool:
    """Say whether the lone number at `index` is the page number expected next."""
    return lone.get(index) == page + 1


def is_rule(text: str) -> bool:
    """Say whether the line is only a drawn rule ("------", "***", "____")."""
    return bool(RULE.fullmatch(text)) and text.strip(" .") != ""


def is_capitals(text: str) -> bool:
    """Say whether the line is written in capitals (it has letters and none is lower case)."""
    return text.upper() == text and text.lower() != text


def raw_index(raw: str, wanted: int) -> int:
    """Translate an index into clean(raw) to an index into raw, for spans in the source."""
    bullet = raw.lstrip().startswith("* ")
    position, pending, seen_star = -1, False, not bullet
    for index, char in enumerate(raw):
        if char == "*" and seen_star:
            continue
        seen_star = seen_star or char == "*"
        if char.isspace():
            pending = position >= 0
            continue
        position += 2 if pending else 1
        pending = False
        if position >= wanted:
            return index
    return len(raw.rstrip())
