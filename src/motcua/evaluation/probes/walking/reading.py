"""What a page that stands open holds for somebody who looks for a way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua.evaluation.probes.walking.addresses import canonical, site

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

FRAMES = 6
"""Frames of one page that are read, the page itself with them."""
_SCRIPT = Path(__file__).with_name("reading.js")


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
    """

    url: str
    title: str = ""
    heading: str = ""
    links: tuple[Link, ...] = ()
    fields: Mapping[str, int] | None = None
    labels: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()


KEYWORD = "khai+sinh"
"""What a portal is searched for where its search is looked at: it has a diacritic-free form."""


def read(page: "Page") -> Seen:
    """Read a page and the frames in it that are the portal's own."""
    script = _SCRIPT.read_text(encoding="utf-8")
    found = [seen for frame in _frames(page) if (seen := _read(frame, script))]
    if not found:
        return Seen(url=page.url)
    first, rest = found[0], found[1:]
    if not rest:
        return first
    fields = dict(first.fields or {})
    for seen in rest:
        for name, number in (seen.fields or {}).items():
            fields[name] = fields.get(name, 0) + number
    return Seen(
        url=first.url,
        title=first.title,
        heading=first.heading or next((seen.heading for seen in rest if seen.heading), ""),
        links=tuple(link for seen in found for link in seen.links),
        fields=fields,
        labels=tuple(label for seen in found for label in seen.labels),
        headings=tuple(heading for seen in found for heading in seen.headings),
        searches=tuple(one for seen in found for one in seen.searches),
    )


def _frames(page: "Page") -> "Iterator[Frame]":
    own = site(page.url)
    yield page.main_frame
    for frame in page.frames[1:FRAMES]:
        if site(frame.url) == own:
            yield frame


def _read(frame: "Frame", script: str) -> Seen | None:
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    try:
        found = frame.evaluate(script)
    except Error:  # The frame went away, or its page breaks what every page has.
        return None
    return of_page(found, frame.url) if isinstance(found, dict) else None


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
    )


def _links(found: Any, base: str) -> Iterator[Link]:
    for one in _list(found):
        if isinstance(one, dict) and (url := canonical(_text(one.get("href"), 2_100), base)):
            yield Link(url, _text(one.get("text")), _text(one.get("part")))


def _searches(found: Any, base: str) -> Iterator[str]:
    for one in _list(found):
        if isinstance(one, dict):
            action, name = _text(one.get("action"), 2_100), _text(one.get("name"), 80)
            before = action.partition("#")[0].partition("?")[0]
            if url := canonical(f"{before}?{name}={KEYWORD}", base):
                yield url


def _list(found: Any) -> Sequence[Any]:
    return found if isinstance(found, list) else ()


def _text(found: Any, most: int = 200) -> str:
    text = found if isinstance(found, str) else ""
    return text[:most].encode("utf-8", "replace").decode("utf-8")


def _count(found: Any) -> int:
    return int(found) if isinstance(found, int | float) and 0 <= found < 10**6 else 0
