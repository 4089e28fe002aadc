"""Tells people what happens to their dossiers."""

import logging
from datetime import datetime
from uuid import UUID

from django.conf import settings

from motcua.agencies import queries as agencies
from motcua.dossiers import queries as dossiers
from motcua.dossiers.values import Recipient
from motcua.identity import queries as identity
from motcua.journal.ports import listener
from motcua.journal.values import Entry
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import day_in
from motcua.notifications import actions
from motcua.notifications.rules import addresses
from motcua.notifications.values import Channel

logger = logging.getLogger(__name__)

TEMPLATES = {
    "dossier.submitted": "dossier.submitted",
    "dossier.accepted": "dossier.accepted",
    "dossier.supplement_requested": "dossier.supplement_requested",
    "dossier.refused": "dossier.refused",
    "dossier.resolved": "dossier.resolved",
    "dossier.returned": "dossier.returned",
    "dossier.message_sent": "dossier.message",
}


@listener("notifications.tell", kinds=tuple(TEMPLATES))
def tell(entry: Entry) -> None:
    """Write to the applicant, by mail where there is an address, else to the telephone.

    The message's key is the entry and the channel: hearing twice sends once. What the applicant
    wrote is not sent back to the applicant.
    """
    if entry.payload.get("from_applicant"):
        return
    person = dossiers.recipient(entry.subject)
    way = way_to(person) if person else None
    if person is None or way is None:
        logger.info("nobody can be written to about %s", entry.subject)
        return
    channel, address = way
    actions.send(
        channel=channel,
        to=address,
        template=TEMPLATES[entry.kind],
        context={
            "name": person.name,
            "code": person.code,
            "procedure": person.service_name,
            "agency": agencies.agency(entry.payload["agency"]).name,
            "link": f"{settings.BASE_URL}/ho-so/{person.code}/",
            "due": spoken(person.due_at, person.language),
        },
        subject=entry.subject,
        key=f"{entry.number}:{channel}",
        at=entry.at,
        by=entry.by,
        language=person.language,
    )


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


def way_to(person: Recipient) -> tuple[Channel, str] | None:
    """Choose how to reach somebody; None where no address can be used."""
    return way_of(email=person.email, phone=person.phone)


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
