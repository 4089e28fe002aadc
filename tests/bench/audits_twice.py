"""The same portals audited twice: what differs, and by how much."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.portals.serving import serve

from motcua.evaluation.probes import registry
from motcua.evaluation.probes.auditing import audit
from motcua.evaluation.rules.comparing_audits import differences
from motcua.evaluation.values.audits import Audit, Manner

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
    found["compared"] += len(first.observations)
    for one in differences(first, second, registry.facts()):
        kind = "within" if one.within else "beyond"
        found[kind].append(f"{one.what} of {one.fact} {one.url}: {one.first} and {one.second}")
