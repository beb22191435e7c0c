"""`make drawings`: redraws what the docs show of the code: floors, who imports whom, every workflow table."""

from __future__ import annotations

import importlib
import inspect
import os
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import grimp

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
WORKFLOWS = ROOT / "docs" / "workflows"
NAMES = ["roof", "doors", "paper", "honours", "checks", "work", "places", "people", "services", "ground"]
NOTE = "<!-- Drawn by `make drawings` from the code. Do not edit. -->\n"


def main(arguments: list[str]) -> int:
    """Writes every drawing, or with `--check` only names the stale ones; returns the exit code."""
    wanted = drawings()
    old = stale(wanted)
    if "--check" in arguments:
        for name in old:
            print(f"stale, run `make drawings`: {name}")
        return 1 if old else 0
    WORKFLOWS.mkdir(exist_ok=True)
    for path in WORKFLOWS.glob("*.md"):
        if path not in wanted:
            path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    return 0


def stale(wanted: dict[Path, str]) -> list[str]:
    """The pages whose text is not what the code says today, and those whose workflow is gone."""
    gone = {path for path in WORKFLOWS.glob("*.md") if path not in wanted}
    old = {path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text}
    return sorted(path.relative_to(ROOT).as_posix() for path in gone | old)


def drawings() -> dict[Path, str]:
    """Every generated page and its text."""
    page = PAGE.read_text(encoding="utf-8")
    page = between(page, "floors", f"```text\n{floors_drawing()}\n```")
    page = between(page, "imports", imports_table())
    pages = dict(workflow_pages())
    lines = [f"- [{path.stem}]({path.name}): {text.splitlines()[1].removeprefix('# ')}" for path, text in pages.items()]
    index = NOTE + "# Every workflow, as its table says\n\n" + "\n".join(lines) + "\n"
    return {PAGE: page, **pages, **({WORKFLOWS / "README.md": index} if pages else {})}


def between(page: str, name: str, drawing: str) -> str:
    """The page with what stands between `<!-- name -->` and `<!-- /name -->` replaced."""
    before, start, rest = page.partition(f"<!-- {name} -->")
    _, end, after = rest.partition(f"<!-- /{name} -->")
    if not start or not end:
        raise ValueError(f"docs/architecture.md has no place for the drawing “{name}”")
    return f"{before}{start}\n{drawing}\n{end}{after}"


def floors() -> list[list[str]]:
    """The boxes of each floor from the roof down, as the import contract in pyproject.toml lists them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers" and "containers" not in c)
    return [[box.strip().removeprefix("thidua.") for box in layer.split("|")] for layer in layers]


def floors_drawing() -> str:
    """The house in letters: one band per floor, a cell per box."""
    rows = list(zip(NAMES, floors(), strict=True))
    width = max(sum(len(box) + 3 for box in boxes) + 1 for _, boxes in rows)
    lines = []
    for name, boxes in rows:
        lines.append(" " * 10 + "+" + "-" * (width - 2) + "+")
        cells = " | ".join(boxes)
        lines.append(f"{name:<10}| {cells:<{width - 4}} |")
    return "\n".join([*lines, " " * 10 + "+" + "-" * (width - 2) + "+"])


def imports_table() -> str:
    """Which boxes each box imports today, the nearest floor first. The contract makes every arrow point downward."""
    order = [box for boxes in floors() for box in boxes]
    graph = grimp.build_graph("thidua", cache_dir=None)
    seen: dict[str, set[str]] = {box: set() for box in order}
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            one, other = (name.split(".")[1] if "." in name else "" for name in (module, imported))
            if one != other and one in seen and other in seen:
                seen[one].add(other)
    lines = ["| box | imports |", "|---|---|"]
    for box in order:
        names = [f"`{other}`" for other in order if other in seen[box]]
        lines.append(f"| `{box}` | {' '.join(names) or 'nothing of ours'} |")
    return "\n".join(lines)


def workflow_pages() -> Iterator[tuple[Path, str]]:
    """A page per workflow table found in the apps' `workflow` modules, in the order of their names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
    django.setup()
    kind = importlib.import_module("thidua.core.workflow").Workflow
    files = sorted([*ROOT.glob("thidua/*/workflow.py"), *ROOT.glob("thidua/*/workflow/*.py")])
    for file in files:
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if name == "thidua.core.workflow":
            continue
        module = importlib.import_module(name)
        app = name.split(".")[1]
        for variable, table in vars(module).items():
            if isinstance(table, kind) and not (file.name == "__init__.py" and variable.startswith("_")):
                yield WORKFLOWS / f"{app}-{variable.lower().replace('_', '-')}.md", workflow_page(app, module, table)


def workflow_page(app: str, module: Any, table: Any) -> str:
    """One workflow: a state diagram, then the table of moves with who may make them."""
    words = labels(module, {s for m in table for s in (*m.sources, m.target)})
    drawn = [f"  state {quoted(words.get(s, s))} as {s}" for s in words]
    drawn += [f"  {source} --> {m.target}: {m.label}" for m in table for source in m.sources]
    rows = [
        f"| {m.label} | `{m.name}` | {', '.join(words.get(s, s) for s in m.sources)} | {words.get(m.target, m.target)} "
        f"| {who(m.rule)} | {'có' if m.needs_note else ''} |"
        for m in table
    ]
    return (
        f"{NOTE}# {table.title}\n\nFrom `thidua/{app}`. Each arrow is a move; the table says who may make it.\n\n"
        + "```mermaid\nstateDiagram-v2\n"
        + "\n".join(drawn)
        + "\n```\n\n| việc | move | từ | thành | ai được làm (rule) | cần lý do |\n|---|---|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )


def labels(module: Any, states: set[str]) -> dict[str, str]:
    """The Vietnamese words of the states, from the choices class in the module which has them all."""
    for choices in vars(module).values():
        if inspect.isclass(choices) and states <= set(getattr(choices, "values", [])):
            return {value: str(label) for value, label in choices.choices}  # type: ignore[attr-defined]
    return {state: state for state in sorted(states)}


def quoted(text: str) -> str:
    """A label Mermaid accepts."""
    return '"' + text.replace('"', "'") + '"'


def who(rule: Any) -> str:
    """The rule by its name, which reads as a sentence, and the first line of its docstring."""
    said = (inspect.getdoc(rule) or "").split("\n")[0]
    return f"`{getattr(rule, '__name__', '?')}`" + (f": {said}" if said else "")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
