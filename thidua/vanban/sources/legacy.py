"""Vietnamese typed in the encodings before Unicode (TCVN3, VNI, Windows-1258): recognised, so that it can be named."""

from __future__ import annotations

import re

# Signs TCVN3 uses for letters: in Unicode text they do not stand against a letter again and again.
_TCVN3 = re.compile(r"(?<=[A-Za-z])[¸µ¶·¹¨»¾¼½©®ª«¬§](?=[a-z\s,.;]|$)|[®§](?=[a-z\u00aa-\u00ff])")
# VNI writes the mark as a second letter after the vowel: "Keá hoaïch", "ñònh".
_VNI = re.compile(r"[aeouyAEOUYöôÖÔ][ùøûõïáàåãäâÙØÛÕÏÁÀÅÃÄÂ]|[ñÑ](?=[a-zà-ÿA-ZÀ-Þ])")
_UNICODE_VOWEL = re.compile(r"[\u1ea0-\u1ef9\u0300-\u0323đĐơƠưƯ]")
_ENOUGH = 5
_SAMPLE = 20_000

_ADVICE = "hãy chuyển sang Unicode (ví dụ bằng UniKey) rồi gửi lại."
TCVN3 = f"Văn bản dùng bảng mã cũ TCVN3 (phông .VnTime), chưa đọc được; {_ADVICE}"
VNI = f"Văn bản dùng bảng mã cũ VNI (phông VNI-Times), chưa đọc được; {_ADVICE}"
DAMAGED = "Tệp văn bản UTF-8 bị hỏng hoặc chưa tải về đủ nên không đọc được; hãy gửi lại bản gốc."
BYTES = f"Tệp văn bản không phải mã UTF-8 (có thể là bảng mã cũ Windows-1258), chưa đọc được; {_ADVICE}"


def legacy_sentence(text: str) -> str | None:
    """Return the sentence for text in TCVN3 or VNI letters, or None for text that may well be Unicode."""
    sample = text[:_SAMPLE]
    enough = max(_ENOUGH, 5 * len(_UNICODE_VOWEL.findall(sample)))
    if len(_TCVN3.findall(sample)) >= enough:
        return TCVN3
    if len(_VNI.findall(sample)) >= enough:
        return VNI
    return None


def bytes_sentence(raw: bytes) -> str:
    """Return the sentence for a text file that is not UTF-8, naming the old encoding where its letters show it."""
    repaired = raw[:_SAMPLE].decode("utf-8", "replace")
    if len(_UNICODE_VOWEL.findall(repaired)) > 3 * repaired.count("\ufffd"):
        return DAMAGED
    return legacy_sentence(raw[:_SAMPLE].decode("latin-1")) or BYTES
