"""Mail through an SMTP server (RFC 5321), in plain text (RFC 5322)."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import parseaddr
from hashlib import sha256
from typing import Self
from urllib.parse import unquote, urlsplit

from motcua.notifications.ports import NotDelivered

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


class SmtpUrlRefused(Exception):
    """MOTCUA_SMTP_URL cannot be used."""


class SmtpMail:
    """Sends through one server, a connection a mail.

    `smtp://` speaks plainly, `smtp+tls://` demands STARTTLS, `smtps://` is TLS from the first byte.
    """

    def __init__(self, url: str, *, sender: str, timeout: float = 10) -> None:
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise SmtpUrlRefused(
                f"MOTCUA_SMTP_URL is {url!r}; it takes smtp://host:port, smtp+tls://user:password@"
                "host:port or smtps://user:password@host:port."
            )
        self._scheme = parts.scheme
        self._host, self._port = parts.hostname, parts.port or PORTS[parts.scheme]
        self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
        self._sender = sender
        self._timeout = timeout

    @classmethod
    def at(cls, host: str, port: int, *, timeout: float = 10) -> Self:
        """Give a plain connection to a server, for tests."""
        return cls(f"smtp://{host}:{port}", sender="Một cửa <tu@motcua.example>", timeout=timeout)

    def send_mail(self, *, key: str, to: str, subject: str, text: str) -> str:
        """Send, and give the Message-ID, which is the same whenever the key is."""
        message = EmailMessage()
        domain = parseaddr(self._sender)[1].rpartition("@")[2] or "localhost"
        message["Message-ID"] = f"<{sha256(key.encode()).hexdigest()[:40]}@{domain}>"
        message["From"], message["To"], message["Subject"] = self._sender, to, subject
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text)
        try:
            with self._connection() as server:
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as refusal:
            code = next(iter(refusal.recipients.values()))[0]
            raise NotDelivered(f"the mail server refused the recipient ({code})") from None
        except smtplib.SMTPResponseException as refusal:
            raise NotDelivered(f"the mail server answered {refusal.smtp_code}") from None
        except (OSError, smtplib.SMTPException) as error:
            raise NotDelivered(f"the mail server failed: {type(error).__name__}") from None
        return str(message["Message-ID"])

    def _connection(self) -> smtplib.SMTP:
        if self._scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self._host,
                self._port,
                timeout=self._timeout,
                context=ssl.create_default_context(),
            )
        else:
            server = smtplib.SMTP(self._host, self._port, timeout=self._timeout)
        if self._scheme == "smtp+tls":
            server.starttls(context=ssl.create_default_context())
        if self._user:
            server.login(self._user, self._password)
        return server
