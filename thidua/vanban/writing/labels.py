"""Labels of headings ("I", "1.1", "đ", "Điều 2"): their kind, their value and how they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "part", "chapter", "section", "subsection", "article", "roman", "capital", "decimal", "dotted", "small_roman",
    "letter", "paren", "paren_letter", "typed",
]  # fmt: skip

_WORDS: dict[str, Kind] = {
    "phần": "part",
    "chương": "chapter",
    "mục": "section",
    "tiểu mục": "subsection",
    "điều": "article",
}
DIVISIONS: tuple[Kind, ...] = ("part", "chapter", "section", "subsection")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Label:
    """One label taken apart: "2.1" is dotted, prefix "2", value 1; "Điều 3" has the word "Điều" and value 3.

    `value` is what Word counts: a=1 ... z=26, the Latin alphabet, though a Vietnamese list has đ between d and e.
    """

    text: str
    kind: Kind
    value: int = 0
    prefix: str = ""
    word: str = ""


def parse(text: str) -> Label:
    """Take a label apart; one that no automatic numbering can print is "typed"."""
    words = re.fullmatch(r"(\D+?) (\S+)", text)
    if words and words[1].lower() in _WORDS:
        kind = _WORDS[words[1].lower()]
        number = words[2]
        value = roman_value(number) if kind in ("part", "chapter") else _decimal(number)
        return Label(text, kind if value else "typed", value, word=words[1])
    if value := _decimal(text):
        return Label(text, "decimal", value)
    if dotted := re.fullmatch(r"((?:\w+\.)*\w+)\.(\d+)", text):
        value = _decimal(dotted[2])
        return Label(text, "dotted" if value else "typed", value, prefix=dotted[1])
    if inner := re.fullmatch(r"\((\w+)\)", text):
        if value := _decimal(inner[1]):
            return Label(text, "paren", value)
        value = _latin(inner[1], "a")
        return Label(text, "paren_letter" if value else "typed", value)
    if re.fullmatch("[IVXL]+", text) and (value := roman_value(text)):
        return Label(text, "roman", value)
    if re.fullmatch("[ivxl]{2,}", text) and (value := roman_value(text.upper())):
        return Label(text, "small_roman", value)
    if value := _latin(text, "A"):
        return Label(text, "capital", value)
    if value := _latin(text, "a"):
        return Label(text, "letter", value)
    return Label(text, "typed")


def printed(label: Label) -> str:
    """Return the label with its closing mark: "I.", "1.1.", "a)", "(1)", "Điều 2.", "Chương I"."""
    if label.kind in DIVISIONS or label.kind in ("paren", "paren_letter"):
        return label.text
    if label.kind in ("letter", "small_roman"):
        return label.text + ")"
    if not label.text:
        return ""
    if label.kind == "typed":
        if re.fullmatch(r"[a-zđêôơưăâ]", label.text):
            return label.text + ")"
        return label.text if label.text.lower().startswith(("phần ", "(")) else label.text + "."
    return label.text + "."


def is_division(label: Label) -> bool:
    """Say whether the label stands on its own centred line above its title (Phần, Chương, Mục, Tiểu mục)."""
    return label.kind in DIVISIONS or (label.kind == "typed" and label.text.lower().startswith(("phần ", "chương ")))


def roman_value(text: str) -> int:
    """Return the value of a roman number in capitals, 0 when it is none or not in its usual form ("IIII")."""
    if not text or any(char not in _ROMAN for char in text):
        return 0
    values = [_ROMAN[char] for char in text]
    total = sum(-v if any(later > v for later in values[i + 1 :]) else v for i, v in enumerate(values))
    return total if roman(total) == text else 0


def roman(value: int) -> str:
    """Return a number as a roman number in capitals (up to 399)."""
    out = ""
    for amount, sign in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")):
        while value >= amount:
            out, value = out + sign, value - amount
    return out + "I" * value


def _decimal(text: str) -> int:
    """Return the value of a number without leading zero, else 0 ("01" cannot be printed by a decimal list)."""
    return int(text) if re.fullmatch("[1-9][0-9]{0,3}", text) else 0


def _latin(text: str, first: str) -> int:
    """Return the place of a single Latin letter in the alphabet beginning with `first`, else 0."""
    place = ord(text) - ord(first) + 1 if len(text) == 1 else 0
    return place if 1 <= place <= 26 else 0
