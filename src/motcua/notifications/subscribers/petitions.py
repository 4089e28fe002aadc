"""Tells people what becomes of their petitions."""

from django.conf import settings

from motcua.feedback import queries as feedback
from motcua.journal.ports import listener
from motcua.journal.values import Entry
from motcua.kernel.words import Sentence
from motcua.notifications import actions, queries
from motcua.notifications.actions import Letter
from motcua.notifications.subscribers.people import write
from motcua.notifications.values import NoticeKind


@listener("notifications.petitions", kinds=("petition.sent", "petition.answered"))
def tell_author(entry: Entry) -> None:
    """Write to the author of a petition; the answer and the check code stay on the page."""
    person = feedback.recipient(entry.subject)
    if person is None:
        return
    wishes = queries.preferences(person.account)
    letter = Letter(
        template=entry.kind,
        context={
            "name": person.name,
            "code": person.code,
            "link": f"{settings.BASE_URL}/phan-anh/tra-cuu/",
        },
        about=entry.subject,
        language=wishes.language or "vi",
    )
    write(letter=letter, wishes=wishes, email=person.email, phone=person.phone, entry=entry)


@listener("notifications.petition_given", kinds=("petition.assigned",))
def tell_officer(entry: Entry) -> None:
    """Tell the officer who was given a petition by somebody else."""
    person = feedback.recipient(entry.subject)
    if person is None or person.officer is None or str(person.officer) == entry.by.key:
        return
    actions.notify_officer(
        account=person.officer,
        kind=NoticeKind.ASSIGNED,
        text=Sentence(
            f"Bạn được giao trả lời phản ánh {person.code}.",
            f"You are to answer petition {person.code}.",
        ),
        link=f"/ban-lam-viec/phan-anh/{person.code}/",
        key=f"entry:{entry.number}",
        at=entry.at,
    )
