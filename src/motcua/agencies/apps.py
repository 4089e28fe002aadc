"""Registers the package with Django."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Django's handle on motcua.agencies."""

    name = "motcua.agencies"
    verbose_name = "agencies"
    default_auto_field = "django.db.models.BigAutoField"
