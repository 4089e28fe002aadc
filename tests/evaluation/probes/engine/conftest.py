import pytest
from tests.evaluation.probes.hostile import serving

from motcua.evaluation.probes.browser import Running, launch
from motcua.evaluation.probes.sites import Opened
from motcua.evaluation.values.audits import Manner


@pytest.fixture(scope="package")
def running(browser):
    """A browser of their own for pages that fell browsers."""
    chromium = launch(browser.browser_type)
    running = Running(chromium)
    yield running
    running.close()
    chromium.close()


@pytest.fixture(scope="package")
def hostile():
    with serving() as (url, server):
        yield url, server


@pytest.fixture(scope="package")
def opened(running, hostile):
    """The hostile portal, looked at with patience."""
    portal = Opened(running, hostile[0], Manner(patience=60))
    yield portal
    portal.close()


@pytest.fixture(scope="package")
def hasty(running, hostile):
    """The same with little patience, for pages that use it up."""
    portal = Opened(running, hostile[0], Manner(patience=4.5))
    yield portal
    portal.close()
