"""Pages of sharing the work: what is typed stays, what is done shows on the dossier."""

import pytest
from tests.factories import people
from tests.factories.dossiers import draft, later, submitted

from motcua.dossiers import actions
from motcua.dossiers.actions.opinions import ask
from motcua.dossiers.models import Dossier, HandOver, InboxRow, Opinion
from motcua.dossiers.values import Channel
from motcua.identity.values import Role
from motcua.kernel.calendar import Duration
from motcua.workflow.values import Move

HERE, THERE, POLICE = "H26.00070", "H26.00004", "H26.CA.00070"
QUESTION = "Xác minh nơi cư trú giúp chúng tôi"


@pytest.fixture
def reception(ward):
    return people.officer(Role.RECEPTIONIST)


@pytest.fixture
def clerk(ward):
    return people.officer(Role.CASE_OFFICER)


@pytest.fixture
def leader(ward):
    return people.officer(Role.APPROVER)


@pytest.fixture
def code(mother, reception):
    found = submitted(mother)
    actions.perform(code=found, move=Move.ACCEPT, by=reception, at=later(hours=1))
    return found


def _page(viewer, address):
    answer = people.logged_in(viewer).get(f"/ban-lam-viec/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


def _post(viewer, address, **typed):
    answer = people.logged_in(viewer).post(f"/ban-lam-viec/{address}", typed)
    return answer.status_code, answer.content.decode()


@pytest.mark.shows("CN14")
def test_the_head_gives_a_dossier_on_a_page(code, clerk, leader):
    assert "Chưa giao cho ai." in _page(leader, f"ho-so/{code}/")
    assert clerk.name in _page(leader, f"ho-so/{code}/giao/")
    assert _post(leader, f"ho-so/{code}/giao/", **{"can-bo": ""})[0] == 400
    assert _post(leader, f"ho-so/{code}/giao/", **{"can-bo": str(clerk.key)})[0] == 302
    assert InboxRow.objects.get(code=code).officer_key == clerk.key
    status, page = _post(clerk, f"ho-so/{code}/giao/", **{"can-bo": str(leader.key)})
    assert (status, "Chỉ lãnh đạo mới giao" in page) == (409, True)


@pytest.mark.shows("CN15")
class TestOpinions:
    def _typed(self, **changed):
        return {"co-quan": POLICE, "noi-dung": QUESTION, "so": "2", "don-vi": "ngay", **changed}

    def test_what_was_typed_stays_when_it_is_refused(self, code, clerk):
        status, page = _post(clerk, f"ho-so/{code}/hoi-y-kien/", **self._typed(so="900"))
        assert (status, QUESTION in page) == (409, True)
        assert _post(clerk, f"ho-so/{code}/hoi-y-kien/", **self._typed(**{"co-quan": ""}))[0] == 400
        odd = self._typed(**{"co-quan": "H26.\0"})
        assert _post(clerk, f"ho-so/{code}/hoi-y-kien/", **odd)[0] == 400

    def test_it_is_asked_and_answered_on_pages(self, code, clerk):
        police = people.officer(Role.COORDINATOR, POLICE)
        assert _post(clerk, f"ho-so/{code}/hoi-y-kien/", **self._typed())[0] == 302
        key = Opinion.objects.get().key
        assert code in _page(police, "y-kien/")
        assert "Trần Ánh Dương" in _page(police, f"y-kien/{key}/")

        assert _post(police, f"y-kien/{key}/", **{"y-kien": "perhaps"})[0] == 400
        answer = {"y-kien": "agree", "noi-dung": "Đúng như khai"}
        assert _post(police, f"y-kien/{key}/", **answer)[0] == 302
        shown = _page(clerk, f"ho-so/{code}/")
        assert "Đúng như khai" in shown
        assert "Đồng ý" in shown

    def test_proposing_while_one_is_awaited_asks_first(self, code, clerk):
        two_days = Duration.parse("2 ngày làm việc")
        ask(
            code=code, agency_code=POLICE, question="?", limit=two_days, by=clerk, at=later(hours=2)
        )
        actions.draft_result(code=code, by=clerk, at=later(hours=2))
        status, page = _post(clerk, f"ho-so/{code}/buoc/", buoc="propose")
        assert (status, "Còn 1 ý kiến chưa trả lời" in page) == (409, True)
        assert _post(clerk, f"ho-so/{code}/buoc/", buoc="propose", **{"da-biet": "yes"})[0] == 302
        assert Dossier.objects.get(code=code).step == "signing"


@pytest.mark.shows("CN14")
def test_an_absence_is_entered_and_ended_on_a_page(clerk, reception):
    typed = {"nguoi-vang": str(clerk.key), "lam-thay": str(reception.key)}
    for name in ("tu-ngay", "den-ngay"):
        typed |= {f"{name}.day": "1", f"{name}.month": "3", f"{name}.year": "2030"}
    status, page = _post(clerk, "vang-mat/", **typed | {"tu-ngay.day": "31", "den-ngay.month": "2"})
    assert (status, "31" in page) == (409, True)
    assert _post(clerk, "vang-mat/", **typed | {"tu-ngay.month": "13"})[0] == 400
    assert _post(clerk, "vang-mat/", **typed)[0] == 302
    assert "01/03/2030" in _page(reception, "vang-mat/")


@pytest.mark.shows("O6")
def test_a_business_administrator_binds_functions_on_a_page(ward):
    admin = people.officer(Role.PROCEDURE_ADMIN)
    assert "Đang theo mặc định." in _page(admin, "chuc-nang/")
    status, page = _post(admin, "chuc-nang/", **{"co-quan": HERE, "clerk": ["approver"]})
    assert (status, "chưa có vai trò nào" in page) == (409, True)
    names = ("reception", "case_officer", "unit_head", "leader", "clerk", "finance")
    every = {name: ["approver"] for name in names}
    assert _post(admin, "chuc-nang/", **{"co-quan": HERE, **every})[0] == 302
    assert "Đang có lựa chọn riêng." in _page(admin, "chuc-nang/")
    assert _post(admin, "chuc-nang/", **{"co-quan": HERE, "lam": "mac-dinh", **every})[0] == 302
    assert "Đang theo mặc định." in _page(admin, "chuc-nang/")


@pytest.mark.shows("CN12")
def test_a_batch_is_made_and_confirmed_on_pages(ward, reception):
    there = people.officer(Role.RECEPTIONIST, THERE)
    code = submitted(there, channel=Channel.COUNTER)

    assert code in _page(there, "ban-giao/")
    assert _post(there, "ban-giao/", lo=f"{THERE}>{HERE}")[0] == 409
    typed = {"lo": f"{THERE}>{HERE}", "ho-so": code, f"giay-to:{code}": "Giấy chứng sinh"}
    assert _post(there, "ban-giao/", **typed)[0] == 302
    batch = HandOver.objects.get()
    assert "Giấy chứng sinh" in _page(reception, f"ban-giao/{batch.key}/")
    assert _post(reception, f"ban-giao/{batch.key}/", thieu=code)[0] == 409
    assert _post(reception, f"ban-giao/{batch.key}/")[0] == 302
    assert Dossier.objects.get(code=code).handed_over_at is not None


@pytest.mark.shows("CN18")
def test_the_applicant_chooses_where_the_result_is_fetched(mother):
    people.agency(THERE)
    key = draft(mother)
    browser = people.logged_in(mother)
    assert THERE in browser.get(f"/to-khai/{key}/kiem-tra/").content.decode()
    answer = browser.post(f"/to-khai/{key}/nop/", {"noi-nhan": THERE})
    assert answer.status_code == 302
    assert Dossier.objects.get().return_code == THERE
