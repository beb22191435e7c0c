"""The colours of the theme can be read: text against its ground 4.5 to 1, edges of fields 3 to 1, light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parents[2] / "thidua" / "core" / "static" / "core" / "theme.css"
CSS = re.sub(r"/\*.*?\*/", "", THEME.read_text(encoding="utf-8"), flags=re.DOTALL)
STATES = ["wait", "work", "done", "back", "none"]
GROUNDS = ["panel", "bg", "sunken"]

TEXT = [
    *((ink, ground) for ink in ["ink", "ink-2", "link"] for ground in GROUNDS),
    *((state, f"{state}-bg") for state in STATES),
    *((state, ground) for state in STATES for ground in GROUNDS),
    *((ink, f"{state}-bg") for ink in ["ink", "link"] for state in STATES),
    ("ink-2", "none-bg"),
    ("ink-2", "work-bg"),
    ("ink-2", "gold-soft"),
    ("gold-ink", "gold-soft"),
    ("gold-ink", "panel"),
    ("white", "red"),
    ("white", "red-strong"),
    ("white", "side-2"),
    ("panel", "ink"),
    ("panel", "wait"),
    ("panel", "done"),
    ("side-ink", "side"),
    ("side-ink", "side-2"),
    ("side-dim", "side"),
    ("side-dim", "side-2"),
]
EDGES = [
    *(("field", ground) for ground in ["panel", "sunken"]),
    *(("link", ground) for ground in GROUNDS),
    ("back", "panel"),
    ("white", "tick"),
    ("tick", "panel"),
    ("gold", "side"),
    ("gold", "side-2"),
]


def block(selector: str) -> str:
    """The declarations of the first rule with this selector."""
    return CSS.split(selector + " {", 1)[1].split("}", 1)[0]


def tokens(text: str) -> dict[str, str]:
    """Colour tokens of a rule: {"ink": "#1b2633"}."""
    found = dict(re.findall(r"--td-([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b", text))
    return {
        name: "#" + "".join(c * 2 for c in value[1:]) if len(value) == 4 else value for name, value in found.items()
    }


LIGHT = {"white": "#ffffff", **tokens(block(":root, [data-bs-theme]"))}
DARK = {**LIGHT, **tokens(block("[data-bs-theme=dark]"))}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54)])
def test_contrast_is_counted_as_wcag_counts(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(theme: dict[str, str]) -> None:
    pairs = {f"{ink} on {ground}": contrast(theme[ink], theme[ground]) for ink, ground in TEXT}
    assert {pair: round(ratio, 2) for pair, ratio in pairs.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_can_be_seen(theme: dict[str, str]) -> None:
    pairs = {f"{edge} on {ground}": contrast(theme[edge], theme[ground]) for edge, ground in EDGES}
    assert {pair: round(ratio, 2) for pair, ratio in pairs.items() if ratio < 3} == {}


def test_dark_by_choice_and_dark_by_machine_are_the_same() -> None:
    chosen, left_to_machine = block("[data-bs-theme=dark]"), block("[data-bs-theme=auto]")
    assert len(tokens(chosen)) > 20
    assert chosen.split() == left_to_machine.split()


def test_every_token_used_is_defined() -> None:
    defined = set(re.findall(r"(--td-[a-z0-9-]+)\s*:", CSS))
    assert sorted(set(re.findall(r"var\((--td-[a-z0-9-]+)", CSS)) - defined) == []


def test_the_theme_asks_for_nothing_the_policy_refuses() -> None:
    addresses = re.findall(r"url\(([^)]*)\)", CSS)
    assert [a for a in addresses if not a.strip("\"'").startswith("marks/")] == []
    assert [a for a in addresses if not (THEME.parent / a.strip("\"'")).exists()] == []
