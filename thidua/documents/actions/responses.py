"""How a file leaves the house: as an attachment under its own name, never shown as a page."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import quote

from django.http.response import HttpResponseBase

from thidua.core.text import fold

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

R = TypeVar("R", bound=HttpResponseBase)


def attachment(response: R, name: str) -> R:
    """Marks an answer as a file to keep: the name in full per RFC 5987, an ASCII stand-in for old programs."""
    safe = "".join(char if char.isascii() and (char.isalnum() or char in "._- ") else "_" for char in fold(name))
    full = quote(name, safe="")
    response["Content-Disposition"] = f"attachment; filename=\"{safe}\"; filename*=UTF-8''{full}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
