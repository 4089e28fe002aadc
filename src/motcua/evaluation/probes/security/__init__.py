"""What is looked at under "security": the connection, the answers, the markup, what lies about.

Nothing is sent that could be taken for an attack: plain GETs of few addresses, and the first words
of TLS.
"""

from motcua.evaluation.probes.security import cards_page, cards_portal
from motcua.evaluation.probes.security.page import page
from motcua.evaluation.probes.security.portal import portal
from motcua.evaluation.probes.visits import Phase, Probe
from motcua.evaluation.values.facts import Area

PROBE = Probe(
    area=Area.SECURITY,
    facts=(*cards_portal.CARDS, *cards_page.CARDS),
    on_page={Phase.LOADED: page},
    on_site=portal,
)
