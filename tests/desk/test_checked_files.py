"""An officer opens what was checked and sees what was not; a reused paper says where it is from."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from tests.documents import papers
from tests.factories import dossiers as made
from tests.factories import people

from motcua.documents import actions as files
from motcua.documents import ports
from motcua.documents.adapters.clamav import Clamd
from motcua.dossiers import actions as dossiers
from motcua.dossiers.actions import opinions
from motcua.dossiers.values.opinions import Verdict
from motcua.exchange import actions as exchange
from motcua.exchange import queries as store
from motcua.identity.values import Role
from motcua.journal.tasks import drain
from motcua.kernel.calendar import Duration
from motcua.workflow.values import Move

pytestmark = [pytest.mark.django_db, pytest.mark.shows("P3", "O4", "CN29")]
LATER = made.later(hours=2)
NOTICE = {"proof.kind": "notice"}


@pytest.fixture
def mother(db):
    made.country()
    made.services()
    return people.citizen(full_name="Nguyễn Thị Hậu", at=made.MORNING)


@pytest.fixture
def desk(mother):
    """Give (viewer, client) of the desk."""
    viewer = people.officer(Role.RECEPTIONIST)
    return viewer, people.logged_in(viewer)


def handed_in(mother, content, filename):
    """Submit a request with a file that nobody has checked; gives (code, key of the file)."""
    draft = made.draft(mother, answers=made.birth_answers(**NOTICE))
    file = files.store(content=content, filename=filename, by=mother.actor, at=made.MORNING)
    attach(draft, file, mother)
    return dossiers.submit(draft=draft, by=mother, at=made.MORNING), file.key


def attach(draft, file, by):
    where = {"field": "proof.notice", "component": "birth_notice"}
    dossiers.attach(draft=draft, file=file, by=by, at=made.MORNING, **where)


def papers_of(client, code):
    page = BeautifulSoup(client.get(reverse("desk:dossier", args=[code])).content, "html.parser")
    return page.select_one("#giay-to")


def test_what_waits_is_named_but_does_not_open(mother, desk):
    code, key = handed_in(mother, papers.photo(), "chung-sinh.jpg")
    _, client = desk

    listed = papers_of(client, code)
    opened = client.get(reverse("desk:attachment", args=[code, key]))

    assert "đang kiểm tra" in listed.get_text()
    assert listed.select("a[href*=giay-to], img") == []
    assert opened.status_code == 409
    assert "đang được kiểm tra mã độc" in opened.content.decode()


def test_eicar_never_opens_for_anybody_and_both_sides_are_told(mother, desk, clamd):
    code, key = handed_in(mother, *papers.infected()["pdf"])
    _, client = desk
    with ports.instead(scanner=Clamd(clamd)):
        drain(now=lambda: LATER)

    assert "có mã độc, đã bị chặn" in papers_of(client, code).get_text()
    for browser, route in ((client, "desk"), (people.logged_in(mother), "portal")):
        refused = browser.get(reverse(f"{route}:attachment", args=[code, key]))
        assert refused.status_code == 409
        assert b"EICAR" not in refused.content
        page = browser.get(reverse(f"{route}:dossier", args=[code])).content.decode()
        assert "Tệp “don.pdf” có mã độc nên đã bị chặn" in page


def test_a_bad_file_is_not_submitted_and_the_sentence_says_which(mother):
    draft = made.draft(mother, answers=made.birth_answers(**NOTICE))
    content, filename = papers.infected()["pdf"]
    file = files.store(content=content, filename=filename, by=mother.actor, at=made.MORNING)
    attach(draft, file, mother)
    files.give_up(key=file.key, why="Eicar", at=made.MORNING)

    with pytest.raises(dossiers.SubmitRefused) as refused:
        dossiers.submit(draft=draft, by=mother, at=made.MORNING)

    (error,) = refused.value.errors
    assert (error.path, "don.pdf" in error.message.vi) == ("proof.notice", True)


def test_a_reused_paper_says_where_it_stems_from(mother, desk):
    officer, client = desk
    draft = made.draft(mother, answers=made.birth_answers(**NOTICE))
    made.photo(draft, by=mother)
    first = dossiers.submit(draft=draft, by=mother, at=made.MORNING)
    dossiers.perform(code=first, move=Move.ACCEPT, by=officer, at=LATER)
    drain(now=lambda: LATER)
    (paper,) = store.offered(viewer=mother)
    again = made.draft(mother, answers=made.birth_answers(**NOTICE))
    where = {"field": "proof.notice", "component": "birth_notice"}
    exchange.reuse(paper=paper.key, draft=again, by=mother, at=LATER, **where)
    second = dossiers.submit(draft=again, by=mother, at=LATER)

    words = papers_of(client, second).get_text(" ", strip=True)

    assert "dùng lại từ kho" in words
    assert first in words
    assert "Trùng khớp từng byte" in words


def test_a_file_of_an_opinion_waits_for_its_check_with_a_sentence(mother, desk):
    code, key = handed_in(mother, papers.photo(), "chung-sinh.jpg")
    viewer, client = desk
    dossiers.perform(code=code, move=Move.ACCEPT, by=viewer, at=LATER)
    two_days = Duration.parse("2 ngày làm việc")
    how = {"question": "Xác minh", "limit": two_days, "at": LATER}
    clerk = people.officer(Role.CASE_OFFICER)
    asked = opinions.ask(code=code, agency_code="H26.CA.00070", by=clerk, **how)
    police = people.officer(Role.COORDINATOR, "H26.CA.00070")
    answer = opinions.Answer(Verdict.AGREE, "Đúng", key)
    opinions.give_opinion(key=asked, answer=answer, by=police, at=LATER)

    for reader in (client, people.logged_in(police)):
        told = reader.get(reverse("desk:opinion_file", args=[asked, key]))
        assert (told.status_code, "đang được kiểm tra" in told.content.decode()) == (409, True)
