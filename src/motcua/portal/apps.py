"""Registers the package with Django."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Django's handle on motcua.portal."""

    name = "motcua.portal"
    verbose_name = "portal"
    default_auto_field = "django.db.models.BigAutoField"
