"""Plain text as lines: UTF-8 with or without BOM, NFC, any line end; "| a | b |" and tabbed lines become cells."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from thidua.vanban.structure import SourceLine, UnreadableDocument


def load_txt(path: Path | str) -> list[SourceLine]:
    """Read a .txt file into numbered lines; raises UnreadableDocument when it is not UTF-8 text."""
    raw = Path(path).read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument("Tệp văn bản không phải mã UTF-8 nên không đọc được.") from error
    return lines_of(text)


def lines_of(text: str) -> list[SourceLine]:
    """Split text into numbered lines in NFC, a table row carrying its cells."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    text = text.replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", "")
    return [SourceLine(line, number, cells=cells_of(line)) for number, line in enumerate(text.split("\n"), 1)]


def cells_of(line: str) -> list[str] | None:
    """Return the cells of a "| a | b |" row, or None for any other line."""
    stripped = line.strip()
    if len(stripped) < 3 or stripped[0] != "|" or stripped[-1] != "|":
        return None
    return [cell.strip() for cell in stripped[1:-1].split("|")]
