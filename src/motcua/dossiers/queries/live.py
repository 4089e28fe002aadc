"""What is new since a page was drawn: for the inbox, and for one dossier.

Nothing is remembered between two questions: each asks from the moment the page was drawn, so an
answer that got lost loses nothing.
"""

from dataclasses import dataclass

from django.db.models import Max

from motcua.dossiers.models import Dossier, InboxRow, Stir
from motcua.dossiers.queries.scope import awaits, in_scope, visible_to
from motcua.identity.rules.roles import functions_of
from motcua.identity.values import Viewer

BROUGHT = (
    "dossier.submitted",
    "dossier.supplemented",
    "dossier.accepted",
    "dossier.moved",
    "dossier.resolved",
    "dossier.payment_confirmed",
    "dossier.withdrawal_asked",
    "dossier.stopped",
    "dossier.assigned",
    "dossier.payment_requested",
    "dossier.supplement_requested",
)
"""What puts a dossier before somebody else."""
MOST = 99
"""More than this is “many”; counting stops there."""


@dataclass(frozen=True, slots=True)
class NewInInbox:
    """How many dossiers came to the viewer, by somebody else's doing, since a page was drawn."""

    number: int


@dataclass(frozen=True, slots=True)
class NewOnDossier:
    """Whether a dossier changed since a page was drawn; `by` names who did it last.

    `upto` is another number for each answer that differs, 0 while nothing changed.
    """

    changed: bool
    by: str
    upto: int


def newest() -> int:
    """Give the number of the latest thing that happened; read it before what a page shows."""
    return Stir.objects.aggregate(newest=Max("pk"))["newest"] or 0


def new_in_inbox(*, viewer: Viewer, since: int) -> NewInInbox:
    """Count the open dossiers in scope that wait for the viewer and stirred after `since`.

    Who only reads (control) is told of every dossier in scope. One query.
    """
    recent = Stir.objects.filter(pk__gt=since, kind__in=BROUGHT).exclude(
        by_key=str(viewer.key or "")
    )
    acts = any(functions_of(frozenset({grant.role})) for grant in viewer.grants)
    rows = InboxRow.objects.filter(in_scope(viewer), dossier__in=recent.values("dossier"))
    if acts:
        rows = rows.filter(awaits(viewer))
    return NewInInbox(number=len(rows.values_list("pk")[: MOST + 1]))


def new_on_dossier(*, viewer: Viewer, code: str, since: int, revision: int) -> NewOnDossier | None:
    """Tell whether somebody else did something to a dossier since its page was drawn.

    `since` is the number of the last entry of the journal on that page, `revision` the dossier's;
    what the viewer did in another window counts when it moved the dossier. None: not theirs to see.
    """
    row = Dossier.objects.filter(visible_to(viewer), code=code).only("pk", "revision").first()
    if row is None:
        return None
    rows = Stir.objects.filter(dossier=row, entry__gt=since).order_by("-entry")
    last = rows.exclude(by_key=str(viewer.key or "")).first()
    changed = last is not None or row.revision != revision
    return NewOnDossier(
        changed=changed,
        by=last.by_name if last else "",
        upto=last.entry if last else row.revision - revision,
    )
