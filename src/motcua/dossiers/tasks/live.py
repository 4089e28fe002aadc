"""News for open pages that nobody has open any more."""

from datetime import datetime, timedelta

from motcua.dossiers.actions.live import settle_down
from motcua.journal.ports import periodic


@periodic("dossiers.settle_down", every=timedelta(hours=1))
def settle(at: datetime) -> None:
    """Drop old news."""
    settle_down(at=at)
