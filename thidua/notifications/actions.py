"""`notify()`: puts a notice in each recipient's inbox and mails it to those who have an address."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string

from thidua.core import clock
from thidua.notifications.models import Notice

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to tell: the account, and an address when there is one."""

    account_id: int
    email: str = ""


def notify(recipients: Iterable[Recipient], template: str, values: Mapping[str, Any], *, url: str = "") -> int:
    """Sends one notice to each recipient once; gives how many.

    `template` is a text template: its first line becomes the subject, the rest the body. Mail goes out after the
    transaction has been committed; a mail server that fails is logged and never undoes the work.
    """
    people = list({r.account_id: r for r in recipients}.values())
    if not people:
        return 0
    subject, _, body = render_to_string(template, dict(values)).strip().partition("\n")
    subject, body = subject.strip()[:300], body.strip()
    at = clock.now()
    Notice.objects.bulk_create(
        [Notice(account_id=r.account_id, subject=subject, body=body, url=url, created_at=at) for r in people]
    )
    addresses = [r.email for r in people if r.email]
    if addresses:
        transaction.on_commit(lambda: _mail(addresses, subject, body))
    return len(people)


def _mail(addresses: list[str], subject: str, body: str) -> None:
    """One message each, over one connection, so that nobody sees the others' addresses."""
    try:
        get_connection().send_messages([EmailMessage(subject, body or subject, to=[a]) for a in addresses])
    except OSError:
        log.exception("Không gửi được thư điện tử cho %d người.", len(addresses))


def mark_read(account_id: int, notice_id: int | None = None) -> int:
    """Marks one notice, or all of an account's, as read; gives how many were unread."""
    unread = Notice.objects.filter(account_id=account_id, read_at__isnull=True)
    if notice_id is not None:
        unread = unread.filter(pk=notice_id)
    return unread.update(read_at=clock.now())
