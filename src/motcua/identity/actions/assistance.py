"""Helping a person on their own identity: prove, agree, help, end.

1. `ask_code` sends a one-time code to the person's registered phone or e-mail.
2. `begin_help` takes that code and the person's consent and opens a session of an hour.
3. Pages show the person's Viewer, with `helped`, while `queries.helped_viewer` gives one.
4. `note_submission` writes down what was submitted; `end_help` and `revoke_help` end it.
"""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from motcua.identity.actions.counting import consume
from motcua.identity.events import (
    AssistanceBegan,
    AssistanceEnded,
    AssistedDossierSubmitted,
    subject_of,
)
from motcua.identity.models import Account, AssistanceCode, AssistanceSession, AssistedSubmission
from motcua.identity.models.sealed import mark
from motcua.identity.queries.accounts import AccountUnknown
from motcua.identity.queries.assistance import helping_grant, person_meant
from motcua.identity.rules.assistance import CONSENT_VERSION, masked_phone
from motcua.identity.rules.limits import CODES_FOR_ONE, CODES_OF_HELPER, LOOK_UPS
from motcua.identity.rules.names import email_of, phone_of, phone_shown
from motcua.identity.values import Grant, Viewer
from motcua.identity.values.assistance import (
    CODE_LASTS,
    CODE_TRIES,
    SITTING,
    CodeSent,
    EndedBy,
    PersonFound,
)
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence

NOT_A_HELPER = Sentence(
    "Chỉ cán bộ tiếp nhận và Tổ công nghệ số cộng đồng mới hỗ trợ được người khác.",
    "Only reception officers and the community digital team may help others.",
)


class HelpRefused(Refused):
    """Help cannot begin; says what to do."""


class CodeWrong(HelpRefused):
    """The code is not the one that was sent, or there is none: both look the same."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Mã này chưa đúng hoặc đã hết hạn. Bạn hãy xem lại tin nhắn mới nhất, hoặc gửi mã "
                "khác.",
                "This code is wrong or no longer valid. Look at the newest message, or send "
                "another code.",
            )
        )


def ask_code(*, person: str, by: Viewer, at: datetime) -> CodeSent:
    """Make a code for the person meant by an identity number, phone number or e-mail address.

    Call outside a transaction. The caller sends `to_send` to the person and shows nobody but them.
    Raises RateExceeded, HelpRefused; never says whether there is such a person.
    """
    helper, _ = acting_as(by)
    consume_codes(person, by=by, at=at)
    found = person_meant(person)
    if found is not None and (found.key == by.key or not found.is_active):
        found = None
    code = f"{secrets.randbelow(1_000_000):06d}"
    with transaction.atomic():
        AssistanceCode.objects.filter(expires_at__lt=at - CODE_LASTS).delete()
        row = AssistanceCode.objects.create(
            helper_id=helper,
            person=found,
            sent_at=at,
            expires_at=at + CODE_LASTS,
        )
        if found is None:
            return CodeSent(row.key)
        row.digest = _digest(row, code)
        row.save(update_fields=["digest"])
    return CodeSent(row.key, found.key, found.full_name, found.phone, found.email, code)


def consume_codes(person: str, *, by: Viewer, at: datetime) -> None:
    """Count a code asked for: few for one person, more for one helper; raises RateExceeded."""
    for key, limit in (
        (f"help-code:{by.key}", CODES_OF_HELPER),
        (f"help-code@{plainly(person)}", CODES_FOR_ONE),
    ):
        consume(key=key, limit=limit.attempts, window=limit.window, at=at)


def find_applicant(*, number: str, by: Viewer, at: datetime) -> PersonFound:
    """Find whose account a number is, for a reception officer before whom its holder stands.

    Counted, since it names people: raises RateExceeded, HelpRefused, AccountUnknown.
    """
    helper, grant = acting_as(by)
    if not grant.role.of_officers:
        raise HelpRefused(NOT_A_HELPER)
    consume(
        key=f"find-applicant:{helper}",
        limit=LOOK_UPS.attempts,
        window=LOOK_UPS.window,
        at=at,
    )
    found = person_meant(number)
    if found is None:
        raise AccountUnknown
    return PersonFound(found.key, found.full_name, masked_phone(phone_shown(found.phone)))


def plainly(typed: str) -> str:
    """Write a way of naming somebody in one form, whether or not there is such a person."""
    digits = "".join(sign for sign in typed if sign.isdigit())
    return phone_of(typed) or (digits if digits and "@" not in typed else email_of(typed))


def begin_help(*, request: UUID, code: str, agreed: bool, by: Viewer, at: datetime) -> UUID:
    """Open a session with the person who read the code out and agreed; gives its key.

    A wrong try is counted even though this refuses, so call it outside a transaction. Whoever `by`
    helped until now is left. Raises HelpRefused, CodeWrong.
    """
    helper, grant = acting_as(by)
    if not agreed:
        raise HelpRefused(
            Sentence(
                "Người được hỗ trợ chưa đồng ý. Bạn hãy đọc cho họ nghe những điều dưới đây; khi "
                "họ đồng ý, đánh dấu vào ô.",
                "The person has not agreed yet. Read the points to them and tick the box when "
                "they agree.",
            )
        )
    person = _take_code(request, code.strip().replace(" ", ""), helper=helper, at=at)
    with transaction.atomic():
        _leave_others(helper, by=by, at=at)
        row = AssistanceSession.objects.create(
            helper_id=helper,
            person=person,
            role=grant.role.value,
            agency_code=grant.agency_code,
            consent_version=CONSENT_VERSION,
            opened_at=at,
            ends_at=at + SITTING,
        )
        event = AssistanceBegan(
            subject=subject_of(person.key),
            session=row.key,
            role=grant.role,
            agency_code=grant.agency_code,
            consent_version=CONSENT_VERSION,
            helper=row.helper_id,
            helper_name=by.name,
        )
        record(event=event, by=by.actor, at=at)
    return row.key


def note_submission(*, code: str, service_name: str, by: Viewer, at: datetime) -> None:
    """Write down that the helped person submitted a dossier; nothing where nobody helps."""
    if by.helped is None or by.key is None:
        return
    session = AssistanceSession.objects.get(key=by.helped.key)
    AssistedSubmission.objects.create(
        session=session, service_name=service_name, dossier_code=code, at=at
    )
    event = AssistedDossierSubmitted(
        subject=subject_of(by.key),
        session=session.key,
        code=code,
        service_name=service_name,
        helper_name=by.helped.helper_name,
    )
    record(event=event, by=by.actor, at=at)


@transaction.atomic
def end_help(*, session: UUID, by: Viewer, at: datetime) -> bool:
    """End a session that `by` gives help in; False where it was over."""
    helper = by.helped.helper if by.helped else by.key
    row = AssistanceSession.objects.filter(key=session).first()
    mine = row is not None and row.helper_id == helper
    return row is not None and mine and _end(row, EndedBy.HELPER, by=by, at=at)


@transaction.atomic
def revoke_help(*, session: UUID, by: Viewer, at: datetime) -> bool:
    """End a session in which `by` is helped, from their own account; False where it was over."""
    if by.helped is not None:
        return False
    row = AssistanceSession.objects.filter(key=session).first()
    mine = row is not None and row.person_id == by.key
    return row is not None and mine and _end(row, EndedBy.PERSON, by=by, at=at)


def acting_as(by: Viewer) -> tuple[UUID, Grant]:
    """Give who `by` is, and the role and place in which they may help; raises HelpRefused."""
    grant = helping_grant(by)
    if grant is None or by.key is None:
        raise HelpRefused(NOT_A_HELPER)
    return by.key, grant


def _take_code(request: UUID, code: str, *, helper: UUID, at: datetime) -> Account:
    open_ones = AssistanceCode.objects.filter(
        key=request,
        helper__key=helper,
        used_at=None,
        expires_at__gt=at,
        tries__lt=CODE_TRIES,
    )
    if open_ones.update(tries=F("tries") + 1) != 1:
        raise CodeWrong
    row = AssistanceCode.objects.select_related("person").get(key=request)
    right = secrets.compare_digest(row.digest, _digest(row, code))
    if row.person is None or not right:
        raise CodeWrong
    if AssistanceCode.objects.filter(pk=row.pk, used_at=None).update(used_at=at) != 1:
        raise CodeWrong
    return row.person


def _digest(row: AssistanceCode, code: str) -> str:
    return mark("help-code", f"{row.key}:{code}")


def _leave_others(helper: UUID, *, by: Viewer, at: datetime) -> None:
    for row in AssistanceSession.objects.filter(helper__key=helper, ended_at=None):
        _end(row, EndedBy.HELPER, by=by, at=at)


def _end(row: AssistanceSession, ended_by: EndedBy, *, by: Viewer, at: datetime) -> bool:
    if row.ends_at <= at:
        ended_by, at_end = EndedBy.TIME, row.ends_at
    else:
        at_end = at
    ended = AssistanceSession.objects.filter(pk=row.pk, ended_at=None).update(
        ended_at=at_end, ended_by=ended_by.value
    )
    if ended != 1:
        return False
    event = AssistanceEnded(
        subject=subject_of(row.person_id), session=row.key, ended_by=ended_by.value
    )
    record(event=event, by=by.actor, at=at)
    return ended_by is not EndedBy.TIME
