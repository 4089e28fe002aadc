import pytest
from tests.measurement.clients.doors import doors


@pytest.fixture
def opened(tmp_path):
    """The collector's doors, as the portal itself opens them."""
    with doors(tmp_path) as them:
        yield them
