"""The dated rules: what holds on which day, and data files that contradict themselves are refused by name."""

import datetime as dt
from collections import Counter
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import regime, rules
from thidua.law.errors import LawDataError, RuleMissing, Undecided
from thidua.law.loader import check_periods, load, read

SOURCES = {"S": "một nguồn"}
RULE = """
[[rule]]
key = "a.b"
title = "Một quy định"
value = 1
valid_from = 2024-01-01
article = "Điều 1"
source = ["S"]
grade = "B"
confirm_by = "Sở Nội vụ"
"""
days = st.dates(dt.date(2022, 1, 1), dt.date(2030, 12, 31))


def changed(old: str, new: str) -> str:
    """Return the sample rule with one line changed."""
    assert RULE.count(old) == 1
    return RULE.replace(old, new)


@given(days)
def test_the_rules_of_a_day_are_those_a_plain_search_finds(day: dt.date) -> None:
    plain = {rule.key: rule for rule in rules.all() if rule.holds(day)} if day >= rules.RECORDED_FROM else {}
    assert dict(rules.on(day)) == plain


@given(days)
def test_unverified_are_exactly_the_rules_of_grade_d(day: dt.date) -> None:
    found = rules.on(day)
    assert [rule.key for rule in found.unverified()] == [k for k, rule in found.items() if rule.badge]
    assert {rule.badge for rule in found.unverified()} <= {"chưa kiểm chứng"}


def test_a_rule_set_is_a_mapping_that_names_what_it_lacks() -> None:
    found = rules.on(dt.date(2024, 4, 15))
    assert found["movement.plan_parts"].value == (
        "mục tiêu",
        "phạm vi",
        "đối tượng",
        "nội dung",
        "tiêu chí",
        "thời gian",
        "kế hoạch",
        "biện pháp",
    )
    assert found.get("no.such") is None
    assert [rule.key for rule in found.under("movement.min_years.")] == [
        "movement.min_years.government_flag",
        "movement.min_years.pm_merit_collective",
        "movement.min_years.province_flag",
    ]
    with pytest.raises(RuleMissing, match=r"^Không có quy định nào được ghi với khóa no\.such cho ngày 15/04/2024\.$"):
        found["no.such"]


def test_a_number_that_is_not_known_is_undecided_not_zero() -> None:
    found = rules.on(dt.date(2024, 4, 15))
    assert found.integer("movement.min_years.province_flag") == 3
    for key in ("principle.interval_years", "movement.voluntary", "movement.forms"):
        with pytest.raises(Undecided, match="chưa có con số cho ngày 15/04/2024"):
            found.integer(key)


def test_nothing_is_claimed_before_the_records_begin_and_a_datetime_is_a_day() -> None:
    assert len(rules.on(dt.date(2022, 12, 31))) == 0
    moment = dt.datetime(2024, 6, 30, 23, 59, tzinfo=dt.UTC)
    assert rules.on(moment).integer("money.base_salary") == 1_800_000


def test_history_tells_every_period_of_a_key() -> None:
    assert [(rule.value, rule.period, rule.grade) for rule in rules.history("money.base_salary")] == [
        (1_490_000, "từ trước 01/01/2023 đến 30/06/2023", "B"),
        (1_800_000, "từ 01/07/2023 đến 30/06/2024", "C"),
        (2_340_000, "từ 01/07/2024 đến 30/06/2026", "B"),
        (2_530_000, "từ 01/07/2026", "A"),
    ]
    assert rules.history("no.such") == ()


def test_an_amended_text_that_was_not_read_makes_its_rules_unverified() -> None:
    before, after = rules.history("cancel.by")
    assert (before.grade, before.period) == ("A", "từ 01/01/2024 đến 30/09/2026")
    assert (after.grade, after.period, after.value) == ("D", "từ 01/10/2026", before.value)
    assert after.note == (
        "Từ 01/10/2026 văn bản làm căn cứ đã được sửa đổi mà nội dung sửa đổi chưa đọc: "
        "giá trị cũ được giữ để tham khảo."
    )


def test_no_rule_rests_on_a_text_outside_its_time() -> None:
    wrong = [
        (rule.key, day, check.number)
        for rule in rules.all()
        if not rule.key.startswith("text.")
        for day in filter(None, (rule.valid_from, rule.valid_to))
        for check in regime.check_basis(rule.article, day)
        if check.status in ("expired", "not_yet")
    ]
    assert wrong == []


def test_every_text_said_to_replace_another_is_itself_recorded() -> None:
    named = {text.replaced_by for text in regime.texts() if text.replaced_by}
    assert {number for number in named if regime.find(number) is None} == set()


def test_the_shipped_rules_by_grade() -> None:
    grades = Counter(rule.grade for rule in rules.all())
    assert set(grades) == {"A", "B", "C", "D"}
    assert [rule.key for rule in rules.all() if rule.value is None and rule.grade != "D"] == []
    assert [rule.key for rule in rules.all() if not _whole(rule.value)] == []


def _whole(value: Any) -> bool:
    """Say whether a value is read-only and free of floats all the way down."""
    if isinstance(value, tuple):
        return all(map(_whole, value))
    if isinstance(value, MappingProxyType):
        return all(map(_whole, value.values()))
    return value is None or isinstance(value, int | str | dt.date)


def test_a_well_formed_rule_is_read() -> None:
    [rule] = read(RULE, "x.toml", SOURCES)
    assert (rule.key, rule.value, rule.source, rule.badge, rule.grade_label, rule.file) == (
        "a.b",
        1,
        "một nguồn",
        "",
        "theo nguồn dẫn lại điều khoản",
        "x.toml",
    )


def test_file_defaults_fill_what_a_rule_leaves_out() -> None:
    text = '[defaults]\nconfirm_by = "Kế toán"\n' + changed('confirm_by = "Sở Nội vụ"\n', "")
    assert [rule.confirm_by for rule in read(text, "x.toml", SOURCES)] == ["Kế toán"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[rule", "không đọc được TOML"),
        (changed('grade = "B"', 'grade = "E"'), "mức tin cậy phải là A, B, C hoặc D"),
        (changed('grade = "B"', 'grade = "B"\ndates_grade = "A"'), "dates_grade không thể cao hơn"),
        (changed('article = "Điều 1"\n', ""), "thiếu điều khoản làm căn cứ"),
        (changed("value = 1\n", ""), "thiếu giá trị"),
        (changed("value = 1", "value = 1.5"), "giá trị không được là số thực"),
        (changed("value = 1", "value = { x = [1.5] }"), "giá trị không được là số thực"),
        (changed('key = "a.b"', 'key = "Một khóa"'), "khóa phải gồm các phần chữ thường"),
        (changed('key = "a.b"\n', ""), r"\(thiếu khóa\)"),
        (changed('title = "Một quy định"\n', ""), "thiếu trường title"),
        (changed('confirm_by = "Sở Nội vụ"', 'confirm_by = " "'), "thiếu trường confirm_by"),
        (changed('title = "Một quy định"', "title = 5"), "trường title phải là chữ"),
        (changed('source = ["S"]', 'source = ["T"]'), "source phải là danh sách khóa nguồn"),
        (changed('source = ["S"]', 'source = "S"'), "source phải là danh sách khóa nguồn"),
        (changed("valid_from = 2024-01-01\n", ""), "thiếu valid_from"),
        (changed("2024-01-01", "2024-01-01T08:00:00"), "valid_from phải là một ngày"),
        (changed("2024-01-01", "0024-01-01"), "nằm ngoài khoảng có thể có"),
        (RULE + "valid_to = 2023-12-31\n", "valid_to sớm hơn valid_from"),
        (RULE + 'valid_to = "mai"\n', "valid_to phải là một ngày"),
        (RULE + "reread_from = 2024-01-01\n", "reread_from phải nằm trong thời kỳ"),
        (RULE + 'from_before = "có"\n', "from_before phải là true hoặc false"),
        (RULE + "han = 1\n", "trường không có trong quy ước: han"),
    ],
)
def test_a_data_file_that_breaks_the_contract_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(LawDataError, match=rf"^x\.toml.*{message}"):
        read(text, "x.toml", SOURCES)


def test_grade_d_may_lack_value_and_article() -> None:
    text = changed("value = 1\n", "").replace('article = "Điều 1"\n', "").replace('grade = "B"', 'grade = "D"')
    assert [(rule.value, rule.article, rule.badge) for rule in read(text, "x.toml", SOURCES)] == [
        (None, "", "chưa kiểm chứng")
    ]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20) | st.none()), min_size=1, max_size=5))
def test_periods_of_one_key_may_not_overlap(spans: list[tuple[int, int | None]]) -> None:
    start = dt.date(2024, 1, 1)
    text, covered = "", Counter[int]()
    for first, length in spans:
        period = changed("2024-01-01", (start + dt.timedelta(days=first)).isoformat())
        if length is not None:
            period += f"valid_to = {start + dt.timedelta(days=first + length)}\n"
        text += period
        covered.update(range(first, 200 if length is None else first + length + 1))
    made = read(text, "x.toml", SOURCES)
    if max(covered.values()) > 1:
        with pytest.raises(LawDataError, match=r"^x\.toml: khóa a\.b có hai thời kỳ chồng nhau"):
            check_periods(made)
    else:
        assert [rule.valid_from for rule in check_periods(made)] == sorted(rule.valid_from for rule in made)


def test_a_folder_of_files_is_loaded_together(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('S = "một nguồn"\n', encoding="utf-8")
    (tmp_path / "two.toml").write_text(changed('"a.b"', '"a.a"'), encoding="utf-8")
    (tmp_path / "one.toml").write_text(RULE, encoding="utf-8")
    assert [(rule.key, rule.file) for rule in load(tmp_path)] == [("a.a", "two.toml"), ("a.b", "one.toml")]
