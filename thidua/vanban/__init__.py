"""Official documents (văn bản): read them into a structure, lay a structure out per Nghị định 30/2020. Plain Python."""

from __future__ import annotations

from importlib import import_module
from typing import Any

# What the package offers, each name with its module: imported on first use, since most callers need only one side.
_OFFERED = {
    "read": "thidua.vanban.read_file",
    "read_guarded": "thidua.vanban.guard",
    "write_docx": "thidua.vanban.writing",
    "write_pdf": "thidua.vanban.writing",
    "paper_to_json": "thidua.vanban.jsonform",
    "paper_from_json": "thidua.vanban.jsonform",
    "reading_to_json": "thidua.vanban.jsonform",
    "reading_from_json": "thidua.vanban.jsonform",
    "Paper": "thidua.vanban.structure",
    "Reading": "thidua.vanban.structure",
    "UnreadableDocument": "thidua.vanban.structure",
}


def __getattr__(name: str) -> Any:
    if name not in _OFFERED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_OFFERED[name]), name)
