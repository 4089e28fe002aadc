"""Tells officers at their desk what waits for them. Nobody is told what they did themselves."""

from collections.abc import Callable, Iterable
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.dossiers.queries import telling
from motcua.identity import queries as identity
from motcua.identity.values import Role
from motcua.journal.ports import listener
from motcua.journal.values import Entry
from motcua.kernel.words import Sentence
from motcua.notifications import actions
from motcua.notifications.values import NoticeKind

ANSWERERS = (Role.COORDINATOR, Role.APPROVER)


def _words(vi: str, en: str) -> Callable[[Entry], Sentence]:
    def said(entry: Entry) -> Sentence:
        code = entry.payload["code"]
        return Sentence(vi.format(code=code), en.format(code=code))

    return said


_ALERTS = {
    "dossier.intake_waiting": _words(
        "Hồ sơ {code} chờ tiếp nhận đã lâu.", "Dossier {code} has waited long to be accepted."
    ),
    "dossier.due_soon": _words(
        "Hồ sơ {code} đến hạn trong ngày làm việc tới.",
        "Dossier {code} is due on the next working day.",
    ),
    "dossier.withdrawal_asked": _words(
        "Người nộp xin rút hồ sơ {code}.", "The applicant asks to withdraw application {code}."
    ),
    "dossier.supplemented": _words(
        "Hồ sơ {code} đã được bổ sung.", "Dossier {code} was supplemented."
    ),
    "dossier.message_sent": _words(
        "Người nộp nhắn về hồ sơ {code}.", "The applicant wrote about application {code}."
    ),
    "dossier.opinion_given": _words(
        "Đã có ý kiến trả lời về hồ sơ {code}.", "An opinion on application {code} has come."
    ),
}
_ASSIGNED = _words("Bạn được giao hồ sơ {code}.", "Dossier {code} was given to you.")
_ASKED = _words(
    "Cơ quan bạn được xin ý kiến về hồ sơ {code}.", "Your agency is asked about application {code}."
)


@listener("notifications.alert_officers", kinds=tuple(_ALERTS))
def alert(entry: Entry) -> None:
    """Tell who has the dossier, or all who could take it."""
    if entry.kind == "dossier.message_sent" and not entry.payload.get("from_applicant"):
        return
    kind = NoticeKind.OPINION if entry.kind == "dossier.opinion_given" else NoticeKind.ALERT
    officers = telling.at_work(entry.subject, at=entry.at)
    _tell(entry, officers, kind=kind, text=_ALERTS[entry.kind](entry))


@listener("notifications.tell_assigned", kinds=("dossier.assigned",))
def tell_assigned(entry: Entry) -> None:
    """Tell the officer who was given a dossier."""
    officers = (UUID(str(entry.payload["to"])),)
    _tell(entry, officers, kind=NoticeKind.ASSIGNED, text=_ASSIGNED(entry))


@listener("notifications.tell_asked", kinds=("dossier.opinion_asked",))
def tell_asked(entry: Entry) -> None:
    """Tell those who take up questions at the asked agency."""
    path = agencies.agency(entry.payload["asked"]).path
    officers = {
        officer.key
        for role in ANSWERERS
        for officer in identity.officers_at(path, role, at=entry.at)
    }
    link = "/ban-lam-viec/y-kien/"
    _tell(entry, officers, kind=NoticeKind.OPINION, text=_ASKED(entry), link=link)


def _tell(
    entry: Entry, officers: Iterable[UUID], *, kind: NoticeKind, text: Sentence, link: str = ""
) -> None:
    for officer in officers:
        if str(officer) == entry.by.key:
            continue
        actions.notify_officer(
            account=officer,
            kind=kind,
            text=text,
            link=link or f"/ban-lam-viec/ho-so/{entry.payload['code']}/",
            key=f"entry:{entry.number}",
            at=entry.at,
        )
