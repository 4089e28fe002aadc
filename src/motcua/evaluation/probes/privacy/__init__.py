"""What is looked at under "privacy": the notice, consent, what leaks, what is shown to everyone.

Nothing is ever agreed to, typed or sent, so all that is seen happens before consent. What belongs
to a person is masked before it becomes an observation.
"""

from collections.abc import Iterator

from motcua.evaluation.probes.privacy import (
    cards_notice,
    cards_traces,
    forms,
    notice,
    printed,
    traces,
)
from motcua.evaluation.probes.privacy.questions import question
from motcua.evaluation.probes.visits import Phase, Probe, Unanswered, Visit
from motcua.evaluation.rules.looking import telling
from motcua.evaluation.values.facts import Area
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

BY_MARKUP = (
    *("collection_notice", "consent", "needless", "asked_by_get", "autocomplete"),
    *("storage_before", "fingerprinting", "identities_printed", "people_listed", "in_addresses"),
)


def page(visit: Visit) -> Iterator[Observation]:
    """Tell everything about personal data that one page shows."""
    yield from traces.told_of_visits(visit)
    yield from traces.cookies_before(visit)
    try:
        found = question(visit)
    except Unanswered:
        why = Sentence("Trang không trả lời câu hỏi.", "The page did not answer.")
        yield from (telling.unseen(f"privacy.{name}", visit.url, why) for name in BY_MARKUP)
        return
    yield traces.stored_before(visit, found["stored"])
    yield traces.fingerprints(visit, found)
    yield from printed.printed(visit, found)
    yield printed.in_addresses(visit, found["links"])
    yield from forms.forms(visit, found)
    yield from notice.linked(visit, found["links"])
    if visit.kind is PageKind.PRIVACY:
        yield from notice.read(visit, found)


PROBE = Probe(
    area=Area.PRIVACY,
    facts=(*cards_notice.CARDS, *cards_traces.CARDS),
    on_page={Phase.LOADED: page},
    on_site=notice.portal,
)
