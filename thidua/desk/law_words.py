"""A recorded rule of the law in the words of the office: no key, no English word ever reaches the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from thidua.core.templatetags.td import ngay, so
from thidua.law.rule import UNVERIFIED, Grade, Rule

SUBJECTS = {
    "regimes.toml": "Văn bản pháp luật",
    "movements.toml": "Phong trào thi đua",
    "awards.toml": "Hình thức và tiêu chuẩn khen thưởng",
    "principles.toml": "Nguyên tắc khen thưởng",
    "dossiers.toml": "Hồ sơ đề nghị",
    "clocks.toml": "Thời hạn giải quyết",
    "councils.toml": "Hội đồng thi đua, khen thưởng",
    "money.toml": "Tiền thưởng và quỹ",
    "money_titles.toml": "Mức thưởng danh hiệu thi đua",
    "money_multipliers.toml": "Mức thưởng hình thức khen thưởng",
    "certificates.toml": "Bằng khen, giấy khen",
    "cancelling.toml": "Hủy quyết định, thu hồi",
    "records.toml": "Thống kê, lưu trữ",
}
GRADE_TONES: dict[Grade, str] = {"A": "done", "B": "none", "C": "wait", "D": "back"}
GRADE_BADGES: dict[Grade, str] = {
    "A": "Đã đọc toàn văn",
    "B": "Theo nguồn dẫn lại",
    "C": "Nguồn gián tiếp",
    "D": "Chưa kiểm chứng",
}
GRADE_ICONS: dict[Grade, str] = {"A": "check", "B": "book", "C": "alert-triangle", "D": "alert-circle"}
PARTS = {
    "agency": "cơ quan, đơn vị", "awards_percent": "khi xét khen thưởng, phần trăm thành viên",
    "absent_write": "người vắng mặt gửi ý kiến bằng văn bản", "background": "nền", "chair": "chủ tịch",
    "collective": "tập thể", "decided_by": "người quyết định", "duration": "thời gian", "emblem": "biểu tượng",
    "fighter_grassroots": "Chiến sĩ thi đua cơ sở", "fighter_national": "Chiến sĩ thi đua toàn quốc",
    "fighter_province": "Chiến sĩ thi đua cấp tỉnh", "filed_with": "nơi nhận hồ sơ",
    "flag_government": "Cờ thi đua của Chính phủ", "flag_province": "Cờ thi đua cấp tỉnh", "form": "hình thức",
    "from": "từ", "government_flag": "Cờ thi đua của Chính phủ", "height": "cao", "hero": "Anh hùng",
    "individual": "cá nhân", "launcher": "nơi phát động", "left": "bên trái", "locality": "địa phương",
    "method": "cách thức", "mode": "loại", "national": "toàn quốc", "object": "đối tượng",
    "ordinary": "họp thường kỳ", "ornament_height": "hoa văn cao", "ornament_width": "hoa văn rộng", "paper": "giấy",
    "plain": "thông thường", "pm_merit": "Bằng khen của Thủ tướng Chính phủ", "proposed_by": "nơi trình",
    "right": "bên phải", "rule": "nguyên tắc", "seal_gap": "chừa chỗ đóng dấu", "secretary": "thư ký",
    "sector": "bộ, ngành, đoàn thể", "standing": "thường trực", "to": "đến", "vice_chairs": "phó chủ tịch",
    "width": "rộng", "with_consultation": "khi phải hiệp y",
}  # fmt: skip
_TEXT_PARTS = {"kind", "number", "name", "role"}


def subject(rule: Rule) -> str:
    """What a rule is about."""
    return SUBJECTS[rule.file]


def grade_words(rule: Rule) -> str:
    """The trust grade in full: "Theo nguồn dẫn lại điều khoản"."""
    return capital(rule.grade_label)


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]


def doubt(rule: Rule) -> str:
    """What is known worse than the content: the days in force."""
    return f"Thời hạn hiệu lực {UNVERIFIED}." if rule.dates_grade == "D" and not rule.unverified else ""


def value_words(rule: Rule) -> str:
    """The value with its unit; a rule nobody could state says so."""
    if rule.value is None:
        return "Chưa xác định"
    if isinstance(rule.value, Mapping) and rule.value.keys() >= _TEXT_PARTS:
        return text_words(rule.value)
    words = plain(rule.value)
    return f"{words} {rule.unit}".strip() if rule.unit else capital(words)


def text_words(value: Mapping[str, Any]) -> str:
    """A legal text: "Luật Thi đua, khen thưởng, ban hành 15/06/2022"."""
    signed = f", ký ngày {ngay(value['signed'])}" if value.get("signed") else ""
    replaced = f"; được thay bằng {value['replaced_by']}" if value.get("replaced_by") else ""
    name = value["name"]
    return f"{capital(name)}{signed}{replaced}"


def plain(value: Any) -> str:
    """Any value of the records in words."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return so(value)
    if isinstance(value, dt.date):
        return ngay(value)
    if isinstance(value, tuple):
        return "; ".join(plain(item) for item in value)
    if isinstance(value, Mapping):
        return "; ".join(_parts(value))
    return str(value)


def _parts(value: Mapping[str, Any]) -> list[str]:
    """The entries of a composed value; numerator and denominator make one fraction."""
    found = []
    for key, item in value.items():
        if key.endswith("denominator"):
            continue
        if key.endswith("numerator"):
            whole = key.removesuffix("numerator")
            fraction = f"{plain(item)}/{plain(value[f'{whole}denominator'])}"
            found.append(f"{PARTS[whole.rstrip('_')]}: {fraction}" if whole else fraction)
        elif item is True:
            found.append(PARTS[key])
        else:
            inner = ", ".join(plain(one) for one in item) if isinstance(item, tuple) else plain(item)
            found.append(f"{PARTS.get(key, f'biểu {key}')}: {inner}")
    return found
