"""A form is loaded whole, or refused with every fault in it and its line."""

from pathlib import Path

import pytest

from motcua.forms import rules
from motcua.kernel.definitions import DefinitionRefused

pytestmark = pytest.mark.once
FOLDER = Path(__file__).with_name("malformed")
EXPECTED = (FOLDER / "expected.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", EXPECTED, ids=[line.partition(".")[0] for line in EXPECTED])
def test_a_malformed_form_is_refused_with_its_line(line, library):
    name = line.partition(":")[0]
    with pytest.raises(DefinitionRefused) as refused:
        rules.load_bytes((FOLDER / name).read_bytes(), name=name, library=library)
    told = [str(problem) for problem in refused.value.problems]
    assert any(problem.startswith(line) for problem in told), told
    assert len(told) <= 5


def test_every_malformed_file_is_expected():
    assert {line.partition(":")[0] for line in EXPECTED} == {f.name for f in FOLDER.glob("*.yaml")}


def test_all_faults_are_told_at_once(library):
    text = """
title: T
pages:
- name: p
  title: P
  fields:
  - {type: choice, name: a, label: A}
  - {type: text, name: a, label: A}
  - {type: integer, name: b, label: B, min: 5, max: 2, required: has(q), visible: zz}
"""
    with pytest.raises(DefinitionRefused) as refused:
        rules.load(text, name="f", library=library)
    assert [(problem.line, problem.what.en) for problem in refused.value.problems] == [
        (7, "“a” takes options or list, exactly one"),
        (8, "field “a” stands twice (first in line 7)"),
        (9, "min (5) is more than max (2)"),
        (9, "“zz”: there is no field “zz”"),
        (9, "“has(q)”: there is no field “q”"),
    ]


def test_a_form_has_its_fields_at_their_paths(birth):
    assert list(birth.fields)[:4] == [
        "child.full_name",
        "child.sex",
        "child.born_on",
        "child.born_at",
    ]
    assert birth.fields["father.id"].conditions == ("has_father",)
    assert [inner.path for inner in birth.fields["siblings"].rows] == [
        "full_name",
        "born_on",
        "school",
    ]
    assert birth.page("papers").fields[0].type == "note"


def test_a_fit_form_has_nothing_to_mend(birth):
    assert rules.lint(birth) == ()


UNFIT = """
title: T
pages:
- name: p
  title: P
  fields:
  - {type: citizen_id, name: id, label: Số, sensitive: true}
  - {type: text, name: a, label: A, required: false}
  - {type: text, name: b, label: B, visible: a == 'x'}
  - {type: text, name: c, label: C, visible: has(a) && a == 'x'}
  - {type: text, name: d, label: D, pattern: '[A-Z]+', prefill: population}
- name: q
  title: Q
  fields:
  - {type: note, name: n, text: Không hỏi gì}
"""


def test_the_linter_tells_what_to_mend_before_publishing():
    form = rules.load(UNFIT, name="f.yaml")
    assert [problem.text("en") for problem in rules.lint(form)] == [
        "f.yaml:7: sensitive “id” does not say why it is asked; add “why: …”",
        "f.yaml:7: sensitive “id” has no retention; add “retention: 5 years”",
        "f.yaml:9: “a == 'x'” uses “a”, which may not be answered; write has(a) && …",
        "f.yaml:11: “d” is prefilled but not mapped to the dictionary; add “map_to: …”",
        "f.yaml:11: “d” has a pattern without words for it; add “pattern_hint: …”",
        "f.yaml:12: page “q” asks nothing; add a question or merge the page",
    ]


def test_the_lists_and_the_dictionary_of_the_library_are_whole(library):
    assert {code: len(found.options) for code, found in library.lists.items()} == {
        "ethnicities": 54,
        "nationalities": 249,
    }
    assert library.elements["person.full_name"].types == ("person_name",)
