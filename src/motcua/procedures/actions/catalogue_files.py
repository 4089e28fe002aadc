"""Open a file of the catalogue, plain or .gz, as a stream of items; and the catalogue we ship."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from django.conf import settings

from motcua.journal.values import Actor
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.actions.import_catalogue import import_records
from motcua.procedures.models.catalogue import ProcedureVersion
from motcua.procedures.rules.parsing.lines import KEPT, LONGEST, decoded, document_items, item_of
from motcua.procedures.rules.parsing.reading import ItemRefused, key_of, read_record
from motcua.procedures.rules.parsing.table import fields_of, unknown_columns
from motcua.procedures.values.catalogue_source import Item, Report, total

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest .json or .csv document; a .jsonl file has no limit but its lines'."""
LIBRARY: Final = Actor(kind="system", key="library", name="Thư viện")
OWN: Final = "library/"
"""How sources that come with the system are named."""


class FileRefused(Refused):
    """A file as a whole is no catalogue file."""


def read_items(path: Path) -> Iterator[Item]:
    """Stream the items of a .jsonl, .json or .csv file; raise `FileRefused` where it is none."""
    try:
        with _opened(path) as stream:
            _check_beginning(path, stream.peek(4)[:4])
            yield from _items(path, stream)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise FileRefused(
            Sentence(
                vi=f"{path.name}: tệp nén .gz bị hỏng. Bạn hãy tải lại tệp.",
                en=f"{path.name}: the .gz file is damaged. Download it again.",
            )
        ) from error
    except OSError as error:
        raise FileRefused(
            Sentence(
                vi=f"{path.name}: không mở được tệp ({error.strerror}).",
                en=f"{path.name}: the file cannot be opened ({error.strerror}).",
            )
        ) from error


def load_library_catalogue(*, at: datetime, by: Actor = LIBRARY) -> Report:
    """Import `library/catalogue/*.json`, leaving alone whatever another source has told of."""
    reports = []
    for path in sorted((settings.LIBRARY / "catalogue").glob("*.json")):
        items = _untold(read_items(path))
        reports.append(import_records(source=OWN + path.name, records=items, by=by, at=at))
    return total(reports)


def _untold(items: Iterable[Item]) -> Iterator[Item]:
    others = ProcedureVersion.objects.exclude(source__startswith=OWN)
    told = set(others.values_list("procedure__key", flat=True).distinct())
    for item in items:
        try:
            known = item.fields is not None and key_of(read_record(item.fields)) in told
        except ItemRefused:
            known = False
        if not known:
            yield item


def _opened(path: Path) -> io.BufferedReader:
    if path.suffix == ".gz":
        return io.BufferedReader(gzip.open(path, "rb"))
    return path.open("rb")


def _check_beginning(path: Path, beginning: bytes) -> None:
    if beginning[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise FileRefused(
            Sentence(
                vi=f"{path.name}: tệp có mã UTF-16. Bạn hãy lưu lại với mã UTF-8.",
                en=f"{path.name}: the file is UTF-16. Save it as UTF-8.",
            )
        )
    if beginning[:2] == b"PK":
        raise FileRefused(
            Sentence(
                vi=f"{path.name}: đây là tệp Excel hoặc ZIP. Bạn hãy lưu thành CSV hoặc JSON.",
                en=f"{path.name}: this is an Excel or ZIP file. Save it as CSV or JSON.",
            )
        )


def _items(path: Path, stream: IO[bytes]) -> Iterator[Item]:
    kind = path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix
    if kind not in {".json", ".csv"}:
        yield from _line_items(stream)
        return
    raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise FileRefused(
            Sentence(
                vi=f"{path.name}: tệp lớn hơn {LARGEST // 1024 // 1024} MiB. Bạn hãy ghi thành "
                ".jsonl, mỗi thủ tục một dòng.",
                en=f"{path.name}: the file is larger than {LARGEST // 1024 // 1024} MiB. Write it "
                "as .jsonl, one procedure a line.",
            )
        )
    yield from document_items(raw) if kind == ".json" else _rows(path, raw)


def _line_items(stream: IO[bytes]) -> Iterator[Item]:
    number = 0
    while line := stream.readline(LONGEST + 2):
        number += 1
        raw = line.rstrip(b"\r\n")
        if len(raw) > LONGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(KEPT)
        if raw.strip(b" \t\xef\xbb\xbf"):
            yield item_of(number, raw)


def _rows(path: Path, raw: bytes) -> Iterator[Item]:
    text = raw.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n")
    lines = list(io.StringIO(text, newline="\n"))
    reader = csv.reader(iter(lines), strict=True)
    header = [name.strip() for name in next(reader, [])]
    if header and ("name" not in header or unknown_columns(header)):
        strange = ", ".join(unknown_columns(header)) or "name?"
        raise FileRefused(
            Sentence(
                vi=f"{path.name}: hàng tiêu đề chưa đúng ({strange}). Cần ít nhất cột `name`.",
                en=f"{path.name}: the heading is not ours ({strange}); `name` at least is needed.",
            )
        )
    start = reader.line_num
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            rest = "".join(lines[start:]).encode("utf-8", "surrogateescape")
            yield Item(start + 1, rest[:KEPT], problem=_csv_problem(str(error)))
            return
        if row is None:
            return
        own = "".join(lines[start : reader.line_num]).encode("utf-8", "surrogateescape")
        if row:
            yield _row_item(start + 1, own, header=header, row=row)
        start = reader.line_num


def _row_item(line: int, raw: bytes, *, header: list[str], row: list[str]) -> Item:
    if len(row) != len(header):
        return Item(line, raw, problem=_csv_problem(f"{len(row)} ≠ {len(header)}"))
    text, problem = decoded(raw)
    if text is None:
        return Item(line, raw, problem=problem)
    try:
        return Item(line, raw, fields=fields_of(dict(zip(header, row, strict=True))))
    except ItemRefused as refused:
        return Item(line, raw, problem=refused.sentence)


def _csv_problem(what: str) -> Sentence:
    return Sentence(
        vi=f"Hàng CSV không đúng ({what}). Mỗi hàng phải có đủ các cột của hàng tiêu đề.",
        en=f"The CSV row is not right ({what}). Each row must have the columns of the heading.",
    )
