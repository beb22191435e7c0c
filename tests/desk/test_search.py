"""Tìm: everything the actor may see, without diacritics, and nothing else."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from tests import make
from tests.conftest import Cast, Office
from tests.desk.conftest import Play
from tests.desk.test_desk_page import make_version, opened
from thidua.movements.workflow import VersionState
from thidua.organisation.models import Account

pytestmark = pytest.mark.django_db
LAW = "Quy định pháp luật"


GROUP = re.compile(r'<section class="panel" aria-labelledby.*?<h2[^>]*>.*?</svg> (.*?)</h2>(.*?)</section>', re.S)


def found(client_of: Any, account: Account, words: str) -> dict[str, list[str]]:
    """The groups of the page, each with its titles."""
    page = opened(client_of, account, f"/tim/?q={words}")
    return {
        unescape(label): [unescape(title) for title in re.findall(r"<li><div><a [^>]*>(.*?)</a>", body, re.S)]
        for label, body in GROUP.findall(page)
    }


def of_the_office(client_of: Any, account: Account, words: str) -> dict[str, list[str]]:
    """The same without the rules of the law, which are for everybody."""
    return {label: titles for label, titles in found(client_of, account, words).items() if label != LAW}


def test_words_are_found_without_diacritics_in_any_order(cast: Cast, play: Play, client_of: Any) -> None:
    assert found(client_of, cast.head_a, "ma+tuy+PHONG") == {
        "Phong trào thi đua": ["Toàn dân tham gia phòng, chống ma túy"]
    }
    assert found(client_of, cast.head_a, "chua+sung") == {"Người": ["Sùng A Chua"]}
    assert found(client_of, cast.head_a, "noi+chinh") == {"Đơn vị": ["Phòng Nội chính"]}


def test_tasks_plans_and_rules_are_found(cast: Cast, office: Office, play: Play, client_of: Any) -> None:
    make_version(office, VersionState.READING, "Kế hoạch ký cam kết")
    assert of_the_office(client_of, cast.standing, "ky+cam+ket") == {
        "Nhiệm vụ": ["Ký cam kết không vi phạm"],
        "Văn bản, kế hoạch": ["Kế hoạch ký cam kết"],
    }
    assert of_the_office(client_of, cast.head_a, "ky+cam+ket") == {"Nhiệm vụ": ["Ký cam kết không vi phạm"]}
    assert found(client_of, cast.head_a, "muc+luong+co+so+nghi+dinh")[LAW] == ["Mức lương cơ sở"]


def test_another_agency_learns_nothing(cast: Cast, play: Play, client_of: Any) -> None:
    words = ("ma+tuy", "cam+ket", "bao+cao+ket+qua", "sung", "cong+thong+tin")
    assert [of_the_office(client_of, cast.outsider, one) for one in words] == [{}] * len(words)


def test_a_viewer_from_above_sees_no_people(cast: Cast, play: Play, client_of: Any) -> None:
    assert found(client_of, cast.upper_viewer, "sung") == {}
    assert of_the_office(client_of, cast.upper_viewer, "ky+cam") == {"Nhiệm vụ": ["Ký cam kết không vi phạm"]}


def test_another_agencys_head_does_not_find_our_movement(
    cast: Cast, office: Office, play: Play, client_of: Any
) -> None:
    stranger = make.make_member("Lò Văn Lạ", office.other_room, role="head", username="nguoila")
    assert of_the_office(client_of, stranger, "ma+tuy") == {}


def test_a_few_of_each_kind_and_the_way_to_all(cast: Cast, office: Office, client_of: Any) -> None:
    for _ in range(8):
        make.make_unit("Phòng Thí nghiệm", parent=office.agency)
    page = opened(client_of, cast.head_a, "/tim/?q=thi+nghiem")
    assert re.findall(r'href="([^"]*)">Xem tất cả', page) == ["/don-vi/?q=thi+nghiem"]
    assert found(client_of, cast.head_a, "thi+nghiem") == {"Đơn vị": ["Phòng Thí nghiệm"] * 6}


@pytest.mark.parametrize(
    ("words", "heading"),
    [("", "Mời gõ vài chữ vào ô tìm ở đầu trang"), ("%00", "Mời gõ vài chữ vào ô tìm ở đầu trang"),
     ("khong+co+dau", "Không tìm thấy gì"), ("%25_%27--", "Không tìm thấy gì"), ("x" * 5000, "Không tìm thấy gì")],
)  # fmt: skip
def test_nothing_to_show_is_said_in_words(words: str, heading: str, cast: Cast, client_of: Any) -> None:
    page = opened(client_of, cast.head_a, f"/tim/?q={words}")
    assert re.findall(r'<div class="empty">.*?<h2>(.*?)</h2>', page, re.S) == [heading]


def test_what_was_typed_comes_back_as_text(cast: Cast, client_of: Any) -> None:
    page = opened(client_of, cast.head_a, "/tim/?q=<script>alert(1)</script>")
    assert re.findall(r"<script>", page) == []
