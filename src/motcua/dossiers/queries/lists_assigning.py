"""Which of many dossiers a head may give to which officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.dossiers.models import Dossier, Holding
from motcua.dossiers.queries.holding import HEADS, awaited_of, candidates
from motcua.dossiers.queries.lists_bulk import MOST
from motcua.dossiers.queries.scope import functions_at, visible_to
from motcua.dossiers.values.holding import Candidate
from motcua.identity.rules.roles import functions_of
from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.workflow.values import Function, State


@dataclass(frozen=True, slots=True)
class AssignLine:
    """One dossier of a choice; `held_by` has it now, `could` be given it. Only a head gives."""

    code: str
    applicant_name: str
    service_name: str
    state: State
    revision: int
    held_by: UUID | None
    held_name: str
    could: frozenset[UUID]

    def why_not(self, to: UUID) -> Sentence | None:
        """Say why it cannot be given to an officer; nothing when it can."""
        if self.held_by == to:
            return _HAS_IT
        return None if to in self.could else _NOT_THEIRS

    def needs_reason(self, to: UUID) -> bool:
        """Tell whether somebody else has it, so that a reason is due."""
        return self.held_by not in (None, to)


@dataclass(frozen=True, slots=True)
class AssignChoice:
    """Dossiers that were chosen, and the officers whom at least one of them could be given."""

    lines: tuple[AssignLine, ...]
    officers: tuple[Candidate, ...]


def assign_choice(*, viewer: Viewer, codes: Sequence[str], at: datetime) -> AssignChoice:
    """Return whom the dossiers with these codes (the first 500) may be given to, in order.

    Officers are looked up once an agency and function, holders for all at once.
    """
    wanted = list(dict.fromkeys(codes))[:MOST]
    rows = {
        row.code: row
        for row in Dossier.objects.filter(visible_to(viewer), code__in=wanted).defer(
            "answers", "contact", "due"
        )
    }
    held = {
        (holding.dossier_id, holding.function): holding
        for holding in Holding.objects.filter(dossier__in=rows.values())
    }
    officers = _Officers(at)
    lines = []
    with agencies.steady():
        for row in (rows[code] for code in wanted if code in rows):
            function = awaited_of(row)
            could = officers.of(row, function) if functions_at(viewer, row) & HEADS else ()
            holder = held.get((row.pk, function.value))
            lines.append(
                AssignLine(
                    code=row.code,
                    applicant_name=row.applicant_name,
                    service_name=row.service_name,
                    state=State(row.state),
                    revision=row.revision,
                    held_by=holder.officer_key if holder else None,
                    held_name=holder.officer_name if holder else "",
                    could=frozenset(one.key for one in could if one.key != row.applicant_id),
                )
            )
    reached = {key for line in lines for key in line.could}
    return AssignChoice(tuple(lines), tuple(one for one in officers.known if one.key in reached))


class _Officers:
    """Officers by agency and function, each read once."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._found: dict[tuple[str, Function], tuple[Candidate, ...]] = {}

    def of(self, row: Dossier, function: Function) -> tuple[Candidate, ...]:
        if row.ended_at is not None or function is Function.APPLICANT:
            return ()
        place = (row.agency_path, function)
        if place not in self._found:
            self._found[place] = candidates(row, function, at=self._at)
        return self._found[place]

    @property
    def known(self) -> list[Candidate]:
        everybody = {one.key: one for found in self._found.values() for one in found}
        return sorted(everybody.values(), key=lambda one: one.name)


_HAS_IT = Sentence("Cán bộ này đang giữ hồ sơ rồi.", "This officer has it already.")
_NOT_THEIRS = Sentence(
    "Bạn không giao được hồ sơ này cho cán bộ đó: không phải bước của họ, hoặc bạn không phải "
    "lãnh đạo ở đó.",
    "You cannot give it to this officer: it is not their step, or you are not the head there.",
)


def may_give(viewer: Viewer) -> bool:
    """Tell whether the viewer is a head anywhere, and so may give dossiers to others."""
    heads = {function.value for function in HEADS}
    paths = {grant.agency_path for grant in viewer.grants}
    return any(
        heads & functions_of(viewer.roles_at(path), agencies.binding_at(path)) for path in paths
    )
