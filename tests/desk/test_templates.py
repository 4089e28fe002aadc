"""The words of messages at the desk: written, looked at, approved by a second person."""

from uuid import UUID

import pytest
from tests.desk.conftest import words
from tests.factories import dossiers, people

from motcua.identity.values import Role
from motcua.notifications import queries
from motcua.notifications.rules import templates
from motcua.notifications.values import EditionStatus

LIST = "/ban-lam-viec/mau-tin/"
CODE = "dossier.accepted"
ONE = f"{LIST}{CODE}/"
TODAY = dossiers.MORNING.date()
NEW = {
    "subject.vi": "Đã nhận {{ code }}",
    "subject.en": "We got {{ code }}",
    "text.vi": "Chào {{ name }},\r\n\r\nđã nhận {{ code }}.",
    "text.en": "Dear {{ name }},\r\n\r\nwe got {{ code }}.",
    "short.vi": "Đã nhận {{ code }}: {{ link }}",
    "short.en": "Got {{ code }}: {{ link }}",
    "valid_from": TODAY.isoformat(),
}


@pytest.fixture
def writer(ward):
    return people.logged_in(people.officer(Role.PROCEDURE_ADMIN))


def waiting():
    return [one for one in queries.editions(CODE) if one.status is EditionStatus.PROPOSED]


def decision():
    return f"{LIST}ban/{waiting()[0].key}/"


@pytest.mark.shows("CN20", "CN24", "O5")
def test_a_new_version_is_written_and_approved_by_somebody_else(writer, leader):
    assert "Không có" in words(writer.get(LIST))
    assert writer.post(ONE, NEW).status_code == 302
    assert "1 bản" in words(writer.get(LIST))
    assert "Một người khác người soạn sẽ duyệt" in words(writer.get(ONE))

    seen = words(leader.client.get(ONE))
    assert "Đã nhận H26.00070-260105-0001" in seen
    assert "SMS (1): Got H26.00070-260105-0001" in seen
    assert leader.client.post(decision(), {"viec": "duyet"}).status_code == 302
    assert "Đang dùng, từ 16/03/2026" in words(writer.get(ONE))
    assert queries.template(CODE, on=TODAY).subject.vi == "Đã nhận {{ code }}"


def test_the_writer_does_not_approve_and_nobody_decides_what_is_not_there(writer, leader):
    writer.post(ONE, NEW)
    refused = writer.post(decision(), {"viec": "duyet"})
    assert (refused.status_code, len(waiting())) == (400, 1)
    assert "Người duyệt phải khác người soạn" in words(refused)
    answer = leader.client.post(f"{LIST}ban/{UUID(int=1)}/", {"viec": "duyet"})
    assert answer.status_code == 404


def test_a_version_goes_back_with_a_reason(writer, leader):
    writer.post(ONE, NEW)
    address = decision()
    assert leader.client.post(address, {"viec": "tra-lai"}).status_code == 400
    typed = {"viec": "tra-lai", "y-kien": "Thiếu ngày hẹn " + "x" * 1000}
    assert "Thiếu ngày hẹn x" in words(leader.client.post(address, typed))
    done = leader.client.post(address, {"viec": "tra-lai", "y-kien": "Thiếu ngày hẹn"})
    assert done.status_code == 302
    assert "Trả lại" in words(writer.get(ONE))
    assert leader.client.post(address, {"viec": "duyet"}).status_code == 400


def test_words_are_looked_at_before_they_are_sent(writer):
    seen = writer.post(ONE, NEW | {"viec": "xem-thu"})
    assert (seen.status_code, waiting()) == (200, [])
    assert "We got H26.00070-260105-0001" in words(seen)
    assert 'value="Đã nhận {{ code }}"' in seen.content.decode()


@pytest.mark.parametrize("way", ["gui", "xem-thu"])
@pytest.mark.parametrize(
    ("place", "typed", "said"),
    [
        ("text.vi", "Chào {{ ten }}", "không có dữ kiện ten"),
        ("text.en", "", "còn thiếu"),
        ("subject.vi", "{{ code", "dấu ngoặc viết sai"),
        ("short.vi", "rất dài " * 50, "hãy rút còn 2"),
        ("subject.en", "a\ab", "ký tự điều khiển"),
        ("text.vi", "x" * 100_000, "nhiều nhất 4000 ký tự"),
    ],
)
def test_bad_words_are_refused_and_kept(writer, way, place, typed, said):
    answer = writer.post(ONE, NEW | {place: typed, "viec": way})
    assert (answer.status_code, waiting()) == (400, [])
    assert said in words(answer)
    assert f'href="#{place}"' in answer.content.decode()
    assert typed.strip() in answer.content.decode()
    assert NEW["short.en"] in answer.content.decode()


@pytest.mark.parametrize("day", ["", "x", "2026-03-15", "9999-12-31", "9" * 40])
def test_a_day_that_cannot_be_is_refused(writer, day):
    answer = writer.post(ONE, NEW | {"valid_from": day})
    assert answer.status_code == 400
    assert "Bạn hãy chọn ngày bắt đầu" in words(answer)


def test_the_file_is_one_of_the_library(writer):
    answer = writer.get(f"{ONE}tai-ve/")
    assert answer["Content-Disposition"] == 'attachment; filename="dossier-accepted.yaml"'
    found = templates.load(answer.content.decode(), name="dossier-accepted.yaml")
    assert found == queries.template(CODE, on=TODAY)


def test_a_template_that_is_not_there(writer):
    for address in (f"{LIST}nobody/", f"{LIST}nobody/tai-ve/", f"{LIST}%00/"):
        assert writer.get(address).status_code == 404
