"""What several stretches of a log hold, as one."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from motcua.measurement.rules.logs.lines import EXAMPLES, Left, Requests, Scanned


def together(found: Sequence[Scanned]) -> Scanned:
    """Put stretches together in their order; where only some name hosts, the others' are empty."""
    if len(found) == 1:
        return found[0]
    left: Counter[Left] = Counter()
    for one in found:
        left.update(one.left)
    return Scanned(
        lines=sum(one.lines for one in found),
        requests=_requests([one.requests for one in found]),
        left=dict(left),
        broken=sum(one.broken for one in found),
        examples=[example for one in found for example in one.examples][:EXAMPLES],
    )


def _requests(parts: list[Requests]) -> Requests:
    host = None
    if any(one.host is not None for one in parts):
        host = pa.concat_arrays(
            [pa.repeat(_NO_HOST, len(one)) if one.host is None else one.host for one in parts]
        )
    return Requests(
        day=np.concatenate([one.day for one in parts]),
        second=np.concatenate([one.second for one in parts]),
        ip=pa.concat_arrays([one.ip for one in parts]),
        target=pa.concat_arrays([one.target for one in parts]),
        agent=pa.concat_arrays([one.agent for one in parts]),
        host=host,
    )


_NO_HOST = pa.scalar("", pa.large_string())
