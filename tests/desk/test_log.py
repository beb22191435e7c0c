"""Nhật ký: read by administrators, proved whole, and not whole when somebody changed it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.conftest import Cast
from tests.desk.conftest import Play
from tests.desk.test_desk_page import opened, text
from thidua.audit.models import Entry

pytestmark = pytest.mark.django_db


def rows(page: str) -> list[list[str]]:
    return [
        [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)]
        for row in re.findall(r"<tr class.*?</tr>|<tr>.*?</tr>", page.partition("<tbody>")[2], re.S)
    ]


def test_what_was_done_stands_there_newest_first(cast: Cast, play: Play, client_of: Any) -> None:
    answer = client_of(cast.head_b).post(f"/phong-trao/viec/{play.owed['pledge_b'].pk}/submit/", {"note": "Đã ký đủ."})
    assert answer.status_code == 302
    page = opened(client_of, cast.admin, "/nhat-ky/")
    assert rows(page)[0][3:] == [
        "Hà Minh Đức", "Báo hoàn thành", "Ký cam kết không vi phạm – Phòng Nội chính Việc của đơn vị", "Đã ký đủ.",
    ]  # fmt: skip
    numbers = [int(row[1]) for row in rows(page)]
    assert numbers == sorted(numbers, reverse=True)


def test_one_person_one_kind_one_day(cast: Cast, play: Play, client_of: Any) -> None:
    client_of(cast.head_b).post(f"/phong-trao/viec/{play.owed['pledge_b'].pk}/submit/")
    found = {
        query: len(rows(opened(client_of, cast.admin, f"/nhat-ky/?{query}")))
        for query in (f"nguoi={cast.head_b.pk}", f"nguoi={cast.head_a.pk}", "loai=movements.assignment",
                      "loai=movements.assignment&ngay=11/11/2025")
    }  # fmt: skip
    assert list(found.values()) == [1, 0, 1, 0]


def said(browser: Any) -> list[str]:
    answer = browser.post("/nhat-ky/kiem-tra/", follow=True)
    return [str(message) for message in answer.context["messages"]]


def test_an_untouched_log_is_proved_whole(cast: Cast, client_of: Any) -> None:
    browser = client_of(cast.admin)
    assert said(browser) == [f"Đã kiểm tra cả {Entry.objects.count()} mục: nhật ký còn nguyên vẹn."]


def test_a_changed_entry_is_named(cast: Cast, client_of: Any) -> None:
    entry = Entry.objects.get(sequence=5)
    Entry.objects.filter(pk=entry.pk).update(who="Người khác")
    (sentence,) = said(client_of(cast.admin))
    assert sentence.startswith("Nhật ký không còn nguyên vẹn từ mục số 5, ghi ")


def test_nobody_else_reads_it(cast: Cast, client_of: Any) -> None:
    others = {name: client_of(account) for name, account in cast.everyone().items() if name != "admin"}
    read = {name: browser.get("/nhat-ky/").status_code for name, browser in others.items()}
    checked = {name: browser.post("/nhat-ky/kiem-tra/").status_code for name, browser in others.items()}
    assert (read, checked) == (dict.fromkeys(others, 403), dict.fromkeys(others, 403))
