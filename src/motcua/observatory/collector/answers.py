"""From a request to an answer: which door, which reading, what the sender is told.

An answer is sent only when what was accepted is safe on disk (`Answer.safe`). Tracking answers as
Matomo does: a picture of one point, nothing (`send_image=0`), or JSON for a bulk. Refusals answer
4xx in JSON, with the reason's code and its sentence in Vietnamese and English.
"""

import base64
import json
from collections.abc import Callable, ItemsView
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from motcua.kernel.words import Sentence
from motcua.measurement.actions.collecting import Intake, SpoolFailed, Taken
from motcua.measurement.rules.wire import Heard, Reason, Refusal

LARGEST = 1_000_000
"""The most bytes of a body; a bulk of 2,000 facts has about half of them."""
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
JSON = ("content-type", "application/json; charset=utf-8")
FRESH = ("cache-control", "no-store")
OPEN = (
    ("access-control-allow-origin", "*"),
    ("cross-origin-resource-policy", "cross-origin"),
    FRESH,
)
GIF = (*OPEN, ("content-type", "image/gif"))
PREFLIGHT = (
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "GET, POST, OPTIONS"),
    ("access-control-allow-headers", "content-type"),
    ("access-control-max-age", "86400"),
)
STATUSES = {
    Reason.TOKEN: 401,
    Reason.SIGNATURE: 401,
    Reason.STALE: 401,
    Reason.TOO_MANY: 413,
    Reason.FLOOD: 429,
}
NOT_FOUND = Sentence("Không có cửa nào ở địa chỉ này.", "There is no door at this address.")
NOT_SO = Sentence(
    "Địa chỉ này không nhận yêu cầu kiểu ấy.", "This address takes no request of that kind."
)
TOO_LARGE = Sentence(
    "Nội dung gửi đến quá 1 MB; hãy chia thành nhiều lần.",
    "What was sent is over 1 MB; please send it in several parts.",
)
NO_FORM = Sentence(
    "Nội dung gửi đến không đọc được: không nhận biểu mẫu nhiều phần (multipart).",
    "What was sent could not be read: forms in several parts (multipart) are not taken.",
)
BUSY = Sentence(
    "Nơi nhận chưa ghi lại được; hãy gửi lại sau ít giây.",
    "The collector could not keep this; please send it again in a few seconds.",
)


class Headers(Protocol):
    """Headers of a request by their small names."""

    def get(self, key: str, default: Any = None) -> Any:
        """Give one header."""

    def items(self) -> "ItemsView[str, str] | list[tuple[str, str]]":
        """Give all of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as every door knows it; `path` has no query, HEAD is told as GET."""

    method: str
    path: str
    query: str
    headers: Headers
    heard: Heard
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send once `safe` is resolved; where it fails, `unsafe()` is sent instead."""

    status: int
    headers: tuple[tuple[str, str], ...] = OPEN
    body: bytes = b""
    safe: "Future[None] | None" = None


Door: TypeAlias = Callable[[Intake, Asked], Answer]


def answer(intake: Intake, asked: Asked) -> Answer:
    """Answer a request to any door of the collector but its scripts."""
    found = DOORS.get(asked.path)
    if found is None:
        return refusal(404, "not_found", NOT_FOUND)
    methods, door = found
    if asked.method == "OPTIONS":
        return Answer(204, PREFLIGHT if door is _tracking else (("allow", f"{methods}, OPTIONS"),))
    if asked.method not in methods.split(", "):
        refused = refusal(405, "method", NOT_SO)
        return Answer(405, (*refused.headers, ("allow", f"{methods}, OPTIONS")), refused.body)
    try:
        return door(intake, asked)
    except (SpoolFailed, OSError):
        return unsafe()


def takes(path: str, method: str) -> bool:
    """Tell whether a door is there that takes this method."""
    return path in DOORS and method in DOORS[path][0].split(", ")


def refusal(status: int, reason: str, sentence: Sentence) -> Answer:
    """Refuse a request as a whole, with a sentence."""
    said = {"status": "error", "reason": reason, "vi": sentence.vi, "en": sentence.en}
    wait = (("retry-after", "60" if status == 429 else "5"),) if status in {429, 503} else ()
    return Answer(status, (*OPEN, JSON, *wait), json.dumps(said, ensure_ascii=False).encode())


def too_large() -> Answer:
    """Refuse a body that is too large to be read."""
    return refusal(413, "too_large", TOO_LARGE)


def unsafe() -> Answer:
    """Say that nothing was kept and the request is to be sent again."""
    return refusal(503, "busy", BUSY)


def _tracking(intake: Intake, asked: Asked) -> Answer:
    body = asked.body
    if not body:
        return _one(intake.page(asked.query, asked.heard), asked.query)
    if body.lstrip()[:1] == b"{":
        return _bulk(intake.pages(body, asked.heard))
    form = body.decode("utf-8", "replace")
    query = f"{asked.query}&{form}" if asked.query else form
    return _one(intake.page(query, asked.heard), query)


def _one(taken: Taken, query: str) -> Answer:
    if not taken.accepted:
        return _refused(taken)
    if "send_image=0" in query:
        return Answer(204, OPEN, b"", taken.safe)
    return Answer(200, GIF, PIXEL, taken.safe)


def _bulk(taken: Taken) -> Answer:
    if not taken.accepted and (taken.flooded or len(taken.refused) == 1):
        return _refused(taken)
    said = {"status": "success", "tracked": taken.accepted, "invalid": len(taken.refused)}
    if taken.refused:
        said |= {"invalid_indices": list(taken.places)}
    return Answer(200, (*OPEN, JSON), json.dumps(said).encode(), taken.safe)


def _national(intake: Intake, asked: Asked) -> Answer:
    return _machine(intake.national(asked.body, asked.heard))


def _dossiers(intake: Intake, asked: Asked) -> Answer:
    return _machine(intake.dossiers(asked.body, dict(asked.headers.items()), asked.heard))


def _supply(intake: Intake, asked: Asked) -> Answer:
    return _machine(intake.supply(asked.body, dict(asked.headers.items()), asked.heard))


def _metrics(intake: Intake, asked: Asked) -> Answer:
    return _machine(intake.metrics(asked.body, dict(asked.headers.items()), asked.heard))


def _machine(taken: Taken) -> Answer:
    """Tell another machine what was taken and, place by place, what was not."""
    if not taken.accepted:
        return _refused(taken)
    refused = [
        {"place": place, **_said(one)}
        for place, one in zip(taken.places, taken.refused, strict=True)
    ]
    said = {"status": "success", "accepted": taken.accepted, "refused": refused}
    body = json.dumps(said, ensure_ascii=False).encode()
    return Answer(200, (JSON, FRESH), body, taken.safe)


def _refused(taken: Taken) -> Answer:
    first = taken.refused[0]
    whole = refusal(STATUSES.get(first.reason, 400), first.reason.value, first.sentence)
    if len(taken.refused) == 1:
        said: dict[str, object] = {"status": "error", **_said(first)}
        return Answer(whole.status, whole.headers, json.dumps(said, ensure_ascii=False).encode())
    said = {
        "status": "error",
        **_said(first),
        "refused": [
            {"place": place, **_said(one)}
            for place, one in zip(taken.places, taken.refused, strict=False)
        ],
    }
    return Answer(whole.status, whole.headers, json.dumps(said, ensure_ascii=False).encode())


def _said(one: Refusal) -> dict[str, str]:
    sentence = one.sentence
    return {
        "reason": one.reason.value,
        "field": one.field,
        "vi": sentence.vi,
        "en": sentence.en,
    }


def _health(intake: Intake, asked: Asked) -> Answer:
    """Say whether facts are taken: the disk writes, and sites are known."""
    intake.look(asked.heard.at)
    said = {"status": "ok" if intake.sound else "failing", "sites": len(intake.sites)}
    return Answer(200 if intake.sound else 503, (JSON, FRESH), json.dumps(said).encode())


DOORS: dict[str, tuple[str, Door]] = {
    "/tracking": ("GET, POST", _tracking),
    "/tracking/": ("GET, POST", _tracking),
    "/tracking/matomo.php": ("GET, POST", _tracking),
    "/tracking/piwik.php": ("GET, POST", _tracking),
    "/matomo.php": ("GET, POST", _tracking),
    "/piwik.php": ("GET, POST", _tracking),
    "/TrackingMCDT": ("POST", _national),
    "/thu-thap/ho-so": ("POST", _dossiers),
    "/thu-thap/dich-vu": ("POST", _supply),
    "/thu-thap/chi-so": ("POST", _metrics),
    "/thu-thap/suc-khoe": ("GET", _health),
}
NAMES = {
    "/tracking": "tracking",
    "/tracking/": "tracking_folder",
    "/tracking/matomo.php": "tracking_matomo",
    "/tracking/piwik.php": "tracking_piwik",
    "/matomo.php": "matomo",
    "/piwik.php": "piwik",
    "/TrackingMCDT": "national",
    "/thu-thap/ho-so": "dossiers",
    "/thu-thap/dich-vu": "supply",
    "/thu-thap/chi-so": "metrics",
    "/thu-thap/suc-khoe": "health",
}
"""What the portal calls the same addresses."""
