"""Measurement as a Django application."""

from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    """Registers what measurement hears and does in the background."""

    name = "motcua.measurement"
    label = "measurement"

    def ready(self) -> None:
        """Register what is heard, and what is done again and again."""
        from motcua.measurement import subscribers, tasks  # noqa: F401, PLC0415 -- after the registry
