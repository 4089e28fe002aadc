"""Reasons as agencies word them: those kept for use, and what was written again and again."""

from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from motcua.dossiers.models import ReasonTemplate, SupplementRequest
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.templates import OftenSaid, TemplateView, Use
from motcua.identity.values import Role, Viewer
from motcua.workflow.values import Move

LOOKED_BACK = timedelta(days=180)
OFTEN = 3
_MOST_READ = 2000
_MOVES = {Move.REQUEST_SUPPLEMENT: Use.SUPPLEMENT, Move.REFUSE: Use.REFUSAL}


def reasons_for(*, found: DossierView, agency_path: str) -> dict[str, tuple[TemplateView, ...]]:
    """Give the sentences for each move (its name) that a dossier offers now and that has some.

    They are those of its agency and of agencies above, for its procedure or for all. One query, and
    none where no such move is offered.
    """
    offered = [one.move for one in found.offers if one.move in _MOVES and not one.refusal]
    if not offered:
        return {}
    parts = [part for part in agency_path.split(".") if part]
    above = [".".join(parts[: depth + 1]) + "." for depth in range(len(parts))]
    rows = ReasonTemplate.objects.filter(
        agency_path__in=above, service_code__in=("", found.service_code)
    ).order_by("-service_code", "-agency_path", "pk")[:50]
    kept = [_view(row) for row in rows]
    told = {move.value: tuple(t for t in kept if t.use is _MOVES[move]) for move in offered}
    return {move: lines for move, lines in told.items() if lines}


def templates(*, viewer: Viewer) -> tuple[TemplateView, ...]:
    """Give the sentences that the viewer's agencies keep, by procedure (at most 500)."""
    rows = ReasonTemplate.objects.filter(_kept_by(viewer))
    return tuple(_view(row) for row in rows.order_by("service_code", "use", "pk")[:500])


def template(*, viewer: Viewer, key: UUID) -> TemplateView | None:
    """Give one sentence that the viewer may change."""
    row = ReasonTemplate.objects.filter(_kept_by(viewer), key=key).first()
    return _view(row) if row else None


def often_said(*, viewer: Viewer, at: datetime) -> tuple[OftenSaid, ...]:
    """Give what the viewer's agencies wrote three times or more in half a year, word for word.

    Only supplement requests are counted, the latest 2,000. What is kept already is left out.
    """
    scope = Q(pk__in=[])
    for path in viewer.paths(Role.APPROVER):
        scope |= Q(dossier__agency_path__startswith=path)
    rows = SupplementRequest.objects.filter(scope, asked_at__gte=at - LOOKED_BACK)
    told = rows.order_by("-pk").values_list("dossier__service_code", "reason")[:_MOST_READ]
    said = Counter((code, " ".join(reason.split())) for code, reason in told if reason.strip())
    kept = {(one.service_code, one.words) for one in templates(viewer=viewer)}
    found = [
        OftenSaid(Use.SUPPLEMENT, words, code, times)
        for (code, words), times in said.most_common(50)
        if times >= OFTEN and (code, words) not in kept
    ]
    return tuple(found[:20])


def _kept_by(viewer: Viewer) -> Q:
    """Give the condition on rows of agencies in whose subtree the viewer leads."""
    scope = Q(pk__in=[])
    for path in viewer.paths(Role.APPROVER):
        scope |= Q(agency_path__startswith=path)
    return scope


def _view(row: ReasonTemplate) -> TemplateView:
    return TemplateView(
        key=row.key,
        use=Use(row.use),
        words=row.words,
        service_code=row.service_code,
        agency_path=row.agency_path,
        changed_by_name=row.changed_by_name,
    )
