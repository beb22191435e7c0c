"""The outline: labelled paragraphs set into a tree, each with its own text and its span in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thidua.vanban.reading.labels import Label, as_small_roman
from thidua.vanban.reading.paragraphs import Paragraph
from thidua.vanban.structure import OutlineItem

_CLOSING = re.compile(r"\W*trên đây là\b", re.IGNORECASE)
WORDED = ("phần", "chương", "mục", "tiểu", "điều")
# Kinds that stand for a whole layer of a document: nothing of a plain numbered kind is ever above them.
TOP = {"phần": 0, "chương": 1, "capital": 2, "roman": 3, "mục": 4, "tiểu": 5, "điều": 6}


@dataclass(slots=True)
class Outline:
    """Items with the label each was read from and the paragraphs that belong to each (its heading first)."""

    items: list[OutlineItem] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    owned: list[list[Paragraph]] = field(default_factory=list)
    parts: list[int | None] = field(default_factory=list)
    below: dict[int, list[int]] = field(default_factory=dict)

    def children(self, index: int) -> list[int]:
        """Return the indexes of the direct children of an item."""
        return self.below.get(index, [])

    def ancestors(self, index: int | None) -> list[int]:
        """Return the item and its parents, innermost first."""
        chain = []
        while index is not None:
            chain.append(index)
            index = self.items[index].parent
        return chain


def outline_of(paragraphs: list[Paragraph]) -> Outline:
    """Build the outline from the paragraphs of the body and of an annexed plan, in order."""
    outline = Outline()
    stack: list[tuple[str, int]] = []
    annex: int | None = None
    _read_numerals(paragraphs)
    heads = [p.label for p in paragraphs if p.label is not None and not p.quoted and p.cells is None]
    seen = 0
    for paragraph in paragraphs:
        if paragraph.annex != annex:
            annex, stack = paragraph.annex, []
            outline.owned.append([])  # what precedes the first item of the annex belongs to no item
            outline.owned.pop()
        if paragraph.label is None or paragraph.quoted or paragraph.cells is not None:
            if outline.items and outline.parts[-1] == paragraph.annex:
                outline.owned[-1].append(paragraph)
            continue
        stack = _placed(
            stack,
            paragraph.label,
            outline,
            heads[seen + 1 :] if len(heads) - seen < 200 else heads[seen + 1 : seen + 120],
        )
        seen += 1
        parent = stack[-1][1] if stack else None
        stack.append((paragraph.label.kind, len(outline.items)))
        outline.items.append(
            OutlineItem(paragraph.label.printed, len(stack), paragraph.body, "", parent, paragraph.number, 0, 0)
        )
        if parent is not None:
            outline.below.setdefault(parent, []).append(len(outline.items) - 1)
        outline.labels.append(paragraph.label)
        outline.owned.append([paragraph])
        outline.parts.append(paragraph.annex)
    _fill(outline)
    return outline


def _read_numerals(paragraphs: list[Paragraph]) -> None:
    """Read "i", "v", "x" as numerals where "ii" follows, or "iv" or "ix" went before."""
    labelled = [p for p in paragraphs if p.label is not None and not p.quoted and p.cells is None]
    for place, paragraph in enumerate(labelled):
        numeral = as_small_roman(paragraph.label) if paragraph.label is not None else None
        if numeral is None:
            continue
        near = labelled[place + 1 : place + 30] if numeral.value == 1 else labelled[max(0, place - 30) : place][::-1]
        like = next((p.label for p in near if p.label is not None and p.label.kind == numeral.kind), None)
        if like is not None and like.value == (2 if numeral.value == 1 else numeral.value - 1):
            paragraph.label = numeral


def _fill(outline: Outline) -> None:
    for item, owned in zip(outline.items, outline.owned, strict=True):
        # The closing formula ends the document, not the item it happens to follow; its orders are read all the same.
        closing = next((i for i, paragraph in enumerate(owned) if i and _CLOSING.match(paragraph.text)), len(owned))
        item.text = "\n".join([owned[0].body, *(paragraph.text for paragraph in owned[1:closing])])
        item.start, item.end = owned[0].start, owned[closing - 1].end


def _placed(stack: list[tuple[str, int]], label: Label, outline: Outline, ahead: list[Label]) -> list[tuple[str, int]]:
    """Return the chain of open items the new label stands under."""
    if label.kind.startswith("dot"):
        return _dotted(stack, label, outline)
    if label.kind == "sub":
        for place in range(len(stack) - 1, -1, -1):
            if outline.labels[stack[place][1]].printed == label.prefix:
                return stack[: place + 1]
    kinds = [kind for kind, _ in stack]
    if label.kind in kinds:
        place = len(kinds) - 1 - kinds[::-1].index(label.kind)
        open_label = outline.labels[stack[place][1]]
        if (
            label.value == 1
            and place < len(stack) - 1
            and _nested(stack[place + 1 :], label, open_label, outline, ahead)
        ):
            return stack
        return stack[:place]
    if label.kind in TOP:
        rank = TOP[label.kind]
        kept = list(stack)
        while kept and TOP.get(kept[-1][0], 99) > rank:
            kept.pop()
        return kept
    return stack


def _dotted(stack: list[tuple[str, int]], label: Label, outline: Outline) -> list[tuple[str, int]]:
    """A dotted number stands under the item it names ("1.2" under "1"); otherwise beside its like."""
    for place in range(len(stack) - 1, -1, -1):
        if outline.labels[stack[place][1]].printed.split()[-1] == label.prefix:
            return stack[: place + 1]
    kinds = [kind for kind, _ in stack]
    if label.kind in kinds:
        return stack[: kinds.index(label.kind)]
    if "number" in kinds:
        return stack[: kinds.index("number") + 1]
    deeper = [place for place, kind in enumerate(kinds) if kind not in TOP]
    return stack[: deeper[0]] if deeper else stack


def _nested(
    below: list[tuple[str, int]], label: Label, open_label: Label, outline: Outline, ahead: list[Label]
) -> bool:
    """A count that starts again at 1: inside the open lettered item if that letter is carried on afterwards."""
    inner = {kind: outline.labels[index] for kind, index in below}
    expected = 1
    for later in ahead:
        if later.kind == label.kind:
            if later.follows(open_label) and expected + 1 != later.value:
                return False
            expected = later.value
            continue
        if later.kind in inner:
            return later.follows(inner[later.kind])
        if later.kind in TOP:
            return False
    return False
