import pytest
from tests.evaluation.probes.visiting import seen_bad, seen_good  # noqa: F401 -- fixtures

from motcua.evaluation.values.observations import Outcome

pytestmark = pytest.mark.once
NONE = Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("fact", "good", "bad"),
    [
        ("form", True, True),
        ("asks", 0, 1),
        ("personal", True, False),
        ("captcha", NONE, False),
        ("example", True, False),
        ("masked", NONE, False),
    ],
)
def test_facts_of_the_page(seen_good, seen_bad, *, fact, good, bad):  # noqa: F811 -- fixtures
    assert seen_good("/tra-cuu/", f"lookup.{fact}") == good
    assert seen_bad("/tra-cuu/", f"lookup.{fact}") == bad


def test_other_ways_are_told_of_the_portal(seen_good, seen_bad):  # noqa: F811 -- fixtures
    facts = ("offered", "qr", "sms", "zalo", "other_ways")
    assert [seen_good.site(f"lookup.{fact}") for fact in facts] == [True, True, False, False, True]
    assert [seen_bad.site(f"lookup.{fact}") for fact in facts] == [True, *[False] * 4]


def test_what_is_shown_of_a_person_is_not_copied(seen_bad):  # noqa: F811 -- a fixture
    found = [one for one in seen_bad.pages["/tra-cuu/"] if one.fact == "lookup.masked"]
    assert len(found[0].places) == 2
    assert "001099012345" not in repr(found)
    assert "Nguyễn Văn An" not in repr(found)
