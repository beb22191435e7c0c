"""What the Makefile calls: taken ports, missing programs, the private PostgreSQL, the summary CI reads."""

from __future__ import annotations

import re
import socket
import sys
from pathlib import Path

import pytest

from tools import debian, drawings, postgres, run, test, venv
from tools.say import Trouble


def test_a_taken_port_is_refused_with_the_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Trouble, match=f"make run PORT={port + 1}"):
            run.refuse_taken_port("127.0.0.1", port)


def test_a_free_port_is_accepted() -> None:
    run.refuse_taken_port("127.0.0.1", postgres.spare_port())


def test_without_chromium_the_journeys_are_left_out_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)
    parts, left_out = test.what_can_run(("check", "journeys"))
    assert parts == ("check",)
    driver = [] if debian.find("libatomic.so.1") else [debian.how_to_get("libatomic.so.1")]
    assert left_out == [debian.how_to_get("chromium"), *driver]


def test_what_is_left_out_fails_only_under_ci(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    outcomes = [test.Outcome("sqlite", 1.0, counts={"passed": 3})]
    sentence = debian.how_to_get("chromium")
    assert test.summary(outcomes, [sentence], strict=False, seconds=1.0) == 0
    assert test.summary(outcomes, [sentence], strict=True, seconds=1.0) == 1
    assert sentence in capfdbinary.readouterr().out.decode()


def test_closing_line_adds_the_parts_up_as_pytest_prints_it(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    outcomes = [
        test.Outcome("check", 1.0),
        test.Outcome("sqlite", 2.0, counts={"passed": 10, "skipped": 1}),
        test.Outcome("postgres", 3.0, good=False, counts={"passed": 5, "failed": 2}),
    ]
    assert test.summary(outcomes, [], strict=False, seconds=66.5) == 1
    last = capfdbinary.readouterr().out.decode().splitlines()[-1]
    assert last == "===== 2 failed, 15 passed, 1 skipped in 66.50s (1:06) ====="


def test_counts_come_from_pytests_report(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text('<testsuites><testsuite tests="9" failures="2" skipped="1" errors="1"/></testsuites>')
    assert test.counts(report) == {"passed": 5, "failed": 2, "skipped": 1, "error": 1}
    assert test.counts(tmp_path / "none.xml") == {}


@pytest.mark.skipif(debian.find("postgres") is None, reason="no PostgreSQL on this machine")
def test_the_private_postgres_lets_us_create_databases_and_leaves_nothing_behind() -> None:
    python = Path(sys.executable)
    with postgres.private() as address:
        assert postgres.answers(python, address)
    assert not postgres.answers(python, address)


def test_locks_are_exact_and_hashed() -> None:
    for lock in venv.LOCKS.values():
        lines = [line for line in lock.read_text().splitlines() if line and not line.startswith("#")]
        names = [line for line in lines if not line.startswith(" ")]
        assert [n for n in names if not re.match(r"[\w.-]+==[\w.]+ (; .+ )?\\$", n)] == []
        assert [n for n in lines if n.startswith(" ") and not n.startswith("    --hash=sha256:")] == []


def test_the_dev_lock_holds_the_runtime_lock() -> None:
    runtime, dev = (set(re.findall(r"^[\w.-]+==[\w.]+", p.read_text(), re.MULTILINE)) for p in venv.LOCKS.values())
    assert runtime - dev == set()


def test_a_drawing_needs_its_place_on_the_page() -> None:
    assert drawings.between("a <!-- x -->old<!-- /x --> b", "x", "new") == "a <!-- x -->\nnew\n<!-- /x --> b"
    with pytest.raises(ValueError, match="no place"):
        drawings.between("a", "x", "new")
