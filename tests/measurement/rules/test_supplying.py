"""Tables of services: read whole, or refused at the line that is wrong."""

import json
from datetime import date

import pytest

from motcua.measurement.rules.supplying import SupplyRefused, read_supply

HEAD = "agency,procedure,level,has_fee,essential,valid_from,valid_to\n"
ROW = {
    "agency": "H26.01", "procedure": "1.004194", "level": "full", "has_fee": True,
    "essential": False, "valid_from": date(2026, 1, 1), "valid_to": None,
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}H26.01,1.004194,full,1,0,2026-01-01,\n",
        f"\ufeff{HEAD}H26.01,1.004194.000.00.00.H26,Toàn trình,có,không,01/01/2026,\n",
        HEAD.replace(",", ";") + "H26.01;1.004194;full;true;;2026-01-01;\n",
        json.dumps([{**ROW, "valid_from": "2026-01-01"}]),
        json.dumps({**ROW, "has_fee": 1, "valid_from": "2026-01-01"}),
    ],
)
def test_a_table_is_read_however_it_is_written(text):
    assert read_supply(text) == [ROW]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("agency,level\n", "procedure, valid_from"),
        (f"{HEAD}H26.01,1.004194,full,1,0,2026-01-01,\n,1.0,full,1,0,2026-01-01,\n", "Line 3"),
        (f"{HEAD}H26.01,079199001234,full,1,0,2026-01-01,\n", "Line 2, procedure"),
        (f"{HEAD}H26.01,1.004194,gần như,1,0,2026-01-01,\n", "Line 2, level"),
        (f"{HEAD}H26.01,1.004194,full,vâng,0,2026-01-01,\n", "Line 2, has_fee"),
        (f"{HEAD}H26.01,1.004194,full,1,0,2026-02-30,\n", "Line 2, valid_from"),
        (f"{HEAD}H26.01,1.004194,full,1,0,2026-02-01,2026-01-01\n", "Line 2, valid_to"),
        ("[1]", "Line 1"),
        ("[", "cannot be read"),
    ],
)
def test_what_is_wrong_is_named(text, said):
    with pytest.raises(SupplyRefused) as refused:
        read_supply(text)

    assert said in refused.value.sentence.en
