"""Chance that is the same on every machine: whole numbers, a counter for each day and top."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

_A, _B, _C = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0xBF58476D1CE4E5B9),
    np.uint64(0x94D049BB133111EB),
)


def drawn(seed: int, on: date, top: int, *, stream: int, size: int) -> Words:
    """Draw words of 64 bits: the first `size` of the counter that belongs to a day and a top.

    Philox is counted, not stepped: nothing drawn elsewhere changes what is drawn here.
    """
    key = np.array([seed % 2**64, on.toordinal() << 24 | top << 8 | stream], dtype=np.uint64)
    return np.random.Philox(key=key).random_raw(size)


def mixed(words: Words) -> Words:
    """Scatter words over 64 bits, one to one (the finaliser of splitmix64)."""
    words = words + _A
    words = (words ^ (words >> np.uint64(30))) * _B
    words = (words ^ (words >> np.uint64(27))) * _C
    return words ^ (words >> np.uint64(31))


def bits(words: Words, first: int, width: int) -> Numbers:
    """Cut whole numbers below 2^width out of words, from bit `first` on."""
    return ((words >> np.uint64(first)) & np.uint64(2**width - 1)).astype(np.int64)


def urn(weights: Sequence[int], size: int) -> npt.NDArray[np.int32]:
    """Fill an urn with `size` tickets, shares as the weights; any weight above 0 has a ticket.

    Drawing is then one look-up: `urn[bits(words, 0, log2(size))]`.
    """
    counts = split(size - sum(weight > 0 for weight in weights), weights)
    tickets = [count + (weight > 0) for count, weight in zip(counts, weights, strict=True)]
    return np.repeat(np.arange(len(weights), dtype=np.int32), tickets)


def split(number: int, weights: Sequence[int]) -> list[int]:
    """Split a number by weights into whole parts that add up to it; order decides of remainders."""
    total, seen, given, parts = sum(weights), 0, 0, []
    for weight in weights:
        seen += weight
        upto = number * seen // total
        parts.append(upto - given)
        given = upto
    return parts
