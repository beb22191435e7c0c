"""Automatic Word numbering: which list a paragraph belongs to and the label Word would print before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

_LEVELS = 9
_STYLE_CHAIN = 30
_PLACE = re.compile(r"%([1-9])")
_ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")]
_ROMAN += [(9, "ix"), (5, "v"), (4, "iv"), (1, "i")]


@dataclass(slots=True)
class Level:
    """One level of a list: how its number looks, where it starts and when it starts again."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class Style:
    """What a paragraph or character style says of lists and capitals; None means it leaves that to its parent."""

    parent: str | None = None
    list_id: str | None = None
    level: int | None = None
    capitals: bool | None = None


@dataclass(slots=True)
class Styles:
    """All styles of a document by id, and the one paragraphs have that name none."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def resolved(self, style_id: str | None) -> Style:
        """Return the style with all it inherits through basedOn; a circle of parents ends after a while."""
        found = Style()
        name = style_id if style_id in self.by_id else self.default
        for _ in range(_STYLE_CHAIN):
            style = self.by_id.get(name or "")
            if style is None:
                break
            if found.list_id is None:
                found.list_id = style.list_id
            if found.level is None:
                found.level = style.level
            if found.capitals is None:
                found.capitals = style.capitals
            name = style.parent
        return found


def number_in(value: int, form: str) -> str:
    """Write a counter the way Word does in a numbering format; unknown formats fall back to plain digits."""
    if form in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        roman, rest = "", value
        for worth, sign in _ROMAN:
            roman += sign * (rest // worth)
            rest %= worth
        return roman.upper() if form == "upperRoman" else roman
    if form in ("upperLetter", "lowerLetter") and value > 0:
        # Word knows the 26 Latin letters only (no "đ") and doubles them after z: aa, bb, ...
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{value:02d}"
    return "" if form == "none" else str(value)


class Numbering:
    """The lists of one document with their running counters; paragraphs must be asked for in reading order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, list[Level]] = {}
        self._style_link: dict[str, str] = {}
        self._lists: dict[str, tuple[str, list[Level]]] = {}
        self._start_overrides: dict[str, dict[int, int]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, style_id: str | None, list_id: str | None, level: int | None) -> str | None:
        """Count one paragraph and return its label ("1.", "a)", "-"), or None for a paragraph outside any list.

        `list_id` and `level` are the paragraph's own numPr; what is None comes from its style and the style's parents.
        """
        style = self._styles.resolved(style_id)
        chosen = list_id if list_id is not None else style.list_id
        if chosen is None or chosen not in self._lists:
            return None
        abstract, levels = self._lists[chosen]
        if level is None:
            level = style.level if list_id is None else None
        if level is None:
            level = self._level_of_style(levels, style_id)
        if not 0 <= level < len(levels):
            return None
        self._count(chosen, abstract, levels, level)
        return self._printed(self._counters[abstract], levels, level)

    def _level_of_style(self, levels: list[Level], style_id: str | None) -> int:
        """A list level may name the style that uses it: "Heading 2" then is level 2 without saying so itself."""
        name = style_id if style_id in self._styles.by_id else self._styles.default
        for _ in range(_STYLE_CHAIN):
            for index, level in enumerate(levels):
                if level.style is not None and level.style == name:
                    return index
            style = self._styles.by_id.get(name or "")
            if style is None:
                break
            name = style.parent
        return 0

    def _count(self, list_id: str, abstract: str, levels: list[Level], level: int) -> None:
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        begun = (list_id, level)
        override = self._start_overrides.get(list_id, {}).get(level)
        if override is not None and begun not in self._begun:
            counters[level] = override
        else:
            current = counters[level]
            counters[level] = levels[level].start if current is None else current + 1
        self._begun.add(begun)
        # A level passed over counts as if its first number had been used, as in Word and LibreOffice: 1, 1.1.1, 1.2.
        for above in range(level):
            if counters[above] is None:
                counters[above] = levels[above].start
        for deeper in range(level + 1, len(levels)):
            restart = levels[deeper].restart
            # lvlRestart 0: never; n: only after level n (counted from 1) or one above it; absent: after any above.
            if restart is None or (restart > 0 and level < restart):
                counters[deeper] = None

    def _printed(self, counters: list[int | None], levels: list[Level], level: int) -> str | None:
        here = levels[level]
        if here.form == "bullet":
            return "+" if here.text.strip() == "+" else "-"

        def value_at(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index >= len(levels):
                return ""
            value = counters[index]
            form = "decimal" if here.legal and levels[index].form != "none" else levels[index].form
            return number_in(levels[index].start if value is None else value, form)

        return _PLACE.sub(value_at, here.text).strip() or None

    def _read(self, root: etree._Element) -> None:
        w = f"{{{etree.QName(root).namespace}}}"
        for node in root.iterchildren(f"{w}abstractNum"):
            name = node.get(f"{w}abstractNumId", "")
            self._abstract[name] = _levels(node, w)
            link = node.find(f"{w}numStyleLink")
            if link is not None:
                self._style_link[name] = link.get(f"{w}val", "")
        base: dict[str, str] = {}
        for node in root.iterchildren(f"{w}num"):
            reference = node.find(f"{w}abstractNumId")
            if reference is not None:
                base[node.get(f"{w}numId", "")] = reference.get(f"{w}val", "")
        for node in root.iterchildren(f"{w}num"):
            list_id = node.get(f"{w}numId", "")
            abstract = self._followed(base.get(list_id, ""), base)
            if abstract not in self._abstract:
                continue
            levels = list(self._abstract[abstract])
            for override in node.iterchildren(f"{w}lvlOverride"):
                self._override(override, w, list_id, levels)
            self._lists[list_id] = (abstract, levels)

    def _followed(self, abstract: str, base: dict[str, str]) -> str:
        """An abstract list may only point to a list style, which names the list that has the levels."""
        if abstract not in self._style_link:
            return abstract
        style = self._styles.by_id.get(self._style_link[abstract])
        return base.get(style.list_id or "", abstract) if style else abstract

    def _override(self, node: etree._Element, w: str, list_id: str, levels: list[Level]) -> None:
        index = _integer(node.get(f"{w}ilvl"), 0)
        if not 0 <= index < len(levels):
            return
        own = node.find(f"{w}lvl")
        if own is not None:
            levels[index] = _level(own, w)
        start = node.find(f"{w}startOverride")
        if start is not None:
            value = _integer(start.get(f"{w}val"), 1)
            self._start_overrides.setdefault(list_id, {})[index] = value
            levels[index] = replace(levels[index], start=value)


def read_styles(root: etree._Element | None) -> Styles:
    """Read styles.xml as far as lists and capitals go."""
    styles = Styles()
    if root is None:
        return styles
    w = f"{{{etree.QName(root).namespace}}}"
    for node in root.iterchildren(f"{w}style"):
        name = node.get(f"{w}styleId", "")
        style = Style()
        parent = node.find(f"{w}basedOn")
        if parent is not None:
            style.parent = parent.get(f"{w}val")
        list_id = node.find(f"{w}pPr/{w}numPr/{w}numId")
        level = node.find(f"{w}pPr/{w}numPr/{w}ilvl")
        if list_id is not None:
            style.list_id = list_id.get(f"{w}val")
        if level is not None:
            style.level = _integer(level.get(f"{w}val"), 0)
        capitals = node.find(f"{w}rPr/{w}caps")
        if capitals is not None:
            style.capitals = is_on(capitals, w)
        styles.by_id[name] = style
        if node.get(f"{w}type") == "paragraph" and node.get(f"{w}default") in ("1", "true", "on"):
            styles.default = name
    return styles


def is_on(node: etree._Element, w: str) -> bool:
    """Whether a Word switch such as <w:caps/> is on: without a value it is."""
    return node.get(f"{w}val", "1") not in ("0", "false", "off", "none")


def _levels(abstract: etree._Element, w: str) -> list[Level]:
    levels = [Level(form="none") for _ in range(_LEVELS)]
    for node in abstract.iterchildren(f"{w}lvl"):
        index = _integer(node.get(f"{w}ilvl"), 0)
        if 0 <= index < _LEVELS:
            levels[index] = _level(node, w)
    return levels


def _level(node: etree._Element, w: str) -> Level:
    def value(name: str) -> str | None:
        found = node.find(f"{w}{name}")
        return None if found is None else found.get(f"{w}val", "")

    legal = node.find(f"{w}isLgl")
    restart = value("lvlRestart")
    return Level(
        # Without a start Word counts from 0.
        start=_integer(value("start"), 0),
        form=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        legal=legal is not None and is_on(legal, w),
        restart=None if restart is None else _integer(restart, 0),
        style=value("pStyle"),
    )


def _integer(text: str | None, default: int) -> int:
    """Numbers in a file may be missing, words or absurdly long; Word's own are at most 32 bits."""
    try:
        return int(text) if text is not None and len(text) < 11 else default
    except ValueError:
        return default
