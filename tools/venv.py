"""The virtual environment: made once, filled from a hashed lock, filled again only when that lock changes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools import debian
from tools.say import Trouble, say, step

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
LOCKS = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}


def ensure(kind: str) -> Path:
    """Gives the environment's Python with the `runtime` or `dev` lock installed. Raises Trouble when it cannot."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever reads this sentence has an older one
        raise Trouble(f"Cần Python 3.11 trở lên, đây là {sys.version.split()[0]}. (Python 3.11 or newer is needed.)")
    if not PYTHON.exists():
        with step("Tạo môi trường Python (.venv)"):
            create()
    wanted = fingerprint(kind)
    stamps = installed()
    if stamps.get(kind) != wanted:
        with step(f"Cài các gói đã khóa phiên bản ({LOCKS[kind].name})"):
            install(LOCKS[kind])
        stamps[kind] = wanted
        if kind == "dev":  # the dev lock holds the runtime lock
            stamps["runtime"] = fingerprint("runtime")
        STAMP.write_text(json.dumps(stamps, indent=1))
    return PYTHON


def fingerprint(kind: str) -> str:
    """What decides whether the environment is up to date: the lock's content and the Python that made it."""
    version = (VENV / "pyvenv.cfg").read_bytes()
    return hashlib.sha256(LOCKS[kind].read_bytes() + version).hexdigest()


def installed() -> dict[str, str]:
    """The fingerprints of the locks already installed."""
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def create() -> None:
    """Makes .venv with uv when it is there, else with venv; as root on Debian, adds the package that brings venv."""
    if uv := shutil.which("uv"):
        subprocess.run([uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV)], check=True)
        return
    require_ensurepip()
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def require_ensurepip() -> None:
    """Sees to it that this Python can make an environment with pip: as root from Debian, else a sentence says how."""
    package = f"python3.{sys.version_info.minor}-venv"
    if not has_ensurepip():
        debian.install([package])
    if not has_ensurepip():
        raise Trouble(
            f"Python này thiếu venv. Cài một lần: sudo apt-get install {package}, rồi chạy lại lệnh vừa rồi. "
            f"(Python lacks venv: install {package}.)"
        )


def has_ensurepip() -> bool:
    """Whether this Python can make an environment with pip; Debian keeps that in a package of its own."""
    return subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True).returncode == 0


def install(lock: Path) -> None:
    """Installs exactly what the lock names, with uv where it works, else pip; a file whose hash differs is refused."""
    if uv := shutil.which("uv"):
        command = [uv, "pip", "install", "--python", str(PYTHON), "--compile-bytecode", "--require-hashes", "--no-deps"]
        if subprocess.run([*command, "-r", str(lock)]).returncode == 0:
            return
        say("  uv không cài được, chuyển sang pip …")
    if subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode:
        require_ensurepip()
        subprocess.run([PYTHON, "-m", "ensurepip"], check=True, capture_output=True)
    if pip_with_progress(lock):
        raise Trouble(
            f"Chưa cài được các gói trong {lock.name}: xem dòng lỗi ở trên và kiểm tra đường mạng tới kho gói Python. "
            "(Packages could not be installed: see the error above and check the network.)"
        )


def pip_with_progress(lock: Path) -> int:
    """Runs pip and shows one counted line per package instead of pip's own log; shows that log when pip fails."""
    total = len(re.findall(r"^[\w.-]+==", lock.read_text(), re.MULTILINE))
    command = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar",
        "off",
    ]
    command += ["--require-hashes", "--no-deps", "-r", str(lock)]
    log: list[str] = []
    seen = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        assert pip.stdout
        for line in pip.stdout:
            log.append(line)
            if line.startswith("Ignoring "):  # meant for another system
                total -= 1
            elif found := re.match(r"(?:Collecting|Requirement already satisfied:) ([\w.-]+)", line):
                seen += 1
                say(f"  [{seen}/{total}] {found[1]}")
            elif line.startswith("Installing collected packages"):
                say("  giải nén vào .venv …")
    if pip.returncode:
        say("".join(log[-30:]).rstrip())
    return pip.returncode


def settings(**changes: str) -> dict[str, str]:
    """The environment variables for a program run inside the environment."""
    return {**os.environ, "PYTHONUTF8": "1", "DJANGO_SETTINGS_MODULE": "thidua.settings", **changes}


def main(arguments: list[str]) -> int:
    """`python -m tools.venv [runtime|dev]`."""
    try:
        ensure(arguments[0] if arguments else "dev")
    except Trouble as trouble:
        say(str(trouble))
        return 1
    say("Môi trường .venv đã sẵn sàng.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
