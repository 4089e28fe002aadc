"""Registers the package with Django."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Django's handle on motcua.documents."""

    name = "motcua.documents"
    verbose_name = "documents"
    default_auto_field = "django.db.models.BigAutoField"
