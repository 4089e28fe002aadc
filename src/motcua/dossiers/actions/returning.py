"""Handing a result back: at the counter with identity and signature, by post, electronically."""

from datetime import datetime

from django.db import transaction

from motcua.dossiers.actions.moving import locked, perform
from motcua.dossiers.actions.turning import standing
from motcua.dossiers.events import ResultHandedBack
from motcua.dossiers.models import Dossier, HandBack
from motcua.dossiers.rules import returning as rules
from motcua.dossiers.values.returning import Taker, Way
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.workflow.values import Move


def hand_back(
    *,
    code: str,
    way: Way,
    by: Viewer,
    at: datetime,
    taker: Taker | None = None,
    tracking: str = "",
    revision: int | None = None,
) -> None:
    """Hand the result over and end the dossier with the record of who took it.

    Makes the move `return_result`, so it refuses as `perform` does, and with HandBackRefused where
    identity, authority, signature or tracking number are missing, and where nobody could open an
    electronic result.
    """
    tracking = tracking.strip()
    rules.check_way(way, taker, tracking)
    with transaction.atomic():
        row = locked(code, by)
        rules.check_reach(way, has_account=row.applicant_id is not None)
        matched = _matched(row, way, taker)
        perform(code=code, move=Move.RETURN_RESULT, by=by, at=at, revision=revision)
        row.refresh_from_db()
        shown = rules.digits(taker.identity_number) if taker else ""
        at_counter = way is Way.COUNTER and taker is not None
        HandBack.objects.create(
            dossier=row,
            way=way.value,
            taken_by=taker.name if taker and at_counter else "",
            authorised=bool(taker and at_counter and taker.authorised),
            authority=taker.authority if taker and at_counter else "",
            matched=matched,
            number_tail=shown[-3:] if at_counter else "",
            signature=taker.signature if taker and at_counter else "",
            typed_name=taker.typed_name if taker and at_counter else "",
            tracking=tracking if way is Way.POST else "",
            at=at,
            by_name=by.name,
        )
        event = ResultHandedBack(
            way=way.value,
            authorised=bool(taker and taker.authorised),
            matched=matched,
            **standing(row),
        )
        record(event=event, by=by.actor, at=at)


def _matched(row: Dossier, way: Way, taker: Taker | None) -> bool:
    if way is not Way.COUNTER or taker is None:
        return False
    return rules.matched(str(row.contact.get("citizen_id") or ""), taker)
