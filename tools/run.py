"""`make run`: environment, database, demo data and server, from a bare clone to the first page."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from tools import venv
from tools.say import Trouble, say

STARTS_WITHIN = 60.0  # seconds


def main(arguments: list[str]) -> int:
    """Does everything, or says in one sentence why not. `--reset [--yes]` rebuilds the demo data and stops there."""
    host, port = os.environ.get("HOST") or "127.0.0.1", int(os.environ.get("PORT") or 8000)
    reset = "--reset" in arguments
    try:
        if not reset:
            refuse_taken_port(host, port)
        python = venv.ensure("runtime")
        fill(python, arguments)
        return 0 if reset else serve(python, host, port)
    except Trouble as trouble:
        say(f"\n{trouble}")
        return 1
    except KeyboardInterrupt:
        say("\nĐã dừng.")
        return 130


def refuse_taken_port(host: str, port: int) -> None:
    """Raises Trouble when somebody already listens there; before any work, not after it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Trouble(
                f"Không dùng được {host}:{port} ({error.strerror}): có thể chương trình khác đang dùng cổng này. "
                f"Chọn cổng khác: make run PORT={port + 1}  (Choose another port.)"
            ) from error


def fill(python: Path, arguments: list[str]) -> None:
    """Brings the database up to date and fills it with the demo when it is empty, in one process inside .venv."""
    done = subprocess.run([python, "-m", "tools.prepare", *arguments], cwd=venv.ROOT, env=venv.settings())
    if done.returncode:
        raise Trouble("Chưa dựng được cơ sở dữ liệu: xem dòng lỗi ở trên. (The database could not be prepared.)")


def serve(python: Path, host: str, port: int) -> int:
    """Runs the server until Ctrl-C; prints the address once the first page answers."""
    workers = os.environ.get("THIDUA_WORKERS") or "2"
    command = [str(python), "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    command += ["--workers", workers, "--blocking-threads", "1", "--no-ws", "--log-level", "warning"]
    command += ["--respawn-failed-workers", "--workers-kill-timeout", "10", "thidua.wsgi:application"]
    # In a session of its own: Ctrl-C then reaches this program alone, which stops the server in an orderly way.
    server = subprocess.Popen(command, cwd=venv.ROOT, env=venv.settings(), start_new_session=True)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    try:
        if not up(server, address.replace("//0.0.0.0", "//127.0.0.1")):
            raise Trouble("Máy chủ không khởi động được: xem dòng lỗi ở trên. (The server did not start.)")
        say(f"\n  Mở trình duyệt tại   {address}   (Ctrl-C để dừng)\n")
        while server.poll() is None:  # looked at again and again: a signal can slip past a wait without end
            time.sleep(0.2)
        return server.returncode
    except KeyboardInterrupt:
        say("\nĐã dừng.")
        return 0
    finally:
        stop(server)


def interrupt(number: int, frame: FrameType | None) -> None:
    """A request to end, and a closed terminal, stop the server as Ctrl-C does."""
    raise KeyboardInterrupt


def stop(server: subprocess.Popen[bytes]) -> None:
    """Lets the requests under way finish; after twelve seconds there is no more waiting."""
    server.terminate()
    try:
        server.wait(timeout=12)
    except subprocess.TimeoutExpired:
        server.kill()


def up(server: subprocess.Popen[bytes], address: str) -> bool:
    """Waits until the first page answers. False when the server has died or takes longer than a minute."""
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return True
        except urllib.error.HTTPError as error:
            return error.code < 500
        except OSError:
            time.sleep(0.05)
    return False


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
