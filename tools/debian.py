"""Programs of the system that the tests need: where they are and, as root on Debian, how they get there."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

from tools.say import say, step

# what the tests call -> the Debian packages that bring it
PACKAGES = {
    "chromium": ["chromium", "fonts-liberation"],
    "libatomic.so.1": ["libatomic1"],  # the browser's driver is linked against it
    "postgres": ["postgresql"],
    "soffice": ["libreoffice-writer-nogui", "fonts-liberation2"],
    "pdftotext": ["poppler-utils"],
}
WHAT_FOR = {
    "chromium": "các hành trình trong trình duyệt (browser journeys)",
    "libatomic.so.1": "các hành trình trong trình duyệt (browser journeys)",
    "postgres": "phần kiểm thử trên PostgreSQL (the PostgreSQL part)",
    "soffice": "các kiểm thử mở tệp .docx bằng LibreOffice (LibreOffice tests)",
    "pdftotext": "các kiểm thử đọc lại tệp PDF (tests that read PDF files back)",
}


def find(program: str) -> Path | None:
    """The path of a program or a shared library, or None. PostgreSQL's server lives outside PATH on Debian."""
    if program == "postgres":
        homes = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]), reverse=True)
        initdb = homes[0] if homes else shutil.which("initdb")
        return Path(initdb).resolve().parent / "postgres" if initdb else None
    if program == "chromium":
        given = os.environ.get("CHROMIUM")
        names = ([given] if given else []) + ["chromium", "chromium-browser", "google-chrome"]
        return next((Path(p) for p in map(shutil.which, names) if p), None)
    if program.endswith(".so.1"):
        try:
            return Path(ctypes.CDLL(program)._name)
        except OSError:
            return None
    path = shutil.which(program)
    return Path(path) if path else None


def missing(programs: list[str]) -> list[str]:
    """Those of `programs` this machine lacks, after trying to install them when that is allowed."""
    lacking = [p for p in programs if not find(p)]
    if lacking:
        install([package for p in lacking for package in PACKAGES[p]])
    return [p for p in lacking if not find(p)]


def install(packages: list[str]) -> bool:
    """Installs Debian packages without recommended extras; says whether it worked. Only as root, only where apt is."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    command = [apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
    with step(f"Cài từ Debian: {' '.join(packages)}"):
        for _ in range(2):  # the second time after refreshing the list of packages
            done = subprocess.run(command, env=quiet, capture_output=True, text=True)
            if done.returncode == 0:
                return True
            subprocess.run([apt, "update", "-qq"], env=quiet, capture_output=True)
    say("  " + "\n  ".join(done.stderr.strip().splitlines()[-5:]))
    return False


def how_to_get(program: str) -> str:
    """One sentence: what is left out without this program, and the command that brings it."""
    packages = " ".join(PACKAGES[program])
    return f"Thiếu {program} nên bỏ qua {WHAT_FOR[program]}; cài bằng: sudo apt-get install {packages}"
