"""The paper as plain content: bases and opening paragraphs, body blocks, appendices."""

from __future__ import annotations

import re

from thidua.vanban.reading.outline import outline_of
from thidua.vanban.reading.paragraphs import Paragraph
from thidua.vanban.reading.regions import Annex
from thidua.vanban.structure import Appendix, Block, Paper

FIRST_BASIS = re.compile(r"(?:[-–*•]\s*)?(?:Căn cứ|Xét|Theo đề nghị|Theo )")
DECIDES = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|QUYẾT ĐỊNH BAN HÀNH|CHỈ THỊ)\s*:?\s*$")
END_MARK = re.compile(r"\s*(?:\./\.?|/\.)\s*$")
AS_FOLLOWS = re.compile(
    r"(?:như sau|sau đây|dưới đây|nội dung sau|cụ thể sau|nội dung cụ thể|cụ thể)\s*[:;.,]?\s*$|:\s*$"
)


def split_opening(body: list[Paragraph], paper: Paper) -> tuple[list[Paragraph], list[Paragraph]]:
    """Divide the body into the paragraphs before the first item and the rest; fill bases and opening of the paper."""
    first = next((index for index, item in enumerate(body) if item.label is not None and not item.quoted), len(body))
    stop = first
    for index, paragraph in enumerate(body[:first]):
        if paragraph.cells is not None:
            stop = index
            break
        if _carried_on(body, index, first):
            continue
        if AS_FOLLOWS.search(paragraph.text) and not FIRST_BASIS.match(paragraph.text):
            stop = index + 1
            if index + 1 < first and DECIDES.match(body[index + 1].text):
                stop += 1
            break
        if DECIDES.match(paragraph.text):
            stop = index + 1
            break
    else:
        if first == len(body):
            # No item and no "như sau:": only the leading "Căn cứ" lines are an opening.
            stop = next((i for i, item in enumerate(body) if not FIRST_BASIS.match(item.text)), len(body))
    opening = body[:stop]
    for paragraph in opening:
        text = paragraph.text
        if DECIDES.match(text):
            continue
        if FIRST_BASIS.match(text) and not AS_FOLLOWS.search(text) and not paper.opening:
            paper.bases.append(text.strip().rstrip(" ;.,"))
        else:
            paper.opening.append(text)
    return opening, body[stop:]


def _carried_on(body: list[Paragraph], index: int, first: int) -> bool:
    """Say whether a later paragraph before the first item still gives grounds and leads in ("..., cụ thể như sau:")."""
    return any(
        re.match(r"(?:Trên cơ sở|Căn cứ|Thực hiện|Xét|Theo )", later.text) and AS_FOLLOWS.search(later.text)
        for later in body[index + 1 : min(first, index + 4)]
    )


def blocks_of(paragraphs: list[Paragraph]) -> list[Block]:
    """Turn paragraphs into blocks: headings with their level, bullets, tables row by row, plain text."""
    outline = outline_of(paragraphs)
    levels = {id(owned[0]): item.level for item, owned in zip(outline.items, outline.owned, strict=True)}
    blocks: list[Block] = []
    last: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.cells is not None:
            if blocks and blocks[-1].kind == "table" and last is not None and last.cells is not None:
                # The heading row printed again on the next page is no row of its own.
                if paragraph.cells != blocks[-1].rows[0]:
                    blocks[-1].rows.append(paragraph.cells)
            else:
                blocks.append(Block("table", rows=[paragraph.cells]))
        elif id(paragraph) in levels and paragraph.label is not None:
            blocks.append(Block("heading", paragraph.body, paragraph.label.printed, levels[id(paragraph)]))
        elif paragraph.bullet:
            blocks.append(Block("bullet", paragraph.body, "+" if paragraph.bullet.startswith("+") else ""))
        else:
            blocks.append(Block("paragraph", paragraph.text))
        last = paragraph
    return blocks


def drop_end_mark(paper: Paper) -> None:
    """End the last sentence of the body with "." instead of "./.": the mark closes the document, not the sentence."""
    if paper.blocks:
        paper.blocks[-1].text = END_MARK.sub(".", paper.blocks[-1].text)
    elif paper.opening:
        paper.opening[-1] = END_MARK.sub(".", paper.opening[-1])


def appendix_of(annex: Annex, paragraphs: list[Paragraph]) -> Appendix:
    """Return the appendix as plain content."""
    kind_in_title = annex.title and annex.title[0].text.startswith(annex.label)
    title = " ".join(line.text for line in annex.title)
    if kind_in_title:
        title = title[len(annex.label) :].strip()
    return Appendix(annex.label, title, blocks_of(paragraphs))
