"""Builds the demo in an empty database, all or nothing, and knows a demo database from a real one."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from thidua.audit.models import Entry
from thidua.audit.queries import first_broken
from thidua.desk.demo import office, plan, second, years
from thidua.desk.demo.story import Stage, Story
from thidua.organisation.models import Account

LAST_DAY = dt.date(2025, 11, 12)
Say = Callable[[str], object]


@dataclass(frozen=True)
class Built:
    """What was made: how many scenes were played and how many entries the log has."""

    scenes: int
    entries: int


def holds_anything() -> bool:
    """Whether somebody can sign in already."""
    return Account.objects.exists()


def is_demo() -> bool:
    """Whether the demo made this database; it only ever builds in an empty one."""
    return Entry.objects.filter(verb=office.MARK, account_id=None).exists()


def empty() -> None:
    """Takes everything out of the database and the folder of files."""
    call_command("flush", verbosity=0, interactive=False)
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def build(*, until: dt.date = LAST_DAY, say: Say) -> Built:
    """Plays the story up to and with the day `until`. One transaction: a demo that fails leaves nothing behind."""
    story = Story()
    for part in (office, plan, years, second):
        part.tell(story)
    story.chapter(LAST_DAY, "Kiểm tra nhật ký…")
    with _silent_mail(), transaction.atomic():
        scenes = story.play(Stage(), until=until, say=say)
    if broken := first_broken():
        raise RuntimeError(f"Nhật ký không liền mạch từ mục {broken.sequence}.")
    return Built(scenes, Entry.objects.count())


@contextmanager
def _silent_mail() -> Iterator[None]:
    """Nothing leaves the machine while the story is told: its people have addresses nobody reads."""
    before = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = before


def stand_on(day: dt.date | None) -> None:
    """Writes down where the server's clock stands from its next start on; None for the true day."""
    Path(settings.VAR, "today").write_text("real\n" if day is None else f"{day.isoformat()}\n", encoding="utf-8")
