"""The Django app of this box."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Registers the box with Django."""

    name = "thidua.desk"
    verbose_name = "Bàn làm việc"
