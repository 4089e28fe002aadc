"""Taking facts in: read, held to the site's limit, spooled; refusals counted.

`Intake` is what the collector and the portal's own pages put requests into; `collect` is for facts
that need no reading. Neither touches the database.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from django.conf import settings

from motcua.measurement.actions.salts import day_salt, destroy_salts, pepper
from motcua.measurement.actions.taking import Taken, Taking
from motcua.measurement.models.floods import Floods
from motcua.measurement.models.snapshot import Snapshot
from motcua.measurement.models.spool import Spool, SpoolFailed, forget_examples, recover
from motcua.measurement.models.spool.lines import Fact
from motcua.measurement.rules.wire import Heard, Refusal, Sites, matomo, mcdt, strict
from motcua.measurement.rules.wire.reading import day_and_second

LOOK_EVERY = timedelta(seconds=1)
WAIT = 30.0
Headers: TypeAlias = Mapping[str, str]
Read: TypeAlias = Callable[..., Sequence[Fact | Refusal]]


class Intake:
    """The doors of one installation, in this process. `folder` is `settings.MEASUREMENT`.

    Not safe to use from several threads at once, but for what waits in the spool.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._snapshot = Snapshot(folder)
        self._taking = Taking(Spool(folder / "spool"), Floods(folder / "floods"))
        self._pepper = pepper(folder=folder)
        self._from = self._until = datetime.min.replace(tzinfo=UTC)
        self._day: date | None = None
        self._salt = b""

    @property
    def sound(self) -> bool:
        """Whether the disk took the last group of facts."""
        return not self._taking.spool.failed

    @property
    def sites(self) -> Sites:
        """The portals that may send, as last looked at."""
        return self._taking.sites

    def page(self, query: str, heard: Heard) -> Taken:
        """Take one thing that happened on a page, from a query or a form."""
        self.look(heard.at)
        taking = self._taking
        told = matomo.read(query, heard, sites=taking.sites, salt=self._salt, tally=taking.tally)
        return taking.take((told,), heard.at)

    def pages(self, body: bytes, heard: Heard) -> Taken:
        """Take a bulk of them, as JSON."""
        self.look(heard.at)
        taking = self._taking
        told = matomo.read_bulk(
            body, heard, sites=taking.sites, salt=self._salt, tally=taking.tally
        )
        return taking.take(told, heard.at)

    def national(self, body: bytes, heard: Heard) -> Taken:
        """Take a dossier event as TrackingMCDT sends it."""
        self.look(heard.at)
        taking = self._taking
        told = mcdt.read(body, heard, sites=taking.sites, pepper=self._pepper, tally=taking.tally)
        return taking.take((told,), heard.at)

    def dossiers(self, body: bytes, headers: Headers, heard: Heard) -> Taken:
        """Take strict, signed dossier events."""
        self.look(heard.at)
        sites, tally = self._taking.sites, self._taking.tally
        told = strict.read(body, headers, heard, sites=sites, pepper=self._pepper, tally=tally)
        return self._taking.take(told, heard.at)

    def supply(self, body: bytes, headers: Headers, heard: Heard) -> Taken:
        """Take how far an agency's services are online, signed; all of it or nothing."""
        return self._all_or_nothing(strict.read_supply, body, headers, heard=heard)

    def metrics(self, body: bytes, headers: Headers, heard: Heard) -> Taken:
        """Take metrics of index 766 that only an agency can tell, signed; all or nothing."""
        return self._all_or_nothing(strict.read_metrics, body, headers, heard=heard)

    def look(self, at: datetime) -> None:
        """Look at the sites once a second; with a new day take a new salt, destroy the old one."""
        if self._from <= at < self._until:
            return
        self._snapshot.look()
        self._taking.sites = self._snapshot.sites
        day, second = day_and_second(at)
        if day != self._day:
            destroy_salts(at=at, folder=self._folder)
            self._salt = day_salt(at=at, folder=self._folder)
            self._day = day
        # Last: where anything failed, nobody is kept with another day's salt or with none.
        midnight = at.replace(microsecond=0) + timedelta(seconds=86_400 - second)
        self._from, self._until = at, min(at + LOOK_EVERY, midnight)

    def close(self) -> None:
        """Commit what waits and close the segments."""
        self._taking.spool.close()

    def _all_or_nothing(self, read: Read, body: bytes, headers: Headers, *, heard: Heard) -> Taken:
        self.look(heard.at)
        told = read(body, headers, heard, sites=self._taking.sites)
        places = tuple(place for place, one in enumerate(told) if isinstance(one, Refusal))
        if not places:
            return self._taking.take(told, heard.at)
        refused = tuple(one for one in told if isinstance(one, Refusal))
        return replace(self._taking.turn_away(refused, heard.at), places=places)


@lru_cache(maxsize=4)
def _spool(folder: Path) -> Spool:
    return Spool(folder / "spool")


def collect(facts: Iterable[Fact]) -> int:
    """Take facts that are facts already and wait until they are safe; give how many.

    Raises `SpoolFailed` where the disk refuses; none of them is taken then.
    """
    listed = list(facts)
    if listed:
        _spool(Path(settings.MEASUREMENT)).append(listed).result(timeout=WAIT)
    return len(listed)


def tidy(*, at: datetime) -> None:
    """Close what dead processes left in the spool, and forget old examples of refusals."""
    folder = Path(settings.MEASUREMENT) / "spool"
    recover(folder)
    today, _second = day_and_second(at)
    forget_examples(folder, today=today)


__all__ = ["Intake", "SpoolFailed", "Taken", "collect", "tidy"]
