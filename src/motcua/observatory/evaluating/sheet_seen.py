"""What an evaluator does not judge: seen by the machine, declared by the agency; doubted here."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import doubting, leading, worksheets
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.criteria import Criterion, Method
from motcua.evaluation.values.judged import Judged
from motcua.evaluation.values.worksheets import Worksheet
from motcua.observatory.auditing import telling
from motcua.observatory.auditing.words import STANDINGS, number
from motcua.observatory.evaluating import scales
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    READERS,
    asking,
    portal,
    problem_of,
    reading,
)
from motcua.observatory.evaluating.sheet_answers import listed
from motcua.observatory.evaluating.sheets import HERE, criteria, on_sheet, sheet
from motcua.web import clock, pages
from motcua.web.http import Request

SHOWN = ("image/jpeg", "image/png", "image/webp", "application/pdf")
"""Kinds that a browser may show; others are only saved."""


@asking(*LEADERS)
def seen(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Show how a value came about that no evaluator gives; let it be doubted."""
    found = sheet(request, code, agency)
    one = criteria(request, code).by_code.get(criterion)
    if one is None or one.method is Method.MANUAL:
        raise Http404
    problem = None
    if request.method == "POST":
        try:
            actions.doubt(
                code=code,
                agency=agency,
                criterion=criterion,
                reason=request.POST.get("ly-do", ""),
                by=request.viewer,
                at=clock.now(),
            )
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            messages.success(request, _("Đã gửi đề nghị cho người chủ trì."))
            args = [code, agency, criterion]
            return HttpResponseRedirect(reverse("evaluating:seen_criterion", args=args))
    doubts = doubting.doubts(viewer=request.viewer, code=code, agency=agency)
    doubt = next((each for each in doubts if each.criterion == criterion), None)
    context = {
        **on_sheet(found),
        **_by(request, found, one),
        "one": one,
        "points": number(one.points),
        "doubt": doubt,
        "reason": request.POST.get("ly-do", doubt.reason if doubt else ""),
        "may_doubt": moving.can(Verb.DOUBT, found.campaign.state),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}seen.html", context, status=status)


@reading(*READERS)
def file(request: Request, code: str, agency: str, *, digest: str) -> HttpResponse:
    """Give a file that somebody added, to whom it concerns."""
    portal(request, code, agency)
    return _given(
        worksheets.evidence_file(viewer=request.viewer, code=code, agency=agency, digest=digest)
    )


@reading(*READERS)
def picture(request: Request, code: str, agency: str, *, digest: str) -> HttpResponse:
    """Give a picture that the machine took, to whom it concerns."""
    portal(request, code, agency)
    return _given(
        worksheets.run_evidence(viewer=request.viewer, code=code, agency=agency, digest=digest)
    )


class Taken:
    """Pictures of a portal at addresses of their own."""

    def __init__(self, code: str, agency: str) -> None:
        self._at = (code, agency)

    def address(self, digest: str) -> str | None:
        """Give where a picture is; None where there is none."""
        return reverse("evaluating:sheet_picture", args=[*self._at, digest]) if digest else None


def _given(kept: worksheets.Kept | None) -> HttpResponse:
    if kept is None:
        raise Http404
    shown = kept.media_type in SHOWN
    kind = kept.media_type if shown else "application/octet-stream"
    answer = HttpResponse(kept.content, content_type=kind)
    answer["Content-Disposition"] = "inline" if shown else "attachment"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


def _by(request: Request, found: Worksheet, one: Criterion) -> dict[str, Any]:
    code, agency = found.campaign.code, found.subject.agency
    if one.method is Method.DECLARED:
        return _declared(request, code, agency, one=one)
    if one.method is Method.INDICATOR:
        return {"by": "indicator"}
    looked = leading.looked(viewer=request.viewer, code=code, agency=agency)
    judged = looked.judged if looked else None
    return {"by": "machine", "machine": _machine(judged, one, Taken(code, agency))}


def _declared(request: Request, code: str, agency: str, *, one: Criterion) -> dict[str, Any]:
    told = worksheets.declaration_sheet(viewer=request.viewer, code=code, agency=agency)
    rows = told.rows if told else ()
    view = next((said for each, said in rows if each.code == one.code), None)
    if view is None:
        return {"by": "declared", "declared": None}
    words = scales.NOT_APPLICABLE if not view.typed.applies else view.typed.value or scales.NOTHING
    return {
        "by": "declared",
        "declared": view,
        "words": words,
        "files": listed(
            view.evidence,
            lambda digest: reverse("evaluating:sheet_file", args=[code, agency, digest]),
        ),
    }


def _machine(judged: Judged | None, one: Criterion, taken: Taken) -> dict[str, Any] | None:
    if judged is None:
        return None
    scores = {score.code: score for score in judged.judgements[0].result.criteria}
    if one.code not in scores:
        return None
    score = scores[one.code]
    name, tone = STANDINGS[score.standing]
    return {
        "standing": name,
        "tone": tone,
        "points": f"{number(score.points)} / {number(score.most)}",
        "because": score.because,
        "at": judged.audit.ended_at,
        "pages": [
            {"url": page.final_url or page.url, "picture": taken.address(page.picture)}
            for page in judged.audit.pages
            if page.picture
        ],
        "findings": [
            telling.finding(each, taken)  # type: ignore[arg-type]  # it asks for addresses only
            for each in judged.findings
            if one.code in each.criteria
        ],
    }
