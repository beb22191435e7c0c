"""Looking for words everywhere the actor may look: what is found, a few of each kind, one query for each kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, OuterRef, QuerySet, Subquery, When

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.text import fold
from thidua.law import rules as law
from thidua.law.rule import Rule
from thidua.movements.models import Movement, PlanVersion, Task
from thidua.movements.queries.movement import movements_for
from thidua.movements.queries.plan import versions_for
from thidua.organisation import rules
from thidua.organisation.models import Person, Post, Unit
from thidua.organisation.queries.people import within_reach
from thidua.organisation.queries.units import units_on

MOST = 6  # of each kind; the link below leads to all
_LONGEST = 100


def words_of(typed: str) -> list[str]:
    """The words looked for, folded; what is longer than a sentence is cut."""
    return fold(typed.replace("\0", "")[:_LONGEST]).split()


def _narrowed(rows: QuerySet[Any], words: Iterable[str]) -> list[Any]:
    """The first rows in whose search column every word occurs, one more than is shown."""
    for word in words:
        rows = rows.filter(search__contains=word)
    return list(rows[: MOST + 1])


def movements(actor: Actor, words: list[str]) -> list[Movement]:
    """Movements the actor may see."""
    return _narrowed(movements_for(actor).order_by("-first_year", "sort", "id"), words)


def tasks(actor: Actor, words: list[str]) -> list[Task]:
    """Tasks of those movements, this year's first."""
    seen = movements_for(actor).order_by().values("pk")
    rows = Task.objects.filter(movement__in=seen, withdrawn=False).select_related("round__movement", "movement")
    now = Case(When(round__year=clock.today().year, then=0), default=1)
    return _narrowed(rows.order_by(now, "-round__year", "order", "id"), words)


def units(actor: Actor, words: list[str]) -> list[Unit]:
    """Units of today; the directory is open to everyone inside."""
    return _narrowed(units_on().select_related("parent"), words) if rules.sees_directory(actor) else []


def people(actor: Actor, words: list[str]) -> list[Person]:
    """People with where they work today, for those who work here."""
    if not rules.sees_people(actor):
        return []
    posts = Post.objects.on(clock.today()).filter(person=OuterRef("pk")).order_by("rank", "id")
    rows = within_reach(Person.objects.all(), actor).annotate(
        post_title=Subquery(posts.values("title")[:1]), post_unit=Subquery(posts.values("unit__name")[:1])
    )
    return _narrowed(rows.order_by("sort", "id"), words)


def plans(actor: Actor, words: list[str]) -> list[PlanVersion]:
    """Plans the actor compares or decides; they have no search column and are few."""
    if not actor.holds_any((rules.STANDING, rules.LEADER)):
        return []
    rows = versions_for(actor).order_by("-id")[:200]
    return [row for row in rows if all(word in fold(row.title) for word in words)][: MOST + 1]


def law_rules(words: list[str]) -> list[Rule]:
    """Rules of the law in force today, by title and article."""
    found = law.on(clock.today()).values()
    return [rule for rule in found if all(word in fold(f"{rule.title} {rule.article}") for word in words)][: MOST + 1]
