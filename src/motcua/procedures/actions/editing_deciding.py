"""Deciding on an edition: propose, return, approve and publish, discard."""

import json
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence
from motcua.procedures.actions.editing import EditionRefused, claim
from motcua.procedures.actions.import_catalogue import import_records
from motcua.procedures.actions.publish import Published, publish_folder
from motcua.procedures.events import EditionDecided, GuidePublished
from motcua.procedures.models.catalogue import Procedure
from motcua.procedures.models.editing import Edition
from motcua.procedures.models.guides import PublishedGuide
from motcua.procedures.queries import editing
from motcua.procedures.rules.editing.cataloguing import record_of
from motcua.procedures.rules.editing.trees import to_text
from motcua.procedures.rules.guides import read_guide
from motcua.procedures.values.catalogue_source import Item
from motcua.procedures.values.editing import EditionStatus, EditionView

SOURCE = "Bàn biên tập"
"""What the catalogue names as the source of records made here."""


def propose(*, edition: EditionView, by: Viewer, at: datetime) -> None:
    """Hand an edition over for approval; refused while anything is wrong in it."""
    if not edition.may_edit:
        raise _not_now(edition)
    _refuse_faults(edition, at)
    _decide(edition, EditionStatus.PROPOSED, by=by, at=at)


def send_back(*, edition: EditionView, comment: str, by: Viewer, at: datetime) -> None:
    """Return a proposed edition with what is to be changed."""
    _check_decider(edition, by)
    words = comment.strip()
    if not words or len(words) > 4000:
        raise EditionRefused(
            Sentence(
                "Bạn hãy ghi cần sửa gì (dưới 4.000 chữ).",
                "Write what is to be changed (under 4,000 characters).",
            )
        )

    def touch(row: Edition) -> None:
        row.comment, row.approver_name = words, by.name

    _decide(edition, EditionStatus.RETURNED, by=by, at=at, touch=touch)


def approve(*, edition: EditionView, by: Viewer, at: datetime) -> Published:
    """Approve and publish: scenarios are played, the text is frozen, the catalogue knows it.

    Never by somebody who wrote in it. All in one transaction: either it is published or nothing
    has changed.
    """
    _check_decider(edition, by)
    _refuse_faults(edition, at)

    def touch(row: Edition) -> None:
        row.comment, row.approver_name = "", by.name

    with transaction.atomic():
        _decide(edition, EditionStatus.PUBLISHED, by=by, at=at, touch=touch)
        done = publish_folder(folder=editing.folder_of(edition), at=at, by=by.actor)
        _publish_guide(edition, by=by, at=at)
        _into_the_catalogue(edition, by=by, at=at)
    return done


def discard(*, edition: EditionView, by: Viewer, at: datetime) -> None:
    """Throw an edition away; its steps stay for the record, its number may be used again."""
    if not edition.may_edit:
        raise _not_now(edition)
    _decide(edition, EditionStatus.DISCARDED, by=by, at=at)


def _decide(
    edition: EditionView,
    status: EditionStatus,
    *,
    by: Viewer,
    at: datetime,
    touch: Callable[[Edition], None] | None = None,
) -> None:
    def change(row: Edition) -> None:
        row.status, row.saved_at, row.saved_by = status.value, at, by.name
        if touch:
            touch(row)
        row.save(update_fields=["status", "saved_at", "saved_by", "comment", "approver_name"])

    with transaction.atomic():
        row = claim(edition, change)
        event = EditionDecided(
            subject=f"edition:{row.key}",
            code=row.code,
            version=row.version,
            status=status.value,
            revision=row.revision,
        )
        record(event=event, by=by.actor, at=at)


def _check_decider(edition: EditionView, by: Viewer) -> None:
    if str(by.key) in edition.contributors:
        raise EditionRefused(
            Sentence(
                "Bạn đã soạn bản này nên không tự duyệt được. Một quản trị nghiệp vụ khác, hoặc "
                "lãnh đạo cơ quan, sẽ duyệt.",
                "You wrote in this edition, so somebody else must approve it: another business "
                "administrator, or the head of the agency.",
            )
        )
    if not edition.may_decide:
        raise _not_now(edition)


def _refuse_faults(edition: EditionView, at: datetime) -> None:
    count = len(editing.faults(edition, today=local_day(at)))
    if count:
        raise EditionRefused(
            Sentence(
                f"Còn {count} chỗ phải sửa. Bạn hãy xem từng phần có số đỏ ở trang tổng quan.",
                f"{count} places must be mended first. See the marked sections in the overview.",
            )
        )


def _not_now(edition: EditionView) -> EditionRefused:
    return EditionRefused(
        Sentence(
            f"Bản soạn đang ở trạng thái “{edition.status.label.vi}” nên chưa làm được việc này.",
            f"The edition is “{edition.status.label.en}”, so this cannot be done.",
        )
    )


def _publish_guide(edition: EditionView, *, by: Viewer, at: datetime) -> None:
    if "guide" not in edition.trees:
        return
    text = to_text(edition.trees["guide"])
    guide = read_guide(text, name="guide.yaml", code=edition.code, version=edition.version)
    PublishedGuide.objects.create(
        code=guide.code,
        version=guide.version,
        digest=guide.digest,
        text=text,
        published_at=at,
    )
    event = GuidePublished(
        subject=f"procedure:{guide.code}", code=guide.code, version=guide.version
    )
    record(event=event, by=by.actor, at=at)


def _into_the_catalogue(edition: EditionView, *, by: Viewer, at: datetime) -> None:
    """Make a record in the catalogue where it has none; another source's record is kept."""
    theirs = Procedure.objects.filter(key=edition.code, current__isnull=False)
    if theirs.exclude(current__source=SOURCE).exists():
        return
    service = editing.readable(edition)
    if service is None:
        return
    fields = record_of(service)
    item = Item(1, json.dumps(fields, ensure_ascii=False).encode(), fields)
    import_records(source=SOURCE, records=[item], by=by.actor, at=at)
