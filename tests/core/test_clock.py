"""The one clock."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from thidua.core import clock


def test_standing_on_a_day_is_nine_in_the_morning_there() -> None:
    with clock.standing_on(dt.date(2024, 11, 14)):
        assert clock.today() == dt.date(2024, 11, 14)
        assert clock.now().isoformat() == "2024-11-14T09:00:00+07:00"


def test_standing_inside_standing_comes_back() -> None:
    with clock.standing_on(dt.date(2024, 1, 1)):
        with clock.standing_on(dt.datetime(2025, 2, 3, 4, 5, tzinfo=dt.UTC)):
            assert clock.today() == dt.date(2025, 2, 3)
        assert clock.today() == dt.date(2024, 1, 1)


def test_a_demo_stands_on_a_day_while_its_hours_go_on(settings: Any) -> None:
    settings.TODAY = dt.date(2024, 5, 6)
    before = timezone.localtime().time()
    now = clock.now()
    assert now.date() == dt.date(2024, 5, 6)
    assert before <= now.time() <= timezone.localtime().time() or before > timezone.localtime().time()


def test_without_a_day_the_clock_is_the_real_one(settings: Any) -> None:
    settings.TODAY = None
    before, now, after = timezone.now(), clock.now(), timezone.now()
    assert before <= now <= after
