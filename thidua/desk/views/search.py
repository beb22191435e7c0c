"""Tìm trong toàn hệ thống: movements, tasks, plans, units, people and rules of the law, grouped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from thidua.core.page import answer, page
from thidua.desk import law_words
from thidua.desk import search as look
from thidua.movements.rules import uploads_plans
from thidua.organisation.rules import is_signed_in

Line = Callable[[Any], dict[str, str]]


@page(is_signed_in)
def search(request: Any) -> HttpResponse:
    """Kết quả tìm."""
    typed = request.GET.get("q", "").strip()
    words = look.words_of(typed)
    groups = _groups(request.actor, words, typed) if words else []
    count = sum(len(group["rows"]) for group in groups)
    return answer(request, "desk/search.html", {"typed": typed, "groups": groups, "count": count, "asked": bool(words)})


def _groups(actor: Any, words: list[str], typed: str) -> list[dict[str, Any]]:
    plans = "plans" if uploads_plans(actor) else ""
    found = [
        _group("Phong trào thi đua", "flag", look.movements(actor, words), _movement, "movements", typed),
        _group("Nhiệm vụ", "clipboard-list", look.tasks(actor, words), _task, "assignments", typed),
        _group("Văn bản, kế hoạch", "file-text", look.plans(actor, words), _plan, plans, typed),
        _group("Đơn vị", "sitemap", look.units(actor, words), _unit, "units", typed),
        _group("Người", "user", look.people(actor, words), _person, "people", typed),
        _group("Quy định pháp luật", "scale", look.law_rules(words), _rule, "law_rules", typed),
    ]
    return [group for group in found if group["rows"]]


def _group(label: str, icon: str, found: Sequence[Any], line: Line, whole: str, typed: str) -> dict[str, Any]:
    """At most MOST lines, and when there are more the list that has them all."""
    more = f"{reverse(whole)}?{urlencode({'q': typed})}" if whole and len(found) > look.MOST else ""
    return {"label": label, "icon": icon, "rows": [line(one) for one in found[: look.MOST]], "more": more}


def _movement(one: Any) -> dict[str, str]:
    sub = f"{one.agency.name}, {one.years}, {one.get_state_display().lower()}"
    return {"title": one.title, "url": reverse("movement", args=[one.pk]), "sub": sub}


def _task(one: Any) -> dict[str, str]:
    where = f"mục {one.ref}" if one.ref else ""
    sub = ", ".join(filter(None, [str(one.round), where, one.movement.title]))
    return {"title": one.title, "url": reverse("task", args=[one.pk]), "sub": sub}


def _plan(one: Any) -> dict[str, str]:
    sub = f"Bản số {one.number}, {one.get_state_display().lower()}"
    return {"title": one.title, "url": reverse("plan", args=[one.pk]), "sub": sub}


def _unit(one: Any) -> dict[str, str]:
    sub = one.parent.name if one.parent else one.get_kind_display()
    return {"title": one.name, "url": reverse("unit", args=[one.pk]), "sub": sub}


def _person(one: Any) -> dict[str, str]:
    sub = ", ".join(filter(None, [one.post_title, one.post_unit])) or "Không còn công tác"
    return {"title": one.full_name, "url": reverse("person", args=[one.pk]), "sub": sub}


def _rule(one: Any) -> dict[str, str]:
    sub = ", ".join(filter(None, [law_words.value_words(one)[:160], one.article, one.grade_label]))
    return {"title": one.title, "url": f"{reverse('law_rules')}?{urlencode({'q': one.title})}", "sub": sub}
