"""Asking a page with a script that stands beside the module that asks."""

from functools import cache
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.visits import Visit


@cache
def text_of(path: Path) -> str:
    """Read a script."""
    return path.read_text(encoding="utf-8")


def ask(visit: Visit, path: Path, argument: Any = None) -> Any:
    """Ask the page with the script at `path`, which may use `motcuaPlaces`; raises `Unanswered`.

    motcuaPlaces.place(element, more) gives `selector`, `snippet` (the element's own tag, without
    what stands in it or was typed) and `box`, as `rules.looking.telling.at` takes them.
    """
    visit.bring("places", text_of(Path(__file__).with_name("places.js")))
    return visit.ask(text_of(path), argument)
