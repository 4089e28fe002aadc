"""What is measured, as a browser asks for it: compressed, through all middleware."""

import html
import itertools
import re

from django.test import Client
from tests.bench import world as worlds
from tests.bench import yardstick
from tests.bench.meter import Figures, measure
from tests.bench.questions import asked
from tests.bench.world import World, address

from motcua.documents.actions import printed
from motcua.procedures import queries as procedures
from motcua.simulation.answers import BIRTH

AS_A_BROWSER = {"accept-encoding": "gzip, deflate, br"}
TARGETS = {"inbox": 20, "submit": 25, "pdf": 40, "desk_dossier": 20}
"""Milliseconds of CPU time, both sides together."""
SEARCH_P95 = 30


def get(client: Client, page: str, *, status: int = 200):
    """Ask for a page."""
    answer = client.get(page, headers=AS_A_BROWSER)
    assert answer.status_code == status, (page, answer.status_code)
    return answer


def post(client: Client, page: str, sent: dict, *, status: int):
    """Send a form."""
    answer = client.post(page, sent, headers=AS_A_BROWSER)
    assert answer.status_code == status, (page, answer.status_code, answer.content[:300])
    return answer


def all_of(world: World, *, times: int) -> list[tuple[str, Figures]]:
    """Measure every operation in the world as it stands."""
    return [
        *_yardsticks(times),
        *_applying(world, times),
        *_desk(world, times),
        *_reading(world, times),
    ]


def _yardsticks(times: int):
    bare = measure("bare Django page, 30 fields", yardstick.page(), times=times)
    rows = measure("five rows, bare psycopg", yardstick.five_rows(), times=times)
    return [("bare_page", bare), ("five_rows", rows)]


def submit_figures(world: World, *, times: int) -> Figures:
    """Measure the last press of a citizen who filled in a form."""
    citizen = world.browser(world.citizen)
    return measure(
        "final submit (POST)",
        lambda key: post(citizen, address("portal:submit", key), {}, status=302),
        prepare=lambda: worlds.draft(world),
        times=times,
    )


def _applying(world: World, times: int):
    citizen = world.browser(world.citizen)
    submit = submit_figures(world, times=times)
    kept = worlds.draft(world)
    names = itertools.cycle(("Trần Thị Thu", "Trần Thị Thu Hà"))
    autosave = measure(
        "autosave of a page (POST)",
        lambda name: post(
            citizen,
            address("portal:autosave", kept, "applicant"),
            {"applicant.full_name": name, "applicant.citizen_id": "001195001234"},
            status=200,
        ),
        prepare=lambda: next(names),
        times=times,
    )
    page = measure(
        "page of a form",
        lambda: get(citizen, address("portal:fill", kept, "child")),
        times=times,
    )
    pdf = measure(
        "one form 01 (PDF/A)",
        lambda key: printed(key=key),
        prepare=lambda: worlds.form_01(world),
        times=max(10, times // 3),
        warm=2,
    )
    return [("submit", submit), ("autosave", autosave), ("fill", page), ("pdf", pdf)]


def _desk(world: World, times: int):
    desk = world.browser(world.officers["tiepnhan"])
    province = world.browser(world.officers["kiemsoat"])
    inbox = address("desk:inbox")
    everything = f"{inbox}?cho=tat-ca"
    second = inbox + next_page(desk, inbox)
    second_of_all = inbox + next_page(province, everything)
    code = worlds.full_life(world)
    pages = (
        ("inbox", "inbox of 50, ward officer", desk, inbox),
        ("inbox_2", "… its page 2", desk, second),
        ("inbox_all", "inbox of 50, province controller", province, everything),
        ("inbox_all_2", "… its page 2", province, second_of_all),
        ("desk_dossier", "dossier page at the desk", desk, address("desk:dossier", code)),
    )
    found = [
        (key, measure(name, lambda b=browser, p=page: get(b, p), times=times))
        for key, name, browser, page in pages
    ]
    citizen = world.browser(world.citizen)
    own = measure(
        "dossier page of the applicant",
        lambda: get(citizen, address("portal:dossier", code)),
        times=times,
    )
    return [*found, ("own_dossier", own)]


def _reading(world: World, times: int):
    anybody = Client()
    procedure = measure(
        "procedure page", lambda: get(anybody, address("portal:procedure", BIRTH)), times=times
    )
    home = measure("home page", lambda: get(anybody, address("portal:home")), times=times)
    questions = asked()
    turn = itertools.cycle(questions)
    search = measure(
        "search, 200 questions",
        lambda text: procedures.search(text, limit=20),
        prepare=lambda: next(turn),
        times=len(questions),
    )
    turn_of_pages = itertools.cycle(questions)
    page = measure(
        "page of search results",
        lambda text: anybody.get(address("portal:procedures"), {"q": text}, headers=AS_A_BROWSER),
        prepare=lambda: next(turn_of_pages),
        times=times,
    )
    return [
        ("procedure", procedure),
        ("home", home),
        ("search", search),
        ("search_page", page),
    ]


def next_page(client: Client, page: str) -> str:
    text = client.get(page).content.decode()
    found = re.search(r'href="(\?[^"]*sau=[^"]+)"', text)
    assert found, f"{page} has no second page"
    return html.unescape(found.group(1))
