"""Our own portal keeps the grade that we publish, by the tool and the criteria of everybody."""

import pytest
from tests.own_audit import PUBLISHED, SETS, audited, published
from tests.own_portal import own_portal

pytestmark = [pytest.mark.journey, pytest.mark.beside]
AGAIN = "what is published is stale: python -m tests.own_audit --write"


@pytest.fixture(scope="module")
def fares(tmp_path_factory):
    home = tmp_path_factory.mktemp("own")
    with own_portal(home / "portal") as portal:
        return audited(portal, home / "audit")


def test_it_is_of_grade_a_with_every_automatic_criterion_measured(fares):
    first = SETS[0]
    by_probe = [one for one in fares.criteria(first) if one["method"] == "automatic"]
    assert len(by_probe) > 50
    unseen = {one["code"]: one["standing"] for one in by_probe if one["standing"] != "judged"}
    assert unseen == {"AT.10": "not_applicable"}  # It answers no plain HTTP at all.
    assert fares.grades[first] == "A"


def test_more_than_half_is_good_from_the_users_side(fares):
    criteria = fares.criteria(SETS[1])
    good = [one["code"] for one in criteria if one.get("level") == "good"]
    assert len(good) * 2 > len(criteria)


def test_what_is_published_is_so_today(fares):
    told = published()
    assert fares.grades == told["grades"], AGAIN
    assert fares.faults == told["faults"], AGAIN
    assert fares.summary()["standing"] == told["standing"], AGAIN


def test_the_page_names_every_fault_and_the_report_is_no_burden(fares):
    page = (PUBLISHED / "README.md").read_text("utf-8")
    assert [key for key in fares.faults if f"`{key}`" not in page] == []
    assert (PUBLISHED / "report.html").stat().st_size < 400_000
