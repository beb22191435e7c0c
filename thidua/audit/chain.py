"""The hash that chains the entries of the log: a pure function of an entry and of the hash before it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from thidua.audit.models import Entry

GENESIS = "0" * 64  # stands before the first entry


def digest(entry: Entry) -> str:
    """The SHA-256 of an entry's values and of the hash before it, as 64 hexadecimal digits."""
    values = [
        entry.sequence,
        entry.at.astimezone(dt.UTC).isoformat(),
        entry.account_id,
        entry.who,
        entry.address,
        entry.verb,
        entry.subject_type,
        entry.subject_id,
        entry.subject,
        entry.note,
        entry.data,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
