"""The same portals audited twice: what differs, and by how much."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.portals.serving import serve

from motcua.evaluation.probes import registry
from motcua.evaluation.probes.auditing import audit
from motcua.evaluation.values.audits import Audit, Manner
from motcua.evaluation.values.observations import Observation

AT = datetime(2026, 11, 22, tzinfo=UTC)


def measure(names: Sequence[str], *, told: Callable[[str], None]) -> dict[str, Any]:
    """Audit each portal twice and compare, observation by observation, in their order."""
    found: dict[str, Any] = {"portals": len(names), "compared": 0, "within": [], "beyond": []}
    for name in names:
        with serve(name) as address:
            told(f"{name}, twice")
            first, second = (_audited(f"{address}/") for _ in range(2))
        _compare(found, first, second)
    return found


def _audited(url: str) -> Audit:
    with TemporaryDirectory(prefix="motcua-twice-") as folder:
        manner = Manner(pages=15, pace=0.0)
        return audit(url, manner=manner, folder=Path(folder), now=lambda: AT)


def _compare(found: dict[str, Any], first: Audit, second: Audit) -> None:
    one, two = first.observations, second.observations
    if [(x.fact, x.url) for x in one] != [(x.fact, x.url) for x in two]:
        missing = {(x.fact, x.url) for x in one} ^ {(x.fact, x.url) for x in two}
        found["beyond"] += [f"{fact} {url}: seen once" for fact, url in sorted(missing)] or [
            "order"
        ]
        return
    for here, there in zip(one, two, strict=True):
        found["compared"] += 1
        if _plain(here) == _plain(there):
            continue
        kind = "within" if _within(here, there) else "beyond"
        found[kind].append(f"{here.fact}: {here.value} and {there.value}")


def _plain(one: Observation) -> tuple[Any, ...]:
    return one.outcome, one.value, one.found, [(p.selector, p.rule) for p in one.places]


def _within(one: Observation, two: Observation) -> bool:
    """Whether two values lie as near as the card says, of the larger one or of its limit."""
    card = registry.facts()[one.fact]
    if not (isinstance(one.value, int | float) and isinstance(two.value, int | float)):
        return False
    limit = card.limit if isinstance(card.limit, int | float) else 0
    return abs(one.value - two.value) <= card.noise * max(abs(one.value), abs(two.value), limit)
