"""Lines that are no part of a document: gazette page headings and stamps of digital signatures; broken letterheads."""

from __future__ import annotations

import re

from thidua.vanban.reading.lines import Line, clean, is_rule

GAZETTE = re.compile(r"\d{0,4}\s*CÔNG BÁO\s*/?\s*Số\s*[\d\s+,]+/\s*Ngày\s*[\d\s/.-]+", re.IGNORECASE)
STAMP = re.compile(
    r"(?:Người ký|Ký bởi|Ký số bởi|Được ký bởi|Email|E-mail|Cơ quan|Tổ chức|Chức vụ|Ngày ký|Giờ ký|Thời gian ký|"
    r"Lý do|Địa điểm|Signature Not Verified|Digitally signed by|Date)\s*:?\s*(?P<value>.*)",
    re.IGNORECASE,
)
SIGNED_AT = re.compile(
    r"(?:Ngày ký|Giờ ký|Thời gian ký|Date)\s*:\s*\d[\d./-]{5,}\s*(?:[\d:.]+)?\s*(?:[+-]\d\d:?'?\d\d'?)?", re.IGNORECASE
)
LETTERHEAD = 60  # a letterhead never reaches further down than this
WHOLE = re.compile(r"CỘNG H|ĐẢNG CỘNG SẢN|Độc lập|^Số\s*[:.]|\bngày[\s.…_\d]*tháng[\s.…_\d]*năm", re.IGNORECASE)


def without_stamps(lines: list[Line]) -> list[Line]:
    """Drop gazette page headings and the lines a digital signature leaves behind."""
    dropped: set[int] = set()
    for index, line in enumerate(lines):
        if line.cells is None and GAZETTE.fullmatch(line.text):
            dropped.add(index)
        elif line.cells is None and SIGNED_AT.fullmatch(line.text):
            dropped.add(index)
            above = index - 1
            while (
                above > index - 5 and above >= 0 and lines[above].cells is None and STAMP.fullmatch(lines[above].text)
            ):
                dropped.add(above)
                above -= 1
    return [line for index, line in enumerate(lines) if index not in dropped] if dropped else lines


def without_bars(lines: list[Line]) -> list[Line]:
    """Join the cells of a letterhead printed one under another with a lone "|" between them."""
    bars = [index for index, line in enumerate(lines[:LETTERHEAD]) if line.text == "|"]
    if len(bars) < 2:
        return lines
    joined: list[Line] = []
    start = 0
    for bar in bars:
        joined.extend(_cell(lines[start:bar]))
        start = bar + 1
    return [*joined, *lines[start:]]


def _cell(lines: list[Line]) -> list[Line]:
    """One cell: motto, number or date on one line; the names of agencies line by line, a lone word with the next."""
    kept = [line for line in lines if not is_rule(line.text)]
    if WHOLE.search(" ".join(line.text for line in kept)):
        return [_merged(kept)] if kept else []
    names: list[Line] = []
    for line in kept:
        if names and " " not in names[-1].text:
            names[-1] = _merged([names[-1], line])
        else:
            names.append(line)
    return names


def _merged(lines: list[Line]) -> Line:
    raw = " ".join(line.raw.strip() for line in lines)
    first = lines[0]
    return Line(clean(raw), raw, first.number, first.offset, first.cells, first.label, first.hint, first.after_blank)
