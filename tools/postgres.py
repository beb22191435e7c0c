"""A PostgreSQL for the tests: the one that answers here, else a private one on a spare port, thrown away afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools import debian
from tools.say import Trouble, step

# The tests' data may be lost in a power cut; without these the disk decides how long the tests take.
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


@contextmanager
def server(python: Path) -> Iterator[str]:
    """Gives the address of a server in which databases may be created: "postgresql://user@host:port".

    Order: THIDUA_TEST_POSTGRES, a server on 127.0.0.1:5432 that lets `postgres` or the present user in, a private one.
    """
    given = os.environ.get("THIDUA_TEST_POSTGRES", "").rstrip("/")
    here = [f"postgresql://{user}@127.0.0.1:5432" for user in ("postgres", os.environ.get("USER", "")) if user]
    for address in [given] if given else here:
        if answers(python, address):
            yield address
            return
    if given:
        raise Trouble("PostgreSQL ghi trong THIDUA_TEST_POSTGRES không trả lời hoặc không cho tạo cơ sở dữ liệu.")
    with private() as address:
        yield address


def answers(python: Path, address: str) -> bool:
    """Whether a server lets us in there and create databases."""
    code = (
        "import sys, psycopg\n"
        "with psycopg.connect(sys.argv[1] + '/postgres', connect_timeout=3) as c:\n"
        "    row = c.execute('select rolcreatedb or rolsuper from pg_roles where rolname = current_user').fetchone()\n"
        "    sys.exit(0 if row and row[0] and c.info.server_version >= 140000 else 1)\n"
    )
    return subprocess.run([python, "-c", code, address], capture_output=True).returncode == 0


@contextmanager
def private() -> Iterator[str]:
    """Starts a server of our own in a temporary folder; stops and removes it on leaving."""
    program = debian.find("postgres")
    if program is None:
        raise Trouble(debian.how_to_get("postgres"))
    binaries = program.parent
    folder = Path(tempfile.mkdtemp(prefix="thidua-pg-"))
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    port = spare_port()
    control = [str(binaries / "pg_ctl"), "-D", str(data), "-w"]
    try:
        with step(f"Mở một PostgreSQL riêng tại cổng {port}"):
            start = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {HASTY}"
            initdb = [str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"]
            run([*initdb, "--locale=C.UTF-8"], folder)
            run([*control, "-l", str(folder / "log"), "-o", start, "start"], folder)
        yield f"postgresql://postgres@127.0.0.1:{port}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], cwd=folder, capture_output=True, **owner())
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str], folder: Path) -> None:
    """Runs one command of PostgreSQL; its own words when it fails. Output to a file: the server keeps it open."""
    words = folder / "words"
    with words.open("w") as out:
        done = subprocess.run(
            command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, **owner()
        )
    if done.returncode:
        raise Trouble(f"Không mở được PostgreSQL riêng: {words.read_text()[-800:]}")


def owner() -> dict[str, Any]:
    """As whom the server's programs run: as `postgres` when we are root, else as ourselves."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}


def spare_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
