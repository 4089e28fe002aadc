"""The stories of a demonstration: who asked for what, how long ago, and what was done about it."""

from dataclasses import dataclass

from motcua.dossiers.values import SupplementItem
from motcua.simulation.answers import BIRTH, EXTRACT, RESIDENCE
from motcua.workflow.values import Move


@dataclass(frozen=True, slots=True)
class Done:
    """Something that happened `after` so many working hours: a move, or words said."""

    what: Move
    after: int = 1
    by: str = ""
    words: str = ""
    items: tuple[SupplementItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One dossier. `days` are working days ago; `who` indexes the people, -1 is the counter."""

    service: str
    who: int
    days: int
    time: str
    done: tuple[Done, ...] = ()
    paper: bool = False
    copies: int = 0


def accepted(after: int = 1) -> Done:
    """Accept after so many working hours."""
    return Done(Move.ACCEPT, after, "tiepnhan")


def asked(words: str, *items: SupplementItem, after: int = 1, by: str = "tiepnhan") -> Done:
    """Ask for a supplement."""
    return Done(Move.REQUEST_SUPPLEMENT, after, by, words, items)


def said(words: str, *, by: str = "", after: int = 1) -> Done:
    """Write a message; nobody named means the applicant."""
    return Done(Move.MESSAGE, after, by, words)


SUPPLEMENTED = Done(Move.SUPPLEMENT, 4)
PROPOSED = Done(Move.PROPOSE, 2, "thuly")
SIGNED = Done(Move.RESOLVE, 2, "lanhdao")
ISSUED = Done(Move.RESOLVE, 2, "vanthu")
RETURNED = Done(Move.RETURN_RESULT, 3, "tiepnhan")
HANDED_OVER = Done(Move.HAND_OVER, 1, "tiepnhan")
APPROVED = Done(Move.APPROVE, 3, "lanhdao")
SETTLED = (accepted(), PROPOSED, SIGNED, RETURNED)

NOTICE = SupplementItem(
    "birth_notice", "Giấy chứng sinh", "missing", "Bạn chụp rõ cả bốn góc của giấy."
)
NAME = SupplementItem(
    "applicant.full_name",
    "Họ, chữ đệm, tên của bạn",
    "incorrect",
    "Bạn ghi đúng như trên thẻ căn cước.",
)

STORIES = (
    # Waiting at the desk.
    Story(BIRTH, 0, 0, "07:40", paper=True, copies=2),
    Story(RESIDENCE, 1, 0, "08:05"),
    Story(EXTRACT, 2, 0, "08:20", copies=1),
    Story(EXTRACT, -1, 0, "08:45", copies=3),
    Story(
        BIRTH, 3, 1, "15:30", (said("Tôi cần Giấy khai sinh gấp để làm thẻ bảo hiểm cho cháu."),)
    ),
    Story(RESIDENCE, 4, 3, "09:10"),
    Story(EXTRACT, 5, 4, "10:15", (said("Hồ sơ của tôi đã được xem chưa ạ?", after=9),), copies=1),
    # Waiting for the applicant, or just answered.
    Story(BIRTH, 6, 2, "08:30", (asked("Ảnh Giấy chứng sinh bị mờ.", NOTICE),), paper=True),
    Story(RESIDENCE, 7, 5, "14:00", (asked("Họ tên chưa khớp.", NAME, after=2),)),
    Story(EXTRACT, 8, 1, "08:10", (asked("Họ tên chưa khớp.", NAME), SUPPLEMENTED), copies=2),
    # Being settled.
    Story(BIRTH, 9, 1, "14:20", (accepted(),), copies=1),
    Story(EXTRACT, -1, 1, "13:45", (accepted(),), copies=1),
    Story(BIRTH, 0, 6, "09:00", (accepted(), said("Cán bộ đang xác minh nơi sinh.", by="thuly"))),
    Story(RESIDENCE, 2, 2, "10:00", (accepted(),)),
    Story(RESIDENCE, 3, 2, "15:00", (accepted(), HANDED_OVER)),
    Story(BIRTH, 4, 1, "08:00", (accepted(), PROPOSED), paper=True),
    Story(EXTRACT, 5, 3, "10:20", (accepted(), PROPOSED), copies=2),
    Story(RESIDENCE, 6, 3, "08:50", (accepted(), HANDED_OVER, PROPOSED)),
    Story(RESIDENCE, 9, 4, "09:30", (accepted(), HANDED_OVER, PROPOSED, APPROVED)),
    # Settled, waiting to be fetched.
    Story(BIRTH, 1, 2, "09:20", (accepted(), PROPOSED, SIGNED), copies=2),
    Story(EXTRACT, 7, 1, "07:30", (accepted(), PROPOSED, SIGNED), copies=1),
    # Ended.
    Story(BIRTH, 8, 12, "08:15", SETTLED, paper=True),
    Story(EXTRACT, 0, 15, "14:10", (*SETTLED[:3], said("Cảm ơn quý cơ quan."), RETURNED), copies=2),
    Story(
        RESIDENCE,
        0,
        20,
        "09:40",
        (accepted(), HANDED_OVER, PROPOSED, APPROVED, ISSUED, RETURNED),
    ),
    Story(
        EXTRACT,
        1,
        9,
        "10:30",
        (Done(Move.REFUSE, 2, "tiepnhan", "Việc hộ tịch này đăng ký ở phường khác."),),
        copies=1,
    ),
    Story(
        BIRTH,
        5,
        7,
        "08:40",
        (accepted(), Done(Move.STOP, 5, "thuly", "Người nộp đề nghị dừng để nộp tại nơi khác.")),
    ),
)
