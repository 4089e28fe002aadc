from types import SimpleNamespace

import pytest

from motcua.evaluation.probes.accessibility.axe_rules import _contrast
from motcua.evaluation.values.observations import Outcome

RULE = "color-contrast"


@pytest.mark.parametrize(
    ("violations", "incomplete", "passed", "outcome"),
    [
        (0, 3, [], Outcome.COULD_NOT),
        (0, 3, [RULE], Outcome.MEASURED),
        (2, 3, [], Outcome.MEASURED),
        (0, 0, [], Outcome.NOT_APPLICABLE),
    ],
)
def test_text_that_could_not_be_measured_is_not_readable_text(
    violations, incomplete, *, passed, outcome
):
    answer = {
        "violations": [{"id": RULE, "found": violations}] if violations else [],
        "incomplete": [{"id": RULE, "found": incomplete}] if incomplete else [],
        "passed": passed,
    }
    told = _contrast(SimpleNamespace(url="http://a/"), answer, {}, kept="")
    assert told.outcome is outcome
