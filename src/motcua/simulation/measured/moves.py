"""What visitors do, move by move: a closed list of visits, each with how common it is."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from motcua.measurement.values.facts import ACCOUNT_OPENED, ACCOUNT_USED, Cause, Kind
from motcua.simulation.measured.chance import urn

STEPS: Final = ("nguoi-nop", "giay-to", "nhan-ket-qua", "le-phi", "xac-nhan")
"""Steps of a form by name; the numbers count from 1."""
PATTERNS = 4096
"""Tickets in the urn of visits."""


@dataclass(frozen=True, slots=True)
class Move:
    """One fact of a visit. In `page`, {} is the service; `detail` may end in a drawn word.

    `draws` is "cause" or "score": what is drawn once a visit and follows the colon of `detail`.
    """

    kind: Kind
    page: str
    detail: str = ""
    value: int | None = None
    draws: str = ""

    @property
    def about_service(self) -> bool:
        """Tell what is done for a service from what is done on the portal."""
        return "{}" in self.page


@dataclass(frozen=True, slots=True)
class Visit:
    """What somebody does between coming and going; `weight` of all visits of people."""

    name: str
    weight: int
    moves: tuple[Move, ...]


_HOME = Move(Kind.VIEW, "/")
_SEARCH = Move(Kind.SEARCH, "/tim-kiem/", value=7)
_SERVICE = Move(Kind.VIEW, "/thu-tuc/{}/")
_LOOK_UP = Move(Kind.VIEW, "/tra-cuu/")
_FORM = Move(Kind.VIEW, "/nop-ho-so/{}/")
_USED = Move(Kind.EVENT, "/", ACCOUNT_USED)
_CHOSEN = Move(Kind.DVC, "/thu-tuc/{}/", "-1")
_SUBMITTED = Move(Kind.DVC, "/nop-ho-so/{}/", "1")
_FAILED = Move(Kind.FAILURE, "/nop-ho-so/{}/", draws="cause")
_ASKED_WHY = Move(Kind.ANSWER, "/nop-ho-so/{}/", "asked_at_failure", draws="cause")
_ASKED = Move(Kind.ANSWER, "/nop-ho-so/{}/", "satisfaction:asked")
_RATED = Move(Kind.ANSWER, "/nop-ho-so/{}/", "satisfaction", draws="score")
_WHY_LATER = Move(Kind.ANSWER, "/nop-ho-so/{}/", "asked_after_result", draws="cause")


def _steps(upto: int) -> tuple[Move, ...]:
    named = enumerate(STEPS[:upto], 1)
    return tuple(Move(Kind.STEP, "/nop-ho-so/{}/", name, number) for number, name in named)


def _applies(upto: int, *then: Move) -> tuple[Move, ...]:
    return (_SERVICE, _CHOSEN, _USED, _FORM, *_steps(upto), *then)


VISITS: Final = (
    Visit("glances", 300, (_HOME,)),
    Visit("reads", 180, (_HOME, _SEARCH, _SERVICE)),
    Visit("comes from elsewhere", 120, (_SERVICE,)),
    Visit("looks a dossier up", 110, (_HOME, _LOOK_UP)),
    Visit("downloads", 35, (_SERVICE, Move(Kind.DOWNLOAD, "/thu-tuc/{}/"))),
    Visit("leaves for elsewhere", 15, (_HOME, Move(Kind.OUTLINK, "/"))),
    Visit("stays", 20, (_SERVICE, Move(Kind.PING, "/thu-tuc/{}/"))),
    Visit("opens an account", 12, (_HOME, Move(Kind.EVENT, "/", ACCOUNT_OPENED), _USED)),
    Visit("gives up at step 1", 34, _applies(1)),
    Visit("gives up at step 2", 28, _applies(2)),
    Visit("gives up at step 3", 12, _applies(3)),
    Visit("gives up at step 4", 16, _applies(4)),
    Visit("fails", 9, _applies(3, _FAILED)),
    Visit("fails and says why", 5, _applies(4, _FAILED, _ASKED_WHY)),
    Visit("applies", 62, _applies(5, _SUBMITTED)),
    Visit("applies and is asked", 24, _applies(5, _SUBMITTED, _ASKED)),
    Visit("applies and rates", 14, _applies(5, _SUBMITTED, _ASKED, _RATED)),
    Visit("rates and says what was hard", 4, (_LOOK_UP, _ASKED, _RATED, _WHY_LATER)),
    Visit("robot", 0, (_HOME, _SERVICE, _SERVICE, _LOOK_UP)),
)
ROBOT = len(VISITS) - 1
FAILS = next(place for place, visit in enumerate(VISITS) if visit.name == "fails")

CAUSES = tuple(cause.value for cause in Cause)
CAUSE_URN = urn((36, 25, 10, 5, 3, 14), 256)
"""As the survey of 2023 printed them, in the order of `Cause`."""
SCORES = ("1", "2", "3", "4", "5")
SCORE_URN = urn((2, 3, 7, 40, 48), 256)

_FLAT = tuple(move for visit in VISITS for move in visit.moves)
KINDS = tuple(kind.value for kind in Kind)
PAGES = tuple(dict.fromkeys(move.page for move in _FLAT))
DETAILS = tuple(
    dict.fromkeys(
        told
        for move in _FLAT
        for told in {
            "": (move.detail,),
            "cause": tuple(f"{move.detail}:{word}".lstrip(":") for word in CAUSES),
            "score": tuple(f"{move.detail}:{word}" for word in SCORES),
        }[move.draws]
    )
)

URN = urn([visit.weight for visit in VISITS], PATTERNS)
LENGTH = np.array([len(visit.moves) for visit in VISITS], dtype=np.int64)
START = np.cumsum(LENGTH) - LENGTH
KIND = np.array([KINDS.index(move.kind.value) for move in _FLAT], dtype=np.int8)
PAGE = np.array([PAGES.index(move.page) for move in _FLAT], dtype=np.int64)
DETAIL = np.array(
    [
        DETAILS.index(
            {"": move.detail, "cause": f"{move.detail}:{CAUSES[0]}".lstrip(":")}.get(
                move.draws, f"{move.detail}:{SCORES[0]}"
            )
        )
        for move in _FLAT
    ],
    dtype=np.int64,
)
"""Where its words begin in DETAILS; what is drawn is added."""
VALUE = np.array([np.nan if m.value is None else m.value for m in _FLAT], dtype=np.float32)
BY_CAUSE = np.array([move.draws == "cause" for move in _FLAT])
BY_SCORE = np.array([move.draws == "score" for move in _FLAT])
OF_SERVICE = np.array([move.about_service for move in _FLAT])
SUBMITS = np.array([move is _SUBMITTED for move in _FLAT])

EVENTS_PER_1000 = int(LENGTH[URN].sum()) * 1000 // PATTERNS
"""Page facts in a thousand visits of people."""
SUBMITTED_PER_1000 = int(
    sum(v.weight for v in VISITS if _SUBMITTED in v.moves) * 1000 // sum(v.weight for v in VISITS)
)
"""Visits in a thousand that end with a dossier."""
