"""What is typed on the pages of a movement; parses and cleans, saves nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.movements.models import LineKind
from thidua.organisation.models import Unit

_DUTY_KINDS = [(k.value, k.label) for k in (LineKind.TASK, LineKind.YEARLY, LineKind.DEADLINE)]
_RULE_KINDS = [
    (k.value, k.label) for k in (LineKind.GOAL, LineKind.REQUIREMENT, LineKind.SCOPE, LineKind.RULE, LineKind.PERIOD)
]


class PlanUploadForm(forms.Form):
    """Tệp kế hoạch."""

    file = forms.FileField(
        label="Tệp kế hoạch",
        help_text="Tệp Word (.docx, .doc), PDF có chữ, .odt hoặc .txt. Văn bản gốc luôn giữ nguyên.",
        error_messages={"required": "Mời chọn tệp kế hoạch.", "empty": "Tệp rỗng. Mời chọn tệp khác."},
    )


class MovementLineForm(forms.Form):
    """Dòng "Phong trào"."""

    title = forms.CharField(label="Tên phong trào", max_length=500)
    first_year = forms.IntegerField(label="Từ năm", min_value=1990, max_value=2100, localize=False)
    last_year = forms.IntegerField(label="Đến năm", min_value=1990, max_value=2100, localize=False)


class DutyLineForm(forms.Form):
    """Dòng nhiệm vụ, việc hằng năm hoặc hạn."""

    kind = forms.ChoiceField(label="Loại", choices=_DUTY_KINDS)
    what = forms.CharField(label="Việc phải làm", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Chủ trì", required=False, empty_label="Chưa rõ")
    each_unit = forms.BooleanField(label="Mọi phòng, ban, đơn vị đều phải làm", required=False)
    date = forms.CharField(
        label="Trước ngày", max_length=10, required=False, help_text="Như 20/11 (hằng năm) hoặc 20/11/2025."
    )
    to = forms.CharField(label="Gửi đến", max_length=200, required=False)
    via = forms.CharField(label="Gửi qua", max_length=300, required=False, help_text="Cách nhau bằng dấu phẩy.")

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class TextLineForm(forms.Form):
    """Dòng chữ: mục đích, yêu cầu, quy định, khen thưởng."""

    kind = forms.ChoiceField(label="Loại", choices=_RULE_KINDS, required=False)
    text = forms.CharField(label="Nội dung", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))


class NoteForm(forms.Form):
    """Lý do hoặc ghi chú kèm một thao tác."""

    note = forms.CharField(
        label="Lý do", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Mời ghi rõ lý do để người nhận biết cần sửa gì."},
    )  # fmt: skip


class SeveralFilesInput(forms.ClearableFileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Several files; cleans to a list."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file by the rules of one."""
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(SeveralFilesField, self).clean(one, initial) for one in chosen]


class ProgressForm(forms.Form):
    """Cập nhật tiến độ."""

    value = forms.IntegerField(label="Đã đạt", required=False, min_value=0, max_value=1_000_000, localize=True)
    note = forms.CharField(label="Nội dung", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    files = SeveralFilesField(  # type: ignore[assignment]  # the field, not the uploads, as in every form
        label="Tệp minh chứng", required=False, help_text="Ảnh, PDF, Word, Excel; có thể chọn nhiều tệp."
    )


class PaperForm(NoteForm):
    """Ghi theo hồ sơ giấy: ngày thật và nội dung."""

    on = forms.DateField(label="Ngày hoàn thành trên hồ sơ", error_messages={"invalid": "Mời ghi ngày như 15/11/2025."})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = "Nội dung, số hồ sơ"


class TaskForm(forms.Form):
    """Sửa nhiệm vụ: mốc nội bộ, chỉ tiêu, đơn vị phối hợp."""

    internal_due = forms.DateField(label="Mốc nội bộ", required=False)
    target = forms.IntegerField(label="Chỉ tiêu", required=False, min_value=1, max_value=1_000_000, localize=True)
    measure = forms.CharField(label="Đơn vị tính", max_length=40, required=False)
    cooperating = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="Đơn vị phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cooperating"].queryset = units  # type: ignore[attr-defined]


class PeriodForm(forms.Form):
    """Giai đoạn của phong trào kế tục."""

    first_year = forms.IntegerField(label="Từ năm", min_value=1990, max_value=2100, localize=False)
    last_year = forms.IntegerField(label="Đến năm", min_value=1990, max_value=2100, localize=False)
