"""Which units a document charges with duties, and the text of each duty."""

from __future__ import annotations

import re

from thidua.vanban.reading.outline import Outline
from thidua.vanban.reading.paragraphs import Paragraph
from thidua.vanban.reading.unitnames import BEGIN, heading_unit, unit_at, units_in
from thidua.vanban.structure import Duty

SECTION = re.compile(
    r"tổ chức (?:triển khai )?thực hiện|phân công (?:thực hiện|nhiệm vụ|trách nhiệm|công việc)|"
    r"trách nhiệm (?:của|thực hiện|tổ chức|thi hành)|^trách nhiệm|"
    r"nhiệm vụ cụ thể|^nhiệm vụ của|tổ chức triển khai|^phân công|kế hoạch tổ chức thực hiện",
    re.IGNORECASE,
)
ASSIGNED = re.compile(r"(?:^|(?<=[.;]\s))(?:[-–+]\s*)?(?:Giao|Đề nghị|Yêu cầu) (?:cho )?(?=[A-ZĐÀ-Ỹc])(?P<rest>[^.;]+)")
ANYBODY = re.compile(r"(?:các\s+)?(?:(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân)(?:,| và)?\s*)+", re.IGNORECASE)
TOPIC = re.compile(r"đối tượng|kinh phí|thành phần|thành viên|hình thức|phạm vi|kết quả|danh sách", re.IGNORECASE)
CHARGE = re.compile(r"\s*,?\s*(?:căn cứ Quyết định )?(?:có trách nhiệm|chịu trách nhiệm)? ?(?:thi hành|thực hiện)\b")
ANSWERS = re.compile(r"\bchịu trách nhiệm (?:thi hành|thực hiện) Quyết định")
LISTED = re.compile(
    r"\s*;\s*(?:và\s+)?|,\s+(?=(?:Chánh|Giám đốc|Tổng Giám đốc|Trưởng|Vụ trưởng|Cục trưởng|Viện trưởng|"
    r"Thủ trưởng|Chủ tịch|Hiệu trưởng|Công an)\s)|\s+và (?=các )"
)
GROUP = re.compile(r"\((?:gồm|bao gồm)|quan tham mưu quản lý")
AUTHOR = re.compile(
    r"(?:cơ quan|đơn vị|bộ phận) (?:chủ trì|thực hiện|chủ trì thực hiện)|chủ trì|phân công|đơn vị|người thực hiện",
    re.IGNORECASE,
)


def duties_of(outline: Outline, doc_type: str) -> list[Duty]:
    """Return who is told to do what: unit items of the organising section, bullets naming a unit, "Giao ..."."""
    duties: list[Duty] = []
    for index, organises in enumerate(_organising(outline)):
        if organises:
            duties.extend(_item_duties(outline, index))
    given = _assignments(outline)
    if duties or doc_type in ("BÁO CÁO", "TỜ TRÌNH"):  # what a report asks of those above is no order
        given = [duty for duty in given if duty.text.startswith("Giao ")]
    return _in_order(duties, given, outline)


def _in_order(duties: list[Duty], given: list[Duty], outline: Outline) -> list[Duty]:
    """Add the orders given outside the organising section; the articles of a mere cover decision come last or not."""
    known = {duty.unit.casefold() for duty in duties}
    more = [*given, *_articles(outline)]
    everything = [*duties, *(duty for duty in more if duty.unit.casefold() not in known)]
    return sorted(everything, key=lambda duty: duty.line)


def _articles(outline: Outline) -> list[Duty]:
    """The units a decision without an annexed plan makes answer for it ("Điều 3. ... chịu trách nhiệm thi hành")."""
    duties: list[Duty] = []
    if any(part is not None for part in outline.parts):
        return duties
    for index, (item, label) in enumerate(zip(outline.items, outline.labels, strict=True)):
        charge = CHARGE.search(item.title)
        inside = item.parent is not None and outline.labels[item.parent].kind == "điều"
        if charge is None or not (label.kind == "điều" or (inside and ANSWERS.search(item.title))):
            continue
        for name in LISTED.split(item.title[: charge.start()]):
            name = name.strip(" ,;")
            if BEGIN.match(name) or name.startswith(("Ông", "Các ông", "các ông", "Bà")):
                duties.append(Duty(name, item.text, item.line, index))
    return duties


def _organising(outline: Outline) -> list[bool]:
    """Say of each item whether it stands in (or is) a section that shares out duties."""
    inside: list[bool] = []
    for index, item in enumerate(outline.items):
        above = item.parent is not None and inside[item.parent]
        inside.append(above or _shares_out(outline, index))
    return [
        told and not (label.kind == "điều" and CHARGE.search(item.title)) and not ANSWERS.search(item.title)
        for told, label, item in zip(inside, outline.labels, outline.items, strict=True)
    ]


def _shares_out(outline: Outline, index: int) -> bool:
    title = outline.items[index].title
    return len(title) < 220 and (bool(SECTION.search(title[:120])) or _lists_units(outline, index))


def _lists_units(outline: Outline, index: int) -> bool:
    """Say whether the items of a section are units one after another, whatever the section is called."""
    children = outline.children(index)
    if len(children) < 3 or TOPIC.search(outline.items[index].title):
        return False
    titles = [outline.items[child].title for child in children]
    return sum(map(_heading_only, titles)) >= 0.6 * len(children) or all(map(unit_at, titles))


def _item_duties(outline: Outline, index: int) -> list[Duty]:
    item, owned = outline.items[index], outline.owned[index]
    bullets = [paragraph for paragraph in owned[1:] if paragraph.bullet and not paragraph.quoted]
    named = [(paragraph, unit) for paragraph in bullets for unit in _bullet_units(paragraph)]
    duties: list[Duty] = []
    whole = heading_unit(item.title) if len(owned) > 1 or outline.children(index) else None
    units = units_in(item.title) if not SECTION.fullmatch(item.title.strip(" .:")) else []
    if whole and len(units) < 2:
        units = [whole]
    below = [units_in(outline.items[child].title) for child in outline.children(index)]
    if any(below) and item.title.startswith(("Trách nhiệm", "Nhiệm vụ", "Đối với các")):
        units = []
    if (below or _inside_unit(outline, index)) and not (_heading_only(item.title) or whole):
        units = []
    if named and (GROUP.search(item.title) or not units):
        units = []
    if not named or units:
        text = "\n".join([item.text, *(outline.items[child].text for child in outline.children(index))])
        duties.extend(Duty(unit, text, item.line, index) for unit in units)
    if not units:
        duties.extend(Duty(unit, paragraph.body, paragraph.number, index) for paragraph, unit in named)
    for paragraph in owned[1:]:
        if not paragraph.bullet and not paragraph.quoted and re.match(r"(?:Căn cứ|Trên cơ sở)\b", paragraph.text):
            for unit in units_in(paragraph.text):
                if not any(unit.casefold().startswith(known.casefold()) for known in units):
                    duties.append(Duty(unit, paragraph.text, paragraph.number, index))
    return duties


def _heading_only(title: str) -> bool:
    """Say whether the title is a unit and nothing more ("Sở Y tế", "Sở Y tế: ...", "Sở Y tế (...)")."""
    found = unit_at(title)
    return found is not None and title[found[1] :].lstrip(" ,")[:1] in ("", ":", "(", "-", "–", ".")


def _inside_unit(outline: Outline, index: int) -> bool:
    """Say whether the item only details the duties of a unit named above it."""
    above = (unit_at(outline.items[place].title) for place in outline.ancestors(index)[1:])
    return any(found is not None and not ANYBODY.fullmatch(found[0]) for found in above)


def _bullet_units(paragraph: Paragraph) -> list[str]:
    """A bullet charges a unit when the unit's name closes with a colon or is its whole subject ("Sở A chủ trì")."""
    body = paragraph.body
    found = unit_at(body)
    if found is None:
        return []
    rest = body[found[1] :].lstrip()
    if rest.startswith(":") or re.match(
        r"(?:phối hợp(?: với)? [^:]{4,140}:|\([^)]*\)\s*:|có trách nhiệm|chịu trách nhiệm|chủ trì)", rest
    ):
        return units_in(body)
    return []


def _assignments(outline: Outline) -> list[Duty]:
    """ "Giao Sở A ...", wherever it stands, when no section shares out the duties."""
    duties = []
    for index, owned in enumerate(outline.owned):
        for paragraph in owned:
            if paragraph.quoted:
                continue
            text = paragraph.body
            shift = len(paragraph.text) - len(text)
            for match in ASSIGNED.finditer(text):
                rest = match.group("rest")
                found = _listed(rest) or unit_at(rest)
                if found and not ANYBODY.fullmatch(found[0]):
                    line = paragraph.line_at(match.start() + shift)
                    duties.append(Duty(found[0], match.group().strip(), line, index))
    return duties


def _listed(rest: str) -> tuple[str, int] | None:
    """ "các sở: A, B, C đôn đốc ...": the colon belongs to the name of the group."""
    head = re.match(r"[Cc]ác (?:sở|ban|phòng|đơn vị|cơ quan|xã|phường)(?:, \w+)*:\s*", rest)
    if head is None:
        return None
    found = unit_at("Sở " + rest[head.end() :])
    if found is None:
        return None
    end = head.end() + found[1] - 3
    return rest[:end].strip(" ,"), end


def units_of(duties: list[Duty]) -> list[str]:
    """Return the names of the charged units in order, each once."""
    names: dict[str, str] = {}
    for duty in duties:
        names.setdefault(duty.unit.casefold(), duty.unit)
    return list(names.values())


def unit_for(outline: Outline, index: int | None) -> str | None:
    """Return the unit in whose item a paragraph stands, the innermost first."""
    for place in outline.ancestors(index):
        title = outline.items[place].title
        found = unit_at(title)
        if found and (
            found[1] >= len(title.rstrip(" .:")) or title[found[1] :].lstrip()[:1] in ":(-–" or len(title) > 60
        ):
            return found[0]
        author = _author(outline.owned[place])
        if author:
            return author
    return None


def _author(owned: list[Paragraph]) -> str | None:
    """ "Cơ quan chủ trì: Sở A." among the paragraphs of an item."""
    for paragraph in owned:
        body = paragraph.body
        head, colon, rest = body.partition(":")
        if colon and len(head) < 40 and AUTHOR.fullmatch(head.strip()) and BEGIN.match(rest.strip()):
            found = unit_at(rest.strip())
            return found[0] if found else rest.strip(" .;")
    return None
