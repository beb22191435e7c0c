"""Dated validity of legal texts: was a cited basis in force on the day of the document? Dates are data, with grades."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from thidua.vanban.structure import LegalBasis

DATA = Path(__file__).parent.parent / "data" / "validity.toml"
TRUSTED = frozenset("ABC")


@dataclass(slots=True, frozen=True)
class LegalText:
    """A legal text with the days between which it was in force; None for open or unknown."""

    id: str
    name: str
    grade: str
    source: str
    signed: dt.date | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    replaced_by: str | None = None

    def in_force(self, on: dt.date) -> bool:
        """Say whether the text was in force on a day; unknown ends count as open."""
        return not (self.valid_from and on < self.valid_from) and not (self.valid_to and on > self.valid_to)


@cache
def legal_texts() -> tuple[LegalText, ...]:
    """Load data/validity.toml once."""
    return tuple(LegalText(**entry) for entry in tomllib.loads(DATA.read_text(encoding="utf-8"))["text"])


def text_of(basis: LegalBasis) -> LegalText | None:
    """Find the legal text a basis cites: by number, or a law by its name and date."""
    for text in legal_texts():
        named = basis.name is not None and basis.name.casefold() == text.name.casefold()
        dated = text.signed is not None and basis.date == text.signed.isoformat()
        same = basis.id.casefold() == text.id.casefold() if basis.id is not None else named and dated
        if same:
            return text
    return None


def out_of_force(basis: LegalBasis, on: dt.date) -> LegalText | None:
    """Return the cited text if it was surely not in force on the day, else None."""
    text = text_of(basis)
    if text is None or text.grade not in TRUSTED or text.in_force(on):
        return None
    return text
