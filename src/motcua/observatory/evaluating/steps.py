"""Leading a campaign from one state to the next: a page a verb, which says what will happen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from motcua.evaluation import actions
from motcua.evaluation.queries import leading
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import REPLY_DAYS, STEPS, Verb
from motcua.evaluation.values.campaigns import CampaignRefused, CampaignView
from motcua.kernel.calendar import HANOI, local_day
from motcua.kernel.words import Sentence
from motcua.observatory.evaluating import asking as typed
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    board,
    problem_of,
)
from motcua.web import clock, pages
from motcua.web.formats import say
from motcua.web.http import Request

Done = Callable[[Request, str], object]


@dataclass(frozen=True, slots=True)
class Said:
    """A verb as its page says it: what happens then, what is done, what it asks for besides.

    asks  `reason`, `until` or nothing
    """

    happens: Sentence
    done: Sentence
    do: Done
    asks: str = ""
    grave: bool = False


@asking(*LEADERS)
def step(request: Request, code: str, verb: Verb) -> HttpResponse:
    """Say what a verb does, what hinders it, and do it."""
    said = VERBS[verb]
    problem = None
    if request.method == "POST":
        try:
            said.do(request, code)
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            messages.success(request, say(said.done))
            return HttpResponseRedirect(reverse("evaluating:campaign", args=[code]))
    found = board(request, code)
    if problem is None:
        problem = _not_now(verb, found.campaign)
    hindrances = leading.hinders(viewer=request.viewer, code=code, verb=verb, at=clock.now())
    context = {
        **head(found.campaign, verbs=found.verbs),
        "title": STEPS[verb].title,
        "said": said,
        "hindrances": hindrances if verb.value in found.verbs else (),
        "may": verb.value in found.verbs and not hindrances,
        "until": _until(request.POST, found.campaign, clock.now()),
        "least": REPLY_DAYS[found.campaign.kind].days,
        "posted": request.POST,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/step.html", context, status=status)


def _not_now(verb: Verb, found: CampaignView) -> Problem | None:
    try:
        moving.check(verb, found.state)
    except CampaignRefused as refused:
        return problem_of(refused)
    return None


def _until(posted: QueryDict, found: CampaignView, at: datetime) -> dict[str, str]:
    """Give the deadline that was typed; at first the least time and a day."""
    there = typed.typed_day(posted, "han")
    if there:
        return there
    on = local_day(at + REPLY_DAYS[found.kind] + timedelta(days=1))
    return {part: str(getattr(on, part)) for part in ("day", "month", "year")}


def _reason(request: Request) -> str:
    return typed.words(request.POST, "ly-do")


def _open(request: Request, code: str) -> None:
    actions.open_campaign(code=code, by=request.viewer, at=clock.now())


def _close(request: Request, code: str) -> None:
    actions.close_worksheets(code=code, by=request.viewer, at=clock.now())


def _ask_for_reply(request: Request, code: str) -> None:
    on = typed.day(request.POST, "han")
    until = datetime(on.year, on.month, on.day, 23, 59, 59, tzinfo=HANOI)
    actions.ask_for_reply(code=code, until=until, by=request.viewer, at=clock.now())


def _close_replies(request: Request, code: str) -> None:
    actions.close_replies(code=code, by=request.viewer, at=clock.now())


def _correct(request: Request, code: str) -> None:
    actions.correct(code=code, reason=_reason(request), by=request.viewer, at=clock.now())


def _withdraw(request: Request, code: str) -> None:
    actions.withdraw(code=code, reason=_reason(request), by=request.viewer, at=clock.now())


def _abandon(request: Request, code: str) -> None:
    actions.abandon(code=code, reason=_reason(request), by=request.viewer, at=clock.now())


VERBS = {
    Verb.OPEN: Said(
        Sentence(
            "Sau khi mở: máy kiểm tra được các cổng, người đánh giá chấm phiếu, cơ quan kê khai. "
            "Danh sách cổng, bộ tiêu chí và thời gian không đổi được nữa.",
            "Once open, portals can be looked at, worksheets filled in, declarations made. The "
            "portals, the criteria and the period can no longer be changed.",
        ),
        Sentence("Đợt đánh giá đã mở.", "The campaign is open."),
        _open,
    ),
    Verb.CLOSE: Said(
        Sentence(
            "Sau bước này không ai sửa phiếu được nữa. Bạn và người đánh giá thống nhất những điểm "
            "còn khác nhau, rồi bạn tính kết quả.",
            "After this nobody changes a worksheet. Differences are settled, then you compute the "
            "results.",
        ),
        Sentence("Đã kết thúc chấm phiếu.", "The worksheets are closed."),
        _close,
    ),
    Verb.ASK_FOR_REPLY: Said(
        Sentence(
            "Từng cơ quan sẽ thấy kết quả dự kiến của cổng mình và giải trình đến hết ngày bạn "
            "chọn. Cơ quan khác và người dân chưa thấy gì.",
            "Each agency sees the expected result of its own portal and can reply to the end of "
            "the day you choose. Others and the public see nothing yet.",
        ),
        Sentence("Đã gửi kết quả dự kiến cho các cơ quan.", "The agencies were asked."),
        _ask_for_reply,
        asks="until",
    ),
    Verb.CLOSE_REPLIES: Said(
        Sentence(
            "Sau bước này cơ quan không giải trình thêm được. Bạn còn trả lời và sửa kết quả được "
            "trước khi công bố.",
            "After this agencies cannot add anything. You can still answer and override before you "
            "publish.",
        ),
        Sentence("Đã kết thúc giải trình.", "The replies are closed."),
        _close_replies,
    ),
    Verb.CORRECT: Said(
        Sentence(
            "Đợt đánh giá mở lại ở bước thống nhất kết quả. Kết quả đã công bố vẫn có hiệu lực đến "
            "khi bạn công bố bản đính chính; bản cũ luôn xem được.",
            "The campaign opens again where results are settled. What was published holds until "
            "you publish the correction; the old one stays readable.",
        ),
        Sentence("Đã mở lại để đính chính.", "The campaign is open again to be corrected."),
        _correct,
        asks="reason",
    ),
    Verb.WITHDRAW: Said(
        Sentence(
            "Kết quả không còn hiệu lực. Một văn bản có chữ ký nói vì sao sẽ đứng ở chỗ kết quả. "
            "Việc này không làm lại được.",
            "The results no longer hold. A signed document that says why takes their place. This "
            "cannot be undone.",
        ),
        Sentence("Đã rút kết quả.", "The results are withdrawn."),
        _withdraw,
        asks="reason",
        grave=True,
    ),
    Verb.ABANDON: Said(
        Sentence(
            "Đợt đánh giá dừng hẳn và không công bố gì. Việc này không làm lại được.",
            "The campaign ends and nothing is published. This cannot be undone.",
        ),
        Sentence("Đã bỏ đợt đánh giá.", "The campaign is abandoned."),
        _abandon,
        asks="reason",
        grave=True,
    ),
}
