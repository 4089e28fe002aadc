"""Handing papers and dossiers from the desk that took them in to the agency that settles them."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.documents.actions import next_number
from motcua.dossiers.actions.turning import standing
from motcua.dossiers.events.sharing import DossierHandedOver, HandOverConfirmed
from motcua.dossiers.models import Dossier, HandOver, HandOverLine
from motcua.dossiers.queries.handover import desks, receives
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Refused, Sentence

MOST = 200
LONGEST = 1000


class HandOverRefused(Refused):
    """A batch cannot be made or confirmed so, or not by this viewer."""


def hand_over(
    *,
    from_code: str,
    to_code: str,
    papers: Mapping[str, str],
    by: Viewer,
    at: datetime,
    note: str = "",
) -> UUID:
    """Put dossiers (code → what papers go with it) into a numbered record; gives its key.

    Only what the viewer's own desk took in for that agency and has not handed over yet.
    """
    if not 1 <= len(papers) <= MOST:
        raise HandOverRefused(
            Sentence(
                f"Bạn hãy chọn từ 1 đến {MOST} hồ sơ để bàn giao.",
                f"Choose 1 to {MOST} applications to hand over.",
            )
        )
    if from_code not in desks(by):
        raise HandOverRefused(_NOT_THEIRS)
    with transaction.atomic():
        rows = list(
            Dossier.objects.select_for_update(of=("self",))
            .filter(code__in=list(papers), reception_code=from_code, agency_code=to_code)
            .filter(handed_over_at=None, handed_in=None)
            .order_by("code")
        )
        if len(rows) != len(papers) or from_code == to_code:
            raise HandOverRefused(_CHANGED)
        number = _number(from_code, at)
        batch = HandOver.objects.create(
            number=number,
            from_code=from_code,
            to_code=to_code,
            note=note.strip()[:LONGEST],
            made_at=at,
            made_by_name=by.name,
        )
        HandOverLine.objects.bulk_create(
            HandOverLine(handover=batch, dossier=row, papers=papers[row.code].strip()[:LONGEST])
            for row in rows
        )
        for row in rows:
            event = DossierHandedOver(number=number, from_agency=from_code, **standing(row))
            record(event=event, by=by.actor, at=at)
    return batch.key


def confirm_hand_over(
    *, key: UUID, by: Viewer, at: datetime, remarks: str = "", missing: Collection[str] = ()
) -> None:
    """Confirm that a batch arrived; what is `missing` (codes) goes back to the desk to hand again.

    From then on the desk that took them in no longer sees them, unless the result is fetched there.
    """
    with transaction.atomic():
        batch = HandOver.objects.select_for_update().filter(key=key).first()
        if batch is None or not receives(by, batch):
            raise HandOverRefused(_NOT_THEIRS)
        if batch.confirmed_at is not None:
            return
        said = remarks.strip()[:LONGEST]
        lost = batch.lines.filter(dossier__code__in=list(missing))
        if lost.exists() and not said:
            raise HandOverRefused(_SAY_WHAT)
        lost.delete()
        rows = Dossier.objects.select_for_update(of=("self",)).filter(handed_in__handover=batch)
        for row in rows.order_by("code"):
            row.handed_over_at = at
            row.save(update_fields=["handed_over_at"])
            event = HandOverConfirmed(
                number=batch.number, from_agency=batch.from_code, **standing(row)
            )
            record(event=event, by=by.actor, at=at)
        batch.confirmed_at, batch.confirmed_by_name, batch.remarks = at, by.name, said
        batch.save(update_fields=["confirmed_at", "confirmed_by_name", "remarks"])


def _number(from_code: str, at: datetime) -> str:
    year = f"{at.astimezone(HANOI):%Y}"
    counted = next_number(series=f"hand-over/{agencies.agency(from_code).code}", period=year)
    return f"{counted:04d}/{year}/BBBG-{from_code}"


_NOT_THEIRS = Sentence(
    "Bạn không làm việc ở bộ phận tiếp nhận của cơ quan này.",
    "You do not work at this agency's desk.",
)
_CHANGED = Sentence(
    "Có hồ sơ không còn chờ bàn giao cho cơ quan này. Bạn hãy tải lại trang rồi chọn lại.",
    "Some applications no longer wait to be handed to this agency. Reload the page, choose again.",
)
_SAY_WHAT = Sentence(
    "Có hồ sơ chưa nhận được: bạn hãy ghi rõ thiếu gì để bên giao kiểm tra.",
    "Some applications are missing: say what, so that the other side can look for it.",
)
