"""The portal's own search, asked politely: by name, without diacritics, misspelt, for nothing.

Only addresses of GET searches are asked; a field that a script listens to may be typed into, with
everything but GET stopped in the browser. A search that can only be sent by POST is told so.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from motcua.evaluation.probes.structure.telling import absent, outlined, told, unseen
from motcua.evaluation.probes.visits import Site, Visit
from motcua.evaluation.rules.looking.finding_graph import asked, is_found, is_service, same, typo
from motcua.evaluation.rules.looking.finding_outline import Field, Form, Item
from motcua.evaluation.rules.looking.finding_search import address, helps, read, says_empty
from motcua.evaluation.rules.looking.finding_words import said
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.text import fold
from motcua.kernel.words import Sentence

if TYPE_CHECKING:
    from playwright.sync_api import Request, Route

FACTS = tuple(
    f"structure.{one}"
    for one in ("search_works", "search_diacritics", "search_typo", "search_empty")
)
NOTHING = "qxzvw khongco"
"""Words that no procedure has."""
SUGGESTS = ("co phai ban", "y ban la", "ban co muon tim", "ban muon tim", "co phai muon tim", "did")
PATIENCE = 4_000
"""Milliseconds that a search by script has to answer."""
STEP = 400
ORDER = (PageKind.HOME, PageKind.SEARCH, PageKind.SERVICES)

NO_FIELD = Sentence("Không thấy ô tìm kiếm nào.", "No search field was found.")
NO_NAME = Sentence(
    "Không thấy tên thủ tục nào để thử tìm.", "No name of a procedure was found to search for."
)
POSTED = Sentence(
    "Tìm kiếm phải gửi đi (POST); công cụ không gửi gì lên cổng, nên chưa thử được.",
    "Searching has to be sent (POST); nothing is ever sent to a portal, so it was not tried.",
)
SILENT = Sentence(
    "Trang tìm kiếm không trả lời khi được hỏi.", "The search did not answer when it was asked."
)
DEAF = Sentence("Gõ gì cũng ra một danh sách như nhau.", "Whatever one types, the same list comes.")
NOT_EVEN = Sentence(
    "Gõ đúng tên thủ tục cũng không ra.", "Not even the procedure's own name finds it."
)
PLAIN = Sentence("Tên thủ tục không có dấu.", "The procedure's name has no diacritics.")


class Kept(Protocol):
    """What a page left of itself."""

    @property
    def at(self) -> str:
        """Where it is."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def heading(self) -> str:
        """Its main heading."""
        ...

    @property
    def links(self) -> Sequence[tuple[str, str, str]]:
        """Where it leads: address, words, place."""
        ...

    @property
    def searches(self) -> Sequence[dict[str, Any]]:
        """Its search forms."""
        ...


@dataclass(frozen=True, slots=True)
class Results:
    """What a search gave: links and text."""

    links: tuple[tuple[str, str], ...] = ()
    text: str = ""


class Mute(Exception):
    """A search cannot be asked, with the sentence that says why."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why.vi)
        self.why = why


@dataclass(slots=True)
class Search:
    """One search form of a portal.

    drawn  its results are drawn by scripts
    empty  what it gives for words that nothing has
    """

    site: Site
    page: str
    form: Form
    field: Field
    drawn: bool = False
    empty: Results = Results()

    def ask(self, words: str) -> Results:
        """Ask for words; raise `Mute` where that is not possible."""
        if self.form.method == "post":
            raise Mute(POSTED)
        url = address(self.form, self.field, words, page=self.page)
        if not url:
            return self._typed(words)
        if self.drawn:
            return self._opened(url)
        answer = self.site.web.get(url)
        if answer.failed or answer.status >= 400:
            raise Mute(SILENT)
        links, text, _title = read(answer.text, answer.url or url)
        return Results(links, text)

    def _opened(self, url: str) -> Results:
        try:
            with self.site.open(url) as visit:
                if visit.problem is not None:
                    raise Mute(visit.problem)
                return _read(visit)
        except Mute:
            raise
        except Exception as error:  # a portal may break the visit in any way
            raise Mute(SILENT) from error

    def _typed(self, words: str) -> Results:
        try:
            with self.site.open(self.page) as visit:
                if visit.problem is not None:
                    raise Mute(visit.problem)
                before = _read(visit)
                with _guarded(visit) as stopped:
                    field = visit.page.locator(self.field.selector).first
                    field.fill(words, timeout=PATIENCE)
                    field.press("Enter", timeout=PATIENCE)
                    after = _waited(visit, before)
                if stopped and after == before:
                    raise Mute(POSTED)
                return after
        except Mute:
            raise
        except Exception as error:  # a portal may break the visit in any way
            raise Mute(SILENT) from error


@contextmanager
def _guarded(visit: Visit) -> Iterator[list[str]]:
    """Stop what is not GET, and give its addresses as they come."""
    stopped: list[str] = []

    def pass_or_stop(route: "Route", request: "Request") -> None:
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            route.fallback()
        else:
            stopped.append(request.url)
            route.abort()

    visit.page.route("**/*", pass_or_stop)
    try:
        yield stopped
    finally:
        visit.page.unroute("**/*", pass_or_stop)


def _read(visit: Visit) -> Results:
    visit.shared.pop("outline", None)
    page = outlined(visit)
    if page is None:
        raise Mute(SILENT)
    return Results(tuple((one.target, one.text) for one in page.links), page.text)


def _waited(visit: Visit, before: Results) -> Results:
    """Wait until the page says something else than before, and no longer changes."""
    last = before
    for _ in range(PATIENCE // STEP):
        visit.page.wait_for_timeout(STEP)
        now = _read(visit)
        if now != before and now == last:
            return now
        last = now
    return last


# ---------------------------------------------------------------- what is asked
def search(site: Site, pages: Sequence[tuple[PageKind, Kept]]) -> Iterator[Observation]:
    """Tell how well the portal's search finds a procedure that is there."""
    form = chosen(site, pages)
    names = procedures(pages)
    yield _addressed(site, form)
    if form is None:
        yield from (told(fact, site.home, False, note=NO_FIELD) for fact in FACTS[:3])
        yield absent(FACTS[3], site.home, NO_FIELD)
        return
    try:
        form.empty = empty = _empty(form)
    except Mute as mute:
        yield from (unseen(fact, site.home, mute.why) for fact in FACTS)
        return
    yield from _named(form, names)
    silent = says_empty(empty.text)
    listed = [name for name, target in names if is_found(name, target, empty.links)]
    good = silent and helps(empty.text)
    note = DEAF if not silent and listed else None
    yield told("structure.search_empty", site.home, good, note=note)


def _addressed(site: Site, form: Search | None) -> Observation:
    """Whether results have an address, which can be sent on and come back to."""
    fact = "structure.search_address"
    if form is None:
        return absent(fact, site.home, NO_FIELD)
    says = Sentence(
        f"Tìm bằng {form.form.method or 'script'}.", f"By {form.form.method or 'script'}."
    )
    place = Place(selector=form.field.selector, says=says)
    good = bool(address(form.form, form.field, NOTHING, page=form.page))
    return told(fact, site.home, good, places=() if good else (place,), note=says)


def _empty(form: Search) -> Results:
    empty = form.ask(NOTHING)
    if not form.drawn and not says_empty(empty.text):
        # What scripts draw is not in the answer of plain HTTP; look once with a browser.
        form.drawn = True
        try:
            empty = form.ask(NOTHING)
        except Mute:
            form.drawn = False
    return empty


def _named(form: Search, names: list[tuple[str, str]]) -> Iterator[Observation]:
    hidden = [one for one in names if not is_found(*one, form.empty.links)]
    if not hidden:
        why = DEAF if len(names) > 2 else NO_NAME
        if names and len(names) > 2:
            yield from (told(fact, form.site.home, False, note=why) for fact in FACTS[:3])
        else:
            yield from (unseen(fact, form.site.home, why) for fact in FACTS[:3])
        return
    name, target = hidden[0]
    words = asked(name)
    try:
        works = _finds(form, words, (name, target))
        if not works and not form.drawn:
            works = _finds_drawn(form, words, (name, target))
        yield _told(FACTS[0], form, works, words=words)
        if not works:
            yield from (told(fact, form.site.home, False, note=NOT_EVEN) for fact in FACTS[1:3])
            return
        yield from _forgiving(form, (name, target))
    except Mute as mute:
        yield from (unseen(fact, form.site.home, mute.why) for fact in FACTS[:3])


def _forgiving(form: Search, wanted: tuple[str, str]) -> Iterator[Observation]:
    words = asked(wanted[0])
    bare, wrong = fold(words), typo(words)
    if bare == words.lower():
        yield absent(FACTS[1], form.site.home, PLAIN)
    else:
        yield _told(FACTS[1], form, _finds(form, bare, wanted), words=bare)
    results = form.ask(wrong)
    found = _is_in(results, wanted, form=form, words=wrong) or said(results.text).has(*SUGGESTS)
    yield _told(FACTS[2], form, found, words=wrong)


def _told(fact: str, form: Search, found: bool, *, words: str) -> Observation:  # noqa: FBT001 -- a fact
    says = Sentence(f"Đã gõ “{words}”.", f"“{words}” was typed.")
    return told(fact, form.site.home, found, note=says, places=() if found else (Place(says=says),))


def _finds(form: Search, words: str, wanted: tuple[str, str]) -> bool:
    return _is_in(form.ask(words), wanted, form=form, words=words)


def _finds_drawn(form: Search, words: str, wanted: tuple[str, str]) -> bool:
    """Look whether scripts draw what plain HTTP did not bring."""
    form.drawn = True
    try:
        return _finds(form, words, wanted)
    except Mute:
        form.drawn = False
        return False


def _is_in(results: Results, wanted: tuple[str, str], *, form: Search, words: str) -> bool:
    name, target = wanted
    if is_found(name, target, results.links):
        return True
    folded = said(name).folded
    # Results that are no links: the whole name stands there, and is more than what was typed.
    longer = said(words).folded.strip() != folded.strip()
    return (
        longer
        and folded in said(results.text).folded
        and folded not in said(form.empty.text).folded
    )


def procedures(pages: Sequence[tuple[PageKind, Kept]]) -> list[tuple[str, str]]:
    """Give names and addresses of procedures that the portal shows, pages before mere links."""
    found: dict[str, tuple[str, str]] = {}
    for kind, page in pages:
        name = page.heading or page.title
        if kind is PageKind.PROCEDURE and said(name).count >= 3:
            found.setdefault(same(page.at), (name, page.at))
    for _kind, page in pages:
        for target, text, _at in page.links:
            if is_service(target) and 3 <= said(text).count <= 30:
                found.setdefault(same(target), (text, target))
    return list(found.values())[:30]


def chosen(site: Site, pages: Sequence[tuple[PageKind, Kept]]) -> Search | None:
    """Give the search form to ask: that of home, of the search page, of the list, of any page; one
    with an address before one that a script listens to, and that before one to be sent."""
    found: list[tuple[tuple[int, int, int], Search]] = []
    for number, (kind, page) in enumerate(pages):
        for one in page.searches:
            form, field = _form(one)
            way = 2 if form.method == "post" else 0 if form.method == "get" and field.name else 1
            place = ORDER.index(kind) if kind in ORDER else len(ORDER)
            found.append(((way, place, number), Search(site, page.at, form, field)))
    return min(found, key=lambda one: one[0])[1] if found else None


def _form(one: dict[str, Any]) -> tuple[Form, Field]:
    field = Field(name=one["name"], selector=one["selector"])
    kept = tuple(Field(kind="select", name=name, value=value) for name, value in one["kept"])
    form = Form(item=Item(target=one["target"]), method=one["method"], fields=(field, *kept))
    return form, field
