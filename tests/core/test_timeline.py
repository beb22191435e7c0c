"""The line of a year: events find a free place, or are listed under it; nothing covers anything."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from thidua.core.templatetags import timeline


def event(month: int, day: int, title: str = "Sơ kết", **more: Any) -> dict[str, Any]:
    return {"date": dt.date(2024, month, day), "title": title, **more}


@pytest.mark.parametrize(
    ("month", "day", "column"),
    [(1, 1, 1), (1, 10, 1), (1, 11, 2), (1, 20, 2), (1, 21, 3), (1, 31, 3), (2, 1, 4), (11, 14, 32), (12, 31, 36)],
)
def test_a_day_stands_in_its_ten_days(month: int, day: int, column: int) -> None:
    assert timeline.column(dt.date(2024, month, day)) == column


@pytest.mark.parametrize(("title", "width"), [("Sơ kết", 3), ("x" * 24, 3), ("x" * 25, 4), ("x" * 90, 7)])
def test_a_long_title_takes_more_room(title: str, width: int) -> None:
    assert timeline.width_of(title) == width


def test_words_for_the_date_stay_on_their_line_and_inside_the_year() -> None:
    words = {"words": "Mốc nội bộ 13/12"}
    drawn = timeline.timeline([event(11, 12, "Báo cáo năm"), event(12, 13, "Đánh giá", **words)], 2024)
    assert [e["css"] for e in drawn["events"]] == ["ev c-32 s-3", "ev c-31 s-5 low rtl"]
    assert (
        timeline.timeline([event(12, 13, **words), event(12, 13, **words), event(12, 13, **words)], 2024)["rest"] != []
    )


def test_events_take_places_in_order() -> None:
    given = [
        event(3, 15),  # out of order on purpose; above, its own place
        event(1, 5),  # above
        event(1, 5),  # below
        event(1, 15),  # no room right; left would begin before January; listed
        event(12, 25, tone="wait"),  # the year ends: to the left
        {"date": dt.date(2025, 1, 5), "title": "Năm sau"},  # another year
    ]
    drawn = timeline.timeline(given, 2024)
    assert [e["css"] for e in drawn["events"]] == [
        "ev c-1 s-3",
        "ev c-1 s-3 low",
        "ev c-8 s-3",
        "ev c-34 s-3 rtl wait",
    ]
    assert [e["date"] for e in drawn["rest"]] == [dt.date(2024, 1, 15)]


def test_no_two_events_cover_each_other_in_a_crowded_year() -> None:
    given = [event(month, day) for month in range(1, 13) for day in (5, 15, 25)]
    drawn = timeline.timeline(given, 2024)
    assert len(drawn["events"]) + len(drawn["rest"]) == 36
    covered = []
    for placed in drawn["events"]:
        words = placed["css"].split()
        first, width = int(words[1][2:]), int(words[2][2:])
        covered += [("low" in words, column) for column in range(first, first + width)]
    assert len(covered) == len(set(covered))
    assert len(drawn["events"]) >= 20


def test_a_stretch_of_days_is_a_band_inside_the_year() -> None:
    given = [event(2, 8, until=dt.date(2024, 2, 14)), event(12, 25, until=dt.date(2025, 1, 5))]
    assert timeline.timeline(given, 2024)["bands"] == ["c-4 s-2", "c-36 s-1"]


@pytest.mark.parametrize(
    ("today", "flag"),
    [
        (dt.date(2024, 11, 14), {"today": dt.date(2024, 11, 14), "flag": "c-32 s-3"}),
        (dt.date(2024, 12, 31), {"today": dt.date(2024, 12, 31), "flag": "c-34 s-3 rtl"}),
        (dt.date(2025, 1, 1), {"today": None, "flag": ""}),
        (None, {"today": None, "flag": ""}),
    ],
)
def test_the_flag_of_today(today: dt.date | None, flag: dict[str, Any]) -> None:
    assert timeline.flag(today, 2024) == flag
