"""Papers come into their owner's store when a dossier is accepted and when it is resolved."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.documents import actions as files
from motcua.documents import queries as documents
from motcua.dossiers.queries.handed_in import accepted_after, given
from motcua.dossiers.values.handed_in import Given
from motcua.exchange.events import PaperKept
from motcua.exchange.models import Paper
from motcua.exchange.values import Origin
from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.calendar import local_day
from motcua.procedures import queries as procedures

KEEPER = Actor(kind="system", key="exchange.store", name="Kho giấy tờ")


def keep(*, subject: str, at: datetime) -> int:
    """Put the accepted papers and the result of `dossier:<uuid>` into its owner's store.

    Gives how many are new. Doing it again changes nothing, and what the owner took out stays out.
    A paper that was itself reused is in the store already.
    """
    found = given(subject)
    if found is None:
        return 0
    return sum(_keep(paper, at=at) for paper in (*_accepted(found), *_result(found, at=at)))


def backfill(*, after: int, at: datetime, limit: int = 100) -> int | None:
    """Keep the papers of dossiers accepted before there was a store, some at a time.

    Gives the place to go on after, None at the end.
    """
    walk = accepted_after(after, limit=limit)
    for _, subject in walk:
        keep(subject=subject, at=at)
    return walk[-1][0] if len(walk) == limit else None


def _keep(paper: Paper, *, at: datetime) -> int:
    with transaction.atomic():
        (row,) = Paper.objects.bulk_create([paper], ignore_conflicts=True)
        there = Paper.objects.get(owner__key=row.owner_id, file__key=row.file_id, kind=row.kind)
        if there.key != paper.key:
            return 0
        record(
            event=PaperKept(
                subject=f"store:{paper.owner_id}",
                paper=paper.key,
                origin=paper.origin,
                sort=paper.kind,
            ),
            by=KEEPER,
            at=at,
        )
    return 1


def _accepted(found: Given) -> Iterator[Paper]:
    service = procedures.service_by_digest(found.service_digest)
    for paper in found.papers:
        component = service.component(paper.component)
        if component is None or paper.reused or documents.file(paper.file).state.refused:
            continue
        yield _row(
            found,
            origin=Origin.ACCEPTED,
            kind=component.code,
            name=component.name.vi,
            file_id=paper.file,
            on=local_day(found.submitted_at),
            kept_at=found.accepted_at,
        )


def _result(found: Given, *, at: datetime) -> Iterator[Paper]:
    issued = documents.issued(found.result) if found.result else None
    if issued is None:
        return
    copy = files.adopt(document=issued.key, by=KEEPER, at=at)
    yield _row(
        found,
        origin=Origin.RESULT,
        kind=issued.layout,
        name=issued.title,
        issued_by=agencies.agency(found.agency_code).name,
        number=issued.number,
        file_id=copy.key,
        on=local_day(issued.issued_at),
        kept_at=issued.issued_at,
    )


def _row(found: Given, **particulars: object) -> Paper:
    return Paper(
        owner_id=found.owner,
        dossier_code=found.code,
        service_name=found.service_name,
        **particulars,
    )
