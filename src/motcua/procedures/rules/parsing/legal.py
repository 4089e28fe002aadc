"""The legal basis: "Tên văn bản pháp lýMã văn bảnLuật Hộ tịch60/2014/QH13Nghị định …".

Titles and numbers ran together, and titles name numbers themselves ("Luật 60/2014/QH1360/2014/…").
A number is the number's cell where it begins without a space before it and ends where a new title
can begin. A title in which another seems to begin is left whole, without a number.
"""

import re
from dataclasses import dataclass
from typing import Final

from motcua.procedures.rules.parsing.cells import cut_page, is_unstated
from motcua.procedures.values.catalogue import LegalAct, Read, State

HEADER: Final = "Tên văn bản pháp lýMã văn bản"
_NEXT_FIELD: Final = "Cơ quan thực hiện"
_KINDS: Final = "NĐ|ND|NQLT|NQ|QĐ|TTLT|TT|CT|PL|VBHN|TB|HD|KH|L"
_BODIES: Final = (
    "UBTƯMTTQVN|BNNPTNT|BLĐTBXH|BVHTTDL|VKSNDTC|TANDTC|UBTVQH|BNNMT|BTNMT|BGTVT|BKHĐT|"
    "BKHCN|BTTTT|BVHTT|BGDĐT|BHXH|NHNN|TTCP|VPCP|VPQH|HĐTP|HĐND|UBND|UBDT|KTNN|TCHQ|TTg|"
    "CTN|BTC|BTP|BNN|BXD|BKH|BCT|BCA|BQP|BYT|BNV|BNG|BTM|BTS|BCĐ|CHK|CTK|TCT|BCN|CP"
)
"""Who issues, longest first, since a title follows without a space."""
_NUMBER: Final = re.compile(
    r"(?P<run>(?:\d{1,3}\.)?\d+)(?:/\d{4})?/"
    rf"(?:QH1\d|QH\d(?!\d)|UBTVQH\d{{1,2}}|(?:{_KINDS})-(?:{_BODIES})(?:-(?:{_BODIES}))*)"
)
_GOES_ON: Final = re.compile(r"\s+(?:ngày|của|về|được|và|quy|hướng|sửa|do|có|ban|số|năm|đã|thì)\b")
_NAMED: Final = re.compile(
    r"(?<=[^\s(])(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư"
    r"|Quyết định)(?: số)? ?\Z"
)
_DOT: Final = re.compile(r"[.;,](?=\S|\Z)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    number: str


def read_legal_basis(text: str) -> Read[tuple[LegalAct, ...]]:
    """Read the acts; parsed only where each title found its number."""
    body = cut_page(text).body
    joined = re.search(rf"(?<!\s){_NEXT_FIELD}(?!\s)", body)
    body = body[: joined.start()] if joined else body
    if is_unstated(body):
        return Read(text=text)
    table = body.removeprefix(HEADER)
    acts, start = [], 0
    for cell in _cells(table):
        title = table[start : cell.start].strip()
        if _holds_another(title):
            acts.append(LegalAct(f"{title}{cell.number}"))
        else:
            acts.append(LegalAct(title or cell.number, cell.number))
        start = cell.end
    if table[start:].strip():
        acts.append(LegalAct(table[start:].strip()))
    certain = all(act.number for act in acts)
    return Read(State.PARSED if certain else State.UNPARSED, tuple(acts), text)


def _cells(table: str) -> list[_Cell]:
    cells: list[_Cell] = []
    taken = 0
    for found in _NUMBER.finditer(table):
        number_at = _begin(found, taken)
        named = _NAMED.search(table, taken, number_at)
        begin = named.start() if named else number_at
        dotted = _DOT.match(table, found.end())
        end = dotted.end() if dotted else found.end()
        number = table[number_at : found.end()]
        if not table.startswith(number, end) and _is_cell(table, begin, end=end, taken=taken):
            cells.append(_Cell(begin, end, number))
            taken = end
    return cells


def _begin(found: re.Match[str], taken: int) -> int:
    """Find where a number's digits begin: a title that ends in a year ran into them."""
    run, start = found["run"], found.start()
    return start + 4 if start > taken and len(run) > 4 and _YEAR.match(run) else start


def _is_cell(table: str, begin: int, *, end: int, taken: int) -> bool:
    before = table[begin - 1 : begin] if begin > taken else ""
    after = table[end : end + 1]
    if before == "(" or (after and after in ".,;:)/-–”\"'") or _GOES_ON.match(table, end):
        return False
    return not before.isspace() or not (after.isdigit() or after.isspace())


def _holds_another(title: str) -> bool:
    """Say whether a title seems to hold the end of one act and the beginning of the next."""
    for at in range(1, len(title) - 1):
        before, here, after = title[at - 1], title[at], title[at + 1]
        if here.isupper() and after.islower() and (before.islower() or before.isdigit()):
            return True
    return False
