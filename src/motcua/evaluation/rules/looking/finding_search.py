"""Search forms: which of a page's forms searches services, and the address it leads to."""

from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from motcua.evaluation.rules.looking.finding_outline import Field, Form
from motcua.evaluation.rules.looking.finding_words import said

NAMES = frozenset(
    {
        "k",
        "key",
        "keysearch",
        "keyword",
        "keywords",
        "kw",
        "noi_dung",
        "q",
        "query",
        "s",
        "search",
        "searchkey",
        "searchtext",
        "tenthutuc",
        "term",
        "text",
        "tim-kiem",
        "tim_kiem",
        "timkiem",
        "tu-khoa",
        "tu_khoa",
        "tukhoa",
        "txtkeyword",
        "txtsearch",
    }
)
WORDS = ("tim kiem", "tim", "tu khoa", "nhap ten", "ten thu tuc", "search", "can lam", "can tim")
DOSSIER = (
    *("ma ho so", "so ho so", "tra cuu ho so", "ma tra cuu", "so bien nhan", "ma bien nhan"),
    "so giay hen",
)
EMPTY = (
    *("khong tim thay", "khong co ket qua", "khong co thu tuc", "chua tim thay", "no results"),
    *("khong co du lieu", "0 ket qua", "khong thay", "nothing found", "not found"),
)
HELP = (
    *("thu lai", "ban thu", "hay thu", "thu dung", "goi y", "kiem tra chinh ta", "tu khoa khac"),
    *("xem danh muc", "lien he", "y ban la", "ban co phai", "co phai ban", "bo loc", "try"),
    *("it tu hon", "cach khac", "xem tat ca", "danh sach thu tuc", "tong dai", "bot tu"),
)


def searches(form: Form) -> Field | None:
    """Give the field in which one types what one looks for; None where a form does not search."""
    if any(one.kind == "password" for one in form.fields):
        return None
    for one in form.fields:
        if one.kind not in {"text", "search", ""} or not one.seen:
            continue
        words = said(one.says)
        if words.has(*DOSSIER):
            continue
        named = one.name.lower() in NAMES or one.id.lower() in NAMES
        if one.kind == "search" or form.role == "search" or named or _asks(words.folded, form):
            return one
    return None


def _asks(folded: str, form: Form) -> bool:
    typed = [one for one in form.fields if one.is_typed and one.seen]
    buttons = said(" ".join(form.buttons))
    return len(typed) <= 4 and (
        any(f" {one} " in folded for one in WORDS) or buttons.has("tim", "tim kiem", "search")
    )


def address(form: Form, field: Field, words: str, *, page: str) -> str:
    """Give the address that the form leads to with `words` in its field; "" where it is not GET
    or the field has no name (then a script searches, or nothing does)."""
    if form.method != "get" or not field.name:
        return ""
    action = form.item.target or page
    kept = [
        (one.name, one.value)
        for one in form.fields
        if one.name and one is not field and (one.value or one.kind == "select")
    ]
    try:
        parts = urlsplit(urljoin(page, action))
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"}:
        return ""
    return urlunsplit(parts._replace(query=urlencode([*kept, (field.name, words)]), fragment=""))


def words_of(url: str) -> list[tuple[str, str]]:
    """Give the names and values of an address's query."""
    return parse_qsl(urlsplit(url).query, keep_blank_values=True)


class _Reader(HTMLParser):
    """Links and text of a page as it came; scripts and styles are not text."""

    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base = base
        self.links: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.title: list[str] = []
        self._target: str | None = None
        self._words: list[str] = []
        self._silent = ""
        self._titled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "template", "noscript"}:
            self._silent = tag
        self._titled = tag == "title"
        if tag == "a":
            self._close()
            href = dict(attrs).get("href")
            self._target = href or None

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        if tag == "title":
            self._titled = False
        if tag == "a":
            self._close()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        (self.title if self._titled else self.text).append(data)
        if self._target is not None:
            self._words.append(data)

    def _close(self) -> None:
        if self._target is not None and len(self.links) < 2000:
            try:
                self.links.append((urljoin(self.base, self._target), " ".join(self._words)))
            except ValueError:
                self.links.append(("", " ".join(self._words)))
        self._target, self._words = None, []


def read(html: str, base: str) -> tuple[tuple[tuple[str, str], ...], str, str]:
    """Give links (address, words), text and title of a page as it came over plain HTTP."""
    reader = _Reader(base)
    reader.feed(html[:600_000])
    reader.close()
    title = " ".join(" ".join(reader.title).split())
    return tuple(reader.links), " ".join(" ".join(reader.text).split()), title


def says_empty(text: str) -> bool:
    """Whether a page says that nothing was found."""
    return said(text).has(*EMPTY)


def helps(text: str) -> bool:
    """Whether a page without results says what one can do now."""
    return said(text).has(*HELP)


def fresh(results: Iterable[tuple[str, str]], before: Iterable[tuple[str, str]]) -> list[str]:
    """Give what a page of results has that the page of no results has not."""
    old = {said(text).folded for _url, text in before}
    return [text for _url, text in results if said(text).folded not in old]
