"""Look-up of dossiers: which form it is, what it asks, by which other ways it is offered."""

import re
from collections.abc import Mapping
from typing import Final

from motcua.evaluation.rules.looking.finding_outline import Field, Form, Item, Outline
from motcua.evaluation.rules.looking.finding_words import Said, is_label, near, said
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.text import fold

CODES = (
    *("ma ho so", "so ho so", "so bien nhan", "ma bien nhan", "ma tra cuu ho so", "ma so ho so"),
    *("so giay hen", "ma phieu", "so tiep nhan", "ma giay hen", "mahoso", "sohoso", "sobiennhan"),
    *("ma tiep nhan", "dossier code", "so phieu hen"),
)
CHECKS = (
    *("ma tra cuu", "ma kiem tra", "ma bao mat", "ma xac nhan", "ma xac thuc", "captcha"),
    *("ma bi mat", "kiem tra", "pin", "check"),
)
LOOKS = (
    *("tra cuu", "tinh trang", "tien do", "xem", "theo doi", "tim", "tim kiem", "kiem tra"),
    *("look up", "track", "search", "trang thai"),
)
PARTLY = ("so cuoi", "chu so cuoi", "ky tu cuoi", "cuoi cua", "last digits")
"""A check that knows the applicant without asking for all of a number."""
PERSONAL: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("ho ten", "ho va ten", "ten nguoi nop", "chu ho so", "ten chu ho so"),
    "identity": ("cccd", "cmnd", "can cuoc", "so dinh danh", "chung minh", "ho chieu"),
    "birth": ("ngay sinh", "nam sinh"),
    "phone": ("so dien thoai", "dien thoai", "sdt"),
    "mail": ("email", "thu dien tu"),
    "address": ("dia chi",),
}
_EXAMPLE = re.compile(r"(vi du|vd|mau|dang|gom \d+|for example|e g|ky tu|chu so|chu va so)")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9.]{2,34}-\d{6}-[A-Z0-9]{3,}|\b[A-Y]\d{2}[.\d]*[.-]\d{4}-\d{3,}")
_ID = re.compile(r"(?<![\d.])\d{12}(?![\d.])")
_PHONE = re.compile(r"(?<![\d.])(0|\+84)[35789]\d{8}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@(?!.*gov\.vn)[\w-]+\.[\w.]+")
_MASK = re.compile(r"[*•x●X]{2,}|\.{3}|…")
_WHO = ("nguoi nop", "chu ho so", "ho ten", "ho va ten", "ten nguoi nop", "nguoi nop ho so")
_NAME = re.compile(r"^([A-ZÀ-Ỹ][a-zà-ỹ]*|[A-ZÀ-Ỹ]{2,})(\s+([A-ZÀ-Ỹ][a-zà-ỹ]*|[A-ZÀ-Ỹ]{2,})){1,5}$")
WAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "qr": ("qr", "ma qr", "quet ma", "qr code", "qrcode"),
    "sms": ("sms", "soan tin", "nhan tin", "tin nhan", "tong dai tin nhan"),
    "zalo": ("zalo",),
}
PURPOSE = ("tra cuu", "ho so", "tinh trang", "tien do", "trang thai", "ket qua", "look up", "track")
ACTS: Final[Mapping[str, tuple[str, ...]]] = {
    "qr": ("quet", "tra cuu", "scan", "qr"),
    "sms": ("soan", "gui", "tra cuu", "nhan tin", "qua sms", "sms"),
    "zalo": ("zalo",),
}


def code_field(form: Form) -> Field | None:
    """Give the field that asks for a dossier's code; None where the form does not look one up."""
    for one in form.fields:
        if one.is_typed and one.seen and one.kind not in {"password", "select", "file", "date"}:
            folded = said(one.says)
            joined = fold(one.name + one.id).replace("_", "").replace("-", "")
            if folded.has(*CODES) or any(code in joined for code in CODES if " " not in code):
                return one
    return None


def look_up(page: Outline, kind: PageKind) -> tuple[Form, Field] | None:
    """Give the form of a page that looks a dossier up, with the field of its code.

    Payments, applications and complaints ask for a dossier's code too, and look nothing up.
    """
    if kind in {PageKind.PAYMENT, PageKind.FORM, PageKind.LOGIN, PageKind.FEEDBACK}:
        return None
    for form in page.forms:
        found = code_field(form)
        locked = any(one.kind == "password" for one in form.fields)
        words = said(f"{form.item.text} {form.said} {' '.join(form.buttons)} {page.title}")
        if found is not None and not locked and words.has(*LOOKS):
            return form, found
    return None


def asked_beside(form: Form, code: Field) -> tuple[Field, ...]:
    """Give the fields that ask for more than the code and a check of it."""
    return tuple(
        one
        for one in form.fields
        if one.is_typed
        and one.seen
        and one is not code
        and not said(one.says).has(*CHECKS)
        and not said(one.says).has(*CODES)
    )


def personal(form: Form) -> tuple[tuple[str, Field], ...]:
    """Give the fields that must be filled in and ask who somebody is, with what they ask."""
    return tuple(
        (kind, one)
        for one in form.fields
        if one.is_typed and one.seen
        for kind, phrases in PERSONAL.items()
        if said(one.label or one.placeholder).has(*phrases)
        and not said(f"{one.label} {one.placeholder} {one.hint}").has(*PARTLY)
    )


def shows_example(form: Form, code: Field) -> bool:
    """Whether the field of the code shows how one looks."""
    words = f"{code.placeholder} {code.hint} {form.said}"
    if _CODE.search(words):
        return True
    beside = said(f"{code.placeholder} {code.hint}").folded
    return bool(_EXAMPLE.search(beside)) and bool(re.search(r"\d", beside))


def ways(page: Outline, kind: PageKind) -> dict[str, Item]:
    """Give by which other ways dossiers can be looked up, as a page says it, with the place.

    On pages of look-up and of guides running text counts where it says what to do; elsewhere only
    labels and pictures that name the way and the purpose.
    """
    found: dict[str, Item] = {}
    pool = (*page.links, *page.buttons, *page.headings, *page.labels, *page.images)
    close = kind in {PageKind.LOOKUP, PageKind.GUIDE}
    for way, phrases in WAYS.items():
        for one in pool:
            words = said(one.text)
            if not one.seen or not is_label(words) or not words.has(*phrases):
                continue
            if _writes_to(words):
                continue
            if words.has(*PURPOSE) or (kind is PageKind.LOOKUP and one.region not in _AROUND):
                found[way] = one
                break
        if way not in found and close and _told(page.text, way):
            found[way] = Item(what="text", text=_line(page.text, phrases))
    return found


_AROUND = frozenset({"footer", "header", "nav"})


def _told(text: str, way: str) -> bool:
    return any(
        near(line, WAYS[way], PURPOSE) and said(line).has(*ACTS[way]) and _acts(line, way)
        for line in text.splitlines()
    )


def _acts(line: str, way: str) -> bool:
    """A message that only tells where the code stands is no way to look a dossier up."""
    if way != "sms":
        return True
    words = said(line)
    return not _writes_to(words) and words.has(
        "soan", "soan tin", "nhan tin", "qua sms", "tra cuu qua tin nhan", "sms"
    )


def _writes_to(words: Said) -> bool:
    """Whether words tell how to write to an officer, which is no look-up."""
    return words.has("nhan tin cho", "nhan tin voi", "tin nhan voi") and not words.has(
        "sms", "soan"
    )


def _line(text: str, phrases: tuple[str, ...]) -> str:
    return next((one.strip()[:200] for one in text.splitlines() if said(one).has(*phrases)), "")


def bared(page: Outline) -> tuple[tuple[str, str], ...] | None:
    """Give what a page shows of the people behind dossiers: what it is, and the label beside it.

    None where the page shows no dossier. What is masked (`Ng*** A`) is not shown.
    """
    pairs = [(one.text, one.value) for one in page.labels if one.seen]
    coded = _CODE.search(page.text) or any(said(label).has(*CODES) for label, _ in pairs)
    shown = coded and any(said(label).has(*_WHO, *_STATE) for label, _ in pairs)
    if not shown:
        return None
    found: list[tuple[str, str]] = []
    for label, value in pairs:
        words = said(label)
        if _MASK.search(value):
            continue
        if words.has(*_WHO) and _NAME.match(value.strip()):
            found.append(("name", label))
        elif words.has(*PERSONAL["identity"]) and _ID.search(value):
            found.append(("identity", label))
        elif words.has(*PERSONAL["phone"]) and _PHONE.search(value.replace(" ", "")):
            found.append(("phone", label))
        elif words.has(*PERSONAL["mail"]) and _MAIL.search(value):
            found.append(("mail", label))
        elif words.has(*PERSONAL["birth"]) and re.search(r"\d{2}/\d{2}/\d{4}", value):
            found.append(("birth", label))
    return tuple(found)


_STATE = ("ngay hen tra", "hen tra", "trang thai", "tinh trang", "ngay tiep nhan", "ngay nop")
