"""OpenDocument texts: list numbers from styles, deletions, notes, tables, blanks, boxes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from thidua.vanban.sources import load
from thidua.vanban.structure import SourceLine

ADDRESSES = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
}
ADDRESSES["loext"] = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
NAMES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in ADDRESSES.items())
PLAN = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
    '<text:list-level-style-number text:level="4" style:num-format="a" style:num-suffix=")" text:start-value="3"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="+"/></text:list-style>'
)


def read_body(tmp_path: Path, body: str, automatic: str = "", common: str = "") -> list[SourceLine]:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles {NAMES}><office:styles>{common}</office:styles></office:document-styles>",
        )
    return load(tmp_path / "a.odt")


def texts(tmp_path: Path, body: str, automatic: str = "", common: str = "") -> list[str]:
    return [line.text for line in read_body(tmp_path, body, automatic, common)]


def item(*inside: str, attributes: str = "") -> str:
    return f"<text:list-item {attributes}>{''.join(inside)}</text:list-item>"


def listing(*items: str, attributes: str = "") -> str:
    return f"<text:list {attributes}>{''.join(items)}</text:list>"


def p(text: str, attributes: str = "") -> str:
    return f"<text:p {attributes}>{text}</text:p>"


def test_levels_restart_and_show_those_above(tmp_path: Path) -> None:
    sub = listing(item(p("Mục đích"), listing(item(p("Chung")), item(p("Riêng")))), item(p("Yêu cầu"), p("Câu thêm.")))
    body = listing(
        item(p("MỤC ĐÍCH"), sub), item(p("NỘI DUNG"), listing(item(p("Một")))), attributes='text:style-name="L1"'
    )
    lines = read_body(tmp_path, body, PLAN)
    assert [line.text for line in lines] == [
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "1.1. Chung",
        "1.2. Riêng",
        "2. Yêu cầu",
        "Câu thêm.",
        "II. NỘI DUNG",
        "1. Một",
    ]
    assert [line.label for line in lines] == ["I.", "1.", "1.1.", "1.2.", "2.", None, "II.", "1."]


def test_lists_start_again_or_go_on_as_they_say(tmp_path: Path) -> None:
    style = 'text:style-name="L1"'
    body = (
        listing(item(p("a")), item(p("b")), attributes=f'{style} xml:id="x1"')
        + p("Giữa")
        + listing(item(p("c")), attributes=f'{style} text:continue-numbering="true"')
        + listing(item(p("d")), attributes=style)
        + listing(item(p("e")), attributes=f'{style} text:continue-list="x1"')
        + listing(item(p("f"), attributes='text:start-value="9"'), attributes=style)
    )
    assert texts(tmp_path, body, PLAN) == ["I. a", "II. b", "Giữa", "III. c", "I. d", "IV. e", "IX. f"]


def test_a_list_goes_on_from_the_last_of_its_style_though_another_stood_between(tmp_path: Path) -> None:
    deep = listing(item(listing(item(p("b")))), attributes='text:style-name="L1" text:continue-numbering="true"')
    body = (
        listing(item(p("a")), attributes='text:style-name="L1" xml:id="x1"')
        + listing(item(p("gạch")), attributes='text:style-name="L2"')
        + deep
        + listing(item(p("c")), attributes='text:style-name="L1" text:continue-list="x1"')
    )
    assert texts(tmp_path, body, PLAN) == ["I. a", "- gạch", "1. b", "II. c"]


def test_a_list_goes_on_from_an_inner_list(tmp_path: Path) -> None:
    style = 'text:style-name="L1"'
    inner = listing(item(p("b")), attributes='xml:id="x2"')
    later = listing(item(listing(item(p("d")))), attributes=f'{style} text:continue-list="x2"')
    body = listing(item(p("a"), inner), attributes=style) + listing(item(p("c")), attributes=style) + later
    assert texts(tmp_path, body, PLAN) == ["I. a", "1. b", "I. c", "2. d"]


def test_start_values_bullets_and_headers_of_lists(tmp_path: Path) -> None:
    deep = listing(
        item(listing(item(listing(item(listing(item(p("Ba")), item(p("Bốn")))))))), attributes='text:style-name="L1"'
    )
    bullets = listing(item(p("Chấm"), listing(item(p("Cộng")))), attributes='text:style-name="L2"')
    header = listing(
        f"<text:list-header>{p('Đầu')}</text:list-header>", item(p("Một")), attributes='text:style-name="L1"'
    )
    assert texts(tmp_path, deep + bullets + header, PLAN) == ["c) Ba", "d) Bốn", "- Chấm", "+ Cộng", "Đầu", "I. Một"]


def test_newer_number_patterns_and_styles_that_bring_their_list(tmp_path: Path) -> None:
    common = (
        '<text:list-style style:name="W1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'loext:num-list-format="Điều %1%."/></text:list-style>'
        '<style:style style:name="Dieu" style:family="paragraph" style:list-style-name="W1"/>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Dieu"/>'
    )
    body = listing(item(p("Phạm vi", 'text:style-name="P1"')), item(p("Đối tượng", 'text:style-name="P1"')))
    assert texts(tmp_path, body, common=common) == ["Điều 1. Phạm vi", "Điều 2. Đối tượng"]


def test_headings_numbered_by_the_outline(tmp_path: Path) -> None:
    common = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    body = "".join(
        f'<text:h text:outline-level="{level}">{text}</text:h>' for level, text in [(1, "A"), (2, "B"), (1, "C")]
    )
    assert texts(tmp_path, body, common=common) == ["I. A", "B", "II. C"]


def test_what_is_no_text_is_left_out(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + p(
            'Văn<text:change text:change-id="1"/> bản<text:note><text:note-body>'
            "<text:p>chú thích</text:p></text:note-body></text:note>"
            "<office:annotation><text:p>ghi chú</text:p></office:annotation> này"
        )
        + "<text:table-of-content><text:index-body><text:p>I. A 1</text:p></text:index-body></text:table-of-content>"
        + f"<text:section>{p('Hai')}</text:section>"
    )
    assert texts(tmp_path, body) == ["Văn bản này", "Hai"]


def test_blanks_breaks_spans_and_capitals(tmp_path: Path) -> None:
    automatic = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties fo:text-transform="uppercase"/></style:style>'
    )
    body = p(
        'Số:<text:s text:c="12"/>/KH<text:line-break/>kế\n   hoạch <text:span text:style-name="T1">năm</text:span>'
        "<text:tab/><text:a>2024</text:a>"
    )
    lines = read_body(tmp_path, body, automatic)
    assert [(line.text, line.cells) for line in lines] == [("Số: /KH", None), ("kế hoạch NĂM 2024", None)]


def test_tables_and_boxes(tmp_path: Path) -> None:
    def cell(text: str) -> str:
        return f"<table:table-cell>{p(text)}</table:table-cell>"

    inner = f"<table:table><table:table-row>{cell('c')}{cell('d')}</table:table-row></table:table>"
    box = f"<draw:frame><draw:text-box>{p('DỰ THẢO')}</draw:text-box></draw:frame>"
    body = (
        f"<table:table><table:table-header-rows><table:table-row>{cell('a')}{cell('b')}</table:table-row>"
        f"</table:table-header-rows><table:table-row><table:table-cell>{inner}</table:table-cell>"
        f"<table:covered-table-cell/>{cell('e')}</table:table-row></table:table>"
        f"<table:table><table:table-row>{cell('khung')}</table:table-row></table:table>" + p(f"Đoạn{box}")
    )
    assert [(line.text, line.cells, line.hint) for line in read_body(tmp_path, body)] == [
        ("| a | b |", ["a", "b"], None),
        ("| c d | e |", ["c\nd", "e"], None),
        ("khung", None, None),
        ("Đoạn", None, None),
        ("DỰ THẢO", None, "textbox"),
    ]
