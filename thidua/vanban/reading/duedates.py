"""Due dates in a sentence: by what right a date is one, how firm it is and how it recurs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.vanban.reading.clauses import ACTION, Clause, clauses_of
from thidua.vanban.reading.dates import When, dates_in
from thidua.vanban.reading.openended import LABELLED, PAST, Found, durations, odd_days, on_call, soft
from thidua.vanban.reading.recurrence import leads_with, paired_terms, recurs_after, recurs_before, report_of
from thidua.vanban.structure import DeadlineKind, Strength

DUE = re.compile(
    r"(?:\btrước|\bchậm nhất|\bmuộn nhất|\bkhông quá|\bkhông muộn hơn|\bkhông chậm quá|"
    r"\bhạn cuối(?: cùng)?|\bhạn chót|\bthời hạn(?: [\wà-ỹ]+){0,6}|\bhạn nộp|\bđến hạn)"
    r"(?:\s+(?:là|đến|vào|trong|trước|hết|sau|khoảng|thời điểm|ngày|thời hạn|cuối|thứ [\wà-ỹ]+,?))*\s*[:,]?\s*\(?\s*$",
    re.IGNORECASE,
)
FINISH = re.compile(r"\b(?:hoàn thành|hoàn thiện|xong|kết thúc|gia hạn|hạn|thời hạn)\b", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:đến|tới)(?:\s+(?:hết|cuối|hạn))?\s*$|\bđến hết(?: ngày)?\s*$", re.IGNORECASE)
WITHIN = re.compile(
    r"(?:\b(?:vào|trong|đúng|ngay trong|trong khoảng|khoảng)(?:\s+(?:thời gian|thời điểm|các|dịp|khoảng))*)\s*\(?\s*$",
    re.IGNORECASE,
)
FINISHED = re.compile(r"\s*,?\s*(?:phải |cơ bản )*(?:hoàn thành|hoàn thiện|kết thúc)\b", re.IGNORECASE)
FROM = re.compile(r"\btừ(?:\s+(?:đầu|cuối|giữa))?\s+[^;.]{0,60}$", re.IGNORECASE)
PLANNED = re.compile(r"\b(?:dự kiến|phấn đấu|mục tiêu(?! quốc gia)|chỉ tiêu|định hướng|tầm nhìn)\b", re.IGNORECASE)
# What a report finds late or missing tells of an old date, it sets none.
COMPLAINT = re.compile(
    r"\bchưa (?:nộp|gửi|báo cáo|thực hiện|hoàn thành|kịp|bảo đảm|đảm bảo)|\b(?:còn|nộp|gửi|báo cáo) (?:chậm|muộn)|"
    r"\bchậm (?:so|tiến độ|trễ)|\bkhông (?:đúng|kịp) (?:hạn|thời hạn|thời gian|tiến độ)|\bquá hạn\b",
    re.IGNORECASE,
)
FORESEEN = re.compile(r"\bdự kiến\b", re.IGNORECASE)
SCHEDULE = re.compile(
    r"(?:[-–+]\s*)?(?:(?:Trong |Từ |Đến |Trước )?(?:ngày|tháng|quý|tuần)\b[^:]{1,40}|\d{1,2}/\d{1,2}/\d{4}):",
    re.IGNORECASE,
)
BRACKETED = re.compile(
    r"\((?:(?:hoàn thành|thực hiện|thời gian|trong|trước|chậm nhất|xong|vào)\b[\s:]*)*$", re.IGNORECASE
)
CLOSES = re.compile(r"[^()]*\)\s*[.;,/]*\s*$")
ONWARD = re.compile(r"\s*(?:trở đi|trở về sau)", re.IGNORECASE)
REVIEWS = re.compile(r"(?:[-–+]\s*)?(?:Tổ chức )?(?:tổng kết|sơ kết|hoàn thành)\b", re.IGNORECASE)
REVIEWED = re.compile(r"\s*:?,?\s*(?:tổ chức )?(?:tổng kết|sơ kết)\b", re.IGNORECASE)
YEAR_FIRST = re.compile(r"(?:[-–+]\s*)?Năm 20\d\d" + REVIEWED.pattern, re.IGNORECASE)
TASK_OF_YEAR = re.compile(r"\b(?:tổng kết|sơ kết|hoàn thành|ra mắt|khánh thành)\b", re.IGNORECASE)
DONE = re.compile(r"\bđã\b(?! (?:được (?:giao|phê duyệt|phân|ký|cấp|ban hành)|ban hành|ký kết|đăng ký))", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]*\)")
CHAIN = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|và|;|hoặc|/)\s*(?:trước\s+)?(?:ngày\s+)?")
LATER = re.compile(r"\s*(?:và|,|;)\s*(?:các năm|những năm) (?:tiếp|sau|kế)", re.IGNORECASE)
LEGAL = re.compile(r"\b(?:số|của)\s*$|\d/[A-ZĐ]|\bsố \d[\w/&.-]*(?:,| ký| ban hành)?\s*$", re.IGNORECASE)
PASSED = dt.timedelta(days=20)
OLDEST = dt.timedelta(days=75)  # a date this long before the document tells of the past


@dataclass(slots=True)
class Frame:
    """What the document says about time as a whole: its kind, its date and the year it plans."""

    doc_type: str
    written: dt.date | None
    year: int | None

    @property
    def reports(self) -> bool:
        """A report tells what happened; its dates are rarely due dates."""
        return self.doc_type in ("BÁO CÁO", "TỜ TRÌNH", "BIÊN BẢN")


def find(text: str, frame: Frame) -> list[Found]:
    """Return the deadlines of one paragraph."""
    found: list[Found] = []
    for clause in clauses_of(text):
        if frame.reports and COMPLAINT.search(clause.text):
            continue
        hits = list(_in_clause(clause, frame))
        if not hits:
            hits = list(soft(clause))
        else:
            hits.extend(
                hit
                for hit in on_call(clause)
                if all(hit.start >= other.end or hit.end <= other.start for other in hits)
            )
        for hit in hits:
            if not any(old.kind == hit.kind and old.date == hit.date and old.clause is hit.clause for old in found):
                found.append(hit)
    return found


def _in_clause(clause: Clause, frame: Frame) -> Iterator[Found]:
    text = clause.text
    label = LABELLED.search(text)
    group: list[tuple[When, str]] = []
    last_end, last_cue = 0, ""
    dates = dates_in(text)
    for place, when in enumerate(dates):
        lead = text[last_end : when.start]
        chained = bool(group) and bool(CHAIN.fullmatch(lead))
        before = text[: when.start]
        cue = last_cue if chained and not DUE.search(before) else _cue(before, text, when, label, clause, dates, place)
        last_end, last_cue = when.end, cue
        if cue:
            group.append((when, cue))
    yield from _resolve(group, clause, frame, label)
    yield from durations(clause)
    yield from odd_days(clause)


def _cue(
    before: str, text: str, when: When, label: re.Match[str] | None, clause: Clause, dates: list[When], place: int
) -> str:
    """Return by what right the date is a deadline: "due", "label", "finish", "within", "until", "schedule", or ""."""
    if LEGAL.search(before[-24:]) or _cited(before):
        return ""
    if label and when.start >= label.end():
        return "label"
    if BRACKETED.search(before) and CLOSES.match(text[when.end :]) and not when.yearless:
        return "bracket"
    if DUE.search(before):
        done = PAST.search(before[-90:]) or re.match(r"\s*(?:đã|thì)\b", text[when.end :])
        return "" if done else "due"
    if PAST.search(before[-60:]) or DONE.search(BRACKETS.sub(" ", text)):
        return ""
    start_of_span = bool(re.match(r"\s*(?:đến|[-–]|tới)\s", text[when.end :]))
    if UNTIL.search(before) or (place and re.search(r"[-–]\s*$", before)):
        if FINISH.search(before) or FINISHED.match(text[when.end :]):
            return "finish"
        return "span" if FROM.search(before) else "until"
    if start_of_span:
        return ""
    if when.grain in ("month-day", "day") and (recurs_after(text, when.end) or leads_with(clause.sentence)):
        return "recurs"
    if when.grain == "year" and not before.strip(" -+–(") and REVIEWED.match(text[when.end :]):
        return "within"
    if SCHEDULE.match(text) and when.start < text.find(":"):
        return "schedule"
    if WITHIN.search(before) or (
        when.grain in ("day of year", "month") and not before.strip(" -+–(") and ACTION.search(text)
    ):
        return "finish" if FINISH.search(before) else "within"
    if re.search(
        r"\b(?:hoàn thành|xong|tổ chức|triển khai|thực hiện|khai mạc|diễn ra|tiến hành)\s*:?\s*\(?$",
        before,
        re.IGNORECASE,
    ):
        return "within"
    return ""


def _cited(before: str) -> bool:
    """Say whether the date right behind belongs to a cited document ("số 182/QĐ-UBND ngày ...")."""
    return bool(re.search(r"\d[\w]*\s?[-/]\s?[A-ZĐ][\w&./-]*\s*,?\s*(?:ký |ban hành )?(?:ngày\s*)?$", before[-40:]))


def _resolve(
    group: list[tuple[When, str]], clause: Clause, frame: Frame, label: re.Match[str] | None
) -> Iterator[Found]:
    text, sentence = clause.text, clause.sentence
    yearless = [when for when, _ in group if when.yearless]
    pair = (
        paired_terms(sentence[: yearless[0].start + clause.start - clause.sentence_start]) if len(yearless) == 2 else []
    )
    label_text = label.group("label").casefold() if label else ""
    for place, (when, cue) in enumerate(group):
        if place + 1 < len(group) and _runs_on(when, group[place + 1][0], text):
            continue
        kind: DeadlineKind = "fixed"
        value: str | None = when.value
        if when.yearless:
            lead = sentence[: clause.start - clause.sentence_start + when.start]
            kind = pair[yearless.index(when)] if pair else _recurrence(text, sentence, lead, when, yearless)
            if kind == "fixed":
                value = _with_year(when, frame) if when.grain == "month-day" else None
        elif _returns(text, when):
            continue
        if value is None:
            continue
        strength = _strength(cue, when, label_text, text, sentence, frame, kind)
        if strength is None or (kind == "fixed" and _past(value, cue, frame)):
            continue
        start = 0 if cue not in ("label",) or not label else label.start()
        end = when.end
        follow = re.match(r"\s*\(?(?:hàng|hằng|mỗi) (?:năm|quý|tháng)\)?|\s*(?:của )?tháng [^,;.]{2,30}", text[end:])
        end += follow.end() if follow and kind != "fixed" else 0
        yield Found(kind, value, strength, clause.start + start, clause.start + end, clause, cue == "label")


def _runs_on(when: When, following: When, text: str) -> bool:
    """ "Quý IV/2013, Quý I/2014" is one stretch of time: its end counts."""
    coarse = ("month", "quarter")
    return (
        when.grain in coarse
        and following.grain in coarse
        and bool(re.fullmatch(r"\s*(?:,|và|-|–)\s*", text[when.end : following.start]))
    )


def _recurrence(text: str, sentence: str, lead: str, when: When, yearless: list[When]) -> DeadlineKind:
    """A date without a year recurs by the words behind it, else by the nearest before it, else not at all."""
    if when.grain == "lone day":
        near = recurs_before(lead)
        return near if near in ("monthly", "quarterly") else "fixed"
    remarked = report_of(text, when.end)
    if remarked:
        return remarked
    after = recurs_after(text, when.end)
    before = recurs_before(lead)
    if when.grain == "day":
        if after == "monthly" and before in ("quarterly", "annual", "semiannual"):
            return before
        return after or before or "monthly"
    if before == "semiannual" or (before == "quarterly" and after is None):
        return before
    if after == "annual" or before in ("annual", "monthly", "daily"):
        return "annual"
    last = yearless[-1]
    if last is not when and recurs_after(text, last.end) == "annual":
        return "annual"
    return "annual" if leads_with(sentence) else (after or "fixed")


def _returns(text: str, when: When) -> bool:
    """A year that only dates a citation or a plan ("năm 2025 hằng năm") names no deadline."""
    return when.grain == "year" and bool(re.match(r"\s*(?:của|số)\b", text[when.end :]))


def _strength(
    cue: str, when: When, label: str, text: str, sentence: str, frame: Frame, kind: DeadlineKind
) -> Strength | None:
    if cue == "span":
        return "period" if when.grain != "year" else None
    if cue == "bracket":
        return "hard"
    if cue == "label":
        return _label_strength(when, label, text)
    if cue == "until":
        if when.grain == "year" or PLANNED.search(text):
            return "target" if PLANNED.search(text) else None
        return "period"
    if when.grain == "year":
        return _year_strength(cue, text, sentence, frame)
    if PLANNED.search(text[: when.start]) and cue != "due":
        return "target" if when.value.endswith("-12-31") else "soft"
    if cue == "due" and frame.reports and FORESEEN.search(text[: when.start]):
        return "soft"
    if cue == "due":
        return "hard" if ACTION.search(text) or kind != "fixed" else "soft"
    if frame.reports and cue in ("within", "schedule"):
        return "soft" if re.search(r"\b(?:sẽ|tiếp tục|kế hoạch)\b", text) else None
    return "hard" if ACTION.search(text) or cue in ("schedule", "recurs") else "soft"


def _year_strength(cue: str, text: str, sentence: str, frame: Frame) -> Strength | None:
    """A mere year is due only for a task that is one (a review, a completion); a goal for a year is none."""
    if PLANNED.search(text) or frame.reports or not TASK_OF_YEAR.search(sentence) or "%" in text:
        return None
    if (REVIEWS.match(sentence) or YEAR_FIRST.match(sentence)) and cue in ("within", "finish"):
        return "hard"
    return "soft"


def _label_strength(when: When, label: str, text: str) -> Strength | None:
    behind, before = text[when.end :], text[: when.start]
    if re.match(r"\s*(?:đến|tới|[-–])\s", behind):
        # Only an open end ("đến khi kết thúc") leaves the beginning as the date to keep.
        return "period" if re.match(r"\s*(?:đến|tới) (?:khi|hết khi|lúc)", behind) else None
    if ONWARD.match(behind) or PLANNED.search(before) or (LATER.match(behind) and not DUE.search(before)):
        return "soft"
    if re.search(r"\b[Tt]ừ\s*$", before):
        return "period" if when.grain == "year" else "soft"
    if when.grain == "year":
        if re.search(r"\b[Tt]ừ\b", before):
            return "period"
        return "hard" if ("hoàn thành" in label or "hạn" in label) else "soft"
    ranged = re.search(r"\b(?:từ|Từ)\b[^;]*(?:đến|[-–])\s*(?:hết\s*)?$", before)
    if ranged and "hoàn thành" not in label and "hạn" not in label:
        return "period"
    return "hard"


def _past(value: str, cue: str, frame: Frame) -> bool:
    if frame.written is None:
        return False
    last = _last_day(value)
    if last is None:
        return False
    if frame.reports:
        return last < frame.written
    return last < frame.written - (OLDEST if cue in ("due", "label", "finish") else PASSED)


def _last_day(value: str) -> dt.date | None:
    if match := re.fullmatch(r"(\d{4})-Q(\d)", value):
        return dt.date(int(match.group(1)), int(match.group(2)) * 3, 28)
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        return dt.date(int(match.group(1)), int(match.group(2)), int(match.group(3)))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return dt.date(int(match.group(1)), int(match.group(2)), 28)
    if match := re.fullmatch(r"(\d{4})", value):
        return dt.date(int(value), 12, 31)
    return None


def _with_year(when: When, frame: Frame) -> str | None:
    year = frame.year or (frame.written.year if frame.written else None)
    if year is None:
        return when.value
    value = f"{year:04d}-{when.value}"
    if frame.year is None and frame.written and value < (frame.written - PASSED).isoformat():
        return f"{year + 1:04d}-{when.value}"  # that day had passed when the document was written
    return value
