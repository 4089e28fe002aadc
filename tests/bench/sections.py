"""Sections at the end of docs/reference/bench.md, each written by a measurement of its own."""

import re
from collections.abc import Iterable

from tests.bench.report import ROOT

FILE = ROOT / "docs" / "reference" / "bench.md"
BEGIN = "<!-- measurement:"


def put(name: str, lines: Iterable[str]) -> None:
    """Write the section `name` (said by `python -m tests.bench --<name>`) in place of the old."""
    before, mark, rest = FILE.read_text(encoding="utf-8").partition(BEGIN)
    sections = re.split(rf"^(?={re.escape(BEGIN)})", mark + rest, flags=re.MULTILINE)
    head = f"{BEGIN}{name} written by `python -m tests.bench --{name}` -->"
    kept = [one.rstrip() for one in sections if one and not one.startswith(f"{BEGIN}{name} ")]
    new = "\n".join([head, *lines]).rstrip()
    FILE.write_text("\n\n".join([before.rstrip(), *sorted([*kept, new])]) + "\n", encoding="utf-8")


def after_the_rest(text: str) -> str:
    """Give what must stay when the sections before are written anew."""
    _, mark, rest = text.partition(BEGIN)
    return mark + rest
