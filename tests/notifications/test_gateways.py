"""One contract for every gateway, and what a mail server can do to us."""

import email
import json
from email.policy import default

import pytest
from tests.notifications.smtp_servers import bad_server, free_port, smtp_server

from motcua.notifications.adapters.files import FileGateway
from motcua.notifications.adapters.smtp import SmtpMail, SmtpUrlRefused
from motcua.notifications.ports import NotDelivered
from motcua.notifications.values import Parcel

pytestmark = pytest.mark.once

PARCEL = Parcel(
    key="1", tracking="", to="0912000001", template="t", subject="", text="Chào", data={}
)
MAIL = {
    "key": "17:mail",
    "to": "an@vidu.vn",
    "subject": "Đã nhận được hồ sơ H26.00070-260105-0001",
    "text": "Kính gửi Nguyễn Thị An,\n\nHồ sơ đã được nhận.\n",
}


@pytest.fixture(params=["smtp", "files"])
def gateway(request, tmp_path):
    """A gateway for mail, and a function that reads back what arrived as (to, subject, text)."""
    if request.param == "files":
        yield FileGateway(tmp_path), lambda: [read_file(file) for file in tmp_path.glob("mail/*")]
        return
    with smtp_server() as (inbox, port):
        yield SmtpMail.at("127.0.0.1", port), lambda: [read_mail(mail) for mail in inbox.mails]


def read_file(file):
    content = json.loads(file.read_text())
    return content["to"], content["subject"], content["text"]


def read_mail(envelope):
    message = email.message_from_bytes(envelope.content, policy=default)
    text = message.get_content().replace("\r\n", "\n")
    return envelope.rcpt_tos[0], message["Subject"], text


def test_words_arrive_as_they_were_written(gateway):
    mail, arrived = gateway
    assert mail.send_mail(**MAIL)
    assert arrived() == [(MAIL["to"], MAIL["subject"], MAIL["text"])]


def test_a_mail_sent_again_is_known_by_its_reference(gateway):
    mail, _ = gateway
    first, again = mail.send_mail(**MAIL), mail.send_mail(**MAIL)
    other = mail.send_mail(**{**MAIL, "key": "18:mail"})
    assert first == again != other


def test_a_long_text_arrives_whole(gateway):
    mail, arrived = gateway
    text = "Dòng rất dài " * 400 + "\n.\nmột dấu chấm đứng riêng\n"
    mail.send_mail(**{**MAIL, "text": text})
    assert arrived()[0][2] == text


def test_a_mail_says_that_a_machine_wrote_it():
    with smtp_server() as (inbox, port):
        SmtpMail.at("127.0.0.1", port).send_mail(**MAIL)
    message = email.message_from_bytes(inbox.mails[0].content, policy=default)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["From"] == "Một cửa <tu@motcua.example>"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"rcpt": "550 no such person"}, r"refused the recipient \(550\)"),
        ({"rcpt": "451 come back later"}, r"refused the recipient \(451\)"),
        ({"data": "552 too much"}, "answered 552"),
    ],
)
def test_a_server_that_refuses(answers, words):
    with smtp_server(**answers) as (_, port), pytest.raises(NotDelivered, match=words) as refusal:
        SmtpMail.at("127.0.0.1", port).send_mail(**MAIL)
    assert "an@vidu.vn" not in str(refusal.value)


@pytest.mark.parametrize(
    "behaviour",
    [
        {"closes": True},
        {"says": b"220 hello\r\n", "closes": True},
        {"says": b"421 go away\r\n"},
        {"says": b"\xff\xfe nonsense\r\n"},
        {},
        {"says": b"220 hello\r\n"},
    ],
    ids=["drops", "drops later", "goes away", "nonsense", "hangs", "hangs later"],
)
def test_a_server_that_is_no_use(behaviour):
    with bad_server(**behaviour) as port, pytest.raises(NotDelivered, match="mail server"):
        SmtpMail.at("127.0.0.1", port, timeout=0.2).send_mail(**MAIL)


def test_no_server_at_all():
    with pytest.raises(NotDelivered, match="ConnectionRefusedError"):
        SmtpMail.at("127.0.0.1", free_port()).send_mail(**MAIL)


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://"])
def test_a_url_that_cannot_be_used_is_refused(url):
    with pytest.raises(SmtpUrlRefused, match="MOTCUA_SMTP_URL"):
        SmtpMail(url, sender="a@b.vn")


def test_short_messages_lie_in_their_folders(tmp_path):
    gateway = FileGateway(tmp_path)
    sms, zalo = gateway.send_sms(PARCEL), gateway.send_zalo(PARCEL)
    assert json.loads((tmp_path / sms).read_text())["text"] == "Chào"
    assert json.loads((tmp_path / zalo).read_text())["template"] == "t"
    assert not list(tmp_path.rglob(".*"))


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "sms").write_text("a file stands in the way")
    with pytest.raises(NotDelivered, match="folder"):
        FileGateway(tmp_path).send_sms(PARCEL)
