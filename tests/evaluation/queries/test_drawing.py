"""Figures of measurement drawn into a campaign: exact, dated, and said where they are missing."""

from datetime import UTC, date, datetime
from fractions import Fraction
from importlib import import_module

import pytest
from tests.evaluation.judged import words
from tests.factories import campaigns
from tests.measurement.counted import lake
from tests.measurement.nasty_nation import AT as COUNTED

from motcua.evaluation.queries import published
from motcua.evaluation.queries.drawing import causes, drawn
from motcua.evaluation.values.criteria import Criterion, Method, Scale, ScaleKind
from motcua.measurement.values import Cause

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 1, 2, tzinfo=UTC)
DAYS = (date(2026, 1, 1), date(2026, 6, 30))
DOSSIERS = {"procedure": "1.001193", "day": date(2026, 3, 3)}


def criterion(indicator):
    return Criterion(
        code=f"I.{indicator}",
        group="I",
        text=words("Chỉ số"),
        points=Fraction(2),
        scale=Scale(kind=ScaleKind.RATIO, target=Fraction(1, 2)),
        method=Method.INDICATOR,
        evidence=words("Số liệu"),
        indicator=indicator,
    )


def dossiers(agency, online, counter):
    here = DOSSIERS | {"top": agency[:3], "agency": agency}
    return [
        here | {"channel": "self_service", "received": online},
        here | {"channel": "counter", "received": counter},
    ]


def failed(agency, number):
    here = {"top": "H26", "agency": agency, "day": date(2026, 3, 3), "failures": number}
    return [
        here | {"cause": "portal", "told_by": "telemetry"},
        here | {"cause": "payment", "told_by": "asked_at_failure"},
        here | {"cause": "portal", "told_by": "asked_after_result", "day": date(2025, 3, 3)},
    ]


@pytest.fixture(scope="module")
def kept():
    rows = [*dossiers("H26.00070", 1, 2), *dossiers("H26.00091", 1, 1)]
    return lake(dossiers_daily=rows, failures_daily=[*failed("H26.00070", 3), *failed("H26", 1)])


def draw(kept, indicator, *agencies):
    return drawn([criterion(indicator)], agencies, days=DAYS, at=AT, lake=kept)


def test_a_share_is_exact_and_says_its_days(kept):
    found = draw(kept, "use2", "H26", "H26.00070")
    ((whole,), (ward,)) = found["H26"], found["H26.00070"]
    assert (whole.value, ward.value) == (Fraction(2, 5), Fraction(1, 3))
    assert (whole.counted_at, whole.drawn_at, whole.first_day) == (COUNTED, AT, DAYS[0])
    assert "(01/01/2026–30/06/2026): 0,4" in whole.says.vi
    assert whole.criterion == "I.use2"


def test_what_nobody_sent_has_no_value_and_says_why(kept):
    (none,) = draw(kept, "use2", "H30")["H30"]
    assert none.value is None
    assert "chưa nhận được số liệu" in none.says.vi


def test_an_unknown_indicator_is_a_figure_without_a_value(kept):
    (none,) = draw(kept, "use99", "H26")["H26"]
    assert none.value is None
    assert "use99" in none.says.vi


def test_the_index_is_drawn_as_points(kept, settings):
    (index,) = draw(kept, "i766", "H26")["H26"]
    assert 0 <= index.value <= 100
    assert "Chỉ số phục vụ" in index.says.vi


def test_nothing_is_asked_where_no_criterion_wants_it():
    assert drawn([], ["H26"], days=DAYS, at=AT) == {"H26": ()}


def test_causes_are_those_of_the_days_with_all_below_the_agency(kept):
    found = causes("H26", days=DAYS, at=AT, lake=kept)
    counted = {one.cause: (one.telemetry, one.at_failure, one.after_result) for one in found.counts}
    assert counted[Cause.PORTAL] == (4, 0, 0)
    assert counted[Cause.PAYMENT] == (0, 4, 0)
    assert [*counted] == [*Cause]
    assert (found.first_day, found.last_day, found.drawn_at) == (*DAYS, AT)


def test_of_whom_nothing_was_counted_no_causes_are_told(kept):
    assert causes("H30", days=DAYS, at=AT, lake=kept) is None


def test_a_house_without_measurement_tells_no_causes():
    assert causes("H26", days=DAYS, at=AT) is None


def test_a_campaign_publishes_its_figures_with_their_date(judged_by, kept, monkeypatch):
    for name in ("figures", "standing", "details"):
        module = import_module(f"motcua.measurement.queries.{name}")
        monkeypatch.setattr(module, "the_lake", lambda: kept)
    told = campaigns.story(("H26",), criteria_set="thu/2", figures_from=DAYS[0]).published()
    subject = published.published_subject(told.code, "H26")
    (figure,) = subject.figures
    assert figure.value == Fraction(2, 5)
    score = next(one for one in subject.result.criteria if one.code == "M.4")
    assert (score.share, score.points) == (Fraction(4, 5), Fraction(8, 5))
    assert sum(one.telemetry for one in subject.causes.counts) == 4
