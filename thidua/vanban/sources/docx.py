"""Word files (.docx) as lines: automatic numbers printed out, tracked changes accepted, boxes and tables in place."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from thidua.vanban.sources.docx_numbering import Numbering, Styles, is_on, read_styles
from thidua.vanban.sources.limits import open_archive, read_member
from thidua.vanban.sources.lines import clean, flat, mark_asides, row_line, text_lines
from thidua.vanban.sources.xml_part import parse_xml
from thidua.vanban.structure import SourceLine, UnreadableDocument

NO_BODY = "Tệp không chứa phần nội dung của văn bản Word nên không đọc được."

# Wrappers whose content belongs to the text, and wrappers of text that tracked changes took away.
_TRANSPARENT = frozenset(
    {
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "sdt",
        "sdtContent",
        "hyperlink",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
        "oMath",
        "oMathPara",
    }
)
_REMOVED = frozenset({"del", "moveFrom", "sectPr", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "rt"})
_MATH_BLOCKS = frozenset(
    {"f", "num", "den", "e", "sSup", "sup", "sSub", "sub", "sSubSup", "rad", "deg", "d", "nary", "func", "box"}
)
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_SYMBOLS = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB0: "°", 0xAE: "→", 0xB7: "•", 0x2D: "-"}
_DINGBATS = {0xFE: "☒", 0xFC: "✓", 0xA8: "☐", 0x6F: "☐", 0xE0: "→", 0x2D: "-"}


def load_docx(path: Path) -> list[SourceLine]:
    """Read the body of a .docx file into lines; headers, footers, footnotes and comments are left out."""
    with open_archive(path) as archive:
        main = _main_part(archive)
        document = parse_xml(read_member(archive, main))
        parts = _related(archive, main)
        styles = read_styles(_optional(archive, parts.get("styles")))
        numbering = Numbering(_optional(archive, parts.get("numbering")), styles)
    w = f"{{{etree.QName(document).namespace}}}"
    body = document.find(f"{w}body")
    if body is None:
        raise UnreadableDocument(NO_BODY)
    walker = _Walker(w, styles, numbering)
    walker.walk(body, None)
    return walker.lines


def _main_part(archive: zipfile.ZipFile) -> str:
    """The document part is named by the package's relations; nearly always it is word/document.xml."""
    target = _related(archive, "").get("officeDocument", "word/document.xml")
    if target not in archive.NameToInfo:
        raise UnreadableDocument(NO_BODY)
    return target


def _related(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.NameToInfo:
        return {}
    found = {}
    for node in parse_xml(read_member(archive, relations)).iterchildren():
        if node.get("TargetMode") != "External":
            kind = node.get("Type", "").rpartition("/")[2]
            found[kind] = posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/")
    return found


def _optional(archive: zipfile.ZipFile, part: str | None) -> etree._Element | None:
    return parse_xml(read_member(archive, part)) if part in archive.NameToInfo and part else None


def _local(node: etree._Element) -> str:
    """The tag without namespace: transitional and strict files differ only in that."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _chosen(alternate: etree._Element) -> etree._Element | None:
    """The one branch of mc:AlternateContent to read: the first choice with text, else the fallback; never both."""
    branches = [node for node in alternate.iterchildren() if _local(node) in ("Choice", "Fallback")]
    for branch in branches:
        if any(_local(node) in ("t", "txbxContent") for node in branch.iter()):
            return branch
    return branches[0] if branches else None


class _Walker:
    """Goes once through a document in reading order; numbering counters and open fields run on from part to part."""

    def __init__(self, w: str, styles: Styles, numbering: Numbering) -> None:
        self.lines: list[SourceLine] = []
        self._w = w
        self._styles = styles
        self._numbering = numbering
        self._carried = ""
        self._fields: list[str] = []
        self._instruction: list[str] = []
        self._boxes: list[etree._Element] = []
        self._in_cell = False
        self._capitals: dict[str | None, bool] = {}

    def walk(self, container: etree._Element, hint: str | None) -> None:
        """Read the paragraphs and tables of a body, cell, box or block-level wrapper."""
        for node in container.iterchildren():
            name = _local(node)
            if name == "p":
                self._paragraph(node, hint)
            elif name == "tbl":
                self._table(node, hint)
            elif name in _TRANSPARENT:
                self.walk(node, hint)
            elif name == "AlternateContent":
                branch = _chosen(node)
                if branch is not None:
                    self.walk(branch, hint)

    def _paragraph(self, node: etree._Element, hint: str | None) -> None:
        w = self._w
        properties = node.find(f"{w}pPr")
        style_id = list_id = None
        level: int | None = None
        mark_removed = False
        if properties is not None:
            for child in properties.iterchildren():
                name = _local(child)
                if name == "pStyle":
                    style_id = child.get(f"{w}val")
                elif name == "numPr":
                    list_id, level = self._own_list(child)
                elif name == "rPr":
                    mark_removed = any(_local(mark) in ("del", "moveFrom") for mark in child.iterchildren())
        dropped_field = "drop" in self._fields
        outer_boxes, self._boxes = self._boxes, []
        text = self._carried + "".join(self._inline(node, self._has_capitals(style_id)))
        boxes, self._boxes = self._boxes, outer_boxes
        self._carried = ""
        if mark_removed:
            # A deleted paragraph mark joins what is left to the next paragraph, which also gives the number.
            self._carried = text
        elif text.strip() or not dropped_field:
            self._emit(text, self._numbering.label(style_id, list_id, level), hint)
        for box in boxes:
            self._text_box(box, hint)

    def _text_box(self, box: etree._Element, hint: str | None) -> None:
        """Read a box as an aside (a stamp, "DỰ THẢO"), or as body when a head of the document was put into it."""
        before = len(self.lines)
        self.walk(box, hint)
        mark_asides(self.lines[before:])

    def _emit(self, text: str, label: str | None, hint: str | None) -> None:
        text = clean(text).strip()
        if label is not None and (text or label not in ("-", "+")):
            self.lines += text_lines(f"{label} {text}", hint, clean(label), in_cell=self._in_cell)
        else:
            self.lines += text_lines(text, hint, in_cell=self._in_cell)

    def _own_list(self, node: etree._Element) -> tuple[str | None, int | None]:
        list_node, level_node = node.find(f"{self._w}numId"), node.find(f"{self._w}ilvl")
        level = None if level_node is None else level_node.get(f"{self._w}val", "0")
        return (
            None if list_node is None else list_node.get(f"{self._w}val"),
            int(level) if level is not None and level.isdecimal() and len(level) < 3 else None,
        )

    def _has_capitals(self, style_id: str | None) -> bool:
        if style_id not in self._capitals:
            self._capitals[style_id] = bool(self._styles.resolved(style_id).capitals)
        return self._capitals[style_id]

    def _inline(self, container: etree._Element, capitals: bool) -> Iterator[str]:
        """Yield the text inside a paragraph, collecting its text boxes on the way."""
        for node in container.iterchildren():
            name = _local(node)
            if name == "r":
                yield from self._run(node, capitals)
            elif name in _TRANSPARENT or name in _MATH_BLOCKS:
                yield from self._inline(node, capitals)
            elif name == "fldSimple":
                if not node.get(f"{self._w}instr", "").strip().upper().startswith("TOC"):
                    yield from self._inline(node, capitals)
            elif name == "AlternateContent":
                branch = _chosen(node)
                if branch is not None:
                    yield from self._inline(branch, capitals)
            elif name not in _REMOVED:
                self._collect_boxes(node)

    def _run(self, run: etree._Element, capitals: bool) -> Iterator[str]:
        properties = run.find(f"{self._w}rPr")
        if properties is not None:
            for child in properties.iterchildren():
                name = _local(child)
                if name == "vanish" and is_on(child, self._w):
                    return
                if name == "caps":
                    capitals = is_on(child, self._w)
                elif name == "rStyle":
                    style = self._styles.by_id.get(child.get(f"{self._w}val", ""))
                    capitals = capitals or bool(style and style.capitals)
        yield from self._run_content(run, capitals)

    def _run_content(self, run: etree._Element, capitals: bool) -> Iterator[str]:
        for node in run.iterchildren():
            name = _local(node)
            if name == "fldChar":
                self._field(node.get(f"{self._w}fldCharType"))
            elif name == "instrText":
                self._instruction.append(node.text or "")
            elif name == "AlternateContent":
                branch = _chosen(node)
                if branch is not None:
                    yield from self._run_content(branch, capitals)
            elif name in ("drawing", "pict", "object"):
                self._collect_boxes(node)
            elif "code" in self._fields or "drop" in self._fields:
                continue
            elif name == "t":
                yield (node.text or "").upper() if capitals else (node.text or "")
            elif name in _BREAKS:
                yield _BREAKS[name]
            elif name == "sym":
                yield self._symbol(node)
            elif name == "ruby":
                yield from self._inline(node, capitals)

    def _field(self, kind: str | None) -> None:
        """Follow a field: between begin and separate stands its code, after that its result, which is text.

        The result of a table of contents repeats the headings and is dropped.
        """
        if kind == "begin":
            self._fields.append("code")
            self._instruction.clear()
        elif kind == "separate" and self._fields:
            instruction = "".join(self._instruction).strip().upper()
            self._fields[-1] = "drop" if instruction.startswith("TOC") else "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, node: etree._Element) -> str:
        try:
            code = int(node.get(f"{self._w}char", ""), 16)
        except ValueError:
            return ""
        # Symbol fonts hide their characters in the private area from F000 on.
        if not 0xF000 <= code <= 0xF0FF:
            return chr(code) if 0x20 <= code < 0xD800 else ""
        table = _DINGBATS if "ding" in node.get(f"{self._w}font", "").lower() else _SYMBOLS
        return table.get(code - 0xF000, "•" if table is _DINGBATS else "")

    def _collect_boxes(self, node: etree._Element) -> None:
        """Remember the text boxes under a drawing; a box inside a box is found when the outer one is read."""
        for child in node.iterchildren():
            name = _local(child)
            if name == "txbxContent":
                self._boxes.append(child)
            elif name == "AlternateContent":
                branch = _chosen(child)
                if branch is not None:
                    self._collect_boxes(branch)
            else:
                self._collect_boxes(child)

    def _table(self, table: etree._Element, hint: str | None) -> None:
        inside, self._in_cell = self._in_cell, True
        rows = [self._cells(row) for row in self._flattened(table, "tr") if not self._is_removed(row, "trPr", "del")]
        self._in_cell = inside
        single = all(len(row) <= 1 for row in rows)
        for row in rows:
            if single:
                # A frame drawn as a one-column table is no table: its text is read as ordinary paragraphs.
                for cell in row:
                    self.lines += cell
            elif any(line.text for cell in row for line in cell):
                self.lines.append(row_line(["\n".join(flat(cell)) for cell in row], hint))

    def _cells(self, row: etree._Element) -> list[list[SourceLine]]:
        cells = []
        outer = self.lines
        for cell in self._flattened(row, "tc"):
            if not self._is_removed(cell, "tcPr", "cellDel"):
                self.lines = []
                self.walk(cell, None)
                cells.append(self.lines)
        self.lines = outer
        return cells

    def _flattened(self, container: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """Yield rows or cells, also those inside content controls."""
        for node in container.iterchildren():
            name = _local(node)
            if name == wanted:
                yield node
            elif name in _TRANSPARENT:
                yield from self._flattened(node, wanted)

    def _is_removed(self, node: etree._Element, properties: str, mark: str) -> bool:
        return node.find(f"{self._w}{properties}/{self._w}{mark}") is not None
