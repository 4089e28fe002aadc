"""Checking files out of the citizen's way: scan what came, give out what was made of it.

What came lies where nothing is given out from. Only when the scan has ended well and the content
could be written anew does something go to the byte store, and the row says so: until then, and
whatever fails on the way, the file stays shut.
"""

from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from motcua.documents import ports
from motcua.documents.events import FileChecked, FileRejected
from motcua.documents.models import File
from motcua.documents.ports import BytesDamaged, NotScannable
from motcua.documents.rules.policy import POLICY, TYPES, Policy
from motcua.documents.values import FileState
from motcua.journal.actions import enqueue, record
from motcua.journal.values import Actor

if TYPE_CHECKING:
    from motcua.documents.rules.cleaning import Cleaned

CHECK_JOB = "documents.check"
CHECKER = Actor(kind="worker", key="documents.check", name="Kiểm tra tệp")
_OPEN_ENDED = (FileState.WAITING.value, FileState.UNSCANNED.value)


def ask_for_check(key: UUID, *, at: datetime, turn: str = "") -> None:
    """Ask the worker to check a file, once a `turn`."""
    enqueue(job=CHECK_JOB, payload={"file": str(key)}, due_at=at, key=f"check:{key}{turn}")


def check(*, key: UUID, at: datetime) -> FileState:
    """Check a file and give how that ended; a file that was checked is not checked again.

    Raises `ScannerAway` while the scanner does not answer: the file stays shut and waits.
    """
    from motcua.documents.rules import cleaning  # noqa: PLC0415 -- slow import

    row = File.objects.get(key=key)
    scanner = ports.scanner()
    wanted = row.state == FileState.WAITING.value
    if not wanted and not (scanner and row.state == FileState.UNSCANNED.value):
        return FileState(row.state)
    try:
        content = _as_it_came(row)
        found = scanner.scan(content) if scanner else None
        if found:
            return _reject(row, FileState.INFECTED, found=found, at=at)
        made = cleaning.clean(content, row.media_type)
    except (NotScannable, BytesDamaged, cleaning.NotCleanable) as cause:
        return _reject(row, FileState.UNSCANNABLE, found=str(cause), at=at)
    return _open(row, made, FileState.CLEAN if scanner else FileState.UNSCANNED, at=at)


def give_up(*, key: UUID, why: str, at: datetime) -> FileState:
    """Say that a file cannot be checked: another copy is needed."""
    return _reject(File.objects.get(key=key), FileState.UNSCANNABLE, found=why, at=at)


def sweep(*, at: datetime, limit: int = 500) -> int:
    """Ask again for checks whose job was given up, and for unscanned files once a scanner is here.

    Gives how many were asked for; a file is asked for once an hour at most.
    """
    wanted = Q(state=FileState.WAITING.value)
    if ports.scanner():
        wanted |= Q(state=FileState.UNSCANNED.value)
    rows = File.objects.filter(wanted, stored_at__lt=at - timedelta(hours=1)).order_by("stored_at")
    keys = list(rows.values_list("key", flat=True)[:limit])
    for key in keys:
        ask_for_check(key, at=at, turn=f":{at:%y%m%d%H}")
    return len(keys)


def forget_incoming(*, at: datetime, policy: Policy = POLICY, limit: int = 500) -> int:
    """Remove the bytes of what came, some days after it was checked; its SHA-256 stays.

    Bytes that another file still waits to have checked stay too.
    """
    rows = File.objects.filter(incoming=True, checked_at__lt=at - policy.incoming_kept)
    old = list(rows.order_by("checked_at").values_list("pk", "sha256")[:limit])
    File.objects.filter(pk__in=[pk for pk, _ in old]).update(incoming=False)
    for sha256 in {sha256 for _, sha256 in old}:
        if not File.objects.filter(sha256=sha256, incoming=True).exists():
            ports.incoming().drop(sha256)
    return len(old)


def _as_it_came(row: File) -> bytes:
    """Read what came; files taken in before there were checks lie in the byte store."""
    try:
        return ports.incoming().get(row.sha256)
    except BytesDamaged:
        return ports.store().get(row.sha256)


def _open(row: File, made: "Cleaned", state: FileState, *, at: datetime) -> FileState:
    served = ports.store().put(made.content)
    name = row.filename
    if made.media_type != row.media_type:
        name = PurePosixPath(name).stem + TYPES[made.media_type][0]
    with transaction.atomic():
        won = File.objects.filter(pk=row.pk, state__in=_OPEN_ENDED).update(
            state=state.value,
            served_sha256=served,
            filename=name,
            media_type=made.media_type,
            cleaned=list(made.taken_out),
            signed=made.signed,
            checked_at=at,
        )
        if won:
            event = FileChecked(
                subject=f"file:{row.key}", state=state.value, cleaned=made.taken_out
            )
            record(event=event, by=CHECKER, at=at)
    return state


def _reject(row: File, state: FileState, *, found: str, at: datetime) -> FileState:
    with transaction.atomic():
        won = File.objects.filter(pk=row.pk, state__in=_OPEN_ENDED).update(
            state=state.value, served_sha256="", found=found[:200], checked_at=at
        )
        if won:
            event = FileRejected(subject=f"file:{row.key}", state=state.value, found=found[:200])
            record(event=event, by=CHECKER, at=at)
    return state
