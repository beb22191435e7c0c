"""Runs inside .venv: brings the database up to date and, when it is empty, fills it with the demo data."""

from __future__ import annotations

import os
import sys

import django
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tools.say import say, step


def main(arguments: list[str]) -> int:
    """`--reset [--yes]` rebuilds the demo; THIDUA_DEMO=0 leaves an empty database empty."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
    django.setup()
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        with step(f"Dựng cơ sở dữ liệu ({len(plan)} bước)"):
            call_command("migrate", verbosity=0, interactive=False)
    if os.environ.get("THIDUA_DEMO", "1") == "0" and "--reset" not in arguments:
        say("THIDUA_DEMO=0: không dựng dữ liệu mẫu.")
        return 0
    try:
        call_command("demo", *arguments)
    except CommandError as refusal:
        say(str(refusal))
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
