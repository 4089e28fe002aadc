"""The observatory as a Django application."""

from django.apps import AppConfig


class ObservatoryConfig(AppConfig):
    """Serves public figures and the pages of those who answer for them."""

    name = "motcua.observatory"
    label = "observatory"
