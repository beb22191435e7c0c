"""Reading the log: the history of one record, and the first entry that was tampered with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import models

from thidua.audit.chain import GENESIS, digest
from thidua.audit.models import Entry


def history_of(subject: models.Model, limit: int = 50) -> list[Entry]:
    """The newest entries about one record."""
    return list(
        Entry.objects.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk)).order_by("-sequence")[
            :limit
        ]
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One entry as core/_history.html tells it."""

    at: dt.datetime
    who: str
    what: str
    note: str


def steps_of(subject: models.Model, limit: int = 20) -> list[Step]:
    """What happened to one record, the newest first: the remark, else the legal basis or the role it was about."""
    return [
        Step(e.at, e.who, e.verb[:1].upper() + e.verb[1:], e.note or e.data.get("basis") or e.data.get("role") or "")
        for e in history_of(subject, limit)
    ]


def first_broken() -> Entry | None:
    """The first entry whose hash, link or place in the row is not what it was when written; None when all stand."""
    previous = GENESIS
    for sequence, entry in enumerate(Entry.objects.order_by("sequence").iterator(chunk_size=2000), start=1):
        if entry.sequence != sequence or entry.previous != previous or entry.hash != digest(entry):
            return entry
        previous = entry.hash
    return None
