"""What is typed about units."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.organisation.actions.successions import NewUnit
from thidua.organisation.forms.fields import UnitField, basis_field, day_field
from thidua.organisation.models import Unit, UnitKind

_PARTS = 3


def _text(label: str, length: int, *, required: bool = True, help_text: str = "", **attrs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=length, required=required, help_text=help_text, widget=forms.TextInput(attrs=attrs)
    )


class UnitForm(forms.Form):
    """Lập một đơn vị."""

    name = _text("Tên đơn vị", 200, autofocus=True)
    short_name = _text("Tên ngắn", 60, required=False, help_text="Dùng trong bảng và trên điện thoại.")
    code = _text("Mã", 20, help_text="Mỗi mã chỉ dùng cho một đơn vị trong cùng thời gian.")
    kind = forms.ChoiceField(label="Loại", choices=UnitKind.choices, initial=UnitKind.DEPARTMENT)
    parent = UnitField(label="Trực thuộc", required=False, empty="Không trực thuộc đơn vị nào")
    symbol = _text("Ký hiệu trong văn bản", 20, required=False, help_text="Ví dụ: VPUB, trong số 05/KH-VPUB.")
    place = _text("Địa danh ghi trên văn bản", 60, required=False, help_text="Ví dụ: Sơn La.")
    order = forms.IntegerField(
        label="Thứ tự", min_value=0, max_value=999, initial=0, help_text="Số nhỏ đứng trước trong mọi danh sách."
    )
    on = day_field("Hoạt động từ ngày")
    basis = basis_field()


class CorrectUnitForm(forms.Form):
    """Đính chính những gì không có lịch sử."""

    short_name = _text("Tên ngắn", 60, required=False)
    code = _text("Mã", 20)
    kind = forms.ChoiceField(label="Loại", choices=UnitKind.choices)
    symbol = _text("Ký hiệu trong văn bản", 20, required=False)
    place = _text("Địa danh ghi trên văn bản", 60, required=False)
    order = forms.IntegerField(label="Thứ tự", min_value=0, max_value=999)


class RenameForm(forms.Form):
    """Đổi tên."""

    name = _text("Tên mới", 200, autofocus=True)
    short_name = _text("Tên ngắn mới", 60, required=False)
    on = day_field("Từ ngày")
    basis = basis_field()


class MoveForm(forms.Form):
    """Chuyển cơ quan chủ quản."""

    parent = UnitField(label="Cơ quan chủ quản mới")
    on = day_field("Từ ngày")
    basis = basis_field()


class DissolveForm(forms.Form):
    """Giải thể."""

    on = day_field("Giải thể từ ngày", "Ngày hoạt động cuối cùng là ngày trước đó.")
    basis = basis_field()


class MergeForm(forms.Form):
    """Sáp nhập với các đơn vị khác, vào một đơn vị đang có hoặc thành đơn vị mới."""

    others = forms.ModelMultipleChoiceField(
        label="Sáp nhập cùng với",
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Các đơn vị đang hoạt động cùng cấp.",
    )
    into = UnitField(
        label="Đơn vị tiếp nhận", required=False, empty="Lập đơn vị mới, ghi ở dưới",
        help_text="Đơn vị đang có sẽ nhận toàn bộ công việc; hoặc để trống để lập đơn vị mới.",
    )  # fmt: skip
    name = _text("Tên đơn vị mới", 200, required=False)
    short_name = _text("Tên ngắn của đơn vị mới", 60, required=False)
    code = _text("Mã đơn vị mới", 20, required=False)
    with_people = forms.BooleanField(
        label="Chuyển toàn bộ người sang đơn vị tiếp nhận, giữ nguyên chức vụ", required=False, initial=True
    )
    on = day_field("Từ ngày", "Các đơn vị cũ hoạt động đến hết ngày trước đó.")
    basis = basis_field()

    def clean(self) -> dict[str, Any]:
        """Either a unit that exists, or the name and code of a new one."""
        values = super().clean() or {}
        if not values.get("into") and "into" in values:
            if not values.get("name"):
                self.add_error("name", "Cần chọn đơn vị tiếp nhận, hoặc ghi tên đơn vị mới.")
            if values.get("name") and not values.get("code"):
                self.add_error("code", "Cần ghi mã của đơn vị mới.")
        return values

    def target(self) -> Unit | NewUnit:
        """Where everything goes."""
        values = self.cleaned_data
        return values["into"] or NewUnit(values["name"], values["code"], values["short_name"])


class SplitForm(forms.Form):
    """Chia, tách thành tối đa ba đơn vị mới."""

    keep = forms.BooleanField(
        label="Đơn vị cũ tiếp tục hoạt động (tách)", required=False,
        help_text="Bỏ chọn khi đơn vị cũ kết thúc và được chia hết thành các đơn vị mới.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, _PARTS + 1):
            needed = number == 1
            self.fields[f"name_{number}"] = _text(f"Tên đơn vị mới thứ {number}", 200, required=needed)
            self.fields[f"code_{number}"] = _text(f"Mã đơn vị mới thứ {number}", 20, required=needed)
        self.fields["on"] = day_field("Từ ngày")
        self.fields["basis"] = basis_field()

    def clean(self) -> dict[str, Any]:
        """Name and code go together."""
        values = super().clean() or {}
        for number in range(2, _PARTS + 1):
            name, code = values.get(f"name_{number}"), values.get(f"code_{number}")
            if name and not code:
                self.add_error(f"code_{number}", "Cần ghi mã của đơn vị này.")
            if code and not name:
                self.add_error(f"name_{number}", "Cần ghi tên của đơn vị này.")
        return values

    def parts(self) -> list[NewUnit]:
        """The new units that were named."""
        values = self.cleaned_data
        numbers = [n for n in range(1, _PARTS + 1) if values.get(f"name_{n}")]
        return [NewUnit(values[f"name_{n}"], values[f"code_{n}"]) for n in numbers]
