"""What an official document is made of: Paper (as laid out) and Reading (as understood)."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

BlockKind = Literal["heading", "paragraph", "bullet", "table"]
DeadlineKind = Literal["fixed", "annual", "semiannual", "quarterly", "monthly", "daily", "relative"]
Strength = Literal["hard", "soft", "period", "target"]


@dataclass(slots=True)
class Block:
    """One piece of the body, in order.

    heading: a numbered or lettered item; `label` as printed without its closing mark ("I", "1.1", "a", "Điều 1"),
    `level` 1 for the outermost, `text` the whole text after the label. paragraph and bullet: `text` only, without the
    dash; a bullet printed with "+" has the label "+". table: `rows`, first row is the heading row. A text ends as a
    sentence does: the closing "./." of the document is stored as "." and printed by the writer.
    """

    kind: BlockKind
    text: str = ""
    label: str = ""
    level: int = 0
    rows: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Recipient:
    """A line of "Nơi nhận": its name and the purpose in brackets ("để báo cáo"), if any.

    `printed` is the line as a reader found it (without dash and final mark); it takes no part in comparing.
    """

    name: str
    purpose: str | None = None
    printed: str | None = field(default=None, compare=False, repr=False)


@dataclass(slots=True)
class Signer:
    """Signature block: authority lines joined by "; " ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"), position, full name."""

    authority: str | None = None
    position: str | None = None
    name: str | None = None


@dataclass(slots=True)
class Appendix:
    """A part behind the signature: "Phụ lục I", its title and body.

    `landscape` is a wish to the writer for wide tables; it is no content, so it does not count in comparisons.
    """

    label: str
    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    landscape: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Paper:
    """An official document as plain content: what `write_docx` and `write_pdf` lay out and `read` gives back.

    `doc_type` in capitals ("KẾ HOẠCH"; "" for a công văn, whose title then is what follows "V/v"). `number` without
    leading zeros rule applied by the writer; None leaves the blank to be filled by hand. `date` complete, or
    `date_partial` "YYYY-MM"/"YYYY" when the day is left blank. `bases` are the "Căn cứ ..." lines without their
    final mark, `opening` the paragraphs between them and the body. `addressees` stand without dash and final mark.
    `enacted_by` is the line of a decision that names who decides ("CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH"); the line
    "QUYẾT ĐỊNH:" that follows the bases is no content: the writer prints it.
    """

    doc_type: str = ""
    number: str | None = None
    symbol: str | None = None
    issuing_agency: str | None = None
    parent_agency: str | None = None
    place: str | None = None
    date: dt.date | None = None
    date_partial: str | None = None
    title: str = ""
    addressees: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)
    signer: Signer = field(default_factory=Signer)
    appendices: list[Appendix] = field(default_factory=list)
    enacted_by: str | None = None


@dataclass(slots=True)
class LegalBasis:
    """A cited document: kind, identifier ("182/QĐ-UBND"; None for a law cited by name) and date."""

    type: str
    id: str | None = None
    date: str | None = None
    name: str | None = None
    line: int = 0


@dataclass(slots=True)
class OutlineItem:
    """A numbered or lettered item: `parent` is an index into the outline, `start`/`end` a span in the source text."""

    label: str
    level: int
    title: str
    text: str
    parent: int | None
    line: int
    start: int
    end: int


@dataclass(slots=True)
class Deadline:
    """A date by which something is due, with the words it was read from. `date` as in plans: ISO, MM-DD, YYYY-MM ..."""

    text: str
    kind: DeadlineKind
    date: str | None
    strength: Strength
    what: str | None = None
    unit: str | None = None
    to: str | None = None
    via: list[str] = field(default_factory=list)
    line: int = 0
    start: int = 0
    end: int = 0
    item: int | None = None


@dataclass(slots=True)
class Duty:
    """What one unit is told to do: the unit as written and the text of the item that says so."""

    unit: str
    text: str
    line: int
    item: int | None = None


@dataclass(slots=True)
class Finding:
    """An oddity of the document: a stable code, the line it stands on and a Vietnamese sentence for the official."""

    code: str
    line: int
    message: str
    lines: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """What was understood of one document. `source` is the text the spans refer to, NFC, lines joined by "\\n"."""

    paper: Paper
    source: str
    legal_bases: list[LegalBasis] = field(default_factory=list)
    outline: list[OutlineItem] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    period: list[int] | None = None
    responsible_units: list[str] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    award_forms: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The shape of the hand readings: head fields on top, then lists; extra keys `duties`, `findings`, `body`."""
        paper = self.paper
        return {
            "doc_type": paper.doc_type or None,
            "number": paper.number,
            "symbol": paper.symbol,
            "issuing_agency": paper.issuing_agency,
            "parent_agency": paper.parent_agency,
            "place": paper.place,
            "date": paper.date.isoformat() if paper.date else None,
            "date_partial": paper.date_partial,
            "title": paper.title,
            "addressees": paper.addressees,
            "legal_bases": [asdict(basis) for basis in self.legal_bases],
            "outline": [asdict(item) for item in self.outline],
            "deadlines": [asdict(deadline) for deadline in self.deadlines],
            "period": self.period,
            "responsible_units": self.responsible_units,
            "duties": [asdict(duty) for duty in self.duties],
            "award_forms": self.award_forms,
            "recipients": [recipient.printed or recipient.name for recipient in paper.recipients],
            "recipient_purposes": {r.name: r.purpose for r in paper.recipients if r.purpose},
            "signer": asdict(paper.signer),
            "appendices": [asdict(appendix) for appendix in paper.appendices],
            "findings": [asdict(finding) for finding in self.findings],
        }


@dataclass(slots=True)
class SourceLine:
    """One line handed by a source format to the reader: its text and what the format knew of it.

    `number` is 1-based in the joined source; `label` carries an automatic Word number already resolved and also
    printed at the head of `text`; `cells` are set for a table row (heading tables included), `hint` names the part
    the format is sure of ("heading", "body", "footnote", "textbox").
    """

    text: str
    number: int = 0
    label: str | None = None
    cells: list[str] | None = None
    hint: str | None = None


class UnreadableDocument(Exception):
    """The file cannot be read as an official document; the message is one Vietnamese sentence for the user."""
