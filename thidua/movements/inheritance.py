"""What an official decided about one version of a plan goes over to the next, where the plan says the same. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from thidua.core.text import fold
from thidua.movements.models import LineKind, Verdict

_DUTIES = (LineKind.TASK, LineKind.YEARLY, LineKind.DEADLINE)
# Of a duty these say when it is due; when only they differ, the plan moved a date and the rest of a correction stands.
_DATES = ("kind", "date", "words", "strength")
# Findings point at lines, and lines move; the line numbers of a finding are not part of what it says.
_PLACES = ("lines", "answer", "internal_date")


def inherit(fresh: Sequence[Any], old: Sequence[Any]) -> int:
    """Writes earlier decisions into new lines (both with kind, text, data, verdict, certain, read_as); gives how many.

    The same words read the same way: the decision stands. The same duty with another date: the corrected words and
    units stand, the date is the new plan's, and an official has to look at it. Each old line serves once.
    """
    whole, dateless = _by(old, _said), _by(old, _undated)
    count = 0
    for line in fresh:
        if line.kind == LineKind.MOVEMENT:
            continue  # name and years of a movement are looked at anew each time
        if before := _take(whole, _said(line), dateless):
            line.kind, line.text, line.verdict = before.kind, before.text, before.verdict
            line.data = dict(before.data) | {k: v for k, v in line.data.items() if k == "lines"}
            line.decided_by, line.decided_at = before.decided_by, before.decided_at
            count += 1
        elif line.kind in _DUTIES and (before := _take(dateless, _undated(line), whole)):
            dates = {key: line.data.get(key) for key in _DATES}
            line.kind, line.text, line.certain = before.kind, before.text, False
            line.data = dict(before.data) | dates
            count += 1
    return count


def _said(line: Any) -> str:
    """What the machine read, places left out."""
    read = line.read_as
    data = {key: value for key, value in sorted(read.get("data", {}).items()) if key not in _PLACES}
    return fold(f"{read.get('kind')}|{line.ref}|{read.get('text')}|{data}")


def _undated(line: Any) -> str:
    """Of a duty what the machine read but for its dates; "" for what is no duty."""
    read = line.read_as
    if read.get("kind") not in _DUTIES:
        return ""
    data = {key: value for key, value in sorted(read["data"].items()) if key not in _DATES}
    return fold(f"{line.ref}|{data}")


def _by(lines: Sequence[Any], key: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for line in lines:
        if line.verdict != Verdict.PROPOSED and (said := key(line)):
            found.setdefault(said, []).append(line)
    return found


def _take(lines: dict[str, list[Any]], said: str, other: dict[str, list[Any]]) -> Any:
    """The first old line that says the same; it is taken out of both tables, so that it serves once."""
    if not lines.get(said):
        return None
    taken = lines[said].pop(0)
    for rest in other.values():
        if taken in rest:
            rest.remove(taken)
    return taken
