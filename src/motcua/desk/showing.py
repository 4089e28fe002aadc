"""What the page of a dossier shows, made ready for the template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language

from motcua.dossiers.values import Attached, DossierView
from motcua.dossiers.values.asking import Change
from motcua.forms.values import Section
from motcua.kernel.words import Sentence
from motcua.procedures.values.services import Component, ServiceVersion
from motcua.web import formats
from motcua.web.deadlines import Remaining, remaining
from motcua.workflow import rules as workflow
from motcua.workflow.values import ClockKind, Pause, State

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
"""What browsers draw by themselves."""
TONES = {
    State.SUBMITTED: "info",
    State.ACCEPTED: "info",
    State.IN_PROCESS: "info",
    State.SUPPLEMENT: "wait",
    State.PAYMENT_DUE: "wait",
    State.WITHDRAW_REQUESTED: "warn",
    State.STOPPED: "bad",
    State.REFUSED: "bad",
    State.RESOLVED: "good",
    State.RETURNED: "good",
}


@dataclass(frozen=True, slots=True)
class ComponentLine:
    """A paper that the procedure asks for, and the files that came for it."""

    component: Component
    files: tuple[Attached, ...]


@dataclass(frozen=True, slots=True)
class ClockShown:
    """The clock beside a dossier.

    `label` names what is owed (an answer about acceptance, or the result); `lines` explain the
    date. While it is paused, `since` and `until` bound the applicant's time. `first` is what was
    promised before an extension: the dossier is counted late against that.
    """

    label: Sentence
    remaining: Remaining
    lines: tuple[str, ...]
    since: datetime | None = None
    until: datetime | None = None
    first: datetime | None = None


_OWED = {
    ClockKind.INTAKE: Sentence("Hạn trả lời việc tiếp nhận", "Answer about acceptance due"),
    ClockKind.SETTLEMENT: Sentence("Hạn trả kết quả", "Result due"),
}


def clock_shown(found: DossierView, *, now: datetime) -> ClockShown | None:
    """Say by when what is owed, and why; None before any clock runs."""
    clock = found.clock
    if clock is None:
        return None
    paused = clock.paused and found.ended_at is None
    ask, pay = found.open_supplement, found.open_payment
    until = ask.answer_by if ask else pay.pay_by if pay else None
    extended = found.promised_at != found.due_at
    return ClockShown(
        label=_OWED[clock.kind],
        remaining=remaining(
            found.promised_at if found.resolved_at else found.due_at,
            now=now,
            ended_at=found.resolved_at or found.ended_at,
            paused=paused,
        ),
        lines=found.due.lines(get_language() or "vi") if found.due else (),
        since=clock.pauses[-1].began_at if paused else None,
        until=until if paused else None,
        first=found.promised_at if extended else None,
    )


def changed(found: DossierView) -> dict[str, Change]:
    """Give what the applicant changed last when asked to, by path."""
    answered = [ask for ask in found.supplements if ask.answered_at]
    return {change.path: change for change in answered[-1].changes} if answered else {}


def pauses(found: DossierView) -> list[tuple[Pause, str]]:
    """Say of each time the clock stood still why, and what became of the limit."""
    told = workflow.told(found.clock) if found.clock else ()
    return [(pause, formats.say(words)) for pause, words in told]


def components(found: DossierView, service: ServiceVersion) -> list[ComponentLine]:
    """Lay the files beside the papers that the procedure asks for, those with files first."""
    lines = [
        ComponentLine(
            component, tuple(a for a in found.attachments if a.component == component.code)
        )
        for component in service.components
    ]
    return sorted(lines, key=lambda line: not line.files)


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


def state_line(found: DossierView) -> dict[str, Any]:
    """Give the tags under a dossier's title: its state with its tone, and how it came in."""
    return {"label": found.state.label, "tone": TONES[found.state], "channel": found.channel.label}
