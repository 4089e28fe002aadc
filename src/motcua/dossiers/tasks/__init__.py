"""What casework does out of the reader's way."""

from motcua.dossiers.tasks import lists, live, watching

__all__ = ["lists", "live", "watching"]
