"""A failure of the program, kept with a number, so that a person can name it and an administrator find it."""

from __future__ import annotations

from django.db import models


class ErrorReport(models.Model):
    """One unexpected exception: where in the code, on which page, for whom.

    The exception's own message and the values it was raised with stay in the server's log: they may hold what people
    typed.
    """

    at = models.DateTimeField("Lúc")
    method = models.CharField("Cách gọi", max_length=10)
    path = models.CharField("Trang", max_length=300)
    account_id = models.BigIntegerField("Tài khoản", null=True)
    kind = models.CharField("Loại lỗi", max_length=200)
    place = models.CharField("Chỗ xảy ra", max_length=300)
    trace = models.TextField("Vết gọi")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Lỗi số {self.pk}"
