"""What a page is for: by what a link is called, by its address, by what the page holds."""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from motcua.evaluation.probes.walking.reading import Link, Seen
from motcua.evaluation.probes.walking.words import (
    LOOKUP_FIELDS,
    PROCEDURE_BEGINS,
    PROCEDURE_PARTS,
    WORDS,
)
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.text import tokens

Weights = Mapping[PageKind, int]

LEAST = 4
"""What tells less is no reason to take a page for one of a kind."""

_CODE = re.compile(r"(?<![\d.])\d\.\d{6}(?!\d)")
_PROCEDURE_KEY = re.compile(
    r"[?&](?:id_?dich_?vu|ma_?dich_?vu|ma_?tthc|id_?tthc|ma_?thu_?tuc|id_?thu_?tuc|matt"
    r"|procedure_?(?:id|code)?|service_?id)=[^&]",
    re.IGNORECASE,
)
_PROCEDURE_PATH = re.compile(
    r"/(?:chi-?tiet-?)?(?:thu-?tuc|tthc|dich-?vu(?:-?cong)?|dvc|procedures?|services?)(?:-hanh-chinh)?"
    r"(?:[-/](?:chi-tiet|detail|view|id))?/(?!(?:tim|danh|search|list|all|linh|co-quan|doi)\b)[^/]+$",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BEGINS = tuple(f"{one} " for one in PROCEDURE_BEGINS)
_ENGLISH = re.compile(r"(?:/en(?:/|$)|[?&](?:lang|language|locale)=en)", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def of_link(link: Link) -> Weights:
    """Weigh what a link leads to, before it was followed."""
    called = tokens(link.text)
    found = _phrases(called, long_names=len(called) > 12)
    parts = urlsplit(link.url)
    for kind, weight in _of_address(parts.path, parts.fragment).items():
        found[kind] = max(found.get(kind, 0), weight) + (2 if found.get(kind) else 0)
    procedure = _procedure(link, called)
    if procedure:
        found[PageKind.PROCEDURE] = found.get(PageKind.PROCEDURE, 0) + procedure
    if link.part in {"nav", "header"}:
        found = {kind: weight + 1 for kind, weight in found.items()}
    if _ENGLISH.search(link.url):
        found = {kind: weight - 3 for kind, weight in found.items()}
    return found


def of_page(seen: Seen) -> Weights:
    """Weigh what a page is for by what it holds."""
    found: dict[PageKind, int] = {}
    for words in (seen.title.split("|")[0].split(" - ")[0], seen.heading):
        for kind, weight in _phrases(tokens(words)).items():
            found[kind] = max(found.get(kind, 0), weight)
    for kind, weight in _held(seen):
        found[kind] = found.get(kind, 0) + weight
    return found


def kind_of(link: Link, seen: Seen, *, expected: PageKind) -> PageKind:
    """Say what a page is for, now that it was seen. What it was expected to be wins a tie."""
    if expected is PageKind.HOME:
        return expected
    before, now = of_link(link), of_page(seen)
    total = {kind: before.get(kind, 0) + now.get(kind, 0) for kind in PageKind}
    order = list(PageKind)
    best = max(PageKind, key=lambda kind: (total[kind], kind is expected, -order.index(kind)))
    return best if total[best] >= LEAST else PageKind.OTHER


def _phrases(words: tuple[str, ...], *, long_names: bool = False) -> dict[PageKind, int]:
    """Weigh words: the surest phrase of each kind, less where much else is said around it; a phrase
    within a longer one of another kind does not speak."""
    said = f" {' '.join(words)} "
    hits = [
        (phrase, kind, weight)
        for kind, phrases in WORDS.items()
        for phrase, weight in phrases.items()
        if f" {phrase} " in said
    ]
    found: dict[PageKind, int] = {}
    for phrase, kind, weight in hits:
        if any(phrase != other and f" {phrase} " in f" {other} " for other, _, _ in hits):
            continue
        around = len(words) - phrase.count(" ") - 1
        surely = weight + 2 if around == 0 else weight - around // 3
        found[kind] = max(found.get(kind, 0), surely - (3 if long_names else 0))
    return {kind: weight for kind, weight in found.items() if weight > 0}


def _of_address(path: str, fragment: str) -> dict[PageKind, int]:
    spaced = _CAMEL.sub(" ", unquote(f"{path}/{fragment}"))
    segments = [tokens(segment) for segment in spaced.split("/") if segment][-3:]
    found: dict[PageKind, int] = {}
    for segment in segments:
        for kind, weight in {**_phrases(segment), **_joined(segment)}.items():
            found[kind] = max(found.get(kind, 0), weight - 3)
    return found


def _joined(segment: tuple[str, ...]) -> dict[PageKind, int]:
    """Know `dangnhap` and `tracuuhoso`, which addresses are fond of."""
    said = set(segment)
    return {
        kind: max(hits)
        for kind, phrases in WORDS.items()
        if (
            hits := [
                weight
                for phrase, weight in phrases.items()
                if " " in phrase and phrase.replace(" ", "") in said
            ]
        )
    }


def _procedure(link: Link, called: tuple[str, ...]) -> int:
    weight = 0
    if _CODE.search(link.text) or _CODE.search(unquote(link.url)):
        weight += 8
    if _PROCEDURE_KEY.search(link.url):
        weight += 6
    if _PROCEDURE_PATH.search(urlsplit(link.url).path):
        weight += 5
    if weight and len(called) >= 2 and f"{' '.join(called)} ".startswith(_BEGINS):
        weight += 4
    return weight


def _held(seen: Seen) -> list[tuple[PageKind, int]]:
    fields = seen.fields or {}
    found: list[tuple[PageKind, int]] = []
    if fields.get("password"):
        found.append((PageKind.LOGIN, 10))
    parts = {" ".join(tokens(one)) for one in seen.headings} & PROCEDURE_PARTS
    if len(parts) >= 2:
        found.append((PageKind.PROCEDURE, 5 if len(parts) == 2 else 12))
    typed = fields.get("text", 0) + fields.get("area", 0) + fields.get("choice", 0) // 2
    if typed >= 5 and not fields.get("password"):
        found.append((PageKind.FORM, 5 + (3 if fields.get("file") else 0)))
    labels = [" ".join(tokens(one)) for one in seen.labels]
    if any(words in label for label in labels for words in LOOKUP_FIELDS):
        found.append((PageKind.LOOKUP, 7))
    if fields.get("area") and typed < 8:
        found.append((PageKind.FEEDBACK, 2))
    if sum(_procedure(link, tokens(link.text)) >= 5 for link in seen.links) >= 5:
        found.append((PageKind.SERVICES, 5))
    return found
