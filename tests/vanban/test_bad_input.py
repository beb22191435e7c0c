"""What cannot be read ends in one Vietnamese sentence, exit code 2, within 10 seconds and 512 MB."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.vanban import bad_files
from thidua.vanban import UnreadableDocument, guard, read_file, sources
from thidua.vanban.sources import doc, legacy, limits, lines, pdf, txt, xml_part
from thidua.vanban.sources import docx as word

ROOT = Path(__file__).parents[2]
SECONDS = 10
KILOBYTES = 512 * 1024
OLD_WORD = doc.NOT_CONVERTED if shutil.which("soffice") or shutil.which("libreoffice") else doc.NO_OFFICE
ZIP = "Tệp là tệp nén ZIP; hãy giải nén và gửi từng văn bản bên trong."

CASES: list[tuple[bad_files.Maker, str, str]] = [
    (bad_files.empty, "a.docx", "Tệp rỗng, không có nội dung để đọc."),
    (bad_files.enormous, "a.docx", "Tệp lớn 200 MB, vượt mức cho phép 30 MB nên không đọc."),
    (bad_files.folder, "a.docx", "“a.docx” là một thư mục, không phải tệp văn bản."),
    (os.mkfifo, "a.docx", "“a.docx” không phải là một tệp văn bản."),
    (bad_files.zip_bomb, "a.docx", limits.TOO_BIG_INSIDE),
    (bad_files.big_part, "a.docx", limits.TOO_BIG_INSIDE),
    (bad_files.lying_zip_bomb, "a.docx", limits.BROKEN_ARCHIVE),
    (bad_files.many_members, "a.docx", limits.TOO_BIG_INSIDE),
    (bad_files.truncated_zip, "a.docx", limits.BROKEN_ARCHIVE),
    (bad_files.damaged_member, "a.docx", limits.BROKEN_ARCHIVE),
    (bad_files.billion_laughs, "a.docx", xml_part.FORBIDDEN_XML),
    (bad_files.hidden_laughs, "a.docx", xml_part.FORBIDDEN_XML),
    (bad_files.external_entity, "a.docx", xml_part.FORBIDDEN_XML),
    (bad_files.deep_xml, "a.docx", xml_part.BROKEN_XML),
    (bad_files.broken_xml, "a.docx", xml_part.BROKEN_XML),
    (bad_files.no_document_part, "a.docx", word.NO_BODY),
    (bad_files.plain_zip, "a.docx", ZIP),
    (bad_files.workbook, "a.docx", "Tệp là bảng tính Excel, không phải văn bản."),
    (bad_files.encrypted_word, "a.docx", limits.ENCRYPTED),
    (bad_files.encrypted_text, "a.odt", limits.ENCRYPTED),
    (bad_files.encrypted_pdf, "a.pdf", limits.ENCRYPTED),
    (bad_files.picture_pdf, "a.pdf", pdf.PICTURES),
    (bad_files.truncated_pdf, "a.pdf", pdf.BROKEN),
    (bad_files.endless_pdf, "a.pdf", pdf.TOO_MANY_PAGES),
    # PDFium aborts when memory runs out: here only the guard around the child answers.
    (bad_files.pdf_bomb, "a.pdf", guard.FAILED),
    (bad_files.picture, "a.txt", "Tệp là ảnh, không phải văn bản .docx, .odt, .pdf, .doc hay .txt."),
    (bad_files.noise, "a.txt", txt.NO_TEXT_FILE),
    (bad_files.web_page, "a.doc", "Tệp là trang web hoặc XML, không phải văn bản .docx, .odt, .pdf, .doc hay .txt."),
    (bad_files.tcvn3, "a.txt", legacy.TCVN3),
    (bad_files.vni, "a.txt", legacy.VNI),
    (bad_files.windows_1258, "a.txt", legacy.BYTES),
    (bad_files.damaged_text, "a.txt", legacy.DAMAGED),
    (bad_files.tcvn3_word, "a.docx", legacy.TCVN3),
    (bad_files.blank, "a.txt", sources.NO_TEXT),
    (bad_files.blank_word, "a.docx", sources.NO_TEXT),
    (bad_files.too_long, "a.txt", lines.TOO_LONG),
    (bad_files.too_many_lines, "a.txt", lines.TOO_LONG),
    (bad_files.novel, "a.txt", read_file.NOT_OFFICIAL),
    (bad_files.invoice, "a.txt", read_file.NOT_OFFICIAL),
    (bad_files.old_word_garbage, "a.doc", OLD_WORD),
]


# A process begins with the peak memory of the one it was forked from, here a test runner that has grown large. This
# small program stands between the two, so that the peak it reports is that of the command and its children alone.
MEASURE = (
    "import json, resource, subprocess, sys\n"
    "done = subprocess.run(sys.argv[1:], capture_output=True, encoding='utf-8')\n"
    "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
    "print(json.dumps([done.returncode, done.stdout, done.stderr, peak]))"
)


def command(path: Path) -> tuple[int, str, str, float, int]:
    """Run the command line; returns exit code, both outputs, seconds and peak kilobytes of it and its children."""
    started = time.monotonic()
    asked = [sys.executable, "-c", MEASURE, sys.executable, "-m", "thidua.vanban", "read", str(path)]
    measured = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    code, out, err, peak = json.loads(measured.stdout)
    return code, out, err, time.monotonic() - started, peak


@pytest.mark.parametrize(("make", "name", "sentence"), CASES, ids=[make.__name__ for make, _, _ in CASES])
def test_one_sentence_in_bounded_time_and_memory(
    make: bad_files.Maker, name: str, sentence: str, tmp_path: Path
) -> None:
    make(tmp_path / name)
    code, out, err, seconds, kilobytes = command(tmp_path / name)
    assert (code, out, err) == (2, "", f"{sentence}\n")
    assert seconds < SECONDS
    assert kilobytes < KILOBYTES


def test_a_missing_file(tmp_path: Path) -> None:
    assert command(tmp_path / "không có.docx")[:3] == (2, "", "Không tìm thấy tệp “không có.docx”.\n")


def in_child(patch: str, path: Path) -> tuple[int, str, str]:
    """Run the guarded child with a reader that misbehaves as `patch` says."""
    program = f"import sys\nfrom thidua.vanban import guard\n{patch}\nsys.exit(guard.main([{str(path)!r}]))"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_reader_that_never_ends_is_interrupted(tmp_path: Path) -> None:
    endless = "guard.SECONDS = 0.2\ndef read(path):\n    while True: pass\nguard.read = read"
    assert in_child(endless, tmp_path) == (2, "", f"{guard.TOO_SLOW}\n")


def test_a_reader_that_eats_memory_is_stopped(tmp_path: Path) -> None:
    greedy = "guard.read = lambda path: bytearray(600_000_000)"
    assert in_child(greedy, tmp_path) == (2, "", f"{guard.TOO_HEAVY}\n")


def test_a_bug_in_a_reader_shows_no_traceback(tmp_path: Path) -> None:
    assert in_child("guard.read = lambda path: 1 / 0", tmp_path) == (2, "", f"{guard.FAILED}\n")


def script(tmp_path: Path, line: str) -> str:
    """An executable that stands in for a child which can no longer answer for itself."""
    program = tmp_path / "child"
    program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_a_child_that_crashes_is_an_unreadable_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard.sys, "executable", script(tmp_path, "kill -SEGV $$"))
    with pytest.raises(UnreadableDocument) as caught:
        guard.read_guarded(tmp_path / "a.txt")
    assert str(caught.value) == guard.FAILED


def test_the_child_is_given_none_of_the_servers_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "bí mật")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setattr(guard.sys, "executable", script(tmp_path, 'echo "[$SECRET_KEY][$LANG]" >&2; exit 2'))
    with pytest.raises(UnreadableDocument) as caught:
        guard.read_guarded(tmp_path / "a.txt")
    assert str(caught.value) == "[][C.UTF-8]"


def test_a_child_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading_end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    hanging = f"exec 3>{pipe}; echo begun >&3; tail -f /dev/null & wait"
    monkeypatch.setattr(guard.sys, "executable", script(tmp_path, hanging))
    monkeypatch.setattr(guard, "SECONDS_OUTSIDE", 1.5)
    with pytest.raises(UnreadableDocument) as caught:
        guard.read_guarded(tmp_path / "a.txt")
    assert str(caught.value) == guard.TOO_SLOW
    assert os.read(reading_end, 100) == b"begun\n"
    # The pipe ends when the last process that holds it is gone: the child and what it started.
    assert select.select([reading_end], [], [], 5)[0] == [reading_end]
    assert os.read(reading_end, 100) == b""
    os.close(reading_end)


def test_without_libreoffice_old_word_files_are_refused_by_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1 Ke hoach}")
    with pytest.raises(UnreadableDocument) as caught:
        sources.load(tmp_path / "a.rtf")
    assert str(caught.value) == doc.NO_OFFICE
