"""Related procedures: "#Tên thủ tục1Tên thứ nhất#1Tên thủ tụcTên thứ nhất", the list told twice."""

import re
from typing import Final

from motcua.procedures.rules.parsing.cells import is_unstated
from motcua.procedures.values.catalogue import Read, Related, State

_ONE: Final = re.compile(r"#Tên thủ tục1(?P<name>.+?)#1Tên thủ tục(?P<again>.+)", re.DOTALL)


def read_related(text: str) -> Read[tuple[Related, ...]]:
    """Read the one shape that is certain: a single name, told twice; keep any other as text."""
    if is_unstated(text):
        return Read(text=text)
    found = _ONE.fullmatch(text.strip())
    if found is None or found["name"].strip() != found["again"].strip():
        return Read(State.UNPARSED, None, text)
    return Read(State.PARSED, (Related(found["name"].strip()),), text)
