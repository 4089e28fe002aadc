"""Reading help: whom somebody helps now, whom they helped, who helped me."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.core import signing
from django.db.models import Q, QuerySet

from motcua.identity.models import Account, AssistanceCode, AssistanceSession
from motcua.identity.models.sealed import mark
from motcua.identity.queries.accounts import AccountUnknown
from motcua.identity.queries.viewers import viewer_for
from motcua.identity.rules.assistance import masked
from motcua.identity.rules.names import email_of, phone_of
from motcua.identity.values import Grant, Role, Viewer
from motcua.identity.values.assistance import (
    HELPERS,
    EndedBy,
    Help,
    HelpGiven,
    HelpReceived,
    Submission,
)
from motcua.kernel.codes import CitizenId, CodeRefused

LONGEST_LIST = 100
WELCOME = "welcome"


def helped_viewer(*, session: UUID, helper: Viewer, at: datetime) -> Viewer | None:
    """Give the Viewer of the person whom `helper` helps in this session; None when it is over.

    It holds no role and no second factor, whatever the person or the helper hold.
    """
    grant = helping_grant(helper)
    row = _open(at).select_related("person").filter(key=session).first()
    if row is None or row.helper_id != helper.key or grant is None or not row.person.is_active:
        return None
    help_ = Help(
        key=row.key,
        helper=row.helper_id,
        helper_name=helper.name,
        role=Role(row.role),
        agency_code=row.agency_code,
        ends_at=row.ends_at,
    )
    person = viewer_for(row.person, at=at)
    return replace(person, grants=(), standing_in=(), second_factor=False, helped=help_)


def helping_grant(viewer: Viewer) -> Grant | None:
    """Give the role in which somebody may help: reception with its second factor, or volunteer."""
    for role in HELPERS:
        for grant in viewer.grants:
            if grant.role is role and (viewer.second_factor or not role.of_officers):
                return grant
    return None


def person_meant(typed: str) -> Account | None:
    """Find the account meant by an identity number, a phone number or an e-mail address.

    For actions of this package. An identity number that several accounts claim means nobody: the
    person is asked for a phone number instead.
    """
    phone, text = phone_of(typed), typed.strip()
    if "@" in text:
        return Account.objects.filter(email__iexact=email_of(text)).first()
    wanted = Q(phone_mark=mark("phone", phone)) if phone else Q(pk__in=[])
    try:
        number = str(CitizenId.parse(text))
    except CodeRefused:
        pass
    else:
        wanted |= Q(citizen_id_mark=mark("citizen_id", number))
    found = list(Account.objects.filter(wanted, is_active=True).order_by("id")[:2])
    return found[0] if len(found) == 1 else None


def contact(account_key: UUID) -> tuple[str, str, str]:
    """Give (name, phone, e-mail) to write to an account's holder; raises AccountUnknown."""
    row = Account.objects.filter(key=account_key).first()
    if row is None:
        raise AccountUnknown
    return row.full_name, row.phone, row.email


def code_asked(*, request: UUID, viewer: Viewer) -> bool:
    """Tell whether the viewer asked for this code, whatever became of it."""
    row = AssistanceCode.objects.filter(key=request).first()
    return row is not None and row.helper_id == viewer.key


def first_password_token(account_key: UUID) -> str:
    """Give the token with which an account that was opened at a counter gets its first password.

    Empty where it has one.
    """
    row = Account.objects.filter(key=account_key, is_active=True).first()
    if row is None or row.has_usable_password():
        return ""
    return signing.dumps(str(row.key), salt=WELCOME)


def help_given(*, viewer: Viewer, at: datetime) -> tuple[HelpGiven, ...]:
    """Give a helper's own log, the latest first."""
    if viewer.key is None:
        return ()
    rows = (
        AssistanceSession.objects.filter(helper__key=viewer.key)
        .select_related("person")
        .prefetch_related("submissions")
        .order_by("-opened_at")[:LONGEST_LIST]
    )
    return tuple(
        HelpGiven(
            opened_at=row.opened_at,
            person=masked(row.person.full_name),
            services=tuple(one.service_name for one in row.submissions.all()),
            ended_at=_ended(row, at)[0],
        )
        for row in rows
    )


def help_received(*, viewer: Viewer, at: datetime) -> tuple[HelpReceived, ...]:
    """Give who helped the viewer, the latest first; only the person themselves reads it."""
    if viewer.helped is not None or viewer.key is None:
        return ()
    rows = (
        AssistanceSession.objects.filter(person__key=viewer.key)
        .select_related("helper")
        .prefetch_related("submissions")
        .order_by("-opened_at")[:LONGEST_LIST]
    )
    return tuple(_received(row, at) for row in rows)


def _received(row: AssistanceSession, at: datetime) -> HelpReceived:
    ended_at, ended_by = _ended(row, at)
    submissions = sorted(row.submissions.all(), key=lambda one: one.at)
    return HelpReceived(
        key=row.key,
        helper_name=row.helper.full_name,
        role=Role(row.role),
        agency_code=row.agency_code,
        opened_at=row.opened_at,
        ended_at=ended_at,
        ended_by=ended_by,
        consent_version=row.consent_version,
        submissions=tuple(
            Submission(one.service_name, one.dossier_code, one.at) for one in submissions
        ),
    )


def _ended(row: AssistanceSession, at: datetime) -> tuple[datetime | None, EndedBy | None]:
    if row.ended_at is not None:
        return row.ended_at, EndedBy(row.ended_by)
    return (row.ends_at, EndedBy.TIME) if row.ends_at <= at else (None, None)


def _open(at: datetime) -> "QuerySet[AssistanceSession]":
    return AssistanceSession.objects.filter(ended_at=None, ends_at__gt=at)
