"""Words on a page: folded, so that `Đăng nhập` and `dang nhap` are the same to the reader of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from motcua.kernel.text import tokens

LABEL = 12
"""Words that a label has at most; what is longer is a sentence or the headline of a story."""
TELLING = re.compile(
    r"[/_-](tin-?tuc|news|bai-?viet|tin-bai|thong-?bao|su-kien|article|baiviet|chi-tiet-tin)"
    r"([/_.?-]|$)",
    re.IGNORECASE,
)
"""Addresses of news: what their links say is told *about* something, not offered."""
OWN = re.compile(r"[/_-](tai-?khoan|ca-?nhan|account|profile)[/_-]", re.IGNORECASE)
"""Addresses of one's own things, news of one's own dossiers among them."""
ABOUT = re.compile(
    r"^(huong dan|cach|quy dinh|quy trinh|luu y|thong bao|tin|bai|bao cao|video|hoi nghi|tap huan"
    r"|trien khai|ke hoach|cong van|nghi dinh|thong tu|quyet dinh|van ban|how to|guide to|about"
    r"|news|ban tin|gioi thieu|vi sao|tai sao|lam the nao|lam sao|khong the|loi) "
)
"""How labels begin that tell about a thing, and do not offer it."""


KEPT = 200
"""Characters of the longest text that is kept folded."""


@dataclass(frozen=True, slots=True)
class Said:
    """Folded words with a blank at both ends, so that only whole words are found."""

    folded: str
    count: int

    def has(self, *phrases: str) -> bool:
        """Whether one of the folded phrases is said."""
        return any(f" {phrase} " in self.folded for phrase in phrases)


def said(text: str) -> Said:
    """Fold a text for looking phrases up in it; labels come again on every page, and are kept."""
    return _label(text) if len(text) <= KEPT else _said(text)


def _said(text: str) -> Said:
    found = tokens(text)
    return Said(f" {' '.join(found)} ", len(found))


_label = lru_cache(maxsize=4096)(_said)


def is_label(words: Said) -> bool:
    """Whether words are short enough to name a thing."""
    return 0 < words.count <= LABEL


def tells_about(words: Said) -> bool:
    """Whether a label begins like one that tells about a thing: a guide, a rule, news of it."""
    return bool(ABOUT.match(words.folded.strip() + " "))


def is_news(url: str) -> bool:
    """Whether an address is one of news."""
    return bool(TELLING.search(url)) and not OWN.search(url)


def offers(text: str, phrases: Iterable[str], *, target: str = "") -> bool:
    """Whether a label offers one of the things: short, not of news, not telling about it."""
    words = said(text)
    if not is_label(words) or tells_about(words) or is_news(target):
        return False
    return words.has(*phrases)


def near(text: str, first: Iterable[str], second: Iterable[str], *, within: int = 14) -> bool:
    """Whether two things are spoken of within so many words of each other."""
    words = list(tokens(text))
    return any(
        abs(one - other) <= within
        for one in _places(words, first)
        for other in _places(words, second)
    )


def _places(words: list[str], phrases: Iterable[str]) -> list[int]:
    wanted = [phrase.split() for phrase in phrases]
    return [
        place
        for place in range(len(words))
        if any(words[place : place + len(phrase)] == phrase for phrase in wanted)
    ]
