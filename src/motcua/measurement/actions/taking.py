"""What is read goes into the spool if its site's limit allows; what is refused is counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from motcua.measurement.models.floods import Floods
from motcua.measurement.models.spool import Spool
from motcua.measurement.models.spool.lines import Fact, UnfitForSpool, line_of
from motcua.measurement.rules.wire import Reason, Refusal, refuse
from motcua.measurement.rules.wire.reading import day_and_second
from motcua.measurement.values.facts import DossierFact, PageFact, Source
from motcua.measurement.values.sites import Site
from motcua.measurement.values.telling import TakenOut, TurnedAway

Told: TypeAlias = Sequence[Fact | Refusal]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a request: how much was accepted, what was refused, and at which places.

    `safe` is resolved when everything accepted outlives a loss of power, and fails with
    `SpoolFailed`; None where nothing waits. `flooded`: too much for this minute, nothing taken.
    """

    accepted: int
    refused: tuple[Refusal, ...] = ()
    safe: "Future[None] | None" = None
    flooded: bool = False
    places: tuple[int, ...] = ()


@dataclass(slots=True)
class Taking:
    """Where what was read goes. `tally` is filled by who reads, and emptied here."""

    spool: Spool
    floods: Floods
    sites: Mapping[int, Site] = field(default_factory=dict)
    tally: dict[tuple[int, str], int] = field(default_factory=dict)

    def take(self, told: Told, at: datetime) -> Taken:
        """Spool facts, count refusals; where one site sends too much, nothing is taken."""
        facts = [one for one in told if not isinstance(one, Refusal)]
        refused = tuple([one for one in told if isinstance(one, Refusal)])
        over = self._over(facts, at) if facts else None
        if over is not None or not facts:
            self.tally.clear()
            if over is not None:
                return self._flooded(facts, over, at)
            return replace(self.turn_away(refused, at), places=_places(told))
        try:
            safe = self.spool.append(facts)
        except UnfitForSpool:
            return self.take([_fitting(one) for one in told], at)
        if self.tally:
            self._count_taken_out(_source(facts[0]), at)
        if refused:
            self.turn_away(refused, at)
        return Taken(len(facts), refused, safe, places=_places(told) if refused else ())

    def turn_away(self, refused: tuple[Refusal, ...], at: datetime, times: int = 1) -> Taken:
        """Count refusals and keep examples of them."""
        day, second = day_and_second(at)
        for one in refused:
            turned = TurnedAway(
                at=at,
                day=day,
                second=second,
                site=one.site,
                agency=self._agency(one.site),
                source=one.source,
                reason=one.reason.value,
                field=one.field,
                sentence=one.sentence,
                example=one.example,
                times=times,
            )
            self.spool.turn_away(turned)
        return Taken(0, refused)

    def _over(self, facts: Sequence[Fact], at: datetime) -> int | None:
        """Count facts of each site; name one that sent too many this minute."""
        sites, minute = self.sites, int(at.timestamp()) // 60
        counted = Counter(fact.site for fact in facts) if len(facts) > 1 else {facts[0].site: 1}
        for number, count in counted.items():
            site = sites.get(number)
            if site and self.floods.over(number, minute=minute, facts=count, limit=site.limit):
                return number
        return None

    def _flooded(self, facts: Sequence[Fact], number: int, at: datetime) -> Taken:
        refusal = refuse(Reason.FLOOD, "", "", site=number, source=_source(facts[0]))
        self.turn_away((refusal,), at, times=len(facts))
        return Taken(0, (refusal,), flooded=True)

    def _count_taken_out(self, source: Source, at: datetime) -> None:
        day, second = day_and_second(at)
        for (number, what), times in self.tally.items():
            taken = TakenOut(
                day=day,
                second=second,
                site=number,
                agency=self._agency(number),
                source=source,
                what=what,
                times=times,
            )
            self.spool.take_out(taken)
        self.tally.clear()

    def _agency(self, number: int) -> str:
        site = self.sites.get(number)
        return site.agency if site else ""


def _places(told: Told) -> tuple[int, ...]:
    return tuple([place for place, one in enumerate(told) if isinstance(one, Refusal)])


def _source(fact: Fact) -> Source:
    return fact.source if isinstance(fact, PageFact | DossierFact) else Source.STRICT


def _fitting(one: Fact | Refusal) -> Fact | Refusal:
    """Give a refusal in place of a fact that no column can hold."""
    if isinstance(one, Refusal):
        return one
    try:
        line_of(one)
    except UnfitForSpool as unfit:
        return refuse(Reason.VALUE, str(unfit), "", site=one.site, source=_source(one))
    return one
