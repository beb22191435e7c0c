"""Cited documents: the legal bases before "như sau", each with kind, identifier and date."""

from __future__ import annotations

import re

from thidua.vanban.reading.outline import Outline
from thidua.vanban.reading.paragraphs import Paragraph
from thidua.vanban.structure import LegalBasis

TYPES = (
    r"Thông báo [Kk]ết luận|Thông tư liên tịch|Chương trình hành động|Chương trình công tác|"
    r"Chương trình phối hợp|Kế hoạch liên tịch|"
    r"Hướng dẫn liên ngành|Nghị quyết liên tịch|Quy chế phối hợp|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|"
    r"Công văn|Thông báo|Thông tri|"
    r"Nghị định|Thông tư|Hướng dẫn|Chương trình|Kết luận|Quy định|Quy chế|Báo cáo|Tờ trình|"
    r"Văn bản hợp nhất|Văn bản|Công điện|"
    r"Pháp lệnh|Bộ luật|Luật|Đề án|Lệnh|Điều lệ|Sắc lệnh|Phương án|Biên bản|Giấy mời|Phiếu chuyển|"
    r"Phiếu trình|Đề cương|Dự án"
)
JOIN = r"(?:[-–/]|\s[-–/](?=[A-ZĐƯ]{2})|[-–/]\s(?=[A-ZĐƯ]{2}))"
PART = r"[A-ZĐƯ][\wĐđ&.]*"
ID = (
    r"\d{1,5}[a-zA-Z]?(?:\s?/\s?\d{4,5})?\s?[-–/]\s?" + PART + r"(?:\s[-–]\s(?=[A-ZĐƯ]{2})" + PART + r")?"
    r"(?:" + JOIN + PART + r")*"
)
CITED = re.compile(r"\b[Ss]ố\s*:?\s*(?P<id>" + ID + r")|(?<=[a-zà-ỹ] )(?P<bare>" + ID + r")")
DAY = r"(?:ngày\s*)?(\d{1,2})\s*(?:tháng\s*|[/.-]\s*)(\d{1,2})\s*(?:năm\s*|[/.-]\s*)(\d{4})"
DATE_AFTER = re.compile(
    r"\s*,?\s*(?:\(?\s*(?:ký |ban hành )?)?ngày\s*" + DAY.replace(r"(?:ngày\s*)?", ""), re.IGNORECASE
)
DATE_BEFORE = re.compile(
    r"\b[Nn]gày\s*"
    + DAY.replace(r"(?:ngày\s*)?", "")
    + r"(?:(?!\bsố\b)[^.;])*\b(?:ban hành|có|ký)\b(?:(?!\bsố\b)[^.;])*$"
)
LAW = re.compile(
    r"(?:(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?:[A-ZĐÀ-Ỹ]|sửa đổi)|"
    r"(?<=[Cc]ăn cứ )(?:Bộ luật|Luật|Pháp lệnh)\s+[a-zà-ỹđ])"
    r"[^;:“”\"()]*?(?=\s+số\s*:?\s*\d|\s+ngày\b|\s+năm\s+\d|\s*\(|[;.:]|,\s*(?:Luật|Nghị|được|đã)|"
    r"\s+(?:và|,)\s+(?:Luật sửa đổi|Nghị (?:định|quyết)|Thông tư|Pháp lệnh|Quyết định)\s|$)"
)
# A law named only to say what another document carries out ("quy định chi tiết thi hành Luật ...") is no ground itself.
CARRIED_OUT = re.compile(r"\b(?:thi hành|thực hiện|hướng dẫn|quy định của|điều của|về|theo)\s+(?:một số điều của\s+)?$")
OPENS = re.compile(r"\W*(?:Thực hiện|Triển khai|Thi hành)\s+$")
LEGAL_SECTION = re.compile(
    r"(?:căn cứ|cơ sở) (?:pháp lý|chính trị|ban hành|thực hiện|xây dựng)|^căn cứ\b", re.IGNORECASE
)
KIND = re.compile(r"\b(?:" + TYPES + r")\b|\b(?i:" + TYPES + r")\b(?=\s+(?:số\s*:?\s*)?\d)")
# Acts the document says were already taken are reported on, not relied on.
TAKEN = re.compile(r"\bđã (?:ban hành|ký|phê duyệt|cấp)\b")


def bases_of(title: str, opening: list[Paragraph], outline: Outline) -> list[LegalBasis]:
    """Return the documents cited before the body and in a section on the legal grounds, in order, each once."""
    found: list[LegalBasis] = []
    for paragraph in opening:
        _collect(paragraph.text, paragraph, found)
    for index, item in enumerate(outline.items):
        if item.level == 1 and len(item.title) < 160 and LEGAL_SECTION.search(item.title):
            members = [i for i in range(index, len(outline.items)) if index in outline.ancestors(i)]
            for member in members:
                for paragraph in outline.owned[member]:
                    _collect(paragraph.text, paragraph, found)
    for dated in citations(title):
        for basis in found:
            if basis.id == dated.id and basis.date is None:
                basis.date = dated.date
    return found


def _collect(text: str, paragraph: Paragraph, found: list[LegalBasis]) -> None:
    taken = TAKEN.search(text)
    stop = min((at for at in (text.find(";", taken.end()),) if at > 0), default=len(text)) if taken else 0
    for basis in citations(text):
        if taken and taken.start() < basis.line < stop:
            continue
        basis.line = paragraph.line_at(basis.line)
        known = next((old for old in found if _same(old, basis)), None)
        if known is None:
            found.append(basis)
        elif known.date is None:
            known.date = basis.date


def _same(one: LegalBasis, other: LegalBasis) -> bool:
    if one.id or other.id:
        return one.id == other.id
    return (one.name or "").casefold() == (other.name or "").casefold()


def citations(text: str) -> list[LegalBasis]:
    """Return every document cited in the text; `line` holds the index in the text where it is named."""
    found: list[LegalBasis] = []
    kinds = [(match.start(), match.group()) for match in KIND.finditer(text)]
    for match in CITED.finditer(text):
        identifier = match.group("id") or match.group("bare")
        at, kind = next(((at, name) for at, name in reversed(kinds) if at < match.start()), (0, ""))
        between = text[at + len(kind) : match.start()]
        if not kind or (match.group("bare") and between.strip()):
            continue
        law = kind in ("Luật", "Bộ luật", "Pháp lệnh")
        name = between.strip(" ,") if law else ""
        found.append(
            LegalBasis(
                kind[:1].upper() + kind[1:],
                _tidy(identifier),
                _date(text, match.start(), match.end()),
                f"{kind} {name}" if law and name else None,
                at if law else match.start(),
            )
        )
    grounds = bool(re.match(r"(?:[-–*•]\s*)?Căn cứ", text))
    if "uật " in text or "Pháp lệnh" in text or "Hiến pháp" in text:
        for match in LAW.finditer(text):
            if any(other.line == match.start() for other in found):
                continue
            before = text[: match.start()]
            dated = DATE_AFTER.match(text, match.end())
            if not (grounds or OPENS.match(before)) and not dated:
                continue
            if CARRIED_OUT.search(before) and not OPENS.match(before) and not dated:
                continue
            name = match.group().strip(" ,")
            found.append(LegalBasis(name, None, _date(text, match.end(), match.end()), name, match.start()))
    return sorted(found, key=lambda basis: basis.line)


def _date(text: str, start: int, end: int) -> str | None:
    match = DATE_AFTER.match(text, end)
    if match is None:
        match = DATE_BEFORE.search(text[max(0, start - 160) : start])
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _tidy(identifier: str) -> str:
    return re.sub(r"\s*([-–/])\s*", lambda match: match.group(1).replace("–", "-"), identifier).rstrip(".,&")
