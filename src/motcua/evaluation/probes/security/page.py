"""What each page says about security: its answer, its markup, its cookies, its scripts."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.asking import ask, text_of
from motcua.evaluation.probes.security import answers
from motcua.evaluation.probes.visits import Unanswered, Visit
from motcua.evaluation.rules.looking import libraries, telling
from motcua.evaluation.rules.looking.hosts import host_of, is_loopback, of_the_state, same_site
from motcua.evaluation.values.observations import Observation, Place
from motcua.kernel.words import Sentence

Found = Mapping[str, Any]
HERE = Path(__file__).parent
BY_MARKUP = (
    *("csp", "csp_quality", "framing", "headers", "permissions", "banners", "mixed"),
    *("insecure_form", "foreign_form", "password_field", "inline_script", "integrity"),
    "session_in_address",
)
NO_FORM = Sentence("Trang không có biểu mẫu.", "The page has no form.")


def page(visit: Visit) -> Iterator[Observation]:
    """Tell everything about security that one page shows."""
    yield from answers.transport(visit)
    try:
        found: Found = ask(visit, HERE / "page.js")
    except Unanswered:
        why = Sentence("Trang không trả lời câu hỏi.", "The page did not answer.")
        yield from (telling.unseen(f"security.{name}", visit.url, why) for name in BY_MARKUP)
    else:
        yield from answers.policy(visit, found["meta"])
        yield from answers.protections(visit, found["referrer"])
        yield answers.banners(visit, found["generator"])
        yield _mixed(visit, found)
        yield from _forms(visit, found["forms"])
        yield _passwords(visit, found["passwords"])
        yield _inline(visit, found)
        yield _integrity(visit, found["loaded"])
        yield _sessions(visit, found["sessions"])
    yield answers.careless_cookies(visit)
    yield answers.open_answers(visit)
    yield _libraries(visit)


def _places(some: Found, rule: str, says: Sentence) -> list[Place]:
    return [telling.at(one, rule, says) for one in some["first"]]


def _mixed(visit: Visit, found: Found) -> Observation:
    fact = "security.mixed"
    if not visit.page.url.startswith("https:"):
        why = Sentence("Trang không chạy bằng https.", "The page itself is not over https.")
        return telling.not_here(fact, visit.url, why)
    says = Sentence("nạp qua http", "loaded over http")
    places = _places(found["plain"], "markup", says)
    known = {one["url"] for one in found["plain"]["first"]}
    for url in sorted({one.url for one in visit.exchanges if one.url.startswith("http:")}):
        if url not in known and not is_loopback(host_of(url)):
            places.append(telling.place("request", says, snippet=url.split("?")[0]))
    return telling.counted(fact, visit.url, places)


def _forms(visit: Visit, forms: Found) -> Iterator[Observation]:
    if not forms["count"]:
        yield telling.not_here("security.insecure_form", visit.url, NO_FORM)
        yield telling.not_here("security.foreign_form", visit.url, NO_FORM)
        return
    insecure, foreign = [], []
    for form in forms["first"]:
        for action in filter(None, (form["action"], form["other"])):
            host = host_of(action)
            if _goes_plain(visit.page.url, action, form):
                insecure.append(
                    telling.at(
                        form, "http", Sentence(f"gửi tới http://{host}", f"to http://{host}")
                    )
                )
            stranger = host and not same_site(action, visit.page.url) and not of_the_state(host)
            if stranger and (form["method"] == "post" or form["secret"]):
                foreign.append(
                    telling.at(form, "foreign", Sentence(f"gửi tới {host}", f"sent to {host}"))
                )
    yield telling.counted("security.insecure_form", visit.url, insecure)
    yield telling.counted("security.foreign_form", visit.url, foreign)


def _goes_plain(page_url: str, action: str, form: Found) -> bool:
    """Say whether a form leaves in plain text; on a plain page of this machine it cannot else."""
    if not action.startswith("http:"):
        return False
    if page_url.startswith("https:"):
        return True
    host = host_of(action)
    if host == host_of(page_url):
        return not is_loopback(host) and bool(form["secret"] or form["method"] == "post")
    return True


def _passwords(visit: Visit, passwords: Found) -> Observation:
    fact = "security.password_field"
    if not passwords["count"]:
        why = Sentence("Trang không có ô mật khẩu.", "The page has no password field.")
        return telling.not_here(fact, visit.url, why)
    places = []
    for one in passwords["first"]:
        if not {"current-password", "new-password", "one-time-code"} & set(one["token"].split()):
            says = Sentence("không nói là mật khẩu nào", "it does not say which password")
            places.append(telling.at(one, "autocomplete", says))
        elif one["nopaste"]:
            places.append(telling.at(one, "paste", Sentence("chặn dán", "pasting is stopped")))
    return telling.counted(fact, visit.url, places)


def _inline(visit: Visit, found: Found) -> Observation:
    scripts = _places(
        found["scripts"], "script", Sentence("mã viết thẳng trong trang", "a script in the page")
    )
    handlers = [
        telling.at(one, "handler", Sentence(f"mã trong {one['why']}", f"a script in {one['why']}"))
        for one in found["handlers"]["first"]
    ]
    every = found["scripts"]["count"] + found["handlers"]["count"]
    return telling.value("security.inline_script", visit.url, every, places=scripts + handlers)


def _integrity(visit: Visit, loaded: Found) -> Observation:
    fact = "security.integrity"
    strange = [one for one in loaded["first"] if _is_strange(one["url"], visit.page.url)]
    if not strange:
        why = Sentence("Trang không nạp mã của bên thứ ba.", "No third party's code is loaded.")
        return telling.not_here(fact, visit.url, why)
    places = []
    for one in strange:
        if not one["integrity"].startswith("sha"):
            host = host_of(one["url"])
            says = Sentence(f"{host} đổi tệp lúc nào cũng được", f"{host} may change it any time")
            places.append(telling.at(one, one["kind"], says))
    return telling.counted(fact, visit.url, places)


def _is_strange(url: str, page_url: str) -> bool:
    host = host_of(url)
    return bool(host) and not same_site(url, page_url) and not of_the_state(host)


def _sessions(visit: Visit, sessions: Found) -> Observation:
    says = Sentence("mã phiên trong địa chỉ", "a session code in the address")
    return telling.counted(
        "security.session_in_address", visit.url, _places(sessions, "session", says)
    )


def _libraries(visit: Visit) -> Observation:
    told = _told_versions(visit)
    places = []
    for name, number in sorted(told.items()):
        if libraries.outdated(name, number):
            version = ".".join(map(str, number))
            why = libraries.BY_NAME[name].why
            says = Sentence(f"{name} {version}: {why.vi}", f"{name} {version}: {why.en}")
            places.append(telling.place(name.lower().replace(" ", "-"), says))
    return telling.counted("security.libraries", visit.url, places)


def _told_versions(visit: Visit) -> dict[str, tuple[int, ...]]:
    """Give libraries with their versions, by addresses first, then by what they say themselves."""
    told: dict[str, tuple[int, ...]] = {}
    for one in visit.exchanges:
        if one.kind == "script" and (named := libraries.from_address(one.url)):
            told.setdefault(*named)
    for name, text in _globals(visit).items():
        number = libraries.version(text) if isinstance(text, str) else ()
        if number and name in libraries.BY_NAME:
            told[name] = number
    return told


def _globals(visit: Visit) -> Mapping[str, Any]:
    """Ask in the page's own world, and stop its scripts where they take more than a second."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    asked = {"expression": text_of(HERE / "globals.js"), "returnByValue": True, "timeout": 1000}
    try:
        answer = visit.cdp.send("Runtime.evaluate", asked)
    except Error:
        return {}
    said = answer.get("result", {}).get("value")
    return said if isinstance(said, dict) else {}
