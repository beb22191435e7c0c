"""Where centred texts of the heading break, and how wide the columns of a table are."""

from __future__ import annotations

import math

from thidua.vanban.writing import dimensions as dim
from thidua.vanban.writing.font_widths import text_width

# A line likes to begin with the name of the place ...
_GOOD_STARTS = ("TỈNH", "THÀNH", "HUYỆN", "THỊ", "XÃ", "PHƯỜNG", "ĐẶC", "QUỐC", "VỀ")
# ... and must not tear these words apart.
_TOGETHER_WORDS = """
    ủy_ban uỷ_ban nhân_dân văn_phòng thành_phố hội_đồng ban_chỉ chỉ_đạo thị_xã đặc_khu chính_phủ thi_đua khen_thưởng
    trung_tâm quốc_gia công_an ma_túy phong_trào giai_đoạn địa_bàn giáo_dục đào_tạo nội_vụ tài_chính
"""
_FORBIDDEN = 100_000
_MOST_WORDS = 150
_TOGETHER = {tuple(pair.upper().split("_")) for pair in _TOGETHER_WORDS.split()}


def balanced(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a centred text into the fewest lines that fit `width` millimetres, even ones, at sensible places."""
    words = text.split()
    if not words or text_width(text, size, bold=bold) <= width:
        return [" ".join(words)] if words else []
    ends = [0.0]
    for word in words:
        ends.append(ends[-1] + text_width(word + " ", size, bold=bold))
    space = text_width(" ", size, bold=bold)
    chosen: tuple[float, tuple[int, ...]] | None = None
    if len(words) > _MOST_WORDS:
        return [" ".join(words)]  # no title: it may break where it comes
    for count in range(max(2, math.ceil(ends[-1] / (width + space))), len(words) + 1):
        ideal = ends[-1] / count
        # best[k] = (cost, cuts) of breaking words[:k] into as many lines as rounds gone through
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        for _ in range(count):
            best = _next_line(best, words, ends, width + space, ideal)
        if len(words) in best and (chosen is None or best[len(words)][0] < chosen[0]):
            chosen = best[len(words)]
        # One line more than needed is better than a forbidden break.
        if chosen and (chosen[0] < _FORBIDDEN or len(chosen[1]) < count):
            break
    edges = (0, *(chosen[1] if chosen else range(1, len(words) + 1)))
    return [" ".join(words[a:b]) for a, b in zip(edges, edges[1:], strict=False)]


def _next_line(
    best: dict[int, tuple[float, tuple[int, ...]]], words: list[str], ends: list[float], width: float, ideal: float
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """Add one more line to every way of breaking the text so far; keep the cheapest for each end."""
    found: dict[int, tuple[float, tuple[int, ...]]] = {}
    for start, (cost, cuts) in best.items():
        for end in range(start + 1, len(words) + 1):
            line = ends[end] - ends[start]
            if line > width:
                break
            total = cost + (line - ideal) ** 2 + (_cut_cost(words, end) if end < len(words) else 0)
            if end not in found or total < found[end][0]:
                found[end] = (total, (*cuts, end))
    return found


def _cut_cost(words: list[str], cut: int) -> int:
    if (words[cut - 1].strip("“”,;").upper(), words[cut].strip("“”,;").upper()) in _TOGETHER:
        return 2500
    if words[cut] == "-" or (words[cut - 1] == "-" and words[cut][0].isdigit()):
        return _FORBIDDEN  # no line begins with a dash, "2023 - 2025" stays together
    if words[cut][0].isdigit() and words[cut - 1].lower() in ("số", "ngày", "tháng", "năm", "điều", "khoản"):
        return 2500
    if words[cut] in ("tháng", "năm") and words[cut - 1].isdigit():
        return 1500
    if words[cut] in _GOOD_STARTS:
        return -600
    return -200 if words[cut - 1].endswith((",", ";")) else 0


def heading_columns(date: str) -> tuple[float, float]:
    """Return the widths of the heading's two columns; a long place of issue makes the right one wider."""
    right = max(dim.HEADING_RIGHT, min(text_width(date, dim.DATE_SIZE, italic=True) + 1.5, dim.HEADING_RIGHT_MOST))
    return dim.TEXT_WIDTH - right, right


def rule_width(lines: list[str], width: float, size: float) -> float:
    """Return the length of the rule below a bold centred text: 1/3-1/2 of its width (Phụ lục I)."""
    widest = max((text_width(line, size, bold=True) for line in lines), default=0.0)
    return round(min(widest, width) * dim.RULE_PART, 1)


def column_widths(rows: list[list[str]], width: float) -> list[float]:
    """Return column widths in millimetres that fill `width`: no word torn, short entries on one line if possible."""
    columns = max(map(len, rows), default=0)
    size = dim.table_size(columns)
    least, whole = [5.0] * columns, [5.0] * columns
    for index, row in enumerate(rows):
        for column, cell in enumerate(row):
            if len(row) < columns and column == len(row) - 1:
                continue  # it runs on to the right edge
            words = [text_width(part, size, bold=index == 0) for part in cell.split()]
            least[column] = max(least[column], *words, 0.0)
            # A heading may break where the entries below it do not.
            if index:
                whole[column] = max(whole[column], text_width(cell, size))
    frame = 2 * dim.CELL_PADDING + 0.6
    least = [value + frame for value in least]

    def at(steepness: float) -> list[float]:
        # A long text wants the square root of its length, so that it is no strip; a short one never more than itself.
        wishes = [min(value, steepness * math.sqrt(value)) + frame for value in whole]
        return [max(pair) for pair in zip(least, wishes, strict=True)]

    low, high = 0.0, 60.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if sum(at(middle)) > width else (middle, high)
    widths = at(low)
    return [round(value * width / sum(widths), 2) for value in widths]
