"""The privacy notice: whether there is one, how far away, what it tells, how it reads."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urldefrag

from motcua.evaluation.probes.privacy.questions import question
from motcua.evaluation.probes.visits import Site, Unanswered, Visit
from motcua.evaluation.rules.looking import notices, reading, telling
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence

Found = Mapping[str, Any]
DOCUMENTS = (".pdf", ".doc", ".docx", ".jpg", ".png")
OF_A_NOTICE = ("readable", "statements", "rights_named", "law_current", "access_log")
HINDERS = {
    "scan": Sentence("chỉ có bản quét hoặc tệp đính kèm", "only a scan or a file to download"),
    "short": Sentence("quá ngắn, không nói được gì", "too short to tell anything"),
    "foreign": Sentence("không phải tiếng Việt có dấu", "not in Vietnamese with its marks"),
    "sentences": Sentence("câu quá dài", "sentences too long"),
    "headings": Sentence("thiếu đề mục", "too few headings"),
    "long": Sentence("quá dài", "too long"),
}
NONE = Sentence("Không tìm thấy thông báo nào.", "No notice was found.")


def linked(visit: Visit, links: list[Found]) -> Iterator[Observation]:
    """Tell whether the home page leads to the notice, and where it is."""
    if visit.kind is not PageKind.HOME:
        return
    found = [
        one["href"]
        for one in links
        if one["href"].startswith("http") and notices.leads_to_notice(one["text"], one["href"])
    ]
    yield telling.value("privacy.one_click", visit.url, bool(found))
    if found:
        yield telling.value("privacy.notice_address", visit.url, urldefrag(found[0]).url)


def read(visit: Visit, found: Found) -> Iterator[Observation]:
    """Tell what a page that is a privacy notice says, and how it reads."""
    text = found["main"]
    counted = reading.read(text, found["headings"])
    hinders = reading.hindrances(counted, files=found["files"] or ["image"] * found["pictures"])
    note = Sentence(
        f"{counted.syllables} tiếng, {counted.sentence} tiếng một câu, {counted.headings} đề mục.",
        f"{counted.syllables} syllables, {counted.sentence} a sentence, {counted.headings} "
        "headings.",
    )
    against = [telling.place(one, HINDERS[one]) for one in hinders]
    yield telling.holds("privacy.readable", visit.url, against, note=note)
    if hinders == ["scan"]:
        why = Sentence("Thông báo là tệp, máy không đọc được.", "The notice is a file, not a page.")
        yield from (telling.unseen(f"privacy.{one}", visit.url, why) for one in OF_A_NOTICE[1:])
        return
    yield from _statements(visit.url, text)
    today = datetime.fromtimestamp(float(visit.ask("() => Date.now()")) / 1000, HANOI).date()
    yield telling.value("privacy.law_current", visit.url, not notices.old_law_only(text, today))
    yield telling.value("privacy.access_log", visit.url, notices.shows_readers(text))


def _statements(url: str, text: str) -> Iterator[Observation]:
    missing = notices.missing(text)
    told = [one for one in notices.STATEMENTS if one not in missing]
    names = "; ".join(one.title.vi for one in told) or "không điều nào"
    names_en = "; ".join(one.title.en for one in told) or "nothing"
    yield telling.value(
        "privacy.statements",
        url,
        round(len(told) / len(notices.STATEMENTS), 4),
        note=Sentence(f"Đã nói: {names}.", f"It tells: {names_en}."),
        places=[
            telling.place(
                one.code, Sentence(f"chưa nói {one.title.vi}", f"it does not tell {one.title.en}")
            )
            for one in missing
        ],
    )
    rights = notices.rights_named(text)
    said = ", ".join(rights) or "-"
    yield telling.value(
        "privacy.rights_named", url, len(rights), note=Sentence(f"Gồm: {said}.", f"Named: {said}.")
    )


def portal(site: Site) -> Iterator[Observation]:
    """Tell whether the portal has a notice; look at it now where it was not among the pages."""
    shares = [one for one in site.found("privacy.statements") if _says(one)]
    scans = [one for one in site.found("privacy.readable") if _is_scan(one)]
    where = next((str(one.value) for one in site.found("privacy.notice_address")), "")
    if shares or scans:
        yield telling.value("privacy.notice", site.home, True)
        return
    looked_at = {
        address
        for one in site.pages
        if one.kind is PageKind.PRIVACY
        for address in (one.url, one.final_url)
    }
    if not where or where in looked_at:
        yield telling.value("privacy.notice", site.home, False)
        yield from (telling.not_here(f"privacy.{one}", site.home, NONE) for one in OF_A_NOTICE)
        return
    yield from _elsewhere(site, where)


def _says(one: Observation) -> bool:
    """Say whether a page tells enough of what a notice must to be one: three things at least."""
    told = isinstance(one.value, float | int) and one.value * len(notices.STATEMENTS) >= 2.9
    return one.outcome is Outcome.MEASURED and told


def _is_scan(one: Observation) -> bool:
    return any(place.rule == "scan" for place in one.places)


def _elsewhere(site: Site, where: str) -> Iterator[Observation]:
    """Look at a notice that is linked and was not visited."""
    if where.lower().partition("?")[0].endswith(DOCUMENTS):
        yield telling.value("privacy.notice", site.home, True)
        against = [telling.place("scan", HINDERS["scan"], snippet=where)]
        yield telling.holds("privacy.readable", where, against)
        return
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    seen: list[Observation] = []
    try:
        with site.open(where) as visit:
            if visit.status < 400:
                seen = list(read(visit, question(visit)))
    except (Unanswered, OSError, Error):
        why = Sentence(f"Không mở được: {where}", f"It could not be opened: {where}")
        yield telling.unseen("privacy.notice", site.home, why)
        return
    there = any(one.fact == "privacy.statements" and _says(one) for one in seen)
    scan = any(one.fact == "privacy.readable" and _is_scan(one) for one in seen)
    yield telling.value("privacy.notice", site.home, there or scan)
    yield from seen
