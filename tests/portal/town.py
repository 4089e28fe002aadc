"""A mother with a phone in a small town, and what her browser would send."""

from pathlib import Path

from django.conf import settings
from tests.factories import dossiers
from tests.factories.people import citizen, logged_in

from motcua.forms import rules as forms
from motcua.procedures import queries as procedures
from motcua.procedures.actions import publish

BIRTH = dossiers.BIRTH
EXTRACT = dossiers.EXTRACT


def build():
    """Make the ward Hoàn Kiếm with its agency, and publish the services of the library."""
    dossiers.country()
    dossiers.services()


def build_with(code):
    """Make the ward, and publish one service of the library in it."""
    dossiers.country()
    publish(folder=Path(settings.LIBRARY) / "procedures" / code / "v1", at=dossiers.MORNING)


def mother(full_name="Nguyễn Thị Hoa"):
    """Give (viewer, client): a citizen who is logged in."""
    viewer = citizen(full_name=full_name, at=dossiers.MORNING)
    return viewer, logged_in(viewer)


def form(code=BIRTH):
    """Give the form of a service."""
    return procedures.service(code, dossiers.MORNING.date()).form


def post_of(code, page, answers):
    """Give what a browser would send for one page."""
    return forms.to_post(form(code), page, answers)
