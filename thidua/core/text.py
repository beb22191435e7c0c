"""Vietnamese text: NFC, the search key without diacritics, the key that sorts people by tên."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng
_SHAPES = {"\u0306", "\u0302", "\u031b"}  # ă, â ê ô, ơ ư
_SPACES = re.compile(r"\s+")
# Every letter is a pair of digits from 10 on and every tone a pair below, so a tone closes its syllable, a short
# syllable comes before a longer one, and the keys sort alike in every database and under every collation.
_RANK = {letter: f"{index:02d}" for index, letter in enumerate(_LETTERS, start=10)}


def nfc(text: str) -> str:
    """The text composed to NFC, runs of white space made one space, ends trimmed."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """The search key: lower case, no diacritics, đ as d. "Nguyễn Văn Đức" and "nguyen van duc" give the same."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return _SPACES.sub(" ", bare.replace("đ", "d")).strip()


def whole_number(text: str) -> int | None:
    """The number written in at most nine plain digits, else None: addresses carry whatever people type."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def _syllable_key(syllable: str) -> str:
    """Letters in the order of the dictionary, then the tone: ngang, huyền, hỏi, ngã, sắc, nặng."""
    letters, tone = "", 0
    for char in unicodedata.normalize("NFD", syllable.casefold()):
        if char in _TONES:
            tone = _TONES[char]
        elif char in _SHAPES and letters:
            letters = letters[:-1] + unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters += char
    return "".join(_RANK.get(letter, "99") for letter in letters) + f"{tone:02d}"


def sort_key(text: str) -> str:
    """A key of digits that sorts text in Vietnamese dictionary order, syllable by syllable."""
    return "".join(_syllable_key(s) for s in nfc(text).split(" ") if s)


def name_key(full_name: str) -> str:
    """A key of digits that sorts people by tên, then đệm, then họ: the syllables from last to first."""
    parts = nfc(full_name).split(" ")
    if len(parts) < 2:
        return sort_key(full_name)
    return "".join(_syllable_key(s) for s in [parts[-1], *parts[1:-1], parts[0]] if s)


def initials(full_name: str) -> str:
    """Two capitals for an avatar: of đệm-cuối and tên ("Cầm Thị Hương" gives "CH": họ and tên)."""
    parts = nfc(full_name).split(" ")
    return "".join(part[0] for part in ([parts[0], parts[-1]] if len(parts) > 1 else parts) if part).upper()
