"""Look-up by SMS: what was asked."""

import re
from dataclasses import dataclass

_ASKED = re.compile(r"TRA\s?CUU\s+(\S{5,60})\s+(\S{3,12})", re.IGNORECASE)
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """A dossier's code and its check code, as somebody sent them."""

    code: str
    check_code: str


def read(text: str) -> Asked | None:
    """Read `TRACUU <mã hồ sơ> <mã tra cứu>`, in any case, with any spaces; None for all else."""
    if len(text) > LONGEST or "\0" in text:
        return None
    found = _ASKED.fullmatch(" ".join(text.split()))
    return Asked(found[1].upper(), found[2].upper()) if found else None
