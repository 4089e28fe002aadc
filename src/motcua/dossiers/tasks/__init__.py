"""What casework does out of the reader's way."""

from motcua.dossiers.tasks import watching

__all__ = ["watching"]
