"""Applying page by page, without a script: what is asked, kept, refused, submitted."""

import io
import re
from datetime import UTC, datetime, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.factories import dossiers
from tests.portal import town

from motcua.dossiers import queries
from motcua.kernel.calendar import HANOI
from motcua.procedures import queries as services
from motcua.web import clock

pytestmark = pytest.mark.django_db


def photo(name="chung-sinh.png"):
    """Give a small picture as a browser sends it."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#8f1d21").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), "image/png")


@pytest.fixture
def mother():
    town.build()
    return town.mother()


def begin(client, code=town.BIRTH):
    """Press "Bắt đầu"; give the address of the first page."""
    return client.post(reverse("portal:begin", args=[code])).url


def draft_of(viewer):
    return queries.drafts(viewer=viewer)[0]


def test_the_start_says_what_is_needed_to_anybody(client):
    town.build()
    page = client.get(reverse("portal:apply", args=[town.BIRTH])).content.decode()
    assert "Giấy chứng sinh" in page
    assert "Bắt đầu" in page


@pytest.mark.parametrize(("code", "asks_for_papers"), [(town.BIRTH, True), ("9.000006", False)])
def test_the_start_speaks_of_papers_only_where_some_are_sent(client, code, asks_for_papers):
    town.build_with(code)
    words = client.get(reverse("portal:apply", args=[code])).content.decode()
    assert ("mỗi tệp không quá" in words) == asks_for_papers
    assert ("gửi ảnh chụp giấy tờ" in words) == asks_for_papers
    assert ("không cần gửi giấy tờ nào" in words) != asks_for_papers


@pytest.mark.parametrize("page", ["portal:apply", "portal:preview"])
def test_a_service_opens_at_midnight_in_ha_noi(client, monkeypatch, page):
    town.build()
    first = services.service(town.BIRTH, clock.today()).valid_from
    midnight = datetime.combine(first, time(0), HANOI)

    def answer(at):
        monkeypatch.setattr(clock, "now", lambda: at.astimezone(UTC))
        return client.get(reverse(page, args=[town.BIRTH])).status_code

    assert answer(midnight + timedelta(minutes=1)) == 200
    assert answer(midnight - timedelta(minutes=1)) != 200


def test_who_is_not_logged_in_is_asked_to_first(client):
    town.build()
    answer = client.post(reverse("portal:begin", args=[town.BIRTH]))
    assert answer.url.startswith("/dang-nhap/")


def test_what_the_account_knows_is_not_asked_again(mother):
    viewer, client = mother
    begin(client)
    assert draft_of(viewer).answers["applicant.full_name"] == "Nguyễn Thị Hoa"


def test_a_wrong_page_keeps_what_was_typed_and_says_what_to_mend(mother):
    viewer, client = mother
    begin(client)
    address = reverse("portal:fill", args=[draft_of(viewer).key, "child"])
    typed = {"child.full_name": "Trần 9", "child.born_on.day": "31", "child.born_on.month": "2"}
    answer = client.post(address, typed | {"_asked": ["child.sex"]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#child.full_name"' in page
    assert 'value="Trần 9"' in page
    assert re.search(r'name="child.born_on.day" value="31"', page)
    assert draft_of(viewer).answers["child.full_name"] == "Trần 9"


def test_all_pages_in_order_end_at_the_check_and_then_at_a_dossier(mother):
    viewer, client = mother
    address, answers, seen = begin(client), dossiers.birth_answers(), []
    while "kiem-tra" not in address:
        name = address.rstrip("/").rpartition("/")[2]
        seen.append(name)
        answer = client.post(address, town.post_of(town.BIRTH, name, answers))
        assert answer.status_code == 302, answer.content.decode()
        address = answer.url
    check = client.get(address).content.decode()
    assert "Trần Ánh Dương" in check
    assert "01/03/2026" in check
    done = client.post(reverse("portal:submit", args=[draft_of(viewer).key]))
    code = queries.mine(viewer=viewer)[0].code
    assert done.url == reverse("portal:submitted", args=[code])
    assert code in client.get(done.url).content.decode()
    assert {"child", "mother", "father"} <= set(seen)


def test_an_unfinished_form_is_not_submitted_and_says_where_it_is_unfinished(mother):
    viewer, client = mother
    begin(client)
    key = draft_of(viewer).key
    answer = client.post(reverse("portal:submit", args=[key]))
    assert answer.status_code == 422
    assert f'href="{reverse("portal:fill", args=[key, "child"])}#child.full_name"' in (
        answer.content.decode()
    )
    assert queries.mine(viewer=viewer) == ()


def test_a_file_is_kept_although_the_page_is_wrong_and_taken_off_again(mother):
    viewer, client = mother
    begin(client)
    address = reverse("portal:fill", args=[draft_of(viewer).key, "proof"])
    answer = client.post(
        address, {"proof.kind": "notice", "proof.notice.file": photo(), "_upload": "proof.notice"}
    )
    assert answer.url.endswith("#proof.notice")
    kept = draft_of(viewer)
    kept = queries.draft(viewer=viewer, key=kept.key).attachments
    assert [one.file.filename for one in kept] == ["chung-sinh.png"]
    assert "chung-sinh.png" in client.get(address).content.decode()
    client.post(address, {"_remove_file": f"proof.notice:{kept[0].file.key}"})
    assert queries.draft(viewer=viewer, key=draft_of(viewer).key).attachments == ()


def test_a_program_named_like_a_photo_is_refused_beside_its_question(mother):
    viewer, client = mother
    begin(client)
    address = reverse("portal:fill", args=[draft_of(viewer).key, "proof"])
    bad = SimpleUploadedFile("anh.jpg", b"MZ\x90\x00" + b"\0" * 400, "image/jpeg")
    answer = client.post(address, {"proof.kind": "notice", "proof.notice.file": bad})
    assert answer.status_code == 422
    assert 'id="proof.notice-error"' in answer.content.decode()


def test_a_file_that_is_too_large_is_refused_and_the_rest_is_kept(mother):
    viewer, client = mother
    begin(client)
    address = reverse("portal:fill", args=[draft_of(viewer).key, "proof"])
    large = SimpleUploadedFile("anh.jpg", bytes(10 * 1024 * 1024 + 1), "image/jpeg")
    answer = client.post(address, {"proof.kind": "notice", "proof.notice.file": large})
    assert answer.status_code == 422
    assert "quá mức 10 MB" in answer.content.decode()
    assert draft_of(viewer).answers["proof.kind"] == "notice"


def test_two_devices_do_not_overwrite_each_other_unseen(mother):
    viewer, client = mother
    begin(client)
    address = reverse("portal:fill", args=[draft_of(viewer).key, "relation"])
    old = draft_of(viewer).revision
    client.post(address, {"applicant.relation": "father", "_revision": old})
    late = client.post(address, {"applicant.relation": "mother", "_revision": old})
    assert late.status_code == 422
    assert "thiết bị khác" in late.content.decode()
    assert draft_of(viewer).answers["applicant.relation"] == "father"
    newest = re.search(r'name="_revision" value="(\d+)"', late.content.decode())[1]
    again = client.post(address, {"applicant.relation": "mother", "_revision": newest})
    assert again.status_code == 302
    assert draft_of(viewer).answers["applicant.relation"] == "mother"


def test_a_page_is_saved_though_the_one_left_was_saved_after_it_was_drawn(mother):
    viewer, client = mother
    begin(client)
    key = draft_of(viewer).key
    address = reverse("portal:fill", args=[key, "relation"])
    drawn = client.get(address).content.decode()
    told = {
        name: re.search(rf'name="{name}" value="(\w+)"', drawn)[1]
        for name in ("_revision", "_shown")
    }
    left = {"applicant.full_name": "Nguyễn Thị Hậu", "_asked": "applicant.full_name"}
    saved = client.post(reverse("portal:autosave", args=[key, "applicant"]), left)
    assert saved.status_code == 200

    pressed = client.post(address, {"applicant.relation": "mother", **told})

    assert pressed.status_code == 302
    assert draft_of(viewer).answers["applicant.relation"] == "mother"


def test_a_save_says_how_the_page_stands_now(mother):
    viewer, client = mother
    begin(client)
    key = draft_of(viewer).key
    answer = client.post(
        reverse("portal:autosave", args=[key, "relation"]), {"applicant.relation": "father"}
    ).json()
    drawn = client.get(reverse("portal:fill", args=[key, "relation"])).content.decode()
    assert f'name="_shown" value="{answer["shown"]}"' in drawn


def test_somebody_elses_draft_does_not_exist(mother):
    viewer, client = mother
    begin(client)
    key = draft_of(viewer).key
    _, other = town.mother("Lò Thị Mai")
    for name in ("portal:check", "portal:discard"):
        assert other.get(reverse(name, args=[key])).status_code == 404
    assert other.post(reverse("portal:fill", args=[key, "child"]), {}).status_code == 404


def test_a_draft_is_discarded_only_when_that_is_confirmed(mother):
    viewer, client = mother
    begin(client)
    address = reverse("portal:discard", args=[draft_of(viewer).key])
    assert "Bỏ tờ khai này?" in client.get(address).content.decode()
    assert len(queries.drafts(viewer=viewer)) == 1
    client.post(address)
    assert queries.drafts(viewer=viewer) == ()
