"""Look-up of dossiers: is it open to all, does it ask little, is it offered in other ways too.

Nothing is submitted: forms are read, and results only where a link leads to them.
"""

from collections.abc import Iterator

from motcua.evaluation.probes.lookup.cards import CARDS
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
from motcua.evaluation.rules.looking.finding_lookup import (
    asked_beside,
    bared,
    look_up,
    personal,
    shows_example,
    ways,
)
from motcua.evaluation.rules.looking.finding_outline import Field, Form, Outline
from motcua.evaluation.values.facts import Area, Scope
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

ON_SITE = tuple(one.code for one in CARDS.all if one.scope is Scope.SITE)
FORM_FACTS = ("lookup.form", "lookup.asks", "lookup.personal", "lookup.captcha", "lookup.example")
WAYS = ("qr", "sms", "zalo")
NO_FORM = Sentence("Trang không có ô nhập mã hồ sơ.", "The page has no field for a dossier's code.")
NO_PAGE = Sentence("Không thấy trang tra cứu hồ sơ.", "No page to look a dossier up was found.")
NO_RESULT = Sentence("Trang không hiện hồ sơ nào.", "The page shows no dossier.")
NO_CAPTCHA = Sentence("Không có mã xác nhận.", "There is no captcha.")
UNSEEN = Sentence("Không đọc được trang nào.", "No page could be read.")
SHOWN = {
    "name": Sentence("Hiện nguyên họ tên", "Shows a whole name"),
    "identity": Sentence("Hiện nguyên số định danh", "Shows a whole identity number"),
    "phone": Sentence("Hiện nguyên số điện thoại", "Shows a whole telephone number"),
    "mail": Sentence("Hiện nguyên thư điện tử", "Shows a whole mail address"),
    "birth": Sentence("Hiện ngày sinh", "Shows a date of birth"),
}
ASKED = {
    "name": Sentence("Hỏi họ tên", "Asks for a name"),
    "identity": Sentence("Hỏi số định danh", "Asks for an identity number"),
    "phone": Sentence("Hỏi số điện thoại", "Asks for a telephone number"),
    "mail": Sentence("Hỏi thư điện tử", "Asks for a mail address"),
    "birth": Sentence("Hỏi ngày sinh", "Asks for a date of birth"),
    "address": Sentence("Hỏi địa chỉ", "Asks for an address"),
}


def _facts(kind: PageKind) -> tuple[str, ...]:
    return (*FORM_FACTS, "lookup.masked") if kind is PageKind.LOOKUP else ()


def _look(visit: Visit, page: Outline) -> Iterator[Observation]:
    found = look_up(page, visit.kind)
    leave(
        visit,
        Area.LOOKUP,
        {
            "form": found is not None,
            "ways": {
                way: {"selector": one.selector, "text": one.text[:200]}
                for way, one in ways(page, visit.kind).items()
            },
        },
    )
    if visit.kind is PageKind.LOOKUP or found is not None:
        yield from _form(visit, page, found)
    yield from _masked(visit, page)


def _form(visit: Visit, page: Outline, found: tuple[Form, Field] | None) -> Iterator[Observation]:
    if found is None:
        closed = any(one.kind == "password" for form in page.forms for one in form.fields)
        note = Sentence("Trang bắt đăng nhập.", "The page asks for a login.") if closed else NO_FORM
        yield told("lookup.form", visit.url, False, note=note)
        yield from (absent(fact, visit.url, NO_FORM) for fact in FORM_FACTS[1:])
        return
    form, code = found
    yield told("lookup.form", visit.url, True, places=(form.item.place(),))
    beside = asked_beside(form, code)
    yield told("lookup.asks", visit.url, len(beside), places=[_at(one) for one in beside])
    asked = personal(form)
    yield told(
        "lookup.personal",
        visit.url,
        not asked,
        places=[_at(one, ASKED[kind]) for kind, one in asked],
    )
    if form.captcha:
        yield told(
            "lookup.captcha", visit.url, form.captcha == "spoken", places=(form.item.place(),)
        )
    else:
        yield absent("lookup.captcha", visit.url, NO_CAPTCHA)
    shows = shows_example(form, code)
    yield told("lookup.example", visit.url, shows, places=() if shows else (_at(code),))


def _at(one: Field, says: Sentence | None = None) -> Place:
    label = one.label or one.placeholder or one.name
    return Place(selector=one.selector, snippet=f"<{one.kind}> {label}"[:300], says=says)


def _masked(visit: Visit, page: Outline) -> Iterator[Observation]:
    shown = bared(page)
    if shown is not None:
        # What is shown of a person is not copied into evidence: only what it is, and its label.
        places = [Place(says=SHOWN[kind], snippet=label[:100]) for kind, label in shown]
        yield told("lookup.masked", visit.url, not shown, places=places)
    elif visit.kind is PageKind.LOOKUP:
        yield absent("lookup.masked", visit.url, NO_RESULT)


def _site(site: Site) -> Iterator[Observation]:
    pages = left(site, Area.LOOKUP)
    if not pages:
        yield from (unseen(fact, site.home, UNSEEN) for fact in ON_SITE)
        return
    open_ = [url for url, _kind, one in pages if one["form"]]
    places = [Place(says=Sentence(url, url)) for url in open_]
    yield told("lookup.offered", site.home, bool(open_), places=places)
    if not open_ and not any(kind is PageKind.LOOKUP for _url, kind, _one in pages):
        yield told("lookup.form", site.home, False, note=NO_PAGE)
    offered = 0
    for way in WAYS:
        found = [(url, one["ways"][way]) for url, _kind, one in pages if way in one["ways"]]
        offered += bool(found)
        yield told(
            f"lookup.{way}",
            site.home,
            bool(found),
            places=[
                Place(
                    selector=kept["selector"],
                    snippet=kept["text"][:300],
                    says=Sentence(f"{url}: “{kept['text']}”", f"{url}: “{kept['text']}”"),
                )
                for url, kept in found
            ],
        )
    yield told("lookup.other_ways", site.home, offered > 0)


PROBE = Probe(
    area=Area.LOOKUP,
    facts=tuple(CARDS.all),
    on_page={Phase.LOADED: on_page(_look, _facts)},
    on_site=on_site(_site, ON_SITE),
)
