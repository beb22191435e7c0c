"""People and the posts they hold over time."""

from __future__ import annotations

from django.db import models

from thidua.core.dated import Dated, DatedQuerySet, order_constraint
from thidua.organisation.models.units import Unit


class Sex(models.TextChoices):
    """As the statistics forms ask."""

    MALE = "m", "Nam"
    FEMALE = "f", "Nữ"


class StaffGroup(models.TextChoices):
    """The four groups the plan names."""

    CADRE = "cadre", "Cán bộ"
    CIVIL_SERVANT = "civil_servant", "Công chức"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức"
    WORKER = "worker", "Người lao động"


class Position(models.TextChoices):
    """What a person is in a unit."""

    HEAD = "head", "Cấp trưởng"
    DEPUTY = "deputy", "Cấp phó"
    OFFICIAL = "official", "Chuyên viên"
    WORKER = "worker", "Nhân viên"


class Person(models.Model):
    """A person; what they are is in their posts."""

    full_name = models.CharField("Họ và tên", max_length=120)
    sex = models.CharField("Giới tính", max_length=1, choices=Sex.choices)
    born_on = models.DateField("Ngày sinh", null=True, blank=True)
    email = models.EmailField("Thư điện tử", blank=True)
    phone = models.CharField("Điện thoại", max_length=20, blank=True)
    search = models.CharField(max_length=200, db_index=True, editable=False)
    sort = models.CharField(max_length=360, db_index=True, editable=False)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self) -> str:
        return self.full_name


class Post(Dated):
    """A person's place in a unit for a period."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    position = models.CharField("Vị trí", max_length=10, choices=Position.choices)
    title = models.CharField("Chức vụ", max_length=120)
    staff_group = models.CharField("Nhóm", max_length=20, choices=StaffGroup.choices)
    rank = models.PositiveSmallIntegerField("Thứ tự trong đơn vị", default=100)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [order_constraint("post_period")]
        indexes = [models.Index(fields=["unit", "valid_to"], name="post_of_unit")]
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return f"{self.title}, {self.unit}"
