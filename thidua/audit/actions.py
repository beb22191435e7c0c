"""`record()`, the only writer of the log."""

from __future__ import annotations

from typing import Any

from django.db import connection, models, transaction

from thidua.audit.chain import GENESIS, digest
from thidua.audit.models import Entry
from thidua.core import clock
from thidua.core.actor import Actor

_LOCK = 0x7468_6964  # any fixed number: the advisory lock under which the chain grows on PostgreSQL


def record(actor: Actor, verb: str, subject: models.Model, *, note: str = "", **data: Any) -> Entry:
    """Appends one entry: `actor` did `verb` (Vietnamese, past or infinitive) to `subject`.

    Must run inside the transaction of the change it records, so that both stand or fall together; `data` holds
    plain JSON values. Source: requirement of an append-only log.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("audit.record() must run inside the transaction of its change.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = Entry.objects.order_by("-sequence").values_list("sequence", "hash").first() or (0, GENESIS)
    entry = Entry(
        sequence=last[0] + 1,
        at=clock.now(),
        account_id=actor.account_id,
        who=actor.name[:200],
        address=actor.address,
        verb=verb[:200],
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        subject=str(subject)[:300],
        note=note,
        data=data,
        previous=last[1],
    )
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    return entry
