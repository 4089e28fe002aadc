"""Registers the package with Django."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Django's handle on motcua.dossiers."""

    name = "motcua.dossiers"
    verbose_name = "dossiers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what casework hears and does again and again."""
        from motcua.dossiers import subscribers, tasks  # noqa: F401, PLC0415 -- after the registry
