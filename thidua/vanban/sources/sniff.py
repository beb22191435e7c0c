"""What kind of file this is, told from its first bytes and never from its name."""

from __future__ import annotations

import zipfile
from pathlib import Path

from thidua.vanban.sources.limits import BROKEN_ARCHIVE, ENCRYPTED, open_archive
from thidua.vanban.structure import UnreadableDocument

FILE_LIMIT = 30_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"\x89PNG": "ảnh",
    b"\xff\xd8\xff": "ảnh",
    b"GIF8": "ảnh",
    b"II*\0": "ảnh",
    b"MM\0*": "ảnh",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
    b"\x1f\x8b": "tệp nén gzip",
    b"MZ": "chương trình",
    b"\x7fELF": "chương trình",
}


def check_file(path: Path) -> None:
    """Refuse what is not an ordinary, readable file of a sensible size, before opening it."""
    if path.is_dir():
        raise UnreadableDocument(f"“{path.name}” là một thư mục, không phải tệp văn bản.")
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableDocument(f"Không tìm thấy tệp “{path.name}”.") from error
    if not path.is_file():
        raise UnreadableDocument(f"“{path.name}” không phải là một tệp văn bản.")
    if size == 0:
        raise UnreadableDocument("Tệp rỗng, không có nội dung để đọc.")
    if size > FILE_LIMIT:
        raise UnreadableDocument(
            f"Tệp lớn {size / 1_000_000:.0f} MB, vượt mức cho phép {FILE_LIMIT // 1_000_000} MB nên không đọc."
        )


def kind_of(path: Path) -> str:
    """Return "docx", "odt", "pdf", "doc" or "txt", or say why the file is none of them."""
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as error:
        raise UnreadableDocument(f"Không mở được tệp “{path.name}”: không có quyền đọc.") from error
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK"):
        return _package_kind(path)
    if head.startswith(_OLE):
        return _compound_kind(path)
    if head.startswith(b"{\\rtf"):
        return "doc"
    for magic, name in _OTHERS.items():
        if head.startswith(magic):
            raise UnreadableDocument(f"Tệp là {name}, không phải văn bản .docx, .odt, .pdf, .doc hay .txt.")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        raise UnreadableDocument("Tệp là trang web hoặc XML, không phải văn bản .docx, .odt, .pdf, .doc hay .txt.")
    return "txt"


def _package_kind(path: Path) -> str:
    with open_archive(path) as archive:
        names = set(archive.namelist())
        if "content.xml" in names:
            return _open_document_kind(archive)
        if "[Content_Types].xml" in names:
            if any(name.startswith("xl/") for name in names):
                raise UnreadableDocument("Tệp là bảng tính Excel, không phải văn bản.")
            if any(name.startswith("ppt/") for name in names):
                raise UnreadableDocument("Tệp là bài trình chiếu PowerPoint, không phải văn bản.")
            return "docx"
    if not names:
        raise UnreadableDocument(BROKEN_ARCHIVE)
    raise UnreadableDocument("Tệp là tệp nén ZIP; hãy giải nén và gửi từng văn bản bên trong.")


def _open_document_kind(archive: zipfile.ZipFile) -> str:
    """An OpenDocument text, unless its mimetype says it is a sheet or slides."""
    try:
        mimetype = archive.open("mimetype").read(200)
    except (KeyError, RuntimeError, OSError, zipfile.BadZipFile):
        mimetype = b""
    if b"spreadsheet" in mimetype or b"presentation" in mimetype:
        raise UnreadableDocument("Tệp là bảng tính hoặc bài trình chiếu, không phải văn bản.")
    return "odt"


def _compound_kind(path: Path) -> str:
    """Tell an old .doc from an encrypted .docx: both are OLE files, whose directory names are in UTF-16."""
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableDocument(ENCRYPTED)
    if "WordDocument".encode("utf-16-le") not in content:
        raise UnreadableDocument("Tệp Office cũ này không phải văn bản Word nên không đọc được.")
    return "doc"
