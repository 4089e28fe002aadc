"""A town for the portal's tests: agencies, published services, a mother with a phone."""

from django.conf import settings
from tests.agencies import library
from tests.agencies.library import AT
from tests.factories.people import citizen, logged_in

from motcua.forms import rules as forms
from motcua.procedures import queries as procedures
from motcua.procedures.actions.publish import publish_library

BIRTH = "1.001193"
EXTRACT = "2.000635"


def build():
    """Load agencies, calendars and territory, and publish the services of the library."""
    library.load()
    publish_library(at=AT, library=settings.LIBRARY)


def mother(full_name="Nguyễn Thị Hoa"):
    """Give (viewer, client): a citizen who is logged in."""
    viewer = citizen(full_name=full_name, at=AT)
    return viewer, logged_in(viewer)


def right_answers(code=BIRTH):
    """Give answers that leave nothing to mend, from the service's own first scenario."""
    service = procedures.service(code, AT.date())
    return dict(service.scenarios[0].answers)


def post_of(code, page, answers):
    """Give what a browser would send for one page."""
    service = procedures.service(code, AT.date())
    return forms.to_post(service.form, page, answers)
