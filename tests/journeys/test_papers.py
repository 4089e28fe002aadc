"""A paper once given is offered in the next application; a file with malware opens for nobody."""

import pytest
from tests.browser import assert_accessible, carry_session, screenshot
from tests.documents import papers
from tests.factories import dossiers as made
from tests.factories import people
from tests.portal.town import form as form_of_birth

from motcua.documents import ports
from motcua.documents.adapters.clamav import Clamd
from motcua.dossiers import actions as dossiers
from motcua.dossiers import queries
from motcua.identity.values import Role
from motcua.journal.tasks import drain
from motcua.web import clock
from motcua.workflow.values import Move

pytestmark = [
    pytest.mark.journey,
    pytest.mark.beside,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.shows("P3", "P10", "CN05", "CN28", "CN29", "O4"),
]
NOTICE = {"proof.kind": "notice"}


@pytest.fixture
def town(transactional_db):
    made.country()
    made.services()


def test_once_given_is_offered_and_malware_opens_for_nobody(
    live_server, page_at, town, clamd, tmp_path
):
    mother = people.citizen(full_name="Nguyễn Thị Hậu", at=made.MORNING)
    officer = people.officer(Role.RECEPTIONIST)
    hers = browser_of(mother, page_at(360), live_server)
    theirs = browser_of(officer, page_at(1280), live_server)
    bad = tmp_path / "mặt sau.jpg"
    bad.write_bytes(papers.infected()["picture"][0])

    with ports.instead(scanner=Clamd(clamd)):
        first = given_a_paper_was_accepted_before(mother, officer)
        draft = made.draft(mother, answers=made.birth_answers(**NOTICE))
        when_she_comes_to_the_question_the_paper_is_offered(hers, live_server, draft, first=first)
        and_she_adds_a_file_without_knowing_what_is_in_it(hers, bad)
        code = and_submits(hers, live_server, draft)
        then_it_does_not_open_while_it_is_checked(theirs, live_server, code)
        drain(now=clock.now)
        nor_ever_after(theirs, live_server, code, first=first)
        and_she_is_told_which_file_and_what_to_do(hers, live_server, code)
        her_store_shows_where_the_paper_was_used(hers, live_server, codes=(first, code))


def browser_of(viewer, page, live_server):
    carry_session(page, people.logged_in(viewer), live_server.url)
    return page


def look(page, name):
    assert_accessible(page)
    screenshot(page, f"papers-{name}-{page.viewport_size['width']}")
    return page.locator("main").inner_text()


def given_a_paper_was_accepted_before(mother, officer):
    draft = made.draft(mother, answers=made.birth_answers(**NOTICE))
    made.photo(draft, by=mother)
    code = dossiers.submit(draft=draft, by=mother, at=made.MORNING)
    dossiers.perform(code=code, move=Move.ACCEPT, by=officer, at=made.later(hours=2))
    drain(now=clock.now)
    return code


def when_she_comes_to_the_question_the_paper_is_offered(page, live_server, draft, *, first):
    page.goto(f"{live_server.url}/to-khai/{draft}/{page_of_the_notice()}/")
    words = look(page, "offered")
    assert f"Bạn đã có giấy này từ hồ sơ {first} ngày 16/03/2026" in words
    assert "mỗi tệp không quá 10 MB" in words
    with page.expect_navigation():
        page.get_by_role("button", name="Dùng lại giấy này").first.click()
    assert "dùng lại từ kho của bạn" in look(page, "reused")


def page_of_the_notice():
    return form_of_birth().fields["proof.notice"].page


def and_she_adds_a_file_without_knowing_what_is_in_it(page, bad):
    page.locator("input.upload__input").first.set_input_files(str(bad))
    page.locator(".file[data-key]", has_text="mặt sau.jpg").wait_for()
    assert "đang kiểm tra" in page.locator(".files").first.inner_text()


def and_submits(page, live_server, draft):
    page.goto(f"{live_server.url}/to-khai/{draft}/kiem-tra/")
    with page.expect_navigation():
        page.get_by_role("button", name="Nộp hồ sơ").first.click()
    return page.locator(".panel .code").first.inner_text()


def then_it_does_not_open_while_it_is_checked(page, live_server, code):
    page.goto(f"{live_server.url}/ban-lam-viec/ho-so/{code}/")
    words = look(page, "desk-waiting")
    assert "đang kiểm tra" in words
    assert page.get_by_role("link", name="mặt sau.jpg", exact=True).count() == 0


def nor_ever_after(page, live_server, code, *, first):
    page.reload()
    words = look(page, "desk-infected")
    assert "có mã độc, đã bị chặn" in words
    assert "dùng lại từ kho" in words
    assert first in words
    bad = next(
        one.file.key for one in dossier_of(code).attachments if one.file.filename == "mặt sau.jpg"
    )
    refused = page.goto(f"{live_server.url}/ban-lam-viec/ho-so/{code}/giay-to/{bad}/")
    assert refused.status == 409
    assert "có mã độc nên đã bị chặn" in look(page, "desk-refused")


def dossier_of(code):
    officer = people.officer(Role.RECEPTIONIST)
    return queries.dossier(viewer=officer, code=code, at=clock.now())


def and_she_is_told_which_file_and_what_to_do(page, live_server, code):
    page.goto(f"{live_server.url}/ho-so/{code}/")
    words = look(page, "told")
    assert "Tệp “mặt sau.jpg” có mã độc nên đã bị chặn" in words
    assert "chụp lại giấy tờ bằng điện thoại" in words


def her_store_shows_where_the_paper_was_used(page, live_server, *, codes):
    page.goto(f"{live_server.url}/kho-giay-to/")
    assert "Giấy chứng sinh" in look(page, "store")
    page.get_by_role("link", name="Giấy chứng sinh").first.click()
    words = look(page, "paper")
    assert all(code in words for code in codes)
    page.get_by_role("link", name="Bỏ khỏi kho").click()
    look(page, "remove")
    with page.expect_navigation():
        page.get_by_role("button", name="Bỏ khỏi kho").click()
    assert "Kho của bạn chưa có giấy tờ nào" in look(page, "store-empty")
