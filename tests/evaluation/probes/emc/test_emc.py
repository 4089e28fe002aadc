import pytest
from tests.evaluation.probes.visiting import seen_bad, seen_good  # noqa: F401 -- fixtures

from motcua.evaluation.values.observations import Outcome

pytestmark = pytest.mark.once
NONE = Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("fact", "good", "none", "twice"),
    [
        ("tracker", True, False, True),
        ("site_number", True, False, True),
        ("fires", True, False, True),
        ("once", True, NONE, False),
    ],
)
def test_the_code_on_pages(seen_good, seen_bad, *, fact, good, none, twice):  # noqa: F811 -- fixtures
    assert seen_good("/", f"emc.{fact}") == good
    assert seen_bad("/", f"emc.{fact}") == none
    assert seen_bad("/tra-cuu/", f"emc.{fact}") == twice


def test_the_share_of_pages_that_tell_their_views(seen_good, seen_bad):  # noqa: F811 -- fixtures
    assert seen_good.site("emc.pages") == 1
    assert seen_bad.site("emc.pages") == pytest.approx(1 / 6, abs=1e-4)
    assert seen_good.site("emc.one_number") is True
