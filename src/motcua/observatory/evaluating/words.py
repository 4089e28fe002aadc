"""Words and colours of campaigns as the desk shows them."""

from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import LEADING
from motcua.evaluation.values.campaigns import CampaignState, RunState
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.kernel.words import Sentence
from motcua.web.formats import say

LEADS = LEADING
STATES = {
    CampaignState.DRAFT: "neutral",
    CampaignState.OPEN: "info",
    CampaignState.JUDGING: "info",
    CampaignState.REPLYING: "wait",
    CampaignState.PUBLISHED: "good",
    CampaignState.WITHDRAWN: "bad",
    CampaignState.ABANDONED: "neutral",
}
"""The colour of each state."""
STAGES = (
    (CampaignState.DRAFT, Sentence("Chuẩn bị", "Prepare")),
    (CampaignState.OPEN, Sentence("Đánh giá", "Evaluate")),
    (CampaignState.JUDGING, Sentence("Thống nhất kết quả", "Settle the results")),
    (CampaignState.REPLYING, Sentence("Cơ quan giải trình", "Agencies reply")),
    (CampaignState.PUBLISHED, Sentence("Công bố", "Publish")),
)
"""The way of a campaign, in its order."""
RUNS = {
    RunState.WAITING: ("wait", Sentence("Đang chờ", "Waiting")),
    RunState.RUNNING: ("info", Sentence("Đang xem", "Looking")),
    RunState.DONE: ("good", Sentence("Đã xem", "Seen")),
    RunState.FAILED: ("bad", Sentence("Không xem được", "Failed")),
}
NO_RUN = ("neutral", Sentence("Chưa xem", "Not seen yet"))
NEXT = {
    CampaignState.DRAFT: Verb.OPEN,
    CampaignState.OPEN: Verb.CLOSE,
    CampaignState.JUDGING: Verb.ASK_FOR_REPLY,
    CampaignState.REPLYING: Verb.CLOSE_REPLIES,
}
"""The verb that leads on from each state."""
PAGES = {
    Verb.CHANGE: "change",
    Verb.OPEN: "open",
    Verb.CLOSE: "close",
    Verb.ASK_FOR_REPLY: "ask_for_reply",
    Verb.CLOSE_REPLIES: "close_replies",
    Verb.PUBLISH: "publish",
    Verb.CORRECT: "correct",
    Verb.WITHDRAW: "withdraw",
    Verb.ABANDON: "abandon",
}
"""The page on which each verb is said of the campaign as a whole."""


def grade(of: CriteriaSet | None, code: str) -> str:
    """Give a grade as people read it: a letter as it stands, a longer code in words."""
    bands = of.bands if of and len(code) > 1 else ()
    return next((say(band.text) for band in bands if band.code == code), code)
