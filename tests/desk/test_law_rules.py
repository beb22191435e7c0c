"""Quy định pháp luật: every rule with its source and trust, every unchecked one named so."""

from __future__ import annotations

import datetime as dt
import io
import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.conftest import Cast
from tests.desk.test_desk_page import opened, text
from thidua.core.listing import shown
from thidua.desk import law_words
from thidua.law import rules
from thidua.law.rule import Rule

TODAY = dt.date(2025, 11, 12)
HELD = rules.on(TODAY)


def rows(page: str) -> list[list[str]]:
    """The cells of the list."""
    (body,) = re.findall(r'<table class="table table-hover stack">.*?<tbody>(.*?)</tbody>', page, re.S) or [""]
    return [
        [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)]
        for row in re.findall(r"<tr.*?</tr>", body, re.S)
    ]


def every_row(client_of: Any, cast: Cast, query: str) -> list[list[str]]:
    """All pages of the list."""
    found: list[list[str]] = []
    while True:
        page = opened(client_of, cast.official, f"/quy-dinh/?{query}")
        found += rows(page)
        following = re.findall(r'href="\?([^"]*)"[^>]*>Sau|href="/quy-dinh/\?([^"]*)"[^>]*rel="next"', page)
        if not following:
            return found
        query = unescape("".join(following[0]))


@pytest.mark.django_db
def test_every_unchecked_rule_of_the_day_is_marked(cast: Cast, stand: None, client_of: Any) -> None:
    found = every_row(client_of, cast, "tin-cay=D")
    assert sorted(row[1].split("  ")[0] for row in found if "Chưa kiểm chứng" in row[4]) == sorted(
        row[1] for row in found
    )
    assert len(found) == len(HELD.unverified())


@pytest.mark.django_db
def test_every_unchecked_rule_ever_recorded_stands_in_the_sheet(cast: Cast, stand: None, client_of: Any) -> None:
    answer = client_of(cast.official).get("/quy-dinh/?thoi-ky=moi&xuat=excel")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content))).get_sheet_by_index(0)
    title, _, head, *body = sheet.to_python()
    assert (title[0], head) == (
        "Quy định pháp luật về thi đua, khen thưởng",
        ["STT", "Quy định", "Giá trị", "Hiệu lực", "Căn cứ", "Nguồn", "Mức tin cậy", "Nơi xác nhận", "Ghi chú"],
    )
    unchecked = sorted((row[1], row[7]) for row in body if row[6] == "Chưa kiểm chứng")
    assert unchecked == sorted((rule.title, rule.confirm_by) for rule in rules.all() if rule.unverified)
    assert len(body) == len(rules.all())


@pytest.mark.django_db
def test_the_page_shows_the_rules_of_the_day_asked_for(cast: Cast, stand: None, client_of: Any) -> None:
    asked = "/quy-dinh/?noi-dung=money.toml&q=muc+luong+co+so+dong/thang"

    def salary(day: str) -> list[str]:
        return [row[1] for row in rows(opened(client_of, cast.official, f"{asked}&ngay={day}"))]

    assert [salary("12/11/2025"), salary("01/07/2026"), salary("sai"), salary("01/01/2020")] == [
        ["Mức lương cơ sở 2.340.000 đồng/tháng"],
        ["Mức lương cơ sở 2.530.000 đồng/tháng"],
        ["Mức lương cơ sở 2.340.000 đồng/tháng"],
        [],
    ]


@pytest.mark.django_db
def test_the_texts_in_force_stand_on_top_with_their_warnings(cast: Cast, stand: None, client_of: Any) -> None:
    page = opened(client_of, cast.official, "/quy-dinh/")
    (panel,) = re.findall(r'aria-labelledby="h-regime">(.*?)</section>', page, re.S)
    assert [text(name) for name in re.findall(r'<b class="nw">(.*?)</b>', panel)] == [
        "Luật 06/2022/QH15", "Nghị định 152/2025/NĐ-CP", "Thông tư 15/2025/TT-BNV",
    ]  # fmt: skip
    assert len(re.findall('<div class="note wait"', panel)) == 1


@pytest.mark.django_db
def test_rules_are_filtered_by_subject_and_grade(cast: Cast, stand: None, client_of: Any) -> None:
    found = [
        len(every_row(client_of, cast, query))
        for query in ("noi-dung=councils.toml", "noi-dung=councils.toml&tin-cay=A", "noi-dung=khac.toml&tin-cay=Z")
    ]
    councils = [rule for rule in HELD.values() if rule.file == "councils.toml"]
    assert found == [len(councils), sum(rule.grade == "A" for rule in councils), len(HELD)]


def test_every_subject_and_every_part_of_a_value_has_words() -> None:
    assert {rule.file for rule in rules.all()} == set(law_words.SUBJECTS)
    wrong = [
        (rule.key, law_words.value_words(rule))
        for rule in rules.all()
        if re.search(r"[a-z]_[a-z]|True|False|None|mappingproxy", law_words.value_words(rule))
    ]
    assert wrong == []


@given(st.sampled_from(rules.all()))
def test_a_rule_without_a_value_is_never_shown_as_if_it_had_one(rule: Rule) -> None:
    assert (law_words.value_words(rule) == "Chưa xác định") == (rule.value is None)
    assert shown(law_words.value_words(rule)) != ""


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("money.base_salary", "2.340.000 đồng/tháng"),
        ("principle.women_leaders_time", "1/3"),
        ("council.nature", "Có"),
        ("text.nd_152_2025", "Phân cấp, phân quyền và quy định chi tiết trong lĩnh vực thi đua, khen thưởng, "
                             "ký ngày 14/06/2025"),
    ],
)  # fmt: skip
def test_values_in_words(key: str, words: str) -> None:
    assert law_words.value_words(HELD[key]) == words
