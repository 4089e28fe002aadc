"""What hinders a campaign's next step, each reason in a sentence: the button and the verb ask "
"here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.evaluation.models import (
    Answer,
    Assignment,
    Campaign,
    Reconciliation,
    Reply,
    Retest,
    Run,
    Subject,
)
from motcua.evaluation.queries.campaign_sets import asked, set_of
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused, RunState, Seat
from motcua.evaluation.values.criteria import Method
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence, counted

NAMED = 5
"""Portals that are named in one sentence; of the rest it says how many."""
BUSY = (RunState.WAITING.value, RunState.RUNNING.value)


def hindrances(campaign: Campaign, verb: Verb, *, at: datetime) -> tuple[Sentence, ...]:
    """Give every reason why a verb cannot be said of a campaign now; none for most verbs."""
    try:
        return tuple(one for reason in _REASONS.get(verb, ()) for one in reason(campaign, at))
    except CampaignRefused as refusal:
        return refusal.all


def check(campaign: Campaign, verb: Verb, *, at: datetime) -> None:
    """Refuse a verb with every reason there is."""
    found = hindrances(campaign, verb, at=at)
    if found:
        raise CampaignRefused("chua-xong", *found)


def unsettled(campaign: Campaign) -> Mapping[int, tuple[str, ...]]:
    """Give by portal the criteria on which two finished evaluators differ and nobody agreed."""
    rows = Answer.objects.filter(
        assignment__subject__campaign=campaign, assignment__finished_at__isnull=False
    ).values_list("assignment__subject", "assignment__seat", "criterion", "value", "applies")
    said: dict[tuple[int, str], dict[str, tuple[str, bool]]] = {}
    for subject, seat, criterion, value, applies in rows:
        said.setdefault((subject, criterion), {})[seat] = (value, applies)
    agreed = set(
        Reconciliation.objects.filter(subject__campaign=campaign).values_list(
            "subject", "criterion"
        )
    )
    found: dict[int, list[str]] = {}
    for (subject, criterion), seats in sorted(said.items()):
        differ = len(seats) == len(Seat) and len(set(seats.values())) > 1
        if differ and (subject, criterion) not in agreed:
            found.setdefault(subject, []).append(criterion)
    return {subject: tuple(codes) for subject, codes in found.items()}


def _named(rows: Iterable[Subject]) -> str:
    names = [row.agency_name for row in rows]
    more = f" … (+{len(names) - NAMED})" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _of(campaign: Campaign) -> QuerySet[Subject]:
    return Subject.objects.filter(campaign=campaign).order_by("agency_code")


def _no_portal(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    if not _of(campaign).exists():
        yield Sentence("Đợt này chưa có cổng nào.", "The campaign has no portal yet.")


def _no_address(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    rows = list(_of(campaign).filter(address=""))
    if rows and asked(set_of(campaign), Method.AUTOMATIC):
        yield Sentence(
            f"Chưa có địa chỉ cổng của: {_named(rows)}.",
            f"No address is known of the portals of: {_named(rows)}.",
        )


def _empty_seats(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    if not asked(set_of(campaign), Method.MANUAL):
        return
    for seat in tuple(Seat)[: campaign.seats]:
        sits = Assignment.objects.filter(subject=OuterRef("pk"), seat=seat.value)
        rows = list(_of(campaign).filter(~Exists(sits)))
        if rows:
            which = Sentence("thứ nhất", "first")
            if seat is Seat.SECOND:
                which = Sentence("thứ hai", "second")
            yield Sentence(
                f"Chưa có người đánh giá {which.vi} cho: {_named(rows)}.",
                f"There is no {which.en} evaluator yet for: {_named(rows)}.",
            )


def _not_looked_at(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    if not asked(set_of(campaign), Method.AUTOMATIC):
        return
    ended = Run.objects.filter(subject=OuterRef("pk")).exclude(state__in=BUSY)
    rows = list(_of(campaign).filter(~Exists(ended)))
    if rows:
        yield Sentence(
            f"Chưa kiểm tra tự động xong: {_named(rows)}.",
            f"The automatic look is not done yet: {_named(rows)}.",
        )


def _busy(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    number = Run.objects.filter(subject__campaign=campaign, state__in=BUSY).count()
    if number:
        yield Sentence(
            f"Còn {number} lượt kiểm tra tự động đang chờ hoặc đang chạy.",
            f"{counted(number, 'automatic look')} waiting or under way.",
        )


def _unfinished(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    if not asked(set_of(campaign), Method.MANUAL):
        return
    open_sheet = Assignment.objects.filter(subject=OuterRef("pk"), finished_at=None)
    rows = list(_of(campaign).filter(Exists(open_sheet)))
    if rows:
        yield Sentence(
            f"Phiếu đánh giá chưa hoàn thành: {_named(rows)}.",
            f"Worksheets are not finished: {_named(rows)}.",
        )


def _differing(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    found = unsettled(campaign)
    if found:
        rows = _of(campaign).filter(pk__in=found)
        number = sum(len(codes) for codes in found.values())
        yield Sentence(
            f"Hai người đánh giá còn khác nhau ở {number} tiêu chí: {_named(rows)}.",
            f"Evaluators still differ on {number} of the criteria: {_named(rows)}.",
        )


def _not_computed(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    if campaign.computed_at is None:
        yield Sentence(
            "Kết quả chưa được tính từ lần thay đổi gần nhất. Bạn hãy tính lại.",
            "The results were not computed since the last change. Compute them again.",
        )


def _left_open(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    rows = list(_of(campaign).filter(score__open_criteria__gt=0, open_reason=""))
    if rows:
        yield Sentence(
            f"Còn tiêu chí để ngỏ: {_named(rows)}. Hãy chấm, sửa có lý do, hoặc ghi vì sao để ngỏ.",
            f"Criteria are open: {_named(rows)}. Judge them, override with a reason, or say why "
            "they stay open.",
        )


def _undecided(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    rows = list(_of(campaign).filter(Exists(_waiting_retest())))
    if rows:
        yield Sentence(
            f"Yêu cầu kiểm tra lại chưa được quyết định: {_named(rows)}.",
            f"Requests for another look are undecided: {_named(rows)}.",
        )


def _waiting_retest() -> QuerySet[Retest]:
    return Retest.objects.filter(subject=OuterRef("pk"), decided_at=None)


def _time_left(campaign: Campaign, at: datetime) -> Iterator[Sentence]:
    if campaign.reply_until is None or at >= campaign.reply_until:
        return
    rows = list(_of(campaign).filter(replied_at=None))
    if rows:
        until = campaign.reply_until.astimezone(HANOI)
        yield Sentence(
            f"Các cơ quan còn thời gian giải trình đến {until:%H:%M ngày %d/%m/%Y}, và chưa nói "
            f"hết ý kiến: {_named(rows)}.",
            f"Agencies have until {until:%H:%M on %d/%m/%Y} to reply, and have not said they are "
            f"done: {_named(rows)}.",
        )


def _replies_open(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    if campaign.replies_closed_at is None:
        yield Sentence(
            "Thời gian giải trình chưa kết thúc.", "The time for replies is not closed yet."
        )


def _unanswered(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    waiting = Reply.objects.filter(subject=OuterRef("pk"), answered_at=None)
    rows = list(_of(campaign).filter(Exists(waiting)))
    if rows:
        yield Sentence(
            f"Chưa trả lời giải trình của: {_named(rows)}.",
            f"Explanations were not answered: {_named(rows)}.",
        )


def _not_scored(campaign: Campaign, _at: datetime) -> Iterator[Sentence]:
    rows = list(_of(campaign).filter(Q(score=None)))
    if rows and campaign.computed_at is not None:
        yield Sentence(
            f"Chưa có kết quả của: {_named(rows)}.", f"There is no result of: {_named(rows)}."
        )


_Reason = Callable[[Campaign, datetime], Iterator[Sentence]]
_SETTLED: tuple[_Reason, ...] = (_busy, _differing, _undecided, _not_computed, _not_scored)
_REASONS: Mapping[Verb, tuple[_Reason, ...]] = {
    Verb.OPEN: (_no_portal, _no_address, _empty_seats),
    Verb.CLOSE: (_not_looked_at, _busy, _unfinished),
    Verb.ASK_FOR_REPLY: _SETTLED,
    Verb.CLOSE_REPLIES: (_time_left,),
    Verb.PUBLISH: (_replies_open, _unanswered, *_SETTLED, _left_open),
}
