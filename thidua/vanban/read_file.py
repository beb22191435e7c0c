"""Reading a file in one call: load its lines, understand them, refuse what is no official document."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from thidua.vanban.reading import understand
from thidua.vanban.sources import load
from thidua.vanban.structure import Reading, UnreadableDocument

NOT_OFFICIAL = (
    "Tệp không phải là văn bản hành chính: không thấy quốc hiệu, số ký hiệu hay tên loại văn bản cùng nơi ban hành."
)

_NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_OUTLINE_OF_A_PAPER = 2


def read(path: Path | str) -> Reading:
    """Read one official document; raises UnreadableDocument with one Vietnamese sentence when that cannot be done.

    Bounds sizes, not time and memory: for files from outside use `thidua.vanban.read_guarded`.
    """
    reading = understand(load(path))
    if not looks_official(reading):
        raise UnreadableDocument(NOT_OFFICIAL)
    return reading


def looks_official(reading: Reading) -> bool:
    """Whether any head of an official document was found (Nghị định 30/2020, Điều 8); one sure sign is enough.

    A kind of document alone ("BÁO CÁO" on a line) is not: a novel may have one. It needs a second, weaker sign.
    """
    paper = reading.paper
    # Both ways to place the tone, "HÒA" and "HOÀ", are in use.
    source = unicodedata.normalize("NFC", reading.source).upper().replace("HOÀ", "HÒA")
    if paper.symbol or _NATIONAL_NAME in " ".join(source.split()):
        return True
    weaker = (paper.issuing_agency, paper.place, paper.recipients, paper.signer.authority, reading.legal_bases)
    return bool(paper.doc_type) and (any(weaker) or len(reading.outline) >= _OUTLINE_OF_A_PAPER)
