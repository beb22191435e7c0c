"""Pages by key instead of by offset: every page costs the same, and rows added meanwhile shift nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

SALT = "thidua.core.keyset"


@dataclass(frozen=True, slots=True)
class Key:
    """One column of an order. Rows without a value come last, whichever way the column is sorted."""

    name: str
    descending: bool = False
    nullable: bool = False
    empty_first: bool = False

    def reversed(self) -> Key:
        """The same key read from the end."""
        return Key(self.name, not self.descending, self.nullable, not self.empty_first)

    def order(self) -> OrderBy:
        """For `order_by`."""
        ends = {"nulls_first": True} if self.empty_first else {"nulls_last": True}
        return OrderBy(F(self.name), descending=self.descending, **(ends if self.nullable else {}))

    def equal(self, value: Any) -> Q:
        """Rows that have this value."""
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})

    def beyond(self, value: Any) -> Q | None:
        """Rows that come after this value, or None when there can be none."""
        if value is None:
            return Q(**{f"{self.name}__isnull": False}) if self.empty_first else None
        later = Q(**{f"{self.name}__{'lt' if self.descending else 'gt'}": value})
        return later | Q(**{f"{self.name}__isnull": True}) if self.nullable and not self.empty_first else later


def keys_of(model: type[Model], order: Sequence[str]) -> tuple[Key, ...]:
    """The keys of an order such as ("-unit__order", "sort"); the primary key is added, so that no two rows tie."""
    keys = [Key(name.lstrip("-"), name.startswith("-"), _may_be_empty(model, name.lstrip("-"))) for name in order]
    last_descending = bool(keys) and keys[-1].descending
    return (*keys, Key("pk", last_descending))


def _may_be_empty(model: Any, name: str) -> bool:
    """Whether a column can be NULL; of an annotation it is not known, so yes."""
    for part in name.split("__"):
        if part == "pk":
            return False
        try:
            field = model._meta.get_field(part)
        except FieldDoesNotExist:
            return True
        if field.null:
            return True
        model = field.related_model
    return False


def after(keys: Sequence[Key], values: Sequence[Any]) -> Q:
    """The rows that come after the row with these values, in the order of the keys."""
    found: Q | None = None
    for key, value in reversed(list(zip(keys, values, strict=True))):
        beyond, equal = key.beyond(value), key.equal(value)
        tied = equal & found if found is not None else None
        parts = [part for part in (beyond, tied) if part is not None]
        found = parts[0] | parts[1] if len(parts) == 2 else (parts[0] if parts else None)
    if found is None:
        return Q(pk__in=[])
    first, value = keys[0], values[0]
    if value is not None and not first.nullable and len(keys) > 1:
        # Says the same again about the first column alone, which lets the database go straight to its place.
        found = Q(**{f"{first.name}__{'lte' if first.descending else 'gte'}": value}) & found
    return found


def values_of(row: Any, keys: Sequence[Key]) -> list[Any]:
    """The row's values of the keys; related rows should have been fetched with it."""
    values = []
    for key in keys:
        value = row
        for part in key.name.split("__"):
            value = None if value is None else getattr(value, part)
        values.append(value)
    return values


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page, the cursors of its neighbours ("" when there is none) and the number of its first row."""

    rows: list[Any]
    previous: str
    following: str
    first: int


def page_of(rows: QuerySet[Any], order: Sequence[str], *, size: int, forward: str = "", backward: str = "") -> Page:
    """The page after the cursor `forward`, or before the cursor `backward`, or the first one. One query, seldom two.

    A cursor that was tampered with, or belongs to another order, leads to the first page.
    """
    keys = keys_of(rows.model, order)
    name = ",".join(order)
    if backward and (mark := _open(backward, name, len(keys))):
        flipped = [key.reversed() for key in keys]
        found = list(rows.filter(after(flipped, mark[1])).order_by(*(k.order() for k in flipped))[: size + 1])
        if len(found) >= size:
            more, found = len(found) > size, found[:size][::-1]
            first = max(1 + more, mark[0] - len(found))
            return _page(found, keys, name, first=first, before=more, later=True)
        forward = ""  # less than a page is left before: show the first page, full
    ordered = rows.order_by(*(key.order() for key in keys))
    if forward and (mark := _open(forward, name, len(keys))):
        found = list(ordered.filter(after(keys, mark[1]))[: size + 1])
        if found:
            return _page(found[:size], keys, name, first=mark[0] + 1, before=True, later=len(found) > size)
    found = list(ordered[: size + 1])
    return _page(found[:size], keys, name, first=1, before=False, later=len(found) > size)


def _page(rows: list[Any], keys: Sequence[Key], name: str, *, first: int, before: bool, later: bool) -> Page:
    return Page(
        rows,
        _close(first, values_of(rows[0], keys), name) if before and rows else "",
        _close(first + len(rows) - 1, values_of(rows[-1], keys), name) if later and rows else "",
        first,
    )


class _Plain:
    """JSON for signing; dates and decimals become text, which the database turns back."""

    def dumps(self, value: Any) -> bytes:
        return json.dumps(value, default=str, separators=(",", ":")).encode()

    def loads(self, data: bytes) -> Any:
        return json.loads(data)


def _close(number: int, values: list[Any], name: str) -> str:
    return signing.dumps([number, values, name], salt=SALT, serializer=_Plain, compress=True)


def _open(cursor: str, name: str, length: int) -> tuple[int, list[Any]] | None:
    """The number and values a cursor carries, or None."""
    try:
        number, values, order = signing.loads(cursor, salt=SALT, serializer=_Plain)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return (number, values) if order == name and len(values) == length else None
