"""Guides: text, pictures, film for those who want to know how; what a procedure's page states."""

from collections.abc import Iterator
from contextlib import suppress

from motcua.evaluation.probes.guides.cards import CARDS
from motcua.evaluation.probes.structure.telling import (
    Left,
    absent,
    leave,
    left,
    on_page,
    on_site,
    outlined,
    places_of,
    told,
    unseen,
)
from motcua.evaluation.probes.visits import Phase, Probe, Site, Visit
from motcua.evaluation.rules.looking.finding_graph import host_of, is_safe, same
from motcua.evaluation.rules.looking.finding_guides import (
    PARTS,
    Guide,
    guide,
    is_guide,
    led_to,
    lists_guides,
    samples,
    stated,
)
from motcua.evaluation.rules.looking.finding_marks import marks
from motcua.evaluation.rules.looking.finding_outline import Outline
from motcua.evaluation.values.facts import Area, Scope
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

ON_SITE = tuple(one.code for one in CARDS.all if one.scope is Scope.SITE)
GUIDE_FACTS = tuple(
    f"guides.{name}"
    for name in ("text", "image", "video", "forms3", "image_alt", "easy_read", "audio")
)
STATED = ("components", "fee", "time_limit", "agency", "legal_basis", "result")
RECORD_FACTS = ("guides.record", *(f"guides.{name}" for name in STATED), "guides.sample_form")
GUIDED = frozenset({PageKind.PROCEDURE, PageKind.GUIDE})
FOLLOWED = 2
"""Guides opened that only a procedure leads to."""
BAD = 400
UNSEEN = Sentence("Không đọc được trang nào.", "No page could be read.")
LISTS = Sentence("Trang này chỉ dẫn tới các bài hướng dẫn.", "This page only leads to guides.")
NO_PICTURE = Sentence("Trang không có hình hướng dẫn.", "The page has no picture of a guide.")
NAMES = {
    "steps": Sentence("các bước", "steps"),
    "ways": Sentence("cách nộp", "ways to apply"),
    "components": Sentence("giấy tờ", "papers"),
    "time_limit": Sentence("thời hạn", "time limit"),
    "fee": Sentence("phí, lệ phí", "fee"),
    "agency": Sentence("cơ quan", "agency"),
    "legal_basis": Sentence("căn cứ pháp lý", "legal basis"),
    "result": Sentence("kết quả", "result"),
    "audience": Sentence("đối tượng", "for whom"),
    "conditions": Sentence("điều kiện", "conditions"),
}


def _facts(kind: PageKind) -> tuple[str, ...]:
    if kind is PageKind.PROCEDURE:
        return (*GUIDE_FACTS, *RECORD_FACTS)
    return GUIDE_FACTS if kind is PageKind.GUIDE else ()


def _look(visit: Visit, page: Outline) -> Iterator[Observation]:
    guided = visit.kind in GUIDED or is_guide(page)
    found = guide(page) if guided else Guide()
    # A heading alone publishes nothing: it must lead to a guide.
    guides = [
        one
        for one in marks(page, visit.kind)
        if one.function == "guides" and one.item.what in {"link", "button"}
    ]
    leave(
        visit,
        Area.GUIDES,
        {
            "text": bool(found.text),
            "image": bool(found.images),
            "video": bool(found.videos),
            "leads": [one.target[:300] for one in led_to(page) if one.target][:3],
            "offers": [[one.item.text[:100], one.item.target[:300]] for one in guides[:2]],
        },
    )
    if visit.kind is not PageKind.PROCEDURE and lists_guides(page, found):
        yield from (absent(fact, visit.url, LISTS) for fact in GUIDE_FACTS if guided)
    elif guided:
        yield from _forms(visit.url, found)
    if visit.kind is PageKind.PROCEDURE:
        yield from _record(visit.url, page)


def _forms(url: str, found: Guide) -> Iterator[Observation]:
    yield told("guides.text", url, bool(found.text), places=places_of(found.text[:5]))
    pictures = found.images
    note = None if pictures or not found.silent else _silent(len(found.silent))
    yield told("guides.image", url, bool(pictures), places=places_of(pictures), note=note)
    yield told("guides.video", url, bool(found.videos), places=places_of(found.videos))
    forms = sum(bool(one) for one in (found.text, pictures, found.videos))
    note = Sentence(f"Có {forms} trong 3 dạng.", f"{forms} of 3 forms.")
    yield told("guides.forms3", url, forms == 3, note=note)
    if found.images or found.silent:
        yield told("guides.image_alt", url, len(found.silent), places=places_of(found.silent))
    else:
        yield absent("guides.image_alt", url, NO_PICTURE)
    yield told("guides.easy_read", url, bool(found.easy), places=places_of(found.easy[:3]))
    yield told("guides.audio", url, bool(found.audio), places=places_of(found.audio[:3]))


def _silent(number: int) -> Sentence:
    return Sentence(
        f"Có {number} hình, nhưng hình nào cũng thiếu chữ thay thế.",
        f"There are {number} pictures, none with a text in its place.",
    )


def _record(url: str, page: Outline) -> Iterator[Observation]:
    parts = stated(page)
    missing = [name for name in PARTS if name not in parts]
    places = [
        Place(says=Sentence(f"Không thấy: {NAMES[name].vi}", f"Not found: {NAMES[name].en}"))
        for name in missing
    ]
    yield told("guides.record", url, round(len(parts) / len(PARTS), 4), places=places)
    for name in STATED:
        place = (parts[name].place(),) if name in parts else ()
        yield told(f"guides.{name}", url, name in parts, places=place)
    forms = samples(page)
    online = [one.item for one in marks(page, PageKind.PROCEDURE) if one.function == "dossier"]
    yield told(
        "guides.sample_form", url, bool(forms or online), places=places_of((*forms, *online)[:5])
    )


def _followed(site: Site, pages: list[Left]) -> Iterator[tuple[str, Guide]]:
    """Open the guides that procedures lead to and the walk did not come by, two at most."""
    seen = {same(url) for url, _kind, _one in pages}
    targets = [
        url for _url, kind, one in pages if kind is PageKind.PROCEDURE for url in one["leads"]
    ]
    fresh = dict.fromkeys(
        url
        for url in targets
        if same(url) not in seen and host_of(url) == host_of(site.home) and is_safe(url)
    )
    for url in list(fresh)[:FOLLOWED]:
        with suppress(Exception), site.open(url) as visit:
            page = outlined(visit)
            if page is not None and visit.status < BAD:
                yield url, guide(page)


def _site(site: Site) -> Iterator[Observation]:
    pages = left(site, Area.GUIDES)
    if not pages:
        yield from (unseen(fact, site.home, UNSEEN) for fact in ON_SITE)
        return
    further = list(_followed(site, pages))
    for url, found in further:
        yield from _forms(url, found)
    guides = [url for url, kind, one in pages if kind is not PageKind.PROCEDURE and one["text"]]
    offers = {tuple(pair): url for url, _kind, one in pages for pair in one["offers"]}
    places = [Place(says=Sentence(url, url)) for url in guides] + [
        Place(snippet=f"{text} {target}".strip(), says=Sentence(url, url))
        for (text, target), url in offers.items()
    ]
    yield told("guides.published", site.home, bool(places), places=places)
    had = [one for _url, _kind, one in pages]
    had += [
        {"text": bool(one.text), "image": bool(one.images), "video": bool(one.videos)}
        for _url, one in further
    ]
    have = [name for name in ("text", "image", "video") if any(one[name] for one in had)]
    note = Sentence(f"Có {len(have)} trong 3 dạng.", f"{len(have)} of 3 forms.")
    yield told("guides.three_in_portal", site.home, len(have) == 3, note=note)
    procedures = [(url, one) for url, kind, one in pages if kind is PageKind.PROCEDURE]
    if not procedures:
        why = Sentence("Không thấy trang thủ tục nào.", "No page of a procedure was found.")
        yield absent("guides.share", site.home, why)
        return
    without = [url for url, one in procedures if not (one["text"] or one["leads"])]
    share = round(1 - len(without) / len(procedures), 4)
    places = [Place(says=Sentence(url, url)) for url in without]
    yield told("guides.share", site.home, share, places=places)


PROBE = Probe(
    area=Area.GUIDES,
    facts=tuple(CARDS.all),
    on_page={Phase.LOADED: on_page(_look, _facts)},
    on_site=on_site(_site, ON_SITE),
)
