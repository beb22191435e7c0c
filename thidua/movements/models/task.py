"""Tasks that came from lines of the plan, what each unit owes of them, and the history of its progress."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.documents.models import StoredFile
from thidua.movements.models.movement import Movement, Round
from thidua.movements.models.plan import PlanItem
from thidua.movements.workflow import AssignmentState
from thidua.organisation.models import Unit


class TaskKind(models.TextChoices):
    """What sort of work a task is; later boxes hang their own screens on it."""

    WORK = "work", "Nhiệm vụ"
    COMMITMENT = "commitment", "Ký cam kết"
    COMMUNICATION = "communication", "Tuyên truyền"
    UNIT_REPORT = "unit_report", "Báo cáo của đơn vị"
    UPWARD_REPORT = "upward_report", "Báo cáo cấp trên"
    REVIEW = "review", "Đánh giá hằng năm"
    SUMMARY = "summary", "Tổng kết"


class Task(models.Model):
    """A task of one round, made from one line of the plan. `due` is the last day on time ("trước ngày 20/11" gives
    the working day before); `internal_due` an earlier day the office sets itself, with its reason."""

    movement = models.ForeignKey(Movement, on_delete=models.CASCADE, related_name="tasks")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="tasks")
    item = models.ForeignKey(PlanItem, null=True, on_delete=models.SET_NULL, related_name="tasks")
    key = models.CharField("Khóa nối các bản kế hoạch", max_length=80, editable=False)
    ref = models.CharField("Mục", max_length=60, blank=True)
    line = models.PositiveIntegerField("Dòng trong kế hoạch", default=0)
    kind = models.CharField("Loại", max_length=15, choices=TaskKind.choices, default=TaskKind.WORK)
    title = models.CharField("Nhiệm vụ", max_length=500)
    short_title = models.CharField("Tên ngắn", max_length=80, blank=True)
    search = models.CharField(max_length=700, editable=False, default="")
    lead = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    each_unit = models.BooleanField("Mọi đơn vị đều phải làm", default=False)
    cooperating = models.ManyToManyField(Unit, blank=True, related_name="+")
    plan_date = models.CharField("Hạn như kế hoạch ghi", max_length=200, blank=True)
    due = models.DateField("Hạn", null=True, blank=True)
    internal_due = models.DateField("Mốc nội bộ", null=True, blank=True)
    internal_reason = models.CharField("Vì sao có mốc nội bộ", max_length=500, blank=True)
    sent_to = models.CharField("Gửi đến", max_length=200, blank=True)
    sent_via = models.CharField("Gửi qua", max_length=300, blank=True)
    target = models.PositiveIntegerField("Chỉ tiêu", null=True, blank=True)
    measure = models.CharField("Đơn vị tính", max_length=40, blank=True)
    withdrawn = models.BooleanField("Không còn trong kế hoạch mới", default=False)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "key"], name="task_once")]
        indexes = [models.Index(fields=["movement", "round"], name="task_of_round")]
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def column(self) -> str:
        """The heading of its matrix column."""
        return self.short_title or self.title


class Assignment(models.Model):
    """What one unit owes of one task. `submitted_on` is the day that counts for being on time."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    state = models.CharField("Trạng thái", max_length=10, choices=AssignmentState.choices, default=AssignmentState.OPEN)
    target = models.PositiveIntegerField("Chỉ tiêu", null=True, blank=True)
    value = models.PositiveIntegerField("Đã đạt", default=0)
    submitted_on = models.DateField("Ngày báo hoàn thành", null=True, blank=True)
    return_reason = models.TextField("Lý do trả lại", blank=True)
    returned_by = models.CharField("Người trả lại", max_length=200, blank=True)
    returned_at = models.DateTimeField("Trả lại lúc", null=True, blank=True)
    returns = models.PositiveSmallIntegerField("Số lần trả lại", default=0)
    reminders = models.PositiveSmallIntegerField("Số lần nhắc", default=0)
    reminded_on = models.DateField("Nhắc gần nhất", null=True, blank=True)
    updated_at = models.DateTimeField("Cập nhật lúc", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "unit"], name="assignment_once"),
            models.CheckConstraint(name="assignment_state", condition=Q(state__in=AssignmentState.values)),
        ]
        indexes = [models.Index(fields=["unit", "state"], name="assignment_of_unit")]

    def __str__(self) -> str:
        return f"{self.task} – {self.unit}"


class ProgressUpdate(models.Model):
    """One entry of an assignment's history: a figure, a note, evidence, or a move."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="updates")
    at = models.DateTimeField("Lúc")
    account_id = models.BigIntegerField("Tài khoản", null=True)
    who = models.CharField("Người cập nhật", max_length=200)
    what = models.CharField("Việc làm", max_length=100)
    value = models.PositiveIntegerField("Đã đạt", null=True)
    note = models.TextField("Ghi chú", blank=True)
    files = models.ManyToManyField(StoredFile, blank=True, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.who}: {self.what}"
