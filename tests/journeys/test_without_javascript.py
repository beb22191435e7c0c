"""A browser without JavaScript: an old machine or a strict network must not keep an office from its work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from tests import make
from tests.conftest import Cast, Office
from tests.journeys.conftest import SignIn
from tests.movements import plan_text
from thidua.movements.models import Movement, PlanLine
from thidua.movements.workflow import AssignmentState, MovementState

pytestmark = pytest.mark.journey


@pytest.fixture
def page(settings: LazySettings, new_page: Callable[..., Page]) -> Page:
    """A page whose browser runs no scripts, on a day in spring."""
    settings.TODAY = dt.date(2024, 4, 22)
    return new_page(java_script_enabled=False)


def test_a_plan_is_uploaded_corrected_and_sent_up(
    office: Office, cast: Cast, page: Page, sign_in: SignIn, tmp_path: Path
) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(plan_text.text(), encoding="utf-8")
    sign_in(page, "thuongtruc", make.PASSWORD)
    page.get_by_role("link", name="Văn bản, kế hoạch").first.click()
    page.get_by_role("link", name="Tải kế hoạch lên").first.click()
    page.set_input_files("input[type=file]", plan)
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.locator(".under > li").filter(has_text="Ký cam kết").first.get_by_role("link", name="Sửa").click()
    page.get_by_label("Trước ngày").fill("30/6")
    page.get_by_role("button", name="Lưu dòng này").click()
    expect(page.locator(".under > li").filter(has_text="Đã sửa")).to_contain_text("Trước ngày 30/06.")
    page.get_by_role("button", name="dòng chắc chắn").click()
    while left := page.locator(".under button.btn-line").count():
        page.locator(".under button.btn-line").first.click()
        expect(page.locator(".under button.btn-line")).to_have_count(left - 1)
    assert PlanLine.objects.filter(verdict="proposed").count() == 0
    page.get_by_role("button", name="Lập phong trào từ kế hoạch").click()
    page.get_by_role("button", name="Trình", exact=True).click()
    expect(page.locator("dl.facts")).to_contain_text("Chờ phê duyệt")
    assert Movement.objects.get(level="agency").state == MovementState.SUBMITTED
    page.locator("header details.menu summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()


def test_progress_is_reported_with_its_evidence(
    office: Office, cast: Cast, page: Page, sign_in: SignIn, tmp_path: Path
) -> None:
    task = make.make_task(make.make_movement(office.agency), year=2024, due=dt.date(2024, 6, 28))
    owed = make.make_assignment(task, office.room_a, target=4)
    evidence = tmp_path / "Biên bản họp.txt"
    evidence.write_text("Biên bản", encoding="utf-8")
    sign_in(page, "truongphonga", make.PASSWORD)
    page.goto(f"/phong-trao/viec/{owed.pk}/")
    page.get_by_label("Đã đạt").fill("3")
    page.get_by_label("Nội dung").fill("Đã họp phòng.")
    page.set_input_files("input[type=file]", evidence)
    page.get_by_role("button", name="Lưu cập nhật").click()
    expect(page.locator("ol.history")).to_contain_text("Đã họp phòng.")
    expect(page.locator("dl.facts")).to_contain_text("3/4")
    with page.expect_download() as download:
        page.get_by_role("link", name="Biên bản họp.txt").click()
    assert download.value.path().read_text(encoding="utf-8") == "Biên bản"
    page.get_by_role("button", name="Báo hoàn thành").click()
    owed.refresh_from_db()
    assert owed.state == AssignmentState.SUBMITTED


def test_lists_filter_and_turn_their_pages(office: Office, cast: Cast, page: Page, sign_in: SignIn) -> None:
    for number in range(55):
        make.make_unit(f"Tổ số {number:02d}", parent=office.agency, order=10 + number)
    sign_in(page, "quantri", make.PASSWORD)
    page.goto("/don-vi/")
    expect(page.locator(".pager")).to_contain_text("Dòng 1 đến 50 trong 61")
    page.get_by_role("link", name="Trang sau").click()
    expect(page.locator(".pager")).to_contain_text("Dòng 51 đến 61 trong 61")
    page.get_by_role("link", name="Trang trước").click()
    expect(page.locator(".pager")).to_contain_text("Dòng 1 đến 50 trong 61")
    page.locator("main input[name=q]").fill("to so 07")
    page.get_by_role("button", name="Lọc").click()
    expect(page.locator("main tbody tr")).to_have_count(1)
    expect(page.locator("main tbody tr")).to_contain_text("Tổ số 07")
