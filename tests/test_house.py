"""The house keeps its own rules: arrows, guards, templates, generated pages, vendored files, shape of the files."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver
from importlinter.cli import lint_imports

from tools import drawings, vendor

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "thidua"
SOURCES = sorted(p for p in PACKAGE.rglob("*.py") if "migrations" not in p.parts)
TEMPLATES = sorted(p for p in PACKAGE.glob("*/templates/**/*") if p.is_file())
GROUND = {"core", "law", "vanban"}
# Decision 0006: beside the open layers, the table of states and moves and the pure engines named here.
ENGINES = {"timing"}
OPEN_TO_OTHERS = {"models", "queries", "actions", "rules", "roles", "workflow"} | ENGINES


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports_of(path: Path) -> Iterator[str]:
    """Every module of ours that a file names, as in "thidua.movements.models"."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("thidua."))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "thidua":
            deep = (node.module or "").count(".") >= 2
            yield from [str(node.module)] if deep else [f"{node.module}.{a.name}" for a in node.names]


def test_the_import_contracts_hold() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == 0


def test_areas_name_only_each_others_open_modules() -> None:
    wrong = []
    for path in SOURCES:
        home = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for name in imports_of(path):
            _, box, *rest = name.split(".")
            if box not in GROUND | {home, "settings"} and rest and home != "urls" and rest[0] not in OPEN_TO_OTHERS:
                wrong.append(f"{place(path)} imports {name}")
    assert wrong == []


def views(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern.callback


def test_every_view_is_guarded_or_public_on_purpose() -> None:
    table = list(views(get_resolver().url_patterns))
    assert table != []
    assert [address for address, view in table if not getattr(view, "access", None)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=place)
def test_template_compiles(path: Path) -> None:
    get_template(path.relative_to(next(p for p in path.parents if p.name == "templates")).as_posix())


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.suffix in {".html", ".svg"}], ids=place)
def test_template_has_no_inline_script_or_style(path: Path) -> None:
    """The content security policy would refuse them in the browser; here it is known earlier."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"<style\b|<script(?![^>]*\bsrc=)[^>]*>|\sstyle=[\"']|\son[a-z]+=[\"']|javascript:", text) == []


def test_generated_pages_are_fresh() -> None:
    assert drawings.stale(drawings.drawings()) == []


def test_vendored_files_are_what_was_copied() -> None:
    assert vendor.changed_files() == []


def test_vendored_test_files_are_what_was_copied() -> None:
    folder = ROOT / "tests" / "journeys" / "vendor"
    recorded = [line.split(maxsplit=1) for line in (folder / "SHA256SUMS").read_text().splitlines()]
    present = sorted(p.relative_to(folder).as_posix() for p in folder.glob("*/*"))
    assert present == sorted(name for _, name in recorded)
    for digest, name in recorded:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_file_says_what_it_holds_and_stays_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "begins without a docstring"
    assert len(text.splitlines()) <= 400


def test_no_drawer_for_odds_and_ends() -> None:
    bad = {"utils", "util", "helpers", "helper", "services", "common", "misc", "signals"}
    assert [place(p) for p in PACKAGE.rglob("*") if p.stem in bad and "vendor" not in p.parts] == []


def test_no_arrow_hidden_in_a_string() -> None:
    """Foreign keys to other areas name the class, and nothing is looked up by name: imports tell the whole truth."""
    wrong = []
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        home = path.relative_to(PACKAGE).parts[0]
        for app in re.findall(r"(?:ForeignKey|OneToOneField|ManyToManyField)\(\s*[\"'](\w+)\.\w+[\"']", text):
            if app != home:
                wrong.append(f"{place(path)}: a foreign key to {app} as text")
        wrong += [f"{place(path)}: {call}" for call in re.findall(r"\bget_model\(|\bimport_string\(", text)]
    assert wrong == []
