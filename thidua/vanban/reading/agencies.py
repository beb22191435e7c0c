"""Agency names in the letterhead: which lines make one name, which is the parent and which issues."""

from __future__ import annotations

import re

BEGINS = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|SỞ|BỘ|VĂN PHÒNG|BAN|PHÒNG|TRƯỜNG|CỤC|CHI CỤC|TỔNG CỤC|VỤ|CÔNG AN|TRUNG TÂM|"
    r"ĐẢNG BỘ|ĐẢNG (?:ỦY|UỶ)|TỈNH (?:ỦY|UỶ)|THÀNH (?:ỦY|UỶ)|HUYỆN (?:ỦY|UỶ)|QUẬN (?:ỦY|UỶ)|TỈNH ĐOÀN|"
    r"THÀNH ĐOÀN|HỘI|LIÊN ĐOÀN|"
    r"CÔNG ĐOÀN|VIỆN|BỆNH VIỆN|ĐẠI HỌC|HỌC VIỆN|(?:TÒA|TOÀ) ÁN|BẢO HIỂM|KHO BẠC|THANH TRA|CÔNG TY|"
    r"TỔNG CÔNG TY|TẬP ĐOÀN|"
    r"NGÂN HÀNG|MẶT TRẬN|ĐOÀN|UBMTTQ|UB MTTQ|BCH|CHI BỘ|TỔ|BÁO|ĐÀI|TẠP CHÍ|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|THUẾ|HẠT|ĐỘI|"
    r"TRẠM|KHOA|QUỸ|LIÊN MINH|HIỆP HỘI|THƯỜNG TRỰC|TIỂU BAN|QUÂN KHU|SƯ ĐOÀN|HẢI QUAN|KIỂM TOÁN|"
    r"LIÊN HIỆP|KHU|ĐẶC KHU ỦY|XÃ ĐOÀN)\b"
)
# Words that only finish a name begun on the line above.
FINISHES = re.compile(r"(?:TRUNG ƯƠNG|VIỆT NAM|NHÂN DÂN|TỐI CAO|CỘNG SẢN|VÀ |THUỘC |- |KHU VỰC|KHU CÔNG NGHIỆP)")
UNFINISHED = re.compile(
    r"(?:\bVÀ|,|-|\bHỘI LIÊN HIỆP|\bBAN CHẤP HÀNH|\bBAN THƯỜNG VỤ|\bBAN QUẢN LÝ|\bTNCS|\bBAN|^THƯỜNG TRỰC)$"
)
# A place of government followed on the same line by a body below it ("UBND TỈNH SƠN LA VĂN PHÒNG").
BELOW = re.compile(
    r"^((?:UBND|(?:ỦY|UỶ) BAN NHÂN DÂN)\s+(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ XÃ|THỊ TRẤN|"
    r"ĐẶC KHU)\s.+?)\s+"
    r"((?:SỞ|VĂN PHÒNG|BAN|TRƯỜNG|PHÒNG|TRUNG TÂM|CHI CỤC|THANH TRA|VIỆN|BỆNH VIỆN)\s?.*)$"
)
TWO_BODIES = re.compile(
    r"^((?:SỞ|BỘ|CỤC|TỔNG CỤC)\s.+?)\s+((?:TRƯỜNG (?:THPT|THCS|TIỂU|MẦM|TRUNG|ĐẠI|CAO)|CHI CỤC|"
    r"TRUNG TÂM|CỤC|VỤ|BỆNH VIỆN)\s.*)$"
)


def agencies(lines: list[str]) -> list[str]:
    """Join the letterhead lines of the left column into agency names, outermost first."""
    names: list[str] = []
    for line in lines:
        text = line.strip(" -–*_.:")
        if not text:
            continue
        if names and (not BEGINS.match(text) or FINISHES.match(text) or UNFINISHED.search(names[-1])):
            names[-1] = f"{names[-1]} {text}"
        else:
            names.append(text)
    return [part for name in names for part in _split(name)]


def _split(name: str) -> list[str]:
    for pattern in (BELOW, TWO_BODIES):
        match = pattern.match(name)
        if match:
            return [match.group(1), match.group(2)]
    return [name]
