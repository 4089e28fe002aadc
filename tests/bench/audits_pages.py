"""Pages in one warm Chromium: `python -m tests.bench.audits_pages raw|axe-core|ours KIND URL …`.

raw       each page is opened until it has loaded, nothing more
axe-core  axe as it lies in the package runs on it, all rules that are on, violations and doubts
ours      every probe there is, through every phase
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from motcua.evaluation import probes
from motcua.evaluation.probes import browser, registry, sites
from motcua.evaluation.probes.engine.phases import WIDE
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.pages import PageKind

AXE = Path(probes.__file__).parent / "axe" / "axe.min.js"
ASKED = "async () => { await axe.run(document, {resultTypes: ['violations', 'incomplete']}); }"


def main(mode: str, pages: Sequence[tuple[str, str]]) -> int:
    """Open every page in one browser."""
    with browser.warm() as running:
        if mode == "ours":
            return _ours(running, pages)
        context = running.now().new_context(viewport=WIDE, bypass_csp=True)
        page = context.new_page()
        source = AXE.read_text(encoding="utf-8")
        for _kind, url in pages:
            page.goto(url, wait_until="load")
            if mode == "axe-core":
                page.evaluate(source)
                page.evaluate(ASKED)
        context.close()
    return 0


def _ours(running: browser.Running, pages: Sequence[tuple[str, str]]) -> int:
    wanted = registry.probes()
    opened = sites.Opened(running, pages[0][1], Manner(repeats=1, pace=0.0))
    unseen = 0
    for kind, url in pages:
        with opened.visit(url, PageKind(kind), wanted) as visit:
            unseen += not list(sites.look(visit, wanted)) or visit.problem is not None
    opened.close()
    return int(unseen > 0)


if __name__ == "__main__":
    given = sys.argv[2:]
    sys.exit(main(sys.argv[1], list(zip(given[::2], given[1::2], strict=True))))
