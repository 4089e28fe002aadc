"""What a block of a log holds: how many lines of what, and the requests worth a second look."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

EXAMPLES = 3
"""How many examples are kept of each reason."""


class Left(StrEnum):
    """Why a line that could be read tells no page view; none of these is a mistake."""

    METHOD = "method"
    """Not a GET."""
    STATUS = "status"
    """Not answered with a page: redirected, refused, not found, failed."""
    ASSET = "asset"
    """A style, a script, a picture, a call of a programme."""


@dataclass(slots=True)
class Requests:
    """Successful GETs that are no plain assets, as columns of one length.

    `day` counts days since 1970 and `second` seconds since midnight, in Hà Nội; `target` is the
    path with its query, `host` is empty where the log names none.
    """

    day: "np.ndarray[tuple[int], np.dtype[np.int32]]"
    second: "np.ndarray[tuple[int], np.dtype[np.int32]]"
    ip: "pa.Array"
    target: "pa.Array"
    agent: "pa.Array"
    host: "pa.Array | None" = None

    def __len__(self) -> int:
        return len(self.day)


@dataclass(slots=True)
class Scanned:
    """A block: its lines, its requests, what was left, what could not be read with examples."""

    lines: int
    requests: Requests
    left: dict[Left, int] = field(default_factory=dict)
    broken: int = 0
    examples: list[str] = field(default_factory=list)
