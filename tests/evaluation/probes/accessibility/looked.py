"""Looks at the small pages once for every test of accessibility and devices."""

from functools import cache

from tests.evaluation.probes.accessibility.faulty import TOWN
from tests.evaluation.probes.town import served

from motcua.evaluation.probes.accessibility import PROBE as ACCESSIBILITY
from motcua.evaluation.probes.devices import PROBE as DEVICES
from motcua.evaluation.probes.sites import Opened, look
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.evaluation.values.pages import PageKind

PROBES = (ACCESSIBILITY, DEVICES)


class Looked:
    """What was found on one page."""

    def __init__(self, found: list[Observation], kept: dict[str, bytes]) -> None:
        self.found = {one.fact: one for one in found}
        self.order = [one.fact for one in found]
        self.kept = kept

    def __call__(self, fact: str) -> object:
        one = self.found[fact]
        return one.value if one.outcome is Outcome.MEASURED else one.outcome

    def places(self, fact: str) -> set[tuple[str, str]]:
        """Rule and selector of every place."""
        return {(place.rule, place.selector) for place in self.found[fact].places}

    @property
    def faults(self) -> set[str]:
        """Facts of which any place was found."""
        return {one.fact for one in self.found.values() if one.found}


@cache
def looks(browser, path: str, times: int) -> tuple[Looked, ...]:
    with served(TOWN) as home:
        opened = Opened(browser, f"{home}/", Manner(pace=0))
        answers = []
        for _ in range(times):
            with opened.visit(home + path, PageKind.OTHER, PROBES) as visit:
                found = list(look(visit, PROBES))
            answers.append(Looked(found, opened.kept))
        opened.close()
    return tuple(answers)
