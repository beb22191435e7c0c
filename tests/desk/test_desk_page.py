"""Bàn làm việc: what each role finds there, word for word, and what it costs."""

from __future__ import annotations

import datetime as dt
import io
import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests import make
from tests.conftest import Cast, Office
from tests.desk.conftest import TODAY, Play, day
from thidua.core import clock
from thidua.core.text import nfc
from thidua.movements.models import Assignment, Movement, PlanLine, PlanVersion
from thidua.movements.workflow import AssignmentState as A
from thidua.movements.workflow import MovementState as M
from thidua.movements.workflow import VersionState as V
from thidua.organisation import rules
from thidua.organisation.models import Account, SignInTries

pytestmark = pytest.mark.django_db
ClientOf = Any


def text(html: str) -> str:
    """What a reader sees of a piece of a page."""
    return nfc(unescape(re.sub(r"<[^>]+>", " ", html)).replace("\u00a0", " "))


def lines(page: str) -> list[tuple[str, str, str, str]]:
    """The lines of the desk: what, why, until when, verb."""
    (found,) = re.findall(r'<ol class="todo">(.*?)</ol>', page, re.S) or [""]
    shown = []
    for one in re.findall(r"<li>(.*?)</li>", found, re.S):
        what, why = re.findall(r"<h3>(.*?)</h3>(?:<p>(.*?)</p>)?", one, re.S)[0]
        due = re.findall(r'<span class="due[^>]*>(.*?)</span>', one, re.S)
        verb = re.findall(r'class="btn[^>]*>(.*?)</', one, re.S)
        shown.append((text(what), text(why), text(due[0]) if due else "", text(verb[0])))
    return shown


def opened(client_of: ClientOf, account: Account, url: str = "/") -> str:
    answer = client_of(account).get(url)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_head_finds_what_the_unit_owes_the_returned_first(cast: Cast, play: Play, client_of: ClientOf) -> None:
    page = opened(client_of, cast.head_b)
    assert lines(page) == [
        (
            "Báo cáo kết quả thực hiện phong trào thi đua",
            "Bị trả lại lần 1 (Cầm Thị Hương): “Thiếu số tin, bài.” Đây là mốc nội bộ; hạn của kế hoạch là 19/11/2025. "
            "Theo kế hoạch, mục IV.2, dòng 40.",
            "Thứ Sáu, 14/11 còn 2 ngày làm việc",
            "Sửa và gửi lại",
        ),
        (
            "Ký cam kết không vi phạm",
            "Chưa bắt đầu. Theo kế hoạch, mục II.3.",
            "Thứ Hai, 30/06 quá hạn 135 ngày",
            "Bắt đầu làm",
        ),
    ]
    assert "2 việc, 1 đã quá hạn" in text(page)
    assert re.findall(r'id="h-matrix"', page) == []


def test_handed_in_work_no_longer_waits_for_the_unit(cast: Cast, play: Play, client_of: ClientOf) -> None:
    assert lines(opened(client_of, cast.head_a)) == [
        ("Tự chấm tiêu chuẩn", "Chưa bắt đầu.", "Thứ Sáu, 31/10 quá mốc 12 ngày", "Bắt đầu làm"),
        ("Đăng tin trên Cổng thông tin", "Đang làm.", "Thứ Sáu, 12/12 còn 22 ngày làm việc", "Báo hoàn thành"),
    ]


def test_an_official_updates_and_does_not_report_done(cast: Cast, play: Play, client_of: ClientOf) -> None:
    assert [(line[0], line[3]) for line in lines(opened(client_of, cast.official))] == [
        ("Tự chấm tiêu chuẩn", "Bắt đầu làm"),
        ("Đăng tin trên Cổng thông tin", "Cập nhật"),
    ]


def test_an_editor_works_for_the_own_unit_only(cast: Cast, play: Play, client_of: ClientOf) -> None:
    assert [line[0] for line in lines(opened(client_of, cast.editor))] == [
        "Tự chấm tiêu chuẩn", "Đăng tin trên Cổng thông tin"
    ]  # fmt: skip


def test_work_of_several_units_names_each(office: Office, play: Play, client_of: ClientOf) -> None:
    both = make.make_member("Giàng A Páo", office.agency, role=rules.HEAD)
    assert [line[0] for line in lines(opened(client_of, both))] == [
        "Báo cáo kết quả thực hiện phong trào thi đua – P. Nội chính",
        "Ký cam kết không vi phạm – P. Nội chính",
        "Tự chấm tiêu chuẩn – P. Tổng hợp",
        "Đăng tin trên Cổng thông tin – P. Tổng hợp",
    ]


def test_the_standing_office_accepts_and_urges(cast: Cast, play: Play, client_of: ClientOf) -> None:
    assert lines(opened(client_of, cast.standing)) == [
        ("Nhắc P. Nội chính: 1 việc quá hạn", "Ký cam kết (quá hạn 135 ngày).", "Thứ Hai, 30/06 quá hạn 135 ngày",
         "Nhắc"),
        ("Nhắc P. Tổng hợp: 1 việc quá mốc nội bộ", "Tự chấm tiêu chuẩn (quá mốc 12 ngày).",
         "Thứ Sáu, 31/10 quá mốc 12 ngày", "Nhắc"),
        ("Duyệt báo cáo năm của P. Tổng hợp", "P. Tổng hợp nộp 10/11.", "Thứ Hai, 10/11 chờ 2 ngày làm việc",
         "Xem và duyệt"),
    ]  # fmt: skip


def test_a_reminder_takes_its_line_away_until_it_has_had_time(cast: Cast, play: Play, client_of: ClientOf) -> None:
    browser = client_of(cast.standing)
    url = f"/phong-trao/{play.movement.pk}/nhac/{play.owed['pledge_b'].unit_id}/"
    answer = browser.post(url, {"next": "/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")

    def urged() -> list[str]:
        return [line[0] for line in lines(browser.get("/").content.decode()) if line[3] == "Nhắc"]

    assert urged() == ["Nhắc P. Tổng hợp: 1 việc quá mốc nội bộ"]
    assert urged_on(cast.standing, client_of, day(14)) == ["Nhắc P. Tổng hợp: 1 việc quá mốc nội bộ"]
    assert urged_on(cast.standing, client_of, day(17)) == [
        "Nhắc P. Nội chính: 1 việc quá hạn",
        "Nhắc P. Tổng hợp: 1 việc quá mốc nội bộ",
    ]


def urged_on(account: Account, client_of: ClientOf, on: dt.date) -> list[str]:
    with clock.standing_on(on):
        return [line[0] for line in lines(opened(client_of, account)) if line[3] == "Nhắc"]


def test_movements_wait_for_whose_turn_it_is(cast: Cast, office: Office, stand: None, client_of: ClientOf) -> None:
    for state in M:
        make.make_movement(office.agency, f"Phong trào {state.label}", state=state, first_year=2023, last_year=2024)
    returned = Movement.objects.get(state=M.RETURNED)
    returned.return_reason, returned.returned_by = "Thiếu nguồn kinh phí.", "Hoàng Quang Khuê"
    returned.save()
    assert [(line[0], line[1]) for line in lines(opened(client_of, cast.standing))] == [
        ("Sửa và trình lại: Phong trào Bị trả lại", "Bị Hoàng Quang Khuê trả lại: “Thiếu nguồn kinh phí.”"),
        ("Tổng kết: Phong trào Đang triển khai", "Thời gian của phong trào đã hết ngày 31/12/2024."),
        ("Triển khai: Phong trào Đã ban hành", "Đã ban hành và giao việc, chưa ghi nhận bắt đầu triển khai."),
        ("Trình lãnh đạo: Phong trào Dự thảo", "Dự thảo đã lập xong từ kế hoạch, chưa trình."),
    ]
    assert [(line[0], line[3]) for line in lines(opened(client_of, cast.leader))] == [
        ("Kết thúc: Phong trào Đang tổng kết", "Xem và kết thúc"),
        ("Ban hành: Phong trào Đã phê duyệt", "Ban hành"),
        ("Phê duyệt: Phong trào Chờ phê duyệt", "Xem và duyệt"),
    ]


def make_version(office: Office, state: V, title: str, *, open_lines: int = 0, **columns: Any) -> PlanVersion:
    version = PlanVersion.objects.create(
        agency=office.agency, state=state, title=title, source="", reading={}, uploaded_at=clock.now(),
        uploaded_by="Cầm Thị Hương", **columns,
    )  # fmt: skip
    PlanLine.objects.bulk_create(
        PlanLine(version=version, position=n, kind="goal", line=n, text="Mục đích") for n in range(open_lines)
    )
    return version


def test_plans_on_the_table(cast: Cast, office: Office, stand: None, client_of: ClientOf) -> None:
    movement = make.make_movement(office.agency)
    make_version(office, V.READING, "Kế hoạch một", open_lines=3)
    make_version(office, V.READING, "Kế hoạch hai")
    make_version(office, V.READING, "Kế hoạch ba", movement=movement, number=2, return_reason="Sai hạn.")
    make_version(office, V.PROPOSED, "Kế hoạch bốn", movement=movement, number=3)
    make_version(office, V.DROPPED, "Kế hoạch năm")
    assert [(line[0], line[1], line[3]) for line in lines(opened(client_of, cast.standing))] == [
        ("Sửa bản kế hoạch: Kế hoạch ba", "Bị lãnh đạo trả lại: “Sai hạn.”", "Sửa và trình lại"),
        ("Lập phong trào: Kế hoạch hai", "Mọi dòng đã được xác nhận.", "Lập phong trào"),
        ("Đối chiếu kế hoạch: Kế hoạch một", "Còn 3 dòng chưa xác nhận, sửa hoặc bỏ.", "Đối chiếu tiếp"),
    ]
    assert [(line[0], line[1], line[3]) for line in lines(opened(client_of, cast.leader))] == [
        (
            "Phê duyệt bản kế hoạch mới: Kế hoạch bốn",
            "Cầm Thị Hương đã đối chiếu xong và trình bản mới thay bản đang áp dụng.",
            "Xem và duyệt",
        )
    ]


def test_an_administrator_finds_locked_accounts_and_those_without_a_role(
    cast: Cast, stand: None, client_of: ClientOf
) -> None:
    SignInTries.objects.create(
        username="chuyenvien", failures=9, last_at=clock.now(), locked_until=clock.now() + dt.timedelta(minutes=9)
    )
    assert lines(opened(client_of, cast.admin)) == [
        ("Mở khóa 1 tài khoản", "Vì Văn Sơn đang phải chờ vì nhập sai mật khẩu nhiều lần.", "", "Xem và mở khóa"),
        ("Giao vai trò cho 1 tài khoản", "Tòng Thị Phương đăng nhập được nhưng chưa có vai trò nào.", "",
         "Giao vai trò"),
    ]  # fmt: skip


def test_the_upper_viewer_sees_how_far_the_agencies_are(cast: Cast, play: Play, client_of: ClientOf) -> None:
    page = opened(client_of, cast.upper_viewer)
    (panel,) = re.findall(r'aria-labelledby="h-progress">(.*?)</section>', page, re.S)
    rows = [[text(cell) for cell in re.findall(r"<td.*?>(.*?)</td>", row, re.S)] for row in panel.split("<tr>")[2:]]
    assert rows == [
        ["1", "Toàn dân tham gia phòng, chống ma túy", "Văn phòng Ủy ban nhân dân tỉnh", "Đang triển khai", "2/7 việc",
         "1 việc"],
    ]  # fmt: skip
    assert re.findall(r'id="h-todo"', page) == []


def test_who_has_no_role_is_told_so(cast: Cast, play: Play, client_of: ClientOf) -> None:
    page = opened(client_of, cast.outsider)
    assert re.findall(r'<div class="empty">.*?<h2>(.*?)</h2>', page, re.S) == ["Đồng chí chưa được giao vai trò nào"]
    assert (lines(page), re.findall("ma túy", page)) == ([], [])


def matrix_rows(page: str) -> list[list[str]]:
    (table,) = re.findall(r'<table class="table matrix">(.*?)</table>', page, re.S)
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.S)
    return [[text(cell) for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row, re.S)] for row in rows]


MATRIX = [
    ["Đơn vị", "Ký cam kết hạn 30/06", "Tự chấm tiêu chuẩn mốc 31/10", "Báo cáo năm mốc 14/11 hạn 19/11",
     "Việc riêng đã xong/được giao", "Đúng hạn"],
    ["P. Tổng hợp", "11/06", "Quá mốc 12 ngày", "Nộp 10/11", "0/1", "2/2"],
    ["P. Nội chính", "Quá hạn 135 ngày", "Không phát sinh", "Trả lại lần 1", "", "0/1"],
]  # fmt: skip


def test_those_who_run_or_watch_the_office_see_it_whole(cast: Cast, play: Play, client_of: ClientOf) -> None:
    found = {
        name: matrix_rows(opened(client_of, getattr(cast, name))) for name in ("leader", "standing", "upper_viewer")
    }
    assert found == dict.fromkeys(("leader", "standing", "upper_viewer"), MATRIX)


def test_the_matrix_has_a_page_of_its_own_and_paper(cast: Cast, play: Play, client_of: ClientOf) -> None:
    assert matrix_rows(opened(client_of, cast.standing, "/bang-don-vi/")) == MATRIX
    assert matrix_rows(opened(client_of, cast.standing, "/bang-don-vi/?nam=2025")) == MATRIX
    answer = client_of(cast.standing).get("/bang-don-vi/?xuat=excel")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content))).get_sheet_by_index(0)
    assert sheet.to_python()[2:] == [
        ["STT", "Đơn vị", "Ký cam kết (hạn 30/06)", "Tự chấm tiêu chuẩn (mốc 31/10)",
         "Báo cáo năm (mốc 14/11, hạn 19/11)", "Việc riêng", "Đúng hạn"],
        [1.0, "Phòng Tổng hợp", "Xong 11/06", "Quá mốc 12 ngày", "Nộp 10/11", "0/1", "2/2"],
        [2.0, "Phòng Nội chính", "Quá hạn 135 ngày", "Không phát sinh", "Trả lại lần 1", "", "0/1"],
    ]  # fmt: skip
    kinds = [client_of(cast.standing).get(f"/bang-don-vi/?xuat={kind}").status_code for kind in ("in", "word")]
    assert kinds == [200, 200]


def test_a_year_without_duties_says_so(cast: Cast, play: Play, client_of: ClientOf) -> None:
    page = opened(client_of, cast.standing, f"/bang-don-vi/?phong-trao={play.movement.pk}&nam=2024")
    assert re.findall(r'<div class="empty">.*?<h2>(.*?)</h2>', page, re.S) == ["Năm 2024 chưa giao việc cho đơn vị nào"]


def test_the_matrix_is_refused_to_those_who_work_for_one_unit(cast: Cast, play: Play, client_of: ClientOf) -> None:
    names = ("admin", "head_a", "official", "editor", "outsider")
    found = {name: client_of(getattr(cast, name)).get("/bang-don-vi/").status_code for name in names}
    assert found == dict.fromkeys(names, 403)


def test_another_agencys_matrix_is_not_to_be_had_by_its_number(
    cast: Cast, office: Office, play: Play, client_of: ClientOf
) -> None:
    other = make.make_movement(office.other_agency, "Phong trào của Sở")
    make.make_assignment(make.make_task(other, "Việc của Sở"), office.other_room)
    page = opened(client_of, cast.standing, f"/bang-don-vi/?phong-trao={other.pk}")
    assert (matrix_rows(page), "Việc của Sở" in page) == (MATRIX, False)


def test_the_strip_shows_the_next_dates(cast: Cast, play: Play, client_of: ClientOf) -> None:
    (strip,) = re.findall(r'<ol class="strip".*?>(.*?)</ol>', opened(client_of, cast.standing), re.S)
    assert [text(step) for step in re.findall(r"<li.*?>(.*?)</li>", strip, re.S)] == [
        "Thứ Sáu 14/11 Mốc nội bộ: Báo cáo kết quả thực hiện phong trào thi đua "
        "0/2 đơn vị đã xong, còn 2 ngày làm việc",
        "Thứ Tư 19/11 Báo cáo kết quả thực hiện phong trào thi đua 0/2 đơn vị đã xong, còn 5 ngày làm việc",
        "Thứ Sáu 12/12 Đăng tin trên Cổng thông tin Còn 22 ngày làm việc",
        "Thứ Năm 01/01 Nghỉ Tết Dương lịch đến hết 04/01/2026 Không tính vào ngày làm việc",
        "Thứ Bảy 14/02 Nghỉ Tết Nguyên đán đến hết 22/02/2026 Không tính vào ngày làm việc",
    ]


def test_the_first_ten_lines_then_all(cast: Cast, office: Office, stand: None, client_of: ClientOf) -> None:
    movement = make.make_movement(office.agency)
    for number in range(12):
        task = make.make_task(movement, f"Việc số {number}", due=day(number + 13))
        make.make_assignment(task, office.room_a)
    page = opened(client_of, cast.head_a)
    names = [f"Việc số {number}" for number in range(12)]
    assert [line[0] for line in lines(page)] == names[:10]
    assert [text(link) for link in re.findall(r'<div class="panel-foot">(.*?)</div>', page, re.S)] == ["Xem cả 12 việc"]
    assert [line[0] for line in lines(opened(client_of, cast.head_a, "/?viec=tat-ca"))] == names
    assert len(re.findall(r'class="btn btn-primary', page)) == 1


def test_work_of_a_movement_not_issued_or_closed_waits_for_nobody(
    cast: Cast, office: Office, stand: None, client_of: ClientOf
) -> None:
    for state in set(M) - {M.ISSUED, M.RUNNING, M.SUMMING_UP}:
        movement = make.make_movement(office.agency, state=state)
        make.make_assignment(make.make_task(movement, due=TODAY), office.room_a)
    withdrawn = make.make_task(make.make_movement(office.agency), due=TODAY)
    withdrawn.withdrawn = True
    withdrawn.save()
    make.make_assignment(withdrawn, office.room_a)
    assert lines(opened(client_of, cast.head_a)) == []


def grow(office: Office, size: int) -> None:
    """A movement in which `size` more units owe four things each in every condition, and some plans and movements."""
    movement = make.make_movement(office.agency)
    tasks = [
        make.make_task(movement, f"Việc {n}", due=day(5 + n), internal_due=day(3 + n), each_unit=n != 3)
        for n in range(4)
    ]
    rooms = [make.make_unit(parent=office.agency) for _ in range(size)]
    states = [A.OPEN, A.SUBMITTED, A.RETURNED, A.DONE]
    Assignment.objects.bulk_create(
        Assignment(task=task, unit=room, state=state, submitted_on=day(6) if state in (A.SUBMITTED, A.DONE) else None)
        for i, task in enumerate(tasks)
        for j, room in enumerate(rooms)
        for state in [states[(i + j) % 4]]
    )
    for number in range(min(size, 20)):
        make_version(office, V.READING, f"Kế hoạch việc {number}", open_lines=2)
        make.make_movement(office.agency, f"Phong trào việc {number}", state=M.SUBMITTED)


def cost(client_of: ClientOf, account: Account, url: str) -> int:
    browser = client_of(account)
    browser.get(url)
    with CaptureQueriesContext(connection) as spent:
        assert browser.get(url).status_code == 200
    return len(spent)


def test_every_page_of_the_desk_costs_the_same_for_1_10_and_1000_rows(
    cast: Cast, office: Office, stand: None, client_of: ClientOf
) -> None:
    for role in (rules.STANDING, rules.LEADER, rules.HEAD, rules.UPPER_VIEWER):
        make.make_role(cast.admin, role, office.agency)  # whoever holds every role pays the most
    urls = ("/", "/bang-don-vi/", "/tim/?q=viec", "/quy-dinh/", "/loi/", "/nhat-ky/")
    found = []
    for size in (1, 9, 240):
        grow(office, size)
        found.append({url: cost(client_of, cast.admin, url) for url in urls})
    assert found[1:] == found[:1] * 2
    assert [url for url, queries in found[0].items() if queries > 15] == []
