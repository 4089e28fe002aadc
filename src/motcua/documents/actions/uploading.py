"""Taking files in, whole or in pieces."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.documents import ports
from motcua.documents.actions.checking import ask_for_check
from motcua.documents.models import File, Upload
from motcua.documents.queries import as_file
from motcua.documents.rules import policy, sniffing
from motcua.documents.rules.policy import ANYTHING, Taken
from motcua.documents.values import StoredFile, UploadProgress
from motcua.journal.values import Actor
from motcua.kernel.words import Sentence


def store(
    *, content: bytes, filename: str, by: Actor, at: datetime, taken: Taken = ANYTHING
) -> StoredFile:
    """Take a whole file in; refuses with `UploadRefused` what is not `taken`.

    Its bytes go where nothing is given out from, and a worker checks them (`check`). They are on
    the disk before the row is written, so a row never points at nothing.
    """
    name = sniffing.clean_name(filename)
    policy.check_size(len(content), filename=name, taken=taken)
    media_type = sniffing.media_type_of(content, filename=name)
    policy.check_type(media_type, filename=name, taken=taken)
    sha256 = ports.incoming().put(content)
    with transaction.atomic():
        row = File.objects.create(
            filename=sniffing.with_suffix(name, media_type),
            media_type=media_type,
            size=len(content),
            sha256=sha256,
            stored_at=at,
            stored_by=by.key,
        )
        ask_for_check(row.key, at=at)
    return as_file(row)


def receive_chunk(
    *,
    key: UUID,
    filename: str,
    total: int,
    offset: int,
    chunk: bytes,
    by: Actor,
    at: datetime,
    taken: Taken = ANYTHING,
) -> UploadProgress:
    """Take a piece of an upload that the browser named `key`; the last piece stores the file.

    Pieces may come twice or after a break; the answer says how many bytes are here, and the browser
    goes on from there. A finished upload answers with its file however often it is asked.
    """
    name = sniffing.clean_name(filename)
    policy.check_size(total, filename=name, taken=taken)
    upload = _upload(key=key, filename=name, total=total, by=by, at=at)
    if upload.file is not None:
        return UploadProgress(upload.total, upload.total, as_file(upload.file))
    bytes_here = ports.store()
    if offset + len(chunk) > upload.total:
        bytes_here.part_drop(str(key))
        return UploadProgress(0, upload.total)
    received = bytes_here.part_append(str(key), offset=offset, chunk=chunk)
    if received < upload.total:
        return UploadProgress(received, upload.total)
    return _finish(upload, by=by, at=at, taken=taken)


def _upload(*, key: UUID, filename: str, total: int, by: Actor, at: datetime) -> Upload:
    upload, _ = Upload.objects.select_related("file").get_or_create(
        key=key, defaults={"filename": filename, "total": total, "owner": by.key, "begun_at": at}
    )
    if upload.owner != by.key or upload.total != total:
        raise policy.UploadRefused(
            Sentence(
                vi="Lần tải này không khớp với tệp đã bắt đầu. Bạn hãy chọn lại tệp.",
                en="This does not match the upload that was begun. Please choose the file again.",
            )
        )
    return upload


def _finish(upload: Upload, *, by: Actor, at: datetime, taken: Taken) -> UploadProgress:
    content = ports.store().part_take(str(upload.key))
    try:
        with transaction.atomic():
            kept = store(content=content, filename=upload.filename, by=by, at=at, taken=taken)
            Upload.objects.filter(pk=upload.pk).update(file=File.objects.get(key=kept.key))
    except policy.UploadRefused:
        Upload.objects.filter(pk=upload.pk).delete()
        raise
    finally:
        ports.store().part_drop(str(upload.key))
    return UploadProgress(upload.total, upload.total, kept)
