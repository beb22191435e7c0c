"""The Django app of this box."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Registers the box with Django."""

    name = "thidua.audit"
    verbose_name = "Nhật ký"
