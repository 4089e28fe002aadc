"""The way through: "Bước 1: Nộp hồ sơ …", or paragraphs where the source numbers nothing."""

import re
from typing import Final

from motcua.procedures.rules.parsing.cells import cut_page, is_unstated
from motcua.procedures.values.catalogue import Read, State, Step

_NUMBERED: Final = re.compile(r"(?m)^(?P<mark>[\s\-+*•]*)Bước\s*(?P<number>\d{1,2})\b")


def read_steps(text: str) -> Read[tuple[Step, ...]]:
    """Part the text where a line begins "Bước n", or else at its lines; it keeps every word."""
    body = cut_page(text).body
    if is_unstated(body):
        return Read(text=text)
    found = list(_NUMBERED.finditer(body))
    if not found:
        lines = tuple(Step(line.strip()) for line in body.splitlines() if line.strip())
        return Read(State.PARSED, lines, text)
    steps = []
    if before := body[: found[0].start()].strip():
        steps.append(Step(before))
    ends = [step.start() for step in found[1:]] + [len(body)]
    for step, end in zip(found, ends, strict=True):
        steps.append(Step(body[step.end("mark") : end].strip(), int(step["number"])))
    return Read(State.PARSED, tuple(steps), text)
