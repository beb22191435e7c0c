"""The one clock: every "today" of the program comes from here, so a demo or a test can stand on any day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import timezone

_standing: ContextVar[dt.datetime | None] = ContextVar("standing", default=None)


def now() -> dt.datetime:
    """The present moment, with the office's time zone. Inside `standing_on` it is the moment stood on."""
    stood = _standing.get()
    if stood is not None:
        return stood
    real = timezone.localtime()
    if settings.TODAY is None:
        return real
    # A demo's clock stands on a day but its hours go on, so that entries of one visit keep their order.
    return dt.datetime.combine(settings.TODAY, real.timetz())


def today() -> dt.date:
    """The present day in the office's time zone."""
    return now().date()


def local_day(moment: dt.datetime) -> dt.date:
    """The day of a moment in the office's time zone."""
    return timezone.localtime(moment).date()


@contextmanager
def standing_on(day: dt.date | dt.datetime) -> Iterator[None]:
    """Lets everything inside believe that it is `day` (09:00 when only a date is given)."""
    moment = day if isinstance(day, dt.datetime) else dt.datetime.combine(day, dt.time(9))
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    token = _standing.set(moment)
    try:
        yield
    finally:
        _standing.reset(token)
