"""The whole of an audit and its judgement as one JSON file, to redraw everything from."""

from motcua.evaluation.rules.judging.scales import shown
from motcua.evaluation.rules.judging.whole import key_of
from motcua.evaluation.rules.recording import Json, dumps, plain, to_json
from motcua.evaluation.values.findings import Finding
from motcua.evaluation.values.judged import Judged, Judgement

FORMAT = "motcua-report/1"
"""Names the form of the file; another number where a reader must know of a change."""


def whole(judged: Judged) -> bytes:
    """Write the audit, its judgements and its faults; `audit` alone is read back by `recording`."""
    return dumps(
        {
            "format": FORMAT,
            "judgements": [_judgement(one) for one in judged.judgements],
            "first": [key_of(one) for one in judged.first],
            "findings": [_finding(one) for one in judged.findings],
            "since": None if judged.since is None else plain(judged.since),
            "facts": {code: plain(card) for code, card in sorted(judged.facts.items())},
            "audit": to_json(judged.audit),
        }
    )


def _judgement(one: Judgement) -> Json:
    result = one.result
    return {
        "set": one.criteria_set.name,
        "title": plain(one.criteria_set.title),
        "official": one.criteria_set.official,
        "digest": one.criteria_set.digest,
        "grade": result.grade,
        "points": float(shown(result.total, result.most, one.criteria_set.bands)),
        "of": float(result.most),
        "judged": float(result.judged),
        "provisional": result.provisional,
        "result": plain(result),
        "since": None if one.since is None else plain(one.since),
    }


def _finding(one: Finding) -> Json:
    return {
        "key": key_of(one),
        "fact": one.card.code,
        "rule": one.rule,
        "severity": one.severity.value,
        "name": plain(one.card.name),
        "remedy": plain(one.card.remedy),
        "sources": plain(one.card.sources),
        "worst": one.worst,
        "found": one.found,
        "pages": list(one.pages),
        "criteria": list(one.criteria),
        "lost": float(one.lost),
        "places": plain(one.places),
    }
