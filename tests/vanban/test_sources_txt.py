"""Plain text in the encodings offices use, and old Word files where LibreOffice can convert them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from thidua.vanban import UnreadableDocument
from thidua.vanban.sources import doc, load
from thidua.vanban.sources.legacy import legacy_sentence

TEXT = "KẾ HOẠCH\nThực hiện phong trào thi đua\n\n| Số: 1/KH | Sơn La, ngày 05 tháng 4 năm 2024 |"
ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "plans"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace(" ", "\u00a0").encode(),
        TEXT.replace("phong", "pho\u00ad\u200bng").encode(),
    ],
    ids=["utf-8", "bom", "nfd", "crlf", "cr", "utf-16", "utf-16-be", "no-break-spaces", "soft-hyphens"],
)
def test_one_text_in_every_guise(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    lines = load(tmp_path / "a.txt")
    assert "\n".join(line.text for line in lines) == TEXT
    assert [line.number for line in lines] == [1, 2, 3, 4]
    assert [line.cells for line in lines] == [None, None, None, ["Số: 1/KH", "Sơn La, ngày 05 tháng 4 năm 2024"]]


def test_the_name_of_a_file_does_not_decide_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text(TEXT, encoding="utf-8")
    assert load(tmp_path / "a.docx")[0].text == "KẾ HOẠCH"


def test_plain_text_waits_for_no_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{TEXT}", encoding="utf-8")
    program = (
        "import sys; from thidua.vanban.read_file import read; read(sys.argv[1]);"
        "print([name for name in ('lxml', 'pypdfium2', 'typst', 'docx', 'django') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.txt")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


if SHARED.exists():

    def test_unicode_text_is_never_taken_for_an_old_encoding() -> None:
        sources = sorted(SHARED.rglob("source.txt"))
        assert len(sources) == 18
        assert [legacy_sentence(path.read_text(encoding="utf-8")) for path in sources] == [None] * 18


def test_rich_text_is_converted_where_libreoffice_is_installed(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(rb"{\rtf1\ansi\uc0 K\u7870  HO\u7840 CH\par So 12\par}")
    if shutil.which("soffice") or shutil.which("libreoffice"):
        assert [line.text for line in load(tmp_path / "a.doc") if line.text] == ["KẾ HOẠCH", "So 12"]
    else:
        with pytest.raises(UnreadableDocument) as caught:
            load(tmp_path / "a.doc")
        assert str(caught.value) == doc.NO_OFFICE
