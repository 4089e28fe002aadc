"""What every test of campaigns needs: a small library, a folder of its own, fakes in place."""

import pytest
from tests.factories import campaigns


@pytest.fixture
def judged_by(settings, tmp_path):
    """A library of two small sets, somewhere to keep files, and nobody who looks at portals."""
    settings.LIBRARY = campaigns.library(tmp_path / "library")
    settings.EVALUATION = tmp_path / "evaluation"
    settings.MEASUREMENT = tmp_path / "measurement"
    with campaigns.fakes():
        yield


@pytest.fixture
def story(db, judged_by):
    """A campaign of three portals, prepared."""
    return campaigns.story()
