"""Registers the package with Django and its periodic work with the journal."""

from django.apps import AppConfig


class CountersConfig(AppConfig):
    """Django's handle on motcua.counters."""

    name = "motcua.counters"
    label = "counters"
    verbose_name = "counters"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what is done again and again."""
        from motcua.counters import (  # noqa: PLC0415 -- after the registry is ready
            tasks,  # noqa: F401 -- registers itself
        )
