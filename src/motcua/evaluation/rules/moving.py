"""Which verb leads a campaign from where to where: the one table of its states."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from motcua.evaluation.values.campaigns import (
    STATE_TITLES,
    CampaignKind,
    CampaignRefused,
    CampaignState,
)
from motcua.kernel.words import Sentence

State = CampaignState


class Verb(StrEnum):
    """Everything that is done in a campaign and depends on how far it is."""

    CHANGE = "change"
    ASSIGN = "assign"
    OPEN = "open"
    START_RUNS = "start_runs"
    ANSWER = "answer"
    DECLARE = "declare"
    OBSERVE = "observe"
    DOUBT = "doubt"
    CLOSE = "close"
    RECONCILE = "reconcile"
    OVERRIDE = "override"
    COMPUTE = "compute"
    ASK_FOR_REPLY = "ask_for_reply"
    REPLY = "reply"
    ANSWER_REPLY = "answer_reply"
    CLOSE_REPLIES = "close_replies"
    ASK_RETEST = "ask_retest"
    DECIDE_RETEST = "decide_retest"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    ABANDON = "abandon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """When a verb may be said, where it leads (None: it stays), and how it is called."""

    verb: Verb
    when: tuple[CampaignState, ...]
    title: Sentence
    to: CampaignState | None = None


def _step(verb: Verb, when: tuple[State, ...], title: Sentence, *, to: State | None = None) -> Step:
    return Step(verb=verb, when=when, title=title, to=to)


_AT_WORK = (State.OPEN, State.JUDGING, State.REPLYING)

TABLE: tuple[Step, ...] = (
    _step(Verb.CHANGE, (State.DRAFT,), Sentence("Sửa đợt đánh giá", "Change the campaign")),
    _step(
        Verb.ASSIGN,
        (State.DRAFT, State.OPEN, State.JUDGING),
        Sentence("Phân công người đánh giá", "Assign evaluators"),
    ),
    _step(Verb.OPEN, (State.DRAFT,), Sentence("Mở đợt đánh giá", "Open"), to=State.OPEN),
    _step(Verb.START_RUNS, _AT_WORK, Sentence("Chạy kiểm tra tự động", "Start automatic runs")),
    _step(Verb.ANSWER, (State.OPEN,), Sentence("Chấm phiếu đánh giá", "Fill in worksheets")),
    _step(Verb.DECLARE, (State.OPEN,), Sentence("Kê khai", "Declare")),
    _step(Verb.OBSERVE, _AT_WORK, Sentence("Ghi buổi dùng thử", "Record usability sessions")),
    _step(
        Verb.DOUBT,
        (State.OPEN, State.JUDGING),
        Sentence("Đề nghị xem lại kết quả không do mình chấm", "Doubt what others found"),
    ),
    _step(
        Verb.CLOSE,
        (State.OPEN,),
        Sentence("Kết thúc chấm, chuyển sang thống nhất", "Close the worksheets"),
        to=State.JUDGING,
    ),
    _step(
        Verb.RECONCILE,
        (State.OPEN, State.JUDGING),
        Sentence("Thống nhất điểm khác nhau", "Settle differences"),
    ),
    _step(
        Verb.OVERRIDE,
        (State.JUDGING, State.REPLYING),
        Sentence("Sửa kết quả, có lý do", "Override with a reason"),
    ),
    _step(Verb.COMPUTE, _AT_WORK, Sentence("Tính kết quả", "Compute the results")),
    _step(
        Verb.ASK_FOR_REPLY,
        (State.JUDGING,),
        Sentence("Gửi kết quả dự kiến để cơ quan giải trình", "Ask the agencies for their reply"),
        to=State.REPLYING,
    ),
    _step(Verb.REPLY, (State.REPLYING,), Sentence("Giải trình", "Reply")),
    _step(Verb.ANSWER_REPLY, (State.REPLYING,), Sentence("Trả lời giải trình", "Answer replies")),
    _step(
        Verb.CLOSE_REPLIES,
        (State.REPLYING,),
        Sentence("Kết thúc giải trình", "Close the replies"),
    ),
    _step(
        Verb.ASK_RETEST,
        (*_AT_WORK, State.PUBLISHED),
        Sentence("Yêu cầu kiểm tra lại", "Ask for another look"),
    ),
    _step(
        Verb.DECIDE_RETEST,
        (*_AT_WORK, State.PUBLISHED),
        Sentence("Quyết định kiểm tra lại", "Decide on another look"),
    ),
    _step(
        Verb.PUBLISH,
        (State.REPLYING,),
        Sentence("Công bố kết quả", "Publish the results"),
        to=State.PUBLISHED,
    ),
    _step(
        Verb.CORRECT,
        (State.PUBLISHED,),
        Sentence("Mở lại để đính chính", "Open again to correct"),
        to=State.JUDGING,
    ),
    _step(
        Verb.WITHDRAW,
        (State.PUBLISHED,),
        Sentence("Rút kết quả đã công bố", "Withdraw the results"),
        to=State.WITHDRAWN,
    ),
    _step(
        Verb.ABANDON,
        (State.DRAFT, *_AT_WORK),
        Sentence("Bỏ đợt đánh giá", "Abandon the campaign"),
        to=State.ABANDONED,
    ),
)
STEPS: Mapping[Verb, Step] = {step.verb: step for step in TABLE}

REPLY_DAYS: Mapping[CampaignKind, timedelta] = {
    CampaignKind.PERIODIC: timedelta(days=5),
    CampaignKind.AD_HOC: timedelta(days=1),
}
"""The least time that agencies have for their reply. Ours: no rule that we read says how long."""


def can(verb: Verb, state: CampaignState) -> bool:
    """Tell whether a verb may be said in a state."""
    return state in STEPS[verb].when


def check(verb: Verb, state: CampaignState) -> None:
    """Refuse a verb that may not be said in a state, saying in which it may."""
    if can(verb, state):
        return
    step = STEPS[verb]
    vi = ", ".join(f"“{STATE_TITLES[one].vi}”" for one in step.when)
    en = ", ".join(f"“{STATE_TITLES[one].en}”" for one in step.when)
    raise CampaignRefused(
        "trang-thai",
        Sentence(
            f"Đợt đánh giá đang ở bước “{STATE_TITLES[state].vi}”. Việc “{step.title.vi}” chỉ làm "
            f"được ở bước {vi}.",
            f"The campaign is “{STATE_TITLES[state].en}”. “{step.title.en}” is possible only "
            f"while it is {en}.",
        ),
    )


def after(verb: Verb, state: CampaignState) -> CampaignState:
    """Give the state that a verb leads to; refuses with `CampaignRefused`."""
    check(verb, state)
    return STEPS[verb].to or state
