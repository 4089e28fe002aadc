"""Registers the package with Django."""

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    """Django's handle on motcua.procedures."""

    name = "motcua.procedures"
    verbose_name = "procedures"
    default_auto_field = "django.db.models.BigAutoField"
