"""The figures behind each chart as a file: CSV for people, Parquet for machines."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from motcua.kernel.words import Refused, Sentence
from motcua.observatory import answering, files
from motcua.observatory.tabling import asked, tables

KINDS = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}


class FileUnknown(Refused):
    """No file of this kind is given."""


@require_safe
def table(request: HttpRequest, topic: str, kind: str) -> HttpResponseBase:
    """Give a table as a file; `?ky=&theo=&trong=&thu-tuc=&cach=&giai=` say of what."""
    if kind not in KINDS:
        raise FileUnknown(
            Sentence(
                "Chỉ có tệp CSV và Parquet.",
                "There are only CSV and Parquet files.",
            )
        )
    wanted = asked.read(request, topic)
    write = files.csv if kind == "csv" else files.parquet
    return answering.file(
        request,
        lambda: write(tables.table(wanted)),
        name=f"{topic}-{wanted.period.code}.{kind}",
        kind=KINDS[kind],
    )
