"""The two refusals every screen knows how to show: a broken rule and a missing right."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied


class RuleBroken(Exception):
    """What was asked breaks a rule; the message is a Vietnamese sentence that says what is wrong and how to mend it.

    `article` names the text it rests on, when it rests on one; `field` the form field to mark.
    """

    def __init__(self, sentence: str, *, article: str | None = None, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.article = article
        self.field = field

    def __str__(self) -> str:
        return f"{self.sentence} (Căn cứ: {self.article})" if self.article else self.sentence


class NotAllowed(PermissionDenied):
    """The person may not do this; answered with page 403 and the sentence."""
