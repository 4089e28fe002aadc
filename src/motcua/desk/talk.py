"""What officers say to each other and are pointed to, as the page of a dossier shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.desk.process import Stage
from motcua.desk.working import Working
from motcua.dossiers.queries.duplicates import duplicates
from motcua.dossiers.queries.holding import HEADS
from motcua.dossiers.queries.instructions import instructions
from motcua.dossiers.queries.notes import notes
from motcua.dossiers.queries.templates import reasons_for
from motcua.dossiers.rules.hints import hints, missing_papers
from motcua.dossiers.values import Channel, DossierView
from motcua.dossiers.values.duplicates import DuplicateView
from motcua.dossiers.values.hints import Beside, Hint
from motcua.dossiers.values.notes import InstructionView, NoteView
from motcua.dossiers.values.templates import TemplateView
from motcua.identity import queries as identity
from motcua.identity.values import Viewer
from motcua.procedures.values.services import LegalAct, ServiceVersion
from motcua.workflow.values import Move, State

_JUDGED = frozenset({State.SUBMITTED, State.ACCEPTED, State.IN_PROCESS})


@dataclass(frozen=True, slots=True)
class Talk:
    """The panels, each empty where there is nothing."""

    notes: tuple[NoteView, ...]
    instructions: tuple[InstructionView, ...]
    duplicates: tuple[DuplicateView, ...]
    reasons: dict[str, tuple[TemplateView, ...]]
    hints: tuple[Hint, ...]
    may_write: bool
    may_instruct: bool
    may_refuse: bool
    legal_basis: tuple[LegalAct, ...]
    shown_up_to: int
    now: datetime


def talk(
    found: DossierView,
    service: ServiceVersion,
    *,
    stages: Sequence[Stage],
    work: Working,
    viewer: Viewer,
    now: datetime,
) -> Talk:
    """Gather them: a query each, and none for sentences where no move asks for a reason."""
    told = instructions(viewer=viewer, found=found)
    pairs = duplicates(viewer=viewer, found=found)
    path = agencies.agency(found.agency_code).path
    acts = bool(found.functions)
    beside = Beside(
        step_until=next((stage.until for stage in stages if stage.until), None),
        account=_account(found, now) if acts and found.state in _JUDGED else ("", ""),
        opinions=work.waiting,
        instructions=sum(1 for one in told if one.open),
        duplicates=sum(1 for one in pairs if one.verdict is None),
        missing=missing_papers(found, service),
    )
    return Talk(
        notes=notes(viewer=viewer, found=found, at=now),
        instructions=told,
        duplicates=pairs,
        reasons=reasons_for(found=found, agency_path=path),
        hints=hints(found, service=service, beside=beside, at=now) if acts else (),
        may_write=acts,
        may_instruct=bool(found.functions & HEADS) and found.ended_at is None,
        may_refuse=any(one.move is Move.REFUSE and not one.refusal for one in found.offers),
        legal_basis=service.legal_basis,
        shown_up_to=found.history[-1].number if found.history else 0,
        now=now,
    )


def _account(found: DossierView, now: datetime) -> tuple[str, str]:
    """Give name and number of the account that a person handed a dossier in with themselves."""
    first = next((one for one in found.history if one.kind == "dossier.submitted"), None)
    if first is None or found.channel is not Channel.SELF_SERVICE or first.by.kind != "account":
        return ("", "")
    citizen = identity.viewer_of(UUID(first.by.key), at=now).citizen
    return (citizen.full_name, citizen.citizen_id) if citizen else ("", "")
