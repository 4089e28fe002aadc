"""Tells people what happens to their dossiers."""

import logging
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.conf import settings

from motcua.agencies import queries as agencies
from motcua.dossiers import queries as dossiers
from motcua.dossiers.queries import telling
from motcua.dossiers.values import Recipient
from motcua.identity import queries as identity
from motcua.journal.ports import listener
from motcua.journal.values import Entry
from motcua.kernel.calendar import HANOI
from motcua.kernel.money import dong
from motcua.kernel.words import day_in
from motcua.notifications import actions, queries
from motcua.notifications.actions import Letter
from motcua.notifications.rules import addresses
from motcua.notifications.rules.choosing import ways
from motcua.notifications.values import Channel, Preferences, topic_of

logger = logging.getLogger(__name__)

TEMPLATES = {
    "dossier.submitted": "dossier.submitted",
    "dossier.accepted": "dossier.accepted",
    "dossier.supplement_requested": "dossier.supplement_requested",
    "dossier.supplement_due_soon": "dossier.supplement_due_soon",
    "dossier.payment_requested": "dossier.payment_requested",
    "dossier.payment_confirmed": "dossier.payment_confirmed",
    "dossier.extended": "dossier.extended",
    "dossier.withdrawal_asked": "dossier.withdrawal_asked",
    "dossier.withdrawal_rejected": "dossier.withdrawal_rejected",
    "dossier.stopped": "dossier.stopped",
    "dossier.refused": "dossier.refused",
    "dossier.resolved": "dossier.resolved",
    "dossier.returned": "dossier.returned",
    "dossier.message_sent": "dossier.message",
}
TOLD_BY_THE_BUNDLE = {"dossier.submitted", "dossier.accepted", "dossier.returned"}
"""Not told of a part: its bundle was submitted, and its result is told when it is ready."""
NOT_OF_A_BUNDLE = {"dossier.accepted", "dossier.returned"}
"""A bundle's own dossier goes through these by itself, in the moment of what is told anyway."""


@listener("notifications.tell", kinds=tuple(TEMPLATES))
def tell(entry: Entry) -> None:
    """Write to the applicant as they wish: by their channels in their order, not in quiet hours.

    The message's key is the entry and the first channel: hearing twice sends once. What the
    applicant wrote is not sent back to the applicant. A bundle tells once for all its parts.
    """
    if entry.payload.get("from_applicant"):
        return
    person = dossiers.recipient(entry.subject)
    about = telling.concerned(entry.subject)
    if person is None or (about.part and entry.kind in TOLD_BY_THE_BUNDLE):
        return
    if about.bundle and entry.kind in NOT_OF_A_BUNDLE:
        return
    wishes = queries.preferences(about.account)
    language = wishes.language or person.language
    letter = Letter(
        template=TEMPLATES[entry.kind],
        context=_facts(entry, person, language=language),
        about=entry.subject,
        language=language,
    )
    write(letter=letter, wishes=wishes, email=person.email, phone=person.phone, entry=entry)


def write(*, letter: Letter, wishes: Preferences, email: str, phone: str, entry: Entry) -> None:
    """Send a letter about an entry by the ways a person wishes; not in their quiet hours."""
    found = ways(wishes, topic=topic_of(letter.template), email=email, phone=phone)
    if not found:
        logger.info("nobody can or wants to be written to about %s", entry.subject)
        return
    actions.dispatch(
        letter=replace(letter, quiet=wishes.quiet),
        ways=found,
        key=f"{entry.number}:{found[0].channel}",
        by=entry.by,
        at=entry.at,
    )


def _facts(entry: Entry, person: Recipient, *, language: str) -> dict[str, str]:
    told = entry.payload
    answer_by = told.get("answer_by") or told.get("pay_by")
    return {
        "name": person.name,
        "code": person.code,
        "procedure": person.service_name,
        "agency": agencies.agency(told["agency"]).name,
        "link": f"{settings.BASE_URL}/ho-so/{person.code}/",
        "due": spoken(person.due_at, language),
        "amount": dong(told.get("amount") or 0),
        "answer_by": spoken(_moment(answer_by), language),
    }


def _moment(told: object) -> datetime | None:
    return datetime.fromisoformat(told) if isinstance(told, str) else None


@listener("notifications.tell_helped", kinds=("assistance.began", "assistance.submitted"))
def tell_helped(entry: Entry) -> None:
    """Write to the person who is helped, at the address of their account: who helps, what was sent.

    Whoever has no password yet is also sent the address where to set one.
    """
    account = UUID(entry.subject.removeprefix("account:"))
    name, phone, email = identity.contact(account)
    way = way_of(email=email, phone=phone)
    if way is None:
        logger.info("nobody can be written to about %s", entry.subject)
        return
    facts = {
        "name": name,
        "helper": entry.payload["helper_name"],
        "at": spoken(entry.at, "vi"),
        "link": f"{settings.BASE_URL}/tai-khoan/ho-tro/",
        "code": entry.payload.get("code", ""),
        "procedure": entry.payload.get("service_name", ""),
    }
    sent = [(entry.kind, facts)]
    token = identity.first_password_token(account)
    if entry.kind == "assistance.began" and token:
        link = f"{settings.BASE_URL}/dang-nhap/mat-khau-dau-tien/{token}/"
        sent.append(("account.first_password", {"name": name, "link": link}))
    for template, context in sent:
        actions.send(
            channel=way[0],
            to=way[1],
            template=template,
            context=context,
            subject=entry.subject,
            key=f"{entry.number}:{template}:{way[0]}",
            at=entry.at,
            by=entry.by,
        )


def way_of(*, email: str, phone: str) -> tuple[Channel, str] | None:
    """Choose between a mail address and a telephone number; None where neither can be used."""
    for channel, address in ((Channel.MAIL, email), (Channel.SMS, phone)):
        try:
            return channel, addresses.checked(channel, address.strip())
        except addresses.AddressRefused:
            continue
    return None


def spoken(due_at: datetime | None, language: str) -> str:
    """Write a due moment as people say it in Hà Nội: `17:00 ngày 05/01/2026`; empty for none."""
    if due_at is None:
        return ""
    local = due_at.astimezone(HANOI)
    between = "on" if language.startswith("en") else "ngày"
    return f"{local:%H:%M} {between} {day_in(local.date(), language)}"
