"""The letterhead and title: agencies, number and symbol, place and date, kind of document, title, addressees."""

from __future__ import annotations

import datetime as dt
import re

from thidua.vanban.reading.agencies import agencies
from thidua.vanban.reading.lines import Line, is_capitals, is_rule
from thidua.vanban.reading.regions import MOTTO, Regions
from thidua.vanban.structure import Paper

SYMBOL = r"(?:\d{4}\s*/\s*)?[A-ZĐƯƠÔÊÂĂ][A-Za-zÀ-ỹĐđ0-9.&,]*(?:(?:\s?[-–/&]\s?|(?<=\.)\s)[A-ZĐƯƠÔÊÂĂ0-9][\wĐđ.&,]*)*"
NUMBER = re.compile(
    r"Số\s*[:.]?\s*(?P<number>\d+[a-zA-Z]?)?[\s.…_]*(?P<slash>[/–—-])\s*(?P<symbol>"
    + SYMBOL
    + r")|Số\s*[:.]\s*(?P<only>\d+)\s*$",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?:(?P<place>[A-ZĐÀ-Ỹ][^,;:\d/]{1,60}?)\s*,\s*)?ngày\s*(?P<day>\d{1,2})?[\s.…_]*tháng\s*(?P<month>\d{1,2})?[\s.…_]*năm\s*(?P<year>\d{4})?",
    re.IGNORECASE,
)
SHORT_DATE = re.compile(
    r"(?P<place>[A-ZĐÀ-Ỹ][^,;:\d/]{1,60}?)\s*,\s*(?:ngày\s*)?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
)
NUMBER_START = re.compile(r"\bSố\s*[:./\d.…_ ]", re.IGNORECASE)
BARE = re.compile(r"(?:ỦY|UỶ) BAN NHÂN DÂN|UBND")  # a letterhead that lost the line with the place
PERSON = re.compile(r"^(?:PHÓ )?CHỦ TỊCH\s+")
LONE_NUMBER_WORD = re.compile(r"Số\s*[:.]?[\s.…_]*", re.IGNORECASE)
BANNER = re.compile(r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")  # the right column of papers of the Youth Union
BLANK_LEFT = re.compile(r"^Số\s*[:.]?[\s\d.…_]*$|\b(?:ngày|tháng)[\s\d.…_]*$|,$", re.IGNORECASE)
ABOUT = re.compile(r"(?:V/v|Về việc|Vv)\s*:?\s*", re.IGNORECASE)
ADDRESS = re.compile(r"Kính\s+(?:gửi|trình)\s*:?\s*", re.IGNORECASE)
DRAFT = re.compile(r"\(?\s*DỰ THẢO\s*\)?.*|HỎA TỐC|KHẨN|THƯỢNG KHẨN|MẬT|TỐI MẬT", re.IGNORECASE)


def read_head(regions: Regions, paper: Paper) -> None:
    """Fill the head fields of the paper from the letterhead and the title."""
    names: list[str] = []
    about: list[str] = []
    parts = _numbered(
        [
            part
            for line in regions.head
            for place, part in enumerate(_whole_parts(line.columns()))
            if not (place and BANNER.fullmatch(part))
        ]
    )
    # A line that is nothing but place and date is the date of issue; "V/v" may cite another one before it.
    dated = [(part, match) for part in parts if (match := DATE.fullmatch(part.strip(" .;")))]
    for part, _ in sorted(dated, key=lambda found: not found[1].group("place"))[:1]:
        _take_date(part, paper)
        parts.remove(part)
    for part in parts:
        _read_part(part, paper, names, about)
    found = agencies(names)
    paper.issuing_agency = found[-1] if found else None
    paper.parent_agency = found[-2] if len(found) > 1 else None
    if regions.enacted_by and paper.issuing_agency and BARE.fullmatch(paper.issuing_agency):
        enacting = PERSON.sub("", regions.enacted_by)
        if enacting.upper().startswith(paper.issuing_agency.upper()):
            paper.issuing_agency = enacting
    paper.doc_type = regions.doc_type
    paper.enacted_by = regions.enacted_by
    title = " ".join(regions.title).strip(" -–_")
    if not title and about:
        title = " ".join(about)
    paper.title = title


def head_line(regions: Regions) -> int:
    """Return the line of "Số: ..." (or the first line) for findings on a blank head."""
    for line in regions.head:
        if NUMBER_START.search(line.text):
            return line.number
    return regions.head[0].number if regions.head else 1


def _whole_parts(parts: list[str]) -> list[str]:
    """Put back together a number or date whose blanks were taken for a gap between columns."""
    whole: list[str] = []
    for part in parts:
        if whole and BLANK_LEFT.search(whole[-1]):
            whole[-1] += " " + part
        else:
            whole.append(part)
    return whole


def _numbered(parts: list[str]) -> list[str]:
    """Put "Số:" and the number printed on the line below it together."""
    whole: list[str] = []
    for part in parts:
        if whole and LONE_NUMBER_WORD.fullmatch(whole[-1]) and re.match(r"\d*\s*/", part):
            whole[-1] += " " + part
        else:
            whole.append(part)
    return whole


def _read_part(part: str, paper: Paper, names: list[str], about: list[str]) -> None:
    text = MOTTO.sub(" ", part)
    found = NUMBER.search(text)
    if found and paper.symbol is None and paper.number is None:
        paper.number = found.group("number") or found.group("only")
        paper.symbol = _tidy(found.group("symbol")) if found.group("symbol") else None
        before, text = text[: found.start()], text[found.end() :]
        if before.strip(" -–_*/:.,"):
            _read_part(before, paper, names, about)
        if is_capitals(text.strip()) and not ABOUT.match(text.strip()):
            return  # a symbol printed with a stray space leaves its end behind
    if not ABOUT.match(text.strip()):
        text = _take_date(text, paper)
    text = text.strip(" -–_*/:.,")
    if not text or is_rule(part) or DRAFT.fullmatch(text):
        return
    match = ABOUT.match(text)
    if match:
        about.append(text[match.end() :])
    elif about and not is_capitals(text):
        about.append(text)
    elif is_capitals(text) and not about and not text.startswith("SỐ"):
        names.append(text)


def _take_date(text: str, paper: Paper) -> str:
    """Read place and date out of the text; return what is left of it."""
    if paper.date is not None or paper.date_partial is not None:
        return text
    match = DATE.search(text) or SHORT_DATE.search(text)
    if match is None:
        return text
    if match.group("place"):
        paper.place = match.group("place").strip(" -–_*")
    day, month, year = (int(value) if value else None for value in match.group("day", "month", "year"))
    if year and month and day:
        try:
            paper.date = dt.date(year, month, day)
        except ValueError:
            paper.date_partial = f"{year:04d}-{month:02d}" if 1 <= month <= 12 else f"{year:04d}"
    elif year and month:
        paper.date_partial = f"{year:04d}-{month:02d}"
    elif year:
        paper.date_partial = f"{year:04d}"
    return text[: match.start()] + " " + text[match.end() :]


def _tidy(symbol: str) -> str:
    return re.sub(r"\s*([-–/&])\s*", lambda match: match.group(1).replace("–", "-"), symbol).strip(" .,")


def take_addressees(lines: list[Line]) -> tuple[list[str], list[Line]]:
    """Read "Kính gửi: ..." at the head of the body; return the addressees and the lines behind it."""
    if not lines or not ADDRESS.match(lines[0].text):
        return [], lines
    first = lines[0].text
    match = ADDRESS.match(first)
    rest = first[match.end() :].strip() if match else ""
    found = [rest] if rest else []
    index = 1
    while index < len(lines) and index < 25:
        text = lines[index].text
        if text[:1] in "-–+•" and len(text) > 2:
            found.append(text[1:].strip())
        elif found and not lines[index].after_blank and (text[:1].islower() or found[-1].endswith(",")):
            found[-1] += f" {text}"
        else:
            break
        index += 1
    return [item.rstrip(" ;,.") for item in found if item.strip()], lines[index:]
