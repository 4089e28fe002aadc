"""What is owed, line by line."""

import pytest

from motcua.forms import rules as forms
from motcua.kernel.definitions import parse, read
from motcua.procedures.rules import fees
from motcua.procedures.rules.services.building import schedule
from motcua.procedures.rules.services.expressions import Expressions
from motcua.procedures.rules.services.files import FeesFile
from motcua.procedures.values.services import Channel, FeeKind
from motcua.workflow.values import Source

pytestmark = pytest.mark.once

FORM = """\
title: Tờ khai thử
pages:
  - name: only
    title: Trang
    fields:
      - {name: copies.count, type: integer, label: Số bản, min: 0, max: 99}
      - {name: pages.count, type: integer, label: Số trang, required: false}
      - name: fee.exemption
        type: choice
        label: Miễn
        options: [{value: none, label: Không}, {value: poor, label: Hộ nghèo}]
"""
FEES = """\
fees:
  - code: copy
    name: {vi: Phí bản sao, en: Charge for copies}
    kind: charge
    amount: 8000
    quantity: copies.count
    legal_basis: Thông tư 281/2016/TT-BTC
  - code: online
    name: Lệ phí trực tuyến
    kind: fee
    amount: 7000
    when: online
    legal_basis: Thông tư 75/2022/TT-BTC
  - code: in_person
    name: Lệ phí trực tiếp
    kind: fee
    amount: 15000
    when: channel == "counter" || !online
    legal_basis: Thông tư 75/2022/TT-BTC
    source: unconfirmed
  - code: stamped
    name: Phí đóng dấu
    kind: charge
    amount: "pages.count > 2 ? 1000 : 2000"
    quantity: pages.count
    when: has(pages.count)
    legal_basis: Thông tư thử
exemptions:
  - code: poor
    name: Hộ nghèo
    when: fee.exemption == "poor"
    fees: [online, in_person]
    legal_basis: Luật thử
"""


def _schedule(text=FEES):
    form = forms.load(FORM, name="form.yaml")
    document = read(text, name="fees.yaml")
    expressions = Expressions.over(forms.variables_of(form.fields), document)
    made = schedule(parse(document, FeesFile), expressions)
    assert not expressions.problems
    return made


def _owed(answers, channel=Channel.SELF_SERVICE):
    lines = fees.compute(_schedule(), {"fee.exemption": "none", **answers}, channel=channel)
    return [(line.code, line.quantity, line.amount) for line in lines]


def test_a_line_multiplies_its_amount():
    (copies, _) = fees.compute(_schedule(), {"copies.count": 3, "fee.exemption": "none"})
    assert (copies.quantity, copies.unit_amount, copies.amount) == (3, 8000, 24000)
    assert (copies.kind, copies.legal_basis) == (FeeKind.CHARGE, "Thông tư 281/2016/TT-BTC")
    assert copies.name.en == "Charge for copies"
    assert copies.source is Source.CONFIRMED


@pytest.mark.parametrize(
    ("answers", "channel", "expected"),
    [
        ({"copies.count": 0}, "self_service", [("online", 1, 7000)]),
        ({"copies.count": 0}, "officer_assisted", [("online", 1, 7000)]),
        ({"copies.count": 0}, "volunteer_assisted", [("online", 1, 7000)]),
        ({"copies.count": 0}, "counter", [("in_person", 1, 15000)]),
        ({"copies.count": 0}, "post", [("in_person", 1, 15000)]),
        ({"copies.count": 0, "fee.exemption": "poor"}, "self_service", []),
        ({"copies.count": 1, "fee.exemption": "poor"}, "self_service", [("copy", 1, 8000)]),
        (
            {"copies.count": 0, "fee.exemption": "poor", "pages.count": 2},
            "counter",
            [("stamped", 2, 4000)],
        ),
        (
            {"copies.count": 0, "fee.exemption": "poor", "pages.count": 5},
            "counter",
            [("stamped", 5, 5000)],
        ),
    ],
)
def test_lines_by_answers_and_channel(answers, channel, expected):
    assert _owed(answers, channel) == expected


def test_an_unconfirmed_amount_says_so():
    lines = fees.compute(_schedule(), {"copies.count": 0}, channel="counter")
    assert [line.source for line in lines] == [Source.UNCONFIRMED]


def test_an_amount_nobody_can_work_out_is_refused():
    with pytest.raises(fees.FeeRefused, match="Phí bản sao"):
        fees.compute(_schedule(), {"fee.exemption": "none"})


def test_the_total_adds_up():
    lines = fees.compute(_schedule(), {"copies.count": 2, "fee.exemption": "none"})
    assert fees.total(lines) == 23000
    assert fees.total(()) == 0


def test_nothing_is_owed_where_there_is_no_schedule():
    assert fees.compute(_schedule("fees: []\n"), {}) == ()
