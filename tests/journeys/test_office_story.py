"""The story of a plan: uploaded, corrected, confirmed, sent up, returned, approved, issued; a head sees the duties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from tests import make
from tests.conftest import Cast, Office
from tests.journeys.axe import violations
from tests.journeys.conftest import SignIn, Watch
from tests.movements import plan_text
from thidua.movements.models import Movement, Task
from thidua.organisation.models import UnitKind

pytestmark = pytest.mark.journey
REAL = Path(__file__).parents[2].parent / "shared" / "plans" / "office" / "source.txt"


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """The Office's own plan where it lies beside the checkout, else one in the same language."""
    if REAL.exists():
        return REAL
    written = tmp_path / "ke-hoach.txt"
    written.write_text(plan_text.text(), encoding="utf-8")
    return written


@pytest.fixture
def spring(settings: LazySettings) -> None:
    """The clock of the server stands on the day the story begins."""
    settings.TODAY = dt.date(2024, 4, 22)


def calm(page: Page) -> None:
    """No accessibility violation, and nothing wider than the window."""
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_plan_becomes_a_movement(
    spring: None,
    office: Office,
    cast: Cast,
    new_page: Callable[..., Page],
    sign_in: SignIn,
    plan_file: Path,
    watch: Watch,
) -> None:
    make.make_unit("Phòng Tổ chức - Hành chính - Quản trị", parent=office.agency, short_name="Phòng TCHCQT", order=3)
    make.make_unit("Trung tâm thông tin", parent=office.agency, kind=UnitKind.CENTRE, order=4)

    desk = new_page()
    sign_in(desk, "thuongtruc", make.PASSWORD)
    desk.get_by_role("link", name="Văn bản, kế hoạch").first.click()
    desk.get_by_role("link", name="Tải kế hoạch lên").first.click()
    desk.set_input_files("input[type=file]", plan_file)
    desk.get_by_role("button", name="Tải lên và đọc").click()
    expect(desk.get_by_role("heading", name="Những gì đã hiểu")).to_be_visible()
    calm(desk)

    # one line is corrected: the commitment gets a day of the Office's own
    line = desk.locator(".under > li").filter(has_text="Việc hằng năm").filter(has_text="Ký cam kết").first
    line.get_by_role("link", name="Sửa").click()
    desk.get_by_label("Trước ngày").fill("30/6")
    calm(desk)
    desk.get_by_role("button", name="Lưu dòng này").click()
    expect(desk.locator(".under > li").filter(has_text="Đã sửa")).to_have_count(1)
    expect(desk.locator(".under > li").filter(has_text="Đã sửa")).to_contain_text("Trước ngày 30/06.")

    # the rest is confirmed: the certain lines at once, the others one by one, findings by their proposed answer
    desk.get_by_role("button", name="dòng chắc chắn").click()
    while (buttons := desk.locator(".under button.btn-line")).count():
        before = buttons.count()
        buttons.first.click()
        expect(desk.locator(".under button.btn-line")).to_have_count(before - 1)
    desk.get_by_role("button", name="Lập phong trào từ kế hoạch").click()
    expect(desk.locator("dl.facts")).to_contain_text("Dự thảo")
    calm(desk)
    movement_url = desk.url
    desk.get_by_role("button", name="Trình", exact=True).click()
    expect(desk.locator("dl.facts")).to_contain_text("Chờ phê duyệt")

    leader = new_page()
    sign_in(leader, "lanhdao", make.PASSWORD)
    expect(leader.locator("main")).to_contain_text(Movement.objects.get(level="agency").title)
    leader.goto(movement_url)
    leader.get_by_role("link", name="Trả lại").click()
    watch.expect("422")  # a return without its reason is refused, on purpose
    leader.get_by_role("button", name="Trả lại").click()
    expect(leader.locator("main")).to_contain_text("Mời ghi rõ lý do")
    leader.get_by_role("textbox", name="Lý do").fill("Ghi rõ đơn vị phối hợp ở mục II.5.")
    leader.get_by_role("button", name="Trả lại").click()
    expect(leader.locator("dl.facts")).to_contain_text("Bị trả lại")

    desk.goto(movement_url)
    expect(desk.locator(".returned")).to_contain_text("Ghi rõ đơn vị phối hợp ở mục II.5.")
    desk.get_by_role("button", name="Trình", exact=True).click()

    leader.goto(movement_url)
    leader.get_by_role("button", name="Phê duyệt").click()
    leader.get_by_role("link", name="Ban hành").click()
    expect(leader.locator("main")).to_contain_text("Số đã lấy không trả lại được.")
    calm(leader)
    leader.get_by_role("button", name="Ban hành").click()
    expect(leader.locator("dl.facts")).to_contain_text("01/KH-VPUB")
    calm(leader)

    head = new_page(viewport={"width": 390, "height": 844})
    sign_in(head, "truongphongb", make.PASSWORD)
    expect(head.locator("main")).to_contain_text("Ký cam kết")
    calm(head)
    report = Task.objects.get(kind="unit_report", round__year=2024)
    assert (report.due, report.internal_due) == (dt.date(2024, 11, 19), dt.date(2024, 11, 12))
    head.goto("/phong-trao/viec/")
    head.get_by_role("link", name=report.title).first.click()
    expect(head.locator("main")).to_contain_text("Mốc nội bộ")
    calm(head)
