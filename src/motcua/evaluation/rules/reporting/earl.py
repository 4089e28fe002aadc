"""EARL 1.0 (W3C, Evaluation and Report Language) as JSON-LD: an assertion a fact and page."""

from motcua.evaluation.rules.judging.seeing import good
from motcua.evaluation.rules.recording import Json, dumps
from motcua.evaluation.values.facts import Better, FactCard
from motcua.evaluation.values.judged import Judged
from motcua.evaluation.values.observations import Observation, Outcome, Place

CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "cnt": "http://www.w3.org/2011/content#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": "dct:title",
    "description": "dct:description",
    "date": {"@id": "dct:date", "@type": "xsd:dateTime"},
}
TOOL = "_:tool"


def earl(judged: Judged) -> bytes:
    """Write every observation of a fact that can be a fault, also the good ones."""
    audit = judged.audit
    tool = {
        "@id": TOOL,
        "@type": ["earl:Assertor", "earl:Software"],
        "title": audit.tool,
        "description": audit.browser,
    }
    seen = [one for one in audit.observations if one.fact in judged.facts]
    told = [one for one in seen if judged.facts[one.fact].better is not Better.NEITHER]
    subjects = {page.url: page.title for page in audit.pages} | {
        one.url: "" for one in told if one.url not in {page.url for page in audit.pages}
    }
    criteria = sorted({one.fact for one in told})
    return dumps(
        {
            "@context": CONTEXT,
            "@graph": [
                tool,
                *(
                    {"@id": url, "@type": "earl:TestSubject", "title": subjects[url]}
                    for url in subjects
                ),
                *(_criterion(judged.facts[code]) for code in criteria),
                *(_assertion(one, judged.facts[one.fact], judged) for one in told),
            ],
        }
    )


def _criterion(card: FactCard) -> Json:
    links = [source.url for source in card.sources if source.url]
    return {
        "@id": f"urn:motcua:fact:{card.code}",
        "@type": "earl:TestCriterion",
        "title": [_in(card.name.vi, "vi"), _in(card.name.en, "en")],
        "dct:isPartOf": [{"@id": url} for url in links],
        "dct:source": [source.label for source in card.sources],
    }


def _assertion(one: Observation, card: FactCard, judged: Judged) -> Json:
    result: Json = {"@type": "earl:TestResult", "earl:outcome": {"@id": _outcome(one, card)}}
    result["date"] = judged.audit.ended_at.isoformat()
    if one.value is not None:
        result["earl:info"] = str(one.value)
    if one.note is not None:
        result["description"] = [_in(one.note.vi, "vi"), _in(one.note.en, "en")]
    if one.places:
        result["earl:pointer"] = [_pointer(place) for place in one.places]
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": {"@id": TOOL},
        "earl:subject": {"@id": one.url},
        "earl:test": {"@id": f"urn:motcua:fact:{card.code}"},
        "earl:mode": {"@id": "earl:automatic"},
        "earl:result": result,
    }


def _outcome(one: Observation, card: FactCard) -> str:
    if one.outcome is Outcome.NOT_APPLICABLE:
        return "earl:inapplicable"
    if one.outcome is Outcome.COULD_NOT or one.value is None:
        return "earl:cantTell"
    return "earl:passed" if good(card, one.value) else "earl:failed"


def _pointer(place: Place) -> Json:
    return {
        "@type": "ptr:CSSSelectorPointer",
        "ptr:expression": place.selector,
        "cnt:chars": place.snippet,
    }


def _in(text: str, language: str) -> Json:
    return {"@value": text, "@language": language}
