"""How people share the work on a dossier: what its page shows beside its own process."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.desk.showing import TONES
from motcua.dossiers import queries
from motcua.dossiers.queries.holding import holding
from motcua.dossiers.queries.opinions import opinions
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.bundles import BundleView
from motcua.dossiers.values.holding import HolderView
from motcua.dossiers.values.opinions import OpinionView
from motcua.identity.values import Viewer
from motcua.kernel.words import Refused, Sentence
from motcua.workflow.values import Function, Move, State


@dataclass(frozen=True, slots=True)
class Working:
    """What the panels of a dossier's page show."""

    bundle: BundleView | None
    held: HolderView | None
    opinions: tuple[OpinionView, ...]
    may_ask: bool
    now: datetime
    tones: dict[State, str]

    @property
    def waiting(self) -> int:
        """Count the opinions that are still awaited."""
        return sum(1 for one in self.opinions if one.open)

    def confirms(self, move: Move) -> bool:
        """Tell whether a move asks first, because opinions are still awaited."""
        return move in _DECIDING and self.waiting > 0


_DECIDING = frozenset({Move.PROPOSE, Move.APPROVE, Move.RESOLVE})
_ASKING = frozenset({Function.CASE_OFFICER, Function.UNIT_HEAD, Function.LEADER})


class OpinionsAwaited(Refused):
    """Opinions have been asked for and not given yet; the officer may go on, knowing that."""

    def __init__(self, number: int) -> None:
        super().__init__(
            Sentence(
                f"Còn {number} ý kiến chưa trả lời. Nếu vẫn làm, bạn hãy đánh dấu xác nhận dưới "
                "nút rồi bấm lại.",
                f"{number} opinions are still awaited. To go on all the same, tick the box below "
                "the button and press again.",
            )
        )


def working(found: DossierView, *, viewer: Viewer, now: datetime) -> Working:
    """Gather the panels of a dossier's page."""
    code, there = found.code, found.beside
    return Working(
        bundle=queries.bundle(viewer=viewer, code=code) if "bundle" in there else None,
        held=holding(viewer=viewer, code=code, at=now, anybody="holdings" in there)
        if not found.ended_at
        else None,
        opinions=opinions(viewer=viewer, code=code) if "opinions" in there else (),
        may_ask=bool(found.functions & _ASKING) and found.state is State.IN_PROCESS,
        now=now,
        tones=TONES,
    )


def check_awaited(
    found: DossierView, move: Move, posted: Mapping[str, str], *, viewer: Viewer
) -> None:
    """Refuse a decision while opinions are awaited, unless the officer says they know."""
    if move not in _DECIDING or posted.get("da-biet"):
        return
    awaited = sum(1 for one in opinions(viewer=viewer, code=found.code) if one.open)
    if awaited:
        raise OpinionsAwaited(awaited)
