"""What tests of the lake begin with."""

import pytest
from tests.measurement.lake.given import place

from motcua.measurement.models.lake import files

__all__ = ["place"]


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch):
    """No test here takes the power away."""
    monkeypatch.setattr(files, "_flush", lambda path: None)
