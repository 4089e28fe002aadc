"""Working on an edition: begin, save, undo, redo. Every change names the revision it changes."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import F

from motcua.identity.values import Grant, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.codes import ProcedureCode
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.events import EditionChanged, EditionStarted
from motcua.procedures.models.editing import Edition, EditionStep
from motcua.procedures.queries import editing
from motcua.procedures.rules.editing import templates, trees
from motcua.procedures.values.editing import EditionStatus, EditionView, Trees

KEPT_STEPS = 100
ONE_STEP = timedelta(minutes=5)
"""Automatic saves of one place by one person within this are one step."""
LARGEST = 1024 * 1024


class EditionRefused(Refused):
    """That cannot be done to this edition, or not by this person, or not now."""


class EditionConflict(Refused):
    """Somebody else changed the edition since it was read."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Bản soạn này vừa được người khác (hoặc bạn, ở một thẻ khác) sửa. Điều bạn gõ vẫn "
                "còn dưới đây; bạn hãy xem bản mới ở một thẻ khác rồi lưu lại.",
                "This edition has just been changed by somebody else (or by you in another tab). "
                "What you typed is kept below; look at the new one in another tab and save again.",
            )
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what the trees say now, its words for undoing, where it was made.

    `quiet`: an automatic save, which joins the one before it at the same place.
    """

    trees: Trees
    words: str
    place: str = ""
    quiet: bool = False


def start(*, code: str, name: str, by: Viewer, at: datetime) -> UUID:
    """Begin a service that nobody can apply for yet from the template of a simple one."""
    number = _code(code)
    if editing.published_trees(number):
        raise EditionRefused(
            Sentence(
                f"Thủ tục {number} đã có bản công bố. Bạn hãy chọn “Sửa từ bản đang công bố”.",
                f"Procedure {number} is already published. Begin from the published version.",
            )
        )
    title = " ".join(name.split())
    if not title or len(title) > 500:
        raise EditionRefused(
            Sentence("Bạn hãy ghi tên thủ tục, dưới 500 chữ.", "Write the procedure's name.")
        )
    begun = templates.empty(code=number, name=title, on=local_day(at))
    return _begin(number, begun, origin="empty", by=by, at=at)


def start_copy(*, code: str, by: Viewer, at: datetime) -> UUID:
    """Begin the next version of a service from its newest published one."""
    found = editing.published_trees(code)
    if found is None:
        raise EditionRefused(
            Sentence("Thủ tục này chưa có bản công bố.", "This procedure is not published yet.")
        )
    today = local_day(at).isoformat()
    copy = trees.put(found[1], ("procedure", "valid_from"), today)
    return _begin(code, copy, origin="copy", by=by, at=at)


def start_import(*, content: bytes, filename: str, by: Viewer, at: datetime) -> UUID:
    """Begin from an exported ZIP of a version, or one `procedure.yaml`; nothing in it is changed.

    Raises ImportRefused, or DefinitionRefused where a file is no YAML.
    """
    found = trees.unpack(content, filename)
    code = _code(str(trees.found(found, ("procedure", "code"), "")))
    name = trees.said(trees.found(found, ("procedure", "name"), code)) or code
    day = local_day(at)
    whole = {**templates.empty(code=code, name=name, on=day), **found}
    return _begin(code, whole, origin="import", by=by, at=at)


def import_into(
    *, edition: EditionView, content: bytes, filename: str, by: Viewer, at: datetime
) -> int:
    """Take the files of a ZIP, or one file, over into an edition; one step, which can be undone."""
    found = trees.unpack(content, filename)
    change = Change({**edition.trees, **found}, f"Nhập từ tệp {filename[:80]}")
    return save(edition=edition, change=change, by=by, at=at)


def save(*, edition: EditionView, change: Change, by: Viewer, at: datetime) -> int:
    """Keep a change as a step; gives the new revision.

    `edition.revision` is the one the author read: EditionConflict where it has been changed since.
    """
    written = json.dumps(change.trees, ensure_ascii=False)
    if len(written.encode()) > LARGEST or "\\u0000" in written:
        raise EditionRefused(
            Sentence("Nội dung quá dài hoặc có ký tự lạ.", "It is too long or unprintable.")
        )
    if change.trees == edition.trees:
        return edition.revision
    with transaction.atomic():
        row = _claim(edition, by=by, at=at)
        last = row.steps.filter(number=row.position).first()
        row.steps.filter(number__gt=row.position).delete()
        joins = (
            change.quiet
            and last is not None
            and (last.place, last.by_key) == (change.place, str(by.key))
            and at - last.at < ONE_STEP
            and row.position > edition.first
        )
        if joins and last is not None:
            row.steps.filter(pk=last.pk).update(trees=written)
        else:
            row.position += 1
            _keep(row, change, written, by=by, at=at)
            event = EditionChanged(
                subject=f"edition:{row.key}",
                code=row.code,
                version=row.version,
                revision=row.revision,
                place=change.place,
            )
            record(event=event, by=by.actor, at=at)
        row.name = trees.said(trees.found(change.trees, ("procedure", "name"))) or row.code
        row.save(update_fields=["position", "name"])
    return row.revision


def undo(*, edition: EditionView, by: Viewer, at: datetime) -> int:
    """Go one kept step back."""
    return _step(edition, -1, by=by, at=at)


def redo(*, edition: EditionView, by: Viewer, at: datetime) -> int:
    """Go one kept step forward again."""
    return _step(edition, +1, by=by, at=at)


def _step(edition: EditionView, by_one: int, *, by: Viewer, at: datetime) -> int:
    if not edition.first <= edition.position + by_one <= edition.last:
        raise EditionRefused(
            Sentence("Không còn bước nào để quay lại.", "There is no further step.")
        )
    with transaction.atomic():
        row = _claim(edition, by=by, at=at)
        row.position += by_one
        row.save(update_fields=["position"])
        event = EditionChanged(
            subject=f"edition:{row.key}",
            code=row.code,
            version=row.version,
            revision=row.revision,
            place="undo" if by_one < 0 else "redo",
        )
        record(event=event, by=by.actor, at=at)
    return row.revision


def _begin(code: str, begun: Trees, *, origin: str, by: Viewer, at: datetime) -> UUID:
    home = editing.home_of(by)
    if home is None:
        raise EditionRefused(
            Sentence(
                "Chỉ quản trị nghiệp vụ của bộ, của tỉnh hoặc của sở được soạn thủ tục. Ở cấp xã, "
                "bạn hãy gửi đề nghị lên Trung tâm Phục vụ hành chính công của tỉnh.",
                "Only procedure administrators of a ministry, province or department edit "
                "procedures. From a commune, ask the province's service centre.",
            )
        )
    if waiting := _waiting(code):
        raise waiting
    with transaction.atomic():
        row = _new(code, begun, home=home, by=by, at=at)
        _keep(row, Change(begun, "Bắt đầu"), json.dumps(begun, ensure_ascii=False), by=by, at=at)
        event = EditionStarted(
            subject=f"edition:{row.key}", code=code, version=row.version, origin=origin
        )
        record(event=event, by=by.actor, at=at)
    return row.key


def _new(code: str, begun: Trees, *, home: Grant, by: Viewer, at: datetime) -> Edition:
    try:
        with transaction.atomic():
            return Edition.objects.create(
                key=uuid4(),
                code=code,
                version=editing.last_number(code) + 1,
                name=trees.said(trees.found(begun, ("procedure", "name"))) or code,
                status=EditionStatus.WORKING.value,
                revision=1,
                position=1,
                agency_code=home.agency_code,
                agency_path=home.agency_path,
                author_name=by.name,
                contributors=[str(by.key)],
                created_at=at,
                saved_at=at,
                saved_by=by.name,
            )
    except IntegrityError:  # somebody began the same version at the same moment
        raise _waiting(code) or EditionConflict from None


def _waiting(code: str) -> EditionRefused | None:
    ended = (EditionStatus.PUBLISHED.value, EditionStatus.DISCARDED.value)
    other = Edition.objects.filter(code=code).exclude(status__in=ended).first()
    if other is None:
        return None
    return EditionRefused(
        Sentence(
            f"{other.author_name} đang soạn phiên bản {other.version} của thủ tục {code}. Bạn hãy "
            "cùng sửa bản đó, hoặc bỏ nó trước.",
            f"{other.author_name} is writing version {other.version} of procedure {code}. Work on "
            "that one, or discard it first.",
        )
    )


def _keep(row: Edition, change: Change, written: str, *, by: Viewer, at: datetime) -> None:
    EditionStep.objects.create(
        edition=row,
        number=row.position,
        trees=written,
        words=change.words[:300],
        place=change.place[:300],
        by_key=str(by.key),
        at=at,
    )
    row.steps.filter(number__lte=row.position - KEPT_STEPS).delete()


def _claim(edition: EditionView, *, by: Viewer, at: datetime) -> Edition:
    """Take the next revision of an edition that may be edited, by compare-and-set."""
    if not edition.may_edit:
        raise EditionRefused(
            Sentence(
                f"Bản soạn đang ở trạng thái “{edition.status.label.vi}” nên không sửa được.",
                f"The edition is “{edition.status.label.en}” and cannot be changed.",
            )
        )
    return claim(edition, _touched(by, at))


def _touched(by: Viewer, at: datetime) -> Callable[[Edition], None]:
    def touch(row: Edition) -> None:
        row.saved_at, row.saved_by = at, by.name
        row.contributors = sorted({*row.contributors, str(by.key)})
        row.save(update_fields=["saved_at", "saved_by", "contributors"])

    return touch


def claim(edition: EditionView, touch: Callable[[Edition], None]) -> Edition:
    """Make the next revision one's own, or raise EditionConflict; `touch` changes the row."""
    open_rows = Edition.objects.filter(
        key=edition.key, revision=edition.revision, status=edition.status.value
    )
    if open_rows.update(revision=F("revision") + 1) != 1:
        raise EditionConflict
    row = Edition.objects.get(key=edition.key)
    touch(row)
    return row


def _code(text: str) -> str:
    code = ProcedureCode.parse(text.strip())
    if len(str(code)) > 32:
        raise EditionRefused(Sentence("Mã thủ tục quá dài.", "The code is too long."))
    return str(code)
