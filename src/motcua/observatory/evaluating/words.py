"""Words and colours of campaigns as the desk shows them."""

from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import LEADING
from motcua.evaluation.values.campaigns import CampaignState, RunState
from motcua.kernel.words import Sentence

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
