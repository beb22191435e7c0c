""" "Nơi nhận": who receives the document, with the purpose in brackets."""

from __future__ import annotations

import re

from thidua.vanban.reading.lines import Line, is_capitals, is_rule
from thidua.vanban.reading.regions import MOTTO, RECIPIENTS
from thidua.vanban.reading.signer import AUTHORITY, SEALED, is_name, is_position
from thidua.vanban.structure import Recipient

MARK = re.compile(r"\s*[-–—+•*]\s*(?=\S)")
BETWEEN = re.compile(r"(?<=[;,.)])\s*[-–—+•]\s+(?=\S)|(?<=[;.])\s+[-–—+•](?=\S)")
PURPOSE = re.compile(
    r"[;,]?\s*\((?P<purpose>(?:để\s+)?(?:b/c|t/h|đ/b|p/h|biết|báo cáo|báo các|thực hiện|t/hiện|theo dõi|"
    r"phối hợp|chỉ đạo|đưa tin|"
    r"đăng tải|đăng (?:tin|bài|công báo)|kiểm tra|triển khai|t/dõi|tổng hợp|giúp|gửi|thay b/c|lưu|đ/t|"
    r"tuyên truyền|đôn đốc|"
    r"để |chỉ đạo)[^()]*)\)\s*[;,.]*$",
    re.IGNORECASE,
)
EMPHASISED = re.compile(r"\(\s*\*[^*()]+\*\s*\)|\*\([^()*]+\)\*")
RIGHT_COLUMN = 28  # a line indented this far in the closing block belongs to the signature


def split_closing(lines: list[Line]) -> tuple[list[Recipient], list[str], list[str]]:
    """Divide the closing block into recipients, pieces of the signature and lines of neither."""
    left: list[tuple[str, str]] = []
    right: list[str] = []
    started = done = False
    for line in lines:
        for position, (part, raw) in enumerate(_parts(line)):
            part = MOTTO.sub("", part).strip()
            if not part or is_rule(part):
                continue
            match = RECIPIENTS.match(part)
            if match:
                started = True
                rest = part[match.end() :].strip(" :")
                if rest:
                    left.extend(_items(rest, raw))
            elif MARK.match(part) and started and not done:
                left.extend(_items(part, raw))
            elif _signs(part, line, position) or not started or done:
                right.append(part)
                done = done or bool(left and _ends_list(left))
            elif left and position == 0 and _unmarked(left) and left[-1][0].endswith((";", ",")) and not is_name(part):
                left.append((part, raw))
            elif left and position == 0 and not is_name(part):
                left[-1] = (f"{left[-1][0]} {part}", f"{left[-1][1]} {raw}")
            elif left or not is_name(part):
                if not left:
                    left.extend(_items(part, raw))
                else:
                    right.append(part)
            else:
                right.append(part)
    if len(left) == 1 and _unmarked(left):
        left = [(piece.strip(), left[0][1]) for piece in left[0][0].split(";") if piece.strip()]
    return [recipient_of(text, raw) for text, raw in left], right, []


def _unmarked(left: list[tuple[str, str]]) -> bool:
    """Say whether the list is printed without dashes, one recipient after another."""
    return not any(MARK.match(text) or BETWEEN.search(raw) or "- " in raw[:40] for text, raw in left)


def _ends_list(left: list[tuple[str, str]]) -> bool:
    return left[-1][0].lstrip("-–+ ").casefold().startswith("lưu")


def _parts(line: Line) -> list[tuple[str, str]]:
    if line.cells is not None:
        return [(" ".join(piece.replace("*", "").split()), piece) for cell in line.cells for piece in cell.split("\n")]
    return [(part, line.raw) for part in line.columns()]


def _signs(part: str, line: Line, position: int) -> bool:
    if AUTHORITY.match(part) and is_capitals(part.split("  ")[0][:12]):
        return True
    if is_position(part) or SEALED.fullmatch(part):
        return True
    if line.cells is None and position == 0 and line.indent >= RIGHT_COLUMN:
        return True
    if position > 0 and line.cells is None:
        return True
    return is_capitals(part) and len(part) > 5 and not part.startswith(("TT", "UB")) and " " in part and ";" not in part


def _items(text: str, raw: str) -> list[tuple[str, str]]:
    """Split "- A; - B; - Lưu: VT." into its items."""
    return [(item, raw) for item in (piece.strip() for piece in BETWEEN.split(text)) if item]


def recipient_of(text: str, raw: str = "") -> Recipient:
    """Read one line of "Nơi nhận" into name, purpose and the words as printed."""
    text = MARK.sub("", text, count=1) if MARK.match(text) else text
    text = text.strip().rstrip(" ;,.").strip()
    match = PURPOSE.search(text)
    if match is None or not text[: match.start()].strip():
        return Recipient(text, None, text)
    name = text[: match.start()].rstrip(" ;,.")
    # A remark set off in italics is a note beside the name; a plain one is printed as part of it.
    return Recipient(name, match.group("purpose").strip(), name if EMPHASISED.search(raw) else text)
