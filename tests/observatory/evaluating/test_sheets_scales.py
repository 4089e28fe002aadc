"""Scales as people answer them: every choice is read back as what it says."""

import pytest

from motcua.evaluation.queries.criteria import sets
from motcua.evaluation.rules.judging.scales import share_of
from motcua.evaluation.rules.reading_answers import read_answer
from motcua.evaluation.values.criteria import Method
from motcua.evaluation.values.worksheets import Typed
from motcua.observatory.evaluating import scales

ASKED = {
    f"{of.name} {one.code}": one
    for of in sets()
    for one in of.criteria
    if one.method in {Method.MANUAL, Method.DECLARED}
}


@pytest.mark.parametrize("one", ASKED.values(), ids=ASKED)
def test_every_choice_is_read_back_as_it_is_said(one):
    choices = scales.options(one.scale)
    shares = []
    for value, _words in choices:
        assert scales.chosen(one, Typed(value=value)) == value
        read, problem = read_answer(one, Typed(value=value))
        assert problem is None
        shares.append(share_of(one.scale, read))
    assert sorted(set(shares)) == sorted(shares)
    assert not shares or {0, 1} <= set(shares)
    assert len({words.vi for _value, words in choices}) == len(choices)


def test_what_was_typed_elsewhere_stands_as_the_step_it_reaches():
    level = ASKED["users-view/2024-placeholder TH.5"]
    assert scales.chosen(level, Typed(value="85 %")) == "3/5"
    assert [words.vi for _value, words in scales.options(level.scale)] == [
        "Chưa đạt (dưới 60 %)",
        "Trung bình (từ 60 %)",
        "Tốt (từ 90 %)",
    ]
    ratio = ASKED["qd-473/2024-placeholder HN.07"]
    assert scales.options(ratio.scale) == ()
    assert scales.chosen(ratio, Typed(value="99,5 %")) == "99,5 %"
