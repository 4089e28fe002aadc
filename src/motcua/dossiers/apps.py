"""Registers the package with Django."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Django's handle on motcua.dossiers."""

    name = "motcua.dossiers"
    verbose_name = "dossiers"
    default_auto_field = "django.db.models.BigAutoField"
