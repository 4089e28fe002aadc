"""What people are told and asked where they type their data."""

from collections.abc import Iterator, Mapping
from typing import Any

from motcua.evaluation.probes.visits import Visit
from motcua.evaluation.rules.looking import asking, notices, telling
from motcua.evaluation.rules.looking.asking import Asks
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

Found = Mapping[str, Any]
NO_FORM = Sentence(
    "Trang không có biểu mẫu hỏi dữ liệu cá nhân.", "No form on the page asks for personal data."
)
LIGHT = frozenset({PageKind.SEARCH, PageKind.FEEDBACK, PageKind.CONTACT, PageKind.QUESTIONS})
"""Kinds of pages whose purpose never needs an identity number."""
TITLES = {
    Asks.IDENTITY: Sentence("hỏi số định danh", "it asks for an identity number"),
    Asks.SENSITIVE: Sentence("hỏi dữ liệu nhạy cảm", "it asks for sensitive data"),
}


def forms(visit: Visit, found: Found) -> Iterator[Observation]:
    """Tell how forms that gather personal data ask, and what they say."""
    every = found["forms"]
    gathering = [one for one in every if _gathers(one)]
    if gathering:
        yield _collection(visit, gathering)
        boxes = any(
            asking.CONSENT.search(box["label"]) for one in gathering for box in one["boxes"]
        )
        yield telling.value("privacy.consent_asked", visit.url, boxes)
    else:
        yield telling.not_here("privacy.collection_notice", visit.url, NO_FORM)
    yield _consent(visit, found)
    yield _needless(visit, every)
    yield _by_get(visit, every)
    yield _autocomplete(visit, every)


def _kind(field: Found) -> Asks | None:
    return asking.asks(field["label"], field["name"])


def _gathers(form: Found) -> bool:
    """Say whether a form gathers personal data; one to log in or to look something up does not."""
    kinds = [_kind(one) for one in form["fields"]]
    if form["role"] == "search" or (form["secret"] and len(set(kinds) - {None}) <= 1):
        return False
    if form["method"] == "get" and len(form["fields"]) <= 3:
        return False
    return asking.is_personal(kinds)


def _collection(visit: Visit, gathering: list[Found]) -> Observation:
    places = []
    for form in gathering:
        linked = any(notices.leads_to_notice(text, href) for text, href in form["links"])
        if not linked and not asking.tells_why(form["text"]):
            says = Sentence(
                "không nói dữ liệu dùng vào việc gì", "it does not say what the data is for"
            )
            places.append(telling.at(form, "silent", says))
    return telling.counted("privacy.collection_notice", visit.url, places)


def _consent(visit: Visit, found: Found) -> Observation:
    places: list[Place] = []
    boxes = [box for form in found["forms"] for box in form["boxes"]] + list(found["loose"])
    for box in boxes:
        if box["ticked"] and asking.CONSENT.search(box["label"]):
            says = Sentence("ô đồng ý đã được đánh dấu sẵn", "the box for consent comes ticked")
            places.append(telling.at(box, "ticked", says))
    if words := asking.implied(found["text"]):
        says = Sentence(f"coi như đã đồng ý: “{words}”", f"consent is taken as given: “{words}”")
        places.append(telling.place("implied", says))
    for banner in found["banners"]:
        if asking.only_accepts(banner["buttons"]):
            says = Sentence("có nút đồng ý, không có nút từ chối", "one can accept, and not refuse")
            places.append(telling.at(banner, "no_refusal", says))
    return telling.counted("privacy.consent", visit.url, places)


def _needless(visit: Visit, every: list[Found]) -> Observation:
    asked = {Asks.SENSITIVE, Asks.IDENTITY} if visit.kind in LIGHT else {Asks.SENSITIVE}
    if visit.kind is PageKind.FORM:
        return telling.not_here(
            "privacy.needless",
            visit.url,
            Sentence(
                "Máy không biết thủ tục này cần dữ liệu nào.",
                "A machine does not know which data this procedure needs.",
            ),
        )
    places = [
        telling.at(field, kind.value, TITLES[kind])
        for form in every
        for field in form["fields"]
        if (kind := _kind(field)) in asked and kind is not None
    ]
    return telling.counted("privacy.needless", visit.url, places)


def _by_get(visit: Visit, every: list[Found]) -> Observation:
    says = Sentence("gửi bằng GET, nằm lại trong địa chỉ", "sent by GET, it stays in the address")
    places = [
        telling.at(field, "get", says)
        for form in every
        if form["method"] == "get"
        for field in form["fields"]
        if _kind(field) in {Asks.IDENTITY, Asks.PHONE}
    ]
    return telling.counted("privacy.asked_by_get", visit.url, places)


def _autocomplete(visit: Visit, every: list[Found]) -> Observation:
    places = []
    for form in every:
        if form["role"] == "search" or form["method"] == "get":
            continue
        own = {kind for one in form["fields"] if (kind := _own(one))}
        for field in form["fields"]:
            kind = _kind(field)
            if kind in asking.TOKENS and kind not in own and not _fits(field, kind):
                says = Sentence("không có autocomplete phù hợp", "no fitting autocomplete")
                places.append(telling.at(field, kind.value, says))
    return telling.counted("privacy.autocomplete", visit.url, places)


def _own(field: Found) -> Asks | None:
    """Give what a field asks of the reader and lets be filled in; others are of other people."""
    kind = _kind(field)
    told = field["fill"] not in {"", "off"}
    return kind if kind in asking.TOKENS and told and _fits(field, kind) else None


def _fits(field: Found, kind: Asks) -> bool:
    if field["fill"] == "off" or field["type"] in {"search", "number", "date"}:
        return True
    words = field["fill"].split()
    return bool(words) and words[-1] in asking.TOKENS[kind]
