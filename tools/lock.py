"""`make lock`: resolves pyproject.toml once for every platform and writes uv.lock and the two hashed pip locks."""

from __future__ import annotations

import shutil
import subprocess
import sys

from tools import venv

EXPORT = ["export", "--quiet", "--no-header", "--no-annotate", "--no-emit-project", "--format", "requirements.txt"]
HEADER = "# Written by `make lock` from uv.lock: exact versions, every file's hash. Do not edit.\n"


def main(arguments: list[str]) -> int:
    """Keeps the versions already locked unless `--upgrade` is given."""
    uv = shutil.which("uv") or str(venv.VENV / "bin" / "uv")
    subprocess.run([uv, "lock", *arguments], cwd=venv.ROOT, check=True)
    for kind, groups in (("runtime", ["--no-dev"]), ("dev", ["--all-groups"])):
        text = subprocess.run([uv, *EXPORT, *groups], cwd=venv.ROOT, check=True, capture_output=True, text=True).stdout
        venv.LOCKS[kind].write_text(HEADER + text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
