"""What machines read of an audit."""

import csv
import io
import json

import pytest
from tests.factories.audits import FORM, HOME, audited, judged, place, seen

from motcua.evaluation.rules.judging.whole import judge
from motcua.evaluation.rules.recording import from_json
from motcua.evaluation.rules.reporting import FORMATS, write

pytestmark = pytest.mark.once


def read(form: str, of=None):
    return json.loads(write(of or judged(), form))


def test_json_holds_everything_and_the_audit_is_read_back():
    whole = judged()
    found = read("json", whole)
    assert from_json(found["audit"]) == whole.audit
    assert found["judgements"][0]["grade"] == "E"
    assert found["judgements"][0]["official"] is False
    assert [one["key"] for one in found["findings"]] == [
        "accessibility.axe:image-alt",
        "accessibility.axe:label",
        "privacy.notice",
    ]


def test_every_place_is_a_line_of_the_sheet_and_a_fault_without_place_a_line_a_page():
    text = write(judged(), "csv").decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [(line["page"], line["rule"], line["selector"]) for line in lines] == [
        (HOME, "image-alt", "main > img:nth-of-type(1)"),
        (HOME, "image-alt", "main > img:nth-of-type(2)"),
        (FORM, "label", "#x"),
        (HOME, "", ""),
    ]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_of_the_sheet_is_a_formula(formula):
    whole = judged()
    audit = audited(seen("accessibility.axe", 1, places=(place(formula, formula),), found=1))
    of = judge(audit, [one.criteria_set for one in whole.judgements], facts=whole.facts)
    (line,) = csv.DictReader(io.StringIO(write(of, "csv").decode("utf-8-sig")))
    assert (line["selector"], line["snippet"]) == (f"'{formula}", f"'{formula}")


def test_earl_asserts_what_passed_failed_and_could_not_be_seen():
    graph = read("earl")["@graph"]
    asserted = {
        (one["earl:subject"]["@id"], one["earl:test"]["@id"].rpartition(":")[2]): one[
            "earl:result"
        ]["earl:outcome"]["@id"]
        for one in graph
        if one["@type"] == "earl:Assertion"
    }
    assert asserted == {
        (HOME, "accessibility.axe"): "earl:failed",
        (FORM, "accessibility.axe"): "earl:failed",
        (HOME, "performance.weight"): "earl:passed",
        (HOME, "structure.search"): "earl:cantTell",
        (HOME, "privacy.notice"): "earl:failed",
    }
    named = {one["@id"] for one in graph if "@id" in one}
    tested = {one["earl:test"]["@id"] for one in graph if one["@type"] == "earl:Assertion"}
    assert tested <= named


def test_sarif_names_rules_levels_and_places():
    (run,) = read("sarif")["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "accessibility.axe:image-alt",
        "accessibility.axe:label",
        "privacy.notice",
    ]
    assert [(one["ruleIndex"], one["level"]) for one in run["results"]] == [
        *((0, "error"), (0, "error"), (1, "error"), (2, "error"))
    ]
    fingerprints = {tuple(one["partialFingerprints"].values()) for one in run["results"]}
    assert len(fingerprints) == len(run["results"])


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_the_same_each_time_it_is_written(form):
    assert write(judged(), form) == write(judged(), form)


def test_beside_an_earlier_audit_faults_are_mended_new_or_still_there():
    earlier = audited(
        seen("accessibility.axe", 1, places=(place("#x", rule="label"),), found=1),
        seen("structure.search", False),
    )
    since = judged(earlier=earlier).since
    assert since.mended == ("structure.search",)
    assert since.new == ("accessibility.axe:image-alt", "privacy.notice")
    assert since.still == ("accessibility.axe:label",)
