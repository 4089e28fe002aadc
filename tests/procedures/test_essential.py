"""The 25 essential services of Đề án 06: all there, whole, printable, tested by their scenarios."""

from collections import Counter

import pytest
from tests.procedures.changed import LIBRARY, folder

from motcua.documents.queries import layouts
from motcua.kernel.definitions import read
from motcua.procedures.actions.publish import layout_problems, scenario_problems
from motcua.procedures.queries import library
from motcua.procedures.rules.services import read_service
from motcua.workflow.values import Move

LISTED = read((LIBRARY / "essential.yaml").read_text("utf-8"), name="essential.yaml").data
CODES = [one["code"] for one in LISTED["services"]]
PARTS_ONLY = ["1.008503", "9.000115", "9.000116", "9.000117"]
each = pytest.mark.parametrize("code", [*CODES, *PARTS_ONLY])


@pytest.fixture(scope="module")
def services():
    """Read each service once; a file with any problem is refused."""
    forms = library.forms_library(LIBRARY)
    return {code: read_service(folder(code), library=forms) for code in [*CODES, *PARTS_ONLY]}


def placed(service):
    """Give every question of a form, those of repeated rows among them."""
    fields = [*service.form.fields.values()]
    return [*fields, *(row for field in fields for row in field.rows)]


@pytest.mark.shows("O1")
@pytest.mark.shows("P2")
def test_all_twenty_five_are_listed_once_and_there(services):
    assert [one["number"] for one in LISTED["services"]] == list(range(1, 26))
    assert [code for code, times in Counter(CODES).items() if times > 1] == []
    assert set(CODES) <= set(services)


@pytest.mark.shows("CN07")
def test_the_bundles_are_those_two_and_what_they_open_is_in_the_library(services):
    bundled = {one["code"] for one in LISTED["services"] if one["bundle"]}
    assert {code for code in CODES if services[code].bundle} == bundled
    opened = {part.service for code in bundled for part in services[code].bundle}
    assert opened <= set(services)


@pytest.mark.shows("CN03")
@each
def test_every_scenario_holds_and_every_bundle_fits_what_it_opens(services, code):
    calendar, service = library.official_calendar(LIBRARY), services[code]
    of = folder(code)
    told = [*scenario_problems(of, service, calendar, children=services)]
    told += library.bundle_problems(
        of, {part.service: services[part.service] for part in service.bundle}
    )
    assert [str(problem) for problem in told] == []


@each
def test_scenarios_cover_the_way_through_a_supplement_and_a_refused_form(services, code):
    told = services[code].scenarios
    assert len(told) >= 6
    assert any(one.through and one.expect.state == "returned" for one in told)
    assert any(row.move is Move.REQUEST_SUPPLEMENT for one in told for row in one.moves)
    assert any(one.expect.errors or one.expect.refused for one in told)


@pytest.mark.shows("CN05")
@each
def test_a_form_asks_nothing_twice_and_says_why_it_asks_what_is_sensitive(services, code):
    mapped = Counter(
        field.field.map_to
        for field in services[code].form.fields.values()
        if getattr(field.field, "map_to", None)
    )
    assert [element for element, times in mapped.items() if times > 1] == []
    sensitive = [one for one in placed(services[code]) if getattr(one.field, "sensitive", False)]
    assert [one.path for one in sensitive if not (one.field.why and one.field.retention)] == []


@each
def test_what_is_not_confirmed_is_said(services, code):
    if code.startswith("9."):
        assert any("mã" in said.lower() for said in services[code].unconfirmed)


@each
def test_every_result_can_be_printed(services, code):
    assert {result.layout for result in services[code].results} <= layouts()


def test_a_result_without_a_layout_is_told_by_line(services):
    changed = folder(CODES[0], procedure=[("layout: ", "layout: no_such_")])
    service = read_service(changed, library=library.forms_library(LIBRARY))
    (problem,) = layout_problems(changed, service)
    assert problem.line == 1 + changed.texts["procedure.yaml"].split("layout: ")[0].count("\n")
    assert "no_such_" in problem.what.vi


def test_every_one_has_a_guide_in_plain_words():
    guides = {one.code: one.read() for one in library.guides(LIBRARY)}
    assert [code for code in [*CODES, *PARTS_ONLY] if code not in guides] == []
    thin = [
        code
        for code, guide in guides.items()
        if len(guide.steps) < 3 or len(guide.easy_read) < 3 or len(guide.questions) < 2
    ]
    assert thin == []
