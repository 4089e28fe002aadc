"""Registers the package with Django."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """Django's handle on motcua.payments."""

    name = "motcua.payments"
    verbose_name = "payments"
    default_auto_field = "django.db.models.BigAutoField"
