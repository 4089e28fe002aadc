"""Registers the package with Django."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Django's handle on motcua.design."""

    name = "motcua.design"
    verbose_name = "design"
    default_auto_field = "django.db.models.BigAutoField"
