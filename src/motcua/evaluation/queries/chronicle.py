"""What happened in a campaign, as the journal keeps it, for whoever leads the campaign."""

from collections.abc import Mapping
from dataclasses import dataclass

from motcua.evaluation.events import about
from motcua.evaluation.events.campaigns import SubjectsAdded
from motcua.evaluation.queries.campaigns import reached
from motcua.evaluation.rules import permitting
from motcua.evaluation.rules.permitting import See
from motcua.identity.values import Viewer
from motcua.journal import queries as journal
from motcua.journal.values import Entry

PAGE = 50
"""Entries that are given at once."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A stretch of what happened, the newest first.

    portals  names of all portals that ever were in the campaign, by agency; that of one that left
             is its agency's code
    older    the number of the entry before which there is more, None where there is not
    """

    entries: tuple[Entry, ...]
    portals: Mapping[str, str]
    older: int | None


def chronicle(
    *, viewer: Viewer, code: str, agency: str = "", before: int | None = None
) -> Chronicle | None:
    """Tell what happened in a campaign or to one portal in it; None for who does not lead it.

    None too for a portal that never was in it. `before` as in `journal.queries.latest`.
    """
    campaign = reached(viewer, code)
    if campaign is None or not permitting.may(See.BOARD, permitting.stands(viewer, campaign)):
        return None
    portals = _added(code)
    portals |= dict(campaign.subjects.values_list("agency_code", "agency_name"))
    if agency and agency not in portals:
        return None
    wanted = [agency] if agency else ["", *portals]
    found = journal.latest([about(code, one) for one in wanted], limit=PAGE + 1, before=before)
    shown = found[:PAGE]
    return Chronicle(shown, portals, shown[-1].number if len(found) > PAGE else None)


def _added(code: str) -> dict[str, str]:
    """Give the agencies whose portals were ever added; those that left are in no table any more."""
    return {
        str(agency): str(agency)
        for entry in journal.history(about(code))
        if entry.kind == SubjectsAdded.kind
        for agency in entry.payload["agencies"]
    }
