"""Answers given before; nothing of them is kept here, they stay in the dossiers."""

from motcua.dossiers.queries.handed_in import given_before
from motcua.dossiers.queries.scope import key_of
from motcua.exchange.models import FillingIn
from motcua.exchange.rules import answers as rules
from motcua.exchange.values import Known, Said
from motcua.forms import rules as forms
from motcua.forms.values import AnswerSet
from motcua.identity.values import Viewer
from motcua.procedures import queries as procedures


def fills_in(*, viewer: Viewer) -> bool:
    """Whether the viewer agreed that earlier answers fill in new forms, in today's words."""
    return FillingIn.objects.filter(
        owner__key=key_of(viewer), agreed=True, version=rules.CONSENT
    ).exists()


def known(*, viewer: Viewer) -> dict[str, Known]:
    """Give what the viewer told about themselves in accepted dossiers, by element, the latest.

    For offering it; nothing is filled in unless `fills_in`.
    """
    found = (
        Known(element, value, given.code, given.service_name, given.submitted_at)
        for given in given_before(viewer=viewer)
        for element, value in rules.told(
            procedures.service_by_digest(given.service_digest).form, given.answers
        ).items()
    )
    return rules.newest(found)


def said(*, viewer: Viewer, language: str) -> tuple[Said, ...]:
    """Give the same in words, for the owner to read."""
    seen: set[str] = set()
    lines: list[Said] = []
    for given in given_before(viewer=viewer):
        form = procedures.service_by_digest(given.service_digest).form
        wanted = rules.elements(form)
        told = rules.told(form, given.answers)
        for section in forms.summary(form, AnswerSet.from_json(given.answers), language):
            for row in section.rows:
                element = wanted.get(row.path)
                if element in told and element not in seen:
                    seen.add(element)
                    lines.append(Said(row.label, row.value, given.code, given.submitted_at))
    return tuple(lines)
