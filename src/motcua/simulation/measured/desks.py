"""Where what is asked lands: urns of agencies and services for each top, as arrays."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from motcua.simulation.measured.chance import Numbers, Words, bits, urn
from motcua.simulation.measured.country import Country, weights_of

TICKETS = 4096
AT_COMMUNE = 700
"""Of a thousand that ask a province's portal, so many ask for what a commune settles."""

Places = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Desks:
    """Urns: of each top's communes (places in `Country.agencies`), of its own services, and of
    what communes settle (places in `Country.services`)."""

    communes: Places
    own: Places
    of_communes: Places
    has_communes: npt.NDArray[np.bool_]

    def draw(self, tops: Numbers, words: Words) -> tuple[Numbers, Numbers]:
        """Draw an agency and a service for each: bits 0 to 36 of the words are used."""
        low = (bits(words, 0, 10) < AT_COMMUNE) & self.has_communes[tops]
        ticket = bits(words, 10, 12)
        agency = np.where(low, self.communes[tops, ticket], tops)
        ticket = bits(words, 22, 12)
        service = np.where(low, self.of_communes[ticket], self.own[tops, ticket])
        return agency.astype(np.int64), service.astype(np.int64)


def desks(country: Country) -> Desks:
    """Fill the urns of a country."""
    after = len(country.tops)
    communes, own = [], []
    for place, top in enumerate(country.tops):
        if top.communes:
            communes.append(urn(weights_of(top.communes), TICKETS) + after)
        else:
            communes.append(np.full(TICKETS, place, dtype=np.int32))
        after += len(top.communes)
        own.append(_services(country, top.own))
    return Desks(
        np.stack(communes).astype(np.int32),
        np.stack(own),
        _services(country, country.of_communes),
        np.array([top.is_province for top in country.tops]),
    )


def _services(country: Country, places: tuple[int, ...]) -> Places:
    drawn = urn([country.services[place].weight for place in places], TICKETS)
    return np.array(places, dtype=np.int32)[drawn]
