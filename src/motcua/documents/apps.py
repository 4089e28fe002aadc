"""Registers the package with Django and puts its adapters in place."""

from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class DocumentsConfig(AppConfig):
    """Django's handle on motcua.documents."""

    name = "motcua.documents"
    verbose_name = "documents"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep bytes on the disk; print with typst (loaded at the first print); scan with clamd."""
        from motcua.documents import ports, tasks  # noqa: F401, PLC0415 -- after the registry is ready
        from motcua.documents.adapters.clamav import Clamd  # noqa: PLC0415 -- as above
        from motcua.documents.adapters.disk import DiskStore  # noqa: PLC0415 -- as above
        from motcua.documents.adapters.typst import TypstPress  # noqa: PLC0415 -- as above

        ports.use(
            store=DiskStore(Path(settings.FILE_STORE)),
            incoming=DiskStore(Path(settings.FILE_STORE) / "incoming"),
            press=TypstPress(),
            scanner=Clamd(settings.SCANNER) if settings.SCANNER else None,
        )
