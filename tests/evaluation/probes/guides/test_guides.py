import pytest
from tests.evaluation.probes.visiting import seen_bad, seen_good  # noqa: F401 -- fixtures

pytestmark = pytest.mark.once
PROCEDURE = "/thu-tuc/1.001193/"


@pytest.mark.parametrize(
    ("fact", "good", "bad"),
    [
        ("text", True, False),
        ("image", True, False),
        ("video", True, False),
        ("forms3", True, False),
        ("record", 0.7, 0.0),
        ("components", True, False),
        ("fee", True, False),
        ("time_limit", True, False),
        ("agency", True, False),
        ("legal_basis", True, False),
        ("result", True, False),
        ("sample_form", True, False),
        ("easy_read", False, False),
        ("audio", False, False),
    ],
)
def test_facts_of_a_procedure(seen_good, seen_bad, *, fact, good, bad):  # noqa: F811 -- fixtures
    assert seen_good(PROCEDURE, f"guides.{fact}") == good
    assert seen_bad(PROCEDURE, f"guides.{fact}") == bad


@pytest.mark.parametrize(
    ("fact", "good", "bad"), [("share", 1, 0), ("three_in_portal", True, False)]
)
def test_facts_of_the_portal(seen_good, seen_bad, *, fact, good, bad):  # noqa: F811 -- fixtures
    assert seen_good.site(f"guides.{fact}") == good
    assert seen_bad.site(f"guides.{fact}") == bad
