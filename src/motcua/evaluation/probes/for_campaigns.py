"""Looking at a portal for a campaign: the engine of `motcua audit`, watched from a worker.

The browser is in a child process, because a worker's thread may not hold one.
"""

from dataclasses import replace
from pathlib import Path

from motcua.evaluation.ports import Beat, LookFailed, LookLost, Now
from motcua.evaluation.probes.auditing import News, Told, audit_many, folder_of
from motcua.evaluation.probes.auditing.one import address
from motcua.evaluation.values.campaigns import RunTicket
from motcua.kernel.words import Refused


class ChildLooker:
    """Looks by `audit_many` with one child process."""

    def look(self, ticket: RunTicket, *, folder: Path, beat: Beat, now: Now) -> Path:
        """Look at a portal; see `ports.Looker`."""
        pages = 0

        def tell(told: Told) -> None:
            nonlocal pages
            if told.news is News.SEEN:
                pages = told.page
            if not beat(pages):
                raise LookLost(ticket.url)

        manner = replace(ticket.manner, seeds=(*ticket.manner.seeds, *ticket.seeds))
        try:
            audit_many([ticket.url], manner=manner, folder=folder, workers=1, now=now, tell=tell)
        except Refused as refusal:
            raise LookFailed(refusal.sentence) from refusal
        return folder_of(folder, address(ticket.url))
