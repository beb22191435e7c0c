"""The desk: what waits for me."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from thidua.core.page import answer, page
from thidua.desk.context import jobs_of
from thidua.desk.lines import drawn
from thidua.organisation import rules

FIRST = 10


@page(rules.is_signed_in)
def desk(request: Any) -> HttpResponse:
    """Bàn làm việc."""
    jobs = jobs_of(request)
    return answer(request, "desk/desk.html", {"todo": drawn(jobs[:FIRST]), "count": len(jobs)})
