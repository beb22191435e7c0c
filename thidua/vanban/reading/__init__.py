"""From lines to a Reading: what an official document says, item by item, and what is odd about it."""

from __future__ import annotations

from thidua.vanban.structure import Paper, Reading, SourceLine


def understand(lines: list[SourceLine]) -> Reading:
    """Read the lines of one official document into paper, outline, deadlines, units and findings."""
    return Reading(Paper(), "\n".join(line.text for line in lines))
