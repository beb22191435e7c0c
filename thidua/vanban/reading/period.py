"""The years a document covers, read from its title."""

from __future__ import annotations

import re

from thidua.vanban.structure import OutlineItem

SPAN = re.compile(
    r"(?:giai đoạn|nhiệm kỳ|năm học|các năm|trong năm|từ năm|năm|thời kỳ)\s*(\d{4})\s*(?:[-–—]|đến năm|"
    r"đến|và(?: năm)?|,)\s*(\d{4})",
    re.IGNORECASE,
)
LOOSE_SPAN = re.compile(r"\b(20\d\d)\s*[-–—]\s*(20\d\d)\b")
YEAR = re.compile(r"(?P<before>\b[\wÀ-ỹ]+\s+|,\s*)?năm\s+(?P<year>20\d\d)", re.IGNORECASE)
DATED = re.compile(
    r"ngày\s*\d{1,2}\s*(?:tháng\s*\d{1,2}\s*năm\s*\d{4}|[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})|số\s*\d+\S*/20\d\d/\S+",
    re.IGNORECASE,
)
MONTH = re.compile(r"tháng\s*\d{1,2}\s*/\s*(20\d\d)|quý\s+(?:[IV]+|\d)\s*/\s*(20\d\d)", re.IGNORECASE)
QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
FAR = ("đến", "hướng", "nhìn", "trước", "sau", "luật")
UP_TO = re.compile(r"(?<!hướng )(?<!nhìn )(?:từ nay )?\bđến (?:hết |cuối )?năm\s+(20\d\d)", re.IGNORECASE)
MOVEMENT = re.compile(r"phong trào(?: thi đua)?|thi đua", re.IGNORECASE)
MOVEMENT_TIME = re.compile(r"thời gian\b(?!\s+(?:tổ chức(?! phong| thi đua)|gửi|nộp|báo cáo|họp|xét))", re.IGNORECASE)
ANY_YEAR = re.compile(r"\b(20[0-4]\d)\b")


REPORTS = re.compile(r"(?:về (?:việc )?)?(?:kết quả|tình hình|tổng kết|sơ kết|đánh giá|công tác)\b", re.IGNORECASE)
# A report on one year that also looks at the next covers the year it reports on.
OUTLOOK = re.compile(
    r"(?<=\d)\s*[,;]?\s*(?:và\s+)?(?:phương hướng|dự kiến|định hướng|nhiệm vụ|kế hoạch|chương trình)\b[^;]*$",
    re.IGNORECASE,
)


def period_of(title: str, written: int | None, outline: list[OutlineItem]) -> list[int] | None:
    """Return [first year, last year] the document covers: by its title, else by a movement's own time section."""
    text = OUTLOOK.sub("", DATED.sub(" ", title)) if REPORTS.match(title) else DATED.sub(" ", title)
    outside = QUOTED.sub(" ", text)
    for candidate in (outside, text):
        found = _period(candidate)
        if found:
            return found
    up_to = UP_TO.search(outside)
    if up_to and written and written <= int(up_to.group(1)):
        return [written, int(up_to.group(1))]
    return _movement_time(outline) if MOVEMENT.search(title) else None


def _movement_time(outline: list[OutlineItem]) -> list[int] | None:
    """The years named under "Thời gian thi đua"; only a movement plan has such a section of its own."""
    for index, item in enumerate(outline):
        if not MOVEMENT_TIME.match(item.title):
            continue
        inside = {index}
        years = [int(year) for year in ANY_YEAR.findall(item.text)]
        for place in range(index + 1, len(outline)):
            if outline[place].parent in inside:
                inside.add(place)
                years += [int(year) for year in ANY_YEAR.findall(outline[place].text)]
        if years:
            return [min(years), max(years)]
    return None


def _period(text: str) -> list[int] | None:
    spans = [(int(a), int(b)) for a, b in (SPAN.findall(text) or LOOSE_SPAN.findall(text)) if int(a) <= int(b)]
    bare = SPAN.sub(" ", LOOSE_SPAN.sub(" ", text) if spans else text)
    years = [
        int(match.group("year"))
        for match in YEAR.finditer(bare)
        if (match.group("before") or "").strip().casefold() not in FAR
    ]
    years += [int(a or b) for a, b in MONTH.findall(bare)]
    if years:
        # The year of the document itself is named last ("chương trình ... giai đoạn 2021 - 2025 năm 2024").
        return [years[-1], years[-1]]
    if spans:
        return [spans[-1][0], spans[-1][1]]
    return None
