import pytest
from tests.evaluation.probes.accessibility.looked import looks


@pytest.fixture
def looked(browser):
    """Give what was found at a path; every path is looked at once."""
    return lambda path: looks(browser, path, 1)[0]


@pytest.fixture
def looked_twice(browser):
    """Give what two looks at a path found."""
    return lambda path: looks(browser, path, 2)
