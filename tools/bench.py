"""`make bench`: runs every file in bench/ with --quick, one after the other, and says how long each took."""

from __future__ import annotations

import subprocess
import sys
import time

from tools import venv
from tools.say import Trouble, say


def main(arguments: list[str]) -> int:
    """Runs the benches named, or all; `--full` leaves --quick away. Fails when one of them fails."""
    try:
        python = venv.ensure("dev")
    except Trouble as trouble:
        say(str(trouble))
        return 1
    names = {a for a in arguments if not a.startswith("-")}
    pace = [] if "--full" in arguments else ["--quick"]
    failed = []
    for file in sorted((venv.ROOT / "bench").glob("[!_]*.py")):
        if names and file.stem not in names:
            continue
        say(f"\n━━ bench/{file.name}")
        start = time.monotonic()
        environment = venv.settings(PYTHONPATH=str(venv.ROOT))
        if subprocess.run([python, str(file), *pace], cwd=venv.ROOT, env=environment).returncode:
            failed.append(file.name)
        say(f"   {time.monotonic() - start:.1f} giây")
    if failed:
        say(f"\nKhông chạy hết: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
