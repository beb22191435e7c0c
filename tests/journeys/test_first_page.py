"""The first page anybody sees: it opens without a complaint and without a hindrance."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.journeys import axe

pytestmark = pytest.mark.journey


def test_the_sign_in_page_is_quiet_and_open_to_everyone(page: Page) -> None:
    answer = page.goto(reverse("sign_in"))
    assert answer is not None
    assert answer.status == 200
    assert axe.violations(page) == []


def test_the_sign_in_page_fits_a_telephone(new_page) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(reverse("sign_in"))
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider == 0
    assert axe.violations(page) == []
