"""Answers about one's own portal: read from a file, believed by their reason, told as such."""

from fractions import Fraction

import pytest

from motcua.evaluation.probes.registry import facts
from motcua.evaluation.queries.criteria import criteria_set
from motcua.evaluation.rules.answers_reading import read_answers
from motcua.evaluation.rules.judging import grade
from motcua.evaluation.values.scores import Standing
from motcua.kernel.definitions import DefinitionRefused

SET = "qd-473/2024-placeholder"
FILE = """by: Sở A
sets:
- set: qd-473/2024-placeholder
  answers:
  - criterion: CN.20
    value: 2
    reason: Có đủ danh mục.
    evidence: [docs/a.md]
  - criterion: HN.07
    value: 99,5 %
    reason: Nhật ký ba tháng.
  - criterion: EMC.04
    value: yes
    reason: Có gửi.
  - criterion: AT.14
    applies: false
    reason: Chưa vận hành.
"""


def given(text=FILE):
    return read_answers(text, name="a.yaml").of(criteria_set(SET))


def test_values_are_read_as_they_are_typed():
    assert [one.value for one in given()] == [Fraction(2), Fraction(199, 200), Fraction(1), None]
    assert [one.applies for one in given()] == [True, True, True, False]
    assert {one.by for one in given()} == {"Sở A"}


def test_what_is_declared_is_told_as_declared_with_what_shows_it():
    result = grade(criteria_set(SET), (), given(), facts=facts())
    scores = {one.code: one for one in result.criteria}
    told = scores["CN.20"].because.vi
    assert "Sở A tự khai, chưa ai kiểm chứng: đầy đủ. Có đủ danh mục." in told
    assert "docs/a.md" in told
    assert scores["AT.14"].standing is Standing.NOT_APPLICABLE
    assert "Chưa vận hành" in scores["AT.14"].because.vi


def test_without_a_value_it_stays_open_and_says_why():
    result = grade(criteria_set(SET), (), given(FILE.replace("    value: 2\n", "")), facts=facts())
    open_one = next(one for one in result.criteria if one.code == "CN.20")
    assert open_one.standing is Standing.OPEN
    assert "để ngỏ. Có đủ danh mục" in open_one.because.vi


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        ("CN.20", "CN.99", "a.yaml:5: CN.99: không có trong"),
        ("CN.20", "CN.01", "a.yaml:5: CN.01: máy đo tiêu chí này"),
        ("value: 2", "value: hai", "a.yaml:5: CN.20: Bạn hãy ghi một số"),
        ("EMC.04", "CN.20", "a.yaml:12: CN.20: được trả lời hai lần"),
        ("    reason: Có gửi.\n", "", "a.yaml:12"),
        ("applies: false", "aplies: false", "a.yaml:16"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_line(wrong, right, says):
    with pytest.raises(DefinitionRefused) as refused:
        given(FILE.replace(wrong, right))
    assert says in refused.value.sentence.vi
