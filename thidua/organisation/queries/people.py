"""People and where they work on a day."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.organisation.models import Person, Post, Unit
from thidua.organisation.queries.units import agency_id_of
from thidua.organisation.rules import ADMIN, EDITOR, HEAD, LEADER, OFFICIAL, STANDING, manages_people


def people_with_posts(day: dt.date | None = None) -> QuerySet[Person]:
    """Everyone, each with `posts_now` (main post first) and the order of the main post's unit to sort by."""
    posts = Post.objects.on(day or clock.today()).select_related("unit").order_by("rank", "id")
    main = posts.filter(person=OuterRef("pk"))
    return Person.objects.annotate(
        unit_order=Subquery(main.values("unit__order")[:1]), unit_sort=Subquery(main.values("unit__sort")[:1])
    ).prefetch_related(Prefetch("posts", queryset=posts, to_attr="posts_now"))


def reach_of(actor: Actor) -> tuple[str, ...]:
    """The subtrees whose people the actor may see: the own agency and what the roles cover; at most one query."""
    found = set(actor.paths(ADMIN, LEADER, STANDING, HEAD, OFFICIAL, EDITOR))
    if actor.unit_path.startswith(actor.paths(ADMIN, LEADER, STANDING)):
        return tuple(found)  # those who run the agency they work in need not be asked which it is
    if (agency := agency_id_of(actor)) is not None:
        place = actor.unit_path or next((grant.path for grant in actor.grants), "")
        found.add(place[: place.index(f"/{agency}/") + len(f"/{agency}/")])
    return tuple(found)


def within_reach(rows: QuerySet[Person], actor: Actor) -> QuerySet[Person]:
    """The people the actor may see: who works or worked there, and for those who keep the list who holds no post yet.

    People of another agency, with their telephones and dates of birth, are that agency's business (Luật 91/2025).
    """
    there = Q(pk__in=[])
    for path in reach_of(actor):
        there |= Q(unit__path__startswith=path)
    posts = Post.objects.filter(person=OuterRef("pk"))
    seen = Exists(posts.filter(there))
    return rows.filter(seen | ~Exists(posts)) if manages_people(actor) else rows.filter(seen)


def at_work(rows: QuerySet[Person], value: str) -> QuerySet[Person]:
    """Those who hold a post today ("co"), or who hold none ("khong")."""
    held = Exists(Post.objects.on(clock.today()).filter(person=OuterRef("pk")))
    return rows.filter(held if value == "co" else ~held)


def in_unit(rows: QuerySet[Person], unit_id: str) -> QuerySet[Person]:
    """Those who work today in a unit or below it."""
    path = Unit.objects.filter(pk=unit_id).values_list("path", flat=True).first() or "-"
    return rows.filter(
        Exists(Post.objects.on(clock.today()).filter(person=OuterRef("pk"), unit__path__startswith=path))
    )


def in_group(rows: QuerySet[Person], group: str) -> QuerySet[Person]:
    """Those of one staff group today."""
    return rows.filter(Exists(Post.objects.on(clock.today()).filter(person=OuterRef("pk"), staff_group=group)))


def staff_of(unit: Unit, day: dt.date | None = None) -> QuerySet[Post]:
    """Who works in exactly this unit on a day, by rank, then by name."""
    return (
        Post.objects.on(day or clock.today())
        .filter(unit=unit)
        .select_related("person")
        .order_by("rank", "person__sort", "id")
    )


def posts_of(person: Person) -> QuerySet[Post]:
    """All posts of a person, the newest first."""
    return Post.objects.filter(person=person).select_related("unit").order_by("-valid_from", "rank", "-id")
