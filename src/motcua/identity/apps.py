"""Registers the package with Django."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Django's handle on motcua.identity."""

    name = "motcua.identity"
    verbose_name = "identity"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Refuse to start with data keys that cannot be used."""
        from motcua.identity.models.sealed import keyring  # noqa: PLC0415 -- needs the registry

        keyring()
