"""What a server still speaks, and what certificate it shows."""

import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.evaluation.probes.security.tls import MOMENT, certificate, listening, speaking

from motcua.evaluation.probes.security import connection
from motcua.evaluation.probes.security.connection import Door
from motcua.evaluation.probes.security.portal import certified
from motcua.evaluation.rules.looking import certificates
from motcua.evaluation.rules.looking.handshakes import TLS10, TLS11, TLS12, TLS13

OLD = "ALL:eNULL:@SECLEVEL=0"


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1 is deprecated")
@pytest.mark.parametrize(
    ("how", "versions"),
    [
        ({}, [TLS12, TLS13]),
        ({"most": "TLSv1_2"}, [TLS12]),
        ({"least": "TLSv1_3"}, [TLS13]),
        ({"least": "TLSv1", "ciphers": OLD}, [TLS10, TLS11, TLS12, TLS13]),
    ],
)
def test_the_versions_that_a_server_accepts(how, versions):
    with listening(speaking(**how)) as door:
        assert connection.versions(door) == versions


def test_weak_ciphers_are_named_one_by_one():
    with listening(speaking(most="TLSv1_2", ciphers=OLD)) as door:
        weak = connection.weak_ciphers(door)
    assert "RSA_WITH_NULL_SHA256" in weak
    assert len(weak) == len(set(weak)) > 1


def test_a_server_of_today_has_no_weak_cipher():
    with listening(speaking()) as door:
        assert connection.weak_ciphers(door) == []


def test_a_server_that_speaks_no_tls_accepts_no_version():
    with listening(None) as door:
        assert connection.versions(door) == []


def test_nobody_there_is_an_error_and_no_answer():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(OSError, match="refused"):
        connection.versions(Door("127.0.0.1", port))


def test_who_drips_an_answer_byte_by_byte_has_no_longer(monkeypatch):
    monkeypatch.setattr(connection, "SECONDS", 0.5)
    over = threading.Event()

    def drip(door):
        line, _ = door.accept()
        with line, suppress(OSError):
            while not over.wait(0.1):
                line.sendall(b"\x16")

    with socket.create_server(("127.0.0.1", 0)) as door:
        dripping = threading.Thread(target=drip, args=(door,), daemon=True)
        dripping.start()
        with pytest.raises(TimeoutError):
            connection.say(Door("127.0.0.1", door.getsockname()[1]), b"x")
        over.set()
        dripping.join()


def test_a_certificate_signed_by_itself_is_read_and_refused():
    with listening(speaking()) as door:
        shown = connection.certificate(door)
    assert "self" in shown.refused
    assert shown.certificate is not None
    assert shown.certificate.names == ("127.0.0.1",)
    assert shown.certificate.self_signed


def test_a_certificate_of_an_authority_that_is_trusted_is_not_refused():
    trusted = ssl.create_default_context(cafile=str(certificate()))
    with listening(speaking()) as door:
        shown = connection.certificate(door, trusted)
    assert shown.refused == ""
    assert shown.certificate is not None


def _facts(change=None, refused=""):
    der = ssl.PEM_cert_to_DER_cert(
        "-----BEGIN CERT" + certificate().read_text().partition("-----BEGIN CERT")[2]
    )
    one = certificates.read(der)
    assert one is not None
    one = replace(one, self_signed=False, ends_at=MOMENT + timedelta(days=90), **(change or {}))
    shown = connection.Shown(one, refused)
    told = certified("https://127.0.0.1/", "127.0.0.1", shown=shown, at=MOMENT)
    return {
        item.fact.partition(".")[2]: (item.value, [place.rule for place in item.places])
        for item in told
    }


@pytest.mark.parametrize(
    ("change", "refused", "fact", "told"),
    [
        ({}, "", "certificate", (True, [])),
        ({}, "certificate has expired", "certificate", (False, ["refused"])),
        ({"names": ("a.vn",)}, "", "certificate", (False, ["name"])),
        ({}, "", "certificate_days", (90, [])),
        ({}, "", "certificate_strength", (True, [])),
        ({"weak": "sha1"}, "", "certificate_strength", (False, ["weak"])),
    ],
)
def test_what_is_told_of_a_certificate(*, change, refused, fact, told):
    assert _facts(change, refused)[fact] == told


def test_a_short_key_is_weak():
    der = ssl.PEM_cert_to_DER_cert(
        "-----BEGIN CERT" + certificate(bits=1024).read_text().partition("-----BEGIN CERT")[2]
    )
    one = certificates.read(der)
    assert one is not None
    assert one.weak == "RSA 1024"
    assert certificates.read(b"no certificate") is None
