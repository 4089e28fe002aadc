"""From the dossier's event to the mail in a real server, with nothing faked between."""

import email
from email.policy import default

import pytest
from tests.factories import dossiers, people
from tests.factories.dossiers import MORNING, later, submitted
from tests.notifications.smtp_servers import smtp_server

from motcua.dossiers import actions
from motcua.dossiers.values import SupplementItem
from motcua.identity.values import Role
from motcua.journal.queries import lag
from motcua.journal.tasks import drain
from motcua.notifications import ports
from motcua.notifications.adapters.smtp import SmtpMail
from motcua.workflow.values import Move


@pytest.fixture
def mails(db):
    """The mails that arrived, as (to, subject, text), after the worker has done its work."""
    dossiers.country()
    dossiers.services()
    before = ports._gateways.mail, ports._gateways.sms, ports._gateways.zalo
    with smtp_server() as (inbox, port):
        ports.use(mail=SmtpMail.at("127.0.0.1", port), sms=before[1], zalo=before[2])

        def arrived():
            drain(now=lambda: later(hours=2))
            return [read(mail) for mail in inbox.mails]

        yield arrived
    ports.use(mail=before[0], sms=before[1], zalo=before[2])


def read(envelope):
    message = email.message_from_bytes(envelope.content, policy=default)
    return envelope.rcpt_tos[0], message["Subject"], message.get_content()


def test_a_mother_hears_what_happens_to_her_dossier(mails):
    mother = people.citizen(full_name="Nguyễn Thị Hậu", email="hau@example.vn")
    reception = people.officer(Role.RECEPTIONIST)
    code = submitted(mother)
    to, subject, text = mails()[0]
    assert (to, subject) == ("hau@example.vn", f"Đã nhận được hồ sơ {code}")
    assert "Kính gửi Nguyễn Thị Hậu," in text
    assert f"/ho-so/{code}/" in text
    ask = [SupplementItem("giay-to:birth_notice", "Giấy chứng sinh", "missing", "chụp rõ")]
    actions.perform(
        code=code,
        move=Move.REQUEST_SUPPLEMENT,
        reason="Ảnh mờ.",
        items=ask,
        by=reception,
        at=later(hours=1),
    )
    assert mails()[1][1] == f"Hồ sơ {code} cần bổ sung giấy tờ"
    actions.message(code=code, body="Bạn chụp lại giúp nhé.", by=reception, at=later(hours=1))
    actions.message(code=code, body="Vâng, tôi gửi ngay.", by=mother, at=later(hours=1))
    assert [mail[1] for mail in mails()[2:]] == [f"Cán bộ nhắn bạn về hồ sơ {code}"]
    assert "chụp lại" not in mails()[2][2], "the words stay with the dossier"
    assert lag(MORNING).dead == 0
