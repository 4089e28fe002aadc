"""Networks: a portal on the open network must not lead an audit into the one that it runs in."""

import socket
from contextlib import suppress
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit


def is_inner(address: str) -> bool:
    """Whether an IP address is of a machine's own or of a closed network; False for a name."""
    try:
        one = ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, IPv6Address):
        one = one.ipv4_mapped or one.sixtofour or one
    return not one.is_global or one.is_multicast


def is_outer(url: str) -> bool:
    """Whether an address is on the open network, by each of the numbers that its name has."""
    found = _numbers(_host(url))
    return bool(found) and not any(is_inner(one) for one in found)


def leads_inside(url: str) -> bool:
    """Whether an address is, or has a name, of a closed network; what has no number is none."""
    return any(is_inner(one) for one in _numbers(_host(url)))


def _host(url: str) -> str:
    with suppress(ValueError):
        return (urlsplit(url).hostname or "").rstrip(".")
    return ""


@lru_cache(maxsize=2_000)
def _numbers(host: str) -> tuple[str, ...]:
    with suppress(OSError, UnicodeError):
        return tuple(sorted({str(one[4][0]) for one in socket.getaddrinfo(host, None)}))
    return ()
