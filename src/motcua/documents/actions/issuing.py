"""Issuing numbered documents and printing them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from motcua.documents import ports
from motcua.documents.events import DocumentIssued
from motcua.documents.models import IssuedDocument, NumberSeries
from motcua.documents.queries import as_issued
from motcua.documents.rules import numbering
from motcua.documents.values import Issued
from motcua.journal.actions import enqueue, record
from motcua.journal.values import Actor
from motcua.kernel.calendar import HANOI

PRINT_JOB = "documents.print"


def next_number(*, series: str, period: str) -> int:
    """Give the next number of a series, starting at 1; unique, within the caller's transaction.

    One statement on both databases: concurrent callers queue on the row, a rolled back caller
    leaves no gap.
    """
    table = connection.ops.quote_name(NumberSeries._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (series, period, last) VALUES (%s, %s, 1) "  # noqa: S608 -- own table's name
            f"ON CONFLICT (series, period) DO UPDATE SET last = {table}.last + 1 RETURNING last",
            [series, period],
        )
        row = cursor.fetchone()
    return int(row[0])


def next_numbers(counts: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Take several numbers of many series at once: how many by (series, period); gives the first.

    One statement, within the caller's transaction; rows are taken in order, so that two callers
    never wait for each other.
    """
    if not counts:
        return {}
    table = connection.ops.quote_name(NumberSeries._meta.db_table)
    wanted = sorted(counts.items())
    places = ", ".join(["(%s, %s, %s)"] * len(wanted))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (series, period, last) VALUES {places} "  # noqa: S608 -- own table's name
            f"ON CONFLICT (series, period) DO UPDATE SET last = {table}.last + excluded.last "
            "RETURNING series, period, last",
            [part for (series, period), count in wanted for part in (series, period, count)],
        )
        rows = cursor.fetchall()
    return {(series, period): last - counts[series, period] + 1 for series, period, last in rows}


def issue(
    *,
    layout: str,
    title: str,
    subject: str,
    agency_code: str,
    data: dict[str, Any],
    by: Actor,
    at: datetime,
) -> Issued:
    """Number a document and fix what it says; the worker prints it.

    `subject` is what it is about (`dossier:<uuid>`); `data` must be JSON and is never changed. The
    number counts per agency, layout and year in Hà Nội.
    """
    year = at.astimezone(HANOI).year
    with transaction.atomic():
        sequence = next_number(series=f"{agency_code}/{layout}", period=str(year))
        row = IssuedDocument.objects.create(
            layout=layout,
            agency_code=agency_code,
            number=numbering.written(layout, sequence, year),
            title=title,
            subject=subject,
            data=data,
            issued_at=at,
        )
        record(
            event=DocumentIssued(
                subject=subject, document=row.key, layout=layout, number=row.number
            ),
            by=by,
            at=at,
        )
        enqueue(
            job=PRINT_JOB, payload={"document": str(row.key)}, due_at=at, key=f"print:{row.key}"
        )
    return as_issued(row)


def printed(*, key: UUID) -> bytes:
    """Return the PDF of an issued document, printing it now if the worker has not come to it."""
    row = IssuedDocument.objects.get(key=key)
    if row.sha256:
        return ports.store().get(row.sha256)
    pdf = ports.press().print(row.layout, page_data(row))
    sha256 = ports.store().put(pdf)
    claimed = IssuedDocument.objects.filter(pk=row.pk, sha256="").update(
        sha256=sha256, size=len(pdf)
    )
    if not claimed:
        row.refresh_from_db(fields=["sha256"])
        return ports.store().get(row.sha256)
    return pdf


def page_data(row: IssuedDocument) -> dict[str, Any]:
    """Put together what the layout needs: the document's own data, number, date and QR."""
    data = dict(row.data)
    local = row.issued_at.astimezone(HANOI)
    data["number"] = row.number
    data["title"] = row.title
    data["issued"] = {
        "day": local.day,
        "month": local.month,
        "year": local.year,
        "time": f"{local:%H:%M}",
    }
    if address := data.get("look_up"):
        data["qr"] = numbering.qr_svg(str(address))
    return data
