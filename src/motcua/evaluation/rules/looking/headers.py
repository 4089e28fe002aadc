"""Headers of answers: HSTS, caching, versions that they give away."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

YEAR = 365 * 24 * 3600
"""Seconds; OWASP ASVS 5.0 3.4.1 asks for at least this much."""

REFERRERS = frozenset(
    {
        "no-referrer",
        "same-origin",
        "strict-origin",
        "strict-origin-when-cross-origin",
        "origin",
        "origin-when-cross-origin",
        "no-referrer-when-downgrade",
    }
)
TELLING = ("server", "x-powered-by", "x-aspnet-version", "x-aspnetmvc-version", "x-generator")
_VERSION = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Transport:
    """What Strict-Transport-Security says; `max_age` in seconds, -1 where it does not say."""

    max_age: int
    subdomains: bool
    preload: bool

    @property
    def lasting(self) -> bool:
        """Whether it binds browsers for a year or longer."""
        return self.max_age >= YEAR


def transport(header: str) -> Transport:
    """Read Strict-Transport-Security as RFC 6797 6.1 says: a doubled directive spoils it all."""
    names: dict[str, str] = {}
    for part in header.split(";"):
        name, _, given = part.strip().partition("=")
        name = name.strip().lower()
        if name and name in names:
            return Transport(-1, False, False)
        names[name] = given.strip().strip('"')
    age = names.get("max-age", "")
    seconds = int(age) if age.isascii() and age.isdigit() and len(age) < 12 else -1
    return Transport(seconds, "includesubdomains" in names, "preload" in names)


def directives(header: str) -> dict[str, str]:
    """Read a list of directives like Cache-Control's: names lower case, values without quotes."""
    found: dict[str, str] = {}
    for part in header.split(","):
        name, _, given = part.strip().partition("=")
        if name:
            found.setdefault(name.strip().lower(), given.strip().strip('"'))
    return found


def fresh_for(headers: Mapping[str, str]) -> int:
    """Give for how many seconds a browser may use an answer again without asking (RFC 9111)."""
    said = directives(headers.get("cache-control", ""))
    if "no-store" in said or "no-cache" in said:
        return 0
    age = said.get("max-age", "")
    if age.isascii() and age.isdigit():
        return min(int(age[:12]), 10 * YEAR)
    return 0


def refers(header: str) -> str:
    """Give the referrer policy that a browser follows: the last one it knows, "" where none."""
    known = [
        one for one in (part.strip().lower() for part in header.split(",")) if one in REFERRERS
    ]
    return known[-1] if known else ""


def given_away(headers: Mapping[str, str]) -> list[tuple[str, str]]:
    """List headers that give a product's version away, with what they say."""
    found = []
    for name in TELLING:
        said = headers.get(name, "")
        if said and (_VERSION.search(said) or name != "server"):
            found.append((name, said[:100]))
    return found
