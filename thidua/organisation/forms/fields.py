"""Fields several forms share: a unit of today out of the tree, a day."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.core import clock
from thidua.organisation.models import Unit
from thidua.organisation.queries.units import unit_options


class UnitField(forms.TypedChoiceField):
    """A unit that exists today, chosen from the tree; gives the Unit, or None."""

    def __init__(self, *, label: str, required: bool = True, empty: str = "Chọn đơn vị", **options: Any) -> None:
        super().__init__(
            label=label,
            required=required,
            choices=lambda: [("", empty), *unit_options()],
            coerce=lambda pk: Unit.objects.get(pk=pk),
            empty_value=None,
            **options,
        )


def day_field(label: str, help_text: str = "", *, required: bool = True) -> forms.DateField:
    """A day, today to begin with when it is required."""
    initial = clock.today if required else None
    return forms.DateField(label=label, required=required, initial=initial, help_text=help_text)


def basis_field() -> forms.CharField:
    """The text a change rests on."""
    return forms.CharField(
        label="Căn cứ",
        max_length=300,
        required=False,
        help_text="Số, ký hiệu, ngày và cơ quan ban hành của quyết định.",
    )
