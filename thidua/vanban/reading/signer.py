"""The signature block: authority lines (TM., KT., TL., TUQ., Q.), position and full name."""

from __future__ import annotations

import re

from thidua.vanban.reading.lines import is_capitals, is_rule
from thidua.vanban.structure import Signer

AUTHORITY = re.compile(
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|TU[QN]|T/U/Q)\s*[./]?\s+\S|(?:TM|KT|TL|TUQ)\.\S|(?:Q|QUYỀN)\s*\.\s*[^\W\d]"
)
POSITION_WORDS = (
    r"(?:PHÓ TỔNG|PHÓ CHI CỤC|PHÓ CỤC|PHÓ VỤ|PHÓ|QUYỀN|CHỦ TỊCH|CHỦ NHIỆM|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|"
    r"CHÁNH|HIỆU TRƯỞNG|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG|"
    r"TRƯỞNG|BÍ THƯ|ỦY VIÊN|UỶ VIÊN|TỔNG THƯ KÝ|TỔNG BIÊN TẬP|THƯ KÝ|CHỈ HUY TRƯỞNG|CHÍNH ỦY|CHÍNH TRỊ VIÊN|TƯ LỆNH|"
    r"THỦ TƯỚNG|THỐNG ĐỐC|KIỂM TOÁN TRƯỞNG|TỔNG THANH TRA|KẾ TOÁN TRƯỞNG|THỦ TRƯỞNG|NGƯỜI )"
)
POSITION = re.compile(POSITION_WORDS)
NEXT_POSITION = re.compile(r"(?<=\S)\s+(?=" + POSITION_WORDS + r"|(?:TM|KT|TL|TUQ|Q)\.\s)")
DEGREE = r"(?:(?:PGS|GS|TSKH|TS|ThS|Ths|Th\.S|BSCK\s?I{1,2}|BS|CK\s?I{1,2}|CN|KS|DS|NGƯT|NGND)\b[.,\s]*)+"
NAME = re.compile(
    r"(?:" + DEGREE + r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\s+)?"
    r"(?:[A-ZĐÀ-ỸƯƠÂÊÔĂ][a-zà-ỹđươâêôă’']*\s+){1,5}[A-ZĐÀ-ỸƯƠÂÊÔĂ][a-zà-ỹđươâêôă’']*"
)
DEGREE_LAST = re.compile(r"(?:^|\s)" + DEGREE + "$")
ALONE = re.compile(
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|TU[QN]|Q|QUYỀN|PHÓ)\s*[./]?|.*\b(?:PHÓ|QUYỀN|HIỆU|VIỆN|CỤC|(?<!THƯỜNG )VỤ|"
    r"TỔNG|BỘ|THỨ|ĐỘI|TỔ|TOÁN|HUY|THỦ)"
)
SEALED = re.compile(
    r"\s*[(\[]?\s*(?:đã\s*ký|ký tên|đã ký và đóng dấu|ký, đóng dấu|daky|signed)[^)\]]*[)\]]?\s*", re.IGNORECASE
)
SURNAMES = frozenset(
    (  # noqa: SIM905 - one name after another reads better than a list
        "BÙI BẠC CAO CHU CHÂU CÀ CẦM DƯƠNG GIÀNG HOÀNG HUỲNH HÀ HÀNG HỒ HỜ KHÀ KIM KIỀU LA LÂM LÈO LÊ LÒ LÝ "
        "LƯU LƯƠNG LƯỜNG LỪ MAI MÈ MÙA NGUYỄN NGÔ NÔNG PHAN PHÀNG PHÙNG PHẠM QUÀNG QUÁCH SA SÙNG SƠN THÀO "
        "THÁI THẠCH TRƯƠNG TRẦN TRỊNH TÒNG TÔ TĂNG TẠ VÀNG VÌ VÕ VŨ VƯƠNG ĐINH ĐOÀN ĐÀO ĐẶNG ĐỖ "
    ).split()
)


def is_position(text: str) -> bool:
    """Say whether the line is a position printed above a signature ("CHÁNH VĂN PHÒNG")."""
    return is_capitals(text) and len(text) < 90 and bool(POSITION.match(text)) and not text.endswith((".", ":", ";"))


def is_name(text: str) -> bool:
    """Say whether the line is a person's full name."""
    text = text.strip(" .")
    if NAME.fullmatch(text):
        return True
    words = text.split()
    return 2 <= len(words) <= 6 and is_capitals(text) and words[0] in SURNAMES and not POSITION.match(text)


def read_signer(parts: list[str]) -> Signer:
    """Read the signature from the pieces of the closing block that are not recipients, in order."""
    titles: list[str] = []
    name: str | None = None
    for part in parts:
        for piece in _pieces(part):
            if is_rule(piece) or SEALED.fullmatch(piece):
                continue
            if titles and is_name(piece):
                name = piece.strip(" .")
                break
            if is_capitals(piece) and (AUTHORITY.match(piece) or POSITION.match(piece) or titles):
                titles.append(piece.strip(" ,;"))
        if name:
            break
    return _signer(_joined(titles), name)


def _pieces(part: str) -> list[str]:
    """Cut "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Thị A" into its lines; a part that is one line stays whole."""
    part = SEALED.sub(" ", part).strip()
    if not part:
        return []
    words = part.split()
    upper = 0
    while upper < len(words) and (is_capitals(words[upper]) or not any(char.isalpha() for char in words[upper])):
        upper += 1
    if 0 < upper < len(words) and len(words[upper - 1]) == 1:
        upper -= 1  # "Y Thanh Hà Niê Kđăm": a name may begin with a single letter
    if upper == len(words) or upper == 0:
        capitals, rest = (part, "") if upper else ("", part)
    else:
        capitals, rest = " ".join(words[:upper]), " ".join(words[upper:])
        degree = DEGREE_LAST.search(capitals)
        if degree:
            capitals, rest = capitals[: degree.start()], f"{capitals[degree.start() :].strip()} {rest}"
    return [*(_cut(capitals) if capitals else []), *([rest] if rest else [])]


def _cut(capitals: str) -> list[str]:
    """Cut a run of capitals where a new position begins, never between "KT." and what it stands for."""
    if is_name(capitals):
        return [capitals]
    pieces: list[str] = []
    for piece in NEXT_POSITION.split(capitals):
        if pieces and ALONE.fullmatch(pieces[-1]):
            pieces[-1] += " " + piece
        else:
            pieces.append(piece)
    return pieces


def _joined(titles: list[str]) -> list[str]:
    """Join a title printed on two lines ("TM. ỦY BAN NHÂN DÂN" + "TỈNH SƠN LA")."""
    joined: list[str] = []
    for title in titles:
        starts = AUTHORITY.match(title) or POSITION.match(title)
        if joined and (not starts or joined[-1] in ("PHÓ", "QUYỀN")):
            joined[-1] += " " + title
        else:
            joined.append(title)
    return joined


def _signer(titles: list[str], name: str | None) -> Signer:
    authority = [title for title in titles if AUTHORITY.match(title)]
    positions = [title for title in titles if not AUTHORITY.match(title)]
    if not positions and authority and re.match(r"(?:Q|QUYỀN)\s*\.", authority[-1]):
        # "Q. GIÁM ĐỐC" alone: the acting head signs, his position is the line itself.
        positions = [authority.pop()]
    return Signer("; ".join(authority) or None, "; ".join(positions) or None, name)
