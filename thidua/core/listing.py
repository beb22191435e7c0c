"""A list as every screen shows it: columns, filters and order from the address, pages, and the whole for export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.text import slugify

from thidua.core.filters import Filter
from thidua.core.keyset import Page, keys_of, page_of
from thidua.core.templatetags.td import ngay, so
from thidua.core.text import fold

PAGE_SIZE = 50
ORDER, FORWARD, BACKWARD, EXPORT = "xep", "sau", "truoc", "xuat"


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in words with its tone: wait, work, done, back, none or gold."""

    tone: str
    words: str
    date: dt.date | None = None
    note: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row as core/_row.html draws it."""

    text: str = ""
    url: str = ""
    badge: Badge | None = None
    due: Any = None
    sub: str = ""
    css: str = ""
    html_template: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """An icon at the end of a row: a link, or with `post` a button that sends."""

    label: str
    url: str
    icon: str = "eye"
    post: bool = False


@dataclass(frozen=True, slots=True)
class Empty:
    """What to say when there is nothing, and what to do next."""

    title: str
    body: str = ""
    action_label: str = ""
    action_url: str = ""
    other_label: str = ""
    other_url: str = ""
    icon: str = "circle-check"


NOTHING = Empty("Chưa có dòng nào")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: how it is called, where its value comes from, by what it sorts.

    `value` is an attribute path ("unit.name") or a function of the row; it gives text, a number, a date, a Badge or a
    Cell. A year is text: numbers are written with thousand points. `sort` names columns of the database and makes
    the heading a link. `screen` or `export` False leaves the column out there.
    """

    label: str
    value: str | Callable[[Any], Any]
    sort: tuple[str, ...] = ()
    url: Callable[[Any], str] | None = None
    sub: str | Callable[[Any], Any] = ""
    css: str = ""
    screen: bool = True
    export: bool = True
    width: int = 0

    @property
    def key(self) -> str:
        """Its name in the address: "Họ và tên" is "ho-va-ten"."""
        return slugify(fold(self.label))

    def raw(self, row: Any) -> Any:
        """The value itself."""
        return _reach(row, self.value)

    def cell(self, row: Any) -> Cell:
        """The value as drawn."""
        value = self.raw(row)
        if isinstance(value, Cell):
            return value
        if isinstance(value, Badge):
            return Cell(badge=value)
        url = self.url(row) if self.url else ""
        return Cell(shown(value), url=url, sub=shown(_reach(row, self.sub)) if self.sub else "")

    def plain(self, row: Any) -> Any:
        """The value for paper and sheets: text, a number, a date or None."""
        value = self.raw(row)
        if isinstance(value, Cell):
            value = value.badge or value.text or (getattr(value.due, "date", value.due) if value.due else "")
        if isinstance(value, Badge):
            return " ".join(filter(None, [value.words, ngay(value.date)]))
        return value


def _reach(row: Any, path: str | Callable[[Any], Any]) -> Any:
    """The value at the end of an attribute path, or what a function makes of the row."""
    if callable(path):
        return path(row)
    for part in path.split("."):
        row = getattr(row, part, None)
        row = row() if callable(row) and not isinstance(row, Model) else row
    return row


def shown(value: Any) -> str:
    """A value in the words of the office."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, dt.datetime):
        return f"{timezone.localtime(value) if timezone.is_aware(value) else value:%H:%M %d/%m/%Y}"
    if isinstance(value, dt.date):
        return ngay(value)
    return str(value) if isinstance(value, str) else so(value)


@dataclass(slots=True)
class Row:
    """One line of the table."""

    object: Any
    cells: list[Cell]
    id: Any = None
    url: str = ""
    name: str = ""
    acts: Sequence[Act] = ()
    css: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Who a printed list comes from: the level above, the agency, the place written before the date."""

    parent: str = ""
    office: str = ""
    place: str = ""


class Listing:
    """A list for one request; `core/list.html` and `core/table.html` read it as `listing`.

    `rows` are all the actor may see, with `select_related` for what the columns and the order name; `order` is the
    order when the address asks for none ("-created_at", "id"). `url`, `name`, `acts`, `css` are functions of a row
    object. Costs two queries besides what `rows` prefetches, whatever the number of rows.
    """

    def __init__(
        self,
        request: Any,
        rows: QuerySet[Any],
        *,
        title: str,
        columns: Sequence[Column],
        order: tuple[str, ...],
        filters: Sequence[Filter] = (),
        noun: str = "dòng",
        empty: Empty = NOTHING,
        url: Callable[[Any], str] | None = None,
        name: Callable[[Any], str] = str,
        acts: Callable[[Any], Sequence[Act]] | None = None,
        css: Callable[[Any], str] | None = None,
        bulk: dict[str, Any] | None = None,
        total: Sequence[Cell] = (),
        subtitle: str = "",
        size: int = PAGE_SIZE,
    ) -> None:
        self.given, self.path = request.GET, request.path
        self.title, self.subtitle, self.noun, self.size = title, subtitle, noun, size
        self.bulk, self.total = bulk, total
        self._source, self._columns, self._filters, self._order = rows, columns, filters, order
        self._empty, self._url, self._name, self._acts, self._css = empty, url, name, acts, css

    @property
    def export(self) -> str:
        """ "in", "word" or "excel" when the whole list is asked for, else ""."""
        wanted = self.given.get(EXPORT, "")
        return wanted if wanted in {"in", "word", "excel"} else ""

    @cached_property
    def filtered(self) -> QuerySet[Any]:
        """The rows the filters leave."""
        rows = self._source
        for one in self._filters:
            rows = one.narrow(rows, self.given)
        return rows

    @cached_property
    def count(self) -> int:
        """How many there are in all."""
        return self.filtered.count()

    @property
    def filters(self) -> list[Any]:
        """For core/_filter.html."""
        return [one.drawn(self.given) for one in self._filters]

    @property
    def is_filtered(self) -> bool:
        """Whether a filter leaves anything out."""
        return any(one.active(self.given) for one in self._filters)

    @property
    def exported(self) -> list[Column]:
        """The columns that go on paper and into sheets."""
        return [column for column in self._columns if column.export]

    @cached_property
    def asked(self) -> tuple[str, bool]:
        """The heading asked to sort by and whether downwards; ("", False) when none."""
        wanted = self.given.get(ORDER, "")
        key, down = wanted.lstrip("-"), wanted.startswith("-")
        return (key, down) if any(c.key == key and c.sort for c in self._columns) else ("", False)

    @cached_property
    def order_now(self) -> tuple[str, ...]:
        """The columns of the database the list is sorted by now."""
        key, down = self.asked
        if not key:
            return self._order
        sort = next(c.sort for c in self._columns if c.key == key)
        return tuple(_turned(name) for name in sort) if down else sort

    @cached_property
    def page(self) -> Page:
        """The rows of this page."""
        return page_of(
            self.filtered,
            self.order_now,
            size=self.size,
            forward=self.given.get(FORWARD, ""),
            backward=self.given.get(BACKWARD, ""),
        )

    def whole(self) -> Iterator[Any]:
        """All rows in order, a thousand at a time."""
        return self.filtered.order_by(*(k.order() for k in keys_of(self.filtered.model, self.order_now))).iterator(1000)

    def address(self, **changes: str) -> str:
        """This list with something changed; the page is forgotten."""
        query = self.given.copy()
        for name in (FORWARD, BACKWARD, EXPORT):
            query.pop(name, None)
        for name, value in changes.items():
            query[name] = value
        return f"{self.path}?{query.urlencode()}" if query else self.path

    # What the templates read ----------------------------------------------------------------------------------

    @cached_property
    def columns(self) -> list[dict[str, str]]:
        """The headings."""
        return [self._heading(column) for column in self._columns if column.screen]

    def _heading(self, column: Column) -> dict[str, str]:
        key, down = self.asked
        up_now = column.key == key and not down if key else bool(column.sort) and column.sort == self._order
        down_now = column.key == key and down if key else False
        url = self.address(**{ORDER: f"-{column.key}" if up_now else column.key}) if column.sort else ""
        return {
            "label": column.label,
            "css": column.css,
            "sort_url": url,
            "sorted": "asc" if up_now else "desc" if down_now else "",
        }

    @cached_property
    def rows(self) -> list[Row]:
        """The lines of this page."""
        shown_columns = [column for column in self._columns if column.screen]
        return [
            Row(
                object=row,
                cells=[column.cell(row) for column in shown_columns],
                id=row.pk,
                url=self._url(row) if self._url else "",
                name=self._name(row),
                acts=self._acts(row) if self._acts else (),
                css=self._css(row) if self._css else "",
            )
            for row in self.page.rows
        ]

    @property
    def start(self) -> int:
        """The STT of the first line."""
        return self.page.first

    @property
    def has_acts(self) -> bool:
        """Whether there is a column Thao tác."""
        return self._acts is not None

    @property
    def caption(self) -> str:
        """For screen readers."""
        return self.title

    @property
    def pager(self) -> dict[str, Any]:
        """For core/_pager.html."""
        page = self.page
        return {
            "prev_url": self.address(**{BACKWARD: page.previous}) if page.previous else "",
            "next_url": self.address(**{FORWARD: page.following}) if page.following else "",
            "count": self.count,
            "first": page.first if page.rows else 0,
            "last": page.first + len(page.rows) - 1,
            "noun": self.noun,
        }

    @property
    def empty(self) -> Empty:
        """What to say instead of a table."""
        if not self.is_filtered:
            return self._empty
        return Empty(
            f"Không có {self.noun} nào khớp với bộ lọc",
            "Mời chọn “Tất cả” ở một ô lọc, hoặc tìm bằng ít chữ hơn.",
            icon="search",
            other_label="Bỏ bộ lọc",
            other_url=self.path,
        )


def _turned(name: str) -> str:
    """The same column the other way round."""
    return name[1:] if name.startswith("-") else f"-{name}"
