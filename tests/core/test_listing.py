"""A list for one request: columns, filters, order and pages out of the address."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.http import HttpRequest, QueryDict

from tests import make
from thidua.core.filters import Choice, Day, Search
from thidua.core.listing import Act, Badge, Cell, Column, Empty, Listing, shown
from thidua.organisation.models import Person

FILTERS = [Choice("gioi", "Giới tính", [("f", "Nữ"), ("m", "Nam")], by="sex"), Search()]
COLUMNS = [
    Column("Họ và tên", "full_name", sort=("sort",), css="wide"),
    Column("Ngày sinh", "born_on", sort=("born_on",)),
    Column("Số", "pk", export=False),
]


def listing(query: str = "", **changes: Any) -> Listing:
    request = HttpRequest()
    request.path, request.GET = "/nguoi/", QueryDict(query)
    given = {"title": "Người", "columns": COLUMNS, "order": ("sort",), "filters": FILTERS, "noun": "người"} | changes
    return Listing(request, Person.objects.all(), **given)


def names(shown: Listing) -> list[str]:
    return [row.cells[0].text for row in shown.rows]


@pytest.fixture
def people(db: None) -> None:
    for name, sex, year in [("Lò Thị An", "f", 1990), ("Hà Minh Đức", "m", 1980), ("Cầm Thị Hương", "f", 1985)]:
        make.make_person(name, sex=sex, born_on=dt.date(year, 1, 1))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Lò Thị An", "Hà Minh Đức", "Cầm Thị Hương"]),
        ("xep=ngay-sinh", ["Hà Minh Đức", "Cầm Thị Hương", "Lò Thị An"]),
        ("xep=-ho-va-ten", ["Cầm Thị Hương", "Hà Minh Đức", "Lò Thị An"]),
        ("xep=so", ["Lò Thị An", "Hà Minh Đức", "Cầm Thị Hương"]),
        ("xep=sex%3BDROP", ["Lò Thị An", "Hà Minh Đức", "Cầm Thị Hương"]),
        ("gioi=f", ["Lò Thị An", "Cầm Thị Hương"]),
        ("gioi=khac", ["Lò Thị An", "Hà Minh Đức", "Cầm Thị Hương"]),
        ("q=HUONG cam", ["Cầm Thị Hương"]),
        ("q=đức", ["Hà Minh Đức"]),
        ("q=duc&gioi=f", []),
        ("q=%25", []),
        ("q=%00", ["Lò Thị An", "Hà Minh Đức", "Cầm Thị Hương"]),
    ],
)
def test_filters_and_order_come_from_the_address(people: None, query: str, found: list[str]) -> None:
    asked = listing(query)
    assert names(asked) == found
    assert asked.count == len(found)


def test_headings_turn_the_order_and_keep_the_filters(people: None) -> None:
    asked = listing("gioi=f&sau=x&xuat=in")
    assert asked.columns == [
        {"label": "Họ và tên", "css": "wide", "sort_url": "/nguoi/?gioi=f&xep=-ho-va-ten", "sorted": "asc"},
        {"label": "Ngày sinh", "css": "", "sort_url": "/nguoi/?gioi=f&xep=ngay-sinh", "sorted": ""},
        {"label": "Số", "css": "", "sort_url": "", "sorted": ""},
    ]
    assert [c["sorted"] for c in listing("xep=-ngay-sinh").columns] == ["", "desc", ""]
    assert listing("xep=-ngay-sinh").columns[1]["sort_url"] == "/nguoi/?xep=ngay-sinh"


def test_pages_number_their_rows_and_say_how_many_there_are(people: None) -> None:
    first = listing(size=2)
    assert first.pager["next_url"].startswith("/nguoi/?sau=")
    shape = {key: value for key, value in first.pager.items() if key != "next_url"}
    assert shape == {"prev_url": "", "count": 3, "first": 1, "last": 2, "noun": "người"}
    second = listing(first.pager["next_url"].partition("?")[2], size=2)
    assert (second.start, names(second), second.pager["last"], second.pager["next_url"]) == (
        3,
        ["Cầm Thị Hương"],
        3,
        "",
    )
    back = listing(second.pager["prev_url"].partition("?")[2], size=2)
    assert (back.start, names(back)) == (1, ["Lò Thị An", "Hà Minh Đức"])


def test_the_whole_list_ignores_pages(people: None) -> None:
    asked = listing("xep=-ho-va-ten", size=1)
    assert [row.full_name for row in asked.whole()] == ["Cầm Thị Hương", "Hà Minh Đức", "Lò Thị An"]


@pytest.mark.parametrize(("query", "export"), [("xuat=word", "word"), ("xuat=in", "in"), ("xuat=exe", ""), ("", "")])
def test_only_known_exports(people: None, query: str, export: str) -> None:
    assert listing(query).export == export


def test_nothing_at_all_and_nothing_left_by_the_filter_are_two_things(db: None) -> None:
    nothing = Empty("Chưa có ai", "Mời thêm người.", "Thêm", "/nguoi/them/")
    assert listing(empty=nothing).empty == nothing
    filtered = listing("q=zzz", empty=nothing).empty
    assert (filtered.title, filtered.other_label, filtered.other_url) == (
        "Không có người nào khớp với bộ lọc", "Bỏ bộ lọc", "/nguoi/",
    )  # fmt: skip
    assert listing().pager == {"prev_url": "", "next_url": "", "count": 0, "first": 0, "last": 0, "noun": "người"}


def test_rows_carry_what_the_table_needs(people: None) -> None:
    asked = listing(
        "q=duc",
        url=lambda p: f"/nguoi/{p.pk}/",
        acts=lambda p: [Act("Sửa", "/sua/")],
        css=lambda p: "table-active",
    )
    (row,) = asked.rows
    assert (row.url, row.id, row.name, row.css) == (
        f"/nguoi/{row.object.pk}/",
        row.object.pk,
        "Hà Minh Đức",
        "table-active",
    )
    assert (row.acts, asked.has_acts, listing().has_acts) == ([Act("Sửa", "/sua/")], True, False)


@pytest.mark.parametrize("count", [1, 10, 60])
def test_a_list_costs_the_same_queries_whatever_its_length(
    db: None, django_assert_num_queries: Any, count: int
) -> None:
    Person.objects.bulk_create(Person(full_name=f"Lò {i}", sex="f", sort=f"{i:03d}", search="lo") for i in range(count))
    with django_assert_num_queries(2):
        asked = listing("q=lo")
        assert (len(asked.rows), asked.pager["count"], bool(asked.filters)) == (min(count, 50), count, True)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""), ("", ""), ("05/KH", "05/KH"), (True, "Có"), (False, "Không"), (1234567, "1.234.567"), (0, "0"),
        (dt.date(2024, 6, 3), "03/06/2024"), (dt.datetime(2024, 6, 3, 1, 2, tzinfo=dt.UTC), "08:02 03/06/2024"),
    ],
)  # fmt: skip
def test_values_in_the_words_of_the_office(value: Any, words: str) -> None:
    assert shown(value) == words


def test_a_cell_for_the_screen_and_a_value_for_paper() -> None:
    badge = Badge("done", "Đã ký", date=dt.date(2024, 6, 3))
    assert Column("x", lambda row: badge).cell(None) == Cell(badge=badge)
    assert Column("x", lambda row: badge).plain(None) == "Đã ký 03/06/2024"
    assert Column("x", lambda row: Cell("a", sub="b")).plain(None) == "a"
    assert Column("x", lambda row: Cell(due=dt.date(2024, 6, 3))).plain(None) == dt.date(2024, 6, 3)
    assert Column("x", "a.b", url=lambda row: "/u/").cell(None) == Cell("", url="/u/")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("14/11/2024", dt.date(2024, 11, 14)), ("2024-11-14", dt.date(2024, 11, 14)), ("31/02/2024", None), ("", None)],
)
def test_a_day_filter_reads_the_offices_dates(typed: str, day: dt.date | None) -> None:
    default = dt.date(2025, 1, 1)
    given = QueryDict(mutable=True)
    given["ngay"] = typed
    one = Day(default)
    assert one.value(given) == (day or default)
    assert one.active(given) is bool(day)
    assert one.drawn(given).value() == f"{day or default:%d/%m/%Y}"


def test_a_choice_with_a_default_can_still_be_all() -> None:
    one = Choice("cong-tac", "Công tác", [("co", "Đang"), ("khong", "Thôi")], default="co")
    values = {query: one.value(QueryDict(query)) for query in ("", "cong-tac=", "cong-tac=khong", "cong-tac=x")}
    assert values == {"": "co", "cong-tac=": "", "cong-tac=khong": "khong", "cong-tac=x": "co"}
    assert one.drawn(QueryDict(""))["options"] == [("", "Tất cả"), ("co", "Đang"), ("khong", "Thôi")]
