"""Tasks and what units owe of them: list, page of an assignment, progress, moves, evidence."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from thidua.core import clock
from thidua.core.errors import RuleBroken
from thidua.core.filters import Choice, Search
from thidua.core.listing import Act, Badge, Cell, Column, Empty, Listing
from thidua.core.page import allow, answer, attempt, page
from thidua.documents.actions import files
from thidua.documents.actions.exports import respond
from thidua.documents.models import StoredFile
from thidua.movements import rules
from thidua.movements.actions import task as actions
from thidua.movements.forms import NoteForm, PaperForm, ProgressForm, TaskForm
from thidua.movements.models import Assignment
from thidua.movements.queries.task import UNSETTLED, assignments_for, task_with_assignments, units_with_assignments
from thidua.movements.timing import due_mark
from thidua.movements.workflow import ASSIGNMENT, AssignmentState
from thidua.movements.year_page import standing_of, task_rows
from thidua.organisation.queries.units import heading_of, rooms_of

_STATES = [("con-no", "Chưa xong"), *AssignmentState.choices]
_OPEN_TO_PROGRESS = (AssignmentState.OPEN, AssignmentState.DOING, AssignmentState.RETURNED)


@page(rules.sees_movements)
def assignments(request: Any) -> HttpResponseBase:
    """Việc của đơn vị: những gì đồng chí được xem."""
    today = clock.today()
    years = [(str(y), str(y)) for y in range(today.year + 1, today.year - 4, -1)]
    listing = Listing(
        request, assignments_for(request.actor), title="Việc của các đơn vị", noun="việc",
        order=("task__due", "task__order", "id"),
        columns=[
            Column("Nhiệm vụ", lambda a: a.task.title, css="wide", url=_url, sub=_where, width=60),
            Column("Đơn vị", lambda a: a.unit.name, sort=("unit__sort", "id"), css="sub"),
            Column("Hạn", lambda a: _due(a, today), sort=("task__due", "id")),
            Column("Tiến độ", _figure, css="num nw"),
            Column("Trạng thái", lambda a: _badge(a, today)),
        ],
        filters=[
            Choice("nam", "Năm", years, by="task__round__year", default=str(today.year)),
            Choice("don-vi", "Đơn vị", units_with_assignments(request.actor), by="unit_id"),
            Choice("trang-thai", "Trạng thái", _STATES, by=_by_state, default="con-no"),
            Search("Tìm nhiệm vụ, không cần dấu", ("task__search", "unit__search")),
        ],
        url=_url,
        acts=lambda a: [Act("Xem và cập nhật", _url(a))],
        empty=Empty("Đơn vị chưa được giao việc nào", "Khi một kế hoạch được ban hành, việc của đơn vị sẽ hiện ở đây."),
    )  # fmt: skip
    return respond(request, listing, "movements/assignments.html", {}, heading=heading_of)


def _where(assignment: Assignment) -> str:
    return f"Mục {assignment.task.ref}" if assignment.task.ref else ""


def _by_state(rows: Any, value: str) -> Any:
    return rows.filter(state__in=UNSETTLED) if value == "con-no" else rows.filter(state=value)


def _url(assignment: Assignment) -> str:
    return reverse("assignment", args=[assignment.pk])


def _due(assignment: Assignment, today: Any) -> Any:
    settled = assignment.state in (AssignmentState.DONE, AssignmentState.NONE)
    mark = due_mark(assignment.task.due, today, settled=settled)
    return Cell(due=mark) if mark else "Không nêu hạn"


def _figure(assignment: Assignment) -> str:
    if not assignment.target:
        return str(assignment.value) if assignment.value else ""
    return f"{assignment.value}/{assignment.target}"


def _badge(assignment: Assignment, today: Any) -> Badge:
    state = standing_of(assignment, today)
    words = {"done": "Đã xong", "open": "Chưa làm", "done_late": f"Đã xong, trễ {state.words[4:].lower()}"}
    note = words.get(state.code, state.words)
    date = assignment.submitted_on if state.code == "done" else None
    return Badge(state.tone, note, date=date, icon=state.icon)


def _fetch(request: Any, pk: int) -> Assignment:
    found = get_object_or_404(
        Assignment.objects.select_related(
            "unit",
            "task__round",
            "task__movement__agency",
            "task__movement__standing_unit",
            "task__item__version",
            "task__lead",
        ),
        pk=pk,
    )
    allow(rules.sees_assignment(request.actor, found), "Đồng chí không có quyền xem việc của đơn vị này.")
    return found


def _context(request: Any, found: Assignment, **forms: Any) -> dict[str, Any]:
    today = clock.today()
    works = rules.works_for_unit(request.actor, found) and found.state in _OPEN_TO_PROGRESS
    moves = [m for m in ASSIGNMENT.open_to(request.actor, found) if m.name != "start"]
    task = found.task
    return {
        "assignment": found, "task": task, "movement": task.movement, "state": standing_of(found, today),
        "due": due_mark(task.due, today, settled=found.state in (AssignmentState.DONE, AssignmentState.NONE)),
        "internal": due_mark(task.internal_due, today, settled=found.state not in UNSETTLED, internal=True),
        "updates": list(found.updates.prefetch_related("files")[:100]), "works": works, "moves": moves, "today": today,
        "main": moves[0] if moves else None, "cooperating": list(task.cooperating.all()),
        "returned": _returned(found), "form": ProgressForm(initial={"value": found.value or None}), **forms,
    }  # fmt: skip


def _returned(found: Assignment) -> dict[str, Any] | None:
    if found.state != AssignmentState.RETURNED and not found.return_reason:
        return None
    return {
        "title": "Bị trả lại để bổ sung", "reason": found.return_reason, "who": found.returned_by,
        "at": found.returned_at, "note": f"Trả lại lần {max(found.returns, 1)}.",
    }  # fmt: skip


@page(rules.sees_movements, methods=("GET", "HEAD", "POST"))
def assignment(request: Any, pk: int) -> HttpResponse:
    """Một việc: kế hoạch nói gì, làm đến đâu, lịch sử; cập nhật tiến độ."""
    found = _fetch(request, pk)
    if request.method != "POST":
        return answer(request, "movements/assignment.html", _context(request, found))
    form = ProgressForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            actions.report_progress(found, actor=request.actor, **form.cleaned_data)
        except RuleBroken as broken:
            form.add_error(
                {"file": "files"}.get(broken.field or "", broken.field) if broken.field else None, str(broken)
            )
        else:
            return redirect("assignment", pk=pk)
    return render(request, "movements/assignment.html", _context(request, found, form=form), status=422)


@page(rules.sees_movements, methods=("GET", "HEAD", "POST"))
def move(request: Any, pk: int, move: str) -> HttpResponse:
    """Báo hoàn thành, không phát sinh, duyệt, trả lại, ghi theo hồ sơ giấy, mở lại."""
    found = _fetch(request, pk)
    if move not in ASSIGNMENT.moves:
        return redirect("assignment", pk=pk)
    chosen = ASSIGNMENT[move]
    form: Any = (PaperForm if move == "record_paper" else NoteForm)(request.POST if request.method == "POST" else None)
    if chosen.needs_note and not (request.method == "POST" and form.is_valid()):
        context = {"form": form, "move": chosen, "title": f"{found.task.title} – {found.unit}", "back": _url(found)}
        return render(request, "movements/note.html", context, status=422 if form.errors else 200)
    if request.method == "POST":
        values = form.cleaned_data if form.is_valid() else {}
        attempt(
            request,
            lambda: actions.make_move(found, move, actor=request.actor, **values),
            done=chosen.done,
        )
    return redirect("assignment", pk=pk)


@page(rules.sees_movements)
def evidence(request: Any, pk: int, file: int) -> HttpResponseBase:
    """Tệp minh chứng của một việc."""
    found = _fetch(request, pk)
    stored = StoredFile.objects.filter(pk=file, pk__in=found.updates.values("files")).first()
    if stored is None:
        raise Http404("Không có tệp này.")
    return files.download(stored)


@page(rules.sees_movements, methods=("GET", "HEAD", "POST"))
def task(request: Any, pk: int) -> HttpResponse:
    """Một nhiệm vụ: nguồn trong kế hoạch, các đơn vị làm đến đâu; sửa mốc nội bộ, chỉ tiêu, phối hợp."""
    found = get_object_or_404(task_with_assignments(), pk=pk)
    allow(rules.sees_movement(request.actor, found.movement))
    today = clock.today()
    may_edit = rules.runs_movement(request.actor, found.movement)
    initial = {
        "internal_due": found.internal_due, "target": found.target, "measure": found.measure,
        "cooperating": [unit.pk for unit in found.cooperating.all()],
    }  # fmt: skip
    form = TaskForm(request.POST or None, initial=initial, units=rooms_of(found.movement.agency)) if may_edit else None
    if request.method == "POST":
        allow(may_edit)
        assert form is not None
        if form.is_valid():
            try:
                actions.adjust_task(found, actor=request.actor, **form.cleaned_data)
            except RuleBroken as broken:
                form.add_error(broken.field if broken.field in form.fields else None, str(broken))
            else:
                return redirect("task", pk=pk)
    shown = [
        (a, standing_of(a, today))
        for a in found.assignments.all()
        if rules.sees_assignment(request.actor, a) or may_edit
    ]
    context = {
        "task": found, "movement": found.movement, "rows": shown, "form": form, "today": today,
        "progress": task_rows([found], today)[0],
    }  # fmt: skip
    return render(request, "movements/task.html", context, status=422 if form is not None and form.errors else 200)
