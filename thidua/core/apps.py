"""The Django app of the ground floor: base templates, static files and the shared machinery."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Registers core with Django; it has no models of its own."""

    name = "thidua.core"
    verbose_name = "Nền"
