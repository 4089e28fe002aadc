"""The table of channels: "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 NgàyMiễn phí…".

Rows, and the cells of a row, ran together. A row begins at the name of a channel that a time cell
and the beginning of a fee cell follow; whatever lies between is the row's note and description.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from motcua.procedures.rules.parsing.cells import NOT_STATED, cut_page, is_unstated
from motcua.procedures.rules.parsing.money import (
    CURRENCY,
    HEAD,
    names_amount,
    read_fees,
    split_note,
    whole,
)
from motcua.procedures.values.catalogue import (
    Channel,
    ChannelKind,
    Fee,
    Read,
    State,
    TimeLimit,
    TimeUnit,
)

HEADER: Final = "Hình thức nộpThời gianPhí, lệ phíMô tả"
KINDS: Final = {
    "Trực tuyến": ChannelKind.ONLINE,
    "Dịch vụ bưu chính": ChannelKind.POST,
    "Trực tiếp": ChannelKind.IN_PERSON,
}
UNITS: Final = {
    "Ngày làm việc": TimeUnit.WORKING_DAY,
    "Ngày": TimeUnit.CALENDAR_DAY,
    "Giờ": TimeUnit.HOUR,
    "Phút": TimeUnit.MINUTE,
    "Tháng": TimeUnit.MONTH,
    "Năm": TimeUnit.YEAR,
}
_KIND: Final = "|".join(KINDS)
_NUMBER: Final = r"\d+(?:\.\d+)?"
_UNIT_THEN: Final = rf"{_NUMBER} (?:{'|'.join(UNITS)})"
_ROW: Final = re.compile(
    rf"(?P<kind>{_KIND})(?:"
    rf"(?P<joined>\d[\d,.]*) (?P<unit>{CURRENCY})"
    rf"|(?P<time>{_UNIT_THEN}|{_NUMBER}|{NOT_STATED})(?P<fee>{HEAD})"
    rf"|(?P<lone>{_UNIT_THEN})(?=[A-ZĐÀ-Ỹ(\-+*]|\Z)"
    r")"
)
_WORDED: Final = re.compile(
    rf"(?P<kind>{_KIND})(?P<time>(?!{_KIND})[A-ZĐÀ-Ỹ](?:(?!{_KIND})[^\n]){{0,200}}?)(?P<fee>{HEAD})"
)
_TIME: Final = re.compile(rf"(?P<amount>{_NUMBER})(?: (?P<unit>{'|'.join(UNITS)}))?")
_NO_LIMIT: Final = frozenset({NOT_STATED, "Không quy định", "Không"})


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a row begins, and its cells as far as they are certain."""

    start: int
    end: int
    kind: str
    time: str
    fee: str
    joined: str = ""


def read_channels(text: str) -> Read[tuple[Channel, ...]]:
    """Read the table; parsed only where every word of it found its cell."""
    body = cut_page(text).body
    if is_unstated(body):
        return Read(text=text)
    table = body.removeprefix(HEADER)
    starts = _starts(table)
    if not starts:
        return Read(State.UNPARSED, None, text)
    ends = [start.start for start in starts[1:]] + [len(table)]
    rows = [(start, table[start.end : end]) for start, end in zip(starts, ends, strict=True)]
    channels = tuple(_channel(start, rest, _times(rows)) for start, rest in rows)
    whole_table = not table[: starts[0].start].strip() and all(map(_is_certain, channels))
    return Read(State.PARSED if whole_table else State.UNPARSED, channels, text)


def _is_certain(channel: Channel) -> bool:
    states = (channel.time.state, channel.fees.state, channel.description.state)
    return State.UNPARSED not in states


def _starts(table: str) -> list[_Start]:
    starts = [_start(found) for found in _ROW.finditer(table)]
    first = _WORDED.match(table)
    if first is None:
        return starts
    taken = {start.start for start in starts}
    worded = [_start(found) for found in _WORDED.finditer(table) if found.start() not in taken]
    return sorted(starts + worded, key=lambda start: start.start)


def _start(found: re.Match[str]) -> _Start:
    cells = found.groupdict("")
    return _Start(
        start=found.start(),
        end=found.end(),
        kind=cells["kind"],
        time=cells["time"] or cells.get("lone", ""),
        fee=f"{cells['joined']} {cells['unit']}" if cells.get("joined") else cells["fee"],
        joined=cells.get("joined", ""),
    )


def _times(rows: list[tuple[_Start, str]]) -> frozenset[str]:
    """Time cells without a unit that this table states beyond doubt."""
    times = {start.time for start, _ in rows if start.time.isdigit()}
    for start, _ in rows:
        ways = _ways(start.joined)
        times.update(ways[0][:1] if len(ways) == 1 else ())
    return frozenset(times)


def _channel(start: _Start, rest: str, stated: frozenset[str]) -> Channel:
    kind = KINDS[start.kind]
    if not start.fee:
        return Channel(kind, _time(start.time), Read(State.UNPARSED, None, rest), Read())
    note, after, certain = ("", rest, True) if start.fee == NOT_STATED else split_note(rest)
    description = _description(after, certain)
    if not start.joined:
        return Channel(kind, _time(start.time), read_fees(start.fee, note), description)
    found = _part(start.joined, note + after, stated)
    if found is None:
        unread: Read[tuple[Fee, ...]] = Read(State.UNPARSED, None, start.fee + note)
        return Channel(kind, Read(State.UNPARSED), unread, description)
    time, amount = found
    head = amount + start.fee.removeprefix(start.joined)
    return Channel(kind, _time(time), read_fees(head, note), description)


def _part(joined: str, words: str, stated: frozenset[str]) -> tuple[str, str] | None:
    """Part "120" into the time "1" and the amount "20"; None where two ways remain.

    An amount is never printed as 0 (that is "Miễn phí") nor with a leading 0. Where two ways
    remain, the row's own words or another row's time decide, if they do so alone.
    """
    ways = _ways(joined)
    if len(ways) > 1:
        printed = [way for way in ways if names_amount(words, whole(way[1]) or 0)]
        ways = printed or [way for way in ways if way[0] in stated]
    return ways[0] if len(ways) == 1 else None


def _ways(joined: str) -> list[tuple[str, str]]:
    return [
        (joined[:at], joined[at:])
        for at in range(1, len(joined))
        if joined[:at].isdigit() and (joined[0] != "0" or at == 1) and whole(joined[at:])
    ]


def _time(cell: str) -> Read[TimeLimit]:
    if cell.strip() in _NO_LIMIT:
        return Read(text=cell)
    found = _TIME.fullmatch(cell)
    if found is None:
        return Read(State.UNPARSED, None, cell)
    unit = UNITS[found["unit"]] if found["unit"] else None
    return Read(State.PARSED, TimeLimit(Decimal(found["amount"]), unit), cell)


def _description(text: str, certain: bool) -> Read[str]:  # noqa: FBT001 -- read beside its words
    if not text.strip():
        return Read(State.UNSTATED if certain else State.UNPARSED, None, text)
    return Read(State.PARSED if certain else State.UNPARSED, text.strip(), text)
