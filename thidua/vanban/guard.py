"""Reading a file nobody vouches for: in a child process with bounds on time and memory. Runs also as that child."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

from thidua.vanban.jsonform import reading_from_json, reading_to_json
from thidua.vanban.read_file import read
from thidua.vanban.structure import Reading, UnreadableDocument

SECONDS = 8.5
# The child answers for itself first; only one that no longer can is ended from outside.
SECONDS_OUTSIDE = 9.5
MEMORY = 512_000_000
UNREADABLE = 2

TOO_SLOW = "Đọc tệp quá lâu (hơn 8 giây) nên đã dừng; tệp có thể bị hỏng hoặc quá phức tạp."
TOO_HEAVY = "Đọc tệp cần quá nhiều bộ nhớ nên đã dừng; tệp có thể bị hỏng hoặc quá phức tạp."
FAILED = "Không đọc được tệp này: tệp bị hỏng hoặc có cấu trúc lạ."

_HARMLESS = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "VIRTUAL_ENV")
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]


def read_guarded(path: Path | str) -> Reading:
    """Read one document as `read` does, but in a child process: safe to call from a web server.

    A file that makes a library crash, hang or eat memory costs at most 10 seconds and 512 MB, and is answered like any
    other unreadable file: UnreadableDocument with one Vietnamese sentence.
    """
    # -P: nothing is imported from the folder the caller happens to stand in.
    arguments = [sys.executable, "-P", "-X", "utf8", "-m", "thidua.vanban.guard", str(Path(path).absolute())]
    child = subprocess.Popen(  # noqa: S603 - our own module, the path as one argument, no shell
        arguments,
        env={**_plain_environment(), "PYTHONPATH": _search_path(), "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with child:
        try:
            output, sentence = child.communicate(timeout=SECONDS_OUTSIDE)
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(TOO_SLOW) from error
        finally:
            if child.poll() is None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGKILL)
    if child.returncode == 0:
        return reading_from_json(json.loads(output))
    if child.returncode == UNREADABLE:
        raise UnreadableDocument(sentence.decode("utf-8").strip())
    # Killed by a signal or worse: libraries in C abort when memory runs out.
    raise UnreadableDocument(FAILED)


class _TooSlow(BaseException):
    """The time is up. Not an Exception: no reader may take it for a fault of its own and carry on."""


def main(arguments: list[str]) -> int:
    """Be the child: read the file named, write the reading as JSON or one sentence, return 0 or 2."""
    try:
        _limit_self()
        document = read(arguments[0])
        answer = json.dumps(reading_to_json(document), ensure_ascii=False)
    except UnreadableDocument as error:
        return _refuse(str(error))
    except _TooSlow:
        return _refuse(TOO_SLOW)
    except MemoryError:
        return _refuse(TOO_HEAVY)
    except Exception:  # a bug in a reader must not show a traceback to an official; the sentence is the answer
        return _refuse(FAILED)
    signal.setitimer(signal.ITIMER_REAL, 0)
    sys.stdout.write(answer)
    return 0


def _limit_self() -> None:
    """Bound this process: address space, and real time by a signal that interrupts whatever is being read."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard), hard))
    signal.signal(signal.SIGALRM, _time_is_up)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)


def _time_is_up(_number: int, _frame: FrameType | None) -> None:
    raise _TooSlow


def _refuse(sentence: str) -> int:
    signal.setitimer(signal.ITIMER_REAL, 0)
    sys.stderr.write(sentence + "\n")
    return UNREADABLE


def _plain_environment() -> dict[str, str]:
    """What programs need to run, and none of the server's secrets: the child reads files nobody vouches for."""
    return {name: value for name, value in os.environ.items() if name in _HARMLESS}


def _search_path() -> str:
    """The child must find this very package, however the parent was started."""
    return os.pathsep.join(filter(None, [str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH")]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
