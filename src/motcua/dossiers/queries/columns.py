"""The columns of lists of dossiers: one description for screen, filter, order, export and print.

A column has the name it bears in addresses (`trang-thai`), the words over it, how it is read from a
line, how it is filtered, whether an index serves an order by it, and how wide a spreadsheet makes
it. A list is a choice of columns.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from motcua.dossiers.values import Channel
from motcua.kernel.words import Sentence
from motcua.workflow.values import Function, State

INBOX, ALL = "hop-viec", "tat-ca"
"""The two lists, as addresses and saved views name them."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """One dossier as a list shows it; `number` is its place among equals and never shown."""

    number: int
    code: str
    service_code: str
    service_name: str
    applicant_name: str
    agency_code: str
    state: State
    step: str
    officer_key: UUID | None
    officer_name: str
    channel: Channel
    submitted_at: datetime
    due_at: datetime | None
    case_code: str = ""
    accepted_at: datetime | None = None
    resolved_at: datetime | None = None
    ended_at: datetime | None = None
    was_late: bool = False
    late_from: datetime | None = None
    urgent_at: datetime | None = None
    function: Function | None = None
    unread: bool = False

    def is_late(self, at: datetime) -> bool:
        """Whether the promised moment has passed, or had when the result came."""
        return self.was_late or (self.late_from is not None and self.late_from < at)

    def is_overdue(self, at: datetime) -> bool:
        """Whether what is owed by somebody now was due before `at`."""
        return self.urgent_at is not None and self.urgent_at < at


class Reader(Protocol):
    """Who reads a line: knows the moment, the language and the names behind codes."""

    @property
    def at(self) -> datetime:
        """The moment at which lateness is judged."""

    def say(self, words: Sentence) -> str:
        """Give words in the reader's language."""

    def step(self, line: ListLine) -> str:
        """Name the step a dossier is at."""

    def agency(self, code: str) -> str:
        """Name an agency."""

    def case(self, line: ListLine) -> str:
        """Name the case of the procedure."""

    def service(self, line: ListLine) -> str:
        """Name the procedure."""


class Filter(StrEnum):
    """How a column is filtered: one of several, from day to day, words, lateness, subtree."""

    CHOICE = "choice"
    PERIOD = "period"
    WORDS = "words"
    LATE = "late"
    SUBTREE = "subtree"


Cell = str | datetime | None
"""What stands in a cell: words, a moment, or nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `order` is the row's field that an index sorts by, empty where none does.

    `row` names the field that a filter looks at; `width` counts characters.
    """

    name: str
    label: Sentence
    row: str
    filter: Filter
    read: Callable[[ListLine, Reader], Cell] = field(repr=False)
    width: int = 16
    order: str = ""
    lists: frozenset[str] = frozenset({INBOX, ALL})

    @property
    def parameters(self) -> tuple[str, ...]:
        """Name what a filter on this column is called in an address."""
        if self.filter is Filter.PERIOD:
            return (f"{self.name}-tu", f"{self.name}-den")
        return (self.name,)

    @property
    def is_plain(self) -> bool:
        """Whether a cell is just its words: no moment, no mark, no note beside it."""
        return not self.is_moment and self.name not in {"qua-han", "thu-tuc"}

    @property
    def is_moment(self) -> bool:
        """Whether cells are moments."""
        return self.filter is Filter.PERIOD


_ONLY_ALL = frozenset({ALL})
_ONLY_INBOX = frozenset({INBOX})
_LATE = Sentence("Quá hạn", "Late")


COLUMNS: tuple[Column, ...] = (
    Column(
        "ma", Sentence("Mã hồ sơ", "Code"), "code", Filter.WORDS,
        lambda line, _: line.code, width=26,
    ),
    Column(
        "nguoi-nop", Sentence("Người nộp", "Applicant"), "applicant_name", Filter.WORDS,
        lambda line, _: line.applicant_name, width=28, order="name_order",
    ),
    Column(
        "thu-tuc", Sentence("Thủ tục", "Procedure"), "service_code", Filter.CHOICE,
        lambda line, reader: reader.service(line), width=40,
    ),
    Column(
        "phai-xong", Sentence("Phải xong trước", "To be done by"), "urgent_at", Filter.PERIOD,
        lambda line, _: line.urgent_at, width=17, order="urgent_at", lists=_ONLY_INBOX,
    ),
    Column(
        "co-quan", Sentence("Cơ quan", "Agency"), "agency_path", Filter.SUBTREE,
        lambda line, reader: reader.agency(line.agency_code), width=32, lists=_ONLY_ALL,
    ),
    Column(
        "trang-thai", Sentence("Trạng thái", "State"), "state", Filter.CHOICE,
        lambda line, reader: reader.say(line.state.label), width=20,
    ),
    Column(
        "buoc", Sentence("Bước, trạng thái", "Step, state"), "step", Filter.CHOICE,
        lambda line, reader: reader.step(line), width=28,
    ),
    Column(
        "dang-o", Sentence("Đang ở", "With"), "function", Filter.CHOICE,
        lambda line, reader: reader.say(line.function.label) if line.function else "",
        width=18, lists=_ONLY_INBOX,
    ),
    Column(
        "can-bo", Sentence("Cán bộ", "Officer"), "officer_name", Filter.WORDS,
        lambda line, _: line.officer_name, width=24,
    ),
    Column(
        "kenh", Sentence("Cách nộp", "Channel"), "channel", Filter.CHOICE,
        lambda line, reader: reader.say(line.channel.label), width=24,
    ),
    Column(
        "truong-hop", Sentence("Trường hợp", "Case"), "case_code", Filter.CHOICE,
        lambda line, reader: reader.case(line), width=24, lists=_ONLY_ALL,
    ),
    Column(
        "nop", Sentence("Ngày nộp", "Submitted"), "submitted_at", Filter.PERIOD,
        lambda line, _: line.submitted_at, width=17, order="submitted_at",
    ),
    Column(
        "tiep-nhan", Sentence("Ngày tiếp nhận", "Accepted"), "accepted_at", Filter.PERIOD,
        lambda line, _: line.accepted_at, width=17, order="accepted_at", lists=_ONLY_ALL,
    ),
    Column(
        "hen-tra", Sentence("Ngày hẹn trả", "Due"), "due_at", Filter.PERIOD,
        lambda line, _: line.due_at, width=17, order="due_at",
    ),
    Column(
        "co-ket-qua", Sentence("Ngày có kết quả", "Resolved"), "resolved_at", Filter.PERIOD,
        lambda line, _: line.resolved_at, width=17, order="resolved_at", lists=_ONLY_ALL,
    ),
    Column(
        "qua-han", _LATE, "late_from", Filter.LATE,
        lambda line, reader: reader.say(_LATE) if line.is_late(reader.at) else "",
        width=10, lists=_ONLY_ALL,
    ),
)  # fmt: skip
"""Every column, in the order in which lists show them."""

BY_NAME: Mapping[str, Column] = {column.name: column for column in COLUMNS}

SHOWN: Mapping[str, tuple[str, ...]] = {
    INBOX: ("ma", "nguoi-nop", "thu-tuc", "phai-xong", "buoc"),
    ALL: ("ma", "nguoi-nop", "thu-tuc", "trang-thai", "can-bo", "nop", "hen-tra", "qua-han"),
}
"""The columns of each list until somebody chooses others."""

ORDER: Mapping[str, str] = {INBOX: "phai-xong", ALL: "-nop"}
"""The order of each list until somebody chooses another; a minus turns it round."""


def columns_of(name: str) -> tuple[Column, ...]:
    """Give the columns that a list can show."""
    return tuple(column for column in COLUMNS if name in column.lists)


def can_be_sorted(column: Column, name: str) -> bool:
    """Tell whether an index serves an order by this column; the inbox is always by urgency."""
    return bool(column.order) and name == ALL
