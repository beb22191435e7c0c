"""A notice in somebody's inbox."""

from __future__ import annotations

from django.db import models


class Notice(models.Model):
    """One sentence for one account, with the page it leads to; read or not."""

    account_id = models.BigIntegerField("Tài khoản nhận")
    subject = models.CharField("Tiêu đề", max_length=300)
    body = models.TextField("Nội dung", blank=True)
    url = models.CharField("Trang liên quan", max_length=300, blank=True)
    created_at = models.DateTimeField("Gửi lúc")
    read_at = models.DateTimeField("Đọc lúc", null=True)

    class Meta:
        indexes = [
            models.Index(fields=["account_id", "-id"], name="notice_inbox"),
            models.Index(fields=["account_id"], condition=models.Q(read_at__isnull=True), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return self.subject
