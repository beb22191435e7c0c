"""The matrix as the screen and the sheets show it: headings, cells with their addresses, legend, columns of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from thidua.core.listing import Column
from thidua.core.templatetags.td import ngay
from thidua.desk.matrix import Cell, Duty, Matrix, Row
from thidua.desk.queries import YearOf

SINGLE, ON_TIME = "Việc riêng", "Đúng hạn"
LEGEND = [
    {"tone": "done", "icon": "check", "words": "Xong"},
    {"tone": "back", "icon": "check", "words": "Xong nhưng trễ"},
    {"tone": "wait", "icon": "clock", "words": "Chờ duyệt hoặc sắp đến hạn"},
    {"tone": "work", "icon": "pencil", "words": "Đang làm"},
    {"tone": "back", "icon": "arrow-back-up", "words": "Trả lại"},
    {"tone": "back", "icon": "alert-circle", "words": "Quá hạn hoặc quá mốc nội bộ"},
    {"tone": "none", "icon": "circle-dashed", "words": "Chưa đến hạn"},
    {"tone": "none", "icon": "minus", "words": "Không phát sinh"},
]


@dataclass(frozen=True, slots=True)
class Choice:
    """The movement and year shown, and what else could be."""

    chosen: YearOf
    years: list[dict[str, Any]]
    movements: list[dict[str, Any]]

    @property
    def query(self) -> str:
        """The choice as the address carries it."""
        return urlencode({"phong-trao": self.chosen.movement_id, "nam": self.chosen.year})


def choose(options: Sequence[YearOf], movement: str, year: str, this_year: int) -> Choice | None:
    """What was asked for, else the newest live movement in this year, or the year of it nearest to this one."""
    if not options:
        return None
    asked = [one for one in options if str(one.movement_id) == movement]
    live = [one for one in options if one.live]
    current = [one for one in live if one.year == this_year and one.handed_out]
    wanted = (asked or current or live or list(options))[0].movement_id
    years = [one for one in options if one.movement_id == wanted]
    chosen = next((one for one in years if str(one.year) == year), None) or min(
        years, key=lambda one: (not one.handed_out, abs(one.year - this_year))
    )
    several = len({one.agency for one in options}) > 1
    names = {one.movement_id: f"{one.agency}: {one.title}" if several else one.title for one in options}
    movements = [
        {"label": name, "query": urlencode({"phong-trao": pk}), "active": pk == wanted} for pk, name in names.items()
    ]
    seg = [
        {
            "label": str(one.year),
            "query": urlencode({"phong-trao": wanted, "nam": one.year}),
            "active": one is chosen,
        }
        for one in years
    ]
    return Choice(chosen, seg, movements)


def drawn(matrix: Matrix, year: int) -> dict[str, Any]:
    """For core/_matrix.html."""
    columns = [{"label": duty.label, "notes": notes(duty)} for duty in matrix.duties]
    if matrix.has_single:
        columns.append({"label": SINGLE, "notes": ["đã xong/được giao"]})
    return {
        "columns": columns,
        "sum_label": ON_TIME,
        "rows": [_drawn_row(row, matrix, year) for row in matrix.rows],
        "legend": LEGEND,
        "empty_title": f"Năm {year} chưa giao việc cho đơn vị nào",
    }


def notes(duty: Duty) -> list[str]:
    """What stands small under a heading."""
    found = ["khi tổng kết"] if duty.final else []
    if duty.internal_due and duty.internal_due != duty.due:
        found.append(f"mốc {duty.internal_due:%d/%m}")
    if duty.due:
        found.append(f"hạn {duty.due:%d/%m}")
    return found or ["không nêu hạn"]


def _drawn_row(row: Row, matrix: Matrix, year: int) -> dict[str, Any]:
    mine = f"{reverse('assignments')}?{urlencode({'nam': year, 'don-vi': row.unit_id})}"
    cells: list[dict[str, Any] | None] = [_drawn_cell(cell) if cell else None for cell in row.cells]
    if matrix.has_single:
        single = row.single
        cells.append(
            {
                "tone": single.standing.tone,
                "words": f"{single.settled}/{single.total}",
                "icon": single.standing.icon,
                "late": single.standing.late and single.standing.settled,
                "url": mine,
            }
            if single
            else None
        )
    return {"name": row.unit, "sum": f"{row.on_time}/{row.judged}", "cells": cells}


def _drawn_cell(cell: Cell) -> dict[str, Any]:
    how = cell.standing
    return {
        "tone": how.tone,
        "words": how.words,
        "icon": how.icon,
        "late": how.late and how.settled,
        "url": reverse("assignment", args=[cell.pk]),
    }


def listed(matrix: Matrix) -> list[Column]:
    """The same columns for paper and sheets, where a finished cell says so in words."""
    columns = [Column("Đơn vị", "unit_name", width=30)]
    for place, duty in enumerate(matrix.duties):
        columns.append(Column(f"{duty.label} ({', '.join(notes(duty))})", _plain_at(place), width=18))
    if matrix.has_single:
        columns.append(Column(SINGLE, lambda row: f"{row.single.settled}/{row.single.total}" if row.single else ""))
    return [*columns, Column(ON_TIME, lambda row: f"{row.on_time}/{row.judged}")]


def _plain_at(place: int) -> Any:
    def plain(row: Row) -> str:
        cell = row.cells[place]
        if cell is None:
            return "–"
        words = {"done": f"Xong {cell.standing.words}", "done_late": f"Xong, {cell.standing.words.lower()}"}
        if cell.standing.code == "open":
            return "Chưa làm"
        return words.get(cell.standing.code, cell.standing.words)

    return plain


def title_of(choice: Choice) -> str:
    """The title on paper."""
    return f"Đơn vị và nhiệm vụ năm {choice.chosen.year}"


def state_on(today: Any) -> str:
    """The line under it: the state is that of a day."""
    return f"Tình hình đến ngày {ngay(today)}"
