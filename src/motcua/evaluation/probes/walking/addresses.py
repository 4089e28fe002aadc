"""Addresses: which are the same page, the same portal, of the same shape."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from motcua.evaluation.rules.looking.finding_acts import acts

LONGEST = 2_000
"""Characters of an address; what is longer is a trap, not a page."""

_SESSION_KEYS = frozenset(
    (
        *("jsessionid", "phpsessid", "asp.net_sessionid", "sessionid", "session_id", "sessid"),
        *("sid", "cfid", "cftoken", "p_auth", "p_p_auth", "csrf", "csrf_token", "_token"),
        *("gclid", "fbclid", "zclid", "msclkid", "yclid", "dclid", "mc_cid", "mc_eid"),
        *("_ga", "_gl", "_", "timestamp", "nocache", "cachebuster", "__cf_chl_tk"),
    )
)
_SESSION_PATH = re.compile(
    r";(?:jsessionid|phpsessid|sid)=[^/?#;]*|(?<=/)\((?:[A-Z]\([^()/]*\))+\)/?", re.IGNORECASE
)
_ROUTE = re.compile(r"^!?/.")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp|do)$", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|csv|xml|json|rss|atom|zip|rar|7z|gz|exe|msi|apk|ipa"
    r"|dmg|jar|jpe?g|png|gif|svg|webp|ico|bmp|tiff?|mp3|mp4|m4a|wav|avi|mov|wmv|webm|css|js|mjs"
    r"|woff2?|ttf|eot|p7s|ics)$",
    re.IGNORECASE,
)
_NO_PAGE = re.compile(
    r"(?:^|[/?&=_.-])(?:print|rss|feed|download|tai-?ve|wp-admin|wp-json)(?:$|[/?&=_.-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_HEX = re.compile(r"^[0-9a-f]{8}-?[0-9a-f-]{8,}$", re.IGNORECASE)
_SLUG = re.compile(r"^[^/]*?(?:[-_+ ][^/]*?){2,}$")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SECOND_LEVELS = frozenset(
    ("gov", "com", "org", "edu", "net", "ac", "int", "info", "health", "name", "pro", "biz", "co")
)


def canonical(url: str, base: str = "") -> str:
    """Give the address to ask for: absolute, without session, campaign and place in the page.

    A fragment that is the route of a page made by JavaScript (`#/tra-cuu`) stays. "" for what is
    no address of a page.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        port = parts.port
    except ValueError:
        return ""
    host = _host(parts)
    if parts.scheme not in _DEFAULT_PORTS or not host or len(url) > LONGEST:
        return ""
    if port and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    path = quote(_SESSION_PATH.sub("", parts.path), safe="/%:@!$&'()*+,;=~-._") or "/"
    fragment = parts.fragment if _ROUTE.match(parts.fragment) else ""
    return SplitResult(parts.scheme, host, path, _query(parts.query), fragment).geturl()


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").lower()
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return f"[{host}]" if ":" in host else host


def _query(query: str) -> str:
    """Leave out what names a session or a campaign; what has no value keeps none."""
    kept = [
        part
        for part in query.split("&")
        if part and not _is_session(unquote(part.partition("=")[0]).lower())
    ]
    return quote("&".join(kept), safe="%=&/:@!$'()*+,;?~-._[]")


def _is_session(key: str) -> bool:
    return key in _SESSION_KEYS or key.startswith(("utm_", "__hs", "pk_", "mtm_"))


def key(url: str) -> str:
    """Give what two addresses of one page have in common (`url` is canonical)."""
    parts = urlsplit(url)
    path = unquote(_INDEX.sub("/", parts.path)).rstrip("/")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{site(url)}{path}?{query}#{parts.fragment.rstrip('/')}"


def shape(url: str, *, slugs: bool = False) -> str:
    """Give the address with its numbers (and with `slugs` its titles) left out.

    Calendars, pages of a list and the items of a list have one shape each.
    """
    parts = urlsplit(url)
    place = unquote(parts.path) + (f"#{parts.fragment}" if parts.fragment else "")
    segments = [_segment(one, slugs=slugs) for one in place.split("/")]
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return f"{site(url)}{'/'.join(segments)}?{'&'.join(names)}"


def _segment(segment: str, *, slugs: bool) -> str:
    if _HEX.match(segment):
        return "*"
    if slugs and _SLUG.match(segment):
        return "~"
    return _NUMBER.sub("0", segment)


def site(url: str) -> str:
    """Give the host, without `www.`, with the port where it is not the usual one."""
    return urlsplit(url).netloc.lower().removeprefix("www.")


def registrable(url: str) -> str:
    """Give the domain that somebody registered: `hanoi.gov.vn` of `dichvucong.hanoi.gov.vn`."""
    host = (urlsplit(url).hostname or "").lower()
    labels = host.split(".")
    if host.replace(".", "").isdigit() or ":" in host or len(labels) == 1:
        return site(url)
    own = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVELS else 2
    return ".".join(labels[-own:])


def is_page(url: str) -> bool:
    """Whether an address may be a page that is safe to open: no file, no log-out, no deletion."""
    parts = urlsplit(url)
    if _FILE.search(parts.path):
        return False
    return not (_NO_PAGE.search(f"{parts.path}?{parts.query}") or acts(url))
