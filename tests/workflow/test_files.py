"""Reading workflows and profiles, and everything that is refused, with its line."""

import pytest
from tests.workflow.example import PROFILE, WORKFLOW, definition, profile

from motcua.kernel.calendar import Duration, Unit
from motcua.kernel.definitions import DefinitionRefused
from motcua.workflow import rules
from motcua.workflow.values import Function, HandOver, Move, Source, State

pytestmark = pytest.mark.once


def _line(text, of):
    """Give the line on which `of` stands in the text."""
    return text[: text.index(of)].count("\n") + 1


def test_a_workflow_is_read_whole():
    process = definition()
    assert [step.code for step in process.steps] == [
        "reception",
        "appraisal",
        "approval",
        "sealing",
        "counter",
    ]
    assert process.limit.duration == Duration(3, Unit.WORKING_DAY)
    assert process.limit.source is Source.CONFIRMED
    assert process.intake.hand_over is HandOver.AUTOMATIC
    appraisal = process.step("appraisal")
    assert (appraisal.function, appraisal.state) == (Function.CASE_OFFICER, State.IN_PROCESS)
    assert appraisal.move(Move.PROPOSE).to == "approval"
    assert rules.lint(process) == ()


def test_a_profile_is_read_whole():
    under = profile()
    assert (under.supplements, under.extensions) == (1, 1)
    assert under.reply == Duration(15, Unit.WORKING_DAY)
    assert under.intake_alert == Duration(2, Unit.WORKING_HOUR)


SAME_DAY = (("duration: 3 ngày làm việc", "duration: trong ngày\n  cutoff: 15:00"),)
IN_HOURS = (
    ("budget: 1 buổi", "budget: 0 buổi"),
    ("budget: 3 buổi", "budget: 1 giờ làm việc"),
    ("budget: 1 buổi", "budget: 1 giờ làm việc"),
    ("budget: 1 buổi", "budget: 0 buổi"),
)


def test_a_same_day_limit_leaves_two_hours_after_three_in_the_afternoon():
    process = definition(*SAME_DAY, *IN_HOURS)
    assert process.limit.same_day
    (way,) = rules.ways_to_result(process)
    assert [step.budget.amount for step in way] == [0, 1, 1, 0, 0]


MALFORMED = [
    pytest.param(
        [("budget: 3 buổi", "budget: 2 buổi")],
        "duration: 3",
        "cộng lại là 20 giờ làm việc, thời hạn chung là 24 giờ làm việc",
        id="budgets short",
    ),
    pytest.param(
        [("budget: 3 buổi", "budget: 9 buổi")], "duration: 3", "cộng lại là 48", id="budgets over"
    ),
    pytest.param(
        [*SAME_DAY, IN_HOURS[0], ("budget: 3 buổi", "budget: 3 giờ làm việc"), *IN_HOURS[2:]],
        "duration: trong",
        "là 4 giờ làm việc, thời hạn chung là 2 giờ làm việc",
        id="same-day budgets over",
    ),
    pytest.param(
        [("budget: 3 buổi", "budget: 3 ngày làm việc")],
        "budget: 3 ngày",
        "đơn vị không dùng cho bước",
        id="budget in days",
    ),
    pytest.param(
        [("budget: 3 buổi", "budget: 3")], "budget: 3\n", "không hiểu thời hạn", id="no unit"
    ),
    pytest.param(
        [("budget: 3 buổi", "budget: 3 giờ")],
        "budget: 3 giờ",
        "không hiểu thời hạn",
        id="hours that do not say working",
    ),
    pytest.param(
        [("function: case_officer", "function: casse_officer")],
        "function: casse",
        "có phải bạn muốn viết “case_officer”?",
        id="unknown function",
    ),
    pytest.param(
        [("function: case_officer", "function: applicant")],
        "function: applicant",
        "người nộp không thể giữ một bước",
        id="a step of the applicant",
    ),
    pytest.param(
        [("to: approval\n        guards", "to: aproval\n        guards")],
        "to: aproval",
        "không có bước “aproval”",
        id="unknown step",
    ),
    pytest.param(
        [("to: counter", "to: approval")],
        "to: approval\n      - move: send_back\n        to: approval",
        "resolve không thể dẫn đến bước ở trạng thái in_process",
        id="resolved without an end",
    ),
    pytest.param(
        [("move: approve\n        to: sealing", "move: approve\n        to: appraisal")],
        "- code: sealing",
        "không thao tác nào dẫn đến bước “sealing”",
        id="unreachable step",
    ),
    pytest.param(
        [("      - move: return_result\n", "      - move: approve\n        to: counter\n")],
        "- move: approve\n        to: counter",
        "approve không thuộc về bước ở trạng thái resolved",
        id="a move of another state",
    ),
    pytest.param(
        [("state: accepted", "state: supplement")],
        "state: supplement",
        "một bước không thể ở trạng thái supplement",
        id="a step in a waiting state",
    ),
    pytest.param(
        [("first_step: reception", "first_step: appraisal")],
        "first_step: appraisal",
        "bước đầu phải có state: accepted",
        id="first step not at the desk",
    ),
    pytest.param(
        [("first_step: reception", "first_step: desk")],
        "first_step: desk",
        "không có bước “desk”",
        id="no first step",
    ),
    pytest.param(
        [("    - move: refuse\n", "")],
        "moves:\n    - move: accept",
        "bộ phận tiếp nhận thiếu refuse",
        id="a desk that cannot refuse",
    ),
    pytest.param(
        [("  - code: approval", "  - code: appraisal")],
        "code: appraisal\n    title: Duyệt",
        "mã “appraisal” dùng hai lần",
        id="step twice",
    ),
    pytest.param(
        [("      - move: stop\n", "      - move: stop\n        to: counter\n")],
        "to: counter\n  - code: approval",
        "stop không dẫn đến bước nào",
        id="to where none is",
    ),
    pytest.param(
        [("      - move: hand_over\n        to: appraisal", "      - move: hand_over")],
        "- move: hand_over",
        "hand_over thiếu “to”",
        id="no to",
    ),
    pytest.param(
        [("steps:\n", "not_offered: [accept]\nsteps:\n")],
        "not_offered",
        "accept không thể bị bỏ",
        id="withheld acceptance",
    ),
    pytest.param(
        [("steps:\n", "not_offered: [stop]\nsteps:\n")],
        "not_offered",
        "vừa bị bỏ vừa được khai",
        id="withheld and listed",
    ),
    pytest.param(
        [("guards: [fee_paid]", "guards: [fee_payed]")],
        "guards: [fee_payed]",
        "có phải bạn muốn viết “fee_paid”?",
        id="unknown guard",
    ),
    pytest.param(
        [("      - move: stop\n", "      - move: stop\n      - move: stop\n")],
        "- move: stop\n  - code: approval",
        "có stop hai lần",
        id="move twice",
    ),
    pytest.param(
        [("    budget: 3 buổi\n", "")], "- code: appraisal", "thiếu khóa “budget”", id="no budget"
    ),
    pytest.param(
        [("title: Thẩm định", "titel: Thẩm định")],
        "titel",
        "có phải bạn muốn viết “title”?",
        id="misspelt key",
    ),
    pytest.param(
        [("  duration: 3 ngày làm việc\n", "  duration: 3 ngày làm việc\n  cutoff: 15 giờ\n")],
        "cutoff",
        "15:00",
        id="cutoff that is no time",
    ),
]


@pytest.mark.parametrize(("changes", "where", "told"), MALFORMED)
def test_what_is_malformed_is_refused_with_its_line(changes, where, told):
    text = WORKFLOW
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    with pytest.raises(DefinitionRefused) as refusal:
        rules.load(text, name="workflow.yaml", profile=profile())
    lines = refusal.value.sentence.vi.split("\n")
    place = f"workflow.yaml:{_line(text, where)}: "
    assert any(line.startswith(place) and told in line for line in lines), "\n".join(lines)
    assert all("; " in line for line in lines)


def test_steps_in_a_circle_are_told():
    text = WORKFLOW.replace("- move: extend", "- move: forward\n        to: approval").replace(
        "        to: appraisal\n  - code: sealing",
        "        to: appraisal\n      - move: forward\n        to: appraisal\n  - code: sealing",
    )
    with pytest.raises(DefinitionRefused) as refusal:
        rules.load(text, name="workflow.yaml", profile=profile())
    assert "các bước đi vòng tròn về “appraisal”" in refusal.value.sentence.vi


def test_a_form_the_profile_does_not_have_is_told():
    older = profile(forms=(", stop_notice]", "]"))
    with pytest.raises(DefinitionRefused) as refusal:
        definition(of=older)
    line = _line(WORKFLOW, "- move: stop")
    assert f"workflow.yaml:{line}: stop phát hành mẫu stop_notice" in refusal.value.sentence.vi


def test_what_was_published_is_not_held_to_the_linter():
    text = WORKFLOW.replace("budget: 3 buổi", "budget: 2 buổi")
    kept = rules.load(text, name="workflow.yaml", profile=profile(), published=True)
    assert len(rules.lint(kept)) == 1


def test_every_problem_is_told_at_once():
    text = WORKFLOW.replace("function: leader", "function: applicant").replace(
        "first_step: reception", "first_step: desk"
    )
    with pytest.raises(DefinitionRefused) as refusal:
        rules.load(text, name="workflow.yaml", profile=profile())
    assert len(refusal.value.problems) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("valid_from: 2025-07-01", "valid_from: 2025-07-01\nvalid_to: 2025-06-30", "hết hiệu lực"),
        ("rule: restart", "rule: forget", "rule"),
        ("reply: 15 ngày làm việc", "reply: 15", "không hiểu thời hạn"),
        ("extensions: 1", "extensions: 1\nunconfirmed: [suplement]", "suplement"),
        ("[receipt_appointment", "[receipt", "receipt"),
        ("code: vn-2025", "code: VN2025", "code"),
        ("at_most: 1", "at_most: -1", "at_most"),
    ],
)
def test_a_malformed_profile_is_refused(old, new, told):
    assert old in PROFILE
    with pytest.raises(DefinitionRefused) as refusal:
        rules.load_profile(PROFILE.replace(old, new), name="profiles/vn-2025.yaml")
    assert "profiles/vn-2025.yaml:" in refusal.value.sentence.vi
    assert told in refusal.value.sentence.vi
