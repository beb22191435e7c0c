"""Plain text as lines: UTF-8 or UTF-16 with its mark, NFC, any line end; a "| a | b |" line becomes cells."""

from __future__ import annotations

import codecs
from pathlib import Path

from thidua.vanban.sources.legacy import bytes_sentence
from thidua.vanban.sources.lines import clean
from thidua.vanban.structure import SourceLine, UnreadableDocument

NO_TEXT_FILE = "Tệp không phải văn bản .docx, .odt, .pdf, .doc hay .txt."


def load_txt(path: Path | str) -> list[SourceLine]:
    """Read a .txt file into numbered lines; raises UnreadableDocument when it is not Unicode text."""
    return lines_of(_decoded(Path(path).read_bytes()))


def lines_of(text: str) -> list[SourceLine]:
    """Split text into numbered lines in NFC, a table row carrying its cells; spaces and tabs stay as typed."""
    text = clean(text.replace("\r\n", "\n"))
    return [SourceLine(line, number, cells=cells_of(line)) for number, line in enumerate(text.split("\n"), 1)]


def cells_of(line: str) -> list[str] | None:
    """Return the cells of a "| a | b |" (or "a | b |") row, or None for any other line."""
    stripped = line.strip()
    if len(stripped) < 3 or stripped[-1] != "|":
        return None
    if stripped[0] != "|" and " | " not in stripped[:-1]:
        return None
    return [cell.strip() for cell in stripped[:-1].removeprefix("|").split("|")]


def _decoded(raw: bytes) -> str:
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = raw.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(NO_TEXT_FILE if b"\0" in raw else bytes_sentence(raw)) from error
    if "\0" in text:
        raise UnreadableDocument(NO_TEXT_FILE)
    return text
