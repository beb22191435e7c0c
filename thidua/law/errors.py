"""What can go wrong when the dated law is read or asked: every message is a sentence an official can act on."""

from __future__ import annotations


class LawError(Exception):
    """Base of everything this package raises on its own account."""


class LawDataError(LawError):
    """A data file breaks its own contract; the message names file, key and what to correct."""


class RuleMissing(LawError, KeyError):
    """No rule with that key is recorded for that day."""

    def __str__(self) -> str:
        """Give the sentence itself, not the quoted form KeyError would print."""
        return str(self.args[0]) if self.args else ""


class Undecided(LawError):
    """The rule is recorded, but its value is not known well enough to compute with: a person has to decide."""
