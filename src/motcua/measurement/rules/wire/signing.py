"""A portal's signature over what it sends: HMAC-SHA-256 with its secret, good for five minutes."""

import hmac
from collections.abc import Mapping
from datetime import UTC, datetime

from motcua.measurement.rules.wire import reading
from motcua.measurement.rules.wire.hearing import Heard, Sites
from motcua.measurement.rules.wire.reading import Unfit
from motcua.measurement.rules.wire.refusals import Reason
from motcua.measurement.values.sites import Site

SITE = "motcua-site"
TIMESTAMP = "motcua-timestamp"
SIGNATURE = "motcua-signature"


def sign(secret: str, timestamp: int, body: bytes) -> str:
    """Give the `Motcua-Signature` of a body at a Unix time: `sha256=` and 64 hex digits."""
    told = b"%d." % timestamp + body
    return f"sha256={hmac.digest(secret.encode(), told, 'sha256').hex()}"


def signer(body: bytes, headers: Mapping[str, str], heard: Heard, *, sites: Sites) -> Site:
    """Find the portal that signed `body`; raise Unfit where none did, or not now."""
    told = {name.lower(): value.strip() for name, value in headers.items()}
    try:
        site = reading.site_of(told.get(SITE, ""), sites, heard.at)
    except Unfit as unfit:
        raise Unfit(unfit.reason, "Motcua-Site") from None
    stamp = told.get(TIMESTAMP, "")
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= 11):
        raise Unfit(Reason.SIGNATURE, "Motcua-Timestamp")
    signature = told.get(SIGNATURE, "").encode("utf-8", "replace")
    fits = hmac.compare_digest(sign(site.secret, int(stamp), body).encode(), signature)
    if not (site.secret and fits):
        raise Unfit(Reason.SIGNATURE, "Motcua-Signature")
    if abs(datetime.fromtimestamp(int(stamp), UTC) - heard.at) > reading.SKEW:
        raise Unfit(Reason.STALE, "Motcua-Timestamp")
    return site
