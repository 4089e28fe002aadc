"""Keeping the sentences that an agency uses again and again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.dossiers.events.templates import ReasonDropped, ReasonKept
from motcua.dossiers.models import ReasonTemplate
from motcua.dossiers.values.templates import Use
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence

LONGEST_TEMPLATE = 1000
MOST_KEPT = 500


class TemplateRefused(Refused):
    """A sentence cannot be kept so, or not by this viewer."""


class TemplateUnknown(Refused):
    """There is no such sentence for this viewer."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence, what it is for, and for which procedure (empty: for all)."""

    words: str
    use: Use
    service_code: str = ""


def keep_reason(
    *, agency_path: str, worded: Worded, by: Viewer, at: datetime, key: UUID | None = None
) -> UUID:
    """Keep a sentence for an agency that the viewer leads, or change one (`key`); gives its key."""
    words = " ".join("".join(c if c.isprintable() else " " for c in worded.words).split())
    if not words or len(words) > LONGEST_TEMPLATE:
        raise TemplateRefused(_WORDS)
    if Role.APPROVER not in by.roles_at(agency_path):
        raise TemplateRefused(_NOT_HEAD)
    with transaction.atomic():
        rows = ReasonTemplate.objects.select_for_update().filter(agency_path=agency_path)
        if key is not None and not rows.filter(key=key).exists():
            raise TemplateUnknown(_UNKNOWN)
        if key is None and rows.count() >= MOST_KEPT:
            raise TemplateRefused(_ENOUGH)
        kept, _ = ReasonTemplate.objects.update_or_create(
            key=key or uuid4(),
            defaults={
                "agency_path": agency_path,
                "service_code": worded.service_code[:20],
                "use": worded.use.value,
                "words": words,
                "changed_by_name": by.name,
                "changed_at": at,
            },
        )
        event = ReasonKept(
            subject=_subject(agency_path),
            template=kept.key,
            service=kept.service_code,
            use=kept.use,
            words=words,
        )
        record(event=event, by=by.actor, at=at)
    return kept.key


def drop_reason(*, key: UUID, by: Viewer, at: datetime) -> None:
    """Drop a sentence of an agency that the viewer leads."""
    with transaction.atomic():
        row = ReasonTemplate.objects.select_for_update().filter(key=key).first()
        if row is None or Role.APPROVER not in by.roles_at(row.agency_path):
            raise TemplateUnknown(_UNKNOWN)
        event = ReasonDropped(subject=_subject(row.agency_path), template=key)
        row.delete()
        record(event=event, by=by.actor, at=at)


def _subject(path: str) -> str:
    return f"reasons:{path.strip('.')}"


_WORDS = Sentence(
    f"Bạn hãy viết mẫu lý do từ 1 đến {LONGEST_TEMPLATE} ký tự.",
    f"Write a sentence of 1 to {LONGEST_TEMPLATE} characters.",
)
_NOT_HEAD = Sentence(
    "Chỉ lãnh đạo của cơ quan mới giữ mẫu lý do.", "Only a head of the agency keeps its sentences."
)
_UNKNOWN = Sentence("Không tìm thấy mẫu lý do này.", "This sentence was not found.")
_ENOUGH = Sentence(
    "Cơ quan đã giữ đủ nhiều mẫu. Bạn hãy bỏ mẫu ít dùng trước.",
    "The agency keeps enough of them. Drop one first.",
)
