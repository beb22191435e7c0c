"""`make test` and `make check`: every part in turn, a summary, and a closing line in the form pytest prints."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tools import debian, postgres, venv
from tools.say import Trouble, say

PARTS = ("check", "sqlite", "postgres", "journeys", "journeys-postgres")
TITLES = {
    "check": "Quy tắc (format, lint, types, contracts)",
    "sqlite": "Kiểm thử trên SQLite",
    "postgres": "Kiểm thử trên PostgreSQL",
    "journeys": "Hành trình trình duyệt, SQLite",
    "journeys-postgres": "Hành trình trình duyệt, PostgreSQL",
}
# No database in these: once, in the SQLite part, is enough.
PURE = {"vanban", "law", "journeys", "test_house.py", "test_tools.py", "test_components.py"}
# Every page of theirs answers on both databases elsewhere; how it looks and feels is asked once.
LOOKS = {"test_every_page.py", "test_keyboard.py"}
CHECKS = {
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "ruff check": ["-m", "ruff", "check", "."],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command as c; c()"],
    "mypy": ["-m", "mypy", "thidua", "tools"],
}


@dataclass
class Outcome:
    """What one part came to. `counts` by pytest's words; `seconds` of wall time."""

    part: str
    seconds: float = 0.0
    good: bool = True
    counts: dict[str, int] = field(default_factory=dict)

    def line(self) -> str:
        """Its line in the summary."""
        said = ", ".join(f"{n} {word}" for word, n in self.counts.items() if n) or ("đạt" if self.good else "")
        return f"  {'✓' if self.good else '✗'} {TITLES[self.part]:<42} {self.seconds:6.1f} giây   {said}"


def main(arguments: list[str]) -> int:
    """Runs the parts named, or all of them; what follows `--` goes to pytest. Non-zero when anything failed."""
    names, _, extra = " ".join(arguments).partition("--")
    parts = tuple(names.split()) or PARTS
    strict = os.environ.get("CI", "").lower() in {"1", "true"}
    start = time.monotonic()
    outcomes: list[Outcome] = []
    left_out: list[str] = []
    try:
        if unknown := set(parts) - set(PARTS):
            raise Trouble(f"Không có phần {', '.join(unknown)}. Các phần: {', '.join(PARTS)}")
        python = venv.ensure("dev")
        parts, left_out = what_can_run(parts)
        with ExitStack() as stack:
            for part in parts:
                outcomes.append(run(part, python, stack, extra.split()))
    except Trouble as trouble:
        say(f"\n{trouble}")
        return 1
    except KeyboardInterrupt:
        say("\nĐã dừng.")
        return 130
    return summary(outcomes, left_out, strict=strict, seconds=time.monotonic() - start)


def what_can_run(parts: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    """The parts for which this machine has (or now got) the programs, and a sentence for each program still missing."""
    needed = {
        "chromium": {"journeys", "journeys-postgres"},
        "libatomic.so.1": {"journeys", "journeys-postgres"},
        "postgres": {"postgres", "journeys-postgres"},
        "soffice": {"sqlite"},
        "pdftotext": {"sqlite"},
    }
    missing = debian.missing([p for p, users in needed.items() if users & set(parts)])
    stopped = {part for p in missing if p not in {"soffice", "pdftotext"} for part in needed[p]}
    return tuple(p for p in parts if p not in stopped), [debian.how_to_get(p) for p in missing]


def run(part: str, python: Path, stack: ExitStack, extra: list[str]) -> Outcome:
    """Runs one part. The PostgreSQL server starts with the first part that needs it and stays to the end."""
    say(f"\n━━ {TITLES[part]}")
    start = time.monotonic()
    if part == "check":
        outcome = check(python)
    else:
        changes = {"DATABASE_URL": ""}
        if "postgres" in part:
            changes = {
                "DATABASE_URL": f"{database_server(python, stack)}/thidua_{os.getpid()}",
                "PGOPTIONS": "-c synchronous_commit=off",
            }
        outcome = pytest(part, python, changes, extra)
    outcome.seconds = time.monotonic() - start
    return outcome


_servers: list[str] = []


def database_server(python: Path, stack: ExitStack) -> str:
    """The address of the PostgreSQL all parts share."""
    if not _servers:
        _servers.append(stack.enter_context(postgres.server(python)))
    return _servers[0]


def check(python: Path) -> Outcome:
    """Format, lint, contracts and types, side by side; prints the words of those that complain."""
    running = {
        title: subprocess.Popen(
            [python, *command], cwd=venv.ROOT, env=venv.settings(), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for title, command in CHECKS.items()
    }  # fmt: skip
    good = True
    for title, process in running.items():
        words = process.communicate()[0]
        say(f"  {'✓' if process.returncode == 0 else '✗'} {title}")
        if process.returncode:
            good = False
            say(words.rstrip())
    return Outcome("check", good=good)


def pytest(part: str, python: Path, changes: dict[str, str], extra: list[str]) -> Outcome:
    """Runs pytest for one part in a `var` of its own and reads the counts from its report."""
    with tempfile.TemporaryDirectory(prefix="thidua-test-") as folder:
        report = Path(folder) / "report.xml"
        command = [str(python), "-m", "pytest", "-q", f"--junitxml={report}", *selection(part), *extra]
        environment = venv.settings(THIDUA_VAR=folder, **changes)
        code = subprocess.run(command, cwd=venv.ROOT, env=environment).returncode
        return Outcome(part, good=code == 0, counts=counts(report))


def selection(part: str) -> list[str]:
    """Which tests a part runs: SQLite all but the journeys, PostgreSQL those that touch the database."""
    tests = venv.ROOT / "tests"
    if part.startswith("journeys"):
        once = [f"--ignore=tests/journeys/{name}" for name in sorted(PURE | LOOKS) if part != "journeys"]
        return ["-n", "2", "-m", "journey", "tests/journeys", *once]
    wanted = ["tests"]
    if part == "postgres":
        folders = [p for p in tests.iterdir() if p.is_dir() and any(p.rglob("test_*.py"))]
        files = list(tests.glob("test_*.py"))
        wanted = [f"tests/{p.name}" for p in sorted(folders + files) if p.name not in PURE]
    return ["-n", "2", "-m", "not journey", *wanted]


def counts(report: Path) -> dict[str, int]:
    """pytest's counts from its JUnit report; empty when it did not get that far."""
    try:
        suite = ET.parse(report).getroot().find("testsuite")
    except (OSError, ET.ParseError):
        return {}
    if suite is None:
        return {}
    failed, skipped, errors, every = (int(suite.get(k) or 0) for k in ("failures", "skipped", "errors", "tests"))
    return {"passed": every - failed - skipped - errors, "failed": failed, "skipped": skipped, "error": errors}


def summary(outcomes: list[Outcome], left_out: list[str], *, strict: bool, seconds: float) -> int:
    """Prints every part, what was left out, and the closing line; gives the exit code."""
    say("\n━━ Tổng hợp")
    for outcome in outcomes:
        say(outcome.line())
    for sentence in left_out:
        say(f"  {'✗' if strict else '!'} {sentence}")
    bad = [TITLES[o.part] for o in outcomes if not o.good]
    if bad:
        say(f"  Không đạt: {'; '.join(bad)}")
    total = {word: sum(o.counts.get(word, 0) for o in outcomes) for word in ("failed", "passed", "skipped", "error")}
    if any(total.values()):
        said = ", ".join(f"{n} {word}{'s' * (word == 'error' and n > 1)}" for word, n in total.items() if n)
        say(f"===== {said} in {seconds:.2f}s ({int(seconds) // 60}:{int(seconds) % 60:02d}) =====")
    return 1 if bad or (strict and left_out) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
