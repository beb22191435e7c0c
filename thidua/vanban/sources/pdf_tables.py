"""Ruled tables on a PDF page: a grid found from its rules, its text sorted into cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua.vanban.sources.pdf_glyphs import Glyph, Rule
from thidua.vanban.sources.pdf_rows import Row, rows_of

_NEAR = 3.0
_MAX_RULES = 3_000
_MAX_LINES_OF_GRID = 400


@dataclass(slots=True)
class Grid:
    """A table: the places of its column and row borders, and the rules between its cells."""

    columns: list[float]
    rows: list[float]
    upright: list[Rule] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Upper border."""
        return self.rows[-1]

    def holds(self, glyph: Glyph) -> bool:
        """Whether a glyph stands inside the outer border."""
        middle = glyph.y + 0.3 * glyph.size
        return self.columns[0] <= (glyph.x0 + glyph.x1) / 2 <= self.columns[-1] and (
            self.rows[0] <= middle <= self.rows[-1]
        )

    def cells(self, glyphs: list[Glyph]) -> list[list[list[Row]]]:
        """Return the rows of printed lines of every cell, from the top; a cell joined to the one above it is empty."""
        wide, high = len(self.columns) - 1, len(self.rows) - 1
        root = self._merged(wide, high)
        content: dict[tuple[int, int], list[Glyph]] = {}
        for glyph in glyphs:
            column = _slot(self.columns, (glyph.x0 + glyph.x1) / 2)
            row = _slot(self.rows, glyph.y + 0.3 * glyph.size)
            content.setdefault(root[(row, column)], []).append(glyph)
        table = []
        for row in range(high - 1, -1, -1):
            cells = []
            for column in range(wide):
                chief = root[(row, column)]
                if chief == (row, column) or (chief[0] != row and chief[1] == column):
                    cells.append(rows_of(content.get(chief, [])) if chief == (row, column) else [])
            table.append(cells)
        return table

    def _merged(self, wide: int, high: int) -> dict[tuple[int, int], tuple[int, int]]:
        """Map each place of the grid to the upper left place of the cell it belongs to."""
        root: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(high - 1, -1, -1):
            middle = (self.rows[row] + self.rows[row + 1]) / 2
            for column in range(wide):
                centre = (self.columns[column] + self.columns[column + 1]) / 2
                root[(row, column)] = (row, column)
                if column and not any(
                    abs(rule.x0 - self.columns[column]) <= _NEAR and rule.y0 - _NEAR <= middle <= rule.y1 + _NEAR
                    for rule in self.upright
                ):
                    root[(row, column)] = root[(row, column - 1)]
                elif row < high - 1 and not any(
                    abs(rule.y0 - self.rows[row + 1]) <= _NEAR and rule.x0 - _NEAR <= centre <= rule.x1 + _NEAR
                    for rule in self.level
                ):
                    root[(row, column)] = root[(row + 1, column)]
        return root


def grids_of(rules: list[Rule]) -> list[Grid]:
    """Find the tables on a page; a frame around text and single rules under a heading are none."""
    if len(rules) > _MAX_RULES:
        return []
    grids = []
    for group in _touching(rules):
        upright = [rule for rule in group if rule.upright]
        level = [rule for rule in group if not rule.upright]
        columns = _places([rule.x0 for rule in upright])
        rows = _places([rule.y0 for rule in level])
        if 2 <= len(columns) <= _MAX_LINES_OF_GRID and 2 <= len(rows) <= _MAX_LINES_OF_GRID and len(columns) > 2:
            grids.append(Grid(columns, rows, upright, level))
    return sorted(grids, key=lambda grid: -grid.top)


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    """Groups of rules that meet: the borders of one table each."""
    groups: list[tuple[Rule, list[Rule]]] = []
    for rule in rules:
        extent = Rule(rule.x0, rule.y0, rule.x1, rule.y1)
        members = [rule]
        apart = []
        for other, theirs in groups:
            if any(_meet(rule, their) for their in theirs) if _meet(extent, other) else False:
                members += theirs
                extent = Rule(
                    min(extent.x0, other.x0),
                    min(extent.y0, other.y0),
                    max(extent.x1, other.x1),
                    max(extent.y1, other.y1),
                )
            else:
                apart.append((other, theirs))
        groups = [*apart, (extent, members)]
    return [members for _extent, members in groups]


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.x0 - _NEAR <= other.x1
        and other.x0 - _NEAR <= one.x1
        and one.y0 - _NEAR <= other.y1
        and other.y0 - _NEAR <= one.y1
    )


def _places(values: list[float]) -> list[float]:
    """Distinct places, the two sides of a drawn bar counting as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _slot(borders: list[float], value: float) -> int:
    for index in range(len(borders) - 2):
        if value < borders[index + 1]:
            return index
    return len(borders) - 2
