"""The written Word file: styles, page, numbering, sections, rules; looked at with python-docx."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.vanban.make_papers import make_paper
from tests.vanban.sample_papers import decision, heading, letter, office_plan
from thidua.vanban.sources import load
from thidua.vanban.structure import Block, Paper
from thidua.vanban.writing import write_docx
from thidua.vanban.writing.sheet import lay_out


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(write_docx(paper)))


def labels_in_word(paper: Paper, folder: Path) -> list[str]:
    """The labels Word will print, from the numbering of the file alone, with typed ones left out."""
    path = folder / "paper.docx"
    path.write_bytes(write_docx(paper))
    return [line.label for line in load(path) if line.label and line.label not in ("-", "+")]


def test_page_is_a4_with_the_margins_of_the_decree() -> None:
    section = opened(office_plan()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin.mm, section.bottom_margin.mm, section.left_margin.mm, section.right_margin.mm)
    assert [round(margin) for margin in margins] == [20, 20, 30, 20]


def test_styles_have_names_sizes_and_indents_of_the_decree() -> None:
    styles = opened(office_plan()).styles
    sizes = {name: styles[name].font.size.pt for name in ("TD Quốc hiệu", "TD Tiêu ngữ", "TD Nội dung", "TD Nơi nhận")}
    assert sizes == {"TD Quốc hiệu": 12, "TD Tiêu ngữ": 13, "TD Nội dung": 14, "TD Nơi nhận": 12}
    body = styles["TD Nội dung"].paragraph_format
    assert (round(body.first_line_indent.cm, 2), body.space_before.pt, body.alignment) == (1.27, 6, 3)
    italic = {name: styles[name].font.italic for name in ("TD Căn cứ", "TD Địa danh thời gian", "TD Nội dung")}
    assert italic == {"TD Căn cứ": True, "TD Địa danh thời gian": True, "TD Nội dung": None}


def test_language_is_vietnamese_and_the_title_is_set() -> None:
    document = opened(office_plan())
    lang = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert lang.get(qn("w:val")) == "vi-VN"
    assert document.core_properties.language == "vi-VN"
    assert document.core_properties.title == f"Kế hoạch KH-VPUB: {office_plan().title}"


def test_labels_are_printed_by_word_numbering_also_the_imperfect_ones(tmp_path: Path) -> None:
    assert labels_in_word(office_plan(), tmp_path) == [
        *("I.", "1.", "2.", "III.", "1.", "1.1."),
        *("a)", "b)", "c)", "d)", "e)", "g)", "h)"),  # "đ" is typed: Word cannot count the Vietnamese alphabet
        *("1.3.", "III.", "1."),
        *("I.", "1."),
    ]


def test_articles_and_chapters_are_numbered_too(tmp_path: Path) -> None:
    assert labels_in_word(decision(), tmp_path) == [
        *("Điều 1.", "Điều 2.", "1.", "2.", "Điều 3."),
        *("Chương I", "Điều 1.", "Chương II", "Điều 2."),
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ["I", "II", "II", "IV", "V"],
        ["A", "B", "C"],
        ["Phần I", "Phần II", "Phần IV"],
        ["(1)", "(2)", "(4)"],
        ["2", "3", "1"],
        ["1.2", "1.3", "2.1"],
        ["ii", "iii"],
        ["II.1", "II.2"],
        ["1", "2", "I", "1", "a", "II", "a", "b", "1"],
        ["a", "1", "a", "b", "1.1", "2.1"],
    ],
)
def test_any_row_of_labels_comes_out_as_given(labels: list[str], tmp_path: Path) -> None:
    blocks = [heading(label, f"Mục {label}", 2 if label[0].islower() else 1) for label in labels]
    paper = Paper(doc_type="KẾ HOẠCH", blocks=blocks)
    printed = [line.mark for line in lay_out(paper).lines]
    assert labels_in_word(paper, tmp_path) == printed


def test_generated_papers_keep_every_label(tmp_path: Path) -> None:
    for seed in range(40):
        paper = make_paper(seed, imperfect=True)
        sheet = lay_out(paper)
        lines = [*sheet.lines, *(line for appendix in sheet.appendices for line in appendix.lines)]
        wanted = [line.mark for line in lines if line.label and line.label.kind != "typed"]
        assert labels_in_word(paper, tmp_path) == wanted, seed


def test_a_clean_plan_is_one_multilevel_list() -> None:
    blocks = []
    for roman in ("I", "II"):
        blocks += [heading(roman, "PHẦN", 1)]
        for number in ("1", "2"):
            blocks += [heading(number, "Khoản", 2), heading(f"{number}.1", "Tiết", 3), heading("a", "Điểm", 4)]
    document = opened(Paper(doc_type="KẾ HOẠCH", blocks=blocks))
    places = [
        (number.find(qn("w:numId")).get(qn("w:val")), number.find(qn("w:ilvl")).get(qn("w:val")))
        for number in document.element.iter(qn("w:numPr"))
    ]
    assert places == [("2", level) for level in "0" + "123" * 2 + "0" + "123" * 2]


def test_titles_have_outline_levels_for_the_navigation_pane() -> None:
    found = [
        (paragraph.text, paragraph._p.pPr.find(qn("w:outlineLvl")).get(qn("w:val")))
        for paragraph in opened(office_plan()).paragraphs
        if paragraph._p.pPr is not None and paragraph._p.pPr.find(qn("w:outlineLvl")) is not None
    ]
    assert found == [
        *(("MỤC ĐÍCH, YÊU CẦU", "0"), ("Mục đích", "1"), ("Yêu cầu", "1")),
        *(("TIÊU CHÍ THI ĐUA", "0"), ("Đối tượng:", "1"), ("TỔ CHỨC THỰC HIỆN", "0"), ("Phân công như bảng sau:", "1")),
        *(("Phụ lục I", "0"), ("NHIỆM VỤ CHUNG", "0"), ("Phụ lục II", "0")),
    ]


def test_appendices_are_sections_with_their_own_page_numbers() -> None:
    sections = opened(office_plan()).sections
    restarts = [section._sectPr.find(qn("w:pgNumType")) is not None for section in sections]
    assert restarts == [False, True, True]
    assert [section.page_width > section.page_height for section in sections] == [False, False, True]
    assert [section.different_first_page_header_footer for section in sections] == [True, True, True]


def test_page_number_is_centred_in_the_header_from_page_two() -> None:
    section = opened(office_plan()).sections[0]
    field = "".join(node.text for node in section.header._element.iter(qn("w:instrText")))
    assert (field, section.header.paragraphs[0].style.name) == (" PAGE ", "TD Số trang")
    assert list(section.first_page_header._element.iter(qn("w:instrText"))) == []


def test_tables_repeat_their_head_and_do_not_break_rows() -> None:
    table = opened(office_plan()).tables[1]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [cell.text for cell in table.rows[0].cells] == ["STT", "Nội dung", "Đơn vị", "Thời hạn"]


def test_the_signature_stays_with_the_end_of_the_body() -> None:
    document = opened(letter())
    last = next(p for p in document.paragraphs if p.text.endswith("./."))
    gap = last._p.getnext()
    assert last.paragraph_format.keep_with_next is True
    assert gap.pPr.find(qn("w:keepNext")) is not None
    assert gap.getnext().tag == qn("w:tbl")


def test_heading_and_signature_of_a_letter() -> None:
    head, signature = opened(letter()).tables
    assert [cell.text for row in head.rows for cell in row.cells] == [
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\nVĂN PHÒNG\n",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        "Số: 12/VPUB-TCHCQT\nV/v báo cáo kết quả thực\nhiện phong trào thi đua\n"
        "“Toàn dân tham gia phòng,\nchống ma túy” năm 2024",
        "Thành phố Hồ Chí Minh, ngày 18 tháng 11 năm 2025",
    ]
    assert [cell.text for cell in signature.rows[0].cells] == [
        "Nơi nhận:\n- Như trên;\n- Lưu: VT, TCHCQT.",
        "TL. CHÁNH VĂN PHÒNG\nTRƯỞNG PHÒNG TỔ CHỨC\nLê Văn Nam",
    ]


def test_the_file_has_no_macros_and_equal_papers_give_equal_bytes() -> None:
    names = zipfile.ZipFile(io.BytesIO(write_docx(decision()))).namelist()
    assert [name for name in names if "vba" in name.lower() or name.endswith(".bin")] == []
    assert write_docx(decision()) == write_docx(decision())


def test_markup_characters_stay_text() -> None:
    text = "Công ty <A> & B “C” 'D' \x01."
    document = opened(Paper(doc_type="KẾ HOẠCH", blocks=[Block("paragraph", text), Block("paragraph", "Hết.")]))
    assert [p.text for p in document.paragraphs if p.text.startswith("Công")] == ["Công ty <A> & B “C” 'D' ."]
