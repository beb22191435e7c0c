"""Units: a stable identity with its present name and place, its dated past, and who succeeded whom."""

from __future__ import annotations

from django.db import models

from thidua.core.dated import Dated, DatedQuerySet, order_constraint


class UnitKind(models.TextChoices):
    """What a unit is."""

    PROVINCE = "province", "Ủy ban nhân dân tỉnh"
    AGENCY = "agency", "Cơ quan"
    DEPARTMENT = "department", "Phòng, ban"
    CENTRE = "centre", "Đơn vị sự nghiệp"
    COMMUNE = "commune", "Xã, phường"


class Unit(Dated):
    """One unit for the whole of its life. Name, parent and path are those of today (or of its last day); the past is
    in `UnitEra`. Codes were reused by the reorganisation of 2025, so the key is (code, valid_from)."""

    code = models.CharField("Mã", max_length=20)
    kind = models.CharField("Loại", max_length=20, choices=UnitKind.choices)
    name = models.CharField("Tên đơn vị", max_length=200)
    short_name = models.CharField("Tên ngắn", max_length=60, blank=True)
    symbol = models.CharField("Ký hiệu trong văn bản", max_length=20, blank=True)
    place = models.CharField("Địa danh ghi trên văn bản", max_length=60, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=200, db_index=True, editable=False)
    order = models.PositiveSmallIntegerField("Thứ tự", default=0)
    search = models.CharField(max_length=600, editable=False)
    sort = models.CharField(max_length=600, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="unit_code_once"),
            order_constraint("unit_period"),
        ]
        ordering = ["order", "sort", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def short(self) -> str:
        """The short name where there is one: matrices and phones have little room."""
        return self.short_name or self.name


class UnitEra(Dated):
    """The name and place a unit had in one period. A rename or a move closes one era and opens the next."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="eras")
    name = models.CharField("Tên đơn vị", max_length=200)
    short_name = models.CharField("Tên ngắn", max_length=60, blank=True)
    parent = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=200, db_index=True)
    basis = models.CharField("Căn cứ", max_length=300, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "valid_from"], name="era_once"),
            order_constraint("era_period"),
        ]
        ordering = ["valid_from"]

    def __str__(self) -> str:
        return self.name


class SuccessionKind(models.TextChoices):
    """How one unit came after another."""

    MERGE = "merge", "Sáp nhập"
    SPLIT = "split", "Chia tách"
    REPLACE = "replace", "Thay thế"


class Succession(models.Model):
    """One unit's work went over to another on a day, on a legal basis."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="origins")
    kind = models.CharField("Hình thức", max_length=10, choices=SuccessionKind.choices)
    on = models.DateField("Từ ngày")
    basis = models.CharField("Căn cứ", max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once")]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
