"""The scenarios of the library hold, and one that does not hold says how."""

import re
from pathlib import Path

import pytest

from motcua.kernel.definitions import DefinitionRefused
from motcua.procedures.queries import library
from motcua.procedures.rules.scenarios import required_components, run
from motcua.procedures.rules.services import Folder, read_service

pytestmark = pytest.mark.once

LIBRARY = Path(__file__).parents[2] / "library"
CODES = ("1.001193", "1.004194", "2.000635")


def _service(code, **changes):
    """Read a procedure of the library, with texts of its files replaced: file=(old, new)."""
    found = library.folder(LIBRARY / "procedures" / code / "v1")
    texts = dict(found.texts)
    for file, (old, new) in changes.items():
        name = f"{file}.yaml"
        assert old in texts[name]
        texts[name] = texts[name].replace(old, new, 1)
    changed = Folder(found.name, found.code, found.version, texts, found.profiles)
    return read_service(changed, library=library.forms_library(LIBRARY))


def _outcomes(service):
    return run(service, library.official_calendar(LIBRARY))


@pytest.mark.parametrize("code", CODES)
def test_every_scenario_of_the_library_holds(code):
    outcomes = _outcomes(_service(code))
    assert len(outcomes) >= 10
    assert {o.scenario: [p.vi for p in o.problems] for o in outcomes if not o.holds} == {}


@pytest.mark.parametrize("code", CODES)
def test_the_library_says_what_is_not_confirmed(code):
    service = _service(code)
    assert service.unconfirmed
    assert service.profile == "vn-2025"


def test_the_limits_of_the_domain_stand_in_the_library():
    birth, residence, extract = (_service(code) for code in CODES)
    assert birth.workflow.limit.same_day
    assert f"{birth.workflow.limit.cutoff:%H:%M}" == "15:00"
    assert birth.workflow.alternative("verification").duration.text() == "3 ngày làm việc"
    assert residence.workflow.limit.duration.text() == "3 ngày làm việc"
    assert residence.fees.rules[0].amount == 7000
    assert extract.fees.rules[0].amount == 8000


@pytest.mark.parametrize(
    ("file", "change", "told"),
    [
        (
            "fees",
            ("amount: 8000", "amount: 9000"),
            "phải nộp 9.000 đ, kịch bản chờ 8.000 đ",
        ),
        (
            "scenarios",
            ("due: 2025-12-01T17:00", "due: 2025-12-02T17:00"),
            "hẹn trả 17:00 thứ Hai 01/12/2025, kịch bản chờ 17:00 thứ Ba 02/12/2025",
        ),
        (
            "scenarios",
            ("forms: [receipt_appointment]", "forms: [receipt_appointment, refusal]"),
            "mẫu phát hành: receipt_appointment; kịch bản chờ: receipt_appointment, refusal",
        ),
        (
            "scenarios",
            ("path: [reception, search,", "path: [search, reception,"),
            "các bước: reception, search, signing, return_of_result",
        ),
        ("scenarios", ("state: returned", "state: resolved"), "trạng thái returned"),
        ("scenarios", ("components: []", "components: [authorisation]"), "giấy tờ: ∅"),
        (
            "scenarios",
            ('applicant.phone: "0912345678"', 'applicant.phone: "0"'),
            "applicant.phone: ",
        ),
    ],
)
def test_a_scenario_that_does_not_hold_says_how(file, change, told):
    outcomes = _outcomes(_service("2.000635", **{file: change}))
    first = next(outcome for outcome in outcomes if not outcome.holds)
    assert any(told in sentence.vi for sentence in first.problems), first.problems
    assert all(sentence.en for sentence in first.problems)


def test_a_move_that_should_be_refused_and_is_not_is_told():
    change = ("state: refused\n", "refused: refuse\n")
    (failed,) = [o for o in _outcomes(_service("2.000635", scenarios=change)) if not o.holds]
    assert [sentence.vi for sentence in failed.problems] == ["refuse không bị từ chối"]


def test_papers_follow_the_answers():
    service = _service("1.001193")
    asked = {
        kind: [c.code for c in required_components(service, _proof(kind), channel="self_service")]
        for kind in ("electronic", "notice", "witness", "pledge")
    }
    assert asked == {
        "electronic": [],
        "notice": ["birth_notice"],
        "witness": ["witness_statement"],
        "pledge": ["birth_pledge"],
    }


def test_what_stands_in_a_database_is_never_asked_on_paper():
    for code in CODES:
        for paper in _service(code).components:
            assert not (paper.available_in_database and paper.originals + paper.certified)


def test_no_file_of_the_library_names_a_person_by_a_real_looking_contact():
    for path in (LIBRARY / "procedures").rglob("*.yaml"):
        assert not re.search(r"@(gmail|yahoo)\.", path.read_text("utf-8"))


def test_a_missing_file_is_told():
    found = library.folder(LIBRARY / "procedures" / "2.000635" / "v1")
    texts = {name: text for name, text in found.texts.items() if name != "fees.yaml"}
    short = Folder(found.name, found.code, found.version, texts, found.profiles)
    with pytest.raises(DefinitionRefused, match=r"fees\.yaml:1: thiếu tệp này"):
        read_service(short, library=library.forms_library(LIBRARY))


def _proof(kind):
    return {"proof.kind": kind, "applicant.relation": "mother"}
