"""A bundle for tests: register a birth, then copy its certificate and register the child's stay."""

import re

from tests.procedures.changed import LIBRARY

from motcua.procedures.queries import library
from motcua.procedures.rules.services import Folder

BUNDLE = "9.000001"
BIRTH, RESIDENCE, EXTRACT = "1.001193", "1.004194", "2.000635"

WORKFLOW = """title: Điều phối hồ sơ liên thông
limit:
  duration: 3 ngày làm việc
intake:
  first_step: reception
  hand_over: automatic
  moves: [{move: accept}, {move: request_supplement}, {move: refuse}]
steps:
  - code: reception
    title: Tiếp nhận
    function: reception
    state: accepted
    budget: 0 giờ làm việc
    moves: [{move: hand_over, to: following}]
  - code: following
    title: Theo dõi các hồ sơ thành phần
    function: case_officer
    state: in_process
    budget: 24 giờ làm việc
    moves: [{move: resolve, to: done}]
  - code: done
    title: Trả kết quả
    function: reception
    state: resolved
    budget: 0 giờ làm việc
    moves: [{move: return_result}]
not_offered: [request_payment, withdraw]
"""
PARTS = """bundle:
  - service: 1.001193
    answers:
{copied}
  - service: 2.000635
    when: copies.count > 0
    answers:
      event.kind: '"birth"'
      event.for_whom: '"relative"'
      subject.relation: '"con"'
      subject.full_name: child.full_name
      subject.born_on: child.born_on
      applicant.full_name: applicant.full_name
      applicant.citizen_id: applicant.citizen_id
      applicant.phone: applicant.phone
      applicant.address: applicant.address
      register.commune: applicant.address
      copies.count: copies.count + 1
      fee.exemption: '"none"'
      result.delivery: '"counter"'
      declaration.truth: "true"
    after: [1.001193]
    results: {{register.number: "1.001193:number", register.on: "1.001193:date"}}
"""
FOLLOWED = """    expect:
      opened: [1.001193, 2.000635]
"""


def folder(*changes) -> Folder:
    """Give the bundle's folder, with texts of its procedure.yaml replaced: (old, new), …."""
    found = library.folder(LIBRARY / "procedures" / BIRTH / "v1")
    texts = dict(found.texts)
    fields = re.findall(
        r"^      - name: ([a-z_.]+)\n        type: (\w+)", texts["form.yaml"], re.MULTILINE
    )
    paths = [path for path, kind in fields if kind not in {"note", "computed"}]
    copied = "\n".join(f"      {path}: {path}" for path in paths)
    procedure = texts["procedure.yaml"].replace(f"code: {BIRTH}", f"code: {BUNDLE}", 1)
    procedure = procedure.replace("  vi: Đăng ký khai sinh\n", "  vi: Liên thông khai sinh\n", 1)
    procedure = procedure.replace("components:\n", f"{PARTS.format(copied=copied)}components:\n", 1)
    for old, new in changes:
        assert old in procedure, old
        procedure = procedure.replace(old, new, 1)
    answers = texts["scenarios.yaml"].split("scenarios:\n")[0].replace("count: 0", "count: 1")
    told = f"scenarios:\n  - name: Mở hai hồ sơ\n    at: 2025-12-01T08:30\n{FOLLOWED}"
    texts |= {
        "procedure.yaml": procedure,
        "workflow.yaml": WORKFLOW,
        "fees.yaml": "fees: []\n",
        "scenarios.yaml": answers + told,
    }
    return Folder(f"library/procedures/{BUNDLE}/v1", BUNDLE, 1, texts, found.profiles)
