"""Cookies: which keep somebody logged in, which follow people, and what is missing on them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DAY = 24 * 3600
LONG = 395 * DAY
"""Thirteen months, in seconds: the longest that a cookie of a public portal has a reason for."""

_SESSION = re.compile(
    r"sess|sid$|^sid|auth|token|jwt|login|identity|ticket|^connect\.|\.aspxauth|remember|sso",
    re.IGNORECASE,
)
_GUARD = re.compile(r"csrf|xsrf|requestverification|antiforgery", re.IGNORECASE)
_KIND = re.compile(
    r"lang|locale|culture|i18n|theme|font|contrast|consent|cookie|country|currency|timezone|^tz$"
    r"|size|mode|bigip|^ts0|^aws(alb|elb)|^arraffinity|^cf_|^__cf|^incap|^visid|^nlbi|^citrix"
    r"|^nsc_|route|sticky|server|lb$|^lb|^dtc|guest_language|notice|banner|seen|dismiss",
    re.IGNORECASE,
)
TRACKING = (
    ("_ga", "Google Analytics"),
    ("_gid", "Google Analytics"),
    ("_gat", "Google Analytics"),
    ("__utm", "Google Analytics"),
    ("_gcl_", "Google Ads"),
    ("__gads", "Google Ads"),
    ("_fbp", "Facebook"),
    ("_fbc", "Facebook"),
    ("_ttp", "TikTok"),
    ("_tt_", "TikTok"),
    ("_hj", "Hotjar"),
    ("_clck", "Microsoft Clarity"),
    ("_clsk", "Microsoft Clarity"),
    ("_uet", "Microsoft Ads"),
    ("_ym_", "Yandex Metrica"),
    ("yandexuid", "Yandex"),
    ("__zi", "Zalo"),
    ("_zlang", "Zalo"),
    ("_zalo", "Zalo"),
    ("__atuv", "AddThis"),
    ("_pk_", "Matomo"),
    ("mp_", "Mixpanel"),
    ("ajs_", "Segment"),
    ("amplitude", "Amplitude"),
    ("intercom-", "Intercom"),
    ("_hs", "HubSpot"),
    ("hubspotutk", "HubSpot"),
)
"""Beginnings of names of cookies (and keys of storage) that follow people, and whose they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """A cookie as the browser keeps it; `lifetime` in seconds, None until the browser closes."""

    name: str
    domain: str
    secure: bool
    http_only: bool
    same_site: str
    lifetime: float | None
    random: bool = False
    """Whether its value looks drawn by lot, as what tells one visitor from another does."""

    @property
    def keeps_login(self) -> bool:
        """Whether its name is that of a session or a token, and not of a guard of forms."""
        return bool(_SESSION.search(self.name)) and not _GUARD.search(self.name)

    @property
    def has_reason(self) -> bool:
        """Whether its name is that of something a portal cannot do without."""
        return bool(
            _GUARD.search(self.name) or _KIND.search(self.name) or _SESSION.search(self.name)
        )


def cookie(kept: Mapping[str, Any], now: float) -> Cookie:
    """Read a cookie as the browser tells it; `now` in seconds since 1970."""
    expires = float(kept.get("expires", -1))
    return Cookie(
        name=str(kept.get("name", "")),
        domain=str(kept.get("domain", "")).lstrip("."),
        secure=bool(kept.get("secure")),
        http_only=bool(kept.get("httpOnly")),
        same_site=str(kept.get("sameSite") or ""),
        lifetime=None if expires < 0 else expires - now,
        random=looks_random(str(kept.get("value", ""))),
    )


def looks_random(value: str) -> bool:
    """Say whether a value is one that tells a visitor apart: eight signs or more, figures among
    them, no words, no list."""
    if not re.fullmatch(r"[\w.=+/-]{8,}", value) or re.search(r"^\d{4}-\d\d-\d\d", value):
        return False
    figures = sum(one.isdigit() for one in value)
    return figures >= 8 or (figures >= 3 and any(one.isalpha() for one in value))


def tracker_of(name: str) -> str:
    """Say whose a tracking cookie or key is by its name, "" where it is none that is known."""
    return next((owner for start, owner in TRACKING if name.lower().startswith(start)), "")


def faults(one: Cookie, *, over_https: bool) -> list[str]:
    """Name what a cookie lacks: secure (over https only), http_only and same_site (a login)."""
    found = []
    if over_https and not one.secure:
        found.append("secure")
    if one.keeps_login and not one.http_only:
        found.append("http_only")
    if one.same_site.lower() == "none" and one.keeps_login:
        found.append("same_site")
    if one.keeps_login and one.lifetime is not None and one.lifetime > 30 * DAY:
        found.append("lifetime")
    return found


def follows(one: Cookie, *, third_party: bool) -> bool:
    """Say whether a cookie follows a person: by its name, its owner, or a long random value kept
    for more than a month without any reason in its name."""
    if tracker_of(one.name) or third_party:
        return True
    kept = one.lifetime is not None and one.lifetime > 30 * DAY
    return kept and one.random and not one.has_reason
