"""What is typed about accounts and roles."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.organisation.forms.fields import UnitField, day_field
from thidua.organisation.models import Person
from thidua.organisation.queries.accounts import people_without_account
from thidua.organisation.rules import ROLE_LABELS


class PersonChoice(forms.ModelChoiceField):
    """A person at work who has no account yet."""

    def label_from_instance(self, obj: Any) -> str:
        """The name is enough; two of one name are told apart by their birthday."""
        return f"{obj.full_name} ({obj.born_on:%d/%m/%Y})" if obj.born_on else obj.full_name


class AccountForm(forms.Form):
    """Mở tài khoản cho một người, hoặc cho một cơ quan cấp trên."""

    person = PersonChoice(
        label="Người dùng", queryset=Person.objects.none(), required=False,
        empty_label="Không gắn với ai trong danh sách người", help_text="Người đang công tác và chưa có tài khoản.",
    )  # fmt: skip
    label = forms.CharField(
        label="Tên hiển thị", max_length=120, required=False, help_text="Chỉ cần khi không chọn người dùng."
    )
    username = forms.CharField(
        label="Tên đăng nhập", max_length=60, required=False,
        help_text="Chữ không dấu, viết liền. Để trống thì lấy theo họ tên.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )  # fmt: skip
    email = forms.EmailField(label="Thư điện tử", required=False)
    role = forms.ChoiceField(label="Vai trò", required=False, choices=[("", "Chưa giao vai trò"), *ROLE_LABELS.items()])
    unit = UnitField(label="Trên đơn vị", required=False, help_text="Vai trò có hiệu lực với cả các đơn vị bên dưới.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people_without_account()  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean(self) -> dict[str, Any]:
        """Somebody must be named, and a role needs its unit."""
        values = super().clean() or {}
        if not values.get("person") and not values.get("label") and "person" in values:
            self.add_error("label", "Cần chọn người dùng, hoặc ghi tên hiển thị.")
        if values.get("role") and not values.get("unit"):
            self.add_error("unit", "Cần chọn đơn vị mà vai trò có hiệu lực.")
        return values


class RoleForm(forms.Form):
    """Giao một vai trò."""

    role = forms.ChoiceField(label="Vai trò", choices=list(ROLE_LABELS.items()), widget=forms.RadioSelect)
    unit = UnitField(label="Trên đơn vị", help_text="Có hiệu lực với cả các đơn vị bên dưới.")
    on = day_field("Từ ngày")
    until = day_field("Đến hết ngày", "Để trống khi chưa định ngày thôi.", required=False)


class RevokeForm(forms.Form):
    """Thôi một vai trò."""

    last_day = day_field("Giữ vai trò đến hết ngày", "Ghi ngày hôm qua để thôi ngay từ hôm nay.")
