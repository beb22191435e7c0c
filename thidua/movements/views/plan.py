"""The plan document: upload, the reading side by side with what was understood, versions and their difference."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from thidua.core import clock
from thidua.core.errors import RuleBroken
from thidua.core.filters import Choice, Search
from thidua.core.listing import Act, Badge, Column, Empty, Listing
from thidua.core.page import allow, answer, attempt, page
from thidua.core.text import whole_number
from thidua.documents.actions import files
from thidua.documents.actions.exports import respond
from thidua.movements import rules
from thidua.movements.actions import movement as movement_actions
from thidua.movements.actions import plan as actions
from thidua.movements.actions import version as version_actions
from thidua.movements.difference import compare
from thidua.movements.forms import DutyLineForm, MovementLineForm, NoteForm, PlanUploadForm, TextLineForm
from thidua.movements.models import LineKind, Movement, PlanLine, PlanVersion
from thidua.movements.queries.plan import versions_for
from thidua.movements.queries.task import LIVE
from thidua.movements.reading_page import reading_page
from thidua.movements.workflow import VERSION, MovementState, VersionState
from thidua.organisation.models import Unit
from thidua.organisation.queries.units import heading_of, rooms_of
from thidua.organisation.rules import STANDING

LIVE_OR_CLOSED = (*LIVE, MovementState.CLOSED)
_STATES = [(state.value, state.label) for state in VersionState if state != VersionState.DROPPED]
_TONES = {VersionState.PROPOSED: "wait", VersionState.CURRENT: "done", VersionState.SUPERSEDED: "none"}
_DUTIES = (LineKind.TASK, LineKind.YEARLY, LineKind.DEADLINE)


def _version(request: Any, pk: int) -> PlanVersion:
    version = get_object_or_404(PlanVersion.objects.select_related("agency", "movement__agency", "file"), pk=pk)
    seen = rules.drafts_plan(request.actor, version) or rules.decides_plan(request.actor, version)
    allow(seen or (version.movement is not None and rules.sees_movement(request.actor, version.movement)))
    return version


def _own_agency(request: Any) -> tuple[Unit, Unit | None]:
    """(the agency the actor stands for, the actor's own unit)."""
    paths = request.actor.paths(STANDING)
    agency = Unit.objects.filter(path__in=paths).order_by("path").first()
    if agency is None:
        raise RuleBroken("Tài khoản này chưa được giao vai trò thường trực ở cơ quan nào.")
    return agency, Unit.objects.filter(pk=request.actor.unit_id).first()


@page(rules.compares_plans)
def plans(request: Any) -> HttpResponseBase:
    """Văn bản, kế hoạch: những bản đang đối chiếu và đã áp dụng."""
    may_upload = rules.uploads_plans(request.actor)
    listing = Listing(
        request, versions_for(request.actor), title="Văn bản, kế hoạch", noun="bản kế hoạch",
        order=("-uploaded_at", "id"),
        columns=[
            Column("Kế hoạch", lambda v: v.title or "Kế hoạch chưa có tên", css="wide", url=_url, width=60),
            Column("Phong trào", _movement, css="sub"),
            Column("Tải lên", "uploaded_by", css="sub"),
            Column("Ngày", lambda v: clock.local_day(v.uploaded_at), sort=("uploaded_at", "id"), css="nw"),
            Column("Trạng thái", _badge),
        ],
        filters=[
            Choice("nam", "Năm", _years(), by="uploaded_at__year"),
            Choice("trang-thai", "Trạng thái", _STATES, by="state"),
            Search("Tìm theo tên, không cần dấu"),
        ],
        url=_url,
        acts=lambda v: [Act("Đối chiếu" if v.state == VersionState.READING else "Xem", _url(v))],
        empty=Empty(
            "Chưa có kế hoạch nào",
            "Mời tải lên tệp kế hoạch (Word, PDF hoặc văn bản). Phần mềm đọc từng dòng thành nhiệm vụ, hạn và quy định "
            "để đồng chí xác nhận.",
            action_label="Tải kế hoạch lên" if may_upload else "", icon="file-text",
            action_url=reverse("plan_upload") if may_upload else "",
        ),
    )  # fmt: skip
    return respond(request, listing, "movements/plans.html", {"may_upload": may_upload}, heading=heading_of)


def _movement(version: PlanVersion) -> str:
    return f"{version.movement.title}, bản thứ {version.number}" if version.movement else "Chưa lập"


def _url(version: PlanVersion) -> str:
    return reverse("plan", args=[version.pk])


def _years() -> list[tuple[str, str]]:
    this = clock.today().year
    return [(str(year), str(year)) for year in range(this, this - 6, -1)]


def _badge(version: Any) -> Badge:
    """Where a version stands; while it is compared, how many lines are left."""
    if version.state == VersionState.READING:
        left = f"còn {version.open_count} trên {version.line_count} dòng" if version.open_count else ""
        return Badge("wait" if left else "work", "Đang đối chiếu" if left else "Đã đối chiếu xong", note=left)
    if version.state == VersionState.CURRENT and version.movement.state not in LIVE_OR_CLOSED:
        return Badge("wait", "Chờ ban hành")
    return Badge(_TONES[VersionState(version.state)], version.get_state_display())


@page(rules.uploads_plans, methods=("GET", "HEAD", "POST"))
def upload(request: Any) -> HttpResponse:
    """Tải kế hoạch lên."""
    agency, own = _own_agency(request)
    return _upload(request, agency, own, None)


@page(rules.uploads_plans, methods=("GET", "HEAD", "POST"))
def upload_newer(request: Any, pk: int) -> HttpResponse:
    """Tải lên bản mới của một kế hoạch đang thực hiện."""
    movement = get_object_or_404(Movement.objects.select_related("agency", "standing_unit"), pk=pk)
    allow(rules.drafts_movement(request.actor, movement))
    return _upload(request, movement.agency, movement.standing_unit, movement)


def _upload(request: Any, agency: Unit, standing: Unit | None, movement: Movement | None) -> HttpResponse:
    form = PlanUploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            version = actions.upload_plan(
                form.cleaned_data["file"], actor=request.actor, agency=agency, standing=standing, movement=movement
            )
        except RuleBroken as broken:
            form.add_error("file", str(broken))
        else:
            return redirect("plan", pk=version.pk)
    status = 422 if form.errors else 200
    return render(request, "movements/plan_upload.html", {"form": form, "movement": movement}, status=status)


@page(rules.sees_movements)
def reading(request: Any, pk: int) -> HttpResponse:
    """Văn bản bên trái, những gì đã hiểu bên phải."""
    version = _version(request, pk)
    context = reading_page(version, request.actor, edited=whole_number(request.GET.get("sua", "")))
    if context["edited"]:
        context["form"] = _form(context["edited"])
    return answer(request, "movements/reading.html", context)


@page(rules.sees_movements)
def original(request: Any, pk: int) -> HttpResponseBase:
    """Tệp gốc."""
    version = _version(request, pk)
    if version.file is None:
        raise RuleBroken("Bản này không có tệp gốc kèm theo.")
    return files.download(version.file)


def _form(line: PlanLine, data: Any = None) -> Any:
    """The form that fits a line's kind, filled from what was understood."""
    if line.kind == LineKind.MOVEMENT:
        return MovementLineForm(data, initial=line.data)
    if line.kind in _DUTIES:
        initial = dict(line.data) | {
            "kind": line.kind, "unit": line.data.get("unit_id"), "date": actions.shown_date(line.data),
            "via": ", ".join(line.data.get("via") or []),
        }  # fmt: skip
        return DutyLineForm(data, initial=initial, units=rooms_of(line.version.agency))
    text = "\n".join(line.data.get("forms", [])) if line.kind == LineKind.AWARD else line.text
    form = TextLineForm(data, initial={"text": text, "kind": line.kind})
    if line.kind in (LineKind.AWARD, LineKind.BASIS, LineKind.RECIPIENTS):
        del form.fields["kind"]
    return form


@page(rules.uploads_plans, methods=("POST",))
def line(request: Any, pk: int) -> HttpResponse:
    """Đúng, Sửa, Không dùng, Xem lại hoặc trả lời một điểm cần quyết định."""
    found = get_object_or_404(PlanLine.objects.select_related("version__agency", "item"), pk=pk)
    allow(rules.drafts_plan(request.actor, found.version))
    act, here = request.POST.get("viec", ""), reverse("plan", args=[found.version_id])
    if act == "sua":
        form = _form(found, request.POST)
        if form.is_valid():
            try:
                actions.correct_line(found, actor=request.actor, values=form.cleaned_data)
            except RuleBroken as broken:
                form.add_error(broken.field if broken.field in form.fields else None, str(broken))
            else:
                return redirect(f"{here}#dong-{found.position}")
        context = reading_page(found.version, request.actor, edited=found.position) | {"form": form}
        return render(request, "movements/reading.html", context, status=422)
    steps = {"dung": actions.confirm_line, "bo": actions.drop_line, "xem-lai": actions.reopen_line}
    if act in steps:
        attempt(request, lambda: steps[act](found, actor=request.actor))
    else:
        date = request.POST.get("ngay", "")
        attempt(request, lambda: actions.answer_finding(found, actor=request.actor, key=act, date=date))
    return redirect(f"{here}#dong-{found.position}")


@page(rules.uploads_plans, methods=("POST",))
def confirm_certain(request: Any, pk: int) -> HttpResponse:
    """Xác nhận các dòng chắc chắn."""
    version = _version(request, pk)
    good, count = attempt(request, lambda: actions.confirm_certain(version, actor=request.actor))
    if good:
        messages.success(
            request, f"Đã xác nhận {count} dòng." if count else "Không còn dòng chắc chắn nào để xác nhận."
        )
    return redirect("plan", pk=pk)


@page(rules.sees_movements, methods=("GET", "HEAD", "POST"))
def move(request: Any, pk: int, move: str) -> HttpResponse:
    """Lập phong trào từ kế hoạch, hoặc trình, phê duyệt, trả lại, bỏ một bản mới."""
    version = _version(request, pk)
    if move not in VERSION.moves:
        return redirect("plan", pk=pk)
    chosen = VERSION[move]
    form = NoteForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" and not chosen.needs_note:
        return redirect("plan", pk=pk)
    if chosen.needs_note and not (request.method == "POST" and form.is_valid()):
        context = {"form": form, "move": chosen, "title": version.title, "back": reverse("plan", args=[pk])}
        return render(request, "movements/note.html", context, status=422 if form.errors else 200)
    good, result = attempt(request, lambda: _act(version, move, request, form), done=chosen.done)
    if good and isinstance(result, Movement):
        return redirect("movement", pk=result.pk)
    return redirect("plans" if good and move == "drop" else reverse("plan", args=[pk]))


def _act(version: PlanVersion, move: str, request: Any, form: NoteForm) -> Any:
    actor = request.actor
    if move == "confirm":
        own = Unit.objects.filter(pk=actor.unit_id).first()
        return movement_actions.make_movement(version, actor=actor, standing=own)
    if move == "propose":
        return version_actions.propose_version(version, actor=actor)
    if move == "adopt":
        return version_actions.adopt_version(version, actor=actor)
    if move == "send_back":
        return version_actions.return_version(version, actor=actor, note=form.cleaned_data["note"])
    return actions.drop_version(version, actor=actor)


@page(rules.sees_movements)
def difference(request: Any, pk: int) -> HttpResponse:
    """So sánh bản này với bản trước."""
    version = _version(request, pk)
    before = (
        PlanVersion.objects.filter(movement=version.movement, number__lt=version.number)
        .exclude(state=VersionState.DROPPED)
        .order_by("-number")
        .first()
        if version.movement_id
        else None
    )
    changes = compare(list(before.items.all()), list(version.items.all())) if before else []
    shown = [change for change in changes if change.change != "same"]
    context = {"version": version, "before": before, "changes": shown, "same": len(changes) - len(shown)}
    return answer(request, "movements/difference.html", context)
