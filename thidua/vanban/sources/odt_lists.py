"""Automatic OpenDocument numbering: list styles, running counters and the label printed before an item."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from thidua.vanban.sources.docx_numbering import number_in

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

_FORMS = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter", "": "none"}
_PLACE = re.compile(r"%(\d{1,2})%")
_LEVELS = 10
_STYLE_CHAIN = 30
_OUTLINE = 0


@dataclass(slots=True)
class Level:
    """One level of a list style; `pattern` ("%1%.%2%") is what newer files give instead of prefix and suffix."""

    form: str = "none"
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""
    pattern: str | None = None


@dataclass(slots=True)
class ParagraphStyle:
    """What a paragraph or text style says of lists and capitals."""

    parent: str | None = None
    list_style: str | None = None
    capitals: bool | None = None


@dataclass(slots=True)
class OpenStyles:
    """The styles of one document, common and automatic ones together."""

    paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)
    lists: dict[str, list[Level]] = field(default_factory=dict)
    outline: list[Level] = field(default_factory=list)

    def resolved(self, name: str | None) -> ParagraphStyle:
        """Return a style with all it inherits; a circle of parents ends after a while."""
        found = ParagraphStyle()
        for _ in range(_STYLE_CHAIN):
            style = self.paragraphs.get(name or "")
            if style is None:
                break
            if found.list_style is None:
                found.list_style = style.list_style
            if found.capitals is None:
                found.capitals = style.capitals
            name = style.parent
        return found

    def read(self, root: etree._Element) -> None:
        """Add the styles of content.xml or styles.xml."""
        for node in root.iter(f"{STYLE}style", f"{TEXT}list-style", f"{TEXT}outline-style"):
            name = node.get(f"{STYLE}name", "")
            if node.tag == f"{TEXT}list-style":
                self.lists[name] = _levels(node)
            elif node.tag == f"{TEXT}outline-style":
                self.outline = _levels(node)
            else:
                letters = node.find(f"{STYLE}text-properties")
                transform = None if letters is None else letters.get(f"{FO}text-transform")
                self.paragraphs[name] = ParagraphStyle(
                    node.get(f"{STYLE}parent-style-name"),
                    node.get(f"{STYLE}list-style-name"),
                    None if transform is None else transform == "uppercase",
                )


class Counters:
    """Running numbers of the lists of one document; a list that goes on from another runs under its key."""

    def __init__(self, styles: OpenStyles) -> None:
        self._styles = styles
        self._values: dict[int, list[int | None]] = {}
        self._by_name: dict[str, int] = {}
        self._last_of_style: dict[str, int] = {}
        self._keys = 0

    def open_list(self, style: str, name: str | None, after: str | None, *, goes_on: bool) -> int:
        """Begin an outermost list of a style; returns the key its numbers run under."""
        if after in self._by_name:
            key = self._by_name[after]
        elif goes_on and style in self._last_of_style:
            key = self._last_of_style[style]
        else:
            self._keys += 1
            key = self._keys
        self.name_list(name, key)
        self._last_of_style[style] = key
        return key

    def name_list(self, name: str | None, key: int) -> None:
        """Remember the name of a list, an inner one too: a later list may go on from it."""
        if name is not None:
            self._by_name[name] = key

    def label(self, key: int, style: str, level: int, start: int | None = None) -> str | None:
        """Count one item at `level` (0 outermost) and return its label, or None where the style prints none."""
        return self._count(key, self._styles.lists.get(style, []), level, start)

    def heading_label(self, level: int) -> str | None:
        """Count one heading numbered by the outline of the document and return its label, if it has one."""
        return self._count(_OUTLINE, self._styles.outline, level, None)

    def _count(self, key: int, levels: list[Level], level: int, start: int | None) -> str | None:
        if not 0 <= level < len(levels):
            return None
        values = self._values.setdefault(key, [None] * _LEVELS)
        value = values[level]
        values[level] = start if start is not None else levels[level].start if value is None else value + 1
        # A level passed over counts as if its first number had been used.
        for above in range(level):
            if values[above] is None:
                values[above] = levels[above].start
        values[level + 1 :] = [None] * (_LEVELS - level - 1)
        return _printed(levels, values, level)


def _printed(levels: list[Level], values: list[int | None], level: int) -> str | None:
    here = levels[level]
    if here.bullet:
        return "+" if here.bullet == "+" else "-"

    def number(index: int) -> str:
        value = values[index]
        return number_in(levels[index].start if value is None else value, levels[index].form)

    if here.form == "none" and here.pattern is None:
        return None
    if here.pattern is not None:
        printed = _PLACE.sub(
            lambda match: number(int(match[1]) - 1) if 0 < int(match[1]) <= len(levels) else "", here.pattern
        )
    else:
        first = max(0, level + 1 - here.shown)
        middle = ".".join(filter(None, (number(index) for index in range(first, level + 1))))
        printed = f"{here.prefix}{middle}{here.suffix}"
    return printed.strip() or None


def _levels(style: etree._Element) -> list[Level]:
    levels = [Level() for _ in range(_LEVELS)]
    for node in style.iterchildren():
        index = _integer(node.get(f"{TEXT}level"), 1) - 1
        if not 0 <= index < _LEVELS:
            continue
        if node.tag == f"{TEXT}list-level-style-bullet":
            levels[index] = Level(bullet=node.get(f"{TEXT}bullet-char") or "-")
        elif node.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
            levels[index] = Level(
                form=_FORMS.get(node.get(f"{STYLE}num-format", ""), "decimal"),
                prefix=node.get(f"{STYLE}num-prefix", ""),
                suffix=node.get(f"{STYLE}num-suffix", ""),
                shown=_integer(node.get(f"{TEXT}display-levels"), 1),
                start=_integer(node.get(f"{TEXT}start-value"), 1),
                pattern=node.get(f"{LOEXT}num-list-format"),
            )
    return levels


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else default
