"""A small internal process with every kind of move, and the profile it stands under."""

from motcua.workflow import rules

PROFILE = """\
code: vn-2025
title: Quy định thử
valid_from: 2025-07-01
legal_basis: [Nghị định 118/2025/NĐ-CP]
supplement:
  rule: restart
  at_most: 1
  reply: 15 ngày làm việc
intake:
  alert: 2 giờ làm việc
  decide: 8 giờ làm việc
after_hours: 17:00
extensions: 1
forms: [receipt_appointment, supplement_request, refusal, apology_extension, stop_notice]
"""

WORKFLOW = """\
title: Quy trình thử
limit:
  duration: 3 ngày làm việc
alternatives:
  - code: verification
    duration: 10 ngày làm việc
intake:
  first_step: reception
  hand_over: automatic
  moves:
    - move: accept
    - move: request_supplement
    - move: refuse
steps:
  - code: reception
    title: Tiếp nhận
    function: reception
    state: accepted
    budget: 1 buổi
    moves:
      - move: hand_over
        to: appraisal
  - code: appraisal
    title: Thẩm định
    function: case_officer
    state: in_process
    budget: 3 buổi
    moves:
      - move: propose
        to: approval
        guards: [components_reviewed]
      - move: request_supplement
      - move: request_payment
      - move: extend
      - move: stop
  - code: approval
    title: Duyệt
    function: leader
    state: in_process
    budget: 1 buổi
    moves:
      - move: approve
        to: sealing
        guards: [result_ready]
      - move: send_back
        to: appraisal
  - code: sealing
    title: Đóng dấu
    function: clerk
    state: in_process
    budget: 1 buổi
    moves:
      - move: resolve
        to: counter
      - move: send_back
        to: approval
  - code: counter
    title: Trả kết quả
    function: reception
    state: resolved
    budget: 0 buổi
    moves:
      - move: return_result
        guards: [fee_paid]
"""


def profile(**lines):
    """Read the profile, with `key: value` lines of the text replaced."""
    text = PROFILE
    for old, new in lines.values():
        text = _replaced(text, old, new)
    return rules.load_profile(text, name="vn-2025.yaml")


def definition(*changes, of=None):
    """Read the workflow, with pieces of its text replaced: pairs of (old, new)."""
    text = WORKFLOW
    for old, new in changes:
        text = _replaced(text, old, new)
    return rules.load(text, name="workflow.yaml", profile=of or profile())


def _replaced(text, old, new):
    assert text.count(old) >= 1, f"{old!r} is not in the text"
    return text.replace(old, new, 1)
