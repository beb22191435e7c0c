"""Deadlines without a calendar date: so many days from an event, the last week of a month, "hằng năm", on request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.vanban.reading.clauses import ACTION, Clause
from thidua.vanban.reading.dates import DURATION, duration_of
from thidua.vanban.reading.recurrence import leads_with, recurs_before
from thidua.vanban.structure import DeadlineKind, Strength

ANCHOR = re.compile(
    r"\s*,?\s*\(?(?:kể từ|tính từ|từ (?:ngày(?! \d)|khi|thời điểm|lúc)|sau khi|sau ngày|sau thời điểm|"
    r"trước khi|trước ngày|trước thời điểm|kể|trước (?:kỳ|cuộc|buổi|phiên))\b",
    re.IGNORECASE,
)
SPAN_CUE = re.compile(
    r"\b(?:trong|trong (?:thời hạn|vòng|thời gian|khoảng)|sau|chậm nhất|không quá|muộn nhất|trước|"
    r"ít nhất|tối đa|thời hạn|vòng)(?:\s+(?:là|sau|trong|không quá|tối đa|thời hạn|vòng|ít nhất|"
    r"thời gian))*\s*$",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\btrước (?:khi|ngày|thời điểm)\s+[^,;.\d]{3,80}?\s+(?:ít nhất |tối thiểu |chậm nhất )?$", re.IGNORECASE
)
ODD_DAY = re.compile(
    r"\b(?:vào|trước|trong|chậm nhất)\s+(?:vào\s+)?(?P<day>(?:tuần|ngày làm việc)\s+(?:đầu|cuối|"
    r"thứ\s*\w+)(?:\s+(?:cùng|tiên))?\s+(?:của\s+)?(?P<of>tháng|quý|năm)[^,;.]{0,40})",
    re.IGNORECASE,
)
ON_CALL = re.compile(
    r"\bbáo cáo[^,;.]{0,30}? khi có (?:yêu cầu|đề nghị|chỉ đạo)|\bngay (?:sau )?khi [^,;.]{3,60}", re.IGNORECASE
)
EVERY_DAY = re.compile(
    r"\bbáo cáo[^,;.]{0,40}? (?:hàng|hằng) (?P<of>ngày|tháng|quý|năm)\b(?! (?:\d|của))", re.IGNORECASE
)
PERIODS: dict[str, DeadlineKind] = {"tháng": "monthly", "quý": "quarterly", "năm": "annual", "ngày": "daily"}


PAST = re.compile(
    r"\b(?:đã|tính đến|tính từ|kể từ|có hiệu lực|hiệu lực|thành lập ngày|sinh ngày|từ khi|kỷ niệm|"
    r"nhân (?:dịp|ngày)|tiếp nhận trước|phát sinh trước|hưởng trước|công nhận trước|kiến nghị|ký ngày|"
    r"so với)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?P<label>(?:(?:Thời gian|Thời hạn|Tiến độ|Lộ trình|Hạn|Thời điểm)(?:,? [a-zà-ỹđ]+){0,6}"
    r"|Hoàn thành))\s*(?:\([^)]*\)\s*)?:\s*",
)
CLOCK_DAILY = re.compile(
    r"\b(?:trước|chậm nhất|vào|lúc)\s+(?:lúc\s+)?(?P<hour>\d{1,2})\s*(?:giờ|h|g|"
    r":)\s*(?P<minute>\d{2})?(?:\s*phút)?\s*,?\s*(?:hàng|hằng|mỗi) ngày\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Found:
    """A deadline in a paragraph before its people are looked up: span of the words in the paragraph."""

    kind: DeadlineKind
    date: str | None
    strength: Strength
    start: int
    end: int
    clause: Clause
    labelled: bool = False


def durations(clause: Clause) -> Iterator[Found]:
    """Yield terms counted from an event ("trong 30 ngày kể từ ngày ...")."""
    text = clause.text
    for match in DURATION.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        if PAST.search(before[-40:]) and not re.search(r"kể từ", before[-40:]):
            continue
        anchored = ANCHOR.match(behind) and SPAN_CUE.search(before)
        if anchored or (AHEAD.search(before) and not re.match(r"\s*(?:tuổi|đầu|cuối)", behind)):
            end = match.end() + len((re.match(r"[^,;.]{0,60}", behind) or match).group())
            yield Found("relative", duration_of(match), "hard", clause.start, clause.start + end, clause)


def odd_days(clause: Clause) -> Iterator[Found]:
    """Yield days named by their place in a month, quarter or year, and hours of every day."""
    for match in CLOCK_DAILY.finditer(clause.text):
        hour = f"{int(match.group('hour')):02d}:{int(match.group('minute') or 0):02d}"
        yield Found("daily", hour, "hard", clause.start, clause.start + match.end(), clause)
    for match in ODD_DAY.finditer(clause.text):
        words = match.group("day").casefold()
        kind = (
            "quarterly" if "quý" in words else ("annual" if "năm" in words else PERIODS[match.group("of").casefold()])
        )
        yield Found(kind, None, "hard", clause.start, clause.start + match.end(), clause)


def soft(clause: Clause) -> Iterator[Found]:
    """Recurring duties without a day: "Hằng năm, tổ chức ...", "báo cáo hằng ngày", "khi có yêu cầu"."""
    label = LABELLED.search(clause.text)
    if label:
        rest = clause.text[label.end() :]
        kind = recurs_before(rest) or ("relative" if re.match(r"(?:Ngay )?[Ss]au khi ", rest) else None)
        if kind:
            yield Found(
                kind,
                None,
                "soft",
                clause.start + label.start(),
                clause.start + len(clause.text.rstrip(" .;")),
                clause,
                True,
            )
        return
    lead = leads_with(clause.text)
    if lead and ACTION.search(clause.text):
        end = len(clause.text.rstrip(" .;/"))
        yield Found(lead[0], None, "soft", clause.start, clause.start + end, clause)
    else:
        match = EVERY_DAY.search(clause.text)
        if match:
            kind = PERIODS[match.group("of").casefold()]
            yield Found(kind, None, "soft", clause.start + match.start(), clause.start + match.end(), clause)
    yield from on_call(clause)


def on_call(clause: Clause) -> Iterator[Found]:
    """Yield what is due on request or as soon as something happens."""
    for match in ON_CALL.finditer(clause.text):
        yield Found("relative", None, "soft", clause.start + match.start(), clause.start + match.end(), clause)
