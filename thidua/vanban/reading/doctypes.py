"""Kinds of official documents as they are printed above the title (Nghị định 30/2020, Điều 7; Party kinds beside)."""

from __future__ import annotations

DOC_TYPES = (
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "CHỈ THỊ",
    "QUY CHẾ PHỐI HỢP",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "THÔNG CÁO",
    "THÔNG BÁO KẾT LUẬN",
    "THÔNG BÁO",
    "HƯỚNG DẪN",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "CHƯƠNG TRÌNH",
    "KẾ HOẠCH",
    "PHƯƠNG ÁN",
    "ĐỀ ÁN",
    "DỰ ÁN",
    "BÁO CÁO",
    "BIÊN BẢN",
    "TỜ TRÌNH",
    "HỢP ĐỒNG",
    "CÔNG ĐIỆN",
    "BẢN GHI NHỚ",
    "BẢN THỎA THUẬN",
    "GIẤY ỦY QUYỀN",
    "GIẤY MỜI",
    "GIẤY GIỚI THIỆU",
    "GIẤY NGHỈ PHÉP",
    "PHIẾU GỬI",
    "PHIẾU CHUYỂN",
    "PHIẾU BÁO",
    "KẾT LUẬN",
    "THÔNG TRI",
    "LỜI KÊU GỌI",
    "THƯ NGỎ",
    "THỂ LỆ",
    "NỘI QUY",
    "ĐIỀU LỆ",
    "NGHỊ ĐỊNH",
    "THÔNG TƯ LIÊN TỊCH",
    "THÔNG TƯ",
    "LUẬT",
    "PHÁP LỆNH",
    "LỆNH",
)
EXACT = frozenset(DOC_TYPES)
# Old tone placement ("Ủy" is the same either way in capitals; "THOẢ" is not).
RESPELLED = {"BẢN THOẢ THUẬN": "BẢN THỎA THUẬN", "GIẤY UỶ QUYỀN": "GIẤY ỦY QUYỀN"}
COMPACT = {name.replace(" ", ""): name for name in DOC_TYPES}


def doc_type_of(text: str, *, capitals_only: bool = True) -> tuple[str, str] | None:
    """Return (kind, rest of the line) when the line begins with a kind of document in capitals, else None."""
    upper = text.upper().strip(" .:")
    upper = RESPELLED.get(upper, upper)
    if capitals_only and text.upper() != text and text.strip(" .:*") not in EXACT:
        return _typed_then_title(text)
    if upper in EXACT:
        return upper, ""
    words = upper.split()
    if len(words) > 3 and all(len(word) == 1 for word in words) and "".join(words) in COMPACT:
        return COMPACT["".join(words)], ""
    return _typed_then_title(text)


def _typed_then_title(text: str) -> tuple[str, str] | None:
    for name in DOC_TYPES:
        if text.startswith(name + " ") and len(name) > 4:
            return name, text[len(name) :].strip(" :-–")
    return None
