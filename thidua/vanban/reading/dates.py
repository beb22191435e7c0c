"""Dates as they are written in official prose, and what each stands for in a deadline."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from thidua.vanban.reading.labels import roman_value

D, M, Y = r"(\d{1,2})", r"(\d{1,2})", r"(\d{4})"
CLOCK = (
    r"(?:(?P<hour>\d{1,2})\s*(?:giờ|h|g|:)\s*(?P<minute>\d{2})?(?:\s*phút)?\s*(?:,\s*)?(?:của\s*)?(?:(?:thứ|"
    r"Thứ) (?:hai|ba|tư|năm|sáu|bảy|\d),?\s*)?)?"
)
YEARLY = r"(?=\s*,?\s*\(?(?:hàng|hằng|mỗi) năm)"
WHEN = re.compile(
    CLOCK
    + r"(?:"
    + r"(?:ngày\s*)?(?P<d1>\d{1,2})\s*[/.-]\s*(?P<m1>\d{1,2})\s*[/.-]\s*(?P<y1>\d{4})\b"
    + r"|(?:ngày|mùng|mồng)?\s*\b(?P<d2>\d{1,2})\s+(?:tháng|THÁNG)\s+(?P<m2>\d{1,2})"
    r"(?:\s+năm\s+(?P<y2>\d{4})|\s*/\s*(?P<y2b>\d{4})|(?P<none2>(?!\d)))"
    + r"|(?:ngày\s*)?\b(?P<d3>\d{1,2})\s*[/-]\s*(?P<m3>\d{1,2})\b(?![/.-]?\d)"
    + r"|tháng\s+(?P<m4a>\d{1,2})\s*(?:[-–,]|và|đến)\s*(?:tháng\s+)?(?P<m4>\d{1,2})\s*(?:/\s*|\s+năm\s+)(?P<y4>\d{4})"
    + r"|tháng\s+(?P<m5>\d{1,2})(?:\s*[/-]\s*|\s+năm\s+)(?P<y5>\d{4})"
    + r"|quý\s+(?P<q>[IV]{1,3}|[1-4])(?:\s*[/-]\s*|,?\s+(?:năm\s+)?)(?P<yq>\d{4})"
    + (
        r"|(?P<edge>đầu|giữa|cuối|hết)\s+(?:tháng\s+(?P<me>\d{1,2})\s*(?:/|\s+năm\s+)\s*(?P<yme>\d{4})|"
        r"năm\s+(?P<ye>\d{4}))"
    )
    + r"|năm\s+(?:20\d{2}\s*[-–]\s*)?(?P<y6>20\d{2})\b(?!\s*[-–]\s*20\d\d)"
    + (
        r"|(?:ngày\s+)?(?:ngày|mùng|mồng)\s*(?P<dom>\d{1,2})(?=\s*,?\s*\(?(?:của\s+)?(?:tháng|hàng|hằng|mỗi|"
        r"các tháng|quý))"
    )
    + r"|ngày\s*(?P<lone>\d{1,2})\b(?!\s*[/.–-]?\s*\d|\s*,\s*\d|\s*(?:và|đến)\s+(?:ngày\s+)?\d|\s*(?:tháng|giờ|h)\b)"
    + r"|tháng\s+(?P<m7>\d{1,2})(?=\s*,?\s*\(?(?:hàng|hằng|mỗi|của) năm)"
    + r")",
    re.IGNORECASE,
)
DURATION = re.compile(
    r"(?P<from>\d{1,3})\s*(?:\(\s*[\wÀ-ỹ ]+\)\s*)?(?:[-–]\s*(?P<to>\d{1,3})\s*)?(?P<unit>giờ|ngày|tuần|"
    r"tháng)(?P<work>\s+làm việc)?",
    re.IGNORECASE,
)
ISO_UNIT = {"giờ": "PT{}H", "ngày": "P{}D", "tuần": "P{}W", "tháng": "P{}M"}


@dataclass(slots=True, frozen=True)
class When:
    """A date found in the text: ISO value (or MM-DD, YYYY-MM, YYYY-Qn, YYYY, DD), its span and what it names."""

    value: str
    grain: str
    start: int
    end: int
    hour: str | None = None

    @property
    def yearless(self) -> bool:
        """A day (and month) without a year, as in "trước ngày 20/11"."""
        return self.grain in ("month-day", "day", "lone day", "bare month")


def dates_in(text: str) -> list[When]:
    """Return every date of the text that can be a due date, in order."""
    found = []
    for match in WHEN.finditer(text):
        when = _read(match)
        if when is not None:
            found.append(when)
    return found


def _read(match: re.Match[str]) -> When | None:
    get = match.group
    hour = f"{int(get('hour')):02d}:{int(get('minute') or 0):02d}" if get("hour") else None
    value: str | None
    if get("d1"):
        value, grain = _day(get("d1"), get("m1"), get("y1")), "day of year"
    elif get("d2"):
        year = get("y2") or get("y2b")
        value, grain = _day(get("d2"), get("m2"), year), "day of year" if year else "month-day"
    elif get("d3"):
        if "ngày" not in get().casefold() and not _preceded_by_date_word(match):
            return None
        value, grain = _day(get("d3"), get("m3"), None), "month-day"
    elif get("m4"):
        value, grain = _month(get("m4"), get("y4")), "month"
    elif get("m5"):
        value, grain = _month(get("m5"), get("y5")), "month"
    elif get("q"):
        quarter = roman_value(get("q").upper()) or int(get("q"))
        value, grain = (f"{get('yq')}-Q{quarter}" if 1 <= quarter <= 4 else None), "quarter"
    elif get("edge"):
        value, grain = _edge(get("edge").casefold(), get("me"), get("yme"), get("ye"))
    elif get("y6"):
        value, grain = get("y6"), "year"
    elif get("lone"):
        value, grain = (f"{int(get('lone')):02d}" if 1 <= int(get("lone")) <= 31 else None), "lone day"
    elif get("m7"):
        value, grain = (f"{int(get('m7')):02d}" if 1 <= int(get("m7")) <= 12 else None), "bare month"
    else:
        value, grain = (f"{int(get('dom')):02d}" if 1 <= int(get("dom")) <= 31 else None), "day"
    return When(value, grain, match.start(), match.end(), hour) if value else None


def _preceded_by_date_word(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 30) : match.start()].casefold()
    return bool(
        re.search(r"(?:ngày\s+(?:\d{1,2}/\d{1,2}\s*(?:,|và|;)\s*)*|trước\s+|\d{1,2}/\d{1,2}\s*(?:,|và|;)\s*)$", before)
    )


def _day(day: str, month: str, year: str | None) -> str | None:
    d, m = int(day), int(month)
    if not 1 <= m <= 12 or not 1 <= d <= 31:
        return None
    if year is None:
        return f"{m:02d}-{d:02d}"
    if d > calendar.monthrange(int(year), m)[1] or not 1900 < int(year) < 2200:
        return None
    return f"{int(year):04d}-{m:02d}-{d:02d}"


def _month(month: str, year: str) -> str | None:
    return f"{int(year):04d}-{int(month):02d}" if 1 <= int(month) <= 12 else None


def _edge(edge: str, month: str | None, month_year: str | None, year: str | None) -> tuple[str | None, str]:
    """ "cuối năm 2025" is its last day, "đầu năm" and "giữa năm" stay the year; the same for a month."""
    if month and month_year:
        whole = _month(month, month_year)
        if whole is None or edge in ("đầu", "giữa"):
            return whole, "month"
        return f"{whole}-{calendar.monthrange(int(month_year), int(month))[1]:02d}", "day of year"
    if edge in ("cuối", "hết"):
        return f"{year}-12-31", "day of year"
    return year, "year"


def duration_of(match: re.Match[str]) -> str:
    """Return the ISO 8601 duration of a DURATION match; the upper end of a range."""
    amount = int(match.group("to") or match.group("from"))
    return ISO_UNIT[match.group("unit").casefold()].format(amount)
