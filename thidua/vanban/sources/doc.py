"""Old Word files (.doc, .rtf): converted to .docx by LibreOffice, if it is installed, and read from there."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from thidua.vanban.sources.docx import load_docx
from thidua.vanban.structure import SourceLine, UnreadableDocument

SECONDS = 8.0
# Address space, most of it mapped libraries; a conversion really uses about 200 MB.
OFFICE_MEMORY = 4_000_000_000

NO_OFFICE = (
    "Tệp .doc/.rtf kiểu cũ chỉ đọc được khi máy chủ có LibreOffice; hãy lưu thành .docx bằng Word rồi gửi lại tệp đó."
)
NOT_CONVERTED = "Không chuyển được tệp .doc/.rtf kiểu cũ này; hãy lưu thành .docx bằng Word rồi gửi lại tệp đó."

# A profile that runs no macros, follows no links and fetches nothing from the network.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def load_doc(path: Path) -> list[SourceLine]:
    """Read a .doc or .rtf file; raises UnreadableDocument when LibreOffice is missing, fails or takes too long."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableDocument(NO_OFFICE)
    with tempfile.TemporaryDirectory(prefix="vanban-") as name:
        folder = Path(name)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        # A name of our own: an uploaded one could look like an option.
        shutil.copyfile(path, folder / "input.doc")
        _convert(office, folder)
        converted = folder / "out" / "input.docx"
        if not converted.is_file():
            raise UnreadableDocument(NOT_CONVERTED)
        return load_docx(converted)


def _convert(office: str, folder: Path) -> None:
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(folder / "out"), str(folder / "input.doc")),
    ]
    process = _start(command, folder)
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(NOT_CONVERTED) from error
    finally:
        # The command is a script with the real program below it: end the group, whatever happened.
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _start(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """Start LibreOffice in a group of its own, lifting for it the tight memory limit a guarded reader lives under."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    raised = OFFICE_MEMORY if hard == resource.RLIM_INFINITY else min(OFFICE_MEMORY, hard)
    tight = soft != resource.RLIM_INFINITY
    if tight:
        resource.setrlimit(resource.RLIMIT_AS, (raised, hard))
    try:
        return subprocess.Popen(  # noqa: S603 - our own arguments, no shell
            command,
            env={"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
    finally:
        if tight:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
