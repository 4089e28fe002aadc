"""A bad file in a browser: the sentence stands beside the question, what was typed stays."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser import assert_accessible, carry_session
from tests.portal import town

from motcua.dossiers import actions, queries
from motcua.web import clock

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

REFUSED = {
    "renamed .exe": ("anh.jpg", b"MZ\x90\x00" + b"\0" * 400, "nội dung không phải là PDF"),
    "40 MB": ("phim.jpg", b"x" * 40 * 1024 * 1024, "quá mức 10 MB"),
    "torn PDF": ("don.pdf", b"%PDF-1.7\n" + b"\xff" * 400, "bị hỏng"),
}


@pytest.fixture
def proof(live_server, page_at):
    """Give (viewer, draft, page): the page that asks for the notice of birth."""
    town.build()
    viewer, client = town.mother()
    key = actions.start_draft(service_code=town.BIRTH, by=viewer, at=clock.now())
    page = page_at(360)
    carry_session(page, client, live_server.url)
    page.goto(live_server.url + reverse("portal:fill", args=[key, "proof"]))
    page.wait_for_selector("#questions[data-ready]")
    return viewer, key, page


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_taken(proof, tmp_path, case):
    viewer, key, page = proof
    name, content, words = REFUSED[case]
    (tmp_path / name).write_bytes(content)
    page.get_by_label("Giấy chứng sinh bằng giấy").check()
    page.locator("[id='proof.notice']").set_input_files(tmp_path / name)
    expect(page.locator(".upload[data-field='proof.notice']")).to_contain_text(words)
    expect(page.get_by_label("Giấy chứng sinh bằng giấy")).to_be_checked()
    expect(page.locator(".save-state")).to_contain_text("Đã lưu lúc")
    assert_accessible(page)
    kept = queries.draft(viewer=viewer, key=key)
    assert (kept.answers["proof.kind"], kept.attachments) == ("notice", ())
