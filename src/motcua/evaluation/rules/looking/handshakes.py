"""The first words of TLS: a ClientHello of our own, and what a server answers to it.

Python's ssl no longer speaks the old versions and ciphers, so it cannot tell whether a server
still does. A ClientHello and the first record of the answer can (RFC 5246 7.4.1, RFC 8446 4.1).
"""

import struct
from dataclasses import dataclass

TLS10, TLS11, TLS12, TLS13 = 0x0301, 0x0302, 0x0303, 0x0304
NUMBERS = {TLS10: 1.0, TLS11: 1.1, TLS12: 1.2, TLS13: 1.3}
"""Versions as one writes them."""

WEAK = {
    0x0001: "RSA_WITH_NULL_MD5",
    0x0002: "RSA_WITH_NULL_SHA",
    0x003B: "RSA_WITH_NULL_SHA256",
    0xC010: "ECDHE_RSA_WITH_NULL_SHA",
    0x0003: "RSA_EXPORT_WITH_RC4_40_MD5",
    0x0008: "RSA_EXPORT_WITH_DES40_CBC_SHA",
    0x0004: "RSA_WITH_RC4_128_MD5",
    0x0005: "RSA_WITH_RC4_128_SHA",
    0xC011: "ECDHE_RSA_WITH_RC4_128_SHA",
    0xC007: "ECDHE_ECDSA_WITH_RC4_128_SHA",
    0x0009: "RSA_WITH_DES_CBC_SHA",
    0x000A: "RSA_WITH_3DES_EDE_CBC_SHA",
    0x0016: "DHE_RSA_WITH_3DES_EDE_CBC_SHA",
    0xC012: "ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",
    0xC008: "ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA",
    0x0018: "DH_anon_WITH_RC4_128_MD5",
    0x001B: "DH_anon_WITH_3DES_EDE_CBC_SHA",
    0x0034: "DH_anon_WITH_AES_128_CBC_SHA",
    0xC018: "ECDH_anon_WITH_AES_128_CBC_SHA",
}
"""Suites that protect nothing today: NULL, export, RC4 (RFC 7465), DES, 3DES, no key of anybody."""

USUAL = (
    *(0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC009, 0xC013, 0xC00A, 0xC014),
    *(0x009E, 0x009F, 0x0033, 0x0039, 0x009C, 0x009D, 0x002F, 0x0035, 0x003C, 0x003D),
)
MODERN = (0x1301, 0x1302, 0x1303)
_GROUPS = (0x001D, 0x0017, 0x0018, 0x0019)
_SIGNATURES = (
    *(0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said first: the version and suite it chose, or 0 and the alert it gave.

    alert  number of the alert, -1 where there was none; `understood` False: no TLS at all
    """

    version: int = 0
    suite: int = 0
    alert: int = -1
    understood: bool = True


def client_hello(version: int, suites: tuple[int, ...], *, name: str, random: bytes) -> bytes:
    """Write a ClientHello of one version only, in its record.

    name    host for Server Name Indication, "" for an address of figures (RFC 6066 3)
    random  32 bytes
    """
    legacy = min(version, TLS12)
    extensions = _extensions(version, name)
    body = (
        struct.pack("!H", legacy)
        + random
        + _short(random if version == TLS13 else b"")
        + _long(b"".join(struct.pack("!H", one) for one in suites))
        + _short(b"\x00")
        + _long(extensions)
    )
    message = b"\x01" + len(body).to_bytes(3, "big") + body
    return struct.pack("!BH", 0x16, min(version, TLS10)) + _long(message)


def _extensions(version: int, name: str) -> bytes:
    told = []
    if name:
        told.append(_extension(0, _long(b"\x00" + _long(name.encode("idna")))))
    told.append(_extension(10, _long(_numbers(_GROUPS))))
    told.append(_extension(11, _short(b"\x00")))
    if version >= TLS12:
        told.append(_extension(13, _long(_numbers(_SIGNATURES))))
    if version == TLS13:
        told.append(_extension(43, _short(struct.pack("!H", TLS13))))
        # An empty list of keys: the server answers with HelloRetryRequest, which is answer enough.
        told.append(_extension(51, _long(b"")))
    else:
        told.append(_extension(0xFF01, _short(b"")))
    return b"".join(told)


def _extension(kind: int, content: bytes) -> bytes:
    return struct.pack("!H", kind) + _long(content)


def _numbers(values: tuple[int, ...]) -> bytes:
    return b"".join(struct.pack("!H", one) for one in values)


def _short(content: bytes) -> bytes:
    return bytes([len(content)]) + content


def _long(content: bytes) -> bytes:
    return struct.pack("!H", len(content)) + content


def wanted(start: bytes) -> int:
    """Say how many bytes of an answer are needed to read its first record, at least 5."""
    return 5 if len(start) < 5 else 5 + min(int.from_bytes(start[3:5], "big"), 1 << 14)


def reply(answer: bytes) -> Reply:
    """Read the first record of an answer; whatever it is, nothing is raised."""
    if len(answer) < 7 or answer[0] not in {0x15, 0x16} or answer[1] != 3:
        return Reply(understood=False)
    if answer[0] == 0x15:
        return Reply(alert=answer[6])
    return _hello(answer[5 : wanted(answer)])


def _hello(message: bytes) -> Reply:
    if len(message) < 41 or message[0] != 2:
        return Reply(understood=False)
    version = int.from_bytes(message[4:6], "big")
    after = 39 + message[38]
    if len(message) < after + 3:
        return Reply(understood=False)
    suite = int.from_bytes(message[after : after + 2], "big")
    return Reply(version=_chosen(message[after + 3 :], version), suite=suite)


def _chosen(rest: bytes, version: int) -> int:
    """Give the version that the extension supported_versions names (RFC 8446 4.2.1)."""
    place, end = 2, min(len(rest), 2 + int.from_bytes(rest[:2], "big"))
    while place + 4 <= end:
        kind, length = struct.unpack_from("!HH", rest, place)
        if kind == 43 and length == 2 and place + 6 <= end:
            return int.from_bytes(rest[place + 4 : place + 6], "big")
        place += 4 + length
    return version
