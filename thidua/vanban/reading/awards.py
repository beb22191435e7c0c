"""Award forms a movement plan promises: "Bằng khen của ...", "Giấy khen của ..."."""

from __future__ import annotations

import re

from thidua.vanban.reading.outline import Outline

SECTION = re.compile(r"khen thưởng|tôn vinh|biểu dương", re.IGNORECASE)
AWARD = re.compile(
    r"(?<![\wÀ-ỹ])(?P<award>(?:Bằng khen|Giấy khen|Cờ thi đua|Cờ Thi đua|Huân chương|Huy chương|"
    r"Kỷ niệm chương|Giải thưởng|Danh hiệu|Thư khen|Bằng [Cc]hứng nhận)"
    r"(?:\s+(?!đối với|cho |theo |vào |kèm|và (?:Giấy|Bằng|Cờ)|hoặc|trong|khi|do )[^\s,;.:()+-]+){0,14})"
)
TRAILING = re.compile(r"\s+(?:cho|đối với|và|hoặc|theo|trong|khi)\b.*$")
STANDARD = re.compile(r"tiêu chuẩn|số lượng|quy trình|hồ sơ|thủ tục", re.IGNORECASE)


def award_forms_of(outline: Outline) -> list[str]:
    """Return the award forms named in the section on commendation, as written, each once."""
    forms: list[str] = []
    for index in range(len(outline.items)):
        chain = [outline.items[place].title[:120] for place in outline.ancestors(index)]
        if not any(SECTION.search(title) for title in chain) or STANDARD.search(chain[0].partition(":")[0]):
            continue
        for paragraph in outline.owned[index]:
            if paragraph.quoted:
                continue
            for match in AWARD.finditer(paragraph.body):
                form = TRAILING.sub("", match.group("award")).strip(" .,;")
                if len(form.split()) > 2 and form.casefold() not in (known.casefold() for known in forms):
                    forms.append(form)
    return forms
