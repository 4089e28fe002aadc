"""Registers the package with Django and lets it hear what happens to dossiers and files."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Django's handle on motcua.exchange."""

    name = "motcua.exchange"
    verbose_name = "exchange"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register listeners and jobs."""
        from motcua.exchange import subscribers, tasks  # noqa: F401, PLC0415 -- after the registry
