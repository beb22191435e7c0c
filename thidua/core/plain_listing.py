"""A list that is not in the database: the same screen, filters and exports over rows held in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict

from thidua.core.filters import Search
from thidua.core.keyset import Page
from thidua.core.listing import BACKWARD, FORWARD, Listing, Row
from thidua.core.text import fold, whole_number


@dataclass(frozen=True, slots=True)
class WordSearch(Search):
    """Words looked for without diacritics, in any order, in what `text` gives of a row."""

    text: Callable[[Any], str] = str

    def narrow(self, rows: Any, given: QueryDict) -> Any:
        """The rows in which every word occurs."""
        words = fold(self.words(given)).split()
        return [row for row in rows if all(word in fold(self.text(row)) for word in words)] if words else rows


class PlainListing(Listing):
    """A list over a sequence in its given order. A page is asked for by the number of its first row."""

    def __init__(self, request: Any, rows: Sequence[Any], **options: Any) -> None:
        super().__init__(request, rows, order=(), **options)  # type: ignore[arg-type]

    @cached_property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.filtered)

    @cached_property
    def page(self) -> Page:
        """The rows of this page; an address nobody wrote leads to the first."""
        asked = self.given.get(FORWARD) or self.given.get(BACKWARD) or "1"
        number = whole_number(asked) or 1
        first = number if number <= self.count else 1
        rows = list(self.filtered[first - 1 : first - 1 + self.size])
        previous = str(max(1, first - self.size)) if first > 1 else ""
        following = str(first + self.size) if first - 1 + self.size < self.count else ""
        return Page(rows, previous, following, first)

    def whole(self) -> Iterator[Any]:
        """All rows in order."""
        return iter(self.filtered)

    @cached_property
    def rows(self) -> list[Row]:
        """The lines of this page; plain rows have no boxes to tick."""
        shown_columns = [column for column in self._columns if column.screen]
        return [
            Row(
                object=row,
                cells=[column.cell(row) for column in shown_columns],
                url=self._url(row) if self._url else "",
                name=self._name(row),
                acts=self._acts(row) if self._acts else (),
                css=self._css(row) if self._css else "",
            )
            for row in self.page.rows
        ]
