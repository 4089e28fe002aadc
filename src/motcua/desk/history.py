"""What happened to a dossier, line by line, the newest first."""

from collections.abc import Iterator
from datetime import datetime

from motcua.dossiers.values import DossierView
from motcua.journal.values import Entry
from motcua.kernel.words import Sentence
from motcua.web import formats
from motcua.web.timelines import Happened, happened, who
from motcua.workflow.values import Move, State

_HAPPENED = {
    "dossier.submitted": Sentence("Đã nộp hồ sơ", "Submitted"),
    "dossier.brought_in": Sentence("Chuyển từ hệ thống khác sang", "Brought in"),
    "dossier.result_drafted": Sentence("Đã lập dự thảo kết quả", "Result drafted"),
    "dossier.intake_waiting": Sentence("Nhắc: chưa ai trả lời việc tiếp nhận", "Not looked at yet"),
    "dossier.due_soon": Sentence("Nhắc: đến hạn vào ngày làm việc tới", "Due the next working day"),
    "dossier.message_sent": Sentence("Đã gửi tin nhắn", "Message sent"),
    "document.issued": Sentence("Đã lập văn bản", "Document issued"),
    "dossier.handed_back": Sentence("Người nhận đã nhận kết quả", "Result handed over"),
    "payment.charges_raised": Sentence("Đã tính phí, lệ phí", "Fees computed"),
    "payment.recorded": Sentence("Đã thu phí, lệ phí", "Fees received"),
    "notification.sent": Sentence("Đã báo tin cho người nộp", "The applicant was told"),
    "notification.failed": Sentence("Chưa báo tin được cho người nộp", "The notice did not arrive"),
}
_TONES = {
    "dossier.accepted": "good",
    "dossier.resolved": "good",
    "dossier.returned": "good",
    "dossier.refused": "bad",
    "dossier.stopped": "bad",
    "dossier.extended": "warn",
    "dossier.payment_requested": "warn",
    "dossier.intake_waiting": "warn",
    "dossier.due_soon": "warn",
    "dossier.supplement_requested": "warn",
    "notification.failed": "warn",
}


def timeline(found: DossierView) -> list[Happened]:
    """Tell the history of a dossier, with who and when."""
    told = [line for entry in found.history for line in _told(entry)]
    told.reverse()
    return told


def _told(entry: Entry) -> Iterator[Happened]:
    for name, at in entry.payload.get("moves") or ():
        yield happened(Move(name).label, datetime.fromisoformat(at))
    title = _HAPPENED.get(entry.kind)
    move = entry.payload.get("move")
    if title is None and move:
        title = Move(str(move)).label
    if title is None:
        return
    yield happened(
        title,
        entry.at,
        by=who(entry.by),
        words=_words(entry),
        tone=_TONES.get(entry.kind, ""),
    )


def _words(entry: Entry) -> str:
    payload = entry.payload
    said = payload.get("reason") or payload.get("title") or payload.get("number")
    if said:
        return str(said)
    moved = payload.get("from_state") != payload.get("state") and "move" in payload
    return formats.say(State(str(payload["state"])).label) if moved else ""
