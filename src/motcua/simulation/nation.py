"""The dossiers of a synthetic nation."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import accumulate
from random import Random

from motcua.agencies import queries as agencies
from motcua.agencies.values import Territory
from motcua.dossiers.values import BroughtIn, Channel
from motcua.kernel.calendar import WorkingCalendar, local_day
from motcua.simulation import fates
from motcua.simulation.answers import FORMS, SHARES
from motcua.simulation.rhythm import Rhythm

ORIGIN = "simulation"
OPEN = 0.12
LATE = 0.3

_CHANNELS = (Channel.SELF_SERVICE, Channel.COUNTER)


def dossiers(
    number: int,
    *,
    seed: int,
    at: datetime,
    communes: Sequence[str] = (),
    open_share: float = OPEN,
) -> Iterator[BroughtIn]:
    """Draw dossiers over the year before `at`, the same for the same seed and moment.

    They are spread over all communes, some of which have much more to do than others, or over
    `communes` alone. `open_share` of them are not settled yet, a part of those late.
    """
    chance = Random(f"motcua {seed}")  # noqa: S311 -- a simulation, not a secret
    places = [agencies.territory(code) for code in communes] or _everywhere()
    weights = list(accumulate(chance.lognormvariate(0, 0.8) for _ in places))
    rhythm = Rhythm(WorkingCalendar(agencies.table()), at=at)
    services, shares = list(SHARES), list(SHARES.values())
    for _ in range(number):
        commune = chance.choices(places, cum_weights=weights)[0]
        service = chance.choices(services, shares)[0]
        still_open = chance.random() < open_share
        yield _dossier(service, commune, rhythm=rhythm, chance=chance, still_open=still_open)


def _dossier(
    service: str, commune: Territory, *, rhythm: Rhythm, chance: Random, still_open: bool
) -> BroughtIn:
    if still_open:
        submitted_at = rhythm.recent_moment(chance, late=LATE)
        fate = fates.open_until_now(service, submitted_at, rhythm=rhythm, chance=chance)
    else:
        submitted_at = rhythm.some_moment(chance)
        fate = fates.ended(service, submitted_at, rhythm=rhythm, chance=chance)
    return BroughtIn(
        origin=ORIGIN,
        service_code=service,
        channel=chance.choices(_CHANNELS, (4, 1))[0],
        answers=FORMS[service](chance, commune, local_day(submitted_at)),
        submitted_at=submitted_at,
        moves=fate.moves,
        paid_at=fate.paid_at,
    )


def _everywhere() -> list[Territory]:
    return [
        commune for province in agencies.provinces() for commune in agencies.communes(province.code)
    ]
