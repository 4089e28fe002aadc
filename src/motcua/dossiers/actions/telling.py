"""The house itself tells both sides of a dossier something."""

from datetime import datetime

from django.db import transaction

from motcua.dossiers.actions.turning import standing
from motcua.dossiers.events import MessageSent
from motcua.dossiers.models import Dossier, InboxRow, Message
from motcua.journal.actions import record
from motcua.journal.values import Actor


def tell(*, subject: str, body: str, by: Actor, at: datetime) -> None:
    """Write a message into `dossier:<uuid>` that applicant and officer read; once a body.

    The applicant is told by e-mail or SMS as of any message, the officer by the mark in the inbox.
    """
    with transaction.atomic():
        row = Dossier.objects.select_for_update().get(key=subject.removeprefix("dossier:"))
        if Message.objects.filter(dossier=row, author_key=by.key, body=body).exists():
            return
        Message.objects.create(
            dossier=row,
            from_applicant=False,
            author_key=by.key,
            author_name=by.name,
            body=body,
            sent_at=at,
        )
        InboxRow.objects.filter(dossier=row).update(unread=True)
        record(event=MessageSent(from_applicant=False, **standing(row)), by=by, at=at)
