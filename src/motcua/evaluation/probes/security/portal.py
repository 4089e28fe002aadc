"""What the portal as a whole says about security."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from motcua.evaluation.probes.security import connection
from motcua.evaluation.probes.security.answers import given_away
from motcua.evaluation.probes.security.connection import Door, Shown
from motcua.evaluation.probes.security.lying_about import lying_about
from motcua.evaluation.probes.visits import Answer, Site
from motcua.evaluation.rules.looking import certificates, handshakes, headers, security_txt, telling
from motcua.evaluation.rules.looking.hosts import host_of, is_loopback
from motcua.evaluation.values.observations import Observation
from motcua.kernel.words import Sentence

PLAIN = Sentence("Cổng không chạy bằng https.", "The portal is not over https.")
SILENT = Sentence("Máy chủ không trả lời khi bắt tay TLS.", "The server did not answer in TLS.")
TLS_FACTS = (
    *("tls_version", "tls_newest", "weak_ciphers"),
    *("certificate", "certificate_days", "certificate_strength"),
)
UNTRIED = Sentence(
    "Không thử: công cụ này không gửi gì có thể bị xem là tấn công.",
    "Not tried: this tool sends nothing that could be taken for an attack.",
)


def portal(site: Site) -> Iterator[Observation]:
    """Tell everything about security that concerns the portal as a whole."""
    home = site.web.get(site.home)
    address = _final(site, home)
    yield _https(site, home, address)
    yield _redirect(site, address)
    yield _hsts(site, home, address)
    yield from _secured(site, home, address)
    yield _banners(site, home)
    yield from lying_about(site)
    yield _security_txt(site, _moment(home))
    yield telling.not_here("security.open_redirect", site.home, UNTRIED)


def _final(site: Site, home: Answer) -> str:
    """Give where the home page led to: what the browser saw counts before plain HTTP."""
    seen = next((one.final_url for one in site.pages if one.url == site.home), "")
    return seen or (home.url if not home.failed else site.home)


def _moment(home: Answer) -> datetime | None:
    """Give the portal's own time; a probe reads no clock of ours."""
    try:
        said = parsedate_to_datetime(home.headers.get("date", ""))
    except ValueError:
        return None
    return said if said.tzinfo else said.replace(tzinfo=UTC)


def _https(site: Site, home: Answer, address: str) -> Observation:
    secure = urlsplit(address).scheme == "https"
    note = None
    if not secure and is_loopback(host_of(address)):
        note = Sentence(
            "Cổng chạy trên chính máy này, chưa ra mạng.", "The portal runs on this very machine."
        )
    elif not secure and home.failed:
        return telling.unseen("security.https", site.home, _failed(home))
    return telling.value("security.https", site.home, secure, note=note)


def _redirect(site: Site, address: str) -> Observation:
    fact = "security.redirect"
    parts = urlsplit(address)
    if parts.scheme != "https":
        return telling.not_here(fact, site.home, PLAIN)
    if parts.port not in {None, 443}:
        why = Sentence(
            "Cổng không ở cửa 443 nên không biết http ở cửa nào.",
            "The portal is not at port 443, so nobody knows where its http would be.",
        )
        return telling.not_here(fact, site.home, why)
    first = site.web.get(f"http://{parts.hostname}/", follow=False)
    if first.failed.startswith(("refused", "timeout")):
        why = Sentence("Cổng không mở http.", "The portal does not listen for http.")
        return telling.not_here(fact, site.home, why)
    if first.failed:
        return telling.unseen(fact, site.home, _failed(first))
    target = urljoin(first.url, first.headers.get("location", ""))
    moved = first.status in {301, 302, 303, 307, 308} and target.startswith("https://")
    note = None
    if not moved:
        note = Sentence(
            f"http trả lời {first.status}, không chuyển sang https.",
            f"http answers {first.status} and does not lead to https.",
        )
    return telling.value(fact, site.home, moved, note=note)


def _hsts(site: Site, home: Answer, address: str) -> Observation:
    fact = "security.hsts"
    if urlsplit(address).scheme != "https":
        return telling.not_here(fact, site.home, PLAIN)
    if home.failed:
        return telling.unseen(fact, site.home, _failed(home))
    said = home.headers.get("strict-transport-security", "")
    read = headers.transport(said)
    if not said:
        note = Sentence("Không có tiêu đề này.", "There is no such header.")
    else:
        days = max(0, read.max_age) // 86_400
        more = "includeSubDomains" if read.subdomains else "không có includeSubDomains"
        more_en = "includeSubDomains" if read.subdomains else "no includeSubDomains"
        preload = ", preload" if read.preload else ""
        note = Sentence(f"{days} ngày, {more}{preload}.", f"{days} days, {more_en}{preload}.")
    return telling.value(fact, site.home, read.lasting, note=note)


def _secured(site: Site, home: Answer, address: str) -> Iterator[Observation]:
    """Tell versions, ciphers and certificate where there is https."""
    parts = urlsplit(address)
    if parts.scheme != "https":
        yield from _each(TLS_FACTS, lambda fact: telling.not_here(fact, site.home, PLAIN))
        return
    door = Door(parts.hostname or "", parts.port or 443)
    try:
        yield from _versions(site, door)
        yield _ciphers(site, door)
    except OSError:
        names = ("tls_version", "tls_newest", "weak_ciphers")
        yield from _each(names, lambda fact: telling.unseen(fact, site.home, SILENT))
    try:
        shown = connection.certificate(door)
    except OSError:
        names = ("certificate", "certificate_days", "certificate_strength")
        yield from _each(names, lambda fact: telling.unseen(fact, site.home, SILENT))
    else:
        yield from certified(site.home, door.host, shown=shown, at=_moment(home))


def _each(names: Iterable[str], make: Callable[[str], Observation]) -> Iterator[Observation]:
    yield from (make(f"security.{name}") for name in names)


def _versions(site: Site, door: Door) -> Iterator[Observation]:
    found = connection.versions(door)
    if not found:
        yield telling.unseen("security.tls_version", site.home, SILENT)
        yield telling.unseen("security.tls_newest", site.home, SILENT)
        return
    names = ", ".join(f"TLS {handshakes.NUMBERS[one]}" for one in found)
    note = Sentence(f"Nhận {names}.", f"It accepts {names}.")
    oldest = handshakes.NUMBERS[found[0]]
    yield telling.value("security.tls_version", site.home, oldest, note=note)
    yield telling.value("security.tls_newest", site.home, handshakes.TLS13 in found, note=note)


def _ciphers(site: Site, door: Door) -> Observation:
    weak = sorted(connection.weak_ciphers(door))
    places = [
        telling.place(name, Sentence(f"nhận TLS_{name}", f"it accepts TLS_{name}"), snippet=name)
        for name in weak
    ]
    return telling.counted("security.weak_ciphers", site.home, places)


def certified(url: str, host: str, *, shown: Shown, at: datetime | None) -> Iterator[Observation]:
    """Tell what is right and wrong with a certificate that was shown at `at`."""
    one = shown.certificate
    against = []
    if shown.refused:
        says = Sentence(f"trình duyệt từ chối: {shown.refused}", f"refused: {shown.refused}")
        against.append(telling.place("refused", says))
    if one and not certificates.names_host(one.names, host):
        says = Sentence(f"không phải cho tên {host}", f"it is not for {host}")
        against.append(telling.place("name", says, snippet=", ".join(one.names)))
    if one and one.self_signed:
        against.append(telling.place("self_signed", Sentence("tự ký", "signed by itself")))
    note = Sentence(f"Do {one.issuer} cấp.", f"Issued by {one.issuer}.") if one else None
    yield telling.holds("security.certificate", url, against, note=note)
    if one is None or at is None:
        yield telling.unseen("security.certificate_days", url, SILENT)
    else:
        yield telling.value("security.certificate_days", url, certificates.days_left(one, at))
    if one is None:
        yield telling.unseen("security.certificate_strength", url, SILENT)
        return
    weak = [telling.place("weak", Sentence(f"{one.weak} yếu", f"{one.weak} is weak"))]
    note = Sentence(f"Khóa {one.key}, ký {one.signature}.", f"{one.key}, {one.signature}.")
    yield telling.holds("security.certificate_strength", url, weak if one.weak else [], note=note)


def _banners(site: Site, home: Answer) -> Observation:
    fact = "security.banners"
    if home.failed:
        return telling.unseen(fact, site.home, _failed(home))
    places = [
        telling.place(
            name, Sentence(f"{name}: {said}", f"{name}: {said}"), snippet=f"{name}: {said}"
        )
        for name, said in given_away(home.headers, _generator(home.text))
    ]
    return telling.counted(fact, site.home, places)


def _generator(text: str) -> str:
    _, found, rest = text[:50_000].partition('name="generator"')
    return rest.partition('content="')[2].partition('"')[0][:100] if found else ""


def _security_txt(site: Site, at: datetime | None) -> Observation:
    fact = "security.security_txt"
    answer = site.web.get(urljoin(site.home, "/.well-known/security.txt"))
    if answer.failed:
        return telling.unseen(fact, site.home, _failed(answer))
    if answer.status != 200 or not security_txt.looks_like_one(answer.text):
        return telling.value(fact, site.home, False)
    wrong = security_txt.problems(answer.text, at or datetime.min.replace(tzinfo=UTC))
    return telling.holds(fact, site.home, [telling.place(one, WRONG[one]) for one in wrong])


WRONG = {
    "contact": Sentence("không có dòng Contact dùng được", "no Contact that can be used"),
    "expires": Sentence("không có một dòng Expires đúng", "not one right line Expires"),
    "expired": Sentence("đã hết hạn", "it has expired"),
}


def _failed(answer: Answer) -> Sentence:
    return Sentence(f"Không hỏi được: {answer.failed}.", f"It could not be asked: {answer.failed}.")
