"""Functions of TT 21/2023 Art. 5(1) as they show from outside, each with its places.

What one can act on and what pages are headed by counts; running text does not.
"""

from collections.abc import Iterator
from typing import Any

from motcua.evaluation.probes.functions.cards import CARDS, CODES
from motcua.evaluation.probes.structure.telling import (
    Left,
    leave,
    left,
    on_page,
    on_site,
    told,
    unseen,
)
from motcua.evaluation.probes.visits import Phase, Probe, Site, Visit
from motcua.evaluation.rules.looking.finding_lookup import look_up
from motcua.evaluation.rules.looking.finding_marks import ENOUGH, Mark, marks, weigh
from motcua.evaluation.rules.looking.finding_outline import Item, Outline
from motcua.evaluation.rules.looking.finding_search import searches
from motcua.evaluation.values.facts import Area
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

FACTS = (*(f"functions.{code}" for code in CODES), "functions.coverage")
UNSEEN = Sentence("Không đọc được trang nào.", "No page could be read.")
INSIDE = frozenset(
    {
        "account",
        "dossier",
        "eform",
        "exchange",
        "notification",
        "payment",
        "personal_store",
        "post",
        "result",
        "signature",
        "upload",
    }
)
"""Functions that many portals show only after the login."""
MAYBE_INSIDE = Sentence(
    "Nhìn từ bên ngoài không thấy. Nếu chức năng chỉ hiện sau khi đăng nhập, cơ quan nêu bằng "
    "chứng.",
    "Not seen from outside. Where it shows only after logging in, the agency gives evidence.",
)
WEAK = Sentence(
    "Chỉ thấy nhắc tới ở đề mục phụ, không thấy nút hay đường dẫn.",
    "Only named in a minor heading; no button and no link was found.",
)


def _facts(_kind: PageKind) -> tuple[str, ...]:
    return ()


def _look(visit: Visit, page: Outline) -> Iterator[Observation]:
    found = list(marks(page, visit.kind))
    if (form := look_up(page, visit.kind)) is not None:
        found.append(Mark(function="lookup", weight=ENOUGH, item=form[0].item))
    for one in page.forms:
        field = searches(one)
        if field is not None:
            found.append(Mark(function="search", weight=ENOUGH, item=one.item))
    leave(visit, Area.FUNCTIONS, [_kept(one) for one in found])
    yield from ()


def _kept(mark: Mark) -> dict[str, Any]:
    item = mark.item
    return {
        "function": mark.function,
        "weight": mark.weight,
        "what": item.what,
        "text": item.text[:120],
        "selector": item.selector,
        "snippet": item.snippet[:200],
        "box": list(item.box) if item.box else None,
    }


def _again(kept: dict[str, Any]) -> Mark:
    box = kept["box"]
    item = Item(
        what=kept["what"],
        text=kept["text"],
        selector=kept["selector"],
        snippet=kept["snippet"],
        box=(box[0], box[1], box[2], box[3]) if box else None,
    )
    return Mark(function=kept["function"], weight=kept["weight"], item=item)


def _site(site: Site) -> Iterator[Observation]:
    pages = left(site, Area.FUNCTIONS)
    if not pages:
        yield from (unseen(fact, site.home, UNSEEN) for fact in FACTS)
        return
    found = [(url, _again(kept)) for url, _kind, all_kept in pages for kept in all_kept]
    weights = weigh(mark for _url, mark in found)
    weights = {**weights, **_by_kind(pages, weights)}
    seen = 0
    for code in CODES:
        have = weights.get(code, 0) >= ENOUGH
        seen += have
        yield told(
            f"functions.{code}",
            site.home,
            have,
            places=_places(code, found),
            note=None if have else _why(code, weights),
        )
    note = Sentence(
        f"Thấy {seen} trong {len(CODES)} chức năng.", f"{seen} of {len(CODES)} functions seen."
    )
    yield told("functions.coverage", site.home, round(seen / len(CODES), 4), note=note)


def _by_kind(pages: list[Left], weights: dict[str, int]) -> dict[str, int]:
    """A minor heading is enough where a page of that very kind was found."""
    kinds = {
        PageKind.STATISTICS: "statistics",
        PageKind.PAYMENT: "payment",
        PageKind.SERVICES: "catalogue",
        PageKind.QUESTIONS: "questions",
        PageKind.GUIDE: "guides",
    }
    return {
        name: ENOUGH
        for _url, kind, _left in pages
        if (name := kinds.get(kind, "")) and weights.get(name, 0) > 0
    }


def _why(code: str, weights: dict[str, int]) -> Sentence | None:
    if weights.get(code, 0):
        return WEAK
    return MAYBE_INSIDE if code in INSIDE else None


def _places(code: str, found: list[tuple[str, Mark]]) -> list[Place]:
    places: dict[tuple[str, str], Place] = {}
    for url, mark in found:
        if mark.function == code:
            text = mark.item.text or mark.item.snippet
            says = Sentence(f"{url}: “{text[:120]}”", f"{url}: “{text[:120]}”")
            places.setdefault((mark.item.text, mark.item.what), mark.item.place(says))
    return list(places.values())


PROBE = Probe(
    area=Area.FUNCTIONS,
    facts=tuple(CARDS.all),
    on_page={Phase.LOADED: on_page(_look, _facts)},
    on_site=on_site(_site, FACTS),
)
