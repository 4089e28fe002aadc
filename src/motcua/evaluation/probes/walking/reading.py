"""What a page that stands open holds for somebody who looks for a way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.visits import Unanswered, Visit
from motcua.evaluation.probes.walking.addresses import canonical


@dataclass(frozen=True, slots=True)
class Link:
    """One way on: a canonical address, what it is called, in which part of the page it stands."""

    url: str
    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page holds.

    fields    how many of `text`, `password`, `file`, `area`, `choice`
    labels    what its fields are called
    headings  headings of every rank, and what serves as such
    searches  addresses that search the portal for `KEYWORD`
    bare      nothing can be seen on it: no words, pictures, fields
    """

    url: str
    title: str = ""
    heading: str = ""
    links: tuple[Link, ...] = ()
    fields: Mapping[str, int] | None = None
    labels: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    bare: bool = False


KEYWORD = "khai+sinh"
"""What a portal is searched for where its search is looked at: it has a diacritic-free form."""


def read(visit: Visit) -> Seen:
    """Read a page and the frames in it that are the portal's own."""
    try:
        found = visit.ask(_script())
    except Unanswered:
        found = None
    url = visit.page.url
    return of_page(found, url) if isinstance(found, dict) else Seen(url=url)


@cache
def _script() -> str:
    return Path(__file__).with_name("reading.js").read_text(encoding="utf-8")


def of_page(found: Mapping[str, Any], base: str) -> Seen:
    """Take what a page said of itself, which may be anything."""
    fields = found.get("fields")
    return Seen(
        url=base,
        title=_text(found.get("title")),
        heading=_text(found.get("heading")),
        links=tuple(_links(found.get("links"), base)),
        fields={str(name): _count(number) for name, number in fields.items()}
        if isinstance(fields, dict)
        else {},
        labels=tuple(_text(one) for one in _list(found.get("labels"))),
        headings=tuple(_text(one) for one in _list(found.get("headings"))),
        searches=tuple(_searches(found.get("searches"), base)),
        bare=found.get("bare") is True,
    )


def _links(found: Any, base: str) -> Iterator[Link]:
    for one in _list(found):
        if not isinstance(one, dict) or not (href := _text(one.get("href"), 2_100)):
            continue
        if url := canonical(href, _text(one.get("base"), 2_100) or base):
            yield Link(url, _text(one.get("text")), _text(one.get("part")))


def _searches(found: Any, base: str) -> Iterator[str]:
    for one in _list(found):
        if isinstance(one, dict):
            action, name = _text(one.get("action"), 2_100), _text(one.get("name"), 80)
            before = action.partition("#")[0].partition("?")[0]
            where = _text(one.get("base"), 2_100) or base
            if url := canonical(f"{before}?{name}={KEYWORD}", where):
                yield url


def _list(found: Any) -> Sequence[Any]:
    return found if isinstance(found, list) else ()


def _text(found: Any, most: int = 200) -> str:
    text = found if isinstance(found, str) else ""
    return text[:most].encode("utf-8", "replace").decode("utf-8")


def _count(found: Any) -> int:
    return int(found) if isinstance(found, int | float) and 0 <= found < 10**6 else 0
