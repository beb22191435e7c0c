"""How items of a plan are cited: "II.4", "IV.2.1", with doubled Roman numbers resolved."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.vanban.structure import OutlineItem


def years_said(first: int | None, last: int | None) -> str:
    """ ", từ năm 2023 đến năm 2025", ", năm 2026", or nothing."""
    if first is None or last is None:
        return ""
    return f", năm {first}" if first == last else f", từ năm {first} đến năm {last}"


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman(number: int) -> str:
    """1 to 39 as a Roman number."""
    found = ""
    for value, sign in _ROMAN:
        while number >= value:
            found += sign
            number -= value
    return found


def from_roman(label: str) -> int | None:
    """The value of a Roman number; None when the label is something else."""
    if not label or any(char not in _VALUES for char in label):
        return None
    values = [_VALUES[char] for char in label]
    return sum(-v if any(later > v for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def resolved_labels(outline: Sequence[OutlineItem]) -> list[str]:
    """The label each item is cited by: as printed, but a repeated Roman number becomes the next one.

    The Office's plan prints two sections "III"; the second is cited as IV. Only repeats are resolved: a number
    that was skipped stays as printed.
    """
    labels = [item.label for item in outline]
    last: dict[int | None, int] = {}
    for index, item in enumerate(outline):
        value = from_roman(item.label)
        if value is None:
            continue
        value = max(value, last.get(item.parent, 0) + 1) if value <= last.get(item.parent, 0) else value
        last[item.parent] = value
        labels[index] = roman(value)
    return labels


def refs(outline: Sequence[OutlineItem]) -> list[str]:
    """The citation of each item: its ancestors' labels and its own, "1.1" under "1" not repeated."""
    labels, found = resolved_labels(outline), []
    for index, item in enumerate(outline):
        label = labels[index]
        if item.parent is None:
            found.append(label)
            continue
        above = outline[item.parent].label
        own = label[len(above) + 1 :] if label.startswith(f"{above}.") else label
        found.append(f"{found[item.parent]}.{own}")
    return found
