"""What the portal as a whole says about security."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from motcua.evaluation.probes.security import connection
from motcua.evaluation.probes.security.connection import Door, Shown
from motcua.evaluation.probes.security.lying_about import lying_about
from motcua.evaluation.probes.visits import Answer, Site
from motcua.evaluation.rules.looking import certificates, handshakes, security_txt, telling
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
    yield _redirect(site, address)
    yield from _secured(site, home, address)
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


def _redirect(site: Site, address: str) -> Observation:
    fact = "security.redirect"
    parts = urlsplit(address)
    if parts.scheme != "https":
        return telling.not_here(fact, site.home, PLAIN)
    usual = parts.port in {None, 443}
    where = parts.hostname if usual else parts.netloc
    first = site.web.get(f"http://{where}/", follow=False)
    if first.failed.startswith(("refused", "timeout")) or not (usual or _speaks(first)):
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


def _speaks(first: Answer) -> bool:
    """Say whether a port of https answers plain http by anything but a complaint."""
    return not first.failed and first.status < 400


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
