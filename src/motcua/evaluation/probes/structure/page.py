"""One page: how it is headed, dated, told to machines, printed, and how plainly it is written."""

import re
from collections.abc import Callable, Iterable, Iterator

from motcua.evaluation.probes.structure.telling import absent, leave, places_of, told, unseen
from motcua.evaluation.probes.visits import Visit
from motcua.evaluation.rules.looking.finding_graph import host_of
from motcua.evaluation.rules.looking.finding_guides import documents, is_picture
from motcua.evaluation.rules.looking.finding_marks import is_tongue
from motcua.evaluation.rules.looking.finding_outline import Form, Item, Outline
from motcua.evaluation.rules.looking.finding_search import searches
from motcua.evaluation.rules.looking.finding_text import (
    dated,
    is_service_told,
    jargon,
    linked,
    long_share,
)
from motcua.evaluation.rules.looking.finding_words import said
from motcua.evaluation.rules.looking.masking import personal
from motcua.evaluation.values.facts import Area
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.text import fold
from motcua.kernel.words import Sentence

EVERY = (
    *("h1", "description", "schema_valid", "broken_anchors", "document_only", "back"),
    *("long_sentences", "jargon"),
)
OF_KIND = {
    PageKind.HOME: ("search", "languages", "indexed"),
    PageKind.SERVICES: ("indexed",),
    PageKind.PROCEDURE: (
        *("indexed", "schema_org", "schema_breadcrumbs", "breadcrumbs", "updated", "print"),
    ),
    PageKind.GUIDE: ("indexed", "updated", "print"),
}
BLOCKS = re.compile(
    r"history\s*\.\s*(forward\s*\(|go\s*\(\s*1\s*\))|onpopstate[^;]{0,200}history\s*\.\s*"
    r"(pushState|go|forward)|popstate['\"][^;]{0,200}history\s*\.\s*(pushState|go|forward)"
)
FEW = 60
"""Words of a page's main part below which a PDF or a picture is its content."""
ROOM = 150_000
"""Characters of JSON for the links that a page leaves for the graph."""
LARGE = 400 * 500
"""Square pixels of a picture that may be a scanned sheet."""
SHORT = Sentence("Trang quá ít chữ để tính.", "The page has too few words to tell.")
NO_DATA = Sentence("Trang không có JSON-LD.", "The page has no JSON-LD.")
CLOSED = Sentence(
    "Kiểu dáng nằm ở máy chủ khác, trình duyệt không cho đọc.",
    "The styles are on another host, and the browser does not let them be read.",
)


def facts(kind: PageKind) -> tuple[str, ...]:
    """Give the facts that are told of a page of a kind."""
    return tuple(f"structure.{one}" for one in (*EVERY, *OF_KIND.get(kind, ())))


def look(visit: Visit, page: Outline) -> Iterator[Observation]:
    """Tell what concerns one page, and leave its links, title and search forms."""
    _leave(visit, page)
    yield from _words(visit, page)
    yield from _machine(visit, page)
    for name in OF_KIND.get(visit.kind, ()):
        if name in ASKED:
            yield from ASKED[name](f"structure.{name}", visit, page)


def _leave(visit: Visit, page: Outline) -> None:
    own = host_of(page.url)
    ways = (one for one in page.links if host_of(one.target) == own and not personal(one.target))
    links = list(_few(ways))
    heading = next((one.text for one in page.headings if one.level == 1 and one.text), "")
    found = [(form, field) for form in page.forms if (field := searches(form)) is not None]
    leave(
        visit,
        Area.STRUCTURE,
        {
            "at": page.url,
            "title": page.title,
            "heading": heading,
            "links": links,
            "searches": [_form(form, field.name, field.selector) for form, field in found[:3]],
        },
    )


def _few(items: Iterable[Item]) -> Iterator[list[str]]:
    """Give links as they are left, as many as fit into what a page may leave (as ASCII)."""
    room = ROOM
    for one in items:
        link = [one.target[:300], one.text[:80], one.selector[:120]]
        room -= sum(len(words) * (1 if words.isascii() else 6) for words in link) + 20
        if room < 0:
            return
        yield link


def _form(form: Form, name: str, selector: str) -> dict[str, object]:
    return {
        "target": form.item.target,
        "method": form.method,
        "name": name,
        "selector": selector,
        "kept": [
            [one.name, one.value]
            for one in form.fields
            if one.name and one.name != name and (one.value or one.kind == "select")
        ][:30],
    }


def _words(visit: Visit, page: Outline) -> Iterator[Observation]:
    heads = [one for one in page.headings if one.level == 1]
    good = len(heads) == 1 and bool(heads[0].text)
    note = None if good else Sentence(f"Trang có {len(heads)} h1.", f"There are {len(heads)} h1.")
    yield told(
        "structure.h1", visit.url, good, places=places_of(heads) if not good else (), note=note
    )
    yield told("structure.description", visit.url, said(page.description).count >= 4)
    yield told(
        "structure.broken_anchors", visit.url, len(page.missing), places=places_of(page.missing)
    )
    yield _document_only(visit, page)
    held = [one for one in page.scripts if BLOCKS.search(one.text)]
    yield told("structure.back", visit.url, not held, places=places_of(held))
    share, office = long_share(page.text), jargon(page.text)
    yield _number("structure.long_sentences", visit, None if share is None else float(share))
    yield _number("structure.jargon", visit, None if office is None else float(office))


def _number(fact: str, visit: Visit, value: float | None) -> Observation:
    if value is None:
        return absent(fact, visit.url, SHORT)
    return told(fact, visit.url, round(value, 4))


def _document_only(visit: Visit, page: Outline) -> Observation:
    few = said(page.text).count < FEW if page.framed else False
    sheets = [one for one in page.images if is_picture(one) and _is_sheet(one)]
    files = documents(page)
    found = tuple(dict.fromkeys((*sheets, *files))) if few else ()
    # A form or a list with few words is no scan: there must be nothing else to act on.
    only = bool(found) and not any(form.fields for form in page.forms)
    return told("structure.document_only", visit.url, only, places=places_of(found) if only else ())


def _is_sheet(one: Item) -> bool:
    return one.box is not None and one.box[2] * one.box[3] >= LARGE


def _machine(visit: Visit, page: Outline) -> Iterator[Observation]:
    types, broken = linked(page.linked)
    if page.linked:
        yield told("structure.schema_valid", visit.url, not broken, found=broken)
    else:
        yield absent("structure.schema_valid", visit.url, NO_DATA)
    if visit.kind is not PageKind.PROCEDURE:
        return
    kinds = [one.rstrip("/").rsplit("/", 1)[-1] for one in page.kinds]
    names = ", ".join(dict.fromkeys([*types, *kinds]))[:200]
    note = Sentence(f"Các kiểu: {names}.", f"Types: {names}.") if names else NO_DATA
    service = is_service_told([*types, *kinds])
    yield told("structure.schema_org", visit.url, service, note=note)
    trail = "BreadcrumbList" in {*types, *kinds}
    yield told("structure.schema_breadcrumbs", visit.url, trail)


def _search(fact: str, visit: Visit, page: Outline) -> Iterator[Observation]:
    found = [form.item for form in page.forms if searches(form) is not None]
    yield told(fact, visit.url, bool(found), places=places_of(found))


def _languages(fact: str, visit: Visit, page: Outline) -> Iterator[Observation]:
    found = [one for one in (*page.links, *page.buttons) if one.seen and is_tongue(one)]
    yield told(fact, visit.url, bool(found), places=places_of(found[:5]))


def _indexed(fact: str, visit: Visit, page: Outline) -> Iterator[Observation]:
    header = visit.headers.get("x-robots-tag", "")
    closed = re.search(r"\b(noindex|none)\b", f"{page.robots} {header}", re.IGNORECASE)
    note = (
        Sentence(f"Trang ghi “{closed.group(0)}”.", f"It says “{closed.group(0)}”.")
        if closed
        else None
    )
    yield told(fact, visit.url, closed is None, note=note)


def _breadcrumbs(fact: str, visit: Visit, page: Outline) -> Iterator[Observation]:
    found = [one for one in page.crumbs if one.seen]
    yield told(fact, visit.url, bool(found), places=places_of(found[:1]))


def _updated(fact: str, visit: Visit, page: Outline) -> Iterator[Observation]:
    yield told(fact, visit.url, dated(page, fold(page.text)))


def _print(fact: str, visit: Visit, page: Outline) -> Iterator[Observation]:
    if page.print == "closed":
        yield unseen(fact, visit.url, CLOSED)
    else:
        yield told(fact, visit.url, page.print == "yes")


ASKED: dict[str, Callable[[str, Visit, Outline], Iterator[Observation]]] = {
    "search": _search,
    "languages": _languages,
    "indexed": _indexed,
    "breadcrumbs": _breadcrumbs,
    "updated": _updated,
    "print": _print,
}
