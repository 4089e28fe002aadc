"""What our own pages tell measurement of themselves; never of who reads them."""

import logging

from django.http import HttpRequest

from motcua.kernel.words import Sentence
from motcua.measurement import actions
from motcua.measurement.rules.answering import About
from motcua.measurement.rules.causes import WORDS
from motcua.measurement.rules.wire import Heard
from motcua.measurement.values.facts import Cause
from motcua.web import clock
from motcua.web.http import place_of

log = logging.getLogger("motcua.web.measuring")
DESK = "/ban-lam-viec/"
OWN = "/gap-loi/"
CAUSES: tuple[tuple[str, Sentence], ...] = tuple((cause.value, WORDS[cause]) for cause in Cause)
"""The six causes, as the pages of failures ask for them."""


def heard(request: HttpRequest) -> Heard:
    """Give what a request tells besides itself; address and agent only key the day's visitor."""
    return Heard(
        at=clock.now(),
        ip=place_of(request),
        agent=request.headers.get("User-Agent", "")[:500],
        language=request.headers.get("Accept-Language", "")[:100],
    )


def failed(request: HttpRequest) -> None:
    """Count that a page of ours failed a reader; nothing that goes wrong here is shown to them."""
    if request.path.startswith(DESK):
        return
    try:
        actions.tell_failure(
            cause=Cause.PORTAL, heard=heard(request), about=About(page=request.path)
        )
    except Exception:
        log.exception("a failure was not counted")


def asked_of(request: HttpRequest) -> tuple[tuple[str, Sentence], ...]:
    """Give the causes to ask about where a reader, not an officer, submitted something in vain."""
    in_vain = request.method == "POST" and not request.path.startswith((DESK, OWN))
    return CAUSES if in_vain else ()
