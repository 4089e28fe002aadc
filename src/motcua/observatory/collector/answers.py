"""From a request to an answer: which door, which reading, what the sender is told.

An answer is sent only when what was accepted is safe on disk (`Answer.safe`). Tracking answers as
Matomo does: a picture of one point, nothing (`send_image=0`), or JSON for a bulk. Refusals answer
4xx in JSON, with the reason's code and its sentence in Vietnamese and English.
"""

import base64
import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeAlias

from motcua.kernel.words import Sentence
from motcua.measurement.actions.collecting import Intake, Taken
from motcua.measurement.rules.wire import Heard, Reason, Refusal

LARGEST = 1_000_000
"""The most bytes of a body; a bulk of 2,000 facts has about half of them."""
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
TRACKING = frozenset(
    {"/tracking", "/tracking/", "/tracking/matomo.php", "/matomo.php", "/piwik.php"}
)
NATIONAL = "/TrackingMCDT"
DOSSIERS, SUPPLY, METRICS = "/thu-thap/ho-so", "/thu-thap/dich-vu", "/thu-thap/chi-so"
HEALTH = "/thu-thap/suc-khoe"
SCRIPTS = frozenset({"/embed/gov-tracking.min.js", "/thu-thap/dem.js"})

OPEN = (
    ("access-control-allow-origin", "*"),
    ("cross-origin-resource-policy", "cross-origin"),
    ("cache-control", "no-store"),
)
PREFLIGHT = (
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "GET, POST, OPTIONS"),
    ("access-control-allow-headers", "content-type"),
    ("access-control-max-age", "86400"),
)
JSON_TYPE = ("content-type", "application/json; charset=utf-8")
PLAIN = (JSON_TYPE, ("cache-control", "no-store"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as every door knows it. `path` has no query; `headers` have small names."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    heard: Heard


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send once `safe` is resolved; where that fails, `unsafe` is sent instead."""

    status: int
    headers: tuple[tuple[str, str], ...] = OPEN
    body: bytes = b""
    safe: "Future[None] | None" = None


Door: TypeAlias = Callable[[Intake, Asked, bytes], Answer]


def answer(intake: Intake, asked: Asked, body: bytes) -> Answer:
    """Answer a request to any door of the collector but its scripts."""
    door = _DOORS.get(asked.path)
    if door is None:
        return told(404, "not_found", NOT_FOUND)
    if asked.method == "OPTIONS":
        return Answer(204, PREFLIGHT if asked.path in TRACKING else ())
    if len(body) > LARGEST:
        return too_large(intake, asked)
    return door(intake, asked, body)
