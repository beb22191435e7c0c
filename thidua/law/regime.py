"""Which law, decree and circular govern a day, and whether a cited legal basis ("căn cứ") is in force on it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from thidua.law import rules
from thidua.law.rule import GRADE_LABELS, UNVERIFIED, Rule, day_text

Status = Literal["in_force", "expired", "not_yet", "unknown"]

_NUMBER = re.compile(r"\b(\d{1,5})/(\d{4})/([A-ZĐ][A-ZĐa-z0-9]*(?:-[A-ZĐ][A-ZĐa-z0-9]*)*)")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


@dataclass(frozen=True, slots=True)
class Text:
    """A legal text with its period: the rule that records it, its kind ("Nghị định"), number and name."""

    rule: Rule
    kind: str
    number: str
    name: str
    role: str
    signed: dt.date | None
    replaced_by: str | None

    @property
    def title(self) -> str:
        """The text as it is named in a sentence: "Nghị định 152/2025/NĐ-CP"."""
        return f"{self.kind} {self.number}"


@dataclass(frozen=True, slots=True)
class Regime:
    """The texts an award of one day rests on; None where none is recorded. `warnings` are for the person deciding."""

    day: dt.date
    law: Text | None
    amendments: tuple[Text, ...]
    decree: Text | None
    circular: Text | None
    warnings: tuple[str, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts in the order in which an official paper cites them."""
        return tuple(filter(None, (self.law, *self.amendments, self.decree, self.circular)))


@dataclass(frozen=True, slots=True)
class BasisCheck:
    """What is known of one cited text on one day. `message` is empty when it may be cited without a remark."""

    number: str
    status: Status
    message: str
    text: Text | None


def on(day: dt.date) -> Regime:
    """Return the regime of `day`: the day of decision, or of receipt for a dossier."""
    found = [text for text in texts() if text.rule.holds(day)] if day >= rules.RECORDED_FROM else []
    law, decree, circular = (_only(found, role) for role in ("law", "decree", "circular"))
    amendments = tuple(text for text in found if text.role == "amendment")
    named = (("luật", law), ("nghị định", decree), ("thông tư", circular))
    warnings = [
        f"Không có {kind} nào được ghi là có hiệu lực ngày {day_text(day)}." for kind, text in named if not text
    ]
    for text in filter(None, (law, *amendments, decree, circular)):
        if text.rule.grade in ("C", "D"):
            warnings.append(f"{text.title}: {text.rule.grade_label}; cần đối chiếu trước khi áp dụng.")
        elif text.rule.dates_grade in ("C", "D"):
            label = GRADE_LABELS[text.rule.dates_grade]
            warnings.append(f"{text.title}: thời hạn hiệu lực {label}. {text.rule.note}".rstrip())
    if circular and decree and circular.signed and decree.signed and circular.signed < decree.signed:
        warnings.append(
            f"{decree.title} đang đi cùng {circular.title} ban hành trước nó: thông tư hướng dẫn mới chưa có hiệu lực."
        )
    return Regime(day, law, amendments, decree, circular, tuple(warnings))


@cache
def texts() -> tuple[Text, ...]:
    """Return every recorded legal text, oldest first."""
    found = [
        Text(
            rule=rule,
            kind=rule.value["kind"],
            number=rule.value["number"],
            name=rule.value["name"],
            role=rule.value["role"],
            signed=rule.value.get("signed"),
            replaced_by=rule.value.get("replaced_by"),
        )
        for rule in rules.all()
        if rule.key.startswith("text.")
    ]
    return tuple(sorted(found, key=lambda text: (text.rule.valid_from, text.number)))


def find(number: str) -> Text | None:
    """Return the recorded text with that number ("152/2025/NĐ-CP", leading zeros as may be); None if unknown."""
    return _by_number().get(_folded(number))


def check_basis(basis: str, day: dt.date) -> tuple[BasisCheck, ...]:
    """Check every text a "Căn cứ ..." line cites against `day`, the day of the draft.

    Numbers such as "98/2023/NĐ-CP" are looked up; a law cited by name is recognised by its name and the year of its
    adoption. What is not recorded comes back as "unknown" without a message: the records are not a law library.
    """
    basis = unicodedata.normalize("NFC", basis)
    numbers = list(dict.fromkeys("/".join(match) for match in _NUMBER.findall(basis)))
    checks = [_check(number, find(number), day) for number in numbers]
    if not numbers:
        checks += [_check(text.number, text, day) for text in _laws_named(basis)]
    return tuple(checks)


def _check(number: str, text: Text | None, day: dt.date) -> BasisCheck:
    if text is None:
        return BasisCheck(number, "unknown", "", None)
    rule = text.rule
    doubt = f" Thời hạn ghi ở đây {UNVERIFIED}. {rule.note}".rstrip() if rule.dates_grade == "D" else ""
    if rule.valid_to is not None and day > rule.valid_to:
        instead = f" Văn bản thay thế: {text.replaced_by}." if text.replaced_by else ""
        message = f"{text.title} đã hết hiệu lực từ {day_text(rule.valid_to + dt.timedelta(days=1))}.{instead}{doubt}"
        return BasisCheck(number, "expired", message, text)
    if day < rule.valid_from and not rule.from_before:
        return BasisCheck(
            number, "not_yet", f"{text.title} chỉ có hiệu lực từ {day_text(rule.valid_from)}.{doubt}", text
        )
    return BasisCheck(number, "in_force", f"{text.title}: {UNVERIFIED}." if rule.unverified else "", text)


def _laws_named(basis: str) -> list[Text]:
    letters, years = _letters(basis), set(_YEAR.findall(basis))
    return [
        text
        for text in texts()
        if text.kind == "Luật"
        and text.role != "amendment"
        and text.number.split("/")[1] in years
        and _letters(text.name) in letters
    ]


def _letters(text: str) -> str:
    """Return bare letters and digits: names are written with and without commas, "ma túy" also as "ma tuý"."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", " ", bare)


def _only(found: list[Text], role: str) -> Text | None:
    return next((text for text in found if text.role == role), None)


@cache
def _by_number() -> dict[str, Text]:
    return {_folded(text.number): text for text in texts()}


def _folded(number: str) -> str:
    return unicodedata.normalize("NFC", number).strip().casefold().lstrip("0")
