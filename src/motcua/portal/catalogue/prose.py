"""Long official texts cut into paragraphs and lists, so that a person can read them on a phone."""

import re
from dataclasses import dataclass

_BULLET = re.compile(r"^\s*[-–•+*]\s*")
_LETTER = re.compile(r"^\s*(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+\S")
_INLINE_BULLET = re.compile(r"(?<=[;.:])\s+(?=[-–+]\s*[A-ZĐÀ-Ỹ])")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one line) or a list (its items)."""

    lines: tuple[str, ...]
    is_list: bool


def blocks(text: str) -> tuple[Block, ...]:
    """Cut a text at its line ends and dashes; no word is lost."""
    found: list[Block] = []
    items: list[str] = []
    for line in _lines(text):
        if _BULLET.match(line):
            items.append(_BULLET.sub("", line, count=1))
            continue
        if items:
            found.append(Block(tuple(items), is_list=True))
            items = []
        found.append(Block((line,), is_list=False))
    if items:
        found.append(Block(tuple(items), is_list=True))
    return tuple(found)


def is_heading(line: str) -> bool:
    """Say whether a line is a short heading such as `a) Trình tự thực hiện:`."""
    return len(line) < 90 and line.endswith(":") and bool(_LETTER.match(line))


def _lines(text: str) -> list[str]:
    spread = _INLINE_BULLET.sub("\n", text)
    return [" ".join(line.split()) for line in spread.splitlines() if line.strip()]
