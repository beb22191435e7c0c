"""Quy định pháp luật: every recorded rule with its article, source and trust grade, on any day."""

from __future__ import annotations

from typing import Any

from django.http.response import HttpResponseBase

from thidua.core import clock
from thidua.core.filters import Choice, Day
from thidua.core.listing import Badge, Cell, Column
from thidua.core.page import page
from thidua.core.plain_listing import PlainListing, WordSearch
from thidua.core.templatetags.td import ngay
from thidua.desk import law_words
from thidua.documents.actions.exports import respond
from thidua.law import regime, rules
from thidua.law.rule import GRADE_LABELS, UNVERIFIED, Rule
from thidua.organisation.queries.units import heading_of
from thidua.organisation.rules import is_signed_in

EVER = "moi"
GRADES = [(grade, words[:1].upper() + words[1:]) for grade, words in GRADE_LABELS.items()]


@page(is_signed_in)
def law_rules(request: Any) -> HttpResponseBase:
    """Danh sách quy định đang áp dụng vào một ngày."""
    at = Day(clock.today())
    ever = Choice("thoi-ky", "Thời kỳ", [(EVER, "Mọi thời kỳ")], everything="Có hiệu lực ngày đã chọn")
    day, always = at.value(request.GET), ever.value(request.GET) == EVER
    found = list(rules.all()) if always else list(rules.on(day).values())
    order = list(law_words.SUBJECTS)
    found.sort(key=lambda rule: (order.index(rule.file), rule.key, rule.valid_from))
    unverified = sum(rule.unverified for rule in found)
    listing = PlainListing(
        request,
        found,
        title="Quy định pháp luật về thi đua, khen thưởng",
        subtitle="Mọi thời kỳ đã ghi" if always else f"Có hiệu lực ngày {ngay(day)}",
        columns=COLUMNS,
        filters=[
            at,
            Choice("noi-dung", "Nội dung", list(law_words.SUBJECTS.items()), by=_of_subject),
            Choice("tin-cay", "Mức tin cậy", GRADES, by=_of_grade),
            ever,
            WordSearch("Tìm quy định, không cần dấu", text=_searched, placeholder="Ví dụ: luong co so"),
        ],
        noun="quy định",
    )  # fmt: skip
    context = {
        "regime": regime.on(day),
        "day": day,
        "texts": [(text, _badge(text.rule)) for text in regime.on(day).texts],
        "lead": f"{len(found)} quy định được ghi; {unverified} {UNVERIFIED}, cần người có thẩm quyền xác nhận.",
    }
    return respond(request, listing, "desk/law_rules.html", context, heading=heading_of)


def _of_subject(rows: Any, file: str) -> Any:
    return [rule for rule in rows if rule.file == file]


def _of_grade(rows: Any, grade: str) -> Any:
    return [rule for rule in rows if rule.grade == grade]


def _searched(rule: Rule) -> str:
    return " ".join(
        (rule.title, law_words.value_words(rule), rule.article, rule.source, rule.note, rule.confirm_by,
         rule.grade_label, law_words.subject(rule))
    )  # fmt: skip


def _badge(rule: Rule) -> Badge:
    """The trust grade in words; who must confirm stands under it."""
    note = law_words.doubt(rule)
    return Badge(
        law_words.GRADE_TONES[rule.grade],
        law_words.grade_words(rule),
        note=note,
        icon=law_words.GRADE_ICONS[rule.grade],
    )


def _period(rule: Rule) -> str:
    return rule.period[:1].upper() + rule.period[1:]


def _article(rule: Rule) -> Cell:
    return Cell(rule.article or "Chưa tìm thấy điều khoản", sub=f"Nguồn: {rule.source}")


COLUMNS = [
    Column("Quy định", lambda rule: Cell(rule.title, sub=rule.note), css="wide", export=False),
    Column("Quy định", "title", screen=False, width=50),
    Column("Giá trị", law_words.value_words, css="wide sub", width=40),
    Column("Hiệu lực", _period, width=24),
    Column("Căn cứ và nguồn", _article, css="wide", export=False),
    Column("Căn cứ", "article", screen=False, width=36),
    Column("Nguồn", "source", screen=False, width=50),
    Column("Mức tin cậy", _badge, export=False),
    Column("Mức tin cậy", law_words.grade_words, screen=False, width=22),
    Column("Nơi xác nhận", "confirm_by", css="hide-sm", width=26),
    Column("Ghi chú", "note", screen=False, width=40),
]
