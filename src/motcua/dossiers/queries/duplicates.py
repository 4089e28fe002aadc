"""Finding dossiers that look alike, and reading what was found."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from motcua.dossiers.models import Attachment, Dossier, Duplicate, ListRow
from motcua.dossiers.queries.scope import key_of, visible_to
from motcua.dossiers.queries.searching import found_by, number_word
from motcua.dossiers.rules.duplicates import WITHIN, key_answers, numbers_in, same
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.duplicates import DuplicateView, Likeness, SimilarOfMine, Verdict
from motcua.forms.values import FormDefinition
from motcua.identity.values import Viewer
from motcua.procedures import queries as procedures
from motcua.workflow.values import State

MOST = 20
_GONE = (State.REFUSED.value, State.STOPPED.value)


def alike(row: Dossier) -> Iterator[tuple[int, Likeness]]:
    """Give the number of each earlier dossier that looks like this one, and why.

    The same person (by the keyed mark of an identity number in its answers, or by account) asked
    for the same within 90 days; or a file came bit for bit with somebody else's request.
    """
    form = procedures.service_by_digest(row.service_digest).form
    found = dict.fromkeys((one.pk for one in _same_request(row, form)), Likeness.REQUEST)
    for number in _same_files(row):
        found.setdefault(number, Likeness.FILE)
    yield from list(found.items())[:MOST]


def duplicates(*, viewer: Viewer, found: DossierView) -> tuple[DuplicateView, ...]:
    """Give what looks like a dossier that the viewer opened at the desk, the oldest first.

    Of a dossier that the viewer may not see nothing is told but that there is one.
    """
    if "duplicates" not in found.beside or found.for_applicant or not viewer.is_officer:
        return ()
    pair = Q(dossier__key=found.key) | Q(other__key=found.key)
    rows = list(Duplicate.objects.filter(pair).select_related("dossier", "other").order_by("pk"))
    if not rows:
        return ()
    numbers = {row.dossier_id for row in rows} | {row.other_id for row in rows}
    seen = set(
        Dossier.objects.filter(visible_to(viewer), pk__in=numbers).values_list("pk", flat=True)
    )
    return tuple(_view(row, found, seen) for row in rows[:MOST])


def similar_of_mine(
    *, viewer: Viewer, service_code: str, form: FormDefinition, answers: Mapping[str, Any]
) -> SimilarOfMine | None:
    """Give the viewer's latest open request for the same as these answers ask, if there is one."""
    rows = Dossier.objects.filter(
        applicant__key=key_of(viewer), service_code=service_code, ended_at=None
    ).order_by("-submitted_at")
    keys = key_answers(form)
    for row in rows[:MOST]:
        if row.state != State.RESOLVED.value and same(answers, row.answers, keys):
            return SimilarOfMine(row.code, row.submitted_at, State(row.state))
    return None


def _same_request(row: Dossier, form: FormDefinition) -> Iterator[Dossier]:
    told = [row.contact.get("citizen_id", ""), *numbers_in(form, row.answers)]
    marks = [number_word(number) for number in dict.fromkeys(told) if number]
    who = [found_by([mark], paths=()) for mark in marks]
    if row.applicant_id is not None:
        who.append(Q(dossier__applicant=row.applicant_id))
    if not who:
        return
    rows = (
        ListRow.objects.filter(reduce(or_, who), service_code=row.service_code)
        .filter(submitted_at__gte=row.submitted_at - WITHIN, submitted_at__lte=row.submitted_at)
        .exclude(pk=row.pk)
        .exclude(state__in=_GONE)
        .select_related("dossier")
        .order_by("submitted_at", "pk")
    )
    keys = key_answers(form)
    for one in rows[:100]:
        earlier = one.submitted_at < row.submitted_at or one.pk < row.pk
        if earlier and same(row.answers, one.dossier.answers, keys):
            yield one.dossier


def _same_files(row: Dossier) -> Iterator[int]:
    own = Attachment.objects.filter(dossier=row, removed_at=None)
    prints = list(own.values_list("file__sha256", flat=True))
    if not prints:
        return
    others = Attachment.objects.filter(
        file__sha256__in=prints, dossier__pk__lt=row.pk, removed_at=None
    ).select_related("dossier")
    for one in others.order_by("dossier_id")[:100]:
        if one.dossier is not None and not _same_person(row, one.dossier):
            yield one.dossier.pk


def _same_person(one: Dossier, other: Dossier) -> bool:
    if one.applicant_id is not None and one.applicant_id == other.applicant_id:
        return True
    number = one.contact.get("citizen_id")
    return bool(number) and number == other.contact.get("citizen_id")


def _view(row: Duplicate, found: DossierView, seen: set[int]) -> DuplicateView:
    later = row.dossier.key == found.key
    other = row.other if later else row.dossier
    known = other.pk in seen
    return DuplicateView(
        key=row.key,
        likeness=Likeness(row.likeness),
        later=later,
        code=other.code if known else "",
        state=State(other.state) if known else None,
        submitted_at=other.submitted_at if known else None,
        verdict=Verdict(row.verdict) if row.verdict else None,
        decided_by_name=row.decided_by_name,
    )


def looked_at(row: Dossier, at: datetime) -> list[Duplicate]:
    """Make the rows for what looks like this dossier; saves nothing."""
    return [
        Duplicate(dossier=row, other_id=number, likeness=why.value, found_at=at)
        for number, why in alike(row)
    ]
