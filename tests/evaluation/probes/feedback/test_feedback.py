import pytest
from tests.evaluation.probes.visiting import seen_bad, seen_good  # noqa: F401 -- fixtures

from motcua.evaluation.values.observations import Outcome

pytestmark = pytest.mark.once
NONE = Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("fact", "good", "bad"),
    [
        ("petition", True, False),
        ("rating", True, False),
        ("survey", False, False),
        ("questions", True, False),
        ("answers", True, NONE),
        ("contact", True, True),
        ("hotline", True, True),
        ("email", False, False),
        ("hours", True, True),
    ],
)
def test_ways_to_be_heard(seen_good, seen_bad, *, fact, good, bad):  # noqa: F811 -- fixtures
    assert seen_good.site(f"feedback.{fact}") == good
    assert seen_bad.site(f"feedback.{fact}") == bad


def test_a_number_can_be_tapped(seen_good):  # noqa: F811 -- a fixture
    assert seen_good("/", "feedback.tappable") is True
