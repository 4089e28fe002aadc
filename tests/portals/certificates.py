"""Certificates for this machine's own addresses, made when first asked for."""

import atexit
import base64
import ipaddress
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from tests.portals.thirds import HOSTS

NAMES = ("localhost", "*.localhost", *HOSTS)


@dataclass(frozen=True, slots=True)
class Certificates:
    """Files in PEM; each of `good` and `expired` holds key, certificate and its issuer."""

    authority: Path
    good: Path
    expired: Path
    fingerprint: str
    """SHA-256 of the good certificate's public key, for `--ignore-certificate-errors-spki-list`."""


@cache
def certificates(now: datetime | None = None) -> Certificates:
    """Make an authority, a good certificate and an expired one, in a folder of their own."""
    moment = now or datetime.now(tz=UTC)  # noqa: TID251 -- certificates must hold today
    folder = Path(mkdtemp(prefix="motcua-portals-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = _root(root_key, moment)
    authority = folder / "authority.pem"
    authority.write_bytes(_pem(root))
    made = {}
    spans = {"good": (-1, 300), "expired": (-400, -10)}
    for name, (begun, ended) in spans.items():
        # RSA, so that a server with old protocols has a cipher to speak.
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        one = _leaf(key.public_key(), root, root_key, span=(moment, begun, ended))
        made[name] = (folder / f"{name}.pem", key.public_key())
        private = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        made[name][0].write_bytes(private + _pem(one) + _pem(root))
    public = made["good"][1].public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    fingerprint = base64.b64encode(sha256(public).digest()).decode()
    return Certificates(authority, made["good"][0], made["expired"][0], fingerprint)


def _root(key, moment: datetime) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Gallery of portals, tests only")])
    begun, ended = moment - timedelta(days=800), moment + timedelta(days=800)
    return (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(begun)
        .not_valid_after(ended)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(_usage(signing=True), critical=True)
        .sign(key, hashes.SHA256())
    )


def _leaf(public, root: x509.Certificate, root_key, *, span) -> x509.Certificate:
    moment, begun, ended = span
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    own = [*map(x509.DNSName, NAMES), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    return (
        x509.CertificateBuilder(root.subject, name, public, x509.random_serial_number())
        .not_valid_before(moment + timedelta(days=begun))
        .not_valid_after(moment + timedelta(days=ended))
        .add_extension(x509.SubjectAlternativeName(own), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_usage(signing=False), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()),
            critical=False,
        )
        .sign(root_key, hashes.SHA256())
    )


def _usage(*, signing: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_encipherment=not signing,
        key_cert_sign=signing,
        crl_sign=signing,
        content_commitment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(one: x509.Certificate) -> bytes:
    return one.public_bytes(serialization.Encoding.PEM)
