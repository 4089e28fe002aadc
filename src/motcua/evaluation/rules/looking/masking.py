"""Personal data in texts and addresses: found, counted, and never kept as it was."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

MARK = "•"
"""Stands for a character that is not shown."""

LINE = 300
"""Characters of the longest text whose mask is remembered for a while."""
_NUMBER = re.compile(r"(?<![\w.,/-])0\d{11}(?![\w-]|[.,/]\d)")
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+?84|0)(?:3|5|7|8|9)\d{8}(?![\w-]|[.,/]\d)")
_MAIL = re.compile(r"[\w.+-]{2,64}@[\w-]+(?:\.[\w-]+)+")
_EXAMPLE = re.compile(r"ví dụ|\bvd\b|chẳng hạn|example|e\.g\.|mẫu", re.IGNORECASE)
_PROVINCES = frozenset(range(1, 97))


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of personal data: what it is (identity, phone, mail) and how it may be shown."""

    kind: str
    shown: str


def is_identity(text: str) -> bool:
    """Say whether twelve figures can be a personal identity number: province of birth 001-096,
    then century and sex, then year of birth (Law on Identification; NĐ 70/2024)."""
    return (
        len(text) == 12
        and text.isascii()
        and text.isdigit()
        and int(text[:3]) in _PROVINCES
        and text[3] in "0123"
        and len(set(text)) > 3
    )


def masked(text: str) -> str:
    """Keep the first three characters, and nothing of the others but how many they are."""
    return text[:3] + MARK * max(0, len(text) - 3)


def masked_name(name: str) -> str:
    """Keep the first letter of every word."""
    return " ".join(word[:1] + MARK * (len(word) - 1) for word in name.split())


def identities(text: str) -> list[Found]:
    """Find personal identity numbers in a text, in order, each once."""
    numbers = dict.fromkeys(
        one[0]
        for one in _NUMBER.finditer(text)
        if is_identity(one[0]) and not _EXAMPLE.search(text[max(0, one.start() - 40) : one.start()])
    )
    return [Found("identity", masked(one)) for one in numbers]


def phones(text: str) -> list[Found]:
    """Find mobile numbers in a text, in order, each once."""
    return [Found("phone", masked(one)) for one in dict.fromkeys(_PHONE.findall(text))]


def hidden(text: str) -> str:
    """Give a text with every identity number, phone number and mail address masked."""
    text = re.sub(r"\d{9,}", lambda one: masked(one[0]), text)
    return _MAIL.sub(lambda one: masked(one[0]), text)


_NAMES = (
    r"(?:cccd|cmnd|cmt|so_?dinh_?danh|dinh_?danh|so_?cccd|sodinhdanh|identity(?:_?number)?"
    r"|citizen_?id|ho_?ten|hoten|full_?name|sdt|so_?dien_?thoai|phone|mobile|email|ngay_?sinh"
    r"|birth(?:day|date)?|dob|mat_?khau|password)"
)
_NAMED = re.compile(rf"^{_NAMES}$", re.IGNORECASE)
_MAY_BE = re.compile(r"\d{3}|@|%40|=")
_SHOWN = re.compile(
    r"(?P<digest>(?<![0-9a-z])(?=\d*[a-f])[0-9a-f]{24,}(?![0-9a-z]))"
    rf"|(?<=[?&;#])(?P<named>{_NAMES}=)(?P<given>[^&#;\s\"'<>\\]+)"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]{2,64}(?:@|%40)[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,})"
    r"|(?P<number>(?<!\d)0\d\d[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d))"
    r"|(?<!\d)(?:\+?84[ .-]?|0)[35789](?:\d{8}|\d\d[ .-]\d{3}[ .-]\d{3}|\d[ .-]\d{3}[ .-]\d{4})"
    r"(?!\d)",
    re.IGNORECASE,
)


def shown(text: str) -> str:
    """Give a text or an address as it may be kept: numbers of persons, mail addresses and what
    stands under the name of personal data in a query are masked; digests and codes stay."""
    if not _MAY_BE.search(text):
        return text
    return _line(text) if len(text) <= LINE else _SHOWN.sub(_mask, text)


@lru_cache(maxsize=512)
def _line(text: str) -> str:
    """Mask a short text: the address of a page stands in everything that is told of it."""
    return _SHOWN.sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    whole = found[0]
    if found["digest"] or (found["number"] and not is_identity(re.sub(r"[ .]", "", whole))):
        return whole
    if found["named"]:
        return found["named"] + given(found["named"][:-1], found["given"])
    return masked(whole)


def given(name: str, value: str) -> str:
    """Give a value of a query as it may be kept under its name."""
    if MARK in value:
        return value
    return masked(value) if _NAMED.match(name) else shown(value)


def personal(url: str) -> bool:
    """Say whether an address carries personal data, masked or not; it is not to be opened."""
    return MARK in unquote(url) or shown(url) != url


def in_address(url: str) -> list[Found]:
    """Find personal data in the query or the path of an address, each kind and value once."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, max_num_fields=100)
    except ValueError:
        return []
    found: dict[Found, None] = {}
    for name, said in pairs:
        for one in _in_value(name, said.strip()):
            found[one] = None
    for piece in parts.path.split("/"):
        if is_identity(piece):
            found[Found("identity", masked(piece))] = None
    return list(found)


def _in_value(name: str, said: str) -> list[Found]:
    if found := [*identities(said), *phones(said)]:
        return found
    if _MAIL.fullmatch(said):
        return [Found("mail", masked(said))]
    if said and _NAMED.match(name):
        return [Found("named", f"{name}={masked(said[:20])}")]
    return []


def address(url: str) -> str:
    """Give an address that may be kept: values of the query that are personal are masked."""
    start, question, query = url.partition("?")
    if not question:
        return hidden(start)
    pairs = []
    for pair in query.split("&"):
        name, equals, said = pair.partition("=")
        pairs.append(name + equals + (masked(said) if _NAMED.match(name) else hidden(said)))
    return hidden(start) + "?" + "&".join(pairs)
