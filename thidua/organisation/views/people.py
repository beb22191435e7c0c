"""People: the list, the page of one, adding, correcting, appointing, ending a post."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from thidua.audit.queries import steps_of
from thidua.core import clock
from thidua.core.filters import Choice, Search
from thidua.core.listing import Act, Cell, Column, Empty, Listing
from thidua.core.page import allow, answer, page, typed
from thidua.documents.actions.exports import respond
from thidua.organisation import rules
from thidua.organisation.actions import people as actions
from thidua.organisation.forms.people import EndPostForm, NewPersonForm, PersonForm, PostForm
from thidua.organisation.models import Account, Person, Position, Post, Sex, StaffGroup
from thidua.organisation.queries.people import (
    at_work,
    in_group,
    in_unit,
    people_with_posts,
    posts_of,
    within_reach,
)
from thidua.organisation.queries.units import heading_of, unit_options
from thidua.organisation.views.form_page import FormPage, form_page

_BOTH = ("GET", "HEAD", "POST")


def _main(person: Any) -> Post | None:
    """The main post of today."""
    return person.posts_now[0] if person.posts_now else None


def _post(attribute: str) -> Any:
    """A function that reads the main post of a row."""

    def read(person: Any) -> str:
        value = getattr(_main(person), attribute, "")
        return str(value() if callable(value) else value)

    return read


def _titles(person: Any) -> Cell:
    """The main title, and below it those held besides."""
    others = "; ".join(f"{post.title} {post.unit.short}" for post in person.posts_now[1:])
    return Cell(_post("title")(person), sub=f"Kiêm {others}" if others else "")


@page(rules.sees_people)
def people(request: Any) -> HttpResponseBase:
    """Danh sách người, xếp theo tên."""
    manages = rules.manages_people(request.actor)
    edit = "Sửa thông tin"
    listing = Listing(
        request,
        within_reach(people_with_posts(), request.actor),
        title="Danh sách cán bộ, công chức, viên chức, người lao động",
        columns=[
            Column("Họ và tên", "full_name", sort=("sort",), css="wide nw", width=28),
            Column("Giới tính", "get_sex_display", screen=False),
            Column("Ngày sinh", "born_on", sort=("born_on",), css="num hide-sm"),
            Column("Chức vụ", _titles, css="wide sub", width=28),
            Column("Đơn vị", _post("unit"), sort=("unit_order", "unit_sort", "sort"), css="wide sub", width=36),
            Column("Nhóm", _post("get_staff_group_display"), css="hide-sm"),
            Column("Điện thoại", "phone", css="num nw"),
            Column("Thư điện tử", "email", screen=False, width=28),
        ],
        order=("sort",),
        filters=[
            Choice("don-vi", "Đơn vị", unit_options(), by=in_unit),
            Choice("nhom", "Nhóm", StaffGroup.choices, by=in_group),
            Choice("cong-tac", "Công tác", [("co", "Đang công tác"), ("khong", "Không còn công tác")],
                   by=at_work, default="co"),
            Search("Tìm theo tên, không cần dấu", placeholder="Ví dụ: nguyen thi huyen"),
        ],
        noun="người",
        empty=Empty(
            "Chưa có ai trong danh sách",
            "Danh sách người dùng để giao việc, ký cam kết và xét khen thưởng.",
            "Thêm người" if manages else "", reverse("person_new") if manages else "", icon="users",
        ),
        url=lambda person: reverse("person", args=[person.pk]),
        acts=(lambda person: [Act(edit, reverse("person_edit", args=[person.pk]), "pencil")]) if manages else None,
    )  # fmt: skip
    return respond(request, listing, "organisation/people.html", {"manages": manages}, heading=heading_of)


@page(rules.sees_people)
def person(request: Any, pk: int) -> HttpResponse:
    """Một người: thông tin, các chức vụ qua thời gian."""
    found = get_object_or_404(within_reach(Person.objects.all(), request.actor), pk=pk)
    manages = rules.manages_people(request.actor)
    context = {
        "person": found,
        "posts": list(posts_of(found)),
        "today": clock.today(),
        "account": Account.objects.filter(person=found).first() if rules.is_admin(request.actor) else None,
        "is_admin": rules.is_admin(request.actor),
        "manages": manages,
        "history": steps_of(found) if manages else [],
    }
    return answer(request, "organisation/person.html", context)


@page(rules.manages_people, methods=_BOTH)
def person_new(request: Any) -> HttpResponse:
    """Thêm người, cùng chức vụ đầu tiên nếu đã biết."""
    form = NewPersonForm(typed(request), initial={"unit": request.GET.get("don-vi", "")})

    @transaction.atomic
    def add(values: dict[str, Any]) -> Person:
        fresh = actions.add_person(
            values["full_name"], actor=request.actor, sex=Sex(values["sex"]), born_on=values["born_on"],
            email=values["email"], phone=values["phone"],
        )  # fmt: skip
        if values["unit"]:
            _appoint(request, fresh, values)
        return fresh

    return form_page(
        request,
        form,
        FormPage("Thêm người", "Thêm người", reverse("people"), "Người", save_new=True),
        add,
        done=lambda fresh: f"Đã thêm {fresh}.",
        then=lambda fresh: reverse("person", args=[fresh.pk]),
    )


def _appoint(request: Any, person: Person, values: dict[str, Any]) -> Post:
    return actions.appoint(
        person, values["unit"], actor=request.actor, position=Position(values["position"]),
        title=values["title"] or Position(values["position"]).label, staff_group=StaffGroup(values["staff_group"]),
        on=values["on"], rank=values.get("rank", 100),
    )  # fmt: skip


@page(rules.manages_people, methods=_BOTH)
def person_edit(request: Any, pk: int) -> HttpResponse:
    """Sửa thông tin một người."""
    found = get_object_or_404(within_reach(Person.objects.all(), request.actor), pk=pk)
    names = ("full_name", "sex", "born_on", "phone", "email")
    form = PersonForm(typed(request), initial={name: getattr(found, name) for name in names})
    return form_page(
        request,
        form,
        FormPage("Sửa thông tin", "Lưu", reverse("person", args=[pk]), found.full_name),
        lambda values: actions.correct_person(found, actor=request.actor, **values),
        done="Đã lưu thông tin.",
        then=lambda saved: reverse("person", args=[pk]),
    )


@page(rules.manages_people, methods=_BOTH)
def person_appoint(request: Any, pk: int) -> HttpResponse:
    """Bổ nhiệm, bố trí vào một đơn vị."""
    found = get_object_or_404(within_reach(Person.objects.all(), request.actor), pk=pk)
    return form_page(
        request,
        PostForm(typed(request)),
        FormPage("Bổ nhiệm, bố trí", "Bố trí", reverse("person", args=[pk]), found.full_name, notes=(
            "Khi chuyển công tác, mời kết thúc chức vụ cũ trước rồi bố trí chức vụ mới từ ngày hôm sau.",
        )),
        lambda values: _appoint(request, found, values),
        done=lambda post: f"Đã bố trí {found}: {post}.",
        then=lambda post: reverse("person", args=[pk]),
    )  # fmt: skip


@page(rules.manages_people, methods=_BOTH)
def post_end(request: Any, pk: int) -> HttpResponse:
    """Kết thúc một chức vụ."""
    found = get_object_or_404(Post.objects.select_related("person", "unit"), pk=pk)
    allow(rules.manages_unit(request.actor, found.unit), "Đồng chí không có quyền sửa danh sách của đơn vị này.")
    back_to = reverse("person", args=[found.person_id])
    return form_page(
        request,
        EndPostForm(typed(request)),
        FormPage("Kết thúc chức vụ", "Kết thúc", back_to, found.person.full_name, lead=f"{found}."),
        lambda values: actions.end_post(found, actor=request.actor, **values),
        done="Đã ghi ngày kết thúc chức vụ.",
        then=lambda post: back_to,
    )
