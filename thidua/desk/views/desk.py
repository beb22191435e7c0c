"""Bàn làm việc: the next dates, what waits for me, and the whole office as a matrix for those who run it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from thidua.core import clock
from thidua.core.page import answer, page
from thidua.core.plain_listing import PlainListing
from thidua.desk import lines, matrix_page, queries
from thidua.desk.context import jobs_of
from thidua.desk.matrix import Matrix
from thidua.desk.matrix import matrix as matrix_of
from thidua.desk.strip import closed_days, strip
from thidua.documents.actions.exports import respond
from thidua.movements import rules as movement_rules
from thidua.organisation import rules
from thidua.organisation.queries.units import heading_of

FIRST = 10


@page(rules.is_signed_in)
def desk(request: Any) -> HttpResponse:
    """Bàn làm việc."""
    today, jobs = clock.today(), jobs_of(request)
    whole = request.GET.get("viec") == "tat-ca"
    context = {
        "todo": lines.drawn(jobs if whole else jobs[:FIRST]),
        "count": len(jobs),
        "rest": 0 if whole else max(0, len(jobs) - FIRST),
        "lead": lines.lead(jobs, today),
        "strip": lines.drawn_strip(strip(queries.coming_rows(request.actor), closed_days(today), today)),
        "works": request.actor.holds_any((rules.HEAD, rules.OFFICIAL, rules.EDITOR)),
        "roleless": not request.actor.grants,
        "progress": queries.progress_rows(request.actor),
    } | _whole_office(request)
    return answer(request, "desk/desk.html", context)


def _whole_office(request: Any) -> dict[str, Any]:
    """The matrix panel, for those who may see it; two queries."""
    choice = _choice(request)
    if choice is None:
        return {}
    found = matrix_of(queries.owed_in(choice.chosen.movement_id, choice.chosen.year), clock.today())
    return _panel(choice, found) | {"matrix_url": f"{reverse('matrix')}?{choice.query}"}


def _panel(choice: matrix_page.Choice, found: Matrix) -> dict[str, Any]:
    shown = matrix_page.drawn(found, choice.chosen.year)
    return {"choice": choice, "matrix": shown, "duties": len(found.duties)}


def _choice(request: Any) -> matrix_page.Choice | None:
    if not movement_rules.sees_matrix(request.actor):
        return None
    asked, year = request.GET.get("phong-trao", ""), request.GET.get("nam", "")
    return matrix_page.choose(queries.matrix_years(request.actor), asked, year, clock.today().year)


@page(movement_rules.sees_matrix)
def matrix(request: Any) -> HttpResponseBase:
    """Bảng đơn vị và nhiệm vụ: trang riêng, in, Word, Excel."""
    choice = _choice(request)
    if choice is None:
        return answer(request, "desk/matrix.html", {"title": "Đơn vị và nhiệm vụ"})
    found = matrix_of(queries.owed_in(choice.chosen.movement_id, choice.chosen.year), clock.today())
    listing = PlainListing(
        request,
        found.rows,
        title=matrix_page.title_of(choice),
        subtitle=f"{choice.chosen.title}. {matrix_page.state_on(clock.today())}",
        columns=matrix_page.listed(found),
        noun="đơn vị",
    )
    return respond(request, listing, "desk/matrix.html", _panel(choice, found), heading=heading_of)
