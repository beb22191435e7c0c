"""The named styles of a written Word file ("TD Phần", "TD Khoản" ...) and its parts that are always the same."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.vanban.writing import dimensions as dim

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: sizes in points, lengths in millimetres, spacing in points."""

    id: str
    name: str
    size: float = dim.BODY_SIZE
    bold: bool = False
    italic: bool = False
    align: str = "center"
    first: float = 0.0
    left: float = 0.0
    hanging: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    next: str = ""


def _body(name_id: str, name: str, *, bold: bool = False, italic: bool = False, keep: bool = False) -> Style:
    """Return a style of the body: justified, first line indented, 6 pt before it; a title stays with what follows."""
    return Style(
        name_id, name, bold=bold, italic=italic, align="both", first=dim.FIRST_LINE, before=dim.SPACE_BETWEEN,
        keep=keep, next="Text" if keep else "",
    )  # fmt: skip


STYLES = (
    Style("Nation", "TD Quốc hiệu", dim.MOTTO_TOP_SIZE, bold=True),
    Style("Motto", "TD Tiêu ngữ", dim.MOTTO_SIZE, bold=True),
    Style("Parent", "TD Cơ quan chủ quản", dim.AGENCY_SIZE),
    Style("Agency", "TD Cơ quan ban hành", dim.AGENCY_SIZE, bold=True),
    Style("Number", "TD Số ký hiệu", dim.NUMBER_SIZE, before=6),
    Style("Subject", "TD Trích yếu công văn", dim.SUBJECT_SIZE, before=dim.SPACE_SUBJECT),
    Style("Date", "TD Địa danh thời gian", dim.DATE_SIZE, italic=True, before=6),
    Style("Rule", "TD Đường kẻ", 2),
    Style("DocType", "TD Tên loại", dim.TYPE_SIZE, bold=True, before=18, keep=True),
    Style("Title", "TD Trích yếu", dim.TITLE_SIZE, bold=True, keep=True),
    Style("Decider", "TD Thẩm quyền ban hành", bold=True, before=12, after=6, keep=True),
    Style("Decision", "TD Quyết định", bold=True, before=12, after=6, keep=True),
    Style("Addressee", "TD Kính gửi", before=12, after=12),
    Style("AddresseeList", "TD Kính gửi nhiều nơi", align="left", left=dim.ADDRESSEE_LIST_INDENT, hanging=3, before=3),
    _body("Basis", "TD Căn cứ", italic=True),
    _body("Text", "TD Nội dung"),
    _body("Bullet", "TD Gạch đầu dòng"),
    Style("Division", "TD Chương và Mục", bold=True, before=12, after=6, keep=True, next="Text"),
    _body("Part", "TD Phần", bold=True, keep=True),
    _body("Article", "TD Điều"),
    _body("Clause", "TD Khoản"),
    _body("ClauseTitle", "TD Khoản có tiêu đề", bold=True, keep=True),
    _body("Point", "TD Điểm"),
    Style("Cell", "TD Ô bảng", dim.TABLE_SIZE, align="left", before=2, after=2),
    Style("CellHead", "TD Đầu bảng", dim.TABLE_SIZE, bold=True, before=2, after=2),
    Style("RecipientsHead", "TD Nơi nhận", dim.RECIPIENTS_HEAD_SIZE, bold=True, italic=True, align="left"),
    Style("Recipients", "TD Danh sách nơi nhận", dim.RECIPIENTS_SIZE, align="left"),
    Style("Authority", "TD Quyền hạn và chức vụ", bold=True),
    Style("Signer", "TD Họ tên người ký", bold=True),
    Style("Appendix", "TD Phụ lục", bold=True, keep=True),
    Style("AppendixTitle", "TD Tên phụ lục", bold=True, keep=True),
    Style("Attached", "TD Kèm theo", italic=True, after=6, keep=True),
    Style("PageNumber", "TD Số trang", dim.PAGE_NUMBER_SIZE),
    Style("Gap", "TD Khoảng cách", 2),
)


def twips(mm: float) -> int:
    """Return millimetres in twentieths of a point, the unit of Word."""
    return round(mm / 25.4 * 1440)


def styles_xml() -> str:
    """Return styles.xml: Vietnamese, Times New Roman 14, and the styles above."""
    fonts = f'<w:rFonts w:ascii="{dim.FONT}" w:hAnsi="{dim.FONT}" w:eastAsia="{dim.FONT}" w:cs="{dim.FONT}"/>'
    size = round(dim.BODY_SIZE * 2)
    return (
        f"{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/>'
        '<w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>{"".join(map(_style, STYLES))}</w:styles>'
    )


def _style(style: Style) -> str:
    indent = f'w:left="{twips(style.left)}"'
    if style.hanging:
        indent += f' w:hanging="{twips(style.hanging)}"'
    else:
        indent += f' w:firstLine="{twips(style.first)}"'
    # The line of a rule is as thin as the rule: an exact height, or Word would give it a whole line.
    line = 'w:line="40" w:lineRule="exact"' if style.id in ("Rule", "Gap") else 'w:line="240" w:lineRule="auto"'
    size = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="TD{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{f"""<w:next w:val="TD{style.next}"/>""" if style.next else ""}<w:qFormat/><w:pPr>'
        f"{'<w:keepNext/>' if style.keep else ''}<w:widowControl/>"
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" {line}/>'
        f'<w:ind {indent}/><w:jc w:val="{style.align}"/></w:pPr>'
        f"<w:rPr>{'<w:b/><w:bCs/>' if style.bold else ''}{'<w:i/><w:iCs/>' if style.italic else ''}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def settings_xml() -> str:
    """Return settings.xml: the behaviour of a current Word (no compatibility mode)."""
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table_xml() -> str:
    """Return fontTable.xml: the one font, its family told so that a twin replaces it where it is missing."""
    return (
        f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name="{dim.FONT}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def header_xml(numbered: bool) -> str:
    """Return the header of the pages: the page number centred, or nothing on a first page."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    content = field if numbered else ""
    return f'{HEAD}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="TDPageNumber"/></w:pPr>{content}</w:p></w:hdr>'
