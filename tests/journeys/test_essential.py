"""Each of the 25 essential services: filed, supplemented, settled and returned, from its scenario.

A citizen fills the form in in Chromium, page by page, with the answers of the scenario that goes
through; officers of the agencies that the law names settle it at their desks. For one service of
each kind of agency the officers sit in Chromium too.
"""

import json
from dataclasses import dataclass
from functools import lru_cache

import pytest
from playwright.sync_api import expect
from tests.browser import assert_accessible
from tests.factories.dossiers import picture
from tests.factories.people import PASSWORD
from tests.journeys.filling import Filler, moved
from tests.journeys.seats import Seat, WatchedSeat
from tests.procedures.changed import LIBRARY, folder
from tests.processes import run, until

from motcua.kernel.definitions import read
from motcua.procedures.queries import library
from motcua.procedures.rules.services import read_service
from motcua.web import clock

pytestmark = [
    pytest.mark.journey,
    pytest.mark.slow,
    pytest.mark.once,
    pytest.mark.shows("CN05", "CN06", "CN12", "CN13", "P3", "O2"),
]
COMMUNE = "14329"
LISTED = read((LIBRARY / "essential.yaml").read_text("utf-8"), name="essential.yaml").data
BUNDLES = [one["code"] for one in LISTED["services"] if one["bundle"]]
SINGLE = [one["code"] for one in LISTED["services"] if not one["bundle"]] + ["1.008503"]
WATCHED = {"1.000656": "commune", "1.004194": "police of a commune", "9.000012": "province"}
NEW_PHONE = "0905123456"
REASON = "Bạn hãy xem lại mục này, thông tin chưa khớp với dữ liệu của cơ quan."


@lru_cache(maxsize=1)
def forms_library():
    return library.forms_library(LIBRARY)


@dataclass
class Story:
    """A service with the scenario that goes through, its dates moved to today."""

    code: str
    service: object
    scenario: object
    answers: dict

    @property
    def functions(self) -> list[str]:
        """Who acts on the way the scenario expects, one after the other."""
        steps = (self.service.workflow.step(step) for step in self.scenario.expect.path)
        return without_repeats(step.function.value for step in steps)


def story_of(code: str) -> Story:
    service = read_service(folder(code), library=forms_library())
    scenario = next(one for one in service.scenarios if one.through and not one.expect.errors)
    days = (clock.now() - scenario.at).days
    answers = {path: moved(value, days) for path, value in scenario.answers.items()}
    return Story(code, service, scenario, {k: v for k, v in answers.items() if v is not None})


def without_repeats(names) -> list[str]:
    listed = list(names)
    return [one for place, one in enumerate(listed) if place == 0 or listed[place - 1] != one]


@pytest.fixture(scope="module")
def staff(house):
    """Let officers of every agency around the commune, and a citizen for each service, be there."""
    number = str(len(SINGLE) + len(BUNDLES))
    return json.loads(run("-m", "tests.journeys.staff", COMMUNE, number, env=house.env))


@pytest.fixture
def seat(request, house, staff):
    """Give the seat of an officer: `seat(agency, function, watched=False)`."""
    taken, contexts = {}, []
    page_at, browser = request.getfixturevalue("page_at"), request.getfixturevalue("browser")

    def sit(agency: str, function: str, *, watched=False):
        if (agency, function) not in taken:
            kind = WatchedSeat if watched else Seat
            context = page_at(1280).context if watched else browser.new_context()
            contexts.append(context)
            session = staff["officers"][agency][function]
            taken[agency, function] = kind(context, house.url, session)
        return taken[agency, function]

    yield sit
    for context in contexts:
        context.close()


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "giấy tờ.jpg"
    path.write_bytes(picture())
    return str(path)


@pytest.mark.parametrize("code", SINGLE)
def test_a_service_is_filed_supplemented_settled_and_returned(code, someone, staff, seat, photo):
    story, citizen = story_of(code), someone(320)
    citizen.seen |= set() if code in WATCHED else {"everything"}
    given_they_are_logged_in(citizen, staff["citizens"][SINGLE.index(code)])

    when_they_begin(citizen, code)
    dossier = and_fill_the_form_in(citizen, story, photo)
    sit = at_the_agency(seat, dossier, watched=code in WATCHED)
    target = when_the_desk_asks_for_one_thing(sit("reception"), dossier, story)
    then_they_are_led_to_it_and_amend_it(citizen, story, dossier, target=target, photo=photo)
    acted = when_the_agency_settles_it(sit, dossier)
    assert without_repeats(acted) == story.functions
    then_they_have_their_result(citizen, dossier)


def given_they_are_logged_in(citizen, phone):
    citizen.page.goto(f"{citizen.url}/dang-nhap/")
    citizen.page.locator("input[name=login]").fill(phone)
    citizen.page.locator("input[name=password]").fill(PASSWORD)
    press(citizen, "Đăng nhập")
    assert "dang-nhap" not in citizen.page.url


def press(citizen, words):
    """Press a button or link; pages of the first of each kind are judged as one comes to them."""
    with citizen.page.expect_navigation():
        citizen._named(words).click()
    look(citizen)


def look(citizen):
    if "everything" not in citizen.seen:
        citizen.arrive()


def when_they_begin(citizen, code):
    citizen.page.goto(f"{citizen.url}/thu-tuc/{code}/")
    look(citizen)
    press(citizen, "Nộp hồ sơ")
    press(citizen, "Bắt đầu")


def and_fill_the_form_in(citizen, story, photo) -> str:
    filler = Filler(citizen, story.service.form, story.answers, photo=photo)

    def judged():
        if len(filler.asked) == 1 or story.code in WATCHED:
            assert_accessible(citizen.page)

    filler.fill_in(judged=judged)
    look(citizen)
    with citizen.page.expect_navigation():
        citizen.page.locator("form[action$='/nop/'] .buttons button").click()
    assert citizen.page.url.endswith("/da-nop/"), citizen.page.locator("main").inner_text()[:800]
    look(citizen)
    return citizen.page.locator(".panel .code").first.inner_text()


def at_the_agency(seat, dossier, *, watched=False):
    agency = dossier.split("-")[0]
    return lambda function: seat(agency, function, watched=watched)


def when_the_desk_asks_for_one_thing(reception, dossier, story) -> str:
    """Ask for a paper where one was handed in, else for an answer; give the question's path."""
    fields = story.service.form.fields
    path = next((one for one in story.answers if fields[one].type == "file"), "applicant.phone")
    reception.open(dossier).ask_for(getattr(fields[path].field, "component", path), reason=REASON)
    assert "Yêu cầu bổ sung giấy tờ" in reception.head
    return path


def then_they_are_led_to_it_and_amend_it(citizen, story, dossier, *, target, photo):
    page = citizen.page
    page.goto(f"{citizen.url}/ho-so/{dossier}/")
    look(citizen)
    assert citizen.reads(REASON)
    press(citizen, "Bổ sung ngay")
    assert page.url.endswith(f"#{target}"), "led to the question itself"
    expect(page.locator(f'.asked[data-field="{target}"] .inset').first).to_be_visible()

    page.locator("form#questions[data-ready]").wait_for()
    amended = {target: NEW_PHONE}
    filler = Filler(citizen, story.service.form, amended, photo=photo)
    filler.answer(story.service.form.fields[target], target, NEW_PHONE)
    filler.go_on()
    look(citizen)
    assert citizen.reads("Đã sửa"), page.locator("main").inner_text()[:1500]
    press(citizen, "Nộp phần bổ sung")


def when_the_agency_settles_it(sit, dossier) -> list[str]:
    """Let whoever can go on do so, until the result is returned; give who acted after whom."""
    order, acted = ["reception", "case_officer", "leader", "clerk", "finance"], []
    for _ in range(12):
        done = next((one for one in order if goes_on(sit(one), dossier, one)), None)
        assert done, f"nobody can go on with {dossier} after {acted}: {said(sit('reception'))}"
        acted.append(done)
        if "Đã trả kết quả" in sit(done).head:
            return acted
        order.sort(key=lambda one: one != done)
    raise AssertionError(f"{dossier} came to no end: {acted}")


def goes_on(seat, dossier, function) -> bool:
    seat.open(dossier)
    if function in {"reception", "finance"} and seat.has("/thu-phi/"):
        seat.send("/thu-phi/")
    if seat.has("/ket-qua/") and "Lập dự thảo từ tờ khai" in seat.html:
        seat.send("/ket-qua/")
    move = seat.onward()
    if move:
        seat.settle(move)
    return bool(move)


def said(seat) -> str:
    return seat.html[seat.html.find('id="viec"') :][:1500]


def then_they_have_their_result(citizen, dossier):
    citizen.page.goto(f"{citizen.url}/ho-so/{dossier}/")
    look(citizen)
    assert citizen.reads("Đã trả kết quả")
    papers = citizen.page.locator("#giay-to .file__words", has_text="kết quả")
    href = papers.filter(has_text="· kết quả").locator("a").get_attribute("href")
    paper = citizen.page.request.get(citizen.url + href)
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.body().startswith(b"%PDF-")


@pytest.mark.shows("CN07")
@pytest.mark.parametrize("code", BUNDLES)
def test_a_bundle_is_filed_once_supplemented_and_settled(code, someone, staff, seat, photo):
    story, citizen = story_of(code), someone(320)
    given_they_are_logged_in(citizen, staff["citizens"][len(SINGLE) + BUNDLES.index(code)])

    when_they_begin(citizen, code)
    bundle = and_fill_the_form_in(citizen, story, photo)
    settled = when_every_part_is_supplemented_and_settled(citizen, story, seat, bundle=bundle)
    assert len(settled) == len(story.service.bundle) > 1
    assert len({part.split("-")[0] for part in settled}) > 1, "more than one agency"
    then_the_whole_is_at_its_end(citizen, bundle)


def when_every_part_is_supplemented_and_settled(citizen, story, seat, *, bundle) -> list[str]:
    settled: list[str] = []
    while waiting := until(lambda: parts_left(citizen, bundle, settled), about="the next part"):
        if waiting == ["all"]:
            return settled
        dossier, sit = waiting[0], at_the_agency(seat, waiting[0])
        part = part_of(story, settled=len(settled))
        target = when_the_desk_asks_for_one_thing(sit("reception"), dossier, part)
        then_they_are_led_to_it_and_amend_it(citizen, part, dossier, target=target, photo="")
        when_the_agency_settles_it(sit, dossier)
        then_they_have_their_result(citizen, dossier)
        settled.append(dossier)
    return settled


def part_of(story, *, settled: int) -> Story:
    """Give the part whose turn it is, with nothing typed: its answers come from the bundle."""
    code = story.service.bundle[settled].service
    return Story(code, read_service(folder(code), library=forms_library()), None, {})


def parts_left(citizen, bundle, settled) -> list[str]:
    """Give the codes of the parts that may be settled now; `all` when none is left."""
    citizen.page.goto(f"{citizen.url}/ho-so/{bundle}/lien-thong/")
    look(citizen)
    parts = citizen.page.locator("main ol.plain > li")
    links = [one.get_attribute("href") for one in parts.locator("a").all()]
    codes = [href.rstrip("/").rpartition("/")[2] for href in links]
    if len(settled) == parts.count():
        return ["all"]
    return [one for one in codes if one not in settled]


def then_the_whole_is_at_its_end(citizen, bundle):
    def ended():
        citizen.page.goto(f"{citizen.url}/ho-so/{bundle}/lien-thong/")
        return citizen.reads("đã kết thúc")

    until(ended, about="the end of the bundle")
    look(citizen)
