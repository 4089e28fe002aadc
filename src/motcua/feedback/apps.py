"""Registers the package with Django."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """Django's handle on motcua.feedback."""

    name = "motcua.feedback"
    verbose_name = "feedback"
    default_auto_field = "django.db.models.BigAutoField"
