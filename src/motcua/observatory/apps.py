"""The observatory as a Django application."""

from django.apps import AppConfig


class ObservatoryConfig(AppConfig):
    """Serves public figures and the pages of those who answer for them."""

    name = "motcua.observatory"
    label = "observatory"

    def ready(self) -> None:
        """Register what is done again and again."""
        from motcua.observatory import tasks  # noqa: F401, PLC0415 -- after the registry
