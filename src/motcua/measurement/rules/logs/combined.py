"""The combined format of Apache and nginx, scanned by the positions of its quotes and spaces.

`host:port` before the address (Apache's vhost_combined) is read too, and the common format, which
names no agent. Lines whose quotes are escaped or missing go through a pattern, one by one.
"""

import itertools
import re
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa

from motcua.measurement.rules.logs import pages
from motcua.measurement.rules.logs.joining import together
from motcua.measurement.rules.logs.lines import EXAMPLES, Left, Requests, Scanned
from motcua.measurement.rules.logs.moments import hanoi

Ints: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.int64]]"
Bytes: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.uint8]]"
Flags: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.bool_]]"

NEWLINE, QUOTE, SPACE, QUESTION, BACKSLASH, SLASH = 10, 34, 32, 63, 92, 47
STAMP = 29
"""Bytes from `[` to the quote before the request: `[16/Mar/2026:09:30:00 +0700] "`."""
SUFFIX = 8
"""How many last bytes of a path tell a plain asset."""
WORDS = (16, 64)
"""Addresses and hosts are no longer than the last of these; nearly all fit into the first."""
CHUNK = 256 * 1024
"""Bytes looked through at once for marks: they stay in the processor's cache."""
SHORTEST = 46
"""No line of the format is shorter."""

_LINE = re.compile(
    rb'^((?:\S+ )?\S+ \S+ [^\[]*)(\[[^\]]{26}\]) "((?:[^"\\]|\\.)*)" (\d{3}) (\d+|-)'
    rb'(?: "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)")?'
)


def scan(block: bytes) -> Scanned:
    """Read a block of whole lines; it ends with a newline."""
    clean, rest, lines = _apart(block)
    mended, broken = _mend(rest)
    scanned = _scan_regular(clean)
    if mended:
        second = _scan_regular(b"".join(mended))
        second.broken += len(mended) - second.lines
        scanned = together([scanned, second])
    scanned.lines = lines
    scanned.broken += len(broken)
    scanned.examples = [
        *(one.decode("utf-8", "replace").strip("\n") for one in broken[:EXAMPLES]),
        *scanned.examples,
    ][:EXAMPLES]
    return scanned


@dataclass(slots=True)
class _Regular:
    """Lines with exactly six quotes: where each begins, and its quotes."""

    text: Bytes
    begins: Ints
    quotes: "np.ndarray[tuple[int, int], np.dtype[np.int64]]"


def _apart(block: bytes) -> tuple["_Regular", list[bytes], int]:
    """Tell lines with exactly six quotes, none of them escaped, from all others."""
    text = np.frombuffer(block, dtype=np.uint8)
    marks = _marks(text)
    last = np.flatnonzero(text[marks] == NEWLINE)
    ends, first = marks[last], _after(last)
    regular = (last - first == 6) & (ends - _after(ends) >= SHORTEST)
    escaped = np.flatnonzero(text[marks - 1] == BACKSLASH)
    escaped = escaped[text[marks[escaped]] == QUOTE]
    of_escaped = np.searchsorted(last, escaped)
    regular[of_escaped[of_escaped < len(last)]] = False
    begins = _after(ends)
    of_line = _rows(marks, first[regular], 6)
    rest = [block[begins[i] : ends[i] + 1] for i in np.flatnonzero(~regular)]
    return _Regular(text, begins[regular], of_line), rest, len(ends)


def _marks(text: Bytes) -> Ints:
    """Give the places of all newlines and quotes, in order."""
    one, other = np.empty(CHUNK, dtype=np.bool_), np.empty(CHUNK, dtype=np.bool_)
    found = [np.zeros(0, dtype=np.int64)]
    for begin in range(0, len(text), CHUNK):
        chunk = text[begin : begin + CHUNK]
        here = np.equal(chunk, NEWLINE, out=one[: len(chunk)])
        here |= np.equal(chunk, QUOTE, out=other[: len(chunk)])
        places = np.flatnonzero(here)
        places += begin
        found.append(places)
    return np.concatenate(found)


def _after(ends: Ints) -> Ints:
    """Give where stretches begin that end at `ends`, one after the other."""
    begins = np.empty_like(ends)
    begins[0:1], begins[1:] = 0, ends[:-1] + 1
    return begins


def _rows(values: "np.ndarray[Any, Any]", places: Ints, size: int) -> "np.ndarray[Any, Any]":
    """Give `size` values from each place on, a row each; no place lies nearer to the end."""
    if not len(places):
        return np.zeros((0, size), dtype=values.dtype)
    return np.lib.stride_tricks.sliding_window_view(values, size)[places]


def _mend(lines: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Write lines of the format that look odd as regular ones; give them and the hopeless ones."""
    mended, broken = [], []
    for line in lines:
        found = _LINE.match(line)
        if found is None:
            broken.append(line)
            continue
        head, stamp, request, status, size, _, agent = found.groups()
        request, agent = (part.replace(b'"', b"'") for part in (request, agent or b"-"))
        mended.append(b'%s%s "%s" %s %s "-" "%s"\n' % (head, stamp, request, status, size, agent))
    return mended, broken


def _scan_regular(lines: "_Regular | bytes") -> Scanned:
    if isinstance(lines, bytes):
        lines = _apart(lines)[0]
    text, quotes = lines.text, lines.quotes
    targets, readable = _target_ends(text, quotes[:, 1])
    readable &= (text[quotes[:, 1] + 1] == SPACE) & (targets > quotes[:, 0] + 5)
    status = text[quotes[:, 1] + 2]
    readable &= (status >= ord("1")) & (status <= ord("5"))
    is_get = _reads(text, quotes[:, 0] + 1, b"GET ")
    answered = (status == ord("2")) | _reads(text, quotes[:, 1] + 2, b"304 ")
    wanted = np.flatnonzero(readable & is_get & answered)
    assets = _is_asset(text, _before_query(text, quotes[wanted, 0] + 5, targets[wanted]))
    pages_ = wanted[~assets]
    day, second, dated = hanoi(_rows(text, np.maximum(quotes[pages_, 0] - STAMP, 0), STAMP))
    kept = pages_[dated]
    broken = np.concatenate((np.flatnonzero(~readable), pages_[~dated]))
    return Scanned(
        lines=len(quotes),
        requests=_requests(lines, kept, targets[kept], moments=(day[dated], second[dated])),
        left={
            Left.METHOD: int((readable & ~is_get).sum()),
            Left.STATUS: int((readable & is_get & ~answered).sum()),
            Left.ASSET: int(assets.sum()),
        },
        broken=len(broken),
        examples=[_line_at(lines, place) for place in broken[:EXAMPLES]],
    )


def _reads(text: Bytes, places: Ints, word: bytes) -> Flags:
    """Say at which places a word of four or eight bytes stands."""
    found: Flags = _words(text, places, len(word)) == int.from_bytes(word, "little")
    return found


def _words(text: Bytes, places: Ints, size: int) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """Give the four or eight bytes from each place on as one number."""
    if not len(places):
        return np.zeros(0, dtype=np.uint64)
    shifted = np.ndarray(len(text) - size + 1, dtype=f"<u{size}", buffer=text, strides=(1,))
    found: np.ndarray[tuple[int], np.dtype[np.uint64]] = shifted[places]
    return found


def _target_ends(text: Bytes, ends: Ints) -> tuple[Ints, Flags]:
    """Give where targets end: before ` HTTP/1.1` or ` HTTP/2`; and which requests end so."""
    long = _reads(text, ends - 9, b" HTT") & (text[ends - 4] == SLASH)
    short = ~long & _reads(text, ends - 7, b" HTT") & (text[ends - 2] == SLASH)
    return ends - np.where(long, 9, 7), long | short


def _before_query(text: Bytes, begins: Ints, ends: Ints) -> Ints:
    """Give where paths end: at the first question mark of each target, or where that ends."""
    joined = _binaries(text, begins, ends)
    offsets = np.frombuffer(joined.buffers()[1], dtype=np.int64)[: len(begins) + 1]
    if not offsets[-1]:
        return ends
    marks = np.flatnonzero(np.frombuffer(joined.buffers()[2], np.uint8)[: offsets[-1]] == QUESTION)
    found, rows = ends.copy(), np.searchsorted(offsets, marks, side="right") - 1
    # From the last to the first: the first of a target stays.
    found[rows[::-1]] = (begins[rows] + marks - offsets[rows])[::-1]
    return found


def _is_asset(text: Bytes, ends: Ints) -> Flags:
    """Say which paths end like a plain asset, by their last bytes in lower case."""
    words = _words(text, ends - SUFFIX, SUFFIX) | np.uint64(0x2020202020202020)
    found = np.zeros(len(ends), dtype=np.bool_)
    for suffix in pages.ASSETS:
        shift = np.uint64(8 * (SUFFIX - len(suffix)))
        wanted = np.frombuffer(suffix.encode().rjust(SUFFIX, b"\0"), np.uint64)[0]
        found |= (words >> shift) == (wanted >> shift)
    return found


def _requests(
    lines: _Regular, kept: Ints, targets: Ints, *, moments: tuple[Ints, Ints]
) -> Requests:
    text, quotes, first = lines.text, lines.quotes[kept], lines.begins[kept]
    head_end = first + _first_space(text, first)
    host = None
    if _has_hosts(text, first, quotes[:, 0]):
        host = _texts(text, first, head_end)
        first = head_end + 1
        head_end = first + _first_space(text, first)
    return Requests(
        day=moments[0].astype(np.int32),
        second=moments[1].astype(np.int32),
        ip=_texts(text, first, head_end),
        target=_texts(text, quotes[:, 0] + 5, targets),
        agent=_texts(text, quotes[:, 4] + 1, quotes[:, 5]),
        host=host,
    )


def _first_space(text: Bytes, begins: Ints) -> Ints:
    """Give how many bytes there are to the first space, less than the last of `WORDS`."""
    found = np.zeros(len(begins), dtype=np.int64)
    left = np.arange(len(begins))
    for size in (min(size, len(text)) for size in WORDS):
        window = np.minimum(begins[left], len(text) - size)
        ahead = begins[left] - window
        spaces = _rows(text, window, size) == SPACE
        if ahead.any():
            spaces &= np.arange(size) >= ahead[:, None]
        none = ~spaces.any(axis=1)
        found[left] = np.where(none, size - 1, spaces.argmax(axis=1)) - ahead
        left = left[none]
    return found


def _has_hosts(text: Bytes, begins: Ints, quotes: Ints) -> bool:
    """Say whether lines begin with a host: then three words follow before the moment, not two."""
    heads = (text[a : b - STAMP].tobytes().split() for a, b in zip(begins, quotes, strict=True))
    return all(len(words) >= 4 for words in itertools.islice(heads, 50)) and len(begins) > 0


def _texts(text: Bytes, begins: Ints, ends: Ints) -> pa.Array:
    """Take stretches of the block, in order and apart from each other, as strings."""
    taken = _binaries(text, begins, ends)
    try:
        return taken.cast(pa.large_string())
    except pa.ArrowInvalid:
        words = (word.decode("utf-8", "replace") for word in taken.to_pylist())
        return pa.array(list(words), pa.large_string())


def _binaries(text: Bytes, begins: Ints, ends: Ints) -> pa.Array:
    """Take stretches of the block, in order and apart from each other."""
    if not len(begins):
        return pa.array([], pa.large_binary())
    offsets = np.empty(2 * len(begins), dtype=np.int64)
    offsets[0::2], offsets[1::2] = begins, np.maximum(ends, begins)
    parts = pa.Array.from_buffers(
        pa.large_binary(), len(offsets) - 1, [None, pa.py_buffer(offsets), pa.py_buffer(text)]
    )
    return parts.take(pa.array(np.arange(0, len(offsets) - 1, 2)))


def _line_at(lines: _Regular, place: int) -> str:
    begin, end = lines.begins[place], lines.quotes[place, 5] + 1
    return lines.text[begin:end].tobytes().decode("utf-8", "replace")
