"""What a page showed of a draft, in a few letters: equal imprints, equal answers."""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2s
from typing import Any


def imprint(answers: Mapping[str, Any], fields: Iterable[str]) -> str:
    """Give the imprint of what stands in these fields; what is not answered and what was emptied
    are the same."""
    told = {path: answers[path] for path in fields if answers.get(path) is not None}
    return blake2s(json.dumps(told, sort_keys=True).encode(), digest_size=16).hexdigest()
