"""The printed wording of a paper: number and date lines, closing marks, "Nơi nhận", "Kèm theo" (Nghị định 30/2020)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from thidua.vanban.structure import Paper, Recipient
from thidua.vanban.writing import dimensions as dim
from thidua.vanban.writing.font_widths import text_width

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
END_MARK = "./."
_BLANK = "\u2003"


def clean(text: str) -> str:
    """Return text fit for print: NFC, every run of blanks one space, no control characters (XML forbids them)."""
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = "".join(char for char in text if char.isprintable() or char.isspace())
    return " ".join(text.split())


def number_line(paper: Paper) -> str:
    """Return "Số: 05/KH-VPUB"; a missing number leaves a blank to be filled in by hand."""
    return f"Số: {_number(paper)}{_symbol(paper)}"


def number_words(paper: Paper) -> str:
    """Return number and symbol as they are cited: "05/KH-VPUB"; the symbol alone where the number is open."""
    return f"{_number(paper).strip()}{_symbol(paper)}".strip("/")


def _number(paper: Paper) -> str:
    number = clean(paper.number or "")
    if not number:
        return _BLANK * dim.BLANK_NUMBER
    return f"0{number}" if re.fullmatch("[1-9]", number) else number


def _symbol(paper: Paper) -> str:
    return f"/{clean(paper.symbol)}" if paper.symbol else ""


def date_words(paper: Paper, room: int = dim.BLANK_DATE) -> str:
    """Return "ngày 05 tháng 01 năm 2024": day < 10 and months 1, 2 with a leading zero, what is unknown left blank."""
    day, month, year = date_parts(paper)
    blank = _BLANK * room
    day_words = f"{day:02}" if day else blank
    month_words = (f"{month:02}" if month < 3 else str(month)) if month else blank
    return f"ngày {day_words} tháng {month_words} năm {year or blank}".rstrip()


def date_parts(paper: Paper) -> tuple[int | None, int | None, int | None]:
    """Return day, month and year of the paper as far as they are known."""
    if isinstance(paper.date, dt.date):
        return paper.date.day, paper.date.month, paper.date.year
    partial = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", paper.date_partial or "")
    if not partial:
        return None, None, None
    return None, int(partial[2]) if partial[2] else None, int(partial[1])


def date_line(paper: Paper) -> str:
    """Return "Sơn La, ngày 05 tháng 01 năm 2024"."""
    place = f"{clean(paper.place)}, " if paper.place else ""
    line = place + date_words(paper)
    if text_width(line, dim.DATE_SIZE, italic=True) > dim.HEADING_RIGHT_MOST - 2:
        line = place + date_words(paper, room=1)  # smaller blanks rather than two lines
    return line[0].upper() + line[1:]


def subject_line(paper: Paper) -> str:
    """Return the "V/v ..." line of a công văn, "" for a document of a named type."""
    title = clean(paper.title)
    if paper.doc_type or not title:
        return ""
    return title if re.match(r"v\s*/\s*v\b", title, re.IGNORECASE) else f"V/v {title}"


def bases(paper: Paper) -> list[str]:
    """Return the legal bases, each closed by ";", the last by "."."""
    lines = [line for base in paper.bases if (line := clean(base).rstrip(" .;,"))]
    return [line + (";" if place < len(lines) else ".") for place, line in enumerate(lines, 1)]


def decision_line(paper: Paper) -> str:
    """Return "QUYẾT ĐỊNH:" (or "NGHỊ QUYẾT:"), which stands between the bases and Điều 1; "" for other documents."""
    kind = clean(paper.doc_type)
    return f"{kind}:" if kind in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT") else ""


def ended(text: str) -> str:
    """Return the last text of the body closed by "./.", once."""
    return text if text.endswith(END_MARK) else text.rstrip(" .;,/") + END_MARK


def addressees(paper: Paper) -> list[str]:
    """Return the addressees: one alone bare, several with ";" and a last "."."""
    names = [name for addressee in paper.addressees if (name := clean(addressee).rstrip(" .;,"))]
    if len(names) < 2:
        return names
    return [f"- {name}" + (";" if place < len(names) else ".") for place, name in enumerate(names, 1)]


def recipients(paper: Paper) -> list[str]:
    """Return the lines of "Nơi nhận": "- Sở Nội vụ (để báo cáo);" and the last one closed by "."."""
    lines = [line for recipient in paper.recipients if (line := _recipient(recipient))]
    return [f"- {line}" + (";" if place < len(lines) else ".") for place, line in enumerate(lines, 1)]


def _recipient(recipient: Recipient) -> str:
    name = clean(recipient.name).rstrip(" .;,")
    return f"{name} ({clean(recipient.purpose)})" if recipient.purpose else name


def name_of_type(paper: Paper) -> str:
    """Return the document's type as written in running text: "Kế hoạch", "Công văn"."""
    return clean(paper.doc_type).capitalize() or "Công văn"


def attached_line(paper: Paper, label: str) -> str:
    """Return the italic line under an appendix's title: "(Kèm theo Kế hoạch số 05/KH-VPUB ngày ...)"."""
    verb = "Kèm theo" if label.lower().startswith("phụ lục") else "Ban hành kèm theo"
    # Dots instead of wide blanks: the line is filled in on paper only (Phụ lục I, mục 12), and it must stay one line.
    words = f"({verb} {name_of_type(paper)} số {_number(paper)}{_symbol(paper)} {date_words(paper)})"
    return re.sub(f"{_BLANK}+", "…", words)


def signature_lines(text: str | None) -> list[str]:
    """Return the lines of an authority or position: the parts of "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"."""
    return [part for part in map(clean, (text or "").split(";")) if part]
