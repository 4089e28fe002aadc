"""What happened in a campaign, line by line, to whoever leads it.

What evaluators answered is not told: who leads may judge a portal too, and must not know.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.evaluation.queries import chronicle as queries
from motcua.evaluation.values.campaigns import SEAT_TITLES, STATE_TITLES, CampaignState, Seat
from motcua.journal.values import Entry
from motcua.kernel.words import Sentence
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import LEADERS, campaign, reading
from motcua.web import pages
from motcua.web.formats import say
from motcua.web.http import Request, number_of
from motcua.web.timelines import Happened, happened, who

TOLD: Mapping[str, Sentence] = {
    "evaluation.campaign_created": Sentence("Tạo đợt đánh giá", "Campaign created"),
    "evaluation.campaign_changed": Sentence("Sửa đợt đánh giá", "Campaign changed"),
    "evaluation.campaign_moved": Sentence("Chuyển bước", "Went to another step"),
    "evaluation.subjects_added": Sentence("Thêm cổng", "Portals added"),
    "evaluation.subject_changed": Sentence("Sửa thông tin cổng", "Portal changed"),
    "evaluation.subject_removed": Sentence("Bỏ cổng khỏi đợt", "Portal removed"),
    "evaluation.evaluator_assigned": Sentence("Giao người đánh giá", "Evaluator assigned"),
    "evaluation.evaluators_spread": Sentence("Chia cổng cho người đánh giá", "Evaluators spread"),
    "evaluation.runs_asked": Sentence("Yêu cầu máy kiểm tra", "Automatic looks asked for"),
    "evaluation.run_recorded": Sentence("Máy kiểm tra xong", "Looked at by the machine"),
    "evaluation.run_failed": Sentence("Máy không kiểm tra được", "The machine could not look"),
    "evaluation.retest_asked": Sentence("Cơ quan xin kiểm tra lại", "Another look asked for"),
    "evaluation.retest_decided": Sentence(
        "Trả lời yêu cầu kiểm tra lại", "The request for another look was answered"
    ),
    "evaluation.answer_saved": Sentence("Trả lời trong phiếu", "Answered in a worksheet"),
    "evaluation.evidence_added": Sentence("Thêm bằng chứng", "Evidence added"),
    "evaluation.evidence_removed": Sentence("Bỏ bằng chứng", "Evidence removed"),
    "evaluation.worksheet_finished": Sentence("Hoàn thành phiếu", "Worksheet finished"),
    "evaluation.worksheet_reopened": Sentence("Mở lại phiếu", "Worksheet opened again"),
    "evaluation.difference_reconciled": Sentence(
        "Thống nhất chỗ hai người khác nhau", "Difference settled"
    ),
    "evaluation.criterion_doubted": Sentence("Đề nghị xem lại", "Asked to look again"),
    "evaluation.criterion_overridden": Sentence("Sửa kết quả bằng tay", "Result overridden"),
    "evaluation.override_lifted": Sentence("Bỏ chỗ sửa bằng tay", "Override lifted"),
    "evaluation.left_open": Sentence(
        "Cho công bố dù còn tiêu chí để ngỏ", "May be published with open criteria"
    ),
    "evaluation.criterion_declared": Sentence("Cơ quan tự khai", "Declared by the agency"),
    "evaluation.reply_sent": Sentence("Cơ quan giải trình", "The agency explained"),
    "evaluation.replies_finished": Sentence(
        "Cơ quan đã giải trình xong", "The agency has nothing to add"
    ),
    "evaluation.reply_answered": Sentence("Trả lời giải trình", "Explanation answered"),
    "evaluation.session_begun": Sentence("Bắt đầu buổi dùng thử", "Session begun"),
    "evaluation.task_recorded": Sentence("Ghi một việc của buổi dùng thử", "Task recorded"),
    "evaluation.session_finished": Sentence("Xong buổi dùng thử", "Session finished"),
    "evaluation.results_computed": Sentence("Tính kết quả", "Results computed"),
    "evaluation.results_published": Sentence("Công bố kết quả", "Results published"),
}
"""What is said of each kind of entry."""
TONES = {
    "evaluation.results_published": "good",
    "evaluation.worksheet_finished": "good",
    "evaluation.run_failed": "bad",
    "evaluation.criterion_overridden": "warn",
    "evaluation.criterion_doubted": "warn",
    "evaluation.worksheet_reopened": "warn",
    "evaluation.left_open": "warn",
}


@reading(*LEADERS)
def chronicle(request: Request, code: str) -> HttpResponse:
    """Tell what happened in a campaign or to one of its portals, by whom and when."""
    found = campaign(request, code)
    agency, before = request.GET.get("cong", ""), request.GET.get("truoc", "")
    number = number_of(before)
    if before and number is None:
        raise Http404
    told = queries.chronicle(viewer=request.viewer, code=code, agency=agency, before=number)
    if told is None:
        raise Http404
    context = {
        **head(found),
        "lines": [_line(entry, told.portals) for entry in told.entries],
        "portals": sorted(told.portals.items(), key=lambda one: one[1]),
        "agency": agency,
        "older": told.older,
        "is_first": not before,
    }
    return pages.render(request, "observatory/evaluating/chronicle.html", context)


def _line(entry: Entry, portals: Mapping[str, str]) -> Happened:
    return happened(
        TOLD[entry.kind],
        entry.at,
        by=who(entry.by),
        words=" · ".join(_words(entry, portals)),
        tone=TONES.get(entry.kind, ""),
    )


def _words(entry: Entry, portals: Mapping[str, str]) -> Iterator[str]:
    payload: Mapping[str, Any] = entry.payload
    agency = entry.subject.rpartition("/")[2] if "/" in entry.subject else ""
    if agency:
        yield portals.get(agency, agency)
    if added := payload.get("agencies"):
        number = len(added)
        yield ngettext("%(number)s cổng", "%(number)s cổng", number) % {"number": number}
    if "after" in payload:
        yield say(STATE_TITLES[CampaignState(payload["after"])])
    if "seat" in payload:
        yield say(SEAT_TITLES[Seat(payload["seat"])])
    if item := payload.get("criterion") or payload.get("code"):
        yield _("mục %(item)s") % {"item": item}
    if "granted" in payload:
        yield _("đồng ý") if payload["granted"] else _("từ chối")
    if said := payload.get("reason") or payload.get("decision") or payload.get("problem"):
        yield str(said)
