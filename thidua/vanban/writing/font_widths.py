"""Widths of texts in the shipped fonts (metric twins of Times New Roman), read straight from the font files."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

FONT_FOLDER = Path(__file__).resolve().parent.parent / "fonts"
MM_PER_POINT = 25.4 / 72


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of one line of text in millimetres at `size` points."""
    widths = _widths(bold, italic)
    space = widths[32]
    return sum(widths.get(ord(char), space) for char in text) * size * MM_PER_POINT


@cache
def drawable() -> frozenset[str]:
    """Return the characters all four shipped fonts can draw."""
    fonts = [_widths(bold, italic) for bold in (False, True) for italic in (False, True)]
    return frozenset(chr(code) for code in fonts[0] if all(code in font for font in fonts))


@cache
def _widths(bold: bool, italic: bool) -> dict[int, float]:
    """Return advance widths by code point, in parts of the em."""
    name = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
    data = (FONT_FOLDER / f"LiberationSerif-{name[bold, italic]}.ttf").read_bytes()
    count = struct.unpack(">H", data[4:6])[0]
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, _ = struct.unpack(">4sIII", data[at : at + 16])
        tables[tag] = offset
    em = struct.unpack(">H", data[tables[b"head"] + 18 : tables[b"head"] + 20])[0]
    long_metrics = struct.unpack(">H", data[tables[b"hhea"] + 34 : tables[b"hhea"] + 36])[0]
    advances = struct.unpack(f">{long_metrics * 2}H", data[tables[b"hmtx"] : tables[b"hmtx"] + long_metrics * 4])[::2]
    return {code: advances[min(glyph, long_metrics - 1)] / em for code, glyph in _glyphs(data, tables[b"cmap"]).items()}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Return glyph numbers by code point from the Unicode sub-table (format 4) of the font."""
    for index in range(struct.unpack(">H", data[cmap + 2 : cmap + 4])[0]):
        platform, encoding, offset = struct.unpack(">HHI", data[cmap + 4 + 8 * index : cmap + 12 + 8 * index])
        start = cmap + offset
        if (platform, encoding) == (3, 1) and struct.unpack(">H", data[start : start + 2])[0] == 4:
            break
    else:
        raise ValueError("the font has no Unicode table")
    segments = struct.unpack(">H", data[start + 6 : start + 8])[0] // 2

    def row(position: int) -> tuple[int, ...]:
        return struct.unpack(f">{segments}H", data[position : position + 2 * segments])

    ends = row(start + 14)
    starts = row(start + 16 + 2 * segments)
    deltas = row(start + 16 + 4 * segments)
    offsets_at = start + 16 + 6 * segments
    glyphs: dict[int, int] = {}
    for index, offset in enumerate(row(offsets_at)):
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = code
            if offset:
                at = offsets_at + 2 * index + offset + 2 * (code - starts[index])
                glyph = struct.unpack(">H", data[at : at + 2])[0]
            glyphs[code] = (glyph + deltas[index]) % 65536
    return glyphs
