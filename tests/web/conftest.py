import pytest


@pytest.fixture
def trial(settings):
    """Add the pages of tests/web/trial.py under /thu/."""
    settings.ROOT_URLCONF = "tests.web.trial"
