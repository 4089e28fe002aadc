"""An officer asks for a paper; the mother is led to where it is added, adds it, sends it."""

import pytest
from django.urls import reverse
from tests.factories import dossiers
from tests.factories.people import officer
from tests.portal import town
from tests.portal.test_apply import photo

from motcua.dossiers import actions, queries
from motcua.dossiers.values import SupplementItem
from motcua.workflow.values import Move, State

pytestmark = pytest.mark.django_db
ASKED = SupplementItem("birth_notice", "Giấy chứng sinh", "missing", "Chụp cả hai mặt.")


@pytest.fixture
def asked():
    """Give (viewer, client, code) of a dossier for which the notice of birth is asked."""
    town.build()
    viewer, client = town.mother()
    code = dossiers.submitted(viewer)
    actions.perform(
        code=code,
        move=Move.REQUEST_SUPPLEMENT,
        by=officer(),
        at=dossiers.later(hours=1),
        reason="Ảnh chưa đủ",
        items=[ASKED],
    )
    return viewer, client, code


def test_the_dossier_says_what_is_asked_in_the_officers_words(asked):
    _, client, code = asked
    page = client.get(reverse("portal:dossier", args=[code])).content.decode()
    assert "Chụp cả hai mặt." in page
    assert "Bổ sung ngay" in page


def test_the_button_leads_to_the_question_and_the_paper_goes_to_the_officer(asked):
    viewer, client, code = asked
    led = client.post(reverse("portal:supplement", args=[code])).url
    assert led.endswith("/proof/?sua=1#proof.notice")
    address = led.partition("#")[0]
    assert "Chụp cả hai mặt." in client.get(address).content.decode()
    answer = client.post(address, {"proof.kind": "notice", "proof.notice.file": photo()})
    assert "kiem-tra" in answer.url
    assert "Nộp phần bổ sung" in client.get(answer.url).content.decode()
    client.post(answer.url.replace("kiem-tra", "nop"))
    found = queries.dossier(viewer=viewer, code=code, at=dossiers.later(hours=2))
    assert found.state is State.SUBMITTED
    assert [one.field for one in found.attachments] == ["proof.notice"]


def test_a_withdrawal_this_procedure_does_not_know_is_refused_with_a_sentence(asked):
    _, client, code = asked
    assert (
        "Xin rút hồ sơ" not in client.get(reverse("portal:dossier", args=[code])).content.decode()
    )
    answer = client.post(reverse("portal:withdraw", args=[code]), {"reason": "Nộp ở nơi khác"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Không thể “Xin rút hồ sơ”" in page
    assert "Nộp ở nơi khác" in page


def test_nobody_else_sees_it(asked):
    _, _, code = asked
    _, other = town.mother("Lò Thị Mai")
    assert other.get(reverse("portal:dossier", args=[code])).status_code == 404
    assert other.post(reverse("portal:supplement", args=[code])).status_code == 404
