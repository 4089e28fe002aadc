"""The observatory as a Django application."""

from django.apps import AppConfig


class ObservatoryConfig(AppConfig):
    """Serves public figures and the pages of those who answer for them."""

    name = "motcua.observatory"
    label = "observatory"

    def ready(self) -> None:
        """Register what is done again and again; lend evaluation the scanner of documents."""
        from motcua.documents import ports as documents  # noqa: PLC0415 -- after the registry
        from motcua.evaluation import ports as evaluation  # noqa: PLC0415 -- as above
        from motcua.observatory import tasks  # noqa: F401, PLC0415 -- as above

        evaluation.use(scanner=documents.scanner())
