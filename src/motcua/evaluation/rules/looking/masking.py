"""Personal data in texts and addresses: found, counted, and never kept as it was."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

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
    return text[:3] + "•" * max(0, len(text) - 3)


def masked_name(name: str) -> str:
    """Keep the first letter of every word."""
    return " ".join(word[:1] + "•" * (len(word) - 1) for word in name.split())


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


_NAMED = re.compile(
    r"^(?:cccd|cmnd|cmt|so_?dinh_?danh|dinh_?danh|so_?cccd|sodinhdanh|identity(?:_?number)?"
    r"|citizen_?id|ho_?ten|hoten|full_?name|sdt|so_?dien_?thoai|phone|mobile|email|ngay_?sinh"
    r"|birth(?:day|date)?|dob|mat_?khau|password)$",
    re.IGNORECASE,
)


def in_address(url: str) -> list[Found]:
    """Find personal data in the query or the path of an address, each kind and value once."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, max_num_fields=100)
    except ValueError:
        return []
    found: dict[Found, None] = {}
    for name, given in pairs:
        for one in _in_value(name, given.strip()):
            found[one] = None
    for piece in parts.path.split("/"):
        if is_identity(piece):
            found[Found("identity", masked(piece))] = None
    return list(found)


def _in_value(name: str, given: str) -> list[Found]:
    if found := [*identities(given), *phones(given)]:
        return found
    if _MAIL.fullmatch(given):
        return [Found("mail", masked(given))]
    if given and _NAMED.match(name):
        return [Found("named", f"{name}={masked(given[:20])}")]
    return []


def address(url: str) -> str:
    """Give an address that may be kept: values of the query that are personal are masked."""
    start, question, query = url.partition("?")
    if not question:
        return hidden(start)
    pairs = []
    for pair in query.split("&"):
        name, equals, given = pair.partition("=")
        pairs.append(name + equals + (masked(given) if _NAMED.match(name) else hidden(given)))
    return hidden(start) + "?" + "&".join(pairs)
