"""Paper intake: the officer types the same form that citizens fill in, for who stands there."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from motcua.agencies import queries as agencies
from motcua.dossiers import actions, queries
from motcua.dossiers.queries.no_paper import no_paper_rules
from motcua.dossiers.values import Channel
from motcua.identity import actions as identity
from motcua.identity.values import Role, Viewer
from motcua.identity.values.assistance import PersonFound
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request

_NO_SERVICE = Sentence("Bạn hãy chọn thủ tục.", "Choose the procedure.")
_CHOOSE = Sentence(
    "Bạn hãy đối chiếu với giấy tờ của người nộp rồi chọn có gắn hồ sơ vào tài khoản này không.",
    "Compare with the person's papers, then choose whether to attach it to this account.",
)
_NOBODY = Sentence(
    "Không có tài khoản nào dùng số này. Bạn hãy để trống để nhận hồ sơ không có tài khoản; người "
    "nộp theo dõi bằng mã trên giấy tiếp nhận.",
    "No account uses this number. Leave it empty to go on without an account; the applicant "
    "follows with the code on the receipt.",
)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(Role.RECEPTIONIST)
def intake(request: Request) -> HttpResponse:
    """Choose the service and who applies, then go on to the form; drafts under way come too."""
    if request.method != "POST":
        return _page(request)
    if not request.POST.get("thu-tuc"):
        return _page(request, problem=("thu-tuc", _NO_SERVICE), status=400)
    found: PersonFound | None = None
    try:
        found = _person(request)
        attach = request.POST.get("gan-ho-so", "")
        if found is not None and attach not in ("co", "khong"):
            problem = ("gan-ho-so", _CHOOSE)
            return _page(request, problem=problem, found=found, status=422)
        return _begin(request, found.key if found and attach == "co" else None)
    except actions.NoPaperToday as refused:
        problem = ("ngoai-le", refused.sentence)
        return _page(request, problem=problem, found=found, no_paper=True, status=409)
    except Refused as refused:
        place = "so-dinh-danh" if type(refused).__name__ == "AccountUnknown" else "thu-tuc"
        words = _NOBODY if place == "so-dinh-danh" else refused.sentence
        return _page(request, problem=(place, words), status=refusals.status_of(refused))


def _person(request: Request) -> PersonFound | None:
    number = request.POST.get("so-dinh-danh", "").strip()[:100]
    if not number:
        return None
    return identity.find_applicant(number=number, by=request.viewer, at=clock.now())


def _page(
    request: Request,
    *,
    problem: tuple[str, Sentence] | None = None,
    found: PersonFound | None = None,
    no_paper: bool = False,
    status: int = 200,
) -> HttpResponse:
    today = clock.today()
    services = [(s.code, s.name) for s in procedures.services(today)]
    context = {
        "services": services,
        "drafts": [
            (draft, address_of(draft.key, by=request.viewer))
            for draft in queries.drafts(viewer=request.viewer)
            if not draft.channel.is_online or draft.supplements
        ],
        "channels": [Channel.COUNTER, Channel.POST],
        "reception": agencies.agency(_reception(request.viewer)),
        "errors": dict([problem]) if problem else {},
        "found": found,
        "no_paper": no_paper or bool(request.POST.get("ngoai-le")),
        "closed": [
            (dict(services).get(rule.service_code), rule)
            for rule in no_paper_rules(viewer=request.viewer)
            if rule.holds(rule.service_code, today)
        ],
        "typed": request.POST,
    }
    return pages.render(request, "desk/intake.html", context, status=status)


def _begin(request: Request, applicant: UUID | None) -> HttpResponse:
    posted = request.POST.get("kenh")
    draft = actions.begin_intake(
        service_code=request.POST.get("thu-tuc", ""),
        by=request.viewer,
        at=clock.now(),
        channel=Channel.POST if posted == Channel.POST.value else Channel.COUNTER,
        reception_code=_reception(request.viewer),
        applicant=applicant,
        exception=request.POST.get("ngoai-le", ""),
    )
    return HttpResponseRedirect(address_of(draft, by=request.viewer))


def _reception(viewer: Viewer) -> str:
    return next(grant.agency_code for grant in viewer.grants if grant.role is Role.RECEPTIONIST)


def address_of(key: UUID, *, by: Viewer) -> str:
    """Give the page of the form on which a draft goes on: where it was left, else the first."""
    draft = queries.draft(viewer=by, key=key)
    if draft is None:
        return reverse("desk:intake")
    form = procedures.service_by_digest(draft.service_digest).form
    return reverse("portal:fill", args=[key, draft.page or form.pages[0].name])
