"""Identifiers of agencies, by Quyết định 20/2020/QĐ-TTg and in the order used before it."""

import re
from dataclasses import dataclass
from typing import Self

from motcua.kernel.codes.refusals import refusal, tidy

ROOT = r"[A-Y][0-9]{2}"
_ROOT_FIRST = re.compile(rf"{ROOT}(\.[A-Z0-9]+)*")
_UNIT_FIRST = re.compile(rf"([A-Z0-9]{{3}})\.([0-9]{{2}})\.([0-9]{{2}})\.({ROOT})")
LONGEST_AGENCY = 35


@dataclass(frozen=True, slots=True, order=True)
class AgencyCode:
    """An agency's electronic identifier, root first: `H05.16`, `H15.50.05.13` (at most 35 letters).

    The order of Quyết định 20/2020 is kept. The older order, unit first (`000.00.16.H05`), is read
    backwards and its empty levels at the end fall off, so both give the same code.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read either order; raise `CodeRefused`."""
        given = tidy(text)
        older = _UNIT_FIRST.fullmatch(given)
        if older:
            levels = list(reversed(older.groups()))
            while len(levels) > 1 and not levels[-1].strip("0"):
                levels.pop()
            return cls(".".join(levels))
        if len(given) <= LONGEST_AGENCY and _ROOT_FIRST.fullmatch(given):
            return cls(given)
        raise refusal(
            vi="mã định danh cơ quan",
            en="an agency's identifier",
            text=text,
            example="H26, H15.50.05.13 (hoặc/or 000.00.16.H05)",
        )

    def __str__(self) -> str:
        return self.text

    @property
    def root(self) -> str:
        """Give the province or ministry: `H05`."""
        return self.text[:3]

    @property
    def is_province(self) -> bool:
        """Say whether the root is a province (`H`); ministries are `G`."""
        return self.text.startswith("H")

    @property
    def path(self) -> str:
        """Give the code with a closing dot; every agency below has a path that starts with it."""
        return f"{self.text}."

    @property
    def parent(self) -> "AgencyCode | None":
        """Give the code of the level above; none for a root."""
        above, dot, _ = self.text.rpartition(".")
        return AgencyCode(above) if dot else None

    @property
    def unit_first(self) -> str | None:
        """Write the older order (`000.00.16.H05`); None where the code does not fit into it."""
        levels = self.text.split(".")
        padded = [*levels, *("00", "00", "000")[len(levels) - 1 :]]
        older = ".".join(reversed(padded))
        return older if _UNIT_FIRST.fullmatch(older) else None
