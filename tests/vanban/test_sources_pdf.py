"""PDF pages come out as the paragraphs, columns and tables they were set from."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from tests.vanban.make_papers import make_paper
from thidua.vanban.reading import understand
from thidua.vanban.sources import load
from thidua.vanban.structure import SourceLine
from thidua.vanban.writing import write_docx, write_pdf
from thidua.vanban.writing.font_widths import FONT_FOLDER

PAGE = """
#set page(paper: "a4", margin: (top: 2cm, bottom: 2cm, left: 3cm, right: 1.5cm))
#set text(font: "Liberation Serif", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.6em, spacing: 1.1em, first-line-indent: (amount: 1.27cm, all: true))
"""
HEADING = """
#grid(columns: (6.5cm, 1fr), align: center, text(12pt)[UBND TỈNH SƠN LA \\ *VĂN PHÒNG*],
  [#text(13pt)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*] \\ *Độc lập - Tự do - Hạnh phúc*],
  text(13pt)[#v(6pt) Số: 12/KH-VPUB], [#v(7pt) _Sơn La, ngày 05 tháng 4 năm 2024_])
"""
LONG = (
    "Nâng cao vai trò, trách nhiệm của các phòng, ban, đơn vị sự nghiệp thuộc Văn phòng trong công tác phòng chống " * 3
)


def lines_of(tmp_path: Path, source: str, page: str = PAGE) -> list[SourceLine]:
    """Set a page with typst and read it."""
    (tmp_path / "a.typ").write_text(page + source, encoding="utf-8")
    typst.compile(
        tmp_path / "a.typ", output=tmp_path / "a.pdf", font_paths=[str(FONT_FOLDER)], ignore_system_fonts=True
    )
    return load(tmp_path / "a.pdf")


def content(tmp_path: Path, source: str, page: str = PAGE) -> list[str | list[str]]:
    return [line.text if line.cells is None else line.cells for line in lines_of(tmp_path, source, page)]


def test_wrapped_lines_become_paragraphs(tmp_path: Path) -> None:
    assert content(tmp_path, f"{LONG}.\n\n1. Mục đích\n\n{LONG}\n\n- Một\n\n- Hai".replace("\n\n- ", "\n\n\\- ")) == [
        f"{LONG.strip()} .",
        "1. Mục đích",
        LONG.strip(),
        "- Một",
        "- Hai",
    ]


@pytest.mark.parametrize(
    "setting",
    [
        "#set par(first-line-indent: 0pt)",
        "#set par(spacing: 0.6em)",
        "#set par(justify: false)",
        "#set par(leading: 1em, spacing: 1.4em)",
        "#set text(size: 11pt)",
    ],
)
def test_paragraphs_in_other_settings(tmp_path: Path, setting: str) -> None:
    expected = [LONG.strip(), f"Hai. {LONG.strip()}", "Ngắn.", f"Bốn. {LONG.strip()}"]
    assert content(tmp_path, "\n\n".join(expected), PAGE + setting + "\n") == expected


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    numbered = PAGE.replace("#set page(", '#set page(numbering: "1", number-align: center + top, ')
    expected = [f"{number}. {LONG.strip()}" for number in range(1, 21)]
    assert content(tmp_path, "\n\n".join(expected).replace(". N", "\\. N"), numbered) == expected


def test_running_titles_are_left_out(tmp_path: Path) -> None:
    running = PAGE.replace("#set page(", "#set page(header: [Kế hoạch số 12, trang #context here().page()], ")
    source = "\n#pagebreak()\n".join(f"Trang của phần {word}." for word in ["một", "hai", "ba"])
    assert content(tmp_path, source, running) == [f"Trang của phần {word}." for word in ["một", "hai", "ba"]]


def test_items_with_hanging_indent(tmp_path: Path) -> None:
    source = "#set par(first-line-indent: 0pt, hanging-indent: 1cm)\n"
    expected = [f"a) {LONG.strip()}", f"b) {LONG.strip()}"]
    assert content(tmp_path, source + "\n\n".join(expected)) == expected


def test_the_heading_columns_are_cells(tmp_path: Path) -> None:
    assert content(tmp_path, HEADING + "\n#align(center)[*KẾ HOẠCH*]\n\n" + LONG) == [
        ["UBND TỈNH SƠN LA\nVĂN PHÒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
        ["Số: 12/KH-VPUB", "Sơn La, ngày 05 tháng 4 năm 2024"],
        "KẾ HOẠCH",
        LONG.strip(),
    ]


def test_heading_columns_that_nearly_touch(tmp_path: Path) -> None:
    tight = HEADING.replace("6.5cm", "7.02cm").replace("UBND TỈNH SƠN LA", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK")
    assert content(tmp_path, tight)[0] == [
        "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK\nVĂN PHÒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    ]


def test_the_subject_of_a_letter_stays_under_its_number(tmp_path: Path) -> None:
    letter = HEADING.replace("Số: 12/KH-VPUB", "Số: 12/VPUB-NC \\ V/v báo cáo kết quả \\ phong trào thi đua")
    assert content(tmp_path, letter + "\n#align(center)[Kính gửi: Các phòng, ban.]\n\n" + LONG)[1:] == [
        ["Số: 12/VPUB-NC\nV/v báo cáo kết quả\nphong trào thi đua", "Sơn La, ngày 05 tháng 4 năm 2024"],
        "Kính gửi: Các phòng, ban.",
        LONG.strip(),
    ]


def test_a_number_and_day_left_blank(tmp_path: Path) -> None:
    blank = HEADING.replace("Số: 12/", "Số:#h(1.2cm)/").replace("ngày 05", "ngày#h(1cm)")
    assert content(tmp_path, blank)[1] == ["Số: /KH-VPUB", "Sơn La, ngày tháng 4 năm 2024"]


def test_a_nation_centred_over_the_page_is_no_column(tmp_path: Path) -> None:
    source = "#align(center)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]\n\n#align(center)[*BIÊN BẢN*]\n\n" + LONG
    assert content(tmp_path, source) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BIÊN BẢN", LONG.strip()]


def test_recipients_and_signature_are_cells(tmp_path: Path) -> None:
    source = """
#grid(columns: (1fr, 1fr), text(11pt)[#set par(first-line-indent: 0pt)
*_Nơi nhận:_* \\ \\- Sở Nội vụ; \\ \\- Các phòng, ban, đơn vị sự nghiệp trực thuộc Văn phòng Ủy ban nhân dân tỉnh; \\
\\- Lưu: VT.], align(center)[*TM. ỦY BAN NHÂN DÂN* \\ *CHỦ TỊCH* #v(2cm) *Trần Văn An*])
"""
    assert content(tmp_path, f"{LONG}\n{source}") == [
        LONG.strip(),
        [
            "Nơi nhận:\n- Sở Nội vụ;\n"
            "- Các phòng, ban, đơn vị sự nghiệp trực thuộc Văn phòng Ủy ban nhân dân tỉnh;\n- Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn An",
        ],
    ]


def test_ruled_tables_are_rows_of_cells_also_merged_ones(tmp_path: Path) -> None:
    source = f"""Trước bảng.
#table(columns: (1cm, 1fr, 3cm), table.cell(rowspan: 2)[TT], table.cell(colspan: 2)[Nội dung và thời hạn],
  [{LONG[:109]}], [Quý I], [1], [Việc một], [20/11])
Sau bảng."""
    assert content(tmp_path, source) == [
        "Trước bảng.",
        ["TT", "Nội dung và thời hạn"],
        ["", LONG[:109].strip(), "Quý I"],
        ["1", "Việc một", "20/11"],
        "Sau bảng.",
    ]


def test_footnotes_are_marked_and_do_not_cut_a_paragraph(tmp_path: Path) -> None:
    source = f"#set footnote.entry(gap: 0.5em)\n{LONG}#footnote[Theo Nghị định 30.] {LONG * 12}"
    lines = lines_of(tmp_path, source)
    assert [(line.text, line.hint) for line in lines] == [
        (f"{LONG.strip()}1 {LONG * 12}".strip(), None),
        ("1Theo Nghị định 30.", "footnote"),
    ]


def test_a_landscape_appendix_has_margins_of_its_own(tmp_path: Path) -> None:
    source = f"{LONG}\n\nHai.\n#set page(flipped: true)\n{LONG}\n\nBa."
    assert content(tmp_path, source) == [LONG.strip(), "Hai.", LONG.strip(), "Ba."]


@pytest.mark.parametrize("seed", range(12))
def test_a_written_paper_reads_the_same_from_pdf_and_word(tmp_path: Path, seed: int) -> None:
    paper = make_paper(seed)
    (tmp_path / "a.pdf").write_bytes(write_pdf(paper))
    (tmp_path / "a.docx").write_bytes(write_docx(paper))
    from_pdf, from_word = understand(load(tmp_path / "a.pdf")), understand(load(tmp_path / "a.docx"))
    assert from_pdf.paper == from_word.paper
    assert [item.label for item in from_pdf.outline] == [item.label for item in from_word.outline]
