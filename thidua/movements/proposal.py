"""From a reading to proposals: each sentence of the plan a task, a deadline, a yearly duty or a rule. Pure values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from thidua.core.text import fold, nfc
from thidua.movements import refs
from thidua.movements.models import LineKind
from thidua.movements.unit_names import KnownUnit, match_unit, means_every_unit
from thidua.vanban.structure import Deadline, OutlineItem, Reading

# What a section is about, by the words of its title; the first that fits.
_SECTIONS: tuple[tuple[re.Pattern[str], LineKind], ...] = (
    (re.compile(r"^(muc dich|muc tieu|chi tieu|quan diem)(?!.*yeu cau)"), LineKind.GOAL),
    (re.compile(r"^yeu cau"), LineKind.REQUIREMENT),
    (re.compile(r"^(doi tuong|pham vi)(?!.*(khen thuong|tieu chi))"), LineKind.SCOPE),
    (re.compile(r"^hinh thuc khen thuong|^khen thuong"), LineKind.AWARD),
    (re.compile(r"^(tieu chi|tieu chuan|kinh phi|nguyen tac|ho so|quy trinh|muc thuong)"), LineKind.RULE),
    (re.compile(r"^thoi gian"), LineKind.PERIOD),
    (re.compile(r"^(noi dung|nhiem vu|giai phap|trach nhiem|to chuc thuc hien|phan cong|bien phap)"), LineKind.TASK),
)
_YEARLY = re.compile(r"^(dinh ky )?(hang|hằng) nam\b")
_SECOND_DUTY = re.compile(r" và (?=(?:xây dựng|tổ chức|thực hiện|phát động|triển khai|đăng ký) )")
_CLOSING = re.compile(r"\W*(noi nhan\b|tren day la )")
_COMMITMENT = re.compile(r"ký (bản )?cam kết")
_HEADLINE_CUT = re.compile(r"[;.](?=\s|$)|, (?=để|gắn với|nhằm|góp phần|từng bước|phù hợp)")
_HEADLINE_LENGTH = 170


@dataclass(slots=True)
class Proposal:
    """One thing understood: its kind, where it stands in the source and what is needed to make it real.

    `data` is described at `PlanLine`; `item` is an index into the outline; `certain` is false where the program
    guessed and an official must look.
    """

    kind: LineKind
    text: str
    line: int
    ref: str = ""
    start: int = 0
    end: int = 0
    item: int | None = None
    certain: bool = True
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Passage:
    """A paragraph of the body and the outline item it belongs to; `heading` when it is that item's own line."""

    text: str
    line: int
    start: int
    end: int
    item: int
    heading: bool
    last_line: int = 0


def headline(text: str) -> str:
    """The first clause of a sentence, short enough for a table: what a task is called."""
    plain = nfc(text.replace("*", ""))
    cut = _HEADLINE_CUT.search(plain, 25)
    short = plain[: cut.start()] if cut else plain
    if len(short) > _HEADLINE_LENGTH:
        short = short[:_HEADLINE_LENGTH].rsplit(" ", 1)[0] + "…"
    return short.rstrip(" .;:,")


def section_kinds(outline: Sequence[OutlineItem]) -> list[LineKind]:
    """The kind of each item: from its own title, else from the section it stands in; a task when nothing says."""
    kinds: list[LineKind] = []
    for item in outline:
        title = fold(item.title)
        own = next((kind for pattern, kind in _SECTIONS if pattern.match(title)), None)
        above = kinds[item.parent] if item.parent is not None else LineKind.TASK
        # Inside tasks and goals an item's words are its content, not the name of a section.
        if own is None or (item.parent is not None and above in (LineKind.GOAL, LineKind.REQUIREMENT)):
            own = above
        kinds.append(own)
    return kinds


def propose(reading: Reading, units: Sequence[KnownUnit], standing: KnownUnit | None) -> list[Proposal]:
    """Everything a plan was understood to say, in the order of the document, findings after what they concern.

    `units` are the agency's rooms; `standing` the one that gets what the plan gives to nobody.
    """
    writer = _Proposer(reading, units, standing)
    found = [*writer.head(), *writer.body(), *writer.awards(), *writer.recipients(), *writer.findings()]
    return sorted(found, key=lambda p: (p.line, p.kind == LineKind.FINDING, p.start))


class _Proposer:
    """Holds the reading while its parts are turned into proposals."""

    def __init__(self, reading: Reading, units: Sequence[KnownUnit], standing: KnownUnit | None) -> None:
        self.reading, self.units, self.standing = reading, units, standing
        self.refs = refs.refs(reading.outline)
        self.kinds = section_kinds(reading.outline)
        self.by_line: dict[int, list[Deadline]] = {}
        for deadline in reading.deadlines:
            self.by_line.setdefault(deadline.line, []).append(deadline)
        self.duty_units = {duty.item: duty.unit for duty in reading.duties if duty.item is not None}

    def head(self) -> Iterator[Proposal]:
        """The movement itself and what it rests on."""
        paper, years = self.reading.paper, self.reading.period or []
        line = self._line_of(paper.title) or 1
        first, last = (years[0], years[-1]) if years else (None, None)
        data = {"title": movement_name(paper.title), "first_year": first, "last_year": last}
        span = refs.years_said(first, last)
        yield Proposal(LineKind.MOVEMENT, f"{data['title']}{span}", line, certain=bool(years), data=data)
        for basis in self.reading.legal_bases:
            cited = " ".join(filter(None, [basis.type, f"số {basis.id}" if basis.id else basis.name]))
            day = f" ngày {_dmy(basis.date)}" if basis.date else ""
            yield Proposal(
                LineKind.BASIS, f"{cited}{day}", basis.line or line,
                data={"type": basis.type, "id": basis.id, "date": basis.date, "name": basis.name},
            )  # fmt: skip

    def body(self) -> Iterator[Proposal]:
        """Each paragraph of the body under its kind."""
        has_children = {item.parent for item in self.reading.outline}
        taken: set[int] = set()
        for passage in self._passages():
            kind = self.kinds[passage.item]
            lines = range(passage.line, passage.last_line + 1)
            deadlines = [d for line in lines for d in self.by_line.get(line, [])]
            if kind == LineKind.AWARD:
                continue  # gathered by awards()
            if passage.heading and not deadlines and (passage.item in has_children or self._bare(passage)):
                continue
            item = self.reading.outline[passage.item]
            base: dict[str, Any] = {"ref": self.refs[passage.item], "item": passage.item, "line": passage.line}
            base |= {"start": passage.start, "end": passage.end}
            for deadline in deadlines:
                if id(deadline) in taken:
                    continue
                taken.add(id(deadline))
                yield self._deadline(deadline, passage, base)
            if kind == LineKind.TASK:
                yield from self._task(passage, item, deadlines, base)
            elif not (kind == LineKind.PERIOD and deadlines):
                yield Proposal(kind, nfc(passage.text.replace("*", "")), **base)

    def _task(
        self, passage: _Passage, item: OutlineItem, deadlines: list[Deadline], base: dict[str, Any]
    ) -> Iterator[Proposal]:
        """What is left to do in a paragraph once its deadlines are taken out."""
        text = nfc(passage.text.replace("*", ""))
        unit_text = self.duty_units.get(passage.item, "")
        if unit_text and fold(text).startswith(fold(unit_text)):
            text = text[len(nfc(unit_text)) :].lstrip(" :.-")
        rest = [s for s in re.split(r"(?<=[.;])\s+", text) if s and not any(_covers(d, s) for d in deadlines)]
        clause = self._left_clause(text, deadlines)
        if clause:
            rest = [clause]
        if not rest:
            return
        words = " ".join(rest)
        unit, every, certain = self._who(unit_text, headline(words), passage.item)
        yield Proposal(
            LineKind.YEARLY if _YEARLY.match(fold(words)) else LineKind.TASK,
            words, certain=certain,
            data=self._duty(what=headline(words), unit_text=unit_text, unit=unit, every=every), **base,
        )  # fmt: skip

    def _left_clause(self, text: str, deadlines: list[Deadline]) -> str:
        """The second half of "ký cam kết ... và xây dựng cơ quan ...": a second duty joined to a yearly one by "và"."""
        if any(deadline.date is None and deadline.kind == "annual" for deadline in deadlines):
            halves = _SECOND_DUTY.split(text, maxsplit=1)
            if len(halves) == 2 and len(halves[1]) > 20:
                return halves[1][:1].upper() + halves[1][1:]
        return ""

    def _deadline(self, deadline: Deadline, passage: _Passage, base: dict[str, Any]) -> Proposal:
        """A dated duty, or a yearly one without a date."""
        unit_text = deadline.unit or self.duty_units.get(passage.item, "")
        # Without a unit, the words before the duty say whom it binds: "tổ chức cho cán bộ, công chức ... ký cam kết".
        before = passage.text[: max(0, fold(passage.text).find(fold(deadline.what or "")))] if not unit_text else ""
        unit, every, certain = self._who(unit_text, f"{before} {deadline.what or passage.text}", passage.item)
        what = nfc((deadline.what or headline(deadline.text)).replace("*", ""))
        if deadline.date is None:
            what = _SECOND_DUTY.split(what, maxsplit=1)[0]
            # "tổ chức cho cán bộ ... ký cam kết": whom it binds is kept apart, the duty begins at its verb.
            what = what[found.start() :] if (found := _COMMITMENT.search(what)) else what
        data = self._duty(what=what[:1].upper() + what[1:], unit_text=unit_text, unit=unit, every=every)
        data |= {
            "kind": deadline.kind, "date": deadline.date, "words": nfc(deadline.text.replace("*", "")),
            "to": deadline.to or "", "via": list(deadline.via), "strength": deadline.strength,
        }  # fmt: skip
        dated = deadline.date is not None and deadline.strength == "hard"
        kind = LineKind.DEADLINE if dated or deadline.kind == "fixed" else LineKind.YEARLY
        if deadline.kind == "relative" and deadline.date is None:
            kind = LineKind.RULE
        text = headline(deadline.text) if kind == LineKind.RULE else data["what"]
        return Proposal(kind, text[:1].upper() + text[1:], certain=certain or dated, data=data, **base)

    def _duty(self, *, what: str, unit_text: str, unit: KnownUnit | None, every: bool) -> dict[str, Any]:
        return {
            "what": what, "unit_text": unit_text, "unit_id": unit.id if unit else None, "each_unit": every,
            "kind": None, "date": None, "to": "", "via": [], "strength": None, "words": "",
        }  # fmt: skip

    def _who(self, unit_text: str, words: str, item: int) -> tuple[KnownUnit | None, bool, bool]:
        """(unit, every unit, certain): the unit named, else one named in the words, else one whose duty speaks of
        the same things, else the standing unit."""
        if unit_text:
            if means_every_unit(unit_text):
                return None, True, True
            named = match_unit(unit_text, self.units)
            return (named, False, True) if named else (self.standing, False, False)
        if means_every_unit(words):
            return None, True, False
        named = match_unit(words, self.units) or self._alike(words, item)
        return (named or self.standing), False, False

    def _alike(self, words: str, item: int) -> KnownUnit | None:
        """The unit whose duty, elsewhere in the plan, shares the most runs of three words with this task."""
        mine, best, found = _runs(words), 2, None
        for duty in self.reading.duties:
            shared = len(mine & _runs(duty.text))
            unit = match_unit(duty.unit, self.units)
            if unit and duty.item != item and shared > best:
                best, found = shared, unit
        return found

    def awards(self) -> Iterator[Proposal]:
        """The award forms as one line."""
        forms = [nfc(form) for form in self.reading.award_forms]
        if forms:
            item = next((i for i, kind in enumerate(self.kinds) if kind == LineKind.AWARD), None)
            line = self.reading.outline[item].line if item is not None else self._line_of(forms[0]) or 1
            ref = self.refs[item] if item is not None else ""
            yield Proposal(LineKind.AWARD, "; ".join(forms), line, ref=ref, item=item, data={"forms": forms})

    def recipients(self) -> Iterator[Proposal]:
        """ "Nơi nhận" as one line."""
        listed = self.reading.paper.recipients
        if listed:
            line = self._line_of(listed[0].name, last=True) or self.reading.source.count("\n") + 1
            data = {"names": [r.name for r in listed], "purposes": {r.name: r.purpose for r in listed if r.purpose}}
            yield Proposal(LineKind.RECIPIENTS, "; ".join(r.name for r in listed), line, data=data)

    def findings(self) -> Iterator[Proposal]:
        """The oddities, each to be decided or taken note of."""
        for finding in self.reading.findings:
            data = {"code": finding.code, "lines": finding.lines or [finding.line], "answer": "", "internal_date": ""}
            yield Proposal(LineKind.FINDING, finding.message, finding.line, certain=False, data=data)

    def _line_of(self, words: str, *, last: bool = False) -> int | None:
        """The first (or last) source line in which a text begins."""
        start = fold(words.replace("*", ""))[:30]
        lines = enumerate(self.reading.source.split("\n"), start=1)
        found = [number for number, line in lines if start and start in fold(line.replace("*", ""))]
        return found[-1 if last else 0] if found else None

    def _bare(self, passage: _Passage) -> bool:
        """Whether an item's line is only a heading: short, no sentence of its own, and followed by text."""
        item = self.reading.outline[passage.item]
        followed = len(item.text) > len(passage.text) + 5
        return followed and len(passage.text) < 80 and not passage.text.rstrip("*").endswith((".", ";"))

    def _passages(self) -> Iterator[_Passage]:
        """The paragraphs of the body with their items; a line that goes on in lower case joins the one before.

        The closing formula, "Nơi nhận" and the signature belong to no item; a plan annexed to a decision follows them.
        """
        outline = self.reading.outline
        starts = {item.line: index for index, item in enumerate(outline)}
        offset, current, pending = 0, None, None
        for number, line in enumerate(self.reading.source.split("\n"), start=1):
            begin, offset = offset, offset + len(line) + 1
            if number in starts:
                current = starts[number]
            elif _CLOSING.match(fold(line.replace("*", ""))):
                current = None
            if current is None or not line.strip():
                continue
            text = line.strip()
            if pending and number not in starts and _goes_on(pending.text, text):
                pending.text += " " + text
                pending.end, pending.last_line = begin + len(line), number
                continue
            if pending:
                yield pending
            shown = outline[current].text.split("\n")[0].strip() if number in starts else text
            heading = number in starts
            body = _without_label(text, outline[current].label) if heading else text.lstrip("-+• ")
            pending = _Passage(body or shown, number, begin, begin + len(line), current, heading, number)
        if pending:
            yield pending


def movement_name(title: str) -> str:
    """The words between quotation marks in the title, else the title itself."""
    plain = nfc(title.replace("*", ""))
    quoted = re.search(r"[“\"]\s*([^”\"]{8,})\s*[”\"]", plain)
    return quoted.group(1).strip() if quoted else plain


def _without_label(text: str, label: str) -> str:
    """The text after a printed label and its closing mark."""
    return re.sub(rf"^\W*{re.escape(label)}\s*[.):/-]*\s*", "", text, count=1)


def _covers(deadline: Deadline, sentence: str) -> bool:
    """Whether a sentence is the one a deadline was read from."""
    key = fold((deadline.what or "").replace("*", ""))[:25]
    words = fold(sentence)
    dated = fold(deadline.text.split("...")[-1])[-25:].strip(" .;,")
    return bool(key and key in words) or bool(dated and dated in words)


def _runs(text: str) -> set[tuple[str, ...]]:
    """Runs of three words, folded."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    return set(zip(words, words[1:], words[2:], strict=False))


def _goes_on(before: str, text: str) -> bool:
    """Whether a line continues the sentence before it: it begins in lower case, or that one was cut while long."""
    ended = before.rstrip('*”" ').endswith((".", ":", ";", "!", "?")) or before.isupper()
    return text[0] not in "-+•*" and not ended and (text[0].islower() or len(before) > 60)


def _dmy(date: str) -> str:
    """An ISO date as dd/mm/yyyy."""
    parts = date.split("-")
    return "/".join(reversed(parts))
