"""Automatic Word numbering that prints exactly the labels of a paper, also the imperfect ones (two "III", a gap)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from thidua.vanban.writing import dimensions as dim
from thidua.vanban.writing.labels import DIVISIONS, Kind, Label
from thidua.vanban.writing.sheet import Line

_FORMATS: dict[Kind, str] = {
    "part": "upperRoman",
    "chapter": "upperRoman",
    "roman": "upperRoman",
    "capital": "upperLetter",
    "letter": "lowerLetter",
    "paren_letter": "lowerLetter",
    "small_roman": "lowerRoman",
}
# Kinds that never carry numbered items of their own: a break in their row must not disturb the list around them.
_LEAVES: tuple[Kind, ...] = ("letter", "small_roman", "paren", "paren_letter")
_LEVELS = 9
BULLETS = 1

_Key = tuple[Kind, int, str]


@dataclass(slots=True)
class _Slot:
    """One level of a list: which labels it prints and, while numbering, where its counter stands."""

    kind: Kind
    word: str
    pattern: str = ""
    parent: int | None = None
    count: int = 0
    label: str = ""
    instance: int = 0
    skipped: bool = False


@dataclass(slots=True)
class _Family:
    """A multi-level list (w:abstractNum) and the instance (w:num) in use; `top` is the slot that instance began at."""

    number: int
    slots: dict[_Key, _Slot] = field(default_factory=dict)
    instance: int = 0
    top: int = 0


class Numbering:
    """Gives every heading its list and level; `xml()` is then the content of the numbering part of the file."""

    def __init__(self) -> None:
        self._abstract = [_abstract(0, [_level(0, "bullet", "-"), _level(1, "bullet", "+")])]
        self._instances = [_instance(BULLETS, 0)]
        self._apart: tuple[int, Label] | None = None

    def number(self, lines: list[Line]) -> list[tuple[int, int] | None]:
        """Return (list id, level) for every line of one body, None where there is no label or it must be typed.

        The lists begin anew with each call: an appendix does not go on counting the body.
        """
        self._apart = None
        divisions = self._family(line for line in lines if line.label and line.label.kind in DIVISIONS)
        items = self._family(line for line in lines if line.label and line.label.kind not in DIVISIONS)
        return [
            self._place(divisions if line.label.kind in DIVISIONS else items, line.label)
            if line.label and line.label.kind != "typed"
            else None
            for line in lines
        ]

    def xml(self) -> str:
        """Return the elements of numbering.xml; Word wants all abstract lists before the first instance."""
        return "".join(self._abstract) + "".join(self._instances)

    def _family(self, headings: Iterable[Line]) -> _Family:
        """Make the list of one body: its levels are the kinds of labels, ordered by how deep they may stand."""
        depth: dict[_Key, tuple[int, int]] = {}
        labels = []
        for index, line in enumerate(headings):
            label = line.label
            if label and label.kind != "typed":
                labels.append(label)
                level, first = depth.get(_key(label), (line.level, index))
                depth[_key(label)] = (max(level, line.level), first)
        family = _Family(len(self._abstract))
        for key in sorted(depth, key=lambda key: depth[key])[:_LEVELS]:
            family.slots[key] = _Slot(key[0], key[2])
        _find_prefixes(family, labels)
        if family.slots:
            levels = [
                _level(index, slot.kind, _around(slot, slot.pattern))
                for index, slot in enumerate(family.slots.values())
            ]
            self._abstract.append(_abstract(family.number, levels))
            family.instance = self._new_instance(family.number)
        return family

    def _place(self, family: _Family, label: Label) -> tuple[int, int]:
        key = _key(label)
        slots = list(family.slots.values())
        slot = family.slots.get(key)
        if slot is None:
            return self._place_apart(label)
        index = slots.index(slot)
        if slot.kind == "dotted":
            parent = None if slot.parent is None else slots[slot.parent]
            if parent is None or parent.label != label.prefix or parent.instance != family.instance:
                return self._place_apart(label)
        natural = label.value == slot.count + 1 and not slot.skipped
        if not natural and (slot.kind == "dotted" or slot.kind in _LEAVES):
            return self._place_apart(label)
        if not natural or index < family.top:
            # An overridden start counts again at every restart (ECMA-376 17.9.26), so an instance is left as soon
            # as a level above the overridden one comes.
            family.instance = self._new_instance(family.number, index, label.value)
            family.top = index
        slot.count, slot.label, slot.instance, slot.skipped = label.value, label.text, family.instance, False
        for higher in slots[:index]:
            # Word counts a level that is passed over as begun, other programs do not: it must be told where to go on.
            higher.skipped = higher.skipped or not higher.count
        for deeper in slots[index + 1 :]:
            deeper.count, deeper.label, deeper.skipped = 0, "", False
        return family.instance, index

    def _place_apart(self, label: Label) -> tuple[int, int]:
        """Put a label that breaks its row into a list of its own, its prefix as plain text; followers go on there."""
        before = self._apart
        if before and (_key(before[1]), before[1].prefix, before[1].value + 1) == (
            _key(label),
            label.prefix,
            label.value,
        ):
            self._apart = (before[0], label)
        else:
            pattern = _around(_Slot(label.kind, label.word), f"{label.prefix}.%1" if label.prefix else "%1")
            number = len(self._abstract)
            self._abstract.append(_abstract(number, [_level(0, label.kind, pattern, label.value)]))
            self._apart = (self._new_instance(number), label)
        return self._apart[0], 0

    def _new_instance(self, abstract: int, level: int = 0, start: int = 0) -> int:
        number = len(self._instances) + 1
        self._instances.append(_instance(number, abstract, level, start))
        return number


def _key(label: Label) -> _Key:
    return label.kind, label.text.count(".") if label.kind == "dotted" else 0, label.word


def _find_prefixes(family: _Family, labels: list[Label]) -> None:
    """Find for each dotted slot the slot whose label it repeats ("2" before "2.1"), then write all label texts."""
    slots = list(family.slots.values())
    seen: dict[int, str] = {}
    for label in labels:
        slot = family.slots.get(_key(label))
        if slot is None:
            continue
        index = slots.index(slot)
        if slot.kind == "dotted" and slot.parent is None:
            slot.parent = max(
                (other for other, text in seen.items() if other < index and text == label.prefix), default=None
            )
        seen = {other: text for other, text in seen.items() if other < index} | {index: label.text}
    for number, slot in enumerate(slots, 1):
        before = "" if slot.parent is None else slots[slot.parent].pattern + "."
        slot.pattern = f"{before}%{number}"


def _around(slot: _Slot, pattern: str) -> str:
    """Return the whole label text: the counters with their word and closing mark."""
    if slot.kind in DIVISIONS:
        return f"{slot.word} {pattern}"
    if slot.kind == "article":
        return f"{slot.word} {pattern}."
    if slot.kind in ("paren", "paren_letter"):
        return f"({pattern})"
    return pattern + (")" if slot.kind in ("letter", "small_roman") else ".")


def _level(index: int, kind: Kind | str, text: str, start: int = 1) -> str:
    """Return one w:lvl: counter, label text and a space; the paragraph's style gives everything else."""
    form = "bullet" if kind == "bullet" else next((form for name, form in _FORMATS.items() if name == kind), "decimal")
    division = kind in DIVISIONS
    indent = 0 if division else round(dim.FIRST_LINE / 25.4 * 1440)
    fonts = f'<w:rFonts w:ascii="{dim.FONT}" w:hAnsi="{dim.FONT}" w:cs="{dim.FONT}"/>' if kind == "bullet" else ""
    look = fonts + ("<w:b/>" if kind == "article" else "")
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="{"nothing" if division else "space"}"/><w:lvlText w:val={quoteattr(text)}/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr>'
        f"{f'<w:rPr>{look}</w:rPr>' if look else ''}</w:lvl>"
    )


def _abstract(number: int, levels: list[str]) -> str:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x7D300000 + number:08X}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{"".join(levels)}</w:abstractNum>'
    )


def _instance(number: int, abstract: int, level: int = 0, start: int = 0) -> str:
    override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
