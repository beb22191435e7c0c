"""File formats a document comes in, each read into a list of SourceLine; `load` finds out which one a file is."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from thidua.vanban.sources.legacy import legacy_sentence
from thidua.vanban.sources.lines import numbered
from thidua.vanban.sources.sniff import check_file, kind_of
from thidua.vanban.structure import SourceLine, UnreadableDocument

# The module is imported when its format turns up: plain text need not wait for the PDF and XML libraries.
_LOADERS = {
    "txt": ("thidua.vanban.sources.txt", "load_txt"),
    "docx": ("thidua.vanban.sources.docx", "load_docx"),
    "odt": ("thidua.vanban.sources.odt", "load_odt"),
    "pdf": ("thidua.vanban.sources.pdf", "load_pdf"),
    "doc": ("thidua.vanban.sources.doc", "load_doc"),
}

NO_TEXT = "Tệp không có chữ nào để đọc."


def load(path: Path | str) -> list[SourceLine]:
    """Read a .docx, .odt, .pdf, .doc or .txt file into numbered lines; raises UnreadableDocument with one sentence."""
    path = Path(path)
    check_file(path)
    module, function = _LOADERS[kind_of(path)]
    lines = numbered(getattr(import_module(module), function)(path))
    text = "\n".join(line.text for line in lines)
    if not text.strip():
        raise UnreadableDocument(NO_TEXT)
    sentence = legacy_sentence(text)
    if sentence is not None:
        raise UnreadableDocument(sentence)
    return lines
