"""The Django app of this box."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Registers the box with Django."""

    name = "thidua.notifications"
    verbose_name = "Thông báo"
