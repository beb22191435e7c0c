"""A list held in memory has the pages, filters and exports of any other."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.filters import Choice
from thidua.core.listing import Column
from thidua.core.plain_listing import PlainListing, WordSearch

NAMES = ["Đặng Văn Đức", "Lò Thị Án", "Sùng A Chua", "Nguyễn Văn Đức"]


def listing(rows: list[str], query: str = "", **options: Any) -> PlainListing:
    request = HttpRequest()
    request.method, request.path, request.GET = "GET", "/x/", QueryDict(query)
    given = {"title": "Danh sách", "columns": [Column("Tên", str)], "noun": "dòng"} | options
    return PlainListing(request, rows, **given)


@given(st.integers(0, 30), st.integers(1, 7))
def test_the_pages_together_are_the_list(count: int, size: int) -> None:
    rows = [f"Dòng {n}" for n in range(count)]
    found: list[str] = []
    query = ""
    while True:
        one = listing(rows, query, size=size)
        assert one.start == len(found) + 1
        found += [row.object for row in one.rows]
        following = one.pager["next_url"]
        if not following:
            break
        query = following.partition("?")[2]
    assert (found, one.count, list(one.whole())) == (rows, count, rows)


@given(st.integers(1, 30), st.integers(1, 7), st.text(max_size=8))
def test_any_cursor_leads_to_a_page(count: int, size: int, cursor: str) -> None:
    query = QueryDict(mutable=True)
    query["sau"] = cursor
    one = listing([str(n) for n in range(count)], query.urlencode(), size=size)
    assert 1 <= one.start <= count
    assert len(one.rows) == min(size, count - one.start + 1)


def test_the_page_before_is_the_one_come_from() -> None:
    rows = [str(n) for n in range(10)]
    second = listing(rows, listing(rows, size=4).pager["next_url"].partition("?")[2], size=4)
    first = listing(rows, second.pager["prev_url"].partition("?")[2], size=4)
    assert ([row.object for row in second.rows], [row.object for row in first.rows]) == (rows[4:8], rows[:4])


def test_words_are_found_without_diacritics() -> None:
    search = [WordSearch()]
    found = {
        q: [row.object for row in listing(NAMES, f"q={q}", filters=search).rows] for q in ("duc", "van+DUC+dang", "z")
    }
    assert found == {"duc": [NAMES[0], NAMES[3]], "van+DUC+dang": [NAMES[0]], "z": []}


def test_a_choice_narrows_by_its_function() -> None:
    def at_most(rows: Any, length: str) -> Any:
        return [row for row in rows if len(row) <= int(length)]

    short = Choice("do-dai", "Độ dài", [("9", "Ngắn")], by=at_most)
    one = listing(NAMES, "do-dai=9", filters=[short])
    assert ([row.object for row in one.rows], one.is_filtered, one.count) == (["Lò Thị Án"], True, 1)
