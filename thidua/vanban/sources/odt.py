"""OpenDocument texts (.odt) as lines: automatic numbers printed out, deletions dropped, tables as cells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from thidua.vanban.sources.limits import ENCRYPTED, open_archive, read_member
from thidua.vanban.sources.lines import clean, flat, mark_asides, row_line, text_lines
from thidua.vanban.sources.odt_lists import TEXT, Counters, OpenStyles
from thidua.vanban.sources.xml_part import parse_xml
from thidua.vanban.structure import SourceLine, UnreadableDocument

NO_BODY = "Tệp không chứa phần nội dung của văn bản OpenDocument nên không đọc được."

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_SECTIONS = {f"{TEXT}section", f"{TEXT}index-title", f"{TEXT}soft-page-break", f"{DRAW}g"}
# Notes, comments and deleted passages stand inside the text; contents repeat the headings.
_SKIPPED = {
    f"{TEXT}note",
    f"{OFFICE}annotation",
    f"{TEXT}tracked-changes",
    f"{TEXT}table-of-content",
    f"{TEXT}ruby-text",
}
_BOXES = {f"{DRAW}text-box"}
_MAX_BLANKS = 200
_MAX_COLUMNS = 200


def load_odt(path: Path) -> list[SourceLine]:
    """Read the body of an .odt file into lines; headers, footers, notes and comments are left out."""
    with open_archive(path) as archive:
        names = archive.NameToInfo
        # An encrypted text still is a zip; only its manifest says that content.xml is none.
        if "META-INF/manifest.xml" in names and b"encryption-data" in read_member(archive, "META-INF/manifest.xml"):
            raise UnreadableDocument(ENCRYPTED)
        content = parse_xml(read_member(archive, "content.xml"))
        styles = OpenStyles()
        if "styles.xml" in names:
            styles.read(parse_xml(read_member(archive, "styles.xml")))
    styles.read(content)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableDocument(NO_BODY)
    walker = _Walker(styles)
    walker.walk(body, None)
    return walker.lines


class _Walker:
    """Goes once through a document in reading order; list counters run on from part to part."""

    def __init__(self, styles: OpenStyles) -> None:
        self.lines: list[SourceLine] = []
        self._styles = styles
        self._counters = Counters(styles)
        self._boxes: list[etree._Element] = []
        self._in_cell = False

    def walk(self, container: etree._Element, hint: str | None) -> None:
        """Read the paragraphs, lists and tables of a body, section, cell or box."""
        for node in container.iterchildren():
            if node.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(node, self._heading_label(node), hint)
            elif node.tag == f"{TEXT}list":
                self._list(node, None, 0, hint)
            elif node.tag == f"{TABLE}table":
                self._table(node, hint)
            elif node.tag in _SECTIONS:
                self.walk(node, hint)
            elif node.tag not in _SKIPPED:
                self._collect_boxes(node)
                self._read_boxes(0, hint)

    def _heading_label(self, node: etree._Element) -> str | None:
        """A heading outside any list may still be numbered, by the outline of the document."""
        if node.tag != f"{TEXT}h" or node.get(f"{TEXT}is-list-header") == "true":
            return None
        level = node.get(f"{TEXT}outline-level", "1")
        return self._counters.heading_label(int(level) - 1) if level.isdecimal() and len(level) < 3 else None

    def _list(self, node: etree._Element, outer: tuple[int, str] | None, level: int, hint: str | None) -> None:
        """Read a list; `outer` is the counter and style of the list around it, which an inner one shares."""
        own_style = node.get(f"{TEXT}style-name")
        if outer is None:
            style = own_style or self._style_inside(node) or ""
            key = self._counters.open_list(
                style,
                node.get(f"{XML}id"),
                node.get(f"{TEXT}continue-list"),
                goes_on=node.get(f"{TEXT}continue-numbering") == "true",
            )
            outer = key, style
        else:
            self._counters.name_list(node.get(f"{XML}id"), outer[0])
            outer = outer[0], own_style or outer[1]
        for item in node.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            self._item(item, outer, level, hint)

    def _style_inside(self, node: etree._Element) -> str | None:
        paragraph = next(node.iter(f"{TEXT}p", f"{TEXT}h"), None)
        return None if paragraph is None else self._styles.resolved(paragraph.get(f"{TEXT}style-name")).list_style

    def _item(self, item: etree._Element, of: tuple[int, str], level: int, hint: str | None) -> None:
        start = item.get(f"{TEXT}start-value", "")
        numbered = item.tag == f"{TEXT}list-item"
        for child in item.iterchildren():
            if child.tag == f"{TEXT}list":
                self._list(child, of, level + 1, hint)
            elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                # Only the first paragraph of an item bears its number.
                value = int(start) if start.isdecimal() and len(start) < 10 else None
                label = self._counters.label(*of, level, value) if numbered else None
                numbered = False
                self._paragraph(child, label, hint)

    def _paragraph(self, node: etree._Element, label: str | None, hint: str | None) -> None:
        before = len(self._boxes)
        capitals = bool(self._styles.resolved(node.get(f"{TEXT}style-name")).capitals)
        text = clean("".join(self._inline(node, capitals))).strip()
        if label is not None and (text or label not in ("-", "+")):
            self.lines += text_lines(f"{label} {text}", hint, clean(label), in_cell=self._in_cell)
        else:
            self.lines += text_lines(text, hint, in_cell=self._in_cell)
        self._read_boxes(before, hint)

    def _inline(self, node: etree._Element, capitals: bool) -> Iterator[str]:
        """Yield the text of a paragraph or span; white space in the file counts as one blank."""
        yield _plain(node.text, capitals)
        for child in node.iterchildren():
            if child.tag == f"{TEXT}s":
                count = child.get(f"{TEXT}c", "1")
                yield " " * (min(int(count), _MAX_BLANKS) if count.isdecimal() and len(count) < 6 else 1)
            elif child.tag == f"{TEXT}tab":
                yield "\t"
            elif child.tag == f"{TEXT}line-break":
                yield "\n"
            elif child.tag.startswith(DRAW):
                self._collect_boxes(child)
            elif child.tag not in _SKIPPED and child.tag != f"{TEXT}number":
                style = self._styles.resolved(child.get(f"{TEXT}style-name")).capitals
                yield from self._inline(child, capitals if style is None else style)
            yield _plain(child.tail, capitals)

    def _collect_boxes(self, node: etree._Element) -> None:
        if node.tag in _BOXES:
            self._boxes.append(node)
            return
        for child in node.iterchildren():
            self._collect_boxes(child)

    def _read_boxes(self, after: int, hint: str | None) -> None:
        boxes, self._boxes = self._boxes[after:], self._boxes[:after]
        for box in boxes:
            before = len(self.lines)
            self.walk(box, hint)
            mark_asides(self.lines[before:])

    def _table(self, table: etree._Element, hint: str | None) -> None:
        inside, self._in_cell = self._in_cell, True
        rows = [list(self._cells(row)) for row in table.iter(f"{TABLE}table-row") if self._owner(row) is table]
        self._in_cell = inside
        single = all(len(row) <= 1 for row in rows)
        for row in rows:
            if single:
                for cell in row:
                    self.lines += cell
            elif any(line.text for cell in row for line in cell):
                self.lines.append(row_line(["\n".join(flat(cell)) for cell in row], hint))

    def _owner(self, row: etree._Element) -> etree._Element:
        return next(row.iterancestors(f"{TABLE}table"))

    def _cells(self, row: etree._Element) -> Iterator[list[SourceLine]]:
        outer = self.lines
        for cell in row.iterchildren(f"{TABLE}table-cell"):
            self.lines = []
            self.walk(cell, None)
            found, self.lines = self.lines, outer
            repeated = cell.get(f"{TABLE}number-columns-repeated", "1")
            times = min(int(repeated), _MAX_COLUMNS) if repeated.isdecimal() and len(repeated) < 6 else 1
            for _ in range(times if any(line.text for line in found) else 1):
                yield found
        self.lines = outer


def _plain(text: str | None, capitals: bool) -> str:
    if not text:
        return ""
    # OpenDocument writes blanks that count as elements: those in the file are one each.
    folded = " ".join(text.split())
    folded = (" " if text[0].isspace() else "") + folded + (" " if folded and text[-1].isspace() else "")
    return folded.upper() if capitals else folded
