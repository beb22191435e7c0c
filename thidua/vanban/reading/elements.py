"""What Luật Thi đua, khen thưởng, Điều 17 wants in a plan for a movement, and what a heading promises."""

from __future__ import annotations

import re

from thidua.vanban.reading.outline import Outline
from thidua.vanban.reading.paragraphs import Paragraph
from thidua.vanban.structure import Finding, Paper

MOVEMENT = re.compile(
    r"phong trào|(?:phát động|tổ chức|triển khai)[^.]{0,30}(?<!công tác) thi đua|đợt thi đua|thi đua (?:đặc biệt|"
    r"cao điểm|chuyên đề)",
    re.IGNORECASE,
)
# Each element: words in a heading that bring it, or words anywhere in the text that do.
ELEMENTS: tuple[tuple[str, str, str], ...] = (
    ("mục tiêu", r"mục tiêu|mục đích", r"mục tiêu|chỉ tiêu"),
    (
        "phạm vi",
        r"phạm vi",
        r"phạm vi|trên địa bàn|trong toàn (?:tỉnh|ngành|cơ quan|trường|xã|phường|quốc)|tại cơ quan|toàn quốc",
    ),
    ("đối tượng", r"đối tượng|(?m:^đối với)", r"đối tượng (?:thi đua|tham gia|áp dụng)|áp dụng đối với"),
    ("nội dung", r"nội dung|nhiệm vụ", r"nội dung (?:thi đua|phong trào)"),
    (
        "tiêu chí",
        r"tiêu chí|chỉ tiêu thi đua|thang điểm|chấm điểm|tiêu chuẩn",
        r"tiêu chí|tiêu chuẩn (?:thi đua|đánh giá)|thang điểm",
    ),
    (
        "thời gian",
        r"thời gian|tiến độ|lộ trình|thời hạn",
        r"thời gian (?:thi đua|thực hiện|triển khai|phát động)|từ năm \d{4} đến năm|giai đoạn \d{4}",
    ),
    ("kế hoạch", r"tổ chức thực hiện|kế hoạch|tiến độ|phân công", r"kế hoạch"),
    ("biện pháp", r"biện pháp|giải pháp|tổ chức thực hiện|cách thức|phương án", r"biện pháp|giải pháp"),
)
COMPILED = tuple(
    (name, re.compile(head, re.IGNORECASE), re.compile(text, re.IGNORECASE)) for name, head, text in ELEMENTS
)
TOPICS = (
    "đối tượng", "tiêu chí", "hình thức", "tiêu chuẩn", "kinh phí", "thời gian", "phạm vi", "nguyên tắc", "cách thức",
    "số lượng", "chế độ báo cáo", "hồ sơ", "quy trình", "mức thưởng",
    "thành phần", "địa điểm", "phương án", "nội dung", "giải pháp",
)  # fmt: skip


def is_movement_plan(paper: Paper) -> bool:
    """Say whether the document launches or carries out an emulation movement."""
    return paper.doc_type in ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "HƯỚNG DẪN") and bool(MOVEMENT.search(paper.title))


def element_findings(
    paper: Paper, period: list[int] | None, outline: Outline, paragraphs: list[Paragraph]
) -> list[Finding]:
    """Report each element of Điều 17 that a movement plan does not bring."""
    if not is_movement_plan(paper) or not outline.items:
        return []
    headings = "\n".join(item.title[:160] for item in outline.items)
    text = "\n".join([paper.title, *paper.opening, *(paragraph.text for paragraph in paragraphs)])
    return [
        Finding(
            "missing_element",
            outline.items[0].line,
            f"Kế hoạch phong trào thi đua chưa nêu {name} (Luật Thi đua, khen thưởng, Điều 17).",
        )
        for name, head, anywhere in COMPILED
        if not head.search(headings) and not anywhere.search(text) and not (name == "thời gian" and period)
    ]


def promise_findings(outline: Outline) -> list[Finding]:
    """Report what the heading of a section names while no item or heading brings it."""
    findings = []
    titles = [item.title.casefold() for item in outline.items]
    for index, item in enumerate(outline.items):
        children = outline.children(index)
        named = [topic for topic in TOPICS if topic in titles[index]]
        if len(named) < 2 or len(children) < 2 or len(item.title) > 220:
            continue
        inside = [place for place in range(index + 1, len(titles)) if index in outline.ancestors(place)]
        brought = [topic for topic in named if any(titles[child].startswith(topic) for child in children)]
        if not brought:
            continue  # the items do not follow the words of the heading one by one
        body = "\n".join(outline.items[place].text.casefold() for place in inside)
        for topic in named:
            elsewhere = any(topic in title[:80] for place, title in enumerate(titles) if place != index)
            if topic not in brought and topic not in body and not elsewhere:
                findings.append(
                    Finding(
                        "promised_section_absent",
                        item.line,
                        f'Tiêu đề mục {item.label} (dòng {item.line}) có "{topic}" '
                        f"nhưng không có nội dung nào về {topic}.",
                    )
                )
    return findings
