"""Copy third-party front-end files into the repository, with their licences and hashes (developers only).

`python tools/vendor.py` fetches the exact versions named in package.json with `npm pack` and rewrites
`thidua/core/static/vendor/` and `vendor.json`; `python tools/vendor.py --check` only compares the hashes, offline.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "package.json"
LEDGER = ROOT / "vendor.json"
STATIC = ROOT / "thidua" / "core" / "static" / "vendor"
SOURCE_MAP = re.compile(rb"\s*(/\*#\s*sourceMappingURL=[^*]*\*/|//#\s*sourceMappingURL=\S*)\s*$")
DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Run the copy, or with `--check` only the comparison; returns the exit code."""
    if "--check" in arguments:
        wrong = changed_files()
        for path in wrong:
            print(f"differs from vendor.json: {path}")
        return 1 if wrong else 0
    rows = copy_everything()
    LEDGER.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(rows)} files copied")
    return 0


def changed_files() -> list[str]:
    """Paths whose content is missing, is not what vendor.json recorded, or was never recorded at all."""
    recorded = {row["path"]: row["sha256"] for row in json.loads(LEDGER.read_text(encoding="utf-8"))}
    present = {
        path.relative_to(ROOT).as_posix(): digest(path)
        for path in STATIC.rglob("*")
        if path.is_file() and not path.name.startswith("LICENSE")
    }
    return sorted(path for path in recorded | present if recorded.get(path) != present.get(path))


def copy_everything() -> list[dict[str, str]]:
    """Fetch, copy and hash every package of package.json; returns the rows of vendor.json."""
    package = json.loads(PACKAGES.read_text(encoding="utf-8"))
    if STATIC.exists():
        shutil.rmtree(STATIC)
    rows = []
    for full_name, plan in sorted(package["vendor"].items()):
        version = package["dependencies"][full_name]
        with tempfile.TemporaryDirectory() as folder:
            source = fetch(full_name, version, Path(folder))
            rows += copy_one(plan.get("name", full_name), version, plan, source)
    return rows


def fetch(name: str, version: str, folder: Path) -> Path:
    """Download one exact version from the npm registry and unpack it; returns the unpacked folder."""
    subprocess.run(["npm", "pack", f"{name}@{version}", "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def copy_one(name: str, version: str, plan: dict[str, Any], source: Path) -> list[dict[str, str]]:
    """Copy the named files of one package, its licence and its sprite; returns their rows for vendor.json."""
    target = STATIC / f"{name}@{version}"
    target.mkdir(parents=True)
    licence = next(path for path in sorted(source.iterdir()) if path.name.upper().startswith("LICEN"))
    (target / "LICENSE").write_bytes(licence.read_bytes())
    written = []
    for inside, outside in plan.get("files", {}).items():
        # A source map that is not there breaks hashed static files, so its pointer goes.
        (target / outside).write_bytes(SOURCE_MAP.sub(b"\n", (source / inside).read_bytes()))
        written.append(target / outside)
    if "sprite" in plan:
        written.append(target / plan["sprite"]["file"])
        written[-1].write_text(sprite(source / plan["sprite"]["folder"], plan["sprite"]["icons"]), encoding="utf-8")
    return [
        {
            "name": name,
            "version": version,
            "licence": plan["licence"],
            "path": path.relative_to(ROOT).as_posix(),
            "sha256": digest(path),
        }
        for path in written
    ]


def sprite(folder: Path, icons: list[str]) -> str:
    """Merge single drawings into one SVG file of symbols `i-<name>`, to be drawn with `<use>`."""
    symbols = []
    for icon in sorted(set(icons)):
        found = DRAWING.search((folder / f"{icon}.svg").read_text(encoding="utf-8"))
        if found is None:
            raise ValueError(f"{icon}.svg holds no drawing")
        body = " ".join(found[1].split())
        symbols.append(f'<symbol id="i-{icon}" viewBox="0 0 24 24">{body}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
