"""A dossier told to the person who applied: what state it is in, what happened, what comes next."""

from django.utils import translation

from motcua.dossiers.values import DossierView
from motcua.journal.values import Entry
from motcua.kernel.calendar import moment_in_words
from motcua.kernel.words import Sentence
from motcua.web import formats
from motcua.web.timelines import Happened, happened
from motcua.workflow.rules import told
from motcua.workflow.values import Move, State

TONES = {
    State.DRAFT: "neutral",
    State.SUBMITTED: "wait",
    State.ACCEPTED: "info",
    State.IN_PROCESS: "info",
    State.SUPPLEMENT: "warn",
    State.PAYMENT_DUE: "warn",
    State.WITHDRAW_REQUESTED: "wait",
    State.STOPPED: "neutral",
    State.REFUSED: "bad",
    State.RESOLVED: "good",
    State.RETURNED: "good",
}
"""The tone of a state's tag; its words always stand beside it."""

MEANINGS = {
    State.SUBMITTED: Sentence(
        "Cơ quan đã nhận được hồ sơ. Cán bộ sẽ kiểm tra và báo cho bạn.",
        "The agency has your application. An officer will check it and tell you.",
    ),
    State.ACCEPTED: Sentence(
        "Hồ sơ đủ giấy tờ và đã được tiếp nhận. Bạn không phải làm gì thêm.",
        "Your application is complete and has been accepted. You do not need to do anything else.",
    ),
    State.IN_PROCESS: Sentence(
        "Cơ quan đang giải quyết. Bạn không phải làm gì thêm.",
        "The agency is working on it. You do not need to do anything else.",
    ),
    State.SUPPLEMENT: Sentence(
        "Cán bộ cần bạn bổ sung. Thời hạn tạm dừng cho tới khi bạn gửi.",
        "The officer needs something more from you. The time limit is on hold until you send it.",
    ),
    State.PAYMENT_DUE: Sentence(
        "Bạn cần nộp tiền để hồ sơ được giải quyết tiếp.",
        "You need to pay before the agency can go on.",
    ),
    State.WITHDRAW_REQUESTED: Sentence(
        "Bạn đã xin rút hồ sơ. Cơ quan sẽ trả lời.",
        "You have asked to withdraw your application. The agency will answer you.",
    ),
    State.STOPPED: Sentence(
        "Hồ sơ đã dừng, cơ quan không giải quyết tiếp.",
        "Your application was stopped. The agency will not do anything more with it.",
    ),
    State.REFUSED: Sentence(
        "Hồ sơ không được tiếp nhận. Lý do ghi bên dưới; bạn có thể sửa và nộp hồ sơ mới.",
        "Your application was not accepted. See why below; you can correct it and apply again.",
    ),
    State.RESOLVED: Sentence(
        "Đã có kết quả. Bạn tải bản điện tử ngay dưới đây, hoặc đến nhận bản giấy.",
        "The result is ready. Download it below, or collect the paper copy.",
    ),
    State.RETURNED: Sentence("Bạn đã nhận kết quả.", "You have received the result."),
}
"""What a state means for the person who applied, and what they need to do."""

_REFUSED_BY_RESULT = Sentence(
    "Cơ quan đã thẩm tra và không giải quyết được yêu cầu của bạn. Lý do và căn cứ ghi trong văn "
    "bản từ chối dưới đây; bạn có quyền khiếu nại.",
    "The agency examined your request and cannot grant it. The reasons stand in the decision "
    "below; you may lodge a complaint.",
)

_MOVES = {
    Move.ACCEPT: (Sentence("Hồ sơ được tiếp nhận", "Application accepted"), "good"),
    Move.REQUEST_SUPPLEMENT: (
        Sentence("Cán bộ đề nghị bổ sung", "The officer asked for something more"),
        "warn",
    ),
    Move.SUPPLEMENT: (Sentence("Bạn đã gửi phần bổ sung", "You sent what was missing"), "good"),
    Move.REFUSE: (Sentence("Hồ sơ không được tiếp nhận", "Application not accepted"), "bad"),
    Move.CLOSE_UNANSWERED: (
        Sentence("Hồ sơ đóng vì quá hạn bổ sung", "Closed: nothing more was sent in time"),
        "bad",
    ),
    Move.RESOLVE: (Sentence("Kết quả đã được ký", "The result was signed"), "good"),
    Move.RETURN_RESULT: (Sentence("Kết quả đã trả cho bạn", "The result was given to you"), "good"),
    Move.EXTEND: (
        Sentence("Cơ quan xin lỗi và gia hạn", "The agency apologised and extended the time"),
        "warn",
    ),
    Move.WITHDRAW: (Sentence("Bạn xin rút hồ sơ", "You asked to withdraw"), ""),
    Move.ALLOW_WITHDRAWAL: (Sentence("Cơ quan đồng ý cho rút", "Withdrawal allowed"), ""),
    Move.REJECT_WITHDRAWAL: (Sentence("Cơ quan không đồng ý cho rút", "Withdrawal refused"), ""),
    Move.STOP: (Sentence("Hồ sơ dừng giải quyết", "Stopped"), "bad"),
    Move.REQUEST_PAYMENT: (Sentence("Cơ quan đề nghị nộp tiền", "Payment requested"), "warn"),
    Move.CONFIRM_PAYMENT: (Sentence("Đã xác nhận nộp tiền", "Payment confirmed"), "good"),
}
_NOTICES = {
    "notification.sent": (Sentence("Đã báo tin cho bạn", "You were told"), ""),
    "notification.failed": (Sentence("Chưa báo tin được cho bạn", "You could not be told"), "warn"),
}
_WAYS = {
    "mail": Sentence("qua thư điện tử", "by email"),
    "sms": Sentence("qua tin nhắn", "by SMS"),
    "zalo": Sentence("qua Zalo", "by Zalo"),
}
_ALWAYS_TOLD = frozenset(
    {
        Move.REFUSE,
        Move.EXTEND,
        Move.STOP,
        Move.WITHDRAW,
        Move.REJECT_WITHDRAWAL,
        Move.REQUEST_PAYMENT,
        Move.CLOSE_UNANSWERED,
    }
)
_WITHIN = Sentence("Hồ sơ được xử lý tiếp trong cơ quan", "Passed on within the agency")


def timeline(dossier: DossierView) -> list[Happened]:
    """Tell what happened, the latest first; steps within the agency in a row are told once."""
    told: list[Happened] = []
    for entry in dossier.history:
        found = _told(entry)
        if found is None:
            continue
        title, tone, words = found
        if told and title == told[-1].title == formats.say(_WITHIN):
            told.pop()
        told.append(_line(entry, title=title, tone=tone, words=words))
    told.reverse()
    return told


def _told(entry: Entry) -> tuple[str, str, str] | None:
    if entry.kind == "dossier.submitted":
        return formats.say(Sentence("Hồ sơ đã nộp", "Application submitted")), "", ""
    if entry.kind == "dossier.brought_in":
        brought = Sentence("Hồ sơ được chuyển từ hệ thống trước", "Brought from an earlier system")
        return formats.say(brought), "", ""
    if entry.kind in _NOTICES:
        sentence, tone = _NOTICES[entry.kind]
        way = _WAYS.get(str(entry.payload.get("channel")), Sentence("", ""))
        return f"{formats.say(sentence)} {formats.say(way)}".strip(), tone, ""
    move = entry.payload.get("move")
    if not move:
        return None
    sentence, tone = _MOVES.get(Move(str(move)), (_WITHIN, ""))
    reason = str(entry.payload.get("reason") or "") if Move(str(move)) in _ALWAYS_TOLD else ""
    return formats.say(sentence), tone, reason


def _line(entry: Entry, *, title: str, tone: str, words: str) -> Happened:
    by = entry.by.name if entry.by.kind == "account" else ""
    return happened(title, entry.at, by=by, words=words, tone=tone)


def pauses(dossier: DossierView) -> list[str]:
    """Say of each time the clock stood still why, and what became of the limit."""
    found = told(dossier.clock) if dossier.clock else ()
    return [formats.say(words) for _, words in found]


def meaning(dossier: DossierView) -> Sentence | None:
    """Say what the state means for the person who applied."""
    if dossier.refused_by_result and dossier.state in {State.RESOLVED, State.RETURNED}:
        return _REFUSED_BY_RESULT
    return MEANINGS.get(dossier.state)


def due_in_words(dossier: DossierView) -> str:
    """Write the moment a dossier is due with its day of the week; nothing where none is set."""
    language = translation.get_language() or "vi"
    return moment_in_words(dossier.due.at, language) if dossier.due else ""
