"""A page's own words: its title, its date, how plain it is, what it tells machines."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import islice

from motcua.evaluation.rules.looking.finding_outline import Outline
from motcua.evaluation.rules.looking.finding_words import Said, said
from motcua.kernel.text import tokens

LONG = 35
"""Syllables of a sentence that is long; Vietnamese writes each syllable as a word."""
JARGON = (
    *("thanh phan ho so", "trinh tu thuc hien", "cach thuc thuc hien", "can cu phap ly"),
    *("doi tuong thuc hien", "co quan co tham quyen", "theo quy dinh", "van ban hop nhat"),
    *("lien thong", "so hoa", "toan trinh", "du dieu kien", "thuoc tham quyen", "tthc", "dvctt"),
    *("cbccvc", "ubnd", "hdnd", "bo phan mot cua", "phi dia gioi", "trich luc", "chung thuc"),
    *("dinh danh", "uy quyen", "nghi dinh", "thong tu", "quyet dinh so", "bieu mau kem theo"),
    *("xuat trinh", "cong dan to chuc", "ca nhan to chuc", "thu ly", "tiep nhan xu ly"),
)
"""Words of offices that people told researchers they had to read twice; a proxy, not a verdict."""
DULL = frozenset(
    {
        "app",
        "chi",
        "chu",
        "cong",
        "dich",
        "document",
        "he",
        "home",
        "index",
        "joomla",
        "liferay",
        "moi",
        "new",
        "page",
        "portal",
        "react",
        "thong",
        "tiet",
        "trang",
        "truc",
        "tuyen",
        "untitled",
        "vite",
        "vu",
        "welcome",
    }
)
_END = re.compile(r"[.!?;:]\s+|\n+")
_DATE = (
    r"(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} thang \d{1,2} nam \d{4})"
)
_CHANGED = re.compile(
    r"(cap nhat|ngay dang|ngay ban hanh|sua doi lan cuoi|ngay cong bo|ngay hieu luc|co hieu luc"
    r"|ban thu|dang ngay|last updated|updated|ngay dang tai|chinh sua)\D{0,40}" + _DATE,
    re.IGNORECASE,
)
_DATED = re.compile(_DATE)
SERVICES = frozenset({"GovernmentService", "Service", "PublicService"})


def is_telling(title: str) -> bool:
    """Whether a title tells one page from others: it says more than that this is a portal."""
    words = tokens(title)
    return len("".join(words)) >= 6 and any(one not in DULL for one in words)


def twins(titles: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give the titles that several pages have, with the pages (address to title)."""
    counted = Counter(title.strip() for title in titles.values())
    return {
        title: tuple(url for url, own in titles.items() if own.strip() == title)
        for title, times in counted.items()
        if times > 1
    }


def dated(page: Outline, folded: str) -> bool:
    """Whether a page says when it was written or changed (`folded` is its text, marks off)."""
    if any(_DATED.search(one) for one in page.times):
        return True
    return bool(_CHANGED.search(folded))


def sentences(text: str) -> list[Said]:
    """Take text apart into sentences of four words and more."""
    found = (said(one) for one in _END.split(text))
    return [one for one in islice(found, 3000) if one.count >= 4]


def long_share(text: str) -> Fraction | None:
    """Give the share of long sentences; None where there are too few to tell."""
    found = sentences(text)
    if len(found) < 5:
        return None
    return Fraction(sum(one.count > LONG for one in found), len(found))


def jargon(text: str) -> Fraction | None:
    """Give how many words of offices stand in a hundred words; None for fewer than 60 words."""
    words = said(text)
    if words.count < 60:
        return None
    return Fraction(100 * sum(words.folded.count(f" {one} ") for one in JARGON), words.count)


def linked(scripts: Sequence[str]) -> tuple[list[str], int]:
    """Give the types that JSON-LD tells, in their order, and how many blocks cannot be read."""
    types: list[str] = []
    broken = 0
    for script in scripts:
        try:
            _types(json.loads(script), types, depth=0)
        except (ValueError, RecursionError):
            broken += 1
    return types, broken


def _types(told: object, found: list[str], *, depth: int) -> None:
    if depth > 8 or len(found) > 200:
        return
    if isinstance(told, Mapping):
        kind = told.get("@type")
        found += [one.rsplit("/", 1)[-1] for one in _strings(kind)]
        for one in told.values():
            _types(one, found, depth=depth + 1)
    elif isinstance(told, list):
        for one in told[:200]:
            _types(one, found, depth=depth + 1)


def _strings(told: object) -> list[str]:
    many = told if isinstance(told, list) else [told]
    return [one for one in many if isinstance(one, str)]


def is_service_told(types: Iterable[str]) -> bool:
    """Whether the types name a service of the state (schema.org or CPSV-AP)."""
    return any(one.rsplit(":", 1)[-1] in SERVICES for one in types)
