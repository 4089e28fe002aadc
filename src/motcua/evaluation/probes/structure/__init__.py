"""Structure and findability: clicks, search, links, titles, what machines and printers are told."""

from motcua.evaluation.probes.structure import page, portal
from motcua.evaluation.probes.structure.cards import CARDS
from motcua.evaluation.probes.structure.telling import on_page, on_site
from motcua.evaluation.probes.visits import Phase, Probe
from motcua.evaluation.values.facts import Area, Scope

ON_SITE = tuple(one.code for one in CARDS.all if one.scope is Scope.SITE)

PROBE = Probe(
    area=Area.STRUCTURE,
    facts=tuple(CARDS.all),
    on_page={Phase.LOADED: on_page(page.look, page.facts)},
    on_site=on_site(portal.look, ON_SITE),
)
