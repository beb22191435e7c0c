"""Reading the inbox."""

from __future__ import annotations

from django.db.models import QuerySet

from thidua.notifications.models import Notice


def inbox(account_id: int) -> QuerySet[Notice]:
    """An account's notices, newest first."""
    return Notice.objects.filter(account_id=account_id).order_by("-id")


def unread_count(account_id: int) -> int:
    """How many notices wait to be read; answered from a partial index."""
    return Notice.objects.filter(account_id=account_id, read_at__isnull=True).count()


def of_kind(rows: QuerySet[Notice], value: str) -> QuerySet[Notice]:
    """Notices not read yet ("chua"), or read ("roi")."""
    return rows.filter(read_at__isnull=value == "chua")
