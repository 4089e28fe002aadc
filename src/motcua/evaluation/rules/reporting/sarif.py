"""SARIF 2.1.0 (OASIS): faults as code hosts and editors read them."""

from hashlib import sha256

from motcua.evaluation.rules.judging.whole import key_of
from motcua.evaluation.rules.recording import Json, dumps
from motcua.evaluation.values.facts import Severity
from motcua.evaluation.values.findings import Finding, PlaceOn
from motcua.evaluation.values.judged import Judged

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {
    Severity.CRITICAL: "error",
    Severity.SERIOUS: "error",
    Severity.MODERATE: "warning",
    Severity.MINOR: "note",
}


def sarif(judged: Judged) -> bytes:
    """Write a run with a rule a fault and a result a place (or page, where it has no place)."""
    name, _, version = judged.audit.tool.partition("/")
    numbers = {key_of(one): number for number, one in enumerate(judged.findings)}
    run: Json = {
        "tool": {
            "driver": {
                "name": name or "motcua",
                "version": version or "0",
                "rules": [_rule(one) for one in judged.findings],
            }
        },
        "language": "vi-VN",
        "invocations": [
            {
                "executionSuccessful": True,
                "startTimeUtc": _moment(judged.audit.begun_at.isoformat()),
                "endTimeUtc": _moment(judged.audit.ended_at.isoformat()),
            }
        ],
        "results": [
            _result(finding, place, numbers[key_of(finding)])
            for finding in judged.findings
            for place in _places(finding)
        ],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(one: Finding) -> Json:
    card = one.card
    rule: Json = {
        "id": key_of(one),
        "shortDescription": {"text": card.name.vi},
        "fullDescription": {"text": card.name.en},
        "help": {"text": f"{card.remedy.vi}\n\n{card.remedy.en}"},
        "defaultConfiguration": {"level": LEVELS[one.severity]},
        "properties": {
            "tags": [card.area.value, *(source.label for source in card.sources)],
            "criteria": list(one.criteria),
        },
    }
    links = [source.url for source in card.sources if source.url]
    return rule | ({"helpUri": links[0]} if links else {})


def _places(one: Finding) -> tuple[PlaceOn | str, ...]:
    told = {found.url for found in one.places}
    return (*one.places, *(url for url in one.pages if url not in told))


def _result(one: Finding, found: PlaceOn | str, number: int) -> Json:
    url = found if isinstance(found, str) else found.url
    location: Json = {"physicalLocation": {"artifactLocation": {"uri": url}}}
    message, selector = one.card.name.vi, ""
    if isinstance(found, PlaceOn):
        selector = found.place.selector
        if found.place.says is not None:
            message = f"{message}: {found.place.says.vi}"
        if selector:
            location["logicalLocations"] = [{"fullyQualifiedName": selector, "kind": "element"}]
        if found.place.snippet:
            snippet = {"text": found.place.snippet}
            location["physicalLocation"]["region"] = {"startLine": 1, "snippet": snippet}
    fingerprint = sha256("\n".join((key_of(one), url, selector)).encode()).hexdigest()
    return {
        "ruleId": key_of(one),
        "ruleIndex": number,
        "level": LEVELS[one.severity],
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {"faultAndPlace/v1": fingerprint},
    }


def _moment(iso: str) -> str:
    return iso.replace("+00:00", "Z")
