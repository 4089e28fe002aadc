"""What the applicant gets: "Giấy khai sinhMã: KQ.G15.000031", and what ran into that field."""

import re
from typing import Final

from motcua.procedures.rules.parsing.cells import cut_about, is_unstated
from motcua.procedures.values.catalogue import Read, Result, State

_MARK: Final = "Mã: "
_CODE: Final = re.compile(
    r"KQ[.\-][GH]\d{2}[.\-](?:KQ-?)?\d{6}"
    r"|(?:000|\d{3})\.\d{2}\.\d{2}\.(?:[GH]\d{2}|KQ)-(?:KQ)?\d{4,6}"
    r"|KQ\d\.\d{2}\.\d{2}\.[GH]\d{2}-\d{4,6}"
)
_LAST: Final = re.compile(r"[A-ZĐ0-9][A-ZĐ0-9.\-]{0,39}")


def read_results(text: str) -> Read[tuple[Result, ...]]:
    """Read each result and its code; parsed only where every code was told from the next name."""
    body = cut_about(text).body
    if is_unstated(body):
        return Read(text=text)
    name, *rest = body.split(_MARK)
    results, certain = [], bool(rest)
    for number, part in enumerate(rest, start=1):
        found = _LAST.fullmatch(part.strip()) if number == len(rest) else None
        code = part.strip() if found else ""
        if not found and (known := _CODE.match(part)):
            code = known.group()
        results.append(Result(name.strip(), code or None))
        certain = certain and bool(code)
        name = "" if found else part[len(code) :]
    if name.strip():
        results.append(Result(name.strip()))
        certain = False
    return Read(State.PARSED if certain else State.UNPARSED, tuple(results), text)
