"""A reading told in plain Vietnamese lines: heads, outline, deadlines, duties and what is odd."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.vanban.structure import Deadline, Paper, Reading

_MARKED = re.compile(r".*[.)\]]|\(.*")
_TITLE_LENGTH = 102
_LETTER = re.compile(r"[a-zđ]{1,2}")
_KINDS = {
    "fixed": "",
    "annual": "hằng năm",
    "semiannual": "6 tháng một lần",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
    "daily": "hằng ngày",
    "relative": "tính theo sự kiện",
}


def outline_text(reading: Reading) -> str:
    """Return the reading as text for a person to check against the document; empty parts are left out."""
    parts = [
        ("", _heads(reading.paper)),
        ("Căn cứ", (" ".join(filter(None, [b.type, b.id or b.name, b.date])) for b in reading.legal_bases)),
        ("Đề mục", (f"{'  ' * (item.level - 1)}{_mark(item.label)} {_short(item.title)}" for item in reading.outline)),
        ("Thời hạn", (_deadline(item) for item in reading.deadlines if item.strength == "hard")),
        ("Mốc thời gian khác", (_deadline(item) for item in reading.deadlines if item.strength != "hard")),
        ("Đơn vị được giao việc", reading.responsible_units),
        ("Hình thức khen thưởng", reading.award_forms),
        ("Nơi nhận", (f"{r.name} ({r.purpose})" if r.purpose else r.name for r in reading.paper.recipients)),
        ("Phụ lục", (f"{item.label} {item.title}".strip() for item in reading.paper.appendices)),
        ("Lưu ý", (f"dòng {item.line}: {item.message}" for item in reading.findings)),
    ]
    made = []
    for title, lines in parts:
        shown = list(lines)
        if shown:
            made.append("\n".join([f"{title}:", *(f"  {line}" for line in shown)] if title else shown))
    return "\n\n".join(made) + "\n"


def _heads(paper: Paper) -> Iterator[str]:
    yield " ".join(filter(None, [paper.doc_type or "CÔNG VĂN", paper.title]))
    code = "/".join([paper.number or "(chưa có số)", *filter(None, [paper.symbol])])
    fields = {
        "Số, ký hiệu": code if paper.number or paper.symbol else None,
        "Cơ quan ban hành": paper.issuing_agency,
        "Cơ quan chủ quản": paper.parent_agency,
        "Nơi và ngày": ", ".join(filter(None, [paper.place, _day(paper)])),
        "Kính gửi": "; ".join(paper.addressees),
        "Người ký": ", ".join(filter(None, [paper.signer.authority, paper.signer.position, paper.signer.name])),
    }
    for name, value in fields.items():
        if value:
            yield f"{name}: {value}"


def _day(paper: Paper) -> str | None:
    return paper.date.strftime("%d/%m/%Y") if paper.date else paper.date_partial


def _mark(label: str) -> str:
    if _MARKED.fullmatch(label):
        return label
    return f"{label})" if _LETTER.fullmatch(label) else f"{label}."


def _short(title: str) -> str:
    if len(title) <= _TITLE_LENGTH:
        return title
    cut = title[:_TITLE_LENGTH]
    return (cut.rpartition(" ")[0] or cut).rstrip() + "…"


def _deadline(item: Deadline) -> str:
    said = [item.date, _KINDS[item.kind], item.unit, f"gửi {item.to}" if item.to else None]
    details = ", ".join(filter(None, said))
    return (
        f"dòng {item.line}: {item.text}"
        + (f" ({details})" if details else "")
        + (f": {item.what}" if item.what else "")
    )
