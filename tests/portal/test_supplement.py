"""An officer asks for a paper; the mother is led to where it is added, adds it, sends it."""

import re

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
    overview = client.get(answer.url).content.decode()
    assert "Nộp phần bổ sung" in overview
    assert "Đã sửa" in overview
    client.post(answer.url.replace("bo-sung", "nop"))
    found = queries.dossier(viewer=viewer, code=code, at=dossiers.later(hours=2))
    assert found.state is State.SUBMITTED
    assert [one.field for one in found.attachments] == ["proof.notice"]


def test_several_things_are_listed_and_what_is_right_is_put_aside():
    town.build()
    viewer, client = town.mother()
    code = dossiers.submitted(viewer)
    name = SupplementItem("child.full_name", "Tên con", "incorrect", "Viết như giấy chứng sinh.")
    ask = {"by": officer(), "at": dossiers.later(hours=1), "reason": "Chưa khớp"}
    actions.perform(code=code, move=Move.REQUEST_SUPPLEMENT, items=[ASKED, name], **ask)

    overview = client.post(reverse("portal:supplement", args=[code])).url
    page = client.get(overview).content.decode()
    field = client.get(re.search(r'href="([^"]*/child/\?sua=1)#child.full_name"', page)[1])

    assert page.count("Chưa sửa") == 2
    assert page.index("Không phải sửa") > page.index("Viết như giấy chứng sinh.")
    assert "Chưa đúng: Viết như giấy chứng sinh." in page
    body = field.content.decode()
    asked_at = body.index('data-field="child.full_name"')
    assert "Viết như giấy chứng sinh." in body[asked_at : asked_at + 400]


def test_asking_to_withdraw_needs_a_reason_and_stays_on_the_page(asked):
    viewer, client, code = asked
    page = client.get(reverse("portal:dossier", args=[code])).content.decode()
    assert "Xin rút hồ sơ" in page
    empty = client.post(reverse("portal:withdraw", args=[code]), {"reason": " "})
    assert empty.status_code == 422
    assert "Bạn chưa ghi lý do" in empty.content.decode()
    client.post(reverse("portal:withdraw", args=[code]), {"reason": "Nộp ở nơi khác"})
    found = queries.dossier(viewer=viewer, code=code, at=dossiers.later(hours=2))
    assert found.state is State.WITHDRAW_REQUESTED


def test_nobody_else_sees_it(asked):
    _, _, code = asked
    _, other = town.mother("Lò Thị Mai")
    assert other.get(reverse("portal:dossier", args=[code])).status_code == 404
    assert other.post(reverse("portal:supplement", args=[code])).status_code == 404
