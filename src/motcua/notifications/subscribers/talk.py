"""Tells officers that a colleague addressed them in a note, or that a head directs them."""

from collections.abc import Iterable
from uuid import UUID

from motcua.journal.ports import listener
from motcua.journal.values import Entry
from motcua.kernel.words import Sentence
from motcua.notifications import actions
from motcua.notifications.values import NoticeKind

_TOLD = {
    "dossier.noted": ("mentioned", NoticeKind.MENTION, "ghi-chu"),
    "dossier.note_edited": ("mentioned", NoticeKind.MENTION, "ghi-chu"),
    "dossier.instructed": ("to", NoticeKind.ASSIGNED, "chi-dao"),
    "dossier.instruction_answered": ("giver", NoticeKind.DONE, "chi-dao"),
}
_WORDS = {
    "dossier.noted": Sentence(
        "Bạn được nhắc đến trong ghi chú của hồ sơ {code}.",
        "You are mentioned in a note on application {code}.",
    ),
    "dossier.note_edited": Sentence(
        "Bạn được nhắc đến trong ghi chú của hồ sơ {code}.",
        "You are mentioned in a note on application {code}.",
    ),
    "dossier.instructed": Sentence(
        "Có ý kiến chỉ đạo cho bạn về hồ sơ {code}.",
        "You were told what to do about application {code}.",
    ),
    "dossier.instruction_answered": Sentence(
        "Ý kiến chỉ đạo của bạn về hồ sơ {code} đã được trả lời.",
        "Your instruction on application {code} was answered.",
    ),
}


@listener("notifications.tell_talk", kinds=tuple(_TOLD))
def tell_talk(entry: Entry) -> None:
    """Tell whom a note or an instruction is meant for; nobody is told what they wrote."""
    name, kind, place = _TOLD[entry.kind]
    code = entry.payload["code"]
    for account in _accounts(entry.payload.get(name)):
        if str(account) != entry.by.key:
            actions.notify_officer(
                account=account,
                kind=kind,
                text=Sentence(
                    _WORDS[entry.kind].vi.format(code=code), _WORDS[entry.kind].en.format(code=code)
                ),
                link=f"/ban-lam-viec/ho-so/{code}/#{place}",
                key=f"entry:{entry.number}",
                at=entry.at,
            )


def _accounts(told: object) -> Iterable[UUID]:
    listed = told if isinstance(told, list | tuple) else [told] if told else []
    return [UUID(str(one)) for one in listed]
