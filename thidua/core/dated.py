"""Rows that hold from one day to another: what belongs to an organisation or a law."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q

M = TypeVar("M", bound=models.Model)


def holds_on(day: dt.date, prefix: str = "") -> Q:
    """The condition "in force on `day`"; both ends are inclusive, an empty end is open. `prefix` as "post__"."""
    upper = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gte": day})
    return Q(**{f"{prefix}valid_from__lte": day}) & upper


class DatedQuerySet(models.QuerySet[M]):
    """A query set that can stand on a day."""

    def on(self, day: dt.date) -> Any:
        """Rows in force on `day`."""
        return self.filter(holds_on(day))


class Dated(models.Model):
    """In force from `valid_from` to `valid_to`, both included; an empty `valid_to` means still in force."""

    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến hết ngày", null=True, blank=True)

    class Meta:
        abstract = True

    def holds(self, day: dt.date) -> bool:
        """Whether the row is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def order_constraint(name: str) -> models.CheckConstraint:
    """The database's guard that no period ends before it begins."""
    return models.CheckConstraint(
        name=name, condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from"))
    )
