"""What the page of a dossier shows, made ready for the template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language

from motcua.dossiers.values import Attached, DossierView
from motcua.forms.values import Section
from motcua.journal.values import Entry
from motcua.kernel.words import Sentence
from motcua.procedures.values.services import Component, ServiceVersion
from motcua.web import formats
from motcua.web.deadlines import remaining
from motcua.workflow.values import Move, State

_HAPPENED = {
    "dossier.submitted": Sentence("Đã nộp hồ sơ", "Submitted"),
    "dossier.result_drafted": Sentence("Đã lập dự thảo kết quả", "Result drafted"),
    "dossier.message_sent": Sentence("Đã gửi tin nhắn", "Message sent"),
    "document.issued": Sentence("Đã lập văn bản", "Document issued"),
    "payment.charges_raised": Sentence("Đã tính phí, lệ phí", "Fees computed"),
    "payment.recorded": Sentence("Đã thu phí, lệ phí", "Fees received"),
}
_TONES = {
    "dossier.accepted": "good",
    "dossier.resolved": "good",
    "dossier.returned": "good",
    "dossier.refused": "bad",
    "dossier.supplement_requested": "warn",
}


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the timeline."""

    title: str
    at_iso: str
    at_words: str
    by: str
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class ComponentLine:
    """A paper that the procedure asks for, and the files that came for it."""

    component: Component
    files: tuple[Attached, ...]


def page_context(found: DossierView, service: ServiceVersion, *, now: datetime) -> dict[str, Any]:
    """Give what any page of a dossier shows: clock, step, timeline."""
    paused = found.clock.paused if found.clock else False
    step = service.workflow.step(found.step or None)
    return {
        "dossier": found,
        "service": service,
        "step": step,
        "remaining": remaining(
            found.due_at, now=now, ended_at=found.resolved_at or found.ended_at, paused=paused
        ),
        "explanation": found.due.explanation(get_language() or "vi") if found.due else None,
        "timeline": timeline(found),
        "now": now,
    }


def timeline(found: DossierView) -> list[Happened]:
    """Tell the history of a dossier, the newest first."""
    return [_happened(entry) for entry in reversed(found.history)]


def components(found: DossierView, service: ServiceVersion) -> list[ComponentLine]:
    """Lay the files beside the papers that the procedure asks for."""
    return [
        ComponentLine(
            component, tuple(a for a in found.attachments if a.component == component.code)
        )
        for component in service.components
    ]


def papers_to_ask(service: ServiceVersion) -> list[tuple[str, str]]:
    """Name the papers an officer may ask for; what stands in a database may not be asked."""
    asked = {getattr(placed.field, "component", None) for placed in service.form.fields.values()}
    return [
        (component.code, formats.say(component.name))
        for component in service.components
        if component.code in asked and not component.available_in_database
    ]


def answers_to_ask(sections: Sequence[Section]) -> list[tuple[str, str]]:
    """Name the answers an officer may ask to mend, by path."""
    return [
        (row.path, f"{section.title}: {row.label}") for section in sections for row in section.rows
    ]


def _happened(entry: Entry) -> Happened:
    payload = entry.payload
    title = _HAPPENED.get(entry.kind)
    if title is None and "move" in payload:
        title = Move(str(payload["move"])).label
    words = str(payload.get("reason") or payload.get("number") or "")
    state = payload.get("state")
    if not words and isinstance(state, str):
        words = formats.say(State(state).label)
    return Happened(
        title=formats.say(title) if title else entry.kind,
        at_iso=formats.iso(entry.at),
        at_words=formats.moment(entry.at),
        by=entry.by.name,
        words=words,
        tone=_TONES.get(entry.kind, ""),
    )
