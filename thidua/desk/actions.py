"""Keeping a failure of the program."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction

from thidua.core import clock
from thidua.core.actor import NOBODY
from thidua.desk.models import ErrorReport

log = logging.getLogger(__name__)
_LONGEST = 20_000


def keep_error(error: BaseException, request: Any) -> int | None:
    """Stores an exception and gives its number; None when the database cannot take it, for that is often the cause.

    Only lines of code are kept, neither values nor what was sent.
    """
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _inside(frame.filename)] or list(frames)
    last = ours[-1] if ours else None
    try:
        with transaction.atomic():
            report = ErrorReport.objects.create(
                at=clock.now(),
                method=str(request.method)[:10],
                path=request.path[:300],
                account_id=getattr(request, "actor", NOBODY).account_id,
                kind=f"{type(error).__module__}.{type(error).__qualname__}"[:200],
                place=f"{_short(last.filename)}, dòng {last.lineno}, {last.name}"[:300] if last else "",
                trace="\n".join(f"{_short(f.filename)}:{f.lineno} {f.name}\n    {f.line}" for f in frames)[-_LONGEST:],
            )
    except DatabaseError:
        log.exception("Không ghi được lỗi vào cơ sở dữ liệu.")
        return None
    return report.pk


def _inside(file: str) -> bool:
    return Path(file).is_relative_to(settings.ROOT / "thidua")


def _short(file: str) -> str:
    """The path from the root of the program or of the library."""
    path = Path(file)
    if path.is_relative_to(settings.ROOT) and "site-packages" not in path.parts:
        return path.relative_to(settings.ROOT).as_posix()
    return file.rpartition("site-packages/")[2]
