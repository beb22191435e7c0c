"""A movement, its yearly rounds, the award forms and recipients its plan names."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from thidua.documents.models import IssuedDocument
from thidua.movements.workflow import MovementState
from thidua.organisation.models import Unit


class Level(models.TextChoices):
    """Who launched it; Luật Thi đua, khen thưởng 2022 Điều 16 and 18."""

    NATION = "nation", "Toàn quốc"
    PROVINCE = "province", "Tỉnh"
    AGENCY = "agency", "Cơ quan, đơn vị"


class Movement(models.Model):
    """An emulation movement of one agency, from `first_year` to `last_year`. `parent` is the upper level's movement
    it carries out; that one is kept for reference and has `document_ref` instead of our own document."""

    agency = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="movements")
    standing_unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    level = models.CharField("Cấp phát động", max_length=10, choices=Level.choices, default=Level.AGENCY)
    title = models.CharField("Tên phong trào", max_length=500)
    search = models.CharField(max_length=700, editable=False)
    sort = models.CharField(max_length=400, editable=False, default="")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    carried_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to")
    document_ref = models.CharField("Văn bản của cấp trên", max_length=300, blank=True)
    first_year = models.PositiveSmallIntegerField("Từ năm")
    last_year = models.PositiveSmallIntegerField("Đến năm")
    state = models.CharField("Trạng thái", max_length=12, choices=MovementState.choices, default=MovementState.DRAFT)
    return_reason = models.TextField("Lý do trả lại", blank=True)
    returned_by = models.CharField("Người trả lại", max_length=200, blank=True)
    returned_at = models.DateTimeField("Trả lại lúc", null=True, blank=True)
    document = models.OneToOneField(
        IssuedDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="movement"
    )
    created_at = models.DateTimeField("Lập lúc")
    created_by = models.CharField("Người lập", max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(name="movement_years", condition=Q(last_year__gte=F("first_year"))),
            models.CheckConstraint(name="movement_state", condition=Q(state__in=MovementState.values)),
        ]
        ordering = ["-first_year", "-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def years(self) -> str:
        """ "2023 – 2025", or one year."""
        same = self.first_year == self.last_year
        return str(self.first_year) if same else f"{self.first_year} – {self.last_year}"


class RoundKind(models.TextChoices):
    """A yearly round, or the final summary of the whole period."""

    ANNUAL = "annual", "Năm"
    FINAL = "final", "Tổng kết"


class Round(models.Model):
    """One year of a movement, or its final summary."""

    movement = models.ForeignKey(Movement, on_delete=models.CASCADE, related_name="rounds")
    year = models.PositiveSmallIntegerField("Năm")
    kind = models.CharField("Loại", max_length=10, choices=RoundKind.choices, default=RoundKind.ANNUAL)
    opened_on = models.DateField("Giao việc ngày", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["movement", "year", "kind"], name="round_once")]
        ordering = ["year", "kind"]

    def __str__(self) -> str:
        return f"Tổng kết {self.movement.years}" if self.kind == RoundKind.FINAL else f"Năm {self.year}"


class AwardForm(models.Model):
    """An award the plan names, in its order; who may get it is decided by law and by people, not here."""

    movement = models.ForeignKey(Movement, on_delete=models.CASCADE, related_name="award_forms")
    position = models.PositiveSmallIntegerField("Thứ tự")
    name = models.CharField("Hình thức khen thưởng", max_length=300)
    line = models.PositiveIntegerField("Dòng trong kế hoạch", default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["movement", "position"], name="award_form_once")]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class PlanRecipient(models.Model):
    """A line of the plan's "Nơi nhận"."""

    movement = models.ForeignKey(Movement, on_delete=models.CASCADE, related_name="recipients")
    position = models.PositiveSmallIntegerField("Thứ tự")
    name = models.CharField("Nơi nhận", max_length=300)
    purpose = models.CharField("Để", max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["movement", "position"], name="recipient_once")]
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.name} ({self.purpose})" if self.purpose else self.name
