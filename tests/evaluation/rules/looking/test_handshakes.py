"""The first words of TLS, byte by byte."""

import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.looking import handshakes
from motcua.evaluation.rules.looking.handshakes import (
    TLS10,
    TLS12,
    TLS13,
    Reply,
    client_hello,
    reply,
    wanted,
)

RANDOM = bytes(range(32))


def _server_hello(version: int, suite: int, extensions: bytes = b"") -> bytes:
    body = version.to_bytes(2, "big") + RANDOM + b"\x00" + suite.to_bytes(2, "big") + b"\x00"
    if extensions:
        body += len(extensions).to_bytes(2, "big") + extensions
    message = b"\x02" + len(body).to_bytes(3, "big") + body
    return b"\x16\x03\x03" + len(message).to_bytes(2, "big") + message


@pytest.mark.parametrize("version", [TLS10, 0x0302, TLS12, TLS13])
def test_a_hello_is_as_long_as_it_says(version):
    hello = client_hello(version, (0xC02F, 0x002F), name="dichvucong.gov.vn", random=RANDOM)
    assert hello[0] == 0x16
    assert len(hello) == wanted(hello)
    assert int.from_bytes(hello[6:9], "big") == len(hello) - 9
    assert b"dichvucong.gov.vn" in hello


def test_an_address_of_figures_is_not_named():
    named = client_hello(TLS12, (0xC02F,), name="a.vn", random=RANDOM)
    bare = client_hello(TLS12, (0xC02F,), name="", random=RANDOM)
    assert len(named) - len(bare) == 4 + 2 + 1 + 2 + len("a.vn")


def test_a_real_server_understands_it():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    read, written = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = context.wrap_bio(read, written, server_side=True)
    read.write(client_hello(TLS12, handshakes.USUAL, name="a.vn", random=RANDOM))
    with pytest.raises(ssl.SSLError):
        server.do_handshake()  # it has no certificate, and says so in an alert of TLS
    assert reply(written.read()).alert == 40


def test_a_server_hello_is_read():
    assert reply(_server_hello(TLS10, 0x002F)) == Reply(version=TLS10, suite=0x002F)
    newest = b"\x00\x2b\x00\x02\x03\x04"
    assert reply(_server_hello(TLS12, 0x1301, newest)).version == TLS13


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x16\x03\x03\x00\x02\x02\x00", b"\x00" * 99],
)
def test_what_is_no_tls_is_told(answer):
    assert reply(answer) == Reply(understood=False)


def test_an_alert_is_a_refusal():
    assert reply(b"\x15\x03\x01\x00\x02\x02\x46") == Reply(alert=0x46)


@given(st.binary(max_size=300))
def test_no_answer_fells_the_reader(answer):
    assert reply(b"\x16\x03\x03" + answer).version >= 0
    assert 5 <= wanted(answer) <= 5 + (1 << 14)
