"""What every field has in common: nothing stated, plain text, and parts of the page around it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from motcua.procedures.values.catalogue import Read, State

NOT_STATED: Final = "Không có thông tin"

_PAGE: Final = re.compile(
    r"Chọn cơ quan thực hiện\s*Tỉnh/ ?Thành phố\s*Bộ ngành"
    r"(?:-- Chọn (?:Tỉnh/ Thành phố|Bộ ngành) --)?"
    r"(?:Phường/ XãSở-- Chọn Phường/ Xã --|Đơn vị-- Chọn Cơ sở --)?"
    r"(?:Hệ thống chỉ hiển thị những cơ quan đã áp dụng dịch vụ công trực tuyến)?"
    r"(?:Nộp hồ sơ)?\s*\Z"
)
_ABOUT: Final = re.compile(r"Từ khóa(?!:)(?P<keywords>.*?)Mô tả(?P<description>.*)\Z", re.DOTALL)

Words = TypeVar("Words", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Cut:
    """A field's own words, and what else of the page ran into them."""

    body: str
    keywords: str = ""
    description: str = ""
    debris: str = ""


def cut_page(text: str) -> Cut:
    """Take off the page's form for choosing an agency, which follows the last field."""
    found = _PAGE.search(text)
    if found is None:
        return Cut(text)
    return Cut(text[: found.start()], debris=found.group())


def cut_about(text: str) -> Cut:
    """Take off the page's form, and the fields "Từ khóa" and "Mô tả" that have no key."""
    page = cut_page(text)
    about = _ABOUT.search(page.body)
    if about is None:
        return page
    return Cut(
        body=page.body[: about.start()],
        keywords=about["keywords"],
        description=about["description"],
        debris=page.debris,
    )


def is_unstated(text: str) -> bool:
    """Say whether a cell holds nothing, or the catalogue's words for nothing."""
    return text.strip(" -\t\r\n") in {"", NOT_STATED}


def plain(text: str) -> Read[str]:
    """Read a field that is its own words."""
    if is_unstated(text):
        return Read(text=text)
    return Read(State.PARSED, text.strip(), "" if text == text.strip() else text)


def listed(text: str, words: Mapping[str, Words]) -> Read[tuple[Words, ...]]:
    """Read a list of known words, some of which hold commas themselves ("Cán bộ, công chức")."""
    if is_unstated(text):
        return Read(text=text)
    longest_first = sorted(words, key=len, reverse=True)
    rest, found, unknown = text.strip(), [], False
    while rest:
        word = next((w for w in longest_first if rest.startswith(w)), None)
        if word is None:
            unknown = True
            rest = rest.partition(",")[2].lstrip()
            continue
        found.append(words[word])
        after = rest[len(word) :]
        unknown = unknown or bool(after and not after.lstrip().startswith(","))
        rest = after.partition(",")[2].lstrip()
    value = tuple(dict.fromkeys(found))
    return Read(State.UNPARSED if unknown else State.PARSED, value, text)
