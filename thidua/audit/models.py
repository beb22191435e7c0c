"""One entry of the log: who did what to which record, when, chained to the entry before it."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """Written once by `actions.record`, never changed. `hash` covers the entry and the hash before it."""

    sequence = models.PositiveBigIntegerField("Số thứ tự", unique=True)
    at = models.DateTimeField("Lúc")
    account_id = models.BigIntegerField("Tài khoản", null=True)
    who = models.CharField("Người làm", max_length=200)
    address = models.CharField("Địa chỉ mạng", max_length=45, blank=True)
    verb = models.CharField("Việc làm", max_length=200)
    subject_type = models.CharField("Loại đối tượng", max_length=60)
    subject_id = models.CharField("Khóa đối tượng", max_length=40)
    subject = models.CharField("Đối tượng", max_length=300)
    note = models.TextField("Ghi chú", blank=True)
    data = models.JSONField("Chi tiết", default=dict)
    previous = models.CharField("Mã băm trước", max_length=64)
    hash = models.CharField("Mã băm", max_length=64)

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id", "sequence"], name="audit_subject")]
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"{self.who}: {self.verb} {self.subject}"
