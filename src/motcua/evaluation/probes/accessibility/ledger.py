"""What was found on a page so far, by success criterion; told when the page was gone through."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from motcua.evaluation.probes.accessibility.looking import NOTHING_THERE, Told
from motcua.evaluation.probes.accessibility.success import AUTOMATIC, SuccessCriterion
from motcua.evaluation.probes.visits import Visit
from motcua.evaluation.values.facts import Scope
from motcua.evaluation.values.observations import PLACES_KEPT, Observation, Outcome, Place
from motcua.kernel.words import Sentence

KEY = "accessibility.ledger"


@dataclass(slots=True)
class Entry:
    """One success criterion on one page.

    places   by selector, so that a place that two checks found counts once
    beyond   faults whose places were not kept
    seen     whether any check of it had something to look at
    failed   why a check of it told nothing
    doubtful places that a machine could not decide
    """

    places: dict[str, Place] = field(default_factory=dict)
    beyond: int = 0
    seen: bool = False
    failed: str = ""
    doubtful: int = 0

    @property
    def found(self) -> int:
        """Failing places in all."""
        return len(self.places) + self.beyond


@dataclass(slots=True)
class Ledger:
    """Every success criterion of which a machine sees faults, on one page."""

    entries: dict[str, Entry] = field(
        default_factory=lambda: {number: Entry() for number in AUTOMATIC}
    )

    def looked(self, numbers: Iterable[str], told: Told) -> None:
        """Note that a check of these criteria was made, whatever it found."""
        for number in numbers:
            entry = self.entries[number]
            entry.failed = entry.failed or told.failed
            entry.seen = entry.seen or (told.applies and not told.failed)

    def fail(self, numbers: Iterable[str], places: Iterable[Place], *, found: int) -> None:
        """Note `found` failing places of these criteria, of which `places` were kept."""
        kept = list(places)
        for number in numbers:
            if number not in self.entries:
                continue
            entry = self.entries[number]
            for place in kept:
                entry.places.setdefault(place.selector, place)
            entry.beyond += max(0, found - len(kept))


def ledger(visit: Visit) -> Ledger:
    """Give the ledger of a page."""
    kept: Ledger = visit.once(KEY, Ledger)
    return kept


def tell(visit: Visit) -> Iterator[Observation]:
    """Tell every success criterion that a page can fail by itself."""
    entries = ledger(visit).entries
    for number, criterion in AUTOMATIC.items():
        if criterion.scope is Scope.PAGE:
            yield _told(visit, criterion, entries[number])


def _told(visit: Visit, criterion: SuccessCriterion, entry: Entry) -> Observation:
    if entry.failed and not entry.found:
        return Observation(
            fact=criterion.fact,
            url=visit.url,
            outcome=Outcome.COULD_NOT,
            note=Sentence(
                f"Có phép thử không chạy được ({entry.failed}).",
                f"A check could not be made ({entry.failed}).",
            ),
        )
    if not entry.seen and not entry.found:
        return Observation(
            fact=criterion.fact,
            url=visit.url,
            outcome=Outcome.NOT_APPLICABLE,
            note=NOTHING_THERE,
        )
    return Observation(
        fact=criterion.fact,
        url=visit.url,
        value=entry.found,
        note=_doubts(entry.doubtful),
        places=tuple(entry.places.values())[:PLACES_KEPT],
        found=entry.found,
    )


def _doubts(doubtful: int) -> Sentence | None:
    if not doubtful:
        return None
    return Sentence(
        f"Còn {doubtful} chỗ máy không quyết được, cần người xem.",
        f"{doubtful} more places a machine cannot decide; a person should look.",
    )
