"""Who comes in, what a page is about, and what becomes of a refusal."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import Http404, HttpResponseBase
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.evaluation import actions
from motcua.evaluation.queries import campaigns as queries
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.values.campaigns import Board, CampaignRefused, CampaignView, SubjectView
from motcua.identity.values import Role
from motcua.kernel.words import Sentence
from motcua.web import clock, pages
from motcua.web.access import View, officer_required
from motcua.web.http import Request

LEADERS = (Role.EVALUATOR, Role.INDEPENDENT_REVIEWER)
"""Who leads campaigns and judges portals."""
READERS = (*LEADERS, Role.EXECUTIVE)
"""Who has a part in campaigns at all; heads of agencies see those that judge their portal."""


def reading(*roles: Role) -> Callable[[View], View]:
    """Make a page that is only read; what is not there for the reader is not found."""
    return lambda view: require_GET(officer_required(*roles)(_found(view)))


def asking(*roles: Role) -> Callable[[View], View]:
    """Make a page that is read and answered."""
    return lambda view: require_http_methods(["GET", "POST"])(
        officer_required(*roles)(_found(view))
    )


def doing(*roles: Role) -> Callable[[View], View]:
    """Make an address that only takes answers."""
    return lambda view: require_POST(officer_required(*roles)(_found(view)))


def campaign(request: Request, code: str) -> CampaignView:
    """Give the campaign that a page is about; not found where it does not concern the reader."""
    found = queries.campaign(viewer=request.viewer, code=code)
    if found is None:
        raise Http404
    return found


def board(request: Request, code: str) -> Board:
    """Give the board of a campaign; not found for who does not lead it."""
    found = queries.board(viewer=request.viewer, code=code, at=clock.now())
    if found is None:
        raise Http404
    return found


def portal(request: Request, code: str, agency: str) -> tuple[SubjectView, frozenset[Stand]]:
    """Give a portal that concerns the reader, and how the reader stands to it."""
    for subject, held in queries.portals(viewer=request.viewer, code=code):
        if subject.agency == agency:
            return subject, held
    raise Http404


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with what was typed: where it stands on the page, and in words."""

    field: str
    sentences: tuple[Sentence, ...]

    @property
    def sentence(self) -> Sentence:
        """Give the first of the words."""
        return self.sentences[0]

    @property
    def status(self) -> int:
        """Give how the answer is marked: not now, or not so."""
        return 409 if self.field in {"trang-thai", "chua-xong"} else 400

    @property
    def listed(self) -> list[tuple[str, Sentence]]:
        """Give what the summary of errors lists."""
        return [(self.field, one) for one in self.sentences]


def problem_of(refused: CampaignRefused) -> Problem:
    """Make of a refusal what the page shows; something that is not there is not found."""
    if isinstance(refused, actions.NotThere):
        raise Http404 from refused
    return Problem(refused.field, refused.all)


def _found(view: View) -> View:
    @wraps(view)
    def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except actions.NotThere as missing:
            raise Http404 from missing
        except CampaignRefused as refused:
            context = {"problem": problem_of(refused)}
            return pages.render(request, "observatory/evaluating/refused.html", context, status=409)

    return guarded
