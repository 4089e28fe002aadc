"""What an officer does to a dossier, and what stays on the page when it was not done."""

import pytest
from tests.desk.conftest import buttons, words
from tests.factories.dossiers import HANOI, birth_answers, later, submitted

from motcua.dossiers import actions, queries
from motcua.workflow.values import Move, State


def view(code, desk):
    return queries.dossier(viewer=desk.viewer, code=code, at=later(hours=1))


def accepted(mother, reception, clerk):
    code = submitted(mother)
    actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=later(minutes=10))
    return code


def test_accepting_leads_back_with_a_word_about_it(mother, reception):
    code = submitted(mother)

    done = reception.does("buoc", code, buoc="accept", ban="1")

    assert (done.status_code, done.url) == (302, f"/ban-lam-viec/ho-so/{code}/")
    assert "nay ở trạng thái “Đang xử lý”" in words(reception.opens(code))
    assert view(code, reception).state is State.IN_PROCESS


def test_pressing_twice_does_it_once_and_frightens_nobody(mother, reception):
    code = submitted(mother)

    for _ in range(2):
        done = reception.does("buoc", code, buoc="accept", ban="1")

    assert done.status_code == 302
    assert "đã được ghi nhận từ lần bấm trước" in words(reception.opens(code))
    assert view(code, reception).revision == 2


def test_the_second_of_two_officers_is_told_and_keeps_their_words(mother, reception, clerk):
    code = submitted(mother)
    reception.does("buoc", code, buoc="accept", ban="1")

    told = reception.does("buoc", code, buoc="refuse", ban="1", **{"ly-do": "Ảnh <mờ> quá."})

    assert told.status_code == 409
    assert "vừa được người khác xử lý" in words(told)
    assert "Bạn đã viết (chưa gửi, có thể chép lại): Ảnh <mờ> quá." in words(told)
    assert view(code, reception).state is State.IN_PROCESS


def test_the_second_keeps_their_words_in_the_form_where_it_is_still_there(mother, reception, clerk):
    code = accepted(mother, reception, clerk)
    clerk.does("ket-qua", code)

    told = clerk.does("buoc", code, buoc="stop", ban="2", **{"ly-do": "Người nộp đã mất."})

    assert told.status_code == 409
    assert "Người nộp đã mất.</textarea>" in told.content.decode()
    assert view(code, clerk).state is State.IN_PROCESS


def test_a_refusal_without_a_reason_points_to_where_it_is_typed(mother, reception):
    code = submitted(mother)

    told = reception.does("buoc", code, buoc="refuse", ban="1", **{"ly-do": "  "})

    page = told.content.decode()
    assert told.status_code == 409
    assert 'href="#ly-do-refuse"' in page
    assert '<details class="deed deed--grave" name="viec" open>' in page
    assert "Bạn chưa ghi lý do." in words(told)


def test_a_supplement_about_nothing_keeps_what_was_typed(mother, reception):
    code = submitted(mother)

    told = reception.does(
        "buoc",
        code,
        buoc="request_supplement",
        ban="1",
        **{"ly-do": "Ảnh mờ.", "ghi-chu:birth_notice": "Chụp hai mặt"},
    )

    page = told.content.decode()
    assert told.status_code == 409
    assert 'href="#can-giay-to"' in page
    assert "Ảnh mờ.</textarea>" in page
    assert 'value="Chụp hai mặt"' in page


def test_papers_and_answers_are_asked_for_with_a_reason_each(mother, reception):
    code = submitted(mother)

    reception.does(
        "buoc",
        code,
        buoc="request_supplement",
        ban="1",
        can=["birth_notice", "child.full_name", "made.up"],
        **{
            "ly-do": "Ảnh mờ.",
            "loai:birth_notice": "incorrect",
            "ghi-chu:birth_notice": "Chụp hai mặt",
        },
    )

    asked = view(code, reception).open_supplement
    assert [(one.target, one.kind, one.note) for one in asked.items] == [
        ("birth_notice", "incorrect", "Chụp hai mặt"),
        ("child.full_name", "missing", ""),
    ]
    assert asked.reason == "Ảnh mờ."


@pytest.mark.shows("CN17")
def test_an_extension_says_its_new_date_before_and_moves_it_after(mother, reception, clerk, leader):
    code = accepted(mother, reception, clerk)
    before = words(leader.opens(code))
    typed = {"can-cu": "verification", "ly-do": "Phải xác minh."}

    refused = clerk.does("buoc", code, buoc="extend", ban="2", **typed)
    leader.does("buoc", code, buoc="extend", ban="2", **typed)

    assert refused.status_code == 409
    assert "Phải xác minh ở nơi khác → 17:00 ngày 19/03/2026" in before
    after = leader.opens(code)
    assert "Hạn trả kết quả 17:00 ngày 19/03/2026" in words(after)
    assert "Ngày hẹn đầu tiên: 17:00 ngày 16/03/2026" in words(after)
    assert "Hồ sơ đã được gia hạn 1 lần" in words(after)
    assert "Xin lỗi và hẹn lại ngày trả" not in buttons(after)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (("22", "3", "2026"), "là ngày nghỉ"),
        (("16", "3", "2026"), "phải sau ngày đã hẹn"),
        (("31", "2", "2026"), "ghi ngày hẹn mới bằng số"),
        (("1", "1", "99999999"), "ghi ngày hẹn mới bằng số"),
        (("", "", ""), "chọn ngày hẹn mới"),
    ],
)
def test_a_day_that_cannot_be_promised_is_told_beside_its_boxes(
    mother, reception, leader, day, told
):
    code = accepted(mother, reception, leader)
    parts = dict(zip(("ngay-moi.day", "ngay-moi.month", "ngay-moi.year"), day, strict=True))

    answer = leader.does("buoc", code, buoc="extend", ban="2", **parts, **{"ly-do": "Chờ sổ."})

    assert answer.status_code == 409
    assert told in words(answer)
    assert "Chờ sổ.</textarea>" in answer.content.decode()
    assert view(code, leader).due_at.astimezone(HANOI).day == 16


@pytest.mark.shows("CN12")
def test_an_added_sum_is_asked_for_received_and_the_dossier_goes_on(mother, reception, clerk):
    code = accepted(mother, reception, clerk)
    typed = {"khoan": "Phí trích đo", "so-tien-them": "1.200.000", "can-cu-thu": "NQ 05/2024"}
    bad = clerk.does("buoc", code, buoc="request_payment", ban="2", khoan="x", **{"ly-do": "y"})

    clerk.does("buoc", code, buoc="request_payment", ban="2", **typed, **{"ly-do": "Phải đo."})
    waiting = words(reception.opens(code))
    reception.does("thu-phi", code, **{"so-tien": "1200000", "hinh-thuc": "cash"})

    assert bad.status_code == 409
    assert "số tiền bằng đồng" in words(bad)
    assert "Còn phải thu: 1.200.000 đ" in waiting
    assert "Người nộp tiền trước 17:00 ngày 06/04/2026" in waiting
    assert view(code, clerk).state is State.IN_PROCESS


@pytest.mark.shows("CN16")
def test_a_refusal_is_drafted_with_its_basis_and_is_the_result(mother, reception, clerk, leader):
    code = accepted(mother, reception, clerk)
    empty = clerk.does("ket-qua", code, **{"ly-do-tu-choi": "Không đủ căn cứ."})
    clerk.does(
        "ket-qua",
        code,
        **{"ly-do-tu-choi": "Không đủ căn cứ.", "can-cu-tu-choi": "Điều 16 Luật Hộ tịch"},
    )
    clerk.does("buoc", code, buoc="propose", ban="3")
    leader.does("buoc", code, buoc="resolve", ban="4")

    assert empty.status_code == 409
    assert "Không đủ căn cứ.</textarea>" in empty.content.decode()
    assert view(code, clerk).documents[-1].layout == "refusal_decision"
    assert "Văn bản từ chối" not in words(reception.opens(submitted(mother)))


@pytest.mark.shows("CN08")
def test_whoever_moved_it_by_mistake_takes_it_back(mother, reception, clerk, leader):
    code = accepted(mother, reception, clerk)
    clerk.does("ket-qua", code)
    clerk.does("buoc", code, buoc="propose", ban="3")
    theirs, others = buttons(clerk.opens(code)), buttons(leader.opens(code))

    clerk.does("buoc", code, buoc="recall", ban="4", **{"ly-do": "Quên đính kèm."})

    assert "Thu hồi bước vừa chuyển" in theirs
    assert "Thu hồi bước vừa chuyển" not in others
    assert view(code, clerk).step == "appraisal"
    assert "Quên đính kèm." in words(leader.opens(code))


def test_lines_of_the_result_are_corrected(mother, reception, clerk):
    code = accepted(mother, reception, clerk)
    clerk.does("ket-qua", code)
    first = view(code, clerk).result["sections"][0]["rows"][0]

    clerk.does("ket-qua", code, **{f"dong:{first['path']}": "Trần Ánh Dương (sửa)"})

    kept = view(code, clerk).result["sections"][0]["rows"][0]
    assert kept == {**first, "value": "Trần Ánh Dương (sửa)"}
    assert buttons(clerk.opens(code))[0] == "Trình lãnh đạo ký"


def test_money_is_recorded_with_a_receipt(mother, reception):
    code = submitted(mother, answers=birth_answers(**{"copies.count": 1}))

    reception.does("thu-phi", code, **{"so-tien": "8000", "hinh-thuc": "transfer"})

    seen = view(code, reception)
    assert (seen.bill.outstanding, seen.bill.payment.method.value) == (0, "transfer")
    assert [paper.layout for paper in seen.documents] == ["payment_receipt"]


@pytest.mark.parametrize("way", ["", "gold"])
def test_money_comes_in_a_way_that_is_known(mother, reception, way):
    code = submitted(mother, answers=birth_answers(**{"copies.count": 1}))

    told = reception.does("thu-phi", code, **{"so-tien": "8000", "hinh-thuc": way})

    assert told.status_code == 400
    assert view(code, reception).bill.outstanding == 8000


@pytest.mark.parametrize("move", ["", "fly", "ACCEPT"])
def test_a_move_that_does_not_exist_is_asked_for_again(mother, reception, move):
    told = reception.does("buoc", submitted(mother), buoc=move)

    assert told.status_code == 400
    assert "Bạn hãy chọn một việc cần làm" in words(told)


def test_a_message_reaches_the_applicant_or_stays_in_the_box(mother, reception):
    code = submitted(mother)
    too_long = "Ả" * 4001

    told = reception.does("tin-nhan", code, **{"noi-dung": too_long})
    reception.does("tin-nhan", code, **{"noi-dung": "Chị chờ chút ạ."})

    assert told.status_code == 409
    assert f"{too_long}</textarea>" in told.content.decode()
    assert [said.body for said in view(code, reception).messages] == ["Chị chờ chút ạ."]
