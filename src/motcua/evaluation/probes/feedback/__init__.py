"""Feedback: petitions, ratings, surveys, ways of contact, questions and their answers."""

from collections.abc import Iterator, Mapping

from motcua.evaluation.probes.feedback.cards import CARDS
from motcua.evaluation.probes.structure.telling import (
    Left,
    absent,
    leave,
    left,
    on_page,
    on_site,
    told,
    unseen,
)
from motcua.evaluation.probes.visits import Phase, Probe, Site, Visit
from motcua.evaluation.rules.looking.finding_feedback import (
    contact,
    has_answers,
    offered,
    publishes,
)
from motcua.evaluation.rules.looking.finding_outline import Item, Outline
from motcua.evaluation.values.facts import Area, Scope
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.text import fold
from motcua.kernel.words import Sentence

ON_SITE = tuple(one.code for one in CARDS.all if one.scope is Scope.SITE)
WAYS = ("petition", "rating", "survey", "questions")
CONTACT = ("hotline", "email", "address", "hours")
UNSEEN = Sentence("Không đọc được trang nào.", "No page could be read.")


def _facts(kind: PageKind) -> tuple[str, ...]:
    return ("feedback.tappable",) if kind in {PageKind.HOME, PageKind.CONTACT} else ()


def _look(visit: Visit, page: Outline) -> Iterator[Observation]:
    folded = fold(f"{page.text}\n{page.tail}")
    ways = {**contact(page, folded), **offered(page, visit.kind)}
    answers = has_answers(page) if visit.kind is PageKind.QUESTIONS else None
    if visit.kind is PageKind.FEEDBACK and any(form.method == "post" for form in page.forms):
        ways.setdefault("petition", page.forms[0].item)
    leave(
        visit,
        Area.FEEDBACK,
        {
            "ways": {name: _kept(one) for name, one in ways.items()},
            "answers": answers,
            "published": [_kept(one) for one in publishes(page)[:3]],
        },
    )
    if visit.kind in {PageKind.HOME, PageKind.CONTACT}:
        if "hotline" not in ways:
            why = Sentence("Trang không ghi số điện thoại.", "The page names no telephone number.")
            yield absent("feedback.tappable", visit.url, why)
            return
        one = ways["hotline"]
        tapped = one.target.startswith("tel:")
        yield told("feedback.tappable", visit.url, tapped, places=() if tapped else (one.place(),))


def _kept(one: Item) -> dict[str, str]:
    return {"selector": one.selector, "text": one.text[:160], "target": one.target[:300]}


def _place(url: str, kept: Mapping[str, str]) -> Place:
    said = kept["text"] or kept["target"]
    return Place(
        selector=kept["selector"],
        snippet=f"{said} {kept['target']}".strip()[:300],
        says=Sentence(f"{url}: “{said}”", f"{url}: “{said}”"),
    )


def _site(site: Site) -> Iterator[Observation]:
    pages = left(site, Area.FEEDBACK)
    if not pages:
        yield from (unseen(fact, site.home, UNSEEN) for fact in ON_SITE)
        return
    for way in (*WAYS, *CONTACT):
        places = _places(pages, way)
        yield told(f"feedback.{way}", site.home, bool(places), places=places)
    reached = [*_places(pages, "hotline"), *_places(pages, "email")]
    yield told("feedback.contact", site.home, bool(reached), places=reached[:4])
    yield _answers(site, pages)
    yield _published(site, pages)


def _places(pages: list[Left], way: str) -> list[Place]:
    """Give where a way is offered, the same words once."""
    found: dict[tuple[str, str], Place] = {}
    for url, _kind, one in pages:
        kept = one["ways"].get(way)
        if kept:
            found.setdefault((kept["text"], kept["target"]), _place(url, kept))
    return list(found.values())


def _answers(site: Site, pages: list[Left]) -> Observation:
    asked = [one["answers"] for _url, kind, one in pages if kind is PageKind.QUESTIONS]
    if not asked:
        why = Sentence("Không thấy trang hỏi đáp.", "No page of questions was found.")
        return absent("feedback.answers", site.home, why)
    return told("feedback.answers", site.home, any(asked))


def _published(site: Site, pages: list[Left]) -> Observation:
    heard = [(url, one) for url, kind, one in pages if kind is PageKind.FEEDBACK]
    if not heard:
        why = Sentence("Không thấy trang phản ánh.", "No page of petitions was found.")
        return absent("feedback.petition_answers", site.home, why)
    places = [_place(url, kept) for url, one in heard for kept in one["published"]]
    return told("feedback.petition_answers", site.home, bool(places), places=places)


PROBE = Probe(
    area=Area.FEEDBACK,
    facts=tuple(CARDS.all),
    on_page={Phase.LOADED: on_page(_look, _facts)},
    on_site=on_site(_site, ON_SITE),
)
