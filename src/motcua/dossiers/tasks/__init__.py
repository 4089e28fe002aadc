"""What casework does out of the reader's way."""

from motcua.dossiers.tasks import lists, watching

__all__ = ["lists", "watching"]
