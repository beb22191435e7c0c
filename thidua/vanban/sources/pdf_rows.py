"""Glyphs gathered into runs and rows: what stands on one baseline, divided where a wide gap divides it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from thidua.vanban.sources.lines import columns_of
from thidua.vanban.sources.pdf_glyphs import Glyph

# In parts of the type size. A justified line may stretch its blanks to about one; columns stand farther apart, but
# the two columns of a heading can come close: runs are cut finely and joined again where the row is plain text.
_BLANK = 0.14
_WRITTEN_BLANK = 0.05
_RUN_GAP = 0.75
_COLUMN_GAP = 2.2
_SAME_LINE = 0.45
_RAISED = 0.6
_FEW_COLUMNS = 3
_LABEL_ALONE = re.compile(r"[-–+•]|\(?[\w.]{1,7}[.)]")


@dataclass(slots=True)
class Run:
    """Words printed next to each other on one baseline; `first_word` is the width of the first of them."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    first_word: float
    glyphs: list[Glyph]

    @property
    def middle(self) -> float:
        """Where its centre stands across the page."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Row:
    """All runs on one baseline, from left to right."""

    runs: list[Run]

    @property
    def text(self) -> str:
        """The words of the row, one blank between runs."""
        return " ".join(run.text for run in self.runs)

    @property
    def x0(self) -> float:
        """Left end."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return self.runs[-1].x1

    @property
    def y(self) -> float:
        """Baseline."""
        return self.runs[0].y

    @property
    def size(self) -> float:
        """Type size of the longest run."""
        return max(self.runs, key=lambda run: len(run.text)).size

    def columns(self) -> list[str]:
        """The row's text cut at gaps no justified line has."""
        cut = [self.runs[0].text]
        for before, run in zip(self.runs, self.runs[1:], strict=False):
            if run.x0 - before.x1 > _COLUMN_GAP * run.size:
                cut.append(run.text)
            else:
                cut[-1] += f" {run.text}"
        cut = columns_of(cut)
        if len(cut) > 1 and _LABEL_ALONE.fullmatch(cut[0]):
            cut[:2] = [f"{cut[0]} {cut[1]}"]
        # A line ended by hand in a justified paragraph is stretched word by word: those are no columns.
        return cut if any(" " in piece for piece in cut) or len(cut) <= _FEW_COLUMNS else [" ".join(cut)]


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Gather glyphs into rows from the top of the page down; raised and lowered signs join the line they stand in."""
    lines: list[list[Glyph]] = []
    bases: list[tuple[float, float]] = []
    for glyph in sorted(glyphs, key=lambda item: -item.y):
        # Raised signs come a little before their line, lowered ones a little after: look at the last two lines.
        for index in range(len(lines) - 1, max(-1, len(lines) - 3), -1):
            base, size = bases[index]
            larger = max(size, glyph.size)
            near = _RAISED if min(size, glyph.size) < 0.85 * larger else _SAME_LINE
            if abs(base - glyph.y) <= near * larger:
                lines[index].append(glyph)
                if glyph.size > size * 1.15:
                    bases[index] = (glyph.y, glyph.size)
                break
        else:
            lines.append([glyph])
            bases.append((glyph.y, glyph.size))
    return [Row(runs_of(line)) for line in lines]


def runs_of(line: list[Glyph]) -> list[Run]:
    """Cut one line of glyphs into runs, putting a blank where a gap is as wide as one."""
    line = sorted(line, key=lambda item: item.x0)
    runs: list[list[Glyph]] = [[line[0]]]
    for before, glyph in zip(line, line[1:], strict=False):
        if glyph.x0 - before.x1 > _RUN_GAP * max(before.size, glyph.size):
            runs.append([glyph])
        else:
            runs[-1].append(glyph)
    return [run_of(glyphs) for glyphs in runs]


def run_of(glyphs: list[Glyph]) -> Run:
    """Make one run of glyphs standing in order."""
    text, size = glyphs[0].text, max(glyph.size for glyph in glyphs)
    first_word: float | None = None
    for before, glyph in zip(glyphs, glyphs[1:], strict=False):
        # A slanted letter reaches into the blank behind it.
        if glyph.x0 - before.x1 > (_WRITTEN_BLANK if glyph.spaced else _BLANK) * size:
            if first_word is None:
                first_word = before.x1 - glyphs[0].x0
            text += " "
        text += glyph.text
    if first_word is None:
        first_word = glyphs[-1].x1 - glyphs[0].x0
    # The baseline is that of most glyphs, not of a raised sign.
    y = sorted(glyph.y for glyph in glyphs)[len(glyphs) // 2]
    return Run(text, glyphs[0].x0, glyphs[-1].x1, y, size, first_word, glyphs)
