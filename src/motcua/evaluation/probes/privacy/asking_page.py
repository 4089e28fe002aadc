"""The one question that a page is asked about personal data."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.visits import Visit


@cache
def _script() -> str:
    return Path(__file__).with_name("page.js").read_text(encoding="utf-8")


def ask(visit: Visit) -> Mapping[str, Any]:
    """Ask the page; raises `Unanswered`."""
    found: Mapping[str, Any] = visit.ask(_script())
    return found
