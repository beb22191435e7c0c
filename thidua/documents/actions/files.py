"""Files: checked by their content, kept once under their hash outside the web root, given back as attachments."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.http import FileResponse

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.core.errors import RuleBroken
from thidua.core.text import nfc
from thidua.documents.actions.responses import DOCX, XLSX, attachment
from thidua.documents.models import StoredFile

TYPES = {
    "docx": DOCX,
    "xlsx": XLSX,
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain; charset=utf-8",
    "doc": "application/msword",
}
WORDS = {
    "docx": "Word (.docx)", "xlsx": "Excel (.xlsx)", "odt": "OpenDocument (.odt)", "pdf": "PDF", "png": "ảnh PNG",
    "jpg": "ảnh JPG", "txt": "văn bản thuần (.txt)", "doc": "Word đời cũ (.doc)",
}  # fmt: skip
# An old .doc is taken only where it is asked for: where a document is read, and that in a guarded process.
EVERY = tuple(kind for kind in TYPES if kind != "doc")
_MACRO_ENDINGS = (".docm", ".xlsm", ".dotm", ".xltm", ".xlam")
_OLD_WORD = "WordDocument".encode("utf-16-le")  # the stream every Word 97-2003 file has
_MEMBERS = 5_000
_UNPACKED = 300_000_000
_PIECE = 1 << 20


def keep_file(upload: Any, *, actor: Actor, allowed: Collection[str] = EVERY) -> StoredFile:
    """Keeps an uploaded file and gives its record; the same content is on the disk once, each upload has its record.

    `upload` is Django's UploadedFile; `allowed` some of "docx", "xlsx", "odt", "pdf", "png", "jpg", "txt". The kind is
    told from the content. Raises RuleBroken (field "file") with the reason for each refusal. The bytes are written
    before the record; bytes whose record was rolled back harm nobody and serve the next upload of the same file.
    """
    _check_size(upload)
    name = safe_name(upload.name or "")
    kind = kind_of(upload.file if hasattr(upload, "file") else upload, name)
    if kind not in allowed:
        raise RuleBroken(f"Ở đây chỉ nhận {_listed(allowed)}. Tệp “{name}” là {WORDS[kind]}.", field="file")
    digest = _put(upload)
    return StoredFile.objects.create(
        sha256=digest,
        name=name,
        size=upload.size,
        content_type=TYPES[kind],
        uploaded_at=clock.now(),
        uploaded_by=actor.name,
        account_id=actor.account_id,
    )


def _check_size(upload: Any) -> None:
    limit = settings.UPLOAD_LIMIT_MB
    if not upload.size:
        raise RuleBroken("Tệp rỗng. Mời kiểm tra lại tệp rồi chọn lại.", field="file")
    if upload.size > limit * 1024 * 1024:
        megabytes = f"{upload.size / 1024 / 1024:.1f}".replace(".", ",")
        raise RuleBroken(f"Tệp nặng {megabytes} MB, vượt mức {limit} MB. Mời nén ảnh hoặc chia tệp.", field="file")


def _listed(allowed: Collection[str]) -> str:
    words = [WORDS[kind] for kind in TYPES if kind in allowed]
    return " hoặc ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def safe_name(name: str) -> str:
    """The name shown: without folders, control and direction characters, at most 150 characters, its ending kept."""
    last = nfc(name.replace("\\", "/").rsplit("/", 1)[-1])
    clean = "".join(char for char in last if char.isprintable() and char not in '<>:"|?*').strip(" .")
    stem, dot, ending = clean.rpartition(".")
    if not dot:
        return clean[:150] or "tep"
    return f"{stem[: 149 - len(ending[:10])]}.{ending[:10]}"


def kind_of(file: BinaryIO, name: str) -> str:
    """The kind of a file, told from its content, or RuleBroken; the file is left at its beginning."""
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if head.startswith(b"PK\x03\x04"):
        return _package_kind(file, name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        if name.lower().endswith(".doc") and _OLD_WORD in _whole(file):
            return "doc"
        raise RuleBroken(
            f"Tệp “{name}” là tệp Office đời cũ hoặc có mật khẩu. Mời mở ra rồi lưu thành .docx hoặc .xlsx.",
            field="file",
        )
    return _text_kind(file, name)


def _whole(file: BinaryIO) -> bytes:
    """All the bytes of a file whose size has been checked; the file is left at its beginning."""
    content = file.read()
    file.seek(0)
    return content


def _package_kind(file: BinaryIO, name: str) -> str:
    """Tells .docx, .xlsx and .odt apart by their members; refuses macros, passwords and packages that swell."""
    try:
        with zipfile.ZipFile(file) as package:
            members = package.infolist()
            mimetype = package.read("mimetype")[:100] if "mimetype" in package.namelist() else b""
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise RuleBroken(f"Tệp “{name}” bị hỏng. Mời mở bản gốc và lưu ra tệp mới.", field="file") from error
    finally:
        file.seek(0)
    names = {member.filename for member in members}
    lower = {member.lower() for member in names}
    if any(m.endswith("vbaproject.bin") for m in lower) or name.lower().endswith(_MACRO_ENDINGS):
        raise RuleBroken(f"Tệp “{name}” có macro nên không nhận. Mời lưu thành .docx hoặc .xlsx.", field="file")
    if len(members) > _MEMBERS or sum(member.file_size for member in members) > _UNPACKED:
        raise RuleBroken(f"Tệp “{name}” khi giải nén lớn bất thường nên không nhận.", field="file")
    if any(member.flag_bits & 1 for member in members):
        raise RuleBroken(f"Tệp “{name}” có mật khẩu. Mời bỏ mật khẩu rồi tải lại.", field="file")
    if "[Content_Types].xml" in names and "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names and "xl/workbook.xml" in names:
        return "xlsx"
    if mimetype == b"application/vnd.oasis.opendocument.text" and "content.xml" in names:
        if any(m.startswith(("basic/", "scripts/")) for m in lower):
            raise RuleBroken(f"Tệp “{name}” có macro nên không nhận. Mời bỏ macro rồi lưu lại.", field="file")
        return "odt"
    raise RuleBroken(f"Tệp “{name}” là tệp nén hoặc loại không nhận. Mời giải nén rồi gửi từng tệp.", field="file")


def _text_kind(file: BinaryIO, name: str) -> str:
    """Plain text in UTF-8; a web page or script in disguise is not taken."""
    refusal = f"Không nhận loại tệp của “{name}”. Các loại được nhận: {_listed(EVERY)}."
    if not name.lower().endswith(".txt"):
        raise RuleBroken(refusal, field="file")
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleBroken(f"Tệp “{name}” không phải Unicode (UTF-8). Mời lưu lại bằng UTF-8.", field="file") from error
    finally:
        file.seek(0)
    if any(ord(char) < 32 and char not in "\t\n\r\f" for char in text):
        raise RuleBroken(refusal, field="file")
    return "txt"


def _put(upload: Any) -> str:
    """Writes the bytes beside their place, then renames: a crash never leaves half a file. Gives their SHA-256."""
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    hashed = hashlib.sha256()
    handle, temporary = tempfile.mkstemp(dir=root, prefix=".dang-ghi-")
    try:
        with os.fdopen(handle, "wb") as out:
            upload.seek(0)
            while piece := upload.read(_PIECE):
                hashed.update(piece)
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        place = _place(hashed.hexdigest())
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            Path(temporary).replace(place)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return hashed.hexdigest()


def _place(digest: str) -> Path:
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest[2:4] / digest


def path_of(stored: StoredFile) -> Path:
    """Where the bytes lie."""
    return _place(stored.sha256)


def download(stored: StoredFile) -> FileResponse:
    """The file as an attachment. The view has asked its rule before: a stored file has no owner of its own.

    RuleBroken when the bytes are missing from the disk, which only a broken restore can cause.
    """
    place = path_of(stored)
    if not place.is_file():
        raise RuleBroken(f"Không tìm thấy tệp “{stored.name}” trên máy chủ. Mời báo quản trị.")
    return attachment(FileResponse(place.open("rb"), content_type=stored.content_type), stored.name)
