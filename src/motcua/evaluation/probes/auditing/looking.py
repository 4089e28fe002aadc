"""One page: opened, known for what it is, looked at, recorded."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from motcua.evaluation.probes.auditing import problems
from motcua.evaluation.probes.sites import Opened, look
from motcua.evaluation.probes.visits import Probe, Visit
from motcua.evaluation.probes.walking.addresses import canonical, registrable, site
from motcua.evaluation.probes.walking.choosing import Chosen, Step, Walk
from motcua.evaluation.probes.walking.classifying import kind_of
from motcua.evaluation.probes.walking.reading import Seen, read
from motcua.evaluation.rules.looking.finding_walls import instead
from motcua.evaluation.rules.looking.masking import shown
from motcua.evaluation.rules.looking.veiling import Veil
from motcua.evaluation.values.audits import Evidence, PageRecord
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

Beat = Callable[[], None]
LEFT = "site."
"""What a probe puts into `visit.shared` under a name that begins so outlives the page, if JSON can
hold it: `site.shared[name]` is the list of `{"url": …, "value": …}` over the pages, in order."""
LEFT_SIZE = 200_000
"""Characters of JSON that one page may leave under one name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A step of the walk as its file keeps it. `record` is None where there was no page of its own:
    a file to keep, or another address of a page seen before."""

    step: Step
    record: PageRecord | None = None
    left: dict[str, Any] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    browser: str = ""


def look_at(
    opened: Opened, chosen: Chosen, *, probes: Sequence[Probe], walk: Walk, beat: Beat
) -> Looked:
    """Open a page and take it through every phase. Raises what the browser raises when it goes."""
    with opened.visit(chosen.link.url, chosen.kind, probes) as visit:
        beat()
        step = _seen(visit, chosen, walk)
        if not step.counted:
            return Veil().whole(Looked(step=step))
        found = []
        for one in look(visit, probes):
            found.append(problems.finite(one))
            beat()
        record = _record(visit, step.final_url, tuple(found))
        veil: Veil = visit.shared["engine"].veil
        return veil.whole(Looked(step=step, record=record, left=_left(visit)))


def unseen(chosen: Chosen, problem: Sentence) -> Looked:
    """Record that nothing could be seen of a page, and why."""
    url = chosen.link.url
    record = PageRecord(url=url, kind=chosen.kind, problem=problem)
    return Veil().whole(Looked(step=Step(chosen, url, None, Seen(url=url)), record=record))


def _seen(visit: Visit, chosen: Chosen, walk: Walk) -> Step:
    """Say what came: the page that was asked for, another, or none of its own."""
    is_home = chosen.kind is PageKind.HOME
    final = shown(visit.conduct.left_for or canonical(visit.page.url) or chosen.link.url)
    if visit.conduct.not_html and not is_home:
        return Step(chosen, final, None, Seen(url=final), counted=False)
    if visit.problem is None:
        visit.problem = _problem(visit, final, walk)
    if visit.problem is not None:
        return Step(chosen, final, None, Seen(url=final))
    seen = read(visit)
    if kind := instead(visit.title or seen.title, seen.heading, bare=seen.bare):
        # What is missing fails nothing: a page that says nothing must not count as a good one.
        visit.problem = problems.of_stead(kind)
        return Step(chosen, final, None, Seen(url=final))
    if not is_home and final != chosen.link.url and walk.is_known(final):
        return Step(chosen, final, None, seen, counted=False)
    visit.kind = kind_of(chosen.link, seen, expected=chosen.kind)
    return Step(chosen, final, visit.kind, seen)


def _problem(visit: Visit, final: str, walk: Walk) -> Sentence | None:
    """Say why what came is not the page that was asked for."""
    if visit.status >= 400:
        return problems.of_status(visit.status)
    if site(final) in walk.sites:
        return None
    if visit.kind is PageKind.HOME and registrable(final) == registrable(walk.home):
        # Who types an address and is led to another host of the same owner is where they wanted.
        walk.sites.add(site(final))
        return None
    return problems.of_failure("other site")


def _record(visit: Visit, final: str, found: tuple[Observation, ...]) -> PageRecord:
    return PageRecord(
        url=visit.url,
        kind=visit.kind,
        title=visit.title,
        status=visit.status,
        final_url=final,
        took_ms=round(visit.timings.get("load", 0)),
        requests=len(visit.exchanges),
        weight=sum(one.encoded for one in visit.exchanges),
        picture=visit.picture,
        problem=visit.problem,
        withheld=visit.withheld,
        observations=found,
    )


def _left(visit: Visit) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in visit.shared.items():
        if not name.startswith(LEFT):
            continue
        written = json.dumps(value, ensure_ascii=True, allow_nan=False)
        if len(written) <= LEFT_SIZE:
            # Read back, so that a portal's probe is given the same whether it was resumed or not.
            found[name] = json.loads(written)
    return found
