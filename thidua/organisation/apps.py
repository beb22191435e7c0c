"""The Django app of this box."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """Registers the box with Django."""

    name = "thidua.organisation"
    verbose_name = "Tổ chức"
