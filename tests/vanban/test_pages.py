"""The Word file opens in LibreOffice and takes as many pages there as our own PDF, give or take one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2

from tests.vanban.make_papers import make_paper
from tests.vanban.sample_papers import decision, letter, office_plan
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


# Without LibreOffice there is nothing to look at on a desk; the test farm must have it.
if OFFICE or os.environ.get("CI") == "true":

    def test_word_file_takes_as_many_pages_as_the_pdf(tmp_path: Path) -> None:
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
        files = sorted(str(path) for path in tmp_path.glob("*.docx"))
        subprocess.run([*command, "--outdir", str(tmp_path), *files], check=True, capture_output=True, timeout=240)
        converted = [page_count(path) for path in sorted(tmp_path.glob("*.pdf"))]
        ours = [page_count(write_pdf(paper)) for paper in PAPERS]
        assert len(converted) == len(ours)
        apart = [(place, one, other) for place, (one, other) in enumerate(zip(converted, ours, strict=True))]
        assert [row for row in apart if abs(row[1] - row[2]) > 1] == []
