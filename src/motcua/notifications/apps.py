"""Registers the package with Django."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Django's handle on motcua.notifications."""

    name = "motcua.notifications"
    verbose_name = "notifications"
    default_auto_field = "django.db.models.BigAutoField"
