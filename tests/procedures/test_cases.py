"""Cases of a procedure: papers, fees and limits of their own, chosen by the answers."""

import pytest
from tests.procedures.changed import LIBRARY, folder, read_changed

from motcua.kernel.definitions import DefinitionRefused
from motcua.procedures.actions.publish import check
from motcua.procedures.queries import library
from motcua.procedures.rules import cases, fees
from motcua.procedures.rules.scenarios import required_components, run
from motcua.procedures.values import Channel

EXTRACT = "2.000635"
CASES = """cases:
  - code: many
    name: {vi: Từ năm bản sao, en: Five copies or more}
    when: copies.count >= 5
  - code: few
    name: {vi: Dưới năm bản sao, en: Fewer than five copies}
components:
"""
LIMITS = """limits:
  - case: many
    duration: 3 ngày làm việc
    online: 2 ngày làm việc
alternatives:
"""
WITH_CASES = {"procedure": [("components:\n", CASES)], "workflow": [("alternatives:\n", LIMITS)]}
MANY = {"copies.count": 5}


@pytest.fixture(scope="module")
def service():
    changes = WITH_CASES | {"fees": [("amount: 8000", "amount: \"case == 'many' ? 6000 : 8000\"")]}
    changes["procedure"] = [
        ("components:\n", CASES),
        ('required: event.for_whom == "authorised"', 'required: case == "many" && !online'),
    ]
    return read_changed(EXTRACT, **changes)


@pytest.mark.shows("CN03")
@pytest.mark.shows("O1")
def test_answers_choose_the_case(service):
    chosen = [cases.case_code(service, {"copies.count": n}, channel="counter") for n in (1, 5)]
    assert chosen == ["few", "many"]
    assert service.case("many").name.en == "Five copies or more"


def test_fees_and_papers_follow_case_and_channel(service):
    def papers(channel):
        return [c.code for c in required_components(service, MANY, channel=channel)]

    assert fees.total(fees.owed(service, MANY, channel=Channel.COUNTER)) == 30_000
    assert fees.total(fees.owed(service, {"copies.count": 1}, channel=Channel.COUNTER)) == 8000
    assert papers(Channel.COUNTER) == ["authorisation"]
    assert papers(Channel.OFFICER_ASSISTED) == []


@pytest.mark.parametrize(
    ("case", "channel", "expected"),
    [
        ("many", Channel.COUNTER, "3 ngày làm việc"),
        ("many", Channel.SELF_SERVICE, "2 ngày làm việc"),
        ("few", Channel.SELF_SERVICE, "0 ngày làm việc"),
        ("", Channel.COUNTER, "0 ngày làm việc"),
    ],
)
def test_a_case_has_its_own_limit_and_another_one_online(service, case, channel, expected):
    limit = cases.limit_of(service, case=case, channel=channel)
    assert limit.duration.text() == expected


def test_scenarios_expect_the_case_and_its_deadline():
    told = WITH_CASES | {
        "scenarios": [("    expect:\n      fee: 40000", _expecting("many", "2025-12-03T17:00"))]
    }
    outcomes = run(read_changed(EXTRACT, **told), library.official_calendar(LIBRARY))
    assert [o.scenario for o in outcomes if not o.holds] == []


def test_a_scenario_in_another_case_is_told():
    told = WITH_CASES | {
        "scenarios": [("    expect:\n      fee: 40000", _expecting("few", "2025-12-03T17:00"))]
    }
    outcomes = run(read_changed(EXTRACT, **told), library.official_calendar(LIBRARY))
    (failed,) = [o for o in outcomes if not o.holds]
    assert [p.vi for p in failed.problems] == ["trường hợp: many; kịch bản chờ: few"]


def _expecting(case, due):
    return f"    expect:\n      case: {case}\n      due: {due}\n      fee: 40000"


def test_a_case_that_no_scenario_reaches_is_told():
    beyond = CASES.replace("copies.count >= 5", "copies.count >= 5000")
    changed = WITH_CASES | {"procedure": [("components:\n", beyond)]}
    with pytest.raises(DefinitionRefused) as refused:
        check(folder(EXTRACT, **changed), LIBRARY)
    told = [problem.what.vi for problem in refused.value.problems]
    assert any("trường hợp many" in what and "không kịch bản nào" in what for what in told)


@pytest.mark.parametrize(
    ("file", "change", "what", "remedy"),
    [
        (
            "procedure",
            ("    when: copies.count >= 5\n", ""),
            "không bao giờ đến trường hợp “few”",
            "chỉ trường hợp cuối được bỏ “when”",
        ),
        ("procedure", ("code: few", "code: many"), "“many” có hai lần", "hãy đặt tên khác"),
        ("procedure", ("copies.count >= 5", "copies.count"), "cho ra số nguyên", "cần"),
        ("procedure", ("copies.count >= 5", 'case == "few"'), "“case”", ""),
        ("workflow", ("case: many", "case: lots"), "không có “lots”", "many, few"),
        (
            "workflow",
            ("limits:\n", "limits:\n  - {case: many, duration: 1 ngày làm việc}\n"),
            "mã “many” dùng hai lần",
            "hãy đặt mã khác",
        ),
        (
            "scenarios",
            ("expect:\n      fee: 40000", "expect:\n      case: lots"),
            "không có “lots”",
            "many, few",
        ),
    ],
)
def test_the_linter_names_what_cases_get_wrong(file, change, what, remedy):
    changes = {name: list(rows) for name, rows in WITH_CASES.items()}
    changes.setdefault(file, []).append(change)
    with pytest.raises(DefinitionRefused) as refused:
        read_changed(EXTRACT, **changes)
    found = [p for p in refused.value.problems if what in p.what.vi]
    assert found, [problem.what.vi for problem in refused.value.problems]
    assert remedy in found[0].remedy.vi
    assert found[0].file.endswith(".yaml")
