"""Bundles: one submission, a dossier for each service, each in its turn, told honestly."""

import pytest
from tests.factories import dossiers, people
from tests.factories.dossiers import BIRTH, EXTRACT, MORNING, birth_answers, later
from tests.procedures.bundle import BUNDLE, folder
from tests.procedures.changed import folder as of_library
from tests.procedures.changed import written

from motcua.dossiers import actions, queries
from motcua.dossiers.actions.bundling import go_on
from motcua.dossiers.models import BundlePart, Dossier
from motcua.dossiers.values import SupplementItem
from motcua.journal import queries as journal
from motcua.payments.values import Method
from motcua.procedures.actions import publish
from motcua.workflow.values import Move, State

pytestmark = pytest.mark.shows("CN07")


@pytest.fixture
def bundle(ward, tmp_path):
    for code in (BIRTH, EXTRACT):
        written(of_library(code), tmp_path)
    publish(folder=written(folder(), tmp_path), at=MORNING)


def _apply(by, **changed):
    answers = birth_answers(**{"copies.count": 1, **changed})
    return dossiers.submitted(by, service=BUNDLE, answers=answers)


def _parts(code, viewer):
    seen = queries.bundle(viewer=viewer, code=code)
    return {part.name: (part.code, part.label.vi) for part in seen.parts}


def _part(code, service):
    part = BundlePart.objects.select_related("child").get(parent__code=code, service_code=service)
    return part.child.code if part.child else ""


def _perform(code, move, by, *, hours=1, **how):
    actions.perform(code=code, move=move, by=by, at=later(hours=hours), **how)
    go_on(code=code, at=later(hours=hours))


def _settle(code, *officers):
    reception, clerk, leader = officers
    _perform(code, Move.ACCEPT, reception)
    actions.draft_result(code=code, by=clerk, at=later(hours=2))
    _perform(code, Move.PROPOSE, clerk, hours=2)
    _perform(code, Move.RESOLVE, leader, hours=3)


class TestOneSubmission:
    def test_it_opens_the_bundle_and_the_first_part_at_once(self, bundle, mother):
        code = _apply(mother)

        first = _part(code, BIRTH)
        assert Dossier.objects.get(code=code).state == State.IN_PROCESS.value
        assert Dossier.objects.get(code=first).applicant_name == "Nguyễn Thị Hậu"
        assert _parts(code, mother) == {
            "Đăng ký khai sinh": (first, "Mới đăng ký"),
            "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh": ("", "Chờ"),
        }

    def test_pressing_twice_opens_nothing_twice(self, bundle, mother):
        key = dossiers.draft(mother, service=BUNDLE, answers=birth_answers(**{"copies.count": 1}))
        codes = {actions.submit(draft=key, by=mother, at=MORNING) for _ in range(2)}
        assert len(codes) == 1
        assert Dossier.objects.count() == 2

    def test_what_was_not_asked_for_is_no_part(self, bundle, mother):
        code = _apply(mother, **{"copies.count": 0})
        assert [part.name for part in queries.bundle(viewer=mother, code=code).parts] == [
            "Đăng ký khai sinh"
        ]


class TestOneAfterTheOther:
    def test_a_result_opens_the_next_and_feeds_it(self, bundle, mother, reception, clerk, leader):
        code = _apply(mother)
        first = _part(code, BIRTH)

        _settle(first, reception, clerk, leader)

        second = Dossier.objects.get(code=_part(code, EXTRACT))
        number = queries.dossier(viewer=mother, code=first, at=MORNING).documents[-1].number
        assert second.answers["register.number"] == number
        assert second.answers["register.on"] == "2026-03-16"
        assert second.answers["copies.count"] == 2
        assert second.applicant_id == mother.key

    def test_hearing_twice_opens_it_once(self, bundle, mother, reception, clerk, leader):
        code = _apply(mother)
        _settle(_part(code, BIRTH), reception, clerk, leader)
        second = _part(code, EXTRACT)
        go_on(code=_part(code, BIRTH), at=later(hours=5))
        assert _part(code, EXTRACT) == second

    def test_the_bundle_ends_when_every_part_has(self, bundle, mother, reception, clerk, leader):
        code = _apply(mother)
        for service in (BIRTH, EXTRACT):
            part = _part(code, service)
            _settle(part, reception, clerk, leader)
            assert Dossier.objects.get(code=code).ended_at is None
            owed = queries.dossier(viewer=reception, code=part, at=MORNING).bill.outstanding
            cash = {"amount": owed, "method": Method.CASH}
            actions.record_payment(code=part, by=reception, at=later(hours=4), **cash)
            _perform(part, Move.RETURN_RESULT, reception, hours=5)

        row = Dossier.objects.get(code=code)
        assert row.state == State.RETURNED.value
        rows = row.result["sections"][0]["rows"]
        assert [line["value"].split(": ")[1] for line in rows] == ["Đã trả kết quả"] * 2


class TestHonestly:
    def test_what_cannot_come_is_told_and_the_bundle_ends(self, bundle, mother, reception):
        code = _apply(mother)
        first = _part(code, BIRTH)

        _perform(first, Move.REFUSE, reception, reason="Sai thẩm quyền")

        seen = queries.bundle(viewer=mother, code=first)
        assert [part.label.vi for part in seen.parts] == ["Không được tiếp nhận", "Không mở được"]
        assert "cần kết quả của “Đăng ký khai sinh”" in seen.parts[1].problem.vi
        assert seen.state is State.RETURNED
        row = Dossier.objects.get(code=code)
        kinds = [entry.kind for entry in journal.history(f"dossier:{row.key}")]
        assert kinds.count("dossier.bundle_went_on") == 2

    def test_a_stranger_sees_nothing(self, bundle, mother):
        assert queries.bundle(viewer=people.citizen(), code=_apply(mother)) is None

    def test_an_ordinary_dossier_is_no_bundle(self, bundle, mother):
        assert queries.bundle(viewer=mother, code=dossiers.submitted(mother)) is None

    def test_a_part_is_supplemented_on_its_own_form(self, bundle, mother, reception):
        first = _part(_apply(mother), BIRTH)
        ask = [SupplementItem("child.full_name", "Họ tên", "incorrect", "")]
        actions.perform(
            code=first,
            move=Move.REQUEST_SUPPLEMENT,
            by=reception,
            at=later(hours=1),
            reason="Sai tên",
            items=ask,
        )
        key = actions.start_supplement(code=first, by=mother, at=later(hours=2))
        assert queries.draft(viewer=mother, key=key).service_code == BIRTH


class TestPages:
    def test_one_view_of_it_all_for_the_applicant(self, bundle, mother, client):
        code = _apply(mother)
        browser = people.logged_in(mother)

        page = browser.get(f"/ho-so/{code}/lien-thong/").content.decode()

        assert "Đã xong 0 trên 2 việc" in page
        assert f"/ho-so/{_part(code, BIRTH)}/" in page
        assert "được bắt đầu khi có kết quả của: Đăng ký khai sinh" in page
        own = browser.get(f"/ho-so/{_part(code, BIRTH)}/").content.decode()
        assert f"/ho-so/{code}/lien-thong/" in own
        assert (
            people.logged_in(people.citizen()).get(f"/ho-so/{code}/lien-thong/").status_code == 404
        )

    def test_one_view_of_it_all_for_the_officer(self, bundle, mother, reception):
        code = _apply(mother)
        address = f"/ban-lam-viec/ho-so/{_part(code, BIRTH)}/"
        page = people.logged_in(reception).get(address).content.decode()
        assert "Nhóm thủ tục liên thông" in page
        assert "Chờ: Đăng ký khai sinh" in page
