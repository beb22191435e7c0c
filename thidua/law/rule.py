"""One dated rule of the law: its value, the days it holds, the article it rests on and how far it can be trusted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal, get_args

Grade = Literal["A", "B", "C", "D"]
GRADES: tuple[Grade, ...] = get_args(Grade)

GRADE_LABELS: dict[Grade, str] = {
    "A": "đã đọc toàn văn",
    "B": "theo nguồn dẫn lại điều khoản",
    "C": "theo nguồn gián tiếp hoặc địa phương khác",
    "D": "chưa kiểm chứng",
}
UNVERIFIED = GRADE_LABELS["D"]


def day_text(day: dt.date) -> str:
    """Return a day as officials write it: "01/07/2025"."""
    return f"{day:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as recorded in `data/*.toml`, read-only.

    `value` is an int, str, bool, date, tuple or read-only mapping of those, never a float; None when nobody could
    say it (grade D only). `valid_from` and `valid_to` are both days in force; `valid_to` None means open.
    `from_before`: the rule is older than `valid_from`, the first day these records speak of. `dates_grade` is the
    trust in the period where that is weaker than the trust in the content. `confirm_by` says who must confirm it.
    """

    key: str
    title: str
    value: Any
    unit: str
    valid_from: dt.date
    valid_to: dt.date | None
    article: str
    source: str
    grade: Grade
    dates_grade: Grade
    confirm_by: str
    note: str
    from_before: bool
    file: str

    def holds(self, day: dt.date) -> bool:
        """Say whether the rule is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def unverified(self) -> bool:
        """True when the content itself was never checked against a text (grade D)."""
        return self.grade == "D"

    @property
    def badge(self) -> str:
        """The mark a screen prints beside an unchecked rule; empty for the others."""
        return UNVERIFIED if self.unverified else ""

    @property
    def grade_label(self) -> str:
        """The trust grade in words."""
        return GRADE_LABELS[self.grade]

    @property
    def period(self) -> str:
        """The days in force in words: "từ 01/07/2025 đến 01/03/2027"."""
        start = "từ trước " if self.from_before else "từ "
        end = f" đến {day_text(self.valid_to)}" if self.valid_to else ""
        return f"{start}{day_text(self.valid_from)}{end}"


def worst(*grades: Grade) -> Grade:
    """Return the weakest of the grades: a figure is no better than the worst rule it was made of."""
    return max(grades)
