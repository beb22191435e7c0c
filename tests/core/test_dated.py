"""Rows that hold from one day to another, both ends included."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.conftest import Office
from thidua.core.dated import holds_on
from thidua.organisation.models import Post, Unit

DAY = dt.date(2024, 6, 15)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        (DAY, DAY, True),
        (DAY, None, True),
        (dt.date(2024, 6, 16), None, False),
        (dt.date(2024, 1, 1), dt.date(2024, 6, 14), False),
        (dt.date(2024, 1, 1), DAY, True),
    ],
)
def test_a_day_is_inside_or_not_in_python_and_in_the_database(
    office: Office, first: dt.date, last: dt.date | None, holds: bool
) -> None:
    post = make.make_post(make.make_person(), office.room_a, on=first)
    Post.objects.filter(pk=post.pk).update(valid_to=last)
    post.refresh_from_db()
    assert post.holds(DAY) is holds
    assert Post.objects.on(DAY).filter(pk=post.pk).exists() is holds
    assert Unit.objects.filter(holds_on(DAY, "posts__"), posts=post).exists() is holds


@given(DAYS, DAYS, DAYS)
def test_a_period_holds_on_each_of_its_days(first: dt.date, length: dt.date, day: dt.date) -> None:
    last = max(first, length)
    assert Post(valid_from=first, valid_to=last).holds(day) == (first <= day <= last)


def test_the_database_refuses_a_period_that_ends_before_it_begins(office: Office) -> None:
    post = make.make_post(make.make_person(), office.room_a, on=DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.filter(pk=post.pk).update(valid_to=DAY - dt.timedelta(days=1))
