"""Names of blank forms, which ran into the name of the paper: "Đơn theo mẫuMẫu số 20.docx"."""

import re
from itertools import pairwise
from typing import Final

from motcua.procedures.values.catalogue import Read, State

_FILE: Final = re.compile(
    r"\.(?:docx?|pdf|xlsx?|rtf|odt|ods|rar|zip|7z|jpe?g|png|tiff?|pptx?)(?!(?-i:[a-z]))",
    re.IGNORECASE,
)
_USUAL: Final = re.compile(
    r"mẫu|mau|phụ ?lục|phu ?luc|ph?l\w{0,4}[ ._]|đơn|don|tờ khai|to khai|tk |bm|biểu|bieu",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*\.? ")
_SHORTEST: Final = 5


def part_forms(text: str) -> tuple[str, Read[tuple[str, ...]]]:
    """Part a paper's name from the forms that follow it.

    The joint is where a word begins without a space before it. Where several places could be it,
    the only one at which a form's usual first word stands is; otherwise the forms stay unparsed,
    and in the name.
    """
    name = text.strip()
    ends = [found.end() for found in _FILE.finditer(name)]
    if not ends or ends[-1] != len(name):
        return name, Read()
    joints = [at for at in range(1, ends[0] - _SHORTEST) if _is_joint(name, at)]
    if len(joints) > 1:
        joints = [at for at in joints if _USUAL.match(name, at)] or [
            at for at in joints if _NUMBERED.match(name, at)
        ]
    if len(joints) != 1:
        return name, Read(State.UNPARSED)
    at = joints[0]
    further = tuple(name[a:b].strip() for a, b in pairwise(ends))
    return name[:at].strip(), Read(State.PARSED, (name[at : ends[0]], *further))


def _is_joint(name: str, at: int) -> bool:
    before, here = name[at - 1], name[at]
    if before in ")].;:,”\"'":
        return here.isalpha() or (here.isdigit() and name[at - 2 : at - 1].islower())
    if here.isupper():
        return before.islower() or before.isdigit() or _ends_capitals(name, at)
    return here.isdigit() and before.islower()


def _ends_capitals(name: str, at: int) -> bool:
    """Say whether capitals end here and a capitalised word begins ("BNNMT" + "Mau")."""
    return name[at - 1].isupper() and name[at + 1 : at + 2].islower()
