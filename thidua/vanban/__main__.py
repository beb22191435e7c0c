"""Command line of vanban: `python -m thidua.vanban [read] FILE [--json]` and `... write IN.json OUT.docx|OUT.pdf`."""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from thidua.vanban.guard import UNREADABLE, read_guarded
from thidua.vanban.jsonform import paper_from_json, reading_to_json
from thidua.vanban.outline_text import outline_text
from thidua.vanban.structure import Paper, Reading, UnreadableDocument

JSON_LIMIT = 30_000_000
_COMMANDS = ("read", "write")
_WRITERS = {".docx": "write_docx", ".pdf": "write_pdf"}


class _Parser(argparse.ArgumentParser):
    """An argument parser that complains in Vietnamese."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"Lệnh không đúng ({message}); gõ “{self.prog} --help” để xem cách dùng.\n")
        raise SystemExit(UNREADABLE)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0, or 2 with one sentence on stderr."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0] not in _COMMANDS and not given[0].startswith("-"):
        given = ["read", *given]
    chosen = _parser().parse_args(given)
    try:
        if chosen.command == "write":
            write(chosen.source, chosen.target)
        else:
            reading = read_guarded(chosen.file)
            sys.stdout.write(as_text(reading_json(reading)) if chosen.json else outline_text(reading))
    except UnreadableDocument as error:
        sys.stderr.write(f"{error}\n")
        return UNREADABLE
    return 0


def reading_json(reading: Reading) -> dict[str, Any]:
    """The reading as the hand readings have it, with `paper` and `source` added so that nothing is lost."""
    whole = reading_to_json(reading)
    return {**reading.as_json(), "paper": whole["paper"], "source": whole["source"]}


def as_text(value: dict[str, Any]) -> str:
    """JSON for people and programs alike: indented, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def write(source: Path, target: Path) -> None:
    """Lay out the paper in a JSON file (a paper, or what `read --json` printed) as .docx or .pdf."""
    writer = _WRITERS.get(target.suffix.lower())
    if writer is None:
        raise UnreadableDocument("Tên tệp kết quả phải có đuôi .docx hoặc .pdf.")
    paper = _paper_in(source)
    content = getattr(import_module("thidua.vanban.writing"), writer)(paper)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise UnreadableDocument(f"Không ghi được tệp “{target.name}”.") from error


def _paper_in(source: Path) -> Paper:
    try:
        if source.stat().st_size > JSON_LIMIT:
            raise UnreadableDocument(f"Tệp JSON lớn hơn {JSON_LIMIT // 1_000_000} MB nên không đọc.")
        value = json.loads(source.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableDocument(f"Không mở được tệp “{source.name}”.") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(f"Tệp “{source.name}” không phải là JSON hợp lệ.") from error
    return paper_from_json(value["paper"] if isinstance(value, dict) and "paper" in value else value)


def _parser() -> _Parser:
    parser = _Parser(prog="python -m thidua.vanban", description="Đọc và trình bày văn bản hành chính.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    read = commands.add_parser("read", help="đọc một văn bản .docx, .odt, .pdf, .doc, .txt thành cấu trúc")
    read.add_argument("--json", action="store_true", help="in ra JSON")
    read.add_argument("file", help="tệp cần đọc")
    lay = commands.add_parser("write", help="trình bày văn bản từ JSON thành .docx hoặc .pdf theo Nghị định 30/2020")
    lay.add_argument("source", type=Path, help="tệp JSON")
    lay.add_argument("target", type=Path, help="tệp .docx hoặc .pdf cần tạo")
    return parser


if __name__ == "__main__":
    # The terminal may be set to an encoding without Vietnamese letters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main())
