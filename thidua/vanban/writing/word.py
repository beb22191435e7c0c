"""Writes a paper as an editable Word file (.docx) laid out per Nghị định 30/2020."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from xml.sax.saxutils import escape

from thidua.vanban.structure import Paper
from thidua.vanban.writing import dimensions as dim
from thidua.vanban.writing import wording
from thidua.vanban.writing.font_widths import text_width
from thidua.vanban.writing.numbering import BULLETS, Numbering
from thidua.vanban.writing.sheet import AppendixSheet, Line, Sheet, lay_out
from thidua.vanban.writing.word_pieces import paragraph, row, rule, run, section, table
from thidua.vanban.writing.word_styles import (
    HEAD,
    NAMESPACES,
    R,
    font_table_xml,
    header_xml,
    settings_xml,
    styles_xml,
    twips,
)

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("numbering", "numbering.xml"),
    "rId3": ("settings", "settings.xml"),
    "rId4": ("header", "header1.xml"),
    "rId5": ("header", "header2.xml"),
    "rId6": ("fontTable", "fontTable.xml"),
}
_STYLE_OF = {"division": "Division", "article": "Article", "point": "Point", "paragraph": "Text", "bullet": "Bullet"}
_MOTTO_RULE = text_width(wording.MOTTO, dim.MOTTO_SIZE, bold=True)


def write_docx(paper: Paper) -> bytes:
    """Lay a paper out as a Word file with named styles and automatic numbering; equal papers give equal bytes."""
    sheet = lay_out(paper)
    numbering = Numbering()
    body = _document(sheet, numbering)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in _fixed_parts().items():
            _add(archive, name, content)
        _add(archive, "docProps/core.xml", _core(sheet.name))
        _add(archive, "word/numbering.xml", f"{HEAD}<w:numbering {NAMESPACES}>{numbering.xml()}</w:numbering>")
        _add(archive, "word/document.xml", f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: str) -> None:
    # A fixed date: the archive must not differ from one second to the next.
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content.encode())


@cache
def _fixed_parts() -> dict[str, str]:
    """Return the parts that are the same in every document."""
    kinds = {"styles": "styles", "numbering": "numbering", "settings": "settings", "header": "header"}
    kinds["fontTable"] = "fontTable"
    overrides = "".join(
        f'<Override PartName="/word/{target}" ContentType="{_WORD_TYPE}.{kinds[kind]}+xml"/>'
        for kind, target in _PARTS.values()
    )
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>' for name, (kind, target) in _PARTS.items()
    )
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        "</Relationships>",
        "word/styles.xml": styles_xml(),
        "word/settings.xml": settings_xml(),
        "word/fontTable.xml": font_table_xml(),
        "word/header1.xml": header_xml(numbered=True),
        "word/header2.xml": header_xml(numbered=False),
    }


def _core(name: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(name)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _document(sheet: Sheet, numbering: Numbering) -> str:
    parts = [_letterhead(sheet), _opening(sheet)]
    parts += _body(sheet.lines, numbering, before_signature=True)
    parts.append(_signature(sheet))
    restart = False
    landscape = False
    for appendix in sheet.appendices:
        # The section that ends here; its properties sit in the last paragraph before the new page.
        parts.append(paragraph("Gap", section=section(landscape=landscape, restart=restart)))
        parts += _appendix(appendix, numbering)
        restart, landscape = True, appendix.landscape
    if not sheet.appendices:
        parts.append(paragraph("Gap"))
    parts.append(section(landscape=landscape, restart=restart))
    return "".join(parts)


def _letterhead(sheet: Sheet) -> str:
    """Return the two columns at the head: agencies, number and "V/v" left; motto, place and date right."""
    widths = list(sheet.columns)
    left = paragraph("Parent", run("\n".join(sheet.parent))) if sheet.parent else ""
    if sheet.agency:
        left += paragraph("Agency", run("\n".join(sheet.agency))) + rule(sheet.agency_rule, widths[0])
    right = paragraph("Nation", run(wording.NATION)) + paragraph("Motto", run(wording.MOTTO))
    right += rule(_MOTTO_RULE, widths[1])
    number = paragraph("Number", run(sheet.number))
    if sheet.subject:
        number += paragraph("Subject", run("\n".join(sheet.subject)))
    date = paragraph("Date", run(sheet.date))
    return table([row([left or paragraph("Parent"), right], widths), row([number, date], widths)], widths)


def _opening(sheet: Sheet) -> str:
    """Return everything between the heading and the first numbered item."""
    parts = []
    if sheet.doc_type:
        parts.append(paragraph("DocType", run(sheet.doc_type)))
        if sheet.title:
            parts.append(paragraph("Title", run("\n".join(sheet.title))))
        parts.append(rule(sheet.title_rule, dim.TEXT_WIDTH, after=8, keep=True))
    if sheet.decided_by:
        parts.append(paragraph("Decider", run(sheet.decided_by)))
    if len(sheet.addressees) == 1:
        parts.append(paragraph("Addressee", run(f"Kính gửi: {sheet.addressees[0]}")))
    elif sheet.addressees:
        indent = f'w:left="{twips(dim.ADDRESSEE_INDENT)}" w:firstLine="0"'
        parts.append(
            paragraph(
                "Addressee",
                run("Kính gửi:"),
                keep=True,
                spacing='w:before="240" w:after="0"',
                indent=indent,
                align="left",
            )
        )
        parts += [paragraph("AddresseeList", run(name)) for name in sheet.addressees]
        parts.append(paragraph("Gap", spacing='w:before="120"'))
    parts += [paragraph("Basis", run(base)) for base in sheet.bases]
    last = len(sheet.opening) - 1 if not sheet.lines and not sheet.decision else -1
    parts += [paragraph("Text", run(text), keep=at == last) for at, text in enumerate(sheet.opening)]
    if sheet.decision:
        parts.append(paragraph("Decision", run(sheet.decision)))
    return "".join(parts)


def _body(lines: list[Line], numbering: Numbering, *, before_signature: bool = False) -> list[str]:
    parts = []
    places = numbering.number(lines)
    for index, (line, place) in enumerate(zip(lines, places, strict=True)):
        last = before_signature and index == len(lines) - 1
        if line.look == "table":
            # Two tables that touch become one in Word: each stands between gaps.
            parts += [paragraph("Gap", spacing='w:before="80"', keep=True), _grid(line), paragraph("Gap", keep=last)]
        else:
            parts.append(_line(line, place, keep=last))
    return parts


def _line(line: Line, place: tuple[int, int] | None, *, keep: bool) -> str:
    if line.look == "bullet":
        return paragraph("Bullet", run(line.text), place=(BULLETS, 1 if line.mark == "+" else 0), keep=keep)
    if line.look == "paragraph" or line.label is None:
        return paragraph("Text", run(line.text), keep=keep)
    style = _STYLE_OF.get(line.look, "Clause")
    if line.look in ("part", "clause") and line.titled:
        style = "Part" if line.look == "part" else "ClauseTitle"
    named = line.titled or line.look == "article"
    gap = "\n" if line.look == "division" else " "
    typed = "" if place else run(line.mark + (gap if line.text else ""))
    text = ("\n" if line.look == "division" and place and line.text else "") + line.text
    return paragraph(
        style,
        typed + (run(text, bold=line.look == "article" and line.titled) if text else ""),
        place=place,
        keep=keep or line.titled,
        outline=min(line.level, 9) - 1 if named else None,
    )


def _grid(line: Line) -> str:
    """Return a table of the body: the head row bold and repeated, narrow columns centred."""
    size = dim.table_size(len(line.widths))
    rows = []
    for index, cells in enumerate(line.rows):
        style = "Cell" if index else "CellHead"
        content = [
            paragraph(style, run(cell, size=size), align="center" if index and line.is_short(column) else "")
            for column, cell in enumerate(cells)
        ]
        # The last cell of a short row runs on to the right edge.
        last = len(cells) - 1
        widths = [*line.widths[:last], sum(line.widths[last:])]
        span, whole = len(line.widths) - last, not line.is_tall(cells)
        rows.append(row(content, widths, span=span, head=index == 0, middle=True, whole=whole))
    return table(rows, line.widths, grid=True)


def _signature(sheet: Sheet) -> str:
    """Return "Nơi nhận" and the signature side by side, in one row that stays with the end of the body."""
    left = paragraph("RecipientsHead", run("Nơi nhận:")) if sheet.recipients else paragraph("RecipientsHead")
    left += "".join(paragraph("Recipients", run(line)) for line in sheet.recipients)
    right = "".join(paragraph("Authority", run(line)) for line in (*sheet.authority, *sheet.position))
    room = round(dim.SIGNATURE_ROOM / 25.4 * 1440)
    right += paragraph("Signer", run(sheet.signer) if sheet.signer else "", spacing=f'w:before="{room}" w:after="0"')
    widths = [dim.SIGNATURE_LEFT, dim.SIGNATURE_RIGHT]
    gap = paragraph("Gap", keep=True, spacing='w:before="120"')
    return gap + table([row([left, right], widths)], widths)


def _appendix(appendix: AppendixSheet, numbering: Numbering) -> list[str]:
    parts = [paragraph("Appendix", run(appendix.label), outline=0)]
    if appendix.title:
        parts.append(paragraph("AppendixTitle", run("\n".join(appendix.title))))
    parts.append(paragraph("Attached", run(appendix.attached, size=appendix.attached_size)))
    width = dim.TEXT_WIDTH + (dim.PAGE_HEIGHT - dim.PAGE_WIDTH) * appendix.landscape
    parts.append(rule(appendix.attached_rule, width, after=8))
    return parts + _body(appendix.lines, numbering)
