"""The world that is measured in: library, officers, a citizen, dossiers by the thousand."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.factories import people
from tests.factories.dossiers import picture

from motcua.agencies import queries as agencies
from motcua.agencies.actions import load_library
from motcua.documents import actions as documents
from motcua.dossiers import actions, queries
from motcua.dossiers.values import SupplementItem
from motcua.identity import queries as accounts
from motcua.identity.actions import load_demonstration, register
from motcua.identity.values import SYSTEM, Viewer
from motcua.kernel.calendar import HANOI
from motcua.procedures.actions import publish_library
from motcua.simulation import nation
from motcua.simulation.answers import BIRTH, birth
from motcua.workflow.values import Move

WARD = "00070"
WARD_PATH = "H26.00070."
PAPER = SupplementItem("birth_notice", "Giấy chứng sinh", "incorrect", "Bạn chụp lại cho rõ.")


@dataclass
class World:
    """Who is there, with a browser each."""

    now: datetime
    officers: dict[str, Viewer]
    citizen: Viewer
    chance: Random

    def browser(self, viewer: Viewer) -> Client:
        """Give a browser in which somebody is logged in."""
        return people.logged_in(viewer)


def build(now: datetime) -> World:
    """Load everything but the mass of dossiers."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load_library(library=settings.LIBRARY, by=SYSTEM.actor, at=now)
    publish_library(by=SYSTEM.actor, at=now)
    load_demonstration(at=now)
    key = register(
        full_name="Trần Thị Thu (mô phỏng)",
        phone="0912000099",
        password="nui cao song dai bien rong",
        email="thu@example.vn",
        simulated=True,
        by=SYSTEM,
        at=now,
    )
    names = ("tiepnhan", "thuly", "lanhdao", "kiemsoat")
    officers = {
        name: accounts.viewer_of(accounts.account_named(name).key, at=now, second_factor=True)
        for name in names
    }
    return World(now, officers, accounts.viewer_of(key, at=now), Random(1))


def fill(world: World, number: int, *, seed: int) -> int:
    """Bring in the dossiers of a nation, then let the database know its tables."""
    drawn = nation.dossiers(number, seed=seed, at=world.now)
    made = actions.bring_in(dossiers=drawn, by=SYSTEM, at=world.now)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return made


def fill_ward(world: World, number: int) -> int:
    """Bring in open dossiers of the one ward, so that its inbox has pages."""
    drawn = nation.dossiers(number, seed=9, at=world.now, communes=[WARD], open_share=1)
    return actions.bring_in(dossiers=drawn, by=SYSTEM, at=world.now)


def draft(world: World, *, at: datetime | None = None) -> UUID:
    """Fill in the registration of a birth with one photograph; give the draft."""
    at, by = at or world.now, world.citizen
    answers = birth(world.chance, agencies.territory(WARD), at.astimezone(HANOI).date())
    answers |= {"proof.kind": "notice", "applicant.email": "thu@example.vn", "copies.count": 1}
    key = actions.start_draft(service_code=BIRTH, by=by, at=at)
    actions.save_answers(draft=key, answers=answers, by=by, at=at)
    file = documents.store(content=picture(), filename="chứng sinh.jpg", by=by.actor, at=at)
    actions.attach(
        draft=key, field="proof.notice", component="birth_notice", file=file, by=by, at=at
    )
    return key


def submitted(world: World, *, at: datetime | None = None) -> str:
    """Submit a birth; give the dossier's code."""
    at = at or world.now
    return actions.submit(draft=draft(world, at=at), by=world.citizen, at=at)


def form_01(world: World) -> UUID:
    """Accept a new dossier; give the receipt that is still to be printed."""
    code, desk = submitted(world), world.officers["tiepnhan"]
    actions.perform(code=code, move=Move.ACCEPT, by=desk, at=world.now)
    seen = queries.dossier(viewer=desk, code=code, at=world.now)
    return seen.documents[0].key


def full_life(world: World) -> str:
    """Make a dossier with a supplement, messages, papers, a drafted result; give its code."""
    began = world.now - timedelta(days=3)
    desk, clerk = world.officers["tiepnhan"], world.officers["thuly"]
    at = lambda hours: began + timedelta(hours=hours)  # noqa: E731
    code = submitted(world, at=began)
    actions.note_look(code=code, by=desk, at=at(1))
    actions.perform(
        code=code,
        move=Move.REQUEST_SUPPLEMENT,
        by=desk,
        at=at(2),
        reason="Ảnh mờ.",
        items=[PAPER],
    )
    actions.message(code=code, body="Tôi chụp lại ngay.", by=world.citizen, at=at(3))
    again = actions.start_supplement(code=code, by=world.citizen, at=at(4))
    actions.submit(draft=again, by=world.citizen, at=at(5))
    actions.perform(code=code, move=Move.ACCEPT, by=desk, at=at(6))
    actions.message(code=code, body="Hồ sơ đã được tiếp nhận.", by=desk, at=at(7))
    actions.draft_result(code=code, by=clerk, at=at(8))
    return code


def address(name: str, *parts: object) -> str:
    """Give the address of a page."""
    return reverse(name, args=[str(part) for part in parts])
