"""Drafts: the applicant's own paper until it is submitted.

Saving answers writes no journal entry: a draft is nobody's business but its owner's. Beginning,
discarding and submitting do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.documents.rules import policy
from motcua.documents.values import StoredFile
from motcua.dossiers.events import DraftDiscarded, DraftStarted
from motcua.dossiers.models import Attachment, Draft
from motcua.dossiers.queries.scope import key_of
from motcua.dossiers.rules.imprints import imprint
from motcua.dossiers.values import Channel
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures

MOST_DRAFTS = 5
LARGEST_ANSWERS = 200_000
LONGEST_NAME = 40
_TOO_MANY = Sentence(
    vi=(
        f"Bạn đang có {MOST_DRAFTS} tờ khai chưa nộp. Bạn hãy nộp hoặc bỏ bớt một tờ khai trong "
        "mục “Hồ sơ của tôi” rồi bắt đầu lại."
    ),
    en=(
        f"You have {MOST_DRAFTS} forms not yet submitted. Please submit or discard one under “My "
        "applications” and start again."
    ),
)


class DraftRefused(Refused):
    """A draft could not be begun or is not there."""


class ChannelRefused(DraftRefused):
    """The procedure does not take dossiers in this way."""

    def __init__(self, channel: Channel) -> None:
        vi, en = channel.label.vi, channel.label.en
        super().__init__(
            Sentence(
                vi=f"Thủ tục này không nhận hồ sơ theo cách “{vi}”. Bạn hãy chọn cách khác.",
                en=f"This procedure does not take applications this way: {en}. Choose another.",
            )
        )


class DraftConflict(Refused):
    """The draft was changed elsewhere since this page was opened; `revision` is the newest."""

    def __init__(self, revision: int) -> None:
        super().__init__(
            Sentence(
                vi=(
                    "Tờ khai này vừa được sửa trên thiết bị khác. Bạn hãy tải lại trang để thấy "
                    "nội dung mới nhất; những gì bạn vừa nhập vẫn còn trên màn hình này."
                ),
                en=(
                    "This form was just changed on another device. Reload to see the newest; what "
                    "you typed is still on this screen."
                ),
            )
        )
        self.revision = revision


def start_draft(
    *,
    service_code: str,
    by: Viewer,
    at: datetime,
    answers: Mapping[str, Any] | None = None,
) -> UUID:
    """Begin one's own form of the service as it is today, alone or helped; gives the draft's key.

    Paper at a desk begins with `begin_intake`. Refuses (`DraftRefused`) a sixth open draft of a
    person, with the remedy, and a channel that the procedure does not take (`ChannelRefused`).
    """
    with transaction.atomic():
        mine = Draft.objects.filter(owner__key=key_of(by), submitted_as=None, dossier=None)
        if mine.count() >= MOST_DRAFTS:
            raise DraftRefused(_TOO_MANY)
        channel = helped_channel(by, Channel.SELF_SERVICE)
        opened = open_draft(
            service_code=service_code, channel=channel, answers=answers, by=by, at=at
        )
    return opened.key


def open_draft(
    *,
    service_code: str,
    channel: Channel,
    by: Viewer,
    at: datetime,
    answers: Mapping[str, Any] | None = None,
    reception_code: str = "",
) -> Draft:
    """Open a draft that comes in one way or another; for the verbs that begin one."""
    service = procedures.service(service_code, local_day(at))
    if channel not in service.channels:
        raise ChannelRefused(channel)
    with transaction.atomic():
        draft = Draft.objects.create(
            owner_id=key_of(by),
            channel=channel.value,
            service_code=service.code,
            service_digest=service.digest,
            service_name=service.name.vi,
            reception_code=reception_code,
            answers=dict(answers or {}),
            begun_at=at,
            saved_at=at,
        )
        record(
            event=DraftStarted(
                subject=f"draft:{draft.key}", service=service.code, channel=channel.value
            ),
            by=by.actor,
            at=at,
        )
    return draft


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page knows of the draft it saves.

    `revision`: the one it shows, None where it does not say. `name`: what it calls this save.
    `unheard`: the names of its own saves whose answer has not come, so that it cannot know
    whether they were made. `fields`: the paths it asks for, `shown`: the imprint of how they stood
    (`rules.imprints`); other pages of the form may be saved meanwhile, as one goes back and forth.
    """

    revision: int | None = None
    name: str = ""
    unheard: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ()
    shown: str = ""

    def is_newest(self, row: Draft) -> bool:
        """Tell whether nobody but the page itself has saved what it shows since."""
        return (
            self.revision in {None, row.revision}
            or row.saved_as in self.unheard - {""}
            or bool(self.shown and self.shown == imprint(row.answers, self.fields))
        )


def save_answers(
    *,
    draft: UUID,
    answers: Mapping[str, Any],
    by: Viewer,
    at: datetime,
    page: str = "",
    seen: Seen = Seen(),
) -> int:
    """Keep what was typed, right or wrong, merged over what is there; gives the new revision.

    Refuses (`DraftConflict`) when another device has saved the same answers otherwise since they
    were `seen`. What comes late and says nothing new changes nothing, the revision neither: an
    automatic save that was overtaken by the press of a button.
    """
    with transaction.atomic():
        row = _open(draft, by)
        merged = {**row.answers, **answers}
        if not seen.is_newest(row):
            if _differs(row.answers, answers):
                raise DraftConflict(row.revision)
            if merged == row.answers:
                return row.revision
        _check_size(merged)
        row.answers = merged
        row.page = page or row.page
        row.revision += 1
        row.saved_as = seen.name[:LONGEST_NAME]
        row.saved_at = at
        row.save(update_fields=["answers", "page", "revision", "saved_as", "saved_at"])
    return row.revision


def attach(
    *,
    draft: UUID,
    field: str,
    component: str,
    file: StoredFile,
    by: Viewer,
    at: datetime,
    reused_from: str = "",
) -> int:
    """Put a stored file into the draft under a form field; gives the draft's new revision.

    `reused_from` says where a paper of the applicant's store stems from; only the package that
    keeps the store gives it. The same file twice changes nothing. Refuses (`UploadRefused`)
    beyond the policy's total.
    """
    with transaction.atomic():
        row = _open(draft, by)
        there = list(
            Attachment.objects.filter(draft=row, removed_at=None).values_list(
                "file_id", "file__size"
            )
        )
        known = {key for key, _ in there}
        if file.key in known:
            return row.revision
        policy.check_total(files=len(there) + 1, size=sum(size for _, size in there) + file.size)
        said = {
            "field": field,
            "component": component,
            "added_at": at,
            "removed_at": None,
            "reused_from": reused_from,
        }
        Attachment.objects.update_or_create(
            draft=row,
            file__key=file.key,
            defaults=said,
            create_defaults=said | {"file_id": file.key},
        )
        return _set_files(row, field, at)


def detach(*, draft: UUID, file: UUID, by: Viewer, at: datetime) -> int:
    """Take a file out of the draft; gives the draft's new revision."""
    with transaction.atomic():
        row = _open(draft, by)
        attachment = Attachment.objects.filter(draft=row, file__key=file, removed_at=None).first()
        if attachment is None:
            return row.revision
        attachment.removed_at = at
        attachment.save(update_fields=["removed_at"])
        return _set_files(row, attachment.field, at)


def discard_draft(*, draft: UUID, by: Viewer, at: datetime) -> None:
    """Throw a draft away with what was typed in it."""
    with transaction.atomic():
        row = _open(draft, by)
        record(event=DraftDiscarded(subject=f"draft:{row.key}"), by=by.actor, at=at)
        Attachment.objects.filter(draft=row).delete()
        row.delete()


def _open(key: UUID, by: Viewer) -> Draft:
    row = Draft.objects.select_for_update().filter(key=key, owner__key=key_of(by)).first()
    if row is None or row.submitted_as_id is not None:
        raise DraftRefused(
            Sentence(
                vi="Tờ khai này đã nộp hoặc đã bỏ. Bạn hãy xem trong “Hồ sơ của tôi”.",
                en="This form is no longer open: submitted or discarded. See “My applications”.",
            )
        )
    note_help(row, by)
    return row


def helped_channel(by: Viewer, channel: Channel) -> Channel:
    """Give the channel as it truly is: self-service ends where somebody helps."""
    if by.helped is None or not channel.proves_self_service:
        return channel
    return Channel.OFFICER_ASSISTED if by.helped.by_officer else Channel.VOLUNTEER_ASSISTED


def note_help(row: Draft, by: Viewer) -> None:
    """Mark an open draft for good as one that somebody helped with."""
    channel = helped_channel(by, Channel(row.channel))
    if channel.value != row.channel and row.dossier_id is None:
        row.channel = channel.value
        row.save(update_fields=["channel"])


def _set_files(row: Draft, field: str, at: datetime) -> int:
    keys = Attachment.objects.filter(draft=row, field=field, removed_at=None).order_by("pk")
    row.answers = {
        **row.answers,
        field: [str(key) for key in keys.values_list("file_id", flat=True)],
    }
    row.revision += 1
    row.saved_at = at
    row.save(update_fields=["answers", "revision", "saved_at"])
    return row.revision


def _differs(kept: Mapping[str, Any], sent: Mapping[str, Any]) -> bool:
    return any(path in kept and kept[path] != value for path, value in sent.items())


def _check_size(answers: Mapping[str, Any]) -> None:
    if len(str(answers)) > LARGEST_ANSWERS:
        raise DraftRefused(
            Sentence(
                vi="Nội dung tờ khai quá dài. Bạn hãy rút gọn phần vừa nhập.",
                en="The form holds too much text. Please shorten what you just typed.",
            )
        )
