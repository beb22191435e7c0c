"""Award money: exact whole numbers, the decision day's base salary, rounded up to 10.000 đồng."""

import datetime as dt
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import money
from thidua.law.errors import RuleMissing, Undecided

EARLY_2024, LATE_2025, JULY_2026 = dt.date(2024, 6, 30), dt.date(2025, 12, 30), dt.date(2026, 7, 1)


@pytest.mark.parametrize(
    ("award", "kind", "amounts"),
    [
        ("pm_merit", "individual", (6_300_000, 8_190_000, 8_860_000)),
        ("pm_merit", "collective", (12_600_000, 16_380_000, 17_710_000)),
        ("province_merit", "individual", (2_700_000, 3_510_000, 3_800_000)),
        ("province_merit", "collective", (5_400_000, 7_020_000, 7_590_000)),
        ("agency_letter", "individual", (540_000, 710_000, 760_000)),
        ("agency_letter", "collective", (1_080_000, 1_410_000, 1_520_000)),
        ("agency_letter", "household", (810_000, 1_060_000, 1_140_000)),
    ],
)
def test_the_table_of_amounts(award: money.Award, kind: money.ObjectKind, amounts: tuple[int, int, int]) -> None:
    days = (EARLY_2024, LATE_2025, JULY_2026)
    assert tuple(money.award_money(award, kind, day).amount for day in days) == amounts


def test_the_grade_is_that_of_the_weakest_rule() -> None:
    found = [money.award_money("province_merit", "individual", day) for day in (EARLY_2024, LATE_2025, JULY_2026)]
    assert [(m.grade, m.badge) for m in found] == [("D", "chưa kiểm chứng"), ("B", ""), ("B", "")]
    assert [rule.key for rule in found[0].unverified] == ["money.multiplier.province_merit.individual"]


def test_two_decisions_of_one_movement_around_new_year_2024_pay_differently() -> None:
    before = money.award_money("province_merit", "individual", dt.date(2023, 12, 29))
    after = money.award_money("province_merit", "individual", dt.date(2024, 1, 2))
    assert (before.amount, after.amount) == (1_800_000, 2_700_000)


def test_before_2024_the_rounding_is_unknown_so_the_exact_product_stands_and_is_marked() -> None:
    found = money.award_money("agency_letter", "individual", dt.date(2023, 5, 1))
    assert (found.amount, found.formula, found.grade) == (447_000, "0,3 × 1.490.000 = 447.000 đồng", "D")


def test_the_explanation_shows_the_arithmetic_the_day_and_the_articles() -> None:
    found = money.award_money("pm_merit", "individual", JULY_2026)
    assert money.explanation(found) == (
        "3,5 × 2.530.000 = 8.855.000 đồng, làm tròn lên 8.860.000 đồng. "
        "Lương cơ sở ngày ban hành quyết định 01/07/2026. "
        "Căn cứ: Điều 3 Nghị định 161/2026/NĐ-CP; Điều 54 Nghị định 152/2025/NĐ-CP; "
        "Điều 49 Nghị định 152/2025/NĐ-CP."
    )


def test_an_explanation_says_when_someone_must_confirm() -> None:
    found = money.award_money("agency_letter", "individual", EARLY_2024)
    assert money.explanation(found) == (
        "0,3 × 1.800.000 = 540.000 đồng. Lương cơ sở ngày ban hành quyết định 30/06/2024. "
        "Căn cứ: Nghị định 24/2023/NĐ-CP; Nghị định 98/2023/NĐ-CP (nguyên tắc tính tiền thưởng). "
        "Có căn cứ chưa kiểm chứng: kế toán xác nhận trước khi chi."
    )


def test_a_multiplier_of_thousandths_stays_exact() -> None:
    found = money.award_money("commune_letter", "household", EARLY_2024)
    assert (found.multiplier, found.exact, found.amount) == (2250, 4_050_000_000, 410_000)
    assert found.formula == "0,225 × 1.800.000 = 405.000 đồng, làm tròn lên 410.000 đồng"


def test_what_is_not_known_is_not_computed() -> None:
    with pytest.raises(Undecided, match="Giấy khen của Chủ tịch UBND cấp xã, tập thể: chưa có con số"):
        money.award_money("commune_letter", "collective", EARLY_2024)
    with pytest.raises(RuleMissing, match=r"money\.household_percent cho ngày 01/06/2023"):
        money.award_money("pm_merit", "household", dt.date(2023, 6, 1))
    with pytest.raises(RuleMissing, match=r"money\.base_salary cho ngày 31/12/2022"):
        money.base_salary(dt.date(2022, 12, 31))


@pytest.mark.parametrize(
    ("day", "salary"),
    [
        (dt.date(2023, 1, 1), 1_490_000),
        (dt.date(2023, 6, 30), 1_490_000),
        (dt.date(2023, 7, 1), 1_800_000),
        (dt.date(2024, 6, 30), 1_800_000),
        (dt.date(2024, 7, 1), 2_340_000),
        (dt.date(2026, 6, 30), 2_340_000),
        (dt.date(2026, 7, 1), 2_530_000),
    ],
)
def test_base_salary_changes_on_the_day(day: dt.date, salary: int) -> None:
    assert money.base_salary(day) == salary


@given(st.integers(0, 10**15), st.integers(1, 10**9))
def test_rounding_up_equals_the_fraction_rounded_up(amount: int, step: int) -> None:
    assert money.round_up(amount, step) == ceil(Fraction(amount, step)) * step


@pytest.mark.parametrize(("amount", "step"), [(-1, 10), (1, 0), (1, -10)])
def test_rounding_refuses_what_has_no_meaning(amount: int, step: int) -> None:
    with pytest.raises(ValueError, match="amount"):
        money.round_up(amount, step)


@given(
    st.sampled_from(("pm_merit", "province_merit", "agency_letter")),
    st.sampled_from(money.OBJECT_KINDS),
    st.dates(dt.date(2024, 1, 1), dt.date(2027, 3, 1)),
)
def test_an_amount_is_whole_ten_thousands_and_less_than_one_step_above_the_product(
    award: money.Award, kind: money.ObjectKind, day: dt.date
) -> None:
    found = money.award_money(award, kind, day)
    excess = Fraction(found.amount) - Fraction(found.exact, money.SCALE)
    assert (found.amount % 10_000, 0 <= excess < 10_000) == (0, True)
    assert Fraction(found.exact, money.SCALE) == money.base_salary(day) * Fraction(found.multiplier, money.SCALE)


@pytest.mark.parametrize(
    ("scaled", "text"), [(0, "0"), (10_000, "1"), (15_000, "1,5"), (2_250, "0,225"), (25_300_000_001, "2.530.000,0001")]
)
def test_decimals_are_written_the_vietnamese_way(scaled: int, text: str) -> None:
    assert money.decimal(scaled) == text
