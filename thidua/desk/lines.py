"""Lines and dates of the desk with their addresses, as the templates draw them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from thidua.desk.strip import Step
from thidua.desk.todo import Job


def drawn(jobs: Iterable[Job]) -> list[dict[str, Any]]:
    """For core/_todo.html."""
    return [
        {
            "title": job.title,
            "url": reverse(job.page, args=job.args),
            "why": job.why,
            "due": job.due,
            "verb": job.verb,
            "post_url": reverse("urge", args=job.post_args) if job.post else "",
            "main": job.main,
        }
        for job in jobs
    ]


def drawn_strip(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """For core/_strip.html; several things due on one day lead to the list of duties."""
    return [
        {"date": step.date, "title": step.title, "words": step.words, "tone": step.tone, "url": _step_url(step)}
        for step in steps
    ]


def _step_url(step: Step) -> str:
    if step.task_id is not None:
        return reverse("task", args=[step.task_id])
    return "" if step.closed else reverse("assignments")


def lead(jobs: Sequence[Job], today: dt.date) -> str:
    """ "5 việc, 1 đã quá hạn, 1 đến hạn hôm nay"."""
    days = [(job.basis, job.due.date) for job in jobs if job.due]
    late = sum(basis == "due" and day < today for basis, day in days)
    passed = sum(basis == "mark" and day < today for basis, day in days)
    now = sum(basis == "due" and day == today for basis, day in days)
    parts = [(len(jobs), "việc"), (late, "đã quá hạn"), (now, "đến hạn hôm nay"), (passed, "quá mốc nội bộ")]
    return ", ".join(f"{count} {words}" for count, words in parts if count)
