"""Award money in whole đồng: base salary of the decision day times an exact multiplier, rounded up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from thidua.law import rules
from thidua.law.rule import UNVERIFIED, Grade, Rule, day_text, worst

Award = Literal["pm_merit", "province_merit", "agency_letter", "commune_letter"]
ObjectKind = Literal["individual", "collective", "household"]

AWARDS: tuple[Award, ...] = get_args(Award)
SCALE = 10_000
"""Multipliers are counted in 1/10.000: a percentage of the base salary times a percentage for the kind of object."""

OBJECT_KINDS: tuple[ObjectKind, ...] = get_args(ObjectKind)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of award money and everything it was made of.

    `amount` is what is paid, in đồng. `multiplier` and `exact`, the product before rounding, are counted in ten
    thousandths (SCALE), so that both are whole numbers. `grade` is that of the weakest rule used.
    """

    amount: int
    exact: int
    base: int
    multiplier: int
    decision_date: dt.date
    rules: tuple[Rule, ...]
    grade: Grade

    @property
    def badge(self) -> str:
        """The mark to print beside the amount when it rests on anything unchecked."""
        return UNVERIFIED if self.grade == "D" else ""

    @property
    def unverified(self) -> tuple[Rule, ...]:
        """The rules a person must confirm before the money is paid."""
        return tuple(rule for rule in self.rules if rule.unverified)

    @property
    def formula(self) -> str:
        """The arithmetic in words an accountant can follow: "1,5 × 2.530.000 = 3.795.000 đồng, ..."."""
        product = f"{decimal(self.multiplier)} × {dong(self.base)} = {decimal(self.exact)} đồng"
        if self.exact == self.amount * SCALE:
            return product
        return f"{product}, làm tròn lên {dong(self.amount)} đồng"

    @property
    def bases(self) -> tuple[str, ...]:
        """The articles the amount rests on, each once, in the order used."""
        return tuple(dict.fromkeys(rule.article for rule in self.rules if rule.article))


def award_money(award: Award, object_kind: ObjectKind, decision_date: dt.date) -> Money:
    """Return the money that goes with an award decided on `decision_date`.

    The base salary is that of the day the decision is issued, not of the achievement or the payment (Điều 49 Nghị
    định 152/2025). Raises RuleMissing when nothing is recorded for that day (a household before 2024), Undecided
    when the multiplier is not known: the office then enters the amount itself.
    """
    law = rules.on(decision_date)
    person: ObjectKind = "individual" if object_kind == "household" else object_kind
    multiplier_key = f"money.multiplier.{award}.{person}"
    base, multiplier = law.integer("money.base_salary"), law.integer(multiplier_key)
    used = [law["money.base_salary"], law[multiplier_key]]
    share = 100
    if object_kind == "household":
        share = law.integer("money.household_percent")
        used.append(law["money.household_percent"])
    rounding = law["money.rounding_step"]
    used.append(rounding)
    multiplier *= share
    exact = base * multiplier
    amount = round_up(exact, SCALE * (rounding.value or 1)) // SCALE
    return Money(amount, exact, base, multiplier, decision_date, tuple(used), worst(*(rule.grade for rule in used)))


def base_salary(day: dt.date) -> int:
    """Return the base salary (lương cơ sở) of `day` in đồng a month; raise RuleMissing where none is recorded."""
    return rules.on(day).integer("money.base_salary")


def round_up(amount: int, step: int) -> int:
    """Return the smallest multiple of `step` that is not below `amount` (both whole numbers, amount >= 0)."""
    if amount < 0 or step <= 0:
        raise ValueError("amount phải từ 0 trở lên và step phải dương")
    return -(-amount // step) * step


def dong(amount: int) -> str:
    """Return an amount as it is written in Vietnamese: "2.530.000"."""
    return f"{amount:,}".replace(",", ".")


def decimal(scaled: int) -> str:
    """Return a count of ten thousandths in Vietnamese notation, without trailing zeros: 15000 is "1,5"."""
    whole, part = divmod(scaled, SCALE)
    return dong(whole) + (f",{part:04d}".rstrip("0") if part else "")


def explanation(money: Money) -> str:
    """Return the sentence printed under an amount: the formula, the day that counts, the articles, the doubt."""
    doubt = f" Có căn cứ {UNVERIFIED}: kế toán xác nhận trước khi chi." if money.unverified else ""
    return (
        f"{money.formula}. Lương cơ sở ngày ban hành quyết định {day_text(money.decision_date)}. "
        f"Căn cứ: {'; '.join(money.bases)}.{doubt}"
    )
