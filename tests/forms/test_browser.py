"""The browser modules in Chromium, under the policy of production."""

import json
import threading
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.forms.conftest import ready

from motcua.forms import rules

pytestmark = pytest.mark.once

KIDS = """
title: T
pages:
- name: p
  title: P
  fields:
  - {type: yes_no, name: has_father, label: Có cha}
  - {type: person_name, name: father.full_name, label: Họ tên cha, visible: has_father}
  - {type: date, name: born_on, label: Ngày sinh}
  - {type: text, name: late, label: Lý do, visible: "days_between(born_on, today) > 60"}
  - {type: choices, name: copies, label: Bản sao,
     options: [{value: a, label: A}, {value: b, label: B}]}
  - {type: integer, name: count, label: Số bản}
  - {type: computed, name: fee, label: Lệ phí, as: money,
     value: "has(copies) ? size(copies) * count * 8000 : 0"}
  - {type: text, name: note, label: Ghi chú, required: "has(fee) && fee > 10000"}
  - {type: repetition, name: kids, label: Con, item: Con, fields: [
      {type: text, name: n, label: N}, {type: integer, name: age, label: T}]}
  - {type: text, name: many, label: Nhiều, visible: "has(kids) && size(kids) > 1"}
  - {type: text, name: young, label: Bé, visible: "has(kids) && kids.exists(k, k.age < 6)"}
"""
INPUTS = """
<div data-field="has_father"><input type=radio name=has_father value=yes id=y>
  <input type=radio name=has_father value=no id=n></div>
<div data-field="father.full_name"><input name="father.full_name" id=f></div>
<div data-field="born_on"><input name="born_on.day" id=d><input name="born_on.month" id=m>
  <input name="born_on.year" id=yr></div>
<div data-field="late"><input name=late></div>
<div data-field="copies"><input type=checkbox name=copies value=a id=a>
  <input type=checkbox name=copies value=b id=b></div>
<div data-field="count"><input name=count id=c></div>
<div data-field="fee"><output data-computed="fee"></output></div>
<div data-field="note"><span class=optional>(không bắt buộc)</span><input name=note></div>
<div data-field="kids"><input name="kids.0.n" id=k0><input name="kids.1.n" id=k1>
  <input name="kids.1.age" id=age></div>
<div data-field="young"><input name=young></div>
<div data-field="many"><input name=many></div>
"""


def shown(page, path):
    return page.locator(f'[data-field="{path}"]').is_visible()


def test_fields_show_hide_and_are_worked_out_as_one_types(site, page_at, at):
    form = rules.load(KIDS, name="f")
    sent = json.dumps(rules.for_browser(form, "p", {}, at=at)).replace("<", "\\u003c")
    page = page_at()
    page.goto(site.show(f'<script type="application/json" data-rules>{sent}</script>{INPUTS}'))
    ready(page)
    assert [shown(page, p) for p in ("father.full_name", "late", "many")] == [False] * 3
    page.check("#y")
    page.fill("#f", "Đặng Văn Đức")
    page.check("#n")
    assert not shown(page, "father.full_name")
    assert page.input_value("#f") == "Đặng Văn Đức"
    for box, typed in (("#d", "1"), ("#m", "2"), ("#yr", "2026")):
        page.fill(box, typed)
    assert shown(page, "late")
    page.check("#a")
    page.check("#b")
    page.fill("#c", "1.000")
    assert page.inner_text("[data-computed=fee]") == "16.000.000 đ"
    assert not page.locator(".optional").is_visible()
    page.fill("#k0", "x")
    assert not shown(page, "many")
    page.fill("#k1", "y")
    assert shown(page, "many")
    assert not shown(page, "young")
    page.fill("#age", "5")
    assert shown(page, "young")


def test_the_browser_agrees_with_the_server_on_a_page(site, page_at, at):
    form = rules.load(KIDS, name="f")
    sent = json.dumps(rules.for_browser(form, "p", {}, at=at)).replace("<", "\\u003c")
    page = page_at()
    page.goto(site.show(f'<script type="application/json" data-rules>{sent}</script>{INPUTS}'))
    ready(page).check("#y")
    page.fill("#c", "2")
    page.check("#a")
    page.fill("#k1", "y")
    page.fill("#age", "7")
    post = page.evaluate(
        """() => [...new FormData(document.forms[0])]
             .reduce((p, [k, v]) => ((p[k] ??= []).push(v), p), {})"""
    )
    draft = rules.from_post(form, "p", post)
    seen = rules.visible(form, draft, at=at)
    assert {p: shown(page, p) for p in form.fields} == {p: p in seen for p in form.fields}
    assert page.inner_text("[data-computed=fee]") == "16.000 đ"
    assert rules.computed(form, draft, at=at) == {"fee": 16000}


UPLOAD = """
<input type=hidden name=_revision value=7>
<div data-field="papers" data-upload="/tai-len?cau-phan=c" data-max="2"><ul class=files></ul>
<div class=upload__add><input class=upload__input type=file multiple>
<button class=upload__send>Tải lên</button></div><p class=upload__state role=status></p></div>
"""


class Store:
    """The server's side of an upload, which fails where it is told to."""

    def __init__(self, fail=()):
        self.parts = {}
        self.fail = list(fail)
        self.offsets = []

    def __call__(self, handler):
        query = {k: v[0] for k, v in parse_qs(urlsplit(handler.path).query).items()}
        have = self.parts.setdefault(query["khoa"], bytearray())
        if handler.command == "GET":
            return handler.reply({"received": len(have)})
        self.offsets.append(int(query["vi-tri"]))
        if self.fail and self.fail.pop(0):
            have += handler.body[:1000]
            return handler.reply({}, status=502)
        assert handler.headers["X-CSRFToken"] == "t0ken"
        assert query["cau-phan"] == "c"
        have += handler.body
        if query["ten"].endswith(".exe"):
            return handler.reply({"error": "Tệp .exe không được nhận."}, status=400)
        if len(have) < int(query["tong"]):
            return handler.reply({"received": len(have)})
        key = f"0190d0a0-0000-7000-8000-{len(self.parts):012}"
        done = {"key": key, "filename": query["ten"], "size": len(have)}
        return handler.reply({"done": done, "revision": 8})


def choose(page, *files):
    page.set_input_files(
        ".upload__input",
        [{"name": n, "mimeType": "application/octet-stream", "buffer": c} for n, c in files],
    )


def test_a_file_goes_up_in_pieces_and_on_after_a_break(site, page_at):
    content = bytes(range(256)) * 2500
    site.answer = store = Store(fail=[False, True])
    page = page_at()
    page.goto(site.show(UPLOAD))
    choose(ready(page), ("giấy chứng sinh.jpg", content))
    page.wait_for_selector(".file[data-key]")
    assert [bytes(part) for part in store.parts.values()] == [content]
    assert store.offsets == [0, 262144, 263144, 525288]
    assert page.input_value("input[name=papers]") == "0190d0a0-0000-7000-8000-000000000001"
    assert "giấy chứng sinh.jpg" in page.inner_text(".upload__state")
    assert page.locator("progress").count() == 0
    assert page.input_value("[name=_revision]") == "8"


def test_files_go_one_by_one_and_a_refusal_is_told(site, page_at):
    site.answer = Store()
    page = page_at()
    page.goto(site.show(UPLOAD))
    choose(ready(page), ("virus.exe", b"MZ"), ("a.pdf", b"%PDF"), ("b.pdf", b"%PDF-2"))
    page.wait_for_function("() => document.querySelectorAll('[data-key]').length === 2")
    assert page.inner_text(".file--refused") == "virus.exe Tệp .exe không được nhận."
    page.wait_for_selector(".upload__add", state="hidden")
    assert page.locator("input[name=papers]").count() == 2


UNITS = """
<div data-error-summary tabindex=-1 id=e>Lỗi</div>
<fieldset data-units="/don-vi/" data-field="home">
<select name="home.province" data-part=province><option value="">Chọn</option>
<option value=01>Hà Nội
<option value=79>TP Hồ Chí Minh</select>
<div class=address__choose><button>Hiện</button></div>
<select name="home.commune" data-part=commune><option value="">Chọn xã</option></select></fieldset>
"""


def test_communes_follow_the_province(site, page_at):
    units = {
        "/don-vi/01.json": [{"code": "00004", "name": "Phường Ba Đình"}],
        "/don-vi/79.json": [
            {"code": "26740", "name": "Phường Sài Gòn"},
            {"code": "1", "name": "x"},
        ],
    }
    site.answer = lambda h: h.reply(units[h.path])
    page = page_at()
    page.goto(site.show(UNITS))
    assert ready(page).evaluate("document.activeElement.id") == "e"
    page.select_option("[data-part=province]", "01")
    page.select_option("[data-part=commune]", "00004")
    page.select_option("[data-part=province]", "79")
    page.wait_for_function(
        "() => document.querySelector('[data-part=commune]').options.length === 3"
    )
    assert page.input_value("[data-part=commune]") == ""
    assert not page.locator(".address__choose").is_visible()


def test_a_commune_that_is_chosen_while_the_list_is_fetched_stays_chosen(site, page_at):
    asked, may_go = threading.Event(), threading.Event()

    def answer(handler):
        asked.set()
        may_go.wait(10)
        handler.reply(
            [{"code": "00004", "name": "Phường Ba Đình"}, {"code": "7", "name": "Phường Hoàn Kiếm"}]
        )

    site.answer = answer
    page = page_at()
    page.goto(site.show(UNITS))
    # The list is there, as when the server has drawn it; the province is said once more.
    ready(page).evaluate(
        """() => document.querySelector('[data-part=commune]').append(
             new Option('Phường Ba Đình', '00004'), new Option('Phường Hoàn Kiếm', '7'))"""
    )
    page.select_option("[data-part=province]", "01")
    assert asked.wait(10)
    page.select_option("[data-part=commune]", "7")
    may_go.set()
    page.wait_for_function(
        "() => !document.querySelector('[data-part=commune]').hasAttribute('aria-busy')"
    )
    assert page.input_value("[data-part=commune]") == "7"
