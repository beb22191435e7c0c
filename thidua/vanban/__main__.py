"""Command line of vanban: `python -m thidua.vanban read FILE [--json]`."""

from __future__ import annotations

import argparse
import json
import sys

from thidua.vanban.reading import understand
from thidua.vanban.sources.txt import load_txt


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m thidua.vanban", description="Đọc văn bản hành chính.")
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help="đọc một văn bản thành cấu trúc")
    read.add_argument("--json", action="store_true", help="in ra JSON")
    read.add_argument("file", help="tệp cần đọc")
    chosen = parser.parse_args(arguments)
    reading = understand(load_txt(chosen.file))
    if chosen.json:
        json.dump(reading.as_json(), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return 0
    paper = reading.paper
    sys.stdout.write(f"{paper.doc_type} {paper.number or ''}/{paper.symbol or ''}: {paper.title}\n")
    for item in reading.outline:
        sys.stdout.write(f"{'  ' * item.level}{item.label}. {item.title}\n")
    for deadline in reading.deadlines:
        sys.stdout.write(f"Hạn: {deadline.text} ({deadline.unit or 'chưa rõ đơn vị'})\n")
    for finding in reading.findings:
        sys.stdout.write(f"Lưu ý, dòng {finding.line}: {finding.message}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
