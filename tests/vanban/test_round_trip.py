"""Reading what was written gives the paper back, for papers of every kind, with clean and with faulty numbering."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.vanban.make_papers import make_paper
from tests.vanban.sample_papers import decision, letter, office_plan
from thidua.vanban.read_file import read
from thidua.vanban.structure import Paper
from thidua.vanban.writing import write_docx, write_pdf

DOCX_PAPERS = 500
# Laying out and reading a PDF costs ten times as much; other seeds than those of the .docx.
PDF_PAPERS = 150


def differing(seeds: range, write: Callable[[Paper], bytes], path: Path) -> list[int]:
    """Return the seeds whose papers came back changed."""
    changed = []
    for seed in seeds:
        paper = make_paper(seed)
        path.write_bytes(write(paper))
        if read(path).paper != paper:
            changed.append(seed)
    return changed


def test_papers_come_back_from_docx(tmp_path: Path) -> None:
    assert differing(range(DOCX_PAPERS), write_docx, tmp_path / "paper.docx") == []


def test_papers_come_back_from_pdf(tmp_path: Path) -> None:
    seeds = range(DOCX_PAPERS, DOCX_PAPERS + PDF_PAPERS)
    assert differing(seeds, write_pdf, tmp_path / "paper.pdf") == []


@pytest.mark.parametrize("make", [office_plan, decision, letter])
@pytest.mark.parametrize(("write", "name"), [(write_docx, "paper.docx"), (write_pdf, "paper.pdf")])
def test_what_was_read_is_written_the_same(
    make: Callable[[], Paper], write: Callable[[Paper], bytes], name: str, tmp_path: Path
) -> None:
    """Once through the printed form a paper no longer changes: writing the reading gives the same reading."""
    path = tmp_path / name
    path.write_bytes(write(make()))
    first = read(path).paper
    path.write_bytes(write(first))
    assert read(path).paper == first


def test_the_made_papers_are_varied() -> None:
    papers = [make_paper(seed) for seed in range(DOCX_PAPERS)]
    assert {paper.doc_type for paper in papers} >= {"KẾ HOẠCH", "QUYẾT ĐỊNH", "TỜ TRÌNH", "BÁO CÁO", "THÔNG BÁO", ""}
    counts = {
        "no number": sum(paper.number is None for paper in papers) > 50,
        "no day": sum(paper.date is None for paper in papers) > 50,
        "appendices": sum(bool(paper.appendices) for paper in papers) > 100,
        "tables": sum(any(block.kind == "table" for block in paper.blocks) for paper in papers) > 50,
        "authorities": len({paper.signer.authority for paper in papers}) >= 8,
        "two sections of one number": sum(_repeats(paper) for paper in papers) > 20,
    }
    assert counts == dict.fromkeys(counts, True)


def _repeats(paper: Paper) -> bool:
    labels = [block.label for block in paper.blocks if block.kind == "heading" and block.level == 1]
    return len(labels) != len(set(labels))
