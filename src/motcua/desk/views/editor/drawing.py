"""The internal process drawn: boxes one below the other, arrows forward, dashed lines back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from motcua.desk.views.editor.outline import period
from motcua.procedures.rules.editing.trees import found, rows_of, said
from motcua.procedures.values.editing import Trees
from motcua.web import formats
from motcua.workflow.values import Function

WIDTH, HEIGHT, GAP, LEFT = 300, 74, 40, 16
_LETTERS = 34


@dataclass(frozen=True, slots=True)
class Block:
    """A step: its lines of words, and where its top is."""

    lines: tuple[str, ...]
    top: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow: the path of its line; `back` ones are dashed."""

    path: str
    back: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the template needs to draw a process; also read out as `rows`."""

    width: int
    height: int
    blocks: tuple[Block, ...]
    arrows: tuple[Arrow, ...]


def drawn(trees: Trees) -> Drawing:
    """Draw the steps of an edition, however unfinished."""
    steps = [
        one for one in rows_of(found(trees, ("workflow", "steps"))) if isinstance(one, Mapping)
    ]
    places = {str(step.get("code")): index for index, step in enumerate(steps)}
    blocks = tuple(Block(_lines(step), _top(index)) for index, step in enumerate(steps))
    arrows = []
    lanes = 0
    for index, step in enumerate(steps):
        moves = [one for one in rows_of(step.get("moves")) if isinstance(one, Mapping)]
        targets = {str(move.get("to")) for move in moves if move.get("to")}
        for target in sorted(places[one] for one in targets if one in places):
            if target != index + 1:
                lanes += 1
            arrows.append(_arrow(index, target, lanes))
    return Drawing(
        width=LEFT + WIDTH + 40 + 18 * lanes,
        height=_top(len(steps)),
        blocks=blocks,
        arrows=tuple(arrows),
    )


def _top(index: int) -> int:
    return 8 + index * (HEIGHT + GAP)


def _lines(step: Mapping[str, Any]) -> tuple[str, ...]:
    who = str(step.get("function", ""))
    label = formats.say(Function(who).label) if who in set(Function) else who
    title = said(step.get("title"), formats.language())
    return tuple(_short(line) for line in (title, label, period(step.get("budget"))))


def _short(text: str) -> str:
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…"


def _arrow(start: int, end: int, lane: int) -> Arrow:
    if end == start + 1:
        x = LEFT + WIDTH // 2
        return Arrow(f"M{x} {_top(start) + HEIGHT} V{_top(end) - 2}", back=False)
    right, x = LEFT + WIDTH, LEFT + WIDTH + 18 + 18 * (lane - 1)
    from_y, to_y = _top(start) + HEIGHT // 2, _top(end) + HEIGHT // 2 + 12
    return Arrow(f"M{right} {from_y} H{x} V{to_y} H{right + 3}", back=end <= start)
