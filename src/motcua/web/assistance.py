"""Helping somebody, as a browser knows it: the session of help is named in the helper's session."""

from datetime import datetime
from uuid import UUID

from motcua.identity import actions, queries
from motcua.identity.values import Viewer
from motcua.web.http import Request

PLACE = "assistance"


def helped(request: Request, own: Viewer, *, at: datetime) -> Viewer | None:
    """Give the Viewer of the person helped in this browser; None where nobody is, or no longer."""
    key = session_of(request)
    return queries.helped_viewer(session=key, helper=own, at=at) if key else None


def session_of(request: Request) -> UUID | None:
    """Give the session of help this browser is in, over or not."""
    text = request.session.get(PLACE)
    return UUID(text) if text else None


def enter(request: Request, session: UUID) -> None:
    """Show the helped person's pages in this browser from now on."""
    request.session[PLACE] = str(session)
    request.session.cycle_key()


def leave(request: Request, *, at: datetime) -> None:
    """End the help given in this browser; what is left is the helper's own."""
    key = session_of(request)
    if key is not None:
        actions.end_help(session=key, by=request.viewer, at=at)
        forget(request)


def forget(request: Request) -> None:
    """Take the session of help out of this browser, and the key it was reached with."""
    request.session.pop(PLACE, None)
    request.session.cycle_key()
