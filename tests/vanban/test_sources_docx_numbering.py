"""Automatic Word numbers come out as printed: formats, levels, restarts, overrides, styles."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua.vanban.sources import load
from thidua.vanban.sources.docx_numbering import number_in

from .word_files import abstract, level, num, para, write_word

PLAN = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
)


def texts(path: Path) -> list[str]:
    return [line.text for line in load(path)]


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (1, "upperRoman", "I"),
        (4, "upperRoman", "IV"),
        (49, "upperRoman", "XLIX"),
        (1994, "lowerRoman", "mcmxciv"),
        (4000, "upperRoman", "4000"),
        (1, "lowerLetter", "a"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (3, "none", ""),
        (3, "chineseCounting", "3"),
        (0, "upperRoman", "0"),
    ],
)
def test_a_counter_is_written_in_each_format(value: int, form: str, printed: str) -> None:
    assert number_in(value, form) == printed


def test_levels_count_and_restart_below_a_higher_one(tmp_path: Path) -> None:
    body = (
        para("MỤC ĐÍCH", list_id=1, level=0)
        + para("Mục đích", list_id=1, level=1)
        + para("Yêu cầu", list_id=1, level=1)
        + para("Chung", list_id=1, level=2)
        + para("Riêng", list_id=1, level=2)
        + para("Một", list_id=1, level=3)
        + para("NỘI DUNG", list_id=1, level=0)
        + para("Tuyên truyền", list_id=1, level=1)
        + para("Cụ thể", list_id=1, level=2)
    )
    lines = load(write_word(tmp_path / "a.docx", body, numbering=PLAN + num(1, 0)))
    assert [line.text for line in lines] == [
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "2. Yêu cầu",
        "2.1. Chung",
        "2.2. Riêng",
        "a) Một",
        "II. NỘI DUNG",
        "1. Tuyên truyền",
        "1.1. Cụ thể",
    ]
    assert [line.label for line in lines] == ["I.", "1.", "2.", "2.1.", "2.2.", "a)", "II.", "1.", "1.1."]
    assert [line.number for line in lines] == list(range(1, 10))


def test_a_second_list_of_the_same_kind_goes_on_unless_it_says_where_to_start(tmp_path: Path) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, restart)
    body = "".join(para(f"x{index}", list_id=chosen, level=0) for index, chosen in enumerate([1, 1, 2, 3, 3, 1]))
    path = write_word(tmp_path / "a.docx", body, numbering=numbering)
    assert texts(path) == ["1. x0", "2. x1", "3. x2", "1. x3", "2. x4", "3. x5"]


def test_an_override_may_start_anywhere_and_replace_the_level(tmp_path: Path) -> None:
    overrides = (
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
        f'<w:lvlOverride w:ilvl="1">{level(1, "lowerRoman", "(%2)")}</w:lvlOverride>'
    )
    numbering = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.")) + num(1, 0, overrides)
    body = para("A", list_id=1, level=0) + para("B", list_id=1, level=1) + para("C", list_id=1, level=1)
    path = write_word(tmp_path / "a.docx", body, numbering=numbering)
    assert texts(path) == ["IV. A", "(i) B", "(ii) C"]


def test_lvl_restart_zero_never_restarts_and_a_number_restarts_only_after_that_level(tmp_path: Path) -> None:
    never = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "Điều %2.", more='<w:lvlRestart w:val="0"/>')
    )
    body = "".join(para(f"t{index}", list_id=1, level=depth) for index, depth in enumerate([0, 1, 1, 0, 1]))
    path = write_word(tmp_path / "a.docx", body, numbering=never + num(1, 0))
    assert texts(path) == ["I. t0", "Điều 1. t1", "Điều 2. t2", "II. t3", "Điều 3. t4"]

    after_first = abstract(
        0,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(para(f"t{index}", list_id=1, level=depth) for index, depth in enumerate([0, 1, 2, 1, 2, 0, 2]))
    path = write_word(tmp_path / "b.docx", body, numbering=after_first + num(1, 0))
    assert texts(path) == ["I. t0", "1. t1", "a) t2", "2. t3", "b) t4", "II. t5", "a) t6"]


def test_a_level_never_reached_counts_from_its_start_in_a_deeper_label(tmp_path: Path) -> None:
    path = write_word(tmp_path / "a.docx", para("x", list_id=1, level=2), numbering=PLAN + num(1, 0))
    assert texts(path) == ["1.1. x"]


def test_a_level_passed_over_counts_as_used(tmp_path: Path) -> None:
    body = "".join(para(f"t{index}", list_id=1, level=depth) for index, depth in enumerate([0, 2, 1, 0, 3, 2]))
    path = write_word(tmp_path / "a.docx", body, numbering=PLAN + num(1, 0))
    assert texts(path) == ["I. t0", "1.1. t1", "2. t2", "II. t3", "a) t4", "1.2. t5"]


def test_legal_numbering_shows_roman_levels_as_digits(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", more="<w:isLgl/>")) + num(1, 0)
    body = para("A", list_id=1, level=0) + para("B", list_id=1, level=0) + para("C", list_id=1, level=1)
    assert texts(write_word(tmp_path / "a.docx", body, numbering=numbering)) == ["I. A", "II. B", "2.1. C"]


def test_bullets_are_dashes_and_pluses_and_an_empty_bullet_prints_nothing(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "bullet", "\uf0b7"), level(1, "bullet", "+"), level(2, "bullet", "-")) + num(1, 0)
    body = "".join(para(text, list_id=1, level=depth) for depth, text in enumerate(["một", "hai", "ba"]))
    body += para("", list_id=1, level=0)
    lines = load(write_word(tmp_path / "a.docx", body, numbering=numbering))
    assert [line.text for line in lines] == ["- một", "+ hai", "- ba", ""]
    assert [line.label for line in lines] == ["-", "+", "-", None]


def test_an_empty_numbered_paragraph_keeps_its_number_as_word_prints_it(tmp_path: Path) -> None:
    body = para("A", list_id=1, level=1) + para("", list_id=1, level=1) + para("C", list_id=1, level=1)
    assert texts(write_word(tmp_path / "a.docx", body, numbering=PLAN + num(1, 0))) == ["1. A", "2.", "3. C"]


def test_a_style_numbers_its_paragraphs_also_through_its_parents(tmp_path: Path) -> None:
    linked = abstract(
        0,
        level(0, "upperRoman", "%1.", more='<w:pStyle w:val="Phan"/>'),
        level(1, "decimal", "%2.", more='<w:pStyle w:val="Muc"/>'),
    )
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
        '<w:style w:type="paragraph" w:styleId="Phan"><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Phan"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="MucDam"><w:basedOn w:val="Muc"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Khong"><w:basedOn w:val="Muc"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        para("A", style="Phan")
        + para("B", style="Muc")
        + para("C", style="MucDam")
        + para("D", style="Khong")
        + para("E")
        + para("F", style="Phan")
        + para("G", style="Muc", list_id=0)
        + para("H", style="Muc")
    )
    path = write_word(tmp_path / "a.docx", body, numbering=linked + num(1, 0), styles=styles)
    assert texts(path) == ["I. A", "1. B", "2. C", "D", "E", "II. F", "G", "1. H"]


def test_styles_in_a_circle_end(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert texts(write_word(tmp_path / "a.docx", para("x", style="A"), styles=styles)) == ["x"]


def test_a_list_style_is_followed_to_the_list_that_has_the_levels(tmp_path: Path) -> None:
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="Danhsach"/>')
        + abstract(1, level(0, "decimal", "%1)"), more='<w:styleLink w:val="Danhsach"/>')
        + num(1, 0)
        + num(2, 1)
    )
    own_list = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="numbering" w:styleId="Danhsach">{own_list}</w:style>'
    body = para("A", list_id=1, level=0) + para("B", list_id=1, level=0)
    assert texts(write_word(tmp_path / "a.docx", body, numbering=numbering, styles=styles)) == ["1) A", "2) B"]


def test_a_list_that_is_not_there_numbers_nothing(tmp_path: Path) -> None:
    body = para("A", list_id=9, level=0) + para("B", list_id=1, level=12)
    assert texts(write_word(tmp_path / "a.docx", body, numbering=PLAN + num(1, 0))) == ["A", "B"]


def test_numbers_go_on_through_table_cells_in_reading_order(tmp_path: Path) -> None:
    cell = f"<w:tc><w:tcPr/>{para('B', list_id=1, level=1)}</w:tc><w:tc><w:tcPr/>{para('C', list_id=1, level=1)}</w:tc>"
    body = para("A", list_id=1, level=1) + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + para("D", list_id=1, level=1)
    lines = load(write_word(tmp_path / "a.docx", body, numbering=PLAN + num(1, 0)))
    assert [line.text for line in lines] == ["1. A", "| 2. B | 3. C |", "4. D"]
    assert [line.cells for line in lines] == [None, ["2. B", "3. C"], None]
