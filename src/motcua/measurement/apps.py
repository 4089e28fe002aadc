"""Measurement as a Django application."""

from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    """Registers what measurement hears and does in the background."""

    name = "motcua.measurement"
    label = "measurement"
