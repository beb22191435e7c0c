"""What makes a date come back: words for every year, half-year, quarter, month and day near a date."""

from __future__ import annotations

import re

from thidua.vanban.structure import DeadlineKind

EVERY = r"(?:hàng|hằng|mỗi|từng|định kỳ|theo)"
TERM = re.compile(
    rf"(?P<semiannual>\b0?6\s+tháng\b|\bsáu tháng\b|\bnửa năm\b|\bbán niên\b|\b02 lần/năm\b|\b2 lần/năm\b)"
    rf"|(?P<quarterly>\b{EVERY}\s+quý\b|\bquý\b(?!\s+(?:[IVX]|\d|vị|báu|trước\s+\d{{4}}))|\b0?3 tháng một lần\b)"
    rf"|(?P<monthly>\b{EVERY}\s+tháng\b|\btháng\b(?=\s*\(|,| và (?:quý|năm|6)))|(?P<daily>\b{EVERY}\s+ngày\b)"
    rf"|(?P<annual>\b{EVERY}\s+năm\b|\b01 lần/năm\b|\b1 lần/năm\b|\bcả năm\b"
    rf"|\bcuối năm\b(?!\s+\d)|\bnăm\b(?=\s*\(|\s*:|\s+trước(?:\s+ngày|\s*$)|\s+chậm nhất|,| gửi)(?!\s+\d))",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"\s*,?\s*\(?\s*(?:(?P<quarterly>(?:của\s+)?(?:tháng\s+(?:đầu|cuối|thứ\s*\w+|giữa)[\w ]{{0,12}}?\s*quý"
    rf"|{EVERY}\s+quý|quý))"
    rf"|(?P<annual>{EVERY}\s+năm|của năm (?:sau|trước|kế|báo cáo)|(?:năm|của năm)\s+(?:sau|kế))"
    rf"|(?P<semiannual>{EVERY}\s+(?:0?6 tháng|nửa năm))"
    rf"|(?P<monthly>{EVERY}\s+tháng|(?:của\s+)?tháng\s+(?:sau|trước|kế|liền|báo cáo|tiếp)|của tháng)"
    rf"|(?P<daily>{EVERY}\s+ngày))",
    re.IGNORECASE,
)
LEADS = re.compile(
    rf"(?:[-–+]\s*)?(?:Định kỳ\s+)?(?:(?P<semiannual>{EVERY}\s+0?6 tháng|0?6 tháng)"
    rf"|(?P<annual>{EVERY}\s+năm|01 năm|1 năm)"
    rf"|(?P<quarterly>{EVERY}\s+quý|quý)|(?P<monthly>{EVERY}\s+tháng)|(?P<daily>{EVERY}\s+ngày))\b",
    re.IGNORECASE,
)
REMARK = re.compile(
    r"\s*\((?:đối với|với|là|cho|các)?\s*(?:báo cáo|kỳ báo cáo|"
    r"số liệu)\s+(?:định kỳ\s+)?(?P<of>0?6 tháng|quý|tháng|năm)",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"(?P<one>0?6 tháng|quý|tháng)(?:\s+đầu năm)?\s*(?:,|và|,\s*và)\s*(?:định kỳ\s+)?(?:hàng |hằng |cả |"
    r"01 |1 )?(?P<two>năm|quý|0?6 tháng)",
    re.IGNORECASE,
)


def recurs_after(text: str, end: int) -> DeadlineKind | None:
    """Return how the date that ends at `end` recurs by the words right behind it ("20/11 hàng năm")."""
    match = AFTER.match(text, end)
    return _kind(match) if match else None


def report_of(text: str, end: int) -> DeadlineKind | None:
    """Return which report the date is for by a remark behind it: "15/6 (đối với báo cáo 6 tháng)"."""
    match = REMARK.match(text, end)
    return _by_word(match.group("of")) if match else None


def recurs_before(text: str) -> DeadlineKind | None:
    """Return how a date recurs by the nearest such word before it in its sentence."""
    found: DeadlineKind | None = None
    for match in TERM.finditer(text):
        found = _kind(match)
    return found


def paired_terms(text: str) -> list[DeadlineKind]:
    """Return two recurrences named side by side ("6 tháng, năm"), which two dates then answer in order."""
    matches = list(PAIR.finditer(text))
    if not matches:
        return []
    return [_by_word(matches[-1].group("one")), _by_word(matches[-1].group("two"))]


def leads_with(text: str) -> tuple[DeadlineKind, int] | None:
    """Return the recurrence a clause opens with ("Hằng năm, tổ chức ...") and where the rest begins."""
    match = LEADS.match(text)
    return (_kind(match), match.end()) if match else None


def _by_word(word: str) -> DeadlineKind:
    word = word.casefold()
    if "6" in word:
        return "semiannual"
    return {"năm": "annual", "quý": "quarterly", "tháng": "monthly"}[word]  # type: ignore[return-value]


def _kind(match: re.Match[str]) -> DeadlineKind:
    return match.lastgroup  # type: ignore[return-value]
