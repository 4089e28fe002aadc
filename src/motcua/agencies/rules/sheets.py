"""Sheets (CSV) of the library, refused like every other definition: file, line, remedy."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from motcua.kernel.definitions import DefinitionRefused, Problem
from motcua.kernel.words import Sentence

T = TypeVar("T")
Row = Mapping[str, str]


@dataclass(slots=True)
class Sheet:
    """One file being read; problems are gathered and refused together by `done`."""

    name: str
    columns: Sequence[str]
    problems: list[Problem] = field(default_factory=list)

    def read(self, text: str, make: Callable[[Row, int], T]) -> list[T]:
        """Give what `make` makes of each row and its line; rows of another width are problems."""
        reader = csv.reader(io.StringIO(text))
        header = next(reader, [])
        if header != list(self.columns):
            self.blame(
                1,
                Sentence(
                    f"tên cột là {','.join(header) or 'trống'}",
                    f"the columns are {','.join(header) or 'none'}",
                ),
                Sentence(
                    f"hãy ghi dòng đầu là {','.join(self.columns)}",
                    f"make the first line {','.join(self.columns)}",
                ),
            )
            return []
        made = []
        for cells in reader:
            if len(cells) == len(self.columns) and "\0" not in "".join(cells):
                made.append(make(dict(zip(self.columns, cells, strict=True)), reader.line_num))
            else:
                self.blame(
                    reader.line_num,
                    Sentence(f"dòng này có {len(cells)} ô", f"this line has {len(cells)} cells"),
                    Sentence(
                        f"hãy ghi đủ {len(self.columns)} ô, cách nhau bằng dấu phẩy",
                        f"write {len(self.columns)} cells with commas between them",
                    ),
                )
        return made

    def check(self, row: Row, line: int, patterns: Mapping[str, str]) -> None:
        """Blame every cell that does not fit its pattern."""
        for column, pattern in patterns.items():
            if not re.fullmatch(pattern, row[column]):
                self.blame(
                    line,
                    Sentence(f"ô {column} ghi “{row[column]}”", f"{column} is “{row[column]}”"),
                    Sentence(f"hãy ghi theo mẫu {pattern}", f"make it fit {pattern}"),
                )

    def blame(self, line: int, what: Sentence, remedy: Sentence) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.name, line, what, remedy))

    def done(self) -> None:
        """Refuse the sheet if anything was wrong in it."""
        if self.problems:
            raise DefinitionRefused(tuple(self.problems))
