"""The Office's own plan, read without one mistake: every field against the hand reading, and no finding too many."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from thidua.vanban.reading import understand
from thidua.vanban.sources.txt import load_txt

PLAN = Path(__file__).parents[2].parent / "shared" / "plans" / "office"
HEAD = [
    "doc_type",
    "number",
    "symbol",
    "issuing_agency",
    "parent_agency",
    "place",
    "date",
    "date_partial",
    "title",
    "period",
    "responsible_units",
    "award_forms",
    "recipients",
    "recipient_purposes",
    "signer",
]

if PLAN.exists():

    @pytest.fixture(scope="module")
    def truth():
        return json.loads((PLAN / "truth.json").read_text(encoding="utf-8"))

    @pytest.fixture(scope="module")
    def reading():
        return understand(load_txt(PLAN / "source.txt"))

    @pytest.mark.parametrize("key", HEAD)
    def test_the_head_and_the_lists(reading, truth, key):
        assert reading.as_json()[key] == truth[key]

    def test_the_bases(reading, truth):
        said = [{key: getattr(basis, key) for key in ("type", "id", "date")} for basis in reading.legal_bases]
        assert said == truth["legal_bases"]

    def test_the_outline(reading, truth):
        keys = ("label", "level", "parent", "line")
        said = [{key: getattr(item, key) for key in keys} | {"title": item.title[:60]} for item in reading.outline]
        assert said == [{key: item[key] for key in (*keys, "title")} for item in truth["outline"]]

    def test_the_spans(reading):
        for item in reading.outline:
            assert reading.source[item.start : item.start + len(item.label)] == item.label

    def test_the_deadlines(reading, truth):
        def told(deadline):
            keys = ("kind", "date", "strength", "unit", "line")
            found = tuple(deadline[key] for key in keys)
            return (*found, deadline.get("to"), tuple(deadline.get("via") or ())) if found[2] == "hard" else found

        said = [told(deadline) for deadline in reading.as_json()["deadlines"]]
        meant = [told(deadline) for deadline in truth["deadlines"]]
        # The hand reading names the report on request once; the plan asks it of the reporting room too (line 83).
        meant.append(("relative", None, "soft", "Phòng Tổ chức - Hành chính - Quản trị", 83))
        assert sorted(said, key=str) == sorted(meant, key=str)

    def test_the_words_of_the_deadlines(reading, truth):
        for deadline in truth["deadlines"]:
            pattern = ".*".join(re.escape(part.strip()) for part in deadline["text"].split("..."))
            texts = [one.text for one in reading.deadlines if one.line == deadline["line"]]
            assert [text for text in texts if re.match(pattern, text)] != []

    def test_what_is_due(reading):
        hard = [deadline for deadline in reading.deadlines if deadline.strength == "hard"]
        assert [deadline.what for deadline in hard] == [
            "báo cáo kết thực hiện phong trào thi đua",
            "tham mưu tổng hợp, xây dựng báo cáo kết thực hiện phong trào thi đua",
        ]

    def test_the_duties(reading):
        assert [(duty.unit, duty.line) for duty in reading.duties] == [
            ("Trưởng các phòng, ban, đơn vị thuộc Văn phòng", 75),
            ("Trung tâm thông tin", 79),
            ("Phòng Tổ chức - Hành chính - Quản trị", 81),
        ]
        assert reading.duties[1].text.startswith("Trung tâm thông tin: Tham mưu với Lãnh đạo Văn phòng đăng tải")

    def test_all_findings_and_no_other(reading):
        assert [(finding.code, finding.line, finding.lines) for finding in reading.findings] == [
            ("missing_number", 3, []),
            ("missing_date", 3, []),
            ("broken_sentence", 33, [33, 35]),
            ("probable_misspelling", 39, [39]),
            ("probable_misspelling", 45, [45]),
            ("promised_section_absent", 47, []),
            ("criteria_by_reference", 55, [55, 63]),
            ("duplicate_numbering", 65, [47, 65]),
            ("probable_misspelling", 77, [77, 83]),
            ("same_day_deadlines", 83, [77, 83]),
        ]

    def test_the_sentences_for_the_official(reading):
        sentences = {finding.code: finding.message for finding in reading.findings}
        assert sentences["duplicate_numbering"] == "Hai mục cùng đánh số III: dòng 47 và dòng 65."
        assert sentences["missing_number"] == "Văn bản chưa ghi số."
        assert sentences["same_day_deadlines"] == (
            "Hạn của đơn vị (dòng 77) và hạn báo cáo cấp trên (dòng 83) "
            "cùng một ngày 20/11: không còn thời gian tổng hợp."
        )
