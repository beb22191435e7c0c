"""People and where they work on a day."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery

from thidua.core import clock
from thidua.organisation.models import Person, Post, Unit


def people_with_posts(day: dt.date | None = None) -> QuerySet[Person]:
    """Everyone, each with `posts_now` (main post first) and the order of the main post's unit to sort by."""
    posts = Post.objects.on(day or clock.today()).select_related("unit").order_by("rank", "id")
    main = posts.filter(person=OuterRef("pk"))
    return Person.objects.annotate(
        unit_order=Subquery(main.values("unit__order")[:1]), unit_sort=Subquery(main.values("unit__sort")[:1])
    ).prefetch_related(Prefetch("posts", queryset=posts, to_attr="posts_now"))


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
