"""Give the lake what imports of logs wrote, and tell what was refused of them."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from django.conf import settings

from motcua.measurement.actions.compacting import write_facts
from motcua.measurement.models.imports import Imports
from motcua.measurement.models.snapshot import read
from motcua.measurement.models.spool import Spool
from motcua.measurement.rules.wire import Reason
from motcua.measurement.rules.wire.reading import day_and_second
from motcua.measurement.rules.wire.refusals import SENTENCES
from motcua.measurement.values.facts import Source
from motcua.measurement.values.telling import TurnedAway


def hand_over(kept: Imports, *, at: datetime) -> None:
    """Hand over batch by batch; the name of a batch lets the lake take it once only."""
    while (batch := kept.next_batch()) is not None:
        write_facts(pages=kept.paths(batch), name=batch.name, at=at)
        kept.taken(batch)
    _tell_refused(kept, at=at)


def _tell_refused(kept: Imports, *, at: datetime) -> None:
    turned: Counter[str] = Counter()
    for log in kept.logs:
        turned.update(log.turned)
        log.turned = {}
    if not turned:
        return
    kept.save()
    folder = Path(settings.MEASUREMENT)
    sites, spool = read(folder), Spool(folder / "spool")
    day, second = day_and_second(at)
    for mark, times in turned.items():
        site, reason = mark.split(" ")
        known = sites.get(int(site))
        spool.turn_away(
            TurnedAway(
                at=at,
                day=day,
                second=second,
                site=int(site),
                agency=known.agency if known else "",
                source=Source.LOG,
                reason=reason,
                field="",
                sentence=SENTENCES[Reason(reason)],
                example="",
                times=times,
            )
        )
    spool.close()
