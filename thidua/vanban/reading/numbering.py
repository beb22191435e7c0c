"""Oddities of numbering: a label used twice, a label passed over, a list that does not begin at its beginning."""

from __future__ import annotations

from thidua.vanban.reading.labels import Label, label_after
from thidua.vanban.reading.outline import Outline
from thidua.vanban.structure import Finding, OutlineItem

FIRST = {"roman": "I", "number": "1", "letter": "a", "capital": "A", "paren number": "(1)", "điều": "Điều 1"}


def numbering_findings(outline: Outline) -> list[Finding]:
    """Compare each item with its elder sibling of the same kind."""
    findings: list[Finding] = []
    last: dict[tuple[int | None, int | None, str, str], tuple[Label, OutlineItem]] = {}
    for index, (item, label) in enumerate(zip(outline.items, outline.labels, strict=True)):
        key = (outline.parts[index], item.parent, label.kind, label.prefix)
        elder = last.get(key)
        last[key] = (label, item)
        if elder is None:
            if label.value > 1 and (label.kind in FIRST or label.kind.startswith("dot")):
                first = FIRST.get(label.kind) or f"{label.prefix}.1"
                findings.append(
                    Finding(
                        "late_numbering",
                        item.line,
                        f"Dòng {item.line}: mục đầu tiên đánh số {item.label}, không có mục {first}.",
                    )
                )
            continue
        finding = _compare(elder[0], elder[1], label, item)
        if finding:
            findings.append(finding)
    return findings


def _compare(elder: Label, elder_item: OutlineItem, label: Label, item: OutlineItem) -> Finding | None:
    if label.value == elder.value:
        message = f"Hai mục cùng đánh số {item.label}: dòng {elder_item.line} và dòng {item.line}."
        return Finding("duplicate_numbering", item.line, message, [elder_item.line, item.line])
    if label.follows(elder):
        return None
    if label.value > elder.value:
        missing = label_after(elder)
        jump = f"từ {elder_item.label} (dòng {elder_item.line}) sang {item.label} (dòng {item.line})"
        message = f"Đánh số nhảy {jump}, thiếu {missing}."
        return Finding("skipped_numbering", item.line, message, [elder_item.line, item.line])
    message = (
        f"Mục {item.label} (dòng {item.line}) đứng sau mục {elder_item.label} (dòng {elder_item.line}): đánh số lùi."
    )
    return Finding("backward_numbering", item.line, message, [elder_item.line, item.line])
