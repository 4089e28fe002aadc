"""A portal in a published campaign, and a criterion with where every portal stands on it."""

from typing import Any

from django.urls import reverse

from motcua.evaluation.queries import published as queries
from motcua.evaluation.rules.judging.tally import level_of
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.published import PublishedFinding, PublishedSubject, YearLine
from motcua.evaluation.values.scores import CriterionScore, Standing
from motcua.evaluation.values.usability import OBSTACLE_TITLES, TASK_TITLES
from motcua.evaluation.values.worksheets import OUTCOME_TITLES
from motcua.kernel.words import Sentence
from motcua.observatory.auditing import telling, words
from motcua.observatory.evaluated import campaigns
from motcua.web.formats import say

LEVELS = {
    "full": Sentence("Trọn điểm", "Full points"),
    "part": Sentence("Một phần", "Some points"),
    "none": Sentence("Không có điểm", "No points"),
}
SOURCES = {
    "automatic": Sentence("Máy xem", "Seen by the machine"),
    "manual": Sentence("Người chấm", "Judged by a person"),
    "declared": Sentence("Cơ quan kê khai", "Declared by the agency"),
    "indicator": Sentence("Số liệu đo lường", "Measured"),
    "override": Sentence("Người chấm sửa lại", "Overruled by a person"),
}


def portal(code: str, agency: str, number: int | None) -> dict[str, Any]:
    """Give everything that a portal's page draws; raises `NotPublishedYet`."""
    one = queries.published_subject(code, agency, number)
    found = queries.published(code, number)
    of = queries.criteria_of(code, number)
    return {
        **campaigns.head(found),
        "one": one,
        "row": campaigns.row(found, of, one),
        "judged": words.share(one.result.judged),
        "drawn": telling.groups(of, one.result),
        "findings": [_finding(each, code, agency) for each in one.findings],
        "criteria": _criteria(of, one),
        "replies": [
            {"reply": each, "outcome": OUTCOME_TITLES[each.outcome] if each.outcome else ""}
            for each in one.replies
        ],
        "history": [_year(line) for line in queries.history(agency)],
        **measured(one),
        "badge": reverse("evaluated:badge", kwargs={"code": code, "agency": agency}),
    }


def criterion(code: str, name: str, number: int | None) -> dict[str, Any] | None:
    """Give a criterion with every portal's standing; None where the set has no such criterion."""
    of = queries.criteria_of(code, number)
    if name not in of.by_code:
        return None
    found = queries.published(code, number)
    counted = next(one for one in queries.tally(code, number).criteria if one.code == name)
    titles = {level.code: level.text for level in of.levels} or LEVELS
    judged = sum(counted.levels.values())
    parts = [
        {
            "name": say(titles[level]),
            "width": 100 * there / judged if judged else 0.0,
            "words": str(there),
            "tone": tone,
        }
        for tone, (level, there) in enumerate(counted.levels.items(), start=1)
    ]
    worst = campaigns.worst_level(of)
    rows = [_standing(found, of, one, name=name) for one in found.subjects]
    return {
        **campaigns.head(found),
        "criterion": of.by_code[name],
        "parts": parts,
        "table": [[part["name"], part["words"]] for part in parts],
        "failed": counted.levels.get(worst, 0),
        "judged": judged,
        "absent": counted.absent,
        "unjudged": counted.unjudged,
        "rows": sorted(rows, key=lambda row: (row["share"], row["name"])),
    }


def _standing(found: Any, of: CriteriaSet, one: PublishedSubject, *, name: str) -> dict[str, Any]:
    score = campaigns.stands(one.result)[name]
    return {**campaigns.row(found, of, one), **_score(of, score), "share": score.share}


def _score(of: CriteriaSet, score: CriterionScore) -> dict[str, Any]:
    level = level_of(score)
    titles = {each.code: each.text for each in of.levels}
    name, tone = words.STANDINGS[score.standing]
    if score.standing is Standing.JUDGED:
        name = titles.get(level, LEVELS.get(level, name))
        tone = "good" if score.share == 1 else "bad" if not score.share else "warn"
    return {
        "code": score.code,
        "standing": name,
        "tone": tone,
        "earned": f"{words.number(score.points)} / {words.number(score.most)}",
        "because": score.because,
        "source": SOURCES["override" if score.overridden else score.method.value],
    }


def _criteria(of: CriteriaSet, one: PublishedSubject) -> list[dict[str, Any]]:
    scores = campaigns.stands(one.result)
    return [
        {
            "name": group.text,
            "rows": [
                {**_score(of, scores[each.code]), "text": each.text}
                for each in of.criteria
                if each.group == group.code and each.code in scores
            ],
        }
        for group in of.groups
    ]


def _finding(one: PublishedFinding, code: str, agency: str) -> dict[str, Any]:
    name, tone = words.SEVERITIES[one.severity]
    return {
        "one": one,
        "severity": name,
        "tone": tone,
        "points": words.number(one.points) if one.points else "",
        "places": [
            {
                "place": place,
                "picture": reverse(
                    "evaluated:evidence",
                    kwargs={"code": code, "agency": agency, "digest": place.picture},
                )
                if place.picture
                else "",
            }
            for place in one.places
        ],
    }


def _year(line: YearLine) -> dict[str, Any]:
    both = line.share_before is not None and line.share_now is not None
    return {
        "line": line,
        "grade": words.grade(queries.criteria_of(line.campaign), line.grade),
        "href": reverse("evaluated:campaign", kwargs={"code": line.campaign}),
        "points": f"{words.number(line.total)} / {words.number(line.most)}",
        "rank": f"{line.rank} / {line.of}",
        "before": words.share(line.share_before or 0) if both else "",
        "now": words.share(line.share_now or 0) if both else "",
    }


def measured(one: PublishedSubject) -> dict[str, Any]:
    """Give what was measured of a portal: figures, why people could not go on, how five tasks went.

    It is published, so whoever judges and the agency read it before.
    """
    walked = {"found": one.usability, "tasks": TASK_TITLES, "obstacles": OBSTACLE_TITLES}
    return {
        "figures": one.figures,
        "causes": campaigns.causes([one]),
        "usability": walked if one.usability else None,
    }
