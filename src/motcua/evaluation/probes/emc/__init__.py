"""Connection with the EMC: is its measuring code there, does it tell each view, and only once."""

from collections.abc import Iterator

from motcua.evaluation.probes.emc.cards import CARDS
from motcua.evaluation.probes.structure.telling import (
    absent,
    leave,
    left,
    on_page,
    on_site,
    told,
    unseen,
)
from motcua.evaluation.probes.visits import Phase, Probe, Site, Visit
from motcua.evaluation.rules.looking.finding_outline import Outline
from motcua.evaluation.rules.looking.finding_trackers import Sent, Tracker, doubled, sent, tracker
from motcua.evaluation.values.facts import Area
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

ON_PAGE = ("emc.tracker", "emc.kind", "emc.site_number", "emc.fires", "emc.once")
NONE = Sentence("Trang không có mã đo.", "The page carries no measuring code.")
MATOMO = Sentence(
    "Mã đo có hình dạng Matomo; không rõ số liệu có tới EMC không.",
    "The code has Matomo's shape; whether its figures reach the EMC cannot be seen.",
)
KINDS = {"emc": "EMC", "own": "Một cửa", "matomo": "Matomo", "other": "f1.tag"}


def _facts(kind: PageKind) -> tuple[str, ...]:
    return (*ON_PAGE, "emc.dvc") if kind is PageKind.FORM else ON_PAGE


def _look(visit: Visit, page: Outline) -> Iterator[Observation]:
    carried = tracker(page.scripts)
    questions = [
        found for one in visit.exchanges if (found := sent(one.url, one.method)) is not None
    ]
    numbers = sorted({one.site for one in questions if one.site} | _number(carried))
    fires = bool(questions)
    leave(visit, Area.EMC, {"fires": fires, "numbers": numbers, "carried": bool(carried)})
    place = (carried.item.place(),) if carried and carried.item else ()
    note = MATOMO if carried and carried.kind == "matomo" else None
    yield told(
        "emc.tracker",
        visit.url,
        bool(carried) or fires,
        places=place,
        note=note or _seen(questions),
    )
    if not carried and not fires:
        for fact in ("emc.site_number", "emc.fires"):
            yield told(fact, visit.url, False, note=NONE)
        yield absent("emc.once", visit.url, NONE)
        return
    yield told("emc.kind", visit.url, KINDS[carried.kind] if carried else "?", places=place)
    yield told("emc.site_number", visit.url, bool(numbers), places=place, note=_named(numbers))
    yield told("emc.fires", visit.url, fires, places=() if fires else place)
    yield _once(visit, questions, carried)
    if visit.kind is PageKind.FORM:
        yield told("emc.dvc", visit.url, bool(carried and carried.calls_dvc), places=place)


def _number(carried: Tracker | None) -> set[str]:
    return {carried.site} if carried and carried.site else set()


def _named(numbers: list[str]) -> Sentence | None:
    if not numbers:
        return None
    names = ", ".join(numbers[:5])
    return Sentence(f"Số của cổng: {names}.", f"The portal's number: {names}.")


def _seen(questions: list[Sent]) -> Sentence | None:
    doors = ", ".join(sorted({one.door for one in questions})[:3])
    return Sentence(f"Gửi tới {doors}.", f"Told to {doors}.") if doors else None


def _once(visit: Visit, questions: list[Sent], carried: Tracker | None) -> Observation:
    times = doubled(questions, carried)
    if not times and not questions:
        why = Sentence("Mã đo không gửi gì.", "The measuring code told nothing.")
        return absent("emc.once", visit.url, why)
    says = Sentence(
        f"Một lượt xem được gửi {times} lần.", f"One view of the page was told {times} times."
    )
    place = carried.item.place(says) if carried and carried.item else Place(says=says)
    return told("emc.once", visit.url, times <= 1, places=(place,) if times > 1 else ())


def _site(site: Site) -> Iterator[Observation]:
    pages = left(site, Area.EMC)
    if not pages:
        why = Sentence("Không trang nào đọc được.", "No page could be read.")
        yield from (unseen(fact, site.home, why) for fact in ("emc.pages", "emc.one_number"))
        return
    silent = [url for url, _kind, one in pages if not one["fires"]]
    places = [
        Place(says=Sentence(f"Không gửi lượt xem: {url}", f"Tells no view: {url}"))
        for url in silent
    ]
    share = round(1 - len(silent) / len(pages), 4)
    yield told("emc.pages", site.home, share, places=places)
    numbers = sorted({number for _url, _kind, one in pages for number in one["numbers"]})
    if not numbers:
        yield absent("emc.one_number", site.home, NONE)
        return
    yield told("emc.one_number", site.home, len(numbers) == 1, note=_named(numbers))


PROBE = Probe(
    area=Area.EMC,
    facts=tuple(CARDS.all),
    on_page={Phase.LOADED: on_page(_look, _facts)},
    on_site=on_site(_site, ("emc.pages", "emc.one_number")),
)
