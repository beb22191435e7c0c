"""Quy định pháp luật: every recorded rule with its article, source and trust grade, on any day."""

from __future__ import annotations

import re
from typing import Any

from django.http.response import HttpResponseBase

from thidua.core import clock
from thidua.core.filters import Choice, Day
from thidua.core.listing import BACKWARD, EXPORT, FORWARD, Badge, Cell, Column
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
_LONG_ADDRESS = re.compile(r"(?<=\w{12})/(?=\w{12})")
GRADES = [(grade, law_words.capital(words)) for grade, words in GRADE_LABELS.items()]


@page(is_signed_in)
def law_rules(request: Any) -> HttpResponseBase:
    """Danh sách quy định đang áp dụng vào một ngày, hoặc của mọi thời kỳ."""
    at, always = Day(clock.today()), request.GET.get("thoi-ky") == EVER
    day = at.value(request.GET)
    found = list(rules.all()) if always else list(rules.on(day).values())
    order = list(law_words.SUBJECTS)
    found.sort(key=lambda rule: (order.index(rule.file), rule.key, rule.valid_from))
    unverified = sum(rule.unverified for rule in found)
    listing = PlainListing(
        request,
        found,
        title="Quy định pháp luật về thi đua, khen thưởng",
        subtitle="Mọi thời kỳ đã ghi" if always else f"Có hiệu lực ngày {ngay(day)}",
        columns=[*SCREEN, *(SHEET if request.GET.get(EXPORT) == "excel" else PAPER)],
        filters=[
            at,
            Choice("noi-dung", "Nội dung", list(law_words.SUBJECTS.items()), by=_of_subject),
            Choice("tin-cay", "Mức tin cậy", GRADES, by=_of_grade),
            WordSearch("Tìm quy định, không cần dấu", text=_searched, placeholder="Ví dụ: luong co so"),
        ],
        noun="quy định",
    )
    now = regime.on(day)
    context = {
        "regime": now,
        "day": day,
        "always": always,
        "texts": [(text, _badge(text.rule)) for text in now.texts],
        "tabs": _tabs(request, listing, day, always),
        "lead": f"{len(found)} quy định được ghi; {unverified} {UNVERIFIED}, cần người có thẩm quyền xác nhận.",
    }
    return respond(request, listing, "desk/law_rules.html", context, heading=heading_of)


def _tabs(request: Any, listing: PlainListing, day: Any, always: bool) -> list[dict[str, Any]]:
    """In force on the chosen day, or everything recorded."""
    query = request.GET.copy()
    query.pop("thoi-ky", None)
    for name in (FORWARD, BACKWARD):
        query.pop(name, None)
    held = f"{request.path}?{query.urlencode()}" if query else request.path
    return [
        {"label": f"Có hiệu lực ngày {ngay(day)}", "url": held, "count": None, "active": not always},
        {"label": "Mọi thời kỳ", "url": listing.address(**{"thoi-ky": EVER}), "count": None, "active": always},
    ]


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
    """The trust grade; what is known even less stands under it."""
    tone, icon = law_words.GRADE_TONES[rule.grade], law_words.GRADE_ICONS[rule.grade]
    return Badge(tone, law_words.GRADE_BADGES[rule.grade], note=law_words.doubt(rule), icon=icon)


def _grade(rule: Rule) -> Cell:
    return Cell(badge=_badge(rule), sub=f"Nơi xác nhận: {rule.confirm_by}" if rule.confirm_by else "")


def _content(rule: Rule) -> Cell:
    return Cell(law_words.value_words(rule), html_template="desk/_rule.html")


def _period(rule: Rule) -> str:
    return law_words.capital(rule.period)


def _article(rule: Rule) -> Cell:
    article = law_words.capital(rule.article) or "Chưa tìm thấy điều khoản"
    return Cell(article, sub=f"Nguồn: {rule.source}")


def _paper_content(rule: Rule) -> str:
    return f"{rule.title}: {law_words.value_words(rule)}. {rule.note}".strip()


def _paper_article(rule: Rule) -> str:
    """Article and source; an address too long for a column of A4 may break after its stroke."""
    cell = _article(rule)
    return _LONG_ADDRESS.sub("/ ", f"{cell.text}. {cell.sub}")


def _paper_grade(rule: Rule) -> str:
    who = f". Nơi xác nhận: {rule.confirm_by}" if rule.confirm_by else ""
    return law_words.grade_words(rule) + who


SCREEN = [
    Column("Quy định", _content, css="wide", export=False),
    Column("Căn cứ và nguồn", _article, css="wide", export=False),
    Column("Hiệu lực", _period, export=False),
    Column("Mức tin cậy", _grade, export=False),
]
PAPER = [
    Column("Quy định", _paper_content, screen=False),
    Column("Hiệu lực", _period, screen=False),
    Column("Căn cứ và nguồn", _paper_article, screen=False),
    Column("Mức tin cậy", _paper_grade, screen=False),
]
SHEET = [
    Column("Quy định", "title", screen=False, width=50),
    Column("Giá trị", law_words.value_words, screen=False, width=40),
    Column("Hiệu lực", _period, screen=False, width=24),
    Column("Căn cứ", "article", screen=False, width=36),
    Column("Nguồn", "source", screen=False, width=50),
    Column("Mức tin cậy", law_words.grade_words, screen=False, width=22),
    Column("Nơi xác nhận", "confirm_by", screen=False, width=26),
    Column("Ghi chú", "note", screen=False, width=40),
]
