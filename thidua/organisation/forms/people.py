"""What is typed about people and posts."""

from __future__ import annotations

from django import forms

from thidua.organisation.forms.fields import UnitField, day_field
from thidua.organisation.models import Position, Sex, StaffGroup


class PersonForm(forms.Form):
    """Thông tin của một người."""

    full_name = forms.CharField(
        label="Họ và tên", max_length=120, widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"})
    )
    sex = forms.ChoiceField(label="Giới tính", choices=Sex.choices, widget=forms.RadioSelect)
    born_on = forms.DateField(label="Ngày sinh", required=False)
    phone = forms.CharField(
        label="Điện thoại", max_length=20, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    email = forms.EmailField(label="Thư điện tử", required=False, help_text="Để nhận nhắc việc qua thư.")


class PostForm(forms.Form):
    """Bố trí vào một đơn vị."""

    unit = UnitField(label="Đơn vị")
    title = forms.CharField(
        label="Chức vụ", max_length=120, initial="Chuyên viên", help_text="Ghi như trong quyết định."
    )
    position = forms.ChoiceField(label="Vị trí", choices=Position.choices, initial=Position.OFFICIAL)
    staff_group = forms.ChoiceField(label="Nhóm", choices=StaffGroup.choices, initial=StaffGroup.CIVIL_SERVANT)
    rank = forms.IntegerField(
        label="Thứ tự trong đơn vị", min_value=0, max_value=9999, initial=100, help_text="Số nhỏ đứng trước."
    )
    on = day_field("Từ ngày")


class NewPersonForm(PersonForm):
    """Thêm một người cùng chức vụ đầu tiên."""

    unit = UnitField(label="Đơn vị", required=False, empty="Chưa bố trí vào đơn vị nào")
    title = forms.CharField(label="Chức vụ", max_length=120, initial="Chuyên viên", required=False)
    position = forms.ChoiceField(label="Vị trí", choices=Position.choices, initial=Position.OFFICIAL)
    staff_group = forms.ChoiceField(label="Nhóm", choices=StaffGroup.choices, initial=StaffGroup.CIVIL_SERVANT)
    on = day_field("Từ ngày")


class EndPostForm(forms.Form):
    """Kết thúc một chức vụ."""

    last_day = day_field("Đến hết ngày")
    reason = forms.CharField(
        label="Lý do",
        max_length=300,
        required=False,
        help_text="Ví dụ: nghỉ hưu, chuyển công tác, bổ nhiệm chức vụ khác.",
    )
