"""Writing to heads of agencies at the month's start: how their targets stand."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from motcua.agencies import queries as agencies
from motcua.identity import queries as identity
from motcua.identity.values import Role
from motcua.journal.values import Actor
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence
from motcua.measurement import queries
from motcua.measurement.values.targets import TargetState
from motcua.notifications import actions as notifications
from motcua.notifications.actions import Letter
from motcua.notifications.rules.addresses import AddressRefused
from motcua.notifications.values import Channel, NoticeKind, Way
from motcua.observatory import places
from motcua.observatory.reporting.targets import lines
from motcua.web.formats import day, say

TEMPLATE = "measurement.targets"
WITHIN = 5
"""Days of a month in which its mail may still go out, should the worker have stood still."""
BY = Actor(kind="system", key="observatory", name="Hệ thống đo lường")


def tell_heads(at: datetime) -> int:
    """Write once a month to who sets and who answers for targets; give how many were written to.

    In January it tells of the year that ended. Safe to be called as often as one likes.
    """
    today = local_day(at)
    if today.day > WITHIN:
        return 0
    until = today.replace(day=1) - timedelta(days=1)
    told = 0
    for code in queries.agencies_with_targets(until.year):
        states = queries.targets(code, until.year, at)
        for account in _heads(code, states, at):
            told += _write(code, states, account=account, month=f"{today:%Y-%m}", at=at)
    return told


def _heads(code: str, states: tuple[TargetState, ...], at: datetime) -> list[UUID]:
    """Give the accounts of the agency's own heads and of the officers named in its targets."""
    path = agencies.agency(code).path
    heads = {one.key for one in identity.officers_at(path, Role.EXECUTIVE, at=at)}
    heads |= {one.target.officer for one in states if one.target.officer}
    return sorted(heads)


def _write(
    code: str, states: tuple[TargetState, ...], *, account: UUID, month: str, at: datetime
) -> bool:
    key = f"targets:{code}:{month}:{account}"
    path = f"{reverse('desk:targets')}?co-quan={code}&nam={states[0].target.year}"
    with translation.override("vi"):
        name = say(places.name(code))
        said = Sentence(f"Chỉ tiêu tháng này của {name}.", f"This month's targets of {name}.")
        fresh = notifications.notify_officer(
            account=account, kind=NoticeKind.ALERT, text=said, link=path, key=key, at=at
        )
        person, _phone, email = identity.contact(account)
        if not email:
            return fresh
        letter = Letter(
            template=TEMPLATE,
            context={
                "name": person,
                "agency": name,
                "at": day(states[0].until),
                "words": lines(states),
                "link": f"{settings.BASE_URL}{path}",
            },
            about=f"targets:{code}",
        )
        try:
            ways = (Way(Channel.MAIL, email),)
            return notifications.dispatch(letter=letter, ways=ways, key=key, by=BY, at=at)
        except AddressRefused:
            return fresh
