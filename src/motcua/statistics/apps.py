"""Registers the package with Django and its periodic count with the journal."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """Django's handle on motcua.statistics."""

    name = "motcua.statistics"
    label = "statistics"
    verbose_name = "statistics"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what is counted again and again."""
        from motcua.statistics import (  # noqa: PLC0415 -- after the registry is ready
            subscribers,  # noqa: F401 -- registers itself
            tasks,  # noqa: F401 -- registers itself
        )
