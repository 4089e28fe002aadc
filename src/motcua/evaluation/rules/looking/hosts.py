"""Hosts and sites: who is a third party to a portal."""

from ipaddress import ip_address
from urllib.parse import urlsplit

SECOND_LEVEL = frozenset(
    {"com", "net", "org", "gov", "edu", "ac", "co", "info", "name", "biz", "pro", "health", "int",
     "mil", "id", "io", "ai"}
)  # fmt: skip
"""Labels under a country's top level below which names are given out: `gov.vn`, `co.uk`."""

STATE = ("gov.vn", "chinhphu.vn")
"""The state's own names: a request to them leaves the portal, and does not leave the state."""


def host_of(url: str) -> str:
    """Give the host of an address, lower case, without the port; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def site_of(host: str) -> str:
    """Give the name under which a host was given out: `sub.x.gov.vn` → `x.gov.vn`."""
    labels = host.split(".")
    if len(labels) <= 2 or _is_number(host):
        return host
    country = len(labels[-1]) == 2
    given = 3 if country and labels[-2] in SECOND_LEVEL else 2
    return ".".join(labels[-given:])


def same_site(one: str, other: str) -> bool:
    """Say whether two addresses are of one site."""
    return site_of(host_of(one)) == site_of(host_of(other))


def of_the_state(host: str) -> bool:
    """Say whether a host belongs to the state of Viet Nam."""
    return any(host == name or host.endswith("." + name) for name in STATE)


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    return _is_number(host) and ip_address(host).is_loopback


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
