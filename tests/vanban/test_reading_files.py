"""A file is read whole: the same plan reads the same from text and Word, guarded or not, and survives JSON."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

import thidua.vanban as vanban
from tests.vanban.make_papers import make_paper
from tests.vanban.word_files import abstract, level, num, para, write_word
from thidua.vanban.jsonform import paper_from_json, paper_to_json, reading_from_json, reading_to_json
from thidua.vanban.read_file import looks_official
from thidua.vanban.reading import understand
from thidua.vanban.sources.txt import lines_of
from thidua.vanban.structure import Paper, Reading, UnreadableDocument

SHARED = Path(__file__).parents[2].parent / "shared" / "plans"
OFFICE = SHARED / "office" / "source.txt"
PLANS = sorted(SHARED.rglob("source.txt"))

_LABELS = [
    (0, re.compile(r"[IVX]+\. ")),
    (2, re.compile(r"\d+\.\d+\. ")),
    (1, re.compile(r"\d+\. ")),
    (3, re.compile(r"- ")),
]


def numbered_word(text: str, path: Path) -> Path:
    """The same document in Word, one paragraph a line, every typed number made an automatic one."""
    body, section, list_id = "", 0, 1
    for line in text.split("\n"):
        found = next(((depth, match) for depth, label in _LABELS if (match := label.match(line))), None)
        if found is None:
            body += para(line)
            continue
        depth, match = found
        if depth == 0:
            section += 1
            # The plan has two sections "III.": in Word the second is a list that starts at 3.
            list_id = 2 if section > 3 else 1
        body += para(line[match.end() :], list_id=3 if depth == 3 else list_id, level=0 if depth == 3 else depth)
    numbering = (
        abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3."))
        + abstract(1, level(0, "bullet", "\uf02d"))
        + num(1, 0)
        + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>')
        + num(3, 1)
    )
    return write_word(path, body, numbering=numbering)


if OFFICE.exists():

    def test_the_office_plan_reads_the_same_from_text_and_from_automatic_numbers(tmp_path: Path) -> None:
        text = OFFICE.read_text(encoding="utf-8")
        from_word = vanban.read(numbered_word(text, tmp_path / "a.docx"))
        from_text = vanban.read(OFFICE)
        assert from_word.outline == from_text.outline
        assert from_word.deadlines == from_text.deadlines
        assert from_word == from_text
        assert [item.label for item in from_text.outline if item.level == 1] == ["I", "II", "III", "III"]


if PLANS:

    @pytest.mark.parametrize("path", PLANS, ids=[path.parent.name for path in PLANS])
    def test_a_reading_survives_json_exactly(path: Path) -> None:
        reading = understand(lines_of(path.read_text(encoding="utf-8")))
        assert reading_from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading


@pytest.mark.parametrize("seed", range(20))
def test_a_paper_survives_json_exactly(seed: int) -> None:
    paper = make_paper(seed)
    back = paper_from_json(json.loads(json.dumps(paper_to_json(paper))))
    assert back == paper
    assert [appendix.landscape for appendix in back.appendices] == [appendix.landscape for appendix in paper.appendices]


def test_the_date_of_a_paper_is_a_date_again() -> None:
    assert paper_to_json(Paper(date=dt.date(2024, 4, 5)))["date"] == "2024-04-05"
    assert paper_from_json({"date": "2024-04-05"}) == Paper(date=dt.date(2024, 4, 5))


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ([], "giá trị ở “paper” không hợp lệ"),
        ({"title": 5}, "giá trị ở “paper.title” không hợp lệ"),
        ({"title": None}, "giá trị ở “paper.title” không hợp lệ"),
        ({"bases": "x"}, "giá trị ở “paper.bases” không hợp lệ"),
        ({"bases": ["x", 1]}, "giá trị ở “paper.bases[1]” không hợp lệ"),
        ({"date": "05/04/2024"}, "ngày ở “paper.date” không hợp lệ"),
        ({"blocks": [{"kind": "bức tranh"}]}, "giá trị ở “paper.blocks[0].kind” không hợp lệ"),
        ({"blocks": [{"kind": "heading", "level": True}]}, "giá trị ở “paper.blocks[0].level” không hợp lệ"),
        ({"blocks": [{"text": "x"}]}, "“paper.blocks[0]” thiếu mục bắt buộc"),
        ({"mau": "đỏ"}, "không có mục “mau” trong “paper”"),
    ],
)
def test_json_of_another_shape_is_refused_naming_the_place(value: Any, place: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        paper_from_json(value)
    assert str(caught.value) == f"Tệp JSON không đúng cấu trúc văn bản: {place}."


if OFFICE.exists():

    def test_a_guarded_reading_is_the_reading() -> None:
        assert vanban.read_guarded(OFFICE) == vanban.read(OFFICE)


def test_a_guarded_refusal_is_the_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chuyện kể rằng ngày xưa có một cô bé.", encoding="utf-8")
    with pytest.raises(UnreadableDocument) as plain:
        vanban.read(tmp_path / "a.txt")
    with pytest.raises(UnreadableDocument) as guarded:
        vanban.read_guarded(tmp_path / "a.txt")
    assert str(guarded.value) == str(plain.value)


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHỢP ĐỒNG LAO ĐỘNG", True),
        ("Số: 15/TB-VPUB\nNghỉ lễ", True),
        ("BÁO CÁO\nKết quả\n1. Một\nNội dung.\n2. Hai\nNội dung.", True),
        ("BÁO CÁO\nÔng ta nói thế rồi bỏ đi.", False),
        ("Chuyện kể rằng ngày xưa có một cô bé.", False),
    ],
)
def test_what_counts_as_an_official_document(text: str, official: bool) -> None:
    assert looks_official(understand(lines_of(text))) == official


if PLANS:

    @pytest.mark.parametrize("path", PLANS, ids=[path.parent.name for path in PLANS])
    def test_every_plan_counts_as_an_official_document(path: Path) -> None:
        assert looks_official(understand(lines_of(path.read_text(encoding="utf-8"))))


def test_the_package_offers_its_names_and_no_others() -> None:
    assert vanban.Reading is Reading
    with pytest.raises(AttributeError):
        vanban.nothing  # noqa: B018 - asking is the test
