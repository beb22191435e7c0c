"""The pieces a Word document is made of: runs, paragraphs, rules, tables and section ends, as XML text."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from thidua.vanban.writing import dimensions as dim
from thidua.vanban.writing.word_styles import twips

_BORDER = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
GRID = f"<w:tblBorders>{''.join(_BORDER.format(side=side) for side in _SIDES)}</w:tblBorders>"


def run(text: str, *, bold: bool = False, size: float = 0) -> str:
    """Return a run of text; "\\n" becomes a line break inside the paragraph."""
    look = "<w:b/><w:bCs/>" if bold else ""
    if size:
        look += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    pieces = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{pieces}</w:r>"


def paragraph(
    style: str,
    content: str = "",
    *,
    keep: bool = False,
    place: tuple[int, int] | None = None,
    border: str = "",
    spacing: str = "",
    indent: str = "",
    align: str = "",
    outline: int | None = None,
    section: str = "",
) -> str:
    """Return a paragraph of a named style; `place` is its list and level, the rest departs from the style."""
    properties = f'<w:pStyle w:val="TD{style}"/>'  # the order of what follows is fixed by the schema
    if keep:
        properties += "<w:keepNext/>"
    if place:
        properties += f'<w:numPr><w:ilvl w:val="{place[1]}"/><w:numId w:val="{place[0]}"/></w:numPr>'
    if border:
        properties += f"<w:pBdr>{border}</w:pBdr>"
    if spacing:
        properties += f"<w:spacing {spacing}/>"
    if indent:
        properties += f"<w:ind {indent}/>"
    if align:
        properties += f'<w:jc w:val="{align}"/>'
    if outline is not None:
        properties += f'<w:outlineLvl w:val="{outline}"/>'
    return f"<w:p><w:pPr>{properties}{section}</w:pPr>{content}</w:p>"


def rule(length: float, width: float, *, after: float = 0, keep: bool = False) -> str:
    """Return a solid rule of `length` centred in a column of `width` millimetres, as an empty bordered paragraph."""
    side = twips((width - length) / 2)
    thickness = round(dim.RULE_THICKNESS * 8)
    return paragraph(
        "Rule",
        keep=keep,
        border=f'<w:top w:val="single" w:sz="{thickness}" w:space="0" w:color="auto"/>',
        spacing=f'w:before="{round(dim.RULE_GAP * 20)}" w:after="{round(after * 20)}"',
        indent=f'w:left="{side}" w:right="{side}" w:firstLine="0"',
    )


def table(rows: Iterable[str], widths: list[float], *, grid: bool = False) -> str:
    """Return a table of finished rows with fixed column widths in millimetres; without `grid` it is a bare layout."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    side = twips(dim.CELL_PADDING) if grid else 0
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f"{GRID if grid else ''}"
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(
    cells: list[str],
    widths: list[float],
    *,
    span: int = 1,
    head: bool = False,
    middle: bool = False,
    whole: bool = True,
) -> str:
    """Return a row; `whole` keeps it on one page, a head row is repeated, the last cell takes `span` columns."""
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    align = '<w:vAlign w:val="center"/>' if middle else ""
    inside = ""
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True), 1):
        joined = f'<w:gridSpan w:val="{span}"/>' if span > 1 and place == len(cells) else ""
        inside += f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{joined}{align}</w:tcPr>{cell}</w:tc>'
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def section(*, landscape: bool = False, restart: bool = False) -> str:
    """Return the properties of a section: A4, margins, numbers from page 2 on, anew in an appendix."""
    width, height = twips(dim.PAGE_WIDTH), twips(dim.PAGE_HEIGHT)
    numbers = '<w:pgNumType w:start="1"/>' if restart else ""
    size = f'w:w="{height}" w:h="{width}" w:orient="landscape"' if landscape else f'w:w="{width}" w:h="{height}"'
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        f'<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="{twips(dim.MARGIN_TOP)}" w:right="{twips(dim.MARGIN_RIGHT)}" '
        f'w:bottom="{twips(dim.MARGIN_BOTTOM)}" w:left="{twips(dim.MARGIN_LEFT)}" '
        f'w:header="{twips(dim.PAGE_NUMBER_FROM_TOP)}" w:footer="{twips(dim.PAGE_NUMBER_FROM_TOP)}" w:gutter="0"/>'
        f"{numbers}<w:titlePg/></w:sectPr>"
    )
