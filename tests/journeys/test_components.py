"""Every shared component in a real browser: nothing overflows, nothing is too small to hit, nothing hinders anyone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.journeys import axe
from tests.journeys.conftest import Watch

pytestmark = [
    pytest.mark.journey,
    pytest.mark.urls("tests.journeys.components_urls"),
    pytest.mark.filterwarnings(
        "ignore:No directory at"
    ),  # nothing is collected before tests, files come from the source
]

PAGES = [
    pytest.param("/", id="components"),
    pytest.param("/danh-sach/", id="list"),
    pytest.param("/danh-sach/?trong=1", id="empty-list"),
    pytest.param("/xac-nhan/", id="confirm"),
    pytest.param("/dang-nhap/", id="sign-in"),
    pytest.param("/in/", id="print"),
    pytest.param("/loi/404/", id="404"),
    pytest.param("/loi/500/", id="500"),
]
WIDTHS = [360, 390, 576, 768, 991, 992, 1199, 1200, 1366, 1920]

# Elements that reach beyond the window, unless they sit in a box that scrolls by itself; and the page as a whole.
OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  const scrolls = (el) => {
    for (let box = el; box && box !== document.body; box = box.parentElement)
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(box).overflowX)) return true;
    return false;
  };
  const out = document.documentElement.scrollWidth > wide ? ['page ' + document.documentElement.scrollWidth] : [];
  for (const el of document.querySelectorAll('body *')) {
    const box = el.getBoundingClientRect();
    if (box.width > 1 && box.right > wide + 1 && box.left >= 0 && !scrolls(el))
      out.push(el.tagName + '.' + el.getAttribute('class') + ' ' + Math.round(box.right));
  }
  return out.slice(0, 8);
}"""

# Boxes of the page that scroll sideways although nothing asked them to: only tables may, and tabs.
SIDEWAYS = """() => [...document.querySelectorAll('main *')]
  .filter((el) => el.scrollWidth > el.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(el).overflowX))
  .map((el) => el.getAttribute('class') || el.tagName)"""

# What can be pressed and is smaller than `least`. A box with a label counts with its label; a link inside a sentence,
# inside a cell of a table or among crumbs is text and follows the text.
SMALL = """(least) => {
  const out = [];
  for (const el of document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')) {
    const box = el.getBoundingClientRect();
    const shown = el.checkVisibility({visibilityProperty: true}) && box.width > 1 && box.right > 0;
    if (!shown || el.closest('.skip')) continue;
    const text = getComputedStyle(el).display === 'inline' || el.closest('.crumbs, .side-foot');
    if (el.tagName === 'A' && text) continue;
    const boxes = [box, ...[...(el.labels || [])].map((label) => label.getBoundingClientRect())];
    const parent = el.closest('.form-check, .pick');
    if (parent) boxes.push(parent.getBoundingClientRect());
    const tall = Math.max(...boxes.map((b) => b.height)), wide = Math.max(...boxes.map((b) => b.width));
    if (Math.round(tall) < least || Math.round(wide) < least)
      out.push(`${el.tagName}.${el.className} ${Math.round(wide)}x${Math.round(tall)} ${el.textContent.trim()}`);
  }
  return out;
}"""


@pytest.mark.parametrize("address", PAGES)
def test_page_fits_every_width(page: Page, watch: Watch, address: str) -> None:
    page.goto(address)
    wrong = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        least = 44 if width < 992 else 24
        found = [*page.evaluate(OVERFLOW), *(f"small: {target}" for target in page.evaluate(SMALL, least))]
        if found:
            wrong[width] = found
    assert wrong == {}


def test_no_table_scrolls_on_the_screens_offices_have(page: Page) -> None:
    page.goto("/danh-sach/")
    seen = {}
    for width in (360, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        seen[width] = page.evaluate(SIDEWAYS)
    assert seen == {360: [], 1366: [], 1920: []}


@pytest.mark.parametrize(("theme", "size"), [("light", (1366, 4500)), ("dark", (390, 7000))], ids=["desk", "phone"])
@pytest.mark.parametrize("address", PAGES)
def test_page_hinders_nobody(new_page: Callable[..., Page], address: str, theme: str, size: tuple[int, int]) -> None:
    """On windows so high that no bar stuck to an edge covers half a box by chance."""
    page = new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(f"{address}{'&' if '?' in address else '?'}giao_dien={theme}")
    assert axe.violations(page) == []


@pytest.mark.parametrize(
    ("theme", "machine", "ground"),
    [
        ("light", "dark", "rgb(239, 242, 246)"),
        ("dark", "light", "rgb(19, 26, 34)"),
        ("auto", "light", "rgb(239, 242, 246)"),
        ("auto", "dark", "rgb(19, 26, 34)"),
    ],
    ids=["light", "dark", "machine-light", "machine-dark"],
)
def test_theme_is_the_persons_choice_or_the_machines(
    new_page: Callable[..., Page], theme: str, machine: str, ground: str
) -> None:
    page = new_page(color_scheme=machine)
    page.goto(f"/?giao_dien={theme}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_menus_open_with_and_without_script(new_page: Callable[..., Page], script: bool) -> None:
    page = new_page(java_script_enabled=script, viewport={"width": 390, "height": 844})
    page.goto("/danh-sach/")
    side, out = page.locator("#menu"), page.get_by_role("button", name="Đăng xuất")
    expect(side).to_be_hidden()
    page.get_by_role("link", name="Tất cả mục").click()
    expect(side).to_be_visible()
    page.get_by_role("link", name="Đóng").click()
    expect(side).to_be_hidden()
    expect(out).to_be_hidden()
    page.locator("details.menu > summary").click()
    expect(out).to_be_visible()


def test_escape_and_a_click_beside_close_the_persons_menu(page: Page) -> None:
    page.goto("/danh-sach/")
    menu, summary = page.locator("details.menu"), page.locator("details.menu > summary")
    summary.click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    summary.click()
    page.locator("h1").click()
    expect(menu).not_to_have_attribute("open", "")


def test_ticking_rows_shows_the_bar_and_counts(page: Page) -> None:
    page.goto("/danh-sach/")
    bar = page.locator(".bulk")
    expect(bar).to_be_hidden()
    page.get_by_label("Chọn Sùng A Chua").check()
    expect(bar.locator("b")).to_have_text("Đã chọn 1 người")
    page.get_by_label("Chọn tất cả trang này").check()
    expect(bar.locator("b")).to_have_text("Đã chọn 5 người")
    ticked = page.locator("tbody .pick input:checked").evaluate_all("boxes => boxes.map((box) => box.value)")
    assert ticked == ["1001", "1002", "1003", "1004", "1005"]
    page.get_by_label("Chọn tất cả trang này").uncheck()
    expect(bar).to_be_hidden()


def test_a_chosen_filter_goes_into_the_address_at_once(page: Page) -> None:
    page.goto("/danh-sach/?xem=tat-ca&trang=3")
    page.get_by_label("Trạng thái").select_option("Đã ký")
    page.wait_for_url("**trang_thai=da-ky**")
    assert page.url.partition("?")[2] == "xem=tat-ca&nam=2024&don_vi=&trang_thai=da-ky&q="


def test_the_filter_works_without_script(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/danh-sach/")
    page.get_by_label("Tìm theo tên, không cần dấu").fill("chua")
    page.get_by_role("button", name="Lọc").click()
    assert page.url.partition("?")[2] == "nam=2024&don_vi=&trang_thai=&q=chua"
    assert (
        page.get_by_role("link", name="Excel").get_attribute("href")
        == "?nam=2024&don_vi=&trang_thai=&q=chua&xuat=excel"
    )


def test_ctrl_s_saves_the_form(page: Page) -> None:
    page.goto("/")
    page.locator("#moi-ten").fill("Tuyên truyền tháng hành động")
    with page.expect_response(lambda response: response.request.method == "POST") as answered:
        page.keyboard.press("Control+s")
    assert parse_qs(answered.value.request.post_data)["ten"] == ["Tuyên truyền tháng hành động"]
    page.wait_for_load_state()  # a context closed in the middle of a navigation may never end


def test_leaving_typed_text_asks_first(page: Page) -> None:
    asked: list[str] = []

    def answered(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answered)
    page.goto("/")
    page.goto("/danh-sach/")
    assert asked == []
    page.goto("/")
    page.locator("#moi-ten").press_sequentially("Giao việc")
    page.goto("/danh-sach/")
    assert asked == ["beforeunload"]


def test_the_first_wrong_field_has_the_focus(page: Page) -> None:
    page.goto("/dang-nhap/")
    expect(page.get_by_label("Mật khẩu")).to_be_focused()


def test_paper_carries_no_frame(page: Page) -> None:
    page.goto("/danh-sach/")
    page.emulate_media(media="print")
    hidden = [".side", ".topbar", ".filter", ".tabs", ".pager", ".pick", ".rowacts", ".acts"]
    shown = {name: page.locator(name).first.is_visible() for name in [*hidden, "h1", "table"]}
    assert shown == {**dict.fromkeys(hidden, False), "h1": True, "table": True}


@pytest.mark.parametrize(
    ("button", "sentence", "answer"),
    [
        ("Nhận", "", "Đã nhận."),
        ("Trái quy định", "Kế hoạch đã kết thúc.", "Chưa có gì."),
        (
            "Hết phiên",
            "Phiên làm việc đã hết hoặc đồng chí không có quyền với việc này. Mời tải lại trang.",
            "Chưa có gì.",
        ),
        (
            "Máy chủ lỗi",
            "Chưa thực hiện được vì máy chủ gặp lỗi. "
            "Mời tải lại trang rồi làm lại; nếu vẫn lỗi, mời báo cán bộ hỗ trợ.",
            "Chưa có gì.",
        ),
    ],
    ids=["fragment", "rule", "refusal", "failure"],
)
def test_htmx_answers_in_place_and_failures_say_so(
    page: Page, watch: Watch, button: str, sentence: str, answer: str
) -> None:
    watch.expect("Failed to load resource")
    watch.expect("Response Status Error Code")
    page.goto("/tai-cho/")
    page.get_by_role("button", name=button).click()
    expect(page.locator("#messages")).to_have_text(sentence)
    expect(page.locator("#answer")).to_have_text(answer)


def test_a_lost_connection_says_so(page: Page, watch: Watch) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED")
    watch.expect("htmx:")
    page.goto("/tai-cho/")
    page.context.set_offline(True)
    page.get_by_role("button", name="Nhận").click()
    expect(page.locator("#messages")).to_have_text(
        "Không kết nối được với máy chủ. Mời kiểm tra mạng rồi làm lại; những gì đã nhập vẫn còn trên màn hình."
    )


def test_a_form_pressed_twice_is_sent_once(page: Page) -> None:
    page.goto("/xac-nhan/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method) if request.method == "POST" else None)
    page.locator("#confirm-word").fill("CÔNG BỐ")
    page.get_by_role("button", name="Công bố").dblclick()
    page.wait_for_url(lambda url: "xac-nhan" not in url)
    assert sent == ["POST"]
