"""Synthetic portals of a nation."""

from tests.portals.portal import Portal


def member(name: str) -> Portal:
    """Build a portal of the nation by its name."""
    raise LookupError(name)
