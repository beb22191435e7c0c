"""The Word file opens in LibreOffice: same labels as in the paper, as many pages as our own PDF, give or take one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2

from tests.vanban.make_papers import make_paper
from tests.vanban.sample_papers import decision, letter, office_plan
from thidua.vanban.read_file import read
from thidua.vanban.structure import Paper
from thidua.vanban.writing import write_docx, write_pdf

OFFICE = shutil.which("soffice")
PAPERS = [office_plan(), decision(), letter(), *(make_paper(seed) for seed in range(9))]


def page_count(pdf: bytes | Path) -> int:
    """The number of pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def labels_of(paper: Paper) -> list[str]:
    """The labels of all headings, in order."""
    bodies = [paper.blocks, *(appendix.blocks for appendix in paper.appendices)]
    return [block.label for blocks in bodies for block in blocks if block.kind == "heading"]


# Without LibreOffice there is nothing to look at on a desk; the test farm must have it.
if OFFICE or os.environ.get("CI") == "true":

    def test_word_file_has_the_labels_and_pages_of_the_paper(tmp_path: Path) -> None:
        assert OFFICE, "LibreOffice (soffice) is missing: apt-get install libreoffice-writer-nogui"
        for place, paper in enumerate(PAPERS):
            (tmp_path / f"{place:02}.docx").write_bytes(write_docx(paper))
        # One call for all: starting the office costs more than converting; a profile of its own, others may run too.
        command = [
            OFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        papers = sorted(str(path) for path in tmp_path.glob("*.docx"))
        subprocess.run([*command, "--outdir", str(tmp_path), *papers], check=True, capture_output=True, timeout=240)
        files = sorted(tmp_path.glob("*.pdf"))
        # Word numbering is counted by the office itself here: what it prints must be the labels of the papers.
        assert [labels_of(read(path).paper) for path in files] == [labels_of(paper) for paper in PAPERS]
        converted = [page_count(path) for path in files]
        ours = [page_count(write_pdf(paper)) for paper in PAPERS]
        assert len(converted) == len(ours)
        apart = [(place, one, other) for place, (one, other) in enumerate(zip(converted, ours, strict=True))]
        assert [row for row in apart if abs(row[1] - row[2]) > 1] == []
