"""One audit: walk, look, record; then the portal as a whole. Cut off anywhere, it goes on there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.auditing import problems
from motcua.evaluation.probes.auditing.areas import Found, areas
from motcua.evaluation.probes.auditing.looking import Looked, look_at, unseen
from motcua.evaluation.probes.auditing.round import Now, Round
from motcua.evaluation.probes.auditing.storing import DEATHS, Store
from motcua.evaluation.probes.auditing.telling import News, Tell, silent
from motcua.evaluation.probes.auditing.warm import Warm
from motcua.evaluation.probes.browser import AGENT
from motcua.evaluation.probes.registry import probes as every_probe
from motcua.evaluation.probes.visits import Probe
from motcua.evaluation.probes.walking.addresses import canonical, site
from motcua.evaluation.probes.walking.choosing import Chosen, Walk
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.probes.walking.robots import listed
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.looking.masking import personal, shown
from motcua.evaluation.values.audits import Audit, Manner, PageRecord
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Refused, Sentence

GONE = 5
"""Pages in a row that cannot be reached, after which no more are tried."""


class NoAddress(Refused):
    """Something is no address of a portal."""


def audit(
    url: str,
    *,
    manner: Manner,
    folder: Path,
    now: Now,
    tell: Tell | None = None,
    probes: Sequence[Probe] | None = None,
) -> Audit:
    """Look at one portal and give what was found; what `folder` holds of it is not done again.

    Raises `NoAddress`, `NoBrowser`, `Busy`. A portal that cannot be seen is an audit that says so.
    """
    with Warm() as warm:
        pace = Pace(manner.pace, folder / "pace")
        return Shared(warm=warm, pace=pace, now=now, tell=tell or silent, probes=probes).audit(
            url, manner=manner, folder=folder
        )


@dataclass(slots=True, kw_only=True)
class Shared:
    """What one process does all its audits with."""

    warm: Warm
    pace: Pace
    now: Now
    tell: Tell = silent
    probes: Sequence[Probe] | None = None

    def audit(self, url: str, *, manner: Manner, folder: Path) -> Audit:
        """Do as `audit` does."""
        home = address(url)
        store = Store(folder)
        with store.locked():
            if done := store.audit():
                if done.url != home:
                    raise _another(home, done.url)
                return done
            every = every_probe() if self.probes is None else self.probes
            going = Round(
                home=home,
                manner=replace(manner, seeds=tuple(address(one) for one in manner.seeds)),
                store=store,
                now=self.now,
                warm=self.warm,
                pace=self.pace,
                probes=tuple(
                    one for one in every if not manner.areas or one.area.value in manner.areas
                ),
                tell=self.tell,
            )
            try:
                return _whole(going)
            finally:
                going.close()


def address(url: str) -> str:
    """Give the address that is asked for, `https://` where no scheme is named."""
    found = canonical(url if "://" in url else f"https://{url}")
    host = site(found) if found and "@" not in url else ""
    if "." not in host and not host.startswith(("localhost", "[")):
        raise NoAddress(
            Sentence(
                f"“{url}” không phải địa chỉ của một trang web "
                "(ví dụ: https://dichvucong.example.gov.vn).",
                f"“{url}” is no web address (such as https://dichvucong.example.gov.vn).",
            )
        )
    if personal(found):
        raise NoAddress(
            Sentence(
                f"Địa chỉ {shown(found)} mang dữ liệu cá nhân; hãy đưa địa chỉ khác.",
                f"The address {shown(found)} carries personal data; give one without it.",
            )
        )
    return found


def _another(home: str, other: str) -> NoAddress:
    return NoAddress(
        Sentence(
            f"Thư mục này giữ kết quả của {other}, không phải của {home}.",
            f"This folder holds the audit of {other}, not of {home}.",
        )
    )


@dataclass(slots=True)
class _Trail:
    """The walk with what it has brought so far."""

    walk: Walk
    looked: list[Looked] = field(default_factory=list)
    shared: dict[str, Any] = field(default_factory=dict)

    @property
    def records(self) -> tuple[PageRecord, ...]:
        return tuple(one.record for one in self.looked if one.record is not None)


def _whole(going: Round) -> Audit:
    """Plan, walk, look at the portal as a whole, write it all down."""
    deaths = going.store.trying("plan")
    if deaths >= DEATHS:
        home = PageRecord(url=going.home, kind=PageKind.HOME, problem=problems.of_deaths(deaths))
        return _done(going, _plan(going, bare=True), pages=(home,))
    going.ask_robots(going.home)
    plan = _plan(going)
    trail = _resumed(going, plan)
    _pages(going, trail)
    seen = any(one.problem is None for one in trail.records)
    site_found = tuple(areas(going, trail.records, trail.shared)) if seen else ()
    return _done(
        going,
        plan,
        pages=trail.records,
        site_found=site_found,
        kept=tuple(one for page in trail.looked for one in page.evidence),
        left_out=trail.walk.told(),
        browser=next((one.browser for one in reversed(trail.looked) if one.browser), ""),
    )


def _done(going: Round, plan: dict[str, Any], **found: Any) -> Audit:
    areas_found: tuple[Found, ...] = found.get("site_found", ())
    kept = (*found.get("kept", ()), *(one for area in areas_found for one in area.evidence))
    done = Audit(
        url=going.home,
        begun_at=datetime.fromisoformat(plan["begun_at"]),
        ended_at=going.now(),
        tool=AGENT,
        browser=found.get("browser", ""),
        # The token is a word between the owner and us; audits are published.
        manner=replace(going.manner, load_token=""),
        pages=found["pages"],
        site=tuple(one for area in areas_found for one in area.observations),
        evidence=tuple({one.digest: one for one in kept}.values()),
        left_out=found.get("left_out", {}),
    )
    going.store.write("audit.json", recording.to_json(done))
    going.say(News.DONE, page=len(done.pages))
    return done


# ---------------------------------------------------------------- before the walk
def _plan(going: Round, *, bare: bool = False) -> dict[str, Any]:
    """Give what was planned before, or plan now; `bare` asks nothing of the portal."""
    found: dict[str, Any] | None = going.store.read("plan.json")
    if found is not None:
        if found.get("url") != going.home:
            raise _another(going.home, str(found.get("url")))
        going.say(News.RESUMED)
        return found
    going.say(News.BEGUN)
    said = going.robots_of(going.home)
    ask = not (bare or said.refuses)
    plan = {
        "url": going.home,
        "begun_at": going.now().isoformat(),
        "manner": recording.plain(replace(going.manner, load_token="")),
        "hints": _hints(going, said.sitemaps) if ask else [],
    }
    going.store.write("plan.json", plan)
    return plan


def _hints(going: Round, sitemaps: tuple[str, ...]) -> list[str]:
    """Give what sitemaps name; addresses with personal data are not even written down."""
    return [one for one in listed(going.home, sitemaps, going.web.get) if not personal(one)]


def _resumed(going: Round, plan: dict[str, Any]) -> _Trail:
    """Walk again, in mind only, where the walk has been."""
    for seed in going.manner.seeds:
        going.ask_robots(seed)
    walk = Walk(
        home=going.home,
        pages=going.manner.pages,
        seeds=going.manner.seeds,
        hints=tuple(plan["hints"]),
        allows=lambda url: going.robots_of(url).allows(url),
        sites=going.web.sites,
    )
    trail = _Trail(walk)
    while (found := going.store.read(_name(trail))) is not None:
        _took(going, trail, looked=recording.read(Looked, found), chosen=walk.next())
    return trail


def _is_gone(trail: _Trail) -> bool:
    """Whether the portal stopped answering: page after page could not be reached at all."""
    last = [one.record for one in trail.looked[-GONE:]]
    return len(last) == GONE and all(
        record is not None
        and any(one.fact == "conduct.unreachable" and one.value for one in record.observations)
        for record in last
    )


def _name(trail: _Trail) -> str:
    return f"pages/{len(trail.looked):03}.json"


# ---------------------------------------------------------------- pages
def _pages(going: Round, trail: _Trail) -> None:
    while (chosen := trail.walk.next()) is not None and not _is_gone(trail):
        name = _name(trail)
        going.say(News.PAGE, page=len(trail.records) + 1, chosen=chosen)
        looked = _looked(going, trail, chosen)
        looked = replace(looked, evidence=going.taken(), browser=going.browser)
        going.store.write(name, recording.plain(looked))
        _took(going, trail, looked=looked, chosen=chosen)
        if (record := looked.record) is not None:
            # What a person's page is called is known only now that it was seen.
            named = replace(chosen, link=replace(chosen.link, url=record.url))
            going.say(News.SEEN, page=len(trail.records), chosen=named, problem=record.problem)


def _looked(going: Round, trail: _Trail, chosen: Chosen) -> Looked:
    """Look at a page, unless it was the end of others, or must not be looked at."""
    url = chosen.link.url
    deaths = going.store.trying(_name(trail))
    if deaths >= DEATHS:
        return unseen(chosen, problems.of_deaths(deaths))
    said = going.robots_of(url)
    if said.refuses:
        return unseen(chosen, problems.of_refusal(said.refuses))
    if not said.allows(url):
        return unseen(chosen, problems.of_failure("robots.txt"))
    return _opened(going, trail, chosen)


def _opened(going: Round, trail: _Trail, chosen: Chosen) -> Looked:
    """Look at a page; where it takes the browser with it, once more in a new one."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    last = ""
    for _ in range(DEATHS):
        try:
            opened = going.ready(chosen.link.url)
            return look_at(opened, chosen, probes=going.probes, walk=trail.walk, beat=going.beat)
        except Error as error:
            last = error.message
    return unseen(chosen, problems.of_error(last))


def _took(going: Round, trail: _Trail, *, looked: Looked, chosen: Chosen | None) -> None:
    """Take note of a page. The walk knows it as it was chosen; in its file names are masked."""
    trail.looked.append(looked)
    step = looked.step if chosen is None else replace(looked.step, chosen=chosen)
    if step.chosen.kind is PageKind.HOME and step.kind is not None:
        going.web.sites.add(site(step.final_url))
        going.ask_robots(step.final_url)
    trail.walk.took(step)
    url = looked.record.url if looked.record else ""
    for name, value in looked.left.items():
        trail.shared.setdefault(name, []).append({"url": url, "value": value})
