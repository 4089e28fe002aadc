"""Certificates: for which names, until when, how strong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa

LEAST_RSA, LEAST_CURVE = 2048, 224
"""Bits of a key below which it is weak (NIST SP 800-131A)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What a certificate says; `weak` names what is too weak in it, "" where nothing is."""

    subject: str
    issuer: str
    names: tuple[str, ...]
    begins_at: datetime
    ends_at: datetime
    signature: str
    key: str
    weak: str
    self_signed: bool


def read(der: bytes) -> Certificate | None:
    """Read a certificate in DER; None where it is none."""
    try:
        one = x509.load_der_x509_certificate(der)
        signature = one.signature_hash_algorithm.name if one.signature_hash_algorithm else "none"
        key, weak = _key(one)
        return Certificate(
            subject=one.subject.rfc4514_string(),
            issuer=one.issuer.rfc4514_string(),
            names=_names(one),
            begins_at=one.not_valid_before_utc,
            ends_at=one.not_valid_after_utc,
            signature=signature,
            key=key,
            weak=signature if signature in {"md5", "sha1"} else weak,
            self_signed=one.subject == one.issuer,
        )
    except (ValueError, TypeError, x509.DuplicateExtension):
        return None


def _key(one: x509.Certificate) -> tuple[str, str]:
    key = one.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        name = f"RSA {key.key_size}"
        return name, name if key.key_size < LEAST_RSA else ""
    if isinstance(key, ec.EllipticCurvePublicKey):
        name = f"EC {key.curve.name}"
        return name, name if key.key_size < LEAST_CURVE else ""
    if isinstance(key, dsa.DSAPublicKey):
        return "DSA", "DSA"
    return type(key).__name__.replace("PublicKey", ""), ""


def _names(one: x509.Certificate) -> tuple[str, ...]:
    try:
        san = one.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    hosts = [name.lower() for name in san.get_values_for_type(x509.DNSName)]
    numbers = [str(number) for number in san.get_values_for_type(x509.IPAddress)]
    return tuple(hosts + numbers)


def names_host(names: Iterable[str], host: str) -> bool:
    """Say whether a certificate for `names` is one for `host` (RFC 9525 6: one label a star)."""
    try:
        number = str(ip_address(host))
    except ValueError:
        number = ""
    if number:
        return number in names
    host = host.lower().rstrip(".")
    first, _, rest = host.partition(".")
    return any(
        name == host or (name.startswith("*.") and rest != "" and name[2:] == rest and first != "")
        for name in names
    )


def days_left(one: Certificate, at: datetime) -> int:
    """Count the whole days until it ends; negative once it has ended."""
    return (one.ends_at - at.astimezone(UTC)).days
