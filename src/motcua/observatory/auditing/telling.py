"""What a report of an audit tells, part by part, in the reader's language."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from motcua.design.charts import Spoke, radar
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.facts import Area, Scope
from motcua.evaluation.values.findings import Finding
from motcua.evaluation.values.judged import Judged, Judgement
from motcua.evaluation.values.pages import KIND_TITLES
from motcua.evaluation.values.scores import CriterionScore, Result
from motcua.observatory.auditing import words
from motcua.observatory.auditing.pictures import Pictures
from motcua.web.formats import say

PLACES = 5
"""Places of a fault that are shown; the files have all that were kept."""


def whole(judged: Judged, pictures: Pictures) -> dict[str, Any]:
    """Give everything that the report draws."""
    first = judged.judgements[0]
    return {
        "audit": judged.audit,
        "grade": graded(first),
        "groups": groups(first.criteria_set, first.result),
        "first": [finding(one, pictures) for one in judged.first],
        "areas": _areas(judged, pictures),
        "counts": _counts(judged.findings),
        "judgements": [_judgement(one) for one in judged.judgements],
        "others": [graded(one) for one in judged.judgements[1:]],
        "pages": [_page(one, pictures) for one in judged.audit.pages],
        "left_out": [
            (words.LEFT_OUT.get(why, why), number)
            for why, number in sorted(judged.audit.left_out.items())
        ],
        "since": _since(judged),
    }


def graded(one: Judgement) -> dict[str, Any]:
    """Give the grade of a set, its points and how much was judged at all."""
    result, of = one.result, one.criteria_set
    found = words.grade(of, "" if result.provisional else result.grade)
    return {
        "set": of,
        "grade": found,
        "letter": found.letter,
        "words": say(found.words),
        "of_judged": words.share(result.total / (result.most * result.judged))
        if result.judged
        else "",
        "points": words.points(result, of),
        "most": words.number(result.most),
        "judged": words.share(result.judged),
        "provisional": result.provisional,
        "official": of.official,
    }


def groups(of: CriteriaSet, result: Result) -> dict[str, Any]:
    """Draw the groups around a middle, with their table."""
    names = {group.code: say(group.text) for group in of.groups}
    spokes, rows = [], []
    for one in result.groups:
        told = f"{words.number(one.points)} / {words.number(one.most)}"
        part = float(one.points / one.most) if one.most else None
        spokes.append(Spoke(names[one.code], part, told))
        rows.append([names[one.code], told, words.share(part) if part is not None else "–"])
    best = max(spokes, key=lambda one: one.value or 0.0, default=None)
    worst = min(spokes, key=lambda one: 1.0 if one.value is None else one.value, default=None)
    said = (
        _("Cao nhất là “%(best)s”, thấp nhất là “%(worst)s”.")
        % {"best": best.name, "worst": worst.name}
        if best and worst and best is not worst
        else ""
    )
    return {
        "drawn": radar(spokes) if len(spokes) > 2 else None,
        "said": said,
        "columns": [_("Nhóm"), _("Điểm"), _("Tỷ lệ")],
        "rows": rows,
    }


def finding(one: Finding, pictures: Pictures) -> dict[str, Any]:
    """Give a fault with what it is, how to mend it, and some of its places."""
    name, tone = words.SEVERITIES[one.severity]
    said = next((each.place.says for each in one.places if each.place.says), None)
    return {
        "code": one.card.code + (f":{one.rule}" if one.rule else ""),
        "name": one.card.name,
        "says": said,
        "remedy": one.card.remedy,
        "severity": name,
        "tone": tone,
        "area": words.AREAS[one.card.area],
        "value": "" if isinstance(one.worst, bool) else words.value(one.card, one.worst),
        "whole": one.card.scope is Scope.SITE,
        "pages": one.pages,
        "found": one.found,
        "points": words.number(one.lost) if one.lost else "",
        "criteria": one.criteria,
        "sources": one.card.sources,
        "notes": one.notes,
        "places": [
            {
                "url": each.url,
                "says": each.place.says,
                "selector": each.place.selector,
                "snippet": each.place.snippet,
                "picture": pictures.address(each.place.picture),
            }
            for each in one.places[:PLACES]
        ],
        "more": max(one.found - PLACES, 0),
    }


def _areas(judged: Judged, pictures: Pictures) -> list[dict[str, Any]]:
    order = {area: at for at, area in enumerate(Area)}
    found = sorted(judged.findings, key=lambda one: order[one.card.area])
    return [
        {
            "code": area.value,
            "name": words.AREAS[area],
            "findings": [finding(one, pictures) for one in those],
        }
        for area, those in groupby(found, key=lambda one: one.card.area)
    ]


def _counts(found: Iterable[Finding]) -> list[tuple[Any, str, int]]:
    counts = dict.fromkeys(words.SEVERITIES, 0)
    for one in found:
        counts[one.severity] += 1
    return [(*words.SEVERITIES[severity], number) for severity, number in counts.items()]


def _judgement(one: Judgement) -> dict[str, Any]:
    scores = {score.code: score for score in one.result.criteria}
    return {
        **graded(one),
        "groups": [
            {
                "name": group.text,
                "rows": [
                    _criterion(one.criteria_set, scores[each.code])
                    for each in one.criteria_set.criteria
                    if each.group == group.code and each.code in scores
                ],
            }
            for group in one.criteria_set.groups
        ],
        "levels": {level.code: say(level.text) for level in one.criteria_set.levels},
    }


def _criterion(of: CriteriaSet, score: CriterionScore) -> dict[str, Any]:
    criterion = of.by_code[score.code]
    name, tone = words.STANDINGS[score.standing]
    level = next((one for one in of.levels if one.code == score.level), None)
    return {
        "code": score.code,
        "text": criterion.text,
        "standing": level.text if level else name,
        "tone": tone,
        "points": f"{words.number(score.points)} / {words.number(score.most)}",
        "because": score.because,
        "official": criterion.official,
        "basis": criterion.basis,
    }


def _page(one: Any, pictures: Pictures) -> dict[str, Any]:
    return {
        "kind": KIND_TITLES[one.kind],
        "url": one.final_url or one.url,
        "title": one.title,
        "problem": one.problem,
        "withheld": one.withheld,
        "weight": words.number(one.weight / 1024, 0),
        "requests": one.requests,
        "faults": sum(1 for each in one.observations if each.places),
        "picture": pictures.address(one.picture),
    }


def _since(judged: Judged) -> dict[str, Sequence[Any]] | None:
    if judged.since is None:
        return None
    facts = judged.facts

    def names(keys: Iterable[str]) -> list[tuple[Any, str]]:
        return [
            (facts[key.partition(":")[0]].name, key.partition(":")[2])
            for key in keys
            if key.partition(":")[0] in facts
        ]

    return {
        "mended": names(judged.since.mended),
        "new": names(judged.since.new),
        "still": names(judged.since.still),
    }
