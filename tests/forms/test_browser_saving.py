"""Saving as one types, in Chromium: slow and lost networks, other devices, pages that go."""

import threading
from urllib.parse import parse_qs

import pytest
from tests.forms.conftest import ready

pytestmark = pytest.mark.once

AUTOSAVE = """
<input type=hidden name=_revision value=3><p role=status data-autosave="/luu"></p>
<input name=a id=a><input name=b id=b>
"""


def state(page, words):
    page.wait_for_function(
        "(w) => document.querySelector('[data-autosave]').textContent.includes(w)", arg=words
    )


def test_every_change_is_saved_with_the_revision(site, page_at):
    site.answer = lambda h: h.reply({"revision": 4, "saved_at": "10:32"})
    page = page_at()
    page.goto(site.show(AUTOSAVE))
    ready(page).fill("#a", "Ánh")
    page.locator("#a").blur()
    state(page, "Đã lưu lúc 10:32")
    sent = [parse_qs(body.decode()) for _, path, body in site.requests if path == "/luu"]
    assert [one.pop("_save") for one in sent] != [[""]]
    assert sent == [
        {"csrfmiddlewaretoken": ["t0ken"], "a": ["Ánh"], "_autosave": ["1"], "_revision": ["3"]}
    ]
    assert page.input_value("[name=_revision]") == "4"


@pytest.mark.parametrize("away", [0, 300], ids=["as it was", "and thought better of it"])
def test_a_press_counts_though_what_is_pressed_moves_away(site, page_at, away):
    site.answer = lambda h: h.reply({"revision": 4, "saved_at": "10:32"})
    page = page_at()
    page.goto(site.show(AUTOSAVE.replace("<p ", "<h1 ").replace("</p>", "</h1>")))
    ready(page).fill("#a", "x")
    box = page.locator("button").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    state(page, "Đã lưu lúc")
    assert page.locator("button").bounding_box()["y"] > box["y"] + 10
    page.mouse.move(box["x"] + 5 + away, box["y"] + 5)
    page.mouse.up()
    page.wait_for_load_state("networkidle")
    sent = [path for method, path, _ in site.requests if method == "POST"]
    assert sent == (["/luu"] if away else ["/luu", "/"])


def test_a_lost_network_is_waited_out(site, page_at):
    replies = iter([503])
    site.answer = lambda h: h.reply({"revision": 5, "saved_at": "10:33"}, status=next(replies, 200))
    page = page_at()
    page.goto(site.show(AUTOSAVE))
    ready(page).fill("#a", "x")
    state(page, "Đang chờ mạng…")
    page.evaluate("dispatchEvent(new Event('online'))")
    state(page, "Đã lưu lúc 10:33")
    assert page.input_value("#a") == "x"


def test_a_save_whose_answer_was_lost_is_known_again_as_ones_own(site, page_at):
    replies = iter([504])
    site.answer = lambda h: h.reply({"revision": 5, "saved_at": "10:33"}, status=next(replies, 200))
    page = page_at()
    page.goto(site.show(AUTOSAVE + "<input type=hidden name=_unheard>"))
    ready(page).fill("#a", "x")
    state(page, "Đang chờ mạng…")
    page.evaluate("dispatchEvent(new Event('online'))")
    state(page, "Đã lưu lúc 10:33")
    with page.expect_navigation():
        page.locator("button").click()
    first, second, pressed = (
        parse_qs(body.decode(), keep_blank_values=True)
        for method, _, body in site.requests
        if method == "POST"
    )
    assert second["_unheard"] == first["_save"] != second["_save"]
    assert (pressed["_unheard"], pressed["_revision"]) == ([""], ["5"])


@pytest.mark.parametrize("tells_apart", [True, False], ids=["by name", "not at all"])
def test_a_press_while_a_save_is_on_its_way_is_the_same_page(site, page_at, tells_apart):
    may_go = threading.Event()
    site.answer = lambda h: may_go.wait(10) and h.reply({"revision": 4, "saved_at": "10:32"})
    page = page_at()
    page.goto(site.show(AUTOSAVE + "<input type=hidden name=_unheard>" * tells_apart))
    ready(page).fill("#a", "x")
    state(page, "Đang lưu…")
    with page.expect_navigation():
        page.locator("button").click(no_wait_after=True)
        may_go.set()
    saved, pressed = (
        parse_qs(body.decode(), keep_blank_values=True)
        for method, _, body in site.requests
        if method == "POST"
    )
    assert pressed["_revision"] == (["3"] if tells_apart else [""])
    assert pressed.get("_unheard") == (saved["_save"] if tells_apart else None)


def test_a_save_that_was_refused_leaves_no_doubt(site, page_at):
    replies = iter([422])
    site.answer = lambda h: h.reply({"errors": ["a"]}, status=next(replies, 200))
    page = page_at()
    page.goto(site.show(AUTOSAVE))
    ready(page).fill("#a", "x")
    state(page, "Chưa lưu được phần này")
    with page.expect_navigation():
        page.locator("button").click()
    assert parse_qs(site.requests[-1][2].decode())["_revision"] == ["3"]


def test_a_change_on_another_device_is_told_and_nothing_is_lost(site, page_at):
    site.answer = lambda h: h.reply({"revision": 9}, status=409)
    page = page_at()
    page.goto(site.show(AUTOSAVE))
    ready(page).fill("#a", "x")
    state(page, "vừa được sửa ở một thiết bị khác")
    page.fill("#a", "xy")
    page.locator("#a").blur()
    assert page.input_value("#a") == "xy"
    assert len([r for r in site.requests if r[1] == "/luu"]) == 1


def test_what_is_not_saved_yet_is_sent_when_the_page_goes(site, page_at):
    site.answer = lambda h: h.reply({"revision": 4, "saved_at": "10:32"})
    page = page_at()
    page.goto(site.show(AUTOSAVE))
    ready(page)
    page.fill("#a", "cuối")
    site.show("", "/other")
    page.goto(site.url + "/other")
    assert parse_qs(site.arrived.get(timeout=10).decode())["a"] == ["cuối"]


def test_what_was_typed_during_a_save_is_sent_when_the_page_goes(site, page_at):
    may_go = threading.Event()
    site.answer = lambda h: may_go.wait(10) and h.reply({"revision": 4, "saved_at": "10:32"})
    page = page_at()
    page.goto(site.show(AUTOSAVE))
    ready(page).fill("#a", "đầu")
    state(page, "Đang lưu…")
    page.fill("#a", "cuối")
    site.show("", "/other")
    page.goto(site.url + "/other")
    first, second = (
        parse_qs(site.arrived.get(timeout=10).decode(), keep_blank_values=True) for _ in range(2)
    )
    may_go.set()
    assert len(site.requests) == 2
    assert (first["a"], second["a"]) == (["đầu"], ["cuối"])
    assert second["_unheard"] == first["_save"]


def test_a_save_that_a_later_one_overtook_is_no_other_device(site, page_at):
    may_go, statuses = threading.Event(), iter([409, 200])

    def answer(handler):
        status = next(statuses)
        if status == 409:
            may_go.wait(10)
        handler.reply({"revision": 5, "saved_at": "10:33"}, status=status)

    site.answer = answer
    page = page_at()
    page.goto(site.show(AUTOSAVE))
    ready(page).fill("#a", "đầu")
    state(page, "Đang lưu…")
    page.fill("#a", "cuối")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    state(page, "Đã lưu lúc 10:33")
    with page.expect_response(lambda said: said.status == 409):
        may_go.set()
    page.fill("#a", "cuối cùng")
    site.answer = lambda h: h.reply({"revision": 6, "saved_at": "10:34"})
    state(page, "Đã lưu lúc 10:34")


def test_how_the_page_stands_is_told_with_every_save(site, page_at):
    site.answer = lambda h: h.reply({"revision": 4, "shown": "b", "saved_at": "10:32"})
    page = page_at()
    page.goto(site.show(AUTOSAVE + "<input type=hidden name=_shown value=a>"))
    ready(page).fill("#a", "x")
    state(page, "Đã lưu lúc 10:32")
    with page.expect_navigation():
        page.locator("button").click()
    saved, pressed = (
        parse_qs(body.decode()) for method, _, body in site.requests if method == "POST"
    )
    assert (saved["_shown"], pressed["_shown"]) == (["a"], ["b"])
