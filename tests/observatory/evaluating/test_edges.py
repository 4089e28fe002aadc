"""Points beside a grade are never rounded over its edge, on whichever page."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.evaluation.judged import a_set, answer, manual

from motcua.evaluation.actions.computing import points_of
from motcua.evaluation.models import SubjectScore
from motcua.evaluation.queries import campaigns
from motcua.evaluation.rules.judging import grade
from motcua.evaluation.values.published import SubjectResult
from motcua.measurement.values.cards import League
from motcua.observatory.evaluating.results import leagues

NEARLY = "0.899999"
OF = a_set(manual("C", 100))


def nearly():
    return grade(OF, [], [answer("C", NEARLY)], facts={})


def test_points_that_are_sorted_by_do_not_reach_what_is_not_reached():
    assert nearly().grade == "B"
    assert str(points_of(nearly())) == "89.9999"
    assert str(points_of(replace(nearly(), total=Fraction(90)))) == "90"


def test_leagues_show_no_more_than_there_is(story):
    one = SubjectResult(
        agency="H26",
        name="Cần Thơ",
        league=League.PROVINCES,
        rank=1,
        result=nearly(),
        findings=0,
        figures=(),
        computed_at=story.at,
    )
    ((row,),) = [league["rows"] for league in leagues(OF, [one])]
    assert (row["grade"], row["points"]) == ("B", "89,99")


@pytest.mark.django_db
def test_the_board_shows_no_more_than_there_is(story):
    story.settled()
    SubjectScore.objects.update(grade="B", points=points_of(nearly()))
    rows = campaigns.board(viewer=story.leader, code=story.code, at=story.at).rows
    assert {(row.grade, row.points) for row in rows} == {("B", "89.99")}
