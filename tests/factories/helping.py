"""Helpers for tests: a volunteer, and a sitting with somebody."""

from tests.factories import people

from motcua.identity import actions, queries
from motcua.identity.values import SYSTEM, Role, Viewer


def volunteer(*, full_name="Trần Văn Bình", agency_code="H26.00070", at=people.AT) -> Viewer:
    """Make a member of a community digital team."""
    people.agency(agency_code)
    someone = people.citizen(full_name=full_name, at=at)
    actions.grant(
        account_key=someone.key, role=Role.HELPER, agency_code=agency_code, by=SYSTEM, at=at
    )
    return queries.viewer_of(someone.key, at=at)


def sitting(helper: Viewer, person: Viewer, *, at=people.AT) -> Viewer:
    """Open a session with a person by the code they were sent; gives them, as they are helped."""
    sent = actions.ask_code(person=person.citizen.phone, by=helper, at=at)
    session = actions.begin_help(
        request=sent.request, code=sent.to_send, agreed=True, by=helper, at=at
    )
    return queries.helped_viewer(session=session, helper=helper, at=at)
