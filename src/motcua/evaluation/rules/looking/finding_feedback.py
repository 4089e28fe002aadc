"""Ways to be heard: petitions, ratings, surveys, contact, questions; what a page offers of them."""

import re
from collections.abc import Mapping
from typing import Final

from motcua.evaluation.rules.looking.finding_outline import Item, Outline
from motcua.evaluation.rules.looking.finding_words import is_label, is_news, said
from motcua.evaluation.values.pages import PageKind

OFFERS: Final[Mapping[str, tuple[str, ...]]] = {
    "petition": (
        *("phan anh", "kien nghi", "pakn", "gop y", "khieu nai", "to cao", "gui y kien"),
        "feedback",
    ),
    "rating": (*("danh gia", "muc do hai long", "su hai long", "hai long", "cham diem", "rate"),),
    "survey": ("khao sat", "tham do", "lay y kien", "phieu hoi", "survey"),
    "questions": ("hoi dap", "hoi va dap", "cau hoi thuong gap", "cau hoi", "faq", "dat cau hoi"),
}
NOT = re.compile(
    r"(ket qua danh gia|danh gia tac dong|danh gia can bo|bo chi so|danh gia xep hang"
    r"|danh gia chi so|danh gia cong chuc)"
)
ANSWERED = (
    *("tra loi", "cau tra loi", "da tra loi", "ket qua tra loi", "noi dung tra loi"),
    *("ket qua xu ly", "y kien tra loi", "don vi tra loi", "phan hoi cua co quan", "giai dap"),
)
_PHONE = re.compile(
    r"(?:hotline|tong dai|duong day nong|dien thoai|dt|sdt|tel|phone)\D{0,30}"
    r"((?:\(?0\d{2,3}\)?|1[89]00|\+84)[\d\s.)-]{4,14}\d|1022\b|\b18\d{6}\b)"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_ADDRESS = re.compile(
    r"((dia chi|tru so|address)\s*:?\s+\S.{10,}|\bso \d+[^\n]{0,40}(duong|pho|phuong|xa)\b"
    r"|\d+\w?,? (duong|pho) \w+[^\n]{0,60}(phuong|quan|xa|tinh|thanh pho))"
)
_HOURS = re.compile(
    r"(gio (lam viec|hanh chinh|tiep (dan|nhan))|thoi gian (lam viec|tiep nhan)|thu (hai|2)"
    r"[^\n]{0,20}(thu (sau|6|bay|7))|working hours)[^\n]{0,80}\d{1,2}\s*([:h]|gio)"
    r"|tu \d{1,2}\s*([:h]|gio)[^\n]{0,30}\d{1,2}\s*([:h]|gio)[^\n]{0,40}ngay lam viec"
)
_LIKE = re.compile(r"\?\s*$|^(hoi|cau hoi|question|q)\b")


def offered(page: Outline, kind: PageKind) -> dict[str, Item]:
    """Give which ways to be heard a page offers (a link, a button, a form), with the place."""
    found: dict[str, Item] = {}
    for way, phrases in OFFERS.items():
        for one in (*page.links, *page.buttons, *_headed(page, kind)):
            words = said(one.text)
            if not (one.seen or one.region in {"nav", "header"}):
                continue
            if is_label(words) and words.has(*phrases) and _means(words.folded, way, one):
                found[way] = one
                break
    return found


def _headed(page: Outline, kind: PageKind) -> tuple[Item, ...]:
    """Headings count on a page where something can be filled in for it."""
    if kind not in {PageKind.FEEDBACK, PageKind.QUESTIONS, PageKind.CONTACT, PageKind.GUIDE}:
        return ()
    return tuple(one for one in page.headings if one.region != "article")


def _means(folded: str, way: str, one: Item) -> bool:
    if is_news(one.target):
        return False
    return not (way == "rating" and NOT.search(folded))


def contact(page: Outline, folded: str) -> dict[str, Item]:
    """Give the ways of contact a page names: hotline, mail, address, hours, with the place.

    `folded` is its text and its foot, marks off, lines kept.
    """
    found: dict[str, Item] = {}
    for one in page.links:
        if one.target.startswith("tel:") and one.seen:
            found.setdefault("hotline", one)
        if one.target.startswith("mailto:") and one.seen:
            found.setdefault("email", one)
    for way, pattern in (
        *(("hotline", _PHONE), ("email", _MAIL)),
        *(("address", _ADDRESS), ("hours", _HOURS)),
    ):
        match = pattern.search(folded)
        if way not in found and match:
            found[way] = Item(what="text", text=match.group(0)[:120])
    return found


def has_answers(page: Outline) -> bool:
    """Whether a page of questions shows answers: questions with something under each of them."""
    asked = [
        one
        for one in (*page.labels, *page.headings)
        if _LIKE.search(one.text.strip().lower()) or one.text.strip().endswith("?")
    ]
    answered = [one for one in asked if said(one.value).count >= 4]
    named = [
        one
        for one in (*page.labels, *page.headings, *page.links)
        if is_label(said(one.text)) and said(one.text).has(*ANSWERED)
    ]
    return len(answered) >= 1 or len(named) >= 1


def publishes(page: Outline) -> tuple[Item, ...]:
    """Give places of a page of petitions where answers to them are published."""
    return tuple(
        one
        for one in (*page.labels, *page.headings, *page.links)
        if one.seen and is_label(said(one.text)) and said(one.text).has(*ANSWERED)
    )
