"""The Django app of this box."""

from django.apps import AppConfig


class MovementsConfig(AppConfig):
    """Registers the box with Django."""

    name = "thidua.movements"
    verbose_name = "Phong trào"
