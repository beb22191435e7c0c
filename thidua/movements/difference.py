"""What a newer version of a plan changes, item by item and word by word, readable by people. Pure values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from thidua.core.text import fold

Change = Literal["same", "changed", "added", "removed"]
_ALIKE = 0.6  # from this share of equal words two items are one item that was changed
_WORDS = re.compile(r"\S+\s*")


class Item(Protocol):
    """What is compared: an item of a plan."""

    ref: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stands in both versions, or in one of them."""

    change: Literal["same", "added", "removed"]
    text: str


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item of the plan and what became of it."""

    change: Change
    old_ref: str
    new_ref: str
    pieces: tuple[Piece, ...] = field(default=())


def compare(old: Sequence[Item], new: Sequence[Item]) -> list[ItemChange]:
    """The changes between two outlines in the order of the new one; removed items stand where they were."""
    keys_old, keys_new = [_key(item) for item in old], [_key(item) for item in new]
    found: list[ItemChange] = []
    for code, i1, i2, j1, j2 in difflib.SequenceMatcher(None, keys_old, keys_new, autojunk=False).get_opcodes():
        if code == "equal":
            found += [ItemChange("same", a.ref, b.ref) for a, b in zip(old[i1:i2], new[j1:j2], strict=True)]
        else:
            found += _paired(old[i1:i2], new[j1:j2])
    return found


def _key(item: Item) -> str:
    return " ".join(fold(item.text).split())


def _paired(old: Sequence[Item], new: Sequence[Item]) -> list[ItemChange]:
    """Within a changed stretch: items alike enough are one item changed; the rest came or went."""
    left, found = list(old), []
    for item in new:
        scored = [
            (difflib.SequenceMatcher(None, _key(a).split(), _key(item).split()).ratio(), i) for i, a in enumerate(left)
        ]
        score, index = max(scored, default=(0.0, 0))
        if score < _ALIKE:
            found.append(ItemChange("added", "", item.ref, (Piece("added", item.text),)))
            continue
        found += [_gone(gone) for gone in left[:index]]
        found.append(ItemChange("changed", left[index].ref, item.ref, words(left[index].text, item.text)))
        left = left[index + 1 :]
    return found + [_gone(item) for item in left]


def _gone(item: Item) -> ItemChange:
    return ItemChange("removed", item.ref, "", (Piece("removed", item.text),))


def words(old: str, new: str) -> tuple[Piece, ...]:
    """The two texts word by word; joined pieces without "removed" give the new text, without "added" the old."""
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    pieces: list[Piece] = []
    for code, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if code == "equal":
            pieces.append(Piece("same", "".join(b[j1:j2])))
        else:
            if i2 > i1:
                pieces.append(Piece("removed", "".join(a[i1:i2])))
            if j2 > j1:
                pieces.append(Piece("added", "".join(b[j1:j2])))
    return tuple(pieces)
