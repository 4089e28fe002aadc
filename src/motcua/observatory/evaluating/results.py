"""Results before they are published: computed, read, ranked; values put in their place."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import ngettext

from motcua.evaluation import actions
from motcua.evaluation.queries import leading
from motcua.evaluation.queries import results as queries
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.judged import Judgement
from motcua.evaluation.values.published import PublishedFinding, PublishedSubject, SubjectResult
from motcua.evaluation.values.scores import CriterionScore, Standing
from motcua.measurement.values.cards import League
from motcua.observatory.auditing import telling
from motcua.observatory.auditing import words as numbers
from motcua.observatory.drawing.ranks import league_name
from motcua.observatory.evaluated.portals import measured
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    asking,
    board,
    campaign,
    portal,
    problem_of,
    reading,
)
from motcua.web import clock, pages
from motcua.web.http import Request


@asking(*LEADERS)
def results(request: Request, code: str) -> HttpResponse:
    """Show both leagues as they would be published now; compute them anew."""
    problem = None
    if request.method == "POST":
        try:
            number = actions.compute(code=code, by=request.viewer, at=clock.now())
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            said = ngettext(
                "Đã tính kết quả của %(n)s cổng.", "Đã tính kết quả của %(n)s cổng.", number
            ) % {"n": number}
            messages.success(request, said)
            return HttpResponseRedirect(reverse("evaluating:results", args=[code]))
    found = board(request, code)
    made = queries.results(viewer=request.viewer, code=code)
    of = leading.criteria(viewer=request.viewer, code=code)
    context = {
        **head(found.campaign, verbs=found.verbs),
        "leagues": leagues(of, made),
        "may_compute": Verb.COMPUTE.value in found.verbs,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/results.html", context, status=status)


@reading(*LEADERS)
def result(request: Request, code: str, agency: str) -> HttpResponse:
    """Show one portal's result to who leads or judges, before it is published."""
    subject, held = portal(request, code, agency)
    found = queries.result(viewer=request.viewer, code=code, agency=agency)
    if found is None:
        raise Http404
    of = leading.criteria(viewer=request.viewer, code=code)
    if of is None:
        raise Http404
    shown = campaign(request, code)
    context = {
        **head(shown),
        **told(of, found, code),
        "subject": subject,
        "leads": Stand.LEADER in held,
    }
    return pages.render(request, "observatory/evaluating/result.html", context)


def told(of: CriteriaSet, one: PublishedSubject, code: str) -> dict[str, Any]:
    """Give everything that a portal's result draws."""
    scores = {score.code: score for score in one.result.criteria}
    return {
        "one": one,
        "grade": telling.graded(Judgement(criteria_set=of, result=one.result)),
        "others": [],
        "groups": telling.groups(of, one.result),
        "criteria": [
            {
                "name": group.text,
                "rows": [
                    _criterion(of, scores[each.code])
                    for each in of.criteria
                    if each.group == group.code and each.code in scores
                ],
            }
            for group in of.groups
        ],
        "findings": [_finding(each, code, one.agency) for each in one.findings],
        **measured(one),
    }


def leagues(of: CriteriaSet | None, made: Iterable[SubjectResult]) -> list[dict[str, Any]]:
    """Give both leagues with their ranks; equals share one."""
    made = tuple(made)
    return [
        {
            "name": league_name(league),
            "rows": [
                {
                    "one": one,
                    "grade": numbers.grade(of, one.result.grade).said,
                    "points": numbers.points(one.result, of)
                    if of
                    else numbers.number(one.result.total),
                    "most": numbers.number(one.result.most),
                    "open": sum(c.standing is Standing.OPEN for c in one.result.criteria),
                    "findings": one.findings,
                }
                for one in made
                if one.league is league
            ],
        }
        for league in League
        if any(one.league is league for one in made)
    ]


def _criterion(of: CriteriaSet, score: CriterionScore) -> dict[str, Any]:
    name, tone = numbers.STANDINGS[score.standing]
    level = next((one for one in of.levels if one.code == score.level), None)
    return {
        "code": score.code,
        "text": of.by_code[score.code].text,
        "standing": level.text if level else name,
        "tone": tone,
        "points": f"{numbers.number(score.points)} / {numbers.number(score.most)}",
        "because": score.because,
        "overridden": score.overridden,
    }


def _finding(one: PublishedFinding, code: str, agency: str) -> dict[str, Any]:
    name, tone = numbers.SEVERITIES[one.severity]
    return {
        "one": one,
        "severity": name,
        "tone": tone,
        "points": numbers.number(one.points) if one.points else "",
        "places": [
            {
                "place": place,
                "picture": reverse("evaluating:run_file", args=[code, agency, place.picture])
                if place.picture
                else "",
            }
            for place in one.places
        ],
    }
