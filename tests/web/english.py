"""A reader of English walks the public pages; what Vietnamese do they meet?"""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup

LETTERS = re.compile(
    "[ăâđêôơưàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ]", re.IGNORECASE
)
ACT = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ][A-ZĐ-]+")
SAID_ALOUD = ("alt", "aria-label", "title", "placeholder", "data-none", "data-some", "data-item")
PASSING = 'body [lang="vi"], script, style, [data-field] option[value]:not([value=""])'
"""Said to be Vietnamese, or names of places and peoples to choose from."""


@dataclass(frozen=True)
class Reading:
    """What a page says: the language it claims, and every Vietnamese text in it."""

    status: int
    language: str
    vietnamese: tuple[str, ...]


def read(answer, *, names=()):
    """Read an answer; elements that say lang="vi" and names of people and places pass."""
    page = BeautifulSoup(answer.text, "html.parser")
    told = (part.get_text(" ", strip=True) for part in page.select('[lang="vi"]'))
    names = [*names, *(words for words in told if len(words) >= 10)]
    for element in page.select(PASSING):
        element.decompose()
    said = list(page.stripped_strings)
    for element in page.find_all(True):
        said += [element[name] for name in SAID_ALOUD if element.get(name)]
        if element.name == "input" and element.get("type") in ("submit", "button"):
            said.append(element.get("value", ""))
    left = (without(text, names) for text in said)
    found = tuple(text for text in left if LETTERS.search(text))
    return Reading(answer.status_code, page.html["lang"], found)


def without(text, names):
    """Take names out of a text, the longest first, and the numbers of acts."""
    text = ACT.sub("", text)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text
