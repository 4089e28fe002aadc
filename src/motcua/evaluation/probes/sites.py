"""A portal in the browser: its context, its visits through every phase, its plain HTTP."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from motcua.evaluation.probes.engine.worlds import World
from motcua.evaluation.probes.visits import Exchange, Phase, Probe, Visit
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

WIDE: "ViewportSize" = {"width": 1280, "height": 800}
SIZES: "Mapping[Phase, ViewportSize]" = {
    Phase.NARROW: {"width": 320, "height": 640},
    Phase.ZOOMED: {"width": 640, "height": 400},
}
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
)


@dataclass(slots=True)
class Opened:
    """A portal that is being looked at."""

    browser: "Browser"
    home: str
    manner: Manner
    kept: dict[str, bytes] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    def keep(self, content: bytes, _media_type: str, _title: str) -> str:
        """Keep evidence under its digest."""
        digest = sha256(content).hexdigest()
        self.kept[digest] = content
        return digest

    @contextmanager
    def visit(self, url: str, kind: PageKind, probes: Sequence[Probe]) -> Iterator[Visit]:
        """Open one page in a context of its own."""
        context = self.browser.new_context(viewport=WIDE, locale="vi-VN", bypass_csp=True)
        try:
            page = context.new_page()
            for probe in probes:
                for script in probe.scripts:
                    page.add_init_script(script)
            exchanges: list[Exchange] = []
            page.on(
                "response",
                lambda one: exchanges.append(
                    Exchange(
                        url=one.url,
                        method=one.request.method,
                        kind=one.request.resource_type,
                        status=one.status,
                        headers=one.headers,
                    )
                ),
            )
            answer = page.goto(url, wait_until="load", timeout=self.manner.patience * 1000)
            cdp = context.new_cdp_session(page)
            yield Visit(
                page=page,
                cdp=cdp,
                asking=World(cdp),
                url=url,
                home=self.home,
                kind=kind,
                status=answer.status if answer else 0,
                headers=answer.headers if answer else {},
                exchanges=exchanges,
                chain=(),
                timings={},
                manner=self.manner,
                keep=self.keep,
            )
        finally:
            context.close()


def look(visit: Visit, probes: Sequence[Probe]) -> Iterator[Observation]:
    """Take a page through every phase and give what the probes see."""
    for phase in Phase:
        wanted = [probe.on_page[phase] for probe in probes if phase in probe.on_page]
        if not wanted:
            continue
        _put(visit.page, phase)
        for on_page in wanted:
            yield from on_page(visit)


def _put(page: "Page", phase: Phase) -> None:
    if phase is not Phase.LOADED:
        page.set_viewport_size(SIZES.get(phase, WIDE))
    if phase is Phase.SPACED:
        page.add_style_tag(content=SPACING)
    if phase is Phase.KEYBOARD:
        page.evaluate("() => document.querySelectorAll('style').length")
