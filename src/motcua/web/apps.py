"""Registers the package with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Django's handle on motcua.web."""

    name = "motcua.web"
    verbose_name = "web"
    default_auto_field = "django.db.models.BigAutoField"
