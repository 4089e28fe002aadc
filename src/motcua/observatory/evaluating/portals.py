"""Which portals a campaign judges: leagues, one by one, lists; addresses put right."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.evaluation import actions
from motcua.evaluation.queries import leading
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import League
from motcua.observatory.drawing.ranks import league_name
from motcua.observatory.evaluating import asking as typed
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    board,
    doing,
    portal,
    problem_of,
)
from motcua.web import clock, pages
from motcua.web.http import Request

MOST_BYTES = 1_000_000


@asking(*LEADERS)
def portals(request: Request, code: str) -> HttpResponse:
    """List a campaign's portals; add one."""
    if request.method != "POST":
        return _list(request, code, None)
    try:
        wanted = [typed.portal(request.POST)]
        added = actions.add_subjects(code=code, wanted=wanted, by=request.viewer, at=clock.now())
    except CampaignRefused as refused:
        return _list(request, code, problem_of(refused))
    return _added(request, code, added)


@doing(*LEADERS)
def add_league(request: Request, code: str, league: str) -> HttpResponse:
    """Add every ministry or every province."""
    if league not in set(League):
        raise Http404
    try:
        added = actions.add_league(
            code=code, league=League(league), by=request.viewer, at=clock.now()
        )
    except CampaignRefused as refused:
        return _list(request, code, problem_of(refused))
    return _added(request, code, added)


@asking(*LEADERS)
def add_list(request: Request, code: str) -> HttpResponse:
    """Show what a list of portals says, line by line, before it is added."""
    if request.method != "POST":
        return _preview(request, code, "")
    try:
        return _preview(request, code, _text(request))
    except CampaignRefused as refused:
        return _preview(request, code, "", problem=problem_of(refused))


@doing(*LEADERS)
def add_listed(request: Request, code: str) -> HttpResponse:
    """Add the portals of a list that was shown."""
    text = typed.words(request.POST, "danh-sach", typed.MOST_LETTERS)
    try:
        added = actions.add_list(code=code, text=text, by=request.viewer, at=clock.now())
    except CampaignRefused as refused:
        return _preview(request, code, text, problem=problem_of(refused))
    return _added(request, code, added)


@asking(*LEADERS)
def change_portal(request: Request, code: str, agency: str) -> HttpResponse:
    """Put a portal's addresses and contact right."""
    subject, _held = portal(request, code, agency)
    posted = QueryDict(mutable=True)
    posted.update(
        {
            "dia-chi": subject.address,
            "dia-chi-khac": "\n".join(subject.others),
            "lien-he": subject.contact,
        }
    )
    problem = None
    if request.method == "POST":
        posted = request.POST
        try:
            wanted = typed.portal(posted, agency)
            actions.change_subject(code=code, wanted=wanted, by=request.viewer, at=clock.now())
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            messages.success(request, _("Đã lưu."))
            return HttpResponseRedirect(reverse("evaluating:portals", args=[code]))
    found = board(request, code)
    context = {
        **head(found.campaign, verbs=found.verbs),
        "subject": subject,
        "posted": posted,
        "problem": problem,
        "may_remove": Verb.CHANGE.value in found.verbs,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/portal.html", context, status=status)


@doing(*LEADERS)
def remove_portal(request: Request, code: str, agency: str) -> HttpResponse:
    """Take a portal out of a campaign that has not opened."""
    try:
        actions.remove_subject(code=code, agency=agency, by=request.viewer, at=clock.now())
    except CampaignRefused as refused:
        return _list(request, code, problem_of(refused))
    messages.success(request, _("Đã bỏ cổng ra khỏi đợt đánh giá."))
    return HttpResponseRedirect(reverse("evaluating:portals", args=[code]))


def _text(request: Request) -> str:
    """Give the list that was sent, as a file or as text."""
    sent = request.FILES.get("tep")
    if sent is None:
        return typed.words(request.POST, "danh-sach", typed.MOST_LETTERS)
    if (sent.size or 0) > MOST_BYTES:
        raise CampaignRefused(
            "tep",
            Sentence(
                "Tệp quá lớn; danh sách dài nhất là 1 MB.", "The file is over 1 MB, the most."
            ),
        )
    try:
        return str(sent.read(), "utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        raise CampaignRefused(
            "tep",
            Sentence(
                "Tệp không phải văn bản UTF-8. Trong Excel, bạn hãy lưu thành “CSV UTF-8”.",
                "The file is no UTF-8 text. In Excel, save it as “CSV UTF-8”.",
            ),
        ) from None


def _added(request: Request, code: str, added: actions.Added) -> HttpResponse:
    number, there = len(added.added), len(added.there)
    said = ngettext("Đã thêm %(n)s cổng.", "Đã thêm %(n)s cổng.", number) % {"n": number}
    if there:
        said += " " + ngettext(
            "%(n)s cổng đã có từ trước, giữ nguyên.",
            "%(n)s cổng đã có từ trước, giữ nguyên.",
            there,
        ) % {"n": there}
    messages.success(request, said)
    return HttpResponseRedirect(reverse("evaluating:portals", args=[code]))


def _list(request: Request, code: str, problem: Problem | None) -> HttpResponse:
    found = board(request, code)
    context = {
        **head(found.campaign, verbs=found.verbs),
        "subjects": [row.subject for row in found.rows],
        "league_name": league_name,
        "leagues": [(league.value, league_name(league)) for league in League],
        "may_change": Verb.CHANGE.value in found.verbs,
        "may_mend": Verb.ASSIGN.value in found.verbs,
        "posted": request.POST,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/portals.html", context, status=status)


def _preview(
    request: Request, code: str, text: str, *, problem: Problem | None = None
) -> HttpResponse:
    found = board(request, code)
    lines: tuple[leading.Previewed, ...] = ()
    if text:
        try:
            lines = leading.preview(viewer=request.viewer, code=code, text=text)
        except CampaignRefused as refused:
            problem = problem_of(refused)
    elif request.method == "POST" and problem is None:
        problem = Problem(
            "danh-sach",
            (Sentence("Bạn hãy dán danh sách hoặc chọn tệp.", "Paste a list or choose a file."),),
        )
    wrong = [one for one in lines if one.line.problem]
    context: dict[str, Any] = {
        **head(found.campaign, verbs=found.verbs),
        "text": text,
        "lines": lines,
        "wrong": wrong,
        "new": sum(1 for one in lines if not one.there and not one.line.problem),
        "may_change": Verb.CHANGE.value in found.verbs,
        "problem": problem,
    }
    status = problem.status if problem else 400 if wrong else 200
    return pages.render(request, "observatory/evaluating/list.html", context, status=status)
