"""The rules of the emulation and commendation law, asked by day: `on(day)["money.base_salary"].value`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache

from thidua.law.errors import RuleMissing, Undecided
from thidua.law.loader import load
from thidua.law.rule import Rule, day_text

RECORDED_FROM = dt.date(2023, 1, 1)
"""The first day the data speak of: the year the movement was launched."""


class RuleSet(Mapping[str, Rule]):
    """The rules in force on one day, by key. Read-only; `get` gives None for a key nothing is recorded for."""

    def __init__(self, day: dt.date, rules: Mapping[str, Rule]) -> None:
        self.day = day
        self._rules = rules

    def __getitem__(self, key: str) -> Rule:
        """Return the rule; raise RuleMissing (a KeyError) when none is recorded for that day."""
        try:
            return self._rules[key]
        except KeyError:
            raise RuleMissing(f"Không có quy định nào được ghi với khóa {key} cho ngày {day_text(self.day)}.") from None

    def __iter__(self) -> Iterator[str]:
        """Go through the keys in order."""
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def integer(self, key: str) -> int:
        """Return the value as a whole number; raise RuleMissing, or Undecided when it is not known."""
        value = self[key].value
        if isinstance(value, bool) or not isinstance(value, int):
            raise Undecided(
                f"{self[key].title}: chưa có con số cho ngày {day_text(self.day)}. {self[key].confirm_by} cần xác nhận."
            )
        return value

    def under(self, prefix: str) -> tuple[Rule, ...]:
        """Return the rules whose key starts with `prefix`, ordered by key."""
        return tuple(rule for key, rule in self._rules.items() if key.startswith(prefix))

    def unverified(self) -> tuple[Rule, ...]:
        """Return the rules of that day that a person still has to check (grade D), ordered by key."""
        return tuple(rule for rule in self._rules.values() if rule.unverified)


@cache
def all() -> tuple[Rule, ...]:
    """Return every recorded rule of every period, ordered by key and first day."""
    return load()


def on(day: dt.date) -> RuleSet:
    """Return what is in force on `day`; empty before RECORDED_FROM.

    Ask with the date that counts for the question: the decision for money, the receipt for a dossier, the meeting
    for a vote, the issue for a certificate, the closing for archiving. One procedure may need several of them.
    """
    return _on(_plain(day))


def history(key: str) -> tuple[Rule, ...]:
    """Return all periods of one rule, oldest first; empty for an unknown key."""
    return tuple(rule for rule in all() if rule.key == key)


@cache
def _starts() -> tuple[dt.date, ...]:
    """Return the days on which anything changes, oldest first."""
    days = {rule.valid_from for rule in all()}
    days |= {rule.valid_to + dt.timedelta(days=1) for rule in all() if rule.valid_to}
    return tuple(sorted(days))


@cache
def _between(start: dt.date) -> Mapping[str, Rule]:
    """Return the rules in force from `start` (a change day) until the next change."""
    return {rule.key: rule for rule in all() if rule.holds(start)}


def _on(day: dt.date) -> RuleSet:
    start = max((change for change in _starts() if change <= day), default=None)
    return RuleSet(day, _between(start) if start and day >= RECORDED_FROM else {})


def _plain(day: dt.date) -> dt.date:
    """Return a datetime's date, so that a caller's time of day never enters a comparison."""
    return day.date() if isinstance(day, dt.datetime) else day
