"""Marks of a portal's functions (TT 21/2023 Art. 5(1)): what offers them, and how much it says.

What one can act on (a link, a button, a field, a form) and what a page is headed by count; what
running text says does not. A mark of weight 2 is enough; headings below the first count 1.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from motcua.evaluation.rules.looking.finding_outline import Form, Item, Outline
from motcua.evaluation.rules.looking.finding_words import is_label, is_news, offers, said
from motcua.evaluation.values.pages import PageKind

ENOUGH = 2
KEPT = 3
"""Marks of one function that a page leaves."""

PHRASES: Mapping[str, tuple[str, ...]] = {
    "login": ("dang nhap", "login", "log in", "sign in"),
    "login_national": (
        *("vneid", "dinh danh dien tu", "cong dich vu cong quoc gia", "dvcqg", "dvc quoc gia"),
        "tai khoan dinh danh",
    ),
    "catalogue": (
        *("danh muc thu tuc", "thu tuc hanh chinh", "danh muc dich vu", "bo thu tuc"),
        *("danh sach thu tuc", "tat ca thu tuc", "dich vu cong truc tuyen", "thu tuc"),
    ),
    "levels": (
        *("toan trinh", "mot phan", "muc do 3", "muc do 4", "muc do dich vu", "full process"),
    ),
    "dossier": (
        *("nop ho so", "nop truc tuyen", "nop tai day", "nop don", "tao ho so", "nop ho so online"),
        *("nop ho so truc tuyen", "bat dau khai", "dang ky truc tuyen", "thuc hien truc tuyen"),
    ),
    "exchange": (
        *("bo sung ho so", "nhan tin cho can bo", "trao doi voi can bo", "gui tin nhan"),
        *("trao doi ho so", "hoi can bo", "tin nhan ho so", "tin nhan voi"),
    ),
    "upload": (
        *("tai tep len", "tai len", "dinh kem", "chon tep", "upload", "them tep", "chon file"),
        *("tep dinh kem", "gui tep", "tai file len"),
    ),
    "post": (
        *("buu chinh cong ich", "bcci", "qua buu dien", "buu dien", "buu chinh", "tra tai nha"),
        "nhan tai nha",
    ),
    "payment": (
        *("thanh toan", "nop phi", "nop le phi", "thanh toan truc tuyen", "payment platform"),
        *("thanh toan phi", "payment", "bien lai dien tu"),
    ),
    "result": (
        *("ket qua dien tu", "tra ket qua truc tuyen", "tai ket qua", "tra cuu ket qua"),
        *("nhan ket qua truc tuyen", "ket qua giai quyet", "xem ket qua", "tra ket qua"),
        *("kiem tra ket qua", "nhan ket qua"),
    ),
    "signature": (
        *("ky so", "chu ky so", "ky dien tu", "esign", "ky so tu xa", "chu ky dien tu"),
        "kiem tra chu ky",
    ),
    "lookup": (
        *("tra cuu ho so", "tinh trang ho so", "tra cuu tinh trang", "theo doi ho so"),
        *("tinh hinh ho so", "trang thai ho so", "tra cuu tien do", "ho so dang den dau"),
    ),
    "petition": (
        *("phan anh", "kien nghi", "pakn", "gop y", "gui phan anh", "khieu nai", "to cao"),
    ),
    "rating": (
        *("danh gia", "muc do hai long", "su hai long", "hai long", "cham diem", "danh gia can bo"),
    ),
    "statistics": (
        *("thong ke", "tinh hinh giai quyet", "ket qua giai quyet ho so", "so lieu"),
        *("tinh hinh xu ly ho so", "tien do giai quyet"),
    ),
    "guides": (
        *("huong dan", "huong dan su dung", "tro giup", "cach nop", "guide", "help"),
        *("huong dan nop", "tai lieu huong dan"),
    ),
    "questions": (
        *("hoi dap", "cau hoi thuong gap", "hoi va dap", "faq", "cau hoi", "dat cau hoi"),
        "mọi người hay hỏi",
    ),
    "survey": ("khao sat", "tham do", "y kien khao sat", "phieu khao sat", "survey", "lay y kien"),
    "assistant": (
        *("tro ly ao", "chatbot", "chat bot", "tro ly", "hoi tro ly", "chat voi", "tong dai ao"),
        *("tro chuyen", "ho tro truc tuyen", "live chat", "chat"),
    ),
    "account": (
        *("tai khoan cua toi", "thong tin tai khoan", "dang ky tai khoan", "tao tai khoan"),
        *("thong tin ca nhan", "quan ly tai khoan", "tai khoan ca nhan", "tai khoan", "dang ky"),
    ),
    "personal_store": (
        *("kho du lieu", "kho giay to", "kho quan ly du lieu", "kho du lieu dien tu"),
        *("kho tai lieu", "giay to cua toi", "kho du lieu ca nhan", "giay to so", "kho du lieu so"),
    ),
    "notification": (
        *("nhan thong bao", "thong bao cua toi", "dang ky nhan tin", "thong bao ho so"),
        *("nhac viec", "nhan tin bao", "dang ky nhan thong bao", "thong bao qua zalo"),
        *("tin bao", "nhan tin nhan", "thong bao qua sms", "thong bao qua email"),
    ),
    "languages": (
        *("english", "tieng anh", "en", "francais", "中文", "ngon ngu", "language"),
        "tieng viet",
    ),
}
"""Folded phrases by function."""

STEPS = ("post", "payment", "result", "signature", "exchange", "notification")
"""Functions that the steps of a procedure show: there, text tells what to do on this portal."""
STEP_WORDS = 25
OWN_ACCOUNT = (
    *("tai khoan cua toi", "thong tin tai khoan", "dang ky tai khoan", "tao tai khoan"),
    *("thong tin ca nhan", "quan ly tai khoan", "tai khoan ca nhan"),
)
IDENTITY = ("dang nhap", "login", "tai khoan", "xac thuc", "dinh danh", "vneid")
NATIONAL = ("sso.dancuquocgia.gov.vn", "xacthuc.dichvucong.gov.vn", "vneid.gov.vn")
GUIDING = frozenset({"guides", "questions", "statistics", "survey", "rating", "petition"})
"""Functions whose own labels begin like those that tell about something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What offers a function on a page: how much it says, and where it stands."""

    function: str
    weight: int
    item: Item


def marks(page: Outline, kind: PageKind) -> tuple[Mark, ...]:
    """Give the marks of functions on a page, the strongest of each function first, few of each."""
    found = [*_labels(page, kind), *_fields(page, kind), *_things(page, kind)]
    kept: list[Mark] = []
    for function in (*PHRASES, "eform", "search"):
        mine = [one for one in found if one.function == function]
        kept += sorted(mine, key=lambda one: -one.weight)[:KEPT]
    return tuple(kept)


def _labels(page: Outline, kind: PageKind) -> Iterator[Mark]:
    for item in (*page.links, *page.buttons):
        if not item.seen and item.region not in {"nav", "header"}:
            continue
        for function in _named(item):
            yield Mark(function=function, weight=ENOUGH, item=item)
    for item in page.headings:
        if not item.seen or item.region == "article":
            continue
        for function in _named(item):
            whole = item.level == 1 and kind is not PageKind.OTHER
            yield Mark(function=function, weight=ENOUGH if whole else 1, item=item)


def _named(item: Item) -> Iterator[str]:
    words = said(item.text)
    if not is_label(words) or is_news(item.target):
        return
    for function, phrases in PHRASES.items():
        if function in {"levels", "languages"}:
            continue
        if function in GUIDING:
            if words.has(*phrases):
                yield function
        elif offers(item.text, phrases) and _fits(function, item):
            yield function
    if any(host in item.target for host in NATIONAL):
        yield "login_national"


def _fits(function: str, item: Item) -> bool:
    """Whether a function whose words are wide is meant: login with whom, an account of whom."""
    words = said(item.text)
    if function == "login_national":
        return words.has(*IDENTITY)
    if function == "account":
        # To register for a thing is no account, nor is the account one logs in with.
        return words.has(*OWN_ACCOUNT) or words.folded.strip() in {"dang ky", "tai khoan"}
    if function in {"assistant", "exchange"}:
        return words.count <= 6
    if function == "result":
        return not words.has("thong ke", "tinh hinh", "ho so nop")
    return True


def _fields(page: Outline, kind: PageKind) -> Iterator[Mark]:
    for form, one in page.typed:
        at = Item(what="field", text=one.label or one.placeholder, selector=one.selector)
        if one.kind == "file":
            yield Mark(function="upload", weight=ENOUGH, item=at)
        if one.kind == "password":
            yield Mark(function="login", weight=ENOUGH, item=at)
        for function in ("post", "payment", "notification", "signature"):
            if offers(one.label, PHRASES[function]):
                yield Mark(function=function, weight=ENOUGH, item=at)
        if "search" in {one.kind, form.role}:
            yield Mark(function="search", weight=ENOUGH, item=at)
    yield from _choices(page)
    for form in page.forms:
        if is_electronic(form, kind):
            yield Mark(function="eform", weight=ENOUGH, item=form.item)


def _choices(page: Outline) -> Iterator[Mark]:
    """Ways to choose among, offered as boxes: by post, by payment online, messages."""
    for form in page.forms:
        for one in form.fields:
            if one.kind not in {"checkbox", "radio"} or not one.seen:
                continue
            at = Item(what="field", text=one.label, selector=one.selector)
            for function in ("post", "payment", "notification", "signature"):
                if offers(one.label, PHRASES[function]):
                    yield Mark(function=function, weight=ENOUGH, item=at)


def is_electronic(form: Form, kind: PageKind) -> bool:
    """Whether a form is one of an application: several fields that ask for facts, no login."""
    typed = [one for one in form.fields if one.seen and one.kind not in {"hidden", "submit"}]
    if kind in {PageKind.LOGIN, PageKind.LOOKUP, PageKind.SEARCH, PageKind.SERVICES}:
        return False
    if any(one.kind in {"password", "search"} for one in typed) or form.role == "search":
        return False
    return kind is PageKind.FORM and len(typed) >= 1 and form.method != "get"


def _things(page: Outline, kind: PageKind) -> Iterator[Mark]:
    yield from _levels(page)
    yield from _tongues(page)
    for item in page.media:
        if item.what == "iframe" and said(f"{item.text} {item.target}").has(
            "chat", "chatbot", "tro ly", "tro ly ao", "livechat", "assistant", "chat bot"
        ):
            yield Mark(function="assistant", weight=ENOUGH, item=item)
    if kind in {PageKind.PROCEDURE, PageKind.FORM, PageKind.GUIDE}:
        yield from _told(page, kind)


def _told(page: Outline, kind: PageKind) -> Iterator[Mark]:
    """What a procedure's own steps tell one to do on the portal, and its ways to apply."""
    for item in page.labels:
        for function in STEPS if item.seen else ():
            if offers(f"{item.text} {item.value[:60]}", PHRASES[function]):
                whole = function == "post" and said(item.text).has(
                    "cach nop", "cach thuc", "hinh thuc"
                )
                yield Mark(function=function, weight=ENOUGH if whole else 1, item=item)
    for item in page.acts if kind is PageKind.PROCEDURE else ():
        words = said(item.text)
        for function in STEPS if item.seen and words.count <= STEP_WORDS else ():
            if words.has(*PHRASES[function]):
                yield Mark(function=function, weight=ENOUGH, item=item)


def _levels(page: Outline) -> Iterator[Mark]:
    """Levels of services stand in tags and tables: a short label anywhere counts."""
    for item in (*page.links, *page.buttons, *page.labels, *page.headings):
        if item.seen and offers(item.text, PHRASES["levels"], target=item.target):
            weight = 1 if item.what == "heading" and item.level > 1 else ENOUGH
            yield Mark(function="levels", weight=weight, item=item)
        elif item.seen and is_label(said(item.value)) and offers(item.value, PHRASES["levels"]):
            yield Mark(function="levels", weight=ENOUGH, item=item)
    for line in page.text.splitlines():
        words = said(line)
        if words.count <= 6 and words.has("toan trinh", "dich vu mot phan", "truc tuyen mot phan"):
            yield Mark(function="levels", weight=1, item=Item(what="text", text=line.strip()[:100]))


def _tongues(page: Outline) -> Iterator[Mark]:
    for item in (*page.links, *page.buttons):
        if is_tongue(item):
            yield Mark(function="languages", weight=ENOUGH, item=item)
    for _form, one in page.typed:
        if offers(one.says, ("ngon ngu", "language", "lang")):
            at = Item(what="field", text=one.label, selector=one.selector)
            yield Mark(function="languages", weight=ENOUGH, item=at)


def is_tongue(item: Item) -> bool:
    """Whether a link or button turns the page into another language."""
    words = said(item.text)
    return words.count <= 3 and (
        words.has(*PHRASES["languages"]) or item.value.lower()[:2] in {"en", "fr", "zh", "km", "lo"}
    )


def weigh(found: Iterable[Mark]) -> dict[str, int]:
    """Add up the marks of each function, the same words once."""
    seen: set[tuple[str, str]] = set()
    weights: dict[str, int] = {}
    for mark in found:
        key = (mark.function, said(mark.item.text).folded)
        if key not in seen:
            seen.add(key)
            weights[mark.function] = weights.get(mark.function, 0) + mark.weight
    return weights
