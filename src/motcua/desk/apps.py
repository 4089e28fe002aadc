"""Registers the package with Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Django's handle on motcua.desk."""

    name = "motcua.desk"
    verbose_name = "desk"
    default_auto_field = "django.db.models.BigAutoField"
