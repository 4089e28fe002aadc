"""A stand-in for the gateways, running, for one test."""

import threading
from contextlib import contextmanager

from motcua.emulators.messages import Emulator, serve
from motcua.notifications import ports
from motcua.notifications.adapters.files import FileGateway
from motcua.notifications.adapters.sms import SmsGateway
from motcua.notifications.adapters.zalo import ZnsGateway

TEMPLATES = {"dossier.submitted": "400123", "dossier.supplement_requested": "400124"}


@contextmanager
def emulated(**how):
    """Give (the stand-in, an SMS gateway, a Zalo gateway) that speak over real HTTP."""
    emulator = Emulator(**how)
    server = serve(emulator)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    sms = SmsGateway(f"{base}/sms", token="emulated", brand="MOTCUA", timeout=0.2)
    zalo = ZnsGateway(
        f"{base}/message/template", token="emulated", templates=TEMPLATES, timeout=0.2
    )
    try:
        yield emulator, sms, zalo
    finally:
        emulator.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def in_place(folder):
    """Put the stand-in in place of SMS and Zalo, a folder in place of mail."""
    kept = [ports._gateways.mail, ports._gateways.sms, ports._gateways.zalo]
    with emulated() as (emulator, sms, zalo):
        ports.use(mail=FileGateway(folder), sms=sms, zalo=zalo)
        try:
            yield emulator
        finally:
            ports.use(mail=kept[0], sms=kept[1], zalo=kept[2])
