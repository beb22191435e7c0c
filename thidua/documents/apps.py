"""The Django app of this box."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Registers the box with Django."""

    name = "thidua.documents"
    verbose_name = "Văn bản"
