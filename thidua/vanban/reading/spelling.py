"""Probable misspellings: official phrases with a wrong mark, a lost syllable or a doubled word. Words are data."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from thidua.vanban.reading.paragraphs import Paragraph

DATA = Path(__file__).parent.parent / "data" / "spelling.toml"
WORD = re.compile(r"[^\W\d_]+")
BREAK = re.compile(r"[.;:!?()“”\"]")
# Old placement of the tone mark is a matter of taste, not a mistake: "hoá" and "hóa", "uỷ" and "ủy".
RESPELL = {
    old: new
    for olds, news in (
        ("oá oà oả oã oạ", "óa òa ỏa õa ọa"),
        ("uý uỳ uỷ uỹ uỵ", "úy ùy ủy ũy ụy"),
        ("oé oè oẻ oẽ oẹ", "óe òe ỏe õe ọe"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
RESPELL_END = re.compile("(?<![qg])(?:" + "|".join(RESPELL) + r")$")


@dataclass(slots=True, frozen=True)
class Slip:
    """A probable misspelling: as written, as probably meant, and where in the text."""

    written: str
    meant: str
    start: int


@dataclass(slots=True)
class Lexicon:
    """Phrases ready for lookup by their first syllable (bare for `phrases`, as written for the others)."""

    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]]
    wrong: dict[str, list[tuple[tuple[str, ...], str]]]
    doubled: frozenset[str]
    right: frozenset[tuple[str, ...]]


def bare(word: str) -> str:
    """Drop all marks of a lower-case syllable (đ -> d)."""
    return _bare(word)


@cache
def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@cache
def settled(word: str) -> str:
    """Lower-case a syllable and put its tone mark where the newer spelling does."""
    return RESPELL_END.sub(lambda match: RESPELL[match.group()], word.casefold())


@cache
def lexicon() -> Lexicon:
    """Load the phrases of data/spelling.toml once."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    right = set()
    for phrase in data["phrases"]:
        words = tuple(settled(word) for word in phrase.split())
        right.add(words)
        bares = tuple(_bare(word) for word in words)
        phrases.setdefault(bares[0], []).append((bares, words, phrase))
    wrong: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, losses in data["lost"].items():
        syllables = [settled(word) for word in phrase.split()]
        for loss in losses:
            place = syllables.index(loss)
            short = (*syllables[:place], *syllables[place + 1 :])
            wrong.setdefault(short[0], []).append((short, phrase))
    for written, meant in data["confused"].items():
        slip = tuple(settled(word) for word in written.split())
        wrong.setdefault(slip[0], []).append((slip, meant))
    return Lexicon(phrases, wrong, frozenset(data["doubled"]["words"]), frozenset(right))


def slips_in(text: str) -> list[Slip]:
    """Return the probable misspellings of a text, in order."""
    words = list(WORD.finditer(text))
    settled_words = [settled(match.group()) for match in words]
    known = lexicon()
    slips: list[Slip] = []
    index = 0
    while index < len(words):
        found = _at(settled_words, index, known)
        if found is None and index + 1 < len(words) and settled_words[index] in known.doubled:
            between = text[words[index].end() : words[index + 1].start()]
            if words[index].group() == words[index + 1].group() and between == " ":
                found = 2, settled_words[index]
        if found is not None:
            length, meant = found
            start, end = words[index].start(), words[index + length - 1].end()
            if not BREAK.search(text, start, end):
                slips.append(Slip(text[start:end], meant, start))
                index += length
                continue
        index += 1
    return slips


def _at(words: list[str], index: int, known: Lexicon) -> tuple[int, str] | None:
    for slip, meant in known.wrong.get(words[index], ()):
        if tuple(words[index : index + len(slip)]) == slip:
            return len(slip), meant
    for bares, right, meant in known.phrases.get(_bare(words[index]), ()):
        window = words[index : index + len(bares)]
        if (
            len(window) == len(bares)
            and tuple(window) != right
            and all(_bare(a) == b for a, b in zip(window, bares, strict=True))
        ):
            return len(bares), meant
    return None


def misspellings(paragraphs: list[Paragraph]) -> list[tuple[Slip, list[int]]]:
    """Return each probable misspelling of a document once, with the lines it stands on."""
    found: dict[str, tuple[Slip, list[int]]] = {}
    for paragraph in paragraphs:
        if paragraph.text.isupper():
            continue
        for slip in slips_in(paragraph.text):
            line = paragraph.line_at(slip.start)
            entry = found.setdefault(settled(slip.written), (slip, []))
            if line not in entry[1]:
                entry[1].append(line)
    return list(found.values())
