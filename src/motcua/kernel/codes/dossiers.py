"""Codes of dossiers, by Thông tư 01/2018/TT-VPCP and 03/2025/TT-VPCP Điều 13."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from motcua.kernel.codes.agencies import AgencyCode
from motcua.kernel.codes.refusals import CodeRefused, refusal, tidy

_DOSSIER = re.compile(r"([A-Z0-9.]{3,35})-([0-9]{6})-([A-Z0-9]{4,12})")


@dataclass(frozen=True, slots=True)
class DossierCode:
    """A dossier's code: `H15.50.05.13-261008-0975`.

    The text stays as it was printed on the citizen's slip, whichever order its agency was written
    in; `agency` is always root first. `sequence` keeps its leading zeros and may hold letters.
    """

    text: str
    agency: AgencyCode
    on: date
    sequence: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a dossier's code; raise `CodeRefused`."""
        given = tidy(text).replace("–", "-").replace("—", "-")  # dashes as word processors set them
        match = _DOSSIER.fullmatch(given)
        try:
            if match:
                agency, digits, sequence = match.groups()
                day = date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
                return cls(given, AgencyCode.parse(agency), day, sequence)
        except (ValueError, CodeRefused):
            pass
        raise refusal(
            vi="mã hồ sơ", en="an application number", text=text, example="H15.50.05.13-261008-0975"
        )

    @classmethod
    def format(cls, *, agency: AgencyCode, on: date, sequence: int) -> Self:
        """Make the code of the `sequence`-th dossier (from 1) an agency received on a day."""
        if not (sequence >= 1 and 2000 <= on.year <= 2099):
            raise ValueError("a dossier is numbered from 1, in this century")
        number = f"{sequence:04d}"
        return cls(f"{agency}-{on:%y%m%d}-{number}", agency, on, number)

    def __str__(self) -> str:
        return self.text
