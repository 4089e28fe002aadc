"""The one question that a page is asked about personal data."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.asking import ask
from motcua.evaluation.probes.visits import Visit


def question(visit: Visit) -> Mapping[str, Any]:
    """Ask the page, once; raises `Unanswered`."""
    page = Path(__file__).with_name("page.js")
    found: Mapping[str, Any] = visit.once("privacy.question", lambda: ask(visit, page))
    return found
