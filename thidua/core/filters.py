"""The fields of a filter bar: each reads its value from the address, draws itself and narrows the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django import forms
from django.db.models import Q, QuerySet
from django.forms.boundfield import BoundField
from django.http import QueryDict

from thidua.core.text import fold

_LONGEST = 100  # of a search longer than this nothing more is read


class Filter(Protocol):
    """One field of the filter bar."""

    @property
    def name(self) -> str:
        """Its name in the address."""

    def narrow(self, rows: QuerySet[Any], given: QueryDict) -> QuerySet[Any]:
        """The rows that are left."""

    def drawn(self, given: QueryDict) -> Any:
        """The field for core/_filter.html."""

    def active(self, given: QueryDict) -> bool:
        """Whether it leaves anything out."""


@dataclass(frozen=True, slots=True)
class Search:
    """Words looked for without diacritics, in any order, in folded columns: "duc nguyen" finds Nguyễn Văn Đức."""

    label: str = "Tìm, không cần dấu"
    columns: tuple[str, ...] = ("search",)
    name: str = "q"
    placeholder: str = ""

    def words(self, given: QueryDict) -> str:
        """What was typed."""
        return given.get(self.name, "").replace("\0", "").strip()[:_LONGEST]

    def narrow(self, rows: QuerySet[Any], given: QueryDict) -> QuerySet[Any]:
        """Every word must be found in one of the columns."""
        for word in fold(self.words(given)).split():
            found = Q()
            for column in self.columns:
                found |= Q(**{f"{column}__contains": word})
            rows = rows.filter(found)
        return rows

    def drawn(self, given: QueryDict) -> dict[str, Any]:
        """A search box."""
        typed = self.words(given)
        return {"name": self.name, "label": self.label, "value": typed, "placeholder": self.placeholder}

    def active(self, given: QueryDict) -> bool:
        """Whether anything was typed."""
        return bool(self.words(given))


@dataclass(frozen=True, slots=True)
class Choice:
    """A select with "Tất cả" first. `by` is a look-up ("unit_id") or a function (rows, value) -> rows.

    `default` is chosen when the address says nothing; `everything` "" leaves "Tất cả" out.
    """

    name: str
    label: str
    options: Sequence[tuple[Any, str]]
    by: str | Callable[[QuerySet[Any], str], QuerySet[Any]] = ""
    default: str = ""
    everything: str = "Tất cả"

    def value(self, given: QueryDict) -> str:
        """The choice, "" for all; an unknown value counts as none made."""
        chosen = given.get(self.name)
        known = {str(value) for value, _ in self.options} | ({""} if self.everything else set())
        return chosen if chosen is not None and chosen in known else self.default

    def narrow(self, rows: QuerySet[Any], given: QueryDict) -> QuerySet[Any]:
        """The rows with this value; with no `by` the view narrows them itself."""
        value = self.value(given)
        if not value or not self.by:
            return rows
        return self.by(rows, value) if callable(self.by) else rows.filter(**{self.by: value})

    def drawn(self, given: QueryDict) -> dict[str, Any]:
        """A select."""
        every = [("", self.everything)] if self.everything else []
        options = [*every, *((str(value), words) for value, words in self.options)]
        return {"name": self.name, "label": self.label, "value": self.value(given), "options": options}

    def active(self, given: QueryDict) -> bool:
        """Whether something else than usual is chosen."""
        return self.value(given) != self.default


@dataclass(frozen=True, slots=True)
class Day:
    """A date, such as "Tại ngày"; the view asks for `value` and stands its query on that day."""

    default: dt.date
    label: str = "Tại ngày"
    name: str = "ngay"

    def value(self, given: QueryDict) -> dt.date:
        """The day typed as dd/mm/yyyy, else the default; days no office has to do with count as none typed."""
        try:
            day: dt.date = forms.DateField(localize=True).clean(given.get(self.name, ""))
        except forms.ValidationError:
            return self.default
        return day if 1900 <= day.year <= 2200 else self.default

    def narrow(self, rows: QuerySet[Any], given: QueryDict) -> QuerySet[Any]:
        """The view has done it."""
        return rows

    def drawn(self, given: QueryDict) -> BoundField:
        """A date field."""
        form = forms.Form({self.name: f"{self.value(given):%d/%m/%Y}"}, auto_id="loc-%s")
        form.fields[self.name] = forms.DateField(label=self.label, required=False)
        return form[self.name]

    def active(self, given: QueryDict) -> bool:
        """Whether it is another day."""
        return self.value(given) != self.default
