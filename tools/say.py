"""How the tools speak: short lines in Vietnamese, seconds beside what took time, one sentence when something fails."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(Exception):
    """Something the person at the keyboard can put right; its text says how."""


def say(text: str) -> None:
    """One line to the screen, at once, in UTF-8 whatever the locale says."""
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()


@contextmanager
def step(title: str) -> Iterator[None]:
    """Announces a piece of work and, when it is done, how many seconds it took."""
    say(f"• {title} …")
    start = time.monotonic()
    yield
    say(f"  xong sau {time.monotonic() - start:.1f} giây")
