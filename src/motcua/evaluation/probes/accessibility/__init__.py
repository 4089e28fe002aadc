"""What is looked at under "accessibility".

axe runs once on the page as it came, with checks of our own beside it; the page is then looked at
narrow, zoomed and spaced, and last walked through by keys. What fails is told twice: by topic, and
by success criterion of WCAG 2.2 (`success` names those that only a person can judge).
"""

from motcua.evaluation.probes.accessibility.cards import CARDS
from motcua.evaluation.probes.accessibility.keyboard import keyboard
from motcua.evaluation.probes.accessibility.pages import loaded, narrow, spaced, zoomed
from motcua.evaluation.probes.accessibility.portal import portal
from motcua.evaluation.probes.visits import Phase, Probe
from motcua.evaluation.values.facts import Area

PROBE = Probe(
    area=Area.ACCESSIBILITY,
    facts=CARDS,
    on_page={
        Phase.LOADED: loaded,
        Phase.NARROW: narrow,
        Phase.ZOOMED: zoomed,
        Phase.SPACED: spaced,
        Phase.KEYBOARD: keyboard,
    },
    on_site=portal,
)
