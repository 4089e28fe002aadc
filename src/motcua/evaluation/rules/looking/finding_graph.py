"""The links between a portal's pages: how many clicks, which to try, which can be read aloud."""

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from motcua.evaluation.rules.looking.finding_acts import acts
from motcua.evaluation.rules.looking.finding_words import said
from motcua.evaluation.rules.looking.masking import personal
from motcua.kernel.text import fold

SERVICE = re.compile(
    r"(ma[_-]?(thu[_-]?tuc|tthc)=|thu-?tuc[^?#]*/[^/?#]*\d{3,}|chi-?tiet-?(thu-?tuc|tthc|dvc)"
    r"|[/=]\d\.\d{6}\b|procedure[s/][^?#]*\d|dich-?vu-?cong/[^?#]*\d{3,}|idtthc|dvc-chi-tiet)",
    re.IGNORECASE,
)
SESSION = re.compile(
    r";jsessionid|[?&](phpsessid|jsessionid|sid|sessionid|p_auth|p_p_id|__viewstate)=",
    re.IGNORECASE,
)
OPAQUE = re.compile(r"[0-9a-f]{24,}|[A-Za-z0-9+_-]{40,}|%[0-9A-F]{2}%[0-9A-F]{2}", re.IGNORECASE)
LONGEST = 120
"""Characters of a readable address, without its host."""
MOST_KEYS = 3
FILES = re.compile(
    r"\.(pdf|docx?|xlsx?|zip|rar|jpe?g|png|gif|svg|mp[34]|wav|ogg|m4a|webm|odt|pptx?)$",
    re.IGNORECASE,
)


def same(url: str) -> str:
    """Give an address so that two ways of writing one page are equal: no fragment unless it is a
    route (`#/`), no slash at the end, no default file."""
    bare, fragment = urldefrag(url)
    parts = _split(bare)
    path = re.sub(
        r"/(index|default|home)\.(html?|php|aspx|jsp)$", "/", parts[2], flags=re.IGNORECASE
    )
    route = f"#{fragment}" if fragment.startswith(("/", "!")) else ""
    query = f"?{parts[3]}" if parts[3] else ""
    host = parts[1].lower().removeprefix("www.")
    return f"{host}{path.rstrip('/')}{query}{route}"


def _split(url: str) -> tuple[str, str, str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "", "", ""
    return parts.scheme, parts.netloc, parts.path, parts.query


def host_of(url: str) -> str:
    """Give the host of an address without `www.`, "" where it has none."""
    return _split(url)[1].lower().removeprefix("www.")


def clicks(links: Mapping[str, Iterable[str]], home: str) -> dict[str, int]:
    """Give the fewest clicks from home to each page that can be reached over the links seen.

    Keys of `links` and what is given are addresses as `same` writes them.
    """
    reached = {home: 0}
    waiting = deque([home])
    while waiting:
        page = waiting.popleft()
        for target in links.get(page, ()):
            if target not in reached:
                reached[target] = reached[page] + 1
                waiting.append(target)
    return reached


def is_service(url: str) -> bool:
    """Whether an address looks like that of one procedure."""
    return bool(SERVICE.search(unquote(url)))


def shape(url: str) -> str:
    """Give an address with its numbers left out, so that a calendar is one shape."""
    _scheme, host, path, query = _split(url)
    keys = sorted({name for name, _ in parse_qsl(query, keep_blank_values=True)})
    route = urldefrag(url).fragment
    bare = re.sub(r"\d+", "0", f"{path}#{route}" if route.startswith("/") else path)
    return f"{host}{bare}?{'&'.join(keys)}"


def sample(links: Sequence[str], known: Iterable[str], most: int) -> tuple[str, ...]:
    """Choose addresses to try, each once, none that was seen, none that changes anything.

    First one of each shape in the order of `links`, then a second of each, until `most`.
    """
    seen = {same(url) for url in known}
    waiting: list[tuple[str, str]] = []
    for url in links:
        mark = same(url)
        if mark in seen or acts(url) or _split(url)[0] not in {"http", "https"}:
            continue
        seen.add(mark)
        waiting.append((shape(url), url))
    chosen: list[str] = []
    while waiting and len(chosen) < most:
        turn: set[str] = set()
        left: list[tuple[str, str]] = []
        for kind, url in waiting:
            if kind in turn:
                left.append((kind, url))
            else:
                turn.add(kind)
                chosen.append(url)
        waiting = left
    return tuple(chosen[:most])


def is_safe(url: str) -> bool:
    """Whether an address may be asked for: a page, nobody's own, and nothing changes by it."""
    return not personal(url) and not acts(url) and not FILES.search(_split(url)[2])


def is_readable(url: str) -> bool:
    """Whether an address can be read out on the telephone: short, no session, no opaque runs."""
    parts = _split(url)
    tail = unquote(f"{parts[2]}{'?' + parts[3] if parts[3] else ''}")
    if SESSION.search(url) or len(tail) > LONGEST or OPAQUE.search(tail.replace("-", " ")):
        return False
    return len(parse_qsl(parts[3], keep_blank_values=True)) <= MOST_KEYS


def typo(words: str) -> str:
    """Misspell words once, always alike: the last two letters of the longest word change places.

    Where they are the same letter, the last one falls off.
    """
    parts = words.split()
    if not parts:
        return ""
    place = max(range(len(parts)), key=lambda one: (len(parts[one]), one))
    word = parts[place]
    if len(word) < 2:
        return words + "x"
    end = word[:-2] + word[-1] + word[-2]
    parts[place] = end if end != word else word[:-1]
    return " ".join(parts)


def asked(title: str, most: int = 5) -> str:
    """Give what a person would type to find a procedure: the first words of its name."""
    words = re.sub(r"[\"“”'()\[\],;:.–—/]", " ", title).split()
    start = 1 if words and fold(words[0]) in {"thu", "cac"} and len(words) > 3 else 0
    start = 2 if fold(" ".join(words[:2])) == "thu tuc" and len(words) > 3 else start
    return " ".join(words[start : start + most])


def is_found(title: str, target: str, results: Iterable[tuple[str, str]]) -> bool:
    """Whether a procedure is among the results (address, text): its page, or its very name."""
    name, page = said(title).folded.strip(), same(target) if target else ""
    for url, text in results:
        if page and same(url) == page:
            return True
        words = said(text).folded
        if len(name) > 8 and f" {name} " in words:
            return True
    return False


def within(url: str, base: str) -> str:
    """Give an absolute address, "" for what is none."""
    try:
        return urljoin(base, url)
    except ValueError:
        return ""
