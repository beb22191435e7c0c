"""Labels of headings and items: "I", "1", "1.1", "a", "(1)", "Điều 1", "Phần I", with their kind and value."""

from __future__ import annotations

import re
from dataclasses import dataclass

LETTERS = "abcdđefghijklmnopqrstuvwxyz"
OPTIONAL = frozenset("fjwz")  # not letters of Vietnamese: a list may pass over them
ORDINALS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
UPPER = "A-ZÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬĐÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"

NUMBERED = re.compile(
    r"(?P<word>(?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Tiểu mục|TIỂU MỤC)"
    r"\s+(?P<num>\d{1,3}[a-z]?|[IVXL]+|thứ\s+\w+|THỨ\s+\w+))(?P<mark>\s*[.:]|\s*[-–]\s|(?=\s*$)|(?=\s+["
    + UPPER
    + "]{2}))"
    r"|(?P<roman>[IVX]{1,6})(?!/[vV])(?:\s*[./)]\s*|\s*[-–:]\s+)(?=[^\d\s./)])"
    r"|(?P<bare>[IVX]{1,6})\s+(?=[" + UPPER + r"]{2,}\s)"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4})"
    r"(?:(?:\s*[.)/:]\s*|\s+|\s*[-–]\s+)(?=[^\W\d_]|[\"“(\[])|[.-]\s+(?=\d{2,3}(?:%|\s)))"
    r"|(?P<number>\d{1,2})(?:(?:\s*[.)/]\s*|[-–]\s+)(?=[^\d\s.,)/])|\.\s+(?=\d{2,3}(?:%|\s)))"
    r"|(?P<sub>[a-zđ]\.?\d{1,2})\s*[.)]\s*(?=[^\W\d_]|[\"“(])"
    r"|(?P<small>[ivx]{2,5})\s*[.)/]\s+(?=\S)"
    r"|(?P<letter>[a-zđ])(?:(?:\s*\)\s*|\s*[./]\s+|\s+[-–]\s+)(?=\S)|[-–]\s+(?=[" + UPPER + r"]))"
    r"|(?P<capital>[A-HKLMNĐ])(?:(?:\s*[.)/]\s+|\s+[-–]\s+)(?=\S)|[-–]\s+(?=[" + UPPER + r"]{2}))"
    r"|(?P<paren>\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\))\s*(?=[^\W_]|[\"“])"
)


@dataclass(slots=True, frozen=True)
class Label:
    """A label as printed, its kind ("roman", "number", "dot2", "letter" ...), its value and where the text begins."""

    printed: str
    kind: str
    value: int
    prefix: str
    end: int

    def follows(self, other: Label) -> bool:
        """Say whether this label is the one expected right after `other`."""
        if self.kind != other.kind or self.prefix != other.prefix:
            return False
        if self.kind in ("letter", "capital", "paren letter"):
            between = LETTERS[other.value : self.value - 1]
            return self.value > other.value and all(letter in OPTIONAL for letter in between)
        return self.value == other.value + 1


def label_of(text: str) -> Label | None:
    """Return the label a paragraph begins with, or None."""
    match = NUMBERED.match(text)
    if match is None:
        return None
    group = match.lastgroup if match.lastgroup != "mark" else "word"
    if match.group("word"):
        return _worded(match)
    printed = match.group(group or 0)
    return _plain(printed, str(group), match.end())


def _worded(match: re.Match[str]) -> Label | None:
    printed = " ".join(match.group("word").split())
    word = printed.split()[0].casefold()
    value = _value_of(match.group("num"))
    if value == 0:
        return None
    end = match.end()
    while end < len(match.string) and match.string[end] in " .:-–":
        end += 1
    return Label(printed, word, value, "", end)


def _value_of(number: str) -> int:
    number = number.casefold()
    if number.startswith("thứ"):
        return ORDINALS.get(number.split()[-1], 0)
    digits = re.match(r"\d+", number)
    return int(digits.group()) if digits else roman_value(number.upper())


def _plain(printed: str, group: str, end: int) -> Label | None:
    kind, value, prefix = group, 0, ""
    if group in ("roman", "bare"):
        kind, value = "roman", roman_value(printed)
    elif group == "number":
        value = int(printed)
    elif group == "dotted":
        parts = printed.split(".")
        kind, value, prefix = f"dot{len(parts)}", int(parts[-1]), ".".join(parts[:-1])
    elif group == "sub":
        kind, value, prefix = "sub", int(re.sub(r"\D", "", printed)), printed[0]
    elif group == "small":
        value = roman_value(printed.upper())
    elif group == "letter":
        value = letter_value(printed)
    elif group == "capital":
        kind, value = "capital", letter_value(printed.lower())
    elif group == "paren":
        inner = printed[1:-1]
        if inner.isdigit():
            kind, value = "paren number", int(inner)
        elif len(inner) > 1:
            kind, value = "paren small", roman_value(inner.upper())
        else:
            kind, value = "paren letter", letter_value(inner)
    return Label(printed, kind, value, prefix, end) if value else None


def roman_value(text: str) -> int:
    """Return the value of a Roman numeral, 0 when it is not one."""
    total = previous = 0
    for char in reversed(text):
        value = ROMAN.get(char, 0)
        if value == 0:
            return 0
        total += value if value >= previous else -value
        previous = max(previous, value)
    return total if roman_text(total) == text else 0


def roman_text(value: int) -> str:
    """Write a small number as a Roman numeral."""
    out = ""
    for number, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= number:
            out, value = out + letters, value - number
    return out


def letter_value(letter: str) -> int:
    """Return the place of a letter in the Vietnamese order of items (a, b, c, d, đ, e, g ...), 0 if it has none."""
    return LETTERS.find(letter) + 1 if len(letter) == 1 else roman_value(letter.upper())


def as_small_roman(label: Label) -> Label | None:
    """Return the label "i", "v" or "x" (also in brackets) read as a numeral; None when it cannot be one."""
    letter = label.printed.strip("()")
    if label.kind not in ("letter", "paren letter") or letter not in ("i", "v", "x"):
        return None
    kind = "small" if label.kind == "letter" else "paren small"
    return Label(label.printed, kind, roman_value(letter.upper()), "", label.end)


def label_after(label: Label) -> str:
    """Print the label expected after `label`, for messages."""
    value = label.value + 1
    if label.kind == "roman":
        return roman_text(value)
    if label.kind in ("letter", "capital"):
        letter = next((char for char in LETTERS[value - 1 :] if char not in OPTIONAL), "?")
        return letter.upper() if label.kind == "capital" else letter
    if label.kind.startswith("dot"):
        return f"{label.prefix}.{value}"
    if label.kind == "paren number":
        return f"({value})"
    if label.kind in ("small", "paren small"):
        numeral = roman_text(value).lower()
        return numeral if label.kind == "small" else f"({numeral})"
    words = label.printed.split()
    return f"{words[0]} {value}" if len(words) > 1 else str(value)
