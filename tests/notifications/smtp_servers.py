"""Real SMTP servers on this machine, good and bad."""

import socket
from contextlib import contextmanager
from threading import Thread

from aiosmtpd.controller import Controller


class Inbox:
    """Takes everything, or answers as it is told."""

    def __init__(self, *, rcpt="250 OK", data="250 OK"):
        self.mails = []
        self.rcpt, self.data = rcpt, data

    async def handle_RCPT(self, server, session, envelope, *told):  # noqa: N802 -- aiosmtpd
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(told[0])
        return self.rcpt

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 -- aiosmtpd
        if self.data.startswith("250"):
            self.mails.append(envelope)
        return self.data


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def smtp_server(**answers):
    """Start a server that keeps what it takes; gives its inbox and port."""
    inbox = Inbox(**answers)
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield inbox, controller.port
    finally:
        controller.stop()


@contextmanager
def bad_server(*, says=b"", closes=False):
    """Start a server that says a few bytes to each caller, then hangs or hangs up."""
    callers = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                caller.sendall(says)
                if closes:
                    caller.close()
                else:
                    callers.append(caller)

        thread = Thread(target=answer)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
    for caller in callers:
        caller.close()
