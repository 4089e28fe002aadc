"""Files and messages that must not be seen from outside, by what stands in them."""

import re
from dataclasses import dataclass

from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True)
class Exposed:
    """An address to ask for, and what its answer begins with or holds where it is really there."""

    path: str
    says: Sentence
    signature: bytes
    media: tuple[str, ...] = ()


_CODE = Sentence("kho mã nguồn", "the source code's repository")
_SECRETS = Sentence("tệp cấu hình, thường có mật khẩu", "a settings file, often with passwords")
_COPY = Sentence("bản sao lưu", "a backup")
_INSIDE = Sentence("thông tin bên trong máy chủ", "what is inside the server")

FILES = (
    Exposed("/.git/HEAD", _CODE, rb"\A(?:ref: refs/|[0-9a-f]{40}\s*\Z)"),
    Exposed("/.svn/entries", _CODE, rb"\A(?:\d{1,2}\s*\n|<\?xml[^>]*\?>\s*<wc-entries)"),
    Exposed("/.env", _SECRETS, rb"(?m)^(?:export )?[A-Z][A-Z0-9_]{2,}\s*=(?!=)"),
    Exposed("/web.config", _SECRETS, rb"(?i)<configuration[\s>]"),
    Exposed("/appsettings.json", _SECRETS, rb"(?i)\A\W*\{[^<]*\"(?:ConnectionStrings|Logging)\""),
    Exposed("/phpinfo.php", _INSIDE, rb"(?i)<title>[^<]*phpinfo\(\)|PHP Version \d"),
    Exposed("/server-status", _INSIDE, rb"(?i)<title>Apache Status|Server uptime:"),
    Exposed("/elmah.axd", _INSIDE, rb"(?i)Error Log for|Powered by <a[^>]*ELMAH"),
    Exposed("/actuator/env", _INSIDE, rb"\A\s*\{[^<]*\"(?:activeProfiles|propertySources)\""),
    Exposed("/.DS_Store", _INSIDE, rb"\A\x00\x00\x00\x01Bud1"),
    Exposed("/backup.zip", _COPY, rb"\APK\x03\x04"),
    Exposed("/backup.sql", _COPY, rb"(?i)(?:CREATE TABLE|INSERT INTO|-- (?:MySQL|PostgreSQL) )"),
)
"""Few addresses on purpose: each is one more request on somebody else's server."""

FOLDERS = ("/uploads/", "/static/")
"""Folders whose listing is asked for, besides those that pages load from."""

_LISTING = re.compile(
    r"<title>\s*(?:Index of /|Directory listing for|[^<]{0,60} - /[^<]*</title>.{0,400}\[To Parent)"
    r"|<h1>\s*(?:Index of /|Directory listing for)|\[To Parent Directory\]",
    re.IGNORECASE | re.DOTALL,
)
_LEAKS = (
    ("python", r"Traceback \(most recent call last\)"),
    ("django", r"You(?:'|&#x27;|&#39;)re seeing this error because you have <code>DEBUG = True"),
    ("django", r"Using the URLconf defined in <code>"),
    ("flask", r"Werkzeug(?: powered)? [Dd]ebugger"),
    (
        "asp.net",
        r"Server Error in '[^']{0,80}' Application|\[[A-Z]\w{2,60}Exception[^\]\n]{0,200}\]",
    ),
    ("asp.net", r"<b>\s*Stack Trace:\s*</b>|at System\.\w+\.\w+"),
    ("java", r"\bat (?:[\w$]+\.){2,}[\w$<>]+\([\w$]+\.java:\d+\)"),
    ("java", r"java\.lang\.\w+Exception|org\.apache\.jasper|javax\.servlet\.ServletException"),
    ("php", r"<b>(?:Fatal error|Warning|Parse error|Notice)</b>:\s.{0,300}? on line <b>\d+"),
    ("laravel", r"Whoops, looks like something went wrong|Illuminate\\\w+"),
    ("node", r"\bat (?:[\w.<>]+ )?\((?:/|[A-Z]:\\)[^)\n]{1,200}\.js:\d+:\d+\)"),
    ("ruby", r"Action Controller: Exception caught|app/controllers/\w+\.rb:\d+"),
    (
        "sql",
        r"You have an error in your SQL syntax|ORA-\d{5}:|SQLSTATE\[\w+\]|Unclosed quotation mark",
    ),
    ("sql", r"PSQLException|System\.Data\.SqlClient|Npgsql\.\w+Exception"),
)


def is_there(exposed: Exposed, *, status: int, body: bytes, absent: bytes | None) -> bool:
    """Say whether the answer is the file, and not a page that a portal gives for everything.

    absent: what an address that cannot exist gave, None where it rightly gave no 200.
    """
    if status not in {200, 206} or not body:
        return False
    if absent is not None and body[:2000] == absent[:2000]:
        return False
    if re.match(rb"\s*<!doctype html|\s*<html", body, re.IGNORECASE) and b"html" not in (
        exposed.signature.lower()
    ):
        found = re.search(exposed.signature, body[:20_000])
        return bool(found) and exposed.path in _PAGES
    return bool(re.search(exposed.signature, body[:20_000]))


_PAGES = frozenset({"/phpinfo.php", "/server-status", "/elmah.axd"})


def is_listing(text: str) -> bool:
    """Say whether a page is a web server's own list of the files of a folder."""
    return bool(_LISTING.search(text[:5000]))


def leaks(text: str) -> list[str]:
    """Name what an error page gives away of what runs behind it, each once, in a fixed order."""
    found = [name for name, pattern in _LEAKS if re.search(pattern, text[:200_000])]
    return list(dict.fromkeys(found))
