"""What the answers of a page say by themselves: headers, cookies, reading by strangers."""

from collections.abc import Iterator, Sequence

from motcua.evaluation.probes.visits import Exchange, Visit
from motcua.evaluation.rules.looking import cookies, headers, policies, telling
from motcua.evaluation.rules.looking.hosts import host_of, is_loopback, same_site
from motcua.evaluation.values.observations import Observation, Place
from motcua.kernel.words import Sentence

HOLES = {
    "no_scripts": Sentence("không giới hạn script-src", "script-src is not limited"),
    "unsafe_inline": Sentence(
        "cho chạy mã viết thẳng ('unsafe-inline')", "'unsafe-inline' scripts"
    ),
    "unsafe_eval": Sentence("cho chạy chuỗi thành mã ('unsafe-eval')", "'unsafe-eval'"),
    "wildcard": Sentence("cho nạp mã từ mọi nơi", "scripts from anywhere"),
    "object": Sentence("không chặn object-src", "object-src is not closed"),
    "base": Sentence("không khóa base-uri", "base-uri is not locked"),
}
LACKS = {
    "secure": Sentence("thiếu Secure, đi được qua http", "no Secure: it travels over http"),
    "http_only": Sentence(
        "thiếu HttpOnly, mã trong trang đọc được", "no HttpOnly: scripts read it"
    ),
    "same_site": Sentence(
        "SameSite=None hoặc không có: trang lạ gửi kèm được",
        "SameSite=None or none: strangers' pages send it along",
    ),
    "lifetime": Sentence("giữ đăng nhập hơn 30 ngày", "it keeps a login for over 30 days"),
}


def transport(visit: Visit) -> Iterator[Observation]:
    """Tell whether the page came over https, and whether browsers are told to stay with it."""
    secure = visit.page.url.startswith("https:")
    note = None
    if not secure and is_loopback(host_of(visit.page.url)):
        note = Sentence(
            "Cổng chạy trên chính máy này, chưa ra mạng.", "The portal runs on this very machine."
        )
    yield telling.value("security.https", visit.url, secure, note=note)
    if not secure:
        plain = Sentence("Trang không chạy bằng https.", "The page itself is not over https.")
        yield telling.not_here("security.hsts", visit.url, plain)
        return
    said = visit.headers.get("strict-transport-security", "")
    read = headers.transport(said)
    if not said:
        note = Sentence("Không có tiêu đề này.", "There is no such header.")
    else:
        days = max(0, read.max_age) // 86_400
        more = "includeSubDomains" if read.subdomains else "không có includeSubDomains"
        more_en = "includeSubDomains" if read.subdomains else "no includeSubDomains"
        preload = ", preload" if read.preload else ""
        note = Sentence(f"{days} ngày, {more}{preload}.", f"{days} days, {more_en}{preload}.")
    yield telling.value("security.hsts", visit.url, read.lasting, note=note)


def policy(visit: Visit, meta: list[list[str]]) -> Iterator[Observation]:
    """Tell whether the page has a policy, what it lets through, and who may frame the page."""
    said = visit.headers.get("content-security-policy", "")
    by_header = policies.policies(said)
    by_meta = [
        one
        for name, content in meta
        if name == "content-security-policy"
        for one in policies.policies(content)
    ]
    every = [*by_header, *by_meta]
    only_reported = "content-security-policy-report-only" in visit.headers
    yield telling.value(
        "security.csp",
        visit.url,
        bool(every),
        note=Sentence("Chỉ báo cáo, chưa chặn gì.", "It only reports, and stops nothing.")
        if only_reported and not every
        else None,
    )
    if every:
        yield telling.counted(
            "security.csp_quality",
            visit.url,
            [telling.place(name, HOLES[name]) for name in policies.weaknesses(every)],
        )
    else:
        yield telling.not_here(
            "security.csp_quality",
            visit.url,
            Sentence("Trang không có chính sách nội dung.", "The page has no policy."),
        )
    framed = policies.guards_frames(by_header, visit.headers.get("x-frame-options", ""))
    yield telling.value("security.framing", visit.url, framed)


def protections(visit: Visit, referrer: str) -> Iterator[Observation]:
    """Tell which plain headers are missing."""
    missing: list[Place] = []
    if visit.headers.get("x-content-type-options", "").strip().lower() != "nosniff":
        missing.append(
            telling.place(
                "nosniff",
                Sentence("thiếu X-Content-Type-Options: nosniff", "no X-Content-Type-Options"),
            )
        )
    refers = headers.refers(visit.headers.get("referrer-policy", "") or referrer)
    if refers in {"", "no-referrer-when-downgrade"}:
        missing.append(
            telling.place(
                "referrer",
                Sentence("thiếu Referrer-Policy giữ kín địa chỉ", "no Referrer-Policy that keeps"),
            )
        )
    yield telling.counted("security.headers", visit.url, missing)
    has = "permissions-policy" in visit.headers or "feature-policy" in visit.headers
    yield telling.value("security.permissions", visit.url, has)


def kept_cookies(visit: Visit) -> list[cookies.Cookie]:
    """Give the cookies that the browser keeps after this page, by name; values are left out."""

    def make() -> list[cookies.Cookie]:
        now = float(visit.ask("() => Date.now()")) / 1000
        kept = [cookies.cookie(one, now) for one in visit.page.context.cookies()]
        return sorted(kept, key=lambda one: (one.domain, one.name))

    found: list[cookies.Cookie] = visit.once("cookies", make)
    return found


def careless_cookies(visit: Visit) -> Observation:
    """Tell which of the portal's own cookies are set without care."""
    over_https = visit.page.url.startswith("https:")
    own = [one for one in kept_cookies(visit) if same_site("//" + one.domain, visit.page.url)]
    if not own:
        return telling.not_here(
            "security.cookies",
            visit.url,
            Sentence("Cổng không đặt cookie nào.", "The portal sets no cookie."),
        )
    bare = without_same_site(visit.exchanges, visit.page.url)
    places = []
    for one in own:
        lacks = cookies.faults(one, over_https=over_https)
        if one.name in bare and one.keeps_login and "same_site" not in lacks:
            lacks.append("same_site")
        places += [
            telling.place(lack, LACKS[lack], snippet=f"Set-Cookie: {one.name}=…") for lack in lacks
        ]
    return telling.counted("security.cookies", visit.url, places)


def without_same_site(exchanges: Sequence[Exchange], url: str) -> set[str]:
    """Name the cookies whose Set-Cookie line says nothing of SameSite, where lines were kept."""
    found: set[str] = set()
    for one in exchanges:
        if not same_site(one.url, url):
            continue
        for line in one.headers.get("set-cookie", "").split("\n"):
            name, equals, rest = line.partition("=")
            if equals and "samesite" not in rest.lower():
                found.add(name.strip())
    return found


def open_answers(visit: Visit) -> Observation:
    """Tell which of the portal's answers let any stranger's page read them with cookies."""
    places = []
    for one in sorted(visit.exchanges, key=lambda each: each.url):
        allowed = one.headers.get("access-control-allow-origin", "").strip()
        sent = one.headers.get("access-control-allow-credentials", "").strip().lower() == "true"
        if sent and allowed in {"*", "null"} and same_site(one.url, visit.page.url):
            places.append(
                telling.place(
                    "credentials",
                    Sentence(
                        f"Allow-Origin: {allowed} cùng Allow-Credentials",
                        f"Allow-Origin: {allowed} with Allow-Credentials",
                    ),
                    snippet=host_of(one.url) + one.url.partition(host_of(one.url))[2].split("?")[0],
                )
            )
    return telling.counted("security.cors", visit.url, places)


def banners(visit: Visit, generator: str) -> Observation:
    """Tell what headers and the `generator` mark give away of the software behind."""
    found = headers.given_away(visit.headers)
    if any(letter.isdigit() for letter in generator):
        found.append(("generator", generator))
    places = [
        telling.place(name, Sentence(said, said), snippet=f"{name}: {said}") for name, said in found
    ]
    return telling.counted("security.banners", visit.url, places)
