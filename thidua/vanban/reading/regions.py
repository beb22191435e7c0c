"""The parts a document falls into: letterhead, title, body, closing block (recipients, signature), annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thidua.vanban.reading.doctypes import doc_type_of
from thidua.vanban.reading.labels import label_of
from thidua.vanban.reading.lines import Line, is_capitals, is_rule
from thidua.vanban.reading.signer import AUTHORITY, is_name, is_position

MOTTO = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–—]*\s*Tự do\s*[-–—]*\s*Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
NUMBER_LINE = re.compile(r"Số\s*[:.]?\s*[\d.…_ ]*\s*[-/–]|Số\s*:", re.IGNORECASE)
DATE_LINE = re.compile(r"ngày[\s.…_\d]*tháng[\s.…_\d]*năm", re.IGNORECASE)
STARTERS = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo|Xét|Nhằm|Để|Kính gửi|Kính thưa|Ngày \d|Trên cơ sở|Sau khi|"
    r"Trong thời gian|Trong những|Trong \d|"
    r"Tiếp tục|Tiếp theo|Tiếp nhận|Phúc đáp|Do |Năm \d|Từ ngày|Vừa qua|Hưởng ứng|Chấp hành|Phát huy|Qua |Được sự|"
    r"Triển khai thực hiện (?:Nghị|Quyết|Kế|Chỉ|Công|Thông|Chương|Kết)\w* |Hiện nay|Hôm nay|Vào hồi)"
)
ENACTING = re.compile(
    r"(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|ỦY BAN|UỶ BAN|HỘI ĐỒNG|THỦ TƯỚNG|CHÍNH PHỦ|"
    r"CHÁNH|HIỆU TRƯỞNG|"
    r"TRƯỞNG|BAN |QUỐC HỘI|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VIỆN TRƯỞNG|ĐẢNG ỦY|TỈNH ỦY|THÀNH ỦY)"
)
RECIPIENTS = re.compile(r"Nơi\s+(?:nhận|gửi)\b\s*[:.]?", re.IGNORECASE)
APPENDIX = re.compile(
    r"(?P<label>(?:PHỤ LỤC|Phụ lục|PHU LUC)(?:\s+(?:SỐ|số|Số))?(?:\s*:?\s*(?:[IVXL]+|\d{1,3}[A-Za-z]?|"
    r"[A-Z])(?:[.-]\d{1,2})?)?)"
    r"\s*(?:[.:–-]\s*(?P<rest>.*)|(?P<caps>[^a-zà-ỹ]*)|\((?:kèm|ban hành).*)",
    re.DOTALL,
)
FORM = re.compile(
    r"(?:DANH SÁCH|DANH MỤC|BIỂU (?:SỐ|MẪU)|BIỂU\s*\d|MẪU (?:SỐ )?\w{1,4}$|Mẫu số\s*\d{1,2}[.:]?$|"
    r"BẢNG (?:TỔNG HỢP|PHÂN CÔNG)|Biểu số\s*\d+)"
)
ATTACHED = re.compile(r"\(?\s*(?:Ban hành )?kèm theo", re.IGNORECASE)


@dataclass(slots=True)
class Annex:
    """What stands behind the signature: an annexed document (its items count) or an appendix (they do not)."""

    label: str
    title: list[Line]
    body: list[Line]
    counts: bool


@dataclass(slots=True)
class Regions:
    """Lines of each part of a document, in order."""

    head: list[Line] = field(default_factory=list)
    doc_type: str = ""
    title: list[str] = field(default_factory=list)
    title_lines: list[Line] = field(default_factory=list)
    enacted_by: str | None = None
    body: list[Line] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)


def divide(lines: list[Line]) -> Regions:
    """Cut the lines of a document into its parts."""
    regions = Regions()
    start = _read_top(lines, regions)
    end = _closing_start(lines, start)
    stop = _closing_stop(lines, end)
    if end == len(lines):
        stop = _appendix_start(lines, start)
        end = min(end, stop)
    regions.body = lines[start:end]
    regions.closing = lines[end:stop]
    regions.annexes = _annexes(lines[stop:], regions.doc_type)
    return regions


def _read_top(lines: list[Line], regions: Regions) -> int:
    """Fill letterhead and title; return the index of the first line of the body."""
    found = _doc_type_line(lines)
    if found is None:
        start = _letter_body(lines)
        regions.head = lines[:start]
        return start
    index, regions.doc_type, rest = found
    regions.head = lines[:index]
    regions.title_lines.append(lines[index])
    if rest:
        regions.title.append(rest)
    return _title(lines, index + 1, regions)


def _doc_type_line(lines: list[Line]) -> tuple[int, str, str] | None:
    titled: tuple[int, str, str] | None = None
    for index, line in enumerate(lines[:45]):
        if label_of(line.text) and index > 3 and not _is_furniture(line):
            break
        for part in line.columns():
            text = MOTTO.sub("", part).strip()
            kind = doc_type_of(text)
            if kind and not kind[1]:
                return index, kind[0], ""
            if kind and titled is None and is_capitals(text) and _after_number(lines, index):
                titled = index, kind[0], kind[1]
        if index > 2 and STARTERS.match(line.text) and not _is_furniture(line):
            break
        if len(line.text) > 300:
            break
    return titled


def _after_number(lines: list[Line], index: int) -> bool:
    return any(_is_furniture(line) for line in lines[: index + 1])


def _is_furniture(line: Line) -> bool:
    return bool(MOTTO.search(line.text) or NUMBER_LINE.search(line.text[:60]) or DATE_LINE.search(line.text[:200]))


def _letter_body(lines: list[Line]) -> int:
    """Return where the head of an untitled document (công văn) ends."""
    last = 0
    for index, line in enumerate(lines[:30]):
        if line.text.casefold().startswith("kính gửi"):
            return index
        if _is_furniture(line) or any(part[:3].casefold() == "v/v" for part in line.columns()):
            last = index + 1
        elif last and (STARTERS.match(line.text) or label_of(line.text) or len(line.text) > 160):
            return index
    return last


def _title(lines: list[Line], index: int, regions: Regions) -> int:
    """Collect the lines of the title; return the index of the first line behind it."""
    capitals = bool(regions.title)
    while index < len(lines):
        line = lines[index]
        text = line.text
        if is_rule(text) or (not regions.title and _is_furniture(line) and len(text) < 120 and not _says_about(text)):
            if not is_rule(text):
                regions.head.append(line)
            index += 1
            continue
        if text.casefold().startswith("kính gửi") or label_of(text) or line.cells is not None:
            break
        if regions.title and not _title_goes_on(lines, index, regions, capitals):
            break
        if not regions.title:
            capitals = is_capitals(text)
        if ATTACHED.match(text) and regions.title:
            index += 1
            continue
        if regions.title and _enacts(lines, index):
            regions.enacted_by = text
            index += 1
            continue
        regions.title.append(text)
        regions.title_lines.append(line)
        index += 1
    return index


def _says_about(text: str) -> bool:
    return text[:2].isupper() is False or is_capitals(text) or text.casefold().startswith("về ")


def _title_goes_on(lines: list[Line], index: int, regions: Regions, capitals: bool) -> bool:
    line, before = lines[index], regions.title[-1]
    text = line.text
    if ATTACHED.match(text) or _enacts(lines, index):
        return True
    if STARTERS.match(text):
        return False
    if capitals and is_capitals(text):
        return True
    if text[:1].islower():
        return before[-1:] not in ".;" or not line.after_blank
    if capitals or len(regions.title) >= 6 or before[-1:] in ".;:":
        return capitals and before[-1:] == "," and text[:1].isupper() and len(text) < 120
    goes_on = before[-1:] in ",-–" or before.rsplit(" ", 1)[-1].casefold() in ("và", "của", "về", "theo", "các", "tại")
    if goes_on or before.count("“") > before.count("”"):
        return True
    return not line.after_blank and len(text) < 100 and len(before) < 110 and text[-1:] not in ".;:,"


def _enacts(lines: list[Line], index: int) -> bool:
    """Say whether this is the line of the enacting authority above "Căn cứ ..." ("CHỦ TỊCH ỦY BAN NHÂN DÂN ...")."""
    text = lines[index].text
    if not is_capitals(text) or not ENACTING.match(text):
        return False
    following = next((line for line in lines[index + 1 : index + 4] if not is_rule(line.text)), None)
    return following is not None and (
        bool(re.match(r"(?:Căn cứ|Theo|Xét|Thực hiện|-\s*Căn cứ|\*\s*Căn cứ)", following.text))
        or (is_capitals(following.text) and bool(re.match(r"TỈNH|THÀNH|XÃ|PHƯỜNG|HUYỆN", following.text)))
    )


def _closing_start(lines: list[Line], start: int) -> int:
    """Return where the body ends: at "Nơi nhận" or at the signature, whichever comes first."""
    for index in range(start, len(lines)):
        line = lines[index]
        for part in line.columns() if line.cells is not None or line.text[:3].casefold() == "nơi" else ():
            if RECIPIENTS.match(part):
                return _signature_above(lines, start, index)
    for index in range(start, len(lines)):
        text = lines[index].text
        if AUTHORITY.match(text) and is_capitals(text) and index > start:
            return index
    for index in range(len(lines) - 1, max(start, len(lines) - 12), -1):
        if is_position(lines[index].text) and index + 1 < len(lines):
            return index
    return next((index for index in range(start + 1, len(lines)) if _signed_at(lines, index)), len(lines))


def _signed_at(lines: list[Line], index: int) -> bool:
    """Say whether a position stands here with a name close below it and the end of a sentence above it."""
    if not is_position(lines[index].text) or lines[index - 1].text[-1:] not in "./;":
        return False
    return any(is_name(line.text) for line in lines[index + 1 : index + 4])


def _signature_above(lines: list[Line], start: int, index: int) -> int:
    """Move up over a signature printed before "Nơi nhận"."""
    for above in range(index - 1, max(start, index - 9), -1):
        text = lines[above].text
        if any(AUTHORITY.match(part) for part in lines[above].cells or ()):
            return above
        if AUTHORITY.match(text) and is_capitals(text):
            while above - 1 > start and AUTHORITY.match(lines[above - 1].text) and is_capitals(lines[above - 1].text):
                above -= 1
            return above
        if is_position(text) and not label_of(text):
            continue_up = above - 1 > start and AUTHORITY.match(lines[above - 1].text)
            if not continue_up:
                return above
        elif len(text) > 60 or text.endswith((".", ";", ":", "/.")):
            break
    return index


def _closing_stop(lines: list[Line], end: int) -> int:
    """Return the index of the first annex heading behind the closing block."""
    for index in range(end + 1, len(lines)):
        if _annex_label(lines, index):
            return index
    return len(lines)


def _appendix_start(lines: list[Line], start: int) -> int:
    for index in range(start, len(lines)):
        text = lines[index].text
        match = APPENDIX.fullmatch(text)
        if match and is_capitals(match.group("label")) and lines[index].cells is None:
            return index
    return len(lines)


def _annex_label(lines: list[Line], index: int) -> str | None:
    """Return the label of the annex heading on this line, or None."""
    line = lines[index]
    if line.cells is not None and len(line.cells) > 1:
        return None
    text = line.text
    match = APPENDIX.fullmatch(text) if text[:3].upper() in ("PHỤ", "PHU") else None
    if match:
        return match.group("label").strip()
    if FORM.match(text) and (is_capitals(text) or text.startswith(("Mẫu", "Biểu"))):
        return text if len(text) < 40 else text.split()[0] + " " + text.split()[1]
    kind = doc_type_of(text)
    if kind and (not kind[1] or is_capitals(text)):
        return kind[0]
    return None


def _annexes(lines: list[Line], doc_type: str) -> list[Annex]:
    annexes: list[Annex] = []
    marks = [index for index in range(len(lines)) if _annex_label(lines, index)]
    appendix_seen = False
    kept: list[int] = []
    for index in marks:
        label = _annex_label(lines, index) or ""
        is_document = doc_type_of(label) is not None
        if kept and index == kept[-1] + 1 and not APPENDIX.fullmatch(lines[index].text):
            continue  # "PHỤ LỤC" and under it "DANH MỤC ...": the title of the same annex
        if is_document and appendix_seen:
            continue
        if is_document and kept and not _attached(lines, index):
            continue
        appendix_seen = appendix_seen or not is_document
        kept.append(index)
    for place, index in enumerate(kept):
        stop = kept[place + 1] if place + 1 < len(kept) else len(lines)
        annexes.append(_annex(lines[index:stop], doc_type))
    return annexes


def _attached(lines: list[Line], index: int) -> bool:
    return any(ATTACHED.match(line.text) for line in lines[index + 1 : index + 9])


def _annex(lines: list[Line], doc_type: str) -> Annex:
    label = _annex_label(lines, 0) or lines[0].text
    is_document = doc_type_of(label) is not None
    counts = is_document and (doc_type in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT", "NGHỊ ĐỊNH", "THÔNG TƯ") or _attached(lines, 0))
    title: list[Line] = []
    index = 1
    if is_document:
        regions = Regions(doc_type=label)
        kind = doc_type_of(lines[0].text)
        if kind and kind[1]:
            regions.title.append(kind[1])
        index = _title(lines, 1, regions)
        title = [*([lines[0]] if kind and kind[1] else []), *regions.title_lines]
        if counts and index < len(lines) and ATTACHED.match(lines[index].text):
            index += 1
    else:
        while index < len(lines) and (is_capitals(lines[index].text) or ATTACHED.match(lines[index].text)):
            if label_of(lines[index].text) or lines[index].cells is not None or "\t" in lines[index].raw:
                break
            if not ATTACHED.match(lines[index].text):
                title.append(lines[index])
            index += 1
    return Annex(label, title, lines[index:], counts)
