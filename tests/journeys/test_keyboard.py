"""No mouse: signing in, the skip link, the menu, a form opened with Tab and Enter and saved with Ctrl+S."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import make
from tests.conftest import Cast, Office
from tests.journeys.conftest import SignIn
from thidua.organisation.models import Person

pytestmark = pytest.mark.journey

MOST = 60  # presses of Tab within which everything in the frame is reached
# What has the focus, in words, and whether one can see that it has.
FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    words: (at.getAttribute('aria-label') || at.innerText || at.name || '').trim(),
    marked: (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
    there: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0,
  };
}"""


def tab_to(page: Page, words: str) -> None:
    """Presses Tab until something with these words has the focus; all on the way must be seen to have it."""
    page.wait_for_load_state()
    passed = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        assert (found["words"], found["marked"], found["there"]) == (found["words"], True, True)
        passed.append(found["words"])
        if found["words"].split("\n")[0] == words:
            return
    pytest.fail(f"{words!r} is not among {passed}")


def test_signing_in_needs_no_mouse(office: Office, cast: Cast, page: Page) -> None:
    page.goto("/dang-nhap/")
    page.locator("input[name=username]").focus()
    page.keyboard.type("thuongtruc")
    page.keyboard.press("Tab")
    page.keyboard.type(make.PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Bàn làm việc")).to_be_visible()


def test_the_skip_link_is_first_and_leads_to_the_content(
    office: Office, cast: Cast, page: Page, sign_in: SignIn
) -> None:
    sign_in(page, "thuongtruc", make.PASSWORD)
    tab_to(page, "Đến nội dung chính")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_leads_to_a_form_that_ctrl_s_saves(office: Office, cast: Cast, page: Page, sign_in: SignIn) -> None:
    sign_in(page, "quantri", make.PASSWORD)
    tab_to(page, "Người và đơn vị")
    page.keyboard.press("Enter")
    expect(page.locator("nav.side").get_by_role("link", name="Người", exact=True)).to_be_visible()
    tab_to(page, "Người")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Người", exact=True)).to_be_visible()
    tab_to(page, "Thêm người")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nguoi/them/**")
    expect(page.locator("input[name=full_name]")).to_be_focused()
    page.keyboard.type("Lò Thị Bàn Phím")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Control+s")
    expect(page.locator("main")).to_contain_text("Lò Thị Bàn Phím")
    assert Person.objects.filter(full_name="Lò Thị Bàn Phím").count() == 1


def test_the_personal_menu_opens_and_closes_by_keyboard(
    office: Office, cast: Cast, page: Page, sign_in: SignIn
) -> None:
    sign_in(page, "thuongtruc", make.PASSWORD)
    page.locator("header details.menu summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
