"""Files: told by their content, kept once, given back as attachments."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
import xlsxwriter
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile, TemporaryUploadedFile

from thidua.core.actor import SYSTEM, Actor
from thidua.core.errors import RuleBroken
from thidua.documents.actions.files import download, keep_file, path_of, safe_name
from thidua.documents.models import StoredFile

ME = Actor(account_id=7, name="Cầm Thị Hương")


def package(*names: str, **contents: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, contents.get(name, b"<x/>"))
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def excel() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write_string(0, 0, "Tiêu đề")
    return out.getvalue()


ODT = b"application/vnd.oasis.opendocument.text"


def opendocument() -> bytes:
    return package("mimetype", "content.xml", mimetype=ODT)


PDF, PNG, JPG, TXT = b"%PDF-1.7\n...", b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0...", "\ufeffKế hoạch\r\n".encode()


def keep(content: bytes, name: str = "Kế hoạch 2024.docx", **options: Any) -> StoredFile:
    return keep_file(SimpleUploadedFile(name, content), actor=ME, **options)


@pytest.mark.parametrize(
    ("content", "name", "content_type"),
    [
        (word(), "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (excel(), "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (opendocument(), "a.odt", "application/vnd.oasis.opendocument.text"),
        (PDF, "a.pdf", "application/pdf"),
        (PNG, "a.png", "image/png"),
        (JPG, "a.jpeg", "image/jpeg"),
        (TXT, "a.txt", "text/plain; charset=utf-8"),
        (PDF, "lạ.docx", "application/pdf"),
    ],
)
def test_a_file_is_what_its_content_says(db: None, content: bytes, name: str, content_type: str) -> None:
    stored = keep(content, name)
    assert (stored.name, stored.content_type, stored.size) == (name, content_type, len(content))
    assert (stored.uploaded_by, stored.account_id) == (ME.name, 7)
    assert path_of(stored).read_bytes() == content


def test_bytes_lie_under_their_hash_and_only_once(db: None, files_folder: Path) -> None:
    first, second = keep(PDF, "một.pdf"), keep(PDF, "hai.pdf")
    digest = hashlib.sha256(PDF).hexdigest()
    assert (first.sha256, second.sha256, first.pk == second.pk) == (digest, digest, False)
    kept = [p.relative_to(files_folder).as_posix() for p in files_folder.rglob("*") if p.is_file()]
    assert kept == [f"{digest[:2]}/{digest[2:4]}/{digest}"]


REFUSALS = [
    (b"", "a.pdf", "Tệp rỗng"),
    (b"MZ\x90\x00", "a.exe", "Không nhận loại tệp"),
    (b"MZ\x90\x00", "a.docx", "Không nhận loại tệp"),
    (b"<html><script>", "a.html", "Không nhận loại tệp"),
    ("Kế hoạch".encode("utf-16"), "a.txt", "không phải Unicode"),
    (b"abc\x00def", "a.txt", "Không nhận loại tệp"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "đời cũ hoặc có mật khẩu"),
    (b"PK\x03\x04 broken", "a.docx", "bị hỏng"),
    (package("a.txt"), "a.zip", "tệp nén"),
    (package("[Content_Types].xml", "ppt/presentation.xml"), "a.pptx", "tệp nén hoặc loại không nhận"),
    (package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "a.docx", "có macro"),
    (package("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "a.xlsx", "có macro"),
    (package("[Content_Types].xml", "word/document.xml"), "a.docm", "có macro"),
    (package("[Content_Types].xml", "xl/workbook.xml"), "A.XLSM", "có macro"),
    (package("mimetype", "content.xml", "Basic/x.xml", mimetype=ODT), "a.odt", "macro"),
]


@pytest.mark.parametrize(("content", "name", "words"), REFUSALS)
def test_what_is_not_taken_is_refused_in_a_sentence(
    db: None, files_folder: Path, content: bytes, name: str, words: str
) -> None:
    with pytest.raises(RuleBroken, match=words) as caught:
        keep(content, name)
    assert caught.value.field == "file"
    assert (StoredFile.objects.count(), files_folder.exists()) == (0, False)


def test_a_package_with_a_password_is_refused(db: None) -> None:
    content = bytearray(package("[Content_Types].xml", "word/document.xml"))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1  # the flag "encrypted" of the first member in the directory
    with pytest.raises(RuleBroken, match="có mật khẩu"):
        keep(bytes(content), "a.docx")


def test_a_package_that_swells_is_refused(db: None) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"x")
        archive.writestr("word/document.xml", b"0" * 301_000_000)
    with pytest.raises(RuleBroken, match="lớn bất thường"):
        keep(out.getvalue(), "a.docx")


def test_the_limit_is_said_in_megabytes(db: None, settings: Any) -> None:
    settings.UPLOAD_LIMIT_MB = 1
    with pytest.raises(RuleBroken) as caught:
        keep(PDF + b"0" * 1_600_000, "a.pdf")
    assert str(caught.value) == "Tệp nặng 1,5 MB, vượt mức 1 MB. Mời nén ảnh hoặc chia tệp."
    assert keep(PDF + b"0" * (1024 * 1024 - len(PDF)), "a.pdf").size == 1024 * 1024


def test_only_the_allowed_kinds_are_taken(db: None) -> None:
    assert keep(PDF, "a.pdf", allowed=("pdf",)).name == "a.pdf"
    with pytest.raises(RuleBroken) as caught:
        keep(PNG, "ảnh.png", allowed=("docx", "pdf"))
    assert str(caught.value) == "Ở đây chỉ nhận Word (.docx) hoặc PDF. Tệp “ảnh.png” là ảnh PNG."


def test_large_uploads_come_from_the_disk(db: None) -> None:
    upload = TemporaryUploadedFile("a.pdf", "application/pdf", 0, None)
    upload.write(PDF)
    upload.size = len(PDF)
    stored = keep_file(upload, actor=ME)
    assert path_of(stored).read_bytes() == PDF
    upload.close()


def test_an_upload_read_before_is_kept_whole(db: None) -> None:
    upload = InMemoryUploadedFile(io.BytesIO(PDF), "file", "a.pdf", "application/pdf", len(PDF), None)
    upload.read(5)
    assert path_of(keep_file(upload, actor=ME)).read_bytes() == PDF


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\Kế hoạch.docx", "Kế hoạch.docx"),
        ("tệp\u202etxt.exe", "tệptxt.exe"),
        ('a<b>"c"|?*.pdf', "abc.pdf"),
        ("...", "tep"),
        ("", "tep"),
        ("a\x00b\n.pdf", "ab .pdf"),
        ("x" * 300 + ".docx", "x" * 145 + ".docx"),
    ],
)
def test_names_are_made_safe(given: str, name: str) -> None:
    assert safe_name(given) == name


def test_a_download_is_an_attachment_under_its_own_name(db: None) -> None:
    response = download(keep(TXT, 'Kế hoạch "đẹp".txt'))
    assert b"".join(response.streaming_content) == TXT  # type: ignore[arg-type]
    assert response["Content-Disposition"] == (
        "attachment; filename=\"ke hoach dep.txt\"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%C4%91%E1%BA%B9p.txt"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Content-Length"] == str(len(TXT))
    response.close()


def test_a_file_lost_from_the_disk_is_said(db: None) -> None:
    stored = keep(PDF, "a.pdf")
    path_of(stored).unlink()
    with pytest.raises(RuleBroken, match="Không tìm thấy tệp “a.pdf” trên máy chủ"):
        download(stored)


def test_an_old_word_file_is_taken_only_where_it_is_asked_for(db: None) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")
    stored = keep_file(SimpleUploadedFile("a.doc", content), actor=SYSTEM, allowed=("docx", "doc"))
    assert stored.content_type == "application/msword"
    with pytest.raises(RuleBroken, match="Ở đây chỉ nhận Word"):
        keep_file(SimpleUploadedFile("a.doc", content), actor=SYSTEM, allowed=("docx",))
    with pytest.raises(RuleBroken, match="Word đời cũ"):
        keep_file(SimpleUploadedFile("a.doc", content), actor=SYSTEM)
