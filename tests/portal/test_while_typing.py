"""What happens while somebody types, on a phone, with a poor network, or by keyboard alone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser import carry_session, focused, tab_to
from tests.portal import town
from tests.portal.test_apply import photo

from motcua.dossiers import actions, queries
from motcua.web import clock

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def opened(live_server, page_at):
    """Give (viewer, draft, open_page): a draft of a birth, and its pages in a browser."""
    town.build()
    viewer, client = town.mother()
    key = actions.start_draft(service_code=town.BIRTH, by=viewer, at=clock.now())

    def open_page(name, **browser):
        page = page_at(360, **browser)
        carry_session(page, client, live_server.url)
        page.goto(live_server.url + reverse("portal:fill", args=[key, name]))
        if browser.get("javascript", True):
            page.wait_for_selector("#questions[data-ready]")
        return page

    return viewer, key, open_page


def test_what_is_typed_is_saved_at_once_and_found_on_another_device(opened):
    viewer, key, open_page = opened
    page = open_page("child")
    page.get_by_label("Họ, chữ đệm, tên của trẻ").fill("Trần Minh Anh")
    expect(page.locator(".save-state")).to_contain_text("Đã lưu lúc")
    assert queries.draft(viewer=viewer, key=key).answers["child.full_name"] == "Trần Minh Anh"
    other = open_page("child", javascript=False)
    expect(other.get_by_label("Họ, chữ đệm, tên của trẻ")).to_have_value("Trần Minh Anh")


def test_a_save_still_on_its_way_does_not_stop_who_goes_on(opened):
    viewer, key, open_page = opened
    page, on_its_way = open_page("relation"), []
    page.route("**/luu/", lambda route: on_its_way.append(route.fetch()))
    page.get_by_label("Ông, bà").check()
    page.wait_for_function("() => document.querySelector('.save-state').dataset.state == 'saving'")
    page.get_by_label("Mẹ", exact=True).check()
    page.get_by_role("button", name="Lưu và tiếp tục").last.click()
    page.wait_for_url("**/applicant/")
    assert [answer.status for answer in on_its_way] == [200]
    assert queries.draft(viewer=viewer, key=key).answers["applicant.relation"] == "mother"


def test_a_lost_network_loses_nothing(opened):
    viewer, key, open_page = opened
    page = open_page("child")
    page.context.set_offline(True)
    page.get_by_label("Họ, chữ đệm, tên của trẻ").fill("Giàng Thị Mỷ")
    expect(page.locator(".save-state")).to_contain_text("Đang chờ mạng")
    page.context.set_offline(False)
    expect(page.locator(".save-state")).to_contain_text("Đã lưu lúc")
    assert queries.draft(viewer=viewer, key=key).answers["child.full_name"] == "Giàng Thị Mỷ"


def test_choosing_a_province_brings_its_communes(opened):
    _, _, open_page = opened
    page = open_page("birthplace")
    page.get_by_label("Tỉnh, thành phố").select_option(label="Thành phố Hà Nội")
    commune = page.get_by_label("Xã, phường, đặc khu", exact=True)
    expect(commune.locator("option")).to_have_text(["Bạn hãy chọn", "Phường Hoàn Kiếm"])
    assert not page.get_by_role("button", name="Hiện các xã, phường").is_visible()


def test_a_province_brings_its_communes_without_a_script_too(opened):
    _, _, open_page = opened
    page = open_page("birthplace", javascript=False)
    page.get_by_label("Tỉnh, thành phố").select_option(label="Thành phố Hà Nội")
    page.get_by_role("button", name="Hiện các xã, phường").click()
    expect(page.locator("select[data-part=commune] option").last).to_have_text("Phường Hoàn Kiếm")
    assert page.url.endswith("#child.birthplace.commune")


def test_an_answer_brings_its_question_and_a_photo_goes_up_by_itself(opened, tmp_path):
    viewer, key, open_page = opened
    (tmp_path / "chung-sinh.png").write_bytes(photo().read())
    page = open_page("proof")
    expect(page.get_by_label("Ảnh chụp Giấy chứng sinh")).to_be_hidden()
    page.get_by_label("Giấy chứng sinh bằng giấy").check()
    page.locator("[id='proof.notice']").set_input_files(tmp_path / "chung-sinh.png")
    expect(page.locator(".file[data-key]")).to_contain_text("chung-sinh.png")
    kept = queries.draft(viewer=viewer, key=key).attachments
    assert [(one.file.filename, one.field) for one in kept] == [("chung-sinh.png", "proof.notice")]
    page.get_by_role("button", name="Bỏ chung-sinh.png").click()
    expect(page.locator(".file[data-key]")).to_have_count(0)


def test_a_page_is_answered_by_keyboard_alone(opened):
    viewer, key, open_page = opened
    page = open_page("child")
    tab_to(page, "Họ, chữ đệm, tên của trẻ").type("Lò Văn Pán")
    tab_to(page, "Giới tính: Nữ").press("ArrowDown")
    assert focused(page) == "Giới tính: Nam"
    for box, typed in (("Ngày", "20"), ("Tháng", "11"), ("Năm", "2025")):
        tab_to(page, f"Ngày sinh: {box}").type(typed)
    tab_to(page, "Lưu và tiếp tục").press("Enter")
    page.wait_for_url("**/birthplace/")
    answers = queries.draft(viewer=viewer, key=key).answers
    assert (answers["child.sex"], answers["child.born_on"]) == ("male", "2025-11-20")
