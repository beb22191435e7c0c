"""What the frame of every page shows: menu, person, notices, office."""

from __future__ import annotations

from typing import Any


def shell(request: Any) -> dict[str, Any]:
    """The `shell` variable of the base template."""
    return {"shell": {}}
