"""What axe-core says of the open page: what hinders people with a keyboard, a screen reader or large type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).parent / "vendor" / "axe-core@4.14.1" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, *, within: str = "html") -> list[str]:
    """One line per violation, with the elements concerned; empty when there is none.

    The script is evaluated over the debugging channel, not added to the page, so that a strict CSP stays in force.
    """
    if not page.evaluate("typeof window.axe !== 'undefined'"):
        page.evaluate(SOURCE.read_text(encoding="utf-8") + ";undefined")
    found: list[dict[str, Any]] = page.evaluate(
        "async ([root, tags]) => (await axe.run(root, {runOnly: tags, resultTypes: ['violations']})).violations",
        [within, TAGS],
    )
    return [
        f"{v['id']} ({v['impact']}): {v['help']}: " + "; ".join(" ".join(map(str, n["target"])) for n in v["nodes"][:5])
        for v in found
    ]
