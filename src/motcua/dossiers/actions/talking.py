"""Messages between officer and applicant, and the note that an officer looked."""

from datetime import datetime

from django.db import transaction

from motcua.dossiers.actions.moving import DossierUnknown, is_applicant, locked, on_behalf
from motcua.dossiers.actions.turning import standing
from motcua.dossiers.events import MessageSent
from motcua.dossiers.models import Dossier, InboxRow, Look, Message
from motcua.dossiers.queries.scope import functions_at, key_of, visible_to
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence

LONGEST_MESSAGE = 4000


class MessageRefused(Refused):
    """A message was not taken."""


def message(*, code: str, body: str, by: Viewer, at: datetime) -> None:
    """Send a message about a dossier to the other side; it is told by e-mail or SMS as well."""
    words = "".join(c for c in body if c in "\n\t" or c.isprintable()).strip()
    if not words or len(words) > LONGEST_MESSAGE:
        raise MessageRefused(
            Sentence(
                vi=f"Bạn hãy viết tin nhắn từ 1 đến {LONGEST_MESSAGE} ký tự.",
                en=f"Please write a message of 1 to {LONGEST_MESSAGE} characters.",
            )
        )
    with transaction.atomic():
        row = locked(code, by)
        if not functions_at(by, row):
            raise MessageRefused(
                Sentence(
                    vi="Bạn xem được hồ sơ này nhưng không trao đổi với người nộp.",
                    en="You may read this application, but not write to the applicant.",
                )
            )
        from_applicant = is_applicant(by, row)
        by = by if from_applicant else on_behalf(by, row)
        Message.objects.create(
            dossier=row,
            from_applicant=from_applicant,
            author_key=by.actor.key,
            author_name=by.actor.name,
            body=words,
            sent_at=at,
        )
        if from_applicant:
            InboxRow.objects.filter(dossier=row).update(unread=True)
        record(
            event=MessageSent(from_applicant=from_applicant, **standing(row)),
            by=by.actor,
            at=at,
        )


def note_look(*, code: str, by: Viewer, at: datetime) -> None:
    """Note that an officer opened a dossier, once a day each; the applicant sees it.

    Who works on it has then read what the applicant wrote: the mark in the inbox goes.

    The note is itself the trace, so no journal entry goes with it.
    """
    row = (
        Dossier.objects.filter(visible_to(by), code=code)
        .only("pk", "agency_path", "applicant")
        .first()
    )
    if row is None:
        raise DossierUnknown
    roles = sorted(role.title.vi for role in by.roles_at(row.agency_path))
    Look.objects.bulk_create(
        [
            Look(
                dossier=row,
                account_key=key_of(by),
                name=by.name,
                role=", ".join(roles)[:40],
                on=local_day(at),
                first_at=at,
            )
        ],
        ignore_conflicts=True,
    )
    if functions_at(by, row):
        InboxRow.objects.filter(dossier=row, unread=True).update(unread=False)
