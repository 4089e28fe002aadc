"""What a page leaves behind or gives away: requests, cookies, storage, before anyone agreed."""

from collections.abc import Iterator, Mapping
from typing import Any

from motcua.evaluation.probes.visits import Visit
from motcua.evaluation.rules.looking import cookies, telling, trackers
from motcua.evaluation.rules.looking.cookies import Cookie
from motcua.evaluation.rules.looking.hosts import host_of, of_the_state, same_site, site_of
from motcua.evaluation.values.observations import Observation, Place
from motcua.kernel.words import Sentence

Found = Mapping[str, Any]


def strangers(visit: Visit) -> dict[str, list[str]]:
    """Give hosts of third parties with the kinds of what was asked of them, by name of host."""
    found: dict[str, set[str]] = {}
    for one in visit.exchanges:
        host = host_of(one.url)
        if host and one.url.startswith(("http", "ws")) and not same_site(one.url, visit.page.url):
            found.setdefault(host, set()).add(one.kind)
    return {host: sorted(found[host]) for host in sorted(found)}


def told_of_visits(visit: Visit) -> Iterator[Observation]:
    """Tell who learns that somebody opened the page."""
    asked = strangers(visit)
    parts = _parts(visit)
    third, tracking, fonts, state = [], [], [], []
    for host, kinds in asked.items():
        what = ", ".join(kinds)
        if of_the_state(host):
            state.append(telling.place("state", Sentence(f"{host}: {what}", f"{host}: {what}")))
            continue
        owner = trackers.tracker(host) or parts.get(host, "")
        named = f"{host} ({owner})" if owner else host
        third.append(telling.place(host, Sentence(f"{named}: {what}", f"{named}: {what}")))
        if trackers.tracker(host):
            tracking.append(telling.place(owner, Sentence(f"{owner}: {host}", f"{owner}: {host}")))
        if trackers.lends_fonts(host) or kinds == ["font"]:
            fonts.append(
                telling.place(host, Sentence(f"phông chữ từ {host}", f"fonts from {host}"))
            )
    yield telling.counted("privacy.third_parties", visit.url, third)
    yield telling.counted("privacy.trackers", visit.url, tracking)
    yield telling.counted("privacy.third_fonts", visit.url, fonts)
    yield telling.counted("privacy.state_hosts", visit.url, state)


def _parts(visit: Visit) -> dict[str, str]:
    return {
        host_of(one.url): name for one in visit.exchanges if (name := trackers.known_part(one.url))
    }


def kept(visit: Visit) -> list[Cookie]:
    """Give the cookies that the browser keeps after this page, in order; values are left out."""

    def make() -> list[Cookie]:
        now = float(visit.ask("() => Date.now()")) / 1000
        every = [cookies.cookie(one, now) for one in visit.page.context.cookies()]
        return sorted(every, key=lambda one: (one.domain, one.name))

    found: list[Cookie] = visit.once("cookies", make)
    return found


def cookies_before(visit: Visit) -> Iterator[Observation]:
    """Tell which cookies follow people though nobody was asked, and which stay for too long."""
    here = site_of(host_of(visit.page.url))
    following, lasting = [], []
    for one in kept(visit):
        owner = cookies.tracker_of(one.name)
        third = site_of(one.domain) != here and not of_the_state(one.domain)
        if cookies.follows(one, third_party=third):
            whose = owner or (one.domain if third else "")
            says = Sentence(
                f"{one.name}{f' của {whose}' if whose else ''}, {_life(one)[0]}",
                f"{one.name}{f' of {whose}' if whose else ''}, {_life(one)[1]}",
            )
            following.append(telling.place(one.name, says))
        if one.lifetime is not None and one.lifetime > cookies.LONG:
            says = Sentence(f"{one.name}: {_life(one)[0]}", f"{one.name}: {_life(one)[1]}")
            lasting.append(telling.place(one.name, says))
    yield telling.counted("privacy.cookies_before", visit.url, following)
    yield telling.counted("privacy.cookie_lifetime", visit.url, lasting)


def _life(one: Cookie) -> tuple[str, str]:
    if one.lifetime is None:
        return "đến khi đóng trình duyệt", "until the browser closes"
    days = round(one.lifetime / cookies.DAY)
    return f"{days} ngày", f"{days} days"


def stored_before(visit: Visit, stored: list[Found]) -> Observation:
    """Tell which keys in the browser's storage follow people though nobody was asked."""
    places = []
    for one in stored:
        owner = cookies.tracker_of(one["key"])
        if owner or (one["random"] and not _has_reason(one["key"])):
            named = f"{one['where']}: {one['key']}"
            whose = Sentence(
                f"{named} ({owner or 'giống mã định danh'})",
                f"{named} ({owner or 'like an identifier'})",
            )
            places.append(telling.place(one["key"], whose))
    return telling.counted("privacy.storage_before", visit.url, places)


def _has_reason(key: str) -> bool:
    asked = Cookie(name=key, domain="", secure=True, http_only=True, same_site="", lifetime=None)
    return asked.has_reason


def fingerprints(visit: Visit, found: Found) -> Observation:
    """Tell where the page seems to recognise browsers by what they are."""
    places: list[Place] = []
    for url in found["scripts"]:
        low = url.lower()
        if any(
            name in low for name in ("fingerprint", "fpjs", "fpcdn.io", "clientjs", "evercookie")
        ):
            says = Sentence("thư viện nhận dạng trình duyệt", "a library that recognises browsers")
            places.append(telling.place("library", says, snippet=url.split("?")[0]))
    if found["prints"]:
        says = Sentence("mã trong trang lấy vân tay trình duyệt", "a script in the page does so")
        places.append(telling.place("script", says))
    return telling.counted("privacy.fingerprinting", visit.url, places)
