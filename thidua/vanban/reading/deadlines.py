"""Deadlines: every date by which something is due, how it recurs, who owes it to whom and through whom."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.vanban.reading.clauses import ACTION, Clause, clauses_of, receiver, through
from thidua.vanban.reading.dates import DURATION, When, dates_in, duration_of
from thidua.vanban.reading.outline import Outline
from thidua.vanban.reading.paragraphs import Paragraph
from thidua.vanban.reading.recurrence import leads_with, paired_terms, recurs_after, recurs_before
from thidua.vanban.reading.unitnames import unit_at
from thidua.vanban.reading.units import unit_for
from thidua.vanban.structure import Deadline, DeadlineKind, Paper, Strength

# A paragraph without a digit or one of these words holds no date: most paragraphs are left after one search.
WORTH = re.compile(
    r"\d|hàng (?:năm|quý|tháng|ngày|tuần)|hằng (?:năm|quý|tháng|ngày|tuần)|khi có yêu cầu|ngay (?:khi|sau khi)|định kỳ|tuần (?:đầu|cuối)",
    re.IGNORECASE,
)
DUE = re.compile(
    r"(?:\btrước|\bchậm nhất|\bmuộn nhất|\bkhông quá|\bkhông muộn hơn|\bkhông chậm quá|\bhạn cuối(?: cùng)?|\bhạn chót|\bthời hạn(?: [\wà-ỹ]+){0,6}|\bhạn nộp|\bđến hạn)"
    r"(?:\s+(?:là|đến|vào|trong|trước|hết|sau|khoảng|thời điểm|ngày|thời hạn|cuối|thứ [\wà-ỹ]+,?))*\s*[:,]?\s*\(?\s*$",
    re.IGNORECASE,
)
FINISH = re.compile(r"\b(?:hoàn thành|hoàn thiện|xong|kết thúc|gia hạn|hạn|thời hạn)\b", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:đến|tới)(?:\s+(?:hết|cuối|hạn))?\s*$|\bđến hết(?: ngày)?\s*$", re.IGNORECASE)
WITHIN = re.compile(
    r"(?:\b(?:vào|trong|đúng|ngay trong|trong khoảng|khoảng)(?:\s+(?:thời gian|thời điểm|các|dịp|khoảng))*)\s*\(?\s*$",
    re.IGNORECASE,
)
FROM = re.compile(r"\btừ(?:\s+(?:đầu|cuối|giữa))?\s+[^;.]{0,60}$", re.IGNORECASE)
PAST = re.compile(
    r"\b(?:đã|tính đến|tính từ|kể từ|có hiệu lực|hiệu lực|thành lập ngày|sinh ngày|từ khi|kỷ niệm|nhân (?:dịp|ngày)|tiếp nhận trước|phát sinh trước|hưởng trước|công nhận trước|kiến nghị|ký ngày|so với)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(r"\b(?:dự kiến|phấn đấu|mục tiêu|chỉ tiêu|định hướng|tầm nhìn)\b", re.IGNORECASE)
LABELLED = re.compile(
    r"(?P<label>(?:(?:Thời gian|Thời hạn|Tiến độ|Lộ trình|Hạn|Thời điểm)(?:,? [a-zà-ỹđ]+){0,6}"
    r"|Hoàn thành))\s*(?:\([^)]*\)\s*)?:\s*",
)
SCHEDULE = re.compile(
    r"(?:[-–+]\s*)?(?:(?:Trong |Từ |Đến |Trước )?(?:ngày|tháng|quý|tuần)\b[^:]{1,40}|\d{1,2}/\d{1,2}/\d{4}):",
    re.IGNORECASE,
)
ANCHOR = re.compile(
    r"\s*,?\s*\(?(?:kể từ|tính từ|từ (?:ngày(?! \d)|khi|thời điểm|lúc)|sau khi|sau ngày|sau thời điểm|trước khi|trước ngày|trước thời điểm|kể|trước (?:kỳ|cuộc|buổi|phiên))\b",
    re.IGNORECASE,
)
SPAN_CUE = re.compile(
    r"\b(?:trong|trong (?:thời hạn|vòng|thời gian|khoảng)|sau|chậm nhất|không quá|muộn nhất|trước|ít nhất|tối đa|thời hạn|vòng)(?:\s+(?:là|sau|trong|không quá|tối đa|thời hạn|vòng|ít nhất|thời gian))*\s*$",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\btrước (?:khi|ngày|thời điểm)\s+[^,;.\d]{3,80}?\s+(?:ít nhất |tối thiểu |chậm nhất )?$", re.IGNORECASE
)
ODD_DAY = re.compile(
    r"\b(?:vào|trước|trong|chậm nhất)\s+(?:vào\s+)?(?P<day>(?:tuần|ngày làm việc)\s+(?:đầu|cuối|thứ\s*\w+)(?:\s+(?:cùng|tiên))?\s+(?:của\s+)?(?P<of>tháng|quý|năm)[^,;.]{0,40})",
    re.IGNORECASE,
)
ON_CALL = re.compile(
    r"\bbáo cáo[^,;.]{0,30}? khi có (?:yêu cầu|đề nghị|chỉ đạo)|\bngay (?:sau )?khi [^,;.]{3,60}", re.IGNORECASE
)
EVERY_DAY = re.compile(
    r"\bbáo cáo[^,;.]{0,40}? (?:hàng|hằng) (?P<of>ngày|tháng|quý|năm)\b(?! (?:\d|của))", re.IGNORECASE
)
BRACKETED = re.compile(
    r"\((?:(?:hoàn thành|thực hiện|thời gian|trong|trước|chậm nhất|xong|vào)\b[\s:]*)*$", re.IGNORECASE
)
CLOSES = re.compile(r"[^()]*\)\s*[.;,/]*\s*$")
ONWARD = re.compile(r"\s*(?:trở đi|trở về sau|và những năm|và các năm)", re.IGNORECASE)
REVIEWS = re.compile(r"(?:[-–+]\s*)?(?:Tổ chức )?(?:tổng kết|sơ kết|hoàn thành)\b", re.IGNORECASE)
TASK_OF_YEAR = re.compile(r"\b(?:tổng kết|sơ kết|hoàn thành|ra mắt|khánh thành)\b", re.IGNORECASE)
LATER = re.compile(r"\s*(?:và|,|;)\s*(?:các năm|những năm) (?:tiếp|sau|kế)", re.IGNORECASE)
LEGAL = re.compile(r"\b(?:số|của)\s*$|\d/[A-ZĐ]|\bsố \d[\w/&.-]*(?:,| ký| ban hành)?\s*$", re.IGNORECASE)
OLDEST = dt.timedelta(days=75)  # a date this long before the document tells of the past
PERIODS: dict[str, DeadlineKind] = {"tháng": "monthly", "quý": "quarterly", "năm": "annual", "ngày": "daily"}


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


def frame_of(paper: Paper, period: list[int] | None) -> Frame:
    """Return the time frame of a document from its head and the years its title names."""
    written = paper.date
    if written is None and paper.date_partial:
        year, _, month = paper.date_partial.partition("-")
        written = dt.date(int(year), int(month or 1), 1)
    single = period[0] if period and period[0] == period[1] else None
    return Frame(paper.doc_type, written, single)


def deadlines_of(outline: Outline, paragraphs: list[Paragraph], frame: Frame) -> list[Deadline]:
    """Return all deadlines of the counted paragraphs, in order."""
    place = {id(paragraph): index for index, owned in enumerate(outline.owned) for paragraph in owned}
    deadlines: list[Deadline] = []
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.quoted or paragraph.cells is not None or not WORTH.search(paragraph.text):
            before = paragraph
            continue
        for found in find(paragraph.body, frame):
            deadline = _described(found, paragraph, before, place.get(id(paragraph)), outline)
            if deadline.strength != "target" or not any(_repeats(deadline, old) for old in deadlines):
                deadlines.append(deadline)
        before = paragraph
    return deadlines


def _repeats(deadline: Deadline, old: Deadline) -> bool:
    """A goal for the same date again is the same goal."""
    return old.strength == "target" and old.date == deadline.date


def find(text: str, frame: Frame) -> list[Found]:
    """Return the deadlines of one paragraph."""
    found: list[Found] = []
    for clause in clauses_of(text):
        hits = list(_in_clause(clause, frame))
        if not hits:
            hits = list(_soft(clause))
        else:
            hits.extend(
                hit
                for hit in _on_call(clause)
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
        chained = bool(group) and bool(re.fullmatch(r"\s*(?:,|và|;|hoặc|/)\s*(?:trước\s+)?(?:ngày\s+)?", lead))
        before = text[: when.start]
        cue = last_cue if chained and not DUE.search(before) else _cue(before, text, when, label, clause, dates, place)
        last_end, last_cue = when.end, cue
        if cue:
            group.append((when, cue))
        elif not chained:
            group = group
    yield from _resolve(group, clause, frame, label)
    yield from _durations(clause)
    yield from _odd_days(clause)


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
        return "" if PAST.search(before[-90:]) else "due"
    if PAST.search(before[-60:]):
        return ""
    start_of_span = bool(re.match(r"\s*(?:đến|[-–]|tới)\s", text[when.end :]))
    if UNTIL.search(before) or (place and re.search(r"[-–]\s*$", before)):
        if FINISH.search(before):
            return "finish"
        return "span" if FROM.search(before) else "until"
    if start_of_span:
        return ""
    if when.grain in ("month-day", "day") and (recurs_after(text, when.end) or leads_with(clause.sentence)):
        return "recurs"
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
            if pair:
                kind = pair[yearless.index(when)]
            else:
                kind = _recurrence(text, sentence, lead, when, yearless)
            if kind == "fixed":
                value = _with_year(when, frame)
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
    if cue == "due":
        return "hard" if ACTION.search(text) or kind != "fixed" else "soft"
    if frame.reports and cue in ("within", "schedule"):
        return "soft" if re.search(r"\b(?:sẽ|tiếp tục|kế hoạch)\b", text) else None
    return "hard" if ACTION.search(text) or cue in ("schedule", "recurs") else "soft"


def _year_strength(cue: str, text: str, sentence: str, frame: Frame) -> Strength | None:
    """A mere year is due only for a task that is one (a review, a completion); a goal for a year is none."""
    if PLANNED.search(text) or frame.reports or not TASK_OF_YEAR.search(sentence) or "%" in text:
        return None
    if REVIEWS.match(sentence) and cue in ("within", "finish"):
        return "hard"
    return "soft"


def _label_strength(when: When, label: str, text: str) -> Strength | None:
    behind, before = text[when.end :], text[: when.start]
    if re.match(r"\s*(?:đến|tới|[-–])\s", behind):
        # Only an open end ("đến khi kết thúc") leaves the beginning as the date to keep.
        return "period" if re.match(r"\s*(?:đến|tới) (?:khi|hết khi|lúc)", behind) else None
    if ONWARD.match(behind) or LATER.match(behind):
        return "soft"
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
    if frame.reports and cue in ("within", "schedule", "until", "span"):
        return last < frame.written
    return last < frame.written - (OLDEST if cue in ("due", "label", "finish") else dt.timedelta(days=20))


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
    if year is None or when.grain != "month-day":
        return when.value
    return f"{year:04d}-{when.value}"


def _durations(clause: Clause) -> Iterator[Found]:
    text = clause.text
    for match in DURATION.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        if PAST.search(before[-40:]) and not re.search(r"kể từ", before[-40:]):
            continue
        anchored = ANCHOR.match(behind) and SPAN_CUE.search(before)
        if anchored or (AHEAD.search(before) and not re.match(r"\s*(?:tuổi|đầu|cuối)", behind)):
            end = match.end() + len((re.match(r"[^,;.]{0,60}", behind) or match).group())
            yield Found("relative", duration_of(match), "hard", clause.start, clause.start + end, clause)


def _odd_days(clause: Clause) -> Iterator[Found]:
    for match in ODD_DAY.finditer(clause.text):
        words = match.group("day").casefold()
        kind = (
            "quarterly" if "quý" in words else ("annual" if "năm" in words else PERIODS[match.group("of").casefold()])
        )
        yield Found(kind, None, "hard", clause.start, clause.start + match.end(), clause)


def _soft(clause: Clause) -> Iterator[Found]:
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
    yield from _on_call(clause)


def _on_call(clause: Clause) -> Iterator[Found]:
    for match in ON_CALL.finditer(clause.text):
        yield Found("relative", None, "soft", clause.start + match.start(), clause.start + match.end(), clause)


def _described(
    found: Found, paragraph: Paragraph, before: Paragraph | None, item: int | None, outline: Outline
) -> Deadline:
    clause, text = found.clause, paragraph.body
    shift = len(paragraph.text) - len(text)
    own = text[: found.start].strip(" -–+.;:") if found.labelled else ""
    duty = clause.text
    if found.labelled and len(own) < 12 and before is not None and before.cells is None:
        duty = before.body
    end = found.end
    if not found.labelled:
        tail = re.match(r"\s*\([^()]*\)", text[end:])
        end += tail.end() if tail and "qua" in tail.group() else 0
    start = found.start
    while start < end and text[start] in "-–+ •":
        start += 1
    return Deadline(
        text=text[start:end].strip(),
        kind=found.kind,
        date=found.date,
        strength=found.strength,
        what=_what(own if len(own) >= 12 else duty, found),
        unit=_unit(clause, duty, item, outline),
        to=receiver(duty),
        via=through(duty) or through(clause.text),
        line=paragraph.line_at(shift + (start if found.labelled else max(start, found.end - 1))),
        start=paragraph.source_at(shift + start),
        end=paragraph.source_at(shift + max(end - 1, start)) + 1,
        item=item,
    )


def _what(duty: str, found: Found) -> str | None:
    """Return the task itself: from its verb up to the receiver, the way or the date."""
    text = duty if found.labelled else duty[: max(0, found.end - found.clause.start)]
    match = ACTION.search(text)
    task = text[match.start() :] if match else text
    cut = re.search(
        r"\s*\(|\s*,?\s*\b(?:trước ngày|trước|chậm nhất|muộn nhất|vào ngày|vào|trong tháng|định kỳ)\b|[;.]|,?\s+(?:với|gửi về|về) (?=[A-ZĐỦ])",
        task,
    )
    task = task[: cut.start()] if cut and cut.start() > 6 else task
    return task.strip(" ,.;:-–") or None


def _unit(clause: Clause, duty: str, item: int | None, outline: Outline) -> str | None:
    """The unit is the subject of the sentence, else the unit whose item this is."""
    for text in (clause.text, clause.sentence, duty):
        text = text.lstrip("-–+• ")
        found = unit_at(text)
        if (
            found is None
            and re.match(r"(?:Định kỳ|Hằng|Hàng|Trước|Chậm nhất|Vào|Trong|Đến|Muộn nhất)\b", text)
            and ", " in text[:90]
        ):
            found = unit_at(text[text.index(", ") + 2 :])
        if found and len(found[0]) < 160:
            return found[0]
    return unit_for(outline, item)
