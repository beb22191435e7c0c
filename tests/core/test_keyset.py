"""Pages by key against a naive sort: every row once, in order, both ways, empty values last."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.core.keyset import keys_of, page_of
from thidua.organisation.models import Person

BORN = st.one_of(st.none(), st.dates(dt.date(1990, 1, 1), dt.date(1990, 1, 4)))
ROWS = st.lists(st.tuples(BORN, st.sampled_from("abc"), st.sampled_from(["", "x"])), max_size=14)
ORDERS = [("sort",), ("-sort",), ("born_on",), ("-born_on",), ("-born_on", "sort"), ("phone", "-born_on", "-sort"), ()]


def naive(order: tuple[str, ...]) -> list[int]:
    """The same order by sorting in Python, from the last column to the first."""
    rows = list(Person.objects.all())
    rows.sort(key=lambda r: r.pk, reverse=bool(order) and order[-1].startswith("-"))
    for name in reversed(order):
        column, down = name.lstrip("-"), name.startswith("-")
        filled = [r for r in rows if getattr(r, column) is not None]
        filled.sort(key=lambda r: getattr(r, column), reverse=False) if not down else None
        if down:  # a stable sort downwards keeps the order of equals
            filled = [r for v in sorted({getattr(r, column) for r in filled}, reverse=True)
                      for r in filled if getattr(r, column) == v]  # fmt: skip
        rows = filled + [r for r in rows if getattr(r, column) is None]
    return [r.pk for r in rows]


def walk(order: tuple[str, ...], size: int) -> tuple[list[list[int]], list[int], Any]:
    """All pages going forward, the number of the first row of each, and the last page."""
    pages, firsts, cursor = [], [], ""
    while True:
        page = page_of(Person.objects.all(), order, size=size, forward=cursor)
        pages.append([row.pk for row in page.rows])
        firsts.append(page.first)
        if not page.following:
            return pages, firsts, page
        cursor = page.following


@pytest.mark.parametrize("order", ORDERS)
@given(rows=ROWS, size=st.integers(1, 5))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_are_the_naive_sort_cut_in_pieces(db: None, order: tuple[str, ...], rows: Any, size: int) -> None:
    Person.objects.all().delete()
    Person.objects.bulk_create(
        Person(full_name=f"Lò {i}", sex="f", born_on=born, sort=sort, search="", phone=phone)
        for i, (born, sort, phone) in enumerate(rows)
    )
    expected = naive(order)
    pages, firsts, last = walk(order, size)
    assert [pk for page in pages for pk in page] == expected
    assert firsts == [1 + sum(map(len, pages[:i])) for i in range(len(pages))]
    # And back again: each page is a full one, the first included, and ends where the one after it begins.
    found = last
    while found.previous:
        start = expected.index(found.rows[0].pk)
        found = page_of(Person.objects.all(), order, size=size, backward=found.previous)
        assert [row.pk for row in found.rows] == (expected[start - size : start] if start >= size else expected[:size])
    assert found.first == 1 or len(pages) == 1


def test_a_row_added_meanwhile_shifts_nothing(db: None) -> None:
    def add(sort: str) -> None:
        Person.objects.create(full_name=sort, sex="f", sort=sort, search="")

    for sort in "bdfh":
        add(sort)
    first = page_of(Person.objects.all(), ("sort",), size=2)
    add("a")
    second = page_of(Person.objects.all(), ("sort",), size=2, forward=first.following)
    assert [row.sort for row in second.rows] == ["f", "h"]
    again = page_of(Person.objects.all(), ("sort",), size=2, backward=second.previous)
    assert [row.sort for row in again.rows] == ["b", "d"]
    start = page_of(Person.objects.all(), ("sort",), size=2, backward=again.previous)
    assert ([row.sort for row in start.rows], start.first, start.previous) == (["a", "b"], 1, "")


@pytest.mark.parametrize("cursor", ["nonsense", "eyJhIjoxfQ:1x:abc", "", "\0", "ế"])
def test_a_cursor_of_somebody_elses_making_leads_to_the_first_page(db: None, cursor: str) -> None:
    Person.objects.create(full_name="a", sex="f", sort="a", search="")
    for way in ({"forward": cursor}, {"backward": cursor}):
        page = page_of(Person.objects.all(), ("sort",), size=2, **way)
        assert [row.sort for row in page.rows] == ["a"]


def test_a_cursor_of_another_order_leads_to_the_first_page(db: None) -> None:
    for sort in "abc":
        Person.objects.create(full_name=sort, sex="f", sort=sort, search="")
    cursor = page_of(Person.objects.all(), ("sort",), size=1).following
    page = page_of(Person.objects.all(), ("-sort",), size=1, forward=cursor)
    assert [row.sort for row in page.rows] == ["c"]


def test_a_page_whose_rows_are_gone_is_the_first_page(db: None) -> None:
    for sort in "abc":
        Person.objects.create(full_name=sort, sex="f", sort=sort, search="")
    cursor = page_of(Person.objects.all(), ("sort",), size=2).following
    Person.objects.filter(sort="c").delete()
    page = page_of(Person.objects.all(), ("sort",), size=2, forward=cursor)
    assert [row.sort for row in page.rows] == ["a", "b"]


def test_a_page_costs_one_query(db: None, django_assert_num_queries: Any) -> None:
    for sort in "abc":
        Person.objects.create(full_name=sort, sex="f", sort=sort, search="")
    cursor = page_of(Person.objects.all(), ("sort",), size=2).following
    with django_assert_num_queries(1):
        page_of(Person.objects.all(), ("sort",), size=2, forward=cursor)


def test_which_columns_may_be_empty(db: None) -> None:
    keys = keys_of(Person, ("sort", "-born_on", "account__label", "somewhere_annotated"))
    assert [(k.name, k.descending, k.nullable) for k in keys] == [
        ("sort", False, False), ("born_on", True, True), ("account__label", False, True),
        ("somewhere_annotated", False, True), ("pk", False, False),
    ]  # fmt: skip
