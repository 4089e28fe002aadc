"""What can be applied for here is declared once, again where it changed, ended where it went."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories import dossiers as given

from motcua.measurement.actions.supplying import declare_own_supply
from motcua.measurement.models import lake
from motcua.measurement.values import Level
from motcua.measurement.values.offered import Offered
from motcua.observatory import supplied

AT = datetime(2026, 3, 16, 3, tzinfo=UTC)
ONE = Offered("H26", "1.001193", Level.FULL, has_fee=False, essential=True, since=date(2026, 1, 1))
OTHER = replace(ONE, procedure="1.004194", level=Level.PARTIAL)


@pytest.fixture
def home(settings, tmp_path):
    settings.MEASUREMENT = tmp_path / "measurement"
    settings.LAKE = str(settings.MEASUREMENT / "lake")


def held(on):
    """Give what the lake says is offered on a day: procedure → level."""
    rows = (
        lake.here()
        .connection()
        .execute(
            "SELECT procedure, level FROM supply WHERE valid_from <= $on"
            " AND (valid_to IS NULL OR valid_to >= $on)",
            {"on": on},
        )
        .fetchall()
    )
    return dict(rows)


def test_only_changes_are_declared(home):
    later = AT + timedelta(days=10)
    numbers = [
        declare_own_supply([ONE, OTHER], at=AT),
        declare_own_supply([ONE, OTHER], at=AT),
        declare_own_supply([replace(ONE, level=Level.PARTIAL)], at=later),
    ]

    assert numbers == [2, 0, 2]
    assert held(date(2026, 2, 1)) == {"1.001193": "full", "1.004194": "partial"}
    assert held(date(2026, 3, 25)) == {"1.001193": "full", "1.004194": "partial"}
    assert held(date(2026, 3, 26)) == {"1.001193": "partial"}


def test_published_services_are_offered_by_who_settles_them(db):
    given.country()
    given.services()
    found = list(supplied.offered(date(2026, 3, 16)))

    birth = [one for one in found if one.procedure == "1.001193"]
    assert [(one.agency, one.level, one.essential) for one in birth] == [
        ("H26.00070", Level.FULL, True)
    ]
    assert {one.procedure for one in found} == {"1.001193", "1.004194", "2.000635"}
