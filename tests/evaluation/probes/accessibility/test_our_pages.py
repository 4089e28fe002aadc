"""Our own portal is a clean one: no fault of accessibility or devices is found on it."""

import pytest
from tests.evaluation.probes.accessibility.looked import PROBES
from tests.factories import dossiers
from tests.procedures.search_samples import fill

from motcua.evaluation.probes.sites import Opened, look
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.pages import PageKind

PATHS = ("/", "/thu-tuc/", "/thu-tuc/1.001193/", "/gop-y/")


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_our_portal_has_no_fault(live_server, browser):
    dossiers.country()
    dossiers.services()
    fill()
    opened = Opened(browser, f"{live_server.url}/", Manner(pace=0))
    found = []
    for path in PATHS:
        with opened.visit(live_server.url + path, PageKind.OTHER, PROBES) as visit:
            found += look(visit, PROBES)
    opened.close()
    faults = [
        (one.fact, one.url, place.rule, place.selector) for one in found for place in one.places
    ]
    unseen = [(one.fact, one.url) for one in found if one.outcome == "could_not"]
    assert (faults, unseen) == ([], [])
