"""The desk: what waits for me."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from thidua.core.page import answer, page
from thidua.organisation import rules


@page(rules.is_signed_in)
def desk(request: Any) -> HttpResponse:
    """Bàn làm việc."""
    return answer(request, "desk/desk.html", {})
