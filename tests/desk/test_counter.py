"""The counter's pages: no-paper days, papers looked at and scanned, results handed back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.desk.conftest import words
from tests.dossiers.test_intake import pdf
from tests.factories import people, settling
from tests.factories.dossiers import (
    BIRTH,
    MORNING,
    RESIDENCE,
    WARD,
    birth_answers,
    draft,
    scenario_answers,
    submitted,
)

from motcua.dossiers import actions, queries
from motcua.dossiers.models import Dossier
from motcua.dossiers.values import Channel, SupplementItem
from motcua.workflow.values import Move

pytestmark = pytest.mark.shows("CN12", "CN18", "CN19", "O2", "O4")
INTAKE = "/ban-lam-viec/tiep-nhan/"
RULES = "/ban-lam-viec/khong-nhan-giay/"


def begun(reception, **typed):
    answer = reception.client.post(INTAKE, {"thu-tuc": BIRTH, "kenh": "counter", **typed})
    key = re.match(r"/to-khai/([0-9a-f-]{36})/", answer.url)[1]
    answers = birth_answers(**{"proof.kind": "notice"})
    actions.save_answers(draft=key, answers=answers, by=reception.viewer, at=MORNING)
    return key


def checked(reception, key, **noted):
    fields = {f"birth_notice.{name}": value for name, value in noted.items()}
    return reception.client.post(f"{INTAKE}{key}/giay-to/", fields, follow=True)


def scan(reception, key, pages, *, declared):
    file = SimpleUploadedFile("chứng sinh.pdf", pdf(pages), "application/pdf")
    return reception.client.post(
        f"{INTAKE}{key}/giay-to/birth_notice/quet/",
        {"tep": file, "so-trang": declared},
        follow=True,
    )


def test_papers_are_noted_scanned_and_kept_with_the_dossier(reception):
    key = begun(reception)
    assert reception.client.post(f"/to-khai/{key}/nop/").status_code == 422

    assert "Đã ghi giấy tờ" in words(checked(reception, key, chinh="1", sao="2"))
    wrong = scan(reception, key, 2, declared="3")
    assert (wrong.status_code, "Bạn khai 3 trang" in words(wrong)) == (422, True)
    assert "Đã quét đủ số trang" in words(scan(reception, key, 2, declared="2"))

    sent = reception.client.post(f"/to-khai/{key}/nop/", follow=True)
    code = re.search(r"/ho-so/([^/]+)/", sent.redirect_chain[-1][0])[1]
    record = words(reception.client.get(f"/ban-lam-viec/ho-so/{code}/giay-to-da-nhan/"))
    assert "1 bản chính, 2 bản sao" in record
    assert "chứng sinh.pdf 2 Lê Thị Hoa" in record


def test_what_is_left_to_do_is_said_before_it_goes_in(reception):
    key = begun(reception)
    checked(reception, key, sao="1")
    actions.save_answers(
        draft=key,
        answers=birth_answers(),
        by=reception.viewer,
        at=MORNING,
    )
    sent = reception.client.post(f"/to-khai/{key}/nop/", follow=True)
    assert sent.redirect_chain[-1][0] == f"{INTAKE}{key}/giay-to/"
    assert "đã nhận nhưng chưa quét" in words(sent)


@pytest.mark.parametrize(
    ("noted", "why"),
    [
        ({"chinh": "1", "thieu": "yes"}, "không phải là còn thiếu"),
        ({"sao": "1", "khong-so-hoa": "shown"}, "không giữ bản nào lại"),
        ({"sao": "100"}, "Mỗi loại từ 0 đến 99"),
    ],
)
def test_nonsense_is_told_beside_its_paper_and_stays_typed(reception, noted, why):
    key = begun(reception)
    told = checked(reception, key, **noted)
    assert told.status_code == 422
    assert why in words(told)


def test_what_supplements_a_paper_says_why_nothing_is_checked_again(reception):
    code = submitted(reception.viewer, channel=Channel.COUNTER)
    actions.perform(
        code=code,
        move=Move.REQUEST_SUPPLEMENT,
        by=reception.viewer,
        at=MORNING,
        reason="Sai tên",
        items=[SupplementItem("child.full_name", "Họ tên", "incorrect", "")],
    )
    key = actions.start_supplement(code=code, by=reception.viewer, at=MORNING)
    told = reception.client.get(f"{INTAKE}{key}/giay-to/")
    assert (told.status_code, "bổ sung cho hồ sơ đã nhận" in words(told)) == (409, True)
    assert scan(reception, key, 1, declared="1").status_code == 409


def test_what_is_taken_in_for_the_police_opens_where_it_was_taken_in(reception):
    home, answers = {**WARD, "detail": "Số 1 phố Hàng Bài"}, scenario_answers(RESIDENCE)
    answers |= {path: home for path, said in answers.items() if isinstance(said, dict)}
    key = draft(reception.viewer, service=RESIDENCE, answers=answers, channel=Channel.COUNTER)
    sent = reception.client.post(f"/to-khai/{key}/nop/", follow=True)
    assert sent.status_code == 200, words(sent)
    (code,) = Dossier.objects.values_list("code", flat=True)
    assert code.startswith("H26.CA")
    assert reception.opens(code).status_code == 200
    assert code in words(reception.client.get("/ban-lam-viec/danh-sach/"))


@pytest.mark.parametrize("declared", ["", "0", "abc", "-1", "9" * 30])
def test_a_scan_needs_pages_and_a_file(reception, declared):
    key = begun(reception)
    assert scan(reception, key, 1, declared=declared).status_code == 422
    address = f"{INTAKE}{key}/giay-to/birth_notice/quet/"
    assert reception.client.post(address, {"so-trang": "1"}).status_code == 422


def test_a_person_is_found_compared_and_attached(reception, mother):
    typed = {"thu-tuc": BIRTH, "so-dinh-danh": mother.citizen.phone}
    shown = reception.client.post(INTAKE, typed)
    assert "Tài khoản tìm thấy: Nguyễn Thị Hậu, điện thoại 0912 *** " in words(shown)

    key = begun(reception, **typed, **{"gan-ho-so": "co"})
    checked(reception, key, xem="yes")
    sent = reception.client.post(f"/to-khai/{key}/nop/", follow=True)
    code = re.search(r"/ho-so/([^/]+)/", sent.redirect_chain[-1][0])[1]
    assert queries.dossier(viewer=mother, code=code, at=MORNING).for_applicant


def test_a_number_without_an_account_says_so(reception):
    told = reception.client.post(INTAKE, {"thu-tuc": BIRTH, "so-dinh-danh": "001195001234"})
    assert told.status_code == 404
    assert "Không có tài khoản nào dùng số này" in words(told)


def rule(leader, **typed):
    day = dict(zip(("day", "month", "year"), ("16", "3", "2026"), strict=True))
    from_on = {f"tu-ngay.{part}": value for part, value in day.items()}
    given = {"co-quan": "H26.00070", "thu-tuc": "", "ly-do": "Ngày thứ hai không giấy"}
    return leader.client.post(RULES, from_on | given | {"thu": ["0"]} | typed, follow=True)


def test_a_day_without_paper_from_rule_to_exception(leader, reception):
    assert "Thứ hai" in words(rule(leader))

    shown = reception.client.get(INTAKE)
    assert "Hôm nay không nhận bản giấy" in words(shown)
    refused = reception.client.post(INTAKE, {"thu-tuc": BIRTH})
    assert (refused.status_code, "Vì sao vẫn phải nhận bản giấy?" in words(refused)) == (409, True)
    begun(reception, **{"ngoai-le": "Mất điện thoại"})

    counted = leader.client.get(RULES)
    assert "Số lần vẫn nhận bản giấy 1" in words(counted)
    address = re.search(
        r'action="(/ban-lam-viec/khong-nhan-giay/[^"]+dung/)"', str(counted.content)
    )
    leader.client.post(address[1])
    assert begun(reception)


@pytest.mark.parametrize(
    "wrong", [{"tu-ngay.day": "32"}, {"ly-do": ""}, {"co-quan": "H99"}, {"den-ngay.day": "1"}]
)
def test_a_rule_that_cannot_be_read_is_refused(leader, wrong):
    assert rule(leader, **wrong).status_code == 422


def test_a_result_leaves_the_desk_with_its_record_only(reception, clerk, leader, mother):
    code = settling.resolved(mother, reception.viewer, clerk.viewer, leader.viewer)
    shown = reception.opens(code).content.decode()
    assert f'href="/ban-lam-viec/ho-so/{code}/tra-ket-qua/"' in shown

    refused = reception.does("buoc", code, buoc="return_result")
    assert (refused.status_code, "mà không ghi cách trả" in words(refused)) == (409, True)

    reception.does("buoc", code, buoc="return_result", cach="electronic")
    assert "Cách trả Bản điện tử" in words(
        reception.client.get(f"/ban-lam-viec/ho-so/{code}/bien-nhan-tra/")
    )


def test_the_applicant_reads_who_took_the_result(reception, clerk, leader, mother):
    code = settling.resolved(mother, reception.viewer, clerk.viewer, leader.viewer)
    reception.client.post(
        f"/ban-lam-viec/ho-so/{code}/tra-ket-qua/",
        {"cach": "counter", "la": "duoc-uy-quyen", "nguoi-nhan": "Trần Văn Nam"}
        | {"so-dinh-danh": "001093009999", "giay-uy-quyen": "Số 12", "ky-ten": "Trần Văn Nam"}
        | {"da-nhan": "yes"},
    )
    told = words(people.logged_in(mother).get(f"/ho-so/{code}/"))
    assert "Cách trả Tại quầy" in told
    assert "Người nhận Trần Văn Nam (được ủy quyền)" in told
    assert "001093009999" not in told


def test_the_result_page_waits_for_the_result(reception, mother):
    code = submitted(mother)
    shown = reception.client.get(f"/ban-lam-viec/ho-so/{code}/tra-ket-qua/")
    assert "chưa đến bước trả kết quả" in words(shown)
    assert reception.client.get(f"/ban-lam-viec/ho-so/{code}/bien-nhan-tra/").status_code == 404
