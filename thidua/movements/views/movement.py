"""The movement: list, overview of a year, tasks, documents, and its moves."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from thidua.audit.queries import history_of
from thidua.core import clock
from thidua.core.errors import RuleBroken
from thidua.core.filters import Choice, Search
from thidua.core.listing import Act, Badge, Cell, Column, Empty, Listing
from thidua.core.page import allow, answer, attempt, page
from thidua.core.text import whole_number
from thidua.documents.actions import files
from thidua.documents.actions.exports import respond
from thidua.movements import rules
from thidua.movements.actions import carry_over as carry_over_actions
from thidua.movements.actions import hand_over as hand_over_actions
from thidua.movements.actions import movement as actions
from thidua.movements.actions import task as task_actions
from thidua.movements.forms import NoteForm, PeriodForm
from thidua.movements.models import Level, Movement, Round, RoundKind, Task
from thidua.movements.queries.movement import movements_for
from thidua.movements.queries.plan import versions_of
from thidua.movements.queries.task import tasks_of
from thidua.movements.workflow import MOVEMENT, MovementState
from thidua.movements.year_page import debts, events, task_rows
from thidua.organisation.models import Unit
from thidua.organisation.queries.units import heading_of, rooms_of

TONES = {
    MovementState.DRAFT: "none", MovementState.SUBMITTED: "wait", MovementState.RETURNED: "back",
    MovementState.APPROVED: "work", MovementState.ISSUED: "work", MovementState.RUNNING: "work",
    MovementState.SUMMING_UP: "wait", MovementState.CLOSED: "done",
}  # fmt: skip


def _badge(movement: Movement) -> Badge:
    if movement.level != Level.AGENCY:
        return Badge("none", f"Phong trào cấp {movement.get_level_display().lower()}", icon="flag")
    return Badge(TONES[MovementState(movement.state)], movement.get_state_display(), icon="flag")


def _fetch(request: Any, pk: int) -> Movement:
    movement = get_object_or_404(
        Movement.objects.select_related(
            "agency", "agency__parent", "standing_unit", "parent", "document__file", "carried_from"
        ),
        pk=pk,
    )
    allow(rules.sees_movement(request.actor, movement), "Đồng chí không có quyền xem phong trào này.")
    return movement


@page(rules.sees_movements)
def movements(request: Any) -> HttpResponseBase:
    """Danh sách phong trào thi đua."""
    may_upload = rules.uploads_plans(request.actor)
    listing = Listing(
        request,
        movements_for(request.actor),
        title="Phong trào thi đua",
        noun="phong trào",
        order=("-first_year", "sort", "id"),
        columns=[
            Column("Tên phong trào", "title", sort=("sort", "id"), url=_url, css="wide"),
            Column("Cấp phát động", lambda m: m.agency.name, css="hide-sm"),
            Column("Giai đoạn", "years", sort=("first_year", "id"), css="nw"),
            Column("Văn bản", lambda m: m.document.full_number if m.document else m.document_ref, css="hide-sm"),
            Column("Trạng thái", _badge),
        ],
        filters=[
            Choice("nam", "Năm", _years(), by=lambda rows, y: rows.filter(first_year__lte=y, last_year__gte=y)),
            Choice("trang-thai", "Trạng thái", MovementState.choices, by="state"),
            Search("Tìm theo tên, không cần dấu"),
        ],
        url=_url,
        acts=lambda m: [Act("Xem phong trào", _url(m))],
        empty=Empty(
            "Chưa có phong trào nào",
            "Mời tải kế hoạch lên; phong trào được lập từ chính văn bản kế hoạch."
            if may_upload else "Khi thường trực lập phong trào, phong trào sẽ hiện ở đây.",
            action_label="Tải kế hoạch lên" if may_upload else "",
            action_url=reverse("plan_upload") if may_upload else "",
        ),
    )  # fmt: skip
    return respond(request, listing, "movements/movements.html", {"may_upload": may_upload}, heading=heading_of)


def _url(movement: Movement) -> str:
    return reverse("movement", args=[movement.pk])


def _years() -> list[tuple[str, str]]:
    this = clock.today().year
    return [(str(year), str(year)) for year in range(this + 1, this - 6, -1)]


def _tabs(movement: Movement, here: str, year: int) -> list[dict[str, Any]]:
    pages = (("movement", "Tổng quan"), ("movement_tasks", "Nhiệm vụ"), ("movement_papers", "Văn bản"))
    return [
        {
            "label": label,
            "url": f"{reverse(name, args=[movement.pk])}?nam={year}",
            "active": name == here,
            "count": None,
        }
        for name, label in pages
    ]


def _year(request: Any, movement: Movement) -> int:
    """The year asked for, else this year when the movement runs, else its nearest."""
    asked = whole_number(request.GET.get("nam", ""))
    year = clock.today().year if asked is None else asked
    return min(max(year, movement.first_year), movement.last_year)


def _rooms(movement: Movement, year: int) -> QuerySet[Unit]:
    """The units of the agency at the end of a year, or today's while the year runs."""
    return rooms_of(movement.agency, min(dt.date(year, 12, 31), clock.today()))


def _frame(request: Any, movement: Movement, here: str) -> dict[str, Any]:
    year = _year(request, movement)
    return {
        "movement": movement,
        "badge": _badge(movement),
        "year": year,
        "years": range(movement.first_year, movement.last_year + 1),
        "tabs": _tabs(movement, here, year),
        "moves": MOVEMENT.open_to(request.actor, movement) if movement.level == Level.AGENCY else [],
        "runs": rules.runs_movement(request.actor, movement),
        "drafts": rules.drafts_movement(request.actor, movement),
    }


@page(rules.sees_movements)
def overview(request: Any, pk: int) -> HttpResponse:
    """Tổng quan một năm: dòng thời gian, từng dòng kế hoạch đến đâu, ai còn nợ gì."""
    movement = _fetch(request, pk)
    context = _frame(request, movement, "movement")
    year, today, upper = context["year"], clock.today(), movement.level != Level.AGENCY
    rounds = list(movement.rounds.filter(kind=RoundKind.ANNUAL))
    tasks = list(tasks_of(movement, year))
    rows = task_rows(tasks, today)
    owed = debts(tasks, today)
    watched = rules.runs_movement(request.actor, movement) or not request.actor.unit_path
    if not watched:
        owed = [debt for debt in owed if debt.unit.path.startswith(request.actor.unit_path)]
    context |= {
        "rows": rows,
        "debts": owed,
        "events": events(rows, year, today, movement.document.issued_on if movement.document else None),
        "rooms": 0 if upper else _rooms(movement, year).count(),
        "followers": list(movements_for(request.actor).filter(parent=movement)) if upper else [],
        "past": next(
            (r for r in rounds if r.year == year and r.kind == RoundKind.ANNUAL and r.opened_on is None), None
        ),
        "today": today,
        "awards": list(movement.award_forms.all()),
        "returned": _returned(movement),
        "may_carry": context["drafts"] and movement.state == MovementState.CLOSED and not movement.carried_to.exists(),
    }
    return answer(request, "movements/overview.html", context)


def _returned(movement: Movement) -> dict[str, Any] | None:
    if movement.state != MovementState.RETURNED:
        return None
    return {
        "title": "Phong trào bị trả lại để sửa", "reason": movement.return_reason, "who": movement.returned_by,
        "at": movement.returned_at, "note": "Sửa xong, mời trình lại.",
    }  # fmt: skip


@page(rules.sees_movements)
def tasks(request: Any, pk: int) -> HttpResponseBase:
    """Mọi nhiệm vụ của một năm, lọc, in, Word, Excel."""
    movement = _fetch(request, pk)
    context = _frame(request, movement, "movement_tasks")
    today = clock.today()
    rows = tasks_of(movement, context["year"]).prefetch_related("cooperating")
    years = [(str(year), str(year)) for year in context["years"]]
    rooms = [(str(room.pk), room.name) for room in _rooms(movement, context["year"])]
    progress: dict[int, Any] = {}

    def row_of(task: Task) -> Any:
        if task.pk not in progress:
            progress[task.pk] = task_rows([task], today)[0]
        return progress[task.pk]

    listing = Listing(
        request, rows, title=f"Nhiệm vụ năm {context['year']}", noun="nhiệm vụ", order=("order", "id"),
        subtitle=movement.title,
        columns=[
            Column("Mục", "ref", css="nw dim", sort=("order", "id")),
            Column("Nhiệm vụ", "title", css="wide", url=_task_url, width=60),
            Column("Chủ trì", lambda t: row_of(t).who, css="hide-sm"),
            Column("Phối hợp", lambda t: ", ".join(u.short for u in t.cooperating.all()), css="hide-sm"),
            Column("Hạn", lambda t: Cell(due=row_of(t).due) if t.due else "Kế hoạch không nêu hạn", sort=("due", "id")),
            Column("Mốc nội bộ", lambda t: t.internal_due, css="nw hide-sm"),
            Column("Tiến độ", lambda t: row_of(t).words, css="nw"),
        ],
        filters=[
            Choice("nam", "Năm", years, default=str(context["year"]), everything=""),
            Choice("don-vi", "Đơn vị", rooms, by="assignments__unit_id"),
            Search("Tìm nhiệm vụ, không cần dấu"),
        ],
        url=_task_url,
        acts=lambda t: [Act("Xem nhiệm vụ", _task_url(t))],
        empty=Empty("Năm này chưa có nhiệm vụ", "Nhiệm vụ được lập từ các dòng của kế hoạch."),
    )  # fmt: skip
    return respond(request, listing, "movements/tasks.html", context, heading=heading_of)


def _task_url(task: Task) -> str:
    return reverse("task", args=[task.pk])


@page(rules.sees_movements)
def papers(request: Any, pk: int) -> HttpResponse:
    """Văn bản của phong trào: các bản kế hoạch, nơi nhận, hình thức khen thưởng, nhật ký."""
    movement = _fetch(request, pk)
    context = _frame(request, movement, "movement_papers") | {
        "versions": versions_of(movement),
        "recipients": list(movement.recipients.all()),
        "awards": list(movement.award_forms.all()),
        "history": [
            {"at": e.at, "who": e.who, "what": e.verb[:1].upper() + e.verb[1:], "note": e.note}
            for e in history_of(movement)
        ],
    }
    return answer(request, "movements/papers.html", context)


@page(rules.sees_movements)
def issued_file(request: Any, pk: int) -> HttpResponseBase:
    """Bản kế hoạch đã ban hành, tệp Word."""
    movement = _fetch(request, pk)
    if movement.document is None or movement.document.file is None:
        raise RuleBroken("Phong trào này chưa ban hành văn bản.")
    return files.download(movement.document.file)


@page(rules.sees_movements, methods=("GET", "HEAD", "POST"))
def move(request: Any, pk: int, move: str) -> HttpResponse:
    """Trình, thu hồi, trả lại, phê duyệt, ban hành, triển khai, tổng kết, kết thúc."""
    movement = _fetch(request, pk)
    if move not in MOVEMENT.moves:
        return redirect("movement", pk=pk)
    chosen = MOVEMENT[move]
    form = NoteForm(request.POST if request.method == "POST" else None)
    if chosen.needs_note and not (request.method == "POST" and form.is_valid()):
        context = {"form": form, "move": chosen, "title": movement.title, "back": _url(movement)}
        return render(request, "movements/note.html", context, status=422 if form.errors else 200)
    if request.method == "GET" and chosen.ask and chosen in MOVEMENT.open_to(request.actor, movement):
        confirm = {
            "title": f"{chosen.label}: {movement.title}", "body": chosen.ask, "action_label": chosen.label,
            "url": request.path, "cancel_url": _url(movement),
        }  # fmt: skip
        return render(request, "core/confirm.html", {"confirm": confirm})
    if request.method == "POST":
        note = form.cleaned_data.get("note", "") if form.is_valid() else ""
        attempt(request, lambda: actions.make_move(movement, move, actor=request.actor, note=note), done=chosen.done)
    return redirect("movement", pk=pk)


@page(rules.sees_movements, methods=("POST",))
def urge(request: Any, pk: int, unit: int) -> HttpResponse:
    """Nhắc một đơn vị."""
    movement = _fetch(request, pk)
    found = get_object_or_404(Unit, pk=unit)
    good, count = attempt(request, lambda: task_actions.urge(movement, found, actor=request.actor))
    if good:
        messages.success(request, f"Đã nhắc {found} về {count} việc.")
    wanted = request.POST.get("next", "")
    return redirect(wanted if wanted in ("/", _url(movement)) else _url(movement))


@page(rules.sees_movements, methods=("POST",))
def hand_over(request: Any, pk: int, unit: int) -> HttpResponse:
    """Bàn giao việc chưa xong của một đơn vị đã kết thúc cho đơn vị kế tục."""
    movement = _fetch(request, pk)
    ended = get_object_or_404(Unit, pk=unit)
    heirs = list(Unit.objects.filter(origins__predecessor=ended))
    if len(heirs) != 1:
        raise RuleBroken(
            f"{ended} có {len(heirs)} đơn vị kế tục, nên phần mềm không tự chọn được. "
            "Mời ghi việc chưa xong theo hồ sơ giấy, hoặc ghi đơn vị kế tục ở danh mục đơn vị."
        )
    good, count = attempt(
        request, lambda: hand_over_actions.hand_over(movement, [ended], heirs[0], actor=request.actor)
    )
    if good:
        messages.success(request, f"Đã bàn giao {count} việc của {ended} cho {heirs[0]}.")
    return redirect("movement", pk=pk)


@page(rules.sees_movements, methods=("POST",))
def open_round(request: Any, pk: int, round: int) -> HttpResponse:
    """Ghi nhận một năm đã qua khi kế hoạch được ban hành."""
    found = get_object_or_404(Round.objects.select_related("movement__agency"), pk=round, movement_id=pk)
    attempt(
        request, lambda: actions.open_past_round(found, actor=request.actor),
        done=f"Đã mở năm {found.year} để ghi nhận theo hồ sơ giấy.",
    )  # fmt: skip
    return redirect(f"{reverse('movement', args=[pk])}?nam={found.year}")


@page(rules.sees_movements, methods=("GET", "HEAD", "POST"))
def carry_over(request: Any, pk: int) -> HttpResponse:
    """Lập phong trào kế tục cho giai đoạn mới."""
    movement = _fetch(request, pk)
    allow(rules.drafts_movement(request.actor, movement))
    length = movement.last_year - movement.first_year
    initial = {"first_year": movement.last_year + 1, "last_year": movement.last_year + 1 + length}
    form = PeriodForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            fresh = carry_over_actions.carry_over(movement, actor=request.actor, **form.cleaned_data)
        except RuleBroken as broken:
            form.add_error(broken.field if broken.field in form.fields else None, str(broken))
        else:
            messages.success(request, f"Đã lập dự thảo phong trào cho giai đoạn {fresh.years}.")
            return redirect("movement", pk=fresh.pk)
    context = {"form": form, "movement": movement}
    return render(request, "movements/carry_over.html", context, status=422 if form.errors else 200)
