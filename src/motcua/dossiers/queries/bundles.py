"""Reading bundles: one view of all dossiers that one submission opened."""

from datetime import datetime

from django.db.models import Q

from motcua.agencies import queries as agencies
from motcua.documents import queries as documents
from motcua.dossiers.models import BundlePart, Dossier
from motcua.dossiers.queries.scope import visible_to
from motcua.dossiers.values.bundles import BundleView, PartView
from motcua.forms import rules as form_rules
from motcua.identity.values import Viewer
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.rules.bundles import Settled
from motcua.workflow.values import State

_SETTLED = {State.RESOLVED.value, State.RETURNED.value}


def bundle(*, viewer: Viewer, code: str) -> BundleView | None:
    """Return the bundle that a dossier is, or is a part of; None where there is none.

    Whoever may see one dossier of a bundle sees the state of all, the rest only of their own.
    """
    found = (
        BundlePart.objects.select_related("parent")
        .filter(Q(child__code=code) | Q(parent__code=code))
        .first()
    )
    if found is None or not Dossier.objects.filter(visible_to(viewer), code=code).exists():
        return None
    row = found.parent
    parts = tuple(row.parts.select_related("child").order_by("place"))
    open_to_them = set(
        Dossier.objects.filter(
            visible_to(viewer), pk__in=[row.pk, *(part.child_id for part in parts)]
        ).values_list("code", flat=True)
    )
    rules = {part.service: part for part in procedures.service_by_digest(row.service_digest).bundle}
    names = {part.service_code: part.service_name for part in parts}
    return BundleView(
        code=row.code,
        name=row.service_name,
        state=State(row.state),
        submitted_at=row.submitted_at,
        due_at=row.due_at,
        ended_at=row.ended_at,
        open_to_viewer=row.code in open_to_them,
        parts=tuple(
            _part(
                part,
                waits_for=tuple(
                    names[before] for before in rules[part.service_code].after if before in names
                ),
                seen=open_to_them,
            )
            for part in parts
        ),
    )


def _part(part: BundlePart, *, waits_for: tuple[str, ...], seen: set[str]) -> PartView:
    child = part.child
    problem = Sentence(part.problem["vi"], part.problem["en"]) if part.problem else None
    if child is None:
        return PartView(part.service_name, waits_for=waits_for, problem=problem)
    return PartView(
        name=part.service_name,
        code=child.code,
        agency=agencies.agency(child.agency_code).name,
        state=State(child.state),
        due_at=_due(child),
        ended_at=child.ended_at,
        favourable="refusal" not in (child.result or {}),
        open_to_viewer=child.code in seen,
    )


def _due(child: Dossier) -> datetime | None:
    return None if child.ended_at else child.due_at


def is_settled(child: Dossier | None) -> bool:
    """Tell whether a part has its result."""
    return child is not None and child.state in _SETTLED


def settled_by(child: Dossier) -> Settled:
    """Give what the result of a part gives to those after it.

    A line as the officer corrected it, or the answer it states where nobody did.
    """
    issued = documents.issued_for(f"dossier:{child.key}")
    paper = next((one for one in issued if one.key == child.result_key), None)
    return Settled(
        number=paper.number if paper else "",
        date=f"{paper.issued_at.astimezone(HANOI):%Y-%m-%d}" if paper else "",
        stated=_stated(child),
    )


def _stated(child: Dossier) -> dict[str, object]:
    form = procedures.service_by_digest(child.service_digest).form
    stated: dict[str, object] = {}
    for section in (child.result or {}).get("sections", ()):
        for row in section["rows"]:
            path, raw = row["path"], child.answers.get(row["path"])
            placed = form.fields.get(path)
            as_answered = placed and form_rules.shown(placed, raw, form.library) == row["value"]
            stated[path] = raw if as_answered and raw is not None else row["value"]
    return stated
