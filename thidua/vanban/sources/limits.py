"""How much a document may be, and the guarded ways to open a package and a zip member."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from thidua.vanban.structure import UnreadableDocument

XML_LIMIT = 40_000_000
ARCHIVE_LIMIT = 200_000_000
ARCHIVE_MEMBERS = 5_000
CHUNK = 1 << 16

BROKEN_ARCHIVE = "Tệp bị hỏng hoặc chưa tải về đủ nên không đọc được; hãy mở lại bản gốc và lưu ra tệp mới."
TOO_BIG_INSIDE = "Tệp khi giải nén lớn bất thường nên không đọc, để tránh làm treo máy."
ENCRYPTED = "Tệp được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi gửi lại."


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open a zip package, refusing at once one that is broken, encrypted or declares too much content."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(BROKEN_ARCHIVE) from error
    members = archive.infolist()
    if len(members) > ARCHIVE_MEMBERS or sum(member.file_size for member in members) > ARCHIVE_LIMIT:
        archive.close()
        raise UnreadableDocument(TOO_BIG_INSIDE)
    if any(member.flag_bits & 1 for member in members):
        archive.close()
        raise UnreadableDocument(ENCRYPTED)
    return archive


def read_member(archive: zipfile.ZipFile, name: str, limit: int = XML_LIMIT) -> bytes:
    """Return one member's bytes, counting what really comes out: the declared size of a bomb is a lie."""
    pieces, size = [], 0
    try:
        if archive.getinfo(name).file_size > limit:
            raise UnreadableDocument(TOO_BIG_INSIDE)
        with archive.open(name) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                if size > limit:
                    raise UnreadableDocument(TOO_BIG_INSIDE)
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableDocument(BROKEN_ARCHIVE) from error
    return b"".join(pieces)
