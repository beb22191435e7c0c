"""Lines of the desk with their addresses, as the templates draw them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

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
