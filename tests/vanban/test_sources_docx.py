"""What of a Word file is text and what is not: changes, fields, boxes, tables, breaks, symbols, capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua.vanban.sources import load
from thidua.vanban.structure import SourceLine

from .word_files import NAMESPACES, abstract, level, num, para, run, table, write_word


def read_body(tmp_path: Path, body: str, **parts: str) -> list[SourceLine]:
    return load(write_word(tmp_path / "a.docx", body, **parts))


def texts(tmp_path: Path, body: str, **parts: str) -> list[str]:
    return [line.text for line in read_body(tmp_path, body, **parts)]


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    body = para(
        raw=run("trước ngày ")
        + f'<w:del w:id="1"><w:r><w:delText>15/11</w:delText></w:r></w:del><w:ins w:id="2">{run("20/11")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run(" cũ")}</w:moveFrom><w:moveTo w:id="4">{run(" hằng năm")}</w:moveTo>'
    )
    assert texts(tmp_path, body) == ["trước ngày 20/11 hằng năm"]


def test_a_deleted_paragraph_mark_joins_the_next_paragraph_and_does_not_count(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>'
    gone = f'<w:p><w:pPr>{numbered}</w:pPr><w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>'
    joined = f"<w:p><w:pPr>{numbered}</w:pPr>{run('Báo cáo ')}</w:p>"
    body = para("A", list_id=1, level=0) + gone + joined + para("tháng", list_id=1, level=0)
    assert texts(tmp_path, body, numbering=numbering) == ["1. A", "2. Báo cáo tháng"]


def test_deleted_rows_and_cells_are_left_out(tmp_path: Path) -> None:
    def cell(text: str, mark: str = "") -> str:
        return f"<w:tc><w:tcPr>{mark}</w:tcPr>{para(text)}</w:tc>"

    taken = cell("c", '<w:cellDel w:id="1"/>')
    body = (
        f"<w:tbl><w:tr>{cell('a')}{cell('b')}{taken}</w:tr>"
        f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell("d")}{cell("e")}</w:tr></w:tbl>'
    )
    assert [line.cells for line in read_body(tmp_path, body)] == [["a", "b"]]


def test_field_codes_are_dropped_and_their_results_kept(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "dd" </w:instrText></w:r>'
        + run("rác")
        + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("20")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = para(raw=run("ngày ") + field + run(" tháng ") + f'<w:fldSimple w:instr=" DATE ">{run("11")}</w:fldSimple>')
    assert texts(tmp_path, body) == ["ngày 20 tháng 11"]


def test_a_table_of_contents_does_not_repeat_the_headings(tmp_path: Path) -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    body = (
        para(raw=begin + run("I. MỤC ĐÍCH 1"))
        + para("II. NỘI DUNG 2")
        + para(raw='<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + para("I. MỤC ĐÍCH")
    )
    assert [text for text in texts(tmp_path, body) if text] == ["I. MỤC ĐÍCH"]


def test_hyperlinks_smart_tags_and_content_controls_are_text(tmp_path: Path) -> None:
    inline = (
        f'<w:hyperlink r:id="x">{run("Cổng ")}</w:hyperlink><w:smartTag>{run("Thông ")}</w:smartTag>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('tin')}</w:sdtContent></w:sdt>"
    )
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{para(raw=inline)}{para('Hai')}</w:sdtContent></w:sdt>"
    assert texts(tmp_path, body) == ["Cổng Thông tin", "Hai"]


def test_breaks_tabs_hyphens_and_symbols(tmp_path: Path) -> None:
    body = para(
        raw="<w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Kỳ</w:t><w:tab/><w:t>2024</w:t><w:noBreakHyphen/><w:t>20</w:t>"
        '<w:softHyphen/><w:t>25</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t>'
        '<w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    )
    lines = read_body(tmp_path, body)
    assert [line.text for line in lines] == ["KẾ HOẠCH", "| Kỳ | 2024-2025≥5☒ |"]
    assert lines[1].cells == ["Kỳ", "2024-2025≥5☒"]


def test_notes_comments_hidden_text_and_properties_are_no_text(tmp_path: Path) -> None:
    body = para(
        raw=run("Văn bản")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
        + run("ẩn", "<w:vanish/>")
        + run(" rõ", '<w:vanish w:val="0"/>')
    )
    assert texts(tmp_path, body) == ["Văn bản rõ"]


def test_capitals_made_by_formatting_are_capitals(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Ten"><w:rPr><w:caps/></w:rPr></w:style>'
    styles += '<w:style w:type="character" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>'
    body = (
        para("Kế hoạch", style="Ten")
        + para(raw=run("mục ", "<w:caps/>") + run("đích, ", '<w:rStyle w:val="Hoa"/>') + run("yêu cầu"))
        + para(style="Ten", raw=run("Không", '<w:caps w:val="false"/>'))
    )
    assert texts(tmp_path, body, styles=styles) == ["KẾ HOẠCH", "MỤC ĐÍCH, yêu cầu", "Không"]


def box(text: str) -> str:
    """A text box the way Word writes it: twice, as a shape and as its old form."""
    inside = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    lines = read_body(tmp_path, para("KẾ HOẠCH", raw=box("DỰ THẢO")) + para("Năm 2024"))
    assert [(line.text, line.hint) for line in lines] == [
        ("KẾ HOẠCH", None),
        ("DỰ THẢO", "textbox"),
        ("Năm 2024", None),
    ]


def test_a_text_box_holding_a_head_of_the_document_counts_as_body(tmp_path: Path) -> None:
    lines = read_body(tmp_path, para(raw=box("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) + para("Năm 2024"))
    assert [(line.text, line.hint) for line in lines] == [
        ("", None),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None),
        ("Năm 2024", None),
    ]


def test_an_old_text_box_alone_is_read(tmp_path: Path) -> None:
    inside = f"<w:txbxContent>{para('MẬT')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"
    assert [(line.text, line.hint) for line in read_body(tmp_path, para("A", raw=old))] == [
        ("A", None),
        ("MẬT", "textbox"),
    ]


def test_heading_tables_become_rows_of_cells(tmp_path: Path) -> None:
    body = table(
        [["UBND TỈNH SƠN LA", "VĂN PHÒNG"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]],
        [["Số: 12/KH-VPUB"], ["Sơn La, ngày 05 tháng 4 năm 2024"]],
    )
    lines = read_body(tmp_path, body)
    assert [line.cells for line in lines] == [
        ["UBND TỈNH SƠN LA\nVĂN PHÒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
        ["Số: 12/KH-VPUB", "Sơn La, ngày 05 tháng 4 năm 2024"],
    ]
    assert lines[1].text == "| Số: 12/KH-VPUB | Sơn La, ngày 05 tháng 4 năm 2024 |"


def test_a_one_column_table_is_a_frame_and_a_nested_table_is_read_in_its_cell(tmp_path: Path) -> None:
    lines = read_body(tmp_path, table([["I. MỤC ĐÍCH", "Nội dung"]]))
    assert [(line.text, line.cells) for line in lines] == [("I. MỤC ĐÍCH", None), ("Nội dung", None)]
    inner = para("a") + table([["b"], ["c"]]) + para("d")
    nested = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{para('e')}</w:tc></w:tr></w:tbl>"
    assert [line.cells for line in read_body(tmp_path, nested)] == [["a\nb\nc\nd", "e"]]


def test_columns_set_with_tabs_or_spaces_become_cells_but_leaders_do_not(tmp_path: Path) -> None:
    body = (
        para(raw="<w:r><w:t>UBND TỈNH</w:t><w:tab/><w:tab/><w:t>CỘNG HÒA</w:t></w:r>")
        + para("VĂN PHÒNG           Độc lập")
        + para(raw="<w:r><w:t>Họ tên: ........</w:t><w:tab/><w:t>Ngày</w:t></w:r>")
        + para(raw="<w:r><w:t>1.</w:t><w:tab/><w:t>Mục  đích</w:t></w:r>")
    )
    lines = read_body(tmp_path, body)
    assert [(line.text, line.cells) for line in lines] == [
        ("| UBND TỈNH | CỘNG HÒA |", ["UBND TỈNH", "CỘNG HÒA"]),
        ("| VĂN PHÒNG | Độc lập |", ["VĂN PHÒNG", "Độc lập"]),
        ("Họ tên: ........ Ngày", None),
        ("1. Mục đích", None),
    ]


def test_a_gap_left_for_a_number_or_day_is_no_column(tmp_path: Path) -> None:
    body = para("Số:           /KH-VPUB") + para("Sơn La, ngày         tháng          năm 2024")
    body += table([["Số:           /KH-VPUB        x"], ["y"]])
    lines = read_body(tmp_path, body)
    assert [(line.text, line.cells) for line in lines[:2]] == [
        ("Số: /KH-VPUB", None),
        ("Sơn La, ngày tháng năm 2024", None),
    ]
    assert (lines[2].text, lines[2].cells) == ("| Số: /KH-VPUB x | y |", ["Số: /KH-VPUB x", "y"])


def test_text_comes_out_in_nfc_without_soft_hyphens_and_odd_spaces(tmp_path: Path) -> None:
    decomposed = "Ke\u0302\u0301 hoa\u0323ch\u00a0so\u0302\u0301\u00ad\u200b 5"
    assert texts(tmp_path, para(decomposed)) == ["Kế hoạch số 5"]


@pytest.mark.parametrize("part", ["w:header", "w:footer"])
def test_headers_and_footers_are_not_part_of_the_body(tmp_path: Path, part: str) -> None:
    document = f"<w:document {NAMESPACES}><w:body>{para('Thân')}<w:sectPr>{para('3')}</w:sectPr></w:body></w:document>"
    assert texts(tmp_path, "", document=document.replace("w:sectPr", part)) == ["Thân"]


def test_a_strict_document_is_read_like_any_other(tmp_path: Path) -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    document = f"<w:document {strict}><w:body>{para('Kế hoạch')}</w:body></w:document>"
    assert texts(tmp_path, "", document=document) == ["Kế hoạch"]
