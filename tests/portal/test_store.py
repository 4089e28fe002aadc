"""The page of one's own store, and the form that offers what lies in it."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.documents import papers as files
from tests.factories import dossiers as made
from tests.factories import people
from tests.portal import town

from motcua.dossiers import actions as dossiers
from motcua.dossiers import queries as casework
from motcua.exchange import actions as exchange
from motcua.exchange import queries
from motcua.identity.values import Role
from motcua.journal.tasks import drain
from motcua.web import clock
from motcua.workflow.values import Move

pytestmark = [pytest.mark.django_db, pytest.mark.shows("P3", "P10", "CN05", "CN29")]
LATER = made.later(hours=2)
NOTICE = {"proof.kind": "notice"}
STORE = "/kho-giay-to/"


@pytest.fixture
def mother(db):
    """Give (viewer, client) of a mother in a town with its services."""
    town.build()
    return town.mother()


@pytest.fixture
def before(mother):
    """Let her have had a birth registered, with a notice of birth; gives the dossier's code."""
    viewer, _ = mother
    key = made.draft(viewer, answers=made.birth_answers(**NOTICE))
    made.photo(key, by=viewer)
    code = dossiers.submit(draft=key, by=viewer, at=made.MORNING)
    dossiers.perform(code=code, move=Move.ACCEPT, by=people.officer(Role.RECEPTIONIST), at=LATER)
    drain(now=lambda: LATER)
    return code


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def put(client, *, name="Giấy kết hôn", content=None, **typed):
    upload = SimpleUploadedFile("giay.jpg", content or files.photo())
    return client.post(STORE + "cat/", {"name": name, "paper": upload, **typed})


def test_an_empty_store_says_what_comes_and_what_room_there_is(mother):
    _, client = mother

    words = page(client.get(STORE)).main.get_text(" ", strip=True)

    assert "Kho của bạn chưa có giấy tờ nào" in words
    assert "0 trên 50 giấy tờ, 0 MB trên 100 MB" in words


def test_accepted_papers_stand_there_with_their_dossier(mother, before):
    _, client = mother

    listed = page(client.get(STORE)).select(".task a")
    shown = page(client.get(listed[0]["href"])).main.get_text(" ", strip=True)

    assert [link.get_text() for link in listed] == ["Giấy chứng sinh"]
    assert before in shown
    assert "Đã dùng ở đâu" in shown


def test_one_press_puts_the_paper_under_the_question(mother, before):
    viewer, client = mother
    draft = made.draft(viewer, answers=made.birth_answers(**NOTICE))
    address = reverse("portal:fill", kwargs={"key": draft, "page": page_of(draft, viewer)})

    offer = page(client.get(address)).select_one(".offer")
    assert f"Bạn đã có giấy này từ hồ sơ {before} ngày 16/03/2026" in offer.get_text()
    answered = client.post(
        address, {"_reuse": offer.button["value"], "proof.kind": "notice"}, follow=True
    )

    after = page(answered)
    assert after.select_one(".offer") is None
    assert "dùng lại từ kho của bạn" in after.select_one("li.file").get_text()
    (file,) = casework.draft(viewer=viewer, key=draft).attachments
    assert file.reused_from == before


def page_of(draft, viewer):
    return town.form().fields["proof.notice"].page


@pytest.mark.parametrize("value", ["", "x", "proof.notice:x", "child.full_name:1", f"a:{'0' * 32}"])
def test_a_press_for_what_is_not_there_changes_nothing(mother, before, value):
    viewer, client = mother
    draft = made.draft(viewer, answers=made.birth_answers(**NOTICE))
    address = reverse("portal:fill", kwargs={"key": draft, "page": page_of(draft, viewer)})

    response = client.post(address, {"_reuse": value, "proof.kind": "notice"})

    assert response.status_code < 500
    assert casework.draft(viewer=viewer, key=draft).attachments == ()


def test_a_stranger_finds_nothing_there(mother, before):
    viewer, _ = mother
    stranger = people.logged_in(people.citizen(full_name="Giàng A Páo", at=made.MORNING))
    (paper,) = queries.offered(viewer=viewer)

    for address in ("", "tep/", "bo/"):
        assert stranger.get(f"{STORE}{paper.key}/{address}").status_code == 404
    assert stranger.post(f"{STORE}{paper.key}/bo/").status_code == 404


def test_a_paper_is_kept_for_later_checked_and_opened(mother):
    viewer, client = mother
    assert put(client).status_code == 302
    (paper,) = queries.offered(viewer=viewer)
    assert client.get(f"{STORE}{paper.key}/tep/").status_code == 409

    drain(now=clock.now)
    opened = client.get(f"{STORE}{paper.key}/tep/")

    assert opened.status_code == 200
    assert "nơi chụp ảnh" in page(client.get(f"{STORE}{paper.key}/")).main.get_text()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": " "}, "ghi tên giấy tờ"),
        ({"name": "x" * 300}, "không quá 200"),
        ({"content": b"MZ" + bytes(99)}, "không phải là PDF"),
        ({"valid_until.day": "31", "valid_until.month": "2", "valid_until.year": "x"}, "hết hạn"),
        ({"valid_until.year": "9" * 40}, "hết hạn"),
    ],
)
def test_nonsense_is_refused_with_a_sentence_and_what_was_typed_stays(mother, typed, words):
    _, client = mother

    response = put(client, **typed)

    assert response.status_code == 422
    assert words in page(response).main.get_text(" ", strip=True)
    assert page(response).find("input", {"name": "name"})["value"] == typed.get(
        "name", "Giấy kết hôn"
    )


def test_no_file_is_said_so(mother):
    _, client = mother

    assert client.post(STORE + "cat/", {"name": "Giấy"}).status_code == 422


def test_a_paper_that_leaves_the_store_is_gone_after_one_question(mother, before):
    viewer, client = mother
    (paper,) = queries.offered(viewer=viewer)

    asked = page(client.get(f"{STORE}{paper.key}/bo/")).main.get_text(" ", strip=True)
    client.post(f"{STORE}{paper.key}/bo/")

    assert "vẫn giữ bản của hồ sơ" in asked
    assert queries.offered(viewer=viewer) == ()


def test_nothing_is_filled_in_until_it_was_agreed_to(mother, before):
    viewer, client = mother
    begin = reverse("portal:begin", args=[made.BIRTH])
    start = page(client.get(reverse("portal:apply", args=[made.BIRTH])))
    box = start.find("input", {"name": "_fill_in"})
    assert "checked" not in box.attrs

    client.post(begin)
    client.post(begin, {"_fill_in": "yes"})

    with_consent, without = casework.drafts(viewer=viewer)
    assert "applicant.address" not in without.answers
    assert with_consent.answers["applicant.address"]["detail"] == "Số 1 phố Hàng Bài"
    asked = town.form().fields["applicant.address"].page
    shown = client.get(reverse("portal:fill", kwargs={"key": with_consent.key, "page": asked}))
    sources = " ".join(one.get_text() for one in page(shown).select(".source"))
    assert f"Lấy từ hồ sơ {before}" in sources


def test_filling_in_can_be_stopped_on_the_page_of_the_store(mother, before):
    viewer, client = mother
    client.post(STORE + "dien-san/", {"agreed": "yes"})
    assert queries.fills_in(viewer=viewer)

    stop = page(client.get(STORE)).find("button", string="Thôi điền sẵn")
    client.post(STORE + "dien-san/", {stop["name"]: stop["value"]})

    assert not queries.fills_in(viewer=viewer)


def test_each_file_question_says_what_it_takes(mother):
    viewer, client = mother
    draft = made.draft(viewer, answers=made.birth_answers(**NOTICE))
    address = reverse("portal:fill", kwargs={"key": draft, "page": page_of(draft, viewer)})

    assert "mỗi tệp không quá 10 MB" in page(client.get(address)).main.get_text()


def test_own_papers_can_be_taken_for_any_question(mother):
    viewer, client = mother
    exchange.put(
        content=made.picture(),
        filename="a.jpg",
        name="Giấy chứng sinh bé Na",
        valid_until=None,
        by=viewer,
        at=LATER,
    )
    drain(now=lambda: LATER)
    draft = made.draft(viewer, answers=made.birth_answers(**NOTICE))
    address = reverse("portal:fill", kwargs={"key": draft, "page": page_of(draft, viewer)})

    shown = page(client.get(address))

    assert "Lấy từ kho giấy tờ của tôi" in shown.main.get_text()
    assert shown.select("button[name=_reuse]")
