"""What tests of the engine look with."""

from motcua.evaluation.probes.conduct import PROBE
from motcua.evaluation.probes.sites import Opened, look
from motcua.evaluation.probes.visits import Phase, Probe
from motcua.evaluation.values.facts import Area, Better, FactCard, Scope, Severity, Unit
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

COUNT = FactCard(
    code="devices.elements",
    area=Area.DEVICES,
    name=Sentence("Số phần tử", "Elements"),
    scope=Scope.PAGE,
    unit=Unit.COUNT,
    better=Better.NEITHER,
    severity=Severity.MINOR,
    remedy=Sentence("Không", "None"),
)


def counting(visit):
    elements = visit.ask("() => document.querySelectorAll('main *').length")
    yield Observation(fact="devices.elements", url=visit.url, value=elements)


def probe(*, scripts=(), **phases):
    """A probe by its phases: `probe(loaded=counting)`."""
    on_page = {Phase(name): on for name, on in phases.items()}
    return Probe(area=Area.DEVICES, facts=(COUNT,), on_page=on_page, scripts=scripts)


def looked(opened: Opened, url: str, *probes: Probe):
    """Visit a page with probes and how it behaved; give the visit and values by fact."""
    every = (*probes, PROBE)
    with opened.visit(url, PageKind.HOME, every) as visit:
        found = {one.fact: one for one in look(visit, every)}
    return visit, found
