"""What became of a dossier: the moves made on it, up to where it is today."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from motcua.dossiers.values import PastMove, SupplementItem
from motcua.simulation import names
from motcua.simulation.answers import BIRTH, EXTRACT, RESIDENCE
from motcua.simulation.rhythm import Rhythm
from motcua.workflow.values import Move

SETTLED: dict[str, tuple[Move, ...]] = {
    BIRTH: (Move.ACCEPT, Move.PROPOSE, Move.RESOLVE, Move.RETURN_RESULT),
    EXTRACT: (Move.ACCEPT, Move.PROPOSE, Move.RESOLVE, Move.RETURN_RESULT),
    RESIDENCE: (
        *(Move.ACCEPT, Move.HAND_OVER, Move.PROPOSE),
        *(Move.APPROVE, Move.RESOLVE, Move.RETURN_RESULT),
    ),
}
_ASKED = (Move.REQUEST_SUPPLEMENT, Move.SUPPLEMENT)
_PAPER = SupplementItem(
    target="applicant.full_name",
    name="Thông tin đã khai",
    kind="incorrect",
    note="Bạn kiểm tra lại họ tên và ngày sinh, ghi đúng như trên thẻ căn cước.",
)
_REASONS = {
    Move.REQUEST_SUPPLEMENT: "Thông tin trên tờ khai chưa khớp với cơ sở dữ liệu dân cư.",
    Move.REFUSE: "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan này.",
}


@dataclass(frozen=True, slots=True)
class Fate:
    """The moves and when the bill was paid."""

    moves: tuple[PastMove, ...]
    paid_at: datetime | None


def ended(service: str, at: datetime, *, rhythm: Rhythm, chance: Random) -> Fate:
    """Draw the whole life of a dossier that has ended: 5 of 100 refused, the rest returned."""
    if chance.random() < 0.05:
        return Fate(_made((Move.REFUSE,), at, rhythm=rhythm, chance=chance, pace=0.5), None)
    asked = _ASKED if chance.random() < 0.1 else ()
    pace = 2.5 if chance.random() < 0.08 else 0.25
    moves = _made((*asked, *SETTLED[service]), at, rhythm=rhythm, chance=chance, pace=pace)
    return Fate(moves, moves[-1].at)


def open_until_now(service: str, at: datetime, *, rhythm: Rhythm, chance: Random) -> Fate:
    """Draw the life so far of a dossier that somebody still has to act on."""
    whole = SETTLED[service]
    drawn = chance.random()
    if drawn < 0.3:
        made: tuple[Move, ...] = ()
    elif drawn < 0.42:
        made = _ASKED[:1]
    elif drawn < 0.47:
        made = _ASKED
    else:
        made = whole[: chance.randrange(1, len(whole))]
    moves = _made(made, at, rhythm=rhythm, chance=chance, pace=0.15)
    return Fate(moves, None)


def _made(
    moves: tuple[Move, ...], at: datetime, *, rhythm: Rhythm, chance: Random, pace: float
) -> tuple[PastMove, ...]:
    """Date the moves one after the other; `pace` is about how many working days each waits."""
    desk, clerk = chance.sample(names.OFFICERS, 2)
    past, moment = list[PastMove](), at
    for move in moves:
        moment = rhythm.worked_after(moment, chance, days=pace)
        past.append(
            PastMove(
                move=move,
                at=moment,
                by_name=desk if move in {Move.ACCEPT, Move.RETURN_RESULT} else clerk,
                reason=_REASONS.get(move, ""),
                items=(_PAPER,) if move is Move.REQUEST_SUPPLEMENT else (),
            )
        )
    return tuple(past)
