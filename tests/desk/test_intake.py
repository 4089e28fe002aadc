"""Paper at the counter: the officer types the form, submits it, and is back at the desk."""

import re

from tests.desk.conftest import buttons, words
from tests.factories.dossiers import BIRTH, MORNING, birth_answers, later, submitted

from motcua.dossiers import actions, queries
from motcua.dossiers.values import Channel, SupplementItem
from motcua.workflow.values import Move

INTAKE = "/ban-lam-viec/tiep-nhan/"


def begun(reception, **typed):
    """Begin at the counter; gives the key of the draft."""
    answer = reception.client.post(INTAKE, {"thu-tuc": BIRTH, "kenh": "counter", **typed})
    return re.match(r"/to-khai/([0-9a-f-]{36})/", answer.url)[1]


def filled(reception, **typed):
    key = begun(reception, **typed)
    actions.save_answers(draft=key, answers=birth_answers(), by=reception.viewer, at=MORNING)
    return key


def test_it_asks_for_service_and_channel_and_names_the_desk(reception):
    shown = words(reception.client.get(INTAKE))

    assert "Đăng ký khai sinh" in shown
    assert "Nộp tại quầy, cán bộ nhập" in shown
    assert "Nơi nhận: Cơ quan H26.00070" in shown


def test_channel_and_desk_go_with_the_draft(reception):
    key = begun(reception, kenh="post")

    draft = queries.draft(viewer=reception.viewer, key=key)

    assert (draft.channel, draft.reception_code) == (Channel.POST, "H26.00070")
    assert "Đăng ký khai sinh Qua bưu chính công ích." in words(reception.client.get(INTAKE))


def test_without_a_service_it_says_so_and_keeps_the_channel(reception):
    told = reception.client.post(INTAKE, {"thu-tuc": "", "kenh": "post"})

    assert told.status_code == 400
    assert "Bạn hãy chọn thủ tục." in words(told)
    assert re.search(r'value="post" checked', told.content.decode())


def test_from_the_form_back_to_the_desk(reception):
    key = filled(reception)

    sent = reception.client.post(f"/to-khai/{key}/nop/", follow=True)

    desk = sent.redirect_chain[-1][0]
    assert desk == "/ban-lam-viec/ho-so/H26.00070-260316-0001/"
    assert reception.client.get(f"/to-khai/{key}/kiem-tra/").url == desk
    assert buttons(sent)[0] == "Tiếp nhận hồ sơ"
    assert "Nộp tại quầy, cán bộ nhập" in words(sent)


def test_what_is_put_off_waits_at_the_desk(reception):
    key = filled(reception)
    page = queries.draft(viewer=reception.viewer, key=key).page or "scope"

    put_off = reception.client.post(f"/to-khai/{key}/{page}/", {"_later": "yes"})

    assert put_off.url == INTAKE


def test_a_supplement_brought_to_the_counter_is_typed_on_the_same_form(mother, reception):
    code = submitted(mother)
    asked = [SupplementItem("birth_notice", "Giấy chứng sinh", "missing", "")]
    actions.perform(
        code=code,
        move=Move.REQUEST_SUPPLEMENT,
        by=reception.viewer,
        at=later(minutes=5),
        reason="Thiếu.",
        items=asked,
    )

    opened = reception.does("bo-sung", code)
    key = re.match(r"/to-khai/([0-9a-f-]{36})/", opened.url)[1]
    sent = reception.client.post(f"/to-khai/{key}/nop/", follow=True)

    assert sent.redirect_chain[-1][0] == f"/ban-lam-viec/ho-so/{code}/"
    assert buttons(sent)[0] == "Tiếp nhận hồ sơ"


def test_only_the_reception_takes_paper_in(clerk):
    assert clerk.client.get(INTAKE).status_code == 403
