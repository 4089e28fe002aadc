"""What one audit goes about with: its folder, its pace, its browser, whom it tells."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from motcua.evaluation.probes.auditing.storing import Store
from motcua.evaluation.probes.auditing.telling import News, Tell, Told
from motcua.evaluation.probes.auditing.warm import Warm
from motcua.evaluation.probes.sites import Opened
from motcua.evaluation.probes.visits import Probe, Unanswered
from motcua.evaluation.probes.walking.addresses import registrable, site
from motcua.evaluation.probes.walking.choosing import Chosen
from motcua.evaluation.probes.walking.networks import is_outer
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.probes.walking.robots import Robots, robots
from motcua.evaluation.probes.walking.web import PlainWeb
from motcua.evaluation.values.audits import Evidence, Manner
from motcua.kernel.words import Sentence

Now = Callable[[], datetime]


@dataclass(slots=True, kw_only=True)
class Round:
    """One audit under way. `said` is what robots.txt of each host says."""

    home: str
    manner: Manner
    store: Store
    now: Now
    warm: Warm
    pace: Pace
    probes: tuple[Probe, ...]
    tell: Tell
    said: dict[str, Robots] = field(default_factory=dict)
    browser: str = ""
    _web: PlainWeb | None = None
    _opened: Opened | None = None
    _kept: int = 0

    @property
    def web(self) -> PlainWeb:
        """Plain HTTP on the hosts of the portal."""
        if self._web is None:
            hosts = {site(one) for one in (self.home, *self.manner.seeds)}
            outer = is_outer(self.home)
            self._web = PlainWeb(self.pace, hosts, self.said, beat=self.beat, outer=outer)
        return self._web

    @property
    def opened(self) -> Opened:
        """The portal in the browser."""
        if self._opened is None:
            running = self.warm.running
            self.browser = running.version
            # Pages that load again and again keep the pace that robots.txt asks for too.
            manner = replace(self.manner, pace=self.pace.between(self.home))
            self._opened = Opened(running, self.home, manner, store=self.store.put, now=self.now)
        return self._opened

    def ready(self, url: str) -> Opened:
        """Wait until `url` may be asked for; give the portal in a browser that is ready for it."""
        self.warm.ready(self.opened)
        self.pace.wait(url)
        return self.opened

    def further(self, url: str) -> Opened:
        """As `ready`, for a page that the walk did not choose; raises `Unanswered` where it is
        another site's, or where robots.txt does not let it be looked at."""
        if site(url) not in self.web.sites and registrable(url) != registrable(self.home):
            raise Unanswered("another site")
        self.ask_robots(url)
        if not self.robots_of(url).allows(url):
            raise Unanswered("robots.txt")
        return self.ready(url)

    def keep(self, content: bytes, media_type: str, title: str) -> str:
        """Keep evidence under its digest."""
        return self.opened.keep(content, media_type, title)

    def taken(self) -> tuple[Evidence, ...]:
        """Give what was kept since this was asked last."""
        kept = tuple(self._opened.evidence.values()) if self._opened else ()
        new, self._kept = kept[self._kept :], len(kept)
        return new

    def close(self) -> None:
        """Close the portal's tab; the browser stays warm for the next."""
        if self._opened is not None:
            self._opened.close()

    # ------------------------------------------------------------ robots.txt
    def ask_robots(self, url: str) -> None:
        """Ask the host of `url` for its robots.txt, once."""
        host = site(url)
        if self.manner.obey_robots and host not in self.said:
            asking = self.web
            if host not in asking.sites:
                asking = replace(asking, sites={host}, robots={})
            said = robots(url, asking.get)
            self.said[host] = said
            self.pace.asked[host] = said.delay

    def robots_of(self, url: str) -> Robots:
        """Give what robots.txt of a host says; one that was not asked forbids nothing."""
        return self.said.get(site(url), Robots())

    # ------------------------------------------------------------ telling
    def beat(self) -> None:
        """Tell that somebody is at work."""
        self.say(News.BEAT)

    def say(
        self,
        news: News,
        *,
        page: int = 0,
        url: str = "",
        chosen: Chosen | None = None,
        problem: Sentence | None = None,
    ) -> None:
        """Tell what happened."""
        self.tell(
            Told(
                portal=self.home,
                news=news,
                page=page,
                of=self.manner.pages,
                kind=chosen.kind if chosen else None,
                url=chosen.link.url if chosen else url,
                problem=problem,
            )
        )
