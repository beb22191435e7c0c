"""The plan as a document: its versions, its outline, and the lines that say what was understood."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.documents.models import StoredFile
from thidua.movements.models.movement import Movement
from thidua.movements.workflow import VersionState
from thidua.organisation.models import Unit


class PlanVersion(models.Model):
    """One upload of a plan. `reading` is the whole reading as JSON; `source` the text that spans refer to.

    `movement` is empty until the first version is confirmed and the movement made from it.
    """

    agency = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    movement = models.ForeignKey(Movement, null=True, blank=True, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("Bản số", default=1)
    state = models.CharField("Trạng thái", max_length=12, choices=VersionState.choices, default=VersionState.READING)
    title = models.CharField("Tên kế hoạch", max_length=1000)
    search = models.CharField(max_length=1400, editable=False, default="")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.TextField("Văn bản")
    reading = models.JSONField("Bản đọc")
    uploaded_at = models.DateTimeField("Tải lên lúc")
    uploaded_by = models.CharField("Người tải lên", max_length=200)
    account_id = models.BigIntegerField("Tài khoản tải lên", null=True)
    confirmed_at = models.DateTimeField("Xác nhận lúc", null=True, blank=True)
    return_reason = models.TextField("Lý do trả lại", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["movement"], condition=Q(state=VersionState.CURRENT), name="one_current_version"
            ),
            models.CheckConstraint(name="version_state", condition=Q(state__in=VersionState.values)),
        ]
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title


class PlanItem(models.Model):
    """A numbered item of the plan. `ref` is how it is cited ("II.4"), with doubled numbers resolved."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField("Thứ tự")
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")
    ref = models.CharField("Mục", max_length=60)
    label = models.CharField("Nhãn như in", max_length=40)
    level = models.PositiveSmallIntegerField("Cấp")
    title = models.CharField("Tên mục", max_length=300)
    text = models.TextField("Nguyên văn")
    line = models.PositiveIntegerField("Dòng")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="item_once")]
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.ref}. {self.title}"


class LineKind(models.TextChoices):
    """What a line of the plan became."""

    MOVEMENT = "movement", "Phong trào"
    BASIS = "basis", "Căn cứ"
    GOAL = "goal", "Mục đích"
    REQUIREMENT = "requirement", "Yêu cầu"
    SCOPE = "scope", "Đối tượng"
    TASK = "task", "Nhiệm vụ"
    YEARLY = "yearly", "Việc hằng năm"
    DEADLINE = "deadline", "Hạn"
    RULE = "rule", "Quy định"
    AWARD = "award", "Khen thưởng"
    PERIOD = "period", "Thời gian"
    RECIPIENTS = "recipients", "Nơi nhận"
    FINDING = "finding", "Lưu ý"


class Verdict(models.TextChoices):
    """What the official said of a line."""

    PROPOSED = "proposed", "Chưa xác nhận"
    CONFIRMED = "confirmed", "Đã xác nhận"
    CORRECTED = "corrected", "Đã sửa"
    DROPPED = "dropped", "Không dùng"


class PlanLine(models.Model):
    """What the program understood of one place of the plan, and what the official decided about it.

    `data` by kind: task, yearly, deadline: {what, unit_text, unit_id, each_unit, kind, date, to, via, strength};
    movement, period: {title, first_year, last_year}; finding: {code, answer, internal_date}; award: {forms};
    recipients: {names, purposes}; basis: {ids}. `read_as` keeps {kind, text, data} as first proposed: by it a newer
    version of the plan knows again what an official has already decided.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField("Thứ tự")
    kind = models.CharField("Loại", max_length=12, choices=LineKind.choices)
    verdict = models.CharField("Kết luận", max_length=10, choices=Verdict.choices, default=Verdict.PROPOSED)
    certain = models.BooleanField("Chắc chắn", default=True)
    ref = models.CharField("Mục", max_length=60, blank=True)
    line = models.PositiveIntegerField("Dòng")
    start = models.PositiveIntegerField("Từ ký tự", default=0)
    end = models.PositiveIntegerField("Đến ký tự", default=0)
    item = models.ForeignKey(PlanItem, null=True, on_delete=models.SET_NULL, related_name="lines")
    text = models.TextField("Nội dung hiểu được")
    data = models.JSONField("Chi tiết", default=dict)
    read_as = models.JSONField("Như máy đọc", default=dict, editable=False)
    decided_by = models.CharField("Người quyết định", max_length=200, blank=True)
    decided_at = models.DateTimeField("Quyết định lúc", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="plan_line_once"),
            models.CheckConstraint(name="plan_line_kind", condition=Q(kind__in=LineKind.values)),
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text[:100]

    @property
    def settled(self) -> bool:
        """Whether the official has decided about it."""
        return self.verdict != Verdict.PROPOSED
