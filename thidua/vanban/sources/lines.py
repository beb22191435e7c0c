"""Words from any format made into clean SourceLines: NFC, plain spaces, heading columns as cells, one number each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from thidua.vanban.structure import SourceLine, UnreadableDocument

MAX_CHARACTERS = 3_000_000
MAX_LINES = 60_000

# Soft hyphens, zero-width marks, byte order marks and direction marks say nothing; odd spaces and hyphens are plain
# ones; line and page separators end a line.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e", None),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u2028\u2029\u0085\x0b\x0c\r", "\n"),
        **{chr(code): None for code in range(32) if chr(code) not in "\t\n\x0b\x0c\r"},
        "\x7f": None,
    }
)
# Wide gaps stand between columns, but also where a number or a day is to be written in by hand.
_COLUMN_GAP = re.compile(r"[ \t]*\t[ \t]*| {6,}")
_BEFORE_BLANK = re.compile(r"(?:\b(?:số|ngày|tháng|năm)|số:)$", re.IGNORECASE)
_AFTER_BLANK = re.compile(r"/|tháng\b|năm\b")
_SPACES = re.compile(r"[ \t]{2,}|\t")
_LABEL_GAP = re.compile(r"^(\S{1,9}[.)])[ \t]+")
_HEAD_WORDS = re.compile(r"CỘNG HO[ÀA]|CỘNG HÒA|Độc lập|Số:|Nơi nhận|^KT\.|^TM\.|ngày .{0,6}tháng|^[IVX]+\. |^Điều \d")
_LEADERS = re.compile(r"[._…]{4,}$")

TOO_LONG = "Văn bản dài quá mức cho phép nên không đọc."


def clean(text: str) -> str:
    """Return text in NFC with plain spaces and hyphens; tabs and line ends are kept."""
    text = text.translate(_PLAIN)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def text_lines(
    text: str, hint: str | None = None, label: str | None = None, *, in_cell: bool = False
) -> list[SourceLine]:
    """Make the lines of one paragraph; a line broken by hand stays broken, wide gaps make two or three cells.

    Officials without the table tool set the two heading columns, or "Nơi nhận" and the signature, with tabs or spaces.
    Inside a table cell, and after an automatic number, a gap is only a gap.
    """
    made = []
    for index, piece in enumerate(clean(text).split("\n")):
        piece = _LABEL_GAP.sub(r"\1 ", piece.strip())
        cells = None if label or in_cell else columns_of(_COLUMN_GAP.split(piece))
        if cells and 2 <= len(cells) <= 3 and not any(_LEADERS.search(cell) for cell in cells):
            made.append(row_line(cells, hint))
        else:
            made.append(SourceLine(_SPACES.sub(" ", piece), label=label if index == 0 else None, hint=hint))
    return made


def columns_of(pieces: Iterable[str]) -> list[str]:
    """Put what wide gaps have parted together again where the gap is only a blank to be filled in."""
    columns: list[str] = []
    for piece in pieces:
        if columns and (_BEFORE_BLANK.search(columns[-1]) or _AFTER_BLANK.match(piece)):
            columns[-1] += f" {piece}"
        elif piece:
            columns.append(piece)
    return columns


def row_line(cells: list[str], hint: str | None = None) -> SourceLine:
    """Make the line of a table row; a cell keeps its own line ends, the text has the row on one line."""
    cells = ["\n".join(_SPACES.sub(" ", part).strip() for part in clean(cell).strip().split("\n")) for cell in cells]
    text = " | ".join(" ".join(cell.split()) for cell in cells)
    return SourceLine(f"| {text} |", cells=cells, hint=hint)


def flat(cell: list[SourceLine]) -> Iterator[str]:
    """Yield the lines of a cell without the empty ones; a table or columns inside it are read one after the other."""
    for line in cell:
        if line.cells is not None:
            yield from line.cells
        elif line.text:
            yield line.text


def mark_asides(lines: list[SourceLine]) -> None:
    """Mark the lines of a text box as an aside (a stamp, "DỰ THẢO"), unless a head of the document was put into it."""
    if not any(_HEAD_WORDS.search(line.text) for line in lines):
        for line in lines:
            line.hint = "textbox"


def numbered(lines: list[SourceLine]) -> list[SourceLine]:
    """Number the lines from 1, refusing a text no office could have written."""
    if len(lines) > MAX_LINES or sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise UnreadableDocument(TOO_LONG)
    for number, line in enumerate(lines, 1):
        line.number = number
    return lines
