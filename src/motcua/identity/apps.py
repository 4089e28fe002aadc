"""Registers the package with Django."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Django's handle on motcua.identity."""

    name = "motcua.identity"
    verbose_name = "identity"
    default_auto_field = "django.db.models.BigAutoField"
