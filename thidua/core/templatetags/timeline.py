"""A year as one line: where each event stands among 36 ten-day columns, above or below, without covering another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import template

register = template.Library()

COLUMNS = 36
LETTERS = 8  # letters of a title that fit one column on two lines
WORD_LETTERS = 4  # letters of the words for the date that fit one column; they stay on one line
LANES = ("", "low")


@register.inclusion_tag("core/_timeline.html")
def timeline(events: Iterable[Any], year: int, today: dt.date | None = None) -> dict[str, Any]:
    """The events of one year on a line of twelve months; on narrow screens the same as a list.

    An event has .date and .title, and may have .until (a stretch of days, drawn as a band), .tone, .url and .words,
    said instead of the date ("Tháng 4"). What finds no free place is listed under the line.
    """
    shown = sorted((seen(event) for event in events), key=lambda event: event["date"])
    shown = [event for event in shown if event["date"].year == year]
    taken: dict[str, list[tuple[int, int]]] = {lane: [] for lane in LANES}
    placed, rest = [], []
    for event in shown:
        least = -(-(len(event["words"]) + 2) // WORD_LETTERS)
        place = find_place(column(event["date"]), max(width_of(event["title"]), least), taken, least=least)
        if place is None:
            rest.append(event)
            continue
        lane, first, last, leftward = place
        taken[lane].append((first, last))
        css = f"ev c-{first} s-{last - first + 1} {lane} {'rtl' if leftward else ''} {event['tone']}"
        placed.append({**event, "css": " ".join(css.split())})
    bands = [
        f"c-{column(event['date'])} s-{min(7, column(last_of(event, year)) - column(event['date']) + 1)}"
        for event in shown
        if event["until"]
    ]
    return {"events": placed, "rest": rest, "bands": bands, "year": year, **flag(today, year)}


def flag(today: dt.date | None, year: int) -> dict[str, Any]:
    """The flag of today, hung to the left at the end of the year; none in another year."""
    if today is None or today.year != year:
        return {"today": None, "flag": ""}
    here = column(today)
    return {"today": today, "flag": f"c-{here} s-3" if here <= COLUMNS - 2 else f"c-{here - 2} s-3 rtl"}


def width_of(title: str) -> int:
    """How many columns a title wants, 3 to 7."""
    return min(7, max(3, -(-len(title) // LETTERS)))


def find_place(
    here: int, width: int, taken: Mapping[str, list[tuple[int, int]]], *, least: int = 1
) -> tuple[str, int, int, bool] | None:
    """Lane, first and last column and direction of the first free place at a column.

    Rightward of the date before leftward, above the line before below, as wide as wanted before one column less, but
    never less than `least`.
    """
    for wide, leftward in ((width, False), (width, True), (width - 1, False), (width - 1, True)):
        first, last = (here - wide + 1, here) if leftward else (here, here + wide - 1)
        if first < 1 or last > COLUMNS or wide < least:
            continue
        for lane in LANES:
            if all(last < start or first > end for start, end in taken[lane]):
                return lane, first, last, leftward
    return None


def column(day: dt.date) -> int:
    """The ten-day column of a day, 1 to 36: three to a month."""
    return 3 * (day.month - 1) + 1 + (day.day > 10) + (day.day > 20)


def last_of(event: Mapping[str, Any], year: int) -> dt.date:
    """The last day of an event inside the year."""
    return min(event["until"], dt.date(year, 12, 31))


def seen(event: Any) -> dict[str, Any]:
    """An event, mapping or object, as a mapping with every entry."""
    names = ("date", "until", "title", "tone", "url", "words")
    given = event.get if isinstance(event, Mapping) else lambda name: getattr(event, name, None)
    return {name: given(name) or ("" if name in {"tone", "url", "words"} else None) for name in names}
