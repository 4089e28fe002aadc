"""A section of an edition as groups of rows: what is there, what is wrong, what can be added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.calendar import Duration, DurationRefused
from motcua.kernel.words import Sentence
from motcua.procedures.rules.editing.boxes import Known
from motcua.procedures.rules.editing.conditions import in_words
from motcua.procedures.rules.editing.trees import found, said, written
from motcua.procedures.values.editing import EditionView, Fault, Place, Section
from motcua.web import formats

TITLES = {
    Section.GENERAL: Sentence("Thông tin chung", "General"),
    Section.QUESTIONS: Sentence("Câu hỏi trong tờ khai", "Questions"),
    Section.PAPERS: Sentence("Giấy tờ phải nộp", "Papers"),
    Section.CASES: Sentence("Trường hợp", "Cases"),
    Section.FEES: Sentence("Phí, lệ phí", "Fees"),
    Section.PROCESS: Sentence("Quy trình, thời hạn", "Process and time limits"),
    Section.DATES: Sentence("Hiệu lực, căn cứ pháp lý", "Dates and legal basis"),
    Section.GUIDE: Sentence("Hướng dẫn cho người dân", "Guide"),
    Section.SCENARIOS: Sentence("Kịch bản kiểm thử", "Scenarios"),
}


@dataclass(frozen=True)
class Row:
    """One thing: where it is, how it is called, what is said beside it, what is wrong with it."""

    place: str
    title: str
    note: str = ""
    depth: int = 0
    fixed: bool = False
    faults: tuple[Fault, ...] = ()
    adds: str = ""
    """Place of the list inside it to which something can be added."""
    adds_words: str = ""


@dataclass(frozen=True)
class Group:
    """Rows under a heading; `adds` is the place new rows go to, empty where none can be added."""

    id: str
    title: str
    rows: tuple[Row, ...]
    adds: str = ""
    adds_words: str = ""
    empty: str = ""
    own: Row | None = None
    faults: tuple[Fault, ...] = field(default=())


class Lines:
    """What stands at the places of one edition, row by row."""

    def __init__(self, edition: EditionView, faults: tuple[Fault, ...], known: Known) -> None:
        self.trees, self.faults, self.known = edition.trees, faults, known

    def about(self, place: Place, *, whole: bool = True) -> tuple[Fault, ...]:
        """Give the faults at a place: all inside it, or only of its own plain values."""
        return tuple(
            one
            for one in self.faults
            if one.at[: len(place)] == place
            and (whole or not any(isinstance(step, int) for step in one.at[len(place) :]))
        )

    def fixed(self, place: str, title: str, note: str = "", *, keys: tuple[str, ...] = ()) -> Row:
        """Give the row of what every edition has; `keys` of the procedure it is about, if so."""
        tree: Place = tuple(place.split("."))
        if keys:
            faults = tuple(
                one
                for one in self.faults
                if one.at[0] == "procedure" and one.at[1:2] in {(key,) for key in keys}
            )
        else:
            faults = self.about(tree, whole=False)
        return Row(place, title, note, fixed=True, faults=faults)

    def rows(self, place: Place, title: str, *, note: Any = None) -> tuple[Row, ...]:
        """Give the rows of a list, named by the key `title`."""
        return tuple(
            Row(
                written((*place, index)),
                said(row.get(title), formats.language()) or _("(chưa đặt tên)"),
                note(row) if note else "",
                faults=self.about((*place, index)),
            )
            for index, row in self.at(place)
        )

    def at(self, place: Place) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Give the mappings of a list with their index."""
        rows = found(self.trees, place, [])
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, Mapping):
                yield index, row

    def when(self, text: Any) -> str:
        """Say a condition in words."""
        return in_words(text, self.known.asked) if isinstance(text, str) and text else ""


def period(written_in: object) -> str:
    """Say a time limit or budget in the reader's language; as it is written where it is none."""
    text = str(written_in or "")
    try:
        return Duration.parse(text).text(formats.language())
    except DurationRefused:
        return text
