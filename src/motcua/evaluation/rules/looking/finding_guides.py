"""Guides and records of procedures: which forms they take, which parts they state."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from motcua.evaluation.rules.looking.finding_outline import Item, Outline
from motcua.evaluation.rules.looking.finding_words import Said, is_label, offers, said

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "steps": (
        *("trinh tu thuc hien", "cac buoc", "cac buoc thuc hien", "trinh tu", "lam the nao"),
        *("quy trinh thuc hien", "cach lam", "steps", "what to do"),
    ),
    "ways": (
        *("cach thuc thuc hien", "cach nop", "hinh thuc nop", "nop o dau", "nop bang cach nao"),
        *("cach thuc", "hinh thuc", "how to apply"),
    ),
    "components": (
        *("thanh phan ho so", "giay to", "ho so gom", "can chuan bi", "ho so can nop"),
        *("giay to can nop", "thanh phan", "chuan bi gi", "documents", "what to bring"),
    ),
    "time_limit": (
        *("thoi han", "thoi han giai quyet", "thoi gian giai quyet", "bao lau", "thoi gian xu ly"),
        *("time limit", "how long"),
    ),
    "fee": (
        *("le phi", "phi", "phi le phi", "muc thu", "het bao nhieu tien", "bao nhieu tien"),
        *("muc phi", "fee", "cost"),
    ),
    "agency": (
        *("co quan thuc hien", "co quan giai quyet", "noi giai quyet", "noi tiep nhan"),
        *("co quan co tham quyen", "don vi giai quyet", "co quan", "noi nop", "don vi tiep nhan"),
        *("agency", "dia chi tiep nhan"),
    ),
    "legal_basis": ("can cu phap ly", "co so phap ly", "van ban quy dinh", "legal basis"),
    "result": (
        *("ket qua", "ket qua thuc hien", "nhan duoc gi", "ket qua giai quyet", "result"),
        "san pham",
    ),
    "audience": ("doi tuong thuc hien", "doi tuong", "danh cho", "ai lam", "who can apply"),
    "conditions": ("yeu cau dieu kien", "dieu kien", "yeu cau", "conditions"),
}
"""Folded labels of what a record of a procedure states (fields of the public catalogue)."""

UNSTATED = ("dang cap nhat", "chua cap nhat", "khong co du lieu", "khong neu", "chua co thong tin")
SHORT = 25
"""Words below which “not stated” is all that stands there."""
_SENTENCE = re.compile(r"\n+|(?<=[.;])\s+")
_NUMBERED = re.compile(r"\b(buoc|step)\s*\d+", re.IGNORECASE)
_TIME = re.compile(
    r"(\d+\S*\s*(\(\S+( \S+){0,3}\)\s*)?(ngay|gio|phut|thang|buoi|day|hour)"
    r"|ngay khi|trong ngay|tra ngay|ngay trong|ngay lam viec|khong qua|mien phi)"
)
_FEE = re.compile(
    r"(\d[\d.,]*\s*(d\b|dong|vnd|vnđ|nghin|%)|mien|khong thu|khong co|khong mat|free)"
)
_VIDEO = re.compile(
    r"(youtube\.com/(watch|embed|shorts|playlist)|youtu\.be/|vimeo\.com/\d|\.(mp4|webm|m3u8)(\?|$)"
    r"|tiktok\.com/.*/video|facebook\.com/.*/videos|fb\.watch/)",
    re.IGNORECASE,
)
_SOUND = re.compile(r"\.(mp3|ogg|m4a|wav)(\?|$)", re.IGNORECASE)
_FORM_FILE = re.compile(r"\.(docx?|odt|rtf|xlsx?|pdf)(\?|$)", re.IGNORECASE)
STEPS = (
    *(
        "cac buoc",
        "lam the nao",
        "cach lam",
        "huong dan nop",
        "huong dan thuc hien",
        "cach nop ho so",
    ),
    *("cac buoc thuc hien", "huong dan tung buoc", "tung buoc", "steps", "how to apply"),
)
EASY = (
    *("de doc", "ban de doc", "de hieu", "noi don gian", "easy read", "easy to read"),
    *("ngon ngu don gian", "bang loi thuong"),
)
LISTEN = (
    "nghe",
    "nghe doc",
    "doc bai",
    "doc trang",
    "nghe bai",
    "phat am thanh",
    "ghi am",
    "listen",
)
SAMPLES = (
    *("mau don", "mau to khai", "bieu mau", "to khai", "mau", "tai mau", "mau so", "don mau"),
    *("ban mau", "sample form"),
)
GUIDES = ("huong dan", "video huong dan", "xem huong dan", "guide", "cach nop")
LISTING = 150
"""Words below which a page with links to guides is a list of them."""
SMALL = 120
"""CSS pixels; what is narrower or lower is an icon and shows nobody how to do a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What a page gives to those who want to know how: places by form."""

    text: tuple[Item, ...] = ()
    images: tuple[Item, ...] = ()
    silent: tuple[Item, ...] = ()
    """Pictures of the guide without a text in their place."""
    videos: tuple[Item, ...] = ()
    audio: tuple[Item, ...] = ()
    easy: tuple[Item, ...] = ()

    @property
    def forms(self) -> int:
        """How many of text, picture and video there are."""
        return sum(bool(one) for one in (self.text, self.images, self.videos))


def guide(page: Outline) -> Guide:
    """Give what of a guide a page has.

    `Trình tự thực hiện` as mere prose is the record that the law asks for; a list of steps guides.
    """
    pictures = [one for one in page.images if is_picture(one)]
    offered = (*page.links, *page.buttons, *page.labels, *page.headings)
    return Guide(
        text=_steps(page),
        images=tuple(one for one in pictures if one.text)
        + tuple(_offering(page.links, ("hinh huong dan", "anh huong dan", "xem hinh"))),
        silent=tuple(one for one in pictures if not one.text),
        videos=tuple(one for one in (*page.media, *page.links) if is_video(one)),
        audio=tuple(one for one in (*page.media, *page.links) if is_sound(one))
        + tuple(one for one in page.buttons if one.seen and _is(one, LISTEN)),
        easy=tuple(
            one for one in offered if one.seen and is_label(said(one.text)) and _is(one, EASY)
        ),
    )


def is_picture(one: Item) -> bool:
    """Whether a picture is large enough, and stands where it may show how to do a thing."""
    if one.region in {"nav", "header", "footer"} or one.box is None:
        return False
    return one.box[2] >= SMALL and one.box[3] >= SMALL


def is_video(one: Item) -> bool:
    """Whether something is a film or leads to one."""
    return one.what == "video" or (one.region != "footer" and bool(_VIDEO.search(one.target)))


def is_sound(one: Item) -> bool:
    """Whether something can be listened to."""
    return one.what == "audio" or bool(_SOUND.search(one.target))


def _is(one: Item, phrases: tuple[str, ...]) -> bool:
    return said(one.text).has(*phrases)


def _offering(items: Iterable[Item], phrases: tuple[str, ...]) -> list[Item]:
    return [one for one in items if one.seen and _is(one, phrases)]


def _steps(page: Outline) -> tuple[Item, ...]:
    """Steps in words: numbered, listed, or under a heading that says so."""
    headed = [
        one
        for one in (*page.headings, *page.labels)
        if is_label(said(one.text)) and _is(one, STEPS) and said(one.value).count >= 8
    ]
    numbered = [one for one in page.headings if _NUMBERED.search(said(one.text).folded)]
    if len(numbered) >= 2 or headed:
        return tuple(numbered or headed)
    if len(_NUMBERED.findall(said(page.text).folded)) >= 2:
        return (Item(what="text", text=page.title),)
    return (Item(what="text", text=page.title),) if page.steps else ()


def stated(page: Outline) -> dict[str, Item]:
    """Give which parts of a procedure's record a page states, each with its place.

    A label counts where something stands beside it; time and fee only where an amount does, or
    words that there is none.
    """
    found: dict[str, Item] = {}
    for one in (*page.labels, *page.headings, *_lines(page.text)):
        words = said(one.text)
        if not is_label(words):
            continue
        value = said(one.value)
        for part, phrases in PARTS.items():
            if part not in found and words.has(*phrases) and _answers(part, value, words):
                found[part] = one
    return found


def _lines(text: str) -> Iterable[Item]:
    """Labels that stand in running text: `Căn cứ pháp lý: Luật Hộ tịch`."""
    for line in _SENTENCE.split(text)[:2000]:
        label, colon, value = line.partition(":")
        if colon and value.strip() and len(label) <= 60:
            yield Item(what="text", text=label.strip(), value=value.strip()[:400])


def _answers(part: str, value: Said, label: Said) -> bool:
    words = value.folded
    if value.count < SHORT and value.has(*UNSTATED):
        return False
    if part == "fee":
        return bool(_FEE.search(words)) and not label.has("thanh phan")
    if part == "time_limit":
        return bool(_TIME.search(words))
    return value.count >= 1


def samples(page: Outline) -> tuple[Item, ...]:
    """Give the links to forms that one can take away."""
    return tuple(
        one
        for one in page.links
        if _FORM_FILE.search(one.target)
        and (_is(one, SAMPLES) or said(one.target.rpartition("/")[2]).has("mau", "to khai"))
    )


def is_guide(page: Outline) -> bool:
    """Whether a page calls itself a guide."""
    heads = [one.text for one in page.headings if one.level == 1] or [page.title]
    return any(said(one).folded.startswith((" huong dan ", " cach nop ")) for one in heads)


def lists_guides(page: Outline, found: Guide) -> bool:
    """Whether a page only leads to guides, and is none itself."""
    return not found.forms and bool(led_to(page)) and said(page.text).count < LISTING


def led_to(page: Outline) -> tuple[Item, ...]:
    """Give links that lead from a page to a guide."""
    return tuple(
        one
        for one in (*page.links, *page.buttons)
        if one.seen and is_label(said(one.text)) and _is(one, GUIDES) and one.region in {"main", ""}
    )


def documents(page: Outline) -> tuple[Item, ...]:
    """Give PDF files that stand in a page or that its main part leads to."""
    embedded = [
        one
        for one in page.media
        if one.what in {"iframe", "embed", "object"} and ".pdf" in one.target.lower()
    ]
    leading = [
        one
        for one in page.links
        if re.search(r"\.pdf(\?|#|$)", one.target, re.IGNORECASE)
        and one.region in {"main", "article", ""}
    ]
    return tuple(embedded + leading)


def is_offered(page: Outline, phrases: tuple[str, ...]) -> tuple[Item, ...]:
    """Give the links and buttons that offer something by its name."""
    return tuple(
        one
        for one in (*page.links, *page.buttons)
        if one.seen and offers(one.text, phrases, target=one.target)
    )
