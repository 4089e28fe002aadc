"""A published campaign: both leagues, grades, who is on the roll of honour, what portals fail."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation.queries import published as queries
from motcua.evaluation.values.criteria import CriteriaSet, Criterion
from motcua.evaluation.values.leagues import CriterionTally, Tally
from motcua.evaluation.values.published import Published, PublishedSubject, SnapshotKind
from motcua.evaluation.values.scores import Result
from motcua.measurement.rules import causes as laying_out
from motcua.measurement.values import League
from motcua.observatory.auditing import words
from motcua.observatory.drawing import quality
from motcua.observatory.drawing.ranks import league_name
from motcua.web.formats import say

WORST = 12
"""Criteria that the front of a campaign names, those that most portals fail."""


def campaign(code: str, number: int | None) -> dict[str, Any]:
    """Give everything that the front page of a published campaign draws."""
    found = queries.published(code, number)
    told: dict[str, Any] = {**head(found), "versions": queries.versions(code)}
    if found.kind is SnapshotKind.WITHDRAWAL:
        return told
    of = queries.criteria_of(code, number)
    counted = queries.tally(code, number)
    return told | {
        "leagues": [
            {"name": league_name(league), "rows": rows}
            for league in League
            if (rows := _rows(found, of, league))
        ],
        "grades": grades(of, counted),
        "honour": _honour(found, of),
        "worst": [one for one in failing(found, of, counted) if one["failed"]][:WORST],
        "over_half": counted.over_half,
        "portals": counted.portals,
        "by_levels": bool(of.levels),
        "causes": causes(_apart(found.subjects)),
    }


def head(found: Published) -> dict[str, Any]:
    """Give what every page of a published campaign says of it."""
    newest = queries.versions(found.campaign)[0]
    return {
        "found": found,
        "code": found.campaign,
        "current": newest.number == found.number,
        "withdrawn": found.kind is SnapshotKind.WITHDRAWAL,
        "set": found.criteria,
        "version": "" if newest.number == found.number else f"?ban={found.number}",
    }


def grades(of: CriteriaSet, counted: Tally) -> dict[str, Any]:
    """Draw how many portals have each grade."""
    most = max(counted.grades.values(), default=0) or 1
    lines = [
        {
            "name": f"{band.code}: {say(band.text)}" if len(band.code) == 1 else say(band.text),
            "width": 100 * counted.grades[band.code] / most,
            "words": str(counted.grades[band.code]),
        }
        for band in of.bands
    ]
    return {
        "lines": lines,
        "columns": [_("Xếp loại"), _("Số cổng")],
        "rows": [[line["name"], line["words"]] for line in lines],
        "said": _("Tổng cộng %(n)s cổng.") % {"n": counted.portals},
    }


def causes(subjects: Iterable[PublishedSubject]) -> dict[str, Any] | None:
    """Draw why people could not go on at some portals together; None where nothing was counted."""
    drawn = [one.causes for one in subjects if one.causes]
    counted = Counter[tuple[str, str]]()
    for cause in (cause for one in drawn for cause in one.counts):
        said = (cause.telemetry, cause.at_failure, cause.after_result)
        for told_by, number in zip(laying_out.TOLD_BY, said, strict=True):
            counted[cause.cause.value, told_by] += number
    days = (drawn[0].first_day, drawn[0].last_day) if drawn else None
    return quality.caused(laying_out.causes(counted), days=days)


def _apart(subjects: Sequence[PublishedSubject]) -> Iterable[PublishedSubject]:
    """Leave out agencies whose superior is there too: what is counted of it holds theirs."""
    there = {one.agency for one in subjects}
    return (one for one in subjects if not there & set(_above(one.agency)))


def _above(agency: str) -> Iterable[str]:
    parts = agency.split(".")
    return (".".join(parts[:number]) for number in range(1, len(parts)))


def failing(found: Published, of: CriteriaSet, counted: Tally) -> list[dict[str, Any]]:
    """Give the criteria, those that most portals fail first, in the words of the reviews."""
    worst = worst_level(of)
    lines = [_failed(found, of.by_code[one.code], one, worst=worst) for one in counted.criteria]
    return sorted(lines, key=lambda line: (-line["share"], line["code"]))


def worst_level(of: CriteriaSet) -> str:
    """Name the level that counts as failing: the lowest of the set, no points where it has none."""
    return min(of.levels, key=lambda one: one.least).code if of.levels else "none"


def _failed(
    found: Published, criterion: Criterion, counted: CriterionTally, *, worst: str
) -> dict[str, Any]:
    judged = sum(counted.levels.values())
    failed = counted.levels.get(worst, 0)
    return {
        "code": criterion.code,
        "text": criterion.text,
        "group": criterion.group,
        "failed": failed,
        "judged": judged,
        "share": failed / judged if judged else 0.0,
        "width": 100 * failed / judged if judged else 0.0,
        "href": _href("evaluated:criterion", found, criterion=criterion.code),
        "words": _("%(failed)s trên %(judged)s cổng chưa đạt")
        % {"failed": failed, "judged": judged},
    }


def _rows(found: Published, of: CriteriaSet, league: League) -> list[dict[str, Any]]:
    there = [one for one in found.subjects if one.league is league]
    ranks = [one.rank for one in there]
    return [
        {
            **row(found, of, one),
            "tied": ranks.count(one.rank) > 1,
        }
        for one in sorted(there, key=lambda one: (one.rank, one.agency))
    ]


def row(found: Published, of: CriteriaSet, one: PublishedSubject) -> dict[str, Any]:
    """Give a portal as a line of a table."""
    result = one.result
    return {
        "rank": one.rank,
        "agency": one.agency,
        "name": one.name,
        "href": _href("evaluated:portal", found, agency=one.agency),
        "grade": words.grade(of, result.grade),
        "points": words.points(result, of),
        "most": words.number(result.most),
        "width": float(100 * result.total / result.most) if result.most else 0.0,
        "provisional": result.provisional,
        "groups": [words.number(group.points) for group in result.groups],
        "replies": len(one.replies),
    }


def _honour(found: Published, of: CriteriaSet) -> list[dict[str, Any]]:
    best = max(of.bands, key=lambda one: one.least).code
    there = [one for one in found.subjects if one.result.grade == best]
    return [row(found, of, one) for one in sorted(there, key=_by_points)]


def _by_points(one: PublishedSubject) -> tuple[Any, ...]:
    return (-one.result.total, one.agency)


def stands(result: Result) -> Mapping[str, Any]:
    """Give the scores of a result by criterion."""
    return {score.code: score for score in result.criteria}


def _href(name: str, found: Published, **more: str) -> str:
    return reverse(name, kwargs={"code": found.campaign, **more})


def names(of: CriteriaSet) -> Sequence[str]:
    """Name the groups of a set, in order."""
    return [say(group.text) for group in of.groups]
