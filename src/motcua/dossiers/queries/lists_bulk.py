"""What one move would do to many dossiers, and what it did."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.dossiers.models import BulkItem, BulkRun, Dossier
from motcua.dossiers.queries.lists_exports import wanted_lines
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.offers import offers_for
from motcua.dossiers.queries.scope import functions_at, key_of, visible_to
from motcua.dossiers.rules.returning import NO_ACCOUNT
from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.payments import queries as payments
from motcua.workflow.values import Move, Offer, State

MOST = 500
ASSIGN = "assign"
"""What a run is called that gives dossiers to an officer instead of moving them."""
IN_BULK = (
    Move.ACCEPT,
    Move.HAND_OVER,
    Move.FORWARD,
    Move.PROPOSE,
    Move.APPROVE,
    Move.RESOLVE,
    Move.RETURN_RESULT,
    Move.SEND_BACK,
    Move.CONFIRM_PAYMENT,
    Move.ALLOW_WITHDRAWAL,
    Move.CLOSE_UNANSWERED,
    Move.REFUSE,
)
"""Moves that say the same to everybody. A request for papers, a new date or a sum never does."""

_LABELS = {
    Move.RETURN_RESULT: Sentence("Trả kết quả bản điện tử", "Return the result electronically")
}
NOT_OFFERED = Sentence(
    "Hồ sơ này lúc này không có bước đó cho bạn.",
    "This move is not there for you on this application now.",
)
GONE = Sentence(
    "Không tìm thấy hồ sơ này, hoặc bạn không có quyền xem.",
    "This application was not found, or you may not see it.",
)


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One dossier of a choice: as it is now, with what could be done to it."""

    code: str
    applicant_name: str
    service_name: str
    state: State
    revision: int
    offers: tuple[Offer, ...]

    def why_not(self, move: Move) -> Sentence | None:
        """Say why a move cannot be made; nothing when it can."""
        offer = next((one for one in self.offers if one.move is move), None)
        return offer.refusal if offer else NOT_OFFERED


@dataclass(frozen=True, slots=True)
class MoveInBulk:
    """A move that at least one dossier of a choice offers; `number` of them could make it now."""

    move: Move
    label: Sentence
    number: int
    needs_reason: bool


@dataclass(frozen=True, slots=True)
class BulkChoice:
    """Dossiers that were chosen. `unknown` codes are nobody's, or not the viewer's to see."""

    lines: tuple[BulkLine, ...]
    unknown: tuple[str, ...]

    @property
    def moves(self) -> tuple[MoveInBulk, ...]:
        """What can be done to them, the move that most of them can make first."""
        able: Counter[Move] = Counter()
        reasons: set[Move] = set()
        for offer in (offer for line in self.lines for offer in line.offers):
            able[offer.move] += 0 if offer.refusal else 1
            reasons |= {offer.move} if offer.needs_reason else set()
        found = [
            MoveInBulk(move, _LABELS.get(move, move.label), able[move], move in reasons)
            for move in IN_BULK
            if move in able
        ]
        return tuple(sorted(found, key=lambda one: -one.number))


@dataclass(frozen=True, slots=True)
class BulkItemView:
    """What became of one dossier: waiting, done, refused (`why`) or changed meanwhile (`why`)."""

    code: str
    applicant_name: str
    outcome: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class BulkRunView:
    """A move on many dossiers, or giving them to an officer, on its way or ended."""

    key: UUID
    label: Sentence
    reason: str
    asked_at: datetime
    finished_at: datetime | None
    items: tuple[BulkItemView, ...]

    def number(self, outcome: str) -> int:
        """Count the dossiers with an outcome."""
        return sum(item.outcome == outcome for item in self.items)


def bulk_choice(*, viewer: Viewer, codes: Sequence[str], at: datetime) -> BulkChoice:
    """Return what can be done now to the dossiers with these codes (the first 500), in order.

    The rule that a button asks answers for each; the money owed is read for all at once.
    """
    wanted = list(dict.fromkeys(codes))[:MOST]
    rows = {
        row.code: row
        for row in Dossier.objects.filter(visible_to(viewer), code__in=wanted).defer(
            "answers", "contact", "due"
        )
    }
    owed = payments.outstanding([f"dossier:{row.key}" for row in rows.values()])
    with agencies.steady():
        lines = tuple(
            _line(rows[code], viewer, at=at, unpaid=owed.get(f"dossier:{rows[code].key}", 0))
            for code in wanted
            if code in rows
        )
    return BulkChoice(lines, tuple(code for code in wanted if code not in rows))


def first_codes(*, viewer: Viewer, wanted: Wanted, at: datetime) -> tuple[str, ...]:
    """Return the codes at the head of a list, at most 500 and one more where there are more."""
    lines = wanted_lines(viewer=viewer, wanted=wanted, at=at)
    return tuple(line.code for line in islice(lines, MOST + 1))


def bulk_run(*, viewer: Viewer, key: UUID) -> BulkRunView | None:
    """Return a run that the viewer asked for; None when it is not theirs."""
    row = BulkRun.objects.filter(key=key, owner__key=key_of(viewer)).first()
    if row is None:
        return None
    return BulkRunView(
        key=row.key,
        label=_label(row),
        reason=row.reason,
        asked_at=row.asked_at,
        finished_at=row.finished_at,
        items=tuple(
            BulkItemView(
                item.code, item.applicant_name, item.outcome, Sentence(item.why_vi, item.why_en)
            )
            for item in BulkItem.objects.filter(run=row).order_by("place")
        ),
    )


def _label(row: BulkRun) -> Sentence:
    if row.move == ASSIGN:
        return Sentence(f"Giao cho {row.to_name}", f"Give to {row.to_name}")
    return _LABELS.get(Move(row.move), Move(row.move).label)


def _line(row: Dossier, viewer: Viewer, *, at: datetime, unpaid: int) -> BulkLine:
    functions = functions_at(viewer, row)
    offers = offers_for(row, functions=functions, unpaid=unpaid, at=at)
    return BulkLine(
        code=row.code,
        applicant_name=row.applicant_name,
        service_name=row.service_name,
        state=State(row.state),
        revision=row.revision,
        offers=tuple(_in_bulk(offer, row) for offer in offers if offer.move in IN_BULK),
    )


def _in_bulk(offer: Offer, row: Dossier) -> Offer:
    """Results go electronically where many are handed back; not to whom could not open theirs."""
    if offer.move is Move.RETURN_RESULT and row.applicant_id is None and offer.refusal is None:
        return replace(offer, refusal=NO_ACCOUNT)
    return offer
