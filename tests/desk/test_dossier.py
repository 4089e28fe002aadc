"""A dossier on one page: what it shows, to whom, and what it costs."""

from dataclasses import replace

from tests.desk.conftest import Desk, buttons, words
from tests.factories import dossiers, people
from tests.factories.dossiers import WARD, birth_answers, draft, later, photo, submitted

from motcua.dossiers import actions
from motcua.dossiers.values import Channel, SupplementItem
from motcua.identity.values import Role
from motcua.payments.values import Method
from motcua.workflow.values import Move

ASK = [SupplementItem("birth_notice", "Giấy chứng sinh", "incorrect", "Chụp rõ hai mặt.")]


def with_a_photo(mother):
    key = draft(mother, answers=birth_answers(**{"proof.kind": "notice", "copies.count": 1}))
    file = photo(key, by=mother)
    return actions.submit(draft=key, by=mother, at=dossiers.MORNING), file


def accepted(mother, reception):
    code = submitted(mother)
    actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=later(minutes=10))
    return code


def test_it_asks_a_fixed_number_of_times(mother, reception, django_assert_num_queries):
    code, _ = with_a_photo(mother)
    reception.opens(code)

    with django_assert_num_queries(18):
        reception.opens(code)


def test_what_stands_first_is_what_to_do(mother, reception):
    code, _ = with_a_photo(mother)

    shown = reception.opens(code)

    assert buttons(shown) == [
        "Tiếp nhận hồ sơ",
        "Yêu cầu bổ sung",
        "Từ chối tiếp nhận",
        "Yêu cầu thanh toán",
        "Người nộp xin rút",
        "Ghi nhận đã thu đủ",
    ]
    assert "Còn phải thu: 8.000 đ" in words(shown)
    assert "Trần Ánh Dương" in words(shown)


def test_the_clock_is_named_and_explained(mother, reception, clerk):
    code = submitted(mother)
    intake = words(reception.opens(code))
    actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=later(minutes=10))
    settlement = words(clerk.opens(code))

    assert "Hạn trả lời việc tiếp nhận 08:30 ngày 17/03/2026 Còn 23 giờ" in intake
    assert "Thời hạn 8 giờ làm việc" in intake
    assert "Hạn trả kết quả 17:00 ngày 16/03/2026 Còn 7 giờ" in settlement
    assert "Trả kết quả ngay trong ngày" in settlement


def test_a_paused_clock_says_since_when_and_until_when(mother, reception):
    code = submitted(mother)
    actions.perform(
        code=code,
        move=Move.REQUEST_SUPPLEMENT,
        by=reception.viewer,
        at=later(minutes=10),
        reason="Ảnh mờ.",
        items=ASK,
    )

    shown = reception.opens(code)

    assert "Đang dừng tính Chờ người nộp từ 08:40 ngày 16/03/2026." in words(shown)
    assert "Người nộp bổ sung trước 17:00 ngày 06/04/2026." in words(shown)
    assert "Giấy chứng sinh (chưa đúng): Chụp rõ hai mặt." in words(shown)
    assert "sau đó tính lại từ đầu. vn-2025" in words(shown)
    assert buttons(shown) == ["Nhận bổ sung tại quầy", "Người nộp xin rút"]
    assert "Người nộp vẫn còn thời hạn để bổ sung hoặc nộp tiền." in words(shown)


def test_the_process_tells_who_did_what_and_where_it_is(mother, reception, clerk):
    shown = words(clerk.opens(accepted(mother, reception)))

    assert "Tiếp nhận hồ sơ (đã xong) Lê Thị Hoa, 08:40 ngày 16/03/2026" in shown
    assert (
        "Thẩm tra, lập dự thảo Giấy khai sinh Cán bộ thụ lý · 1 giờ làm việc "
        "· đến 09:40 ngày 16/03/2026" in shown
    )
    assert "Ký Giấy khai sinh Lãnh đạo cơ quan · 1 giờ làm việc" in shown


def test_each_sees_their_own_moves_and_why_one_must_wait(mother, reception, clerk, leader):
    code = accepted(mother, reception)

    assert buttons(clerk.opens(code)) == [
        "Lập dự thảo từ tờ khai",
        "Yêu cầu bổ sung",
        "Dừng giải quyết",
        "Yêu cầu thanh toán",
    ]
    assert "Trình lãnh đạo ký – chưa làm được: Chưa có dự thảo kết quả." in words(clerk.opens(code))
    assert buttons(leader.opens(code)) == ["Xin lỗi và hẹn lại ngày trả"]


def test_the_leader_signs_what_stands_on_the_page(mother, reception, clerk, leader):
    code = accepted(mother, reception)
    actions.draft_result(code=code, by=clerk.viewer, at=later(minutes=20))
    actions.perform(code=code, move=Move.PROPOSE, by=clerk.viewer, at=later(minutes=30))

    shown = leader.opens(code)

    assert buttons(shown) == [
        "Phê duyệt, ký Giấy khai sinh",
        "Trả lại bước trước",
        "Xin lỗi và hẹn lại ngày trả",
    ]
    page = shown.content.decode()
    assert page.index('id="ket-qua"') < page.index('id="giay-to"')
    assert "Sửa dự thảo kết quả" not in words(shown)


def test_form_01_is_one_click_away_and_opens_in_the_browser(mother, reception):
    code = accepted(mother, reception)
    shown = reception.opens(code).content.decode()
    prints = shown[shown.index('class="prints"') :]
    address = prints.split('href="')[1].split('"')[0]

    paper = reception.client.get(address)

    assert "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" in prints[:600]
    assert paper["Content-Type"] == "application/pdf"
    assert paper["Content-Disposition"].startswith("inline")


def test_a_photograph_is_shown_where_the_paper_is_named(mother, reception):
    code, file = with_a_photo(mother)
    address = f"/ban-lam-viec/ho-so/{code}/giay-to/{file.key}/"

    shown = reception.opens(code).content.decode()
    image = reception.client.get(address)

    assert f'<img class="preview" src="{address}"' in shown
    assert image["Content-Type"] == "image/jpeg"
    assert image.content.startswith(b"\xff\xd8\xff")
    assert "sandbox" in image["Content-Security-Policy"]


def test_history_tells_who_and_when(mother, reception, clerk):
    code = accepted(mother, reception)
    actions.message(code=code, body="Chị chờ chút ạ.", by=clerk.viewer, at=later(minutes=15))

    shown = words(reception.opens(code))
    story = shown[shown.index("Diễn biến", shown.index("Trao đổi với người nộp")) :]

    assert "Đã gửi tin nhắn 08:45 ngày 16/03/2026 · Lê Thị Hoa" in story
    assert "Tiếp nhận hồ sơ 08:40 ngày 16/03/2026 · Lê Thị Hoa Đang xử lý" in story
    assert story.index("Đã gửi tin nhắn") < story.index("Đã nộp hồ sơ")


def test_who_only_controls_reads_and_presses_nothing(mother, controller):
    code, _ = with_a_photo(mother)

    shown = controller.opens(code)

    assert buttons(shown) == []
    assert "Bạn xem hồ sơ này, không xử lý." in words(shown)
    assert "Gửi tin nhắn" not in words(shown)
    assert controller.does("tin-nhan", code, **{"noi-dung": "Chào"}).status_code == 403


def test_an_officer_follows_their_own_request_as_anybody_does(reception):
    code = submitted(reception.viewer)

    shown = reception.opens(code)

    assert shown.status_code == 403
    assert "Đây là hồ sơ của chính bạn" in words(shown)
    assert f'href="/ho-so/{code}/"' in shown.content.decode()


def test_who_is_elsewhere_learns_nothing(mother):
    viewer = people.officer(Role.RECEPTIONIST, "H14.01717")
    elsewhere = Desk(viewer, people.logged_in(viewer))

    shown = elsewhere.opens(submitted(mother))

    assert shown.status_code == 404
    assert "Hậu" not in words(shown)


def test_a_desk_follows_what_it_took_in_for_elsewhere(mother):
    viewer = people.officer(Role.RECEPTIONIST, "H14.01717")
    elsewhere = Desk(viewer, people.logged_in(viewer))
    answers = birth_answers(**{"competent.commune": WARD})
    code = submitted(viewer, answers=answers, channel=Channel.COUNTER)

    shown = elsewhere.opens(code)

    assert (shown.status_code, buttons(shown)) == (200, [])
    assert "Nộp tại quầy, cán bộ nhập" in words(shown)


def test_late_blocks_nothing(mother, reception, monkeypatch):
    code = submitted(mother)
    monkeypatch.setattr("motcua.web.clock.now", lambda: later(days=9))

    shown = reception.opens(code)

    assert "Quá hạn 8 ngày" in words(shown)
    assert reception.does("buoc", code, buoc="accept", ban="1").status_code == 302


def test_what_has_ended_says_so(mother, reception):
    code = submitted(mother)
    actions.perform(
        code=code, move=Move.REFUSE, by=reception.viewer, at=later(minutes=5), reason="Nhầm nơi."
    )

    shown = reception.opens(code)

    assert "Hồ sơ đã kết thúc lúc 08:35 ngày 16/03/2026." in words(shown)
    assert buttons(shown) == []


def test_money_received_is_told(mother, reception):
    code, _ = with_a_photo(mother)
    actions.record_payment(
        code=code, amount=8000, method=Method.CASH, by=reception.viewer, at=later(minutes=5)
    )

    shown = reception.opens(code)

    assert "Đã thu 8.000 đ" in words(shown)
    assert "Ghi nhận đã thu đủ" not in buttons(shown)


def test_without_the_one_time_code_nobody_comes_in(mother, reception):
    bare = people.logged_in(replace(reception.viewer, second_factor=False))

    assert bare.get(f"/ban-lam-viec/ho-so/{submitted(mother)}/").status_code == 302
