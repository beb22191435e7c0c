"""Which of the agency's units a phrase of the plan means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.text import fold

_WORD = re.compile(r"[a-z0-9]+")
_EVERY = re.compile(
    r"\b(cac|tung|moi|tat ca)\b[^.;]{0,12}\b(phong|ban|don vi|bo phan|to|trung tam)\b"
    r"|cong chuc, vien chuc( va nguoi lao dong)?"
)
_LEADERS = re.compile(r"^(truong|thu truong|nguoi dung dau|lanh dao|giam doc|chu tich)\b\s*")


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit of the agency, as the proposal needs it."""

    id: int
    name: str
    short_name: str = ""


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def means_every_unit(phrase: str) -> bool:
    """Whether a phrase addresses all rooms ("Trưởng các phòng, ban, đơn vị") or all staff."""
    return bool(_EVERY.search(fold(phrase)))


def match_unit(phrase: str, units: Sequence[KnownUnit]) -> KnownUnit | None:
    """The unit whose full or short name stands in the phrase; the longest name wins; None when there is none."""
    said = f" {_words(_LEADERS.sub('', fold(phrase)))} "
    best: tuple[int, KnownUnit] | None = None
    for unit in units:
        for name in (unit.name, unit.short_name):
            key = _words(name)
            if key and f" {key} " in said and (best is None or len(key) > best[0]):
                best = (len(key), unit)
    return best[1] if best else None
