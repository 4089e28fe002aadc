"""Keeping a way of looking at a list: its filters, columns and order under a name."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.dossiers.events import ViewRemoved, ViewSaved
from motcua.dossiers.models import SavedView
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.scope import CASE_ROLES, key_of
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence

LONGEST_NAME, MOST_VIEWS = 80, 50


class ViewRefused(Refused):
    """A view was not kept."""


class ViewUnknown(Refused):
    """There is no such view, or it is somebody else's."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Không tìm thấy cách xem này trong các cách xem của bạn.",
                "This view was not found among your own.",
            )
        )


def save_view(
    *,
    wanted: Wanted,
    name: str,
    by: Viewer,
    at: datetime,
    shared: bool = False,
    default: bool = False,
) -> UUID:
    """Keep a view under a name and give its key; the same name again changes that view.

    `shared` lets the viewer's own unit use it, `default` opens the list with it from now on.
    """
    called = _checked(name)
    with transaction.atomic():
        mine = SavedView.objects.select_for_update().filter(
            owner__key=key_of(by), list_name=wanted.list_name
        )
        known = mine.filter(name=called).first()
        if known is None and mine.count() >= MOST_VIEWS:
            raise _refused(
                f"Bạn đã lưu {MOST_VIEWS} cách xem. Bạn hãy xóa bớt cách xem không dùng nữa.",
                f"You keep {MOST_VIEWS} views already. Please remove one you no longer use.",
            )
        if default:
            mine.filter(is_default=True).update(is_default=False)
        row = known or SavedView(owner_id=key_of(by), list_name=wanted.list_name, name=called)
        row.wanted, row.owner_name, row.saved_at = wanted.parameters(), by.name, at
        row.shared_path = _unit(by) if shared else ""
        row.is_default = default
        row.save()
        record(
            event=ViewSaved(subject=f"view:{row.key}", list_name=row.list_name, shared=shared),
            by=by.actor,
            at=at,
        )
    return row.key


def choose_default(*, key: UUID | None, list_name: str, by: Viewer, at: datetime) -> None:
    """Open a list with this own view from now on; None: with everything, as before."""
    with transaction.atomic():
        mine = SavedView.objects.filter(owner__key=key_of(by), list_name=list_name)
        row = mine.filter(key=key).first() if key else None
        if key and row is None:
            raise ViewUnknown
        mine.filter(is_default=True).update(is_default=False)
        if row:
            mine.filter(pk=row.pk).update(is_default=True)
            record(
                event=ViewSaved(
                    subject=f"view:{row.key}", list_name=list_name, shared=bool(row.shared_path)
                ),
                by=by.actor,
                at=at,
            )


def remove_view(*, key: UUID, by: Viewer, at: datetime) -> None:
    """Forget an own view; refuses with `ViewUnknown`."""
    with transaction.atomic():
        gone, _ = SavedView.objects.filter(owner__key=key_of(by), key=key).delete()
        if not gone:
            raise ViewUnknown
        record(event=ViewRemoved(subject=f"view:{key}"), by=by.actor, at=at)


def _checked(name: str) -> str:
    called = " ".join(name.split())
    if not called:
        raise _refused("Bạn hãy đặt tên cho cách xem này.", "Please give this view a name.")
    if len(called) > LONGEST_NAME or "\0" in called:
        raise _refused(
            f"Tên cách xem dài nhất {LONGEST_NAME} ký tự. Bạn hãy đặt tên ngắn hơn.",
            f"The name of a view has at most {LONGEST_NAME} characters. Please shorten it.",
        )
    return called


def _unit(by: Viewer) -> str:
    return next((grant.agency_path for grant in by.grants if grant.role in CASE_ROLES), "")


def _refused(vi: str, en: str) -> ViewRefused:
    return ViewRefused(Sentence(vi, en))
