"""Registers the package with Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Django's handle on motcua.journal."""

    name = "motcua.journal"
    verbose_name = "journal"
    default_auto_field = "django.db.models.BigAutoField"
